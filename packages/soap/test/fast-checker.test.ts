import "../src/with/all.ts";
import { type Issue, validateValue } from "@coo/soap";
import type { MessageDescriptor, Particle, SimpleDescriptor } from "@coo/soap/gen1";
import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { checkStrictly, DEFAULT_VALUE_WIRE } from "../src/codec/encode.ts";
import { checkFast } from "../src/codec/fast/check-fast.ts";
import { arbitraryFor } from "./support/arbitrary.ts";
import { EverythingMessage } from "./support/constructs.ts";
import { QueryMessage } from "./support/descriptors.ts";
import { generatedMessages, hasGenerated } from "./support/generated.ts";
import { broken } from "./support/mutate.ts";
import { UsualMessage } from "./support/usual-constructs.ts";

interface Options {
  readonly allErrors: boolean;
  readonly strict: boolean;
}

/** What the generated code finds; the first calls only count uses. */
function fast(
  descriptor: MessageDescriptor<unknown>,
  value: unknown,
  { allErrors, strict }: Options = { allErrors: true, strict: true },
): readonly Issue[] | undefined {
  const element = descriptor.element ?? { name: descriptor.name, ns: "" };
  const options = { wire: DEFAULT_VALUE_WIRE, strict, labels: undefined, maxIssues: allErrors ? 100 : 1 };
  let issues: readonly Issue[] | undefined;
  for (let i = 0; i < 3; i++) issues = checkFast(descriptor, element, value, options);
  return issues;
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

const WAYS: readonly Options[] = [
  { allErrors: true, strict: true },
  { allErrors: false, strict: true },
  { allErrors: true, strict: false },
];

describe("generated checks", () => {
  it.each(messages)("find what the strict writer finds, or leave it to that: $name", ({ descriptor, build }) => {
    let found = 0;
    let right = 0;
    const drawn = arbitraryFor(descriptor);
    const values = build ? fc.oneof(drawn, fc.constant(build())) : drawn;
    fc.assert(
      fc.property(fc.oneof(values, broken(values)), fc.constantFrom(...WAYS), (value, way) => {
        const issues = fast(descriptor, value, way);
        if (issues === undefined) return;
        if (issues.length > 0) found++;
        else right++;
        expect(issues).toEqual(checkStrictly(descriptor, value, way));
      }),
      { numRuns: 300, seed: 416 },
    );
    if (descriptor !== EverythingMessage) expect(Math.min(found, right)).toBeGreaterThan(0);
  });

  const string = (rest: Partial<SimpleDescriptor> = {}): SimpleDescriptor => ({
    k: "simple",
    builtin: "string",
    js: "string",
    ...rest,
  });

  function messageOf(content: Particle): MessageDescriptor<unknown> {
    return { k: "message", name: "M", type: { k: "complex", name: "T", ns: "", content } };
  }

  const one = (type: SimpleDescriptor): MessageDescriptor<unknown> =>
    messageOf({ k: "el", prop: "a", name: "a", ns: "", type, min: 0, max: 1 });

  const types: readonly SimpleDescriptor[] = [
    string(),
    string({ maxLength: 3 }),
    string({ length: 2 }),
    string({ minLength: 1, maxLength: 4, ws: "replace" }),
    string({ builtin: "token" }),
    string({ builtin: "normalizedString" }),
    string({ patterns: ["[^\\n\\r]{1,5}"] }),
    string({ patterns: ["[0-9]{4}-(?:0[1-9]|1[0-2])"] }),
    string({ patterns: ["[A-Z]+"], maxLength: 4 }),
    string({ patterns: [".*"] }),
    string({ patterns: ["[a-z中\\u0000-\\u0020]*"] }),
    string({ patterns: ["[^a]*", "[^b]*"] }),
    string({ enum: ["1", "22", " x", "\u0001"] }),
    string({ enum: ["ab", "abc"], maxLength: 2 }),
    string({ builtin: "token", enum: ["a", " b"] }),
    string({ builtin: "date" }),
    string({ builtin: "decimal" }),
    string({ builtin: "decimal", patterns: ["[^\\n\\r]{1,5}"] }),
    string({ builtin: "decimal", patterns: ["-?[0-9]{1,3}(?:\\.[0-9]{1,2})?"], totalDigits: 4, fractionDigits: 2 }),
    string({ builtin: "decimal", patterns: ["[0-9]{1,3}"] }),
    string({ builtin: "decimal", patterns: ["-[0-9]{1,3}"] }),
    string({ builtin: "decimal", patterns: ["[0-9.]*"] }),
    string({ builtin: "decimal", enum: ["1.0", "2"] }),
    string({ builtin: "decimal", totalDigits: 2 }),
    string({ builtin: "decimal", minInclusive: "0", maxExclusive: "100.5" }),
    string({ builtin: "decimal", minExclusive: "-1", maxInclusive: "99999999999999999999" }),
    { k: "simple", builtin: "int", js: "number" },
    { k: "simple", builtin: "positiveInteger", js: "number" },
    { k: "simple", builtin: "byte", js: "number", maxInclusive: "5" },
    { k: "simple", builtin: "double", js: "number" },
    { k: "simple", builtin: "boolean", js: "boolean" },
    { k: "simple", builtin: "boolean", js: "boolean", patterns: ["[01]"] },
    { k: "simple", builtin: "base64Binary", js: "bytes" },
    { k: "simple", builtin: "hexBinary", js: "bytes", length: 2 },
    { k: "simple", builtin: "anySimpleType", js: "list", item: string({ builtin: "token" }), maxLength: 2 },
  ];

  const values: readonly unknown[] = [
    "",
    ..." |a|ab|abc|abcd| a|a |a  b|a\n|\t|\r|a\u0000|\u001f|\u007f|中".split("|"),
    ..."\ud800|\udc00x|𠮷|𠮷𠮷𠮷|\ue000|\ufffd|\ufffe|\uffff|2026-02|2026-13|ABCD|ABCDE".split("|"),
    ..."0|-0|+1|1.|.5|.|-|+|-.|1.0|1.00|2|22|100.5|100.49|-1|-0.9|1.2.3".split("|"),
    ..."123.45|1234|-123|-123.4|00000000000000000001.50|99999999999999999999|99999999999999999999.5".split("|"),
    ..."1e5|NaN| x|x|\u0001|2026-03-01|1\n|12\r".split("|"),
    "x".repeat(50),
    5n,
    Object.create(null),
    [Symbol("1")],
    0,
    -0,
    1,
    -1,
    1.5,
    5,
    6,
    127,
    128,
    2 ** 31,
    2 ** 53,
    Number.NaN,
    Infinity,
    true,
    false,
    null,
    new Uint8Array(0),
    new Uint8Array(2),
    [],
    ["a"],
    ["a", "b"],
    ["a", "b", "c"],
    {},
  ];

  it("judge single values as the codec does", () => {
    for (const type of types) {
      for (const value of values) {
        const message = one(type);
        expect([type, value, fast(message, { a: value })]).toEqual([type, value, checkStrictly(message, { a: value })]);
      }
    }
  });

  const text = string();
  const el = (prop: string, rest: object = {}): Particle => ({
    k: "el",
    prop,
    name: prop,
    ns: "",
    type: text,
    min: 1,
    max: 1,
    ...rest,
  });

  it("judge choices, optional sequences and repeated groups as the strict writer does", () => {
    const contents: readonly Particle[] = [
      { k: "choice", min: 1, max: 1, items: [el("a"), el("b")] },
      { k: "choice", min: 0, max: 1, items: [el("a"), el("b", { max: -1 })] },
      {
        k: "choice",
        min: 1,
        max: 1,
        items: [el("a"), { k: "seq", min: 1, max: 1, items: [el("b"), el("c", { min: 0 })] }],
      },
      { k: "choice", min: 1, max: 1, items: [el("a"), { k: "seq", min: 0, max: 1, items: [el("b"), el("c")] }] },
      { k: "choice", min: 1, max: 1, items: [el("a"), { k: "choice", min: 0, max: 1, items: [el("b"), el("c")] }] },
      {
        k: "choice",
        min: 1,
        max: 1,
        items: [
          { k: "seq", min: 1, max: 1, items: [el("a"), el("b")] },
          { k: "seq", min: 1, max: 1, items: [el("a"), el("c")] },
        ],
      },
      { k: "seq", min: 0, max: 1, items: [el("a"), el("b", { min: 0 }), el("c")] },
      { k: "all", min: 0, max: 1, items: [el("a"), el("b", { nillable: true })] },
      { k: "seq", min: 1, max: 1, items: [el("a", { default: "x" }), el("b", { fixed: "1", nillable: true })] },
      { k: "seq", min: 2, max: 3, prop: "a", items: [el("b"), el("c", { min: 0 })] },
      { k: "choice", min: 0, max: -1, prop: "a", items: [el("b"), el("c")] },
      el("a", { min: 2, max: 3, nillable: true }),
    ];
    const pieces = [
      undefined,
      "x",
      "",
      "1",
      null,
      ["x"],
      ["x", "y"],
      ["x", undefined, null],
      [{ b: "1" }, { c: "2" }],
      {},
    ];
    for (const content of contents) {
      const message = messageOf(content);
      for (const a of pieces)
        for (const b of pieces)
          for (const c of pieces) {
            const value = Object.fromEntries(
              Object.entries({ a, b, c, d: a }).filter(([k, v]) => (k !== "d" ? v !== undefined : v === "x")),
            );
            const issues = fast(message, value);
            if (issues !== undefined) expect([value, issues]).toEqual([value, checkStrictly(message, value)]);
          }
    }
    expect(fast(messageOf(contents[0] as Particle), { a: "1", b: "2" })).toHaveLength(1);
    expect(fast(messageOf(contents[9] as Particle), { a: [{ b: "1" }, { c: "1" }] })).toHaveLength(1);
  });

  it("check attributes and simple content, present or not", () => {
    const message: MessageDescriptor<unknown> = {
      k: "message",
      name: "M",
      type: {
        k: "complex",
        name: "T",
        ns: "",
        attrs: [
          { prop: "z", name: "z", ns: "", type: string({ maxLength: 2 }), required: true },
          { prop: "b", name: "b", ns: "", type: string({ enum: ["1"] }), default: "1" },
        ],
        text: string({ builtin: "decimal" }),
      },
    };
    for (const value of [
      { z: "1", $value: "1" },
      { z: "1234", b: "2", $value: "x" },
      { $value: null },
      { b: null },
      {},
    ]) {
      expect(fast(message, value)).toBeDefined();
      expect(fast(message, value)).toEqual(checkStrictly(message, value));
    }
  });

  it("stop at the most issues that are told, as the strict writer does", () => {
    const message = messageOf(el("a", { max: -1, type: string({ maxLength: 1 }) }));
    const value = { a: Array.from({ length: 300 }, () => "xx") };
    expect(fast(message, value)).toHaveLength(100);
    expect(fast(message, value)).toEqual(checkStrictly(message, value));
    expect(fast(message, value, { allErrors: false, strict: true })).toHaveLength(1);
  });

  it("leave objects that contain themselves to the strict writer", () => {
    const message: MessageDescriptor<unknown> = messageOf({
      ...el("a", { min: 0 }),
      type: () => message.type,
    } as Particle);
    const deep = (levels: number): object => (levels === 0 ? {} : { a: deep(levels - 1) });
    expect(fast(message, deep(80))).toEqual([]);
    for (const levels of [88, 89, 90, 91, 92]) {
      let strict: unknown;
      try {
        strict = checkStrictly(message, deep(levels));
      } catch {
        strict = undefined;
      }
      expect([levels, fast(message, deep(levels))]).toEqual([levels, strict]);
    }
  });

  it("can be used while they check, and keep nothing", () => {
    const message = messageOf({ k: "seq", min: 1, max: 1, items: [el("a"), el("b")] });
    const value = {
      get a(): string {
        return JSON.stringify(validateValue(message, { a: 1, b: 2 }).length);
      },
      b: 3,
    };
    expect(validateValue(message, value)).toHaveLength(1);
    expect(validateValue(message, { a: "1", b: "2" })).toEqual([]);
    expect(validateValue(message, value)).toHaveLength(1);
  });
});
