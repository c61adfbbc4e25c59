import { isSlowPattern } from "@coo/xml/pattern";
import { valueIdentifier } from "../identifiers.ts";
import { BOUNDS, LEXICAL } from "../lexical.ts";
import type {
  AnyPlan,
  ComplexPlan,
  FilePlan,
  SimplePlan,
  SoapArrayPlan,
  SubstitutePlan,
  TypeUse,
  View,
} from "../plan.ts";
import { loads, simpleConstructs } from "./constructs.ts";
import { simpleLiteral } from "./descriptors.ts";
import { patternWords } from "./doc.ts";
import { literal, property, quote } from "./literal.ts";
import { type ModuleText, specifierOf } from "./module.ts";
import { allowsNull, nilForms } from "./nil-forms.ts";
import { type Field, propsOf, type Shape, shapeOf, type Variant, variantsOf } from "./shape.ts";
import type { SharedConstants } from "./shared-constants.ts";
import { hasFixedLiteral, importType, numberText, ownName, type Place, tagOf } from "./types.ts";

/** A zod schema as type and as expression. */
interface Zod {
  readonly t: string;
  readonly v: string;
}

export interface SchemaOrder {
  readonly file: FilePlan;
  readonly module: ModuleText;
  /** `id|view` of the schemas written already. */
  readonly done: Set<string>;
  readonly cyclic: ReadonlySet<FilePlan>;
  /** Simple schemas shared within the file. */
  readonly shared: SharedConstants;
}

/** Source of a regular expression literal for a whole text. */
export function wholeRegex(source: string): string {
  let out = "";
  for (let i = 0; i < source.length; i++) {
    const c = source[i] as string;
    if (c === "\\") out += c + (source[++i] ?? "");
    else if (c === "/") out += "\\/";
    else out += /[\n\r\u2028\u2029]/.test(c) ? `\\u{${c.charCodeAt(0).toString(16)}}` : c;
  }
  return `/^(?:${out})$/v`;
}

/** A check for a pattern that could block an engine, `null` for others. */
function slowPattern(source: string, module: ModuleText): string | null {
  return isSlowPattern(source) ? `${module.value("@coo/soap/gen1", "fitsPattern")}(${quote(source)})` : null;
}

/** Characters that XML 1.0 has, as the inside of a class. */
const XML_CHARS = "\\t\\n\\r -\\u{D7FF}\\u{E000}-\\u{FFFD}\\u{10000}-\\u{10FFFF}";
/** The same without what a type's white space rule would fold away. */
const REPLACED = " -\\u{D7FF}\\u{E000}-\\u{FFFD}\\u{10000}-\\u{10FFFF}";
const NO_SPACE = "!-\\u{D7FF}\\u{E000}-\\u{FFFD}\\u{10000}-\\u{10FFFF}";

function checkedText(simple: SimplePlan, literalAllowed: boolean, module: ModuleText, inList = false): Zod {
  if (simple.enumeration && literalAllowed) {
    const values = simple.enumeration.map((e) => quote(e.value));
    return { t: `z.ZodLiteral<${values.join(" | ")}>`, v: `z.literal([${values.join(", ")}])` };
  }
  let v = "z.string()";
  const { length, minLength = length, maxLength = length } = simple;
  // Characters, not UTF-16 units: a rare Chinese character counts once.
  const many =
    minLength === undefined && maxLength === undefined
      ? ""
      : minLength === maxLength
        ? `{${minLength}}`
        : `{${minLength ?? 0},${maxLength ?? ""}}`;
  const lexical = LEXICAL[simple.builtin];
  const size = many === "" ? "" : `, ${quote(lengthText(minLength, maxLength))}`;
  if (simple.enumeration) v += `.regex(${wholeRegex(simple.enumeration.map((e) => escape(e.value)).join("|"))})`;
  else if (lexical !== undefined) {
    v += `.regex(${wholeRegex(lexical)}, ${quote(`不是合法的 xs:${simple.builtin} · not a valid xs:${simple.builtin}`)})`;
    if (many !== "") v += `.regex(/^[\\s\\S]${many}$/v${size})`;
  } else if (inList || simple.ws === "collapse") {
    v += `.regex(/^${inList ? `[${NO_SPACE}]+` : `(?:[${NO_SPACE}]+(?: [${NO_SPACE}]+)*)?`}$/v, ${quote("多余的空白 · white space that does not count")})`;
    if (many !== "") v += `.regex(/^[\\s\\S]${many}$/v${size})`;
  } else v += `.regex(/^[${simple.ws === "replace" ? REPLACED : XML_CHARS}]${many === "" ? "*" : many}$/v${size})`;
  simple.patterns.forEach((source, i) => {
    const form = patternWords(simple.xsdPatterns[i] ?? "");
    const message = form === null ? "" : `, ${quote(`应为 ${form.zh} · must be ${form.en}`)}`;
    const slow = slowPattern(source, module);
    v += slow === null ? `.regex(${wholeRegex(source)}${message})` : `.refine(${slow}${message})`;
  });
  if (simple.totalDigits !== undefined) {
    v += `.refine((s) => (/^[+\\-]?0*(\\d*?)(?:\\.(\\d*?)0*)?$/v.exec(s) ?? []).slice(1).join("").length <= ${simple.totalDigits})`;
  }
  if (simple.fractionDigits !== undefined && simple.builtin === "decimal")
    v += `.regex(/^[+\\-]?\\d*(?:\\.\\d{0,${simple.fractionDigits}}0*)?$/v)`;
  v += rangeChecks(simple);
  return { t: "z.ZodString", v };
}

