import { WsdlError } from "./errors.ts";
import type { Location } from "./model.ts";
import { NAME_PART_RANGES, NAME_START_RANGES } from "./names.ts";
import { unicodeBlock } from "./unicode-blocks.ts";

/** Options of {@link translatePattern}. */
export interface PatternOptions {
  /** Where the pattern stands, for errors. */
  readonly at?: Location;
  /** Take escapes of punctuation that XML Schema does not know, such as `\/` or `\$`, for the character itself. */
  readonly lenient?: boolean;
}

/**
 * Translates a regular expression of XML Schema into one of ECMAScript for the `v` flag. The result is not anchored; a
 * value must match whole: `new RegExp("^(?:" + translatePattern(p) + ")$", "v")`.
 *
 * `^` and `$` are ordinary characters, `.` is any but line breaks, `\d` is any decimal digit of Unicode, `\w` anything
 * but punctuation, separators and others.
 *
 * @throws {@link WsdlError} `WSDL_PATTERN` with the offset in `details.offset`.
 * @see XML Schema part 2, appendix F.
 */
export function translatePattern(source: string, options: PatternOptions = {}): string {
  const parser = new PatternParser(Array.from(source), options.lenient ?? false);
  try {
    return parser.parse();
  } catch (error) {
    if (!(error instanceof PatternFault)) throw error;
    const at = options.at ?? { file: "pattern", line: 1, column: error.offset + 1 };
    const { reason, reasonZh, offset } = error;
    throw new WsdlError("pattern-invalid", at, { pattern: source, reason, reasonZh, offset: String(offset) }, "error");
  }
}

/** Internal: what is wrong with a pattern. */
class PatternFault extends Error {
  readonly reason: string;
  readonly reasonZh: string;
  readonly offset: number;

  constructor(reason: string, reasonZh: string, offset: number) {
    super(reason);
    this.reason = reason;
    this.reasonZh = reasonZh;
    this.offset = offset;
  }
}

const CATEGORIES: ReadonlySet<string> = new Set(
  "L Lu Ll Lt Lm Lo M Mn Mc Me N Nd Nl No P Pc Pd Ps Pe Pi Pf Po Z Zs Zl Zp S Sm Sc Sk So C Cc Cf Co Cn".split(" "),
);

/** Escapes of one character. */
const SINGLE: ReadonlyMap<string, string> = new Map([
  ["n", "\n"],
  ["r", "\r"],
  ["t", "\t"],
  ...Array.from("\\|.?*+(){}-[]^", (c) => [c, c] as const),
]);

/** Escapes of many characters, as ECMAScript classes. */
const MULTI: ReadonlyMap<string, string> = new Map([
  ["s", "[\\t\\n\\r ]"],
  ["S", "[^\\t\\n\\r ]"],
  ["i", `[${NAME_START_RANGES}]`],
  ["I", `[^${NAME_START_RANGES}]`],
  ["c", `[${NAME_PART_RANGES}]`],
  ["C", `[^${NAME_PART_RANGES}]`],
  ["d", "\\p{Nd}"],
  ["D", "\\P{Nd}"],
  ["w", "[^\\p{P}\\p{Z}\\p{C}]"],
  ["W", "[\\p{P}\\p{Z}\\p{C}]"],
]);

/** Deeper nesting than any sane pattern has; guards the stack. */
const MAX_DEPTH = 200;

class PatternParser {
  readonly #chars: readonly string[];
  readonly #lenient: boolean;
  #pos = 0;
  #depth = 0;

  constructor(chars: readonly string[], lenient: boolean) {
    this.#chars = chars;
    this.#lenient = lenient;
  }

  parse(): string {
    const result = this.#alternatives();
    if (this.#pos < this.#chars.length) this.#fail('")" without "("', "“)”没有对应的“(”");
    return result;
  }

  #fail(reason: string, reasonZh: string, offset: number = this.#pos): never {
    throw new PatternFault(reason, reasonZh, offset);
  }

