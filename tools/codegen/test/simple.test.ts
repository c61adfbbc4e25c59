import { loadModelFrom, type SimpleType } from "@coo/wsdl";
import { describe, expect, it } from "vitest";
import type { SimplePlan } from "../src/plan.ts";
import { kindOfBuiltin, SimpleFolder } from "../src/simple.ts";
import { schema } from "./support/workspace.ts";

function fold(body: string, name: string): SimplePlan {
  const model = loadModelFrom([{ file: "/t/a.xsd", content: schema(body), entry: true }]);
  return new SimpleFolder(false).fold(model.schemas.types.get(`{urn:example:test}${name}`) as SimpleType);
}

describe("simple types", () => {
  it("folds facets along the derivation, the nearest wins", () => {
    const plan = fold(
      `<xs:simpleType name="A"><xs:restriction base="xs:string"><xs:maxLength value="10"/><xs:pattern value="[A-Z]*"/></xs:restriction></xs:simpleType>
       <xs:simpleType name="B"><xs:restriction base="t:A"><xs:maxLength value="5"/><xs:pattern value="A.*"/><xs:pattern value="B.*"/></xs:restriction></xs:simpleType>`,
      "B",
    );
    expect(plan).toMatchObject({ builtin: "string", js: "string", ws: "preserve", maxLength: 5 });
    expect(plan.patterns).toEqual(["[A-Z]*", "(?:A[^\\n\\r]*)|(?:B[^\\n\\r]*)"]);
  });

  it("keeps what a number cannot hold as text", () => {
    expect(["decimal", "long", "integer", "date", "unsignedLong"].map(kindOfBuiltin)).toEqual(Array(5).fill("string"));
    expect(["int", "unsignedInt", "double"].map(kindOfBuiltin)).toEqual(Array(3).fill("number"));
    expect(kindOfBuiltin("base64Binary")).toBe("bytes");
  });

  it("collapses enumeration values as the type does", () => {
    const plan = fold(
      `<xs:simpleType name="A"><xs:restriction base="xs:token"><xs:enumeration value=" a  b "/><xs:enumeration value="a b"/></xs:restriction></xs:simpleType>`,
      "A",
    );
    expect(plan.enumeration?.map((e) => e.value)).toEqual(["a b"]);
  });

  it("keeps the text of a number whose pattern tells lexical forms apart, in lists and unions too", () => {
    const body = `<xs:simpleType name="N"><xs:restriction base="xs:int"><xs:pattern value="\\d{4}"/></xs:restriction></xs:simpleType>
      <xs:simpleType name="B"><xs:list itemType="xs:boolean"/></xs:simpleType>
      <xs:simpleType name="L"><xs:restriction base="t:B"><xs:pattern value="[01] [01]"/></xs:restriction></xs:simpleType>
      <xs:simpleType name="M"><xs:union memberTypes="xs:double xs:NMTOKEN"/></xs:simpleType>
      <xs:simpleType name="U"><xs:restriction base="t:M"><xs:pattern value="1E0|x"/></xs:restriction></xs:simpleType>`;
    expect(fold(body, "N")).toMatchObject({ builtin: "int", js: "string" });
    expect(fold(body, "L")).toMatchObject({ js: "list", item: { builtin: "boolean", js: "string" } });
    expect(fold(body, "B")).toMatchObject({ js: "list", item: { builtin: "boolean", js: "boolean" } });
    expect(fold(body, "U")).toMatchObject({ js: "union", members: [{ builtin: "double", js: "string" }, {}] });
  });

  it("writes qualified names of an enumeration with their namespace", () => {
    const plan = fold(
      `<xs:simpleType name="Q"><xs:restriction base="xs:QName"><xs:enumeration value="t:a" xmlns:t="urn:other"/><xs:enumeration value="b" xmlns=""/></xs:restriction></xs:simpleType>`,
      "Q",
    );
    expect(plan.enumeration?.map((e) => e.value)).toEqual(["{urn:other}a", "b"]);
  });

  it("takes explicitTimezone for a pattern", () => {
    const zone = (value: string): RegExp => {
      const body = `<xs:simpleType name="D"><xs:restriction base="xs:date"><xs:explicitTimezone value="${value}"/></xs:restriction></xs:simpleType>`;
      return new RegExp(`^(?:${fold(body, "D").patterns[0] ?? ""})$`, "v");
    };
    const judged = (value: string): boolean[] =>
      ["2020-01-02", "2020-01-02Z", "2020-01-02-05:00"].map((text) => zone(value).test(text));
    expect(judged("required")).toEqual([false, true, true]);
    expect(judged("prohibited")).toEqual([true, false, false]);
  });

  it("knows lists and unions, and their restrictions", () => {
    const body = `<xs:simpleType name="L"><xs:list itemType="xs:int"/></xs:simpleType>
      <xs:simpleType name="R"><xs:restriction base="t:L"><xs:maxLength value="3"/></xs:restriction></xs:simpleType>
      <xs:simpleType name="U"><xs:union memberTypes="xs:int t:L"/></xs:simpleType>`;
    expect(fold(body, "R")).toMatchObject({ js: "list", maxLength: 3, item: { builtin: "int" } });
    expect(fold(body, "U")).toMatchObject({ js: "union", members: [{ builtin: "int" }, { js: "list" }] });
  });
});
