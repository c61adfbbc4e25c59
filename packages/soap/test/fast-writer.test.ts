import "../src/with/all.ts";
import { encodeElement, encodeElementBytes } from "@coo/soap";
import type { MessageDescriptor } from "@coo/soap/gen1";
import { canonicalize } from "@coo/xml/c14n";
import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { DEFAULT_VALUE_WIRE, encodeStrictly } from "../src/codec/encode.ts";
import type { ByteWriter } from "../src/codec/fast/byte-writer.ts";
import type { CompiledWriter } from "../src/codec/fast/compile-writer.ts";
import { planWriter } from "../src/codec/fast/plan-writer.ts";
import { writeBy, writeFast } from "../src/codec/fast/write-fast.ts";
import { arbitraryFor } from "./support/arbitrary.ts";
import { arbitrarySchema } from "./support/arbitrary-schema.ts";
import { EverythingMessage } from "./support/constructs.ts";
import { QueryMessage } from "./support/descriptors.ts";
import { generatedMessages, hasGenerated } from "./support/generated.ts";
import { broken } from "./support/mutate.ts";
import { UsualMessage } from "./support/usual-constructs.ts";

const ELEMENT = { name: "Body", ns: "" };

const plans = new WeakMap<MessageDescriptor<unknown>, CompiledWriter | undefined>();

/** What the generated code writes; the first calls only count uses. Plans, which take its place, write the same. */
function fast(descriptor: MessageDescriptor<unknown>, value: unknown): string | undefined {
  const textOf = (w: ByteWriter): string => {
    const written = w.bytes.toString("utf8", 0, w.pos);
    // What claims to be canonical is signed as it stands.
    if (w.canonical) expect(canonicalize(written, { mode: "exc-c14n" })).toBe(written);
    return written;
  };
  let text: string | undefined;
  for (let i = 0; i < 3; i++) text = writeFast(descriptor, ELEMENT, value, DEFAULT_VALUE_WIRE, textOf);
  if (!plans.has(descriptor)) plans.set(descriptor, planWriter(descriptor, ELEMENT));
  const plan = plans.get(descriptor);
  expect(plan ? writeBy(plan, value, DEFAULT_VALUE_WIRE.booleans, textOf) : undefined).toBe(text);
  return text;
}

