// Tries the generator on every unit of a corpus of WSDL and XSD files and type-checks what it writes.
//
//   node --conditions=@coo/source tools/codegen/corpus.ts [--corpus DIR] [--only PART,…] [--out DIR] [--json FILE] [--tsc VERSION,…] [--no-tsc] [--run] [--probe]
//
// A corpus is a folder with manifest.csv (role `entry` names the files) and units.csv (`expect` says what should come).
import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { linkDependencies, type RoundTrip, roundTrip } from "./round-trip.ts";
import { generate, isCodegenError } from "./src/index.ts";

const here = dirname(fileURLToPath(import.meta.url));
const repo = resolve(here, "../..");

interface Options {
  corpus: string;
  only: string;
  out: string;
  json: string;
  tsc: string[];
  run: boolean;
  probe: boolean;
}

function options(args: readonly string[]): Options {
  const found: Options = {
    corpus: join(repo, "../shared/corpus/wsdl"),
    only: "",
    out: "",
    json: "",
    tsc: ["7"],
    run: false,
    probe: false,
  };
  for (let i = 0; i < args.length; i++) {
    const value = (): string => args[++i] ?? "";
    if (args[i] === "--corpus") found.corpus = resolve(value());
    else if (args[i] === "--only") found.only = value();
    else if (args[i] === "--out") found.out = resolve(value());
    else if (args[i] === "--json") found.json = value();
    else if (args[i] === "--tsc") found.tsc = value().split(",");
    else if (args[i] === "--no-tsc") found.tsc = [];
    else if (args[i] === "--run") found.run = true;
    else if (args[i] === "--probe") found.run = found.probe = true;
    else throw new Error(`unknown flag ${args[i]}`);
  }
  return found;
}

/** Rows of a CSV file with quoted fields. */
function readCsv(file: string): Record<string, string>[] {
  const rows: string[][] = [[]];
  let field = "";
  let quoted = false;
  const text = readFileSync(file, "utf8");
  for (let i = 0; i < text.length; i++) {
    const c = text[i] as string;
    if (quoted) {
      if (c === '"' && text[i + 1] === '"') field += text[++i];
      else if (c === '"') quoted = false;
      else field += c;
    } else if (c === '"') quoted = true;
    else if (c === ",") {
      rows.at(-1)?.push(field);
      field = "";
    } else if (c === "\n") {
      rows.at(-1)?.push(field.replace(/\r$/, ""));
      field = "";
      rows.push([]);
    } else field += c;
  }
  const [head = [], ...body] = rows.filter((r) => r.length > 1);
  return body.map((r) => Object.fromEntries(head.map((h, i) => [h, r[i] ?? ""])));
}

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

