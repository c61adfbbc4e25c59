import type { Location } from "@coo/wsdl";
import { CodegenError } from "./errors.ts";
import { NAME_PART, NAME_START } from "./lexical.ts";
import { UNICODE_BLOCKS } from "./unicode-blocks.ts";

const CATEGORIES = new Set(
  "L Lu Ll Lt Lm Lo M Mn Mc Me N Nd Nl No P Pc Pd Ps Pe Pi Pf Po Z Zs Zl Zp S Sm Sc Sk So C Cc Cf Co Cn".split(" "),
);

/** What the multi-character escapes stand for, as the inside of a `v` class. */
const CLASSES: Readonly<Record<string, string>> = {
  s: " \\t\\n\\r",
  i: NAME_START,
  c: NAME_PART,
  d: "\\p{Nd}",
};

/** `\w` is everything but punctuation, separators and others. */
const NOT_WORD = "\\p{P}\\p{Z}\\p{C}";

/**
 * Translates a regular expression of XML Schema to ECMAScript source for the `v` flag, unanchored. Both match whole
 * texts here, so the user anchors it.
 *
 * @param pattern - As in the facet's value.
 * @param at - Its place, for errors.
 * @throws {@link CodegenError} `GEN_INPUT` when it is not a regular expression of XML Schema.
 * @see XML Schema part 2, appendix F.
 */
export function translatePattern(pattern: string, at: Location): string {
  return new Translator(pattern, at).run();
}

class Translator {
  readonly #text: readonly string[];
  readonly #pattern: string;
  readonly #place: Location;
  #at = 0;
  #depth = 0;

  constructor(pattern: string, place: Location) {
    this.#pattern = pattern;
    this.#text = [...pattern];
    this.#place = place;
  }

  run(): string {
    const source = this.#alternatives();
    if (this.#at < this.#text.length) throw this.#wrong(`")" without "("`, `")" 没有对应的 "("`);
    try {
      RegExp(`^(?:${source})$`, "v");
    } catch (cause) {
      throw this.#wrong((cause as Error).message, (cause as Error).message);
    }
    return source;
  }

  #peek(): string | undefined {
    return this.#text[this.#at];
  }

  #alternatives(): string {
    const branches = [this.#branch()];
    while (this.#peek() === "|") {
      this.#at++;
      branches.push(this.#branch());
    }
    return branches.join("|");
  }

  #branch(): string {
    let out = "";
    for (let c = this.#peek(); c !== undefined && c !== "|" && c !== ")"; c = this.#peek()) {
      const atom = this.#atom(c);
      out += atom + this.#quantifier();
    }
    return out;
  }

