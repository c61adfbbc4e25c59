import type { Judged } from "./targets.ts";

/** A ratio as it was committed. */
export interface Ratio {
  readonly comparison: string;
  readonly what: string;
  readonly against: string;
  readonly ratio: number;
}

/** How much worse than committed a ratio may be: runs on busy machines differ by about a third. */
export const MARGIN = 0.5;

export function ratiosOf(judged: readonly Judged[]): Ratio[] {
  return judged.map(({ comparison, what, against, ratio }) => ({
    comparison,
    what,
    against,
    ratio: Math.round(ratio * 100) / 100,
  }));
}

export interface Verdict extends Judged {
  readonly committed: number | undefined;
  readonly ok: boolean;
}

/** Compares with what was committed. What is new passes, and is told. */
export function compareRatios(judged: readonly Judged[], committed: readonly Ratio[]): Verdict[] {
  return judged.map((one) => {
    const before = committed.find(
      (r) => r.comparison === one.comparison && r.what === one.what && r.against === one.against,
    )?.ratio;
    const worse = before === undefined ? 1 : one.limit === "at most" ? one.ratio / before : before / one.ratio;
    return { ...one, committed: before, ok: worse <= 1 + MARGIN };
  });
}
