import { ApplyPreferentialCertificateRequestMessage, documents } from "@coo/msg-document";
import { decodeBody, decodeElement, readRequest } from "@coo/soap";
import { type Comparison, comparison, contender } from "../src/comparison.ts";
import { CHECKS, decodeWithParser } from "../src/fast-xml-parser.ts";
import { certificate } from "../src/fixtures.ts";
import { BODY, bodyText, operation, request, type Shape, SIZES, WIRES } from "../src/messages.ts";
import { nodeSoapCodec } from "../src/node-soap.ts";

// All begin with UTF-8 bytes. The first lines read a Body alone, "envelope" a whole request; nobody verifies a signature.
const services = [documents];
const nodeSoap = await nodeSoapCodec();

function input(lines: number) {
  const object = certificate(lines);
  return {
    json: Buffer.from(JSON.stringify(object)),
    body: Buffer.from(bodyText(object)),
    string: request("string", object),
    typed: request("typed", object),
  };
}
type Input = ReturnType<typeof input>;

function whole(shape: Shape): (input: Input) => unknown {
  const wire = WIRES[shape];
  return (given) => {
    const { body, headers } = given[shape];
    const read = readRequest(body, headers, { wire, services });
    return decodeBody(operation, wire, "request", read).value;
  };
}

export default SIZES.map((lines): Comparison<Input> => {
  const given = input(lines);
  return comparison(`decode, ${lines} lines (${(given.body.length / 1024).toFixed(1)} KiB)`, {
    input: given,
    baseline: contender("JSON.parse", ({ json }) => JSON.parse(json.toString("utf8"))),
    contenders: [
      contender(
        "@coo/soap Body",
        ({ body }) => decodeElement(ApplyPreferentialCertificateRequestMessage, body, { element: BODY }).value,
      ),
      ...Object.entries(CHECKS).map(([name, check]) =>
        contender(`fast-xml-parser + ${name} Body`, ({ body }: Input) => decodeWithParser(body, check)),
      ),
      contender("@coo/soap string envelope", whole("string")),
      contender("@coo/soap typed envelope", whole("typed")),
      contender("node-soap typed envelope (unchecked)", ({ typed }) => nodeSoap.decode(typed.body)),
    ],
  });
});
