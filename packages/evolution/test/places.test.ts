import { loadModelFrom, type Model } from "@coo/wsdl";
import { describe, expect, it } from "vitest";
import { compare, formatText, type Report } from "../src/index.ts";
import { exampleText } from "../src/report/evidence-text.ts";

/** One line a declaration: the type T stands in line 2, its element in 3, its attribute in 4. */
function schema({ element = "", attribute = "", more = "" }): Model {
  return loadModelFrom([
    {
      file: "s.xsd",
      entry: true,
      content: [
        '<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" targetNamespace="urn:t" xmlns:t="urn:t">',
        '<xs:complexType name="T"><xs:sequence><xs:element name="a" type="xs:string"/>',
        `<xs:element name="e" type="${element || "xs:int"}"/>${more && '<xs:element name="z" minOccurs="0" type="xs:int"/>'}</xs:sequence>`,
        `<xs:attribute name="k" type="${attribute || "xs:int"}"/>${more && '<xs:attribute name="y" type="xs:int"/>'}`,
        '</xs:complexType><xs:element name="root" type="t:T"/>',
        '<xs:simpleType name="Short"><xs:restriction base="xs:int"><xs:maxInclusive value="9"/></xs:restriction></xs:simpleType>',
        "</xs:schema>",
      ].join("\n"),
    },
  ]);
}

const lines = ({ changes }: Report): string[] =>
  changes.map((c) => `${c.id} ${c.oldAt?.line ?? "–"} ${c.newAt?.line ?? "–"}`);

describe("the place of a change", () => {
  it("is the declaration that uses a built-in type, which lies in no document", () => {
    const wider = compare(schema({}), schema({ element: "xs:long" }));
    expect(lines(wider)).toEqual(["type-widened-remapped 3 3"]);
    expect(formatText(wider)).toContain("\n  s.xsd:3");
    expect(lines(compare(schema({}), schema({ attribute: "xs:long" })))).toEqual(["type-widened-remapped 4 4"]);
  });

  it("is the type where one of its own is used", () => {
    expect(lines(compare(schema({}), schema({ element: "t:Short" })))).toContain("range-tightened 3 6");
    expect(lines(compare(schema({ attribute: "t:Short" }), schema({})))).toContain("range-loosened 6 4");
  });
});

describe("the example of a change", () => {
  it("has what the change is about when there are several in a type", () => {
    const grown = compare(schema({}), schema({ more: "x" }));
    const examples = grown.changes.map((c) => `${c.component.slice(7)}: ${c.evidence.example}`);
    expect(examples.sort()).toEqual(["T/z: content: a e z", "T@y: attribute: {}y"]);
  });
});

describe("an example for people", () => {
  it.each([
    ["content: a b", "content: a b"],
    ["content: ", "content: (空 empty)"],
    [`content: a ${"b ".repeat(1001)}c`, "content: a b × 1001 c"],
    ["content: a ab a a a", "content: a ab a a a"],
    [`text: ${"0".repeat(201)}`, "text: 0 × 201"],
    [`text: 12${"号".repeat(20)}x`, "text: 12号 × 20x"],
    [`text: ${"ab".repeat(200)}`, `text: ${"ab".repeat(60)}…`],
  ])("is short: %s", (example, shown) => {
    expect(exampleText(example)).toBe(shown);
  });
});
