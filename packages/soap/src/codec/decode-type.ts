import { END, START, TEXT, type XmlReader } from "@coo/xml";
import { SoapError } from "../errors.ts";
import type {
  AnyParticle,
  AttributeDescriptor,
  ComplexDescriptor,
  ElementParticle,
  GroupParticle,
  Particle,
  RawElement,
  SimpleDescriptor,
  TypeDescriptor,
  WildcardDescriptor,
} from "../gen1.ts";
import { shorten } from "../issue.ts";
import { simpleCodec } from "../simple/simple-codec.ts";
import { collapse } from "../simple/white-space.ts";
import { isAmbiguous } from "./ambiguity.ts";
import { type Child, matchContent, particleFor } from "./content-match.ts";
import type { DecodeContext, Known } from "./decode-context.ts";
import { mixedAllows } from "./encode-type.ts";
import { ENC11_NS, ENC12_NS, XSD_NS, XSI_NS } from "./names.ts";
import { allOf, canBeEmpty, describeNames, type FirstSet, firstOf, namesOf, typeOf } from "./particles.ts";
import { captureRaw } from "./raw.ts";
import type { Step } from "./trail.ts";
import { allowsNamespace } from "./wildcard.ts";

type Fields = Record<string, unknown>;

/** Reads the element at a START event up to its END; `undefined` when it is wrong, the issue is noted then. */
export type ValueReader = (context: DecodeContext, step: Step | undefined, index: number) => unknown;

/** Reads children into an object. The context's `at` tells where it stands before and after. */
type ContentReader = (object: Fields, context: DecodeContext) => void;

/** A reader of elements of `type`. Types may refer to themselves: readers are made on first use. */
export function valueReader(type: TypeDescriptor): ValueReader {
  if (type.k === "simple") return simpleReader(type, undefined);
  if (type.k === "anyType") return rawReader;
  return (context, step, index) => complexReader(type)(context, step, index);
}

const rawReader: ValueReader = (context) => captureRaw(context.reader);

// ---- simple types

/** Text of the element at the reader, up to its END; `undefined` when an element stands in it. */
function readText(context: DecodeContext, step: Step | undefined, index: number): string | undefined {
  const { reader } = context;
  let text = "";
  let broken = false;
  for (;;) {
    const event = reader.next();
    if (event === TEXT) text = text === "" ? reader.text : text + reader.text;
    else if (event === END) return broken ? undefined : text;
    else if (event === START) {
      if (context.strict) {
        broken = true;
        context.fail({ code: "unexpected_element", actual: shown(reader), limit: "" }, step, index);
        reader.skip();
      } else context.keepAside();
    }
  }
}

function shown(reader: XmlReader): string {
  return `<${shorten(reader.qname)}>`;
}

function simpleReader(type: SimpleDescriptor, standard: string | undefined): ValueReader {
  const codec = simpleCodec(type);
  return (context, step, index) => {
    const { reader } = context;
    const offset = reader.startOffset;
    if (reader.attributeCount > 0) instanceAttributes(context, step, index, type);
    if (codec.scoped) context.keepScope();
    const text = readText(context, step, index);
    if (text === undefined) return undefined;
    const value =
      text === "" && standard !== undefined ? codec.read(standard, plainContext(context)) : codec.read(text, context);
    if (codec.scoped) context.dropScope();
    if (value === undefined) context.failed(step, index, offset);
    return value;
  };
}

/** Attributes of an element that declares none: only those of the schema instance namespace (and of SOAP encoding) may stand. */
function instanceAttributes(
  context: DecodeContext,
  step: Step | undefined,
  index: number,
  type: SimpleDescriptor | undefined,
): void {
  const { reader } = context;
  for (let i = 0; i < reader.attributeCount; i++) {
    const ns = reader.attributeNs(i);
    if (ns === XSI_NS) {
      instanceAttribute(context, i, step, index, type);
    } else if (context.strict && !isEncodingAttribute(ns, reader.attributeLocal(i))) {
      unexpectedAttribute(context, i, step, index);
    }
  }
}

