import {
  ANY_TYPE,
  type AttributeDeclaration,
  type AttributeUse,
  allowsName,
  allowsNamespace,
  type ComplexType,
  type ElementDeclaration,
  isSubset,
  nameKey,
  namespaceSet,
  type Particle,
  readSimpleValue,
  type SchemaSet,
  type SimpleType,
  sameValue,
  type Type,
  varietyOf,
  type Wildcard,
  whiteSpaceOf,
  XSD_NS,
} from "@coo/wsdl";
import { includesSimple } from "../text/simple-inclusion.ts";
import { type Content, ContentModels, type Leaf } from "./content-language.ts";
import { countedAll, notIncluded } from "./counted-all.ts";
import { particleOf } from "./particle-of.ts";

/** Why one component does not include another by itself. */
export interface Gap {
  readonly aspect: "content" | "text" | "attribute" | "type" | "element" | "constraint";
  /** Shown by an example, or only not proven. */
  readonly proof: "witness" | "undecided";
  /** Example: names in order, a text, an attribute's name. */
  readonly example: string;
}

/** Of contents that are too large to be compared there is no example. */
const TOO_LARGE = "";

/** Whether a gap stands for contents that are too large to be compared. */
export function isTooLarge({ aspect, proof, example }: Gap): boolean {
  return aspect === "content" && proof === "undecided" && example === TOO_LARGE;
}

/** A pair whose inclusion another one needs. */
export type Obligation =
  | { readonly kind: "element"; readonly a: ElementDeclaration; readonly b: ElementDeclaration }
  | { readonly kind: "type"; readonly a: Type; readonly b: Type };

/** What was found out about one pair, its children left aside. */
export interface LocalResult {
  readonly gaps: readonly Gap[];
  readonly needs: readonly Obligation[];
}

/** States that a comparison of two content models may walk through. */
const MAX_STATES = 20_000;

/**
 * Whether what one set of schemas allows is allowed by another, component by component. Each pair is judged once by
 * itself; it is included as a whole when no pair that it leads to has a gap.
 */
export class Inclusions {
  readonly #a: SchemaSet;
  readonly #b: SchemaSet;
  readonly #models = new ContentModels();
  readonly #known = new Map<Type | ElementDeclaration, Map<Type | ElementDeclaration, LocalResult>>();
  readonly #globals: readonly string[];

  constructor(a: SchemaSet, b: SchemaSet) {
    this.#a = a;
    this.#b = b;
    this.#globals = [...new Set([...a.elements.keys(), ...b.elements.keys()])].sort();
  }

  /** The pair by itself. */
  local(pair: Obligation): LocalResult {
    let of = this.#known.get(pair.a);
    if (of === undefined) {
      of = new Map();
      this.#known.set(pair.a, of);
    }
    let result = of.get(pair.b);
    if (result === undefined) {
      result = pair.kind === "element" ? this.#element(pair.a, pair.b) : this.#type(pair.a, pair.b);
      of.set(pair.b, result);
    }
    return result;
  }

  /** All pairs with a gap that `root` leads to; none when it is included. */
  gaps(root: Obligation): { readonly pair: Obligation; readonly gaps: readonly Gap[] }[] {
    const seen = new Map<unknown, Set<unknown>>();
    const todo: Obligation[] = [root];
    const found: { pair: Obligation; gaps: readonly Gap[] }[] = [];
    for (let i = 0; i < todo.length; i++) {
      const pair = todo[i] as Obligation;
      let partners = seen.get(pair.a);
      if (partners === undefined) {
        partners = new Set();
        seen.set(pair.a, partners);
      }
      if (partners.has(pair.b)) continue;
      partners.add(pair.b);
      const { gaps, needs } = this.local(pair);
      if (gaps.length > 0) found.push({ pair, gaps });
      todo.push(...needs);
    }
    return found;
  }

  /** Whether everything that `root.a` allows is allowed by `root.b`. */
  holds(root: Obligation): boolean {
    return this.gaps(root).length === 0;
  }

