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
import { REQUEST_HEAD } from "../src/message/head.ts";
import type { MessageLimits } from "../src/message/limits.ts";
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

interface Said {
  readonly usual: boolean;
  readonly said: unknown;
}

/** What a message says to whoever reads it. */
function read(
  operation: AnyOperation,
  wire: WireProfile,
  kind: MessageKind,
  { body, headers }: Written,
): { readonly fast: Said; readonly slow: Said } {
  const one = (given: WireProfile): Said => {
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

  const value = fc.constantFrom(
    "TEST0001",
    "TEST0002",
    "1.0",
    "",
    "中文",
    "a&b",
    "a>b",
    "x".repeat(70),
    "x".repeat(1100),
  );
  const field = fc.tuple(fc.constantFrom(...REQUEST_HEAD, "returnCode", "more"), value);
  const heads = fc.uniqueArray(field, { selector: ([name]) => name, maxLength: 9 });
  const always: [string, string][] = [
    ["providerCode", "TEST0001"],
    ["messageId", "1"],
  ];
  const inOrder = heads.map((fields) =>
    [...always, ...fields.filter(([name]) => !always.some((one) => one[0] === name))].toSorted(
      ([a], [b]) => [...REQUEST_HEAD].indexOf(a) - [...REQUEST_HEAD].indexOf(b),
    ),
  );
  const limit = fc.constantFrom(undefined, { maxHeadValueLength: 7 }, { maxHeadFields: 2 });
  const space = fc.constantFrom("", "", "\n  ");
  it.each(Object.keys(WIRES) as (keyof typeof WIRES)[])(
    "have heads that are read as by the strict reader, whatever the messages before were like: %s",
    (name) => {
      const wire = WIRES[name];
      const operation = operations.find((o) =>
        // What reads and writes bytes is made on the third use.
        [1, 2, 3].map(() => encodeBodyBytes(o, wire, "request", builders.get(o.request)?.())).at(-1),
      );
      if (!operation) throw new Error("no operation has bytes");
      const text = encodeBody(operation, wire, "request", builders.get(operation.request)?.());
      const said = (given: WireProfile, { body, headers }: Written, limits: Partial<MessageLimits> | undefined) => {
        try {
          const { head } = readRequest(body, headers, { wire: given, services, ...(limits ? { limits } : {}) });
          return { head };
        } catch (error) {
          const { code, message } = error as Error & { code: string };
          return { code, message };
        }
      };
      let repeated = 0;
      fc.assert(
        fc.property(
          fc.oneof(inOrder, inOrder, heads),
          // Messages of one peer are alike, but for a value.
          fc.array(
            fc.tuple(fc.option(fc.oneof(field, fc.constant(["providerCode", "TEST0002"] as const))), limit, space),
            { minLength: 2, maxLength: 4 },
          ),
          (base, messages) => {
            for (const [other, limits, between] of messages) {
              const head = base.map(([name, value]): HeadField => {
                const given = other?.[0] === name ? other[1] : value;
                return [name, name === "service" && given !== "1.0" ? operation.name : given];
              });
              const written = write(operation, wire, "request", text, head);
              const spaced = Buffer.from(
                Buffer.from(written.body)
                  .toString()
                  .replace(/(?<=<\/\w+>)(?=<\w)/g, between),
              );
              // The second time its beginning is known.
              for (let i = 0; i < 2; i++) {
                const found = said(wire, { ...written, body: spaced }, limits);
                expect(found).toStrictEqual(said({ ...wire, lineBreaks: "ncr" }, { ...written, body: spaced }, limits));
                if (found.head && found.head.length > 3) repeated++;
              }
            }
          },
        ),
        { numRuns: 150, seed: 1129 },
      );
      expect(repeated).toBeGreaterThan(50);
    },
  );

  it("that are carried as text keep their own bytes, however long they are", () => {
    const wire = WIRES.string;
    const operation = operations.find((o) =>
      [1, 2, 3].map(() => encodeBodyBytes(o, wire, "request", builders.get(o.request)?.())).at(-1),
    );
    if (!operation) throw new Error("no operation has bytes");
    const text = encodeBody(operation, wire, "request", builders.get(operation.request)?.());
    const kept: [ReadMessage, string][] = [];
    for (const [size, space] of [
      [10, " "],
      [70_000, " "],
      [90_000, "\n"],
      [70_000, "\t"],
      [5 << 20, " "],
    ] as const) {
      const longer = text.replace("<Body>", `<Body>${space.repeat(size)}`);
      const written = write(operation, wire, "request", longer);
      const { fast, slow } = read(operation, wire, "request", written);
      expect(fast.said).toStrictEqual(slow.said);
      expect(fast.usual).toBe(true);
      kept.push([readRequest(written.body, written.headers, { wire, services }), longer]);
    }
    for (const [message, longer] of kept) {
      expect(Buffer.from(message.signedBytes ?? []).toString() === longer).toBe(true);
      expect(message.payloadText?.includes(longer)).toBe(true);
    }
  });
});
