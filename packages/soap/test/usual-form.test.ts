import "../src/with/all.ts";
import {
  buildRequest,
  buildResponse,
  decodeBody,
  encodeBody,
  encodeBodyBytes,
  type HeadField,
  type ReadMessage,
  readRequest,
  readResponse,
  resolveWireProfile,
  signedBody,
  type WireProfile,
} from "@coo/soap";
import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { AnyOperation, MessageKind } from "../src/message/operation.ts";
import { generatedMessages, generatedServices, hasGenerated } from "./support/generated.ts";

const services = hasGenerated ? await generatedServices() : [];
const builders = new Map(hasGenerated ? (await generatedMessages()).map((m) => [m.descriptor, m.build]) : []);
const operations = services.flatMap((s) => Object.values(s.operations)) as AnyOperation[];
const WIRES = {
  string: resolveWireProfile({}),
  typed: resolveWireProfile({ payload: "typed", answer: "typed" }),
  "typed, 1.2": resolveWireProfile({ payload: "typed", answer: "typed", soapVersion: "1.2" }),
  "string, Y-N": resolveWireProfile({ booleans: "Y-N", soapAction: "operation" }),
};

function headOf(operation: AnyOperation, kind: MessageKind): HeadField[] {
  return [
    ["providerCode", "TEST0001"],
    ...(kind === "request" ? ([["service", operation.name]] as HeadField[]) : []),
    ["messageId", "0f1e2d3c"],
    ...(kind === "response" ? ([["returnMessage", "成功 & <ok>\n"]] as HeadField[]) : []),
    ["sign", "0".repeat(64)],
  ];
}

interface Written {
  readonly body: Uint8Array;
  readonly headers: Record<string, string>;
}

function write(
  operation: AnyOperation,
  wire: WireProfile,
  kind: MessageKind,
  bodyText: string | Uint8Array,
  head: readonly HeadField[] = headOf(operation, kind),
): Written {
  const content = { operation, wire, head, bodyText };
  return kind === "request" ? buildRequest(content) : buildResponse(content);
}

/** What a message says to whoever reads it. */
function read(operation: AnyOperation, wire: WireProfile, kind: MessageKind, { body, headers }: Written): unknown {
  const one = (given: WireProfile): { usual: boolean; said: unknown } => {
    try {
      const message =
        kind === "request"
          ? readRequest(body, headers, { wire: given, services })
          : (readResponse(body, headers, 200, { wire: given, operation }) as ReadMessage & { kind: string });
      const { value } = decodeBody(message.operation, given, kind, message);
      const again = decodeBody(message.operation, given, kind, message).value;
      expect(again).toStrictEqual(value);
      const { signedBytes, head, bodyText, bodyNamespaces, payloadText, headerBlocks } = message;
      const said = { head, bodyText, bodyNamespaces, payloadText, headerBlocks, operation: message.operation };
      if (signedBytes)
        expect(new TextDecoder("utf-8", { ignoreBOM: true }).decode(signedBytes)).toBe(message.signedBody);
      return { usual: signedBytes !== undefined, said: { ...said, signedBody: message.signedBody, value } };
    } catch (error) {
      const { name, code, message } = error as Error & { code: string };
      return { usual: false, said: { name, code, message } };
    }
  };
  const fast = one(wire);
  // Read alike, but never as bytes.
  const slow = one({ ...wire, lineBreaks: "ncr" });
  expect(slow.usual).toBe(false);
  return { fast, slow };
}

const PIECES = [
  "",
  " ",
  "\n",
  "\r",
  "&",
  "&amp;",
  "&lt;",
  "&gt;",
  ">",
  "&quot;",
  "&#13;",
  "<",
  "x",
  "]]>",
  "<!-- -->",
  "</Body>",
  "&lt;/Body&gt;",
  "&lt;a/&gt;",
  "<a/>",
  "\u0000",
  "中",
].map((text) => Buffer.from(text));
const BAD = [[0x80], [0xed, 0xa0, 0x80], [0xff]].map((bytes) => Buffer.from(bytes));
const change = fc.record({
  at: fc.nat(),
  drop: fc.constantFrom(0, 0, 1, 3),
  piece: fc.constantFrom(...PIECES, ...BAD),
});

describe.skipIf(!hasGenerated)("messages in the usual form", () => {
  for (const [name, wire] of Object.entries(WIRES)) {
    it(`are written with the same bytes, and read as by the strict reader: ${name}`, () => {
      let usual = 0;
      for (const operation of operations) {
        for (const kind of ["request", "response"] as const) {
          const value = builders.get(kind === "request" ? operation.request : operation.response)?.();
          const text = encodeBody(operation, wire, kind, value);
          let bytes: Uint8Array<ArrayBuffer> | undefined;
          for (let i = 0; i < 3; i++) bytes = encodeBodyBytes(operation, wire, kind, value);
          const written = write(operation, wire, kind, text);
          if (bytes) {
            expect(Buffer.from(bytes).toString()).toBe(text);
            expect(signedBody(text, wire)).toBe(text);
            // The first is written around the bytes themselves, the second is a copy; neither touches them or the other.
            const [first, second] = [1, 2].map(() => write(operation, wire, kind, bytes as Uint8Array).body);
            for (const one of [first, second])
              expect(Buffer.from(one as Uint8Array)).toEqual(Buffer.from(written.body));
            expect(Buffer.from(bytes).toString()).toBe(text);
            const again = encodeBodyBytes(operation, wire, kind, value) as Uint8Array;
            const long = [...headOf(operation, kind), ["more", "长<".repeat(400)] as const];
            expect(Buffer.from(write(operation, wire, kind, again, long).body)).toEqual(
              Buffer.from(write(operation, wire, kind, text, long).body),
            );
          }
          for (let i = 0; i < 3; i++) read(operation, wire, kind, written);
          const whole = read(operation, wire, kind, written) as {
            fast: { usual: boolean; said: unknown };
            slow: { said: unknown };
          };
          expect(whole.fast.said).toStrictEqual(whole.slow.said);
          if (whole.fast.usual) usual++;
          fc.assert(
            fc.property(fc.array(change, { minLength: 1, maxLength: 2 }), (changes) => {
              let body = Buffer.from(written.body);
              for (const { at, drop, piece } of changes) {
                const place = at % (body.length + 1);
                body = Buffer.concat([body.subarray(0, place), piece, body.subarray(place + drop)]);
              }
              const both = read(operation, wire, kind, { ...written, body }) as typeof whole;
              expect(both.fast.said).toStrictEqual(both.slow.said);
            }),
            { numRuns: 60, seed: 99 },
          );
        }
      }
      expect(usual).toBeGreaterThan(30);
    });
  }
});
