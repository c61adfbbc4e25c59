import {
  allowsName,
  type ComplexType,
  type ElementDeclaration,
  isSubset,
  type ModelGroup,
  nameKey,
  namespaceSet,
  type Particle,
  type Wildcard,
  type WildcardTerm,
} from "@coo/wsdl";
import { particleOf } from "../content/particle-of.ts";
import { type Finding, finding } from "./finding.ts";
import { type Decide, findRenames } from "./similarity.ts";
import { textOf } from "./texts.ts";

/** An element of a content model and where it stands. */
export interface Field {
  readonly key: string;
  readonly element: ElementDeclaration;
  readonly particle: Particle;
  readonly required: boolean;
  /** Kinds of the groups around it, outermost first. */
  readonly groups: readonly ModelGroup[];
  readonly position: number;
}

/** What a content model holds, in document order. */
export interface Outline {
  readonly fields: readonly Field[];
  readonly wildcards: readonly { readonly term: WildcardTerm; readonly particle: Particle }[];
  readonly groups: readonly Particle[];
}

/** Flattens a content model. */
export function outlineOf(type: ComplexType): Outline {
  const fields: Field[] = [];
  const wildcards: Outline["wildcards"][number][] = [];
  const groups: Particle[] = [];
  const visit = (particle: Particle, around: readonly ModelGroup[], required: boolean): void => {
    const { term } = particle;
    const needed = required && particle.min > 0;
    if (term.kind === "element") {
      const key = nameKey(term.name);
      fields.push({ key, element: term, particle, required: needed, groups: around, position: fields.length });
    } else if (term.kind === "any") wildcards.push({ term, particle });
    else {
      groups.push(particle);
      const inside = needed && (term.kind !== "choice" || term.particles.length === 1);
      for (const p of term.particles) visit(p, [...around, term], inside);
    }
  };
  const content = particleOf(type);
  if (content !== null) visit(content, [], true);
  return { fields, wildcards, groups };
}

/** Nesting of groups, names left out. */
export function signature(particle: Particle | null): string {
  if (particle === null) return "";
  const { term } = particle;
  if (term.kind === "element" || term.kind === "any") return term.kind === "any" ? "*" : "e";
  return `${term.kind}(${term.particles.map(signature).join("")})`;
}

/** Fields of both sides that are the same one. */
export interface FieldPair {
  readonly a: Field;
  readonly b: Field;
}

/** Names the differences between two content models, and the fields that were matched. */
export function contentChanges(
  a: ComplexType,
  b: ComplexType,
  sameName: (a: ElementDeclaration, b: ElementDeclaration) => boolean,
  decide?: Decide,
): { readonly findings: Finding[]; readonly pairs: FieldPair[] } {
  const x = outlineOf(a);
  const y = outlineOf(b);
  const pairs: FieldPair[] = [];
  const free = new Set(y.fields);
  const removed: Field[] = [];
  for (const field of x.fields) {
    const partner =
      [...free].find((f) => f.key === field.key) ?? [...free].find((f) => sameName(field.element, f.element));
    if (partner === undefined) removed.push(field);
    else {
      free.delete(partner);
      pairs.push({ a: field, b: partner });
    }
  }
  const added = [...free];
  const findings: Finding[] = [];
  const renames = findRenames(
    removed.map(candidate),
    added.map(candidate),
    Math.max(x.fields.length, y.fields.length),
    decide,
  );
  const renamedOld = new Set(renames.detected.map(([i]) => removed[i]));
  const renamedNew = new Set(renames.detected.map(([, j]) => added[j]));
  for (const [i, j] of renames.detected) {
    const [f, g] = [removed[i] as Field, added[j] as Field];
    findings.push(
      finding(
        "element-renamed",
        f.element,
        g.element,
        f.element.name.local,
        g.element.name.local,
        `/${f.element.name.local}`,
      ),
    );
    pairs.push({ a: f, b: g });
  }
  const suggestion = new Map<Field, string>();
  for (const [i, j] of renames.suggested) suggestion.set(removed[i] as Field, (added[j] as Field).element.name.local);
  for (const f of removed) {
    if (renamedOld.has(f)) continue;
    const branch =
      f.groups.at(-1)?.kind === "choice" &&
      pairs.some((p) => p.a.groups.includes(f.groups.at(-1) as ModelGroup) && p.b.groups.at(-1)?.kind === "choice");
    const id = branch ? "choice-branch-removed" : f.required ? "element-required-removed" : "element-optional-removed";
    const hint = suggestion.get(f);
    findings.push({
      ...finding(id, f.element, null, f.element.name.local, null, `/${f.element.name.local}`),
      ...(hint === undefined ? {} : { suggestion: hint }),
    });
  }
  for (const f of added) {
    if (renamedNew.has(f)) continue;
    const branch =
      f.groups.at(-1)?.kind === "choice" &&
      pairs.some((p) => p.b.groups.includes(f.groups.at(-1) as ModelGroup) && p.a.groups.at(-1)?.kind === "choice");
    const was =
      x.wildcards.some(({ term }) => allowsName(term, f.key, new Set())) && x.wildcards.length > y.wildcards.length;
    const id = was
      ? "any-became-element"
      : branch
        ? "choice-branch-added"
        : f.required
          ? "element-required-added"
          : "element-optional-added";
    findings.push(finding(id, null, f.element, null, f.element.name.local, `/${f.element.name.local}`));
  }
  for (const { a: f, b: g } of pairs) findings.push(...occursChanges(f, g));
  findings.push(...orderChanges(pairs), ...groupChanges(x, y, a, b), ...wildcardChanges(x, y, findings));
  return { findings, pairs };
}

