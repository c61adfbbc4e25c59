import { existsSync, readFileSync } from "node:fs";
import { loadModelFrom, readSimpleValue, type SimpleType } from "@coo/wsdl";
import { describe, expect, it } from "vitest";
import { includesSimple, patternMove } from "../src/text/simple-inclusion.ts";

const GOLDEN = new URL("golden/simple-matrix.txt", import.meta.url);
const restriction = (base: string, facets = ""): string =>
  `<xs:restriction base="xs:${base}">${facets}</xs:restriction>`;
const f = (name: string, value: string | number): string => `<xs:${name} value="${value}"/>`;
const p = (...values: string[]): string => values.map((v) => f("pattern", v)).join("");
const e = (...values: string[]): string => values.map((v) => f("enumeration", v)).join("");
const inner = (inside: string): string => `<xs:simpleType>${inside}</xs:simpleType>`;
const list = (item: string, facets = ""): string =>
  facets === ""
    ? `<xs:list>${inner(item)}</xs:list>`
    : `<xs:restriction>${inner(`<xs:list>${inner(item)}</xs:list>`)}${facets}</xs:restriction>`;
const union = (members: readonly string[], facets = ""): string => {
  const plain = `<xs:union>${members.map(inner).join("")}</xs:union>`;
  return facets === "" ? plain : `<xs:restriction>${inner(plain)}${facets}</xs:restriction>`;
};
const step = (base: string, facets: string): string => `<xs:restriction>${inner(base)}${facets}</xs:restriction>`;

/** Types that touch one another at limits, spaces, forms and values. */
const TYPES: readonly string[] = [
  ...[
    "string",
    "normalizedString",
    "token",
    "language",
    "NMTOKEN",
    "Name",
    "NCName",
    "ID",
    "IDREF",
    "anyURI",
    "QName",
  ].map((b) => restriction(b)),
  ...["boolean", "decimal", "integer", "long", "int", "short", "unsignedInt", "positiveInteger", "float", "double"].map(
    (b) => restriction(b),
  ),
  ...["date", "dateTime", "time", "gYear", "duration", "hexBinary", "base64Binary"].map((b) => restriction(b)),
  restriction("string", f("maxLength", 3)),
  restriction("string", f("maxLength", 4)),
  restriction("string", f("minLength", 1)),
  restriction("string", f("minLength", 1) + f("maxLength", 3)),
  restriction("string", f("length", 3)),
  restriction("token", f("maxLength", 3)),
  restriction("string", f("maxLength", 30_000)),
  restriction("string", p(".{0,3}")),
  restriction("string", p("[a-c]*")),
  restriction("string", p("[a-c]{1,3}")),
  restriction("string", p("a|b|c")),
  restriction("token", p("[a-c]*")),
  step(restriction("string", p("[a-c]*")), p("[b-d]*")),
  restriction("string", e("a", "b")),
  restriction("string", e("a", "b", "c")),
  restriction("string", e("a ", "b")),
  restriction("token", e("a", "b")),
  restriction("string", e("")),
  step(restriction("string", e("a", "b", "abcd")), f("maxLength", 2)),
  restriction("boolean", p("true|false")),
  restriction("boolean", p("0|1|true|false")),
  restriction("decimal", f("totalDigits", 3)),
  restriction("decimal", f("totalDigits", 3) + f("fractionDigits", 1)),
  restriction("decimal", f("fractionDigits", 1)),
  restriction("decimal", f("minInclusive", 0) + f("maxInclusive", 10)),
  restriction("decimal", f("minExclusive", 0) + f("maxExclusive", 10)),
  restriction("integer", f("minInclusive", 1) + f("maxInclusive", 9)),
  restriction("integer", f("minExclusive", 0) + f("maxExclusive", 10)),
  restriction("integer", f("totalDigits", 2)),
  restriction("integer", f("minInclusive", -99) + f("maxInclusive", 99)),
  restriction("int", e("1", "2")),
  restriction("int", e("01", "2", "3")),
  restriction("int", p("[0-9]+")),
  restriction("int", p("[0-9]{1,3}")),
  restriction("double", f("maxInclusive", 10)),
  restriction("double", e("1", "INF")),
  restriction("date", f("minInclusive", "2000-01-01")),
  restriction("date", f("minExclusive", "2000-01-01")),
  restriction("date", f("explicitTimezone", "required")),
  restriction("date", f("explicitTimezone", "prohibited")),
  restriction("hexBinary", f("maxLength", 2)),
  restriction("hexBinary", f("length", 1)),
  restriction("base64Binary", f("maxLength", 2)),
  list(restriction("int")),
  list(restriction("short")),
  list(restriction("string")),
  list(restriction("int"), f("maxLength", 2)),
  list(restriction("int"), f("minLength", 1)),
  list(restriction("int"), f("length", 1)),
  list(restriction("int"), p("[0-9 ]*")),
  list(restriction("int"), e("1 2", "3")),
  list(restriction("string", p("[a-c]*"))),
  union([restriction("int"), restriction("string", e("a", "b"))]),
  union([restriction("short"), restriction("string", e("a"))]),
  union([restriction("string", e("a")), restriction("string", e("b"))]),
  union([restriction("int"), restriction("token")], e("1", "a")),
  union([restriction("int"), restriction("token")], e("1", "a", "b")),
  union([restriction("int"), restriction("token")], p("[a-c0-9]*")),
  union([restriction("int"), restriction("token")], p("[a-c0-9]{1,2}")),
];
const TEXTS = [
  "",
  " ",
  "a",
  "b",
  "c",
  "a ",
  " a",
  "abc",
  "abcd",
  "a b",
  "0",
  "1",
  "01",
  "2",
  "+1",
  "-1",
  "9",
  "10",
  "99",
  "100",
  "1.5",
  "1.25",
  "10.0",
  "1E1",
  "INF",
  "true",
  "false",
  "2000-01-01",
  "2000-01-01Z",
  "1999-12-31",
  "0A",
  "0A0B",
  "AAAA",
  "AA==",
  "1 2",
  "3",
  "1 2 3",
  "x:y",
  "P1Y",
  "2000",
];

