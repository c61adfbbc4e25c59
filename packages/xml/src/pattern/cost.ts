import type { PatternNode } from "./parse.ts";

/**
 * Bound for the ways in which an engine that tries one after the other can lay a pattern over a text: `factor` times the
 * length of the text to the power of `degree`. Infinite when the ways double with each character.
 */
export interface PatternCost {
  readonly factor: number;
  readonly degree: number;
}

/** Estimates from above: alternatives that exclude each other by their first character count as well. */
export function patternCost(node: PatternNode): PatternCost {
  switch (node.kind) {
    case "char":
      return { factor: 1, degree: 0 };
    case "choice": {
      const costs = node.options.map(patternCost);
      return {
        factor: costs.reduce((sum, c) => sum + c.factor, 0),
        degree: Math.max(...costs.map((c) => c.degree)),
      };
    }
    case "sequence": {
      let factor = 1;
      let degree = 0;
      for (const item of node.items) {
        const cost = patternCost(item);
        factor *= cost.factor;
        degree += cost.degree;
      }
      return { factor, degree };
    }
    case "repeat": {
      const { min, max } = node;
      const inner = patternCost(node.item);
      if (max === 0) return { factor: 1, degree: 0 };
      // One way for each round, all rounds alike: only their number is open.
      if (inner.factor === 1 && inner.degree === 0) {
        return max === Infinity ? { factor: 1, degree: 1 } : { factor: max - min + 1, degree: 0 };
      }
      if (max === Infinity) return { factor: Infinity, degree: 0 };
      return { factor: inner.factor ** max * (max - min + 1), degree: inner.degree * max };
    }
  }
}
