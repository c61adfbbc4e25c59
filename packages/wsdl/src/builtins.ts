import type { Annotation, ComplexType, Facet, Location, SimpleType, Type } from "./model.ts";
import { XSD_NS } from "./names.ts";

/** Place of components that no document defines. */
export const BUILTIN_LOCATION: Location = { file: "xsd:built-in", line: 1, column: 1 };

/** Annotation of components without one. */
export const NO_ANNOTATION: Annotation = { documentation: [], appinfo: [] };

/** Facts about one of XML Schema's own simple types. */
export interface Builtin {
  readonly name: string;
  readonly type: SimpleType;
  /** Name of the primitive type it derives from (`decimal` for `int`); its own for a primitive; `null` above and for lists. */
  readonly primitive: string | null;
  readonly ordered: boolean;
  /** First version of XML Schema with this type. */
  readonly since: "1.0" | "1.1";
}

type Row = readonly [name: string, base: string | null, facets?: Readonly<Record<string, string>>, item?: string];

const ROWS: readonly Row[] = [
  ["anySimpleType", null],
  ["anyAtomicType", "anySimpleType"],
  ["string", "anyAtomicType", { whiteSpace: "preserve" }],
  ["boolean", "anyAtomicType", { whiteSpace: "!collapse" }],
  ["decimal", "anyAtomicType", { whiteSpace: "!collapse" }],
  ["float", "anyAtomicType", { whiteSpace: "!collapse" }],
  ["double", "anyAtomicType", { whiteSpace: "!collapse" }],
  ["duration", "anyAtomicType", { whiteSpace: "!collapse" }],
  ["dateTime", "anyAtomicType", { whiteSpace: "!collapse" }],
  ["time", "anyAtomicType", { whiteSpace: "!collapse" }],
  ["date", "anyAtomicType", { whiteSpace: "!collapse" }],
  ["gYearMonth", "anyAtomicType", { whiteSpace: "!collapse" }],
  ["gYear", "anyAtomicType", { whiteSpace: "!collapse" }],
  ["gMonthDay", "anyAtomicType", { whiteSpace: "!collapse" }],
  ["gDay", "anyAtomicType", { whiteSpace: "!collapse" }],
  ["gMonth", "anyAtomicType", { whiteSpace: "!collapse" }],
  ["hexBinary", "anyAtomicType", { whiteSpace: "!collapse" }],
  ["base64Binary", "anyAtomicType", { whiteSpace: "!collapse" }],
  ["anyURI", "anyAtomicType", { whiteSpace: "!collapse" }],
  ["QName", "anyAtomicType", { whiteSpace: "!collapse" }],
  ["NOTATION", "anyAtomicType", { whiteSpace: "!collapse" }],
  ["normalizedString", "string", { whiteSpace: "replace" }],
  ["token", "normalizedString", { whiteSpace: "collapse" }],
  ["language", "token", { pattern: "[a-zA-Z]{1,8}(-[a-zA-Z0-9]{1,8})*" }],
  ["NMTOKEN", "token", { pattern: "\\c+" }],
  ["NMTOKENS", "anySimpleType", { minLength: "1", whiteSpace: "!collapse" }, "NMTOKEN"],
  ["Name", "token", { pattern: "\\i\\c*" }],
  ["NCName", "Name", { pattern: "[\\i-[:]][\\c-[:]]*" }],
  ["ID", "NCName"],
  ["IDREF", "NCName"],
  ["IDREFS", "anySimpleType", { minLength: "1", whiteSpace: "!collapse" }, "IDREF"],
  ["ENTITY", "NCName"],
  ["ENTITIES", "anySimpleType", { minLength: "1", whiteSpace: "!collapse" }, "ENTITY"],
  ["integer", "decimal", { fractionDigits: "!0", pattern: "[\\-+]?[0-9]+" }],
  ["nonPositiveInteger", "integer", { maxInclusive: "0" }],
  ["negativeInteger", "nonPositiveInteger", { maxInclusive: "-1" }],
  ["long", "integer", { minInclusive: "-9223372036854775808", maxInclusive: "9223372036854775807" }],
  ["int", "long", { minInclusive: "-2147483648", maxInclusive: "2147483647" }],
  ["short", "int", { minInclusive: "-32768", maxInclusive: "32767" }],
  ["byte", "short", { minInclusive: "-128", maxInclusive: "127" }],
  ["nonNegativeInteger", "integer", { minInclusive: "0" }],
  ["unsignedLong", "nonNegativeInteger", { maxInclusive: "18446744073709551615" }],
  ["unsignedInt", "unsignedLong", { maxInclusive: "4294967295" }],
  ["unsignedShort", "unsignedInt", { maxInclusive: "65535" }],
  ["unsignedByte", "unsignedShort", { maxInclusive: "255" }],
  ["positiveInteger", "nonNegativeInteger", { minInclusive: "1" }],
  ["dateTimeStamp", "dateTime", { explicitTimezone: "!required" }],
  ["yearMonthDuration", "duration", { pattern: "[^DT]*" }],
  ["dayTimeDuration", "duration", { pattern: "[^YM]*(T.*)?" }],
];

