import type { PatternNode } from "@coo/xml/pattern";
import { type CodePoints, codePointsOf, contains } from "./code-points.ts";

/**
 * A deterministic automaton over characters whose states are made on demand. States are compared by their key, so
 * equal keys must mean equal futures.
 */
export interface TextLanguage {
  readonly start: string;
  /** Next state; `null` when nothing that begins so is in the language. */
  readonly next: (state: string, code: number) => string | null;
  readonly accepts: (state: string) => boolean;
  /** All sets of characters that `next` looks at. */
  readonly sets: readonly CodePoints[];
}

/** More states than this are not looked at: the question counts as undecided. */
const MAX_STATES = 20_000;
const MAX_POSITIONS = 20_000;

/** A language was too large to be looked through. */
export class TooLarge extends Error {
  override readonly name = "TooLarge";
}

/** Every text. */
export const ANY_TEXT: TextLanguage = { start: "", next: (state) => state, accepts: () => true, sets: [] };

/** The texts that a pattern covers. */
export function patternLanguage(node: PatternNode): TextLanguage {
  const chars: number[] = [];
  const classes: CodePoints[] = [];
  const numberOf = new Map<string, number>();
  const edges: number[][] = [];
  const state = (): number => {
    if (edges.length > MAX_POSITIONS) throw new TooLarge("pattern");
    chars.push(-1);
    return edges.push([]) - 1;
  };
  /** Adds what leads from state `from` through `item`; gives the state behind it. */
  const add = (item: PatternNode, from: number): number => {
    switch (item.kind) {
      case "char": {
        let number = numberOf.get(item.source);
        if (number === undefined) {
          number = classes.push(codePointsOf(item.source)) - 1;
          numberOf.set(item.source, number);
        }
        const on = state();
        const to = state();
        edges[from]?.push(on);
        chars[on] = number;
        edges[on]?.push(to);
        return to;
      }
      case "sequence":
        return item.items.reduce((at, part) => add(part, at), from);
      case "choice": {
        const end = state();
        for (const option of item.options) {
          const begin = state();
          edges[from]?.push(begin);
          edges[add(option, begin)]?.push(end);
        }
        return end;
      }
      default: {
        let at = from;
        for (let i = 0; i < item.min; i++) at = add(item.item, at);
        if (item.max === Infinity) {
          const loop = state();
          edges[at]?.push(loop);
          edges[add(item.item, loop)]?.push(loop);
          return loop;
        }
        const end = state();
        edges[at]?.push(end);
        for (let i = item.min; i < item.max; i++) {
          at = add(item.item, at);
          edges[at]?.push(end);
        }
        return end;
      }
    }
  };
  const first = state();
  const last = add(node, first);
  const closure = (from: Iterable<number>): string => {
    const seen = new Set<number>(from);
    const todo = [...seen];
    for (let s = todo.pop(); s !== undefined; s = todo.pop()) {
      if (chars[s] !== -1) continue;
      for (const to of edges[s] ?? []) {
        if (seen.has(to)) continue;
        seen.add(to);
        todo.push(to);
      }
    }
    return [...seen]
      .filter((s) => chars[s] !== -1 || s === last)
      .sort((a, b) => a - b)
      .join(",");
  };
  return {
    start: closure([first]),
    next(key, code) {
      const to: number[] = [];
      for (const part of key.split(",")) {
        const number = chars[Number(part)] as number;
        if (number !== -1 && contains(classes[number] as CodePoints, code)) to.push(...(edges[Number(part)] ?? []));
      }
      return to.length === 0 ? null : closure(to);
    },
    accepts: (key) => key.split(",").includes(String(last)),
    sets: classes,
  };
}

/** Texts of `min` to `max` characters. */
export function lengthLanguage(min: number, max: number): TextLanguage {
  // Beyond both bounds that matter a longer text is like any other.
  const cap = max === Infinity ? min : max;
  return {
    start: "0",
    next(state) {
      const count = Number(state) + 1;
      if (count > max) return null;
      return String(Math.min(count, cap));
    },
    accepts: (state) => Number(state) >= min,
    sets: [],
  };
}

