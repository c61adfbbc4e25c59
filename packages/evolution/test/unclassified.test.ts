import { loadModelFrom, type Model } from "@coo/wsdl";
import { describe, expect, it } from "vitest";
import { BY_RULE } from "../src/diff/evidence.ts";
import { finding } from "../src/diff/finding.ts";
import { unclassifiedComponents, unclassifiedOperations } from "../src/diff/unclassified.ts";
import { operationsOf } from "../src/diff/wsdl-differ.ts";

const schema = (inside: string): Model =>
  loadModelFrom([
    {
      file: "t.xsd",
      content: `<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:t="urn:t" targetNamespace="urn:t">${inside}</xs:schema>`,
    },
  ]);
const complex = (inside: string, rest = ""): Model =>
  schema(`<xs:complexType name="T" ${rest}>${inside}</xs:complexType>`);
const seq = (inside: string, rest = ""): Model => complex(`<xs:sequence ${rest}>${inside}</xs:sequence>`);
const el = (rest = ""): string => `<xs:element name="a" type="xs:string" ${rest}/>`;
const attribute = (rest = ""): Model => complex(`<xs:attribute name="x" type="xs:string" ${rest}/>`);
const global = (rest: string, inside = ""): Model =>
  schema(
    `<xs:element name="H" type="xs:string"/><xs:element name="K" type="xs:string"/><xs:element name="E" ${rest}>${inside}</xs:element>`,
  );
const key = (kind: string, field: string): Model =>
  global(
    "",
    `<xs:complexType><xs:sequence>${el('maxOccurs="2"')}</xs:sequence></xs:complexType><xs:${kind} name="k"><xs:selector xpath="a"/><xs:field xpath="${field}"/></xs:${kind}>`,
  );
const same = (k: string): string => k;
const told = (a: Model, b: Model): string[] =>
  unclassifiedComponents(a, b, same, []).map((f) => `${f.id} ${f.component}`);

/** Pairs that differ in one property, of which nobody has said anything. */
const PAIRS: readonly (readonly [what: string, a: Model, b: Model, component?: string])[] = [
  ["content", complex(""), seq(el())],
  ["abstract", seq(el()), complex(`<xs:sequence>${el()}</xs:sequence>`, 'abstract="true"')],
  ["mixed", seq(el()), complex(`<xs:sequence>${el()}</xs:sequence>`, 'mixed="true"')],
  ["block", complex(""), complex("", 'block="extension"')],
  ["final", complex(""), complex("", 'final="extension"')],
  ["an attribute's name", attribute(), complex('<xs:attribute name="y" type="xs:string"/>')],
  ["an attribute's use", attribute(), attribute('use="required"')],
  ["an attribute's default", attribute(), attribute('default="1"')],
  ["an attribute's fixed value", attribute(), attribute('fixed="1"')],
  ["what is inherited", attribute(), attribute('inheritable="true"')],
  ["a wildcard for attributes", complex(""), complex("<xs:anyAttribute/>")],
  ["its namespaces", complex("<xs:anyAttribute/>"), complex('<xs:anyAttribute namespace="##other"/>')],
  ["how it checks", complex("<xs:anyAttribute/>"), complex('<xs:anyAttribute processContents="lax"/>')],
  ["an assertion", complex(""), complex('<xs:assert test="true()"/>')],
  ["lower bounds", seq(el()), seq(el('minOccurs="0"'))],
  ["upper bounds", seq(el()), seq(el('maxOccurs="2"'))],
  ["no upper bound", seq(el('maxOccurs="2"')), seq(el('maxOccurs="unbounded"'))],
  ["bounds of a group", seq(el()), seq(el(), 'minOccurs="0"')],
  ["the kind of a group", seq(el()), complex(`<xs:all>${el()}</xs:all>`)],
  ["a wildcard", seq("<xs:any/>"), seq('<xs:any processContents="lax"/>')],
  ["a local element", seq(el()), seq(el('nillable="true"'))],
  ["its default", seq(el()), seq(el('default="1"'))],
  ["its fixed value", seq(el()), seq(el('fixed="1"'))],
  ["its block", seq(el()), seq(el('block="extension"'))],
  [
    "the scope of an element",
    schema(
      '<xs:element name="a" type="xs:string"/><xs:complexType name="T"><xs:sequence><xs:element ref="t:a"/></xs:sequence></xs:complexType>',
    ),
    schema(
      '<xs:element name="a" type="xs:string"/><xs:complexType name="T"><xs:sequence><xs:element name="a" form="qualified" type="xs:string"/></xs:sequence></xs:complexType>',
    ),
  ],
  ["nil", global('type="xs:string"'), global('type="xs:string" nillable="true"'), "E"],
  ["an abstract element", global('type="xs:string"'), global('type="xs:string" abstract="true"'), "E"],
  ["a final element", global('type="xs:string"'), global('type="xs:string" final="extension"'), "E"],
  [
    "a head",
    global('type="xs:string" substitutionGroup="t:H"'),
    global('type="xs:string" substitutionGroup="t:K"'),
    "E",
  ],
  ["no head", global('type="xs:string" substitutionGroup="t:H"'), global('type="xs:string"'), "E"],
  ["the kind of a constraint", key("key", "."), key("unique", "."), "E"],
  ["the field of a constraint", key("key", "."), key("key", "@x"), "E"],
  ["an anonymous type", global("", "<xs:complexType/>"), global("", '<xs:complexType mixed="true"/>'), "E"],
];

