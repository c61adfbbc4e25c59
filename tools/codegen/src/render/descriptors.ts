import { blockedTypes } from "../blocking.ts";
import { isTaken } from "../identifiers.ts";
import type { IdentityPlan, PathPlan } from "../identity-paths.ts";
import type {
  AttributePlan,
  ComplexPlan,
  ElementPlan,
  FilePlan,
  MessagePlan,
  ParticlePlan,
  SimplePlan,
  SoapArrayPlan,
  TypeUse,
} from "../plan.ts";
import { isQuick, loads, particleConstructs, simpleConstructs, typeConstructs } from "./constructs.ts";
import { comment } from "./doc.ts";
import { Code, type Literal, literal } from "./literal.ts";
import { type ModuleText, specifierOf } from "./module.ts";
import type { SharedConstants } from "./shared-constants.ts";
import { complexName, type Place, simpleText, tagOf } from "./types.ts";

const GEN1 = "@coo/soap/gen1";

/** Which descriptors can be named directly: the others are named inside a function, because they come later. */
export interface DescriptorOrder {
  readonly file: FilePlan;
  readonly module: ModuleText;
  /** Types of this file that are written already. */
  readonly done: Set<ComplexPlan>;
  /** Files that (indirectly) import this one: their values may not exist yet. */
  readonly cyclic: ReadonlySet<FilePlan>;
  /** Simple descriptors shared within the file. */
  readonly shared: SharedConstants;
  /** Which of them a simple type has: most fields have one of a few types. */
  readonly simple: Map<SimplePlan, Code>;
}

/** Name of the constant that holds a type's descriptor. */
export function descriptorName(type: ComplexPlan): string {
  const name = `${type.name}Descriptor`;
  return isTaken(name) ? `${name}_` : name;
}

/** Whether the built-in type at the root keeps white space, so that a type below it that does not must say so. */
function keepsSpace({ builtin, js }: SimplePlan): boolean {
  return js === "string" && (builtin === "string" || builtin === "normalizedString");
}

/** A simple type as data. */
export function simpleLiteral(simple: SimplePlan): Literal {
  return {
    k: "simple",
    name: simple.name?.local,
    ns: simple.qualified ? simple.name?.ns : undefined,
    builtin: simple.builtin,
    js: simple.js,
    ws: simple.ws === "collapse" && !keepsSpace(simple) ? undefined : simple.ws,
    patterns: simple.patterns.length > 0 ? simple.patterns : undefined,
    quick: isQuick(simple) || undefined,
    enum: simple.enumeration?.map((e) => e.value),
    length: simple.length,
    minLength: simple.minLength,
    maxLength: simple.maxLength,
    totalDigits: simple.totalDigits,
    fractionDigits: simple.fractionDigits,
    minInclusive: simple.minInclusive,
    maxInclusive: simple.maxInclusive,
    minExclusive: simple.minExclusive,
    maxExclusive: simple.maxExclusive,
    item: simple.item ? simpleLiteral(simple.item) : undefined,
    members: simple.members.length > 0 ? simple.members.map(simpleLiteral) : undefined,
  };
}

/** A simple descriptor: a constant shared in the file. */
export function simpleReference(simple: SimplePlan, order: DescriptorOrder): Code {
  const known = order.simple.get(simple);
  if (known) return known;
  const text = literal(simpleLiteral(simple), "", 40);
  const base = (): string =>
    `${simple.name ? lower(simple.name.local) : simple.builtin === "anySimpleType" ? simple.js : `${simple.builtin}`}Value`;
  const code = new Code(order.shared.nameOf(text, "SimpleDescriptor", base));
  order.simple.set(simple, code);
  loads(order.module, ...simpleConstructs(simple));
  return code;
}

function lower(local: string): string {
  const name = local.replace(/[^\p{ID_Continue}]+/gu, "_");
  return (/^\p{ID_Start}/u.test(name) ? "" : "_") + name.charAt(0).toLowerCase() + name.slice(1);
}

