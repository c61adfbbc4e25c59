import { ApplyPreferentialCertificateRequestMessage } from "@coo/msg-document";
import { decodeElement, encodeElementBytes } from "@coo/soap";
import { comparison, contender } from "../src/comparison.ts";
import { CHECKS, encodeWithBuilder } from "../src/fast-xml-parser.ts";
import { certificate } from "../src/fixtures.ts";
import { BODY, type Certificate, SIZES } from "../src/messages.ts";
import { nodeSoapCodec } from "../src/node-soap.ts";

// All end with UTF-8 bytes of one element, without an envelope.
const nodeSoap = await nodeSoapCodec();

/** What was written, read again: by JSON.parse, or by our strict decoder. */
function readBack(result: unknown, name: string): unknown {
  const text = Buffer.from(result as Uint8Array).toString("utf8");
  if (name === "JSON.stringify") return JSON.parse(text);
  const body = text.slice(text.indexOf("<Body>"), text.lastIndexOf("</Body>") + "</Body>".length);
  return decodeElement(ApplyPreferentialCertificateRequestMessage, body, { element: BODY }).value;
}

export default SIZES.map((lines) =>
  comparison<Certificate>(`encode, ${lines} lines`, {
    input: certificate(lines),
    normalise: readBack,
    baseline: contender("JSON.stringify", (value) => Buffer.from(JSON.stringify(value))),
    contenders: [
      contender("@coo/soap", (value) =>
        encodeElementBytes(ApplyPreferentialCertificateRequestMessage, value, { element: BODY }),
      ),
      ...Object.entries(CHECKS).map(([name, check]) =>
        contender(`fast-xml-parser + ${name}`, (value: Certificate) => Buffer.from(encodeWithBuilder(value, check))),
      ),
      contender("node-soap (unchecked)", (value) => Buffer.from(nodeSoap.encode(value))),
    ],
  }),
);
