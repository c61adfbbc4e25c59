/** A piece of a pattern: an atom and how often it occurs. */
interface Piece {
  /** Branches of a group, empty for other atoms. */
  readonly branches: readonly (readonly Piece[])[];
  readonly min: number;
  readonly unbounded: boolean;
}

/**
 * Whether a pattern repeats without bound a group that can also be matched by one unbounded repetition alone, as in
 * `(a+)+` or `(\d*x?)*`: a backtracking engine then has exponentially many ways to fail. A group that needs a separator,
 * as in `(\d+,)*`, is fine. Patterns that are not well-formed give `false`.
 */
export function hasNestedRepetition(pattern: string): boolean {
  const parser = new Parser(pattern);
  const branches = parser.branches(0);
  return branches !== null && parser.isAtEnd() && branches.some(isSlow);
}

function isSlow(pieces: readonly Piece[]): boolean {
  return pieces.some((p) => (p.unbounded && p.branches.some(isOneRepetition)) || p.branches.some(isSlow));
}

/** Whether a branch can be matched by one of its unbounded pieces alone. */
function isOneRepetition(pieces: readonly Piece[]): boolean {
  return pieces.some(
    (piece, i) =>
      (piece.unbounded || (piece.min <= 1 && piece.branches.some(isOneRepetition))) &&
      pieces.every((other, j) => i === j || canBeEmpty(other)),
  );
}

function canBeEmpty(piece: Piece): boolean {
  return piece.min === 0 || (piece.branches.length > 0 && piece.branches.some((b) => b.every(canBeEmpty)));
}

const MAX_DEPTH = 100;

class Parser {
  readonly #text: string;
  #at = 0;

  constructor(text: string) {
    this.#text = text;
  }

  isAtEnd(): boolean {
    return this.#at >= this.#text.length;
  }

  /** Branches up to a closing bracket or the end; `null` when malformed or nested too deeply to judge. */
  branches(depth: number): Piece[][] | null {
    const found: Piece[][] = [[]];
    while (!this.isAtEnd() && this.#text[this.#at] !== ")") {
      if (this.#text[this.#at] === "|") {
        this.#at++;
        found.push([]);
        continue;
      }
      const inner = this.#atom(depth);
      if (inner === null) return null;
      (found.at(-1) as Piece[]).push({ branches: inner, ...this.#quantifier() });
    }
    return found;
  }

  #atom(depth: number): Piece[][] | null {
    const c = this.#text[this.#at++];
    if (c === "(") {
      if (depth > MAX_DEPTH) return null;
      const inner = this.branches(depth + 1);
      return inner !== null && this.#text[this.#at++] === ")" ? inner : null;
    }
    if (c === "[") return this.#skipClass() ? [] : null;
    if (c === "\\") {
      const kind = this.#text[this.#at++];
      if ((kind === "p" || kind === "P") && this.#text[this.#at] === "{") {
        const end = this.#text.indexOf("}", this.#at);
        if (end < 0) return null;
        this.#at = end + 1;
      }
    }
    return [];
  }

  #skipClass(): boolean {
    for (let depth = 1; depth > 0; this.#at++) {
      if (this.isAtEnd()) return false;
      const c = this.#text[this.#at];
      if (c === "\\") this.#at++;
      else if (c === "[") depth++;
      else if (c === "]") depth--;
    }
    return true;
  }

  #quantifier(): Pick<Piece, "min" | "unbounded"> {
    const match = /^(?:[?*+]|\{(\d+)(,(\d*))?\})/.exec(this.#text.slice(this.#at, this.#at + 30));
    if (match === null) return { min: 1, unbounded: false };
    this.#at += match[0].length;
    if (match[0] === "?") return { min: 0, unbounded: false };
    if (match[0] === "*") return { min: 0, unbounded: true };
    if (match[0] === "+") return { min: 1, unbounded: true };
    return { min: Number(match[1]), unbounded: match[2] === "," };
  }
}
