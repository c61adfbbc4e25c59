import type { SimpleDescriptor } from "@coo/soap/gen1";
import type { FieldIssueCode } from "../errors.ts";
import type { WireSettings } from "../wire/wire-profile.ts";

/** Settings of the wire profile that reach into values. */
export type ValueSettings = Pick<WireSettings, "booleans" | "emptyValues" | "lineBreaks">;

/** A value's complaint, still without its place. */
export interface ValueProblem {
  readonly code: FieldIssueCode;
  readonly message: string;
  readonly messageZh: string;
}

/** A value read from its text, or what is wrong with it. */
export type ReadValue = { readonly value: unknown } | { readonly problem: ValueProblem };

/** Reads a value's text by its type. Values stay text unless the descriptor says number, boolean, bytes or list. */
export function readSimple(type: SimpleDescriptor, written: string, settings: ValueSettings): ReadValue {
  if (type.js === "union") {
    for (const member of type.members ?? []) {
      const read = readSimple(member, written, settings);
      if ("value" in read) return read;
    }
    return { problem: typeProblem(type, written) };
  }
  const text = normalizeSpace(
    type.js === "string" ? fromLineBreaks(written, settings) : written,
    type.ws ?? "collapse",
  );
  if (type.js === "list") return readList(type, text, settings);
  const lexical = type.js === "boolean" ? (fromBoolean(text, settings) ?? text) : text;
  const problem = checkLexical(type, lexical);
  if (problem !== undefined) return { problem };
  if (type.js === "boolean") return { value: lexical === "true" || lexical === "1" };
  if (type.js === "number")
    return { value: lexical === "INF" ? Infinity : lexical === "-INF" ? -Infinity : Number(lexical) };
  if (type.js === "bytes") return { value: new Uint8Array(bytesOf(type, lexical)) };
  return { value: lexical };
}

/** Writes a value as text (line breaks still LF), or tells what is wrong with it. */
export function writeSimple(
  type: SimpleDescriptor,
  value: unknown,
  settings: ValueSettings,
): { readonly text: string } | { readonly problem: ValueProblem } {
  if (type.js === "union") {
    for (const member of type.members ?? []) {
      const written = writeSimple(member, value, settings);
      if ("text" in written) return written;
    }
    return { problem: typeProblem(type, String(value)) };
  }
  const text = lexicalForm(type, value, settings);
  if (text === undefined) return { problem: typeProblem(type, String(value)) };
  const problem =
    type.js === "list"
      ? listProblem(type, (value as readonly unknown[]).length)
      : checkLexical(type, type.js === "boolean" ? String(value) : text);
  return problem === undefined ? { text } : { problem };
}

function lexicalForm(type: SimpleDescriptor, value: unknown, settings: ValueSettings): string | undefined {
  switch (type.js) {
    case "boolean":
      return typeof value === "boolean" ? toBoolean(value, settings) : undefined;
    case "number":
      return typeof value === "number" ? String(value).replace("Infinity", "INF") : undefined;
    case "bytes":
      if (!(value instanceof Uint8Array)) return undefined;
      return Buffer.from(value).toString(type.builtin === "hexBinary" ? "hex" : "base64");
    case "list": {
      if (!Array.isArray(value) || type.item === undefined) return undefined;
      const items = value.map((item) => writeSimple(type.item as SimpleDescriptor, item, settings));
      return items.every((item) => "text" in item) ? items.map((item) => item.text).join(" ") : undefined;
    }
    default:
      return typeof value === "string" ? value : undefined;
  }
}

function readList(type: SimpleDescriptor, text: string, settings: ValueSettings): ReadValue {
  const values: unknown[] = [];
  for (const part of text === "" ? [] : text.split(" ")) {
    const read = readSimple(type.item as SimpleDescriptor, part, settings);
    if ("problem" in read) return read;
    values.push(read.value);
  }
  const problem = listProblem(type, values.length);
  return problem === undefined ? { value: values } : { problem };
}

function listProblem(type: SimpleDescriptor, count: number): ValueProblem | undefined {
  return lengthProblem(type, count, "items", "项");
}

const BOOLEANS: Readonly<Record<WireSettings["booleans"], readonly [yes: string, no: string]>> = {
  "true-false": ["true", "false"],
  "1-0": ["1", "0"],
  "Y-N": ["Y", "N"],
};

function fromBoolean(text: string, settings: ValueSettings): string | undefined {
  const [yes, no] = BOOLEANS[settings.booleans];
  if (text === yes) return "true";
  if (text === no) return "false";
  // XSD allows 1 and 0 beside true and false; a peer set to Y and N has no such choice.
  return settings.booleans === "Y-N" ? "?" : undefined;
}

function toBoolean(value: boolean, settings: ValueSettings): string {
  return BOOLEANS[settings.booleans][value ? 0 : 1];
}

function fromLineBreaks(text: string, settings: ValueSettings): string {
  if (settings.lineBreaks === "slash-n") return text.replaceAll("/n", "\n");
  return settings.lineBreaks === "crlf" ? text.replaceAll("\r\n", "\n") : text;
}

