import type { SimpleDescriptor } from "../../gen1.ts";
import { BUILTINS } from "../../simple/builtin.ts";
import { isDecimal } from "../../simple/decimal.ts";
import { type SimpleCodec, simpleCodec } from "../../simple/simple-codec.ts";
import { BREAK, type ByteReader, MISS, PAIRS, POINT, type ReadTag, SPACE } from "./byte-reader.ts";

const made = new WeakMap<SimpleDescriptor, SimpleReader>();

/** The reader of a simple type. */
export function byteReaderOf(type: SimpleDescriptor): SimpleReader {
  let reader = made.get(type);
  if (!reader) {
    reader = new SimpleReader(type);
    made.set(type, reader);
  }
  return reader;
}

/** Reads texts of one simple type. One class for all types: an engine then has one piece of code for each call. */
export class SimpleReader {
  readonly #codec: SimpleCodec;
  readonly #isQuick: boolean;
  readonly #forbidden: number;
  readonly #min: number;
  readonly #max: number;
  readonly #isDecimal: boolean;
  readonly #digits: DigitBounds | undefined;
  readonly #isBoolean: boolean;
  readonly #regex: RegExp | undefined;
  readonly #allowed: ReadonlySet<string> | undefined;
  readonly #isSmall: boolean;
  readonly #smallest: number;
  readonly #largest: number;

  constructor(type: SimpleDescriptor) {
    const facts = quickFacts(type);
    const small = smallNumbers(type);
    this.#codec = simpleCodec(type);
    this.#isQuick = facts !== undefined;
    this.#forbidden = facts?.forbidden ?? 0;
    this.#min = facts?.min ?? 0;
    this.#max = facts?.max ?? 0;
    this.#isDecimal = facts?.isDecimal ?? false;
    this.#digits = facts?.digits;
    this.#isBoolean = type.js === "boolean" && hasOnly(type, PLAIN);
    this.#regex = facts?.regex;
    this.#allowed = facts?.allowed;
    this.#isSmall = small !== undefined;
    this.#smallest = small?.min ?? 0;
    this.#largest = small?.max ?? 0;
  }

