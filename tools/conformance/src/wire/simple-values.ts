import { type SimpleType, translatePattern } from "@coo/wsdl";
import type { NameValue } from "./item.ts";

/** A value of a simple type: as the caller has it and as it stands on the wire. */
export interface SimpleValue {
  readonly value: unknown;
  readonly text: string | NameValue;
}

/** What a simple type's chain of derivation adds up to. */
interface Facts {
  readonly builtin: string;
  readonly item: SimpleType | null;
  readonly members: readonly SimpleType[];
  readonly patterns: readonly { readonly sources: readonly string[]; readonly test: RegExp }[];
  readonly enumeration: readonly string[] | null;
  readonly whiteSpace: string;
  readonly length: number | undefined;
  readonly minLength: number;
  readonly maxLength: number;
  readonly totalDigits: number | undefined;
  readonly fractionDigits: number | undefined;
  readonly min: { readonly value: string; readonly open: boolean } | null;
  readonly max: { readonly value: string; readonly open: boolean } | null;
}

const facts = new WeakMap<SimpleType, Facts>();

function factsOf(type: SimpleType): Facts {
  let found = facts.get(type);
  if (!found) {
    found = collect(type);
    facts.set(type, found);
  }
  return found;
}

function collect(type: SimpleType): Facts {
  const chain: SimpleType[] = [];
  for (let t: SimpleType | null = type; t !== null; t = t.base) {
    chain.unshift(t);
    if (t.variety === "builtin") break;
  }
  const root = chain[0] as SimpleType;
  const builtin = root.variety === "builtin" ? (root.name?.local ?? "anySimpleType") : "anySimpleType";
  const item = chain.find((t) => t.item !== null)?.item ?? null;
  const members = chain.find((t) => t.variety === "union" && t.members.length > 0)?.members ?? [];
  const patterns: { sources: string[]; test: RegExp }[] = [];
  let enumeration: string[] | null = null;
  let whiteSpace =
    item || members.length > 0
      ? "collapse"
      : /^(string|anySimpleType|anyAtomicType)$/.test(builtin)
        ? "preserve"
        : builtin === "normalizedString"
          ? "replace"
          : "collapse";
  let length: number | undefined;
  let minLength = root.variety === "builtin" && item ? 1 : 0;
  let maxLength = Number.POSITIVE_INFINITY;
  let totalDigits: number | undefined;
  let fractionDigits: number | undefined;
  let min: Facts["min"] = null;
  let max: Facts["max"] = null;
  for (const { facets, variety } of chain) {
    if (variety === "builtin") continue;
    if (facets.length) length = Number(facets.length.value);
    if (facets.minLength) minLength = Number(facets.minLength.value);
    if (facets.maxLength) maxLength = Number(facets.maxLength.value);
    if (facets.totalDigits) totalDigits = Number(facets.totalDigits.value);
    if (facets.fractionDigits) fractionDigits = Number(facets.fractionDigits.value);
    if (facets.minInclusive) min = { value: facets.minInclusive.value.trim(), open: false };
    if (facets.minExclusive) min = { value: facets.minExclusive.value.trim(), open: true };
    if (facets.maxInclusive) max = { value: facets.maxInclusive.value.trim(), open: false };
    if (facets.maxExclusive) max = { value: facets.maxExclusive.value.trim(), open: true };
    if (facets.whiteSpace) whiteSpace = facets.whiteSpace.value;
    if (facets.enumerations && facets.enumerations.length > 0) enumeration = facets.enumerations.map((e) => e.value);
    if (facets.patterns && facets.patterns.length > 0) {
      const sources = facets.patterns.map((p) => translatePattern(p.value, { at: p.at, lenient: true }));
      patterns.push({ sources, test: new RegExp(`^(?:${sources.map((s) => `(?:${s})`).join("|")})$`, "v") });
    }
  }
  const spaced = (text: string): string =>
    whiteSpace === "preserve"
      ? text
      : whiteSpace === "replace"
        ? text.replace(/[\t\n\r]/g, " ")
        : text.replace(/[\t\n\r ]+/g, " ").trim();
  return {
    builtin,
    item,
    members,
    patterns,
    enumeration: enumeration?.map(spaced) ?? null,
    whiteSpace,
    length,
    minLength: length ?? minLength,
    maxLength: length ?? maxLength,
    totalDigits,
    fractionDigits,
    min,
    max,
  };
}

