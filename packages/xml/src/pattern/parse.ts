/** A regular expression as a tree. */
export type PatternNode =
  /** One character of a class: the text of the class or of the character as ECMAScript writes it. */
  | { readonly kind: "char"; readonly source: string }
  | { readonly kind: "sequence"; readonly items: readonly PatternNode[] }
  | { readonly kind: "choice"; readonly options: readonly PatternNode[] }
  /** `max` may be `Infinity`. */
  | { readonly kind: "repeat"; readonly item: PatternNode; readonly min: number; readonly max: number };

/** Deeper nesting than any sane pattern has; guards the stack. */
const MAX_DEPTH = 250;

/**
 * Reads a regular expression of ECMAScript with the `v` flag, as far as XML Schema has the same: characters, classes,
 * groups that do not capture, choices, greedy repetition.
 *
 * @returns `null` for what is not well-formed, nested more than 250 levels deep, or of another kind, such as
 *   assertions and references back.
 */
export function parsePattern(source: string): PatternNode | null {
  const parser = new Parser(source);
  const node = parser.choice(0);
  return node !== null && parser.isAtEnd() ? node : null;
}

class Parser {
  readonly #source: string;
  #at = 0;

  constructor(source: string) {
    this.#source = source;
  }

  isAtEnd(): boolean {
    return this.#at >= this.#source.length;
  }

  choice(depth: number): PatternNode | null {
    if (depth > MAX_DEPTH) return null;
    const options: PatternNode[] = [];
    let items: PatternNode[] = [];
    for (;;) {
      const c = this.#source[this.#at];
      if (c === undefined || c === ")") break;
      if (c === "|") {
        this.#at++;
        options.push(sequenceOf(items));
        items = [];
        continue;
      }
      const atom = this.#atom(c, depth);
      const item = atom && this.#repeated(atom);
      if (!item) return null;
      items.push(item);
    }
    options.push(sequenceOf(items));
    return options.length === 1 ? (options[0] as PatternNode) : { kind: "choice", options };
  }

  #atom(c: string, depth: number): PatternNode | null {
    if (c === "(") {
      if (!this.#source.startsWith("(?:", this.#at)) return null;
      this.#at += 3;
      const inside = this.choice(depth + 1);
      if (inside === null || this.#source[this.#at] !== ")") return null;
      this.#at++;
      return inside;
    }
    const start = this.#at;
    if (c === "[") return this.#skipClass() ? this.#char(start) : null;
    if (c === "\\") return this.#skipEscape() ? this.#char(start) : null;
    if ("^$*+?{}]".includes(c)) return null;
    this.#at += (this.#source.codePointAt(this.#at) as number) > 0xffff ? 2 : 1;
    return this.#char(start);
  }

  #char(start: number): PatternNode {
    return { kind: "char", source: this.#source.slice(start, this.#at) };
  }

  #skipClass(): boolean {
    let depth = 0;
    do {
      const c = this.#source[this.#at];
      if (c === undefined) return false;
      if (c === "\\") {
        if (!this.#skipEscape()) return false;
        continue;
      }
      if (c === "[") depth++;
      else if (c === "]") depth--;
      this.#at++;
    } while (depth > 0);
    return true;
  }

  /** Passes over an escape of one character; others, such as `\b` and `\1`, are refused. */
  #skipEscape(): boolean {
    const escape = /\\(?:u\{[\da-fA-F]+\}|[pP]\{[\w=]+\}|[nrtdDsSwW]|[^\da-zA-Z])/uy;
    escape.lastIndex = this.#at;
    if (!escape.test(this.#source)) return false;
    this.#at = escape.lastIndex;
    return true;
  }

  #repeated(item: PatternNode): PatternNode | null {
    const quantity = /[?*+]|\{(\d+)(,(\d*))?\}/y;
    quantity.lastIndex = this.#at;
    const found = quantity.exec(this.#source);
    if (found === null) return item;
    this.#at = quantity.lastIndex;
    // "+?" and "++" mean something else in ECMAScript, or nothing.
    if ("?*+{".includes(this.#source[this.#at] ?? " ")) return null;
    const [text, low, comma, high] = found;
    // Nothing, however often, is nothing.
    if (item.kind === "sequence" && item.items.length === 0) return item;
    if (text === "?") return { kind: "repeat", item, min: 0, max: 1 };
    if (text === "*") return { kind: "repeat", item, min: 0, max: Infinity };
    if (text === "+") return { kind: "repeat", item, min: 1, max: Infinity };
    const min = Number(low);
    const max = comma === undefined ? min : high === "" ? Infinity : Number(high);
    return max < min ? null : { kind: "repeat", item, min, max };
  }
}

function sequenceOf(items: readonly PatternNode[]): PatternNode {
  return items.length === 1 ? (items[0] as PatternNode) : { kind: "sequence", items };
}
