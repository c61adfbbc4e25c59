import { loadModelFrom, type Model } from "@coo/wsdl";
import { describe, expect, it } from "vitest";
import { assertConsistent, type CompareOptions, compare, loadingError, type Report } from "../src/index.ts";

const schema = (inside: string): Model =>
  loadModelFrom([
    {
      file: "t.xsd",
      content: `<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:t="urn:t" targetNamespace="urn:t">${inside}</xs:schema>`,
    },
  ]);
const message = (content: string, globals = ""): Model =>
  schema(
    `${globals}<xs:element name="M" type="t:M"/><xs:complexType name="M"><xs:sequence>${content}</xs:sequence></xs:complexType>`,
  );

/** Content of which every walk has to remember the last fifteen names: more states than are walked through. */
function large(b: string, last = ""): string {
  const both = `<xs:element name="a" type="xs:string"/><xs:element name="b" ${b}/>`;
  return `<xs:choice minOccurs="0" maxOccurs="unbounded">${both}</xs:choice><xs:element name="a" type="xs:string"/><xs:choice minOccurs="15" maxOccurs="15">${both}</xs:choice>${last}`;
}

const told = (report: Report): string[] =>
  report.changes.map((c) => `${c.id} ${c.L} ${c.component} ${c.evidence.kind}`).sort();

describe("what is too large to be walked through", () => {
  it("is the same where it is written the same, and its elements are compared", () => {
    const [text, number] = ['type="xs:string"', 'type="xs:int"'];
    expect(told(compare(message(large(text)), message(large(number))))).toEqual([
      "type-narrowed-remapped N {urn:t}M/b witness",
    ]);
  });

  it("is undecided where it is written otherwise", () => {
    const b = 'type="xs:string"';
    const changed = compare(
      message(large(b)),
      message(large(b, '<xs:element name="c" type="xs:string" minOccurs="0"/>')),
    );
    expect(told(changed)).toEqual([
      "co-occurrence-tightened N {urn:t}M undecided",
      "element-optional-added W {urn:t}M/c undecided",
    ]);
  });
});

it("a fixed value that is written as before may have other forms in another type", () => {
  const fixed = (type: string, value: string): Model =>
    message(`<xs:element name="f" type="xs:${type}" fixed="${value}"/>`);
  const attribute = (type: string, value: string): Model =>
    schema(
      `<xs:element name="M"><xs:complexType><xs:attribute name="f" type="xs:${type}" fixed="${value}"/></xs:complexType></xs:element>`,
    );
  const moves = (a: Model, b: Model): string[] => {
    const report = compare(a, b);
    assertConsistent(report);
    return report.changes.map((c) => `${c.id} ${c.L} ${c.sent?.wire}${c.sent?.types} ${c.read?.wire}${c.read?.types}`);
  };
  const widened = ["fixed-changed W CC BC", "type-normalisation-changed E PC PC"];
  const narrowed = ["fixed-changed N BC CC", "type-normalisation-changed E PC PC"];
  expect(moves(fixed("string", "v"), fixed("token", "v"))).toEqual(widened);
  expect(moves(fixed("token", "v"), fixed("string", "v"))).toEqual(narrowed);
  const number = moves(fixed("int", "1"), fixed("string", "1"));
  expect(number).toEqual(["fixed-changed N BB CB", "type-widened-remapped W CB BB"]);
  expect(moves(fixed("int", "1"), fixed("long", "1"))).toEqual(["type-widened-remapped W CB BB"]);
  expect(moves(attribute("string", "v"), attribute("token", "v"))).toHaveLength(2);
});

it("tells how often a wildcard may stand there", () => {
  const any = (occurs: string): Model => message(`<xs:any processContents="skip" ${occurs}/>`);
  const ids = (a: Model, b: Model): string[] => compare(a, b).changes.map((c) => `${c.id} ${c.component}`);
  const [one, many, less] = [any(""), any('maxOccurs="3"'), any('minOccurs="0"')];
  expect(ids(one, many)).toEqual(["max-occurs-raised {urn:t}M/*"]);
  expect(ids(many, one)).toEqual(["max-occurs-lowered {urn:t}M/*"]);
  expect(ids(one, less)).toEqual(["min-occurs-lowered {urn:t}M/*"]);
  expect(ids(less, one)).toEqual(["min-occurs-raised {urn:t}M/*"]);
});

