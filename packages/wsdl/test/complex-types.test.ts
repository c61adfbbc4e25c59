import { expect, test } from "vitest";
import { ANY_TYPE, builtinType, type ComplexType, type Particle } from "../src/index.ts";
import { brokenRules, complexType, loadFiles, loadSchema, members, schema } from "./model.ts";

function complex(body: string, name = "T"): ComplexType {
  return complexType(loadSchema(body), `{urn:t}${name}`);
}

/** Names and occurrence of a content model, nested as it is. */
function outline(particle: Particle | null): string {
  if (particle === null) return "empty";
  const { term, min, max } = particle;
  const times = min === 1 && max === 1 ? "" : `{${min},${max === Number.POSITIVE_INFINITY ? "*" : max}}`;
  if (term.kind === "element") return term.name.local + times;
  if (term.kind === "any") return `any${times}`;
  return `${term.kind}(${term.particles.map(outline).join(" ")})${times}`;
}

const BASE = `<xs:complexType name="B"><xs:sequence><xs:element name="a" type="xs:string"/></xs:sequence>
  <xs:attribute name="x" type="xs:int" use="required"/><xs:attribute name="y" type="xs:int"/></xs:complexType>`;

test("keeps compositors nested with any occurrence", () => {
  const type = complex(`<xs:complexType name="T"><xs:sequence>
    <xs:element name="a" type="xs:string"/>
    <xs:choice minOccurs="0" maxOccurs="unbounded"><xs:element name="b"/><xs:sequence minOccurs="2" maxOccurs="3"><xs:element name="c" maxOccurs="7"/></xs:sequence></xs:choice>
    <xs:any namespace="##other" processContents="lax" minOccurs="0"/>
  </xs:sequence></xs:complexType>`);
  expect(outline(type.particle)).toBe("sequence(a choice(b sequence(c{1,7}){2,3}){0,*} any{0,1})");
  expect(type.content).toBe("elements");
  expect(type.base).toBe(ANY_TYPE);
});

test("xs:all keeps its members; what may not occur is no particle", () => {
  const type = complex(
    `<xs:complexType name="T"><xs:all minOccurs="0"><xs:element name="a" minOccurs="0"/><xs:element name="b"/><xs:element name="no" minOccurs="0" maxOccurs="0"/></xs:all></xs:complexType>`,
  );
  expect(outline(type.particle)).toBe("all(a{0,1} b){0,1}");
});

test("a reference to a group shares the group and keeps its own occurrence", () => {
  const model =
    loadSchema(`<xs:group name="G"><xs:choice><xs:element name="a"/><xs:element name="b"/></xs:choice></xs:group>
    <xs:complexType name="T"><xs:group ref="G" minOccurs="0" maxOccurs="2"/></xs:complexType>`);
  const type = complexType(model, "{urn:t}T");
  expect(outline(type.particle)).toBe("choice(a b){0,2}");
  expect(type.particle?.term).toBe(model.schemas.groups.get("{urn:t}G"));
  expect(model.schemas.groups.get("{urn:t}G")?.group).toEqual({ ns: "urn:t", local: "G" });
});

test("an extension has the base's content, then its own, over several levels and namespaces", () => {
  const model = loadFiles({
    "c.xsd": schema(
      `<xs:import namespace="urn:b" schemaLocation="b.xsd"/><xs:complexType name="T"><xs:complexContent><xs:extension base="b:M"><xs:sequence><xs:element name="c"/></xs:sequence><xs:attribute name="z"/></xs:extension></xs:complexContent></xs:complexType>`,
      'targetNamespace="urn:c" xmlns:b="urn:b"',
    ),
    "b.xsd": schema(
      `<xs:import namespace="urn:t" schemaLocation="t.xsd"/><xs:complexType name="M"><xs:complexContent><xs:extension base="t:B"><xs:choice><xs:element name="b"/></xs:choice></xs:extension></xs:complexContent></xs:complexType>`,
      'targetNamespace="urn:b" xmlns:t="urn:t"',
    ),
    "t.xsd": schema(BASE),
  });
  const type = complexType(model, "{urn:c}T");
  expect(outline(type.particle)).toBe("sequence(sequence(sequence(a) choice(b)) sequence(c))");
  expect(outline(type.ownParticle)).toBe("sequence(c)");
  expect(type.attributes.map((u) => u.declaration.name.local)).toEqual(["x", "y", "z"]);
  expect(type.base?.name).toEqual({ ns: "urn:b", local: "M" });
  expect(model.schemas.derived.get("{urn:t}B")?.map((t) => t.name?.local)).toEqual(["M"]);
});

