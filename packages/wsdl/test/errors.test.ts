import { readdirSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { isWsdlError, RULES, WsdlError } from "../src/index.ts";
import { failure, loadSchema } from "./model.ts";

const TWO_MISTAKES = '<xs:element name="a" type="Gone"/>\n<xs:element name="b" type="xs:int" default="x"/>';

test("throws the first error; keepGoing lists all of them in a model", () => {
  expect(failure(() => loadSchema(TWO_MISTAKES)).rule).toBe("name-unknown");
  const model = loadSchema(TWO_MISTAKES, { keepGoing: true });
  expect(model.problems.map((p) => [p.rule, p.severity])).toEqual([
    ["name-unknown", "error"],
    ["default-value", "error"],
  ]);
  expect(model.schemas.elements.get("{urn:t}a")?.type.name?.local).toBe("anyType");
});

test("unknown names can be let pass", () => {
  const model = loadSchema('<xs:element name="a" type="Gone"/>', { unknownNames: "any" });
  expect(model.problems.map((p) => [p.rule, p.severity])).toEqual([["name-unknown", "warning"]]);
});

test("keeps the cause and is recognised by name, also in another copy", () => {
  const error = failure(() => loadSchema("<"));
  expect(error).toBeInstanceOf(WsdlError);
  expect((error.cause as Error).name).toBe("XmlError");
  expect(isWsdlError(error)).toBe(true);
  expect(isWsdlError(new Error("x"))).toBe(false);
});

const places = (text: string | undefined): string[] =>
  [...(text ?? "").matchAll(/\{(\w+)\}/g)].map((m) => (m[1] ?? "").replace(/Zh$/, "")).sort();

test("every rule is used and has both languages with the same places to fill", () => {
  const folder = new URL("../src/", import.meta.url);
  const sources = readdirSync(folder)
    .filter((f) => f !== "rules.ts")
    .map((f) => readFileSync(new URL(f, folder), "utf8"))
    .join("\n");
  for (const [id, rule] of Object.entries(RULES)) {
    expect([id, sources.includes(`"${id}"`)]).toEqual([id, true]);
    expect([id, places(rule.zh)]).toEqual([id, places(rule.en)]);
    expect([id, places(rule.expectedZh)]).toEqual([id, places(rule.expected)]);
    expect([id, places(rule.adviceZh)]).toEqual([id, places(rule.advice)]);
    expect([id, /\p{Script=Han}/v.test(rule.zh)]).toEqual([id, true]);
  }
});

test("no message keeps an unfilled place", () => {
  const body =
    '<xs:element name="a b" type="Gone" nillable="x"><xs:seq/></xs:element><xs:group name="g"/><xs:complexType name="T"><xs:simpleContent><xs:restriction base="T"/></xs:simpleContent></xs:complexType>';
  for (const p of loadSchema(body, { strict: true, keepGoing: true }).problems) {
    for (const text of [p.message, p.messageZh, p.expected, p.expectedZh, p.advice, p.adviceZh])
      expect(text).not.toMatch(/\{[a-z]+(Zh)?\}/);
  }
});
