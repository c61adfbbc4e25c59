import { DecodeError, EncodeError, SoapError } from "../errors.ts";
import type {
  ComplexDescriptor,
  ElementParticle,
  MessageDescriptor,
  Particle,
  SimpleDescriptor,
  TypeDescriptor,
} from "../gen1.ts";
import { type Issue, shorten, type Violation } from "../issue.ts";
import type { SimpleContext, ValueWire } from "../simple/context.ts";
import { simpleCodec } from "../simple/simple-codec.ts";
import type { Decoded, DecodeOptions } from "./decode.ts";
import type { UnknownElement } from "./decode-context.ts";
import { DEFAULT_VALUE_WIRE, type EncodeOptions, validateValue } from "./encode.ts";
import { type JsonNode, readJson } from "./json-text.ts";
import { attributeOfNull } from "./nil-form.ts";
import { typeOf } from "./particles.ts";
import { Stop, Trail } from "./trail.ts";

/*
 * Bodies as JSON, for peers whose answers are JSON in a string. Members are named like the elements, in schema order:
 * repeated elements are arrays, numbers and booleans JSON's own (booleans in other forms are strings), everything else is
 * a string with the same text as in XML; attributes are `@name`, simple content `$value`, the tag of a derived type
 * `$type`. Wildcards, substitution groups, mixed content and SOAP arrays have no place here.
 */

type Fields = Record<string, unknown>;

/**
 * Writes a message as JSON text, without added white space.
 *
 * @throws {@link EncodeError} with issues when the value is not allowed; `SoapError` `SOAP_DESCRIPTOR` for a descriptor
 *   beyond JSON.
 */
export function encodeJson<T>(
  descriptor: MessageDescriptor<T>,
  value: T,
  options: Omit<EncodeOptions, "element"> = {},
): string {
  const issues = validateValue(descriptor, value, options);
  if (issues.length > 0) throw new EncodeError(descriptor.name, issues);
  const wire = { ...DEFAULT_VALUE_WIRE, ...options.wire };
  return writeValue(typeOf(descriptor.type), value, wire);
}

function context(wire: ValueWire): SimpleContext {
  return {
    booleans: wire.booleans,
    lineBreaks: wire.lineBreaks === "ncr" ? "lf" : wire.lineBreaks,
    violation: undefined,
    lookupNamespace: () => undefined,
    declareNamespace: () => {
      throw unsupported("a qualified name");
    },
  };
}

function unsupported(what: string): SoapError {
  return new SoapError("SOAP_DESCRIPTOR", `${what} cannot be written as JSON`, `${what} 无法以 JSON 表示`);
}

function writeValue(type: TypeDescriptor, value: unknown, wire: ValueWire): string {
  if (value === null) return "null";
  if (type.k === "anyType") throw unsupported("xs:anyType");
  if (type.k === "simple") return writeSimple(type, value, wire);
  return writeObject(type, value as Fields, wire);
}

function writeSimple(type: SimpleDescriptor, value: unknown, wire: ValueWire): string {
  if (typeof value === "number" && Number.isFinite(value)) return String(value);
  if (typeof value === "boolean" && wire.booleans === "true-false") return String(value);
  return JSON.stringify(simpleCodec(type).write(value, context(wire)));
}

function writeObject(declared: ComplexDescriptor, value: Fields, wire: ValueWire): string {
  const members: string[] = [];
  const add = (name: string, text: string): void => void members.push(`${JSON.stringify(name)}:${text}`);
  let type = declared;
  const tag = value["$type"];
  if (declared.derived && tag !== undefined) {
    type =
      declared
        .derived()
        .find((d) => d.tag === tag)
        ?.type() ?? declared;
    if (type !== declared) add("$type", JSON.stringify(tag));
  }
  if (type.mixed || type.soapArray || type.anyAttr) throw unsupported(type.name);
  if (value["$nil"] !== undefined) throw unsupported("an attribute of null");
  for (const a of type.attrs ?? []) {
    const own = value[a.prop];
    if (own === undefined) continue;
    const text = writeSimple(a.type, own, wire);
    if (
      a.default === undefined ||
      text !== writeSimple(a.type, simpleCodec(a.type).read(a.default, context(DEFAULT_VALUE_WIRE)), wire)
    ) {
      add(`@${a.name}`, text);
    }
  }
  if (type.text) add("$value", writeSimple(type.text, value["$value"], wire));
  if (type.content) writeParticle(type.content, value, wire, add, true);
  return `{${members.join(",")}}`;
}

