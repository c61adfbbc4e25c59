import { LOADER_RULES } from "./loader-rules.ts";
import { attributeRules } from "./profile/attribute-rules.ts";
import { bindingRules } from "./profile/binding-rules.ts";
import { documentRules } from "./profile/document-rules.ts";
import { extensionRules } from "./profile/extension-rules.ts";
import { importRules } from "./profile/import-rules.ts";
import { partRules } from "./profile/part-rules.ts";
import { portTypeRules } from "./profile/port-type-rules.ts";
import { referenceRules } from "./profile/reference-rules.ts";
import { structureRules } from "./profile/structure-rules.ts";
import { typeRules } from "./profile/type-rules.ts";
import type { LintRule, RuleText } from "./rule.ts";
import { contentRules } from "./rules/content-rules.ts";
import { nameRules } from "./rules/name-rules.ts";
import { upkeepRules } from "./rules/upkeep-rules.ts";
import { valueRules } from "./rules/value-rules.ts";
import { wireRules } from "./rules/wire-rules.ts";

/** Rules of WS-I Basic Profile 1.1; their ids are its numbers. */
export const PROFILE_RULES: readonly LintRule[] = [
  ...documentRules,
  ...importRules,
  ...structureRules,
  ...referenceRules,
  ...typeRules,
  ...partRules,
  ...portTypeRules,
  ...bindingRules,
  ...attributeRules,
  ...extensionRules,
];

/** Rules that lint checks itself, in the order of the documentation. */
export const LINT_RULES: readonly LintRule[] = [
  ...PROFILE_RULES,
  ...wireRules,
  ...contentRules,
  ...valueRules,
  ...nameRules,
  ...upkeepRules,
];

/** Every rule that can report something. */
export const ALL_RULES: readonly RuleText[] = [...LOADER_RULES, ...LINT_RULES];
