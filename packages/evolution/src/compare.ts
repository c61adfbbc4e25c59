import { createHash } from "node:crypto";
import { type ElementDeclaration, isWsdlError, type Location, type Model, nameKey, type Type } from "@coo/wsdl";
import { Attribution, type PackageMap } from "./attribution.ts";
import type { DecidedRename } from "./diff/decided-renames.ts";
import { documentsChanges, lexicalChange } from "./diff/document-changes.ts";
import type { View } from "./diff/emitted-types.ts";
import { BY_RULE } from "./diff/evidence.ts";
import { finding, isBuiltIn } from "./diff/finding.ts";
import { mergeMovedElements } from "./diff/moved-elements.ts";
import { neighbours } from "./diff/neighbours.ts";
import { type InterfaceFacts, payloadChanges, payloadRoot } from "./diff/payload-changes.ts";
import { type JudgedFinding, type Owner, SchemaDiffer } from "./diff/schema-differ.ts";
import type { TypesEffect } from "./diff/types-effects.ts";
import { unclassifiedComponents, unclassifiedOperations } from "./diff/unclassified.ts";
import { type BoundOperation, headerFaults, operationsOf, wsdlChanges } from "./diff/wsdl-differ.ts";
import { EvolutionError } from "./errors.ts";
import type {
  Bump,
  Cause,
  Change,
  ChangedPackage,
  Direction,
  MessageVerdict,
  Report,
  RollOut,
} from "./report/report.ts";
import { type Cells, changeRule, type Letter, type Move } from "./rules.ts";

/** Options of {@link compare}. */
export interface CompareOptions {
  /** Whether the reader of messages passes over what it does not know; default false. */
  readonly tolerant?: boolean;
  /** Names of services or port types whose operations are pushed to us; all others are called. */
  readonly pushed?: readonly string[];
  /** Count what is only potentially breaking as breaking when the release is decided. */
  readonly strictPotential?: boolean;
  /** What the documents do not tell: payloads in strings, signed parts. */
  readonly facts?: { readonly old: InterfaceFacts; readonly new: InterfaceFacts };
  /** Which package holds what; without it no change is attributed to packages. */
  readonly packages?: { readonly old: PackageMap; readonly new: PackageMap };
  /** What somebody knows about renames; it goes before detection. */
  readonly renames?: readonly DecidedRename[];
  /** Why the documents differ; default `announced`. */
  readonly cause?: Cause;
  /** Path of a document as the report shows it. */
  readonly shownPath?: (file: string, side: "old" | "new") => string;
}

/**
 * Compares two sets of documents: what changed, whom it hurts, when to upgrade.
 *
 * @throws {@link EvolutionError} `EVO_RENAME` when `renames` names what is not there.
 */
