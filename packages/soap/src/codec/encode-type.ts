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
} from "../gen1.ts";
import { forbiddenCharacter } from "../simple/characters.ts";
import { parseClarkName } from "../simple/names.ts";
import { kindOf, simpleCodec } from "../simple/simple-codec.ts";
import type { EncodeContext } from "./encode-context.ts";
import { escapeAttribute, escapeText } from "./escape.ts";
import { ENC11_NS, XML_NS, XSD_NS, XSI_NS } from "./names.ts";
import { canBeEmpty, getter, isObject, propsOf, requiredProps, typeOf } from "./particles.ts";
import { rawProblem } from "./raw.ts";
import type { Step } from "./trail.ts";
import { allowsNamespace } from "./wildcard.ts";

type Fields = Readonly<Record<string, unknown>>;

/** Writes the particles of one object. */
type Writer = (object: Fields, context: EncodeContext) => void;

/** Writes one value as an element whose name is fixed in advance. */
type ValueWriter = (value: unknown, context: EncodeContext, step: Step | undefined, index: number) => void;

/** What writers of one place have in common: they are made once for each. */
export interface Scope {
  /** Namespace that prefix `n` stands for; `""` while it stands for none. */
  readonly bound: string;
  /** SOAP encoding: every value says its type. */
  readonly encoded: boolean;
}

/** Start and end tag of an element. */
interface Tags {
  /** Without `>`. */
  readonly open: string;
  readonly close: string;
  /** Of the content. */
  readonly scope: Scope;
}

/** An element's tags. The default namespace is never used, so that raw content and unqualified names need no care. */
export function tagsOf(name: string, ns: string, scope: Scope): Tags {
  if (ns === "") return { open: `<${name}`, close: `</${name}>`, scope };
  if (ns === scope.bound) return { open: `<n:${name}`, close: `</n:${name}>`, scope };
  return {
    open: `<n:${name} xmlns:n="${escapeAttribute(ns)}"`,
    close: `</n:${name}>`,
    scope: { ...scope, bound: ns },
  };
}

const NIL = ' xsi:nil="true">';

/** A writer of values of `type` inside the given tags. `type` may refer to itself: writers are made on first use. */
export function valueWriter(type: TypeDescriptor, tags: Tags, element: { name: string; ns: string }): ValueWriter {
  if (type.k === "simple") return simpleWriter(type, tags);
  if (type.k === "anyType") return rawWriter(element);
  const write = lazily(() => complexWriter(type, tags.scope));
  return (value, context, step, index) => write()(value, context, tags, step, index);
}

/** A writer of the root of an encoded message: the wrapper of an rpc operation has no type of its own. */
export function rootWriter(type: TypeDescriptor, tags: Tags, element: { name: string; ns: string }): ValueWriter {
  if (!tags.scope.encoded || type.k !== "complex" || type.soapArray) return valueWriter(type, tags, element);
  const write = ownWriter(type, tags.scope);
  return (value, context, step, index) => write(value, context, tags, "", step, index);
}

function lazily<T>(make: () => T): () => T {
  let made: T | undefined;
  return () => {
    made ??= make();
    return made;
  };
}

function simpleWriter(type: SimpleDescriptor, tags: Tags): ValueWriter {
  const codec = simpleCodec(type);
  const { close } = tags;
  const open =
    tags.scope.encoded && type.js !== "list" && type.js !== "union"
      ? `${tags.open} xsi:type="xsd:${type.builtin}"`
      : tags.open;
  const openFull = `${open}>`;
  return (value, context, step, index) => {
    const text = codec.write(value, context);
    if (text === undefined) return context.failed(step, index);
    if (context.hasDeclarations) context.out += open + declarations(context) + ">" + escapeText(text) + close;
    else context.out += openFull + escaped(text, context) + close;
  };
}

function escaped(text: string, context: EncodeContext): string {
  const out = escapeText(text);
  return context.lineBreaks === "ncr" ? out.replaceAll("\n", "&#10;") : out;
}