  #quantifier(): string {
    const c = this.#peek();
    if (c === "?" || c === "*" || c === "+") {
      this.#at++;
      return c;
    }
    if (c !== "{") return "";
    const close = this.#text.indexOf("}", this.#at);
    const inner = close < 0 ? "" : this.#text.slice(this.#at + 1, close).join("");
    const match = /^(\d+)(,(\d*))?$/.exec(inner);
    if (!match) throw this.#wrong(`wrong quantifier {${inner}`, `量词有误 {${inner}`);
    if (match[3] !== undefined && match[3] !== "" && BigInt(match[3]) < BigInt(match[1] as string)) {
      throw this.#wrong(`quantifier {${inner}} ends before it starts`, `量词 {${inner}} 上限小于下限`);
    }
    this.#at = close + 1;
    return `{${inner}}`;
  }

  #atom(c: string): string {
    this.#at++;
    switch (c) {
      case "(": {
        if (++this.#depth > 200) throw this.#wrong("groups are nested too deep", "分组嵌套过深");
        const inner = this.#alternatives();
        if (this.#peek() !== ")") throw this.#wrong(`"(" without ")"`, `"(" 没有对应的 ")"`);
        this.#at++;
        this.#depth--;
        return `(?:${inner})`;
      }
      case "[":
        return this.#class();
      case ".":
        return "[^\\n\\r]";
      case "\\":
        return this.#escape();
      case "?":
      case "*":
      case "+":
      case "{":
        throw this.#wrong(`nothing before the quantifier "${c}"`, `量词 "${c}" 之前没有内容`);
      case "}":
      case "]":
        throw this.#wrong(`"${c}" must be escaped`, `"${c}" 需要转义`);
      default:
        return outside(c);
    }
  }

  /** An escape outside of a class. */
  #escape(): string {
    const e = this.#text[this.#at++];
    if (e === undefined) throw this.#wrong("nothing after the backslash", "反斜杠之后没有内容");
    const single = SINGLE[e];
    if (single !== undefined) return outside(single);
    const inner = this.#multi(e);
    return inner.startsWith("\\p") || inner.startsWith("\\P") ? inner : `[${inner}]`;
  }

  /** A multi-character escape as the inside of a class. */
  #multi(e: string): string {
    switch (e) {
      case "w":
        return `^${NOT_WORD}`;
      case "W":
        return NOT_WORD;
      case "d":
      case "s":
      case "i":
      case "c":
        return CLASSES[e] as string;
      case "D":
        return "\\P{Nd}";
      case "S":
      case "I":
      case "C":
        return `^${CLASSES[e.toLowerCase()] as string}`;
      case "p":
      case "P": {
        const close = this.#text.indexOf("}", this.#at);
        const name = this.#peek() === "{" && close > 0 ? this.#text.slice(this.#at + 1, close).join("") : "";
        this.#at = close + 1;
        if (CATEGORIES.has(name)) return `\\${e}{${name}}`;
        const block = name.startsWith("Is") ? UNICODE_BLOCKS[name.slice(2)] : undefined;
        if (!block) throw this.#wrong(`unknown character property {${name}}`, `未知的字符属性 {${name}}`);
        const range = `\\u{${block[0].toString(16)}}-\\u{${block[1].toString(16)}}`;
        return e === "p" ? range : `^${range}`;
      }
      default:
        // Published schemas escape punctuation that needs none; the meaning is clear.
        if (/[!-/:-@[-`{-~]/.test(e)) return inside(e);
        throw this.#wrong(`unknown escape \\${e}`, `未知的转义 \\${e}`);
    }
  }

  /** A class after its "["; gives a whole `v` class. */
  #class(): string {
    if (++this.#depth > 200) throw this.#wrong("classes are nested too deep", "字符类嵌套过深");
    let negated = false;
    if (this.#peek() === "^") {
      negated = true;
      this.#at++;
    }
    let out = "";
    let subtracted: string | null = null;
    let empty = true;
    for (;;) {
      const c = this.#peek();
      if (c === undefined) throw this.#wrong(`"[" without "]"`, `"[" 没有对应的 "]"`);
      if (c === "]" && !empty) {
        this.#at++;
        break;
      }
      if (c === "-" && this.#text[this.#at + 1] === "[" && !empty) {
        this.#at += 2;
        subtracted = this.#class();
        if (this.#peek() !== "]") throw this.#wrong("a subtraction must end its class", "差集必须位于字符类末尾");
        this.#at++;
        break;
      }
      if (c === "]" || c === "[") throw this.#wrong(`"${c}" in a class must be escaped`, `字符类中的 "${c}" 需要转义`);
      empty = false;
      const low = this.#member();
      if (low.length > 1 || low.single === undefined) {
        out += low.text;
        continue;
      }
      const next = this.#text[this.#at + 1];
      if (this.#peek() === "-" && next !== undefined && next !== "]" && next !== "[") {
        this.#at++;
        const high = this.#member();
        if (high.single === undefined) throw this.#wrong("a range must end in a character", "区间必须以单个字符结束");
        if ((low.single.codePointAt(0) ?? 0) > (high.single.codePointAt(0) ?? 0)) {
          throw this.#wrong(
            `the range ${low.single}-${high.single} ends before it starts`,
            `区间 ${low.single}-${high.single} 上限小于下限`,
          );
        }
        out += `${low.text}-${high.text}`;
      } else out += low.text;
    }
    this.#depth--;
    const whole = `[${negated ? "^" : ""}${out}]`;
    return subtracted === null ? whole : `[${whole}--${subtracted}]`;
  }

  /** One member of a class: a character (`single`), or an escape that stands for many. */
  #member(): { text: string; single?: string; length: number } {
    const c = this.#text[this.#at++] as string;
    if (c !== "\\") return { text: inside(c), single: c, length: 1 };
    const e = this.#text[this.#at++];
    if (e === undefined) throw this.#wrong("nothing after the backslash", "反斜杠之后没有内容");
    const single = SINGLE[e];
    if (single !== undefined) return { text: inside(single), single, length: 1 };
    if (!/[a-zA-Z]/.test(e)) return { text: this.#multi(e), single: e, length: 1 };
    const multi = this.#multi(e);
    return { text: multi.startsWith("^") || multi.includes("--") ? `[${multi}]` : multi, length: 2 };
  }

  #wrong(what: string, whatZh: string): CodegenError {
    return new CodegenError({
      code: "GEN_INPUT",
      at: this.#place,
      message: `pattern "${this.#pattern}": ${what} (character ${this.#at})`,
      messageZh: `模式 "${this.#pattern}":${whatZh}(第 ${this.#at} 个字符)`,
      expected: "a regular expression of XML Schema",
      expectedZh: "应为 XML Schema 正则表达式",
      advice: "correct the pattern",
      adviceZh: "请更正该模式",
    });
  }
}

const SINGLE: Readonly<Record<string, string>> = {
  n: "\n",
  r: "\r",
  t: "\t",
  "\\": "\\",
  "|": "|",
  ".": ".",
  "?": "?",
  "*": "*",
  "+": "+",
  "(": "(",
  ")": ")",
  "{": "{",
  "}": "}",
  "-": "-",
  "[": "[",
  "]": "]",
  "^": "^",
};

const CONTROL: Readonly<Record<string, string>> = { "\n": "\\n", "\r": "\\r", "\t": "\\t" };

/** A character outside of a class. */
function outside(c: string): string {
  if (/[\^$\\.*+?()[\]{}|/]/.test(c)) return `\\${c}`;
  return CONTROL[c] ?? visible(c);
}

/** A character inside a class of the `v` flag, where more characters have meanings. */
function inside(c: string): string {
  if (/[\^$\\.*+?()[\]{}|/\-&!#%,:;<=>@`~]/.test(c)) return `\\${c}`;
  return CONTROL[c] ?? visible(c);
}

// Letters stay readable; what an editor would not show is escaped.
function visible(c: string): string {
  return /[\p{C}\p{Z}]/u.test(c) && c !== " " ? `\\u{${(c.codePointAt(0) ?? 0).toString(16)}}` : c;
}
