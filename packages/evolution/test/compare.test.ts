import { loadModel, loadModelFrom, type Model } from "@coo/wsdl";
import { describe, expect, it } from "vitest";
import { assertConsistent, CHANGE_RULES, compare, formatJson } from "../src/index.ts";

const schema = (inside: string, attributes = 'elementFormDefault="qualified"'): Model =>
  loadModelFrom([
    {
      file: "t.xsd",
      content: `<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:t="urn:t" targetNamespace="urn:t" ${attributes}>${inside}</xs:schema>`,
    },
  ]);
/** A message `M` with the given content. */
const message = (inside: string, more = ""): Model =>
  schema(`<xs:element name="M" type="t:M"/><xs:complexType name="M">${inside}</xs:complexType>${more}`);
const seq = (inside: string): Model => message(`<xs:sequence>${inside}</xs:sequence>`);
const el = (name: string, rest = 'type="xs:string"'): string => `<xs:element name="${name}" ${rest}/>`;
const simple = (inside: string, base = "string"): Model =>
  seq(
    `<xs:element name="f"><xs:simpleType><xs:restriction base="xs:${base}">${inside}</xs:restriction></xs:simpleType></xs:element>`,
  );
const enumeration = (...values: string[]): string => values.map((v) => `<xs:enumeration value="${v}"/>`).join("");

function ids(a: Model, b: Model): string[] {
  const report = compare(a, b);
  assertConsistent(report);
  return report.changes.map((c) => `${c.id} ${c.L}`).sort();
}

