import {
  type ComplexDescriptor,
  type MessageDescriptor,
  message,
  type Particle,
  type SimpleDescriptor,
  type TypeDescriptor,
} from "@coo/soap/gen1";
import { describe, expect, it } from "vitest";
import { decodeBody } from "../src/codec/decode.ts";
import { encodeBody } from "../src/codec/encode.ts";
import { jsonBody } from "../src/codec/json.ts";
import { buildXml } from "../src/xml/build.ts";
import { readXml } from "../src/xml/read.ts";

// Constructs that the reference edition does not use, but an official schema may.
const SETTINGS = { booleans: "true-false", emptyValues: "omit", lineBreaks: "lf" } as const;
const text: SimpleDescriptor = { k: "simple", builtin: "string", js: "string", ws: "preserve" };
const int: SimpleDescriptor = { k: "simple", builtin: "int", js: "number" };
const el = (name: string, type: TypeDescriptor = text, more: object = {}): Particle => ({
  k: "el",
  prop: name,
  name,
  ns: "",
  type,
  min: 1,
  max: 1,
  ...more,
});
const group = (k: "seq" | "choice" | "all", items: Particle[], more: object = {}): Particle => ({
  k,
  items,
  min: 1,
  max: 1,
  ...more,
});
const complex = (content: Particle | undefined, more: Partial<ComplexDescriptor> = {}): ComplexDescriptor => ({
  k: "complex",
  name: "T",
  ns: "u",
  ...(content === undefined ? {} : { content }),
  ...more,
});
const of = (type: TypeDescriptor): MessageDescriptor<unknown> => message<unknown>({ name: "M", type });
const read = (type: TypeDescriptor, xml: string): ReturnType<typeof decodeBody> =>
  decodeBody(of(type), readXml(xml).root, SETTINGS);
const written = (type: TypeDescriptor, value: unknown): string =>
  buildXml(encodeBody(of(type), value, "B", SETTINGS).element);

describe.each<[string, TypeDescriptor, string, unknown]>([
  [
    "a repeated sequence",
    complex(group("seq", [el("a"), el("b", int, { min: 0 })], { min: 0, max: -1, prop: "$sequence" })),
    "<B><a>1</a><b>2</b><a>3</a></B>",
    { $sequence: [{ a: "1", b: 2 }, { a: "3" }] },
  ],
  [
    "a repeated choice",
    complex(group("choice", [el("a"), el("b")], { min: 1, max: 3, prop: "$choice" })),
    "<B><b>1</b><a>2</a><b>3</b></B>",
    { $choice: [{ b: "1" }, { a: "2" }, { b: "3" }] },
  ],
  [
    "a choice of sequences",
    complex(group("choice", [group("seq", [el("a"), el("b")]), el("c")])),
    "<B><a>1</a><b>2</b></B>",
    { a: "1", b: "2" },
  ],
  [
    "an optional sequence left out",
    complex(group("seq", [group("seq", [el("a")], { min: 0 }), el("b")])),
    "<B><b>1</b></B>",
    { b: "1" },
  ],
  [
    "a wildcard",
    complex(
      group("seq", [
        el("a"),
        { k: "any", prop: "$any", min: 0, max: -1, namespaces: "##other", target: "u", process: "lax" },
      ]),
    ),
    '<B><a>1</a><x xmlns="urn:x" y="2">z</x></B>',
    { a: "1", $any: [{ name: "x", ns: "urn:x", xml: '<x xmlns="urn:x" y="2">z</x>' }] },
  ],
  [
    "a substitution",
    complex(
      group("seq", [
        el("head", complex(undefined), {
          abstract: true,
          substitutes: () => [
            { tag: "one", name: "one", ns: "", type: complex(group("seq", [el("a")])) },
            { tag: "two", name: "two", ns: "", type: int },
          ],
        }),
      ]),
    ),
    "<B><one><a>1</a></one></B>",
    { head: { $element: "one", a: "1" } },
  ],
  [
    "a substitution by a simple type",
    complex(group("seq", [el("head", text, { substitutes: () => [{ tag: "two", name: "two", ns: "", type: int }] })])),
    "<B><two>5</two></B>",
    { head: { $element: "two", $value: 5 } },
  ],
  [
    "simple content with attributes",
    complex(undefined, {
      text: int,
      attrs: [
        { prop: "unit", name: "unit", ns: "", type: text, required: true },
        { prop: "kind", name: "kind", ns: "urn:k", type: text },
      ],
    }),
    '<B unit="kg" xmlns:a-kind="urn:k" a-kind:kind="net">7</B>',
    { $value: 7, unit: "kg", kind: "net" },
  ],
  [
    "qualified elements",
    complex(group("seq", [el("a", text, { ns: "urn:a" }), el("b")])),
    '<B><a xmlns="urn:a">1</a><b>2</b></B>',
    { a: "1", b: "2" },
  ],
  [
    "a union and a list",
    complex(
      group("seq", [
        el("u", { k: "simple", builtin: "string", js: "union", members: [int, { ...text, enum: ["many"] }] }),
        el("l", { k: "simple", builtin: "string", js: "list", item: int }),
      ]),
    ),
    "<B><u>many</u><l>1 2 3</l></B>",
    { u: "many", l: [1, 2, 3] },
  ],
])("%s", (_, type, xml, value) => {
  it("is read and written", () => {
    const decoded = read(type, xml);
    expect([decoded.issues, decoded.unknown, decoded.value]).toEqual([[], [], value]);
    expect(written(type, value)).toBe(xml);
  });
});

