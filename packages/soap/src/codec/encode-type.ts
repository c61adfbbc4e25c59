import { construct } from "../constructs.ts";
import type { ComplexDescriptor, SimpleDescriptor, TypeDescriptor } from "../gen1.ts";
import { kindOf, simpleCodec } from "../simple/simple-codec.ts";
import { contentWriter } from "./encode-content.ts";
import type { EncodeContext } from "./encode-context.ts";
import {
  type ComplexWriter,
  declarations,
  escaped,
  type Fields,
  lazily,
  refuseUnknown,
  type Scope,
  type Tags,
  type ValueWriter,
} from "./encode-scope.ts";
import { escapeText } from "./escape.ts";
import { isObject, propsOf } from "./particles.ts";
import type { Step } from "./trail.ts";
import { nameAttribute, typeAttribute } from "./type-attribute.ts";

/** A writer of values of `type` inside the given tags. `type` may refer to itself: writers are made on first use. */
export function valueWriter(type: TypeDescriptor, tags: Tags, element: { name: string; ns: string }): ValueWriter {
  if (type.k === "simple") return simpleWriter(type, tags);
  if (type.k === "anyType") return construct("wildcards").rawWriter(element);
  const write = lazily(() => complexWriter(type, tags.scope));
  return (value, context, step, index) => write()(value, context, tags, step, index);
}

/** A writer of the root of an encoded message: the wrapper of an rpc operation has no type of its own. */
export function rootWriter(type: TypeDescriptor, tags: Tags, element: { name: string; ns: string }): ValueWriter {
  if (!tags.scope.encoded || type.k !== "complex" || type.soapArray) return valueWriter(type, tags, element);
  const write = ownWriter(type, tags.scope);
  return (value, context, step, index) => write(value, context, tags, "", step, index);
}

function simpleWriter(type: SimpleDescriptor, tags: Tags): ValueWriter {
  const codec = simpleCodec(type);
  const { close } = tags;
  const open = tags.scope.encoded ? tags.open + simpleTypeAttribute(type, tags.scope) : tags.open;
  const openFull = `${open}>`;
  return (value, context, step, index) => {
    const text = codec.write(value, context);
    if (text === undefined) return context.failed(step, index);
    if (context.hasDeclarations) context.out += open + declarations(context) + ">" + escapeText(text) + close;
    else context.out += openFull + escaped(text, context) + close;
  };
}

// Writers depend on what prefix `n` stands for where they write: nearly always on nothing.
const writers = new WeakMap<ComplexDescriptor, Map<string, ComplexWriter>>();

function complexWriter(type: ComplexDescriptor, scope: Scope): ComplexWriter {
  let byNamespace = writers.get(type);
  if (!byNamespace) {
    byNamespace = new Map();
    writers.set(type, byNamespace);
  }
  const key = scope.encoded ? `${scope.encoded} ${scope.bound}` : scope.bound;
  let writer = byNamespace.get(key);
  if (!writer) {
    writer = makeComplexWriter(type, scope);
    byNamespace.set(key, writer);
  }
  return writer;
}

function makeComplexWriter(type: ComplexDescriptor, scope: Scope): ComplexWriter {
  if (type.soapArray) return construct("encoded").arrayWriter(type, type.soapArray, scope);
  const own = ownWriter(type, scope);
  if (!type.derived) {
    const attribute = scope.encoded ? typeAttribute(type, scope) : "";
    if (!type.abstract) return (value, context, tags, step, index) => own(value, context, tags, attribute, step, index);
    return (_value, context, _tags, step, index) => context.fail({ code: "abstract", limit: type.name }, step, index);
  }
  return construct("derived").derivedWriter(type, type.derived, own, ownWriter, scope);
}

/**
 * xsi:type of a simple value in the SOAP encoding. It names the declared type or one derived from it, never its base:
 * a restricted type without a name is left to the reader's schema.
 */
function simpleTypeAttribute(type: SimpleDescriptor, scope: Scope): string {
  if (type.name !== undefined) return type.ns === undefined ? "" : nameAttribute(type.ns, type.name, scope);
  const restricted = Object.keys(type).some((key) => !UNRESTRICTED.has(key));
  return restricted ? "" : ` xsi:type="xsd:${type.builtin}"`;
}

const UNRESTRICTED: ReadonlySet<string> = new Set(["k", "builtin", "js", "ws"]);

export type OwnWriter = (
  value: unknown,
  context: EncodeContext,
  tags: Tags,
  extra: string,
  step: Step | undefined,
  index: number,
) => void;

/** Writes one type, without regard to what may be derived from it. */
function ownWriter(type: ComplexDescriptor, scope: Scope): OwnWriter {
  const attributes = (type.attrs ?? type.anyAttr) ? construct("attributes").attributesWriter(type, scope) : undefined;
  const content = lazily(() => contentWriter(type, scope));
  const known = knownProps(type);
  const textCodec = type.text ? simpleCodec(type.text) : undefined;
  const { mixed } = type;
  return (value, context, tags, extra, step, index) => {
    if (!isObject(value)) return context.fail({ code: "type", limit: "object", actual: kindOf(value) }, step, index);
    const entered = step !== undefined;
    if (entered) context.enter(step, index);
    if (context.strict) refuseUnknown(value, known, context);
    const atts = attributes === undefined ? extra : attributes(value, context) + extra;
    if (textCodec) {
      const text = writeText(textCodec, value, context);
      const declared = context.hasDeclarations ? declarations(context) : "";
      context.out += `${tags.open}${declared}${atts}>${text}${tags.close}`;
    } else {
      const declared = context.hasDeclarations ? declarations(context) : "";
      context.out += declared === "" && atts === "" ? `${tags.open}>` : `${tags.open}${declared}${atts}>`;
      if (mixed) construct("wildcards").writeMixed(type, value, context);
      else content()(value, context);
      context.out += tags.close;
    }
    if (entered) context.trail.leave();
  };
}

const VALUE: Step = { prop: "$value", name: "" };

function writeText(codec: ReturnType<typeof simpleCodec>, object: Fields, context: EncodeContext): string {
  const value = object["$value"];
  if (value === undefined) {
    context.fail({ code: "required" }, VALUE);
    return "";
  }
  const text = codec.write(value, context);
  if (text === undefined) {
    context.failed(VALUE);
    return "";
  }
  return escaped(text, context);
}

function knownProps(type: ComplexDescriptor): ReadonlySet<string> {
  const props = new Set<string>();
  for (const attribute of type.attrs ?? []) props.add(attribute.prop);
  if (type.anyAttr) props.add("$attributes");
  if (type.text) props.add("$value");
  if (type.mixed) props.add("$mixed");
  else if (type.content) for (const prop of propsOf(type.content)) props.add(prop);
  if (type.open && !type.mixed) props.add(type.open.prop);
  // Tags that the object carries for its element or type.
  props.add("$type");
  props.add("$element");
  return props;
}