function normalizeSpace(text: string, mode: "preserve" | "replace" | "collapse"): string {
  if (mode === "preserve") return text;
  const replaced = text.replace(/[\t\n\r]/g, " ");
  return mode === "replace" ? replaced : replaced.replace(/ +/g, " ").replace(/^ | $/g, "");
}

const DECIMAL = /^[+-]?(?:\d+(?:\.\d*)?|\.\d+)$/;
const INTEGER = /^[+-]?\d+$/;
const BUILTIN_FORMS: Readonly<Record<string, RegExp>> = {
  boolean: /^(?:true|false|1|0)$/,
  decimal: DECIMAL,
  integer: INTEGER,
  float: /^(?:[+-]?(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][+-]?\d+)?|-?INF|NaN)$/,
  double: /^(?:[+-]?(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][+-]?\d+)?|-?INF|NaN)$/,
  date: /^-?\d{4,}-\d\d-\d\d(?:Z|[+-]\d\d:\d\d)?$/,
  time: /^\d\d:\d\d:\d\d(?:\.\d+)?(?:Z|[+-]\d\d:\d\d)?$/,
  dateTime: /^-?\d{4,}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?(?:Z|[+-]\d\d:\d\d)?$/,
  hexBinary: /^(?:[0-9A-Fa-f]{2})*$/,
  base64Binary: /^(?:[A-Za-z0-9+/]\s*){0,}={0,2}$/,
};
const INTEGER_RANGES: Readonly<Record<string, readonly [min: bigint | undefined, max: bigint | undefined]>> = {
  long: [-(2n ** 63n), 2n ** 63n - 1n],
  int: [-(2n ** 31n), 2n ** 31n - 1n],
  short: [-(2n ** 15n), 2n ** 15n - 1n],
  byte: [-128n, 127n],
  nonNegativeInteger: [0n, undefined],
  positiveInteger: [1n, undefined],
  nonPositiveInteger: [undefined, 0n],
  negativeInteger: [undefined, -1n],
  unsignedLong: [0n, 2n ** 64n - 1n],
  unsignedInt: [0n, 2n ** 32n - 1n],
  unsignedShort: [0n, 65_535n],
  unsignedByte: [0n, 255n],
};

/** Checks a text, white space already treated, against the built-in type and all facets. */
function checkLexical(type: SimpleDescriptor, text: string): ValueProblem | undefined {
  const range = INTEGER_RANGES[type.builtin];
  const form = range === undefined ? BUILTIN_FORMS[type.builtin] : INTEGER;
  if (form !== undefined && !form.test(text)) return typeProblem(type, text);
  if (type.builtin === "base64Binary" && bytesOf(type, text).length !== base64Length(text))
    return typeProblem(type, text);
  if (["date", "time", "dateTime"].includes(type.builtin) && !isRealTime(text)) return typeProblem(type, text);
  if (range !== undefined) {
    const value = BigInt(text.replace(/^\+/, ""));
    if ((range[0] !== undefined && value < range[0]) || (range[1] !== undefined && value > range[1])) {
      return {
        code: "RANGE",
        message: `${text} is outside ${type.builtin}`,
        messageZh: `${text} 超出 ${type.builtin} 的范围`,
      };
    }
  }
  return (
    enumProblem(type, text) ??
    patternProblem(type, text) ??
    facetLength(type, text) ??
    digitProblem(type, text) ??
    boundProblem(type, text)
  );
}

/** Tells whether day, time and offset of a date, time or dateTime exist; the form has been checked. */
function isRealTime(text: string): boolean {
  const date = /^-?(\d{4,})-(\d\d)-(\d\d)/.exec(text);
  if (date !== null) {
    const [year, month, day] = date.slice(1).map(Number) as [number, number, number];
    const leap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
    const days = [31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1];
    if (/^0+$/.test(date[1] as string) || days === undefined || day < 1 || day > days) return false;
    if ((date[1] as string).length > 4 && date[1]?.startsWith("0")) return false;
  }
  const time = /(?:^|T)(\d\d):(\d\d):(\d\d)(\.\d+)?/.exec(text);
  if (time !== null) {
    const [hour, minute, second] = time.slice(1, 4).map(Number) as [number, number, number];
    const midnight = hour === 24 && minute === 0 && second === 0 && /^\.?0*$/.test(time[4] ?? "");
    if ((hour > 23 && !midnight) || minute > 59 || second > 59) return false;
  }
  const offset = /[+-](\d\d):(\d\d)$/.exec(text);
  if (offset === null || (time === null && date === null)) return true;
  const minutes = Number(offset[1]) * 60 + Number(offset[2]);
  return Number(offset[2]) < 60 && minutes <= 840;
}

function bytesOf(type: SimpleDescriptor, text: string): Buffer {
  return type.builtin === "hexBinary" ? Buffer.from(text, "hex") : Buffer.from(text.replace(/\s/g, ""), "base64");
}

/** Bytes a well-formed base64 text stands for; `-1` when its length cannot be. */
function base64Length(text: string): number {
  const packed = text.replace(/\s/g, "");
  if (packed.length % 4 !== 0) return -1;
  return (packed.length / 4) * 3 - (packed.endsWith("==") ? 2 : packed.endsWith("=") ? 1 : 0);
}

