import type { SimpleDescriptor } from "../../gen1.ts";
import { BUILTINS } from "../../simple/builtin.ts";
import { plainValues } from "../../simple/context.ts";
import { simpleCodec } from "../../simple/simple-codec.ts";
import { literal } from "./member.ts";
import { countedLine, smallNumbers } from "./simple-reader.ts";

/** Statements that end with `return true` where the value `v` is right for sure; the codec looks at all others. */
export interface QuickTest {
  readonly lines: readonly string[];
  /** What the lines call `re`, where they do. */
  readonly regex?: RegExp;
}

/** A test that settles nearly every right value of a type; `undefined` where there is none. */
export function quickTest(type: SimpleDescriptor): QuickTest | undefined {
  switch (type.js) {
    case "boolean":
      return type.patterns || type.enum ? undefined : { lines: ['return typeof v === "boolean";'] };
    case "bytes":
      return hasOnly(type, PLAIN) ? { lines: ["return v instanceof Uint8Array;"] } : undefined;
    case "number": {
      const range = smallNumbers(type);
      return range && { lines: [`return (v | 0) === v && v >= ${range.min} && v <= ${range.max};`] };
    }
    case "string":
      if (type.enum) return enumTest(type, type.enum);
      return type.builtin === "decimal" ? decimalTest(type) : textTest(type);
    default:
      return undefined;
  }
}

const PLAIN: ReadonlySet<string> = new Set(["k", "name", "ns", "builtin", "js", "ws"]);
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
  return { lines: [`return ${right.map((value) => `v === ${literal(value)}`).join(" || ") || "false"};`] };
}

/** Characters of a text that need no second look: those that XML carries, without pairs. */
const CARRIED = "(c > 0x1f && (c < 0xd800 || (c > 0xdfff && c < 0xfffe)))";

function textTest(type: SimpleDescriptor): QuickTest | undefined {
  const builtin = Object.hasOwn(BUILTINS, type.builtin) ? BUILTINS[type.builtin] : undefined;
  if (!builtin || builtin.unmeasured || builtin.lexical || !hasOnly(type, TEXTUAL)) return undefined;
  const ws = type.ws ?? builtin.whiteSpace;
  if (ws === "collapse") return undefined;
  const patterns = type.patterns ?? [];
  const counts = patterns.map(countedLine).filter((count) => count !== undefined);
  const others = patterns.filter((source) => countedLine(source) === undefined);
  const [only] = others;
  if (others.length > 1) return undefined;
  const min = Math.max(type.minLength ?? 0, type.length ?? 0, ...counts.map((count) => count[0]));
  const max = Math.min(type.maxLength ?? Infinity, type.length ?? Infinity, ...counts.map((count) => count[1]));
  const breaks = ws === "replace" ? "" : counts.length > 0 ? " || c === 9" : " || c === 10 || c === 9 || c === 13";
  const bounds = [...(min > 0 ? [`n < ${min}`] : []), ...(max < Infinity ? [`n > ${max}`] : [])];
  return {
    lines: [
      'if (typeof v !== "string") return false;',
      "const n = v.length;",
      ...(bounds.length > 0 ? [`if (${bounds.join(" || ")}) return false;`] : []),
      ...(only !== undefined && isOfPlainCharacters(only)
        ? []
        : [
            "for (let i = 0; i < n; i++) {",
            "const c = v.charCodeAt(i);",
            `if (!(${CARRIED}${breaks})) return false;`,
            "}",
          ]),
      only === undefined ? "return true;" : "return re.test(v);",
    ],
    ...(only === undefined ? {} : { regex: new RegExp(`^(?:${only})$`, "v") }),
  };
}

/** Whether a pattern can match printable ASCII only, as far as its text tells. */
function isOfPlainCharacters(source: string): boolean {
  return /^(?:[A-Za-z0-9 :,;_/(){}?*+|-]|\\[.d]|\[(?:[A-Za-z0-9](?:-[A-Za-z0-9])?)+\])*$/.test(source);
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
    const digits = /^(-\??)?\[0-9\]\{(\d{1,3}),(\d{1,3})\}(?:\(\?:\\\.\[0-9\]\{(\d{1,3}),(\d{1,3})\}\)\?)?$/.exec(
      source,
    );
    if (count) conditions.push(`n < ${count[0]} || n > ${count[1]}`);
    else if (digits && digits[1] !== "-") {
      const [, sign, least, most, leastBehind, mostBehind] = digits;
      conditions.push(sign === undefined ? "s !== 0" : "s === 2", `before < ${least} || before > ${most}`);
      if (leastBehind === undefined) conditions.push("p >= 0");
      else conditions.push(`p >= 0 && (behind < ${leastBehind} || behind > ${mostBehind})`);
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
      'if (typeof v !== "string") return false;',
      "const n = v.length;",
      "let p = -1;",
      // Sign: none, minus, plus.
      "let c = n > 0 ? v.charCodeAt(0) : 0;",
      "const s = c === 45 ? 1 : c === 43 ? 2 : 0;",
      "for (let i = s === 0 ? 0 : 1; i < n; i++) {",
      "c = v.charCodeAt(i);",
      "if (c >= 48 && c <= 57) continue;",
      "if (c !== 46 || p >= 0) return false;",
      "p = i;",
      "}",
      "const before = (p < 0 ? n : p) - (s === 0 ? 0 : 1);",
      "const behind = p < 0 ? 0 : n - p - 1;",
      "if (before + behind === 0) return false;",
      ...conditions.map((condition) => `if (${condition}) return false;`),
      regex ? "return re.test(v);" : "return true;",
    ],
    ...(regex ? { regex } : {}),
  };
}
