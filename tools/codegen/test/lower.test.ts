import { loadModelFrom } from "@coo/wsdl";
import { describe, expect, it } from "vitest";
import { blockedTypes } from "../src/blocking.ts";
import { Lowering } from "../src/lower.ts";
import { Names } from "../src/names.ts";
import type { ComplexPlan, GroupPlan, ParticlePlan } from "../src/plan.ts";
import { schema } from "./support/workspace.ts";

function lower(body: string, name = "T"): ComplexPlan {
  const model = loadModelFrom([{ file: "/t/a.xsd", content: schema(body), entry: true }]);
  const lowering = new Lowering({ model, codeListOf: () => null, names: new Names(), isOwn: () => true });
  const type = model.schemas.types.get(`{urn:example:test}${name}`);
  if (type?.kind !== "complex") throw new Error("no such complex type");
  return lowering.complex(type, null, name);
}

const shape = (p: ParticlePlan | null): unknown => {
  if (p === null) return null;
  if (p.k === "el") return `${p.prop}${p.min}..${p.max}`;
  if (p.k === "any") return `${p.prop}${p.min}..${p.max}`;
  return [`${p.k}${p.min}..${p.max}${p.prop ? ` ${p.prop}` : ""}`, ...p.items.map(shape)];
};

describe("lowering", () => {
  it("puts nested sequences in one", () => {
    const type = lower(`<xs:complexType name="T"><xs:sequence><xs:element name="a" type="xs:string"/>
      <xs:sequence><xs:element name="b" type="xs:string"/></xs:sequence></xs:sequence></xs:complexType>`);
    expect(shape(type.content)).toEqual(["seq1..1", "a1..1", "b1..1"]);
  });

  it("moves the repetition of a group with one element to the element", () => {
    const type = lower(`<xs:complexType name="T"><xs:sequence minOccurs="0" maxOccurs="unbounded">
      <xs:element name="a" type="xs:string"/></xs:sequence></xs:complexType>`);
    expect(shape(type.content)).toEqual(["seq1..1", "a0..-1"]);
  });

  it("keeps a repetition that would leave gaps", () => {
    const type = lower(`<xs:complexType name="T"><xs:sequence minOccurs="0" maxOccurs="3">
      <xs:element name="a" type="xs:string" minOccurs="2" maxOccurs="2"/></xs:sequence></xs:complexType>`);
    expect(shape(type.content)).toEqual(["seq1..1", ["seq0..3 $sequence", "a2..2"]]);
  });

  it("gives a repeated choice an array of its own", () => {
    const type = lower(`<xs:complexType name="T"><xs:choice maxOccurs="unbounded">
      <xs:element name="a" type="xs:string"/><xs:element name="b" type="xs:int"/></xs:choice></xs:complexType>`);
    expect(shape(type.content)).toEqual(["seq1..1", ["choice1..-1 $choice", "a1..1", "b1..1"]]);
  });

  it("lets branches of a choice share a name, but not members of a sequence", () => {
    const type = lower(`<xs:complexType name="T"><xs:sequence>
      <xs:choice><xs:sequence><xs:element name="a" type="xs:string"/><xs:element name="c" type="xs:string"/></xs:sequence>
      <xs:sequence><xs:element name="b" type="xs:string"/><xs:element name="c" type="xs:string"/></xs:sequence></xs:choice>
      <xs:element name="c" type="xs:string"/></xs:sequence></xs:complexType>`);
    expect(shape(type.content)).toEqual([
      "seq1..1",
      ["choice1..1", ["seq1..1", "a1..1", "c1..1"], ["seq1..1", "b1..1", "c1..1"]],
      "c21..1",
    ]);
  });

  it("tells an attribute from an element of the same name", () => {
    const type = lower(`<xs:complexType name="T"><xs:sequence><xs:element name="id" type="xs:string"/></xs:sequence>
      <xs:attribute name="id" type="xs:string"/></xs:complexType>`);
    expect((type.content as GroupPlan).items[0]).toMatchObject({ prop: "id" });
    expect(type.attrs[0]).toMatchObject({ prop: "idAttribute", name: "id" });
  });

  it("drops particles that may not occur", () => {
    const type =
      lower(`<xs:complexType name="T"><xs:sequence><xs:element name="a" type="xs:string" maxOccurs="0" minOccurs="0"/>
      <xs:element name="b" type="xs:string"/></xs:sequence></xs:complexType>`);
    expect(shape(type.content)).toEqual(["seq1..1", "b1..1"]);
  });

  it("lists concrete types below a type, itself first", () => {
    const type = lower(`<xs:complexType name="T"><xs:sequence/></xs:complexType>
      <xs:complexType name="Abstract" abstract="true"><xs:complexContent><xs:extension base="t:T"/></xs:complexContent></xs:complexType>
      <xs:complexType name="Leaf"><xs:complexContent><xs:extension base="t:Abstract"><xs:attribute name="x" type="xs:int"/></xs:extension></xs:complexContent></xs:complexType>`);
    expect(type.derived.map((d) => d.local)).toEqual(["T", "Leaf"]);
  });

  it("offers the members of a substitution group", () => {
    const type =
      lower(`<xs:element name="head" type="xs:string" abstract="true"/><xs:element name="one" type="xs:string" substitutionGroup="t:head"/>
      <xs:complexType name="T"><xs:sequence><xs:element ref="t:head"/></xs:sequence></xs:complexType>`);
    const [el] = (type.content as GroupPlan).items;
    expect(el).toMatchObject({ abstract: true, substitutes: [{ tag: "one" }] });
  });

  it("puts open content behind the declared one, or beside it where it may stand between", () => {
    const open = (mode: string): ComplexPlan =>
      lower(`<xs:complexType name="T"><xs:openContent mode="${mode}"><xs:any namespace="##other"/></xs:openContent>
        <xs:sequence><xs:element name="a" type="xs:string"/></xs:sequence></xs:complexType>`);
    expect(shape(open("suffix").content)).toEqual(["seq1..1", "a1..1", "$any0..-1"]);
    expect(open("suffix").open).toBeNull();
    expect(shape(open("interleave").content)).toEqual(["seq1..1", "a1..1"]);
    expect(open("interleave").open).toMatchObject({ prop: "$any", min: 0, max: -1, namespaces: "##other" });
  });

  it("keeps what a wildcard excludes", () => {
    const type = lower(`<xs:complexType name="T"><xs:sequence><xs:element name="a" type="xs:string"/>
      <xs:any notNamespace="urn:x ##local" notQName="t:b ##definedSibling"/></xs:sequence></xs:complexType>`);
    expect((type.content as GroupPlan).items[1]).toMatchObject({
      namespaces: "##any",
      not: ["urn:x", ""],
      notNames: ["{urn:example:test}b", "{}a"],
    });
  });

  it("keeps what a declaration blocks, and its keys", () => {
    const type = lower(`<xs:complexType name="T"><xs:sequence>
      <xs:element name="a" type="t:A" block="extension"><xs:key name="k"><xs:selector xpath=".//t:x | t:y/*"/><xs:field xpath="@id"/></xs:key></xs:element>
    </xs:sequence></xs:complexType>
    <xs:complexType name="A"/>
    <xs:complexType name="B"><xs:complexContent><xs:extension base="t:A"/></xs:complexContent></xs:complexType>`);
    const [el] = (type.content as GroupPlan).items;
    expect(el).toMatchObject({
      block: ["extension"],
      keys: [
        {
          kind: "key",
          name: "{urn:example:test}k",
          selector: [
            { deep: true, steps: [{ name: "x", ns: "urn:example:test" }] },
            {
              steps: [
                { name: "y", ns: "urn:example:test" },
                { name: "*", ns: "*" },
              ],
            },
          ],
          fields: [[{ steps: [], attribute: { name: "id", ns: "" } }]],
        },
      ],
    });
    const plan = el?.k === "el" && el.type.k === "complex" ? el.type.type : type;
    expect(blockedTypes(plan, ["extension"]).map((t) => t.local)).toEqual(["B"]);
    expect(blockedTypes(plan, ["restriction"])).toEqual([]);
  });

  it("ends with types that contain themselves", () => {
    const type = lower(
      `<xs:complexType name="T"><xs:sequence><xs:element name="child" type="t:T" minOccurs="0"/></xs:sequence></xs:complexType>`,
    );
    const [el] = (type.content as GroupPlan).items;
    expect(el?.k === "el" && el.type.k === "complex" && el.type.type === type).toBe(true);
  });
});
