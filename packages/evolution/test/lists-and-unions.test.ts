import { loadModelFrom, type Model, readSimpleValue, type SimpleType } from "@coo/wsdl";
import { describe, expect, it } from "vitest";
import { assertConsistent, compare } from "../src/index.ts";
import { includesSimple } from "../src/text/simple-inclusion.ts";

const of = (type: string): Model =>
  loadModelFrom([
    {
      file: "t.xsd",
      content: `<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:t="urn:t" targetNamespace="urn:t" elementFormDefault="qualified"><xs:element name="M"><xs:complexType><xs:sequence><xs:element name="f">${type}</xs:element></xs:sequence></xs:complexType></xs:element></xs:schema>`,
    },
  ]);
const simple = (inside: string): string => `<xs:simpleType>${inside}</xs:simpleType>`;
const atom = (base: string, facets = ""): string =>
  simple(`<xs:restriction base="xs:${base}">${facets}</xs:restriction>`);
const list = (item: string, facets = ""): string =>
  simple(`<xs:restriction>${simple(`<xs:list>${item}</xs:list>`)}${facets}</xs:restriction>`);
const union = (members: readonly string[], facets = ""): string =>
  simple(`<xs:restriction>${simple(`<xs:union>${members.join("")}</xs:union>`)}${facets}</xs:restriction>`);
const pattern = (value: string): string => `<xs:pattern value="${value}"/>`;
const listed = (...values: string[]): string => values.map((v) => `<xs:enumeration value="${v}"/>`).join("");

const ids = (a: string, b: string): string[] => {
  const report = compare(of(a), of(b));
  assertConsistent(report);
  return report.changes.map((c) => `${c.id} ${c.L}`).sort();
};
const INT_OR_TEXT = [atom("int"), atom("string")];

describe("facets of lists and unions", () => {
  it.each([
    ["values", union(INT_OR_TEXT, listed("A", "B")), union(INT_OR_TEXT, listed("A", "B", "C")), "enum-value-added W"],
    [
      "values under a pattern",
      union(INT_OR_TEXT, pattern("[A-Z]") + listed("A", "B")),
      union(INT_OR_TEXT, pattern("[A-Z]") + listed("A", "B", "C")),
      "enum-value-added W",
    ],
    [
      "values that come under a pattern",
      union(INT_OR_TEXT, pattern("[A-Z]+")),
      union(INT_OR_TEXT, pattern("[A-Z]+") + listed("A")),
      "enum-introduced N",
    ],
    [
      "one value, written otherwise",
      union(INT_OR_TEXT, listed("1", "B")),
      union(INT_OR_TEXT, listed("01", "B")),
      "lexical-only E",
    ],
    ["a pattern", union(INT_OR_TEXT, pattern("[A-Z]")), union(INT_OR_TEXT, pattern("[A-Z]+")), "pattern-loosened W"],
    [
      "a pattern above values",
      union(INT_OR_TEXT, pattern("[A-Z]") + listed("A")),
      union(INT_OR_TEXT, pattern("[AB]") + listed("A")),
      "pattern-tightened N",
    ],
    ["values of a list", list(atom("int"), listed("1 2")), list(atom("int"), listed("1 2", "3")), "enum-value-added W"],
    [
      "the pattern of a list",
      list(atom("int"), pattern("[1 ]*")),
      list(atom("int"), pattern("[12 ]*")),
      "pattern-loosened W",
    ],
    ["the items", list(atom("short")), list(atom("int")), "type-widened W"],
    ["items of another kind", list(atom("date")), list(atom("int")), "type-replaced X"],
    [
      "items of another kind under a length",
      list(atom("string"), '<xs:maxLength value="2"/>'),
      list(atom("boolean"), '<xs:maxLength value="2"/>'),
      "type-narrowed-remapped N",
    ],
    ["a list of what it was not", atom("date"), list(atom("int")), "type-replaced X"],
  ])("%s", (_, a, b, wanted) => {
    expect(ids(a, b)).toEqual([wanted]);
  });

  it("counts as crossed where members of another kind stand under a list of values", () => {
    const [short, long] = [
      union([atom("int"), atom("date")], listed("1")),
      union([atom("long"), atom("date")], listed("1")),
    ];
    expect(ids(short, long)).toEqual(["type-replaced X", "type-widened-remapped W"]);
    const [text, word] = [union([atom("string")], pattern("a*")), union([atom("token")], pattern("a*"))];
    expect(ids(text, word)).toEqual(["pattern-undecided X", "type-normalisation-changed E"]);
  });

  it("never contradicts itself, and what is called included is", { timeout: 60_000 }, () => {
    const atoms = [
      atom("string", pattern("[A-Z]+")),
      atom("string", listed("A", "B")),
      atom("int"),
      atom("token", pattern("a*")),
      atom("boolean"),
    ];
    const facets = ["", '<xs:maxLength value="2"/>', pattern("[A-Z0-9 ]*"), listed("1", "A")];
    const types = [
      ...atoms,
      ...atoms.flatMap((a) => facets.map((f) => list(a, f))),
      ...atoms.flatMap((a) => [facets[0], facets[2], facets[3]].map((f) => union([a, atom("int")], f))),
      ...atoms.flatMap((a) => [facets[0], facets[2], facets[3]].map((f) => union([atom("string"), a], f))),
    ];
    const texts = ["", "A", "B", "C", "a", "aa", "1", "01", "2", "true", "A B", " A", "A  1", "1 2 3", "AB", "0", "-7"];
    const models = types.flatMap((type) => {
      try {
        return [of(type)];
      } catch {
        return []; // A value that the type itself does not allow.
      }
    });
    expect(models.length).toBeGreaterThan(35);
    const typeOf = (model: Model): SimpleType => {
      const [root] = [...model.schemas.elements.values()];
      const particle = root?.type.kind === "complex" ? root.type.particle : null;
      const [field] = particle?.term.kind === "sequence" ? particle.term.particles : [];
      return (field?.term.kind === "element" ? field.term.type : null) as SimpleType;
    };
    let included = 0;
    for (const a of models)
      for (const b of models) {
        expect(compare(a, b).contradictions).toEqual([]);
        const [x, y] = [typeOf(a), typeOf(b)];
        if (a === b || includesSimple(x, y).kind !== "included") continue;
        included++;
        expect(texts.filter((t) => readSimpleValue(x, t) !== null && readSimpleValue(y, t) === null)).toEqual([]);
      }
    expect(included).toBeGreaterThan(100);
  });
});
