import { type Change, compare, type Report } from "@coo/evolution";
import { type ElementDeclaration, isWsdlError, loadModelFrom, type Model } from "@coo/wsdl";
import { XmlError } from "libxml2-wasm";
import { type Judge, withLibxmlOf } from "../features/judge.ts";
import { type Document, type Element, parseXmlDocument, serializeToWellFormedString } from "./dom.ts";
import type { Family } from "./families.ts";
import { InstanceMaker } from "./instances.ts";
import { OPERATORS } from "./operators.ts";
import { Random } from "./random.ts";

const XS = "http://www.w3.org/2001/XMLSchema";
/** Name of the document that refers to what was changed. */
export const DRIVER = "driver.xsd";
const PER_SIDE = 40;

/** What came of one pair in one orientation. */
export interface PairResult {
  readonly how: readonly string[];
  readonly ids: readonly { readonly id: string; readonly L: string | null; readonly wire: string }[];
  /** Messages judged, those called compatible, and those called breaking of which no example was found. */
  readonly judged: number;
  readonly compatible: number;
  readonly unshown: number;
  /** Instances that were valid on the side they came from. */
  readonly instances: number;
  readonly failures: readonly string[];
}

/** All that other validators need to judge a pair too. */
export interface Trial {
  readonly name: string;
  readonly before: Readonly<Record<string, string>>;
  readonly after: Readonly<Record<string, string>>;
  readonly documents: readonly Judged[];
  /** `sent` or `read` and the root of what was called compatible, from the old side to the new one. */
  readonly compatible: ReadonlySet<string>;
}

/** A changed family, or `null` when the change does not fit or does not leave a valid schema. */
export function tryPair(family: Family, seed: number, number: number): readonly [PairResult, PairResult, Trial] | null {
  const random = new Random(seed * 1_000_003 + number);
  const changed = mutate(family.documents[family.entry] as string, random);
  if (changed === null) return null;
  const roots = new Set(changed.components.map((c) => `${c.kind} ${c.name}`));
  const driver = driverOf(family, changed.components);
  const before = { ...family.documents, [DRIVER]: driver };
  const after = { ...before, [family.entry]: changed.text };
  const [a, b] = [load(before), load(after)];
  if (a === null || b === null) return null;
  const [there, back] = [compare(a, b), compare(b, a)];
  const wanted = [...a.schemas.elements].filter(
    ([key, e]) =>
      b.schemas.elements.has(key) && (key.startsWith("{urn:mutate}") || roots.has(`element ${e.name.local}`)),
  );
  const chosen = wanted.length <= 4 ? wanted : Array.from({ length: 4 }, () => random.pick(wanted));
  const documents = chosen.flatMap(([key, root]) => {
    const other = b.schemas.elements.get(key) as ElementDeclaration;
    const [x, y] = [new InstanceMaker(a, random), new InstanceMaker(b, random)];
    return Array.from({ length: PER_SIDE }, (_, i) => ({ key, xml: i % 2 ? x.document(root) : y.document(other) }));
  });
  const judged = judgeBoth(
    before,
    after,
    documents.map((d) => d.xml),
  );
  if (judged === null) return null;
  const keys = new Set(chosen.map(([key]) => key));
  const results = documents.map((d, i) => ({ ...d, old: judged.old[i] ?? null, now: judged.now[i] ?? null }));
  return [
    judge(there, keys, results, changed.how),
    judge(
      back,
      keys,
      results.map((r) => ({ ...r, old: r.now, now: r.old })),
      changed.how,
    ),
    {
      name: `pair ${seed}:${number} (${family.name}; ${changed.how.join(", ")})`,
      before,
      after,
      documents: results,
      compatible: new Set(
        there.messages
          .filter((m) => m.wire === "C" && keys.has(m.root))
          .map((m) => `${m.direction === "Q" ? "sent" : "read"} ${m.root}`),
      ),
    },
  ];
}

/** A document and what libxml2 says of it. */
export interface Judged {
  readonly key: string;
  readonly xml: string;
  /** What the validator says; `null`: valid. */
  readonly old: string | null;
  readonly now: string | null;
}

