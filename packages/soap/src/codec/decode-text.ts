import { END, START, TEXT, type XmlReader } from "@coo/xml";
import type { SimpleDescriptor } from "../gen1.ts";
import { shorten } from "../issue.ts";
import { type SimpleCodec, simpleCodec } from "../simple/simple-codec.ts";
import { collapse } from "../simple/white-space.ts";
import { builtinType, mayStandFor } from "./builtin-types.ts";
import type { DecodeContext, ValueReader } from "./decode-context.ts";
import { ENC11_NS, XOP_NS, XSD_NS, XSI_NS } from "./names.ts";
import { typeOf } from "./particles.ts";
import type { Step } from "./trail.ts";

export type Fields = Record<string, unknown>;

/** Reads children into an object. The context's `at` tells where it stands before and after. */
export type ContentReader = (object: Fields, context: DecodeContext) => void;

/** Text of the element at the reader, up to its END; `undefined` when an element stands in it. */
export function readText(context: DecodeContext, step: Step | undefined, index: number): string | undefined {
  const { reader } = context;
  let text = "";
  let broken = false;
  for (;;) {
    const event = reader.next();
    if (event === TEXT) text = text === "" ? reader.text : text + reader.text;
    else if (event === END) return broken ? undefined : text;
    else if (event === START) {
      if (reader.ns === XOP_NS) {
        // The content stands elsewhere: without it the value would be another one, so that no leniency helps.
        broken = true;
        context.fail({ code: "unsupported", limit: "content in a MIME part (xop:Include)" }, step, index);
        reader.skip();
      } else if (context.strict) {
        broken = true;
        context.fail({ code: "unexpected_element", actual: shown(reader), limit: "" }, step, index);
        reader.skip();
      } else context.keepAside();
    }
  }
}

export function shown(reader: XmlReader): string {
  return `<${shorten(reader.qname)}>`;
}

export function simpleReader(type: SimpleDescriptor, standard: string | undefined): ValueReader {
  const codec = simpleCodec(type);
  return (context, step, index) => {
    const { reader } = context;
    const offset = reader.startOffset;
    let named: SimpleCodec | undefined;
    if (reader.attributeCount > 0) {
      named = namedCodec(context, type);
      instanceAttributes(context, step, index, named ? undefined : type);
    }
    if (codec.scoped || named?.scoped) context.keepScope();
    const text = readText(context, step, index);
    if (text === undefined) return undefined;
    // A type that xsi:type names is narrower than the declared one, which says what the value looks like.
    const given = text === "" && standard !== undefined ? standard : text;
    if (named && named.read(given, context) === undefined) {
      context.dropScope();
      context.failed(step, index, offset);
      return undefined;
    }
    const value =
      text === "" && standard !== undefined ? codec.read(standard, plainContext(context)) : codec.read(text, context);
    if (codec.scoped || named?.scoped) context.dropScope();
    if (value === undefined) context.failed(step, index, offset);
    return value;
  };
}

/** The type that xsi:type puts in place of the declared one; `undefined` when there is none that may. */
function namedCodec(context: DecodeContext, declared: SimpleDescriptor): SimpleCodec | undefined {
  const text = context.reader.attribute(XSI_NS, "type");
  const name = text === undefined ? undefined : typeName(context, text);
  if (!name) return undefined;
  if (name.ns === XSD_NS) {
    const type = builtinType(name.local);
    return type && mayStandFor(type, [], declared) ? simpleCodec(type) : undefined;
  }
  const found = context.registry?.type(name.local, name.ns);
  const type = found ? typeOf(found.type) : undefined;
  return found && type?.k === "simple" && mayStandFor(type, found.bases, declared) ? simpleCodec(type) : undefined;
}

/** Attributes of an element that declares none: only those of the schema instance namespace (and of SOAP encoding) may stand. */
export function instanceAttributes(
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

export function unexpectedAttribute(context: DecodeContext, i: number, step: Step | undefined, index: number): void {
  const { reader } = context;
  if (context.positioned === reader.startOffset && reader.attributeNs(i) === ENC11_NS) {
    if (reader.attributeLocal(i) === "position") return;
  }
  context.fail(
    { code: "unexpected_attribute", actual: shorten(reader.attributeLocal(i)) },
    step,
    index,
    reader.attributeOffset(i),
  );
}

/** encodingStyle and the attributes of SOAP arrays are no part of any schema. */
export function isEncodingAttribute(ns: string, local: string): boolean {
  return (
    local === "encodingStyle" &&
    (ns === "http://schemas.xmlsoap.org/soap/envelope/" || ns === "http://www.w3.org/2003/05/soap-envelope")
  );
}

export function instanceAttribute(
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
      (name.local === type.name || ((name.ns === XSD_NS || name.ns === ENC11_NS) && isSame(name.local, type)));
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

export function typeName(
  context: DecodeContext,
  value: string,
): { readonly ns: string; readonly local: string } | undefined {
  const text = collapse(value);
  const colon = text.indexOf(":");
  const ns = context.reader.lookupNamespace(colon < 0 ? "" : text.slice(0, colon));
  return ns === undefined ? undefined : { ns, local: text.slice(colon + 1) };
}

/** Defaults stand in the schema: they are not in the form of the wire. */
export function plainContext(context: DecodeContext): DecodeContext {
  return Object.create(context, {
    booleans: { value: "true-false" },
    lineBreaks: { value: "lf" },
  }) as DecodeContext;
}
