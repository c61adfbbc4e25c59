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

  it("knows lists and unions, and their restrictions", () => {
    const body = `<xs:simpleType name="L"><xs:list itemType="xs:int"/></xs:simpleType>
      <xs:simpleType name="R"><xs:restriction base="t:L"><xs:maxLength value="3"/></xs:restriction></xs:simpleType>
      <xs:simpleType name="U"><xs:union memberTypes="xs:int t:L"/></xs:simpleType>`;
    expect(fold(body, "R")).toMatchObject({ js: "list", maxLength: 3, item: { builtin: "int" } });
    expect(fold(body, "U")).toMatchObject({ js: "union", members: [{ builtin: "int" }, { js: "list" }] });
  });
});
