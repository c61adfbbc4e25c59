import { documents } from "@coo/msg-document";
import { decodeBody, readRequest, readResponse } from "@coo/soap";
import { comparison, contender } from "../src/comparison.ts";
import { certificate } from "../src/fixtures.ts";
import { type Certificate, operation, request, SIZES, WIRES } from "../src/messages.ts";
import { echoPair, nodeSoapPair, ownPair, type Pair, type Trip } from "../src/round-trip.ts";

// One request after the other over kept-alive connections; CPU is that of this process, so of both sides.
const ECHO = "bytes, undici ↔ node:http";

interface Input {
  readonly certificate: Certificate;
  readonly echo: Pair;
  readonly string: Pair;
  readonly typed: Pair;
  readonly nodeSoap: Pair;
}

async function open(lines: number): Promise<Input> {
  const object = certificate(lines);
  return {
    certificate: object,
    echo: await echoPair(object),
    string: await ownPair("string"),
    typed: await ownPair("typed"),
    nodeSoap: await nodeSoapPair(),
  };
}

/** What the bytes of the echo mean: they are whole messages of ours. */
function readBytes(result: unknown): Trip {
  const { received, answer } = result as { readonly received: Buffer; readonly answer: Buffer };
  const wire = WIRES.string;
  const headers = { "content-type": "text/xml; charset=utf-8" };
  const read = readRequest(received, headers, { wire, services: [documents] });
  const reply = readResponse(answer, headers, 200, { wire, operation });
  if (reply.kind === "fault") throw new Error(reply.fault.reason);
  return {
    received: decodeBody(operation, wire, "request", read).value,
    answer: decodeBody(operation, wire, "response", reply).value,
  };
}

export default SIZES.map((lines) =>
  comparison<Input>(
    `round trip over loopback HTTP, ${lines} lines (${(request("string", certificate(lines)).body.length / 1024).toFixed(1)} KiB)`,
    {
      clock: "wall",
      // Both sides are servers and clients that run for days. After 1.2 s the compiler's threads still took a fifth of the CPU.
      warmUpMs: 3_000,
      // A message of 500 lines takes one to three megabytes outside the heap, and after tens of them everything is collected.
      ...(lines >= 500 ? { roundMs: 500 } : {}),
      input: () => open(lines),
      close: async ({ echo, string, typed, nodeSoap }) => {
        for (const pair of [echo, string, typed, nodeSoap]) await pair.close();
      },
      normalise: (result, name) => (name === ECHO ? readBytes(result) : result),
      baseline: contender(ECHO, (input) => input.echo.run(input.certificate)),
      contenders: [
        contender("@coo/client, string, signed, checked", (input) => input.string.run(input.certificate)),
        contender("@coo/client, typed, signed, checked", (input) => input.typed.run(input.certificate)),
        contender("node-soap ↔ node-soap, typed, neither", (input) => input.nodeSoap.run(input.certificate)),
      ],
    },
  ),
);
