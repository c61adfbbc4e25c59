import { readdirSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { lint } from "../src/lint/lint.ts";
import { LOADER_RULES } from "../src/lint/loader-rules.ts";
import { expectedFindings, foundIn } from "./support/lint-fixture.ts";

const FIXTURES = join(import.meta.dirname, "lint", "input");

describe("what the loader finds", () => {
  it.each(readdirSync(FIXTURES))("%s: the clean file is clean, the failing one reports it", (id) => {
    expect(LOADER_RULES.map((r) => r.id)).toContain(id);
    const folder = join(FIXTURES, id);
    const entry = (start: string): string =>
      join(folder, readdirSync(folder).find((f) => f.startsWith(start)) as string);
    expect(foundIn(lint({ entries: [entry("clean.")] }), folder)).toEqual([]);
    const report = lint({ entries: [entry("failing.")] });
    expect(foundIn(report, folder)).toEqual(expectedFindings(folder));
    expect(report.findings.map((f) => f.rule)).toContain(id);
  });
});