function lengthText(min: number | undefined, max: number | undefined): string {
  if (min !== undefined && min === max) return `应为 ${min} 个字符 · exactly ${min} characters`;
  if (min === undefined || min === 0) return `最多 ${max} 个字符 · at most ${max} characters`;
  if (max === undefined) return `至少 ${min} 个字符 · at least ${min} characters`;
  return `应为 ${min} 至 ${max} 个字符 · ${min} to ${max} characters`;
}

/** Range facets of types whose values are texts. */
function rangeChecks(simple: SimplePlan): string {
  const [low, high] = BOUNDS[simple.builtin] ?? [undefined, undefined];
  const checks: [string, string][] = [];
  const min = simple.minInclusive ?? (simple.minExclusive === undefined ? low : undefined);
  const max = simple.maxInclusive ?? (simple.maxExclusive === undefined ? high : undefined);
  if (min !== undefined) checks.push([">=", min]);
  if (simple.minExclusive !== undefined) checks.push([">", simple.minExclusive]);
  if (max !== undefined) checks.push(["<=", max]);
  if (simple.maxExclusive !== undefined) checks.push(["<", simple.maxExclusive]);
  if (checks.length === 0) return "";
  if (INTEGERS.has(simple.builtin)) {
    // The lexical check comes first; text that failed it is not compared.
    return checks
      .map(
        ([op, bound]) =>
          `.refine((s) => !/^[+\\-]?\\d+$/v.test(s) || BigInt(s.replace("+", "")) ${op} ${BigInt(bound.replace("+", ""))}n)`,
      )
      .join("");
  }
  if (simple.builtin === "decimal") {
    const scale = Math.max(...checks.map(([, b]) => (b.split(".")[1] ?? "").length));
    return checks.map(([op, bound]) => `.refine((s) => ${decimalTest("s", op, bound, scale)})`).join("");
  }
  if (/^(?:date|dateTime|dateTimeStamp|time|gYear|gYearMonth|gMonth|gMonthDay|gDay)$/.test(simple.builtin)) {
    const text =
      simple.builtin === "time"
        ? ["`1970-01-01T${s}`", (b: string): string => `1970-01-01T${b}`]
        : ["s", (b: string): string => b];
    if (!/^(?:date|dateTime|dateTimeStamp|time)$/.test(simple.builtin)) return "";
    return checks
      .map(
        ([op, bound]) =>
          `.refine((s) => !(Date.parse(${text[0] as string}) ${NEGATED[op]} Date.parse(${quote((text[1] as (b: string) => string)(bound))})))`,
      )
      .join("");
  }
  return "";
}

const NEGATED: Readonly<Record<string, string>> = { ">=": "<", ">": "<=", "<=": ">", "<": ">=" };
const INTEGERS = new Set([
  "integer",
  "long",
  "unsignedLong",
  "nonNegativeInteger",
  "positiveInteger",
  "nonPositiveInteger",
  "negativeInteger",
  "int",
  "short",
  "byte",
  "unsignedInt",
  "unsignedShort",
  "unsignedByte",
]);