const RANGES: Readonly<Record<string, readonly [string, string]>> = {
  byte: ["-128", "127"],
  short: ["-32768", "32767"],
  int: ["-2147483648", "2147483647"],
  long: ["-9223372036854775808", "9223372036854775807"],
  unsignedByte: ["0", "255"],
  unsignedShort: ["0", "65535"],
  unsignedInt: ["0", "4294967295"],
  unsignedLong: ["0", "18446744073709551615"],
  integer: ["-12345678901234567890123", "12345678901234567890123"],
  nonNegativeInteger: ["0", "12345678901234567890123"],
  positiveInteger: ["1", "12345678901234567890123"],
  nonPositiveInteger: ["-12345678901234567890123", "0"],
  negativeInteger: ["-12345678901234567890123", "-1"],
  decimal: ["-98765432109876543210.123456789", "98765432109876543210.123456789"],
};

const NUMBERS = new Set(["byte", "short", "int", "unsignedByte", "unsignedShort", "unsignedInt", "float", "double"]);

const LEXICAL: Readonly<Record<string, readonly string[]>> = {
  boolean: ["true", "false"],
  float: ["1.5", "-0.25", "INF", "-INF", "NaN", "0", "16777215"],
  double: ["1.5", "-0.25", "INF", "-INF", "NaN", "0", "9007199254740991"],
  duration: ["P1Y2M3DT4H5M6.7S", "-P1D", "PT0S"],
  yearMonthDuration: ["P1Y2M"],
  dayTimeDuration: ["P3DT4H5M6S"],
  dateTime: [
    "2024-02-29T23:59:59.999Z",
    "2000-01-01T00:00:00+14:00",
    "1999-12-31T12:00:00",
    "2018-07-01T08:00:00-05:00",
  ],
  dateTimeStamp: ["2024-02-29T23:59:59Z"],
  time: ["23:59:59.5Z", "00:00:00", "12:30:00+08:00"],
  date: ["2024-02-29", "2018-07-01Z", "1970-01-01+08:00"],
  gYearMonth: ["2024-02", "1999-12Z"],
  gYear: ["2024", "1999Z"],
  gMonthDay: ["--02-29", "--12-31Z"],
  gDay: ["---31", "---01Z"],
  gMonth: ["--12", "--01Z"],
  anyURI: ["urn:example:a", "http://example.com/a?b=c&d#e", ""],
  language: ["zh-Hans", "en"],
  NMTOKEN: ["a-1.b:c", "7"],
  Name: ["_a:b", "n"],
  NCName: ["_a-1", "名"],
  ENTITY: ["entity"],
  QName: ["{http://www.w3.org/2001/XMLSchema}string", "{urn:example:q}name"],
};

const TEXTS = [`中文 <&>"' é`, " a  b ", "line\nbreak", "x"];

/** Tokens that a schema's own regular expression may want. */
const SHAPES = [
  "1",
  "A",
  "a",
  "0",
  "12",
  "AB",
  "ABC",
  "USD",
  "1.0",
  "10.5",
  "2018-07-01",
  "12345",
  "00000000-0000-0000-0000-000000000000",
  "a@b.example",
  "http://example.com/",
  "08:00",
  "(1)",
];

export interface SampleContext {
  /** A text that no other ID of the document has. */
  id(): string;
  /** Some ID of the document, perhaps one to come. */
  idref(): string;
}

const cache = new WeakMap<SimpleType, readonly SimpleValue[]>();