  /**
   * Reads the text of an element, from behind its start tag to behind its end tag. `slot` says where the last value of a
   * repeated field is kept, -1 for none.
   */
  read(reader: ByteReader, close: ReadTag, slot: number): unknown {
    if (slot >= 0 && reader.same(slot, close)) return reader.last(slot);
    const start = reader.pos;
    const end = reader.scan();
    let value: unknown;
    if (this.#isSmall && reader.kinds === 0 && end > start && end - start < 10) {
      const number = digits(reader.bytes, start, end);
      if (number < this.#smallest || number > this.#largest) throw MISS;
      value = number;
    } else {
      const text = reader.text(start, end);
      if (this.#isQuick && this.#isRight(text, reader.kinds)) value = text;
      else if (this.#isBoolean && (text === "true" || text === "false") && reader.booleans !== "Y-N")
        value = text === "true";
      else value = reader.slow(this.#codec, text);
    }
    reader.close(close);
    if (slot >= 0 && typeof value !== "object") reader.keep(slot, start, end, value);
    return value;
  }

  /** Whether a text of these kinds of characters is allowed for sure and stands for itself. */
  #isRight(text: string, kinds: number): boolean {
    if ((kinds & this.#forbidden) !== 0) return false;
    const { length } = text;
    if (length < this.#min || length > this.#max) return false;
    if (this.#isDecimal && !isDecimalOf(text, kinds)) return false;
    if (this.#digits !== undefined && !hasDigits(text, kinds, this.#digits)) return false;
    if (this.#regex !== undefined && !this.#regex.test(text)) return false;
    return this.#allowed === undefined || this.#allowed.has(text);
  }
}

function digits(bytes: Uint8Array, start: number, end: number): number {
  let number = 0;
  for (let i = start; i < end; i++) number = number * 10 + (bytes[i] as number) - 0x30;
  return number;
}

const RANGES: Readonly<Record<string, readonly [min: number, max: number]>> = {
  integer: [0, 1e9],
  nonNegativeInteger: [0, 1e9],
  positiveInteger: [1, 1e9],
  long: [0, 1e9],
  int: [0, 1e9],
  short: [0, 32_767],
  byte: [0, 127],
  unsignedLong: [0, 1e9],
  unsignedInt: [0, 1e9],
  unsignedShort: [0, 65_535],
  unsignedByte: [0, 255],
};

/** Bounds of a number type of whole numbers without facets. */
export function smallNumbers(type: SimpleDescriptor): { readonly min: number; readonly max: number } | undefined {
  if (type.js !== "number" || !hasOnly(type, PLAIN)) return undefined;
  const range = Object.hasOwn(RANGES, type.builtin) ? RANGES[type.builtin] : undefined;
  return range && { min: range[0], max: range[1] };
}

const PLAIN: ReadonlySet<string> = new Set(["k", "name", "ns", "builtin", "js", "ws", "quick"]);
const QUICK: ReadonlySet<string> = new Set([...PLAIN, "patterns", "enum", "length", "minLength", "maxLength"]);
const DIGITS: ReadonlySet<string> = new Set([...PLAIN, "patterns", "totalDigits", "fractionDigits"]);

function hasOnly(type: SimpleDescriptor, keys: ReadonlySet<string>): boolean {
  return Object.keys(type).every((key) => keys.has(key));
}

/** What is to be checked of a text whose kinds of characters are known. */
interface QuickFacts {
  /** Kinds of characters that the codec has to look at. */
  readonly forbidden: number;
  readonly min: number;
  readonly max: number;
  readonly isDecimal: boolean;
  /** Of a decimal whose digits are counted. */
  readonly digits: DigitBounds | undefined;
  readonly regex: RegExp | undefined;
  readonly allowed: ReadonlySet<string> | undefined;
}

/** How many digits a decimal may have, with and without a point. */
export interface DigitBounds {
  readonly least: number;
  readonly most: number;
  /** -1 where there may be no point. */
  readonly mostBehind: number;
  readonly leastBehind: number;
  readonly total: number;
}

/** The facets that nearly all types have; `undefined` for a type that has others. */
function quickFacts(type: SimpleDescriptor): QuickFacts | undefined {
  if (type.js !== "string") return undefined;
  const counted = digitFacts(type);
  if (counted) return counted;
  if (!hasOnly(type, QUICK)) return undefined;
  const builtin = Object.hasOwn(BUILTINS, type.builtin) ? BUILTINS[type.builtin] : undefined;
  if (!builtin || builtin.unmeasured) return undefined;
  const isDecimal = type.builtin === "decimal";
  if ((builtin.lexical && !isDecimal) || (isDecimal && type.enum)) return undefined;
  const ws = type.ws ?? builtin.whiteSpace;
  const unwanted = ws === "preserve" ? 0 : ws === "replace" ? BREAK : BREAK | SPACE;
  const counts = (type.patterns ?? []).map(countedLine);
  const [only, ...others] = (type.patterns ?? []).filter((_, i) => !counts[i]);
  if (others.length > 0) return undefined;
  const bounds = counts.filter((count) => count !== undefined);
  return {
    forbidden: unwanted | PAIRS | (bounds.length > 0 ? BREAK : 0),
    min: Math.max(type.minLength ?? 0, type.length ?? 0, ...bounds.map((b) => b[0])),
    max: Math.min(
      type.maxLength ?? Number.MAX_SAFE_INTEGER,
      type.length ?? Number.MAX_SAFE_INTEGER,
      ...bounds.map((b) => b[1]),
    ),
    isDecimal,
    digits: undefined,
    regex: only === undefined ? undefined : new RegExp(`^(?:${only})$`, "v"),
    allowed: type.enum && new Set(type.enum),
  };
}

/** The facets of a decimal whose digits are counted, by facets or by one pattern. */
function digitFacts(type: SimpleDescriptor): QuickFacts | undefined {
  const [source, ...others] = type.patterns ?? [];
  if (type.builtin !== "decimal" || !hasOnly(type, DIGITS) || others.length > 0) return undefined;
  const pattern = source === undefined ? undefined : digitPattern(source);
  if ((source !== undefined && !pattern) || pattern?.sign === "always") return undefined;
  if (!pattern && type.totalDigits === undefined && type.fractionDigits === undefined) return undefined;
  const [least, most] = pattern?.before ?? [0, Number.MAX_SAFE_INTEGER];
  const [leastBehind, mostBehind] = pattern ? (pattern.behind ?? [0, -1]) : [0, Number.MAX_SAFE_INTEGER];
  const digits = {
    least,
    most,
    leastBehind,
    // As written: zeros that do not count are few, and the codec knows them.
    mostBehind: Math.min(mostBehind, type.fractionDigits ?? Number.MAX_SAFE_INTEGER),
    total: type.totalDigits ?? Number.MAX_SAFE_INTEGER,
  };
  const max = Number.MAX_SAFE_INTEGER;
  return { forbidden: ~POINT, min: 1, max, isDecimal: false, digits, regex: undefined, allowed: undefined };
}

/** What is right for sure: bounds of the length, kinds of characters that may not occur, and further conditions about the text `v`. */
export interface QuickCondition {
  readonly forbidden: number;
  readonly min: number;
  readonly max: number;
  /** Where `re` and `set` stand for the rest. */
  readonly others: readonly string[];
  readonly regex: RegExp | undefined;
  readonly allowed: ReadonlySet<string> | undefined;
}

export function quickCondition(type: SimpleDescriptor): QuickCondition | undefined {
  const facts = quickFacts(type);
  if (!facts) return undefined;
  // Numbers that take a closer look are few, and one function for all their types does.
  if (facts.digits) return undefined;
  const { forbidden, min, max, isDecimal: decimal, regex, allowed } = facts;
  const others = [
    ...(decimal ? ["isDecimal(v, kinds)"] : []),
    ...(regex ? ["re.test(v)"] : []),
    ...(allowed ? ["set.has(v)"] : []),
  ];
  return { forbidden, min, max, others, regex, allowed };
}

/** Whether a text of these kinds of characters is a decimal. */
export function isDecimalOf(text: string, kinds: number): boolean {
  if (kinds === 0) return text.length > 0;
  return (kinds === POINT && hasOnePoint(text)) || isDecimal(text);
}

/** Of a text of digits and points: whether it is a decimal with so many digits. */
function hasDigits(text: string, kinds: number, bounds: DigitBounds): boolean {
  const { length } = text;
  if (kinds === 0) return length >= bounds.least && length <= bounds.most && length <= bounds.total;
  const before = text.indexOf(".");
  const behind = length - before - 1;
  return (
    before + behind > 0 &&
    before >= bounds.least &&
    before <= bounds.most &&
    behind >= bounds.leastBehind &&
    behind <= bounds.mostBehind &&
    before + behind <= bounds.total &&
    text.indexOf(".", before + 1) < 0
  );
}

/** Of a text of digits and points: whether it is a decimal. */
function hasOnePoint(text: string): boolean {
  const point = text.indexOf(".");
  return text.length > 1 && text.indexOf(".", point + 1) < 0;
}

/** Bounds of a pattern that counts the characters of a line, as many do. */
export function countedLine(source: string): readonly [min: number, max: number] | undefined {
  const found = /^\[\^\\n\\r\]\{(\d{1,9}),(\d{1,9})\}$/.exec(source);
  return found ? [Number(found[1]), Number(found[2])] : undefined;
}

/** A pattern that says how many digits a decimal has before its point, behind it, and whether it may have a sign. */
export interface DigitPattern {
  readonly sign: "never" | "maybe" | "always";
  readonly before: readonly [min: number, max: number];
  /** Of what may stand behind a point; absent where there may be none. */
  readonly behind?: readonly [min: number, max: number];
}

/** What a pattern of digits says; `undefined` for other patterns. */
export function digitPattern(source: string): DigitPattern | undefined {
  const found = /^(-\??)?\[0-9\]\{(\d{1,3}),(\d{1,3})\}(?:\(\?:\\\.\[0-9\]\{(\d{1,3}),(\d{1,3})\}\)\?)?$/.exec(source);
  if (!found) return undefined;
  const [, sign, least, most, leastBehind, mostBehind] = found;
  return {
    sign: sign === undefined ? "never" : sign === "-" ? "always" : "maybe",
    before: [Number(least), Number(most)],
    ...(leastBehind === undefined ? {} : { behind: [Number(leastBehind), Number(mostBehind)] }),
  };
}
