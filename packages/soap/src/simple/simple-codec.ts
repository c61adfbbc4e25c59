import type { Pattern } from "@coo/xml/pattern";
import { construct, notLoaded } from "../constructs.ts";
import { SoapError } from "../errors.ts";
import type { SimpleDescriptor } from "../gen1.ts";
import { type IssueCode, shorten, type Violation } from "../issue.ts";
import { BUILTINS, type Builtin, isTime, readBinary, writeBinary } from "./builtin.ts";
import { characterCount, forbiddenCharacter } from "./characters.ts";
import { plainValues, type SimpleContext } from "./context.ts";
import { fractionDigits, totalDigits } from "./decimal.ts";
import { decimalText, floatText, parseFloatText } from "./float.ts";
import { collapse, isCollapsed, isReplaced, replace } from "./white-space.ts";

/** Reads and writes the values of one simple type. `undefined` means refused: the rule stands in the context. */
export interface SimpleCodec {
  /** Value of a text as it stands in the document, before white space is normalised. */
  read(text: string, context: SimpleContext): unknown;
  /** Text of a value, not escaped. */
  write(value: unknown, context: SimpleContext): string | undefined;
  /** Other texts of a value, the most usual first; a union takes one where an earlier member would read `write`'s. */
  forms?(value: unknown): readonly string[];
  /** One text for each value, for `fixed` and defaults; takes lexical forms. */
  key(text: string): string;
  /** One text for each value, its primitive type in front; takes values as `read` gives them. */
  identity(value: unknown): string;
  /** Text is kept as it is: line breaks matter. */
  readonly preserves: boolean;
  /** Values may hold prefixes: they are read with the bindings of their element's start. */
  readonly scoped?: true;
}

const cache = new WeakMap<SimpleDescriptor, SimpleCodec>();

/** The codec of a descriptor, made on first use. */
export function simpleCodec(descriptor: SimpleDescriptor): SimpleCodec {
  let codec = cache.get(descriptor);
  if (!codec) {
    codec = compile(descriptor);
    cache.set(descriptor, codec);
  }
  return codec;
}

function compile(d: SimpleDescriptor): SimpleCodec {
  switch (d.js) {
    case "list":
      return construct("lists").listCodec(d);
    case "union":
      return construct("lists").unionCodec(d);
    default:
      return atomicCodec(d);
  }
}

/** Identity of the value that a lexical form of the schema stands for: what `default` and `fixed` are compared by. */
export function identityOf(codec: SimpleCodec, text: string): string {
  const value = codec.read(text, plainValues());
  return value === undefined ? `|${text}` : codec.identity(value);
}

/** A text of the schema as the value that reading gives, where that is a text too. */
export function formOf(codec: SimpleCodec, text: string): string | undefined {
  const value = codec.read(text, plainValues());
  return typeof value === "string" ? value : undefined;
}

/** Checks of a lexical form; `false` leaves the broken rule in the context. */
export type Check = (text: string, context: SimpleContext) => boolean;

export function refuse(
  context: SimpleContext,
  code: IssueCode,
  value: string | undefined,
  limit?: string | number,
  actual?: string | number,
): undefined {
  const violation: { -readonly [Property in keyof Violation]: Violation[Property] } = { code };
  if (value !== undefined) violation.value = shorten(value);
  if (limit !== undefined) violation.limit = limit;
  if (actual !== undefined) violation.actual = actual;
  context.violation = violation;
  return undefined;
}

export function builtinOf(d: SimpleDescriptor): Builtin {
  const builtin = Object.hasOwn(BUILTINS, d.builtin) ? BUILTINS[d.builtin] : undefined;
  if (!builtin && isTime(d.builtin)) throw notLoaded(d.builtin, "times");
  if (!builtin) {
    throw new SoapError(
      "SOAP_DESCRIPTOR",
      `simple type ${d.name ?? ""}: unknown built-in type ${d.builtin}`,
      `简单类型 ${d.name ?? ""}: 未知的内建类型 ${d.builtin}`,
    );
  }
  return builtin;
}

export function isBad(
  ok: boolean,
  context: SimpleContext,
  code: IssueCode,
  value: string,
  limit: string | number,
): boolean {
  if (!ok) refuse(context, code, value, limit);
  return ok;
}

