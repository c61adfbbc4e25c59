// Tries the generator on every unit of a corpus of WSDL and XSD files and type-checks what it writes.
//
//   pnpm corpus [DIR] [--only PART,…] [--out DIR] [--json FILE] [--tsc VERSION,…] [--no-tsc] [--run] [--probe]
//
// A corpus is a folder with manifest.csv (role `entry` names the files) and units.csv (`expect` says what should come).
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { generate, isCodegenError } from "@coo/codegen";
import { isWanted, parseSuiteArguments } from "../harness/arguments.ts";
import { linkDependencies, typeCheck } from "../harness/compilers.ts";
import { CORPUS, corpusUnits } from "../harness/corpus-units.ts";
import { closeSuite, runSuite, type Verdict } from "../harness/suite.ts";
import { type RoundTrip, roundTrip } from "./round-trip.ts";

const USAGE =
  "pnpm corpus [DIR] [--only PART,…] [--out DIR] [--json FILE] [--tsc VERSION,…] [--no-tsc] [--run] [--probe]";

/** Outcome of one unit. */
interface Outcome {
  unit: string;
  expect: string;
  style: string;
  result: "generated" | "refused" | "crashed";
  error: string;
  milliseconds: number;
  types: number;
  operations: number;
}

/** Units in portions of about a thousand types: the compiler keeps all it has seen in memory. */
function* batches(outcomes: readonly Outcome[]): Generator<readonly Outcome[]> {
  let batch: Outcome[] = [];
  let size = 0;
  for (const o of outcomes) {
    batch.push(o);
    size += o.types + 10;
    if (size < 1500) continue;
    yield batch;
    batch = [];
    size = 0;
  }
  if (batch.length > 0) yield batch;
}

async function main(args: readonly string[]): Promise<number> {
  const opts = parseSuiteArguments(args, {
    values: ["out", "tsc"],
    switches: ["no-tsc", "run", "probe"],
    usage: USAGE,
  });
  const units = corpusUnits(resolve(opts.rest[0] ?? CORPUS));
  const names = new Set(units.map((u) => u.name));
  const compilers = opts.switches.has("no-tsc") ? [] : (opts.values.get("tsc") ?? "7").split(",");
  const probe = opts.switches.has("probe");
  const runs = probe || opts.switches.has("run");
  const kept = opts.values.get("out");
  const out = kept === undefined ? mkdtempSync(join(tmpdir(), "coo-corpus-")) : resolve(kept);
  rmSync(out, { recursive: true, force: true });
  const outcomes: Outcome[] = [];
  for (const { name: unit, entries, row } of units) {
    if (!isWanted(unit, opts.only)) continue;
    const started = process.hrtime.bigint();
    const outcome: Outcome = {
      unit,
      expect: row["expect"] ?? "",
      style: row["style"] ?? "",
      result: "generated",
      error: "",
      milliseconds: 0,
      types: 0,
      operations: 0,
    };
    try {
      const generated = generate({ entries, keepGoing: row["expect"] === "partial" });
      outcome.types = generated.summary.types;
      outcome.operations = generated.summary.operations;
      for (const [file, text] of generated.files) {
        const path = join(out, unit, file);
        mkdirSync(dirname(path), { recursive: true });
        writeFileSync(path, text);
      }
    } catch (error) {
      outcome.result = isCodegenError(error) ? "refused" : "crashed";
      outcome.error =
        error instanceof Error
          ? isCodegenError(error)
            ? `${error.code} ${error.message}`
            : (error.stack ?? error.message)
          : String(error);
    }
    outcome.milliseconds = Number((process.hrtime.bigint() - started) / 1_000_000n);
    outcomes.push(outcome);
  }
  const bad = new Map<string, string[]>();
  for (const version of compilers) {
    for (const batch of batches(outcomes.filter((o) => o.result === "generated"))) {
      for (const line of typeCheck(
        out,
        batch.map((o) => o.unit),
        version,
      )) {
        const unit =
          line
            .replaceAll("\\", "/")
            .split("/")
            .find((p) => names.has(p)) ?? "(elsewhere)";
        bad.set(unit, [...(bad.get(unit) ?? []), `TypeScript ${version}: ${line}`]);
      }
    }
  }
  let messages = 0;
  let judged = 0;
  if (runs) {
    linkDependencies(out);
    for (const o of outcomes.filter((x) => x.result === "generated")) {
      const found: RoundTrip = await roundTrip(join(out, o.unit), probe);
      messages += found.passed;
      judged += found.judged;
      if (found.problems.length > 0) bad.set(o.unit, [...(bad.get(o.unit) ?? []), ...found.problems]);
    }
  }
  const verdicts = outcomes.map((o): Verdict => {
    const wanted = o.expect === "ok" || o.expect === "partial" ? "generated" : "refused";
    const errors = bad.get(o.unit) ?? [];
    if (o.result === wanted && errors.length === 0) return { name: o.unit, failure: null };
    const head = o.error.split("\n").slice(0, o.result === "crashed" ? 4 : 1);
    return {
      name: o.unit,
      failure: [`(${o.expect}, ${o.style}) ${o.result}`, ...head, ...errors.slice(0, 3)].join(" | "),
    };
  });
  for (const line of bad.get("(elsewhere)") ?? []) verdicts.push({ name: "(elsewhere)", failure: line });
  if (kept === undefined) rmSync(out, { recursive: true, force: true });
  const sum = (of: (o: Outcome) => number): number => outcomes.reduce((n, o) => n + of(o), 0);
  const figures = [
    `${sum((o) => o.types)} types, ${sum((o) => o.operations)} operations in ${sum((o) => o.milliseconds)} ms${runs ? `, ${messages} messages there and back` : ""}${probe ? `, ${judged} values judged alike` : ""}`,
  ];
  return closeSuite(
    { verdicts, figures, details: { outcomes, typeErrors: Object.fromEntries(bad) } },
    { json: opts.json, whole: opts.only.length === 0 },
  );
}

await runSuite(main);