function declarations(context: EncodeContext): string {
  return context
    .takeDeclarations()
    .map((ns, i) => ` xmlns:q${i}="${escapeAttribute(ns)}"`)
    .join("");
}

function rawWriter(element: { readonly name: string; readonly ns: string }): ValueWriter {
  return (value, context, step, index) => {
    if (!isRaw(value)) return context.fail({ code: "type", limit: "RawElement", actual: kindOf(value) }, step, index);
    if (value.name !== element.name || value.ns !== element.ns) {
      return context.fail({ code: "raw_xml", limit: `expected {${element.ns}}${element.name}` }, step, index);
    }
    writeRaw(value, context, step, index);
  };
}

function isRaw(value: unknown): value is RawElement {
  return (
    isObject(value) &&
    typeof value["name"] === "string" &&
    typeof value["ns"] === "string" &&
    typeof value["xml"] === "string"
  );
}

function writeRaw(raw: RawElement, context: EncodeContext, step: Step | undefined, index: number): void {
  const problem = rawProblem(raw);
  if (problem !== undefined) context.fail({ code: "raw_xml", limit: problem }, step, index);
  else context.out += raw.xml;
}

// ---- complex types

/** Writes an object of a complex type between tags that its caller chose. */
type ComplexWriter = (
  value: unknown,
  context: EncodeContext,
  tags: Tags,
  step: Step | undefined,
  index: number,
) => void;

// Writers depend on what prefix `n` stands for where they write: nearly always on nothing.
const writers = new WeakMap<ComplexDescriptor, Map<string, ComplexWriter>>();

function complexWriter(type: ComplexDescriptor, scope: Scope): ComplexWriter {
  let byNamespace = writers.get(type);
  if (!byNamespace) {
    byNamespace = new Map();
    writers.set(type, byNamespace);
  }
  const key = scope.encoded ? `encoded ${scope.bound}` : scope.bound;
  let writer = byNamespace.get(key);
  if (!writer) {
    writer = makeComplexWriter(type, scope);
    byNamespace.set(key, writer);
  }
  return writer;
}

function makeComplexWriter(type: ComplexDescriptor, scope: Scope): ComplexWriter {
  if (type.soapArray) return arrayWriter(type, scope);
  const own = ownWriter(type, scope);
  if (!type.derived) {
    const attribute = scope.encoded ? typeAttribute(type, scope) : "";
    if (!type.abstract) return (value, context, tags, step, index) => own(value, context, tags, attribute, step, index);
    return (_value, context, _tags, step, index) => context.fail({ code: "abstract", limit: type.name }, step, index);
  }
  const { derived } = type;
  const byTag = lazily(() => {
    const map = new Map<string, { write: OwnWriter; attribute: string }>();
    for (const candidate of derived()) {
      const target = candidate.type();
      const write = target === type ? own : ownWriter(target, scope);
      map.set(candidate.tag, {
        write,
        attribute: target === type && !scope.encoded ? "" : typeAttribute(target, scope),
      });
    }
    return map;
  });
  return (value, context, tags, step, index) => {
    const tag = isObject(value) && Object.hasOwn(value, "$type") ? value["$type"] : undefined;
    if (tag === undefined) {
      if (type.abstract) return context.fail({ code: "abstract", limit: type.name }, step, index);
      return own(value, context, tags, scope.encoded ? typeAttribute(type, scope) : "", step, index);
    }
    const found = typeof tag === "string" ? byTag().get(tag) : undefined;
    if (!found) {
      const limit = [...byTag().keys()].join(" | ");
      return context.fail({ code: "unknown_type", actual: String(tag).slice(0, 40), limit }, step, index);
    }
    if (found.attribute !== "") context.usesXsi = true;
    found.write(value, context, tags, found.attribute, step, index);
  };
}

