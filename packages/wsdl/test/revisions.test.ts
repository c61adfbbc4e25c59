import { expect, test } from "vitest";
import type { Particle, SimpleType } from "../src/index.ts";
import { complexType, failure, loadFiles, loadSchema, members, schema, simpleType } from "./model.ts";

function names(particle: Particle | null): string {
  if (particle === null) return "-";
  const { term } = particle;
  if (term.kind === "element") return term.name.local;
  return term.kind === "any" ? "any" : `(${term.particles.map(names).join(" ")})`;
}

const ORIGINAL = `<xs:simpleType name="S"><xs:restriction base="xs:string"><xs:maxLength value="9"/></xs:restriction></xs:simpleType>
  <xs:complexType name="C"><xs:sequence><xs:element name="a"/></xs:sequence></xs:complexType>
  <xs:group name="G"><xs:sequence><xs:element name="g"/></xs:sequence></xs:group>
  <xs:attributeGroup name="A"><xs:attribute name="x"/></xs:attributeGroup>
  <xs:complexType name="U"><xs:group ref="G"/><xs:attribute name="s" type="S"/><xs:attributeGroup ref="A"/></xs:complexType>`;

test("a redefinition builds on the original and holds for every reference", () => {
  const model = loadFiles({
    "a.xsd": schema(`<xs:redefine schemaLocation="o.xsd">
      <xs:simpleType name="S"><xs:restriction base="S"><xs:maxLength value="5"/></xs:restriction></xs:simpleType>
      <xs:complexType name="C"><xs:complexContent><xs:extension base="C"><xs:sequence><xs:element name="b"/></xs:sequence></xs:extension></xs:complexContent></xs:complexType>
      <xs:group name="G"><xs:sequence><xs:group ref="G"/><xs:element name="h"/></xs:sequence></xs:group>
      <xs:attributeGroup name="A"><xs:attributeGroup ref="A"/><xs:attribute name="y"/></xs:attributeGroup>
    </xs:redefine>`),
    "o.xsd": schema(ORIGINAL),
  });
  const s = simpleType(model, "{urn:t}S");
  expect([s.facets.maxLength?.value, s.base?.facets.maxLength?.value, s.at.file]).toEqual(["5", "9", "a.xsd"]);
  expect(names(complexType(model, "{urn:t}C").particle)).toBe("((a) (b))");
  const u = complexType(model, "{urn:t}U");
  expect(names(u.particle)).toBe("((g) h)");
  expect(u.attributes.map((a) => a.declaration.name.local)).toEqual(["s", "x", "y"]);
  expect(u.attributes[0]?.declaration.type).toBe(s);
  expect(model.schemas.derived.get("{urn:t}C")).toBeUndefined();
});

function step(length: number, location: string): string {
  return schema(
    `<xs:redefine schemaLocation="${location}"><xs:simpleType name="S"><xs:restriction base="S"><xs:maxLength value="${length}"/></xs:restriction></xs:simpleType></xs:redefine>`,
  );
}

test("redefinitions of redefinitions pile up", () => {
  const model = loadFiles({ "a.xsd": step(3, "b.xsd"), "b.xsd": step(5, "o.xsd"), "o.xsd": schema(ORIGINAL) });
  const lengths: (string | undefined)[] = [];
  for (let t: SimpleType | null = simpleType(model, "{urn:t}S"); t?.name?.ns === "urn:t"; t = t.base)
    lengths.push(t.facets.maxLength?.value);
  expect(lengths).toEqual(["3", "5", "9"]);
});

test.each([
  [
    "something that is not there",
    '<xs:simpleType name="N"><xs:restriction base="N"/></xs:simpleType>',
    "redefine-target",
  ],
  [
    "a type without building on it",
    '<xs:simpleType name="S"><xs:restriction base="xs:string"/></xs:simpleType>',
    "redefine-self",
  ],
  [
    "a group by something wider",
    '<xs:group name="G"><xs:sequence><xs:element name="other"/></xs:sequence></xs:group>',
    "restriction-content",
  ],
])("refuses to redefine %s", (_, body, rule) => {
  const files = {
    "a.xsd": schema(`<xs:redefine schemaLocation="o.xsd">${body}</xs:redefine>`),
    "o.xsd": schema(ORIGINAL),
  };
  expect(failure(() => loadFiles(files, { strict: true })).rule).toBe(rule);
});

