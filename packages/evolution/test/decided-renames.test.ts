import { loadModelFrom, type Model } from "@coo/wsdl";
import { describe, expect, it } from "vitest";
import { assertConsistent, compare, type DecidedRename, type Report } from "../src/index.ts";

function model(inside: string, more = "", root = "Order"): Model {
  const content = `<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:t="urn:t" targetNamespace="urn:t"><xs:element name="M" type="t:${root}"/>
<xs:complexType name="${root}"><xs:sequence>${inside}</xs:sequence>${more}</xs:complexType></xs:schema>`;
  return loadModelFrom([{ file: "t.xsd", content, entry: true }]);
}

const element = (name: string, type = "xs:string"): string => `<xs:element name="${name}" type="${type}"/>`;
const attribute = (name: string, type = "xs:string"): string => `<xs:attribute name="${name}" type="${type}"/>`;

function told(a: Model, b: Model, renames: readonly DecidedRename[] = []): Report {
  const report = compare(a, b, { renames });
  assertConsistent(report);
  return report;
}
const linesOf = (report: Report): string[] => report.changes.map((c) => `${c.id} ${c.old} ${c.new}`).sort();

describe("decided renames", () => {
  const old = model(element("qty", "xs:int") + element("note"));
  const now = model(element("numberOfPieces", "xs:long") + element("note"));
  const worst = (report: Report): string[] => report.messages.map((m) => `${m.direction} ${m.L} ${m.wire}`);

  it("pair what no detection would, and lower no verdict", () => {
    const free = told(old, now);
    expect(linesOf(free)).toEqual(["element-required-added null numberOfPieces", "element-required-removed qty null"]);
    const decided = told(old, now, [{ from: "{urn:t}Order/qty", to: "{urn:t}Order/numberOfPieces" }]);
    expect(linesOf(decided)).toContain("element-renamed qty numberOfPieces");
    expect(linesOf(decided).some((l) => l.includes("required-added"))).toBe(false);
    expect(worst(decided)).toEqual(worst(free));
    expect(decided.changes.find((c) => c.id === "element-renamed")).toMatchObject({
      sent: { wire: "B", types: "B", validation: "B" },
    });
    // The last part of the name will do.
    expect(linesOf(told(old, now, [{ from: "{urn:t}Order/qty", to: "numberOfPieces" }]))).toEqual(linesOf(decided));
  });

  it("keep apart what detection would pair", () => {
    const documented = (name: string): string =>
      `<xs:element name="${name}" type="xs:string"><xs:annotation><xs:documentation>商品名称</xs:documentation></xs:annotation></xs:element>`;
    const [a, b] = [model(documented("goods_name")), model(documented("goodsName"))];
    expect(linesOf(told(a, b))).toEqual(["element-renamed goods_name goodsName"]);
    const apart = told(a, b, [{ from: "{urn:t}Order/goods_name", to: null }]);
    expect(linesOf(apart)).toEqual([
      "element-required-added null goodsName",
      "element-required-removed goods_name null",
    ]);
    expect(apart.changes.every((c) => c.suggestedRename === null)).toBe(true);
  });

  it("say which of them met nothing, and how many more", () => {
    const refused = (...renames: DecidedRename[]): unknown => {
      try {
        return told(old, now, renames);
      } catch (error) {
        return (error as Error).message;
      }
    };
    const names = "; names are {ns}Type, {ns}Type/element, {ns}Type@attribute, as reports tell them";
    expect(refused({ from: "{urn:t}Order/no", to: null })).toBe(
      `renames: {urn:t}Order/no → none: no component of that name was removed${names}`,
    );
    expect(refused({ from: "{urn:t}Order/qty", to: "no" }, { from: "{urn:t}Order/no", to: "x" })).toBe(
      `renames: {urn:t}Order/qty → no: no component of that name was removed, or none of the other was added in its place (and 1 more)${names}`,
    );
  });

  it("speak of attributes and types too", () => {
    const [a, b] = [model("", attribute("unit")), model("", attribute("measure", "xs:token"))];
    expect(linesOf(told(a, b))).not.toContain("attribute-renamed unit measure");
    expect(linesOf(told(a, b, [{ from: "{urn:t}Order@unit", to: "measure" }]))).toEqual([
      "attribute-renamed unit measure",
    ]);
    const [c, d] = [model(element("a")), model(element("a") + element("b", "xs:int"), "", "Purchase")];
    const renamed = told(c, d, [{ from: "{urn:t}Order", to: "{urn:t}Purchase" }]);
    expect(linesOf(renamed)).toContain("type-renamed {urn:t}Order {urn:t}Purchase");
  });

  it.each([
    ["{urn:t}Order/gone", "numberOfPieces"],
    ["{urn:t}Order/qty", "nothing"],
    ["{urn:t}Order/note", "numberOfPieces"],
    ["{urn:t}Order/gone", null],
    ["{urn:t}Other", "{urn:t}Order"],
  ])("of %s to %s are an error: it is not there", (from, to) => {
    expect(() => told(old, now, [{ from, to }])).toThrow(
      expect.objectContaining({ code: "EVO_RENAME", message: expect.stringContaining(from) }),
    );
  });
});
