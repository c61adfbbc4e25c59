import { existsSync, readdirSync, readFileSync } from "node:fs";
import { basename, dirname, join, resolve } from "node:path";
import { type CompareOptions, compare, type InterfaceFacts } from "@coo/evolution";
import { isWsdlError, loadModelFrom, type Model } from "@coo/wsdl";
import { CORPUS } from "../harness/corpus-units.ts";
import { parseXmlDocument, serializeToWellFormedString } from "./dom.ts";
import type { Random } from "./random.ts";
import { placesOf, type ServiceOperator } from "./service-operators.ts";
import { type IdSeen, seen } from "./try-pair.ts";
import { wrongCells } from "./wrong-cells.ts";

const HOME = resolve(import.meta.dirname, "../../../..");
const MAX_BYTES = 200_000;

/** What came of a changed service description in one orientation. */
export interface ServiceResult {
  readonly how: string;
  readonly ids: readonly IdSeen[];
  readonly failures: readonly string[];
}

/** WSDL documents with what lies beside them: ours, and those of `folder` or of the corpus. */
export function serviceFiles(folder: string | undefined): string[] {
  const own = ["exchange.wsdl", "push.wsdl"].map((f) => join(HOME, "schemas/2018-07", f));
  const garden = join(import.meta.dirname, "garden.wsdl");
  const others = folder ?? CORPUS;
  const found = existsSync(others)
    ? readdirSync(others, { recursive: true, withFileTypes: true })
        .filter((e) => e.isFile() && /\.wsdl$/i.test(e.name))
        .map((e) => join(e.parentPath, e.name))
        .sort()
    : [];
  return [...(folder === undefined ? [garden, ...own] : []), ...found];
}

/**
 * Changes a service description at one place that the operator fits; what it did has to be told, and nothing may be left
 * unclassified or contradict itself. `null` when it fits nowhere or leaves no valid description.
 *
 * @param place - Number of the place, among all the operator could be applied at; default is one that is drawn.
 */
export function tryService(
  file: string,
  operator: ServiceOperator,
  random: Random,
  place?: number,
): readonly [ServiceResult, ServiceResult] | null {
  const text = readFileSync(file, "utf8");
  if (text.length > MAX_BYTES) return null;
  const changed = mutate(text, operator, random, place);
  if (changed === null) return null;
  const [a, b] = [load(file, changed.before), load(file, changed.after)];
  if (a === null || b === null) return null;
  const { facts } = changed;
  const given = (old: InterfaceFacts, now: InterfaceFacts) => ({ facts: { old, new: now } });
  const [there, back] = facts === null ? [{}, {}] : [given(facts[0], facts[1]), given(facts[1], facts[0])];
  return [
    judge(a, b, there, operator.name, operator.there, operator.unclassified ?? false),
    judge(b, a, back, `${operator.name}, back`, operator.back, operator.unclassified ?? false),
  ];
}

/** Counts the places of a description that an operator could be applied at; none where it cannot be read. */
export function serviceCounter(file: string): (operator: ServiceOperator) => number {
  const text = readFileSync(file, "utf8");
  if (text.length > MAX_BYTES) return () => 0;
  let document: ReturnType<typeof parseXmlDocument>;
  try {
    document = parseXmlDocument(text);
  } catch {
    return () => 0;
  }
  return (operator) => placesOf(document, operator.on).length;
}

function mutate(
  text: string,
  operator: ServiceOperator,
  random: Random,
  at: number | undefined,
): {
  readonly before: string;
  readonly after: string;
  readonly facts: readonly [InterfaceFacts, InterfaceFacts] | null;
} | null {
  let count: number;
  try {
    count = placesOf(parseXmlDocument(text), operator.on).length;
  } catch {
    return null;
  }
  for (let tries = 0; tries < (at === undefined ? Math.min(count, 6) : 1); tries++) {
    // An operator that gives up may have begun: each place gets a fresh document.
    const document = parseXmlDocument(text);
    const place = placesOf(document, operator.on)[at ?? random.below(count)];
    if (place === undefined || (operator.prepare !== undefined && !operator.prepare(place, document))) continue;
    const before = serializeToWellFormedString(document);
    const facts = operator.facts?.(document, random.below(60)) ?? null;
    if (operator.facts !== undefined && facts === null) continue;
    if (operator.apply(place, document)) return { before, after: serializeToWellFormedString(document), facts };
  }
  return null;
}

/** Judged once as called and once as pushed: both have to find it. */
function judge(
  a: Model,
  b: Model,
  options: CompareOptions,
  how: string,
  expected: readonly string[],
  unclassified: boolean,
): ServiceResult {
  const failures: string[] = [];
  const pushed = [...a.portTypes.values(), ...b.portTypes.values()].map((t) => t.name.local);
  const ids: IdSeen[] = [];
  for (const report of [compare(a, b, options), compare(a, b, { ...options, pushed })]) {
    failures.push(...report.contradictions.map((c) => `contradiction at ${c.component}: ${c.ids.join(", ")}`));
    const found = new Set(report.changes.map((c) => c.id));
    if (found.has("unclassified-change") && !unclassified) failures.push("no rule for what changed");
    if (!expected.some((id) => found.has(id)))
      failures.push(`${expected.join(" or ")} was not found, but ${[...found].join(", ") || "nothing"}`);
    failures.push(...wrongCells(report));
    ids.push(...report.changes.map(seen));
  }
  return { how, ids, failures };
}

function load(file: string, text: string): Model | null {
  const folder = dirname(file);
  const others = readdirSync(folder)
    .filter((f) => /\.(?:wsdl|xsd)$/i.test(f) && f !== basename(file))
    .map((f) => ({ file: f, content: readFileSync(join(folder, f), "utf8") }));
  try {
    return loadModelFrom([{ file: basename(file), content: text, entry: true }, ...others]);
  } catch (error) {
    if (isWsdlError(error)) return null;
    throw error;
  }
}
