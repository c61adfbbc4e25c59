import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { isEvolutionError, loadingError, weight } from "@coo/evolution";
import { oneOf, parseArguments, usageError } from "../arguments.ts";
import type { Context } from "../command.ts";
import { reportDiffFailure } from "../diff/report-diff-failure.ts";
import { isCodegenError } from "../errors.ts";
import { isDay } from "../manifest.ts";
import { printProblems } from "../problems-text.ts";
import { digestOf } from "./digest.ts";
import { planRegen, type RegenPlan } from "./plan-regen.ts";
import { unifiedDiff } from "./unified-diff.ts";
import { recoverTree, writeTree } from "./write-tree.ts";

const EVENTS = ["announce", "adopt", "retire"] as const;
const LEVELS = ["breaking", "potential", "any", "never"] as const;
const THRESHOLDS = { breaking: 2, potential: 1, any: 0, never: 3 } as const;
/** What the codes of errors end with; everything else has the exit code of a wrong input. */
const EXITS: Readonly<Record<string, number>> = { GEN_USAGE: 2, GEN_MANIFEST: 2, GEN_REFUSED: 6, GEN_WRITE: 3 };
const EXIT_FOUND = 1;
const EXIT_INPUT = 3;
const EXIT_STALE = 5;

/** The work of `coo-codegen regen`; gives the exit code. */
export function runRegen(args: readonly string[], { output }: Context): number {
  const parsed = parseArguments(args, {
    switches: ["--dry-run", "--check", "--early", "--example", "--strict-potential"],
    values: ["--root", "--today", "--fail-on"],
  });
  const [event, edition, ...more] = parsed.rest;
  if (event === undefined || edition === undefined || more.length > 0)
    throw usageError(
      "regen takes an event and an edition: announce|adopt|retire DATE",
      "regen 需要动作与版本:announce|adopt|retire DATE",
    );
  const { switches, values } = parsed;
  const [check, dryRun] = [switches.has("--check"), switches.has("--dry-run")];
  if (check && dryRun)
    throw usageError("--check and --dry-run exclude each other", "--check 与 --dry-run 不能同时使用");
  const today = values.get("--today") ?? new Date().toISOString().slice(0, 10);
  if (!isDay(today)) throw usageError(`--today must be a date, got ${today}`, `--today 应为日期,而非 ${today}`);
  const threshold = THRESHOLDS[oneOf("--fail-on", values.get("--fail-on") ?? "never", LEVELS)];
  const root = values.get("--root") ?? ".";
  try {
    if (!check && !dryRun) recoverTree(root);
    const plan = planRegen({
      event: oneOf("regen", event, EVENTS),
      edition,
      root,
      today,
      early: switches.has("--early"),
      example: switches.has("--example"),
      strictPotential: switches.has("--strict-potential"),
    });
    const differing = differencesOf(root, plan);
    for (const { path, kind, text } of differing)
      output.out(`${kind} ${path}${text === null ? "" : `  sha256 ${digestOf(text)}`}\n`);
    if (check) {
      if (differing.length === 0) return summary(plan, "up to date · 已是最新", output.out, threshold);
      output.err(
        `GEN_STALE: 有 ${differing.length} 个文件与应写内容不一致\n  ${differing.length} files differ from what would be written\n`,
      );
      return EXIT_STALE;
    }
    if (dryRun) {
      for (const { path, old, text } of differing) output.out(unifiedDiff(path, old, text));
      return summary(plan, "dry run, nothing written · 试运行,未写入", output.out, threshold);
    }
    const found = findings(plan, threshold);
    if (found > 0) return summary(plan, "nothing written · 未写入", output.out, threshold);
    writeTree(root, new Map(differing.map(({ path, text }) => [path, text])));
    return summary(plan, `${differing.length} written · 已写入 ${differing.length} 个文件`, output.out, threshold);
  } catch (error) {
    if (isEvolutionError(error) || loadingError(error) !== null) return reportDiffFailure(error, output);
    if (!isCodegenError(error)) throw error;
    printProblems(output, error.problems);
    return EXITS[error.code] ?? EXIT_INPUT;
  }
}

interface Differing {
  readonly path: string;
  readonly kind: "+" | "~" | "-";
  readonly old: string | null;
  readonly text: string | null;
}

function differencesOf(root: string, { tree }: RegenPlan): Differing[] {
  return [...tree].flatMap(([path, text]): Differing[] => {
    const file = join(root, path);
    const old = existsSync(file) ? readFileSync(file, "utf8") : null;
    if (old === text) return [];
    return [{ path, kind: old === null ? "+" : text === null ? "-" : "~", old, text }];
  });
}

/** How many changes reach the threshold and are not accepted by a waiver. */
function findings({ report, accepted }: RegenPlan, threshold: number): number {
  return (report?.changes ?? []).filter((c) => weight(c) >= threshold && !accepted.has(c.fingerprint)).length;
}

function summary(plan: RegenPlan, state: string, out: (text: string) => void, threshold: number): number {
  const { report, releases } = plan;
  if (report !== null) {
    const { breaking, potential, compatible, rollout } = report.summary;
    out(`破坏 breaking ${breaking}, 潜在 potential ${potential}, 兼容 compatible ${compatible}; ${rollout}\n`);
  }
  for (const { name, bump } of releases) out(`${name}: ${bump}\n`);
  out(`${state}\n`);
  return findings(plan, threshold) > 0 ? EXIT_FOUND : 0;
}