function strict(descriptor: MessageDescriptor<unknown>, value: unknown): string | undefined {
  try {
    return encodeStrictly(descriptor, value, { element: ELEMENT });
  } catch {
    return undefined;
  }
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

/** Whether a value holds what is left to the strict writer: attributes of an element that is nil, and `null` of an abstract type. */
function holdsForms(text: string): boolean {
  return text.includes('"$nil":') || text.includes("null");
}

describe("start tags that hold more than a name", () => {
  it("are written as the strict writer writes them, whatever the schema", () => {
    let marked = 0;
    fc.assert(
      fc.property(
        arbitrarySchema.chain((descriptor) => {
          const right = arbitraryFor(descriptor);
          return fc.tuple(
            fc.constant(descriptor),
            fc.array(right, { minLength: 4, maxLength: 6 }),
            fc.array(broken(right), { minLength: 2, maxLength: 4 }),
          );
        }),
        ([descriptor, values, others]) => {
          for (const value of [...values, ...others]) {
            const text = fast(descriptor, value);
            if (text === undefined) {
              if (values.includes(value)) expect(holdsForms(JSON.stringify(value))).toBe(true);
              continue;
            }
            expect(text).toBe(strict(descriptor, value));
            if (/xsi:|a[0-9]+="/.test(text)) marked++;
          }
        },
      ),
      { numRuns: Number(process.env["COO_RUNS"] ?? 60), seed: 1129 },
    );
    expect(marked).toBeGreaterThan(100);
  });
});

describe("generated writers", () => {
  it.each(messages)("write what the strict writer writes, and leave the rest to it: $name", ({ descriptor, build }) => {
    let written = 0;
    const drawn = arbitraryFor(descriptor);
    const right = build ? fc.oneof(drawn, fc.constant(build())) : drawn;
    fc.assert(
      fc.property(fc.oneof(right, broken(right)), (value) => {
        const text = fast(descriptor, value);
        if (text === undefined) return;
        written++;
        expect(text).toBe(strict(descriptor, value));
      }),
      { numRuns: 250, seed: 815 },
    );
    if (descriptor !== EverythingMessage) expect(written).toBeGreaterThan(0);
  });

  const text = { k: "simple", builtin: "string", js: "string" } as const;
  const message: MessageDescriptor<unknown> = {
    k: "message",
    name: "M",
    type: {
      k: "complex",
      name: "T",
      ns: "",
      attrs: [{ prop: "att", name: "att", ns: "", type: text }],
      content: {
        k: "seq",
        min: 1,
        max: 1,
        items: [
          { k: "el", prop: "a", name: "a", ns: "", type: text, min: 0, max: 1 },
          { k: "el", prop: "list", name: "b", ns: "", type: text, min: 0, max: -1 },
        ],
      },
    },
  };

  it("write every character, escaped where it must be, at every place of short and long texts", () => {
    for (const size of [0, 1, 31, 32, 33, 34, 500]) {
      for (const piece of ["a", "&", "<", ">", "\r", "\n", "\t", '"', "é", "中", "𠮷", "\uffef", "\ufffd", "\ue000"]) {
        const value = { a: `${"x".repeat(size)}${piece}${"中".repeat(size % 7)}`, list: [piece, piece, `${piece}2`] };
        expect(fast(message, value)).toBe(strict(message, value));
        expect(fast(message, value)).toBeDefined();
      }
      for (const piece of ["\u0000", "\u001f", "\ufffe", "\uffff", "\ud800", "\udc00", "\ud800x", "\udfff\ud800"]) {
        expect(fast(message, { a: `${"x".repeat(size)}${piece}` })).toBeUndefined();
      }
    }
  });

  it("write names of any script and length, in namespaces, over and over", () => {
    for (const size of [1, 2, 3, 4, 5, 6, 7, 8, 9]) {
      const name = `${"名".repeat(size)}𠮷${"x".repeat(size)}`;
      const ns = `urn:名${"y".repeat(size)}`;
      const named: MessageDescriptor<unknown> = {
        k: "message",
        name: "N",
        type: {
          k: "complex",
          name: "T",
          ns,
          content: {
            k: "seq",
            min: 1,
            max: 1,
            items: [
              { k: "el", prop: "a", name, ns, type: text, min: 1, max: 1 },
              {
                k: "el",
                prop: "list",
                name: "b",
                ns,
                type: { ...text, maxLength: 3, patterns: ["[^\\n\\r]{1,3}"] },
                min: 0,
                max: -1,
              },
            ],
          },
        },
      };
      const value = { a: "1", list: ["中", "中", "b", "b", "&", "&", "中文字", "中文字"] };
      expect(fast(named, value)).toBe(strict(named, value));
      expect(fast(named, value)).toContain(`<n:${name}`);
      for (const wrong of ["中文字母", "\n", "中\n", "", "abcd", "\u0001", "中\u0001"])
        expect(fast(named, { a: "1", list: [wrong] })).toBeUndefined();
    }
  });

  it("refuse properties that they do not write, own or inherited, whatever came before", () => {
    expect(fast(message, { a: "1" })).toBe("<Body><a>1</a></Body>");
    expect(fast(message, { a: "1", zz: undefined })).toBe("<Body><a>1</a></Body>");
    expect(fast(message, { a: "1", zz: "2" })).toBeUndefined();
    expect(fast(message, { zz: "2" })).toBeUndefined();
    expect(fast(message, { att: "2" })).toBe('<Body att="2"></Body>');
    expect(fast(message, Object.create({ att: "2" }))).toBe(strict(message, Object.create({ att: "2" })));
    expect(fast(message, { $attributes: { x: "2" } })).toBeUndefined();
    class Own {
      get a(): string {
        return "1";
      }
    }
    expect(fast(message, new Own())).toBe(strict(message, new Own()));
    expect(fast(message, Object.assign(new Own(), { zz: 1 }))).toBeUndefined();
    for (const wrong of [
      null,
      undefined,
      1,
      "x",
      [],
      new Uint8Array(1),
      { a: null },
      { a: 1 },
      { list: "x" },
      { list: [undefined] },
    ])
      expect(fast(message, wrong)).toBeUndefined();
  });

  it("give texts and bytes that belong to the caller", () => {
    const bytes = [1, 2, 3, 4, 5].map((n) => encodeElementBytes(message, { a: String(n) }, { element: ELEMENT }));
    expect(bytes.map((b) => new TextDecoder().decode(b))).toEqual(
      [1, 2, 3, 4, 5].map((n) => `<Body><a>${n}</a></Body>`),
    );
    expect(encodeElement(message, { a: "x".repeat(5 << 20) }, { element: ELEMENT }).length).toBe((5 << 20) + 20);
    expect(encodeElement(message, { a: "y" }, { element: ELEMENT })).toBe("<Body><a>y</a></Body>");
  });

  it("can be used while they write", () => {
    const value = {
      get a(): string {
        return fast(message, { a: "inner" }) ?? "";
      },
    };
    expect(fast(message, value)).toBe("<Body><a>&lt;Body&gt;&lt;a&gt;inner&lt;/a&gt;&lt;/Body&gt;</a></Body>");
  });
});