function candidate(field: Field): Parameters<typeof findRenames>[0][number] {
  const { element, particle, position } = field;
  const { type } = element;
  const shape =
    type.name === null
      ? type.kind === "simple"
        ? JSON.stringify(Object.keys(type.facets))
        : signature(particleOf(type))
      : nameKey(type.name);
  return {
    name: element.name.local,
    shape,
    documentation: textOf(particle.annotation),
    position,
    occurs: `${particle.min},${particle.max}`,
  };
}

function occursChanges(f: Field, g: Field): Finding[] {
  const [x, y] = [f.particle, g.particle];
  const out: Finding[] = [];
  const add = (id: string, old: number, now: number): void =>
    void out.push(finding(id, x, y, bound(old), bound(now), `/${f.element.name.local}`));
  if (x.min !== y.min) {
    if (x.min === 0) add("element-made-required", x.min, y.min);
    else if (y.min === 0) add("element-made-optional", x.min, y.min);
    else add(y.min > x.min ? "min-occurs-raised" : "min-occurs-lowered", x.min, y.min);
  }
  if (x.max !== y.max) {
    const all = f.groups.at(-1)?.kind === "all" && g.groups.at(-1)?.kind === "all";
    // Between one and many the type of the property changes, whatever group the element stands in.
    if (x.max <= 1 && y.max > 1) add("max-occurs-one-to-many", x.max, y.max);
    else if (x.max > 1 && y.max <= 1) add("max-occurs-many-to-one", x.max, y.max);
    else if (all) add(y.max > x.max ? "all-occurs-loosened" : "all-occurs-tightened", x.max, y.max);
    else add(y.max > x.max ? "max-occurs-raised" : "max-occurs-lowered", x.max, y.max);
  }
  return out;
}

function bound(value: number): string {
  return value === Infinity ? "unbounded" : String(value);
}

function orderChanges(pairs: readonly FieldPair[]): Finding[] {
  const inOrder = [...pairs].sort((p, q) => p.a.position - q.a.position);
  const first = inOrder.find((p, i) => i > 0 && (inOrder[i - 1] as FieldPair).b.position > p.b.position);
  if (first === undefined) return [];
  const kinds = new Set(inOrder.flatMap((p) => [p.a.groups.at(-1)?.kind, p.b.groups.at(-1)?.kind]));
  if (kinds.size === 1 && kinds.has("all")) return [];
  const id = kinds.size === 1 && kinds.has("choice") ? "choice-branch-reordered" : "element-reordered";
  const names = (side: "a" | "b"): string =>
    [...pairs]
      .sort((p, q) => p[side].position - q[side].position)
      .map((p) => p[side].element.name.local)
      .join(" ");
  return [finding(id, first.a.element, first.b.element, names("a"), names("b"))];
}

