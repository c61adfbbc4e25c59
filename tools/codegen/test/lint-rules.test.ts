import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { lint } from "../src/lint/lint.ts";
import { hasNestedRepetition } from "../src/lint/rules/nested-repetition.ts";
import { LINT_RULES, PROFILE_RULES } from "../src/lint/rules.ts";
import { expectedFindings, foundIn } from "./support/lint-fixture.ts";

const FIXTURES = join(import.meta.dirname, "lint", "rules");
const own = LINT_RULES.filter((r) => !PROFILE_RULES.includes(r));

describe("rules of our own", () => {
  it("have a folder of files each, and no others have", () => {
    expect(readdirSync(FIXTURES).sort()).toEqual(own.map((r) => r.id).sort());
  });

  it.each(own.map((r) => [r.id, r] as const))("%s: the clean file is clean, the failing one reports it", (id, rule) => {
    const folder = join(FIXTURES, id);
    const entry = (start: string): string =>
      join(folder, readdirSync(folder).find((f) => f.startsWith(start)) as string);
    expect(foundIn(lint({ entries: [entry("clean.")] }), folder)).toEqual([]);
    const report = lint({ entries: [entry("failing.")] });
    expect(foundIn(report, folder)).toEqual(expectedFindings(folder));
    const findings = report.findings.filter((f) => f.rule === id);
    expect(findings.length).toBeGreaterThan(0);
    for (const { severity, message, messageZh, advice, adviceZh, at } of findings) {
      expect(severity).toBe(rule.severity);
      // Every place of the text is filled, and the Chinese is Chinese.
      for (const text of [message, messageZh, advice, adviceZh]) expect(text).not.toMatch(/\{[a-zA-Z]+\}/);
      for (const text of [messageZh, adviceZh]) expect(text).toMatch(/\p{Script=Han}/u);
      expect((readFileSync(at.file, "utf8").split("\n")[at.line - 1] ?? "")[at.column - 1]).toBe("<");
    }
  });
});

describe("hasNestedRepetition", () => {
  it.each(["(a+)+", "(a*)*", "([a-z]+)*x", "(\\d+x?)+", "((a+))+", "(b|a+)*", "(a{2,})+", "(([^,]*)y*)*"])(
    "%s is slow",
    (p) => {
      expect(hasNestedRepetition(p)).toBe(true);
    },
  );

  it.each([
    "a+",
    "(a+,)*",
    "(ab)*",
    "(a+){3}",
    "[(a+)+]",
    "\\(a+\\)+",
    "(a|b)*",
    "\\p{L}+(-\\p{L}+)*",
    "(a",
    "[",
    "a+)+",
  ])("%s is not, or is malformed", (p) => {
    expect(hasNestedRepetition(p)).toBe(false);
  });

  it("judges deep nesting without overflow", () => {
    expect(hasNestedRepetition(`${"(".repeat(100_000)}a${")+".repeat(100_000)}`)).toBe(false);
  });
});