export function compare(a: Model, b: Model, options: CompareOptions = {}): Report {
  const differ = new SchemaDiffer(a, b, options.renames);
  differ.run();
  const wsdl = wsdlChanges(a, b, (key) => differ.renamed(key));
  const { facts } = options;
  const payloads =
    facts === undefined
      ? { findings: [], roots: [] }
      : payloadChanges(a, b, facts, wsdl.pairs, (key) => differ.renamed(key));
  const roots = [...wsdl.roots, ...payloads.roots];
  const about = [...wsdl.findings, ...payloads.findings];
  for (const { a: x, b: y, operation } of roots) {
    if (isElement(x) && isElement(y)) differ.compareElements(x, y, nameKey(x.name));
    else if (!isElement(x) && !isElement(y)) differ.compareTypes(x, y, x.name === null ? operation : nameKey(x.name));
  }
  differ.assertRenamesMet();
  const reach = [reachOf(a, options.pushed ?? [], facts?.old), reachOf(b, options.pushed ?? [], facts?.new)] as const;
  const shown = options.shownPath ?? ((file: string) => file);
  const found = mergeMovedElements(differ.findings);
  for (const { component, finding: f } of documentsChanges(a, b))
    found.push({ ...f, component, move: "E", owner: NOBODY, evidence: BY_RULE });
  const said = [...differ.findings, ...found];
  found.push(...unclassifiedComponents(a, b, (key) => differ.renamed(key), said), ...signedChanges(found, a, b, facts));
  const attribution =
    options.packages === undefined
      ? null
      : new Attribution([
          [a, options.packages.old],
          [b, options.packages.new],
        ]);
  const context: Context = { reach, options, shown, attribution };
  const changes: Attributed[] = found.map((f) => schemaChange(f, context));
  about.push(...unclassifiedOperations(wsdl.pairs, about));
  for (const { finding: f, component, operation, part } of about) {
    const rule = changeRule(f.id);
    const bound = operation === null ? undefined : (operationsOf(a).get(operation) ?? operationsOf(b).get(operation));
    const pushed = bound !== undefined && isPushed(bound, options.pushed ?? []);
    const directions = bound === undefined ? [] : directionsOf(part, pushed);
    const sends =
      rule.area === "message" ? directions.some((d) => d === "Q" || d === "A") : bound === undefined || !pushed;
    const reads =
      rule.area === "message" ? directions.some((d) => d === "R" || d === "P") : bound === undefined || pushed;
    changes.push(
      made(
        {
          id: f.id,
          component,
          old: f.old,
          new: f.new,
          oldAt: place(f.oldAt, "old", shown),
          newAt: place(f.newAt, "new", shown),
          operations: directions.map((direction) => ({ operation: operation as string, direction })),
          L: rule.area === "message" ? rule.move : null,
          sent: sends ? rule.sent : null,
          read: reads ? rule.read : null,
          rollout: wsdlRollOut(f.id, sends, reads),
          evidence: BY_RULE,
          suggestedRename: null,
        },
        rule.title,
        rule.titleZh,
        context,
        {
          names: attribution?.ofOperation(operation, component) ?? new Set(),
          own: attribution?.ofOperation(operation, component) ?? new Set(),
          rollOut: (sent, read) => wsdlRollOut(f.id, sent !== null, read !== null),
        },
      ),
    );
  }
  const lexical = changes.length === 0 ? lexicalChange(a, b) : null;
  if (lexical !== null)
    changes.push(schemaChange({ ...lexical, component: "", move: "E", owner: NOBODY, evidence: BY_RULE }, context));
  changes.sort(byWeight);
  const messages = verdictsOf(a, b, differ, roots, options);
  const heard = changes.filter((c) => c.sent !== null || c.read !== null);
  return {
    formatVersion: 2,
    cause: options.cause ?? "announced",
    old: { documents: documentsOf(a, "old", shown) },
    new: { documents: documentsOf(b, "new", shown) },
    changes: changes.map(({ hits: _hits, ...change }) => change),
    messages,
    packages: changedPackages(changes),
    summary: {
      breaking: changes.filter((c) => weight(c) === 2).length,
      potential: changes.filter((c) => weight(c) === 1).length,
      compatible: changes.filter((c) => weight(c) === 0).length,
      rollout: combined(heard.map((c) => c.rollout)),
      bump: bumpOf(changes, options.strictPotential ?? false),
    },
    contradictions: differ.contradictions,
  };
}

/** Owner of what is no change of a single component. */
const NOBODY: Owner = { old: null, new: null };

/** A line for every component inside of what a signature covers, once each. */
function signedChanges(
  found: readonly JudgedFinding[],
  a: Model,
  b: Model,
  facts: CompareOptions["facts"],
): JudgedFinding[] {
  if (facts === undefined) return [];
  const [before, after] = [signedParts(a, facts.old), signedParts(b, facts.new)];
  const seen = new Set<string>();
  return found.flatMap((f) => {
    const { old, new: now } = f.owner;
    const inside = (old !== null && before.has(old)) || (now !== null && after.has(now));
    if (!inside || /^(?:documentation|deprecation)-/.test(f.id) || seen.has(f.component)) return [];
    seen.add(f.component);
    const change = finding("signed-part-changed", null, null, f.id, f.id);
    return [{ ...f, ...change, oldAt: f.oldAt, newAt: f.newAt, move: null, evidence: BY_RULE }];
  });
}

function signedParts(model: Model, facts: InterfaceFacts): ReadonlySet<Type | ElementDeclaration> {
  const all = new Set<Type | ElementDeclaration>();
  const todo = (facts.signed ?? []).flatMap((key) => [
    ...[model.schemas.elements.get(key)].filter((e) => e !== undefined),
    ...[model.schemas.types.get(key)].filter((t) => t !== undefined),
  ]) as (Type | ElementDeclaration)[];
  for (let node = todo.pop(); node !== undefined; node = todo.pop()) {
    if (all.has(node)) continue;
    all.add(node);
    todo.push(...neighbours(node, model));
  }
  return all;
}