const types: readonly SimpleType[] = TYPES.map((inside) => {
  const content = `<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema"><xs:simpleType name="T">${inside}</xs:simpleType></xs:schema>`;
  return loadModelFrom([{ file: "t.xsd", content }]).schemas.types.get("{}T") as SimpleType;
});
const accepted = types.map((t) => TEXTS.map((text) => readSimpleValue(t, text) !== null));
const known = existsSync(GOLDEN) ? readFileSync(GOLDEN, "utf8").split("\n") : [];
const lines: string[] = [];

/** What one type is to all others: a letter each, then the texts that refute, and how the patterns moved. */
function row(i: number): string {
  const a = types[i] as SimpleType;
  const found = types.map((b) => includesSimple(a, b));
  found.forEach((inclusion, j) => {
    // Spaces around a value of a union are read away before its member is known.
    const read = (text: string): boolean => a.variety !== "union" || text === text.trim();
    const lost = TEXTS.filter((t, k) => read(t) && accepted[i]?.[k] === true && accepted[j]?.[k] === false);
    // What is included has no counterexample, and what refutes is one.
    if (inclusion.kind === "included") expect(lost).toEqual([]);
    if (inclusion.kind === "refuted") {
      expect(readSimpleValue(a, inclusion.text) !== null).toBe(true);
      expect(readSimpleValue(types[j] as SimpleType, inclusion.text)).toBe(null);
    }
  });
  const texts = found
    .map((x) => (x.kind === "refuted" ? JSON.stringify(x.text.slice(0, 12)) : ""))
    .filter((t) => t !== "");
  const moves = types.map((b) => patternMove(a, b) ?? "?").join("");
  return `${i} ${found.map((x) => x.kind.slice(0, 1)).join("")} ${moves} ${texts.join(" ")}`;
}

describe("every simple type against every other one", () => {
  // After `-u` these have to run once more.
  it.each(types.map((_, i) => [i]))("row %d", (i) => {
    const line = row(i);
    lines.push(line);
    expect(line).toBe(known[i]);
  });

  it("is as it is kept", async () => {
    await expect(`${lines.join("\n")}\n`).toMatchFileSnapshot("golden/simple-matrix.txt");
  });
});
