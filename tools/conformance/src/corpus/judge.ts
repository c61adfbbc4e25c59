import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { pathToFileURL } from "node:url";
import { type CodegenError, type Generated, generate, isCodegenError } from "@coo/codegen";
import type { SchemaRegistry, ServiceDescriptor } from "@coo/soap/gen1";
import { loadModel, type Model } from "@coo/wsdl";
import type { CorpusUnit } from "../harness/corpus-units.ts";
import { findAny } from "./find-any.ts";
import { measure } from "./measure.ts";
import { measureServices } from "./measure-services.ts";

/** Reasons by unit. */
export interface ReviewedLists {
  /** Units with names that refer to nothing. */
  readonly unknown: ReadonlyMap<string, string>;
  /** Units where the table is wrong. */
  readonly differences: ReadonlyMap<string, string>;
  /** What is said when a unit is refused. */
  readonly refusals: ReadonlyMap<string, string>;
}

/** What came of one unit. */
export interface Outcome {
  readonly unit: string;
  readonly expect: string;
  /** Folder of the generated code below the output folder; `null` when the unit was refused. */
  folder: string | null;
  /** Why it was refused. */
  refusal: string | null;
  types: number;
  operations: number;
  /** Names that refer to nothing, let pass, with their places. */
  unknownNames: string[];
  /** Missing documents that were named. */
  missing: number;
  /** By column of the table: found in the output, of those folded into something else, and wanted. */
  counts: Record<string, { output: number; folded: number; table: number }>;
  /** Folded statements by reason. */
  folded: Record<string, number>;
  /** Everything that is not as it should be. */
  failures: string[];
}

/** Generates code for a unit, writes it below `out`, and looks whether it says what the documents say. */
export async function judge(
  unit: CorpusUnit,
  index: number,
  out: string,
  lists: ReviewedLists,
  reviewed: boolean,
): Promise<Outcome> {
  const expect = unit.row["expect"] ?? "ok";
  const outcome: Outcome = {
    unit: unit.name,
    expect,
    folder: null,
    refusal: null,
    types: 0,
    operations: 0,
    unknownNames: [],
    missing: 0,
    counts: {},
    folded: {},
    failures: [],
  };
  const { failures } = outcome;
  let generated: Generated | null;
  let unknownNames: "refuse" | "any" = "refuse";
  try {
    generated = attempt(unit, expect, unknownNames, outcome);
    if (generated === null && expect !== "partial") {
      // Names that refer to nothing are let pass only when that is all that is wrong.
      unknownNames = "any";
      const { refusal } = outcome;
      generated = attempt(unit, expect, unknownNames, outcome);
      if (generated === null) outcome.refusal = refusal;
    }
  } catch (error) {
    failures.push(`crashed: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`);
    return outcome;
  }
  if (generated === null) {
    const wanted = lists.refusals.get(unit.name);
    if (expect === "ok" || expect === "partial") failures.push(`refused: ${outcome.refusal}`);
    else if (reviewed && wanted === undefined) failures.push(`refused, not reviewed: ${outcome.refusal}`);
    else if (wanted !== undefined && !outcome.refusal?.includes(wanted))
      failures.push(`refused for another reason: ${outcome.refusal}`);
    return outcome;
  }
  if (expect === "negative" || expect === "wsdl20") failures.push("generated, although it should be refused");
  const folder = `u${index}`;
  outcome.folder = folder;
  outcome.types = generated.summary.types;
  outcome.operations = generated.summary.operations;
  for (const [file, text] of generated.files) {
    const path = join(out, folder, file);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, text);
    for (const place of findAny(text)) failures.push(`${file}:${place}: the type any`);
  }
  if (unknownNames === "any") {
    outcome.unknownNames = generated.notes.filter((n) => /there is no |is not declared/.test(n));
    if (outcome.unknownNames.length === 0) failures.push("no note tells which names refer to nothing");
    if (reviewed && !lists.unknown.has(unit.name)) failures.push(`has unknown names, not reviewed: ${outcome.refusal}`);
  } else if (lists.unknown.has(unit.name)) failures.push("has no unknown names, but is listed so");
  if (expect === "partial") nameMissing(unit, generated, outcome);
  const model = loadModel(unit.entries, { keepGoing: true, unknownNames });
  await count(unit, model, join(out, folder), lists, outcome);
  return outcome;
}

