import { type Change, compare, type Report } from "@coo/evolution";
import { type ElementDeclaration, isWsdlError, loadModelFrom, type Model } from "@coo/wsdl";
import { XmlError } from "libxml2-wasm";
import { type Judge, withLibxmlOf } from "../features/judge.ts";
import { type Changed, changeSchema, DRIVER } from "./change-schema.ts";
import type { Family } from "./families.ts";
import { type Focus, InstanceMaker } from "./instances.ts";
import { Random } from "./random.ts";
import type { Recipe } from "./recipes.ts";
import { dependenciesOf, packageMapOf } from "./release-oracle.ts";
import { wrongCells } from "./wrong-cells.ts";

const PER_SIDE = 14;
/** Elements that are judged of a pair: of types that were touched first. */
const ROOTS = 3;
/** Further documents for a message that is called breaking and of which nothing shows it yet. */
const MORE = 160;

/** An id in a report, and what it came with. */
export interface IdSeen {
  readonly id: string;
  readonly L: string | null;
  readonly wire: string;
  readonly types: Sides;
}

/** A verdict on a message, as an oracle can judge it. */
interface MessageClaim {
  readonly root: string;
  readonly sent: boolean;
  readonly breaking: boolean;
}

/** One letter for what we send and one for what we read. */
interface Sides {
  readonly sent: "B" | "P" | "C";
  readonly read: "B" | "P" | "C";
}

/** What the engine says of a pair in one orientation. */
export interface Claims {
  readonly ids: readonly IdSeen[];
  readonly messages: readonly MessageClaim[];
  /** The worst letters of all changes for types and validation. */
  readonly types: Sides;
  readonly validation: Sides;
  /** Whether names, order or namespaces moved, so that the same data has other bytes. */
  readonly moved: boolean;
  /** Contradictions, changes without a rule, cells that are not those of the contract. */
  readonly failures: readonly string[];
  /** Changes of which the engine itself says that they are not decided. */
  readonly undecided: readonly string[];
  readonly report: Report;
}

/** A document and what a validator says of it. */
export interface Judged {
  readonly key: string;
  readonly xml: string;
  /** What the validator says; `null`: valid. */
  readonly old: string | null;
  readonly now: string | null;
}

interface Taken {
  readonly old: boolean;
  readonly now: boolean;
}

/** A changed schema with all that is needed to judge it. */
export interface Trial {
  readonly name: string;
  readonly changed: Changed;
  readonly there: Claims;
  readonly back: Claims;
  readonly documents: readonly Judged[];
  /** Whether libxml2 has judged; a schema of XML Schema 1.1 waits for xmlschema. */
  readonly judged: boolean;
  /** Whether libxml2 takes the schemas: what it takes, xmlschema need not check as a schema. */
  readonly taken: Taken;
  /** Global elements of simple types that both sides have, as `{namespace}local`: messages that no named type shows. */
  readonly values: readonly string[];
  /** A package for each namespace, with those it depends on. */
  readonly packages: ReadonlyMap<string, readonly string[]>;
}

/**
 * A changed family, or a word for why there is none.
 *
 * @param swapped - Whether what was changed is the old side.
 * @param wanted - An id that has to be among what is told, unless something is wrong anyway.
 */