function unexpectedAttribute(context: DecodeContext, i: number, step: Step | undefined, index: number): void {
  const { reader } = context;
  context.fail(
    { code: "unexpected_attribute", actual: shorten(reader.attributeLocal(i)) },
    step,
    index,
    reader.attributeOffset(i),
  );
}

/** encodingStyle and the attributes of SOAP arrays are no part of any schema. */
function isEncodingAttribute(ns: string, local: string): boolean {
  return (
    local === "encodingStyle" &&
    (ns === "http://schemas.xmlsoap.org/soap/envelope/" || ns === "http://www.w3.org/2003/05/soap-envelope")
  );
}

function instanceAttribute(
  context: DecodeContext,
  i: number,
  step: Step | undefined,
  index: number,
  type: SimpleDescriptor | undefined,
): void {
  const { reader } = context;
  const local = reader.attributeLocal(i);
  if (local === "schemaLocation" || local === "noNamespaceSchemaLocation" || !context.strict) return;
  if (local === "type" && type) {
    const name = typeName(context, reader.attributeValue(i));
    const fits =
      name !== undefined &&
      (name.ns === XSD_NS || name.ns === ENC11_NS ? isSame(name.local, type) : name.local === type.name);
    if (fits) return;
    const limit = type.name ?? `xs:${type.builtin}`;
    context.fail(
      { code: "unknown_type", actual: shorten(reader.attributeValue(i)), limit },
      step,
      index,
      reader.attributeOffset(i),
    );
    return;
  }
  if (local === "nil") {
    if (context.nilAccepted === reader.startOffset) return;
    // The schema forbids the attribute, even with false, where the element is not nillable.
    context.fail({ code: "nil" }, step, index, reader.attributeOffset(i));
    return;
  }
  if (local !== "type") unexpectedAttribute(context, i, step, index);
}

/** Whether a built-in type named by xsi:type is the declared one. */
function isSame(local: string, type: SimpleDescriptor): boolean {
  return local === type.builtin || type.builtin === "anySimpleType";
}

function typeName(context: DecodeContext, value: string): { readonly ns: string; readonly local: string } | undefined {
  const text = collapse(value);
  const colon = text.indexOf(":");
  const ns = context.reader.lookupNamespace(colon < 0 ? "" : text.slice(0, colon));
  return ns === undefined ? undefined : { ns, local: text.slice(colon + 1) };
}

// ---- complex types

const readers = new WeakMap<ComplexDescriptor, ValueReader>();

function complexReader(type: ComplexDescriptor): ValueReader {
  let reader = readers.get(type);
  if (!reader) {
    reader = makeComplexReader(type);
    readers.set(type, reader);
  }
  return reader;
}

function makeComplexReader(type: ComplexDescriptor): ValueReader {
  if (type.soapArray) return arrayReader(type);
  const own = ownReader(type);
  const { derived } = type;
  if (!derived) {
    return (context, step, index) => {
      if (context.reader.attributeCount > 0) {
        const declared = context.reader.attribute(XSI_NS, "type");
        if (declared !== undefined) {
          const name = typeName(context, declared);
          if (!name || name.local !== type.name || name.ns !== type.ns) {
            wrongType(context, declared, type.name, step, index);
            context.reader.skip();
            return undefined;
          }
        }
      }
      if (type.abstract) {
        context.fail({ code: "abstract", limit: type.name }, step, index);
        context.reader.skip();
        return undefined;
      }
      return own(context, {}, step, index);
    };
  }
  let candidates: { tag: string; type: ComplexDescriptor; read: OwnReader }[] | undefined;
  const make = (): NonNullable<typeof candidates> =>
    derived().map((d) => {
      const target = d.type();
      return { tag: d.tag, type: target, read: target === type ? own : ownReader(target) };
    });
  return (context, step, index) => {
    candidates ??= make();
    const declared = context.reader.attribute(XSI_NS, "type");
    const name = declared === undefined ? type : typeName(context, declared);
    const found =
      name &&
      candidates.find((c) => c.type.ns === name.ns && c.type.name === ("local" in name ? name.local : name.name));
    if (!found) {
      if (declared === undefined) context.fail({ code: "abstract", limit: type.name }, step, index);
      else wrongType(context, declared, candidates.map((c) => c.tag).join(" | "), step, index);
      context.reader.skip();
      return undefined;
    }
    return found.read(context, { $type: found.tag }, step, index);
  };
}