/** Constants for the shared simple descriptors, in order of first use. */
export function sharedLines(order: DescriptorOrder): string[] {
  const lines: string[] = [];
  for (const [text, { name, type }] of order.shared) {
    order.module.type(GEN1, type);
    lines.push(`const ${name}: ${type} = ${text};`);
  }
  return lines;
}

/** The descriptor an element refers to. */
export function useReference(use: TypeUse, order: DescriptorOrder): Literal {
  if (use.k === "anyType") {
    loads(order.module, "wildcards");
    return { k: "anyType" };
  }
  if (use.k === "simple") return simpleReference(use.simple, order);
  const { type } = use;
  const name = descriptorName(type);
  if (type.file === order.file) return new Code(order.done.has(type) ? name : `() => ${name}`);
  const local = order.module.value(specifierOf(order.file.package, type.file, "types"), name);
  return new Code(order.cyclic.has(type.file) ? `() => ${local}` : local);
}

function thunk(use: ComplexPlan, order: DescriptorOrder): Code {
  const name = descriptorName(use);
  const local =
    use.file === order.file ? name : order.module.value(specifierOf(order.file.package, use.file, "types"), name);
  return new Code(`() => ${local}`);
}

function particleLiteral(p: ParticlePlan, order: DescriptorOrder): Literal {
  loads(order.module, ...particleConstructs(p));
  if (p.k === "el") {
    return {
      k: "el",
      prop: p.prop,
      name: p.name,
      ns: p.ns,
      type: useReference(p.type, order),
      min: p.min,
      max: p.max,
      nillable: p.nillable || undefined,
      default: p.default ?? undefined,
      fixed: p.fixed ?? undefined,
      substitutes: p.substitutes
        ? new Code(
            `() => ${literal(
              p.substitutes.map((s) => ({
                tag: s.tag,
                name: s.name,
                ns: s.ns,
                type: useReference(s.type, order),
                nillable: s.nillable || undefined,
                default: s.default ?? undefined,
                fixed: s.fixed ?? undefined,
                ...constraintLiterals(s, order),
              })),
              "      ",
            )}`,
          )
        : undefined,
      abstract: p.abstract || undefined,
      ...constraintLiterals(p, order),
    };
  }
  if (p.k === "any") {
    return {
      k: "any",
      prop: p.prop,
      namespaces: p.namespaces,
      not: p.not,
      target: p.target,
      process: p.process,
      notNames: p.notNames,
      min: p.min,
      max: p.max,
    };
  }
  return {
    k: p.k,
    items: p.items.map((i) => particleLiteral(i, order)),
    min: p.min,
    max: p.max,
    prop: p.prop ?? undefined,
  };
}

/** What a declaration says beyond its type: types that it blocks, identity constraints. */
export function constraintLiterals(
  el: Pick<ElementPlan, "block" | "keys" | "type">,
  order: DescriptorOrder,
): Record<string, Literal | undefined> {
  const { type } = el;
  const blocked =
    type.k === "complex"
      ? blockedTypes(type.type, el.block).map((d) => tagOf(d, type.type.derived))
      : el.block.includes("restriction")
        ? ["*"]
        : [];
  if (blocked.length > 0) loads(order.module, "derived");
  return { keys: keysLiteral(el.keys, order), blocked: blocked.length > 0 ? blocked : undefined };
}

function keysLiteral(keys: readonly IdentityPlan[] | undefined, order: DescriptorOrder): Literal | undefined {
  if (!keys || keys.length === 0) return undefined;
  loads(order.module, "identity");
  return keys.map((key) => ({
    ...key,
    selector: key.selector.map(pathLiteral),
    fields: key.fields.map((field) => field.map(pathLiteral)),
  }));
}

function pathLiteral({ deep, steps, attribute }: PathPlan): Literal {
  return {
    deep,
    steps: steps.map((step) => ({ ...step })),
    attribute: attribute ? { ...attribute } : undefined,
  };
}

