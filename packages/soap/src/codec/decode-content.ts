import { START, type XmlReader } from "@coo/xml";
import { construct } from "../constructs.ts";
import type { ComplexDescriptor, ElementParticle, GroupParticle, Particle, TypeDescriptor } from "../gen1.ts";
import { shorten } from "../issue.ts";
import { formOf, identityOf, simpleCodec } from "../simple/simple-codec.ts";
import { collapse } from "../simple/white-space.ts";
import type { DecodeContext, Known, ValueReader } from "./decode-context.ts";
import { nilReader } from "./decode-nil.ts";
import { type ContentReader, type Fields, plainContext, shown, simpleReader } from "./decode-text.ts";
import type { Declared } from "./instance-tree.ts";
import { XSI_NS } from "./names.ts";
import { allOf, canBeEmpty, describeNames, type FirstSet, firstOf, namesOf, typeOf } from "./particles.ts";
import { readsAhead } from "./reads-ahead.ts";
import type { Step } from "./trail.ts";
import { allowsName } from "./wildcard.ts";

/** Makes the reader of a type's elements. */
export type MakeValueReader = (type: TypeDescriptor) => ValueReader;

const NOTHING: Known = { has: () => false, once: () => false };

/** What the readers of one type's content share. */
export interface ContentScope extends Known {
  readonly values: MakeValueReader;
}

/** How many particles can take an element; repeated groups count twice, since they take it again. */
function takers(particle: Particle, name: string, ns: string): number {
  if (particle.k === "any") return 0;
  if (particle.k === "el") return namesOf(particle).some((n) => n.name === name && n.ns === ns) ? 1 : 0;
  const each = particle.items.reduce((sum, item) => sum + takers(item, name, ns), 0);
  return particle.max === 1 ? each : 2 * each;
}

function knownElements(set: FirstSet, single?: Particle): Known {
  const byName = new Map<string, Set<string>>();
  for (const { name, ns } of set.names) {
    const found = byName.get(name);
    if (found) found.add(ns);
    else byName.set(name, new Set([ns]));
  }
  const { wildcards } = set;
  const wild: Known["has"] =
    wildcards.length === 0 ? () => false : (name, ns) => wildcards.some((w) => allowsName(w, name, ns));
  return {
    has: (name, ns) => (byName.get(name)?.has(ns) ?? false) || wild(name, ns),
    once: (name, ns) => single !== undefined && !wild(name, ns) && takers(single, name, ns) === 1,
  };
}

export function makeContent(
  type: ComplexDescriptor,
  values: MakeValueReader,
): { read: ContentReader; known: Known; expected: string } {
  const open = type.open ? construct("wildcards").openReader(type.open) : undefined;
  if (!type.content) return { read: () => {}, known: open ? { ...NOTHING, open } : NOTHING, expected: "" };
  const every = allOf(type.content);
  const known: ContentScope = { ...knownElements(every, type.content), values, ...(open ? { open } : {}) };
  const read = readsAhead(type.content)
    ? particleReader(type.content, known)
    : construct("groups").bufferedReader(type.content, known);
  return { read, known, expected: describeNames(every.names) };
}

export function unexpectedChild(context: DecodeContext, expected: string): void {
  const { reader, full } = context;
  if (full && full.name === reader.local && full.ns === reader.ns) {
    context.fail({ code: "max_occurs", limit: full.max, actual: full.max + 1 }, full.step);
  } else {
    const limit = expected === "" ? "" : `, expected ${expected}`;
    context.fail({ code: "unexpected_element", actual: shown(reader), limit });
  }
}

export function particleReader(particle: Particle, known: ContentScope): ContentReader {
  switch (particle.k) {
    case "el":
      return elementReader(particle, known);
    case "any":
      return construct("wildcards").anyReader(particle, known);
    default:
      return particle.max === 1
        ? groupReader(particle, known)
        : construct("groups").repeatedGroupReader(particle, known);
  }
}

/** Whether the reader stands at an element of the set. */
type Matcher = (context: DecodeContext) => boolean;

