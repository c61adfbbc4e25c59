import type { SimpleDescriptor } from "../../gen1.ts";
import { BUILTINS } from "../../simple/builtin.ts";
import { plainValues } from "../../simple/context.ts";
import { simpleCodec } from "../../simple/simple-codec.ts";
import { literal } from "./member.ts";
import { countedLine, digitPattern, smallNumbers } from "./simple-reader.ts";

/**
 * Statements that return 1 where the value `v` is right for sure and, as a text, is written as it stands: ASCII without
 * markup. They return 2 where it is right and has to be written with care, 0 where the codec has to look. `K` stands for
 * {@link CHARACTERS}.
 */
export interface QuickTest {
  readonly lines: readonly string[];
  /** What the lines call `re`, where they do. */
  readonly regex?: RegExp;
  /** Where the test is about nothing but the length and the characters of a text: its bounds, and what it may not contain. */
  readonly text?: { readonly min: number; readonly max: number; readonly unwanted: number };
}

/** Bits of {@link CHARACTERS}: written with care; not allowed in XML; line break, tab, space. */
export const CAREFUL = 1;
const NEVER = 2;
const LINE = 4;
const TAB = 8;
const BLANK = 16;

/** What an ASCII character means for the tests of texts. */
export const CHARACTERS: Uint8Array = new Uint8Array(128).fill(NEVER, 0, 0x20);
CHARACTERS[0x09] = TAB;
CHARACTERS[0x0a] = LINE;
CHARACTERS[0x0d] = LINE | CAREFUL;
CHARACTERS[0x20] = BLANK;
CHARACTERS[0x26] = CHARACTERS[0x3c] = CHARACTERS[0x3e] = CAREFUL;

/** A test that settles nearly every right value of a type; `undefined` where there is none. */
export function quickTest(type: SimpleDescriptor): QuickTest | undefined {
  switch (type.js) {
    case "boolean":
      return type.patterns || type.enum ? undefined : { lines: ['return typeof v === "boolean" ? 1 : 0;'] };
    case "bytes":
      return hasOnly(type, PLAIN) ? { lines: ["return v instanceof Uint8Array ? 1 : 0;"] } : undefined;
    case "number": {
      const range = smallNumbers(type);
      return (
        range && {
          lines: [`return typeof v === "number" && (v | 0) === v && v >= ${range.min} && v <= ${range.max} ? 1 : 0;`],
        }
      );
    }
    case "string":
      if (type.enum) return enumTest(type, type.enum);
      return type.builtin === "decimal" ? decimalTest(type) : textTest(type);
    default:
      return undefined;
  }
}

const PLAIN: ReadonlySet<string> = new Set(["k", "name", "ns", "builtin", "js", "ws", "quick"]);
const TEXTUAL: ReadonlySet<string> = new Set([...PLAIN, "patterns", "length", "minLength", "maxLength"]);
const DECIMAL: ReadonlySet<string> = new Set([
  ...PLAIN,
  "patterns",
  "totalDigits",
  "fractionDigits",
  "minInclusive",
  "maxInclusive",
  "minExclusive",
  "maxExclusive",
]);

function hasOnly(type: SimpleDescriptor, keys: ReadonlySet<string>): boolean {
  return Object.keys(type).every((key) => keys.has(key));
}

/** Up to so many literals are compared one after the other. */
const FEW = 12;

/** An enumeration's literals that may be written as they stand: all other facets are about them, not about the value. */
function enumTest(type: SimpleDescriptor, values: readonly string[]): QuickTest | undefined {
  const codec = simpleCodec(type);
  if (codec.scoped || values.length > FEW) return undefined;
  const right = values.filter((value) => codec.write(value, plainValues()) === value);
  const [plain, others] = [right.filter(isPlain), right.filter((value) => !isPlain(value))];
  return { lines: [`return ${isOneOf(plain)} ? 1 : ${isOneOf(others)} ? 2 : 0;`] };
}

function isOneOf(values: readonly string[]): string {
  return values.map((value) => `v === ${literal(value)}`).join(" || ") || "false";
}