describe("a schema without elements", () => {
  it("may send and be sent each of its types", () => {
    const types = (max: number): Model =>
      schema(
        `<xs:simpleType name="T"><xs:restriction base="xs:string"><xs:maxLength value="${max}"/></xs:restriction></xs:simpleType>`,
      );
    const [change] = compare(types(9), types(8)).changes;
    expect([change?.id, change?.sent?.wire, change?.read?.wire]).toEqual(["max-length-tightened", "B", "C"]);
  });
});

it("a report in which a rule and the computation disagree is refused with both", () => {
  const report = compare(message(""), message(""));
  expect(() => assertConsistent(report)).not.toThrow();
  const contradiction = { component: "{urn:t}M", computed: "N", stated: "W", ids: ["x"], witness: "" } as const;
  expect(() => assertConsistent({ ...report, contradictions: [contradiction] })).toThrow(
    expect.objectContaining({ code: "EVO_CONTRADICTION", message: expect.stringContaining("the rules (x) say W") }),
  );
  expect(() => assertConsistent({ ...report, contradictions: [{ ...contradiction, ids: [] }] })).toThrow(
    /the rules \(–\) say W/,
  );
});

it("what a signature covers is told of the signed component alone, and not of its words", () => {
  const types = (max: number, words: string): Model =>
    schema(
      ["S", "U"]
        .map(
          (name) =>
            `<xs:element name="${name}"><xs:complexType><xs:annotation><xs:documentation>${words}</xs:documentation></xs:annotation><xs:sequence><xs:element name="a"><xs:simpleType><xs:restriction base="xs:string"><xs:maxLength value="${max}"/></xs:restriction></xs:simpleType></xs:element></xs:sequence></xs:complexType></xs:element>`,
        )
        .join(""),
    );
  const signed = { signed: ["{urn:t}S"] };
  const ids = (
    a: Model,
    b: Model,
    facts: NonNullable<CompareOptions["facts"]> = { old: signed, new: signed },
  ): string[] =>
    compare(a, b, { facts })
      .changes.map((c) => `${c.id} ${c.component}`)
      .filter((line) => line.startsWith("signed-part"));
  expect(ids(types(9, "x"), types(8, "x"))).toEqual(["signed-part-changed {urn:t}S/a"]);
  expect(ids(types(9, "x"), types(9, "y"))).toEqual([]);
  expect(ids(types(9, "x"), types(8, "x"), { old: {}, new: signed })).toEqual(["signed-part-changed {urn:t}S/a"]);
  expect(ids(types(9, "x"), types(8, "x"), { old: {}, new: {} })).toEqual([]);
});

it("a set of documents that is not valid in itself is told as such, anything else is passed on", () => {
  let thrown: unknown;
  try {
    schema('<xs:element name="a" type="t:None"/>');
  } catch (error) {
    thrown = error;
  }
  expect(loadingError(thrown)).toMatchObject({ code: "EVO_INPUT", cause: thrown });
  expect(loadingError(new Error("else"))).toBe(null);
});

it("a type is held to the assertions of those it derives from", () => {
  const types = (test: string): Model =>
    schema(
      `<xs:element name="D" type="t:D"/><xs:complexType name="B"><xs:sequence><xs:element name="a" type="xs:int"/></xs:sequence>${test}</xs:complexType><xs:complexType name="D"><xs:complexContent><xs:extension base="t:B"/></xs:complexContent></xs:complexType>`,
    );
  const report = compare(types(""), types('<xs:assert test="a &gt; 0"/>'));
  assertConsistent(report);
  expect(report.messages.map((m) => `${m.direction}${m.wire}`)).toEqual(["QB", "RC"]);
  expect(told(report).filter((line) => line.startsWith("assertion"))).toEqual([
    "assertion-added N {urn:t}B undecided",
    "assertion-added N {urn:t}D undecided",
  ]);
});

it.each([
  ["string", "code ", "new"],
  ["decimal", "0", "-1.50"],
] as const)(
  "a list of 4,000 values of xs:%s is compared value by value, however they are written",
  (base, prefix, more) => {
    const codes = (added: string): Model => {
      const values = Array.from({ length: 4_000 }, (_, i) => `<xs:enumeration value="${prefix}${i}"/>`);
      return schema(
        `<xs:element name="M" type="t:M"/><xs:simpleType name="M"><xs:restriction base="xs:${base}">${values.join("")}${added}</xs:restriction></xs:simpleType>`,
      );
    };
    const [few, many] = [codes(""), codes(`<xs:enumeration value="${more}"/>`)];
    expect(told(compare(few, many))).toEqual(["enum-value-added W {urn:t}M witness"]);
    expect(told(compare(many, few))).toEqual(["enum-value-removed N {urn:t}M witness"]);
  },
);