/** Values of a type: boundaries first. Empty when none could be found. */
export function simpleValues(type: SimpleType, context: SampleContext): readonly SimpleValue[] {
  const { builtin, item, members, enumeration } = factsOf(type);
  if (enumeration === null && !item && members.length === 0) {
    if (builtin === "ID") return [plain(context.id())];
    if (builtin === "IDREF") return [plain(context.idref())];
  }
  if (item && factsOf(item).builtin === "IDREF") return [{ value: [context.idref()], text: context.idref() }];
  let found = cache.get(type);
  if (!found) {
    found = candidates(type, context);
    cache.set(type, found);
  }
  return found;
}

function plain(text: string): SimpleValue {
  return { value: text, text };
}

function candidates(type: SimpleType, context: SampleContext): SimpleValue[] {
  const f = factsOf(type);
  if (f.item) return lists(f, f.item, context);
  if (f.members.length > 0) return unions(f, context);
  if (f.builtin === "base64Binary" || f.builtin === "hexBinary") return binaries(f);
  const texts = f.enumeration ? [...f.enumeration] : lexicalForms(f);
  const fitting = [...new Set(texts)].filter((text) => accepts(type, text));
  return fitting.map((text) => valueOf(f, text));
}

function valueOf(f: Facts, text: string): SimpleValue {
  if (f.builtin === "boolean") {
    const value = text === "true" || text === "1";
    return { value, text: String(value) };
  }
  if (NUMBERS.has(f.builtin)) {
    const value = text === "INF" ? Number.POSITIVE_INFINITY : text === "-INF" ? Number.NEGATIVE_INFINITY : Number(text);
    return { value, text: Number.isFinite(value) ? String(value) : text };
  }
  if (f.builtin === "QName" || f.builtin === "NOTATION") {
    const [, ns = "", local = ""] = /^(?:\{(.*)\})?(.*)$/s.exec(text) ?? [];
    return { value: text, text: { ns, local } };
  }
  return plain(text);
}

function lexicalForms(f: Facts): string[] {
  const found: string[] = [];
  const range = RANGES[f.builtin];
  if (range) {
    const [low, high] = range;
    for (const [bound, own, step] of [
      [f.min, low, 1n],
      [f.max, high, -1n],
    ] as const) {
      if (bound === null) found.push(digits(own, f));
      else if (!bound.open) found.push(bound.value);
      else if (/^-?\d+$/.test(bound.value)) found.push(String(BigInt(bound.value) + step));
      else found.push(`${bound.value}1`, `${bound.value.replace(/\d$/, (d) => String(Math.max(0, Number(d) - 1)))}9`);
    }
    found.push("1", "0", "-1", "7", "0.5", "42", "100");
  } else if (f.builtin === "string" || f.builtin === "anySimpleType" || /^(normalizedString|token)$/.test(f.builtin)) {
    found.push(...texts(f));
  } else {
    if (f.min && !f.min.open) found.push(f.min.value);
    if (f.max && !f.max.open) found.push(f.max.value);
    found.push(...(LEXICAL[f.builtin] ?? []));
    if (f.minLength > 0 || f.maxLength < 64) {
      found.push("n".repeat(Math.max(1, f.minLength)), "n".repeat(Math.min(f.maxLength, 40)));
      if (f.builtin === "anyURI") found.push(`urn:${"n".repeat(Math.max(1, f.minLength - 4))}`);
    }
  }
  if (f.patterns.length > 0) {
    found.push(...SHAPES);
    for (const { sources } of f.patterns) {
      for (const source of sources) {
        for (const repeat of [0, 1, 2, 3, 8, f.minLength, Math.min(f.maxLength, 64)]) {
          const text = fromPattern(source, repeat);
          if (text !== null) found.push(text);
        }
      }
    }
  }
  return found;
}

function texts(f: Facts): string[] {
  const spaced = TEXTS.map((t) =>
    f.whiteSpace === "preserve"
      ? t
      : f.whiteSpace === "replace"
        ? t.replace(/\n/g, " ")
        : t.replace(/\s+/g, " ").trim(),
  );
  const short = f.maxLength < 40 || f.minLength > 1;
  const bounds = short ? ["界".repeat(f.minLength), "y".repeat(Math.min(f.maxLength, 4000))] : [];
  return [...bounds, ...spaced, ...(f.minLength === 0 ? [""] : [])];
}