  #alternatives(): string {
    if (++this.#depth > MAX_DEPTH) this.#fail("nested too deeply", "嵌套过深");
    let result = "";
    for (;;) {
      const c = this.#chars[this.#pos];
      if (c === undefined || c === ")") break;
      if (c === "|") {
        this.#pos++;
        result += "|";
      } else {
        const atom = this.#atom(c);
        result += atom + this.#quantifier();
      }
    }
    this.#depth--;
    return result;
  }

  #atom(c: string): string {
    switch (c) {
      case "(": {
        const start = this.#pos++;
        const inside = this.#alternatives();
        if (this.#chars[this.#pos] !== ")") this.#fail('"(" is not closed', "“(”未闭合", start);
        this.#pos++;
        return `(?:${inside})`;
      }
      case "[":
        return this.#characterClass();
      case ".":
        this.#pos++;
        return "[^\\n\\r]";
      case "\\":
        return this.#escape(false).text;
      case "?":
      case "*":
      case "+":
        return this.#fail(`"${c}" has nothing to repeat`, `“${c}”之前没有可重复的内容`);
      case "{":
      case "}":
      case "]":
        return this.#fail(`"${c}" must be escaped`, `“${c}”须转义`);
      default:
        this.#pos++;
        return literal(c);
    }
  }