function writeParticle(
  particle: Particle,
  object: Fields,
  wire: ValueWire,
  add: (name: string, text: string) => void,
  inSequence: boolean,
): void {
  if (particle.k === "any") {
    if (object[particle.prop] !== undefined) throw unsupported("a wildcard");
    return;
  }
  if (particle.k === "el") return writeElement(particle, object, wire, add, inSequence);
  if (particle.max !== 1) {
    if (particle.prop !== undefined && object[particle.prop] !== undefined) throw unsupported("a repeated group");
    return;
  }
  for (const item of particle.items) {
    writeParticle(item, object, wire, add, inSequence && particle.k !== "choice" && particle.min > 0);
  }
}

function writeElement(
  element: ElementParticle,
  object: Fields,
  wire: ValueWire,
  add: (name: string, text: string) => void,
  inSequence: boolean,
): void {
  const value = object[element.prop];
  if (element.substitutes) {
    if (value !== undefined) throw unsupported("a substitution group");
    return;
  }
  const type = typeOf(element.type);
  if (value === undefined) {
    if (inSequence && isEmptiable(element, type)) {
      if (wire.emptyValues === "empty") add(element.name, '""');
      else if (wire.emptyValues === "nil") add(element.name, "null");
    }
    return;
  }
  if (element.max === 1) return add(element.name, writeValue(type, value, wire));
  const values = value as readonly unknown[];
  if (values.length > 0) add(element.name, `[${values.map((v) => writeValue(type, v, wire)).join(",")}]`);
}

function isEmptiable(element: ElementParticle, type: TypeDescriptor): boolean {
  const bounded =
    element.min === 0 && element.max === 1 && element.default === undefined && element.fixed === undefined;
  return bounded && type.k === "simple";
}

/**
 * Reads a message from JSON text and checks it like XML.
 *
 * @throws {@link DecodeError} with issues; `SoapError` `SOAP_PAYLOAD` when it is no JSON.
 */
export function decodeJson<T>(
  descriptor: MessageDescriptor<T>,
  text: string,
  options: Omit<DecodeOptions, "element"> = {},
): Decoded<T> {
  const wire = { ...DEFAULT_VALUE_WIRE, ...options.wire };
  const root = readJson(text);
  const trail = new Trail(descriptor.name, descriptor.name, {
    labels: options.labels,
    maxIssues: options.allErrors ? 100 : 1,
  });
  const reader = new JsonReader(text, wire, options.strict ?? true, trail);
  let value: unknown;
  try {
    value = reader.value(typeOf(descriptor.type), root, "", "");
  } catch (error) {
    if (!(error instanceof Stop)) throw error;
  }
  let issues: readonly Issue[] = trail.issues;
  if (issues.length === 0) {
    const rest = options.labels ? { labels: options.labels } : {};
    issues = validateValue(descriptor, value, { ...rest, allErrors: options.allErrors ?? false });
  }
  if (issues.length > 0) throw new DecodeError(descriptor.name, issues);
  return { value: value as T, unknown: reader.unknown };
}

class JsonReader {
  readonly unknown: UnknownElement[] = [];
  readonly #text: string;
  readonly #wire: ValueWire;
  readonly #strict: boolean;
  readonly #trail: Trail;
  readonly #context: SimpleContext;

  constructor(text: string, wire: ValueWire, strict: boolean, trail: Trail) {
    this.#text = text;
    this.#wire = wire;
    this.#strict = strict;
    this.#trail = trail;
    this.#context = context(wire);
  }

  value(type: TypeDescriptor, node: JsonNode, prop: string, name: string): unknown {
    if (type.k === "anyType") throw unsupported("xs:anyType");
    if (type.k === "simple") return this.#simple(type, node, prop, name);
    return this.#object(type, node, prop, name);
  }

  #fail(violation: Violation, prop: string, name: string, index = -1): undefined {
    if (this.#trail.report(violation, prop === "" ? undefined : { prop, name }, index)) throw new Stop();
    return undefined;
  }

