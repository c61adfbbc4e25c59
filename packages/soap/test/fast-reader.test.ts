import "../src/with/all.ts";
import { execFileSync } from "node:child_process";
import { encodeElement } from "@coo/soap";
import type { MessageDescriptor } from "@coo/soap/gen1";
import { DEFAULT_LIMITS } from "@coo/xml";
import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { decodeStrictly } from "../src/codec/decode.ts";
import { DEFAULT_VALUE_WIRE } from "../src/codec/encode.ts";
import { planReader } from "../src/codec/fast/plan-reader.ts";
import { readFast, UNREAD, withReader } from "../src/codec/fast/read-fast.ts";
import { arbitraryFor } from "./support/arbitrary.ts";
import { EverythingMessage } from "./support/constructs.ts";
import { QueryMessage } from "./support/descriptors.ts";
import { generatedMessages, hasGenerated } from "./support/generated.ts";
import { UsualMessage } from "./support/usual-constructs.ts";

const ELEMENT = { name: "Body", ns: "" };
const options = { wire: DEFAULT_VALUE_WIRE, limits: DEFAULT_LIMITS, namespaces: undefined };

/** What the generated code makes of bytes; the first calls only count uses. */
function fast(descriptor: MessageDescriptor<unknown>, bytes: Uint8Array, given: Partial<typeof options> = {}): unknown {
  let value: unknown = UNREAD;
  for (let i = 0; i < 3; i++) value = readFast(descriptor, ELEMENT, bytes, { ...options, ...given });
  return value;
}

/** The same by a plan, which takes its place where code may not be made. */
function planned(descriptor: MessageDescriptor<unknown>): (bytes: Uint8Array) => unknown {
  const plan = planReader(descriptor, ELEMENT);
  if (!plan) return () => UNREAD;
  return (bytes) =>
    withReader(bytes, plan, options, (reader) => {
      const value = plan.read(reader);
      return reader.pos === bytes.byteLength ? value : UNREAD;
    });
}

function strict(descriptor: MessageDescriptor<unknown>, bytes: Uint8Array): { readonly value: unknown } | undefined {
  try {
    return { value: decodeStrictly(descriptor, bytes, { element: ELEMENT }).value };
  } catch {
    return undefined;
  }
}

/** What is put into messages: each piece can make one wrong, or another one, or the same in another form. */
const PIECES = [
  "",
  " ",
  "\n",
  "\r",
  "\t",
  "<",
  ">",
  "&",
  "&amp;",
  "&lt;",
  "&#13;",
  "&#x0;",
  "&x;",
  "]]>",
  "]",
  "<!-- c -->",
  "<![CDATA[x]]>",
  "<?x y?>",
  "</Body>",
  "<Body>",
  "<a/>",
  "<a></a>",
  ' xsi:nil="true"',
  ' a="b"',
  "\u0000",
  "\u007f",
  "\u0085",
  "中",
  "𠮷",
  "\ufffe",
  "0",
  "-",
  ".",
  "9999999999",
  "true",
  "n:",
].map((text) => Buffer.from(text));
const BAD = [
  [0x80],
  [0xc0, 0xaf],
  [0xe0, 0x80, 0x80],
  [0xed, 0xa0, 0x80],
  [0xf4, 0x90, 0x80, 0x80],
  [0xf0, 0x8f, 0xbf, 0xbf],
  [0xe4, 0xb8],
  [0xff],
].map((b) => Buffer.from(b));
const change = fc.record({
  at: fc.nat(),
  drop: fc.constantFrom(0, 0, 0, 1, 2, 9),
  piece: fc.constantFrom(...PIECES, ...BAD),
});

function apply(bytes: Buffer, { at, drop, piece }: { at: number; drop: number; piece: Buffer }): Buffer {
  const place = at % (bytes.length + 1);
  return Buffer.concat([bytes.subarray(0, place), piece, bytes.subarray(place + drop)]);
}

interface Case {
  readonly name: string;
  readonly descriptor: MessageDescriptor<unknown>;
  readonly build?: (() => unknown) | undefined;
}

const messages: readonly Case[] = [
  { name: "every construct", descriptor: EverythingMessage },
  { name: "a query", descriptor: QueryMessage },
  { name: "usual constructs", descriptor: UsualMessage },
  ...(hasGenerated ? await generatedMessages() : []),
];