test("an override replaces, also in what the overridden document includes", () => {
  const model = loadFiles({
    "a.xsd": schema(
      '<xs:override schemaLocation="m.xsd"><xs:complexType name="C"><xs:sequence><xs:element name="z"/></xs:sequence></xs:complexType><xs:element name="unused"/></xs:override>',
    ),
    "m.xsd": schema('<xs:include schemaLocation="o.xsd"/>'),
    "o.xsd": schema(ORIGINAL),
  });
  expect(names(complexType(model, "{urn:t}C").particle)).toBe("(z)");
  expect(model.schemas.elements.size).toBe(0);
});

test("assertions, open content, alternatives and not-wildcards of 1.1 are kept; tests of them are recorded", () => {
  const model = loadSchema(`<xs:defaultOpenContent mode="suffix"><xs:any namespace="##local"/></xs:defaultOpenContent>
    <xs:complexType name="T"><xs:openContent><xs:any namespace="urn:o" processContents="lax"/></xs:openContent>
      <xs:sequence><xs:any notNamespace="urn:x ##targetNamespace" notQName="t:a"/></xs:sequence><xs:assert test="@a"/></xs:complexType>
    <xs:complexType name="D"><xs:sequence><xs:element name="d"/></xs:sequence></xs:complexType>
    <xs:simpleType name="S"><xs:restriction base="xs:int"><xs:assertion test="$value ne 0"/></xs:restriction></xs:simpleType>
    <xs:element name="e" type="D"><xs:alternative test="@k" type="T"/></xs:element>`);
  const t = complexType(model, "{urn:t}T");
  expect([t.openContent?.mode, t.openContent?.wildcard.namespaces]).toEqual(["interleave", ["urn:o"]]);
  expect(t.assertions.map((a) => a.value)).toEqual(["@a"]);
  const any = members(t.particle)[0]?.term;
  expect(any?.kind === "any" && [any.notNamespaces, any.notNames]).toEqual([["urn:x", "urn:t"], ["{urn:t}a"]]);
  expect(complexType(model, "{urn:t}D").openContent?.mode).toBe("suffix");
  expect(simpleType(model, "{urn:t}S").facets.assertions?.[0]?.value).toBe("$value ne 0");
  expect(model.schemas.elements.get("{urn:t}e")?.alternatives?.map((a) => a.test)).toEqual(["@k"]);
  expect(new Set(model.schemas.recorded.map((r) => r.construct))).toEqual(
    new Set(["xs:assert", "xs:assertion", "xs:alternative"]),
  );
});

test("types of 1.1, xs:all with occurrence and conditional inclusion", () => {
  const vc = 'xmlns:vc="http://www.w3.org/2007/XMLSchema-versioning"';
  const model = loadSchema(`<xs:element name="a" type="xs:dayTimeDuration"/>
    <xs:simpleType name="S"><xs:restriction base="xs:dateTime"><xs:explicitTimezone value="required"/></xs:restriction></xs:simpleType>
    <xs:complexType name="T"><xs:all><xs:element name="x" maxOccurs="3"/></xs:all></xs:complexType>
    <xs:element ${vc} name="old" vc:maxVersion="1.1"/><xs:element ${vc} name="new" vc:minVersion="1.1"/>`);
  expect([...model.schemas.elements.keys()]).toEqual(["{urn:t}a", "{urn:t}new"]);
  expect(simpleType(model, "{urn:t}S").facets.explicitTimezone?.value).toBe("required");
  expect(model.problems.map((p) => [p.severity, p.rule])).toEqual([["warning", "all-occurs"]]);
});

test("default attributes of 1.1 apply unless a type opts out", () => {
  const model = loadFiles({
    "t.xsd": schema(
      '<xs:attributeGroup name="A"><xs:attribute name="x"/></xs:attributeGroup><xs:complexType name="T"/><xs:complexType name="U" defaultAttributesApply="false"/>',
      'targetNamespace="urn:t" xmlns="urn:t" defaultAttributes="A"',
    ),
  });
  const count = (name: string): number => complexType(model, `{urn:t}${name}`).attributes.length;
  expect([count("T"), count("U")]).toEqual([1, 0]);
});