describe("an all group", () => {
  const type = complex(group("all", [el("a"), el("b", text, { min: 0 }), el("c")]));

  it("is read in any order, and asks for what must be there", () => {
    expect(read(type, "<B><c>3</c><a>1</a></B>")).toMatchObject({ issues: [], value: { a: "1", c: "3" } });
    expect(read(type, "<B><c>3</c></B>").issues).toMatchObject([{ field: "B/a", code: "REQUIRED" }]);
  });
});

describe("complaints on reading", () => {
  const type = complex(group("seq", [el("a"), el("n", int, { min: 0, max: 2 }), group("choice", [el("x"), el("y")])]));

  it.each([
    ["<B><x>1</x></B>", "B/a", "REQUIRED"],
    ["<B><a>1</a></B>", "B", "CHOICE"],
    ["<B><x>1</x><a>1</a></B>", "B/a", "ORDER"],
    ["<B><a>1</a><n>1</n><n>2</n><n>3</n><x>1</x></B>", "B/n", "ORDER"],
    ["<B><a>1</a><n>1</n><n>z</n><x>1</x></B>", "B/n[2]", "TYPE"],
    ["<B><a>1</a><n>2147483648</n><x>1</x></B>", "B/n[1]", "RANGE"],
    ["<B><a>1</a><x>1</x><y>2</y></B>", "B/y", "ORDER"],
    ["<B><a><b/></a><x>1</x></B>", "B/a", "TYPE"],
    ["<B>text<a>1</a><x>1</x></B>", "B", "TYPE"],
  ])("%s: %s %s", (xml, field, code) => {
    expect(read(type, xml).issues).toContainEqual(expect.objectContaining({ field, code }));
  });
});

