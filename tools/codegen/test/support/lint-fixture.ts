import { readdirSync, readFileSync } from "node:fs";
import { join, relative } from "node:path";
import type { LintReport } from "../../src/lint/lint.ts";

/** What the files of `folder` that start with `failing` say should be found: `<!--! rule … -->` behind the place, by line. */
export function expectedFindings(folder: string): string[] {
  const expected: string[] = [];
  for (const file of readdirSync(folder).filter((f) => f.startsWith("failing"))) {
    const lines = readFileSync(join(folder, file), "latin1").split("\n");
    lines.forEach((line, i) => {
      const marks = /<!--! (.*?) -->/.exec(line)?.[1]?.split(" ") ?? [];
      for (const rule of marks) expected.push(`${file}:${i + 1} ${rule}`);
    });
  }
  return expected.sort();
}

/** What was found, in the same form. */
export function foundIn(report: LintReport, folder: string): string[] {
  return report.findings.map((f) => `${relative(folder, f.at.file)}:${f.at.line} ${f.rule}`).sort();
}