/** Refuses a report in which a rule and the computed language disagree. @throws {@link EvolutionError} */
export function assertConsistent(report: Report): void {
  const [first] = report.contradictions;
  if (first === undefined) return;
  const { component, stated, computed, ids } = first;
  const rules = ids.join(", ") || "–";
  throw new EvolutionError(
    "EVO_CONTRADICTION",
    `${component}: the rules (${rules}) say ${stated}, the comparison of all messages says ${computed}; please report this with both files`,
    `${component}:规则(${rules})的结论为 ${stated},而逐报文推算的结论为 ${computed};请附两份文件报告此问题`,
  );
}

/** Fails for a set of documents that is not valid in itself. @throws {@link EvolutionError} */
export function loadingError(error: unknown): EvolutionError | null {
  if (!isWsdlError(error)) return null;
  return new EvolutionError("EVO_INPUT", error.message, error.messageZh, error);
}

function isElement(x: ElementDeclaration | Type): x is ElementDeclaration {
  return x.kind === "element";
}

function isPushed(o: BoundOperation, pushed: readonly string[]): boolean {
  const { pattern } = o.operation;
  return (
    pattern === "notification" ||
    pattern === "solicit-response" ||
    pushed.includes(o.portType) ||
    (o.binding !== null && pushed.includes(o.binding.name.local))
  );
}

function directionsOf(part: "input" | "output" | "fault" | null, pushed: boolean): Direction[] {
  if (part === "input") return [pushed ? "P" : "Q"];
  if (part === null) return pushed ? ["P", "A"] : ["Q", "R"];
  return [pushed ? "A" : "R"];
}

type Reach = ReadonlyMap<Type | ElementDeclaration, ReadonlySet<string>>;

/** Which operations lead to a component, as `operation direction`; of a set without operations, to every one. */
function reachOf(model: Model, pushed: readonly string[], facts: InterfaceFacts | undefined): Reach {
  const reach = new Map<Type | ElementDeclaration, Set<string>>();
  const visit = (start: Type | ElementDeclaration, label: string): void => {
    const todo = [start];
    for (let node = todo.pop(); node !== undefined; node = todo.pop()) {
      const labels = reach.get(node) ?? new Set<string>();
      if (labels.has(label)) continue;
      reach.set(node, labels.add(label));
      todo.push(...neighbours(node, model));
    }
  };
  let any = false;
  for (const o of operationsOf(model).values()) {
    any = true;
    const late = isPushed(o, pushed);
    const from = (
      parts: readonly { readonly element: ElementDeclaration | null; readonly type: Type | null }[] | undefined,
      d: Direction,
    ): void => {
      for (const p of parts ?? []) {
        const start = p.element ?? p.type;
        if (start !== null) visit(start, `${o.key} ${d}`);
      }
    };
    from(o.operation.input?.parts, late ? "P" : "Q");
    from(
      o.bound?.input?.headers.map((h) => h.part),
      late ? "P" : "Q",
    );
    from(o.operation.output?.parts, late ? "A" : "R");
    from(
      o.bound?.output?.headers.map((h) => h.part),
      late ? "A" : "R",
    );
    for (const f of o.operation.faults) from(f.message.parts, late ? "A" : "R");
    for (const m of [o.bound?.input, o.bound?.output])
      from(
        headerFaults(m).map((h) => h.part),
        late ? "A" : "R",
      );
    const [asked, answered] = (["input", "output"] as const).map((part) => payloadRoot(model, facts, o.name, part));
    if (asked !== undefined) visit(asked, `${o.key} ${late ? "P" : "Q"}`);
    if (answered !== undefined) visit(answered, `${o.key} ${late ? "A" : "R"}`);
  }
  if (!any) {
    for (const e of model.schemas.elements.values()) {
      visit(e, " Q");
      visit(e, " R");
    }
    if (model.schemas.elements.size === 0)
      for (const t of model.schemas.types.values()) {
        visit(t, " Q");
        visit(t, " R");
      }
  }
  return reach;
}

