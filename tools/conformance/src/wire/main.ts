// Puts every operation of a corpus of WSDL files on the wire and back.
//
//   pnpm wire [DIR] [--only PART,…] [--sample N] [--json FILE] [--seed N] [--no-xerces] [--no-php] [--out DIR]
//
// Instances are made from the component model by code of its own, which knows the documented layout of objects but not
// the descriptors; libxml2 and Xerces judge the bytes, and PHP reads and writes again what is of the SOAP encoding. DIR
// is a folder with manifest.csv and units.csv.
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { generate, isCodegenError } from "@coo/codegen";
import type { ServiceDescriptor } from "@coo/soap/gen1";
import { loadModel } from "@coo/wsdl";
// @boundaries-ignore test support is shared by all packages
import { linkDependencies } from "../../../../test/support/compilers.ts";
import { isWanted, parseSuiteArguments } from "../harness/arguments.ts";
import { CORPUS, type CorpusUnit, corpusUnits } from "../harness/corpus-units.ts";
import { closeSuite, runSuite, type Verdict } from "../harness/suite.ts";
import { type EncodedMessage, judgeByPhp, type PeerOutcome } from "./encoded-peer.ts";
import { hasJava, type Judgement, judgeByLibxml, XercesJobs } from "./judges.ts";
import { pairOperations } from "./operations.ts";
import { randomFrom } from "./orders.ts";
import { hasPhp } from "./php.ts";
import { PHP_LIMITS } from "./php-limits.ts";
import { exchangeAll, type Judged, Tally } from "./round.ts";
import { type JudgedRoot, writeSchemaSet } from "./schema-set.ts";

const USAGE =
  "pnpm wire [DIR] [--only PART,…] [--sample N] [--json FILE] [--seed N] [--no-xerces] [--no-php] [--out DIR]";

/** What waits for Xerces. */
interface Pending {
  readonly unit: string;
  readonly job: number;
  readonly documents: readonly Judged[];
  readonly libxml: Judgement;
}