const SINCE_11 = new Set(["anyAtomicType", "dateTimeStamp", "yearMonthDuration", "dayTimeDuration"]);
const ORDERED = new Set([
  "decimal",
  "float",
  "double",
  "duration",
  "dateTime",
  "time",
  "date",
  "gYearMonth",
  "gYear",
  "gMonthDay",
  "gDay",
  "gMonth",
]);

function facet(text: string): Facet {
  const fixed = text.startsWith("!");
  return { value: fixed ? text.slice(1) : text, fixed, at: BUILTIN_LOCATION };
}

function build(): Map<string, Builtin> {
  const all = new Map<string, Builtin>();
  for (const [name, base, facets = {}, item] of ROWS) {
    const baseType = base === null ? null : (all.get(base)?.type ?? null);
    const primitive = base === "anyAtomicType" ? name : base === null ? null : (all.get(base)?.primitive ?? null);
    const { pattern, ...rest } = facets;
    const type: SimpleType = {
      kind: "simple",
      name: { ns: XSD_NS, local: name },
      variety: "builtin",
      base: baseType,
      item: item === undefined ? null : (all.get(item)?.type ?? null),
      members: [],
      facets: {
        ...Object.fromEntries(Object.entries(rest).map(([key, value]) => [key, facet(value)])),
        ...(pattern === undefined ? {} : { patterns: [facet(pattern)] }),
      },
      final: [],
      at: BUILTIN_LOCATION,
      annotation: NO_ANNOTATION,
    };
    all.set(name, {
      name,
      type,
      primitive,
      ordered: primitive !== null && ORDERED.has(primitive),
      since: SINCE_11.has(name) ? "1.1" : "1.0",
    });
  }
  return all;
}

/** XML Schema's own simple types by local name, each base before what derives from it. */
export const builtins: ReadonlyMap<string, Builtin> = build();

/** One of XML Schema's own simple types. Throws `RangeError` for another name. */
export function builtinType(local: string): SimpleType {
  const found = builtins.get(local);
  if (found === undefined) throw new RangeError(`xs:${local} is not a built-in type`);
  return found.type;
}

/** xs:anySimpleType, the base of all simple types. */
export const ANY_SIMPLE_TYPE: SimpleType = builtinType("anySimpleType");

/** xs:anyType: any attributes, any mixed content. */
export const ANY_TYPE: ComplexType = {
  kind: "complex",
  name: { ns: XSD_NS, local: "anyType" },
  base: null,
  derivation: "restriction",
  abstract: false,
  mixed: true,
  final: [],
  block: [],
  content: "elements",
  simpleType: null,
  particle: {
    min: 1,
    max: 1,
    at: BUILTIN_LOCATION,
    annotation: NO_ANNOTATION,
    term: {
      kind: "sequence",
      group: null,
      at: BUILTIN_LOCATION,
      annotation: NO_ANNOTATION,
      particles: [
        {
          min: 0,
          max: Number.POSITIVE_INFINITY,
          at: BUILTIN_LOCATION,
          annotation: NO_ANNOTATION,
          term: {
            kind: "any",
            namespaces: "##any",
            target: "",
            process: "lax",
            at: BUILTIN_LOCATION,
            annotation: NO_ANNOTATION,
          },
        },
      ],
    },
  },
  ownParticle: null,
  attributes: [],
  anyAttribute: { namespaces: "##any", target: "", process: "lax", at: BUILTIN_LOCATION, annotation: NO_ANNOTATION },
  openContent: null,
  assertions: [],
  at: BUILTIN_LOCATION,
  annotation: NO_ANNOTATION,
};

/** Nearest built-in type in the derivation of `type`, itself included; `null` for lists, unions and their restrictions. */
export function builtinOf(type: SimpleType): Builtin | null {
  for (let t: SimpleType | null = type; t !== null; t = t.base) {
    if (t.variety === "builtin") return (t.name && builtins.get(t.name.local)) ?? null;
    if (t.variety !== "atomic") return null;
  }
  return null;
}

/** Variety as seen by values: `NMTOKENS` and the like are lists, other built-in types atomic, xs:anySimpleType is `any`. */
export function varietyOf(type: SimpleType): "any" | "atomic" | "list" | "union" {
  if (type.variety !== "builtin") return type.variety;
  if (type.item !== null) return "list";
  return type.base === null ? "any" : "atomic";
}

/** Whether `type` is `ancestor` or derived from it. */
export function derivesFrom(type: Type, ancestor: Type): boolean {
  for (let t: Type | null = type; t !== null; t = t.base) if (t === ancestor) return true;
  return ancestor === ANY_TYPE || (type.kind === "simple" && ancestor === ANY_SIMPLE_TYPE);
}
