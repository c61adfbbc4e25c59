import { describe, expect, it } from "vitest";
import type { ComplexDescriptor, IdentityDescriptor, MessageDescriptor, SimpleDescriptor } from "../src/gen1.ts";
import { DecodeError, decodeElement, validateValue } from "../src/index.ts";

const decimal: SimpleDescriptor = { k: "simple", builtin: "decimal", js: "string" };
const text: SimpleDescriptor = { k: "simple", builtin: "string", js: "string", ws: "preserve" };

const item = (name: string, id: SimpleDescriptor): ComplexDescriptor => ({
  k: "complex",
  name,
  ns: "",
  attrs: [{ prop: "id", name: "id", ns: "", type: id }],
  text,
});

const at = (...names: string[]): IdentityDescriptor["selector"] => [{ steps: names.map((name) => ({ name, ns: "" })) }];
const id = [[{ steps: [], attribute: { name: "id", ns: "" } }]];

/** `key` and `unique` over `<part>`, `keyref` from `<use>`, both with a decimal id. */
function message(kind: "key" | "unique", useId: SimpleDescriptor = decimal): MessageDescriptor<unknown> {
  return {
    k: "message",
    name: "Root",
    element: { name: "root", ns: "" },
    keys: [
      { kind, name: "{}parts", selector: at("part"), fields: id },
      { kind: "keyref", name: "{}uses", refer: "{}parts", selector: at("use"), fields: id },
    ],
    type: {
      k: "complex",
      name: "Root",
      ns: "",
      content: {
        k: "seq",
        min: 1,
        max: 1,
        items: [
          { k: "el", prop: "part", name: "part", ns: "", type: item("Part", decimal), min: 0, max: -1 },
          { k: "el", prop: "use", name: "use", ns: "", type: item("Use", useId), min: 0, max: -1 },
        ],
      },
    },
  };
}

function codes(descriptor: MessageDescriptor<unknown>, content: string): string[] {
  try {
    const { value } = decodeElement(descriptor, `<root>${content}</root>`, { allErrors: true });
    expect(validateValue(descriptor, value)).toEqual([]);
    return [];
  } catch (error) {
    if (!(error instanceof DecodeError)) throw error;
    return error.issues.map((issue) => issue.code);
  }
}

describe("identity constraints", () => {
  it("compare values, not texts", () => {
    expect(codes(message("key"), '<part id="1.0"/><part id="2"/><use id="01"/><use id="2.00"/>')).toEqual([]);
    expect(codes(message("key"), '<part id="1.0"/><part id="01"/>')).toEqual(["unique"]);
  });

  it("never take values of different types for equal", () => {
    expect(codes(message("key", text), '<part id="1"/><use id="1"/>')).toEqual(["keyref"]);
  });

  it("ask for every field of a key, not of unique or keyref", () => {
    expect(codes(message("key"), "<part/><use/>")).toEqual(["key"]);
    expect(codes(message("unique"), "<part/><part/><use/>")).toEqual([]);
  });

  it("refuse a reference to what is not there, on reading and on writing", () => {
    expect(codes(message("key"), '<part id="1"/><use id="2"/>')).toEqual(["keyref"]);
    const value = { part: [{ id: "1", $value: "" }], use: [{ id: "2", $value: "" }] };
    expect(validateValue(message("key"), value).map((i) => [i.code, i.message])).toEqual([
      ["keyref", 'keyref uses: there is no "2"'],
    ]);
    expect(validateValue(message("key"), { ...value, use: [{ id: "1.00", $value: "" }] })).toEqual([]);
  });

  it("are not looked at where something is wrong by itself", () => {
    expect(codes(message("key"), '<part id="x"/><use id="2"/>')).toEqual(["lexical"]);
  });
});
