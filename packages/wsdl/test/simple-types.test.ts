import { expect, test } from "vitest";
import { builtinOf, builtins, builtinType, type SimpleType, varietyOf } from "../src/index.ts";
import { brokenRules, loadSchema, simpleType } from "./model.ts";

function simple(body: string, name = "T"): SimpleType {
  return simpleType(loadSchema(body), `{urn:t}${name}`);
}

test("keeps every facet of a step with its place", () => {
  const type = simple(`<xs:simpleType name="T">
  <xs:restriction base="xs:decimal">
    <xs:totalDigits value="9" fixed="true"/>
    <xs:fractionDigits value="2"/>
    <xs:minInclusive value="-1.5"/>
    <xs:maxExclusive value="100"/>
    <xs:pattern value="\\d+"/>
    <xs:pattern value="-\\d+"/>
    <xs:whiteSpace value="collapse"/>
  </xs:restriction>
</xs:simpleType>`);
  expect(type.variety).toBe("atomic");
  expect(type.base).toBe(builtinType("decimal"));
  expect(type.facets.totalDigits).toEqual({ value: "9", fixed: true, at: { file: "t.xsd", line: 3, column: 5 } });
  expect(type.facets.fractionDigits?.value).toBe("2");
  expect(type.facets.minInclusive?.value).toBe("-1.5");
  expect(type.facets.maxExclusive?.value).toBe("100");
  expect(type.facets.patterns?.map((p) => p.value)).toEqual(["\\d+", "-\\d+"]);
  expect(type.facets.whiteSpace?.value).toBe("collapse");
});

test("keeps enumeration values in order with their documentation", () => {
  const type = simple(`<xs:simpleType name="T"><xs:restriction base="xs:string">
    <xs:enumeration value="b"><xs:annotation><xs:documentation xml:lang="zh">乙</xs:documentation></xs:annotation></xs:enumeration>
    <xs:enumeration value="a"/></xs:restriction></xs:simpleType>`);
  expect(type.facets.enumerations?.map((e) => e.value)).toEqual(["b", "a"]);
  expect(type.facets.enumerations?.[0]?.annotation.documentation).toEqual([{ lang: "zh", text: "乙" }]);
});

test("resolves a base that is defined later", () => {
  const type =
    simple(`<xs:simpleType name="T"><xs:restriction base="Later"><xs:maxLength value="3"/></xs:restriction></xs:simpleType>
    <xs:simpleType name="Later"><xs:restriction base="xs:token"/></xs:simpleType>`);
  expect(type.base?.name).toEqual({ ns: "urn:t", local: "Later" });
  expect(builtinOf(type)?.name).toBe("token");
});

test("a list knows its item type, and so does a restriction of it", () => {
  const body = `<xs:simpleType name="L"><xs:list itemType="xs:int"/></xs:simpleType>
    <xs:simpleType name="T"><xs:restriction base="L"><xs:length value="2"/></xs:restriction></xs:simpleType>`;
  const list = simple(body, "L");
  expect([list.variety, list.base, list.item]).toEqual(["list", null, builtinType("int")]);
  const restricted = simple(body);
  expect([restricted.variety, restricted.item]).toEqual(["list", builtinType("int")]);
  expect(restricted.base?.name?.local).toBe("L");
});

test("a union keeps named members first, then inline ones, in order", () => {
  const type = simple(`<xs:simpleType name="T"><xs:union memberTypes="xs:int xs:date">
    <xs:simpleType><xs:restriction base="xs:string"/></xs:simpleType></xs:union></xs:simpleType>`);
  expect(type.variety).toBe("union");
  expect(type.members.slice(0, 2)).toEqual([builtinType("int"), builtinType("date")]);
  expect(type.members[2]?.name).toBeNull();
});

test("built-in types have the derivation chain of the specification", () => {
  const chain: string[] = [];
  for (let t: SimpleType | null = builtinType("byte"); t !== null; t = t.base) chain.push(t.name?.local ?? "");
  expect(chain).toEqual(["byte", "short", "int", "long", "integer", "decimal", "anyAtomicType", "anySimpleType"]);
  expect(builtins.get("byte")?.primitive).toBe("decimal");
  expect(builtins.get("NCName")?.primitive).toBe("string");
  expect(varietyOf(builtinType("NMTOKENS"))).toBe("list");
  expect(builtinType("NMTOKENS").item).toBe(builtinType("NMTOKEN"));
  expect(builtins.size).toBe(49);
  expect([...builtins.values()].filter((b) => b.since === "1.1").map((b) => b.name)).toEqual([
    "anyAtomicType",
    "dateTimeStamp",
    "yearMonthDuration",
    "dayTimeDuration",
  ]);
});

