import type { AttributeUse, ComplexType, ElementDeclaration, Particle, Type, WildcardTerm } from "@coo/wsdl";

const ENCODINGS = new Set(["http://schemas.xmlsoap.org/soap/encoding/", "http://www.w3.org/2003/05/soap-encoding"]);

/** A place for an element; its value is the property `prop`, an array when `max` is not 1. */
export interface ElementPlace {
  readonly kind: "element";
  readonly prop: string;
  readonly min: number;
  readonly max: number;
  readonly declaration: ElementDeclaration;
}

export interface WildcardPlace {
  readonly kind: "any";
  readonly prop: string;
  readonly min: number;
  readonly max: number;
  readonly wildcard: WildcardTerm;
}

/** A group; repeated, it is the array `prop` of objects, else its members lie in the object itself. */
export interface GroupPlace {
  readonly kind: "sequence" | "choice" | "all";
  readonly prop: string | null;
  readonly min: number;
  readonly max: number;
  readonly places: readonly Place[];
}

export type Place = ElementPlace | WildcardPlace | GroupPlace;

/** How the object of a complex type is laid out, by the rules of the documentation, not by looking at descriptors. */
export interface Layout {
  readonly content: Place | null;
  readonly attributes: readonly { readonly prop: string; readonly use: AttributeUse }[];
}

const layouts = new WeakMap<ComplexType, Layout>();

export function layoutOf(type: ComplexType): Layout {
  let found = layouts.get(type);
  if (!found) {
    found = lay(type);
    layouts.set(type, found);
  }
  return found;
}

/** Names taken in one object. */
class Taken {
  names = new Set<string>();
  /** Elements of the type's own namespace are named before others of the same name. */
  readonly own: ReadonlySet<string>;

  constructor(own: ReadonlySet<string>) {
    this.own = own;
  }

  claim(local: string, suffix: string, second: boolean): string {
    const base = local === "__proto__" ? "proto" : local;
    const taken = (name: string): boolean => this.names.has(name) || (second && name === base);
    let name = this.names.has(base) ? `${base}${suffix}` : base;
    for (let n = 2; taken(name); n++) name = `${base}${suffix}${n}`;
    this.names.add(name);
    return name;
  }
}

function lay(type: ComplexType): Layout {
  const ns = namespaceOf(type);
  const particle = type.content === "elements" ? type.particle : null;
  const taken = new Taken(ownNames(particle, ns));
  let content = particle ? place(particle, ns, taken) : null;
  if (type.openContent) {
    const any: Place = {
      kind: "any",
      prop: taken.claim("$any", "", false),
      min: 0,
      max: Number.POSITIVE_INFINITY,
      wildcard: { ...type.openContent.wildcard, kind: "any" },
    };
    content = { kind: "sequence", prop: null, min: 1, max: 1, places: content ? [content, any] : [any] };
  }
  const attributes = type.attributes
    .filter((use) => !ENCODINGS.has(use.declaration.name.ns) && use.use !== "prohibited")
    .map((use) => ({ prop: taken.claim(use.declaration.name.local, "Attribute", false), use }));
  return { content, attributes };
}

/** Namespace in which a type lies; that of an anonymous one is its elements' or unknown. */
function namespaceOf(type: ComplexType): string | null {
  return type.name?.ns ?? null;
}

function ownNames(particle: Particle | null, ns: string | null): Set<string> {
  const found = new Set<string>();
  const walk = (p: Particle): void => {
    if (p.max === 0 || p.term.kind === "any") return;
    if (p.term.kind === "element") {
      if (!isForeign(p.term, ns)) found.add(p.term.name.local);
    } else if (p.max === 1 || melts(p)) p.term.particles.forEach(walk);
  };
  if (particle) walk(particle);
  return found;
}

function isForeign(element: ElementDeclaration, ns: string | null): boolean {
  return element.name.ns !== "" && ns !== null && element.name.ns !== ns;
}

function place(p: Particle, ns: string | null, taken: Taken): Place | null {
  const { min, max, term } = p;
  if (max === 0) return null;
  if (term.kind === "element") {
    const second = isForeign(term, ns) && taken.own.has(term.name.local);
    return { kind: "element", prop: taken.claim(term.name.local, "", second), min, max, declaration: term };
  }
  if (term.kind === "any") return { kind: "any", prop: taken.claim("$any", "", false), min, max, wildcard: term };
  const apart = max !== 1 && !melts(p);
  const inner = apart ? new Taken(ownNames({ ...p, max: 1 }, ns)) : taken;
  const before = new Set(inner.names);
  const everywhere = new Set(before);
  const places: Place[] = [];
  for (const child of term.particles) {
    // Branches exclude each other, so they may use the same names.
    if (term.kind === "choice") inner.names = new Set(before);
    const found = place(child, ns, inner);
    for (const name of inner.names) everywhere.add(name);
    if (found) places.push(found);
  }
  inner.names = everywhere;
  const [only] = places;
  if (only === undefined) return null;
  if (!apart) {
    if (max === 1) return { kind: term.kind, prop: null, min, max, places };
    return repeated(only, min, max);
  }
  const prop = taken.claim(
    term.kind === "choice" ? "$choice" : term.kind === "sequence" ? "$sequence" : "$all",
    "",
    false,
  );
  return { kind: term.kind, prop, min, max, places };
}

/** The repetition of a group with one member is the repetition of the member. */
function repeated(only: Place, min: number, max: number): Place {
  if (only.kind === "element" || only.kind === "any") return { ...only, min: only.min * min, max: only.max * max };
  return repeated(only.places[0] as Place, only.min * min, only.max * max);
}

function melts(p: Particle): boolean {
  if (p.term.kind === "element" || p.term.kind === "any") return true;
  const members = p.term.particles.filter((m) => m.max !== 0);
  const [only] = members;
  return members.length === 1 && only !== undefined && melts(only) && (only.min <= 1 || (p.min === 1 && p.max === 1));
}

/** What an array of the SOAP encoding holds; `null` when the type is none. */
export function arrayOf(
  type: Type,
): { readonly type: string | null; readonly element: ElementDeclaration | null } | null {
  if (type.kind !== "complex") return null;
  let isArray = false;
  for (let t: Type | null = type; t !== null && t.kind === "complex"; t = t.base) {
    if (t.name && ENCODINGS.has(t.name.ns) && t.name.local === "Array") isArray = true;
  }
  if (!isArray || (type.name && ENCODINGS.has(type.name.ns))) return null;
  const arrayType = type.attributes.find((use) => use.arrayType)?.arrayType ?? null;
  return { type: arrayType, element: firstElement(type.ownParticle ?? type.particle) };
}

function firstElement(p: Particle | null): ElementDeclaration | null {
  if (!p || p.term.kind === "any") return null;
  if (p.term.kind === "element") return p.term;
  for (const child of p.term.particles) {
    const found = firstElement(child);
    if (found) return found;
  }
  return null;
}

export function isEncodingNamespace(ns: string): boolean {
  return ENCODINGS.has(ns);
}
