import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { decodeElement } from "../src/codec/decode.ts";
import { encodeElement } from "../src/codec/encode.ts";
import type { MessageDescriptor, SimpleDescriptor } from "../src/gen1.ts";
import { isSoapError } from "../src/index.ts";

const boolean: SimpleDescriptor = { k: "simple", builtin: "boolean", js: "boolean" };
const int: SimpleDescriptor = { k: "simple", builtin: "int", js: "number" };
const digit: SimpleDescriptor = { ...int, patterns: ["[0-9]"] };
const digits: SimpleDescriptor = { ...int, patterns: ["[0-9]+"] };
const double: SimpleDescriptor = { k: "simple", builtin: "double", js: "number" };
const decimal: SimpleDescriptor = { k: "simple", builtin: "decimal", js: "string" };
const integer: SimpleDescriptor = { k: "simple", builtin: "integer", js: "string" };
const string: SimpleDescriptor = { k: "simple", builtin: "string", js: "string" };
const token: SimpleDescriptor = { k: "simple", builtin: "token", js: "string", enum: ["a", "b"] };
const hex: SimpleDescriptor = { k: "simple", builtin: "hexBinary", js: "bytes" };
const base64: SimpleDescriptor = { k: "simple", builtin: "base64Binary", js: "bytes" };
const list: SimpleDescriptor = { k: "simple", builtin: "anySimpleType", js: "list", item: int };
const union = (...members: SimpleDescriptor[]): SimpleDescriptor => ({
  k: "simple",
  builtin: "anySimpleType",
  js: "union",
  members,
});

function messageOf(type: SimpleDescriptor): MessageDescriptor<unknown> {
  const content = { k: "el", prop: "x", name: "x", ns: "", type, min: 1, max: 1 } as const;
  return {
    k: "message",
    name: "m",
    element: { name: "m", ns: "" },
    type: { k: "complex", name: "m", ns: "", content },
  };
}

const write = (type: SimpleDescriptor, x: unknown, wire = {}): string =>
  /<x>(.*)<\/x>/s.exec(encodeElement(messageOf(type), { x }, { wire }))?.[1] ?? "";
const read = (type: SimpleDescriptor, text: string, wire = {}): unknown =>
  (decodeElement(messageOf(type), `<m><x>${text}</x></m>`, { wire }).value as { x: unknown }).x;

describe("a pattern of a union looks at a text as the member that takes it does", () => {
  const of = (pattern: string, ...members: SimpleDescriptor[]): SimpleDescriptor => ({
    ...union(...members),
    patterns: [pattern],
  });
  it.each([
    [of("[0-9]", int, string), " 5 ", 5],
    [of("[0-9]| a", int, string), " a", " a"],
    [of("[0-9]|a", int, string), " a", null],
    [of("[0-9]|a", union(int, string), token), "\n5", 5],
    [of("1 2", boolean, list, string), " 1  2", [1, 2]],
  ])("%#", (type, text, value) => {
    if (value === null) expect(() => read(type, text)).toThrow("pattern");
    else expect(read(type, text)).toEqual(value);
  });
});

describe("a value of a union is written so that it is read as itself", () => {
  it.each([
    [union(boolean, int), 1, "+1"],
    [union(boolean, int), 0, "+0"],
    [union(boolean, int), 2, "2"],
    [union(boolean, int), true, "true"],
    [union(boolean, digits), 1, "01"],
    [union(boolean, double), 1, "1.0"],
    [union(boolean, double), -1, "-1"],
    [union(int, boolean), true, "true"],
    [union(int, double), 5, "5"],
    [union(int, double), 2.5, "2.5"],
    [union(int, decimal), "5", "5.0"],
    [union(boolean, integer), "1", "+1"],
    [union(int, hex), new Uint8Array([0x12]), null],
    [union(int, base64), new Uint8Array([0xd7, 0x6d, 0xf8]), "1 234"],
    [union(boolean, list), [1], "+1"],
    [union(boolean, list), [1, 0], "1 0"],
    [union(int, list), [1], null],
    [union(int, string), "1", null],
    [union(int, string), "one", "one"],
    [union(boolean, string), "true", null],
    [union(token, string), " a", null],
    [union(token, string), " c", " c"],
    [union(boolean, digit), 1, null],
    [union(boolean, union(int, string)), 1, "+1"],
    [union(boolean, { ...union(int), patterns: ["0*1"] }), 1, "01"],
    [{ ...union(boolean, int), enum: ["true", "01"] }, 1, "+1"],
  ])("%#", (type, value, text) => {
    if (text === null) {
      expect(() => write(type, value)).toThrow(
        expect.objectContaining({ issues: [expect.objectContaining({ code: "union", path: "x" })] }),
      );
      return;
    }
    expect(write(type, value)).toBe(text);
    const back = read(type, text);
    expect(typeof back).toBe(typeof value);
    expect(write(type, back)).toBe(text);
  });

  it("in the forms of the wire profile", () => {
    expect(write(union(int, boolean), true, { booleans: "1-0" })).toBe("true");
    expect(write(union(boolean, int), 1, { booleans: "Y-N" })).toBe("1");
    expect(read(union(boolean, int), "1", { booleans: "Y-N" })).toBe(1);
    expect(write(union(boolean, string), "Y", { booleans: "true-false" })).toBe("Y");
    expect(() => write(union(boolean, string), "Y", { booleans: "Y-N" })).toThrow();
  });

  it("whatever the members are, in whatever order", () => {
    const members = fc.uniqueArray(fc.constantFrom(boolean, int, double, decimal, string, token, hex, list), {
      minLength: 1,
    });
    const values = fc.oneof(
      fc.boolean(),
      fc.integer({ min: -9, max: 99 }),
      fc.double({ noNaN: true }),
      fc.constantFrom("1", "0", "true", "a", " a", "10", "1.50", "AB", ""),
      fc.uint8Array({ maxLength: 2 }),
      fc.array(fc.integer({ min: 0, max: 3 }), { maxLength: 2 }),
    );
    fc.assert(
      fc.property(members, values, (types, value) => {
        const type = union(...types);
        let text: string;
        try {
          text = write(type, value);
        } catch (error) {
          expect(isSoapError(error)).toBe(true);
          return;
        }
        const back = read(type, text);
        if (typeof value === "string" && typeof back === "string") {
          // A decimal has several forms.
          if (back !== value) expect(Number(back)).toBe(Number(value));
        } else if (typeof value === "number") expect(back === value || Object.is(back, -value)).toBe(true);
        else expect(back).toEqual(value);
      }),
      { numRuns: 500 },
    );
  });
});