function wrongType(context: DecodeContext, actual: string, limit: string, step: Step | undefined, index: number): void {
  context.fail({ code: "unknown_type", actual: shorten(actual), limit }, step, index);
}

type OwnReader = (context: DecodeContext, object: Fields, step: Step | undefined, index: number) => Fields | undefined;

/** Reads one type into `object`, without regard to what may be derived from it. */
function ownReader(type: ComplexDescriptor): OwnReader {
  const attributes = attributesReader(type);
  let content: { read: ContentReader; known: Known; expected: string } | undefined;
  const textCodec = type.text ? simpleCodec(type.text) : undefined;
  return (context, object, step, index) => {
    const { reader } = context;
    const entered = step !== undefined;
    if (entered) context.trail.enter(step, index);
    if (attributes !== undefined || reader.attributeCount > 0) (attributes ?? noAttributes)(object, context);
    if (textCodec) {
      const offset = reader.startOffset;
      const { standard } = context;
      context.standard = undefined;
      if (textCodec.scoped) context.keepScope();
      const text = readText(context, undefined, -1);
      if (text !== undefined) {
        const value =
          text === "" && standard !== undefined
            ? textCodec.read(standard, plainContext(context))
            : textCodec.read(text, context);
        if (textCodec.scoped) context.dropScope();
        if (value === undefined) context.failed(VALUE, -1, offset);
        else object["$value"] = value;
      }
    } else if (type.mixed) {
      object["$mixed"] = readMixed(type, context);
    } else {
      content ??= makeContent(type);
      const { full } = context;
      context.full = undefined;
      context.advance(content.known);
      content.read(object, context);
      while (context.at === START) {
        unexpectedChild(context, content.expected);
        reader.skip();
        context.advance(content.known);
      }
      context.full = full;
    }
    if (entered) context.trail.leave();
    return object;
  };
}

function unexpectedChild(context: DecodeContext, expected: string): void {
  const { reader, full } = context;
  if (full && full.name === reader.local && full.ns === reader.ns) {
    context.fail({ code: "max_occurs", limit: full.max, actual: full.max + 1 }, full.step);
  } else {
    const limit = expected === "" ? "" : `, expected ${expected}`;
    context.fail({ code: "unexpected_element", actual: shown(reader), limit });
  }
}

const VALUE: Step = { prop: "$value", name: "" };
const NO_ATTRIBUTES: ContentReader = attributesReaderOf([], undefined);

function noAttributes(object: Fields, context: DecodeContext): void {
  NO_ATTRIBUTES(object, context);
}

function makeContent(type: ComplexDescriptor): { read: ContentReader; known: Known; expected: string } {
  if (!type.content) return { read: () => {}, known: { has: () => false, once: () => false }, expected: "" };
  const every = allOf(type.content);
  const known = knownElements(every, type.content);
  const read = isAmbiguous(type.content) ? bufferedReader(type.content, known) : particleReader(type.content, known);
  return { read, known, expected: describeNames(every.names) };
}

