import { expect, test } from "vitest";
import { builtinType, compareValues, parseValue, readSimpleValue } from "../src/index.ts";
import { loadSchema, simpleType } from "./model.ts";

const ok = (type: string, text: string): boolean => readSimpleValue(builtinType(type), text) !== null;

test.each([
  ["decimal", ["+1.50", "-.5", "1.", " 7 "], ["1e3", "", ".", "1,5"]],
  ["integer", ["-00012", "123456789012345678901234567890"], ["1.0", "+"]],
  ["byte", ["127", "-128"], ["128", "-129"]],
  ["unsignedLong", ["18446744073709551615", "-0"], ["18446744073709551616", "-1"]],
  ["float", ["1e3", "-INF", "NaN", "1.E-2"], ["inf", "1e", "0x1"]],
  ["boolean", ["true", "0"], ["TRUE", "yes"]],
  [
    "dateTime",
    ["2018-07-01T24:00:00", "-0044-03-15T00:00:00.5Z", "12018-07-01T00:00:00+14:00"],
    ["2018-02-29T00:00:00", "2018-07-01T24:00:01", "0000-01-01T00:00:00", "2018-07-01", "2018-07-01T00:00:00+14:01"],
  ],
  ["date", ["2016-02-29", "2018-07-01Z"], ["2018-13-01", "18-07-01", "02018-07-01"]],
  ["time", ["23:59:59.999"], ["24:00:01", "1:00:00"]],
  ["gMonthDay", ["--02-29"], ["--02-30"]],
  ["gYear", ["2018", "-0001"], ["18", "0000"]],
  ["gMonth", ["--07"], ["--13", "07"]],
  ["gDay", ["---31"], ["---32"]],
  ["gYearMonth", ["2018-07"], ["2018-7"]],
  ["duration", ["P1Y2M3DT4H5M6.7S", "-P1D", "PT0S"], ["P", "PT", "1D", "P1S", "P-1D"]],
  ["dayTimeDuration", ["P1DT2H"], ["P1Y"]],
  ["hexBinary", ["", "0aFF"], ["0", "0g"]],
  ["base64Binary", ["", "AQID", "AQ==", "A QI D"], ["AQI", "AR==", "A==="]],
  ["language", ["zh-CN", "en"], ["chinese-simplified-x", "zh_CN"]],
  ["NCName", ["a-1", "中"], ["a:b", "1a"]],
  ["QName", ["p:a", "a"], ["a:b:c", ":a"]],
  ["NMTOKENS", ["a 1"], [""]],
  ["anyURI", ["http://a/ b", ""], []],
  ["token", ["  a  b "], []],
])("xs:%s knows its values", (type, yes, no) => {
  for (const text of yes) expect([text, ok(type, text)]).toEqual([text, true]);
  for (const text of no) expect([text, ok(type, text)]).toEqual([text, false]);
});

test.each([
  ["decimal", "1.10", "1.1", 0],
  ["decimal", "-2", "1", -1],
  ["decimal", "99999999999999999999.2", "99999999999999999999.1", 1],
  ["float", "1e1", "10", 0],
  ["dateTime", "2018-07-01T12:00:00+08:00", "2018-07-01T04:00:00Z", 0],
  ["dateTime", "2018-07-01T12:00:00", "2018-07-01T12:00:00Z", null],
  ["dateTime", "2018-07-01T12:00:00", "2018-07-03T12:00:00Z", -1],
  ["date", "-0002-01-01", "-0001-01-01", -1],
  ["duration", "P1M", "P30D", null],
  ["duration", "P1M", "P32D", -1],
  ["duration", "P1Y", "P12M", 0],
  ["hexBinary", "0a", "0A", 0],
  ["boolean", "1", "true", 0],
  ["string", "a", "b", null],
])("compares %s %s with %s", (type, a, b, expected) => {
  const [x, y] = [parseValue(type, a), parseValue(type, b)];
  expect(x && y ? compareValues(x, y) : "no value").toBe(expected);
});

test("a text of a union has the white space of the member that takes it", () => {
  const model = loadSchema(`
    <xs:simpleType name="M"><xs:restriction base="xs:string"><xs:pattern value=" a"/></xs:restriction></xs:simpleType>
    <xs:simpleType name="U"><xs:union memberTypes="xs:int M"/></xs:simpleType>
    <xs:simpleType name="N"><xs:union memberTypes="U xs:token"/></xs:simpleType>
    <xs:simpleType name="P"><xs:restriction base="U"><xs:pattern value="[0-9]| a"/></xs:restriction></xs:simpleType>`);
  const allows = (name: string, text: string): boolean =>
    readSimpleValue(simpleType(model, `{urn:t}${name}`), text) !== null;
  expect([" a", "a", " 5 "].map((t) => allows("U", t))).toEqual([true, false, true]);
  expect([" a", "a", "  b "].map((t) => allows("N", t))).toEqual([true, true, true]);
  expect([" a", "a", " 5 ", "15"].map((t) => allows("P", t))).toEqual([true, false, true, false]);
});

test("facets of all steps, lists, unions and enumerations by value count", () => {
  const model = loadSchema(`
    <xs:simpleType name="A"><xs:restriction base="xs:string"><xs:pattern value="[a-z]*"/><xs:maxLength value="3"/></xs:restriction></xs:simpleType>
    <xs:simpleType name="B"><xs:restriction base="A"><xs:pattern value="a.*"/><xs:pattern value="b.*"/></xs:restriction></xs:simpleType>
    <xs:simpleType name="L"><xs:restriction><xs:simpleType><xs:list itemType="xs:int"/></xs:simpleType><xs:maxLength value="2"/></xs:restriction></xs:simpleType>
    <xs:simpleType name="U"><xs:union memberTypes="xs:int B"/></xs:simpleType>
    <xs:simpleType name="E"><xs:restriction base="xs:decimal"><xs:enumeration value="1.0"/></xs:restriction></xs:simpleType>
    <xs:simpleType name="D"><xs:restriction base="xs:decimal"><xs:totalDigits value="3"/><xs:fractionDigits value="1"/><xs:minExclusive value="0"/></xs:restriction></xs:simpleType>
    <xs:simpleType name="C"><xs:restriction base="xs:string"><xs:length value="1"/></xs:restriction></xs:simpleType>`);
  const allows = (name: string, text: string): boolean =>
    readSimpleValue(simpleType(model, `{urn:t}${name}`), text) !== null;
  expect(["abc", "bc", "cb", "abcd", "A"].map((t) => allows("B", t))).toEqual([true, true, false, false, false]);
  expect([" 1  2 ", "1 2 3", "1 x", ""].map((t) => allows("L", t))).toEqual([true, false, false, true]);
  expect(["12", "ab", "z"].map((t) => allows("U", t))).toEqual([true, true, false]);
  expect(["1", "1.00", "2"].map((t) => allows("E", t))).toEqual([true, true, false]);
  expect(["12.3", "0012.30", "1234", "1.23", "0"].map((t) => allows("D", t))).toEqual([
    true,
    true,
    false,
    false,
    false,
  ]);
  expect(["𠀀", "ab"].map((t) => allows("C", t))).toEqual([true, false]);
});