/** xsi:type with what its prefix needs. */
function typeAttribute(type: ComplexDescriptor, scope: Scope): string {
  if (type.ns === "") return ` xsi:type="${type.name}"`;
  if (type.ns === scope.bound) return ` xsi:type="n:${type.name}"`;
  return ` xmlns:t="${escapeAttribute(type.ns)}" xsi:type="t:${type.name}"`;
}

type OwnWriter = (
  value: unknown,
  context: EncodeContext,
  tags: Tags,
  extra: string,
  step: Step | undefined,
  index: number,
) => void;

/** Writes one type, without regard to what may be derived from it. */
function ownWriter(type: ComplexDescriptor, scope: Scope): OwnWriter {
  const attributes = attributesWriter(type, scope);
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
      if (mixed) writeMixed(type, value, context);
      else content()(value, context);
      context.out += tags.close;
    }
    if (entered) context.trail.leave();
  };
}

const VALUE: Step = { prop: "$value", name: "" };
const MIXED: Step = { prop: "$mixed", name: "" };

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

function writeMixed(type: ComplexDescriptor, object: Fields, context: EncodeContext): void {
  const value = object["$mixed"];
  if (value === undefined) return context.fail({ code: "required" }, MIXED);
  if (!Array.isArray(value)) return context.fail({ code: "type", limit: "array", actual: kindOf(value) }, MIXED);
  (value as unknown[]).forEach((part, index) => {
    if (typeof part === "string") {
      const forbidden = forbiddenCharacter(part);
      if (forbidden !== undefined) context.fail({ code: "character", actual: forbidden }, MIXED, index);
      else context.out += escapeText(part);
    } else if (!isRaw(part)) {
      context.fail({ code: "type", limit: "string | RawElement", actual: kindOf(part) }, MIXED, index);
    } else if (!mixedAllows(type, part.name, part.ns)) {
      context.fail({ code: "unexpected_element", actual: `<${part.name}>` }, MIXED, index);
    } else {
      writeRaw(part, context, MIXED, index);
    }
  });
}

/** Whether an element may stand in mixed content; its place in the order is not checked. */
export function mixedAllows(type: ComplexDescriptor, name: string, ns: string): boolean {
  if (!type.content) return false;
  const search = (particle: Particle): boolean => {
    if (particle.k === "any") return allowsNamespace(particle, ns);
    if (particle.k !== "el") return particle.items.some(search);
    const names = particle.substitutes ? particle.substitutes() : [particle];
    return names.some((n) => n.name === name && n.ns === ns);
  };
  return search(type.content);
}

function knownProps(type: ComplexDescriptor): ReadonlySet<string> {
  const props = new Set<string>();
  for (const attribute of type.attrs ?? []) props.add(attribute.prop);
  if (type.anyAttr) props.add("$attributes");
  if (type.text) props.add("$value");
  if (type.mixed) props.add("$mixed");
  else if (type.content) for (const prop of propsOf(type.content)) props.add(prop);
  // Tags that the object carries for its element or type.
  props.add("$type");
  props.add("$element");
  return props;
}

function refuseUnknown(object: Fields, known: ReadonlySet<string>, context: EncodeContext): void {
  for (const key in object) {
    if (known.has(key) || object[key] === undefined || !Object.hasOwn(object, key)) continue;
    context.fail({ code: "unknown_property", actual: key.slice(0, 40) });
  }
}

// ---- attributes

type AttributesWriter = (object: Fields, context: EncodeContext) => string;

function attributesWriter(type: ComplexDescriptor, scope: Scope): AttributesWriter | undefined {
  const declared = [...(type.attrs ?? [])].sort((a, b) => order(a.ns, b.ns) || order(a.name, b.name));
  if (declared.length === 0 && !type.anyAttr) return undefined;
  const each = declared.map((attribute, index) => attributeWriter(attribute, index, scope));
  const { anyAttr } = type;
  const taken = new Set(declared.map((a) => (a.ns === "" ? a.name : `{${a.ns}}${a.name}`)));
  return (object, context) => {
    let out = "";
    for (const write of each) out += write(object, context);
    if (anyAttr && object["$attributes"] !== undefined)
      out += otherAttributes(object["$attributes"], anyAttr, taken, context);
    return out;
  };
}