/** Some texts, letter by letter. */
export function finiteLanguage(texts: readonly string[]): TextLanguage {
  const prefixes = new Set<string>([""]);
  const whole = new Set(texts);
  const letters = new Set<number>();
  for (const text of texts) {
    let prefix = "";
    for (const c of text) {
      prefix += c;
      prefixes.add(prefix);
      letters.add(c.codePointAt(0) as number);
    }
  }
  return {
    start: "",
    next(state, code) {
      const longer = state + String.fromCodePoint(code);
      return prefixes.has(longer) ? longer : null;
    },
    accepts: (state) => whole.has(state),
    sets: [...letters].map((code) => [[code, code]] as const),
  };
}

/** Texts that are in all of `parts`. */
export function both(parts: readonly TextLanguage[]): TextLanguage {
  if (parts.length === 1) return parts[0] as TextLanguage;
  return combine(
    parts,
    (states) => (states.includes(null) ? null : states),
    (flags) => flags.every(Boolean),
  );
}

/** Texts that are in at least one of `parts`. */
export function either(parts: readonly TextLanguage[]): TextLanguage {
  if (parts.length === 1) return parts[0] as TextLanguage;
  return combine(
    parts,
    (states) => (states.every((s) => s === null) ? null : states),
    (flags) => flags.some(Boolean),
  );
}

function combine(
  parts: readonly TextLanguage[],
  keep: (states: readonly (string | null)[]) => readonly (string | null)[] | null,
  holds: (flags: readonly boolean[]) => boolean,
): TextLanguage {
  return {
    start: JSON.stringify(parts.map((p) => p.start)),
    next(key, code) {
      const states = JSON.parse(key) as (string | null)[];
      const next = keep(parts.map((p, i) => (states[i] === null ? null : p.next(states[i] as string, code))));
      return next === null ? null : JSON.stringify(next);
    },
    accepts(key) {
      const states = JSON.parse(key) as (string | null)[];
      return holds(parts.map((p, i) => states[i] !== null && p.accepts(states[i] as string)));
    },
    sets: parts.flatMap((p) => p.sets),
  };
}

const SPACE = 0x20;
const SPACES: CodePoints = [
  [0x9, 0xa],
  [0xd, 0xd],
  [0x20, 0x20],
];

/** Texts that are in `language` once their white space is processed. */
export function beforeSpaces(language: TextLanguage, mode: "preserve" | "replace" | "collapse"): TextLanguage {
  if (mode === "preserve") return language;
  const sets = [...language.sets, SPACES];
  if (mode === "replace")
    return { ...language, sets, next: (state, code) => language.next(state, contains(SPACES, code) ? SPACE : code) };
  // The mark in front of the state: `0` nothing yet, `1` behind a character, `2` behind a space that may be the last.
  return {
    start: `0${language.start}`,
    next(key, code) {
      const mark = key[0];
      const state = key.slice(1);
      if (contains(SPACES, code)) return mark === "0" ? key : `2${state}`;
      const from = mark === "2" ? language.next(state, SPACE) : state;
      const to = from === null ? null : language.next(from, code);
      return to === null ? null : `1${to}`;
    },
    accepts: (key) => language.accepts(key.slice(1)),
    sets,
  };
}

/**
 * A shortest text that is in `a` and not in `b`; `null` when there is none.
 *
 * @throws {@link TooLarge} when there are too many states to look at.
 */
export function counterexample(a: TextLanguage, b: TextLanguage, alphabet: readonly number[]): string | null {
  interface Step {
    readonly a: string;
    readonly b: string | null;
    readonly from: Step | null;
    readonly code: number;
  }
  const first: Step = { a: a.start, b: b.start, from: null, code: 0 };
  const seen = new Set<string>([`${first.b}\u0000${first.a}`]);
  const queue: Step[] = [first];
  for (let i = 0; i < queue.length; i++) {
    const step = queue[i] as Step;
    if (a.accepts(step.a) && (step.b === null || !b.accepts(step.b))) {
      const codes: number[] = [];
      for (let s: Step = step; s.from !== null; s = s.from) codes.push(s.code);
      return codes
        .reverse()
        .map((c) => String.fromCodePoint(c))
        .join("");
    }
    for (const code of alphabet) {
      const nextA = a.next(step.a, code);
      if (nextA === null) continue;
      const nextB = step.b === null ? null : b.next(step.b, code);
      const key = `${nextB}\u0000${nextA}`;
      if (seen.has(key)) continue;
      if (seen.size >= MAX_STATES) throw new TooLarge("states");
      seen.add(key);
      queue.push({ a: nextA, b: nextB, from: step, code });
    }
  }
  return null;
}
