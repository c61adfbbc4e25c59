import { expect, test } from "vitest";
import { ANY_TYPE, builtinType, type ComplexType, type ElementDeclaration } from "../src/index.ts";
import { brokenRules, complexType, loadFiles, loadSchema, members, schema } from "./model.ts";

function locals(body: string, attributes?: string): ElementDeclaration[] {
  const files = { "t.xsd": schema(body, attributes) };
  const type = complexType(loadFiles(files));
  return members(type.particle).flatMap((p) => (p.term.kind === "element" ? [p.term] : []));
}

const three =
  '<xs:complexType name="T"><xs:sequence><xs:element name="d"/><xs:element name="q" form="qualified"/><xs:element name="u" form="unqualified"/></xs:sequence></xs:complexType>';

test("local elements are qualified as form and the schema's default say", () => {
  expect(locals(three).map((e) => e.name.ns)).toEqual(["", "urn:t", ""]);
  expect(locals(three, 'targetNamespace="urn:t" elementFormDefault="qualified"').map((e) => e.name.ns)).toEqual([
    "urn:t",
    "urn:t",
    "",
  ]);
});

test("a reference is the global declaration; the particle has the reference's own text", () => {
  const model =
    loadSchema(`<xs:element name="g" type="xs:int"><xs:annotation><xs:documentation>global</xs:documentation></xs:annotation></xs:element>
    <xs:complexType name="T"><xs:sequence><xs:element ref="g" maxOccurs="2"/><xs:element ref="g"><xs:annotation><xs:documentation>here</xs:documentation></xs:annotation></xs:element></xs:sequence></xs:complexType>`);
  const type = complexType(model, "{urn:t}T");
  const particles = members(type.particle);
  expect(particles[0]?.term).toBe(model.schemas.elements.get("{urn:t}g"));
  expect(particles.map((p) => p.annotation.documentation[0]?.text)).toEqual(["global", "here"]);
});

test("nillable, abstract, default, fixed, block and final are kept", () => {
  const model = loadSchema(
    '<xs:element name="a" type="xs:string" nillable="1" default="x" block="substitution" final="#all"/><xs:element name="b" type="xs:string" abstract="true" fixed=" y "/>',
  );
  const a = model.schemas.elements.get("{urn:t}a");
  expect([a?.nillable, a?.default, a?.fixed, a?.block, a?.final]).toEqual([
    true,
    "x",
    null,
    ["substitution"],
    ["extension", "restriction"],
  ]);
  const b = model.schemas.elements.get("{urn:t}b");
  expect([b?.abstract, b?.fixed, b?.nillable]).toEqual([true, " y ", false]);
});

test("an element without type is of any type, or of the type of its head", () => {
  const model = loadSchema(
    '<xs:element name="s2" substitutionGroup="s1"/><xs:element name="s1" substitutionGroup="h"/><xs:element name="h" type="xs:int"/><xs:element name="n"/>',
  );
  expect(model.schemas.elements.get("{urn:t}n")?.type).toBe(ANY_TYPE);
  expect(model.schemas.elements.get("{urn:t}s2")?.type).toBe(builtinType("int"));
});

test("substitutes are transitive, without abstract and blocked ones", () => {
  const model =
    loadSchema(`<xs:element name="h" type="B"/><xs:element name="a" type="B" substitutionGroup="h" abstract="true"/>
    <xs:element name="b" type="E" substitutionGroup="a"/><xs:element name="k" type="B" block="extension"/><xs:element name="e" type="E" substitutionGroup="k"/><xs:element name="f" type="B" substitutionGroup="k"/>
    <xs:complexType name="B"/><xs:complexType name="E"><xs:complexContent><xs:extension base="B"/></xs:complexContent></xs:complexType>`);
  const names = (key: string): (string | undefined)[] | undefined =>
    model.schemas.substitutes.get(key)?.map((e) => e.name.local);
  expect(names("{urn:t}h")).toEqual(["b"]);
  expect(names("{urn:t}a")).toEqual(["b"]);
  expect(names("{urn:t}k")).toEqual(["f"]);
});