  #quantifier(): string {
    const c = this.#chars[this.#pos];
    if (c === "?" || c === "*" || c === "+") {
      this.#pos++;
      return c;
    }
    if (c !== "{") return "";
    const start = this.#pos;
    const end = this.#chars.indexOf("}", start);
    const text = this.#chars.slice(start + 1, end < 0 ? undefined : end).join("");
    const found = end < 0 ? null : /^(\d+)(?:(,)(\d*))?$/.exec(text);
    if (found === null) return this.#fail("malformed quantity", "数量写法有误");
    const [, min = "", comma, max = ""] = found;
    if (max !== "" && BigInt(min) > BigInt(max)) this.#fail("the quantity is reversed", "数量上下限颠倒");
    this.#pos = end + 1;
    return `{${counter(min)}${comma ?? ""}${counter(max)}}`;
  }

  /** An escape; `char` is set when it stands for one character. */
  #escape(inClass: boolean): { readonly text: string; readonly char: string | null } {
    const start = this.#pos++;
    const c = this.#chars[this.#pos];
    if (c === undefined) return this.#fail('"\\" at the end', "末尾有多余的“\\”", start);
    this.#pos++;
    const single = SINGLE.get(c);
    if (single !== undefined) return { text: inClass ? classLiteral(single) : literal(single), char: single };
    const multi = MULTI.get(c);
    if (multi !== undefined) return { text: multi, char: null };
    if (c === "p" || c === "P") return { text: this.#property(c, start), char: null };
    if (this.#lenient && /^[^\p{L}\p{N}]$/u.test(c)) return { text: inClass ? classLiteral(c) : literal(c), char: c };
    return this.#fail(`there is no escape "\\${c}"`, `没有转义“\\${c}”`, start);
  }

  #property(kind: "p" | "P", start: number): string {
    const end = this.#chars[this.#pos] === "{" ? this.#chars.indexOf("}", this.#pos) : -1;
    if (end < 0) return this.#fail(`"\\${kind}" without {…}`, `“\\${kind}”缺少 {…}`, start);
    const name = this.#chars.slice(this.#pos + 1, end).join("");
    this.#pos = end + 1;
    if (CATEGORIES.has(name)) return `\\${kind}{${name}}`;
    const block = name.startsWith("Is") ? unicodeBlock(name.slice(2)) : undefined;
    if (block === undefined) {
      return this.#fail(`there is no category or block "${name}"`, `没有类别或区块“${name}”`, start);
    }
    const range = `${codePoint(block[0])}-${codePoint(block[1])}`;
    return kind === "p" ? `[${range}]` : `[^${range}]`;
  }

  #characterClass(): string {
    const start = this.#pos++;
    if (++this.#depth > MAX_DEPTH) this.#fail("nested too deeply", "嵌套过深");
    const negated = this.#chars[this.#pos] === "^";
    if (negated) this.#pos++;
    const first = this.#pos;
    let items = "";
    let subtracted: string | null = null;
    for (;;) {
      const c = this.#chars[this.#pos];
      if (c === undefined) return this.#fail('"[" is not closed', "“[”未闭合", start);
      if (c === "]" && this.#pos > first) break;
      if (c === "-" && this.#chars[this.#pos + 1] === "[" && this.#pos > first) {
        this.#pos++;
        subtracted = this.#characterClass();
        if (this.#chars[this.#pos] !== "]") this.#fail('"]" expected behind the subtraction', "减法之后应为“]”");
        break;
      }
      items += this.#classItem(c, first);
    }
    this.#pos++;
    this.#depth--;
    const positive = `[${negated ? "^" : ""}${items}]`;
    return subtracted === null ? positive : `[${positive}--${subtracted}]`;
  }

  #classItem(c: string, first: number): string {
    const start = this.#pos;
    if (c === "[" || c === "]") return this.#fail(`"${c}" must be escaped in a class`, `字符类中的“${c}”须转义`);
    if (c === "-") {
      const next = this.#chars[start + 1];
      const last = next === "]" || (next === "-" && this.#chars[start + 2] === "[");
      if (start !== first && !last) return this.#fail('"-" must be escaped here', "此处的“-”须转义");
      this.#pos++;
      if (next === "-" && !last) return this.#fail('"-" must be escaped in a range', "范围中的“-”须转义");
      return "\\-";
    }
    let low: string | null = c;
    let text: string;
    if (c === "\\") {
      const escaped = this.#escape(true);
      low = escaped.char;
      text = escaped.text;
    } else {
      this.#pos++;
      text = classLiteral(c);
    }
    if (this.#chars[this.#pos] !== "-") return text;
    const next = this.#chars[this.#pos + 1];
    if (next === "]" || next === "[" || next === undefined) return text;
    if (next === "-" && this.#chars[this.#pos + 2] === "[") return text;
    if (low === null) return this.#fail("a range cannot start with a class", "范围不能以字符类开头", start);
    this.#pos++;
    let high: string | null = next;
    if (next === "\\") high = this.#escape(true).char;
    else if (next === "-") return this.#fail('"-" must be escaped in a range', "范围中的“-”须转义");
    else this.#pos++;
    if (high === null) return this.#fail("a range cannot end with a class", "范围不能以字符类结尾", start);
    if ((low.codePointAt(0) ?? 0) > (high.codePointAt(0) ?? 0))
      return this.#fail("the range is reversed", "范围颠倒", start);
    return `${classLiteral(low)}-${classLiteral(high)}`;
  }
}

/** Counters beyond what an engine takes mean "many" in practice. */
function counter(digits: string): string {
  return digits.length > 9 ? "999999999" : digits;
}

function codePoint(value: number): string {
  return `\\u{${value.toString(16)}}`;
}

/** A character outside of classes. */
function literal(c: string): string {
  if (c === "\n") return "\\n";
  if (c === "\r") return "\\r";
  if (c === "\t") return "\\t";
  return /[$()*+./?[\\\]^{|}]/.test(c) ? `\\${c}` : c;
}

/** A character inside of classes, where the `v` flag reserves more. */
function classLiteral(c: string): string {
  if (c === "\n") return "\\n";
  if (c === "\r") return "\\r";
  if (c === "\t") return "\\t";
  return /[$()*+./?[\\\]^{|}&!#%,:;<=>@`~-]/.test(c) ? `\\${c}` : c;
}
