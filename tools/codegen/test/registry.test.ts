import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { generate } from "../src/generate.ts";
import { schema, workspace } from "./support/workspace.ts";

const BODY = `
  <xs:element name="root" type="t:B" nillable="true"/>
  <xs:attribute name="mark" type="t:Small" fixed="1"/>
  <xs:simpleType name="Small"><xs:restriction base="t:Number"><xs:maxInclusive value="5"/></xs:restriction></xs:simpleType>
  <xs:simpleType name="Number"><xs:restriction base="xs:int"/></xs:simpleType>
  <xs:complexType name="A"/>
  <xs:complexType name="B"><xs:complexContent><xs:extension base="t:A"/></xs:complexContent></xs:complexType>`;

describe("the registry", () => {
  it("is written only when it is asked for, and nothing else changes", () => {
    const entries = [join(workspace({ "a.xsd": schema(BODY) }), "a.xsd")];
    const without = generate({ entries }).files;
    const withIt = new Map(generate({ entries, registry: true }).files);
    expect(withIt.delete("registry.ts")).toBe(true);
    expect([...withIt]).toEqual([...without]);
  });

  it("names every global declaration with what it derives from", () => {
    const entries = [join(workspace({ "a.xsd": schema(BODY) }), "a.xsd")];
    const text = generate({ entries, registry: true }).files.get("registry.ts") ?? "";
    expect(text).toContain('elements: [{ name: "root", ns: "urn:example:test", type: BDescriptor, nillable: true }]');
    expect(text).toContain('attributes: [{ name: "mark", ns: "urn:example:test", type: smallValue, fixed: "1" }]');
    expect(text).toContain(
      '{ name: "Small", ns: "urn:example:test", type: smallValue, bases: ["{urn:example:test}Number"] }',
    );
    expect(text).toContain('{ name: "B", ns: "urn:example:test", type: BDescriptor, bases: ["{urn:example:test}A"] }');
  });

  it("takes the rules of the strict loader where that is asked for", () => {
    const body = `<xs:element name="a"><xs:complexType><xs:sequence>
      <xs:element name="x" type="xs:int" minOccurs="0"/><xs:element name="x" type="xs:int"/>
    </xs:sequence></xs:complexType></xs:element>`;
    const entries = [join(workspace({ "a.xsd": schema(body) }), "a.xsd")];
    expect(generate({ entries }).files.size).toBeGreaterThan(0);
    expect(() => generate({ entries, strict: true })).toThrow();
  });
});