/** Reads all children first and then fits them in: for content models that cannot be read straight ahead. */
function bufferedReader(content: Particle, known: Known): ContentReader {
  const readers = new Map<ElementParticle, ValueReader>();
  return (object, context) => {
    const { reader } = context;
    const children: Child[] = [];
    const offsets: number[] = [];
    while (context.at === START) {
      const { local: name, ns } = reader;
      const particle = particleFor(content, name, ns);
      if (!particle && !known.has(name, ns)) {
        if (!context.stray(known)) break;
        continue;
      }
      offsets.push(reader.startOffset);
      if (particle) {
        let read = readers.get(particle);
        if (!read) {
          read = occurrenceReader(particle);
          readers.set(particle, read);
        }
        const step = { prop: particle.prop, name };
        const index = particle.max === 1 ? -1 : children.filter((c) => c.name === name && c.ns === ns).length;
        const value = read(context, step, index);
        children.push({ name, ns, value: value === ABSENT ? undefined : value, wild: false });
      } else children.push({ name, ns, value: captureRaw(reader), wild: true });
      context.advance(known);
    }
    const found = matchContent(content, children);
    if (typeof found === "object") Object.assign(object, found);
    else if (found < children.length) {
      const actual = `<${shorten(children[found]?.name ?? "")}>`;
      context.fail({ code: "unexpected_element", actual, limit: "" }, undefined, -1, offsets[found]);
    } else context.fail({ code: "required" });
  };
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
  const wild = (ns: string): boolean => set.wildcards.some((w) => allowsNamespace(w, ns));
  return {
    has: (name, ns) => (byName.get(name)?.has(ns) ?? false) || wild(ns),
    once: (name, ns) => single !== undefined && !wild(ns) && takers(single, name, ns) === 1,
  };
}

function readMixed(type: ComplexDescriptor, context: DecodeContext): (string | RawElement)[] {
  const { reader } = context;
  const parts: (string | RawElement)[] = [];
  const add = (text: string): void => {
    const last = parts.length - 1;
    if (typeof parts[last] === "string") parts[last] += text;
    else parts.push(text);
  };
  for (;;) {
    const event = reader.next();
    if (event === END) return parts;
    if (event === TEXT) add(reader.text);
    else if (event === START) {
      if (mixedAllows(type, reader.local, reader.ns)) parts.push(captureRaw(reader));
      else if (context.strict) {
        context.fail({ code: "unexpected_element", actual: shown(reader), limit: "" });
        reader.skip();
      } else context.keepAside();
    }
  }
}

// ---- attributes

function attributesReader(type: ComplexDescriptor): ContentReader | undefined {
  if (!type.attrs && !type.anyAttr) return undefined;
  return attributesReaderOf(type.attrs ?? [], type.anyAttr);
}

function attributesReaderOf(
  attributes: readonly AttributeDescriptor[],
  wildcard: WildcardDescriptor | undefined,
): ContentReader {
  const each = attributes.map((a) => {
    const codec = simpleCodec(a.type);
    return {
      ...a,
      codec,
      step: { prop: a.prop, name: `@${a.name}` },
      fixedKey: a.fixed === undefined ? undefined : codec.key(a.fixed),
    };
  });
  return (object, context) => {
    const { reader } = context;
    const { attributeCount } = reader;
    let taken = 0;
    for (const a of each) {
      const text = attributeCount === 0 ? undefined : reader.attribute(a.ns, a.name);
      if (text === undefined) {
        if (a.required) context.fail({ code: "required" }, a.step);
        else if (a.default !== undefined) object[a.prop] = a.codec.read(a.default, plainContext(context));
        continue;
      }
      taken++;
      const value = a.codec.read(text, context);
      if (value === undefined) context.failed(a.step);
      else if (a.fixedKey !== undefined && keyOf(a.codec.key, text, value) !== a.fixedKey) {
        context.fail({ code: "fixed", value: shorten(text), limit: a.fixed as string }, a.step);
      } else object[a.prop] = value;
    }
    if (taken === attributeCount) return;
    for (let i = 0; i < attributeCount; i++) {
      const ns = reader.attributeNs(i);
      const local = reader.attributeLocal(i);
      if (each.some((a) => a.name === local && a.ns === ns)) continue;
      if (ns === XSI_NS) {
        // xsi:type was looked at before.
        if (local !== "type") instanceAttribute(context, i, undefined, -1, undefined);
      } else if (wildcard && allowsNamespace(wildcard, ns)) {
        let others = object["$attributes"] as Record<string, string> | undefined;
        if (!others) {
          others = {};
          object["$attributes"] = others;
        }
        const name = ns === "" ? local : `{${ns}}${local}`;
        Object.defineProperty(others, name, {
          value: reader.attributeValue(i),
          enumerable: true,
          configurable: true,
          writable: true,
        });
      } else if (context.strict && !isEncodingAttribute(ns, local)) unexpectedAttribute(context, i, undefined, -1);
    }
  };
}