/** Compares a decimal text exactly: digits behind the point are cut to the bound's, with one more that tells the rest. */
function decimalTest(name: string, op: string, bound: string, scale: number): string {
  const negative = bound.trim().startsWith("-");
  const [whole = "0", part = ""] = bound.trim().replace(/^[+-]/, "").split(".");
  const scaled = BigInt(`${whole === "" ? "0" : whole}${part.padEnd(scale, "0")}0`) * (negative ? -1n : 1n);
  return `((m) => m === null || BigInt(\`\${m[1] === "-" ? "-" : ""}\${m[2]}\${(m[3] ?? "").slice(0, ${scale}).padEnd(${scale}, "0")}\${/[1-9]/v.test((m[3] ?? "").slice(${scale})) ? "1" : "0"}\`) ${op} ${scaled}n)(/^([+\\-]?)(\\d*)(?:\\.(\\d*))?$/v.exec(${name}))`;
}

function escape(text: string): string {
  return text
    .replace(/[\\^$.*+?()[\]{}|/]/g, "\\$&")
    .replace(/[\n\r\t]/g, (c) => ({ "\n": "\\n", "\r": "\\r", "\t": "\\t" })[c] ?? c);
}

/** A simple schema: a constant of the file where its text is long, so that equal fields share it. */
function sharedZod(simple: SimplePlan, z: Zod, order: SchemaOrder): Zod {
  if (z.v.length <= 48) return z;
  const base = (): string =>
    valueIdentifier(
      simple.name?.local ?? (simple.js === "string" && simple.builtin === "anySimpleType" ? "text" : simple.builtin),
    );
  return { t: z.t, v: order.shared.nameOf(z.v, z.t, base) };
}

/** Constants for the shared schemas, in order of first use. */
export function sharedSchemaLines(order: SchemaOrder): string[] {
  return [...order.shared].map(([text, { name, type }]) => `const ${name}: ${type} = /*@__PURE__*/ ${text};`);
}

function simpleZod(
  simple: SimplePlan,
  view: View,
  order: SchemaOrder,
  fixed: string | null = null,
  inList = false,
): Zod {
  if (fixed !== null && hasFixedLiteral(simple)) {
    const text =
      simple.js === "number"
        ? numberText(fixed)
        : simple.js === "boolean"
          ? /^(true|1)$/.test(fixed.trim())
            ? "true"
            : "false"
          : quote(fixed);
    if (text !== "number") return { t: `z.ZodLiteral<${text}>`, v: `z.literal(${text})` };
  }
  const z = plainZod(simple, view, order, inList);
  if (fixed !== null && simple.js === "string") return { t: z.t, v: `${z.v}.regex(${wholeRegex(escape(fixed))})` };
  return sharedZod(simple, z, order);
}

function plainZod(simple: SimplePlan, view: View, order: SchemaOrder, inList: boolean): Zod {
  const { module } = order;
  switch (simple.js) {
    case "string":
      return checkedText(simple, view === "sent", module, inList);
    case "boolean":
      return { t: "z.ZodBoolean", v: "z.boolean()" };
    case "bytes": {
      const checks = ["v instanceof Uint8Array"];
      const { length, minLength = length, maxLength = length } = simple;
      if (minLength !== undefined) checks.push(`v.length >= ${minLength}`);
      if (maxLength !== undefined) checks.push(`v.length <= ${maxLength}`);
      return { t: "z.ZodCustom<Uint8Array, Uint8Array>", v: `z.custom<Uint8Array>((v) => ${checks.join(" && ")})` };
    }
    case "number":
      return numberZod(simple, view, module);
    case "list": {
      const item = simple.item
        ? simpleZod(simple.item, view, order, null, true)
        : { t: "z.ZodString", v: "z.string()" };
      let v = `z.array(${item.v})`;
      const { length, minLength = length, maxLength = length } = simple;
      if (minLength !== undefined) v += `.min(${minLength})`;
      if (maxLength !== undefined) v += `.max(${maxLength})`;
      if (simple.item?.js === "union") v += writableCheck(simple, module);
      return { t: `z.ZodArray<${item.t}>`, v };
    }
    case "union": {
      if (simple.enumeration && simple.members.every((m) => m.js === "string"))
        return checkedText({ ...simple, builtin: "anySimpleType" }, view === "sent", module);
      const members = simple.members.map((m) => simpleZod(m, view, order));
      if (members.length === 0) return { t: "z.ZodString", v: "z.string()" };
      return {
        t: `z.ZodUnion<readonly [${members.map((m) => m.t).join(", ")}]>`,
        v: `z.union([${members.map((m) => m.v).join(", ")}])${inList ? "" : writableCheck(simple, module)}`,
      };
    }
  }
}

