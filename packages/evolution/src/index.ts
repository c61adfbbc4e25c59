export type { PackageMap } from "./attribution.ts";
export { type Explanation, explainChange } from "./catalogue/explain.ts";
export { assertConsistent, type CompareOptions, compare, loadingError, weight } from "./compare.ts";
export type { DecidedRename } from "./diff/decided-renames.ts";
export type { InterfaceFacts, Payload } from "./diff/payload-changes.ts";
export type { Contradiction } from "./diff/schema-differ.ts";
export { EvolutionError, type EvolutionErrorCode, isEvolutionError } from "./errors.ts";
export { releaseBump } from "./release-bump.ts";
export { formatAnnotations, formatGithubAnnotations } from "./report/annotations.ts";
export { changeItem, formatChanges } from "./report/changes.ts";
export { formatChangeset, type PackageRelease } from "./report/changeset.ts";
export { formatHtml } from "./report/html/format-html.ts";
export type { Sources } from "./report/html/snippet.ts";
export { formatJson } from "./report/json.ts";
export { formatMarkdown } from "./report/markdown.ts";
export type { AcceptedWaiver, ReleaseFacts } from "./report/release-facts.ts";
export type {
  Bump,
  Cause,
  Change,
  ChangedPackage,
  Direction,
  MessageVerdict,
  Report,
  RollOut,
} from "./report/report.ts";
export { formatSarif } from "./report/sarif.ts";
export { formatText } from "./report/text.ts";
export { type Cells, CHANGE_RULES, type ChangeRule, changeRule, type Letter, type Move } from "./rules.ts";