test("identity constraints keep paths, fields and the namespaces of their prefixes", () => {
  const model =
    loadSchema(`<xs:element name="r"><xs:complexType><xs:sequence><xs:element name="i" maxOccurs="9"><xs:complexType><xs:attribute name="id"/><xs:attribute name="to"/></xs:complexType></xs:element></xs:sequence></xs:complexType>
    <xs:key name="K"><xs:selector xpath="t:i | .//i"/><xs:field xpath="@id"/></xs:key><xs:keyref name="F" refer="t:K"><xs:selector xpath="i"/><xs:field xpath="@to"/></xs:keyref></xs:element>`);
  const [key, ref] = model.schemas.elements.get("{urn:t}r")?.constraints ?? [];
  expect([key?.kind, key?.selector, key?.fields, key?.prefixes]).toEqual([
    "key",
    "t:i | .//i",
    ["@id"],
    { t: "urn:t" },
  ]);
  expect([ref?.kind, ref?.refer]).toEqual(["keyref", { ns: "urn:t", local: "K" }]);
  expect(model.recorded).toEqual([]);
});

test("attributes: form, use, default and reference", () => {
  const model = loadFiles({
    "t.xsd": schema(
      `<xs:attribute name="g" type="xs:int" default="3"><xs:annotation><xs:documentation>doc</xs:documentation></xs:annotation></xs:attribute><xs:attributeGroup name="G"><xs:attribute name="a" form="unqualified"/><xs:attribute ref="g"/><xs:anyAttribute namespace="urn:x ##local" processContents="skip"/></xs:attributeGroup>
       <xs:complexType name="T"><xs:attribute name="l" use="required" type="xs:date"/><xs:attributeGroup ref="G"/></xs:complexType>`,
      'targetNamespace="urn:t" xmlns="urn:t" attributeFormDefault="qualified"',
    ),
  });
  const type = complexType(model, "{urn:t}T");
  expect(type.attributes.map((u) => [u.declaration.name.ns, u.declaration.name.local, u.use, u.default])).toEqual([
    ["urn:t", "l", "required", null],
    ["", "a", "optional", null],
    ["urn:t", "g", "optional", "3"],
  ]);
  expect(type.attributes[2]?.declaration).toBe(model.schemas.attributes.get("{urn:t}g"));
  expect(type.attributes[2]?.annotation.documentation[0]?.text).toBe("doc");
  expect([type.anyAttribute?.namespaces, type.anyAttribute?.process]).toEqual([["urn:x", ""], "skip"]);
});

test("attribute wildcards: narrowed by groups, widened by extension", () => {
  const model = loadSchema(`<xs:attributeGroup name="G"><xs:anyAttribute namespace="urn:a urn:b"/></xs:attributeGroup>
    <xs:complexType name="B"><xs:attributeGroup ref="G"/><xs:anyAttribute namespace="urn:b urn:c" processContents="lax"/></xs:complexType>
    <xs:complexType name="T"><xs:complexContent><xs:extension base="B"><xs:anyAttribute namespace="##other"/></xs:extension></xs:complexContent></xs:complexType>`);
  const any = (name: string): ComplexType["anyAttribute"] => complexType(model, `{urn:t}${name}`).anyAttribute;
  expect([any("B")?.namespaces, any("B")?.process]).toEqual([["urn:b"], "lax"]);
  expect(any("T")?.namespaces).toBe("##other");
});

