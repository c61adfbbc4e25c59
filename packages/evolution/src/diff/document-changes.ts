import type { ComplexType, Model, Particle, SchemaDocument, SimpleType, Type } from "@coo/wsdl";
import { particleOf } from "../content/particle-of.ts";
import { type Finding, finding } from "./finding.ts";

/** A finding about documents, and the component that it is shown at. */
export interface DocumentFinding {
  readonly finding: Finding;
  readonly component: string;
}

/** What changed in the way the documents are written and divided, not in what their components say. */
export function documentsChanges(a: Model, b: Model): DocumentFinding[] {
  return [...layoutChanges(a, b), ...revisionChanges(a, b), ...attributeGroupChanges(a, b), ...languageChanges(a, b)];
}

/** The same contract in other words: every document that differs, when nothing else does. */
export function lexicalChange(a: Model, b: Model): Finding | null {
  const hashes = (m: Model): string[] => m.documents.map((d) => d.sha256).sort();
  const [before, after] = [hashes(a), hashes(b)];
  if (before.join() === after.join()) return null;
  const only = (x: readonly string[], y: readonly string[]): string =>
    x
      .filter((h) => !y.includes(h))
      .map((h) => h.slice(0, 8))
      .join(" ");
  return finding("lexical-only", null, null, only(before, after), only(after, before));
}

function ownDocuments(m: Model): readonly SchemaDocument[] {
  return m.schemas.documents.filter((d) => !d.wellKnown);
}

/** Names of files mean nothing; how many documents make up a namespace, and whether they stand in WSDL, can be seen. */
function layoutChanges(a: Model, b: Model): DocumentFinding[] {
  const layout = (m: Model): Map<string, SchemaDocument[]> => {
    const by = new Map<string, SchemaDocument[]>();
    for (const d of ownDocuments(m)) by.set(d.namespace, [...(by.get(d.namespace) ?? []), d]);
    return by;
  };
  const shown = (all: readonly SchemaDocument[]): string =>
    `${all.filter((d) => !d.inline).length} files, ${all.filter((d) => d.inline).length} inline`;
  const [before, after] = [layout(a), layout(b)];
  return [...before].flatMap(([ns, old]) => {
    const now = after.get(ns);
    if (now === undefined || shown(old) === shown(now)) return [];
    const change = finding("import-layout-changed", old[0] ?? null, now[0] ?? null, shown(old), shown(now));
    return [{ component: `{${ns}}`, finding: change }];
  });
}

/** What redefinition and overriding do is compared after they were applied; here, that they are used otherwise. */
function revisionChanges(a: Model, b: Model): DocumentFinding[] {
  return (["redefine", "override"] as const).flatMap((kind) => {
    const of = (m: Model): [string, SchemaDocument | null] => {
      const found = ownDocuments(m).filter((d) => d.revisions?.some((r) => r.kind === kind));
      const names = found.flatMap((d) =>
        (d.revisions ?? []).filter((r) => r.kind === kind).map((r) => `{${d.namespace}} ${r.name}`),
      );
      return [names.sort().join(", "), found[0] ?? null];
    };
    const [[old, x], [now, y]] = [of(a), of(b)];
    if (old === now) return [];
    const component = `{${(y ?? x)?.namespace ?? ""}}`;
    return [{ component, finding: finding(`${kind}-changed`, x, y, old || null, now || null) }];
  });
}

/** Attribute groups are gone from the component model's types: only that they came or went is seen. */
function attributeGroupChanges(a: Model, b: Model): DocumentFinding[] {
  const [before, after] = [a.schemas.attributeGroups, b.schemas.attributeGroups];
  const id = "attribute-group-refactored";
  const out: DocumentFinding[] = [];
  for (const [key, g] of before)
    if (!after.has(key)) out.push({ component: key, finding: finding(id, g, null, key, null) });
  for (const [key, g] of after)
    if (!before.has(key)) out.push({ component: key, finding: finding(id, null, g, null, key) });
  return out;
}

function languageChanges(a: Model, b: Model): DocumentFinding[] {
  const [before, after] = [newerConstructs(a), newerConstructs(b)];
  if (before.size > 0 || after.size === 0) return [];
  const [at] = after.values();
  return [
    {
      component: "",
      finding: finding(
        "schema-language-raised",
        null,
        at ?? null,
        "XSD 1.0",
        `XSD 1.1: ${[...after.keys()].join(", ")}`,
      ),
    },
  ];
}

/** Constructs of XML Schema 1.1 that a set uses, with a place of each. */
function newerConstructs(m: Model): Map<string, { readonly at: Type["at"] }> {
  const found = new Map<string, { readonly at: Type["at"] }>();
  const seen = new Set<Type>();
  const todo: Type[] = [...m.schemas.types.values()];
  const note = (construct: string, at: { readonly at: Type["at"] }, holds: boolean): void => {
    if (holds && !found.has(construct)) found.set(construct, at);
  };
  for (const d of ownDocuments(m)) note("override", d, d.revisions?.some((r) => r.kind === "override") ?? false);
  for (const e of m.schemas.elements.values()) {
    note("alternative", e, (e.alternatives?.length ?? 0) > 0);
    todo.push(e.type);
  }
  for (let type = todo.pop(); type !== undefined; type = todo.pop()) {
    if (seen.has(type)) continue;
    seen.add(type);
    if (type.kind === "simple") ofSimple(type, note, todo);
    else ofComplex(type, note, todo);
  }
  return found;
}

type NoteConstruct = (construct: string, at: { readonly at: Type["at"] }, holds: boolean) => void;

function ofSimple(type: SimpleType, note: NoteConstruct, todo: Type[]): void {
  // XML Schema's own dateTimeStamp has the facet too, and counts only where it is used.
  note("assertion", type, type.facets.assertions !== undefined);
  note("explicitTimezone", type, type.facets.explicitTimezone !== undefined);
  todo.push(...(type.base ? [type.base] : []), ...(type.item ? [type.item] : []), ...type.members);
}

function ofComplex(type: ComplexType, note: NoteConstruct, todo: Type[]): void {
  note("assert", type, type.assertions.length > 0);
  note("openContent", type, type.openContent !== null);
  for (const use of type.attributes) {
    note("inheritable", use, use.declaration.inheritable === true);
    todo.push(use.declaration.type);
  }
  if (type.simpleType !== null) todo.push(type.simpleType);
  const excludes = (w: {
    readonly notNames?: readonly string[];
    readonly notNamespaces?: readonly string[];
  }): boolean => w.notNames !== undefined || w.notNamespaces !== undefined;
  if (type.anyAttribute !== null) note("notNamespace", type.anyAttribute, excludes(type.anyAttribute));
  const content = particleOf(type);
  const particles: Particle[] = content === null ? [] : [content];
  for (let p = particles.pop(); p !== undefined; p = particles.pop()) {
    if (p.term.kind === "element") {
      note("alternative", p.term, (p.term.alternatives?.length ?? 0) > 0);
      if (p.term.scope === "local") todo.push(p.term.type);
    } else if (p.term.kind === "any") note("notNamespace", p.term, excludes(p.term));
    else {
      if (p.term.kind === "all")
        for (const q of p.term.particles) note("repeated member of all", q, q.max > 1 || q.term.kind === "any");
      particles.push(...p.term.particles);
    }
  }
}