function groupChanges(x: Outline, y: Outline, a: ComplexType, b: ComplexType): Finding[] {
  const out: Finding[] = [];
  const kinds = (o: Outline): string => o.groups.map((g) => g.term.kind).join(" ");
  const [g, h] = [x.groups[0], y.groups[0]];
  if (g && h && g.term.kind !== h.term.kind && x.groups.length === y.groups.length) {
    const id = groupId(g.term as ModelGroup, h.term as ModelGroup);
    if (id !== null) out.push(finding(id, g, h, g.term.kind, h.term.kind));
  }
  if (kinds(x) !== kinds(y) && !(g && h && x.groups.length === y.groups.length)) return out;
  x.groups.forEach((p, i) => {
    const q = y.groups[i] as Particle;
    if (p.min !== q.min)
      out.push(
        finding(
          p.min > 0 && q.min === 0
            ? "group-made-optional"
            : p.min === 0
              ? "group-made-required"
              : q.min > p.min
                ? "co-occurrence-tightened"
                : "co-occurrence-loosened",
          p,
          q,
          bound(p.min),
          bound(q.min),
        ),
      );
    if (p.max !== q.max)
      out.push(
        finding(q.max > p.max ? "group-repeat-added" : "group-repeat-removed", p, q, bound(p.max), bound(q.max)),
      );
    const named = [p, q].map((s) => (s.term.kind === "element" || s.term.kind === "any" ? null : s.term.group));
    if (named[0] === null && named[1] !== null)
      out.push(finding("group-extracted", a, b, null, named[1]?.local ?? null));
    if (named[0] !== null && named[1] === null) out.push(finding("group-inlined", a, b, named[0]?.local ?? null, null));
  });
  return out;
}

function groupId(g: ModelGroup, h: ModelGroup): string | null {
  const optional = (group: ModelGroup): boolean => group.particles.every((p) => p.min === 0);
  if (g.kind === "sequence" && h.kind === "all") return "sequence-to-all";
  if (g.kind === "all" && h.kind === "sequence") return "all-to-sequence";
  if (g.kind === "choice" && h.kind === "sequence") return optional(h) ? "choice-dissolved" : "choice-to-sequence";
  if (g.kind === "sequence" && h.kind === "choice") return optional(g) ? "choice-formed" : "sequence-to-choice";
  return null;
}

function wildcardChanges(x: Outline, y: Outline, sofar: readonly Finding[]): Finding[] {
  const out: Finding[] = [];
  const shared = Math.min(x.wildcards.length, y.wildcards.length);
  for (let i = 0; i < shared; i++) {
    const [p, q] = [x.wildcards[i], y.wildcards[i]] as [Outline["wildcards"][number], Outline["wildcards"][number]];
    out.push(...anyChanges(p.term, q.term));
    if (p.particle.min < q.particle.min)
      out.push(
        finding("min-occurs-raised", p.particle, q.particle, bound(p.particle.min), bound(q.particle.min), "/*"),
      );
    if (p.particle.min > q.particle.min)
      out.push(
        finding("min-occurs-lowered", p.particle, q.particle, bound(p.particle.min), bound(q.particle.min), "/*"),
      );
    if (p.particle.max < q.particle.max)
      out.push(
        finding("max-occurs-raised", p.particle, q.particle, bound(p.particle.max), bound(q.particle.max), "/*"),
      );
    if (p.particle.max > q.particle.max)
      out.push(
        finding("max-occurs-lowered", p.particle, q.particle, bound(p.particle.max), bound(q.particle.max), "/*"),
      );
  }
  for (const { term } of x.wildcards.slice(shared))
    if (!sofar.some((f) => f.id === "any-became-element"))
      out.push(finding("any-removed", term, null, namespacesOf(term), null, "/*"));
  for (const { term } of y.wildcards.slice(shared))
    out.push(finding("any-added", null, term, null, namespacesOf(term), "/*"));
  return out;
}

/** Differences between two wildcards. */
export function anyChanges(a: Wildcard, b: Wildcard, below = "/*"): Finding[] {
  const out: Finding[] = [];
  const [x, y] = [namespaceSet(a), namespaceSet(b)];
  const notA = a.notNames ?? [];
  const notB = b.notNames ?? [];
  const grown = !isSubset(y, x) || notA.some((n) => !notB.includes(n));
  const shrunk = !isSubset(x, y) || notB.some((n) => !notA.includes(n));
  if (grown) out.push(finding("any-namespace-widened", a, b, namespacesOf(a), namespacesOf(b), below));
  if (shrunk) out.push(finding("any-namespace-narrowed", a, b, namespacesOf(a), namespacesOf(b), below));
  const rank = { strict: 2, lax: 1, skip: 0 };
  if (rank[b.process] < rank[a.process]) out.push(finding("any-process-loosened", a, b, a.process, b.process, below));
  if (rank[b.process] > rank[a.process]) out.push(finding("any-process-tightened", a, b, a.process, b.process, below));
  return out;
}

/** Namespaces of a wildcard as one would write them. */
export function namespacesOf(w: Wildcard): string {
  const { namespaces } = w;
  const names = typeof namespaces === "string" ? namespaces : namespaces.map((ns) => ns || "##local").join(" ");
  const not = [...(w.notNamespaces ?? []), ...(w.notNames ?? [])];
  return not.length === 0 ? names : `${names} not ${not.join(" ")}`;
}
