import { construct } from "../../constructs.ts";
import type {
  ComplexDescriptor,
  ElementParticle,
  GroupParticle,
  MessageDescriptor,
  Particle,
  SimpleDescriptor,
  TypeDescriptor,
} from "../../gen1.ts";
import { formOf, simpleCodec } from "../../simple/simple-codec.ts";
import type { ElementName } from "../encode.ts";
import { type Scope, type Tags, tagsOf } from "../encode-scope.ts";
import { canBeEmpty, typeOf } from "../particles.ts";
import type { AttributedElement, ElementOptions } from "./attributed-reader.ts";
import { type ByteReader, miss, type ReadTag, readTag } from "./byte-reader.ts";
import {
  type CompiledReader,
  declaringTag,
  hasAttributes,
  isReadable,
  nilElement,
  standardsOf,
} from "./compile-reader.ts";
import { ROOT_SCOPE } from "./root-scope.ts";
import { byteReaderOf, type SimpleReader } from "./simple-reader.ts";

type Fields = Record<string, unknown>;

/** What the reader does next: nothing, see {@link NEVER}, for content that is left to the strict reader. */
const NEVER = 0;
const ELEMENT = 1;
const ELEMENTS = 2;
const CHOICE = 3;

const NO_TAG: ReadTag = readTag("");

/** One particle of a type's content. All have one class and so one layout, which engines read without looking. */
class Part {
  kind: number = NEVER;
  prop = "";
  open: ReadTag = NO_TAG;
  close: ReadTag = NO_TAG;
  needed = true;
  min = 0;
  max = 0;
  slot = -1;
  simple: SimpleReader | undefined = undefined;
  complex: Plan | undefined = undefined;
  /** The whole element when it is nil, where that is all that its start tag can say. */
  nil: ReadTag | undefined = undefined;
  /** The beginning of a start tag that holds more than a name, and what reads on from there. */
  attributed: ReadTag = NO_TAG;
  element: AttributedElement | undefined = undefined;
  /** An empty text stands for something else. */
  refusesEmpty = false;
  /** The only text that is allowed. */
  fixed: string | undefined = undefined;
  branches: readonly Part[] = [];
}

/** How objects of a type are read. */
class Plan {
  parts: readonly Part[] = [];
  /** Elements hold one text. */
  text: SimpleReader | undefined = undefined;
  /** What stands for attributes when there are none; `undefined` where there must be some. */
  standards: ReturnType<typeof standardsOf> = [];
  /** Value of `$type`, where the type belongs to a hierarchy. */
  tag: string | undefined = undefined;
}

/**
 * Plans how a message is read, in the form that {@link compileReader} reads too, for where code may not be made: plain data that
 * one loop follows.
 */
export function planReader(
  descriptor: MessageDescriptor<unknown>,
  element: ElementName,
  isEscaped = false,
): CompiledReader | undefined {
  if (descriptor.keys) return undefined;
  const type = typeOf(descriptor.type);
  const tags = tagsOf(element.name, element.ns, ROOT_SCOPE);
  if (type.k !== "complex" || !isReadable(type)) return undefined;
  const planner = new Planner(isEscaped);
  const root = planner.part(type, tags, { isRoot: true }, false);
  const declaring = readTag(declaringTag(tags), isEscaped);
  return {
    read(reader) {
      reader.space();
      if (reader.declares(declaring, !type.text)) return readContent(reader, root);
      return readOne(reader, root) ?? miss();
    },
    slots: planner.slots,
  };
}

/** Reads content into an object that has its attributes, or a new one. */
function readObject(r: ByteReader, plan: Plan, given: Fields | undefined): Fields {
  const { parts, tag, text, standards } = plan;
  const object: Fields = given ?? {};
  if (given === undefined) {
    if (tag !== undefined) object["$type"] = tag;
    if (standards === undefined) miss();
    else for (let i = 0; i < standards.length; i++) setStandard(object, standards[i] as (typeof standards)[number]);
  } else if (text === undefined) r.space();
  r.enter();
  if (text !== undefined) object["$value"] = text.read(r, NO_TAG, -1);
  for (let i = 0; i < parts.length; i++) {
    const part = parts[i] as Part;
    if (part.kind === ELEMENT) {
      const value = readOne(r, part);
      if (value !== undefined) object[part.prop] = value;
      else if (part.needed) miss();
    } else if (part.kind === ELEMENTS) readList(r, part, object);
    else if (part.kind === CHOICE) readChoice(r, part, object);
    else miss();
  }
  r.depth--;
  return object;
}

function setStandard(object: Fields, [prop, value]: readonly [prop: string, value: unknown]): void {
  object[prop] = value;
}

/** Reads an element in any of its forms; `undefined` where it does not stand. */
function readOne(r: ByteReader, part: Part): unknown {
  const { simple, open } = part;
  if (simple !== undefined ? r.at(open) : part.complex?.text ? r.at(open) : r.open(open)) return readContent(r, part);
  if (part.element !== undefined)
    return r.at(part.attributed) ? construct("startTags").readAttributed(r, part.element) : undefined;
  return part.nil !== undefined && r.nil(part.nil) ? null : undefined;
}