export function tryPair(
  family: Family,
  recipe: Recipe,
  name: string,
  random: Random,
  {
    more = 0,
    swapped = false,
    place,
    wanted: shown,
  }: {
    more?: number;
    swapped?: boolean;
    place?: number;
    wanted?: { readonly id: string; readonly orientation: "there" | "back" };
  } = {},
): Trial | "unfit" | "invalid" | "elsewhere" {
  const made = changeSchema(family, recipe, random, more, place);
  if (made === null) return "unfit";
  const changed = swapped ? { ...made, before: made.after, after: made.before } : made;
  const [a, b] = [load(changed.before), load(changed.after)];
  if (a === null || b === null) return "invalid";
  const facts = changed.signed ? { signed: [...a.schemas.types.keys(), ...a.schemas.elements.keys()] } : undefined;
  const map = packageMapOf(a, b);
  const packages = { old: map, new: map };
  const options = facts === undefined ? { packages } : { packages, facts: { old: facts, new: facts } };
  const touched = new Set(changed.components.map((c) => c.name));
  const wanted = [...a.schemas.elements].filter(
    ([key, e]) => b.schemas.elements.has(key) && (key.startsWith("{urn:mutate}") || touched.has(e.name.local)),
  );
  const near = (key: string): number => (touched.has(key.slice(key.indexOf("}") + 1)) ? 0 : 1);
  const chosen = wanted.sort(([x], [y]) => near(x) - near(y)).slice(0, ROOTS);
  const keys = new Set(chosen.map(([key]) => key));
  const there = claims(compare(a, b, options), keys);
  const back = claims(compare(b, a, options), keys);
  const sides = { there, back };
  const isShown = shown === undefined || sides[shown.orientation].ids.some((i) => i.id === shown.id);
  if (!isShown && there.failures.length + back.failures.length === 0) return "elsewhere";
  const trial = {
    name: `${name} (${family.name}; ${changed.how.join(", ")})`,
    changed,
    there,
    back,
    values: [...a.schemas.elements]
      .filter(([key, e]) => isValue(e) && isValue(b.schemas.elements.get(key)))
      .map(([k]) => k),
    packages: dependenciesOf([changed.before, changed.after], map),
  };
  const focus: Focus = { names: changed.names, texts: new Set() };
  const makeFor = (roots: readonly string[], count: number): Pick<Judged, "key" | "xml">[] =>
    roots.flatMap((key) => {
      const [root, other] = [a, b].map((m) => m.schemas.elements.get(key) as ElementDeclaration);
      const [x, y] = [new InstanceMaker(a, random, focus), new InstanceMaker(b, random, focus)];
      return Array.from({ length: count }, (_, i) => ({
        key,
        xml: i % 2 ? x.document(root as ElementDeclaration) : y.document(other as ElementDeclaration),
      }));
    });
  const documentsMade = makeFor([...keys], PER_SIDE * 2);
  const first = judgeBoth(changed, documentsMade);
  if (first === "ambiguous") return "invalid";
  if (!Array.isArray(first)) {
    const documents = [...documentsMade, ...makeFor([...keys], PER_SIDE)].map((d) => ({ ...d, old: null, now: null }));
    return { ...trial, documents, judged: false, taken: first };
  }
  const documents = [...first];
  for (let round = 0; round < 2; round++) {
    const open = new Set(
      [...unshown(there, documents), ...unshown(back, documents.map(turned))]
        .filter(() => there.undecided.length + back.undecided.length === 0)
        .map((m) => m.root),
    );
    if (open.size === 0) break;
    const more = judgeBoth(changed, makeFor([...open], MORE));
    if (Array.isArray(more)) documents.push(...more);
  }
  return { ...trial, documents, judged: true, taken: { old: true, now: true } };
}

function isValue(element: ElementDeclaration | undefined): boolean {
  return element?.type.kind === "simple" && !element.abstract;
}

/** The same document, seen from the way back. */
export function turned(d: Judged): Judged {
  return { ...d, old: d.now, now: d.old };
}

/** The document that shows a message to be broken. */
function counterexample(claim: MessageClaim, documents: readonly Judged[]): Judged | undefined {
  return documents.find(
    (d) => d.key === claim.root && (claim.sent ? d.old === null && d.now !== null : d.now === null && d.old !== null),
  );
}

/** Messages that are called breaking without a document that shows it. */
export function unshown(of: Claims, documents: readonly Judged[]): MessageClaim[] {
  return of.messages.filter((m) => m.breaking && counterexample(m, documents) === undefined);
}

/** Messages that are called compatible although a document shows that they are not. */
export function falseCompatible(of: Claims, documents: readonly Judged[]): string[] {
  return of.messages.flatMap((m) => {
    const found = m.breaking ? undefined : counterexample(m, documents);
    const why = (m.sent ? found?.now : found?.old)?.split("\n")[0];
    return found === undefined
      ? []
      : [`false compatible, ${m.sent ? "sent" : "read"} ${m.root}: ${found.xml} — ${why}`];
  });
}