/**
 * The check for a union or a list of unions. A member by itself may take a value whose text another member would read,
 * and knows no facet of the union, nor what stands between the items of a list.
 */
function writableCheck(type: SimplePlan, module: ModuleText): string {
  loads(module, ...simpleConstructs(type));
  const check = `${module.value("@coo/soap/gen1", "isWritable")}(${literal(simpleLiteral(type), "", 40)})`;
  return `.refine(${check}, ${quote("没有读回为同一值的写法 · no text is read as this value")})`;
}

function floatBound(text: string): string {
  return text === "INF" ? "Infinity" : text === "-INF" ? "-Infinity" : numberText(text);
}

function numberZod(simple: SimplePlan, view: View, module: ModuleText): Zod {
  const values = simple.enumeration?.map((e) => numberText(e.value)) ?? null;
  const special = values?.includes("number") ?? false;
  if (simple.builtin === "float" || simple.builtin === "double") {
    const checks = [`typeof v === "number"`];
    if (simple.minInclusive !== undefined) checks.push(`v >= ${floatBound(simple.minInclusive)}`);
    if (simple.minExclusive !== undefined) checks.push(`v > ${floatBound(simple.minExclusive)}`);
    if (simple.maxInclusive !== undefined) checks.push(`v <= ${floatBound(simple.maxInclusive)}`);
    if (simple.maxExclusive !== undefined) checks.push(`v < ${floatBound(simple.maxExclusive)}`);
    if (values && !special) checks.push(`[${values.join(", ")}].includes(v)`);
    const type = values && !special && view === "sent" ? [...new Set(values)].join(" | ") : "number";
    return { t: `z.ZodCustom<${type}, ${type}>`, v: `z.custom<${type}>((v) => ${checks.join(" && ")})` };
  }
  if (values && view === "sent") {
    const unique = [...new Set(values)];
    return { t: `z.ZodLiteral<${unique.join(" | ")}>`, v: `z.literal([${unique.join(", ")}])` };
  }
  const [low, high] = BOUNDS[simple.builtin] ?? ["", ""];
  const min =
    simple.minInclusive ?? (simple.minExclusive !== undefined ? String(Number(simple.minExclusive) + 1) : low);
  const max =
    simple.maxInclusive ?? (simple.maxExclusive !== undefined ? String(Number(simple.maxExclusive) - 1) : high);
  let v = "z.int()";
  if (min !== "") v += `.min(${numberText(min)})`;
  if (max !== "") v += `.max(${numberText(max)})`;
  if (simple.totalDigits !== undefined)
    v += `.max(${10 ** simple.totalDigits - 1}).min(${-(10 ** simple.totalDigits) + 1})`;
  for (const source of simple.patterns)
    v += `.refine((n) => ${slowPattern(source, module) ?? `${wholeRegex(source)}.test`}(String(n)))`;
  if (values) v += `.refine((n) => [${values.join(", ")}].includes(n))`;
  return { t: "z.ZodInt", v };
}

function useZod(
  use: TypeUse,
  view: View,
  order: SchemaOrder,
  place: Place,
  name: { readonly name: string; readonly ns: string } | null = null,
): Zod {
  if (use.k === "anyType") return rawZod(place, name, null);
  if (use.k === "simple") {
    return simpleZod(use.simple, view, order);
  }
  return typeZod(use.type, view, order, place);
}

