import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { PatternAutomaton, stateCount } from "../src/pattern/automaton.ts";
import { type PatternNode, parsePattern } from "../src/pattern/parse.ts";
import { compilePattern, isSlowPattern } from "../src/pattern.ts";

const parsed = (source: string): PatternNode => {
  const node = parsePattern(source);
  if (node === null) throw new Error(`not read: ${source}`);
  return node;
};

/** Expressions over a few characters, so that texts often fit. */
const { expression } = fc.letrec<{ expression: string; atom: string }>((tie) => ({
  atom: fc.oneof(
    { maxDepth: 4 },
    fc.constantFrom(
      "a",
      "b",
      "[ab]",
      "[^a]",
      "[^\\n\\r]",
      "\\p{L}",
      "\\.",
      "-",
      "\u{20000}",
      "[[a-c]--[b]]",
      "\\u{62}",
    ),
    tie("expression").map((inner) => `(?:${inner})`),
  ),
  expression: fc
    .array(
      fc
        .tuple(tie("atom"), fc.constantFrom("", "", "?", "*", "+", "{2}", "{0,2}", "{1,}", "{0}", "|"))
        .map(([atom, quantity]) => atom + quantity),
      { maxLength: 4 },
    )
    .map((items) => items.join("")),
}));

describe("the automaton of a pattern", () => {
  it("takes the texts that the engine takes", () => {
    const text = fc.string({ unit: fc.constantFrom("a", "b", "c", "-", ".", "\n", "\u{20000}"), maxLength: 7 });
    fc.assert(
      fc.property(expression, fc.array(text, { minLength: 1, maxLength: 12 }), (source, texts) => {
        const engine = new RegExp(`^(?:${source})$`, "v");
        const automaton = new PatternAutomaton(parsed(source));
        for (const one of texts) expect([one, automaton.test(one)]).toEqual([one, engine.test(one)]);
      }),
      { numRuns: 3000 },
    );
  });

  it("has as many states as were counted, and one for the end", () => {
    fc.assert(
      fc.property(expression, (source) => {
        const node = parsed(source);
        const automaton = new PatternAutomaton(node);
        expect(automaton.size).toBe(stateCount(node) + 1);
      }),
    );
  });

  it("forgets sets of states that become too many, and goes on rightly", () => {
    // Each text of a and b is remembered for 24 characters: 2^24 sets.
    const source = "[ab]*a[ab]{24}";
    const automaton = new PatternAutomaton(parsed(source));
    const engine = new RegExp(`^(?:${source})$`, "v");
    let bits = 12345;
    for (let round = 0; round < 40; round++) {
      let text = "";
      for (let i = 0; i < 400; i++) {
        bits = (Math.imul(bits, 1103515245) + 12345) >>> 0;
        text += (bits >>> 16) & 1 ? "a" : "b";
      }
      expect(automaton.test(text)).toBe(engine.test(text));
    }
    expect(automaton.remembered).toBeLessThanOrEqual(500_000);
  });
});

describe("a pattern", () => {
  it.each(["(?:a+)+", "(?:a|a)*", "(?:a|aa)+", "(?:a*)*b", "(?:[a-z]+\\.?)*", "(?:a?){40}a{40}", "(?:a|a){64}"])(
    "%s blocks nobody",
    (source) => {
      expect(isSlowPattern(source)).toBe(true);
      expect(compilePattern(source).test(`${"a".repeat(60)}!`)).toBe(false);
    },
  );

  it.each(["a*a*a*a*b", "[^\\n\\r]*a[^\\n\\r]*a[^\\n\\r]*a[^\\n\\r]*b", "a{0,3000}a{0,3000}a{0,3000}b"])(
    "%s is quick for a long text",
    (source) => {
      const pattern = compilePattern(source);
      expect(pattern.test("a".repeat(2500))).toBe(false);
      expect(pattern.test(`${"a".repeat(2500)}b`)).toBe(true);
    },
  );

  it.each(["\\d{8}", "[A-Z]{2}\\p{Nd}+", "(?:\\d{3},)*x", "\\d{4}(?:-\\d{2}(?:-\\d{2})?)?", "[^\\n\\r]*"])(
    "%s is left to the engine",
    (source) => {
      expect(isSlowPattern(source)).toBe(false);
      expect(compilePattern(source)).toBeInstanceOf(RegExp);
    },
  );

  it("is refused when it can be neither waited for nor written out", () => {
    const nested = (depth: number): string => (depth === 0 ? "a" : `(?:${nested(depth - 1)}){1,99}`);
    expect(compilePattern(nested(2)).test("a".repeat(9801))).toBe(true);
    expect(compilePattern(nested(2)).test("a".repeat(9802))).toBe(false);
    expect(() => compilePattern(nested(3))).toThrow(RangeError);
    expect(() => compilePattern(nested(10))).toThrow(RangeError);
    expect(() => compilePattern("a{1,")).toThrow(SyntaxError);
  });

  it("repeats nothing as often as one likes", () => {
    expect(compilePattern("(?:(?:){999999999}){999999999}a|a*a*").test("a")).toBe(true);
  });

  it.each(["(a)", "(?=a)a", "\\ba", "a+?", "^a", "a$", "(?:a", "a)", "[a", "\\", "a{2,1}"])(
    "%s is not read",
    (source) => expect(parsePattern(source)).toBeNull(),
  );
});
