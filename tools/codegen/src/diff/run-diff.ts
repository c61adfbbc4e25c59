import { writeFileSync } from "node:fs";
import { type Change, formatJson, formatMarkdown, formatSarif, formatText, type Report, weight } from "@coo/evolution";
import { parseArguments, usageError } from "../arguments.ts";
import type { Context } from "../command.ts";
import { compareSets } from "./compare-sets.ts";
import { reportDiffFailure } from "./report-diff-failure.ts";

const FORMATS = { text: formatText, json: formatJson, markdown: formatMarkdown, sarif: formatSarif } as const;
const THRESHOLDS = { breaking: 2, potential: 1, any: 0, never: 3 } as const;
const EXIT_FOUND = 1;

/** The work of `coo-codegen diff`; gives the exit code. */
export function runDiff(args: readonly string[], { output }: Context): number {
  const parsed = parseArguments(args, {
    switches: ["--tolerant", "--strict-potential"],
    values: ["--format", "--out", "--fail-on", "--pushed"],
  });
  const [old, now, ...more] = parsed.rest;
  if (old === undefined || now === undefined || more.length > 0)
    throw usageError("diff takes two files or folders: OLD NEW", "diff 需要两个文件或目录:OLD NEW");
  const format = oneOf("--format", parsed.values.get("--format") ?? "text", FORMATS);
  const threshold = oneOf("--fail-on", parsed.values.get("--fail-on") ?? "breaking", THRESHOLDS);
  try {
    const { report } = compareSets(old, now, {
      tolerant: parsed.switches.has("--tolerant"),
      strictPotential: parsed.switches.has("--strict-potential"),
      pushed: (parsed.values.get("--pushed") ?? "").split(",").filter((n) => n !== ""),
    });
    const text = FORMATS[format](report);
    const out = parsed.values.get("--out");
    if (out === undefined) output.out(text);
    else writeFileSync(out, text);
    return isFound(report, THRESHOLDS[threshold]) ? EXIT_FOUND : 0;
  } catch (error) {
    return reportDiffFailure(error, output);
  }
}

function oneOf<T extends object>(flag: string, value: string, allowed: T): keyof T {
  if (Object.hasOwn(allowed, value)) return value as keyof T;
  const names = Object.keys(allowed).join(", ");
  throw usageError(`${flag} must be one of ${names}, got ${value}`, `${flag} 应为 ${names} 之一,而非 ${value}`);
}

function isFound(report: Report, threshold: number): boolean {
  return report.changes.some((c: Change) => weight(c) >= threshold);
}