/** A kept element: of one name, or of the namespaces a wildcard allows. */
function rawZod(
  place: Place,
  name: { readonly name: string; readonly ns: string } | null,
  namespaces: AnyPlan | null,
): Zod {
  const raw = place.module.type("@coo/soap/gen1", "RawElement");
  const text = ["name", "ns", "xml"].map((key) => `"${key}" in v && typeof v.${key} === "string"`);
  const checks = [`typeof v === "object" && v !== null`, ...text];
  if (name) checks.push(`v.name === ${quote(name.name)} && v.ns === ${quote(name.ns)}`);
  if (namespaces?.namespaces === "##other") checks.push(`v.ns !== ${quote(namespaces.target)}`, `v.ns !== ""`);
  else if (namespaces?.not) checks.push(`!${literal(namespaces.not)}.some((ns) => ns === v.ns)`);
  else if (namespaces && namespaces.namespaces !== "##any") {
    checks.push(`${literal(namespaces.namespaces)}.some((ns) => ns === v.ns)`);
  }
  if (namespaces?.notNames) {
    checks.push(`!${literal(namespaces.notNames)}.some((name) => name === \`{\${v.ns}}\${v.name}\`)`);
  }
  return { t: `z.ZodCustom<${raw}, ${raw}>`, v: `z.custom<${raw}>((v) => ${checks.join(" && ")})` };
}

/** Name of the constant with a type's schema. */
export function schemaName(type: ComplexPlan, view: View): string {
  return `${ownName(type, view)}Schema`;
}

function typeZod(type: ComplexPlan, view: View, order: SchemaOrder, place: Place): Zod {
  if (type.derived.length === 0) return ownZod(type, view, order, place);
  // The declared type comes last: it alone may lack `$type`.
  const members = [...type.derived.filter((d) => d !== type), ...type.derived.filter((d) => d === type)];
  return unionZod(
    members.map((d) => {
      const tag = literalZod(tagOf(d, type.derived));
      return taggedZod("$type", d === type ? optionalZod(tag) : tag, d, ownZod(d, view, order, place));
    }),
  );
}

function literalZod(value: string): Zod {
  return { t: `z.ZodLiteral<${quote(value)}>`, v: `z.literal(${quote(value)})` };
}

function optionalZod(z: Zod): Zod {
  return { t: `z.ZodExactOptional<${z.t}>`, v: `${z.v}.exactOptional()` };
}

/** A type with a tag beside its properties. */
function taggedZod(prop: string, tag: Zod, type: ComplexPlan, own: Zod): Zod {
  const tagged: Zod = { t: `z.ZodObject<{ ${prop}: ${tag.t} }>`, v: `z.strictObject({ ${prop}: ${tag.v} })` };
  // An object without properties allows no tag beside it, so the tag stands for it.
  if (type.derived.length === 0 || prop === "$type") {
    const shape = shapeOf(type, "sent");
    if (shape.fields.length === 0 && shape.unions.length === 0 && !type.soapArray) return tagged;
  }
  return bothZod(tagged, own);
}

function ownZod(type: ComplexPlan, view: View, order: SchemaOrder, place: Place): Zod {
  const effective: View = type.split ? view : type.sent ? "sent" : "read";
  const name = schemaName(type, view);
  if (type.file === order.file) {
    if (order.done.has(`${type.id}|${effective}`)) return { t: `typeof ${name}`, v: name };
    const own = importType(ownName(type, view), type.file, place);
    return { t: `z.ZodLazy<z.ZodType<${own}>>`, v: `z.lazy((): z.ZodType<${own}> => ${name})` };
  }
  const local = order.module.value(specifierOf(order.file.package, type.file, "schema"), name);
  if (!order.cyclic.has(type.file)) return { t: `typeof ${local}`, v: local };
  const own = importType(ownName(type, view), type.file, place);
  return { t: `z.ZodLazy<z.ZodType<${own}>>`, v: `z.lazy((): z.ZodType<${own}> => ${local})` };
}

