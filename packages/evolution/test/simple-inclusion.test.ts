import { loadModelFrom, type SimpleType } from "@coo/wsdl";
import { describe, expect, it } from "vitest";
import { includesSimple } from "../src/text/simple-inclusion.ts";

/** A simple type from the inside of an xs:simpleType. */
function type(inside: string): SimpleType {
  const content = `<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema"><xs:simpleType name="T">${inside}</xs:simpleType></xs:schema>`;
  return loadModelFrom([{ file: "t.xsd", content }]).schemas.types.get("{}T") as SimpleType;
}

const restriction = (base: string, facets = ""): string =>
  `<xs:restriction base="xs:${base}">${facets}</xs:restriction>`;
const pattern = (...values: string[]): string => values.map((v) => `<xs:pattern value="${v}"/>`).join("");
const facet = (name: string, value: string): string => `<xs:${name} value="${value}"/>`;

/** `old` against `new`: E equal, W wider, N narrower, X crossed. */
function move(before: string, after: string): string {
  const [a, b] = [type(before), type(after)];
  const grown = includesSimple(a, b).kind === "included";
  const shrunk = includesSimple(b, a).kind === "included";
  return grown ? (shrunk ? "E" : "W") : shrunk ? "N" : "X";
}

describe("includesSimple", () => {
  it.each([
    [
      "a class that is spelt differently",
      restriction("token", pattern("[0-9]{2,4}")),
      restriction("token", pattern("[0-9]{2}|[0-9]{3}|[0-9]{4}")),
      "E",
    ],
    [
      "one pattern with | and two patterns",
      restriction("string", pattern("a|b")),
      restriction("string", pattern("a", "b")),
      "E",
    ],
    [
      "ASCII digits and all digits",
      restriction("string", pattern("[0-9]+")),
      restriction("string", pattern("\\d+")),
      "W",
    ],
    [
      "subtraction of classes",
      restriction("string", pattern("[a-z-[aeiou]]+")),
      restriction("string", pattern("[a-z]+")),
      "W",
    ],
    ["blocks and categories", restriction("string", pattern("\\p{Lu}")), restriction("string", pattern("[A-Z]")), "N"],
    [
      "patterns that only overlap",
      restriction("string", pattern("[a-m]+")),
      restriction("string", pattern("[k-z]+")),
      "X",
    ],
    [
      "a pattern against a length",
      restriction("string", pattern(".{3}")),
      restriction("string", facet("maxLength", "5")),
      "W",
    ],
    ["a dot is no line break", restriction("string"), restriction("string", pattern(".*")), "N"],
    ["a dot is anything once spaces are folded", restriction("token"), restriction("token", pattern(".*")), "E"],
    [
      "an enumeration against a pattern",
      restriction("string", facet("enumeration", "AB")),
      restriction("string", pattern("[A-Z]{2}")),
      "W",
    ],
    [
      "maxExclusive 10 and maxInclusive 9",
      restriction("int", facet("maxExclusive", "10")),
      restriction("int", facet("maxInclusive", "9")),
      "E",
    ],
    [
      "the same on decimals",
      restriction("decimal", facet("maxExclusive", "10")),
      restriction("decimal", facet("maxInclusive", "9")),
      "N",
    ],
    [
      "digits against a limit",
      restriction("nonNegativeInteger", facet("totalDigits", "3")),
      restriction("nonNegativeInteger", facet("maxInclusive", "999")),
      "E",
    ],
    ["int and long", restriction("int"), restriction("long"), "W"],
    ["int and decimal", restriction("int"), restriction("decimal"), "W"],
    ["decimal and string", restriction("decimal"), restriction("string"), "W"],
    ["date and dateTime", restriction("date"), restriction("dateTime"), "X"],
    ["hexBinary and base64Binary", restriction("hexBinary"), restriction("base64Binary"), "X"],
    [
      "length limits",
      restriction("string", facet("maxLength", "10")),
      restriction("string", facet("maxLength", "8")),
      "N",
    ],
    [
      "long length limits",
      restriction("string", facet("maxLength", "100000")),
      restriction("string", facet("maxLength", "200000")),
      "W",
    ],
    ["string, normalizedString and token take the same texts", restriction("string"), restriction("token"), "E"],
    [
      "a length is counted once spaces are folded",
      restriction("string", facet("maxLength", "3")),
      restriction("token", facet("maxLength", "3")),
      "W",
    ],
    ["steps are joined by and", restriction("NMTOKEN", pattern("a+")), restriction("token", pattern("a+")), "E"],
    ["one and a list of it", restriction("int"), '<xs:list itemType="xs:int"/>', "W"],
    ["text with spaces and a list", restriction("string"), '<xs:list itemType="xs:string"/>', "E"],
    ["a union grows", '<xs:union memberTypes="xs:int"/>', '<xs:union memberTypes="xs:int xs:date"/>', "W"],
    [
      "a union in another order",
      '<xs:union memberTypes="xs:int xs:string"/>',
      '<xs:union memberTypes="xs:string xs:int"/>',
      "E",
    ],
    [
      "enumerations of numbers",
      restriction("decimal", facet("enumeration", "1") + facet("enumeration", "2.0")),
      restriction("decimal", facet("enumeration", "2")),
      "N",
    ],
    [
      "fraction digits",
      restriction("decimal", facet("fractionDigits", "2")),
      restriction("decimal", facet("fractionDigits", "3")),
      "W",
    ],
    ["ID is more than a name", restriction("NCName"), restriction("ID"), "N"],
  ])("%s", (_, before, after, expected) => {
    expect(move(before, after)).toBe(expected);
    const mirrored = { E: "E", W: "N", N: "W", X: "X" }[expected];
    expect(move(after, before)).toBe(mirrored);
  });

  it("refutes with a text that the one reads and the other does not", () => {
    const a = type(restriction("string", pattern("[A-Z]{2}[0-9]{3}")));
    const b = type(restriction("string", pattern("[A-Z]{2}[0-4]{3}")));
    expect(includesSimple(a, b)).toEqual({
      kind: "refuted",
      text: expect.stringMatching(/^[A-Z]{2}(?=\d{3}$)\d*[5-9]\d*$/),
    });
  });

  it("stays undecided on patterns that are too large, and quick", () => {
    const a = type(restriction("string", pattern("(a|b)*a(a|b){18}")));
    const b = type(restriction("string", pattern("(a|b)*b(a|b){18}")));
    const start = process.cpuUsage();
    expect(includesSimple(a, b).kind).not.toBe("included");
    const { user, system } = process.cpuUsage(start);
    expect((user + system) / 1000).toBeLessThan(10_000);
  }, 120_000);
});
