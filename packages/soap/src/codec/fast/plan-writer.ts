import { construct, isLoaded } from "../../constructs.ts";
import type { ComplexDescriptor, ElementParticle, GroupParticle, MessageDescriptor, Particle } from "../../gen1.ts";
import { formOf, type SimpleCodec, simpleCodec } from "../../simple/simple-codec.ts";
import type { ElementName } from "../encode.ts";
import { type Scope, tagsOf } from "../encode-scope.ts";
import { canBeEmpty, propsOf, typeOf } from "../particles.ts";
import type { AttributeWriter, NamedType } from "./attributed-writer.ts";
import { miss } from "./byte-reader.ts";
import { type ByteWriter, type KnownKeys, type Tag, tagOf } from "./byte-writer.ts";
import { nilElement } from "./compile-reader.ts";
import { attributesOf, type CompiledWriter, canBeNull, isWritable, namedProps } from "./compile-writer.ts";
import { ROOT_SCOPE } from "./root-scope.ts";

type Fields = Readonly<Record<string, unknown>>;

/** What the writer does next: nothing, see {@link NEVER}, for content that is left to the strict writer. */
const NEVER = 0;
const ELEMENT = 1;
const ELEMENTS = 2;
const CHOICE = 3;

const NO_TAG: Tag = tagOf("");

/** One particle of a type's content. All have one class and so one layout, which engines read without looking. */
class Part {
  kind: number = NEVER;
  prop = "";
  open: Tag = NO_TAG;
  close: Tag = NO_TAG;
  needed = true;
  min = 0;
  max = 0;
  slot = -1;
  simple: SimpleCodec | undefined = undefined;
  /** Values are bytes: plain text of any length. */
  binary = false;
  complex: Plan | undefined = undefined;
  /** The whole element when it is nil, where it may be. */
  nil: Tag | undefined = undefined;
  /** An empty text stands for something else. */
  refusesEmpty = false;
  /** The only text that is allowed. */
  fixed: string | undefined = undefined;
  branches: readonly Part[] = [];
}

/** How objects of a type are written. */
class Plan {
  parts: readonly Part[] = [];
  keys: KnownKeys = { all: new Set(), last: [] };
  /** Properties that are not written, and may not be there. */
  unwritten: readonly string[] = [];
  attributes: readonly AttributeWriter[] | undefined = [];
  /** Elements hold one text. */
  text: SimpleCodec | undefined = undefined;
  /** The value of `$type` that names this type, where it belongs to a hierarchy. */
  tag: string | undefined = undefined;
  /** Types that others name, where something reads them. */
  types: ReadonlyMap<unknown, NamedType> | undefined = undefined;
  isAbstract = false;
}

/**
 * Plans how a message is written, as {@link compileWriter} writes it too, for where code may not be made: plain data that one
 * loop follows.
 */
export function planWriter(descriptor: MessageDescriptor<unknown>, element: ElementName): CompiledWriter | undefined {
  if (descriptor.keys) return undefined;
  const type = typeOf(descriptor.type);
  if (type.k !== "complex" || !isWritable(type)) return undefined;
  const planner = new Planner();
  const tags = tagsOf(element.name, element.ns, ROOT_SCOPE);
  const plan = planner.complex(type, tags.scope, false);
  const open = tagOf(`${tags.open}>`);
  const close = tagOf(tags.close);
  const { size } = tagOf(tags.open);
  return {
    write(writer, value) {
      writer.pos = writer.tag(writeObject(writer, value, writer.tag(0, open), plan, undefined), close);
      writer.declareXsi(size);
    },
    slots: planner.slots,
  };
}

