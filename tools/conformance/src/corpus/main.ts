// Tries the generator on every unit of a corpus of WSDL and XSD files: generates, counts what came out against the
// documents and the corpus's own table, and type-checks it.
//
//   pnpm corpus [DIR] [--only PART,…] [--json FILE] [--tsc VERSION,…|--no-tsc] [--out DIR] [--run] [--probe]
//
// A corpus is a folder with manifest.csv (role `entry` names the files) and units.csv (`expect` says what should come,
// the other columns how many statements there are), or any folder of WSDL and XSD files.
import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
// @boundaries-ignore test support is shared by all packages
import { COMPILERS, compilerOf, linkDependencies } from "../../../../test/support/compilers.ts";
import { isWanted, parseSuiteArguments, SuiteUsageError } from "../harness/arguments.ts";
import { CORPUS, corpusUnits } from "../harness/corpus-units.ts";
import { expectedFailures } from "../harness/expected-failures.ts";
import { closeSuite, runSuite, type Verdict } from "../harness/suite.ts";
import { judge, type Outcome } from "./judge.ts";
import { roundTrip } from "./round-trip.ts";
import { typeCheckUnits } from "./type-check-units.ts";

const USAGE =
  "pnpm corpus [DIR] [--only PART,…] [--json FILE] [--tsc VERSION,…|--no-tsc] [--out DIR] [--run] [--probe]";

/** Reviewed lists beside this file; they speak of the corpus that is taken by default. */
const LISTS = {
  failures: join(import.meta.dirname, "expected-failures.txt"),
  unknown: join(import.meta.dirname, "unknown-names.txt"),
  differences: join(import.meta.dirname, "differences.txt"),
  refusals: join(import.meta.dirname, "refusals.txt"),
} as const;

async function main(args: readonly string[]): Promise<number> {
  const opts = parseSuiteArguments(args, {
    values: ["out", "tsc"],
    switches: ["no-tsc", "run", "probe"],
    usage: USAGE,
  });
  const ours = existsSync(CORPUS) ? CORPUS : resolve(import.meta.dirname, "../../../../schemas");
  const folder = resolve(opts.rest[0] ?? ours);
  if (!existsSync(folder)) throw new SuiteUsageError(`没有目录 ${folder} · there is no folder ${folder}\n${USAGE}`);
  const compilers = opts.switches.has("no-tsc") ? [] : (opts.values.get("tsc") ?? COMPILERS.join(",")).split(",");
  for (const version of compilers)
    if (compilerOf(version) === null)
      throw new SuiteUsageError(`没有安装 TypeScript ${version} · TypeScript ${version} is not installed\n${USAGE}`);
  const reviewed = folder === CORPUS;
  const list = (file: string): ReadonlyMap<string, string> => (reviewed ? expectedFailures(file) : new Map());
  const lists = {
    unknown: list(LISTS.unknown),
    differences: list(LISTS.differences),
    refusals: list(LISTS.refusals),
  };

  const kept = opts.values.get("out");
  const out = kept === undefined ? mkdtempSync(join(tmpdir(), "coo-corpus-")) : resolve(kept);
  rmSync(out, { recursive: true, force: true });
  linkDependencies(out);
  const started = performance.now();
  const outcomes: Outcome[] = [];
  for (const unit of corpusUnits(folder))
    if (isWanted(unit.name, opts.only)) outcomes.push(await judge(unit, outcomes.length, out, lists, reviewed));
  const generated = outcomes.filter((o) => o.folder !== null);
  const figures: string[] = [];
  for (const version of compilers) {
    const from = performance.now();
    const errors = typeCheckUnits(out, generated, version);
    figures.push(`TypeScript ${version}: ${generated.length} units, ${errors} errors, ${seconds(from)}`);
  }
  const probe = opts.switches.has("probe");
  if (probe || opts.switches.has("run")) {
    let [messages, judged] = [0, 0];
    for (const o of generated) {
      const found = await roundTrip(join(out, o.folder as string), probe);
      messages += found.passed;
      judged += found.judged;
      o.failures.push(...found.problems);
    }
    figures.push(`${messages} messages there and back${probe ? `, ${judged} values judged alike` : ""}`);
  }
  if (kept === undefined) rmSync(out, { recursive: true, force: true });
  const verdicts = outcomes.map((o): Verdict => {
    const shown =
      o.failures.slice(0, 4).join(" | ") + (o.failures.length > 4 ? ` | … ${o.failures.length - 4} more` : "");
    return { name: o.unit, failure: o.failures.length === 0 ? null : `(${o.expect}) ${shown}` };
  });
  figures.unshift(...summary(outcomes, generated), `judged in ${seconds(started)}`);
  return closeSuite(
    { verdicts, figures, details: { outcomes } },
    {
      json: opts.json,
      whole: opts.only.length === 0,
      ...(reviewed ? { expected: LISTS.failures } : {}),
    },
  );
}

/** What came of the units, in a few lines. */
function summary(outcomes: readonly Outcome[], generated: readonly Outcome[]): string[] {
  const lines: string[] = [];
  const sum = (of: (o: Outcome) => number): number => outcomes.reduce((n, o) => n + of(o), 0);
  for (const expect of new Set(outcomes.map((o) => o.expect))) {
    const all = outcomes.filter((o) => o.expect === expect);
    const made = all.filter((o) => o.folder !== null).length;
    const fine = all.filter((o) => o.failures.length === 0).length;
    lines.push(`${expect}: ${all.length} units, ${made} generated, ${fine} as they should be`);
  }
  const unknown = generated.filter((o) => o.unknownNames.length > 0);
  if (unknown.length > 0)
    lines.push(`unknown names as any content: ${sum((o) => o.unknownNames.length)} in ${unknown.length} units`);
  const missing = sum((o) => o.missing);
  if (missing > 0) lines.push(`missing documents named: ${missing}`);
  lines.push(`${sum((o) => o.types)} types, ${sum((o) => o.operations)} operations`);
  const kinds = [...new Set(outcomes.flatMap((o) => Object.keys(o.counts)))];
  const counted = outcomes.filter((o) => o.expect === "ok");
  for (const kind of kinds) {
    let [output, table, folded] = [0, 0, 0];
    for (const { counts } of counted) {
      output += counts[kind]?.output ?? 0;
      table += counts[kind]?.table ?? 0;
      folded += counts[kind]?.folded ?? 0;
    }
    const where = folded > 0 ? ` (${folded} of them folded)` : "";
    lines.push(`  ${kind.padEnd(26)} ${String(output).padStart(6)} in the output${where}, ${table} in the table`);
  }
  const reasons = new Map<string, number>();
  for (const o of counted)
    for (const [why, n] of Object.entries(o.folded)) reasons.set(why, (reasons.get(why) ?? 0) + n);
  for (const [why, n] of [...reasons].sort((a, b) => b[1] - a[1])) lines.push(`  folded: ${n} ${why}`);
  return lines;
}

function seconds(from: number): string {
  return `${Math.round((performance.now() - from) / 1000)} s`;
}

await runSuite(main);
