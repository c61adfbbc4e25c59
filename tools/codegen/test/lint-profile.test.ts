import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { lint } from "../src/lint/lint.ts";
import { REASONS, REQUIREMENTS } from "../src/lint/profile/requirements.ts";
import { ALL_RULES, PROFILE_RULES } from "../src/lint/rules.ts";
import { expectedFindings, foundIn } from "./support/lint-fixture.ts";

const FIXTURES = join(import.meta.dirname, "lint", "profile");
const checked = REQUIREMENTS.filter((r) => r.reason === null);

describe("requirements of WS-I Basic Profile 1.1", () => {
  it("are each listed once, as checked or with a reason", () => {
    expect(new Set(REQUIREMENTS.map((r) => r.id)).size).toBe(REQUIREMENTS.length);
    expect(REQUIREMENTS.length).toBe(155);
    for (const { id, checkedBy, reason, en, zh } of REQUIREMENTS) {
      expect(id).toMatch(/^R\d{4}$/);
      expect(checkedBy.length > 0, id).toBe(reason === null);
      if (reason !== null) expect(REASONS[reason]).toHaveLength(2);
      expect(en).not.toBe("");
      expect(zh).toMatch(/\p{Script=Han}|literal/u);
    }
  });

  it("name rules that exist, and every rule of the profile is named", () => {
    const ids = new Set(ALL_RULES.map((r) => r.id));
    const named = new Set(REQUIREMENTS.flatMap((r) => r.checkedBy));
    for (const id of named) expect(ids).toContain(id);
    for (const { id } of PROFILE_RULES) expect(named).toContain(id);
  });

  it("have a clean and a failing file each when checked, and no others have", () => {
    expect(readdirSync(FIXTURES).sort()).toEqual(checked.map((r) => r.id).sort());
    for (const { id } of checked)
      for (const name of ["clean.wsdl", "failing.wsdl"])
        expect(existsSync(join(FIXTURES, id, name)), `${id}/${name}`).toBe(true);
  });

  it.each(checked.map((r) => [r.id, r] as const))(
    "%s: the clean file is clean, the failing one reports it",
    (id, requirement) => {
      const folder = join(FIXTURES, id);
      expect(foundIn(lint({ entries: [join(folder, "clean.wsdl")] }), folder)).toEqual([]);
      const report = lint({ entries: [join(folder, "failing.wsdl")] });
      const expected = expectedFindings(folder);
      expect(foundIn(report, folder)).toEqual(expected);
      expect(expected.length).toBeGreaterThan(0);
      for (const { rule, at } of report.findings) {
        expect(requirement.checkedBy).toContain(rule);
        const line = readFileSync(at.file, "latin1").split("\n")[at.line - 1] ?? "";
        expect(line[at.column - 1]).toBe("<");
      }
    },
  );
});
