import type { ElementParticle, Particle, RawElement, TypeDescriptor, WildcardDescriptor } from "../gen1.ts";

/** A descriptor that may be named inside a function because it comes later in its file. */
export function typeOf(type: TypeDescriptor | (() => TypeDescriptor)): TypeDescriptor {
  return typeof type === "function" ? type() : type;
}

/** All properties that a particle fills in the object it belongs to. */
export function propsOf(particle: Particle): readonly string[] {
  if (particle.k === "el" || particle.k === "any") return [particle.prop];
  if (particle.max !== 1 && particle.prop !== undefined) return [particle.prop];
  return [...new Set(particle.items.flatMap(propsOf))];
}

/** Whether a particle is content with nothing. */
export function canBeEmpty(particle: Particle): boolean {
  if (particle.min === 0) return true;
  if (particle.k === "el" || particle.k === "any") return false;
  if (particle.k === "choice") return particle.items.length === 0 || particle.items.some(canBeEmpty);
  return particle.items.every(canBeEmpty);
}

/** Properties that must be there once the particle is. */
export function requiredProps(particle: Particle): readonly string[] {
  if (particle.min === 0) return [];
  if (particle.k === "el" || particle.k === "any") return [particle.prop];
  if (particle.max !== 1 && particle.prop !== undefined) return canBeEmpty(particle) ? [] : [particle.prop];
  if (particle.k === "choice") return [];
  return particle.items.flatMap(requiredProps);
}

/** Names on the wire under which an element particle may stand. */
export function namesOf(element: ElementParticle): readonly { readonly name: string; readonly ns: string }[] {
  if (element.substitutes) return element.substitutes();
  return [element];
}

/** What can stand first in a particle. */
export interface FirstSet {
  readonly names: { readonly name: string; readonly ns: string }[];
  readonly wildcards: WildcardDescriptor[];
}

export function firstOf(particle: Particle, into: FirstSet = { names: [], wildcards: [] }): FirstSet {
  if (particle.k === "el") into.names.push(...namesOf(particle));
  else if (particle.k === "any") into.wildcards.push(particle);
  else {
    for (const item of particle.items) {
      firstOf(item, into);
      if (particle.k === "seq" && !canBeEmpty(item)) break;
    }
  }
  return into;
}

/** Everything that can stand anywhere in a particle. */
export function allOf(particle: Particle, into: FirstSet = { names: [], wildcards: [] }): FirstSet {
  if (particle.k === "el") into.names.push(...namesOf(particle));
  else if (particle.k === "any") into.wildcards.push(particle);
  else for (const item of particle.items) allOf(item, into);
  return into;
}

/** Property names that every object inherits: reading one of them needs a check that it is the object's own. */
const INHERITED: ReadonlySet<string> = new Set(Object.getOwnPropertyNames(Object.prototype));

/** Reads one property; inherited ones do not count. */
export function getter(prop: string): (object: Readonly<Record<string, unknown>>) => unknown {
  if (INHERITED.has(prop)) return (object) => (Object.hasOwn(object, prop) ? object[prop] : undefined);
  return (object) => object[prop];
}

/** Whether `value` can be the object of a complex type. */
export function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value) && !(value instanceof Uint8Array);
}

export function describeNames(names: readonly { readonly name: string }[]): string {
  const shown = names.slice(0, 8).map((n) => n.name);
  return shown.join(" | ") + (names.length > 8 ? " | …" : "");
}

/** Whether `value` is an element kept as text. */
export function isRaw(value: unknown): value is RawElement {
  return (
    isObject(value) &&
    typeof value["name"] === "string" &&
    typeof value["ns"] === "string" &&
    typeof value["xml"] === "string"
  );
}