function attempt(unit: CorpusUnit, expect: string, unknownNames: "refuse" | "any", outcome: Outcome): Generated | null {
  try {
    const { entries, root } = unit;
    return generate({ entries, root, keepGoing: expect === "partial", registry: true, unknownNames });
  } catch (error) {
    if (!isCodegenError(error)) throw error;
    outcome.refusal = reasonOf(error);
    return null;
  }
}

function reasonOf(error: CodegenError): string {
  const cause = error.cause as { readonly code?: unknown; readonly rule?: unknown } | undefined;
  const code = typeof cause?.code === "string" ? cause.code : error.code;
  return `${code} ${error.message}`;
}

/** Every document that the table calls missing must be named by a problem. */
function nameMissing(unit: CorpusUnit, generated: Generated, outcome: Outcome): void {
  // Schemas that the loader brings along are not missing.
  const builtIn = /soap\/encoding\/$|\/xml\.xsd$|XMLSchema\.xsd$/;
  const texts = generated.problems.map((p) => `${p.at?.file ?? ""} ${p.message}`);
  for (const item of (unit.row["unresolved"] ?? "").split(";").filter((i) => i !== "")) {
    // A document that is not well-formed stands as `name:reason`; long lists were cut off.
    const location = item.startsWith("remote:") ? item.slice(7) : (item.split(":")[0] ?? "");
    if (builtIn.test(location)) continue;
    if (texts.some((text) => text.includes(location))) outcome.missing++;
    else outcome.failures.push(`no problem names the missing document ${location}`);
  }
}

/** Counts what the generated code says, and compares that with the documents and with the table. */
async function count(
  unit: CorpusUnit,
  model: Model,
  folder: string,
  lists: ReviewedLists,
  outcome: Outcome,
): Promise<void> {
  const { failures, counts, folded } = outcome;
  const load = async (file: string): Promise<Record<string, unknown>> =>
    (await import(pathToFileURL(join(folder, file)).href)) as Record<string, unknown>;
  const { registry } = (await load("registry.ts")) as { registry: SchemaRegistry };
  const statements = measure(model, registry);
  let services: ServiceDescriptor[] = [];
  if (model.portTypes.size > 0) {
    const module = await load("services.ts").catch(() => ({}));
    services = Object.values(module).filter(isService);
  }
  const measured = measureServices(model, services);
  failures.push(...[...statements.lost, ...measured.lost].map((l) => `lost: ${l}`));
  const add = (kind: string, output: number, aside: number): void => {
    counts[kind] = { output, folded: aside, table: Number(unit.row[kind] ?? 0) };
  };
  const fold = (why: string, n: number): void => {
    if (n > 0) folded[why] = (folded[why] ?? 0) + n;
  };
  for (const [kind, places] of statements.met) add(kind, places.size, 0);
  for (const [kind, places] of statements.folded) {
    for (const why of places.values()) fold(why, 1);
    add(kind, (counts[kind]?.output ?? 0) + places.size, places.size);
  }
  for (const [kind, n] of Object.entries(measured.figures)) add(kind, n, 0);
  for (const { kind, count: n, why } of measured.folded) {
    fold(why, n);
    const known = counts[kind] ?? { output: 0, folded: 0 };
    add(kind, known.output + n, known.folded + n);
  }
  if (outcome.expect !== "ok" || unit.row["operations"] === undefined) return;
  for (const kind of COLUMNS) if (!(kind in counts)) add(kind, 0, 0);
  const wrong = Object.entries(counts).filter(([, c]) => c.output !== c.table);
  const reason = lists.differences.get(unit.name);
  if (wrong.length > 0 && reason === undefined)
    failures.push(...wrong.map(([kind, c]) => `${kind}: ${c.output} in the output, ${c.table} in the table`));
  if (wrong.length === 0 && reason !== undefined) failures.push("agrees with the table, but is listed as different");
}

/** Columns of the table that are counted. */
const COLUMNS = [
  "required_local_elements",
  "optional_local_elements",
  "repeating_elements",
  "enum_types",
  "enum_values",
  "attributes",
  "choices",
  "facets",
  "nillable",
];

function isService(value: unknown): value is ServiceDescriptor {
  return typeof value === "object" && value !== null && (value as { k?: unknown }).k === "service";
}