/** A number of as many digits as allowed. */
function digits(bound: string, f: Facts): string {
  if (f.totalDigits === undefined && f.fractionDigits === undefined) return bound;
  const sign = bound.startsWith("-") ? "-" : "";
  const whole = RANGES[f.builtin] && f.builtin !== "decimal";
  const fraction = whole ? 0 : Math.min(f.fractionDigits ?? 2, f.totalDigits ?? 20);
  const total = f.totalDigits ?? 18 + fraction;
  const before = Math.max(total - fraction, 0);
  return `${sign}${before === 0 ? "0" : "9".repeat(before)}${fraction === 0 ? "" : `.${"9".repeat(fraction)}`}`;
}

function binaries(f: Facts): SimpleValue[] {
  const sizes = new Set([f.minLength, Math.min(f.maxLength, 300), Math.max(f.minLength, Math.min(f.maxLength, 5))]);
  return [...sizes].map((size) => {
    const value = Uint8Array.from({ length: size }, (_, i) => (i * 37 + 250) & 255);
    const buffer = Buffer.from(value);
    const text = f.builtin === "hexBinary" ? buffer.toString("hex").toUpperCase() : buffer.toString("base64");
    return { value, text };
  });
}

function lists(f: Facts, item: SimpleType, context: SampleContext): SimpleValue[] {
  if (f.enumeration) {
    return f.enumeration.map((text) => {
      const words = text.split(" ");
      return { value: words.map((w) => valueOf(factsOf(item), w).value), text };
    });
  }
  const items = simpleValues(item, context).filter((v) => typeof v.text === "string" && /^\S+$/.test(v.text));
  const names = simpleValues(item, context).filter((v) => typeof v.text !== "string");
  if (items.length === 0) return names.map((v) => ({ value: [v.value], text: v.text }));
  const found: SimpleValue[] = [];
  for (const size of new Set([
    f.minLength,
    Math.min(f.maxLength, 2),
    Math.min(f.maxLength, Math.max(f.minLength, 3)),
  ])) {
    if (size === 0 && f.patterns.length > 0) continue;
    const chosen = Array.from({ length: size }, (_, i) => items[i % items.length] as SimpleValue);
    found.push({ value: chosen.map((v) => v.value), text: chosen.map((v) => v.text).join(" ") });
  }
  return found.filter((v) => f.patterns.every((p) => p.test.test(v.text as string)));
}

function unions(f: Facts, context: SampleContext): SimpleValue[] {
  if (f.enumeration) {
    return f.enumeration.flatMap((text) => {
      const member = f.members.find((m) => accepts(m, text));
      return member ? [valueOf(deep(member, text), text)] : [];
    });
  }
  // A text belongs to the first member that takes it.
  return f.members.flatMap((member, i) =>
    simpleValues(member, context).filter(
      (v) =>
        (typeof v.text !== "string" || !f.members.slice(0, i).some((m) => accepts(m, v.text as string))) &&
        (typeof v.text !== "string" || f.patterns.every((p) => p.test.test(v.text as string))),
    ),
  );
}

function deep(type: SimpleType, text: string): Facts {
  const f = factsOf(type);
  const member = f.members.find((m) => accepts(m, text));
  return member ? deep(member, text) : f;
}