/** Both directions of one change: old, new, ids with L, ids of the way back. */
const CASES: readonly (readonly [Model, Model, readonly string[], readonly string[]])[] = [
  [seq(el("a")), seq(el("a") + el("b")), ["element-required-added X"], ["element-required-removed X"]],
  [
    seq(el("a")),
    seq(el("a") + el("b", 'type="xs:string" minOccurs="0"')),
    ["element-optional-added W"],
    ["element-optional-removed N"],
  ],
  [seq(el("a") + el("b")), seq(el("b") + el("a")), ["element-reordered X"], ["element-reordered X"]],
  [
    seq(el("a", 'type="xs:string" minOccurs="0"')),
    seq(el("a")),
    ["element-made-required N"],
    ["element-made-optional W"],
  ],
  [
    seq(el("a")),
    seq(el("a", 'type="xs:string" maxOccurs="5"')),
    ["max-occurs-one-to-many W"],
    ["max-occurs-many-to-one N"],
  ],
  [
    seq(el("a", 'type="xs:string" maxOccurs="5"')),
    seq(el("a", 'type="xs:string" maxOccurs="unbounded"')),
    ["max-occurs-raised W"],
    ["max-occurs-lowered N"],
  ],
  [
    seq(el("a", 'type="xs:string" minOccurs="2" maxOccurs="5"')),
    seq(el("a", 'type="xs:string" maxOccurs="5"')),
    ["min-occurs-lowered W"],
    ["min-occurs-raised N"],
  ],
  [seq(el("a")), seq(el("a", 'type="xs:string" nillable="true"')), ["nillable-added W"], ["nillable-removed N"]],
  [seq(el("a")), seq(el("a", 'type="xs:string" fixed="1"')), ["fixed-introduced N"], ["fixed-dropped W"]],
  [
    seq(el("a", 'type="xs:string" fixed="2"')),
    seq(el("a", 'type="xs:string" fixed="1"')),
    ["fixed-changed X"],
    ["fixed-changed X"],
  ],
  [seq(el("a")), seq(el("a", 'type="xs:string" default="1"')), ["default-added E"], ["default-removed E"]],
  [
    seq(el("a", 'type="xs:int"')),
    seq(el("a", 'type="xs:int" default="1"')),
    ["default-added W"],
    ["default-removed N"],
  ],
  [
    message(`<xs:sequence>${el("a")}${el("b")}</xs:sequence>`),
    message(`<xs:all>${el("a")}${el("b")}</xs:all>`),
    ["sequence-to-all W"],
    ["all-to-sequence N"],
  ],
  [
    message(`<xs:sequence>${el("a")}${el("b")}</xs:sequence>`),
    message(`<xs:choice>${el("a")}${el("b")}</xs:choice>`),
    ["sequence-to-choice X"],
    ["choice-to-sequence X"],
  ],
  [
    message(`<xs:choice>${el("a")}${el("b")}</xs:choice>`),
    message(`<xs:choice>${el("a")}${el("b")}${el("c")}</xs:choice>`),
    ["choice-branch-added W"],
    ["choice-branch-removed N"],
  ],
  [
    message(`<xs:choice>${el("a")}${el("b")}</xs:choice>`),
    message(`<xs:choice>${el("b")}${el("a")}</xs:choice>`),
    ["choice-branch-reordered E"],
    ["choice-branch-reordered E"],
  ],
  [
    message(`<xs:sequence>${el("a")}</xs:sequence>`),
    message(`<xs:sequence maxOccurs="3">${el("a")}</xs:sequence>`),
    ["group-repeat-added W"],
    ["group-repeat-removed N"],
  ],
  [
    message(`<xs:sequence>${el("a")}</xs:sequence>`),
    message(`<xs:sequence minOccurs="0">${el("a")}</xs:sequence>`),
    ["group-made-optional W"],
    ["group-made-required N"],
  ],
  [
    seq(el("a") + el("b")),
    seq(`${el("a")}<xs:sequence>${el("b")}</xs:sequence>`),
    ["group-nesting-changed E"],
    ["group-nesting-changed E"],
  ],
  [
    seq(`<xs:sequence minOccurs="0">${el("a")}${el("b")}</xs:sequence>`),
    seq(
      `<xs:sequence>${el("a", 'type="xs:string" minOccurs="0"')}</xs:sequence><xs:sequence>${el("b", 'type="xs:string" minOccurs="0"')}</xs:sequence>`,
    ),
    ["element-made-optional W", "element-made-optional W"],
    ["element-made-required N", "element-made-required N"],
  ],
  [
    seq(`${el("a")}<xs:sequence minOccurs="0">${el("b")}${el("c")}</xs:sequence>`),
    seq(`${el("a")}${el("b", 'type="xs:string" minOccurs="0"')}${el("c", 'type="xs:string" minOccurs="0"')}`),
    ["element-made-optional W", "element-made-optional W"],
    ["element-made-required N", "element-made-required N"],
  ],
  [seq(el("a")), seq(`${el("a")}<xs:any namespace="##other" minOccurs="0"/>`), ["any-added W"], ["any-removed N"]],
  [
    seq('<xs:any namespace="urn:x" processContents="skip"/>'),
    seq('<xs:any namespace="urn:x urn:y" processContents="skip"/>'),
    ["any-namespace-widened W"],
    ["any-namespace-narrowed N"],
  ],
  [
    message('<xs:attribute name="x" type="xs:string"/>'),
    message(""),
    ["attribute-optional-removed N"],
    ["attribute-optional-added W"],
  ],
  [
    message('<xs:attribute name="x" type="xs:string" use="required"/>'),
    message(""),
    ["attribute-required-removed X"],
    ["attribute-required-added X"],
  ],
  [
    message('<xs:attribute name="x" type="xs:string"/>'),
    message('<xs:attribute name="x" type="xs:string" use="required"/>'),
    ["attribute-made-required N"],
    ["attribute-made-optional W"],
  ],
  [
    message('<xs:attribute name="x" type="xs:string"/>'),
    message('<xs:attribute name="x" type="xs:string" default="1"/>'),
    ["attribute-default-added E"],
    ["attribute-default-removed E"],
  ],
  [
    message(""),
    message('<xs:anyAttribute processContents="skip"/>'),
    ["any-attribute-added W"],
    ["any-attribute-removed N"],
  ],
  [
    seq(el("a", 'type="xs:int"')),
    seq(el("a", 'type="xs:long"')),
    ["type-widened-remapped W"],
    ["type-narrowed-remapped N"],
  ],
  [seq(el("a", 'type="xs:short"')), seq(el("a", 'type="xs:int"')), ["type-widened W"], ["type-narrowed N"]],
  [seq(el("a", 'type="xs:date"')), seq(el("a", 'type="xs:dateTime"')), ["type-replaced X"], ["type-replaced X"]],
  [
    seq(el("a", 'type="xs:string"')),
    seq(el("a", 'type="xs:token"')),
    ["type-normalisation-changed E"],
    ["type-normalisation-changed E"],
  ],
  [simple(enumeration("A", "B")), simple(enumeration("A", "B", "C")), ["enum-value-added W"], ["enum-value-removed N"]],
  [simple(""), simple(enumeration("A", "B")), ["enum-introduced N"], ["enum-dropped W"]],
  [
    simple('<xs:maxLength value="10"/>'),
    simple('<xs:maxLength value="8"/>'),
    ["max-length-tightened N"],
    ["max-length-loosened W"],
  ],
  [
    simple('<xs:minLength value="1"/>'),
    simple('<xs:minLength value="2"/>'),
    ["min-length-tightened N"],
    ["min-length-loosened W"],
  ],
  [simple('<xs:length value="1"/>'), simple('<xs:length value="2"/>'), ["length-changed X"], ["length-changed X"]],
  [
    simple('<xs:totalDigits value="5"/>', "decimal"),
    simple('<xs:totalDigits value="4"/>', "decimal"),
    ["total-digits-tightened N"],
    ["total-digits-loosened W"],
  ],
  [
    simple('<xs:fractionDigits value="3"/>', "decimal"),
    simple('<xs:fractionDigits value="2"/>', "decimal"),
    ["fraction-digits-tightened N"],
    ["fraction-digits-loosened W"],
  ],
  [
    simple('<xs:maxInclusive value="5"/>', "decimal"),
    simple('<xs:maxInclusive value="4"/>', "decimal"),
    ["range-tightened N"],
    ["range-loosened W"],
  ],
  [
    simple('<xs:pattern value="[0-9]+"/>'),
    simple('<xs:pattern value="[0-9]{2}"/>'),
    ["pattern-tightened N"],
    ["pattern-loosened W"],
  ],
  [
    simple('<xs:pattern value="[0-9]{3}"/>'),
    simple('<xs:pattern value="[0-9]{2}"/>'),
    ["pattern-crossed X"],
    ["pattern-crossed X"],
  ],
  [
    simple('<xs:pattern value="[0-9 ]{3}"/>', "string"),
    simple('<xs:pattern value="[0-9 ]{3}"/>', "NMTOKEN"),
    ["type-replaced X"],
    ["type-replaced X"],
  ],
  [simple(enumeration("t:A", "t:B"), "QName"), simple("", "QName"), ["enum-dropped W"], ["enum-introduced N"]],
  [
    simple(enumeration("t:A", "t:B"), "QName"),
    simple(enumeration("t:A"), "QName"),
    ["enum-value-removed N"],
    ["enum-value-added W"],
  ],
  // A facet that the rest of the type implies changes nothing.
  [
    simple('<xs:pattern value="[0-9]{3}"/>'),
    simple('<xs:pattern value="[0-9]{3}"/><xs:maxLength value="3"/>'),
    ["max-length-tightened E"],
    ["max-length-loosened E"],
  ],
  [
    simple('<xs:maxExclusive value="10"/>', "int"),
    simple('<xs:maxInclusive value="9"/>', "int"),
    ["lexical-only E"],
    ["lexical-only E"],
  ],
  [
    message(`<xs:sequence>${el("a")}</xs:sequence>`),
    message(`<xs:sequence>${el("a")}</xs:sequence>`, '<xs:complexType name="N"/>'),
    ["type-added-unused E"],
    ["type-removed-unused E"],
  ],
  [
    message(`<xs:sequence>${el("a")}</xs:sequence>`),
    message(
      `<xs:sequence>${el("a")}</xs:sequence>`,
      `<xs:complexType name="N"><xs:complexContent><xs:extension base="t:M"><xs:sequence>${el("b")}</xs:sequence></xs:extension></xs:complexContent></xs:complexType>`,
    ),
    ["derived-type-added W"],
    ["derived-type-removed N"],
  ],
  [
    schema(
      `<xs:element name="M" type="t:M"/><xs:complexType name="M"><xs:sequence>${el("a")}</xs:sequence></xs:complexType>`,
    ),
    schema(
      `<xs:element name="M" type="t:M"/><xs:complexType name="M"><xs:sequence>${el("a")}</xs:sequence></xs:complexType>`,
      'elementFormDefault="unqualified"',
    ),
    ["element-form-changed X"],
    ["element-form-changed X"],
  ],
];