/** Key of a value for comparing with `fixed`, whatever booleans look like on this wire. */
function keyOf(key: (text: string) => string, text: string, value: unknown): string {
  return typeof value === "boolean" ? String(value) : key(text);
}

/** Defaults stand in the schema: they are not in the form of the wire. */
function plainContext(context: DecodeContext): DecodeContext {
  return Object.create(context, {
    booleans: { value: "true-false" },
    lineBreaks: { value: "lf" },
  }) as DecodeContext;
}

// ---- content

function particleReader(particle: Particle, known: Known): ContentReader {
  switch (particle.k) {
    case "el":
      return elementReader(particle, known);
    case "any":
      return anyReader(particle, known);
    default:
      return particle.max === 1 ? groupReader(particle, known) : repeatedGroupReader(particle, known);
  }
}

/** Whether the reader stands at an element of the set. */
type Matcher = (context: DecodeContext) => boolean;

function matcherOf(set: FirstSet): Matcher {
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
const ABSENT: unique symbol = Symbol("absent");

/** Reads one occurrence: xsi:nil, default, fixed, substitutes. */
function occurrenceReader(element: ElementParticle): ValueReader {
  if (element.substitutes) return substituteReader(element);
  const type = typeOf(element.type);
  const { nillable, fixed } = element;
  const standard = element.fixed ?? element.default;
  const simple = type.k === "simple" ? type : type.k === "complex" ? type.text : undefined;
  const codec = simple ? simpleCodec(simple) : undefined;
  const fixedKey = fixed === undefined || !codec ? undefined : codec.key(fixed);
  const inner: ValueReader =
    type.k === "simple" ? simpleReader(type, standard) : withStandard(valueReader(type), codec ? standard : undefined);
  const optional = element.min === 0 && element.max === 1 && type.k === "simple" && standard === undefined;
  const read: ValueReader =
    fixedKey === undefined
      ? inner
      : (context, step, index) => {
          const value = inner(context, step, index);
          if (value === undefined) return undefined;
          const bare = type.k === "complex" ? (value as Fields)["$value"] : value;
          const text = codec?.write(bare, plainContext(context));
          if (text === undefined || codec?.key(text) === fixedKey) return value;
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
  return (context, step, index) => {
    const { reader } = context;
    if (reader.attributeCount > 0) {
      const nil = reader.attribute(XSI_NS, "nil");
      const mayBeNil = nillable || (optional && context.emptyValues === "nil");
      if (nil !== undefined && mayBeNil) {
        const verdict = collapse(nil);
        if (verdict === "true" || verdict === "1") {
          readNil(context, step, index, type);
          return nillable ? null : ABSENT;
        }
        if (verdict !== "false" && verdict !== "0") {
          context.fail({ code: "lexical", value: shorten(nil), limit: "xs:boolean" }, step, index);
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

/** Whether the element at the reader is written without any content. */
function isEmpty(reader: XmlReader): boolean {
  if (reader.isEmptyElement) return true;
  return reader.source.startsWith("</", reader.offset);
}

function readNil(context: DecodeContext, step: Step | undefined, index: number, type: TypeDescriptor): void {
  const { reader } = context;
  context.nilAccepted = reader.startOffset;
  // Attributes are checked; null has no place for them.
  if (type.k === "complex" && type.attrs) attributesReaderOf(type.attrs, type.anyAttr)({}, context);
  else if (reader.attributeCount > 1) nilAttributes(context, step, index, type);
  const depth = reader.depth;
  for (;;) {
    const event = reader.next();
    if (event === END && reader.depth === depth) return;
    if (event === END) continue;
    if (reader.depth <= depth + 1) context.fail({ code: "nil_content" }, step, index);
  }
}

function nilAttributes(context: DecodeContext, step: Step | undefined, index: number, type: TypeDescriptor): void {
  const { reader } = context;
  for (let i = 0; i < reader.attributeCount; i++) {
    const ns = reader.attributeNs(i);
    if (ns === XSI_NS) {
      if (reader.attributeLocal(i) !== "nil") {
        instanceAttribute(context, i, step, index, type.k === "simple" ? type : undefined);
      }
    } else if (context.strict && type.k !== "anyType" && !isEncodingAttribute(ns, reader.attributeLocal(i))) {
      unexpectedAttribute(context, i, step, index);
    }
  }
}

function withStandard(read: ValueReader, standard: string | undefined): ValueReader {
  if (standard === undefined) return read;
  return (context, step, index) => {
    context.standard = standard;
    return read(context, step, index);
  };
}

function substituteReader(element: ElementParticle): ValueReader {
  let members: { tag: string; name: string; ns: string; wrapped: boolean; read: ValueReader }[] | undefined;
  return (context, step, index) => {
    members ??= (element.substitutes?.() ?? []).map((m) => {
      const type = typeOf(m.type);
      const particle: ElementParticle = {
        k: "el",
        prop: element.prop,
        name: m.name,
        ns: m.ns,
        type: m.type,
        min: 1,
        max: 1,
        ...(m.nillable ? { nillable: true } : {}),
      };
      return {
        tag: m.tag,
        name: m.name,
        ns: m.ns,
        wrapped: type.k !== "complex" || type.soapArray !== undefined,
        read: occurrenceReader(particle),
      };
    });
    const { reader } = context;
    const found = members.find((m) => m.name === reader.local && m.ns === reader.ns);
    if (!found) {
      context.fail({ code: "unknown_substitute", actual: shown(reader), limit: describeNames(members) }, step, index);
      reader.skip();
      return undefined;
    }
    const value = found.read(context, step, index);
    if (value === undefined) return undefined;
    if (found.wrapped || value === null) return { $element: found.tag, $value: value };
    return { $element: found.tag, ...(value as Fields) };
  };
}

function elementReader(element: ElementParticle, known: Known): ContentReader {
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
      read ??= occurrenceReader(element);
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
    read ??= occurrenceReader(element);
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

function missing(context: DecodeContext, step: Step): void {
  context.fail({ code: "required" }, step);
}

function anyReader(any: AnyParticle, known: Known): ContentReader {
  const { prop, min } = any;
  const most = any.max < 0 ? Number.POSITIVE_INFINITY : any.max;
  const step: Step = { prop, name: "" };
  return (object, context) => {
    const { reader } = context;
    const values: RawElement[] = [];
    while (context.at === START && allowsNamespace(any, reader.ns) && values.length < most) {
      values.push(captureRaw(reader));
      context.advance(known);
    }
    if (values.length < min) {
      context.fail(
        values.length === 0 ? { code: "required" } : { code: "min_occurs", limit: min, actual: values.length },
        step,
      );
    }
    if (values.length > 0) object[prop] = values;
  };
}

function groupReader(group: GroupParticle, known: Known): ContentReader {
  const matches = matcherOf(firstOf(group));
  const inner =
    group.k === "seq"
      ? sequenceReader(group, known)
      : group.k === "choice"
        ? choiceReader(group, known)
        : allReader(group, known);
  if (group.min > 0) return inner;
  return (object, context) => {
    if (matches(context)) inner(object, context);
  };
}

function sequenceReader(group: GroupParticle, known: Known): ContentReader {
  const items = group.items.map((item) => particleReader(item, known));
  return (object, context) => {
    for (const item of items) item(object, context);
  };
}

function choiceReader(group: GroupParticle, known: Known): ContentReader {
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

function allReader(group: GroupParticle, known: Known): ContentReader {
  const items = group.items.map((item) => ({
    matches: matcherOf(firstOf(item)),
    read: particleReader(item, known),
    needed: !canBeEmpty(item),
  }));
  return (object, context) => {
    const seen = new Set<number>();
    for (;;) {
      const index = context.at === START ? items.findIndex((item, i) => !seen.has(i) && item.matches(context)) : -1;
      if (index < 0) break;
      seen.add(index);
      items[index]?.read(object, context);
    }
    // At the end, each that is still needed says so itself.
    items.forEach((item, i) => {
      if (item.needed && !seen.has(i)) item.read(object, context);
    });
  };
}

function repeatedGroupReader(group: GroupParticle, known: Known): ContentReader {
  const { prop, min } = group;
  const most = group.max < 0 ? Number.POSITIVE_INFINITY : group.max;
  if (prop === undefined) {
    throw new SoapError("SOAP_DESCRIPTOR", "a repeated group needs a property", "重复的内容组缺少属性名");
  }
  const step: Step = { prop, name: "" };
  const matches = matcherOf(firstOf(group));
  const once = groupReader({ ...group, min: 1, max: 1 }, known);
  const needed = canBeEmpty({ ...group, min: 1 }) ? 0 : min;
  return (object, context) => {
    const values: Fields[] = [];
    while (matches(context) && values.length < most) {
      const item: Fields = {};
      context.trail.enter(step, values.length);
      once(item, context);
      context.trail.leave();
      values.push(item);
    }
    if (values.length < needed) {
      context.fail(
        values.length === 0 ? { code: "required" } : { code: "min_occurs", limit: min, actual: values.length },
        step,
      );
    }
    if (values.length > 0) object[prop] = values;
  };
}

// ---- SOAP arrays

function arrayReader(type: ComplexDescriptor): ValueReader {
  const { item, itemName } = type.soapArray as NonNullable<ComplexDescriptor["soapArray"]>;
  const step: Step = { prop: "", name: itemName };
  let read: ValueReader | undefined;
  const anything: Known = { has: () => true, once: () => false };
  return (context, at, index) => {
    read ??= occurrenceReader({
      k: "el",
      prop: "",
      name: itemName,
      ns: "",
      type: item,
      min: 1,
      max: -1,
      nillable: true,
    });
    const { reader } = context;
    const size = arraySize(context, at, index);
    const values: unknown[] = [];
    if (at) context.trail.enter(at, index);
    context.advance(anything);
    while (context.at === START) {
      // The names of items mean nothing in an encoded array.
      if (reader.attribute("", "href") !== undefined || reader.attribute(ENC12_NS, "ref") !== undefined) {
        context.fail({ code: "unsupported", limit: "a reference to another element (href)" }, step, values.length);
      }
      const value = read(context, step, values.length);
      values.push(value === undefined ? null : value);
      context.advance(anything);
    }
    if (at) context.trail.leave();
    if (size !== undefined && size !== values.length) {
      context.fail({ code: "length", limit: size, actual: values.length }, at, index);
    }
    return values;
  };
}

/** Number of items an array says it has; `undefined` when it does not say. */
function arraySize(context: DecodeContext, at: Step | undefined, index: number): number | undefined {
  const { reader } = context;
  for (const ns of [ENC11_NS, ENC12_NS]) {
    if (reader.attribute(ns, "offset") !== undefined || reader.attribute(ns, "position") !== undefined) {
      context.fail({ code: "unsupported", limit: "a partially transmitted array" }, at, index);
    }
  }
  const declared = reader.attribute(ENC11_NS, "arrayType");
  const dimensions =
    declared === undefined ? reader.attribute(ENC12_NS, "arraySize") : /\[([^\]]*)\]$/.exec(declared)?.[1];
  if (dimensions === undefined || dimensions.trim() === "" || dimensions.trim() === "*") return undefined;
  if (/^[0-9]{1,9}$/.test(dimensions.trim())) return Number(dimensions);
  context.fail({ code: "unsupported", limit: `array size "${shorten(dimensions)}"` }, at, index);
  return undefined;
}