  #simple(type: SimpleDescriptor, node: JsonNode, prop: string, name: string): unknown {
    let text: string | undefined;
    if (node.k === "string") text = node.value;
    else if (node.k === "number" && mayBe(type, "number")) text = node.text;
    else if (node.k === "boolean" && mayBe(type, "boolean") && this.#wire.booleans === "true-false")
      text = String(node.value);
    if (text === undefined) return this.#fail({ code: "type", limit: type.js, actual: node.k }, prop, name);
    const value = simpleCodec(type).read(text, this.#context);
    return value === undefined ? this.#fail(this.#context.violation as Violation, prop, name) : value;
  }

  #object(declared: ComplexDescriptor, node: JsonNode, prop: string, name: string): Fields | undefined {
    if (node.k !== "object") return this.#fail({ code: "type", limit: "object", actual: node.k }, prop, name);
    const rest = new Map(node.members);
    const object: Fields = {};
    let type = declared;
    if (declared.derived) {
      const tag = rest.get("$type");
      rest.delete("$type");
      const wanted = tag?.k === "string" ? tag.value : undefined;
      const derived = declared.derived();
      const found = derived.find((d) => (wanted === undefined ? d.type() === declared : d.tag === wanted));
      if (!found) {
        const limit = derived.map((d) => d.tag).join(" | ");
        return this.#fail({ code: "unknown_type", actual: shorten(wanted ?? "none"), limit }, prop, name);
      }
      type = found.type();
      object["$type"] = found.tag;
    }
    if (prop !== "") this.#trail.enter({ prop, name }, -1);
    for (const a of type.attrs ?? []) {
      const member = rest.get(`@${a.name}`);
      rest.delete(`@${a.name}`);
      if (member) object[a.prop] = this.#simple(a.type, member, a.prop, `@${a.name}`);
      else if (a.default !== undefined)
        object[a.prop] = simpleCodec(a.type).read(a.default, context(DEFAULT_VALUE_WIRE));
    }
    if (type.text) {
      const member = rest.get("$value");
      rest.delete("$value");
      if (member) object["$value"] = this.#simple(type.text, member, "$value", "");
    }
    if (type.content) this.#particle(type.content, rest, object);
    for (const [key, member] of rest) {
      if (this.#strict) this.#fail({ code: "unknown_property", actual: shorten(key) }, "", "");
      else {
        const xml = this.#text.slice(member.start, member.end);
        this.unknown.push({ path: this.#trail.path(), name: key, ns: "", xml });
      }
    }
    if (prop !== "") this.#trail.leave();
    return object;
  }

  #particle(particle: Particle, rest: Map<string, JsonNode>, object: Fields): void {
    if (particle.k === "el") return this.#element(particle, rest, object);
    if (particle.k === "any" || particle.max !== 1) return;
    for (const item of particle.items) this.#particle(item, rest, object);
  }

  #element(element: ElementParticle, rest: Map<string, JsonNode>, object: Fields): void {
    const { name, prop } = element;
    const node = rest.get(name);
    if (node === undefined || element.substitutes) return;
    rest.delete(name);
    const type = typeOf(element.type);
    if (element.max === 1) {
      const value = this.#occurrence(element, type, node, prop);
      if (value !== undefined) object[prop] = value;
      return;
    }
    if (node.k !== "array") return this.#fail({ code: "type", limit: "array", actual: node.k }, prop, name);
    if (node.items.length > 0) {
      object[prop] = node.items.map((item, i) => this.#occurrence(element, type, item, `${prop}[${i}]`));
    }
  }

  #occurrence(element: ElementParticle, type: TypeDescriptor, node: JsonNode, prop: string): unknown {
    const absentable = isEmptiable(element, type);
    if (node.k === "null") {
      const missing = element.nillable ? attributeOfNull(type) : undefined;
      if (missing !== undefined) return this.#fail({ code: "nil_attribute", limit: missing }, prop, element.name);
      if (element.nillable) return null;
      if (absentable && this.#wire.emptyValues === "nil") return undefined;
      return this.#fail({ code: "nil" }, prop, element.name);
    }
    if (absentable && this.#wire.emptyValues === "empty" && node.k === "string" && node.value === "") return undefined;
    return this.value(type, node, prop, element.name);
  }
}

function mayBe(type: SimpleDescriptor, kind: "number" | "boolean"): boolean {
  return type.js === kind || (type.js === "union" && (type.members ?? []).some((m) => mayBe(m, kind)));
}