test("an extension that adds no elements keeps the base's particle; one of an empty base has its own", () => {
  const body = `${BASE}<xs:complexType name="E"/>
    <xs:complexType name="T"><xs:complexContent><xs:extension base="B"><xs:attribute name="z"/></xs:extension></xs:complexContent></xs:complexType>
    <xs:complexType name="U"><xs:complexContent><xs:extension base="E"><xs:sequence><xs:element name="u"/></xs:sequence></xs:extension></xs:complexContent></xs:complexType>`;
  const model = loadSchema(body);
  const [base, extended] = [complexType(model, "{urn:t}B"), complexType(model)];
  expect(extended.particle).toBe(base.particle);
  expect(outline(complex(body, "U").particle)).toBe("sequence(u)");
  expect(complex(body, "E").content).toBe("empty");
});

test("a restriction restates content, changes attributes and takes them away", () => {
  const type = complex(`${BASE}<xs:complexType name="T"><xs:complexContent><xs:restriction base="B">
    <xs:sequence><xs:element name="a" type="xs:token"/></xs:sequence>
    <xs:attribute name="x" type="xs:short" use="required"/><xs:attribute name="y" use="prohibited"/></xs:restriction></xs:complexContent></xs:complexType>`);
  expect(type.derivation).toBe("restriction");
  expect(type.attributes.map((u) => [u.declaration.name.local, u.declaration.type.name?.local, u.use])).toEqual([
    ["x", "short", "required"],
  ]);
  expect(outline(type.particle)).toBe("sequence(a)");
});

test("simple content: extended, and restricted by facets", () => {
  const body = `<xs:complexType name="M"><xs:simpleContent><xs:extension base="xs:decimal"><xs:attribute name="currency" type="xs:string" use="required"/></xs:extension></xs:simpleContent></xs:complexType>
    <xs:complexType name="T"><xs:simpleContent><xs:restriction base="M"><xs:fractionDigits value="2"/></xs:restriction></xs:simpleContent></xs:complexType>`;
  const money = complex(body, "M");
  expect([money.content, money.simpleType, money.particle]).toEqual(["simple", builtinType("decimal"), null]);
  const cents = complex(body);
  expect(cents.simpleType?.base).toBe(builtinType("decimal"));
  expect(cents.simpleType?.facets.fractionDigits?.value).toBe("2");
  expect(cents.attributes.map((u) => u.declaration.name.local)).toEqual(["currency"]);
});

test("mixed, abstract, final and block are kept, with the schema's defaults", () => {
  const model = loadFiles({
    "t.xsd": schema(
      `<xs:complexType name="T" mixed="true" abstract="true" block="#all"><xs:sequence/></xs:complexType><xs:complexType name="U"/>`,
      'targetNamespace="urn:t" xmlns="urn:t" finalDefault="extension list" blockDefault="substitution restriction"',
    ),
  });
  const t = complexType(model, "{urn:t}T");
  expect([t.mixed, t.abstract, t.block, t.content]).toEqual([true, true, ["extension", "restriction"], "elements"]);
  const u = complexType(model, "{urn:t}U");
  expect([u.final, u.block]).toEqual([["extension"], ["restriction"]]);
});