function labelsOf(owner: Owner, [before, after]: readonly [Reach, Reach]): string[] {
  const labels = new Set<string>();
  for (const l of (owner.old && before.get(owner.old)) ?? []) labels.add(l);
  for (const l of (owner.new && after.get(owner.new)) ?? []) labels.add(l);
  return [...labels].sort();
}

/** What every change is judged in. */
interface Context {
  readonly reach: readonly [Reach, Reach];
  readonly options: CompareOptions;
  readonly shown: (file: string, side: "old" | "new") => string;
  readonly attribution: Attribution | null;
}

/** A change, and what it means to each package alone. */
interface Attributed extends Change {
  readonly hits: readonly { readonly name: string; readonly bump: Bump; readonly rollout: RollOut }[];
}

function schemaChange(f: JudgedFinding, context: Context): Attributed {
  const { reach, options, shown, attribution } = context;
  const rule = changeRule(f.id);
  const reached = labelsOf(f.owner, reach);
  // What no operation leads to is exported all the same, and may travel in a string that no document describes.
  const labels = reached.length === 0 ? [" Q", " R"] : reached;
  const operations = labels
    .filter((l) => !l.startsWith(" "))
    .map((l) => ({ operation: l.slice(0, -2), direction: l.slice(-1) as Direction }));
  const sends = labels.some((l) => /[QA]$/.test(l));
  const reads = labels.some((l) => /[RP]$/.test(l));
  const of = (side: View): Cells => {
    const judged = cells(rule[side], rule.move, f.move, side);
    const types = typesLetter(judged.types, f.types?.[side]);
    // Old data that shows names and order does not fit where either moved.
    const strict = f.asWritten === true && judged.validation === "C" && (f.move === "N" || f.move === "X");
    return { ...judged, types, validation: strict ? (side === "sent" ? "B" : "P") : judged.validation };
  };
  const [sent, read] = [sends ? of("sent") : null, reads ? of("read") : null];
  const rolled = (s: Cells | null, r: Cells | null): RollOut =>
    rollOut(f.id === "unclassified-change" ? "X" : f.move, s, r, options.tolerant ?? false);
  return made(
    {
      id: f.id,
      component: f.component,
      old: f.old,
      new: f.new,
      oldAt: place(f.oldAt, "old", shown),
      newAt: place(f.newAt, "new", shown),
      operations,
      L: f.move,
      sent,
      read,
      rollout: rolled(sent, read),
      evidence: f.evidence,
      suggestedRename: f.suggestion ?? null,
    },
    rule.title,
    rule.titleZh,
    context,
    {
      names: attribution?.mentioning(f.owner, f.component) ?? new Set(),
      own: attribution?.holders(f.component) ?? new Set(),
      rollOut: rolled,
    },
  );
}

function typesLetter(stated: Letter, effect: TypesEffect | undefined): Letter {
  if (effect === "same") return "C";
  return effect === "name-lost" ? "B" : stated;
}

/** The cells of the rule, unless the computation says otherwise about messages. */
function cells(stated: Cells, usual: Move | null, computed: Move | null, side: "sent" | "read"): Cells {
  if (computed === null || usual === computed || (usual === null && computed === "E")) return stated;
  const table: Record<Move, readonly [Letter, Letter]> =
    side === "sent"
      ? { E: ["C", "C"], W: ["C", "C"], N: ["B", "B"], X: ["B", "B"] }
      : { E: ["C", "C"], W: ["B", "C"], N: ["C", "P"], X: ["B", "P"] };
  const [wire, validation] = table[computed];
  const potential = computed === "E" && stated.wire === "P" ? "P" : wire;
  return { wire: potential, types: stated.types, validation };
}

/** Whether old packages fail after the switch, and new ones before it. */
const FAILS: Readonly<Record<RollOut, readonly [boolean, boolean]>> = {
  "any-time": [false, false],
  "by-date": [true, false],
  after: [false, true],
  "with-switch": [true, true],
};

function named(oldFails: boolean, newFails: boolean): RollOut {
  return oldFails ? (newFails ? "with-switch" : "by-date") : newFails ? "after" : "any-time";
}

function combined(all: readonly RollOut[]): RollOut {
  return named(
    all.some((r) => FAILS[r][0]),
    all.some((r) => FAILS[r][1]),
  );
}