const restriction = (base: string, facets: string, name = "T"): string =>
  `<xs:simpleType name="${name}"><xs:restriction base="${base}">${facets}</xs:restriction></xs:simpleType>`;

test.each([
  ["a facet that does not apply", restriction("xs:int", '<xs:maxLength value="3"/>'), "facet-not-applicable"],
  ["a bound outside the base", restriction("xs:byte", '<xs:maxInclusive value="128"/>'), "facet-value"],
  ["an enumeration value outside the base", restriction("xs:int", '<xs:enumeration value="x"/>'), "facet-value"],
  [
    "bounds that cross",
    restriction("xs:int", '<xs:minInclusive value="3"/><xs:maxInclusive value="2"/>'),
    "facets-contradict",
  ],
  [
    "two lower bounds",
    restriction("xs:int", '<xs:minInclusive value="3"/><xs:minExclusive value="2"/>'),
    "facets-contradict",
  ],
  [
    "length beside maxLength",
    restriction("xs:string", '<xs:length value="3"/><xs:maxLength value="4"/>'),
    "facets-contradict",
  ],
  [
    "a longer maxLength than the base's",
    restriction("xs:string", '<xs:maxLength value="3"/>', "B") + restriction("B", '<xs:maxLength value="4"/>'),
    "facet-loosens",
  ],
  [
    "a changed fixed facet",
    restriction("xs:string", '<xs:maxLength value="3" fixed="true"/>', "B") +
      restriction("B", '<xs:maxLength value="2"/>'),
    "facet-loosens",
  ],
  ["white space preserved again", restriction("xs:token", '<xs:whiteSpace value="preserve"/>'), "facet-loosens"],
  ["fraction digits on integers", restriction("xs:int", '<xs:fractionDigits value="1"/>'), "facet-loosens"],
  [
    "a facet stated twice",
    restriction("xs:string", '<xs:maxLength value="3"/><xs:maxLength value="3"/>'),
    "facet-twice",
  ],
  ["a facet value of the wrong form", restriction("xs:string", '<xs:maxLength value="x"/>'), "attribute-value"],
  ["an invalid pattern", restriction("xs:string", '<xs:pattern value="(a"/>'), "pattern-invalid"],
  ["a needless escape", restriction("xs:string", '<xs:pattern value="a\\/b"/>'), "pattern-escape"],
  ["a restriction of xs:anySimpleType", restriction("xs:anySimpleType", ""), "restriction-any-simple"],
  ["a list of lists", '<xs:simpleType name="T"><xs:list itemType="xs:NMTOKENS"/></xs:simpleType>', "list-item"],
  [
    "a restriction of a final type",
    '<xs:simpleType name="B" final="restriction"><xs:restriction base="xs:string"/></xs:simpleType>' +
      restriction("B", ""),
    "derivation-final",
  ],
  ["a circle of types", restriction("T", ""), "circular"],
  ["a complex type as base", '<xs:complexType name="B"/>' + restriction("B", ""), "type-not-simple"],
  ["a restriction of nothing", '<xs:simpleType name="T"><xs:restriction/></xs:simpleType>', "type-source-missing"],
  ["an undeclared notation", restriction("xs:NOTATION", '<xs:enumeration value="t:png"/>'), "name-unknown"],
])("refuses %s", (_, body, rule) => {
  expect(brokenRules(body)).toContain(rule);
});

test.each([
  [
    "an excluding bound equal to the base's",
    restriction("xs:int", '<xs:minExclusive value="5"/>', "B") + restriction("B", '<xs:minExclusive value="5"/>'),
  ],
  [
    "dates with and without zone",
    restriction("xs:date", '<xs:minInclusive value="2018-07-01"/><xs:maxInclusive value="2018-08-01Z"/>'),
  ],
  ["durations as bounds", restriction("xs:duration", '<xs:minInclusive value="P1D"/><xs:maxInclusive value="P1M"/>')],
  [
    "20 digit bounds",
    restriction(
      "xs:integer",
      '<xs:maxInclusive value="99999999999999999999"/><xs:minInclusive value="99999999999999999998"/>',
    ),
  ],
  ["floats at the edge", restriction("xs:float", '<xs:minInclusive value="-INF"/><xs:maxInclusive value="INF"/>')],
  ["base64 with length", restriction("xs:base64Binary", '<xs:length value="3"/><xs:enumeration value="AQID"/>')],
])("accepts %s", (_, body) => {
  expect(brokenRules(body)).toEqual([]);
});
