// Measures generator and codec by a share of the W3C XML Schema Test Suite, or by any suite of the same shape.
//
//   pnpm xsts [SUITE MANIFEST] [--only PART,…] [--json FILE] [--no-tsc] [--tsc VERSION,…] [--sample N] [--seed N] [--out DIR]
//
// SUITE is a folder or a .tar.gz, MANIFEST a file with one test group a line: set, group, schemas, schema
// (valid or invalid), inst (path, exp). Schemas are generated strictly; instances are read with the generated code alone.
import { existsSync, mkdtempSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
// @boundaries-ignore test support is shared by all packages
import { linkDependencies, typeCheck } from "../../../../test/support/compilers.ts";
import { countOf, isWanted, parseSuiteArguments, SuiteUsageError } from "../harness/arguments.ts";
import { closeSuite, runSuite, type Verdict } from "../harness/suite.ts";
import { type Case, Cases } from "./cases.ts";
import { readGroups, sampleGroups } from "./suite-groups.ts";
import { unpack } from "./tar.ts";
import { measure, table } from "./targets.ts";

const USAGE =
  "pnpm xsts [SUITE MANIFEST] [--only PART,…] [--json FILE] [--no-tsc] [--tsc VERSION,…] [--sample N] [--seed N] [--out DIR]";

/** Where the share of the suite lies; not part of this repository. */
const SHARE = resolve(import.meta.dirname, "../../../../../shared/corpus/xsts");
const EXPECTED = resolve(import.meta.dirname, "../../xsts-expected-failures.txt");

/** Packages that are type-checked at once: the compiler keeps all it has seen in memory. */
const BATCH = 400;

/** Notes on the cases of valid schemas what compilers say of their code. */
function checkTypes(cases: readonly Case[], out: string, compilers: readonly string[]): void {
  const generated = cases.filter((c) => c.kind === "valid schema" && c.failure === null);
  const byFolder = new Map(generated.map((c) => [c.folder ?? "", c]));
  for (const version of compilers) {
    const folders = [...byFolder.keys()];
    for (let i = 0; i < folders.length; i += BATCH) {
      for (const line of typeCheck(out, folders.slice(i, i + BATCH), version)) {
        const folder = /(?:^|[/\\])(g\d+)[/\\]/.exec(line)?.[1] ?? "";
        const found = byFolder.get(folder);
        if (found) found.failure ??= `TypeScript ${version}: ${line}`;
        else throw new Error(`TypeScript ${version}: ${line}`);
      }
    }
  }
}

async function main(args: readonly string[]): Promise<number> {
  const opts = parseSuiteArguments(args, { values: ["tsc", "sample", "out"], switches: ["no-tsc"], usage: USAGE });
  if (opts.rest.length !== 0 && opts.rest.length !== 2) throw new SuiteUsageError(USAGE);
  const [suite, manifest] = (
    opts.rest.length === 2 ? opts.rest : [join(SHARE, "suite.tar.gz"), join(SHARE, "manifest.jsonl")]
  ).map((path) => resolve(path)) as [string, string];
  for (const path of [suite, manifest])
    if (!existsSync(path)) throw new SuiteUsageError(`没有该文件 · there is no such file: ${path}`);
  const work = mkdtempSync(join(tmpdir(), "coo-xsts-"));
  const out = opts.values.has("out") ? resolve(opts.values.get("out") as string) : join(work, "out");
  try {
    linkDependencies(out);
    const root = statSync(suite).isDirectory() ? suite : join(work, "suite");
    if (root !== suite) unpack(suite, root);
    const all = readGroups(manifest).filter((g) => isWanted(g.name, opts.only));
    const sample = opts.values.get("sample");
    const groups = sample === undefined ? all : sampleGroups(all, countOf(sample, "--sample"), opts.seed);
    const compilers = opts.switches.has("no-tsc") ? [] : (opts.values.get("tsc") ?? "7").split(",");
    const cases = new Cases(root, out);
    for (const group of groups) await cases.run(group);
    checkTypes(cases.list, out, compilers);
    return close(cases.list, opts.json, {
      own: opts.rest.length === 0,
      whole: opts.only.length === 0 && sample === undefined,
    });
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
}

/** Prints what was found. Single failures of a suite that is not ours are counted; only targets fail the run. */
function close(cases: readonly Case[], json: string | null, run: { own: boolean; whole: boolean }): number {
  const measured = measure(cases);
  const verdicts: Verdict[] = [
    ...cases.map(({ name, failure }) => ({ name, failure })),
    ...(run.whole ? measured.missed : []),
  ];
  const missed = measured.missed.map((m) => `✖ ${m.name}: ${m.failure}`);
  const code = closeSuite(
    {
      verdicts,
      // A part of our own share has too few cases for a target to mean anything.
      figures: [...table(measured), ...(run.own && !run.whole ? [] : missed)],
      details: { missed: measured.missed },
    },
    { json, whole: run.own && run.whole, ...(run.own ? { expected: EXPECTED } : {}) },
  );
  return run.own ? code : measured.missed.length === 0 ? 0 : 1;
}

await runSuite(main);