function rollOut(move: Move | null, sent: Cells | null, read: Cells | null, tolerant: boolean): RollOut {
  const parts: RollOut[] = [];
  if (sent !== null && sent.wire !== "-")
    parts.push(move === "N" ? "by-date" : move === "X" ? "with-switch" : "any-time");
  if (read !== null && read.wire !== "-") {
    const spared = tolerant && read.wire === "B°";
    const fails = move === "W" || move === "X";
    parts.push(named(fails && !spared, move === "N" || move === "X"));
  }
  return combined(parts);
}

const IDENTITY =
  /^(?:transport|soap-version|style|use|soap-action|root-element|part-kind|body-parts|payload|rpc|attachment|mep)/;

function wsdlRollOut(id: string, sends: boolean, reads: boolean): RollOut {
  if (IDENTITY.test(id) || id === "unclassified-change") return "with-switch";
  const rule = changeRule(id);
  const removed = id.endsWith("-removed") && rule.sent.wire === "B" && sends;
  const served = id.endsWith("-added") && rule.read.wire === "B" && reads;
  const demanded = id.endsWith("-added") && rule.sent.wire === "B" && sends;
  return removed || served || demanded ? "by-date" : "any-time";
}

function verdictsOf(
  a: Model,
  b: Model,
  differ: SchemaDiffer,
  roots: ReturnType<typeof wsdlChanges>["roots"],
  options: CompareOptions,
): MessageVerdict[] {
  const out: MessageVerdict[] = [];
  const judge = (
    operation: string,
    direction: Direction,
    x: ElementDeclaration | Type,
    y: ElementDeclaration | Type,
  ): void => {
    const grown =
      isElement(x) && isElement(y)
        ? differ.forward.holds({ kind: "element", a: x, b: y })
        : !isElement(x) && !isElement(y) && differ.forward.holds({ kind: "type", a: x, b: y });
    const shrunk =
      isElement(x) && isElement(y)
        ? differ.backward.holds({ kind: "element", a: y, b: x })
        : !isElement(x) && !isElement(y) && differ.backward.holds({ kind: "type", a: y, b: x });
    const L: Move = grown ? (shrunk ? "E" : "W") : shrunk ? "N" : "X";
    const sent = direction === "Q" || direction === "A";
    out.push({
      operation,
      direction,
      root: x.name === null ? "" : nameKey(x.name),
      L,
      wire: (sent ? grown : shrunk) && sameRoot(x, y) ? "C" : "B",
    });
  };
  const operations = operationsOf(a);
  for (const { operation, part, a: x, b: y } of roots) {
    const o = operations.get(operation);
    if (o === undefined) continue;
    for (const d of directionsOf(part, isPushed(o, options.pushed ?? []))) judge(operation, d, x, y);
  }
  if (operations.size === 0) {
    for (const [key, x] of a.schemas.elements) {
      const y = b.schemas.elements.get(differ.renamed(key));
      if (y === undefined) continue;
      judge("", "Q", x, y);
      judge("", "R", x, y);
    }
  }
  return out.sort((p, q) =>
    compareText(`${p.operation} ${p.direction} ${p.root}`, `${q.operation} ${q.direction} ${q.root}`),
  );
}

/** Elements under another name are other messages. */
function sameRoot(x: ElementDeclaration | Type, y: ElementDeclaration | Type): boolean {
  return !isElement(x) || !isElement(y) || nameKey(x.name) === nameKey(y.name);
}

type Bare = Omit<Change, "fingerprint" | "message" | "messageZh" | "packages">;

/** Who is hit by a change. */
interface Hit {
  readonly names: ReadonlySet<string>;
  /** Those of them that hold the component: all directions are theirs. */
  readonly own: ReadonlySet<string>;
  readonly rollOut: (sent: Cells | null, read: Cells | null) => RollOut;
}