describe("generated readers and plans", () => {
  it.each(messages)("read what the strict reader reads, and leave the rest to it: $name", ({ descriptor, build }) => {
    let read = 0;
    const drawn = arbitraryFor(descriptor, { plainLines: true });
    const byPlan = planned(descriptor);
    const values = build ? fc.oneof(drawn, fc.constant(build())) : drawn;
    fc.assert(
      fc.property(values, fc.array(change, { maxLength: 3 }), (value, changes) => {
        const bytes = changes.reduce(apply, Buffer.from(encodeElement(descriptor, value, { element: ELEMENT })));
        const found = fast(descriptor, bytes);
        const other = byPlan(bytes);
        expect(other).toStrictEqual(found);
        if (found === UNREAD) return;
        expect(JSON.stringify(other)).toBe(JSON.stringify(found));
        read++;
        expect({ value: found }).toStrictEqual(strict(descriptor, bytes));
        expect(JSON.stringify(found)).toBe(JSON.stringify(strict(descriptor, bytes)?.value));
      }),
      { numRuns: 250, seed: 4711 },
    );
    if (descriptor !== EverythingMessage) expect(read).toBeGreaterThan(0);
  });

  it("keep to the limits", () => {
    const value = { id: "1" } as unknown;
    const message: MessageDescriptor<unknown> = {
      k: "message",
      name: "M",
      type: {
        k: "complex",
        name: "T",
        ns: "",
        content: {
          k: "seq",
          min: 1,
          max: 1,
          items: [
            {
              k: "el",
              prop: "id",
              name: "id",
              ns: "",
              type: { k: "simple", builtin: "string", js: "string" },
              min: 1,
              max: 1,
            },
          ],
        },
      },
    };
    const bytes = Buffer.from(encodeElement(message, value, { element: ELEMENT }));
    expect(fast(message, bytes)).toEqual(value);
    for (const limit of ["maxBytes", "maxDepth", "maxTextLength", "maxNameLength", "maxElements"] as const)
      expect(fast(message, bytes, { limits: { ...DEFAULT_LIMITS, [limit]: 1 } })).toBe(UNREAD);
    // Start tags and end tags count: what has as many as there may be elements has fewer elements.
    const tags = bytes.toString().split("<").length - 1;
    expect(fast(message, bytes, { limits: { ...DEFAULT_LIMITS, maxElements: tags } })).toEqual(value);
    expect(fast(message, bytes, { wire: { ...DEFAULT_VALUE_WIRE, lineBreaks: "crlf" } })).toBe(UNREAD);
    expect(fast(message, Buffer.concat([bytes, Buffer.from("<!-- -->")]))).toBe(UNREAD);
  });

  it("are not needed: a process that may not make code reads and writes the same", () => {
    const script = `
      import { decodeElement, encodeElement } from "@coo/soap";
      try { new Function("1"); console.log("may"); } catch { console.log("may not"); }
      const type = { k: "complex", name: "T", ns: "", content: { k: "seq", min: 1, max: 1, items: [
        { k: "el", prop: "id", name: "id", ns: "", type: { k: "simple", builtin: "string", js: "string" }, min: 1, max: 1 } ] } };
      for (let i = 0; i < 5; i++) {
        const xml = encodeElement({ k: "message", name: "M", type }, { id: "中" + i });
        console.log(decodeElement({ k: "message", name: "M", type }, xml).value.id);
      }`;
    const out = execFileSync(
      process.execPath,
      [
        "--disallow-code-generation-from-strings",
        "--conditions=@coo/source",
        "--disable-warning=ExperimentalWarning",
        "--input-type=module",
        "-e",
        script,
      ],
      { cwd: new URL("..", import.meta.url), encoding: "utf8" },
    );
    expect(out.trim().split("\n")).toEqual(["may not", "中0", "中1", "中2", "中3", "中4"]);
  });

  it("compare every byte of a tag, however short, up to the end of the bytes", () => {
    const type = { k: "simple", builtin: "string", js: "string" } as const;
    for (let size = 1; size <= 9; size++) {
      const name = "abcdefghi".slice(0, size);
      const message: MessageDescriptor<unknown> = {
        k: "message",
        name: "M",
        type: {
          k: "complex",
          name: "T",
          ns: "",
          content: { k: "el", prop: "a", name, ns: "", type, min: 0, max: -1 },
        },
      };
      const right = Buffer.from(`<Body><${name}>1</${name}><${name}>2</${name}></Body>`);
      expect(fast(message, right)).toEqual({ a: ["1", "2"] });
      for (let i = 0; i < right.length; i++) {
        const wrong = Buffer.from(right);
        wrong[i] = right[i] === 0x7a ? 0x79 : 0x7a;
        const value = fast(message, wrong);
        expect([i, value]).toEqual([i, strict(message, wrong)?.value ?? UNREAD]);
        expect(fast(message, right.subarray(0, i))).toBe(UNREAD);
      }
    }
  });
});