function fieldZod(field: Field, view: View, order: SchemaOrder, place: Place, indent: string): Zod {
  let z: Zod;
  const { held } = field;
  switch (held.k) {
    case "use":
      z =
        held.fixed !== null && held.use.k === "simple"
          ? simpleZod(held.use.simple, view, order, held.fixed)
          : useZod(held.use, view, order, place, held.element);
      break;
    case "attr":
      z =
        held.attr.fixed !== null
          ? simpleZod(held.attr.type, view, order, held.attr.fixed)
          : useZod({ k: "simple", simple: held.attr.type, codeList: held.attr.codeList }, view, order, place);
      break;
    case "text":
      z = simpleZod(held.simple, view, order);
      break;
    case "group":
      z = shapeZod(held.shape, view, order, place, indent);
      break;
    case "any":
      z = rawZod(place, null, held.any);
      break;
    case "mixed": {
      const raw = rawZod(place, null, null);
      z = {
        t: `z.ZodUnion<readonly [z.ZodString, ${raw.t}]>`,
        v: `z.union([z.string().regex(/^[${XML_CHARS}]*$/v), ${raw.v}])`,
      };
      break;
    }
    case "attributes":
      z = { t: "z.ZodRecord<z.ZodString, z.ZodString>", v: "z.record(z.string(), z.string())" };
      break;
    case "substitutes": {
      const members = held.members.flatMap((m) => substituteZods(m, view, order, place, indent));
      z = members.length === 0 ? { t: "z.ZodNever", v: "z.never()" } : unionZod(members);
      break;
    }
  }
  if (field.nullable && held.k === "use") z = nillableZod(z, held.use, view, order, place, indent);
  if (field.array) {
    let v = `z.array(${z.v})`;
    if (field.array.min > 0) v += `.min(${field.array.min})`;
    if (field.array.max >= 0) v += `.max(${field.array.max})`;
    z = { t: `z.ZodArray<${z.t}>`, v };
  }
  return field.optional ? optionalZod(z) : z;
}

function wrappedZod(tag: Zod, value: Zod): Zod {
  return {
    t: `z.ZodObject<{ $element: ${tag.t}; $value: ${value.t} }>`,
    v: `z.strictObject({ $element: ${tag.v}, $value: ${value.v} })`,
  };
}

function substituteZods(m: SubstitutePlan, view: View, order: SchemaOrder, place: Place, indent: string): Zod[] {
  const tag = literalZod(m.tag);
  const use = useZod(m.type, view, order, place, m);
  const isObject = m.type.k === "complex" && !m.type.type.soapArray;
  const own = isObject ? taggedZod("$element", tag, m.type.type, use) : wrappedZod(tag, use);
  if (!m.nillable || m.fixed !== null) return [own];
  const forms = nilZods(m.type, view, order, place, indent, tag);
  return [own, ...forms, ...(allowsNull(m.type) ? [wrappedZod(tag, { t: "z.ZodNull", v: "z.null()" })] : [])];
}

function nillableZod(z: Zod, use: TypeUse, view: View, order: SchemaOrder, place: Place, indent: string): Zod {
  const any = unionZod([z, ...nilZods(use, view, order, place, indent, null)]);
  return allowsNull(use) ? { t: `z.ZodNullable<${any.t}>`, v: `${any.v}.nullable()` } : any;
}

/** Schemas of what stands for xsi:nil where there are attributes; `element` is the tag of a substitute. */
function nilZods(
  use: TypeUse,
  view: View,
  order: SchemaOrder,
  place: Place,
  indent: string,
  element: Zod | null,
): Zod[] {
  const declared = use.k === "complex" ? use.type : null;
  return nilForms(use, view).map(({ type, attributes, absent }) => {
    const tags: [string, Zod][] = [["$nil", { t: "z.ZodLiteral<true>", v: "z.literal(true)" }]];
    if (element) tags.push(["$element", element]);
    if (declared && declared.derived.length > 0) {
      const tag = literalZod(tagOf(type, declared.derived));
      tags.push(["$type", type === declared ? optionalZod(tag) : tag]);
    }
    const head: Zod = {
      t: `z.ZodObject<{ ${tags.map(([name, z]) => `${name}: ${z.t}`).join("; ")} }>`,
      v: `z.strictObject({ ${tags.map(([name, z]) => `${name}: ${z.v}`).join(", ")} })`,
    };
    return bothZod(head, objectZod({ fields: attributes, absent }, view, order, place, indent));
  });
}

/** Properties that the variants of one type may take when they are written out. */
const VARIANT_LIMIT = 400;