function made(bare: Bare, title: string, titleZh: string, { options, attribution }: Context, hit: Hit): Attributed {
  const fingerprint = createHash("sha256")
    .update(JSON.stringify([bare.id, bare.component, bare.old, bare.new]))
    .digest("hex")
    .slice(0, 16);
  const values = bare.old === null && bare.new === null ? "" : `: ${cut(bare.old)} → ${cut(bare.new)}`;
  // The exchange did not change: what is on the wire was so before.
  const corrected = options.cause === "correction";
  const change: Change = {
    ...bare,
    rollout: corrected ? "any-time" : bare.rollout,
    packages: [],
    fingerprint,
    message: `${bare.component}: ${title}${values}${corrected ? " (was already so on the wire)" : ""}`,
    messageZh: `${bare.component}:${titleZh}${values}${corrected ? "(线上原本如此)" : ""}`,
  };
  const hits = [...hit.names].sort(compareText).map((name) => {
    // A package that mentions the component is hit in the directions of its own operations.
    const mine = bare.operations.filter((o) => attribution?.isOf(o.operation, name) === true);
    const all = hit.own.has(name) || mine.length === 0;
    const sent = all || mine.some((o) => o.direction === "Q" || o.direction === "A") ? bare.sent : null;
    const read = all || mine.some((o) => o.direction === "R" || o.direction === "P") ? bare.read : null;
    const rollout = corrected ? "any-time" : hit.rollOut(sent, read);
    const bump = bumpOf([{ ...change, sent, read, rollout }], options.strictPotential ?? false);
    return { name, bump, rollout };
  });
  return { ...change, packages: hits.map(({ name, bump }) => ({ name, bump })), hits };
}

/** What all changes together mean to each package. */
function changedPackages(changes: readonly Attributed[]): ChangedPackage[] {
  const names = [...new Set(changes.flatMap((c) => c.hits.map((h) => h.name)))].sort(compareText);
  return names.map((name) => {
    const hits = changes.flatMap((c) => c.hits.filter((h) => h.name === name));
    const bumps = hits.map((h) => h.bump);
    const bump = (["major", "minor", "patch"] as const).find((b) => bumps.includes(b)) ?? "none";
    return { name, bump, rollout: combined(hits.map((h) => h.rollout)), changes: hits.length };
  });
}

function cut(text: string | null): string {
  if (text === null || text === "") return "–";
  const chars = Array.from(text);
  return chars.length <= 120 ? text : `${chars.slice(0, 119).join("")}…`;
}

function place(
  at: Location | null,
  side: "old" | "new",
  shown: (file: string, side: "old" | "new") => string,
): Location | null {
  // Built-in types lie in no file.
  return at === null || isBuiltIn(at) ? null : { ...at, file: shown(at.file, side) };
}

function documentsOf(model: Model, side: "old" | "new", shown: (file: string, side: "old" | "new") => string) {
  return model.documents
    .map(({ file, sha256 }) => ({ file: shown(file, side), sha256 }))
    .sort((x, y) => compareText(x.file, y.file));
}

/** 2 breaking, 1 potentially breaking, 0 compatible. */
export function weight(change: Change): 0 | 1 | 2 {
  const letters = [change.sent, change.read].flatMap((c) => (c === null ? [] : [c.wire, c.types, c.validation]));
  if (letters.some((l) => l === "B" || l === "B°")) return 2;
  return letters.includes("P") ? 1 : 0;
}

function byWeight(x: Change, y: Change): number {
  return (
    weight(y) - weight(x) ||
    compareText(x.component, y.component) ||
    compareText(x.id, y.id) ||
    compareText(x.fingerprint, y.fingerprint)
  );
}

/** By code unit, whatever the locale. */
function compareText(x: string, y: string): number {
  return x < y ? -1 : x > y ? 1 : 0;
}

function bumpOf(changes: readonly Change[], strict: boolean): Report["summary"]["bump"] {
  if (changes.length === 0) return "none";
  const isBreaking = (l: Letter | undefined): boolean => l === "B" || l === "B°" || (strict && l === "P");
  const major = changes.some(
    (c) =>
      isBreaking(c.sent?.types) ||
      isBreaking(c.read?.types) ||
      isBreaking(c.sent?.validation) ||
      c.rollout === "with-switch" ||
      c.id === "unclassified-change",
  );
  if (major) return "major";
  const minor = changes.some(
    (c) =>
      [c.sent?.types, c.read?.types, c.sent?.validation, c.read?.validation].includes("P") ||
      c.rollout === "by-date" ||
      c.rollout === "after" ||
      /-(?:added|added-unused|loosened|widened|introduced)$/.test(c.id),
  );
  return minor ? "minor" : "patch";
}
