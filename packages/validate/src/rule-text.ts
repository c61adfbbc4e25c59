/** What a finding says, in both languages. `{name}` stands for a value of the finding. */
export interface RuleText {
  readonly en: string;
  readonly zh: string;
  readonly adviceEn: string;
  readonly adviceZh: string;
}

/** A {@link RuleText} from its four parts. */
export function ruleText(en: string, zh: string, adviceEn: string, adviceZh: string): RuleText {
  return { en, zh, adviceEn, adviceZh };
}
