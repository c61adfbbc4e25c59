import { START } from "@coo/xml";
import { construct } from "../constructs.ts";
import type { ComplexDescriptor, RawElement, TypeDescriptor } from "../gen1.ts";
import { shorten } from "../issue.ts";
import { simpleCodec } from "../simple/simple-codec.ts";
import { makeContent, unexpectedChild } from "./decode-content.ts";
import type { DecodeContext, Known, ValueReader } from "./decode-context.ts";
import {
  type ContentReader,
  type Fields,
  instanceAttributes,
  plainContext,
  readText,
  simpleReader,
  typeName,
} from "./decode-text.ts";
import { ENC11_NS, ENC12_NS, XSI_NS } from "./names.ts";
import { captureRaw } from "./raw.ts";
import type { Step } from "./trail.ts";

/** A reader of elements of `type`. Types may refer to themselves: readers are made on first use. */
export function valueReader(type: TypeDescriptor): ValueReader {
  if (type.k === "simple") return simpleReader(type, undefined);
  if (type.k === "anyType") return rawReader;
  return (context, step, index) => complexReader(type)(context, step, index);
}

/** An element of any type stays text; a registry tells what is in it. */
const rawReader: ValueReader = (context, step, index) => {
  const { reader, registry } = context;
  if (registry === undefined) return captureRaw(reader);
  const { captureChecked, checkAnyType } = construct("wildcards");
  return captureChecked(context, () => checkAnyType(context, registry, step, index));
};

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
  if (type.soapArray) return construct("encoded").arrayReader(type.soapArray, valueReader);
  const own = ownReader(type);
  const { derived } = type;
  if (!derived) {
    return (context, step, index) => {
      if (context.reader.attributeCount > 0) {
        const declared = context.reader.attribute(XSI_NS, "type");
        if (declared !== undefined) {
          const name = typeName(context, declared);
          if (!name || ((name.local !== type.name || name.ns !== type.ns) && !isStruct(name))) {
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
  return construct("derived").derivedReader(type, derived, own, ownReader);
}

/** The SOAP encoding's own name for any structure, which some write where they know no other. */
export function isStruct({ ns, local }: { readonly ns: string; readonly local?: string }): boolean {
  return local === "Struct" && (ns === ENC11_NS || ns === ENC12_NS);
}

export function wrongType(
  context: DecodeContext,
  actual: string,
  limit: string,
  step: Step | undefined,
  index: number,
): void {
  context.fail({ code: "unknown_type", actual: shorten(actual), limit }, step, index);
}

export type OwnReader = (
  context: DecodeContext,
  object: Fields,
  step: Step | undefined,
  index: number,
) => Fields | undefined;

/** Reads one type into `object`, without regard to what may be derived from it. */
function ownReader(type: ComplexDescriptor): OwnReader {
  const attributes = (type.attrs ?? type.anyAttr) ? construct("attributes").attributesReader(type) : undefined;
  let content: { read: ContentReader; known: Known; expected: string } | undefined;
  const textCodec = type.text ? simpleCodec(type.text) : undefined;
  return (context, object, step, index) => {
    const { reader } = context;
    const entered = step !== undefined;
    if (entered) context.trail.enter(step, index);
    if (attributes !== undefined || reader.attributeCount > 0) {
      if (attributes) attributes(object, context);
      else instanceAttributes(context, undefined, -1, undefined);
    }
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
      if (type.content ?? type.open) content ??= makeContent(type, valueReader);
      object["$mixed"] = construct("wildcards").readMixed(type, context, content);
    } else {
      content ??= makeContent(type, valueReader);
      const opened = readContent(object, context, content, false);
      if (opened && type.open) object[type.open.prop] = opened;
    }
    if (entered) context.trail.leave();
    return object;
  };
}

export type Content = ReturnType<typeof makeContent>;

/** From behind the start tag to the end tag; gives the elements of open content. */
export function readContent(
  object: Fields,
  context: DecodeContext,
  content: Content,
  isMixed: boolean,
): readonly RawElement[] | undefined {
  const { full, mixed, opened } = context;
  context.full = undefined;
  context.opened = undefined;
  context.mixed = isMixed;
  context.advance(content.known);
  content.read(object, context);
  while (context.at === START) {
    unexpectedChild(context, content.expected);
    context.reader.skip();
    context.advance(content.known);
  }
  const found = context.opened;
  context.full = full;
  context.mixed = mixed;
  context.opened = opened;
  return found;
}

const VALUE: Step = { prop: "$value", name: "" };