describe("compare", () => {
  it.each(CASES.map(([a, b, there, back]) => ({ a, b, there, back, name: `${there.join(", ") || "nothing"}` })))(
    "$name",
    ({ a, b, there, back }) => {
      expect(ids(a, b)).toEqual([...there].sort());
      expect(ids(b, a)).toEqual([...back].sort());
      expect(ids(a, a)).toEqual([]);
    },
  );

  it("calls a message compatible only when all that it holds is", () => {
    const inner = (max: number): Model =>
      schema(`<xs:element name="M"><xs:complexType><xs:sequence><xs:element name="x" type="t:X"/></xs:sequence></xs:complexType></xs:element>
        <xs:complexType name="X"><xs:sequence><xs:element name="y" type="t:Y" minOccurs="0"/><xs:element name="x" type="t:X" minOccurs="0"/></xs:sequence></xs:complexType>
        <xs:simpleType name="Y"><xs:restriction base="xs:string"><xs:maxLength value="${max}"/></xs:restriction></xs:simpleType>`);
    const verdicts = compare(inner(5), inner(4)).messages.map((m) => `${m.direction} ${m.L} ${m.wire}`);
    expect(verdicts).toEqual(["Q N B", "R N C"]);
  });

  it("detects a rename, and never lets it lower a verdict", () => {
    const doc = (name: string): string =>
      `<xs:element name="${name}" type="xs:string"><xs:annotation><xs:documentation>货物名称</xs:documentation></xs:annotation></xs:element>`;
    const report = compare(seq(doc("goods_name") + el("b")), seq(doc("goodsName") + el("b")));
    expect(report.changes.map((c) => [c.id, c.L, c.sent?.wire, c.read?.wire])).toEqual([
      ["element-renamed", "X", "B", "B"],
    ]);
  });

  it("has a line for what two types share, and leaves nothing unclassified", () => {
    const shared = (rest: string): Model =>
      schema(`<xs:group name="G"><xs:sequence>${el("a", rest)}</xs:sequence></xs:group>
        <xs:complexType name="P"><xs:sequence><xs:group ref="t:G"/></xs:sequence></xs:complexType>
        <xs:complexType name="Q"><xs:sequence><xs:group ref="t:G"/></xs:sequence></xs:complexType>`);
    expect(ids(shared('type="xs:string"'), shared('type="xs:string" default="1"'))).toEqual(["default-added E"]);
  });

  it("says so when documentation states a rule", () => {
    const doc = (text: string): Model =>
      seq(
        `<xs:element name="a" type="xs:string"><xs:annotation><xs:documentation>${text}</xs:documentation></xs:annotation></xs:element>`,
      );
    expect(ids(doc("编号"), doc("编号,长度 10"))).toEqual(["documentation-contract-text E"]);
    expect(ids(doc("编号"), doc("发票编号"))).toEqual(["documentation-changed E"]);
    expect(ids(doc("编号"), doc("编号 已废弃"))).toEqual(["deprecation-marked E"]);
    expect(ids(doc("a  b"), doc("a\n b"))).toEqual(["lexical-only E"]);
  });

  it("has every id once, with both titles", () => {
    expect(CHANGE_RULES.length).toBe(195);
    expect(new Set(CHANGE_RULES.map((r) => r.id)).size).toBe(195);
    for (const r of CHANGE_RULES) {
      expect(r.title, r.id).not.toBe("");
      expect(r.titleZh, r.id).toMatch(/\p{Script=Han}/u);
    }
  });

  it("finds nothing between our edition and itself, twice byte for byte, within the time", () => {
    const folder = new URL("../../../schemas/2018-07/", import.meta.url).pathname;
    const files = ["exchange.wsdl", "push.wsdl"].map((f) => folder + f);
    const start = process.cpuUsage();
    const report = compare(loadModel(files), loadModel(files));
    const { user, system } = process.cpuUsage(start);
    expect((user + system) / 1000).toBeLessThan(4000);
    expect(report.changes).toEqual([]);
    expect(report.messages.length).toBeGreaterThan(30);
    expect(report.messages.every((m) => m.L === "E" && m.wire === "C")).toBe(true);
    expect(formatJson(compare(loadModel(files), loadModel(files)))).toBe(formatJson(report));
  });
});
