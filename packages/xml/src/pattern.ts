import { PatternAutomaton, stateCount } from "./pattern/automaton.ts";
import { type PatternCost, patternCost } from "./pattern/cost.ts";
import { parsePattern } from "./pattern/parse.ts";

export { type PatternNode, parsePattern } from "./pattern/parse.ts";

/** A pattern that is matched against whole texts, in bounded time. */
export interface Pattern {
  /** Whether the pattern covers the whole text. */
  test(text: string): boolean;
}

/** Ways to lay a pattern over a text that an engine may try before it takes longer than an automaton. */
const MAX_WAYS = 1_000_000;
const MAX_STATES = 20_000;

/**
 * Compiles a regular expression of ECMAScript with the `v` flag, as patterns of XML Schema are translated to.
 *
 * Engines of ECMAScript try one way after the other. `(a+)+` has them try more ways for a text of forty characters than
 * anybody can wait for, and `\d*\d*\d*x` for one of some thousands. Patterns and texts of this kind go to an automaton
 * that reads each character once; all others to the engine, which is faster.
 *
 * @throws SyntaxError when the source is no regular expression.
 * @throws RangeError when a pattern of this kind has more than 20,000 characters and branches once its counts are written
 *   out: `((a{1,99}){1,99}){1,99}`.
 */
export function compilePattern(source: string): Pattern {
  const engine = new RegExp(`^(?:${source})$`, "v");
  const node = parsePattern(source);
  // Other kinds of expressions are not known to XML Schema.
  if (node === null) return engine;
  const cost = patternCost(node);
  if (isEasy(cost)) return engine;
  if (stateCount(node) > MAX_STATES) throw new RangeError(`the pattern is too large: ${source}`);
  let automaton: PatternAutomaton | undefined;
  return {
    test(text: string): boolean {
      if (cost.factor * text.length ** cost.degree <= MAX_WAYS) return engine.test(text);
      automaton ??= new PatternAutomaton(node);
      return automaton.test(text);
    },
  };
}

/** Whether {@link compilePattern} needs more than an engine of ECMAScript: some text can block one. */
export function isSlowPattern(source: string): boolean {
  const node = parsePattern(source);
  return node !== null && !isEasy(patternCost(node));
}

function isEasy({ factor, degree }: PatternCost): boolean {
  return degree === 0 ? factor <= MAX_WAYS : degree === 1 && factor === 1;
}