function attributeLiteral(a: AttributePlan, order: DescriptorOrder): Literal {
  return {
    prop: a.prop,
    name: a.name,
    ns: a.ns,
    type: simpleReference(a.type, order),
    required: a.required || undefined,
    default: a.default ?? undefined,
    fixed: a.fixed ?? undefined,
  };
}

/** The constant with a complex type's descriptor. */
export function descriptorLines(type: ComplexPlan, order: DescriptorOrder): string[] {
  order.module.type(GEN1, "ComplexDescriptor");
  loads(order.module, ...typeConstructs(type));
  const data: Literal = {
    k: "complex",
    name: type.local,
    ns: type.ns,
    anonymous: type.anonymous || undefined,
    attrs: type.attrs.length > 0 ? type.attrs.map((a) => attributeLiteral(a, order)) : undefined,
    anyAttr: type.anyAttr ? { ...type.anyAttr } : undefined,
    content: type.content ? particleLiteral(type.content, order) : undefined,
    open: type.open ? particleLiteral(type.open, order) : undefined,
    text: type.text ? simpleReference(type.text, order) : undefined,
    mixed: type.mixed || undefined,
    abstract: type.abstract || undefined,
    derived:
      type.derived.length > 0
        ? new Code(
            `() => ${literal(
              type.derived.map((d) => ({ tag: tagOf(d, type.derived), type: thunk(d, order) })),
              "  ",
            )}`,
          )
        : undefined,
    soapArray: type.soapArray ? arrayLiteral(type.soapArray, order) : undefined,
  };
  const lines = [`export const ${descriptorName(type)}: ComplexDescriptor = ${literal(data, "", 60)};`, ""];
  order.done.add(type);
  return lines;
}

/** An array; each bracket that follows the first is an array in the one before, whose type nothing names. */
function arrayLiteral({ item, itemName, arrayType, ranks }: SoapArrayPlan, order: DescriptorOrder): Literal {
  const [dimensions, inner, ...rest] = ranks;
  return {
    item:
      inner === undefined
        ? useReference(item, order)
        : {
            k: "complex",
            name: "Array",
            ns: SOAP_ENCODING,
            soapArray: arrayLiteral(
              { item, itemName, arrayType: arrayType.replace(/\[[^\]]*\]$/, ""), ranks: [inner, ...rest] },
              order,
            ),
          },
    itemName,
    arrayType,
    dimensions: dimensions === 1 ? undefined : dimensions,
  };
}

const SOAP_ENCODING = "http://schemas.xmlsoap.org/soap/encoding/";

/** TypeScript type of a message's value. */
export function messageTypeText(message: MessagePlan, place: Place): string {
  const { type, view } = message;
  if (type.k === "anyType") return place.module.type(GEN1, "RawElement");
  if (type.k === "simple") return simpleText(type.simple, view, place, type.codeList);
  return complexName(type.type, view, place);
}

/** Name of the constant with a message's descriptor. */
export function messageConst(message: MessagePlan): string {
  return `${message.name}Message`;
}

/**
 * The constant that callers hand to the codec. It is written as plain data: the helper `message` would cost the compiler
 * five times the instantiations and leave a call for bundlers to judge.
 */
export function messageLines(message: MessagePlan, order: DescriptorOrder, place: Place): string[] {
  const type = messageTypeText(message, place);
  order.module.type(GEN1, "MessageDescriptor");
  const data: Literal = {
    k: "message",
    name: message.name,
    type: useReference(message.type, order),
    element: message.element ? { name: message.element.local, ns: message.element.ns } : undefined,
    keys: keysLiteral(message.keys, order),
  };
  const head = `export const ${messageConst(message)}: MessageDescriptor<${type}> = `;
  return [
    ...comment([`Descriptor of the message ${message.name}: all that the codec needs.`]),
    `${head}${literal(data, "", head.length)};`,
    "",
  ];
}
