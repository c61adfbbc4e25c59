import { describe, expect, it } from "vitest";
import type { ComplexDescriptor, SchemaRegistry, SimpleDescriptor } from "../src/gen1.ts";
import { DecodeError, decodeDocument, encodeDocument, validateDocument } from "../src/index.ts";

const int: SimpleDescriptor = { k: "simple", builtin: "int", js: "number" };
const order: ComplexDescriptor = {
  k: "complex",
  name: "Order",
  ns: "urn:o",
  content: {
    k: "seq",
    min: 1,
    max: 1,
    items: [{ k: "el", prop: "count", name: "count", ns: "", type: int, min: 1, max: 1 }],
  },
};
const registry: SchemaRegistry = {
  k: "registry",
  elements: [
    { name: "order", ns: "urn:o", type: () => order, nillable: true },
    { name: "count", ns: "urn:o", type: int, fixed: "7" },
    { name: "any", ns: "urn:o", type: { k: "anyType" } },
  ],
  attributes: [],
  types: [],
};

function issue(xml: string): string {
  try {
    decodeDocument(registry, xml);
  } catch (error) {
    if (error instanceof DecodeError) return error.issues[0]?.code ?? "";
    throw error;
  }
  return "";
}

describe("a document whose root is any global element", () => {
  it("is read by the root's declaration and written back", () => {
    for (const [xml, value] of [
      ['<n:order xmlns:n="urn:o"><count>3</count></n:order>', { count: 3 }],
      ['<n:count xmlns:n="urn:o">7</n:count>', 7],
      [
        '<n:order xmlns:n="urn:o" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:nil="true"></n:order>',
        null,
      ],
      ['<any xmlns="urn:o"><x/></any>', { name: "any", ns: "urn:o", xml: '<any xmlns="urn:o"><x/></any>' }],
    ] as const) {
      const document = decodeDocument(registry, xml);
      expect(document.value).toEqual(value);
      const written = encodeDocument(registry, document);
      expect(decodeDocument(registry, written)).toEqual(document);
      expect(encodeDocument(registry, decodeDocument(registry, written))).toBe(written);
    }
  });

  it("is refused where no declaration fits, or its rules are broken", () => {
    expect(issue("<order/>")).toBe("root");
    expect(issue('<order xmlns="urn:o"/>')).toBe("required");
    expect(issue('<count xmlns="urn:o">8</count>')).toBe("fixed");
    const element = { name: "nowhere", ns: "" };
    expect(validateDocument(registry, { element, value: 1 })[0]?.code).toBe("root");
    expect(() => encodeDocument(registry, { element, value: 1 })).toThrow("nowhere");
  });
});