/** Whether a text stands as it is, one byte a character. */
function isPlain(text: string): boolean {
  return /^[\t\n -%'-;=?-\x7f]*$/.test(text);
}

/** Texts beyond this length are not joined to others: the writer copies them once. */
const LONG = 4096;

function textTest(type: SimpleDescriptor): QuickTest | undefined {
  const builtin = Object.hasOwn(BUILTINS, type.builtin) ? BUILTINS[type.builtin] : undefined;
  if (!builtin || builtin.unmeasured || builtin.lexical || !hasOnly(type, TEXTUAL)) return undefined;
  const ws = type.ws ?? builtin.whiteSpace;
  const patterns = type.patterns ?? [];
  const counts = patterns.map(countedLine).filter((count) => count !== undefined);
  const others = patterns.filter((source) => countedLine(source) === undefined);
  const [only] = others;
  if (others.length > 1) return undefined;
  const min = Math.max(type.minLength ?? 0, type.length ?? 0, ...counts.map((count) => count[0]));
  const max = Math.min(type.maxLength ?? Infinity, type.length ?? Infinity, ...counts.map((count) => count[1]));
  const bounds = [...(min > 0 ? [`n < ${min}`] : []), ...(max < Infinity ? [`n > ${max}`] : [])];
  const unwanted =
    NEVER | (counts.length > 0 ? LINE : 0) | (ws === "preserve" ? 0 : LINE | TAB) | (ws === "collapse" ? BLANK : 0);
  const looked = only === undefined || !isOfPlainCharacters(only) || ws !== "preserve";
  return {
    lines: [
      'if (typeof v !== "string") return 0;',
      "const n = v.length;",
      ...(bounds.length > 0 ? [`if (${bounds.join(" || ")}) return 0;`] : []),
      ...(looked
        ? [
            `let k = ${max <= LONG ? "0" : `n > ${LONG} ? ${CAREFUL} : 0`};`,
            "for (let i = 0; i < n; i++) {",
            "const c = v.charCodeAt(i);",
            // Pairs of surrogates take a closer look.
            `k |= c < 128 ? K[c] : c < 0xd800 || (c > 0xdfff && c < 0xfffe) ? ${CAREFUL} : ${NEVER};`,
            "}",
            `if ((k & ${unwanted}) !== 0) return 0;`,
          ]
        : []),
      ...(only === undefined ? [] : ["if (!re.test(v)) return 0;"]),
      looked ? `return (k & ${CAREFUL}) === 0 ? 1 : 2;` : "return 1;",
    ],
    ...(only === undefined ? { text: { min, max, unwanted } } : { regex: new RegExp(`^(?:${only})$`, "v") }),
  };
}

/** Whether a pattern can match printable ASCII without markup only, as far as its text tells. */
function isOfPlainCharacters(source: string): boolean {
  return /^(?:[A-Za-z0-9 :,;_/(){}?*+|-]|\\[.d]|\[(?:[A-Z](?:-[A-Z])?|[a-z](?:-[a-z])?|[0-9](?:-[0-9])?)+\])*$/.test(
    source,
  );
}

/** Numbers with at most so many digits keep their order as floating point numbers. */
const EXACT = 15;

function decimalTest(type: SimpleDescriptor): QuickTest | undefined {
  if (!hasOnly(type, DECIMAL)) return undefined;
  const { totalDigits, fractionDigits } = type;
  const conditions: string[] = [];
  let regex: RegExp | undefined;
  for (const source of type.patterns ?? []) {
    const count = countedLine(source);
    const digits = digitPattern(source);
    if (count) conditions.push(`n < ${count[0]} || n > ${count[1]}`);
    else if (digits && digits.sign !== "always") {
      const { sign, before, behind } = digits;
      conditions.push(sign === "never" ? "s !== 0" : "s === 2", `before < ${before[0]} || before > ${before[1]}`);
      conditions.push(behind ? `p >= 0 && (behind < ${behind[0]} || behind > ${behind[1]})` : "p >= 0");
    } else if (regex) return undefined;
    else regex = new RegExp(`^(?:${source})$`, "v");
  }
  if (totalDigits !== undefined) conditions.push(`before + behind > ${totalDigits}`);
  if (fractionDigits !== undefined) conditions.push(`behind > ${fractionDigits}`);
  for (const [bound, order] of [
    [type.minInclusive, "<"],
    [type.maxInclusive, ">"],
    [type.minExclusive, "<="],
    [type.maxExclusive, ">="],
  ] as const) {
    if (bound === undefined) continue;
    if (bound.length > EXACT || !Number.isFinite(Number(bound))) return undefined;
    conditions.push(`n > ${EXACT} || +v ${order} ${Number(bound)}`);
  }
  return {
    lines: [
      'if (typeof v !== "string") return 0;',
      "const n = v.length;",
      "let p = -1;",
      // Sign: none, minus, plus.
      "let c = n > 0 ? v.charCodeAt(0) : 0;",
      "const s = c === 45 ? 1 : c === 43 ? 2 : 0;",
      "for (let i = s === 0 ? 0 : 1; i < n; i++) {",
      "c = v.charCodeAt(i);",
      "if (c >= 48 && c <= 57) continue;",
      "if (c !== 46 || p >= 0) return 0;",
      "p = i;",
      "}",
      "const before = (p < 0 ? n : p) - (s === 0 ? 0 : 1);",
      "const behind = p < 0 ? 0 : n - p - 1;",
      "if (before + behind === 0) return 0;",
      ...conditions.map((condition) => `if (${condition}) return 0;`),
      ...(regex ? ["if (!re.test(v)) return 0;"] : []),
      "return 1;",
    ],
    ...(regex ? { regex } : {}),
  };
}