function enumProblem(type: SimpleDescriptor, text: string): ValueProblem | undefined {
  if (type.enum === undefined || type.enum.includes(text)) return undefined;
  const known = type.enum.join(", ");
  return {
    code: "ENUM",
    message: `"${shorten(text)}" is none of ${known}`,
    messageZh: `“${shorten(text)}”不在 ${known} 之内`,
  };
}

const patterns = new Map<string, RegExp>();

function patternProblem(type: SimpleDescriptor, text: string): ValueProblem | undefined {
  for (const source of type.patterns ?? []) {
    let pattern = patterns.get(source);
    if (pattern === undefined) {
      pattern = new RegExp(`^(?:${source})$`, "v");
      patterns.set(source, pattern);
    }
    if (!pattern.test(text)) {
      return {
        code: "PATTERN",
        message: `"${shorten(text)}" has not the form ${source}`,
        messageZh: `“${shorten(text)}”格式不符`,
      };
    }
  }
  return undefined;
}

function facetLength(type: SimpleDescriptor, text: string): ValueProblem | undefined {
  if (type.js === "bytes") return lengthProblem(type, bytesOf(type, text).length, "bytes", "字节");
  // XSD counts characters, not UTF-16 units; numbers and dates have no length.
  if (type.js !== "string") return undefined;
  return lengthProblem(type, Array.from(text).length, "characters", "个字符");
}

function lengthProblem(type: SimpleDescriptor, length: number, unit: string, unitZh: string): ValueProblem | undefined {
  if (type.length !== undefined && length !== type.length) {
    return {
      code: "LENGTH",
      message: `${length} ${unit} instead of ${type.length}`,
      messageZh: `长度应为 ${type.length} ${unitZh}，实为 ${length}`,
    };
  }
  if (type.minLength !== undefined && length < type.minLength) {
    return {
      code: "LENGTH",
      message: `${length} ${unit}, at least ${type.minLength}`,
      messageZh: `长度 ${length}，至少 ${type.minLength} ${unitZh}`,
    };
  }
  if (type.maxLength !== undefined && length > type.maxLength) {
    return {
      code: "LENGTH",
      message: `${length} ${unit}, at most ${type.maxLength}`,
      messageZh: `长度 ${length}，至多 ${type.maxLength} ${unitZh}`,
    };
  }
  return undefined;
}

function digitProblem(type: SimpleDescriptor, text: string): ValueProblem | undefined {
  if (type.totalDigits === undefined && type.fractionDigits === undefined) return undefined;
  const [whole = "", fraction = ""] = text.replace(/^[+-]/, "").split(".");
  const digits = whole.replace(/^0+/, "").length + fraction.replace(/0+$/, "").length;
  const decimals = fraction.replace(/0+$/, "").length;
  if (digits > (type.totalDigits ?? Infinity) || decimals > (type.fractionDigits ?? Infinity)) {
    return {
      code: "RANGE",
      message: `"${shorten(text)}" has too many digits`,
      messageZh: `“${shorten(text)}”位数过多`,
    };
  }
  return undefined;
}

function boundProblem(type: SimpleDescriptor, text: string): ValueProblem | undefined {
  const outside =
    (type.minInclusive !== undefined && compareDecimals(text, type.minInclusive) < 0) ||
    (type.maxInclusive !== undefined && compareDecimals(text, type.maxInclusive) > 0) ||
    (type.minExclusive !== undefined && compareDecimals(text, type.minExclusive) <= 0) ||
    (type.maxExclusive !== undefined && compareDecimals(text, type.maxExclusive) >= 0);
  return outside
    ? { code: "RANGE", message: `${shorten(text)} is out of bounds`, messageZh: `${shorten(text)} 超出范围` }
    : undefined;
}

/** Exact for decimals; other ordered types fall back to numbers, dates to their text. */
function compareDecimals(a: string, b: string): number {
  if (!DECIMAL.test(a) || !DECIMAL.test(b)) return a < b ? -1 : Number(a > b);
  const scale = Math.max(decimalsOf(a), decimalsOf(b));
  const [x, y] = [scaled(a, scale), scaled(b, scale)];
  return x < y ? -1 : Number(x > y);
}

function decimalsOf(text: string): number {
  return text.split(".")[1]?.length ?? 0;
}

function scaled(text: string, scale: number): bigint {
  const [whole = "", fraction = ""] = text.replace(/^[+-]/, "").split(".");
  const value = BigInt(whole + fraction.padEnd(scale, "0"));
  return text.startsWith("-") ? -value : value;
}

function typeProblem(type: SimpleDescriptor, text: string): ValueProblem {
  const name = type.name ?? type.builtin;
  return {
    code: "TYPE",
    message: `"${shorten(text)}" is no ${name}`,
    messageZh: `“${shorten(text)}”不是有效的 ${name}`,
  };
}

function shorten(text: string): string {
  return text.length > 40 ? `${text.slice(0, 40)}…` : text;
}
