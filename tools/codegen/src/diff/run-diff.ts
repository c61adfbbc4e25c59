import { existsSync, statSync, writeFileSync } from "node:fs";
import { basename, dirname, relative, sep } from "node:path";
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
import { type Arguments, parseArguments, usageError } from "../arguments.ts";
import type { Context } from "../command.ts";
import { isCodegenError } from "../errors.ts";
import { printProblems } from "../problems-text.ts";
import { acceptedBy, readWaivers, type Waiver } from "../regen/waivers.ts";
import { type Comparison, compareSets } from "./compare-sets.ts";
import { documentTexts } from "./document-texts.ts";
import { manifestOfSet } from "./manifest-of-set.ts";
import { releaseFacts } from "./release-facts.ts";
import { reportDiffFailure } from "./report-diff-failure.ts";
import { touchedSamples } from "./touched-samples.ts";
import { type OpenedSets, withSets } from "./with-sets.ts";

interface Shown extends Comparison {
  readonly facts: ReleaseFacts;
  /** What was given on the command line. */
  readonly given: { readonly old: string; readonly new: string };
  /** Of the new documents; code hosts want paths from where the command runs. */
  readonly folder: string;
}

const FORMATS = {
  text: ({ report }: Shown) => formatText(report),
  json: ({ report, facts }: Shown) => formatJson(report, facts),
  markdown: ({ report, facts }: Shown) => formatMarkdown(report, facts),
  sarif: ({ report, facts }: Shown) => formatSarif(report, facts),
  html: ({ report, facts, old, new: now, given }: Shown) =>
    formatHtml(report, facts, { old: documentTexts(old, given.old), new: documentTexts(now, given.new) }),
  annotations: ({ report, facts, folder }: Shown) => formatAnnotations(report, facts, folder),
  github: ({ report, facts, folder }: Shown) => formatGithubAnnotations(report, facts, folder),
} as const;
const THRESHOLDS = { breaking: 2, potential: 1, any: 0, never: 3 } as const;
const EXIT_FOUND = 1;
const EXIT_REFUSED = 6;

/** The work of `coo-codegen diff`; gives the exit code. */
export async function runDiff(args: readonly string[], { output }: Context): Promise<number> {
  const parsed = parseArguments(args, {
    switches: ["--tolerant", "--strict-potential"],
    values: ["--format", "--out", "--fail-on", "--pushed", "--effective", "--waivers", "--today", "--samples"],
  });
  const [given, other, ...more] = parsed.rest;
  if (given === undefined || other === undefined || more.length > 0)
    throw usageError("diff takes two files or folders: OLD NEW", "diff 需要两个文件或目录:OLD NEW");
  return withSets(given, other, output, (sets) => diffOf(sets, parsed));
}

function diffOf({ old, new: now, newInCommit, output }: OpenedSets, parsed: Arguments): number {
  const format = oneOf("--format", parsed.values.get("--format") ?? "text", FORMATS);
  const threshold = oneOf("--fail-on", parsed.values.get("--fail-on") ?? "breaking", THRESHOLDS);
  const pushed = parsed.values.get("--pushed");
  try {
    const known = releaseFacts(manifestOfSet(old), manifestOfSet(now), parsed.values.get("--effective"));
    const compared = compareSets(old, now, {
      ...(parsed.switches.has("--tolerant") ? { tolerant: true } : {}),
      strictPotential: parsed.switches.has("--strict-potential"),
      ...(pushed === undefined ? {} : { pushed: pushed.split(",").filter((n) => n !== "") }),
    });
    const comparison = withSamples(compared, old, parsed.values.get("--samples"));
    const { report } = comparison;
    const waivers = parsed.values.get("--waivers");
    const pair = { old: known.old || basename(old), new: known.new || basename(now) };
    const today = parsed.values.get("--today") ?? new Date().toISOString().slice(0, 10);
    const accepted = waivers === undefined ? new Map() : acceptedBy(readGivenWaivers(waivers), report, pair, today);
    const facts: ReleaseFacts = { ...known, waivers: [...accepted.values()] };
    const text = FORMATS[format]({
      ...comparison,
      facts,
      given: { old, new: now },
      folder: folderOf(now, newInCommit),
    });
    const out = parsed.values.get("--out");
    if (out === undefined) output.out(text);
    else writeFileSync(out, text);
    return isFound(report, THRESHOLDS[threshold], accepted) ? EXIT_FOUND : 0;
  } catch (error) {
    if (isCodegenError(error) && error.code === "GEN_REFUSED") {
      printProblems(output, error.problems);
      return EXIT_REFUSED;
    }
    return reportDiffFailure(error, output);
  }
}

function readGivenWaivers(file: string): readonly Waiver[] {
  if (!existsSync(file)) throw usageError(`there is no file ${file}`, `没有文件 ${file}`);
  return readWaivers(file);
}

/** With the number of recorded messages that each change touches; it informs, and lowers no verdict. */
function withSamples(comparison: Comparison, old: string, folder: string | undefined): Comparison {
  if (folder === undefined) return comparison;
  const { report } = comparison;
  const touched = touchedSamples(folder, comparison.old, manifestOfSet(old), report.changes);
  const changes = report.changes.map((c) => ({ ...c, samples: touched.get(c.fingerprint) ?? [] }));
  return { ...comparison, report: { ...report, changes } };
}

/** The folder of the documents as it was given, or in their commit. */
function folderOf(given: string, inCommit: string | null): string {
  const isFolder = statSync(given).isDirectory();
  if (inCommit !== null) return isFolder ? inCommit : dirname(inCommit);
  const folder = isFolder ? given : dirname(given);
  const path = relative("", folder).split(sep).join("/");
  return path.startsWith("..") ? "" : path;
}

function oneOf<T extends object>(flag: string, value: string, allowed: T): keyof T {
  if (Object.hasOwn(allowed, value)) return value as keyof T;
  const names = Object.keys(allowed).join(", ");
  throw usageError(`${flag} must be one of ${names}, got ${value}`, `${flag} 应为 ${names} 之一,而非 ${value}`);
}

function isFound(report: Report, threshold: number, accepted: ReadonlyMap<string, unknown>): boolean {
  return report.changes.some((c: Change) => weight(c) >= threshold && !accepted.has(c.fingerprint));
}
