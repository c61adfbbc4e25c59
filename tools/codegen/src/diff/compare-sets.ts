import { assertConsistent, type CompareOptions, compare, type Report } from "@coo/evolution";
import type { Model } from "@coo/wsdl";
import { comparisonOf } from "./comparison-of.ts";
import { loadSet } from "./load-set.ts";
import { manifestOfSet } from "./manifest-of-set.ts";
import { shownPath } from "./shown-path.ts";

/** Two sets of documents and what changed between them. */
export interface Comparison {
  readonly old: Model;
  readonly new: Model;
  readonly report: Report;
}

/**
 * Loads and compares two sets of documents, files or folders. The manifest of a folder, where there is one, says what
 * its strings carry.
 *
 * @throws {@link CodegenError} `GEN_USAGE`; `WsdlError` when a document is wrong; `EvolutionError` `EVO_CONTRADICTION`
 * when a rule and the computation disagree: there is no report then.
 */
export function compareSets(old: string, now: string, options: Omit<CompareOptions, "shownPath"> = {}): Comparison {
  const [a, b] = [loadSet(old), loadSet(now)];
  const manifests = [manifestOfSet(old), manifestOfSet(now)] as const;
  const report = compare(a, b, {
    ...comparisonOf(manifests, [a, b]),
    ...options,
    shownPath: (file, side) => shownPath(file, side === "old" ? old : now),
  });
  assertConsistent(report);
  return { old: a, new: b, report };
}