const FORMS: Readonly<Record<string, RegExp>> = {
  boolean: /^(?:true|false|0|1)$/,
  float: /^(?:[+-]?(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][+-]?\d+)?|-?INF|NaN)$/,
  double: /^(?:[+-]?(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][+-]?\d+)?|-?INF|NaN)$/,
  decimal: /^[+-]?(?:\d+(?:\.\d*)?|\.\d+)$/,
  date: /^-?\d{4,}-\d\d-\d\d(?:Z|[+-]\d\d:\d\d)?$/,
  dateTime: /^-?\d{4,}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?(?:Z|[+-]\d\d:\d\d)?$/,
  time: /^\d\d:\d\d:\d\d(?:\.\d+)?(?:Z|[+-]\d\d:\d\d)?$/,
  duration: /^-?P(?=.)(?:\d+Y)?(?:\d+M)?(?:\d+D)?(?:T(?=.)(?:\d+H)?(?:\d+M)?(?:\d+(?:\.\d+)?S)?)?$/,
  gYear: /^-?\d{4,}(?:Z|[+-]\d\d:\d\d)?$/,
  gYearMonth: /^-?\d{4,}-\d\d(?:Z|[+-]\d\d:\d\d)?$/,
  gMonth: /^--\d\d(?:Z|[+-]\d\d:\d\d)?$/,
  gDay: /^---\d\d(?:Z|[+-]\d\d:\d\d)?$/,
  gMonthDay: /^--\d\d-\d\d(?:Z|[+-]\d\d:\d\d)?$/,
  language: /^[a-zA-Z]{1,8}(?:-[a-zA-Z0-9]{1,8})*$/,
  NMTOKEN: /^[\p{L}\p{N}._:-]+$/u,
  Name: /^[\p{L}_:][\p{L}\p{N}._:-]*$/u,
  NCName: /^[\p{L}_][\p{L}\p{N}._-]*$/u,
  ID: /^[\p{L}_][\p{L}\p{N}._-]*$/u,
  IDREF: /^[\p{L}_][\p{L}\p{N}._-]*$/u,
  base64Binary: /^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/,
  hexBinary: /^(?:[0-9a-fA-F]{2})*$/,
};

/** Whether a text is of the type, as far as these tests need to know; validators judge in the end. */
function accepts(type: SimpleType, text: string): boolean {
  const f = factsOf(type);
  if (f.members.length > 0) return f.members.some((m) => accepts(m, text)) && facetsAllow(f, text);
  if (f.item) {
    const words = text === "" ? [] : text.split(" ");
    if (words.length < f.minLength || words.length > f.maxLength) return false;
    return words.every((w) => accepts(f.item as SimpleType, w));
  }
  if (f.whiteSpace === "collapse" && text !== text.replace(/[\t\n\r ]+/g, " ").trim()) return false;
  if (f.whiteSpace === "replace" && /[\t\n\r]/.test(text)) return false;
  const form = FORMS[f.builtin];
  if (form && !form.test(text)) return false;
  const range = RANGES[f.builtin];
  if (range) {
    if (f.builtin !== "decimal" && !/^[+-]?\d+$/.test(text)) return false;
    if (f.builtin === "decimal" && !(FORMS["decimal"] as RegExp).test(text)) return false;
    const wide = f.builtin.endsWith("nteger") || f.builtin === "decimal";
    if (!wide && (order(text, range[0]) < 0 || order(text, range[1]) > 0)) return false;
    if (/^(nonNegative|positive)/.test(f.builtin) && order(text, range[0]) < 0) return false;
    if (/^(nonPositive|negative)/.test(f.builtin) && order(text, range[1]) > 0) return false;
    const bare = text.replace(/^[+-]/, "").replace(/^0+(?=\d)/, "");
    const [whole = "", fraction = ""] = bare.split(".");
    const short = fraction.replace(/0+$/, "");
    if (f.fractionDigits !== undefined && short.length > f.fractionDigits) return false;
    if (f.totalDigits !== undefined && whole.replace(/^0$/, "").length + short.length > f.totalDigits) return false;
  } else if (!/^(float|double|boolean|date|time|duration|g[DMY]|QName|NOTATION)/.test(f.builtin)) {
    const size =
      f.builtin === "hexBinary"
        ? text.length / 2
        : f.builtin === "base64Binary"
          ? Buffer.from(text, "base64").length
          : [...text].length;
    if (size < f.minLength || size > f.maxLength) return false;
  }
  const compare = range || /^(float|double)$/.test(f.builtin) ? order : byTime;
  if (f.min) {
    const o = compare(text, f.min.value);
    if (!(o > 0 || (o === 0 && !f.min.open))) return false;
  }
  if (f.max) {
    const o = compare(text, f.max.value);
    if (!(o < 0 || (o === 0 && !f.max.open))) return false;
  }
  return facetsAllow(f, text);
}