export function patternChecks(d: SimpleDescriptor): Check[] {
  const compile = d.patterns && !d.quick ? construct("patterns").compilePattern : undefined;
  return (d.patterns ?? []).map((source) => {
    let pattern: Pattern;
    try {
      pattern = compile ? compile(source) : new RegExp(`^(?:${source})$`, "v");
    } catch (cause) {
      throw new SoapError(
        "SOAP_DESCRIPTOR",
        `simple type ${d.name ?? ""}: the pattern ${source} is no regular expression or too large`,
        `简单类型 ${d.name ?? ""}: 格式 ${source} 不是合法的正则表达式,或过大`,
        { cause },
      );
    }
    return (text, context) => pattern.test(text) || isBad(false, context, "pattern", text, source);
  });
}

export function enumCheck(d: SimpleDescriptor, key: (text: string) => string): Check[] {
  if (!d.enum) return [];
  const values = new Set(d.enum.map(key));
  const shown = d.enum.slice(0, 8).join(", ") + (d.enum.length > 8 ? ", …" : "");
  return [(text, context) => values.has(key(text)) || isBad(false, context, "enumeration", text, shown)];
}

/** Checks of a measured length. */
export function lengthCheck(d: SimpleDescriptor): ((length: number, context: SimpleContext) => boolean) | undefined {
  const { length, minLength, maxLength } = d;
  if (length === undefined && minLength === undefined && maxLength === undefined) return undefined;
  return (actual, context) => {
    if (length !== undefined && actual !== length) {
      refuse(context, "length", undefined, length, actual);
      return false;
    }
    if (minLength !== undefined && actual < minLength) {
      refuse(context, "min_length", undefined, minLength, actual);
      return false;
    }
    if (maxLength !== undefined && actual > maxLength) {
      refuse(context, "max_length", undefined, maxLength, actual);
      return false;
    }
    return true;
  };
}

function boundChecks(d: SimpleDescriptor, builtin: Builtin): Check[] {
  const against = builtin.against;
  if (!against) return [];
  const checks: Check[] = [];
  const add = (bound: string | undefined, code: IssueCode, holds: (order: number) => boolean): void => {
    if (bound === undefined) return;
    const compare = against(bound);
    checks.push((text, context) => {
      const order = compare(text);
      return (order !== undefined && holds(order)) || isBad(false, context, code, text, bound);
    });
  };
  add(d.minInclusive, "min_inclusive", (order) => order >= 0);
  add(d.minExclusive, "min_exclusive", (order) => order > 0);
  add(d.maxInclusive, "max_inclusive", (order) => order <= 0);
  add(d.maxExclusive, "max_exclusive", (order) => order < 0);
  return checks;
}

function digitChecks(d: SimpleDescriptor, builtin: Builtin): Check[] {
  if (!builtin.decimal) return [];
  const checks: Check[] = [];
  const add = (limit: number | undefined, code: IssueCode, count: (text: string) => number): void => {
    if (limit === undefined) return;
    checks.push((text, context) => {
      const actual = count(text);
      if (actual <= limit) return true;
      refuse(context, code, text, limit, actual);
      return false;
    });
  };
  add(d.totalDigits, "total_digits", totalDigits);
  add(d.fractionDigits, "fraction_digits", fractionDigits);
  return checks;
}

export function all(checks: readonly Check[]): Check {
  const [a, b, c] = checks;
  if (!a) return () => true;
  if (!b) return a;
  if (!c) return (text, context) => a(text, context) && b(text, context);
  return (text, context) => {
    for (const check of checks) if (!check(text, context)) return false;
    return true;
  };
}

function atomicCodec(d: SimpleDescriptor): SimpleCodec {
  const builtin = builtinOf(d);
  const ws = d.ws ?? builtin.whiteSpace;
  const key = builtin.key ?? ((text: string) => text);
  const name = d.builtin;
  const lexical = builtin.lexical;
  const inSpace: Check[] = lexical
    ? [(text, context) => lexical(text) || isBad(false, context, "lexical", text, `xs:${name}`)]
    : [];
  const facets = [...patternChecks(d), ...enumCheck(d, key), ...digitChecks(d, builtin), ...boundChecks(d, builtin)];
  const normalise = ws === "preserve" ? (text: string) => text : ws === "replace" ? replace : collapse;
  const measure = builtin.unmeasured ? undefined : lengthCheck(d);
  switch (d.js) {
    case "boolean":
      return booleanCodec(d, normalise, facets);
    case "bytes":
      return bytesCodec(d, normalise, facets, measure);
    case "number":
      return numberCodec(builtin, name, normalise, all([...inSpace, ...facets]), key);
    default:
      if (name === "QName" || name === "NOTATION")
        return construct("qnames").qnameCodec(
          normalise,
          all(patternChecks(d)),
          all([...inSpace, ...enumCheck(d, key)]),
          name,
        );
      return stringCodec(
        ws,
        normalise,
        all([...inSpace, ...facets]),
        measure,
        key,
        inSpace.length + facets.length === 0,
        primitiveOf(builtin, name),
        literalsOf(d, builtin),
        builtin.decimal ? (value) => numberForms(value as string, name === "decimal") : undefined,
      );
  }
}