async function main(args: readonly string[]): Promise<number> {
  const opts = parseSuiteArguments(args, {
    values: ["out", "sample"],
    switches: ["no-xerces", "no-php"],
    usage: USAGE,
  });
  const folder = resolve(opts.rest[0] ?? CORPUS);
  const expects = (u: CorpusUnit): boolean => u.row["expect"] === "ok" && u.row["kind"] !== "xsd";
  let units = corpusUnits(folder).filter((u) => expects(u) && isWanted(u.name, opts.only));
  const sample = Number(opts.values.get("sample") ?? 0);
  if (sample > 0) units = units.filter((_, i) => i % Math.ceil(units.length / sample) === 0);
  const kept = opts.values.get("out");
  const out = kept === undefined ? mkdtempSync(join(tmpdir(), "coo-wire-")) : resolve(kept);
  rmSync(out, { recursive: true, force: true });
  mkdirSync(out, { recursive: true });
  linkDependencies(out);
  const xerces = opts.switches.has("no-xerces") || !hasJava() ? null : new XercesJobs(join(out, "xerces"));
  const random = randomFrom(opts.seed);
  const failures = new Map<string, string | null>();
  const fail = (name: string, why: string): void => {
    failures.set(name, failures.get(name) ?? why);
  };
  const tally = new Tally();
  const pending: Pending[] = [];
  const encoded: EncodedMessage[] = [];
  for (const unit of units) {
    const where = join(out, unit.name);
    let services: ServiceDescriptor[];
    try {
      services = await load(unit, where);
    } catch (error) {
      if (!isCodegenError(error)) throw error;
      fail(unit.name, `not generated: ${error.message.split("\n")[0]}`);
      continue;
    }
    const model = loadModel(unit.entries);
    const { pairs, missing } = pairOperations(model, services);
    for (const name of missing) fail(`${unit.name} ${name}`, "nothing was generated for it");
    const roots: JudgedRoot[] = [];
    const documents: Judged[] = [];
    for (const pair of pairs) {
      const name = `${unit.name} ${pair.name}`;
      if (!failures.has(name)) failures.set(name, null);
      const wsdl = unit.entries[0] ?? "";
      exchangeAll({
        name,
        pair,
        model,
        wsdl,
        roots,
        documents,
        encoded,
        random,
        tally,
        fail: (why) => fail(name, why),
      });
    }
    if (documents.length === 0) continue;
    const set = writeSchemaSet(model, join(where, "schemas"), roots);
    const texts = documents.map((d) => d.text);
    pending.push({ unit: unit.name, job: xerces?.add(set, texts) ?? -1, documents, libxml: judgeByLibxml(set, texts) });
  }
  const whole = opts.only.length === 0 && sample === 0 && folder === CORPUS;
  const php = opts.switches.has("no-php") || !hasPhp() ? null : judgeByPhp(encoded, out);
  for (const { name, why } of php?.wrong ?? []) fail(name, why);
  for (const limit of whole && php ? PHP_LIMITS : []) {
    if (!php?.limited.has(limit))
      failures.set(`PHP ${limit.says.source}`, "is listed as a limit, but nothing meets it");
  }
  const answers = xerces?.run() ?? [];
  for (const { unit, job, documents, libxml } of pending) {
    for (const [judge, judgement] of [
      ["libxml2", libxml],
      ["Xerces", answers[job]],
    ] as const) {
      if (judgement === undefined) continue;
      if (judgement.schema !== null) {
        tally.cannot(judge, `${unit}: ${judgement.schema.slice(0, 160)}`);
        continue;
      }
      documents.forEach((document, i) => {
        if (document.blind !== null) return tally.cannot(judge, `${document.name}: ${document.blind}`);
        const complaint = judgement.refused.get(i);
        tally.judged(judge);
        if (complaint !== undefined) fail(document.name, `${judge}: ${complaint} in ${document.text.slice(0, 300)}`);
      });
    }
  }
  const verdicts = [...failures].map(([name, failure]): Verdict => ({ name, failure }));
  if (kept === undefined) rmSync(out, { recursive: true, force: true });
  else
    writeFileSync(
      join(out, "unjudged.txt"),
      tally
        .reasons()
        .map((r) => `${r}\n`)
        .join(""),
    );
  const unit = units.length === 1 ? "1 description" : `${units.length} descriptions`;
  return closeSuite(
    {
      verdicts,
      figures: [unit, ...tally.figures(xerces !== null), ...phpFigures(php, encoded.length)],
      details: { unjudged: tally.reasons() },
    },
    {
      json: opts.json,
      expected: join(import.meta.dirname, "expected-failures.txt"),
      whole,
    },
  );
}

function phpFigures(php: PeerOutcome | null, messages: number): string[] {
  if (php === null) return messages === 0 ? [] : ["read and written again by PHP: not here (needs php-cli, php-soap)"];
  const head = `read and written again by PHP with the same values: ${php.judged} messages of ${php.operations} rpc/encoded operations`;
  return [
    head,
    ...[...php.limited].map(([{ unit, why }, n]) => `PHP cannot: ${unit ?? "any"}: ${why} (${n} messages)`),
  ];
}

/** Generates a unit into `where` and gives its services. @throws `CodegenError` */
async function load(unit: CorpusUnit, where: string): Promise<ServiceDescriptor[]> {
  for (const [file, text] of generate({ entries: unit.entries, root: unit.root }).files) {
    const path = join(where, file);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, text);
  }
  writeFileSync(join(where, "package.json"), `{ "type": "module" }\n`);
  const file = join(where, "services.ts");
  if (!existsSync(file)) return [];
  const loaded = (await import(pathToFileURL(file).href)) as Record<string, unknown>;
  return Object.values(loaded).filter(isService);
}

function isService(value: unknown): value is ServiceDescriptor {
  return typeof value === "object" && value !== null && (value as { k?: unknown }).k === "service";
}

await runSuite(main);