function shapeZod(shape: Shape, view: View, order: SchemaOrder, place: Place, indent: string): Zod {
  const write = (variant: Variant, at: string): Zod => objectZod(variant, view, order, place, at);
  if (shape.unions.length === 0) return write({ fields: shape.fields, absent: [] }, indent);
  const variants = variantsOf(shape, VARIANT_LIMIT);
  if (variants) return unionZod(variants.map((v) => write(v, indent)));
  // Too many to write out: the common part beside the unions.
  const parts: Zod[] = shape.fields.length > 0 ? [write({ fields: shape.fields, absent: [] }, indent)] : [];
  for (const branches of shape.unions) {
    const all = new Set(branches.flatMap((b) => [...propsOf(b)]));
    parts.push(
      unionZod(
        branches.map((branch) => {
          const own = propsOf(branch);
          const absent = [...all].filter((p) => !own.has(p));
          if (branch.unions.length === 0) return write({ fields: branch.fields, absent }, indent);
          const inner = shapeZod(branch, view, order, place, indent);
          const rest = write({ fields: [], absent }, indent);
          return absent.length === 0 ? inner : bothZod(inner, rest);
        }),
      ),
    );
  }
  return parts.reduce(bothZod);
}

function bothZod(a: Zod, b: Zod): Zod {
  return { t: `z.ZodIntersection<${a.t}, ${b.t}>`, v: `z.intersection(${a.v}, ${b.v})` };
}

function unionZod(members: readonly Zod[]): Zod {
  if (members.length === 1) return members[0] as Zod;
  return {
    t: `z.ZodUnion<readonly [${members.map((m) => m.t).join(", ")}]>`,
    v: `z.union([${members.map((m) => m.v).join(", ")}])`,
  };
}

function objectZod(variant: Variant, view: View, order: SchemaOrder, place: Place, indent: string): Zod {
  const inner = `${indent}  `;
  const t: string[] = [];
  const v: string[] = [];
  for (const field of variant.fields) {
    const z = fieldZod(field, view, order, place, inner);
    t.push(`${inner}${property(field.prop)}: ${z.t};`);
    v.push(`${inner}${property(field.prop)}: ${z.v},`);
  }
  for (const prop of variant.absent) {
    t.push(`${inner}${property(prop)}: z.ZodExactOptional<z.ZodNever>;`);
    v.push(`${inner}${property(prop)}: z.never().exactOptional(),`);
  }
  if (t.length === 0) return { t: "z.ZodObject<Record<never, never>>", v: "z.strictObject({})" };
  return { t: `z.ZodObject<{\n${t.join("\n")}\n${indent}}>`, v: `z.strictObject({\n${v.join("\n")}\n${indent}})` };
}

/** The constants with a complex type's schemas, one a view. */
export function schemaLines(type: ComplexPlan, order: SchemaOrder, place: Place): string[] {
  if (type.internal) return [];
  const views: View[] = type.split ? ["sent", "read"] : [type.sent ? "sent" : "read"];
  const lines: string[] = [];
  for (const view of views) {
    const z = type.soapArray
      ? arrayZod(type.soapArray, view, order, place)
      : shapeZod(shapeOf(type, view), view, order, place, "");
    const name = ownName(type, view);
    lines.push(
      `/** Checks the shape of {@link ${importType(name, type.file, place)}}. */`,
      `export const ${schemaName(type, view)}: ${z.t} = /*@__PURE__*/ ${z.v};`,
      "",
    );
    order.done.add(`${type.id}|${view}`);
  }
  return lines;
}

function arrayZod({ item, ranks }: SoapArrayPlan, view: View, order: SchemaOrder, place: Place): Zod {
  let z = nillableZod(useZod(item, view, order, place), item, view, order, place, "");
  for (const [i, dimensions] of ranks.toReversed().entries()) {
    if (i > 0) z = { t: `z.ZodNullable<${z.t}>`, v: `${z.v}.nullable()` };
    z = { t: `z.ZodArray<${z.t}>`, v: `z.array(${z.v})` };
    for (let n = 1; n < dimensions; n++) z = { t: `z.ZodArray<${z.t}>`, v: `z.array(${z.v})` };
    // Rows of one length each: an array of several dimensions states its sizes once.
    for (let n = 1; n < dimensions; n++) {
      const inner = n === 1 ? "rows" : `rows.flat(${n - 1})`;
      z = { t: z.t, v: `${z.v}.refine((rows) => ${inner}.every((row, _, all) => row.length === all[0]?.length))` };
    }
  }
  return z;
}