function judge(
  report: Report,
  keys: ReadonlySet<string>,
  documents: readonly Judged[],
  how: readonly string[],
): PairResult {
  const failures = report.contradictions.map(
    (c) =>
      `contradiction at ${c.component}: ${c.ids.join(", ")} say ${c.stated}, computed ${c.computed} (${c.witness})`,
  );
  for (const c of report.changes)
    if (c.id === "unclassified-change") failures.push(`no rule for what changed at ${c.component}`);
  let judged = 0;
  let compatible = 0;
  let unshown = 0;
  for (const m of report.messages) {
    if (!keys.has(m.root)) continue;
    judged++;
    const sent = m.direction === "Q";
    const counter = documents.find(
      (d) => d.key === m.root && (sent ? d.old === null && d.now !== null : d.now === null && d.old !== null),
    );
    if (m.wire === "B") {
      if (counter === undefined) unshown++;
      continue;
    }
    compatible++;
    if (counter !== undefined)
      failures.push(
        `false compatible, ${sent ? "sent" : "read"} ${m.root}: ${counter.xml} — ${(sent ? counter.now : counter.old)?.split("\n")[0]}`,
      );
  }
  const ids = report.changes.map((c: Change) => ({
    id: c.id,
    L: c.L,
    wire: `${c.sent?.wire ?? "-"}${c.read?.wire ?? "-"}`,
  }));
  const instances = documents.filter((d) => d.old === null).length;
  return { how, ids, judged, compatible, unshown, instances, failures };
}

interface Component {
  readonly kind: string;
  readonly name: string;
}

/** One to four changes of a schema, and the components they lie in. */
function mutate(
  text: string,
  random: Random,
): { readonly text: string; readonly how: string[]; readonly components: Component[] } | null {
  const document = parseXmlDocument(text);
  const count = random.chance(70) ? 1 : 2 + random.below(3);
  const how: string[] = [];
  const components: Component[] = [];
  for (let tries = 0; how.length < count && tries < 40; tries++) {
    const operator = random.pick(OPERATORS);
    const places = operator.on.flatMap((name) => [...document.getElementsByTagNameNS(XS, name)]);
    if (places.length === 0) continue;
    const place = random.pick(places);
    const component = topOf(place, document);
    if (!operator.apply(place, random.below(60))) continue;
    how.push(operator.name);
    components.push(component);
  }
  return how.length === 0 ? null : { text: serializeToWellFormedString(document), how, components };
}

function topOf(node: Element, document: Document): Component {
  let at = node;
  while (at.parentElement !== null && at.parentElement !== document.documentElement) at = at.parentElement;
  return { kind: at.localName, name: at.getAttribute("name") ?? "" };
}

/** A schema with an element for each type that was changed, and for a few others that may hold it. */
function driverOf(family: Family, components: readonly Component[]): string {
  const text = family.documents[family.entry] as string;
  const document = parseXmlDocument(text);
  const named = [...(document.documentElement?.children ?? [])]
    .filter((e) => /^(?:complex|simple)Type$/.test(e.localName))
    .map((e) => e.getAttribute("name") ?? "");
  const touched = components.filter((c) => c.kind.endsWith("Type")).map((c) => c.name);
  // Who refers to what was changed by name shows it too.
  const users = named.filter((n) => {
    const source = [...(document.documentElement?.children ?? [])].find((e) => e.getAttribute("name") === n);
    const inside = source === undefined ? "" : serializeToWellFormedString(source);
    return components.some((c) => c.name !== "" && new RegExp(`[":]${c.name.replaceAll(".", "\\.")}["]`).test(inside));
  });
  const types = [...new Set([...touched, ...users.slice(0, 3)])].filter((n) => named.includes(n));
  const elements = types.map((n) => `<xs:element name="${n}" type="${family.namespace === "" ? "" : "f:"}${n}"/>`);
  const ns = family.namespace === "" ? "" : ` namespace="${escape(family.namespace)}"`;
  const prefix = family.namespace === "" ? "" : ` xmlns:f="${escape(family.namespace)}"`;
  return `<xs:schema xmlns:xs="${XS}"${prefix} targetNamespace="urn:mutate"><xs:import${ns} schemaLocation="${family.entry}"/>${elements.join("")}</xs:schema>`;
}

function escape(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll('"', "&quot;");
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

function judgeBoth(
  before: Readonly<Record<string, string>>,
  after: Readonly<Record<string, string>>,
  documents: readonly string[],
): { readonly old: (string | null)[]; readonly now: (string | null)[] } | null {
  const by = (schemas: Readonly<Record<string, string>>): (string | null)[] => {
    const bytes = Object.fromEntries(
      Object.entries(schemas).map(([name, text]) => [name, new TextEncoder().encode(text)]),
    );
    return withLibxmlOf(bytes, DRIVER, (judged: Judge) => documents.map(judged));
  };
  try {
    return { old: by(before), now: by(after) };
  } catch (error) {
    // A schema that libxml2 does not take, such as one with ambiguous content.
    if (error instanceof XmlError || (error instanceof Error && error.name.startsWith("Xml"))) return null;
    throw error;
  }
}
