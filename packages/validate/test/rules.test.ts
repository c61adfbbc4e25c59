import { describe, expect, it } from "vitest";
import { type IssueCode, rules, SEVERITY_BY_EVIDENCE, validateBody } from "../src/index.ts";
import { labelOf } from "../src/labels.ts";
import { TEXTS } from "../src/texts.ts";
import { cases } from "./cases/all.ts";
import { valueCases } from "./cases/values.ts";
import type { Message } from "./support/cases.ts";

const ruleOf = new Map(rules.flatMap((rule) => Object.keys(rule.findings).map((code) => [code, rule.id] as const)));

function check([operation, body, context]: Message) {
  return validateBody(operation, body, context);
}

describe.each(cases.map(([code, bad, good, path], index) => ({ name: `${code} (${index})`, code, bad, good, path })))(
  "$name",
  ({ code, bad, good, path }) => {
    it("is found, by its rule, with all that an issue tells", () => {
      const found = check(bad).filter((issue) => issue.code === code);
      expect(
        found.map((issue) => issue.path),
        JSON.stringify(check(bad).map((issue) => `${issue.code} ${issue.path}`)),
      ).toContain(path ?? found[0]?.path ?? "missing");
      for (const issue of found) {
        expect(issue.ruleId).toBe(ruleOf.get(code));
        expect(issue.severity).toBe(SEVERITY_BY_EVIDENCE[issue.evidence]);
        for (const text of [
          issue.message,
          issue.messageZh,
          issue.advice.en,
          issue.advice.zh,
          issue.label.en,
          issue.label.zh,
        ]) {
          expect(text).not.toBe("");
          expect(text).not.toMatch(/\{\w+\}|undefined|\[object/u);
        }
      }
    });

    it("is not found in a message beside it", () => {
      expect(check(good).filter((issue) => issue.code === code)).toEqual([]);
    });
  },
);

it("has a failing and a passing case for every finding of every rule", () => {
  const covered = new Set<string>(cases.map(([code]) => code));
  const without = rules.flatMap((rule) => Object.keys(rule.findings)).filter((code) => !covered.has(code));
  expect(without).toEqual([]);
});

it("names every rule once and every finding in one rule", () => {
  expect(new Set(rules.map((rule) => rule.id)).size).toBe(rules.length);
  const codes = rules.flatMap((rule) => Object.keys(rule.findings));
  expect(new Set(codes).size).toBe(codes.length);
  expect([...codes].sort()).toEqual(Object.keys(TEXTS).sort());
});

it("labels every field it reports, as the schema does", () => {
  const unlabelled = new Set<string>();
  for (const [, [operation, body, context]] of cases) {
    for (const { path, label } of validateBody(operation, body, context))
      if (label.zh === label.en && !/^[A-Z]/u.test(label.zh)) unlabelled.add(`${operation} ${path}`);
  }
  expect([...unlabelled]).toEqual([]);
  expect(labelOf("applyGeneralCertificate.request", "goodsList.goods[3].hsCode").zh).toBe("HS编码");
});

it("switches a rule off or changes its severity for a caller who asks", () => {
  const [operation, body] = valueCases[0]?.[1] ?? ["", {}];
  const code: IssueCode = "CREDIT_CODE_SHAPE";
  const severity = (setting: "off" | "warning") =>
    validateBody(operation, body, { rules: { "values.credit-code": setting } }).find((issue) => issue.code === code)
      ?.severity;
  expect(severity("off")).toBeUndefined();
  expect(severity("warning")).toBe("warning");
});