function writeObject(w: ByteWriter, value: unknown, at: number, plan: Plan, named: Tag | undefined): number {
  if (typeof value !== "object" || value === null || Array.isArray(value) || value instanceof Uint8Array) miss();
  const object = value as Fields;
  const { parts, unwritten, attributes, text, tag } = plan;
  const isOther = tag !== undefined && object["$type"] !== undefined && object["$type"] !== tag;
  if (named === undefined && (isOther || plan.isAbstract))
    return plan.types ? construct("startTags").writeNamed(w, object, at, plan.types) : miss();
  w.enter();
  w.known(object, plan.keys);
  for (let i = 0; i < unwritten.length; i++) if (object[unwritten[i] as string] !== undefined) miss();
  let pos = at;
  if (attributes === undefined) miss();
  else if (attributes.length > 0) pos = construct("startTags").writeAttributes(w, object, pos, attributes);
  if (named !== undefined) pos = w.named(pos, named);
  if (text !== undefined) {
    const content = object["$value"];
    pos = content === undefined ? miss() : w.value(pos, content, 0, text, NO_TAG, NO_TAG);
  }
  for (let i = 0; i < parts.length; i++) {
    const part = parts[i] as Part;
    if (part.kind === ELEMENT) {
      const item = object[part.prop];
      if (item !== undefined) pos = writeElement(w, item, pos, part);
      else if (part.needed) miss();
    } else if (part.kind === ELEMENTS) pos = writeList(w, object[part.prop], pos, part);
    else if (part.kind === CHOICE) pos = writeChoice(w, object, pos, part);
    else miss();
  }
  w.depth--;
  return pos;
}

function writeElement(w: ByteWriter, value: unknown, pos: number, part: Part): number {
  const { simple, slot } = part;
  if (value === null && part.nil !== undefined) return w.nil(pos, part.nil);
  if (simple === undefined)
    return w.tag(writeObject(w, value, w.tag(pos, part.open), part.complex as Plan, undefined), part.close);
  if (part.refusesEmpty && value === "") miss();
  if (part.fixed !== undefined && value !== part.fixed) miss();
  if (part.binary) return w.binary(pos, value, simple, part.open, part.close);
  if (slot < 0 || typeof value !== "string") return w.value(pos, value, 0, simple, part.open, part.close);
  if (w.had(slot, value)) return w.again(pos, slot);
  return w.keep(slot, pos, w.value(pos, value, 0, simple, part.open, part.close), value);
}

function writeList(w: ByteWriter, list: unknown, at: number, part: Part): number {
  if (list === undefined) return part.needed ? miss() : at;
  if (!Array.isArray(list)) miss();
  const { length } = list as readonly unknown[];
  if (length < part.min || (part.max > 0 && length > part.max)) miss();
  let pos = at;
  for (let i = 0; i < length; i++) pos = writeElement(w, (list as readonly unknown[])[i], pos, part);
  return pos;
}

function writeChoice(w: ByteWriter, object: Fields, at: number, part: Part): number {
  let pos = at;
  let found = 0;
  for (const branch of part.branches) {
    const value = object[branch.prop];
    if (value === undefined) continue;
    found++;
    pos = writeElement(w, value, pos, branch);
  }
  if (found > 1 || (found === 0 && part.needed)) miss();
  return pos;
}

class Planner {
  slots = 0;
  readonly #tags = new Map<string, Tag>();
  readonly #plans = new Map<ComplexDescriptor, Map<string, Plan>>();

