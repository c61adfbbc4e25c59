import type { Judged } from "./targets.ts";

/** A ratio as it was committed, beside its target. */
export type Ratio = Pick<Judged, "comparison" | "what" | "against" | "limit" | "value" | "aim" | "ratio">;

/** How much worse than committed a ratio may be: runs on busy machines differ by about a third. */
export const MARGIN = 0.5;

/** The same for what does not depend on time. */
export const STEADY_MARGIN = 0.05;

/** How far above its target an exponent may be measured: work that grows with the square has 2. */
export const EXPONENT_MARGIN = 0.3;

export function ratiosOf(judged: readonly Judged[]): Ratio[] {
  return judged.map(({ comparison, what, against, limit, value, aim, ratio }) => ({
    comparison,
    what,
    against,
    limit,
    value,
    ...(aim === undefined ? {} : { aim }),
    ratio: Math.round(ratio * 100) / 100,
  }));
}

type Named = Pick<Judged, "comparison" | "what" | "against">;

const same = (a: Named) => (b: Named) => a.comparison === b.comparison && a.what === b.what && a.against === b.against;

/** Committed ratios with those of a run in their places; what the run did not measure stays, what is new comes last. */
export function merged(committed: readonly Ratio[], measured: readonly Ratio[]): Ratio[] {
  const kept = committed.map((one) => measured.find(same(one)) ?? one);
  return [...kept, ...measured.filter((one) => !committed.some(same(one)))];
}

export interface Verdict extends Judged {
  readonly committed: number | undefined;
  readonly ok: boolean;
}

/** Compares with what was committed. What is new passes; exponents are held to their targets. */
export function compareRatios(judged: readonly Judged[], committed: readonly Ratio[]): Verdict[] {
  return judged.map((one) => {
    const before = committed.find(same(one))?.ratio;
    const worse = before === undefined ? 1 : one.limit === "at most" ? one.ratio / before : before / one.ratio;
    const ok =
      one.kind === "exponent"
        ? one.ratio <= one.value + EXPONENT_MARGIN
        : worse <= 1 + (one.kind === "steady" ? STEADY_MARGIN : MARGIN);
    return { ...one, committed: before, ok };
  });
}