function order(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function attributeWriter(attribute: AttributeDescriptor, index: number, scope: Scope): AttributesWriter {
  const codec = simpleCodec(attribute.type);
  const get = getter(attribute.prop);
  const step: Step = { prop: attribute.prop, name: `@${attribute.name}` };
  const { required, ns } = attribute;
  const standard = attribute.default === undefined ? undefined : codec.key(attribute.default);
  const fixed = attribute.fixed === undefined ? undefined : codec.key(attribute.fixed);
  const name =
    ns === ""
      ? ` ${attribute.name}="`
      : ns === XML_NS
        ? ` xml:${attribute.name}="`
        : ns === scope.bound
          ? ` n:${attribute.name}="`
          : ` xmlns:a${index}="${escapeAttribute(ns)}" a${index}:${attribute.name}="`;
  return (object, context) => {
    const value = get(object);
    if (value === undefined) {
      if (required) context.fail({ code: "required" }, step);
      return "";
    }
    const text = codec.write(value, context);
    if (text === undefined) {
      context.failed(step);
      return "";
    }
    if (fixed !== undefined && codec.key(plain(text, value)) !== fixed) {
      context.fail({ code: "fixed", value: text.slice(0, 40), limit: attribute.fixed as string }, step);
    }
    if (standard !== undefined && codec.key(plain(text, value)) === standard) return "";
    return `${name}${escapeAttribute(text)}"`;
  };
}

/** Lexical form of a value for comparing, whatever booleans look like on this wire. */
function plain(text: string, value: unknown): string {
  return typeof value === "boolean" ? String(value) : text;
}

const ATTRIBUTES: Step = { prop: "$attributes", name: "" };

function otherAttributes(
  value: unknown,
  wildcard: NonNullable<ComplexDescriptor["anyAttr"]>,
  taken: ReadonlySet<string>,
  context: EncodeContext,
): string {
  if (!isObject(value)) {
    context.fail({ code: "type", limit: "object", actual: kindOf(value) }, ATTRIBUTES);
    return "";
  }
  let out = "";
  let count = 0;
  for (const key of Object.keys(value).sort(byName)) {
    const text = value[key];
    if (text === undefined) continue;
    const name = parseClarkName(key);
    const step: Step = { prop: `$attributes.${key.slice(0, 60)}`, name: `@${name?.local ?? key.slice(0, 60)}` };
    if (typeof text !== "string") context.fail({ code: "type", limit: "string", actual: kindOf(text) }, step);
    else if (!name || key === "xmlns" || name.ns === XSI_NS || name.ns.endsWith("/2000/xmlns/")) {
      context.fail({ code: "unexpected_attribute", actual: key.slice(0, 40) }, step);
    } else if (taken.has(key)) context.fail({ code: "unexpected_attribute", actual: key.slice(0, 40) }, step);
    else if (!allowsNamespace(wildcard, name.ns)) context.fail({ code: "wildcard", actual: name.ns }, step);
    else {
      const forbidden = forbiddenCharacter(text);
      if (forbidden !== undefined) context.fail({ code: "character", actual: forbidden }, step);
      const full =
        name.ns === ""
          ? name.local
          : name.ns === XML_NS
            ? `xml:${name.local}`
            : `xmlns:w${count}="${escapeAttribute(name.ns)}" w${count++}:${name.local}`;
      out += ` ${full}="${escapeAttribute(text)}"`;
    }
  }
  return out;
}

/** Unqualified names first, then by namespace and name: the order of canonical XML. */
function byName(a: string, b: string): number {
  const [x, y] = [a.startsWith("{"), b.startsWith("{")];
  return x !== y ? (x ? 1 : -1) : order(a, b);
}

// ---- content

const NOTHING: Writer = () => {};

function contentWriter(type: ComplexDescriptor, scope: Scope): Writer {
  return type.content ? particleWriter(type.content, scope) : NOTHING;
}

function particleWriter(particle: Particle, scope: Scope): Writer {
  switch (particle.k) {
    case "el":
      return elementWriter(particle, scope);
    case "any":
      return anyWriter(particle);
    default:
      return particle.max === 1 ? groupWriter(particle, scope, false) : repeatedGroupWriter(particle, scope);
  }
}

/** Writes one occurrence of an element: its value, `null`, or a substitute. */
function occurrenceWriter(element: ElementParticle, scope: Scope): ValueWriter {
  if (element.substitutes) return substituteWriter(element, scope);
  if (element.abstract) {
    return (_value, context, step, index) => context.fail({ code: "abstract", limit: element.name }, step, index);
  }
  const tags = tagsOf(element.name, element.ns, scope);
  const type = typeOf(element.type);
  const write = constrained(element, type, valueWriter(type, tags, element));
  const { nillable } = element;
  const nil = `${tags.open}${NIL}${tags.close}`;
  return (value, context, step, index) => {
    if (value === null) {
      if (!nillable || element.fixed !== undefined) return context.fail({ code: "nil" }, step, index);
      context.usesXsi = true;
      context.out += nil;
    } else write(value, context, step, index);
  };
}

/** Checks `fixed` and `default` of an element around its writer. */
function constrained(element: ElementParticle, type: TypeDescriptor, write: ValueWriter): ValueWriter {
  if (element.fixed === undefined && element.default === undefined) return write;
  const simple = type.k === "simple" ? type : type.k === "complex" ? type.text : undefined;
  if (!simple) return write;
  const codec = simpleCodec(simple);
  const fixed = element.fixed === undefined ? undefined : codec.key(element.fixed);
  return (value, context, step, index) => {
    const inner = type.k === "simple" ? value : isObject(value) ? value["$value"] : undefined;
    const text = inner === undefined ? undefined : codec.write(inner, context);
    if (text !== undefined) {
      context.takeDeclarations();
      if (fixed !== undefined && codec.key(plain(text, inner)) !== fixed) {
        return context.fail({ code: "fixed", value: text.slice(0, 40), limit: element.fixed as string }, step, index);
      }
      if (text === "" && element.default !== undefined && element.default !== "") {
        return context.fail({ code: "empty_default", limit: element.default }, step, index);
      }
    }
    write(value, context, step, index);
  };
}

function substituteWriter(element: ElementParticle, scope: Scope): ValueWriter {
  const byTag = lazily(() => {
    const map = new Map<string, { write: ValueWriter; complex: boolean; nil: string | undefined }>();
    for (const member of element.substitutes?.() ?? []) {
      const tags = tagsOf(member.name, member.ns, scope);
      const type = typeOf(member.type);
      map.set(member.tag, {
        write: valueWriter(type, tags, member),
        complex: type.k === "complex" && !type.soapArray,
        nil: member.nillable ? `${tags.open}${NIL}${tags.close}` : undefined,
      });
    }
    return map;
  });
  return (value, context, step, index) => {
    if (!isObject(value)) return context.fail({ code: "type", limit: "object", actual: kindOf(value) }, step, index);
    const tag = value["$element"];
    const found = typeof tag === "string" ? byTag().get(tag) : undefined;
    if (!found) {
      const limit = [...byTag().keys()].join(" | ");
      return context.fail({ code: "unknown_substitute", actual: String(tag).slice(0, 40), limit }, step, index);
    }
    const inner = value["$value"];
    const wrapped = !found.complex || inner === null;
    if (wrapped && context.strict) {
      for (const key of Object.keys(value)) {
        if (key !== "$element" && key !== "$value" && value[key] !== undefined) {
          context.fail({ code: "unknown_property", actual: key.slice(0, 40) }, step, index);
        }
      }
    }
    if (wrapped && inner === null) {
      if (found.nil === undefined) return context.fail({ code: "nil" }, step, index);
      context.usesXsi = true;
      context.out += found.nil;
      return;
    }
    if (wrapped && inner === undefined)
      return context.fail({ code: "required" }, { prop: `${step?.prop ?? ""}.$value`, name: step?.name ?? "" }, index);
    found.write(wrapped ? inner : value, context, step, index);
  };
}

function elementWriter(element: ElementParticle, scope: Scope): Writer {
  const get = getter(element.prop);
  const step: Step = { prop: element.prop, name: element.name };
  const write = occurrenceWriter(element, scope);
  const { min, max } = element;
  if (max !== 1) return listWriter(get, step, min, max, write);
  const empties = min === 0 ? emptyWriter(element, scope) : undefined;
  return (object, context) => {
    const value = get(object);
    if (value !== undefined) write(value, context, step, -1);
    else if (min > 0) context.fail({ code: "required" }, step);
    else if (empties !== undefined && context.emptyValues !== "omit") empties(context);
  };
}

/** What stands for an absent optional text where the wire profile wants something. */
function emptyWriter(element: ElementParticle, scope: Scope): ((context: EncodeContext) => void) | undefined {
  if (element.substitutes || element.abstract) return undefined;
  if (element.default !== undefined || element.fixed !== undefined) return undefined;
  if (typeOf(element.type).k !== "simple") return undefined;
  const { open, close } = tagsOf(element.name, element.ns, scope);
  return (context) => {
    if (context.emptyValues === "nil") {
      context.usesXsi = true;
      context.out += `${open}${NIL}${close}`;
    } else context.out += `${open}>${close}`;
  };
}

function listWriter(
  get: (object: Fields) => unknown,
  step: Step,
  min: number,
  max: number,
  write: ValueWriter,
): Writer {
  return (object, context) => {
    const values = get(object);
    if (values === undefined) {
      if (min > 0) context.fail({ code: "required" }, step);
      return;
    }
    if (!Array.isArray(values)) return context.fail({ code: "type", limit: "array", actual: kindOf(values) }, step);
    const { length } = values;
    if (length < min) context.fail({ code: "min_occurs", limit: min, actual: length }, step);
    if (max >= 0 && length > max) return context.fail({ code: "max_occurs", limit: max, actual: length }, step);
    for (let i = 0; i < length; i++) {
      const value = (values as unknown[])[i];
      if (value === undefined) context.fail({ code: "type", limit: "value", actual: "undefined" }, step, i);
      else write(value, context, step, i);
    }
  };
}

function anyWriter(any: AnyParticle): Writer {
  const step: Step = { prop: any.prop, name: "" };
  return listWriter(getter(any.prop), step, any.min, any.max, (value, context, at, index) => {
    if (!isRaw(value)) return context.fail({ code: "type", limit: "RawElement", actual: kindOf(value) }, at, index);
    if (!allowsNamespace(any, value.ns)) return context.fail({ code: "wildcard", actual: value.ns }, at, index);
    writeRaw(value, context, at, index);
  });
}

/** Writes a group once. `asked`: the caller knows that it is there. */
function groupWriter(group: GroupParticle, scope: Scope, asked: boolean): Writer {
  if (group.k === "choice") return choiceWriter(group, scope, asked);
  const items = group.items.map((item) => particleWriter(item, scope));
  const write: Writer = (object, context) => {
    for (const item of items) item(object, context);
  };
  if (asked || group.min > 0 || group.items.every((item) => item.min === 0 && (item.k === "el" || item.k === "any")))
    return write;
  const props = propsOf(group).map(getter);
  return (object, context) => {
    if (props.some((get) => get(object) !== undefined)) write(object, context);
  };
}

function choiceWriter(group: GroupParticle, scope: Scope, asked: boolean): Writer {
  const branches = group.items.map((item) => ({
    // A branch is written because something of it is there, so the branch itself is not optional any more.
    write:
      item.k === "el" || item.k === "any"
        ? particleWriter(item, scope)
        : item.max === 1
          ? groupWriter(item, scope, true)
          : repeatedGroupWriter(item, scope),
    props: new Set(propsOf(item)),
    required: requiredProps(item.k === "el" || item.k === "any" ? item : { ...item, min: Math.max(item.min, 1) }),
  }));
  const all = [...new Set(branches.flatMap((b) => [...b.props]))];
  const gets = all.map((prop) => ({ prop, get: getter(prop) }));
  const optional = (group.min === 0 && !asked) || group.items.some(canBeEmpty);
  const limit = branches.map((b) => [...b.props].join("+")).join(" | ");
  return (object, context) => {
    let present: string[] | undefined;
    for (const { prop, get } of gets) {
      if (get(object) === undefined) continue;
      if (present) present.push(prop);
      else present = [prop];
    }
    if (!present) {
      if (!optional) context.fail({ code: "choice", limit, actual: "none" });
      return;
    }
    const fitting = branches.filter((b) => (present as string[]).every((prop) => b.props.has(prop)));
    const chosen =
      fitting.length > 1
        ? (fitting.find((b) => b.required.every((prop) => (present as string[]).includes(prop))) ?? fitting[0])
        : fitting[0];
    if (!chosen) return context.fail({ code: "choice", limit, actual: present.slice(0, 8).join(", ") });
    chosen.write(object, context);
  };
}

function repeatedGroupWriter(group: GroupParticle, scope: Scope): Writer {
  const { prop, max } = group;
  if (prop === undefined) {
    throw new SoapError("SOAP_DESCRIPTOR", "a repeated group needs a property", "重复的内容组缺少属性名");
  }
  const step: Step = { prop, name: "" };
  const get = getter(prop);
  const write = groupWriter(group, scope, true);
  const known = new Set(propsOf({ ...group, max: 1 }));
  // Repetitions of nothing leave no trace, so their number cannot be checked.
  const min = canBeEmpty({ ...group, min: 1 }) ? 0 : group.min;
  return listWriter(get, step, min, max, (value, context, at, index) => {
    if (!isObject(value)) return context.fail({ code: "type", limit: "object", actual: kindOf(value) }, at, index);
    context.enter(at as Step, index);
    if (context.strict) refuseUnknown(value, known, context);
    write(value, context);
    context.trail.leave();
  });
}

// ---- SOAP arrays

function arrayWriter(type: ComplexDescriptor, scope: Scope): ComplexWriter {
  const { itemName, arrayType, item } = type.soapArray as NonNullable<ComplexDescriptor["soapArray"]>;
  const match = /^(?:\{([^}]*)\})?([^[]+)/.exec(arrayType);
  const itemNs = match?.[1] ?? XSD_NS;
  const itemType = match?.[2] ?? "anyType";
  const head = ` xmlns:soapenc="${ENC11_NS}" xmlns:t="${escapeAttribute(itemNs)}" soapenc:arrayType="t:${itemType}[`;
  const step: Step = { prop: "", name: itemName };
  const items = lazily(() => {
    const target = typeOf(item);
    const tags = tagsOf(itemName, "", scope);
    return { write: valueWriter(target, tags, { name: itemName, ns: "" }), nil: `${tags.open}${NIL}${tags.close}` };
  });
  return (value, context, tags, at, index) => {
    if (!Array.isArray(value)) return context.fail({ code: "type", limit: "array", actual: kindOf(value) }, at, index);
    context.usesXsi = true;
    context.out += `${tags.open}${head}${value.length}]" xsi:type="soapenc:Array">`;
    if (at) context.enter(at, index);
    (value as unknown[]).forEach((one, i) => {
      if (one === null) context.out += items().nil;
      else items().write(one, context, step, i);
    });
    if (at) context.trail.leave();
    context.out += tags.close;
  };
}
