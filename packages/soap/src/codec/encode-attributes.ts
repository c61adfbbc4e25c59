import type { AttributeDescriptor, ComplexDescriptor } from "../gen1.ts";
import { forbiddenCharacter } from "../simple/characters.ts";
import { parseClarkName } from "../simple/names.ts";
import { identityOf, kindOf, simpleCodec } from "../simple/simple-codec.ts";
import type { EncodeContext } from "./encode-context.ts";
import { type Fields, type Scope } from "./encode-scope.ts";
import { escapeAttribute } from "./escape.ts";
import { XML_NS, XSI_NS } from "./names.ts";
import { getter, isObject } from "./particles.ts";
import type { Step } from "./trail.ts";
import { allowsName } from "./wildcard.ts";

export type AttributesWriter = (object: Fields, context: EncodeContext) => string;

export function attributesWriter(type: ComplexDescriptor, scope: Scope): AttributesWriter | undefined {
  const declared = inOrder(type.attrs ?? []);
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

/** Attributes in canonical order. */
export function inOrder(attributes: readonly AttributeDescriptor[]): readonly AttributeDescriptor[] {
  return [...attributes].sort((a, b) => order(a.ns, b.ns) || order(a.name, b.name));
}

/** An attribute up to its value; `index` is its place among those of its type. */
export function attributeName({ name, ns }: AttributeDescriptor, index: number, scope: Scope): string {
  if (ns === "") return ` ${name}="`;
  if (ns === XML_NS) return ` xml:${name}="`;
  return ns === scope.bound ? ` n:${name}="` : ` xmlns:a${index}="${escapeAttribute(ns)}" a${index}:${name}="`;
}

function order(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function attributeWriter(attribute: AttributeDescriptor, index: number, scope: Scope): AttributesWriter {
  const codec = simpleCodec(attribute.type);
  const get = getter(attribute.prop);
  const step: Step = { prop: attribute.prop, name: `@${attribute.name}` };
  const { required } = attribute;
  const standard = attribute.default === undefined ? undefined : identityOf(codec, attribute.default);
  const fixed = attribute.fixed === undefined ? undefined : identityOf(codec, attribute.fixed);
  const name = attributeName(attribute, index, scope);
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
    if (fixed !== undefined && codec.identity(value) !== fixed) {
      context.fail({ code: "fixed", value: text.slice(0, 40), limit: attribute.fixed as string }, step);
    }
    if (standard !== undefined && codec.identity(value) === standard) return "";
    return `${name}${escapeAttribute(text)}"`;
  };
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
    else if (!allowsName(wildcard, name.local, name.ns)) context.fail({ code: "wildcard", actual: name.ns }, step);
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