/** Reads an element from behind its start tag. */
function readContent(r: ByteReader, part: Part): unknown {
  const { simple } = part;
  if (simple === undefined) {
    const object = readObject(r, part.complex as Plan, undefined);
    r.close(part.close);
    return object;
  }
  const value = simple.read(r, part.close, part.slot);
  if (part.refusesEmpty && value === "") miss();
  if (part.fixed !== undefined && value !== part.fixed) miss();
  return value;
}

function readList(r: ByteReader, part: Part, object: Fields): void {
  const { min, max } = part;
  const list: unknown[] = [];
  for (let value = readOne(r, part); value !== undefined; value = readOne(r, part)) list.push(value);
  if (list.length > 0 ? list.length < min || (max > 0 && list.length > max) : part.needed) miss();
  if (list.length > 0) object[part.prop] = list;
}

/** The first branch that finds its element takes it. */
function readChoice(r: ByteReader, part: Part, object: Fields): void {
  for (const branch of part.branches) {
    const value = readOne(r, branch);
    if (value === undefined) continue;
    object[branch.prop] = value;
    return;
  }
  if (part.needed) miss();
}

class Planner {
  slots = 0;
  readonly #isEscaped: boolean;
  readonly #tags = new Map<string, ReadTag>();
  readonly #plans = new Map<ComplexDescriptor, Map<string, Plan>>();

  constructor(isEscaped: boolean) {
    this.#isEscaped = isEscaped;
  }

  #tag(text: string): ReadTag {
    let tag = this.#tags.get(text);
    if (!tag) {
      tag = readTag(text, this.#isEscaped);
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
    if (type.derived) {
      plan.tag = type.derived().find((d) => d.type() === type)?.tag;
    }
    plan.standards = type.derived && plan.tag === undefined ? undefined : standardsOf(type);
    if (type.text) plan.text = byteReaderOf(type.text);
    else if (type.content) this.#particle(type.content, scope, parts, repeated);
    plan.parts = parts;
    return plan;
  }

  /** How an element of a complex type is read. */
  part(type: ComplexDescriptor, tags: Tags, options: ElementOptions, repeated: boolean): Part {
    const part = new Part();
    part.kind = ELEMENT;
    part.open = this.#tag(`${tags.open}>`);
    part.close = this.#tag(tags.close);
    part.complex = this.complex(type, tags.scope, repeated);
    if (hasAttributes(type)) {
      part.attributed = this.#tag(`${tags.open} `);
      part.element = construct("startTags").attributedElement(type, tags, options, this.#isEscaped);
      for (const one of part.element.types) {
        if (!isReadable(one.descriptor)) continue;
        const plan = this.complex(one.descriptor, tags.scope, repeated);
        one.read = (reader, object) => readObject(reader, plan, object);
      }
    } else if (options.nillable && !type.abstract) part.nil = this.#tag(nilElement(tags));
    return part;
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
    const needed = !canBeEmpty(group);
    const isPlainGroup =
      group.max === 1 &&
      group.k !== "all" &&
      (group.k === "choice"
        ? // Branches of several elements are left out.
          group.items.every((item) => item.k === "el" && item.max === 1 && item.min === 1)
        : group.min === 1 || group.items.every(canBeEmpty));
    if (!isPlainGroup) {
      // Left to the strict reader where it occurs.
      if (needed) parts.push(new Part());
      return;
    }
    if (group.k === "seq") {
      for (const item of group.items) this.#particle(item, scope, parts, repeated);
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
    if (element.prop === "__proto__") return undefined;
    const type: TypeDescriptor = typeOf(element.type);
    const tags = tagsOf(element.name, element.ns, scope);
    let part: Part;
    if (type.k === "simple") {
      part = new Part();
      part.open = this.#tag(`${tags.open}>`);
      part.close = this.#tag(tags.close);
      if (!this.#standard(element, type, part)) return undefined;
      part.simple = byteReaderOf(type);
      if (repeated) part.slot = this.slots++;
      if (element.nillable && element.fixed === undefined) part.nil = this.#tag(nilElement(tags));
    } else {
      if (type.k !== "complex" || !isReadable(type) || element.fixed !== undefined || element.default !== undefined)
        return undefined;
      part = this.part(type, tags, { nillable: element.nillable ?? false }, repeated);
    }
    part.kind = element.max === 1 ? ELEMENT : ELEMENTS;
    part.prop = element.prop;
    part.needed = element.min > 0;
    part.min = element.min;
    part.max = element.max;
    return part;
  }

  /** What the element's default or fixed value asks for; `false` where the strict reader has to look. */
  #standard(element: ElementParticle, type: SimpleDescriptor, part: Part): boolean {
    const codec = simpleCodec(type);
    if (codec.scoped) return false;
    if (element.fixed === undefined && element.default === undefined) return true;
    if (element.max !== 1) return false;
    // An empty element stands for the default, and a fixed value has forms: both are seldom.
    part.refusesEmpty = true;
    if (element.fixed === undefined) return true;
    part.fixed = formOf(codec, element.fixed);
    return part.fixed !== undefined;
  }
}