/** Changes whose effect nobody computes: what they refuse or allow is taken for granted. */
const UNDECIDED = /^(?:identity-constraint|assertion|alternative|open-content|pattern-undecided|any-process)/;

function claims(report: Report, keys: ReadonlySet<string>): Claims {
  const failures = report.contradictions.map(
    (c) =>
      `contradiction at ${c.component}: ${c.ids.join(", ")} say ${c.stated}, computed ${c.computed} (${c.witness})`,
  );
  for (const c of report.changes)
    if (c.id === "unclassified-change") failures.push(`no rule for what changed at ${c.component}`);
  failures.push(...wrongCells(report));
  const messages = report.messages
    .filter((m) => keys.has(m.root))
    .map((m) => ({ root: m.root, sent: m.direction === "Q", breaking: m.wire === "B" }));
  return {
    ids: report.changes.map(seen),
    messages,
    types: worst(report.changes, "types"),
    validation: worst(report.changes, "validation"),
    moved: report.changes.some((c) =>
      /^(?:sequence-to-all|all-to-sequence|default-|attribute-default-|white-space|type-normalisation|union-member|substitution|derived)/.test(
        c.id,
      ),
    ),
    failures,
    undecided: report.changes.map((c) => c.id).filter((id) => UNDECIDED.test(id)),
    report,
  };
}

function worst(changes: readonly Change[], surface: "types" | "validation"): Sides {
  const of = (side: "sent" | "read"): "B" | "P" | "C" => {
    const letters = changes.map((c) => c[side]?.[surface].slice(0, 1) ?? "C");
    return letters.includes("B") ? "B" : letters.includes("P") ? "P" : "C";
  };
  return { sent: of("sent"), read: of("read") };
}

/** What is counted of a change. */
export function seen(c: Change): IdSeen {
  const wire = `${c.sent?.wire ?? "-"}${c.read?.wire ?? "-"}`;
  return { id: c.id, L: c.L, wire, types: worst([c], "types") };
}

function load(documents: Readonly<Record<string, string>>): Model | null {
  try {
    const all = Object.entries(documents).map(([file, content]) => ({ file, content, entry: file === DRIVER }));
    return loadModelFrom(all);
  } catch (error) {
    if (isWsdlError(error)) return null;
    throw error;
  }
}

/**
 * Verdicts of libxml2, or which of the schemas it takes when one is of XML Schema 1.1. Content that XML Schema 1.0 calls
 * ambiguous is none of either version: 1.1 lets an element go before a wildcard there, and xmlschema lets the wildcard take
 * what a later element needs.
 */
function judgeBoth(
  changed: Changed,
  documents: readonly Pick<Judged, "key" | "xml">[],
): Judged[] | Taken | "ambiguous" {
  const [old, now] = [judgeSide(changed.before, documents), judgeSide(changed.after, documents)];
  if (old === "ambiguous" || now === "ambiguous") return "ambiguous";
  if (old === null || now === null) return { old: old !== null, now: now !== null };
  return documents.map((d, i) => ({ ...d, old: old[i] ?? null, now: now[i] ?? null }));
}

/** `null`: libxml2 does not take the schema. */
function judgeSide(
  schemas: Readonly<Record<string, string>>,
  documents: readonly Pick<Judged, "xml">[],
): (string | null)[] | null | "ambiguous" {
  const bytes = Object.fromEntries(
    Object.entries(schemas).map(([name, text]) => [name, new TextEncoder().encode(text)]),
  );
  try {
    return withLibxmlOf(bytes, DRIVER, (judged: Judge) => documents.map((d) => judged(d.xml)));
  } catch (error) {
    if (error instanceof Error && /not determinist/.test(error.message)) return "ambiguous";
    if (error instanceof XmlError || (error instanceof Error && error.name.startsWith("Xml"))) return null;
    throw error;
  }
}
