import type {
  AttributeDescriptor,
  ComplexDescriptor,
  IdentityDescriptor,
  Particle,
  RawElement,
  SimpleDescriptor,
  TypeDescriptor,
} from "../gen1.ts";
import { plainValues } from "../simple/context.ts";
import { parseClarkName } from "../simple/names.ts";
import { simpleCodec } from "../simple/simple-codec.ts";
import type { TypedElement } from "./decode-wild.ts";
import { getter, isObject, typeOf } from "./particles.ts";
import type { Registry } from "./registry.ts";

/** A simple value in an instance. */
export interface TypedValue {
  readonly type: SimpleDescriptor;
  readonly value: unknown;
}

export interface TypedAttribute {
  readonly name: string;
  readonly ns: string;
  readonly typed: TypedValue;
}

/** An element of an instance as constraints see it, made from its value and its declaration. */
export interface InstanceNode {
  readonly name: string;
  readonly ns: string;
  readonly nillable: boolean;
  /** `null`: attributes that have their defaults are not known, and so nothing can be said of keys that they belong to. */
  readonly nil: boolean;
  readonly keys: readonly IdentityDescriptor[] | undefined;
  readonly attributes: readonly TypedAttribute[];
  /** `undefined` for elements that hold elements, and for xsi:nil. */
  readonly text: TypedValue | undefined;
  readonly children: readonly InstanceNode[];
}

/** What is known of values beside themselves. */
export interface TreeSources {
  /** What was read of raw elements and mixed content, see `DecodeContext.typed`. */
  readonly typed: ReadonlyMap<object, unknown> | undefined;
  readonly registry: Registry | undefined;
}

/** An element declaration, wherever it stands. */
export interface Declared {
  readonly name: string;
  readonly ns: string;
  readonly type: TypeDescriptor | (() => TypeDescriptor);
  readonly nillable?: true;
  readonly keys?: readonly IdentityDescriptor[];
}

/** The node of an element and everything below it. */
export function instanceNode(declared: Declared, value: unknown, sources: TreeSources): InstanceNode {
  return nodeOf(declared, typeOf(declared.type), value, sources);
}

const NONE: readonly never[] = [];

function nodeOf(declared: Declared, type: TypeDescriptor, value: unknown, sources: TreeSources): InstanceNode {
  const base = {
    name: declared.name,
    ns: declared.ns,
    nillable: declared.nillable ?? false,
    nil: value === null,
    keys: declared.keys,
  };
  const empty = { ...base, attributes: NONE, text: undefined, children: NONE };
  if (value === null || value === undefined) return empty;
  if (type.k === "simple") return { ...empty, text: { type, value } };
  if (type.k === "anyType") {
    const known = sources.typed?.get(value as object) as TypedElement | undefined;
    if (!known || known.type.k === "anyType") return empty;
    return nodeOf(declared, known.type, known.value, sources);
  }
  if (type.soapArray || !isObject(value)) return empty;
  const actual = actualType(type, value);
  const attributes = attributesOf(actual, value, sources);
  if (value["$nil"] === true) return { ...empty, attributes };
  const children: InstanceNode[] = [];
  const mixed = actual.mixed ? sources.typed?.get(value["$mixed"] as object) : undefined;
  const fields = actual.mixed ? mixed : value;
  if (actual.content && isObject(fields)) collect(actual.content, fields, new Set(), children, sources);
  if (actual.open && isObject(value)) collect(actual.open, value, new Set(), children, sources);
  return {
    ...base,
    attributes,
    text: actual.text ? { type: actual.text, value: value["$value"] } : undefined,
    children,
  };
}

function actualType(type: ComplexDescriptor, value: Readonly<Record<string, unknown>>): ComplexDescriptor {
  const tag = value["$type"];
  if (tag === undefined || !type.derived) return type;
  return (
    type
      .derived()
      .find((d) => d.tag === tag)
      ?.type() ?? type
  );
}

function attributesOf(
  type: ComplexDescriptor,
  value: Readonly<Record<string, unknown>>,
  { registry }: TreeSources,
): readonly TypedAttribute[] {
  const found: TypedAttribute[] = [];
  for (const a of type.attrs ?? NONE) {
    const attribute = typedAttribute(a, getter(a.prop)(value));
    if (attribute) found.push(attribute);
  }
  const others = value["$attributes"];
  if (registry && type.anyAttr && type.anyAttr.process !== "skip" && isObject(others)) {
    for (const [key, text] of Object.entries(others)) {
      const name = parseClarkName(key);
      const declared = name ? registry.attribute(name.local, name.ns) : undefined;
      if (!declared || typeof text !== "string") continue;
      const read = simpleCodec(declared.type).read(text, plainValues());
      if (read !== undefined) found.push({ ...declared, typed: { type: declared.type, value: read } });
    }
  }
  return found;
}

function typedAttribute(a: AttributeDescriptor, value: unknown): TypedAttribute | undefined {
  return value === undefined ? undefined : { name: a.name, ns: a.ns, typed: { type: a.type, value } };
}

/** Nodes of the elements under one object. Branches of a choice may share properties: each is taken once. */
function collect(
  particle: Particle,
  object: Readonly<Record<string, unknown>>,
  seen: Set<string>,
  into: InstanceNode[],
  sources: TreeSources,
): void {
  if (particle.k !== "el" && particle.k !== "any" && (particle.max === 1 || particle.prop === undefined)) {
    for (const item of particle.items) collect(item, object, seen, into, sources);
    return;
  }
  const prop = particle.prop as string;
  if (seen.has(prop)) return;
  const found = getter(prop)(object);
  if (found === undefined) return;
  seen.add(prop);
  if (particle.k === "any") {
    for (const raw of found as readonly RawElement[]) into.push(rawNode(raw, sources));
  } else if (particle.k === "el") {
    for (const one of particle.max === 1 ? [found] : (found as readonly unknown[])) {
      const { substitutes } = particle;
      if (!substitutes) into.push(instanceNode(particle, one, sources));
      else if (isObject(one)) {
        const member = substitutes().find((m) => m.tag === one["$element"]);
        const type = member ? typeOf(member.type) : undefined;
        if (!member || !type) continue;
        const wrapped = type.k !== "complex" || type.soapArray !== undefined || one["$value"] === null;
        into.push(nodeOf(member, type, wrapped ? one["$value"] : one, sources));
      }
    }
  } else {
    for (const item of found as readonly Readonly<Record<string, unknown>>[]) {
      for (const inner of particle.items) collect(inner, item, new Set(), into, sources);
    }
  }
}

function rawNode(raw: RawElement, sources: TreeSources): InstanceNode {
  const known = sources.typed?.get(raw) as TypedElement | undefined;
  const { name, ns } = raw;
  const declared: Declared = known?.element ?? { name, ns, type: { k: "anyType" } };
  return nodeOf(declared, known?.type ?? { k: "anyType" }, known?.value, sources);
}