  #tag(text: string): Tag {
    let tag = this.#tags.get(text);
    if (!tag) {
      tag = tagOf(text);
      this.#tags.set(text, tag);
    }
    return tag;
  }

  complex(type: ComplexDescriptor, scope: Scope, repeated: boolean): Plan {
    let byNamespace = this.#plans.get(type);
    if (!byNamespace) {
      byNamespace = new Map();
      this.#plans.set(type, byNamespace);
    }
    const variant = `${repeated ? "*" : ""}${scope.bound}`;
    let plan = byNamespace.get(variant);
    if (plan) return plan;
    plan = new Plan();
    byNamespace.set(variant, plan);
    const parts: Part[] = [];
    const props: string[] = [];
    this.#named(type, plan, scope, repeated);
    plan.attributes = attributesOf(type, scope);
    props.push(...(plan.attributes ?? []).map(({ prop }) => prop));
    if (type.text) {
      plan.text = simpleCodec(type.text);
      props.push("$value");
    } else if (type.content) this.#particle(type.content, scope, parts, repeated);
    for (const part of parts.flatMap((one) => (one.kind === CHOICE ? one.branches : one)))
      if (part.kind !== NEVER) props.push(part.prop);
    plan.parts = parts;
    const written = new Set(props);
    plan.keys = { all: new Set([...props, "$type"]), last: [...written] };
    // What is not written may come from a prototype, too.
    plan.unwritten = [...new Set(namedProps(type))].filter((prop) => !written.has(prop));
    return plan;
  }

  /** What objects may say of their type. */
  #named(type: ComplexDescriptor, plan: Plan, scope: Scope, repeated: boolean): void {
    plan.isAbstract = type.abstract ?? false;
    if (!type.derived) return;
    plan.tag = type.derived().find((d) => d.type() === type)?.tag ?? "";
    if (!isLoaded("startTags")) return;
    plan.types = construct("startTags").namedTypes(type, scope);
    for (const one of plan.types.values()) {
      if (one.descriptor.abstract || !isWritable(one.descriptor)) continue;
      const other = this.complex(one.descriptor, scope, repeated);
      one.write = (w, object, at, named) => writeObject(w, object, at, other, named);
    }
  }

  #particle(particle: Particle, scope: Scope, parts: Part[], repeated: boolean): void {
    if (particle.k === "any") {
      if (particle.min > 0) parts.push(new Part());
    } else if (particle.k === "el") {
      const part = this.#element(particle, scope, repeated || particle.max !== 1);
      if (part) parts.push(part);
      else if (particle.min > 0) parts.push(new Part());
    } else this.#group(particle, scope, parts, repeated);
  }

  #group(group: GroupParticle, scope: Scope, parts: Part[], repeated: boolean): void {
    if (group.max === 1 && group.k !== "choice" && (group.min === 1 || group.items.every(canBeEmpty))) {
      for (const item of group.items) this.#particle(item, scope, parts, repeated);
      return;
    }
    const needed = !canBeEmpty(group);
    if (
      group.max !== 1 ||
      group.k !== "choice" ||
      propsOf(group).length !== group.items.length ||
      !group.items.every((item) => item.k === "el" && item.max === 1 && item.min === 1)
    ) {
      if (needed) parts.push(new Part());
      return;
    }
    const part = new Part();
    part.kind = CHOICE;
    part.needed = needed;
    part.branches = group.items
      .map((item) => this.#element(item as ElementParticle, scope, repeated))
      .filter((branch) => branch !== undefined);
    parts.push(part);
  }

  #element(element: ElementParticle, scope: Scope, repeated: boolean): Part | undefined {
    if (element.substitutes || element.abstract || element.blocked || element.keys) return undefined;
    const type = typeOf(element.type);
    const tags = tagsOf(element.name, element.ns, scope);
    const part = new Part();
    part.kind = element.max === 1 ? ELEMENT : ELEMENTS;
    part.prop = element.prop;
    part.open = this.#tag(`${tags.open}>`);
    part.close = this.#tag(tags.close);
    part.needed = element.min > 0;
    part.min = element.min;
    part.max = element.max;
    if (type.k === "simple") {
      const codec = simpleCodec(type);
      if (codec.scoped) return undefined;
      part.simple = codec;
      part.binary = type.js === "bytes";
      part.refusesEmpty = element.default !== undefined || element.fixed !== undefined;
      part.fixed = element.fixed === undefined ? undefined : formOf(codec, element.fixed);
      if (element.fixed !== undefined && part.fixed === undefined) return undefined;
      if (repeated && type.js === "string") part.slot = this.slots++;
      if (element.nillable && element.fixed === undefined) part.nil = this.#tag(nilElement(tags));
      return part;
    }
    if (type.k !== "complex" || !isWritable(type) || element.fixed !== undefined || element.default !== undefined)
      return undefined;
    part.complex = this.complex(type, tags.scope, repeated);
    if (element.nillable && canBeNull(type)) part.nil = this.#tag(nilElement(tags));
    return part;
  }
}