describe("the safety net of schemas", () => {
  it.each(PAIRS.map(([what, a, b, component = "T"]) => ({ what, a, b, component })))(
    "sees $what, and nothing where nothing differs",
    ({ a, b, component }) => {
      expect(told(a, b)).toEqual([`unclassified-change {urn:t}${component}`]);
      expect(told(b, a)).toEqual([`unclassified-change {urn:t}${component}`]);
      expect(told(a, a)).toEqual([]);
    },
  );

  it("leaves another item of an array to its content", () => {
    const array = (item: string): Model =>
      schema(
        `<xs:import namespace="http://schemas.xmlsoap.org/soap/encoding/"/><xs:complexType name="One"/><xs:complexType name="Two"/><xs:complexType name="T"><xs:complexContent><xs:restriction base="e:Array" xmlns:e="http://schemas.xmlsoap.org/soap/encoding/"><xs:attribute ref="e:arrayType" w:arrayType="t:${item}" xmlns:w="http://schemas.xmlsoap.org/wsdl/"/></xs:restriction></xs:complexContent></xs:complexType>`,
      );
    const one = array("One[]");
    expect(told(one, one)).toEqual([]);
    expect(told(one, array("Two[]"))).toEqual([]);
    expect(told(one, array("One[,]"))).toEqual(["unclassified-change {urn:t}T"]);
  });

  it("does not mind the order of what has none", () => {
    const block = (values: string): Model => complex("", `block="${values}"`);
    expect(told(block("extension restriction"), block("restriction extension"))).toEqual([]);
    const two = (x: string, y: string): Model =>
      complex(`<xs:attribute name="${x}" type="xs:string"/><xs:attribute name="${y}" type="xs:string"/>`);
    expect(told(two("x", "y"), two("y", "x"))).toEqual([]);
    const all = (x: string, y: string): Model =>
      complex(`<xs:all><xs:element name="${x}" type="xs:string"/><xs:element name="${y}" type="xs:string"/></xs:all>`);
    expect(told(all("x", "y"), all("y", "x"))).toEqual([]);
    const sequence = (x: string, y: string): Model =>
      seq(`<xs:element name="${x}" type="xs:string"/><xs:element name="${y}" type="xs:string"/>`);
    expect(told(sequence("x", "y"), sequence("y", "x")).length).toBe(1);
  });

  it("is silent about what some line is about, at whatever depth, and when a whole schema moved", () => {
    const [a, b] = [seq(el()), seq(el('nillable="true"'))];
    const line = (
      component: string,
      move: "E" | "X" = "E",
      owner: object = {},
    ): Parameters<typeof unclassifiedComponents>[3][number] => ({
      ...finding("nillable-added", null, null),
      component,
      move,
      owner: { old: a.schemas.types.get("{urn:t}T") ?? null, new: null, ...owner },
      evidence: BY_RULE,
    });
    const silent = (found: ReturnType<typeof line>): boolean =>
      unclassifiedComponents(a, b, same, [found]).length === 0;
    expect(silent(line("{urn:t}T/a", "E", { old: null }))).toBe(true);
    expect(silent(line("{urn:t}T@x", "E", { old: null }))).toBe(true);
    expect(silent(line("{urn:t}Other"))).toBe(true);
    expect(silent(line("{urn:t}Other", "E", { old: null }))).toBe(false);
    expect(silent(line("{urn:t}Other", "X", { old: null }))).toBe(true);
  });
});

describe("the safety net of operations", () => {
  const service = (binding: string, style = "document", action = "x"): Model =>
    loadModelFrom([
      {
        file: "s.wsdl",
        content: `<w:definitions xmlns:w="http://schemas.xmlsoap.org/wsdl/" xmlns:s="http://schemas.xmlsoap.org/wsdl/soap/" xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:t="urn:t" targetNamespace="urn:t"><w:types><xs:schema targetNamespace="urn:t"><xs:element name="E" type="xs:string"/></xs:schema></w:types><w:message name="M"><w:part name="p" element="t:E"/></w:message><w:portType name="P"><w:operation name="o"><w:input message="t:M"/></w:operation></w:portType><w:binding name="B" type="t:P"><s:binding transport="http://schemas.xmlsoap.org/soap/http" style="${style}"/><w:operation name="o"><s:operation soapAction="${action}"/><w:input>${binding}</w:input></w:operation></w:binding></w:definitions>`,
      },
    ]);
  const pairs = (a: Model, b: Model) => {
    const [x, y] = [operationsOf(a), operationsOf(b)];
    return [...x].map(([k, o]) => [o, y.get(k) as typeof o] as const);
  };

  it("sees what a binding says, unless some line is about the operation", () => {
    const [a, b, c] = [
      service('<s:body use="literal"/>'),
      service('<s:body use="encoded"/>'),
      service('<s:body use="literal"/>', "document", "y"),
    ];
    for (const other of [b, c]) {
      const found = unclassifiedOperations(pairs(a, other), []);
      expect(found.map((f) => [f.finding.id, f.component, f.operation, f.part])).toEqual([
        ["unclassified-change", "B.o", "B.o", null],
      ]);
      expect(unclassifiedOperations(pairs(a, other), found)).toEqual([]);
    }
    expect(unclassifiedOperations(pairs(a, a), [])).toEqual([]);
  });
});