test.each([
  ["a default that is no value", '<xs:element name="a" type="xs:int" default="x"/>', "default-value"],
  ["default and fixed", '<xs:element name="a" type="xs:int" default="1" fixed="1"/>', "attributes-conflict"],
  [
    "a default on element content",
    '<xs:element name="a" default="1"><xs:complexType><xs:sequence><xs:element name="b"/></xs:sequence></xs:complexType></xs:element>',
    "default-on-elements",
  ],
  ["a default on an identifier", '<xs:attribute name="a" type="xs:ID" default="i1"/>', "default-on-id"],
  [
    "a default on a required attribute",
    '<xs:complexType name="T"><xs:attribute name="a" use="required" default="1"/></xs:complexType>',
    "default-needs-optional",
  ],
  [
    "another fixed value than the declaration",
    '<xs:attribute name="g" fixed="1"/><xs:complexType name="T"><xs:attribute ref="g" fixed="2"/></xs:complexType>',
    "fixed-differs",
  ],
  ["an attribute called xmlns", '<xs:attribute name="xmlns"/>', "attribute-reserved"],
  [
    "type and content of type",
    '<xs:element name="a" type="xs:int"><xs:simpleType><xs:restriction base="xs:int"/></xs:simpleType></xs:element>',
    "attributes-conflict",
  ],
  [
    "name and ref",
    '<xs:element name="g"/><xs:complexType name="T"><xs:sequence><xs:element name="a" ref="g"/></xs:sequence></xs:complexType>',
    "name-and-ref",
  ],
  [
    "neither name nor ref",
    '<xs:complexType name="T"><xs:sequence><xs:element/></xs:sequence></xs:complexType>',
    "name-or-ref",
  ],
  [
    "a nillable reference",
    '<xs:element name="g"/><xs:complexType name="T"><xs:sequence><xs:element ref="g" nillable="true"/></xs:sequence></xs:complexType>',
    "ref-attribute",
  ],
  [
    "content in a reference",
    '<xs:element name="g"/><xs:complexType name="T"><xs:sequence><xs:element ref="g"><xs:complexType/></xs:element></xs:sequence></xs:complexType>',
    "ref-content",
  ],
  [
    "a circle of heads",
    '<xs:element name="a" substitutionGroup="b"/><xs:element name="b" substitutionGroup="a"/>',
    "circular",
  ],
  [
    "a substitute of another type",
    '<xs:element name="h" type="xs:int"/><xs:element name="s" type="xs:date" substitutionGroup="h"/>',
    "substitution-type",
  ],
  [
    "an excluded substitute",
    '<xs:element name="h" type="xs:int" final="restriction"/><xs:element name="s" type="xs:short" substitutionGroup="h"/>',
    "derivation-final",
  ],
  ["xs:NOTATION by itself", '<xs:element name="a" type="xs:NOTATION"/>', "notation-open"],
  [
    "a path with a predicate",
    '<xs:element name="a"><xs:unique name="U"><xs:selector xpath="b[1]"/><xs:field xpath="."/></xs:unique></xs:element>',
    "constraint-path",
  ],
  [
    "an attribute in the selector",
    '<xs:element name="a"><xs:unique name="U"><xs:selector xpath="@b"/><xs:field xpath="."/></xs:unique></xs:element>',
    "constraint-path",
  ],
  [
    "a keyref to nothing",
    '<xs:element name="a"><xs:keyref name="U" refer="t:K"><xs:selector xpath="b"/><xs:field xpath="."/></xs:keyref></xs:element>',
    "name-unknown",
  ],
  [
    "a keyref with another number of fields",
    '<xs:element name="a"><xs:key name="K"><xs:selector xpath="b"/><xs:field xpath="."/></xs:key><xs:keyref name="U" refer="t:K"><xs:selector xpath="b"/><xs:field xpath="."/><xs:field xpath="@c"/></xs:keyref></xs:element>',
    "keyref-fields",
  ],
  [
    "two constraints of one name",
    '<xs:element name="a"><xs:key name="K"><xs:selector xpath="b"/><xs:field xpath="."/></xs:key><xs:unique name="K"><xs:selector xpath="b"/><xs:field xpath="."/></xs:unique></xs:element>',
    "duplicate",
  ],
  ["a notation without public", '<xs:notation name="png" system="s"/>', "notation-public"],
])("refuses %s", (_, body, rule) => {
  expect(brokenRules(body)).toContain(rule);
});