/**
 * Allowed values by their keys, where one value has several forms: reading gives the form that stands in the schema, since
 * the type of the property names no other. A pattern may want a form of its own, so there all stay as they are.
 */
function literalsOf(d: SimpleDescriptor, builtin: Builtin): ReadonlyMap<string, string> | undefined {
  const { key } = builtin;
  if (!d.enum || !key || d.patterns) return undefined;
  return new Map([...d.enum].reverse().map((value) => [key(value), value]));
}

/** Values of different primitive types are never equal. */
function primitiveOf(builtin: Builtin, name: string): string {
  if (builtin.decimal) return "decimal";
  if (builtin.key === undefined) return name === "anyURI" ? name : "string";
  if (name.endsWith("Duration")) return "duration";
  return name === "dateTimeStamp" ? "dateTime" : name;
}

function stringCodec(
  ws: "preserve" | "replace" | "collapse",
  normalise: (text: string) => string,
  check: Check,
  measure: ((length: number, context: SimpleContext) => boolean) | undefined,
  key: (text: string) => string,
  unchecked: boolean,
  primitive: string,
  literals: ReadonlyMap<string, string> | undefined,
  forms: SimpleCodec["forms"],
): SimpleCodec {
  const preserves = ws === "preserve";
  const isNormal = ws === "preserve" ? undefined : ws === "replace" ? isReplaced : isCollapsed;
  const fits = (text: string, context: SimpleContext): boolean =>
    measure === undefined || measure(characterCount(text), context);
  return {
    preserves,
    ...(forms ? { forms } : {}),
    key: (text) => key(normalise(text)),
    identity: (value) => `${primitive}|${key(value as string)}`,
    read(text, context) {
      let value = text;
      if (!preserves) value = normalise(text);
      else if (context.lineBreaks === "crlf") value = text.replaceAll("\r\n", "\n");
      else if (context.lineBreaks === "slash-n") value = text.replaceAll("/n", "\n");
      if (!fits(value, context) || !(unchecked || check(value, context))) return undefined;
      return literals ? (literals.get(key(value)) ?? value) : value;
    },
    write(value, context) {
      if (typeof value !== "string") return wrongKind(value, "string", context);
      // Its length first: what is far too long is not read to its end.
      if (!fits(value, context)) return undefined;
      const forbidden = forbiddenCharacter(value);
      if (forbidden !== undefined) return refuse(context, "character", undefined, undefined, forbidden);
      if (isNormal && !isNormal(value)) return refuse(context, "white_space", value);
      if (!(unchecked || check(value, context))) return undefined;
      if (preserves && context.lineBreaks !== "lf") return breakLines(value, context);
      return value;
    },
  };
}

/** Line feeds as the wire profile wants them. What would be read as something else is refused. */
function breakLines(text: string, context: SimpleContext): string | undefined {
  if (context.lineBreaks === "crlf") {
    if (text.includes("\r\n")) {
      return refuse(context, "wire", text, "CR LF is read as LF");
    }
    return text.replaceAll("\n", "\r\n");
  }
  if (context.lineBreaks === "slash-n") {
    if (text.includes("/n")) return refuse(context, "wire", text, '"/n" is read as a line break');
    return text.replaceAll("\n", "/n");
  }
  return text;
}

