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

const XSI = 'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"';
const idType: SimpleDescriptor = { k: "simple", builtin: "ID", js: "string" };
const refType: SimpleDescriptor = { k: "simple", builtin: "IDREF", js: "string" };
const box = (process: "strict" | "lax" | "skip"): ComplexDescriptor => ({
  k: "complex",
  name: process,
  ns: "urn:w",
  attrs: [
    { prop: "id", name: "id", ns: "", type: idType },
    { prop: "ref", name: "ref", ns: "", type: refType },
  ],
  anyAttr: { namespaces: "##other", target: "urn:w", process },
  content: {
    k: "seq",
    min: 1,
    max: 1,
    items: [{ k: "any", prop: "$any", namespaces: "##any", target: "urn:w", process, min: 0, max: -1 }],
  },
});
const wild: SchemaRegistry = {
  k: "registry",
  ids: true,
  elements: [
    ...(["strict", "lax", "skip"] as const).map((name) => ({ name, ns: "urn:w", type: box(name) })),
    { name: "n", ns: "urn:w", type: int },
    { name: "any", ns: "urn:w", type: { k: "anyType" } as const },
  ],
  attributes: [{ name: "size", ns: "urn:a", type: int, fixed: "3" }],
  types: [{ name: "strict", ns: "urn:w", type: box("strict"), bases: [] }],
};

function wildIssue(xml: string): string {
  try {
    const document = decodeDocument(wild, xml);
    expect(encodeDocument(wild, document)).toBeTypeOf("string");
    return "";
  } catch (error) {
    if (error instanceof DecodeError) return error.issues[0]?.code ?? "";
    throw error;
  }
}

describe("what wildcards let in", () => {
  const inside = (process: string, content: string, attributes = ""): string =>
    `<w:${process} xmlns:w="urn:w" xmlns:a="urn:a" ${XSI} ${attributes}>${content}</w:${process}>`;

  it("is checked by its declaration, unless it is skipped", () => {
    for (const process of ["strict", "lax"]) {
      expect(wildIssue(inside(process, "<w:n>1</w:n>"))).toBe("");
      expect(wildIssue(inside(process, "<w:n>x</w:n>"))).toBe("lexical");
      expect(wildIssue(inside(process, "", 'a:size="3"'))).toBe("");
      expect(wildIssue(inside(process, "", 'a:size="4"'))).toBe("fixed");
    }
    expect(wildIssue(inside("skip", "<w:n>x</w:n>", 'a:size="4"'))).toBe("");
  });

  it("must be declared where the wildcard is strict", () => {
    expect(wildIssue(inside("strict", "<a:unknown/>"))).toBe("undeclared");
    expect(wildIssue(inside("strict", "", 'a:unknown="1"'))).toBe("undeclared");
    expect(wildIssue(inside("lax", '<a:unknown a:b="1"><a:c/></a:unknown>'))).toBe("");
  });

  it("is checked at any depth below what is not declared", () => {
    expect(wildIssue(inside("lax", "<a:unknown>text<w:n>x</w:n></a:unknown>"))).toBe("lexical");
    expect(wildIssue(inside("lax", "<w:any><a:b><w:n>x</w:n></a:b></w:any>"))).toBe("lexical");
  });

  it("may name its type", () => {
    expect(wildIssue(inside("strict", '<a:u xsi:type="w:strict"><w:n>1</w:n></a:u>'))).toBe("");
    expect(wildIssue(inside("strict", '<a:u xsi:type="w:strict"><w:n>x</w:n></a:u>'))).toBe("lexical");
    expect(wildIssue(inside("lax", '<w:any xsi:type="w:None"/>'))).toBe("unknown_type");
  });

  it("is checked on writing too", () => {
    const element = { name: "strict", ns: "urn:w" };
    const raw = (xml: string): unknown => ({ $any: [{ name: "n", ns: "urn:w", xml: `<n xmlns="urn:w">${xml}</n>` }] });
    expect(validateDocument(wild, { element, value: raw("1") })).toEqual([]);
    expect(validateDocument(wild, { element, value: raw("x") })[0]?.code).toBe("raw_xml");
  });

  it("holds IDs that are told apart in the whole document", () => {
    expect(wildIssue(inside("lax", '<w:lax id="b"/><w:lax ref="a"/>', 'id="a"'))).toBe("");
    expect(wildIssue(inside("lax", '<w:lax id="a"/>', 'id="a"'))).toBe("id");
    expect(wildIssue(inside("lax", '<w:lax ref="b"/>', 'id="a"'))).toBe("idref");
  });
});

describe("mixed and any content with a fixed text", () => {
  const para: ComplexDescriptor = {
    k: "complex",
    name: "Para",
    ns: "",
    mixed: true,
    content: {
      k: "seq",
      min: 1,
      max: 1,
      items: [
        { k: "el", prop: "a", name: "a", ns: "", type: int, min: 0, max: 1 },
        { k: "el", prop: "b", name: "b", ns: "", type: int, min: 0, max: 1 },
      ],
    },
  };
  const fixed: SchemaRegistry = {
    k: "registry",
    elements: [
      { name: "para", ns: "", type: para },
      { name: "mixed", ns: "", type: para, fixed: "abc" },
      { name: "any", ns: "", type: { k: "anyType" }, fixed: "abc" },
    ],
    attributes: [],
    types: [],
  };
  const judge = (xml: string): string => {
    try {
      const document = decodeDocument(fixed, xml);
      expect(validateDocument(fixed, document)).toEqual([]);
      return "";
    } catch (error) {
      if (error instanceof DecodeError) return error.issues[0]?.code ?? "";
      throw error;
    }
  };

  it("holds that text, nothing, and never an element", () => {
    for (const name of ["mixed", "any"]) {
      expect(judge(`<${name}>abc</${name}>`)).toBe("");
      expect(judge(`<${name}/>`)).toBe("");
      expect(judge(`<${name}>abd</${name}>`)).toBe("fixed");
      expect(judge(`<${name}>abc<a>1</a></${name}>`)).toBe("fixed");
    }
  });

  it("follows its content model where text stands between", () => {
    expect(judge("<para>x<a>1</a>y<b>2</b>z</para>")).toBe("");
    expect(judge("<para>x<b>2</b>y<a>1</a>z</para>")).toBe("unexpected_element");
    expect(judge("<para>x<a>one</a></para>")).toBe("lexical");
    const element = { name: "para", ns: "" };
    const value = { $mixed: ["x", { name: "a", ns: "", xml: "<a>one</a>" }] };
    expect(validateDocument(fixed, { element, value })[0]?.code).toBe("raw_xml");
  });
});