test("recursive types refer to themselves", () => {
  const type = complex(
    `<xs:complexType name="T"><xs:sequence><xs:element name="child" type="T" minOccurs="0"/><xs:element name="own"><xs:complexType><xs:sequence><xs:element ref="r" minOccurs="0"/></xs:sequence></xs:complexType></xs:element></xs:sequence></xs:complexType><xs:element name="r" type="T"/>`,
  );
  const child = members(type.particle)[0]?.term;
  expect(child?.kind === "element" && child.type).toBe(type);
});

test("a soapenc:Array restriction carries the item type", () => {
  const model = loadFiles({
    "t.xsd": schema(
      `<xs:import namespace="http://schemas.xmlsoap.org/soap/encoding/"/><xs:complexType name="T"><xs:complexContent><xs:restriction base="e:Array"><xs:attribute ref="e:arrayType" w:arrayType="xs:string[]"/></xs:restriction></xs:complexContent></xs:complexType>`,
      'targetNamespace="urn:t" xmlns:e="http://schemas.xmlsoap.org/soap/encoding/" xmlns:w="http://schemas.xmlsoap.org/wsdl/"',
    ),
  });
  const type = complexType(model, "{urn:t}T");
  expect(type.base?.name?.local).toBe("Array");
  const use = type.attributes.find((u) => u.declaration.name.local === "arrayType");
  expect(use?.arrayType).toBe("{http://www.w3.org/2001/XMLSchema}string[]");
  expect(model.problems).toEqual([]);
});

const extension = (base: string, body: string, name = "T"): string =>
  `<xs:complexType name="${name}"><xs:complexContent><xs:extension base="${base}">${body}</xs:extension></xs:complexContent></xs:complexType>`;
const restricted = (base: string, body: string): string =>
  `<xs:complexType name="T"><xs:complexContent><xs:restriction base="${base}">${body}</xs:restriction></xs:complexContent></xs:complexType>`;

