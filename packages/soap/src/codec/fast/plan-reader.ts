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
import { type Scope, tagsOf } from "../encode-scope.ts";
import { canBeEmpty, typeOf } from "../particles.ts";
import { type ByteReader, miss, type ReadTag, readTag } from "./byte-reader.ts";
import { type CompiledReader, isPlain } from "./compile-reader.ts";
import { ROOT_SCOPE } from "./root-scope.ts";
import { byteReaderOf, type SimpleReader } from "./simple-reader.ts";

type Fields = Record<string, unknown>;

/** What the reader does next: nothing, see {@link NEVER}, for content that is left to the strict reader. */
const NEVER = 0;
const SIMPLE = 1;
const COMPLEX = 2;
const SIMPLES = 3;
const COMPLEXES = 4;
const CHOICE = 5;

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
  /** An empty text stands for something else. */
  refusesEmpty = false;
  /** The only text that is allowed. */
  fixed: string | undefined = undefined;
  branches: readonly Part[] = [];
}

/** How objects of a type are read. */
class Plan {
  parts: readonly Part[] = [];
  /** Value of `$type`, where the type belongs to a hierarchy. */
  tag: string | undefined = undefined;
}

/**
 * Plans how a message is read, in the form that {@link compileReader} reads too, for where code may not be made: plain data that
 * one loop follows.
 */
export function planReader(descriptor: MessageDescriptor<unknown>, element: ElementName): CompiledReader | undefined {
  if (descriptor.keys) return undefined;
  const type = typeOf(descriptor.type);
  const tags = tagsOf(element.name, element.ns, ROOT_SCOPE);
  if (type.k !== "complex" || !isPlain(type)) return undefined;
  const planner = new Planner();
  const plan = planner.complex(type, tags.scope, false);
  const open = readTag(`${tags.open}>`);
  const close = readTag(tags.close);
  return {
    read(reader) {
      reader.space();
      if (!reader.open(open)) miss();
      const value = readObject(reader, plan);
      reader.close(close);
      return value;
    },
    slots: planner.slots,
  };
}

function readObject(r: ByteReader, plan: Plan): Fields {
  const { parts, tag } = plan;
  const object: Fields = {};
  r.enter();
  if (tag !== undefined) object["$type"] = tag;
  for (let i = 0; i < parts.length; i++) {
    const part = parts[i] as Part;
    if (part.kind === SIMPLE) {
      if (r.at(part.open)) object[part.prop] = readSimple(r, part);
      else if (part.needed) miss();
    } else if (part.kind === COMPLEX) {
      if (r.open(part.open)) {
        object[part.prop] = readObject(r, part.complex as Plan);
        r.close(part.close);
      } else if (part.needed) miss();
    } else readOther(r, part, object);
  }
  r.depth--;
  return object;
}

function readSimple(r: ByteReader, part: Part): unknown {
  const value = (part.simple as SimpleReader).read(r, part.close, part.slot);
  if (part.refusesEmpty && value === "") miss();
  if (part.fixed !== undefined && value !== part.fixed) miss();
  return value;
}

function readOther(r: ByteReader, part: Part, object: Fields): void {
  const { kind, open, min, max } = part;
  if (kind === CHOICE) return readChoice(r, part, object);
  const list: unknown[] = [];
  if (kind === SIMPLES) while (r.at(open)) list.push(readSimple(r, part));
  else if (kind === COMPLEXES) {
    while (r.open(open)) {
      list.push(readObject(r, part.complex as Plan));
      r.close(part.close);
    }
  } else miss();
  if (list.length > 0 ? list.length < min || (max > 0 && list.length > max) : part.needed) miss();
  if (list.length > 0) object[part.prop] = list;
}

/** The first branch that finds its element takes it. */
function readChoice(r: ByteReader, part: Part, object: Fields): void {
  for (const branch of part.branches) {
    if (branch.kind === SIMPLE ? !r.at(branch.open) : !r.open(branch.open)) continue;
    if (branch.kind === SIMPLE) object[branch.prop] = readSimple(r, branch);
    else {
      object[branch.prop] = readObject(r, branch.complex as Plan);
      r.close(branch.close);
    }
    return;
  }
  if (part.needed) miss();
}

class Planner {
  slots = 0;
  readonly #tags = new Map<string, ReadTag>();
  readonly #plans = new Map<ComplexDescriptor, Map<string, Plan>>();

  #tag(text: string): ReadTag {
    let tag = this.#tags.get(text);
    if (!tag) {
      tag = readTag(text);
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
      if (plan.tag === undefined) parts.push(new Part());
    }
    if (type.content) this.#particle(type.content, scope, parts, repeated);
    plan.parts = parts;
    return plan;
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
    const part = new Part();
    const isOne = element.max === 1;
    part.prop = element.prop;
    part.open = this.#tag(`${tags.open}>`);
    part.close = this.#tag(tags.close);
    part.needed = element.min > 0;
    part.min = element.min;
    part.max = element.max;
    if (type.k === "simple") {
      if (!this.#standard(element, type, part)) return undefined;
      part.kind = isOne ? SIMPLE : SIMPLES;
      part.simple = byteReaderOf(type);
      if (repeated) part.slot = this.slots++;
      return part;
    }
    if (type.k !== "complex" || !isPlain(type) || element.fixed !== undefined || element.default !== undefined)
      return undefined;
    part.kind = isOne ? COMPLEX : COMPLEXES;
    part.complex = this.complex(type, tags.scope, repeated);
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