function facetsAllow(f: Facts, text: string): boolean {
  return f.patterns.every((p) => p.test.test(text)) && (f.enumeration === null || f.enumeration.includes(text));
}

function order(a: string, b: string): number {
  if (/INF|NaN|[eE]/.test(a + b)) {
    const n = (t: string): number =>
      t === "INF" ? Number.POSITIVE_INFINITY : t === "-INF" ? Number.NEGATIVE_INFINITY : Number(t);
    return n(a) < n(b) ? -1 : n(a) > n(b) ? 1 : n(a) === n(b) ? 0 : Number.NaN;
  }
  const scale = (t: string, places: number): bigint => {
    const [whole = "0", fraction = ""] = t.replace(/^[+-]/, "").split(".");
    const value = BigInt(`${whole === "" ? "0" : whole}${fraction.padEnd(places, "0")}`);
    return t.startsWith("-") ? -value : value;
  };
  const places = Math.max((a.split(".")[1] ?? "").length, (b.split(".")[1] ?? "").length);
  const [x, y] = [scale(a, places), scale(b, places)];
  return x < y ? -1 : x > y ? 1 : 0;
}

function byTime(a: string, b: string): number {
  const [x, y] = [Date.parse(a), Date.parse(b)];
  if (Number.isNaN(x) || Number.isNaN(y)) return a < b ? -1 : a > b ? 1 : 0;
  return x - y;
}

/** A text that a translated pattern matches, tried greedily: `repeat` times where the pattern leaves a choice. */
function fromPattern(source: string, repeat: number): string | null {
  let at = 0;
  let bad = false;
  const alternatives = (): string => {
    const all = [sequence()];
    while (source[at] === "|") {
      at++;
      all.push(sequence());
    }
    return all[repeat % all.length] as string;
  };
  const sequence = (): string => {
    let out = "";
    while (at < source.length && source[at] !== "|" && source[at] !== ")") {
      const piece = atom();
      out += piece.repeat(times());
    }
    return out;
  };
  const times = (): number => {
    const match = /^(?:([?*+])|\{(\d+)(,?)(\d*)\})/.exec(source.slice(at, at + 24));
    if (!match) return 1;
    at += match[0].length;
    const [, mark, min, comma, max] = match;
    if (mark === "?") return Math.min(1, repeat);
    if (mark === "*") return repeat;
    if (mark === "+") return Math.max(1, repeat);
    if (comma === "") return Number(min);
    return Math.max(Number(min), Math.min(repeat, max === "" ? repeat : Number(max)));
  };
  const atom = (): string => {
    const c = source[at++] as string;
    if (c === "(") {
      if (source.startsWith("?:", at)) at += 2;
      const inner = alternatives();
      at++;
      return inner;
    }
    if (c === "[") {
      const start = at - 1;
      for (let depth = 1; at < source.length && depth > 0; at++) {
        if (source[at] === "\\") at++;
        else if (source[at] === "[") depth++;
        else if (source[at] === "]") depth--;
      }
      return oneOf(source.slice(start, at));
    }
    if (c === ".") return "x";
    if (c !== "\\") return c;
    const e = source[at++] as string;
    if (e === "p" || e === "P" || e === "u") {
      const close = source.indexOf("}", at);
      const code = source.slice(at + 1, close);
      at = close + 1;
      return e === "u" ? String.fromCodePoint(Number.parseInt(code, 16)) : oneOf(`\\${e}{${code}}`);
    }
    if (/[dDsSwW]/.test(e)) return oneOf(`\\${e}`);
    return { n: "\n", r: "\r", t: "\t" }[e] ?? e;
  };
  const oneOf = (cls: string): string => {
    const test = new RegExp(`^${cls}$`, "v");
    for (const c of "A1a0-_ .:/9中") if (test.test(c)) return c;
    for (let i = 33; i < 0x500; i++) if (test.test(String.fromCharCode(i))) return String.fromCharCode(i);
    bad = true;
    return "";
  };
  const out = alternatives();
  return bad || at < source.length ? null : out;
}
