import { END, START, TEXT } from "@coo/xml";
import type { AnyParticle, ElementDescriptor, NamedTypeDescriptor, RawElement, TypeDescriptor } from "../gen1.ts";
import { shorten } from "../issue.ts";
import { simpleCodec } from "../simple/simple-codec.ts";
import { builtinType } from "./builtin-types.ts";
import type { Declarations, DecodeContext, Known } from "./decode-context.ts";
import { type ContentReader, shown, typeName } from "./decode-text.ts";
import { XSD_NS, XSI_NS } from "./names.ts";
import { typeOf } from "./particles.ts";
import { captureRaw } from "./raw.ts";
import type { Step } from "./trail.ts";
import { allowsName } from "./wildcard.ts";

/** How closely an element is looked at whose declaration must be looked up. */
export type Process = "strict" | "lax" | "skip";

/** What was read of a raw element by its declaration or by the type it names. */
export interface TypedElement {
  readonly type: TypeDescriptor;
  readonly element: ElementDescriptor | undefined;
  readonly value: unknown;
}

/**
 * Takes the element at the reader as text and moves behind it. With a registry it is checked as well: a strict wildcard
 * asks for a declaration, a lax one checks what is declared.
 */
export function readWild(context: DecodeContext, process: Process, step: Step | undefined, index: number): RawElement {
  const { registry, reader } = context;
  if (registry === undefined || process === "skip") return captureRaw(reader);
  return captureChecked(context, () => checkWild(context, registry, process, step, index));
}

/** Lets `check` read the element at the reader, then takes it as text. */
export function captureChecked(context: DecodeContext, check: () => TypedElement | undefined): RawElement {
  const { reader } = context;
  const offset = reader.startOffset;
  const { length } = context.unknown;
  const checked = check();
  context.unknown.length = length;
  reader.again(offset);
  reader.next();
  const raw = captureRaw(reader);
  if (checked && context.typed) context.typed.set(raw, checked);
  return raw;
}

/** Reads the element at START up to its END. */
export function checkWild(
  context: DecodeContext,
  registry: Declarations,
  process: "strict" | "lax",
  step: Step | undefined,
  index: number,
): TypedElement | undefined {
  const { reader } = context;
  const element = registry.element(reader.local, reader.ns);
  if (element) {
    return { type: typeOf(element.type), element, value: registry.reader(element)(context, step, index) };
  }
  const declared = reader.attribute(XSI_NS, "type");
  if (declared !== undefined) {
    const type = typeNamed(context, registry, declared);
    if (type) return { type, element: undefined, value: registry.typeReader(type)(context, step, index) };
  }
  if (process === "strict") {
    context.fail({ code: "undeclared", actual: shown(reader) }, step, index);
    reader.skip();
    return undefined;
  }
  checkContent(context, registry, step, index);
  return undefined;
}

/**
 * Reads an element of any type: by the type it names, else its attributes and children as far as they are declared.
 * The reader moves from its START to its END.
 */
export function checkAnyType(
  context: DecodeContext,
  registry: Declarations,
  step: Step | undefined,
  index: number,
): TypedElement | undefined {
  const { reader } = context;
  const declared = reader.attribute(XSI_NS, "type");
  if (declared !== undefined && !isAnyType(context, declared)) {
    const type = typeNamed(context, registry, declared);
    if (type) return { type, element: undefined, value: registry.typeReader(type)(context, step, index) };
    context.fail({ code: "unknown_type", actual: shorten(declared), limit: "a type of the schema" }, step, index);
    reader.skip();
    return undefined;
  }
  checkContent(context, registry, step, index);
  return undefined;
}

function isAnyType(context: DecodeContext, declared: string): boolean {
  const name = typeName(context, declared);
  return name?.ns === XSD_NS && name.local === "anyType";
}

/** The type that an xsi:type names. */
export function typeNamed(
  context: DecodeContext,
  registry: Declarations,
  declared: string,
): TypeDescriptor | undefined {
  const name = typeName(context, declared);
  if (!name) return undefined;
  if (name.ns === XSD_NS) return builtinType(name.local);
  const found: NamedTypeDescriptor | undefined = registry.type(name.local, name.ns);
  return found ? typeOf(found.type) : undefined;
}

/** Attributes and children that are declared must be right; all others may be anything. */
function checkContent(context: DecodeContext, registry: Declarations, step: Step | undefined, index: number): void {
  const { reader } = context;
  checkAttributes(context, registry, step, index);
  for (;;) {
    const event = reader.next();
    if (event === END) return;
    if (event === START) {
      const mixed = context.mixed;
      context.mixed = false;
      checkWild(context, registry, "lax", step, index);
      context.mixed = mixed;
    } else if (event !== TEXT) return;
  }
}

function checkAttributes(context: DecodeContext, registry: Declarations, step: Step | undefined, index: number): void {
  const { reader } = context;
  for (let i = 0; i < reader.attributeCount; i++) {
    if (reader.attributeNs(i) !== XSI_NS) checkAttribute(context, registry, "lax", i, step, index);
  }
}

/** Checks an attribute that a wildcard let in. */
export function checkAttribute(
  context: DecodeContext,
  registry: Declarations,
  process: Process,
  i: number,
  step: Step | undefined,
  index: number,
): void {
  if (process === "skip") return;
  const { reader } = context;
  const local = reader.attributeLocal(i);
  const declared = registry.attribute(local, reader.attributeNs(i));
  const offset = reader.attributeOffset(i);
  if (!declared) {
    if (process === "strict") context.fail({ code: "undeclared", actual: shorten(local) }, step, index, offset);
    return;
  }
  const codec = simpleCodec(declared.type);
  const text = reader.attributeValue(i);
  const value = codec.read(text, context);
  if (value === undefined) context.failed(step, index, offset);
  else if (declared.fixed !== undefined && codec.identity(value) !== registry.fixed(declared)) {
    context.fail({ code: "fixed", value: shorten(text), limit: declared.fixed }, step, index, offset);
  }
}

/** Takes elements of open content that the content model does not name. */
export function openReader(open: AnyParticle): NonNullable<Known["open"]> {
  const step: Step = { prop: open.prop, name: "" };
  return (context, known) => {
    const { reader } = context;
    const { local, ns } = reader;
    if (known.has(local, ns) || !allowsName(open, local, ns)) return false;
    const found = (context.opened ??= []);
    found.push(readWild(context, open.process, step, found.length));
    return true;
  };
}
/** Reads the elements that a wildcard lets in. */
export function anyReader(any: AnyParticle, known: Known): ContentReader {
  const { prop, min } = any;
  const most = any.max < 0 ? Number.POSITIVE_INFINITY : any.max;
  const step: Step = { prop, name: "" };
  return (object, context) => {
    const { reader } = context;
    const values: RawElement[] = [];
    while (context.at === START && allowsName(any, reader.local, reader.ns) && values.length < most) {
      values.push(readWild(context, any.process, step, values.length));
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
