import { ApplyPreferentialCertificateRequestMessage } from "@coo/msg-document";
import { decodeElement, encodeElementBytes, validateValue } from "@coo/soap";
import type { MessageDescriptor } from "@coo/soap/gen1";
import { comparison, contender } from "../src/comparison.ts";
import { certificate } from "../src/fixtures.ts";
import { BODY, bodyText, type Certificate } from "../src/messages.ts";
import { narrowed, widened, widenedValue } from "../src/widened.ts";

// What attributes, choices, nil and xsi:type cost where they may occur and don't.
const LINES = 20;
const object = certificate(LINES);
const body = Buffer.from(bodyText(object));
const wide = widened(ApplyPreferentialCertificateRequestMessage);

/** The work with the message as it is, and with the one that allows everything. */
function both(work: string, run: (message: MessageDescriptor<Certificate>) => unknown) {
  return comparison(`constructs that do not occur, ${work}, ${LINES} lines`, {
    input: undefined,
    // The type found is told where there may be others.
    normalise: (result) =>
      JSON.parse(
        JSON.stringify(result instanceof Uint8Array ? Buffer.from(result).toString("utf8") : result, (key, value) =>
          key === "$type" ? undefined : value,
        ),
      ),
    baseline: contender("@coo/soap", () => run(ApplyPreferentialCertificateRequestMessage)),
    contenders: [contender("@coo/soap, all allowed", () => run(wide))],
  });
}

const full = widenedValue(object, ApplyPreferentialCertificateRequestMessage.type) as Certificate;
const fullBody = encodeElementBytes(wide, full, { element: BODY });

/** A setting of which these messages have nothing, and which only the strict reader and writer know. */
const STRICT = { lineBreaks: "ncr" } as const;

/** What they cost where each object and each absent text has them, and what they would cost without generated code. */
function occurring(work: string, run: (isFull: boolean, wire?: typeof STRICT) => unknown) {
  return comparison(`constructs that occur, ${work}, ${LINES} lines`, {
    input: undefined,
    normalise: (result) =>
      narrowed(result instanceof Uint8Array ? decodeElement(wide, result, { element: BODY }).value : result),
    baseline: contender("@coo/soap, without", () => run(false)),
    contenders: [
      contender("@coo/soap, attributes, nil and types", () => run(true)),
      contender("the same, strict ones", () => run(true, STRICT)),
      contender("without, strict ones", () => run(false, STRICT)),
    ],
  });
}

export default [
  both("decode", (message) => decodeElement(message, body, { element: BODY }).value),
  both("encode", (message) => encodeElementBytes(message, object, { element: BODY })),
  both("checks", (message) => validateValue(message, object)),
  occurring(
    "decode",
    (isFull, wire) => decodeElement(wide, isFull ? fullBody : body, { element: BODY, wire: { ...wire } }).value,
  ),
  occurring("encode", (isFull, wire) =>
    encodeElementBytes(wide, isFull ? full : object, { element: BODY, wire: { ...wire } }),
  ),
];