function booleanCodec(d: SimpleDescriptor, normalise: (text: string) => string, facets: readonly Check[]): SimpleCodec {
  const check = all(facets);
  return {
    preserves: false,
    key: (text) => (/^(?:true|1)$/.test(normalise(text)) ? "true" : "false"),
    identity: (value) => `boolean|${String(value)}`,
    read(text, context) {
      const value = normalise(text);
      let result: boolean | undefined;
      if (context.booleans === "Y-N") result = value === "Y" ? true : value === "N" ? false : undefined;
      else if (value === "true" || value === "1") result = true;
      else if (value === "false" || value === "0") result = false;
      if (result === undefined) {
        return refuse(context, "lexical", value, context.booleans === "Y-N" ? "Y / N" : `xs:${d.builtin}`);
      }
      const text10 = context.booleans === "Y-N" ? String(result) : value;
      return check(text10, context) ? result : undefined;
    },
    write(value, context) {
      if (typeof value !== "boolean") return wrongKind(value, "boolean", context);
      let text = context.booleans === "1-0" ? (value ? "1" : "0") : String(value);
      if (!check(text, context)) {
        // A pattern may want the other form.
        text = text.length === 1 ? String(value) : value ? "1" : "0";
        if (!check(text, context)) return undefined;
      }
      return context.booleans === "Y-N" ? (value ? "Y" : "N") : text;
    },
    forms: (value) => (value === true ? ["true", "1"] : ["false", "0"]),
  };
}

function bytesCodec(
  d: SimpleDescriptor,
  normalise: (text: string) => string,
  facets: readonly Check[],
  measure: ((length: number, context: SimpleContext) => boolean) | undefined,
): SimpleCodec {
  const check = all(facets);
  return {
    preserves: false,
    key: (text) => {
      const bytes = readBinary(d.builtin, normalise(text));
      return bytes ? writeBinary(d.builtin, bytes) : text;
    },
    identity: (value) => `${d.builtin}|${writeBinary(d.builtin, value as Uint8Array)}`,
    read(text, context) {
      const value = facets.length === 0 && d.builtin === "base64Binary" ? text : normalise(text);
      const bytes = readBinary(d.builtin, value);
      if (!bytes) return refuse(context, "lexical", value, `xs:${d.builtin}`);
      return (measure === undefined || measure(bytes.length, context)) && check(value, context) ? bytes : undefined;
    },
    write(value, context) {
      if (!(value instanceof Uint8Array)) return wrongKind(value, "Uint8Array", context);
      if (measure !== undefined && !measure(value.length, context)) return undefined;
      const text = writeBinary(d.builtin, value);
      if (check(text, context)) return text;
      // A pattern may want small letters.
      const small = text.toLowerCase();
      return d.builtin === "hexBinary" && small !== text && check(small, context) ? small : undefined;
    },
    forms(value) {
      const text = writeBinary(d.builtin, value as Uint8Array);
      return [d.builtin === "hexBinary" ? text.toLowerCase() : `${text.slice(0, 1)} ${text.slice(1)}`];
    },
  };
}

function numberCodec(
  builtin: Builtin,
  name: string,
  normalise: (text: string) => string,
  check: Check,
  key: (text: string) => string,
): SimpleCodec {
  const { integer, float } = builtin;
  const primitive = primitiveOf(builtin, name);
  return {
    preserves: false,
    key: (text) => key(normalise(text)),
    identity: (value) => `${primitive}|${key(integer ? String(value) : floatText(value as number))}`,
    read(text, context) {
      const value = normalise(text);
      if (!check(value, context)) return undefined;
      const number = float ? parseFloatText(value) : Number(value);
      if (integer && !Number.isSafeInteger(number)) return refuse(context, "lexical", value, `xs:${name}`);
      return integer && number === 0 ? 0 : number;
    },
    write(value, context) {
      if (typeof value !== "number") return wrongKind(value, "number", context);
      if (integer && !Number.isSafeInteger(value)) return refuse(context, "lexical", String(value), `xs:${name}`);
      const text = float ? floatText(value) : integer && value === 0 ? "0" : decimalText(value);
      if (text === undefined) return refuse(context, "lexical", String(value), `xs:${name}`);
      return check(text, context) ? text : undefined;
    },
    forms: (value) => numberForms(integer ? String(value) : floatText(value as number), !integer),
  };
}

/** A number with a sign, a point or a zero that does not count. */
function numberForms(text: string, fraction: boolean): readonly string[] {
  const [, sign = "", digits = ""] = /^([+-]?)(.*)$/s.exec(text) ?? [];
  const point = fraction && /^\d+$/.test(digits) ? [`${text}.0`] : [];
  return [...point, ...(sign === "" ? [`+${digits}`] : []), `${sign}0${digits}`];
}

/** Names the kind of a value without showing it. */
export function kindOf(value: unknown): string {
  if (value === null) return "null";
  if (Array.isArray(value)) return "array";
  if (value instanceof Uint8Array) return "Uint8Array";
  return typeof value;
}

export function wrongKind(value: unknown, expected: string, context: SimpleContext): undefined {
  return refuse(context, "type", undefined, expected, kindOf(value));
}