test.each([
  ["a type that extends itself", extension("T", ""), "circular"],
  ["an extension of a final type", `<xs:complexType name="B" final="#all"/>${extension("B", "")}`, "derivation-final"],
  ["an attribute that is there already", BASE + extension("B", '<xs:attribute name="x"/>'), "attribute-twice"],
  [
    "simple content over elements",
    `${BASE}<xs:complexType name="T"><xs:simpleContent><xs:extension base="B"/></xs:simpleContent></xs:complexType>`,
    "simple-content-base",
  ],
  [
    "complex content over a simple type",
    extension("xs:string", '<xs:sequence><xs:element name="a"/></xs:sequence>'),
    "complex-content-base",
  ],
  [
    "mixed over not mixed",
    `${BASE}<xs:complexType name="T"><xs:complexContent mixed="true"><xs:extension base="B"><xs:sequence><xs:element name="b"/></xs:sequence></xs:extension></xs:complexContent></xs:complexType>`,
    "mixed-differs",
  ],
  [
    "a restriction with a new element",
    BASE +
      restricted(
        "B",
        '<xs:sequence><xs:element name="a" type="xs:string"/><xs:element name="n"/></xs:sequence><xs:attribute name="x" type="xs:int" use="required"/>',
      ),
    "restriction-content",
  ],
  [
    "a restriction that occurs more often",
    BASE +
      restricted(
        "B",
        '<xs:sequence><xs:element name="a" type="xs:string" maxOccurs="2"/></xs:sequence><xs:attribute name="x" type="xs:int" use="required"/>',
      ),
    "restriction-content",
  ],
  [
    "a restriction by another type",
    BASE +
      restricted(
        "B",
        '<xs:sequence><xs:element name="a" type="xs:int"/></xs:sequence><xs:attribute name="x" type="xs:int" use="required"/>',
      ),
    "restriction-content",
  ],
  [
    "a required attribute made optional",
    BASE +
      restricted(
        "B",
        '<xs:sequence><xs:element name="a" type="xs:string"/></xs:sequence><xs:attribute name="x" type="xs:int"/>',
      ),
    "restriction-attribute",
  ],
  [
    "an attribute the base does not have",
    BASE +
      restricted(
        "B",
        '<xs:sequence><xs:element name="a" type="xs:string"/></xs:sequence><xs:attribute name="x" type="xs:int" use="required"/><xs:attribute name="n"/>',
      ),
    "restriction-attribute",
  ],
  [
    "two identifiers",
    '<xs:complexType name="T"><xs:attribute name="a" type="xs:ID"/><xs:attribute name="b" type="xs:ID"/></xs:complexType>',
    "attribute-ids",
  ],
  [
    "ambiguous content",
    '<xs:complexType name="T"><xs:sequence><xs:element name="a" minOccurs="0"/><xs:element name="a"/></xs:sequence></xs:complexType>',
    "content-ambiguous",
  ],
  [
    "a wildcard that swallows the next element",
    '<xs:complexType name="T"><xs:sequence><xs:any minOccurs="0"/><xs:element name="a"/></xs:sequence></xs:complexType>',
    "content-ambiguous",
  ],
  [
    "one name with two types",
    '<xs:complexType name="T"><xs:sequence><xs:element name="a" type="xs:int"/><xs:element name="a" type="xs:string"/></xs:sequence></xs:complexType>',
    "element-types",
  ],
  [
    "xs:all inside a sequence",
    '<xs:group name="G"><xs:all><xs:element name="a"/></xs:all></xs:group><xs:complexType name="T"><xs:sequence><xs:group ref="G"/></xs:sequence></xs:complexType>',
    "all-nested",
  ],
  [
    "xs:all with repeated members in 1.0",
    '<xs:complexType name="T"><xs:all><xs:element name="a" maxOccurs="2"/></xs:all></xs:complexType>',
    "all-occurs",
  ],
  [
    "a group that contains itself",
    '<xs:group name="G"><xs:sequence><xs:group ref="G"/></xs:sequence></xs:group>',
    "circular",
  ],
  [
    "an attribute group that contains itself",
    '<xs:attributeGroup name="G"><xs:attributeGroup ref="G"/></xs:attributeGroup>',
    "circular",
  ],
  [
    "minOccurs above maxOccurs",
    '<xs:complexType name="T"><xs:sequence minOccurs="2"><xs:element name="a"/></xs:sequence></xs:complexType>',
    "occurs-order",
  ],
])("refuses %s", (_, body, rule) => {
  expect(brokenRules(body)).toContain(rule);
});

test.each([
  [
    "fixed counts that follow each other",
    '<xs:complexType name="T"><xs:sequence><xs:element name="a" minOccurs="2" maxOccurs="2"/><xs:element name="a"/></xs:sequence></xs:complexType>',
  ],
  [
    "a restriction to fewer elements",
    '<xs:complexType name="B"><xs:sequence><xs:element name="a" type="xs:string" minOccurs="0" maxOccurs="5"/><xs:element name="b" minOccurs="0"/></xs:sequence></xs:complexType>' +
      restricted("B", '<xs:sequence><xs:element name="a" type="xs:token" maxOccurs="2"/></xs:sequence>'),
  ],
  [
    "a choice narrowed to one branch",
    '<xs:complexType name="B"><xs:choice><xs:element name="a"/><xs:element name="b"/></xs:choice></xs:complexType>' +
      restricted("B", '<xs:choice><xs:element name="b"/></xs:choice>'),
  ],
  [
    "elements in place of a wildcard",
    '<xs:complexType name="B"><xs:sequence><xs:any maxOccurs="unbounded" processContents="lax"/></xs:sequence></xs:complexType>' +
      restricted("B", '<xs:sequence><xs:element name="a"/><xs:element name="b"/></xs:sequence>'),
  ],
])("accepts %s", (_, body) => {
  expect(brokenRules(body)).toEqual([]);
});