export function matcherOf(set: FirstSet): Matcher {
  const { names, wildcards } = set;
  const [only] = names;
  if (names.length === 1 && only && wildcards.length === 0) {
    const { name, ns } = only;
    return (context) => context.at === START && context.reader.local === name && context.reader.ns === ns;
  }
  const known = knownElements(set);
  return (context) => context.at === START && known.has(context.reader.local, context.reader.ns);
}

/** What stands for nothing: an absent optional value that the wire profile writes as an empty or nil element. */
export const ABSENT: unique symbol = Symbol("absent");

/** Reads one occurrence: xsi:nil, default, fixed, substitutes, constraints. */
export function occurrenceReader(element: ElementParticle, values: MakeValueReader): ValueReader {
  if (element.substitutes) return construct("derived").substituteReader(element, values);
  let read = declaredReader(element, values);
  if (element.blocked) read = construct("derived").unblocked(element, element.blocked, read);
  return element.keys ? identityReader(element, read) : read;
}

/** Checks identity constraints once the whole element has been read. */
export function identityReader(element: Declared, read: ValueReader): ValueReader {
  const { checkIdentity, instanceNode } = construct("identity");
  return (context, step, index) => {
    const outer = context.typed;
    context.typed ??= new Map();
    const before = context.trail.issues.length;
    const value = read(context, step, index);
    // What is wrong by itself has no keys to compare.
    if (context.trail.issues.length === before && value !== undefined && value !== ABSENT) {
      for (const broken of checkIdentity(instanceNode(element, value, context))) context.fail(broken, step, index);
    }
    context.typed = outer;
    return value;
  };
}

function declaredReader(element: ElementParticle, values: MakeValueReader): ValueReader {
  const type = typeOf(element.type);
  const { nillable, fixed } = element;
  const standard = element.fixed ?? element.default;
  const simple = type.k === "simple" ? type : type.k === "complex" ? type.text : undefined;
  const codec = simple ? simpleCodec(simple) : undefined;
  const fixedKey = fixed === undefined || !codec ? undefined : identityOf(codec, fixed);
  const fixedForm = fixed === undefined || !codec ? undefined : formOf(codec, fixed);
  const inner: ValueReader =
    type.k === "simple" ? simpleReader(type, standard) : withStandard(values(type), codec ? standard : undefined);
  const optional = element.min === 0 && element.max === 1 && type.k === "simple" && standard === undefined;
  const read: ValueReader =
    fixedKey === undefined
      ? fixed === undefined || codec
        ? inner
        : fixedReader(type, fixed, inner)
      : (context, step, index) => {
          const value = inner(context, step, index);
          if (value === undefined) return undefined;
          const bare = type.k === "complex" ? (value as Fields)["$value"] : value;
          if (bare === undefined) return value;
          if (codec?.identity(bare) === fixedKey) {
            // One value can have several forms: the type of the property names the schema's.
            if (typeof bare !== "string" || fixedForm === undefined) return value;
            return type.k === "complex" ? { ...(value as Fields), $value: fixedForm } : fixedForm;
          }
          const text = String(codec?.write(bare, plainContext(context)) ?? "");
          context.fail({ code: "fixed", value: shorten(text), limit: fixed as string }, step, index);
          return undefined;
        };
  if (element.abstract) {
    return (context, step, index) => {
      context.fail({ code: "abstract", limit: element.name }, step, index);
      context.reader.skip();
      return undefined;
    };
  }
  if (!nillable && !optional) return read;
  let nil: ValueReader | undefined;
  return (context, step, index) => {
    const { reader } = context;
    if (reader.attributeCount > 0) {
      const stated = reader.attribute(XSI_NS, "nil");
      const mayBeNil = nillable || (optional && context.emptyValues === "nil");
      if (stated !== undefined && mayBeNil) {
        const verdict = collapse(stated);
        if (verdict === "true" || verdict === "1") {
          if (fixed !== undefined) context.fail({ code: "nil" }, step, index);
          nil ??= nilReader(type);
          const value = nil(context, step, index);
          return nillable ? value : ABSENT;
        }
        if (verdict !== "false" && verdict !== "0") {
          context.fail({ code: "lexical", value: shorten(stated), limit: "xs:boolean" }, step, index);
        }
        context.nilAccepted = reader.startOffset;
      }
    }
    if (optional && context.emptyValues === "empty" && reader.attributeCount === 0 && isEmpty(reader)) {
      reader.skip();
      return ABSENT;
    }
    return read(context, step, index);
  };
}

