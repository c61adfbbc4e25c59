import { loadModelFrom, type Model } from "@coo/wsdl";
import { describe, expect, it } from "vitest";
import { compare, type Report } from "../src/index.ts";

function schema(content: string): Model {
  return loadModelFrom([
    {
      file: "s.xsd",
      entry: true,
      content: `<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" targetNamespace="urn:t" xmlns:t="urn:t">${content}</xs:schema>`,
    },
  ]);
}

const told = (r: Report): string[] => [
  ...r.changes.map((c) => `${c.id} ${c.L}`),
  ...r.contradictions.map((c) => `contradiction ${c.component}`),
];
const bothWays = (a: Model, b: Model): string[][] => [told(compare(a, b)), told(compare(b, a))];

describe("an element that becomes abstract", () => {
  const member = (name: string): string => `<xs:element name="${name}" type="xs:string" substitutionGroup="t:head"/>`;
  const head = (abstract: boolean, more = ""): Model =>
    schema(
      `<xs:element name="r"><xs:complexType><xs:sequence><xs:element ref="t:head"/></xs:sequence></xs:complexType></xs:element><xs:element name="head" type="xs:string" abstract="${abstract}"/>${member("first")}${more}`,
    );

  it("explains that content which refers to it allows less", () => {
    expect(bothWays(head(false), head(true))).toEqual([["abstract-added N"], ["abstract-removed W"]]);
  });

  it("explains it together with members that come or go", () => {
    expect(bothWays(head(false), head(true, member("second")))).toEqual([
      ["abstract-added N", "substitution-member-added W"],
      ["abstract-removed W", "substitution-member-removed N"],
    ]);
  });
});

describe("content that is too large to be walked through", () => {
  const repeated = (group: string, item: string): Model =>
    schema(
      `<xs:element name="r"><xs:complexType><xs:sequence ${group}><xs:element name="v" type="xs:string" ${item}/></xs:sequence></xs:complexType></xs:element>`,
    );
  const many = (n: number): Model => repeated("", `maxOccurs="${n}"`);

  it("is included by its parts when bounds are wider", () => {
    expect(bothWays(many(25_000), many(30_000))).toEqual([["max-occurs-raised W"], ["max-occurs-lowered N"]]);
    const twice = (min: number): Model => repeated(`minOccurs="${min}" maxOccurs="3"`, 'maxOccurs="99"');
    expect(bothWays(twice(1), twice(2))).toEqual([["co-occurrence-tightened N"], ["co-occurrence-loosened W"]]);
  });

  it("counts as moved where it is not decided, which is no contradiction of what is told", () => {
    // A wildcard is not compared by parts.
    const open = (min: number): Model =>
      schema(
        `<xs:element name="r"><xs:complexType><xs:sequence minOccurs="${min}" maxOccurs="3"><xs:element name="v" type="xs:string" maxOccurs="99"/><xs:any namespace="##other" processContents="skip" minOccurs="0"/></xs:sequence></xs:complexType></xs:element>`,
      );
    const report = compare(open(1), open(2));
    expect(told(report)).toEqual(["co-occurrence-loosened W", "co-occurrence-tightened N"]);
    expect(report.changes.map((c) => c.evidence.kind)).toContain("undecided");
  });
});

describe("a group of which nothing has to be there", () => {
  it("is the same in types whether it may be absent or not", () => {
    const group = (occurs: string, second: string): Model =>
      schema(
        `<xs:element name="r"><xs:complexType><xs:sequence ${occurs}><xs:element name="a" type="xs:string" minOccurs="0"/><xs:element name="b" type="xs:string" ${second}/></xs:sequence></xs:complexType></xs:element>`,
      );
    const types = (second: string): (string | undefined)[] =>
      compare(group("", second), group('minOccurs="0"', second)).changes.map((c) => `${c.id} ${c.L} ${c.read?.types}`);
    expect(types('minOccurs="0"')).toEqual(["group-made-optional E C"]);
    expect(types("")).toEqual(["group-made-optional W B"]);
  });
});
