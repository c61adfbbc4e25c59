import type { Evidence, Severity } from "./evidence.ts";
import type { IssueCode } from "./texts.ts";

/** A text in Chinese and English. */
export interface Bilingual {
  readonly zh: string;
  readonly en: string;
}

/** What a rule found in a message. Nothing is thrown for a broken message: all findings are returned. */
export interface Issue {
  /** What was found; codes are API. */
  readonly code: IssueCode;
  /** The rule that found it, e.g. `goods.net-gross`; the README lists all. */
  readonly ruleId: string;
  /** Where, e.g. `goodsList.goods[2].netWeight`; `""` is the body itself. */
  readonly path: string;
  /** Label of the field at `path`. */
  readonly label: Bilingual;
  /** Number of the box on the printed form, where the evidence gives one. Box numbers of several forms are not confirmed. */
  readonly box?: number;
  readonly severity: Severity;
  readonly message: string;
  readonly messageZh: string;
  /** What to do. */
  readonly advice: Bilingual;
  /** Where the rule comes from; decides `severity`. */
  readonly evidence: Evidence;
  /** Ids of `schemas/evidence/sources.csv`. */
  readonly sources: readonly string[];
}