/** Path of a TypeScript compiler of the wanted major version. */
export function compiler(version: string): string | null {
  const store = join(repo, "node_modules/.pnpm");
  const found = readdirSync(store)
    .filter((n) => n.startsWith(`typescript@${version}`) && !n.includes("rc"))
    .sort()
    .at(-1);
  const path = found ? join(store, found, "node_modules/typescript/bin/tsc") : "";
  return found && existsSync(path) ? path : null;
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

/** Type-checks the `.ts` files of some units below a folder under the strict options; gives the compiler's lines. */
export function typeCheck(folder: string, units: readonly string[], version: string): string[] {
  const tsc = compiler(version);
  if (tsc === null) throw new Error(`TypeScript ${version} is not installed`);
  const config = join(folder, `tsconfig.${version}.json`);
  writeFileSync(join(folder, "package.json"), `{ "type": "module" }\n`);
  writeFileSync(
    config,
    JSON.stringify({
      compilerOptions: {
        module: "nodenext",
        moduleResolution: "nodenext",
        target: "es2024",
        lib: ["es2024"],
        types: ["node"],
        typeRoots: [join(repo, "node_modules/@types")],
        strict: true,
        exactOptionalPropertyTypes: true,
        noUncheckedIndexedAccess: true,
        isolatedModules: true,
        isolatedDeclarations: true,
        declaration: true,
        erasableSyntaxOnly: true,
        verbatimModuleSyntax: true,
        allowImportingTsExtensions: true,
        noEmit: true,
        skipLibCheck: false,
        paths: {
          "@coo/soap/gen1": [join(repo, "packages/soap/src/gen1.ts")],
          zod: [join(here, "node_modules/zod/index.d.ts")],
        },
      },
      include: units.map((unit) => `${folder}/${unit}/**/*.ts`),
    }),
  );
  const run = spawnSync(process.execPath, ["--max-old-space-size=6000", tsc, "-p", config, "--pretty", "false"], {
    encoding: "utf8",
    maxBuffer: 1 << 28,
  });
  rmSync(config);
  const lines = `${run.stdout}${run.stderr}`.split("\n").filter((l) => l !== "");
  if (run.status !== 0 && lines.length === 0) lines.push(`tsc ended with ${run.status ?? run.signal}`);
  return lines;
}

async function main(): Promise<void> {
  const opts = options(process.argv.slice(2));
  const entries = new Map<string, string[]>();
  for (const row of readCsv(join(opts.corpus, "manifest.csv"))) {
    if (row["role"] !== "entry") continue;
    const unit = row["unit"] ?? "";
    entries.set(unit, [...(entries.get(unit) ?? []), join(opts.corpus, row["file"] ?? "")]);
  }
  const out = opts.out === "" ? mkdtempSync(join(tmpdir(), "coo-corpus-")) : opts.out;
  rmSync(out, { recursive: true, force: true });
  const outcomes: Outcome[] = [];
  for (const row of readCsv(join(opts.corpus, "units.csv"))) {
    const unit = row["unit"] ?? "";
    if (opts.only !== "" && !opts.only.split(",").some((part) => unit.includes(part))) continue;
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
      const generated = generate({ entries: entries.get(unit) ?? [], keepGoing: row["expect"] === "partial" });
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
  for (const version of opts.tsc) {
    for (const units of batches(outcomes.filter((o) => o.result === "generated"))) {
      for (const line of typeCheck(
        out,
        units.map((o) => o.unit),
        version,
      )) {
        const unit =
          line
            .replaceAll("\\", "/")
            .split("/")
            .find((p) => entries.has(p)) ?? "(elsewhere)";
        bad.set(unit, [...(bad.get(unit) ?? []), `TypeScript ${version}: ${line}`]);
      }
    }
  }
  let messages = 0;
  let judged = 0;
  if (opts.run) {
    linkDependencies(out);
    for (const o of outcomes.filter((x) => x.result === "generated")) {
      const found: RoundTrip = await roundTrip(join(out, o.unit), opts.probe);
      messages += found.passed;
      judged += found.judged;
      if (found.problems.length > 0) bad.set(o.unit, [...(bad.get(o.unit) ?? []), ...found.problems]);
    }
  }
  let failed = 0;
  for (const o of outcomes) {
    const wanted = o.expect === "ok" || o.expect === "partial" ? "generated" : "refused";
    const errors = bad.get(o.unit) ?? [];
    if (o.result === wanted && errors.length === 0) continue;
    failed++;
    const head = o.error
      .split("\n")
      .slice(0, o.result === "crashed" ? 4 : 1)
      .join(" | ");
    process.stdout.write(`✖ ${o.unit} (${o.expect}, ${o.style}): ${o.result}${head === "" ? "" : `: ${head}`}\n`);
    for (const line of errors.slice(0, 3)) process.stdout.write(`    ${line}\n`);
    if (errors.length > 3) process.stdout.write(`    … ${errors.length - 3} more\n`);
  }
  for (const line of bad.get("(elsewhere)") ?? []) process.stdout.write(`✖ ${line}\n`);
  if (opts.json !== "")
    writeFileSync(opts.json, JSON.stringify({ outcomes, typeErrors: Object.fromEntries(bad) }, null, 2));
  if (opts.out === "") rmSync(out, { recursive: true, force: true });
  const ms = outcomes.reduce((n, o) => n + o.milliseconds, 0);
  const types = outcomes.reduce((n, o) => n + o.types, 0);
  const ops = outcomes.reduce((n, o) => n + o.operations, 0);
  process.stdout.write(
    `${types} types, ${ops} operations in ${ms} ms${opts.run ? `, ${messages} messages there and back` : ""}${opts.probe ? `, ${judged} values judged alike` : ""}\n${outcomes.length - failed} passed, ${failed} failed\n`,
  );
  process.exitCode = failed === 0 ? 0 : 1;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await main();
