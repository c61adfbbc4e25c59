/**
 * Where a rule comes from. `official`: an authority's text; `official-schema`: an authority's schema for the same
 * paper; `arithmetic` and `consistency`: the message contradicts arithmetic or itself, whatever any text says;
 * `third-party`: someone else's text, code or copy; `inferred`: worked out by us or general knowledge.
 */
export type Evidence = "official" | "official-schema" | "arithmetic" | "consistency" | "third-party" | "inferred";

/** `error`: do not send; `warning`: look at it, the office may still accept it. */
export type Severity = "error" | "warning";

/** Evidence of a rule or of one of its findings, with the ids of `schemas/evidence/sources.csv`. */
export interface Mark {
  readonly evidence: Evidence;
  readonly sources: readonly string[];
}

/**
 * The one place that decides between error and warning. Only official texts and schemas, and contradictions that need
 * no outside text, are errors: what somebody else wrote down, or what we inferred, never blocks a message by itself.
 */
export const SEVERITY_BY_EVIDENCE: Readonly<Record<Evidence, Severity>> = {
  official: "error",
  "official-schema": "error",
  arithmetic: "error",
  consistency: "error",
  "third-party": "warning",
  inferred: "warning",
};

/** Numbers of the message contradict each other. */
export const ARITHMETIC: Mark = { evidence: "arithmetic", sources: [] };
/** Parts of the message contradict each other, or it says nothing at all. */
export const CONSISTENCY: Mark = { evidence: "consistency", sources: [] };

/** Read in an official text. */
export function official(...sources: string[]): Mark {
  return { evidence: "official", sources };
}

/** Read in an official schema for the same paper. */
export function officialSchema(...sources: string[]): Mark {
  return { evidence: "official-schema", sources };
}

/** Read in someone else's text, code or copy. */
export function thirdParty(...sources: string[]): Mark {
  return { evidence: "third-party", sources };
}

/** Worked out by us; sources, if any, are what it was worked out from. */
export function inferred(...sources: string[]): Mark {
  return { evidence: "inferred", sources };
}
