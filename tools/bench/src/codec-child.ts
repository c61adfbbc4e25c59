// Reads and writes certificates for a while and prints the CPU of each, in microseconds; the bench starts it with and
// without the right to make code from strings.
import { isDeepStrictEqual } from "node:util";
import { ApplyPreferentialCertificateRequestMessage as MESSAGE } from "@coo/msg-document";
import { decodeElement, encodeElementBytes } from "@coo/soap";
import { cpuEach } from "./cpu.ts";
import { certificate } from "./fixtures.ts";
import { BODY, bodyText } from "./messages.ts";

const [, , lines = "1", ms = "100"] = process.argv;
const options = { element: BODY };
const object = certificate(Number(lines));
const bytes = Buffer.from(bodyText(object));
const decode = (): unknown => decodeElement(MESSAGE, bytes, options).value;
const encode = (): Uint8Array => Buffer.from(encodeElementBytes(MESSAGE, object, options));
if (!isDeepStrictEqual(decode(), object) || !bytes.equals(encode())) throw new Error("the message does not come back");

const isForbidden = process.execArgv.includes("--disallow-code-generation-from-strings");
if (canMakeCode() === isForbidden) throw new Error("the flag has no effect");

const figures: Record<string, number> = {};
for (const [work, run] of Object.entries({ decode, encode })) {
  cpuEach(run, Number(ms) * 5);
  const rounds = Array.from({ length: 7 }, () => cpuEach(run, Number(ms)));
  figures[work] = rounds.toSorted((a, b) => a - b)[3] as number;
}
process.stdout.write(JSON.stringify(figures));

function canMakeCode(): boolean {
  try {
    // oxlint-disable-next-line typescript/no-implied-eval -- to see whether it is forbidden
    return new Function("return true")() as boolean;
  } catch {
    return false;
  }
}
