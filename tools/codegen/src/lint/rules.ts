import { LOADER_RULES } from "./loader-rules.ts";
import type { LintRule, RuleText } from "./rule.ts";

/** Rules that lint checks itself, in the order of the documentation. */
export const LINT_RULES: readonly LintRule[] = [];

/** Every rule that can report something. */
export const ALL_RULES: readonly RuleText[] = [...LOADER_RULES, ...LINT_RULES];
