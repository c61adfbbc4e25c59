import type { ElementDeclaration, Type } from "@coo/wsdl";
import { loadModelFrom } from "@coo/wsdl";
import { expect, it } from "vitest";
import { emittedText, jsKind } from "../src/diff/emitted-types.ts";

const schemas = loadModelFrom([
  {
    file: "o.xsd",
    content:
      '<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" targetNamespace="urn:o"><xs:element name="g" type="xs:int"/><xs:group name="G"><xs:sequence><xs:element name="far" form="qualified" type="xs:string"/></xs:sequence></xs:group></xs:schema>',
  },
  {
    file: "t.xsd",
    entry: true,
    content: `<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:t="urn:t" xmlns:o="urn:o" targetNamespace="urn:t" elementFormDefault="qualified">
<xs:import namespace="urn:o" schemaLocation="o.xsd"/>
<xs:simpleType name="Code"><xs:restriction base="xs:int"><xs:pattern value="[0-9]{4}"/></xs:restriction></xs:simpleType>
<xs:simpleType name="Listed"><xs:restriction base="xs:token"><xs:enumeration value="A"/><xs:enumeration value="B"/></xs:restriction></xs:simpleType>
<xs:simpleType name="Numbers"><xs:list itemType="xs:int"/></xs:simpleType>
<xs:simpleType name="Codes"><xs:restriction base="t:Numbers"><xs:pattern value="[0-9 ]*"/></xs:restriction></xs:simpleType>
<xs:simpleType name="Either"><xs:union memberTypes="xs:int xs:short t:Listed"/></xs:simpleType>
<xs:simpleType name="One"><xs:restriction base="t:Either"><xs:enumeration value="1"/></xs:restriction></xs:simpleType>
<xs:complexType name="Empty"/>
<xs:complexType name="Text"><xs:simpleContent><xs:extension base="t:Code"><xs:attribute name="unit" type="xs:token" use="required"/><xs:attribute name="usual" type="xs:int" default="1"/><xs:attribute name="never" type="xs:int" fixed="7"/><xs:anyAttribute/></xs:extension></xs:simpleContent></xs:complexType>
<xs:complexType name="Mixed" mixed="true"><xs:sequence><xs:element name="a" type="xs:string" minOccurs="0"/></xs:sequence></xs:complexType>
<xs:complexType name="Whole"><xs:sequence>
<xs:element name="a" type="xs:string" minOccurs="0"/>
<xs:element name="b" type="t:Listed" maxOccurs="9" nillable="true"/>
<xs:element name="c" type="t:Empty" nillable="true"/>
<xs:element name="d" type="xs:boolean" fixed="true" nillable="true"/>
<xs:element name="e"><xs:complexType><xs:attribute name="x" type="xs:hexBinary"/></xs:complexType></xs:element>
<xs:element ref="o:g"/>
<xs:group ref="o:G"/>
<xs:element name="none" type="xs:string" minOccurs="0" maxOccurs="0"/>
<xs:choice minOccurs="0"><xs:element name="p" type="xs:decimal"/><xs:sequence><xs:element name="q" type="xs:double"/><xs:element name="r" type="xs:long"/></xs:sequence></xs:choice>
<xs:any namespace="##other" processContents="lax" minOccurs="0"/>
</xs:sequence></xs:complexType>
<xs:complexType name="Once"><xs:sequence maxOccurs="3"><xs:element name="a" type="xs:string" minOccurs="0" maxOccurs="2"/></xs:sequence></xs:complexType>
<xs:complexType name="Order"><xs:all><xs:element name="a" type="xs:string"/><xs:element name="b" type="xs:string" minOccurs="0"/></xs:all></xs:complexType>
<xs:element name="m" type="t:Code" nillable="true"/>
<xs:element name="f" type="t:Mixed" fixed="x"/>
</xs:schema>`,
  },
]).schemas;
const type = (name: string): Type => schemas.types.get(`{urn:t}${name}`) as Type;
const element = (name: string): ElementDeclaration => schemas.elements.get(`{urn:t}${name}`) as ElementDeclaration;

const LISTED = 'string collapse [["A",null],["B",null]]';
const whole = (listed: string): string =>
  `{ sequence(a string?; b ${listed} | null[]; c {urn:t}Empty | null; d boolean = true; e { @{}x? bytes }; {urn:o}g as declared; {urn:o}far string; choice(p string; sequence(q number; r string))?; $any[]?) }`;

it.each([
  ["Code", "string", "string"],
  ["Listed", LISTED, "string"],
  ["Numbers", "[number]", "[number]"],
  ["Codes", "[number] as text", "[number] as text"],
  ["Either", `(number | ${LISTED})`, "(number | string)"],
  ["One", `(number | ${LISTED}) of ["1"]`, '(number | string) of ["1"]'],
  ["Empty", "{  }", "{  }"],
  [
    "Text",
    "{ @{}unit string; @{}usual? number; @{}never? number = 7; $attributes; $value string }",
    "{ @{}unit string; @{}usual number; @{}never? number = 7; $attributes; $value string }",
  ],
  ["Mixed", "{ $mixed }", "{ $mixed }"],
  ["Whole", whole(LISTED), whole("string")],
  ["Once", "{ a string?[] }", "{ a string?[] }"],
  ["Order", "{ all(a string; b string?) }", "{ all(a string; b string?) }"],
])("type %s is folded to what is written of it", (name, sent, read) => {
  expect([emittedText(type(name), "sent"), emittedText(type(name), "read")]).toEqual([sent, read]);
});

it("elements are folded to what they hold", () => {
  expect(emittedText(element("m"), "sent")).toBe("string | null");
  expect(emittedText(element("f"), "read")).toBe("{urn:t}Mixed = x");
});

it("kinds of values are those of the generated types", () => {
  const kinds = ["Code", "Listed", "Numbers", "Either", "One"].map((name) => jsKind(type(name) as never));
  expect(kinds).toEqual(["string", "string", "list", "union", "union"]);
});
