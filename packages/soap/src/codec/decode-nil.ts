import { END, START } from "@coo/xml";
import { construct } from "../constructs.ts";
import type { AttributeDescriptor, ComplexDescriptor, TypeDescriptor } from "../gen1.ts";
import { shorten } from "../issue.ts";
import { identityOf, simpleCodec } from "../simple/simple-codec.ts";
import type { DecodeContext } from "./decode-context.ts";
import {
  type ContentReader,
  type Fields,
  instanceAttribute,
  isEncodingAttribute,
  typeName,
  unexpectedAttribute,
} from "./decode-text.ts";
import { XSI_NS } from "./names.ts";
import { hasNilForm, nilTypes } from "./nil-form.ts";
import { captureRaw } from "./raw.ts";
import type { Step } from "./trail.ts";

/** Reads an element that is nil, from its START to its END. */
export type NilReader = (context: DecodeContext, step: Step | undefined, index: number) => unknown;

/**
 * A reader of elements of `type` that are nil: `null`, or `{ $nil: true, … }` where attributes say something that `null`
 * would lose.
 */
export function nilReader(type: TypeDescriptor): NilReader {
  const abstract = type.k === "complex" && type.abstract ? type : undefined;
  if (hasNilForm(type)) return formReader(type);
  return (context, step, index) => {
    const { reader } = context;
    const { attributeCount, startOffset } = reader;
    context.nilAccepted = startOffset;
    const others = attributeCount > 1 && nilAttributes(context, step, index, type);
    if (abstract) checkConcrete(abstract, context, step, index);
    readNothing(context, step, index);
    if (!others || type.k !== "anyType") return null;
    // An element of any type is kept as it is.
    reader.again(startOffset);
    reader.next();
    return captureRaw(reader);
  };
}

function formReader(declared: ComplexDescriptor): NilReader {
  let ways: { tag: string | undefined; type: ComplexDescriptor; attributes: ContentReader | undefined }[] | undefined;
  return (context, step, index) => {
    ways ??= nilTypes(declared).map((one) => ({
      ...one,
      attributes: construct("attributes").attributesReader(one.type),
    }));
    const { reader } = context;
    context.nilAccepted = reader.startOffset;
    const named = reader.attribute(XSI_NS, "type");
    const name = named === undefined ? declared : typeName(context, named);
    const local = name && ("local" in name ? name.local : name.name);
    const way = ways.find(({ type }) => type.ns === name?.ns && type.name === local);
    let value: Fields | null = null;
    if (way) {
      const object: Fields = way.tag === undefined ? { $nil: true } : { $type: way.tag, $nil: true };
      if (step) context.trail.enter(step, index);
      if (way.attributes) way.attributes(object, context);
      else nilAttributes(context, undefined, -1, declared);
      if (step) context.trail.leave();
      if (saysMore(way.type, object)) value = object;
    } else if (named !== undefined) {
      const limit = ways.map((one) => one.type.name).join(" | ");
      context.fail({ code: "unknown_type", actual: shorten(named), limit }, step, index);
    } else context.fail({ code: "abstract", limit: declared.name }, step, index);
    readNothing(context, step, index);
    return value;
  };
}

/**
 * An abstract type rules no element, not even one without content: another must be named (XML Schema 1.0, Element Locally
 * Valid (Element) 5.2.1 with (Type) 2).
 */
function checkConcrete(type: ComplexDescriptor, context: DecodeContext, step: Step | undefined, index: number): void {
  const named = context.reader.attribute(XSI_NS, "type");
  const name = named === undefined ? type : typeName(context, named);
  const local = name && ("local" in name ? name.local : name.name);
  if (name?.ns === type.ns && local === type.name) context.fail({ code: "abstract", limit: type.name }, step, index);
}

/** Whether an object holds an attribute that would be written: one that is not its default. */
function saysMore(type: ComplexDescriptor, object: Fields): boolean {
  return object["$attributes"] !== undefined || (type.attrs ?? []).some((a) => isOther(a, object[a.prop]));
}

function isOther(attribute: AttributeDescriptor, value: unknown): boolean {
  if (value === undefined) return false;
  const codec = simpleCodec(attribute.type);
  return attribute.default === undefined || codec.identity(value) !== identityOf(codec, attribute.default);
}

/** Up to the END of the element, in which nothing may stand. */
function readNothing(context: DecodeContext, step: Step | undefined, index: number): void {
  const { reader } = context;
  const { depth } = reader;
  for (;;) {
    const event = reader.next();
    if (event === END && reader.depth === depth) return;
    if (event === END) continue;
    if (reader.depth <= depth + 1) context.fail({ code: "nil_content" }, step, index);
    if (event === START) reader.skip();
  }
}

/** Checks attributes of an element whose type declares none; tells whether there are others than those of XML Schema. */
function nilAttributes(context: DecodeContext, step: Step | undefined, index: number, type: TypeDescriptor): boolean {
  const { reader } = context;
  let others = false;
  for (let i = 0; i < reader.attributeCount; i++) {
    const ns = reader.attributeNs(i);
    if (ns === XSI_NS) {
      if (reader.attributeLocal(i) !== "nil") {
        instanceAttribute(context, i, step, index, type.k === "simple" ? type : undefined);
      }
    } else if (!isEncodingAttribute(ns, reader.attributeLocal(i))) {
      others = true;
      if (context.strict && type.k !== "anyType") unexpectedAttribute(context, i, step, index);
    }
  }
  return others;
}
