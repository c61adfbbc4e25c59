import { statSync, writeFileSync } from "node:fs";
import { dirname, relative, sep } from "node:path";
import {
  type Change,
  formatAnnotations,
  formatGithubAnnotations,
  formatHtml,
  formatJson,
  formatMarkdown,
  formatSarif,
  formatText,
  type ReleaseFacts,
  type Report,
  weight,
} from "@coo/evolution";
import { parseArguments, usageError } from "../arguments.ts";
import type { Context } from "../command.ts";
import { type Comparison, compareSets } from "./compare-sets.ts";
import { documentTexts } from "./document-texts.ts";
import { manifestOfSet } from "./manifest-of-set.ts";
import { releaseFacts } from "./release-facts.ts";
import { reportDiffFailure } from "./report-diff-failure.ts";

interface Shown extends Comparison {
  readonly facts: ReleaseFacts;
  /** What was given on the command line. */
  readonly given: { readonly old: string; readonly new: string };
}

const FORMATS = {
  text: ({ report }: Shown) => formatText(report),
  json: ({ report }: Shown) => formatJson(report),
  markdown: ({ report, facts }: Shown) => formatMarkdown(report, facts),
  sarif: ({ report, facts }: Shown) => formatSarif(report, facts),
  html: ({ report, facts, old, new: now, given }: Shown) =>
    formatHtml(report, facts, { old: documentTexts(old, given.old), new: documentTexts(now, given.new) }),
  annotations: ({ report, facts, given }: Shown) => formatAnnotations(report, facts, folderOf(given.new)),
  github: ({ report, facts, given }: Shown) => formatGithubAnnotations(report, facts, folderOf(given.new)),
} as const;
const THRESHOLDS = { breaking: 2, potential: 1, any: 0, never: 3 } as const;
const EXIT_FOUND = 1;

/** The work of `coo-codegen diff`; gives the exit code. */
export function runDiff(args: readonly string[], { output }: Context): number {
  const parsed = parseArguments(args, {
    switches: ["--tolerant", "--strict-potential"],
    values: ["--format", "--out", "--fail-on", "--pushed", "--effective"],
  });
  const [old, now, ...more] = parsed.rest;
  if (old === undefined || now === undefined || more.length > 0)
    throw usageError("diff takes two files or folders: OLD NEW", "diff 需要两个文件或目录:OLD NEW");
  const format = oneOf("--format", parsed.values.get("--format") ?? "text", FORMATS);
  const threshold = oneOf("--fail-on", parsed.values.get("--fail-on") ?? "breaking", THRESHOLDS);
  const pushed = parsed.values.get("--pushed");
  try {
    const facts = releaseFacts(manifestOfSet(old), manifestOfSet(now), parsed.values.get("--effective"));
    const comparison = compareSets(old, now, {
      ...(parsed.switches.has("--tolerant") ? { tolerant: true } : {}),
      strictPotential: parsed.switches.has("--strict-potential"),
      ...(pushed === undefined ? {} : { pushed: pushed.split(",").filter((n) => n !== "") }),
    });
    const text = FORMATS[format]({ ...comparison, facts, given: { old, new: now } });
    const out = parsed.values.get("--out");
    if (out === undefined) output.out(text);
    else writeFileSync(out, text);
    return isFound(comparison.report, THRESHOLDS[threshold]) ? EXIT_FOUND : 0;
  } catch (error) {
    return reportDiffFailure(error, output);
  }
}

/** The folder of the new documents as it was given; code hosts want paths from where the command runs. */
function folderOf(given: string): string {
  const folder = statSync(given).isDirectory() ? given : dirname(given);
  const path = relative("", folder).split(sep).join("/");
  return path.startsWith("..") ? "" : path;
}

function oneOf<T extends object>(flag: string, value: string, allowed: T): keyof T {
  if (Object.hasOwn(allowed, value)) return value as keyof T;
  const names = Object.keys(allowed).join(", ");
  throw usageError(`${flag} must be one of ${names}, got ${value}`, `${flag} 应为 ${names} 之一,而非 ${value}`);
}

function isFound(report: Report, threshold: number): boolean {
  return report.changes.some((c: Change) => weight(c) >= threshold);
}