/** Compares mixed or any content with the text that the declaration fixes. */
function fixedReader(type: TypeDescriptor, fixed: string, read: ValueReader): ValueReader {
  const { isFixedContent } = construct("wildcards");
  return (context, step, index) => {
    const value = read(context, step, index);
    if (!isFixedContent(type, value, fixed)) context.fail({ code: "fixed", value: "", limit: fixed }, step, index);
    return value;
  };
}

/** Whether the element at the reader is written without any content. */
function isEmpty(reader: XmlReader): boolean {
  if (reader.isEmptyElement) return true;
  return reader.source.startsWith("</", reader.offset);
}

function withStandard(read: ValueReader, standard: string | undefined): ValueReader {
  if (standard === undefined) return read;
  return (context, step, index) => {
    context.standard = standard;
    return read(context, step, index);
  };
}

function elementReader(element: ElementParticle, known: ContentScope): ContentReader {
  const { prop, min, max } = element;
  const step: Step = { prop, name: element.name };
  const matches = matcherOf(firstOf(element));
  let read: ValueReader | undefined;
  if (max === 1) {
    return (object, context) => {
      while (!matches(context)) {
        if (context.stray(known)) continue;
        if (min > 0) missing(context, step);
        return;
      }
      read ??= occurrenceReader(element, known.values);
      const value = read(context, step, -1);
      if (value !== undefined && value !== ABSENT) object[prop] = value;
      context.advance(known);
      if (context.at === START && matches(context)) {
        context.full = { name: context.reader.local, ns: context.reader.ns, step, max };
      }
    };
  }
  return (object, context) => {
    while (!matches(context)) {
      if (context.stray(known)) continue;
      if (min > 0) missing(context, step);
      return;
    }
    read ??= occurrenceReader(element, known.values);
    const values: unknown[] = [];
    let count = 0;
    do {
      const value = read(context, step, count++);
      if (value !== undefined) values.push(value);
      context.advance(known);
    } while (count !== max && matches(context));
    // One more of it belongs to a later particle of the same name, or is one too many.
    if (count === max && matches(context)) {
      context.full = { name: context.reader.local, ns: context.reader.ns, step, max };
    }
    if (count < min) context.fail({ code: "min_occurs", limit: min, actual: count }, step);
    object[prop] = values;
  };
}

export function missing(context: DecodeContext, step: Step): void {
  context.fail({ code: "required" }, step);
}

export function groupReader(group: GroupParticle, known: ContentScope): ContentReader {
  const matches = matcherOf(firstOf(group));
  const inner =
    group.k === "seq"
      ? sequenceReader(group, known)
      : group.k === "choice"
        ? choiceReader(group, known)
        : construct("groups").allReader(group, known);
  if (group.min > 0) return inner;
  return (object, context) => {
    if (matches(context)) inner(object, context);
  };
}

function sequenceReader(group: GroupParticle, known: ContentScope): ContentReader {
  const items = group.items.map((item) => particleReader(item, known));
  return (object, context) => {
    for (const item of items) item(object, context);
  };
}

function choiceReader(group: GroupParticle, known: ContentScope): ContentReader {
  const branches = group.items.map((item) => ({
    matches: matcherOf(firstOf(item)),
    read: particleReader(item, known),
  }));
  const optional = group.items.some(canBeEmpty);
  const limit = describeNames(firstOf(group).names);
  return (object, context) => {
    do {
      for (const branch of branches) if (branch.matches(context)) return branch.read(object, context);
    } while (context.stray(known));
    if (optional) return;
    const actual = context.at === START ? shown(context.reader) : "none";
    context.fail({ code: "choice", limit, actual });
  };
}