describe("complaints on writing", () => {
  const type = complex(
    group("seq", [
      el("a", { ...text, maxLength: 2 }),
      el("n", int, { min: 0, max: 2 }),
      group("choice", [el("x"), el("y")]),
    ]),
  );

  it.each([
    [{ x: "1" }, "B/a", "REQUIRED"],
    [{ a: "苏州市", x: "1" }, "B/a", "LENGTH"],
    [{ a: 1, x: "1" }, "B/a", "TYPE"],
    [{ a: null, x: "1" }, "B/a", "NIL"],
    [{ a: "1" }, "B", "CHOICE"],
    [{ a: "1", x: "1", y: "1" }, "B", "CHOICE"],
    [{ a: "1", x: "1", n: [1, 2, 3] }, "B/n", "RANGE"],
    [{ a: "1", x: "1", n: [1.5] }, "B/n[1]", "TYPE"],
    [{ a: "1", x: "1", z: "1" }, "B/z", "UNKNOWN"],
    ["text", "B", "TYPE"],
  ])("%j: %s %s", (value, field, code) => {
    expect(encodeBody(of(type), value, "B", SETTINGS).issues).toContainEqual(expect.objectContaining({ field, code }));
  });

  it("counts characters, not UTF-16 units", () => {
    expect(encodeBody(of(type), { a: "𠮷𠮷", x: "" }, "B", SETTINGS).issues).toEqual([]);
  });
});

const simple = (type: Partial<SimpleDescriptor>, value: string): unknown => {
  const decoded = read(complex(group("seq", [el("v", { ...text, ...type })])), `<B><v>${value}</v></B>`);
  return decoded.issues[0]?.code ?? decoded.value["v"];
};

describe("values", () => {
  it.each<[Partial<SimpleDescriptor>, string, unknown]>([
    [{ builtin: "decimal", ws: "collapse" }, " 0800.10 ", "0800.10"],
    [{ builtin: "decimal", totalDigits: 5, fractionDigits: 2 }, "123.45", "123.45"],
    [{ builtin: "decimal", totalDigits: 5, fractionDigits: 2 }, "1234.56", "RANGE"],
    [{ builtin: "decimal", maxInclusive: "100", minExclusive: "0" }, "100.00", "100.00"],
    [{ builtin: "decimal", maxInclusive: "100", minExclusive: "0" }, "0.0", "RANGE"],
    [{ builtin: "long" }, "9223372036854775808", "RANGE"],
    [{ builtin: "boolean", js: "boolean" }, "1", true],
    [{ builtin: "boolean", js: "boolean" }, "yes", "TYPE"],
    [{ builtin: "double", js: "number" }, "-INF", -Infinity],
    [{ builtin: "hexBinary", js: "bytes" }, "0aFF", new Uint8Array([10, 255])],
    [{ builtin: "base64Binary", js: "bytes", ws: "collapse" }, "AQ ID\n", new Uint8Array([1, 2, 3])],
    [{ builtin: "base64Binary", js: "bytes" }, "AQ=", "TYPE"],
    [{ builtin: "base64Binary", js: "bytes", maxLength: 2 }, "AQID", "LENGTH"],
    [{ builtin: "date" }, "2028-02-29", "2028-02-29"],
    [{ builtin: "date" }, "2026-02-29", "TYPE"],
    [{ ws: "replace" }, "a\tb", "a b"],
    [{ ws: "collapse", minLength: 1 }, "  ", "LENGTH"],
    [{ length: 3 }, "ab", "LENGTH"],
    [{ patterns: ["\\d{2}", "[1-5]+"] }, "17", "PATTERN"],
  ])("%j of %j is %j", (type, value, expected) => {
    expect(simple(type, value)).toEqual(expected);
  });
});

describe("JSON", () => {
  it("has members in schema order, texts as strings, integers and booleans as such", () => {
    const type = complex(
      group("seq", [
        el("s"),
        el("n", int),
        el("b", { k: "simple", builtin: "boolean", js: "boolean" }),
        el("c", { k: "simple", builtin: "base64Binary", js: "bytes" }),
        el("z", text, { nillable: true }),
        el("l", text, { min: 0, max: -1 }),
      ]),
    );
    const value = { l: ["x"], z: null, c: new Uint8Array([1]), b: false, n: 7, s: "苏\n州" };
    expect(jsonBody(of(type), value, SETTINGS)).toBe('{"s":"苏\\n州","n":7,"b":false,"c":"AQ==","z":null,"l":["x"]}');
    expect(jsonBody(of(type), value, { ...SETTINGS, booleans: "Y-N" })).toContain('"b":"N"');
  });
});
