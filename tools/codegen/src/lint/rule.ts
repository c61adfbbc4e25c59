import type { Location } from "@coo/wsdl";
import type { LintContext } from "./context.ts";

/**
 * How bad a finding is. `error`: cannot be used as written, or two readers would send different bytes. `warning`: breaks
 * a standard, or a widespread stack trips over it. `info`: worth knowing before building on it.
 */
export type Severity = "error" | "warning" | "info";

/** What a rule looks after. `input`: problems of loading. `wsi`: WS-I Basic Profile 1.1. */
export type Category = "input" | "wsi" | "wire" | "types" | "names" | "upkeep";

/** Every category, in the order of the documentation. */
export const CATEGORIES: readonly Category[] = ["input", "wsi", "wire", "types", "names", "upkeep"];

/** Texts that fill the `{name}` places of a message; `{nameZh}` is taken for Chinese when there is one. */
export type Values = Readonly<Record<string, string | number>>;

/** Notes one finding of the rule that is being checked. */
export type Report = (where: Location | { readonly at: Location }, values?: Values) => void;

/** What is common to all rules: their texts. */
export interface RuleText {
  readonly id: string;
  readonly category: Category;
  readonly severity: Severity;
  /** What it is about, in a few words, for tables. */
  readonly title: string;
  readonly titleZh: string;
  readonly advice: string;
  readonly adviceZh: string;
}

/** A rule that lint checks itself. */
export interface LintRule extends RuleText {
  /** The finding, with `{name}` places. */
  readonly en: string;
  readonly zh: string;
  /** Loader problems at the same place that say the same with less precision, by rule id: they are left out. */
  readonly replaces?: readonly string[];
  check(context: LintContext, report: Report): void;
}

/** One thing that is wrong or risky. */
export interface Finding {
  readonly rule: string;
  readonly category: Category;
  readonly severity: Severity;
  readonly at: Location;
  readonly message: string;
  readonly messageZh: string;
  readonly advice: string;
  readonly adviceZh: string;
}

/** A text in English and Chinese. */
export type Texts = readonly [en: string, zh: string];

/** A rule as it is written down. */
export interface RuleDefinition extends Pick<LintRule, "id" | "category" | "severity" | "replaces" | "check"> {
  readonly title: Texts;
  readonly message: Texts;
  readonly advice: Texts;
}

/** Makes a rule of its definition. */
export function defineRule(rule: RuleDefinition): LintRule {
  const { title, message, advice, ...rest } = rule;
  return {
    ...rest,
    title: title[0],
    titleZh: title[1],
    en: message[0],
    zh: message[1],
    advice: advice[0],
    adviceZh: advice[1],
  };
}
