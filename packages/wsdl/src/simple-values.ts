import { builtinOf, varietyOf } from "./builtins.ts";
import { compiledPattern } from "./compiled-pattern.ts";
import type { EnumerationValue, Facet, SimpleType } from "./model.ts";
import { compareValues, parseValue, type Value, valueDigits, valueLength } from "./values.ts";

/** A value of a simple type: atomic, or a list of such. */
export type TypedValue =
  | { readonly atom: Value; readonly primitive: string }
  | { readonly items: readonly TypedValue[] };

/** How white space is processed before a text is looked at. */
export function whiteSpaceOf(type: SimpleType): "preserve" | "replace" | "collapse" {
  if (varietyOf(type) === "list") return "collapse";
  for (let t: SimpleType | null = type; t !== null; t = t.base) {
    const stated = t.facets.whiteSpace?.value;
    if (stated === "preserve" || stated === "replace" || stated === "collapse") return stated;
  }
  return varietyOf(type) === "any" ? "preserve" : "collapse";
}

/** `text` after white space processing by `mode`. */
export function normalizeSpace(text: string, mode: "preserve" | "replace" | "collapse"): string {
  if (mode === "preserve") return text;
  const replaced = text.replace(/[\t\n\r]/g, " ");
  return mode === "replace" ? replaced : replaced.replace(/ +/g, " ").replace(/^ | $/g, "");
}

/**
 * The value of `text` in `type`, `null` when the type does not allow it. Prefixes of QName values are not looked up,
 * patterns that are no expressions, or too large, count as fulfilled.
 */
export function readSimpleValue(type: SimpleType, text: string): TypedValue | null {
  return read(type, text)?.value ?? null;
}

/** A value, and its text after white space was processed. */
interface Reading {
  readonly value: TypedValue;
  readonly text: string;
}

function read(type: SimpleType, given: string): Reading | null {
  const reading = varietyOf(type) === "union" ? readMember(type, given) : readOwn(type, given);
  if (reading === null) return null;
  const { value, text } = reading;
  for (let t: SimpleType | null = type; t !== null; t = t.base) {
    const { patterns } = t.facets;
    if (patterns !== undefined && !patterns.some((p) => fits(p, text))) return null;
    if (!fulfils(t, value, text)) return null;
  }
  return reading;
}

/** The first member that takes a text decides what becomes of its white space (XML Schema part 2, 4.3.6). */
function readMember(type: SimpleType, given: string): Reading | null {
  for (const member of type.members) {
    const reading = read(member, given);
    if (reading !== null) return reading;
  }
  return null;
}

function readOwn(type: SimpleType, given: string): Reading | null {
  const text = normalizeSpace(given, whiteSpaceOf(type));
  const value = readUnrestricted(type, text);
  return value === null ? null : { value, text };
}

function fits(facet: Facet, text: string): boolean {
  const pattern = compiledPattern(facet);
  return typeof pattern === "string" || pattern.test(text);
}

function readUnrestricted(type: SimpleType, text: string): TypedValue | null {
  switch (varietyOf(type)) {
    case "any":
      return { atom: { kind: "text", value: text, length: Array.from(text).length }, primitive: "string" };
    case "atomic": {
      const primitive = builtinOf(type)?.primitive ?? "string";
      const atom = parseValue(primitive, text);
      return atom === null ? null : { atom, primitive };
    }
    case "list": {
      const item = type.item;
      if (item === null) return null;
      const items: TypedValue[] = [];
      for (const part of text === "" ? [] : text.split(" ")) {
        const value = readSimpleValue(item, part);
        if (value === null) return null;
        items.push(value);
      }
      return { items };
    }
    default:
      return null;
  }
}

function fulfils(type: SimpleType, value: TypedValue, text: string): boolean {
  const f = type.facets;
  const length = lengthOf(value);
  if (length !== null) {
    if (f.length !== undefined && length !== Number(f.length.value)) return false;
    if (f.minLength !== undefined && length < Number(f.minLength.value)) return false;
    if (f.maxLength !== undefined && length > Number(f.maxLength.value)) return false;
  }
  if ("atom" in value) {
    const digits = valueDigits(value.atom);
    if (digits !== null) {
      if (f.totalDigits !== undefined && digits.total > Number(f.totalDigits.value)) return false;
      if (f.fractionDigits !== undefined && digits.fraction > Number(f.fractionDigits.value)) return false;
    }
    if (!within(value, f.minInclusive, (c) => c >= 0) || !within(value, f.minExclusive, (c) => c > 0)) return false;
    if (!within(value, f.maxInclusive, (c) => c <= 0) || !within(value, f.maxExclusive, (c) => c < 0)) return false;
  }
  return f.enumerations === undefined || isListed(type.base ?? type, f.enumerations, value, text);
}

/** The values of an enumeration, read once: lists of codes have thousands. */
interface Listed {
  /** As they are written, and by {@link keyOf}. */
  readonly written: ReadonlySet<string>;
  readonly keys: ReadonlySet<string>;
  /** All others. */
  readonly values: readonly TypedValue[];
}

const LISTED = new WeakMap<readonly EnumerationValue[], Listed>();

function listed(base: SimpleType, enumerations: readonly EnumerationValue[]): Listed {
  let found = LISTED.get(enumerations);
  if (found === undefined) {
    const keys = new Set<string>();
    const values: TypedValue[] = [];
    for (const { value } of enumerations) {
      const read = readSimpleValue(base, value);
      const key = read === null ? null : keyOf(read);
      if (key !== null) keys.add(key);
      else if (read !== null) values.push(read);
    }
    found = { written: new Set(enumerations.map((e) => e.value)), keys, values };
    LISTED.set(enumerations, found);
  }
  return found;
}

function isListed(
  base: SimpleType,
  enumerations: readonly EnumerationValue[],
  value: TypedValue,
  text: string,
): boolean {
  const { written, keys, values } = listed(base, enumerations);
  if (written.has(text)) return true;
  const key = keyOf(value);
  return key === null ? values.some((v) => sameValue(v, value)) : keys.has(key);
}

/** What two equal values have in common and no others; `null` where that takes more than a text, as for times and lists. */
function keyOf(value: TypedValue): string | null {
  if (!("atom" in value)) return null;
  const { atom, primitive } = value;
  if (atom.kind === "text") return `${primitive} ${atom.value}`;
  return atom.kind === "decimal" ? `${primitive} ${atom.value.digits} ${atom.value.scale}` : null;
}

function within(value: TypedValue, facet: Facet | undefined, holds: (comparison: number) => boolean): boolean {
  if (facet === undefined || !("atom" in value)) return true;
  const bound = parseValue(value.primitive, normalizeSpace(facet.value, "collapse"));
  if (bound === null) return true;
  const comparison = compareValues(value.atom, bound);
  return comparison !== null && holds(comparison);
}

function lengthOf(value: TypedValue): number | null {
  if ("items" in value) return value.items.length;
  return value.primitive === "QName" || value.primitive === "NOTATION" ? null : valueLength(value.atom);
}

/** Whether two values are equal. */
export function sameValue(a: TypedValue, b: TypedValue): boolean {
  if ("items" in a) {
    return (
      "items" in b &&
      a.items.length === b.items.length &&
      a.items.every((item, i) => sameValue(item, b.items[i] ?? item))
    );
  }
  return "atom" in b && a.primitive === b.primitive && compareValues(a.atom, b.atom) === 0;
}
