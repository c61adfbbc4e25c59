export { assertConsistent, type CompareOptions, compare, loadingError, weight } from "./compare.ts";
export type { Contradiction } from "./diff/schema-differ.ts";
export { EvolutionError, type EvolutionErrorCode, isEvolutionError } from "./errors.ts";
export { formatJson } from "./report/json.ts";
export { formatMarkdown } from "./report/markdown.ts";
export type { Bump, Change, Direction, MessageVerdict, Report, RollOut } from "./report/report.ts";
export { formatSarif } from "./report/sarif.ts";
export { formatText } from "./report/text.ts";
export { type Cells, CHANGE_RULES, type ChangeRule, changeRule, type Letter, type Move } from "./rules.ts";