  #element(a: ElementDeclaration, b: ElementDeclaration): LocalResult {
    const gaps: Gap[] = [];
    const gap = (aspect: Gap["aspect"], example: string, proof: Gap["proof"] = "witness"): void =>
      void gaps.push({ aspect, proof, example });
    if (b.abstract && !a.abstract) gap("element", "abstract");
    // An element with a fixed value is never nil (XML Schema part 1, 3.3.4, cvc-elt.3.2.2).
    const mayBeNil = (e: ElementDeclaration): boolean => e.nillable && e.fixed === null;
    if (mayBeNil(a) && !mayBeNil(b)) gap("element", "xsi:nil");
    const valueA = textTypeOf(a.type);
    const valueB = textTypeOf(b.type);
    if (b.fixed !== null && !sameFixed(a.fixed, valueA, b.fixed, valueB)) gap("element", `≠ ${b.fixed}`);
    const emptyByDefault = a.default !== null || a.fixed !== null;
    if (emptyByDefault && b.default === null && b.fixed === null && !acceptsEmpty(b.type)) gap("text", "");
    for (const constraint of b.constraints) {
      if (!a.constraints.some((c) => constraintKey(c) === constraintKey(constraint)))
        gap("constraint", nameKey(constraint.name), "undecided");
    }
    const needs: Obligation[] = [];
    const onlyA = a.alternatives ?? [];
    const onlyB = b.alternatives ?? [];
    if (onlyA.length > 0 || onlyB.length > 0) {
      if (onlyA.length !== onlyB.length || onlyA.some((x, i) => x.test !== onlyB[i]?.test))
        gap("type", "xs:alternative", "undecided");
      else onlyA.forEach((x, i) => needs.push({ kind: "type", a: x.type, b: (onlyB[i] as typeof x).type }));
    }
    // Nothing is of an abstract type itself, only of types that derive from it.
    if (!isAbstract(a.type)) needs.push({ kind: "type", a: a.type, b: b.type });
    // xsi:type may name any derived type that the declaration does not block.
    const own = b.type.kind === "complex" && b.type.name !== null && !b.type.abstract ? [b.type] : [];
    const derivedB = new Map(
      [...own, ...substitutable(b, this.#b)].map((t) => [nameKey(t.name as { ns: string; local: string }), t]),
    );
    for (const type of substitutable(a, this.#a)) {
      const key = nameKey(type.name as { ns: string; local: string });
      const other = derivedB.get(key);
      // Of what stands for xs:anyType only those types matter that stood there before.
      const named = b.type === ANY_TYPE && b.block.length === 0 ? this.#b.types.get(key) : undefined;
      if (other !== undefined) needs.push({ kind: "type", a: type, b: other });
      else if (named !== undefined) needs.push({ kind: "type", a: type, b: named });
      else gap("type", `xsi:type ${key}`);
    }
    return { gaps, needs };
  }

  #type(a: Type, b: Type): LocalResult {
    if (b === ANY_TYPE && a !== ANY_TYPE && this.#globals.length === 0) return { gaps: [], needs: [] };
    const gaps: Gap[] = [];
    const needs: Obligation[] = [];
    const gap = (aspect: Gap["aspect"], example: string, proof: Gap["proof"] = "witness"): void =>
      void gaps.push({ aspect, proof, example });
    if (a.kind === "simple" && b.kind === "simple") {
      this.#text(a, b, gap);
      return { gaps, needs };
    }
    if (isAbstract(b) && !isAbstract(a)) gap("type", "abstract");
    this.#attributes(a, b, gap);
    if (b.kind === "complex") {
      const given = a.kind === "complex" ? assertionsOf(a) : [];
      if (assertionsOf(b).some((x) => !given.includes(x))) gap("constraint", "xs:assert", "undecided");
      const openA = a.kind === "complex" ? openKey(a) : "";
      if (openA !== openKey(b) && (openA !== "" || openKey(b) === "")) gap("content", "xs:openContent", "undecided");
    } else if (a.kind === "complex" && a.openContent !== null) gap("content", "xs:openContent", "undecided");
    const textA = textTypeOf(a);
    const textB = textTypeOf(b);
    if (textA !== null && textB !== null) this.#text(textA, textB, gap);
    else if (textA !== null) {
      const target = b as ComplexType;
      if (!target.mixed || !this.#models.isEmptiable(this.#contentOf(target))) gap("text", "text");
    } else if (textB !== null) {
      const source = a as ComplexType;
      const onlyEmpty = this.#contentOf(source) === this.#models.empty && !source.mixed;
      if (!onlyEmpty || readSimpleValue(textB, "") === null) gap("content", "elements");
    } else {
      const source = a as ComplexType;
      const target = b as ComplexType;
      if (source.mixed && !target.mixed) gap("text", "text between elements");
      if (source.content === "elements" && target.content === "empty" && !target.mixed)
        gap("content", "white space", "undecided");
      this.#content(source, target, gap, needs);
    }
    return { gaps, needs };
  }

  #text(
    a: SimpleType,
    b: SimpleType,
    gap: (aspect: Gap["aspect"], example: string, proof?: Gap["proof"]) => void,
  ): void {
    const inclusion = includesSimple(a, b);
    if (inclusion.kind === "refuted") gap("text", inclusion.text);
    else if (inclusion.kind === "undecided") gap("text", "", "undecided");
  }

  #contentOf(type: ComplexType): Content {
    const particle = particleOf(type);
    return particle === null ? this.#models.empty : this.#models.of(particle);
  }

  #content(
    a: ComplexType,
    b: ComplexType,
    gap: (aspect: Gap["aspect"], example: string, proof?: Gap["proof"]) => void,
    needs: Obligation[],
  ): void {
    const models = this.#models;
    const startA = this.#contentOf(a);
    const startB = this.#contentOf(b);
    const leavesA = models.leaves(startA);
    const leavesB = models.leaves(startB);
    if (this.#countsOf(startA, startB, gap, needs)) return;
    const siblingsA = namesOf(leavesA);
    const siblingsB = namesOf(leavesB);
    const alphabet = this.#alphabet(leavesA, leavesB);
    const paired = new Set<string>();
    interface Place {
      readonly a: Content;
      readonly b: readonly Content[];
      readonly from: Place | null;
      readonly name: string;
    }
    const first: Place = { a: startA, b: [startB], from: null, name: "" };
    const keyOf = (p: Place): string => `${p.a.id}|${p.b.map((c) => c.id).join(",")}`;
    const seen = new Set([keyOf(first)]);
    const queue = [first];
    const wordOf = (place: Place): string => {
      const names: string[] = [];
      for (let p: Place = place; p.from !== null; p = p.from) names.push(p.name);
      return names.reverse().join(" ");
    };
    for (let i = 0; i < queue.length; i++) {
      const place = queue[i] as Place;
      if (models.isEmptiable(place.a) && !place.b.some((c) => models.isEmptiable(c))) {
        gap("content", wordOf(place));
        return;
      }
      for (const name of alphabet) {
        const stepsA = preferElements(models.steps(place.a, (leaf) => this.#matches(leaf, name, siblingsA, this.#a)));
        if (stepsA.length === 0) continue;
        const stepsB = preferElements(
          place.b.flatMap((c) => models.steps(c, (leaf) => this.#matches(leaf, name, siblingsB, this.#b))),
        );
        const restB = [...new Set(stepsB.map((s) => s.rest))].sort((x, y) => x.id - y.id);
        for (const step of stepsA) {
          const childA = childOf(step.leaf, name, this.#a);
          const next: Place = { a: step.rest, b: restB, from: place, name: shown(name) };
          if (stepsB.length === 0) {
            gap("content", wordOf(next));
            return;
          }
          for (const { leaf } of stepsB) {
            const childB = childOf(leaf, name, this.#b);
            if (childB === "elsewhere" && childA !== "elsewhere") {
              gap("content", wordOf(next));
              return;
            }
            if (childB === "skip" || childB === "elsewhere") continue;
            const pair = `${idOf(childA)}|${idOf(childB)}`;
            if (paired.has(pair)) continue;
            paired.add(pair);
            if (childB === "lax") {
              if (typeof childA === "string") this.#loose(childA, gap, needs);
              continue;
            }
            if (typeof childA === "string") {
              if (childB.type !== ANY_TYPE) gap("content", wordOf(next));
              else this.#loose(childA, gap, needs);
            } else needs.push({ kind: "element", a: childA, b: childB });
          }
          const key = keyOf(next);
          if (seen.has(key)) continue;
          if (seen.size >= MAX_STATES) {
            if (!this.#withinByParts(a, b, needs)) gap("content", TOO_LARGE, "undecided");
            return;
          }
          seen.add(key);
          queue.push(next);
        }
      }
    }
  }

  /** Two contents in any order are judged by counting; tells whether both are such. */
  #countsOf(
    startA: Content,
    startB: Content,
    gap: (aspect: Gap["aspect"], example: string, proof?: Gap["proof"]) => void,
    needs: Obligation[],
  ): boolean {
    const [a, b] = [countedAll(startA), countedAll(startB)];
    if (a === undefined || b === undefined) return false;
    for (const [all, { substitutes }] of [
      [a, this.#a],
      [b, this.#b],
    ] as const)
      for (const name of all.members.keys()) if ((substitutes.get(name) ?? []).length > 0) return false;
    const word = notIncluded(a, b);
    if (word !== undefined) gap("content", word.map(shown).join(" "));
    else
      for (const [name, { leaf }] of a.members) {
        const other = b.members.get(name);
        if (other !== undefined) needs.push({ kind: "element", a: leaf, b: other.leaf });
      }
    return true;
  }

  /** Too large to be walked through, but each part is on the other side, and may occur as often there. */
  #withinByParts(a: ComplexType, b: ComplexType, needs: Obligation[]): boolean {
    const [x, y] = [particleOf(a), particleOf(b)];
    const pairs: [ElementDeclaration, ElementDeclaration][] = [];
    if (x === null || y === null || !partsWithin(x, y, pairs)) return false;
    const others = (e: ElementDeclaration): number =>
      (this.#a.substitutes.get(nameKey(e.name)) ?? []).length + (this.#b.substitutes.get(nameKey(e.name)) ?? []).length;
    if (pairs.some(([e]) => others(e) > 0)) return false;
    for (const [e, f] of pairs) needs.push({ kind: "element", a: e, b: f });
    return true;
  }

  /** Content that is only checked where its elements are known: the known ones must be the same on the other side. */
  #loose(
    a: "lax" | "skip" | "elsewhere",
    gap: (aspect: Gap["aspect"], example: string, proof?: Gap["proof"]) => void,
    needs: Obligation[],
  ): void {
    for (const [key, b] of this.#b.elements) {
      const other = a === "skip" ? undefined : this.#a.elements.get(key);
      if (other === undefined) gap("content", shown(key), "undecided");
      else needs.push({ kind: "element", a: other, b });
    }
  }

  /** Names that can make a difference: those of elements, and one of each namespace for all others. */
  #alphabet(a: ReadonlySet<Leaf>, b: ReadonlySet<Leaf>): string[] {
    const names = new Set<string>();
    const namespaces = new Set<string>(["", "urn:other:namespace"]);
    let wild = false;
    for (const [leaves, schemas] of [
      [a, this.#a],
      [b, this.#b],
    ] as const) {
      for (const leaf of leaves) {
        if (leaf.kind === "element") {
          names.add(nameKey(leaf.name));
          if (leaf.scope === "global")
            for (const member of schemas.substitutes.get(nameKey(leaf.name)) ?? []) names.add(nameKey(member.name));
        } else {
          wild = true;
          for (const ns of namespaceSet(leaf).names) namespaces.add(ns);
          for (const name of leaf.notNames ?? []) if (!name.startsWith("##")) names.add(name);
        }
      }
    }
    if (wild) {
      for (const key of this.#globals) {
        names.add(key);
        namespaces.add(key.slice(1, key.indexOf("}")));
      }
      for (const name of names) namespaces.add(name.slice(1, name.indexOf("}")));
      for (const ns of namespaces) names.add(`{${ns}}any-other-name`);
    }
    return [...names].sort();
  }

  #matches(leaf: Leaf, name: string, siblings: ReadonlySet<string>, schemas: SchemaSet): boolean {
    if (leaf.kind === "any") {
      if (leaf.notNames?.includes("##defined") && schemas.elements.has(name)) return false;
      return allowsName(leaf, name, siblings);
    }
    const own = nameKey(leaf.name);
    if (own === name) return !leaf.abstract;
    return leaf.scope === "global" && (schemas.substitutes.get(own) ?? []).some((m) => nameKey(m.name) === name);
  }

  #attributes(a: Type, b: Type, gap: (aspect: Gap["aspect"], example: string, proof?: Gap["proof"]) => void): void {
    const usesA = usesOf(a);
    const usesB = usesOf(b);
    const anyA = a.kind === "complex" ? a.anyAttribute : null;
    const anyB = b.kind === "complex" ? b.anyAttribute : null;
    for (const [key, use] of usesA) {
      const other = usesB.get(key);
      if (other !== undefined) {
        const inclusion = includesSimple(use.declaration.type, other.declaration.type);
        if (inclusion.kind !== "included" && !fixedIn(use, other))
          gap("attribute", key, inclusion.kind === "refuted" ? "witness" : "undecided");
        const [typeA, typeB] = [use.declaration.type, other.declaration.type];
        if (other.fixed !== null && !sameFixed(use.fixed, typeA, other.fixed, typeB)) gap("attribute", key);
      } else if (anyB === null || !allowsName(anyB, key, new Set(usesB.keys()))) gap("attribute", key);
      else if (anyB.process !== "skip") {
        const global = this.#b.attributes.get(key);
        if (global === undefined ? anyB.process === "strict" : !fitsGlobal(use, global))
          gap("attribute", key, "undecided");
      }
    }
    for (const [key, use] of usesB)
      if (use.use === "required" && usesA.get(key)?.use !== "required") gap("attribute", key);
    if (anyA !== null) this.#anyAttribute(anyA, anyB, usesA, usesB, gap);
  }

  #anyAttribute(
    a: Wildcard,
    b: Wildcard | null,
    usesA: ReadonlyMap<string, AttributeUse>,
    usesB: ReadonlyMap<string, AttributeUse>,
    gap: (aspect: Gap["aspect"], example: string, proof?: Gap["proof"]) => void,
  ): void {
    const set = namespaceSet(a);
    if (b === null || !isSubset(set, namespaceSet(b))) {
      gap("attribute", "xs:anyAttribute");
      return;
    }
    const rank = { strict: 2, lax: 1, skip: 0 };
    if (rank[b.process] > rank[a.process]) gap("attribute", "xs:anyAttribute", "undecided");
    if ((b.notNames ?? []).some((name) => !(a.notNames ?? []).includes(name))) gap("attribute", "xs:anyAttribute");
    for (const [key, use] of usesB) {
      if (usesA.has(key) || !allowsNamespace(set, use.declaration.name.ns)) continue;
      gap("attribute", key, "undecided");
    }
    if (b.process === "skip") return;
    for (const key of new Set([...this.#a.attributes.keys(), ...this.#b.attributes.keys()])) {
      if (!allowsName(a, key, new Set(usesA.keys())) || usesA.has(key)) continue;
      const inA = a.process === "skip" ? undefined : this.#a.attributes.get(key);
      const inB = this.#b.attributes.get(key);
      if (inB === undefined) {
        if (b.process === "strict" && inA !== undefined) gap("attribute", key);
      } else if (inA === undefined) {
        if (a.process !== "strict") gap("attribute", key, "undecided");
      } else if (includesSimple(inA.type, inB.type).kind !== "included" || inA.fixed !== inB.fixed)
        gap("attribute", key, "undecided");
    }
  }
}

/** Whether `y` has the parts of `x` in the same groups, each with bounds around those of `x`; wildcards are left to others. */
function partsWithin(x: Particle, y: Particle, pairs: [ElementDeclaration, ElementDeclaration][]): boolean {
  if (x.min < y.min || x.max > y.max) return false;
  const [s, t] = [x.term, y.term];
  if (s.kind === "any" || t.kind === "any") return false;
  if (s.kind === "element" || t.kind === "element") {
    if (s.kind !== "element" || t.kind !== "element") return false;
    pairs.push([s, t]);
    return s.scope === t.scope && nameKey(s.name) === nameKey(t.name);
  }
  return (
    s.kind === t.kind &&
    s.particles.length === t.particles.length &&
    s.particles.every((part, i) => partsWithin(part, t.particles[i] as Particle, pairs))
  );
}

function shown(key: string): string {
  return key.startsWith("{}") ? key.slice(2) : key;
}

function namesOf(leaves: ReadonlySet<Leaf>): Set<string> {
  return new Set([...leaves].flatMap((l) => (l.kind === "element" ? [nameKey(l.name)] : [])));
}

/** An element declaration goes before a wildcard that would take the same element. */
function preferElements<T extends { readonly leaf: Leaf }>(steps: readonly T[]): readonly T[] {
  return steps.some((s) => s.leaf.kind === "element") ? steps.filter((s) => s.leaf.kind === "element") : steps;
}

/** What judges an element of this name: a declaration, nothing at all, what is known of it, or a declaration that is not at hand. */
function childOf(leaf: Leaf, name: string, schemas: SchemaSet): ElementDeclaration | "skip" | "lax" | "elsewhere" {
  if (leaf.kind === "element") {
    if (nameKey(leaf.name) === name) return leaf;
    return (schemas.substitutes.get(nameKey(leaf.name)) ?? []).find((m) => nameKey(m.name) === name) ?? leaf;
  }
  if (leaf.process === "skip") return "skip";
  return schemas.elements.get(name) ?? (leaf.process === "lax" ? "lax" : "elsewhere");
}

const ids = new WeakMap<ElementDeclaration, number>();
let lastId = 0;

function idOf(child: ElementDeclaration | string): string {
  if (typeof child === "string") return child;
  let id = ids.get(child);
  if (id === undefined) {
    id = ++lastId;
    ids.set(child, id);
  }
  return String(id);
}

function usesOf(type: Type): Map<string, AttributeUse> {
  const uses = type.kind === "complex" ? type.attributes.filter((u) => u.use !== "prohibited") : [];
  return new Map(uses.map((u) => [nameKey(u.declaration.name), u]));
}

/** Tests that hold for a type: its own and those of all types it derives from (XML Schema 1.1 part 1, 3.4.2.6). */
export function assertionsOf(type: ComplexType): string[] {
  const out: string[] = [];
  for (let t: Type | null = type; t !== null && t.kind === "complex" && t !== ANY_TYPE; t = t.base)
    out.push(...t.assertions.map((x) => x.value));
  return out;
}

function isAbstract(type: Type): boolean {
  return type.kind === "complex" && type.abstract;
}

/** The simple type of what stands in an element; `null` when elements do. */
export function textTypeOf(type: Type): SimpleType | null {
  if (type.kind === "simple") return type;
  return type.content === "simple" ? type.simpleType : null;
}

function acceptsEmpty(type: Type): boolean {
  const text = textTypeOf(type);
  if (text !== null) return readSimpleValue(text, "") !== null;
  return type.kind === "complex" && (type.particle === null || type.mixed);
}

/** Whether every text that stands for the one value `a` of a type stands for the one value `b` of another type. */
export function sameFixed(a: string | null, typeA: SimpleType | null, b: string, typeB: SimpleType | null): boolean {
  if (a === null) return false;
  if (typeA === null || typeB === null) return a === b;
  const [x, y] = [readSimpleValue(typeA, a), readSimpleValue(typeB, b)];
  if (x === null || y === null) return a === b;
  if (!hasOneText(typeA, x)) return sameValue(x, y);
  const read = readSimpleValue(typeB, a);
  return readsAsMuchSpace(typeA, typeB) && read !== null && sameValue(read, y);
}

/** The one text that a fixed attribute has is a value of the other type, and can be written in one way only. */
function fixedIn(use: AttributeUse, other: AttributeUse): boolean {
  if (use.fixed === null) return false;
  const [a, b] = [use.declaration.type, other.declaration.type];
  const value = readSimpleValue(a, use.fixed);
  if (value === null || !hasOneText(a, value)) return false;
  return readsAsMuchSpace(a, b) && readSimpleValue(b, use.fixed) !== null;
}

type Value = NonNullable<ReturnType<typeof readSimpleValue>>;

/** Whether a value is written in one way only, white space aside: a text, which no number or date is. */
function hasOneText(type: SimpleType, value: Value): boolean {
  return varietyOf(type) === "atomic" && "atom" in value && value.primitive === "string";
}

const SPACE = { preserve: 0, replace: 1, collapse: 2 };

/** Whether all white space that one type reads away is read away by the other one too. */
function readsAsMuchSpace(a: SimpleType, b: SimpleType): boolean {
  return SPACE[whiteSpaceOf(b)] >= SPACE[whiteSpaceOf(a)];
}

/** Whether every value of an attribute is one of the global declaration that a wildcard goes by. */
function fitsGlobal(use: AttributeUse, global: AttributeDeclaration): boolean {
  const { type } = use.declaration;
  if (includesSimple(type, global.type).kind !== "included") return false;
  return global.fixed === null || sameFixed(use.fixed, type, global.fixed, global.type);
}

function constraintKey(c: ElementDeclaration["constraints"][number]): string {
  const names = Object.entries(c.prefixes).sort();
  return JSON.stringify([c.kind, c.selector, c.fields, c.refer === null ? null : nameKey(c.refer), names]);
}

function openKey(type: ComplexType): string {
  if (type.openContent === null) return "";
  const { mode, wildcard } = type.openContent;
  return JSON.stringify([
    mode,
    wildcard.namespaces,
    wildcard.target,
    wildcard.process,
    wildcard.notNamespaces,
    wildcard.notNames,
  ]);
}

/** Named types that xsi:type may give instead of the declared one. */
export function substitutable(element: ElementDeclaration, schemas: SchemaSet): ComplexType[] {
  const { type } = element;
  return derivedTypes(type, [...element.block, ...(type.kind === "complex" ? type.block : [])], schemas);
}

/** Named types derived from a type in some steps, none of them by a method of `block`; abstract ones are left out. */
export function derivedTypes(type: Type, block: readonly string[], schemas: SchemaSet): ComplexType[] {
  // What derives from a type of XML Schema's own is left out: every string would be concerned.
  if (type.name === null || (type.kind === "simple" && type.name.ns === XSD_NS)) return [];
  const out: ComplexType[] = [];
  const seen = new Set<ComplexType>();
  const blocked = new Set(block);
  const visit = (base: Type): void => {
    for (const derived of base.name === null ? [] : (schemas.derived.get(nameKey(base.name)) ?? [])) {
      if (seen.has(derived) || blocked.has(derived.derivation) || blocked.has("#all")) continue;
      seen.add(derived);
      if (!derived.abstract) out.push(derived);
      visit(derived);
    }
  };
  visit(type);
  return out;
}
