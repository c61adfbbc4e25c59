import { boxNumber } from "./boxes.ts";
import type { ValidationContext } from "./context.ts";
import { SEVERITY_BY_EVIDENCE } from "./evidence.ts";
import type { Issue } from "./issue.ts";
import { fieldPath, labelOf } from "./labels.ts";
import type { Params, Rule } from "./rule.ts";
import { type RuleText, TEXTS } from "./texts.ts";

/** Where issues of a run belong. */
export interface Setting {
  /** `<operation>.request` or `<operation>.response`: whose labels apply. */
  readonly message: string;
  /** Path of the part the rules look at inside the body, e.g. `draft.general`; its fields are labelled as those of `message`. */
  readonly prefix: string;
  /** Form code, for box numbers. */
  readonly form: string;
  readonly context: ValidationContext;
}

/** Runs rules over one subject and collects what they find. */
export function runRules<Subject>(
  rules: readonly Rule<Subject>[],
  subject: Subject,
  setting: Setting,
  issues: Issue[],
): void {
  const overrides = setting.context.rules ?? {};
  for (const rule of rules) {
    const wanted = Object.hasOwn(overrides, rule.id) ? overrides[rule.id] : undefined;
    if (wanted === "off") continue;
    rule.check(subject, (code, path, params = {}, mark = rule.findings[code]) => {
      if (mark === undefined) throw new RangeError(`rule ${rule.id} does not state the evidence of ${code}`);
      const text = TEXTS[code];
      const inner = setting.prefix === "" ? path : path.slice(setting.prefix.length).replace(/^\./u, "");
      const box = boxNumber(setting.form, fieldPath(inner));
      issues.push({
        code,
        ruleId: rule.id,
        path,
        label: labelOf(setting.message, inner),
        ...(box === undefined ? {} : { box }),
        severity: wanted ?? SEVERITY_BY_EVIDENCE[mark.evidence],
        message: fill(text.en, params),
        messageZh: fill(text.zh, params),
        advice: advice(text, params),
        evidence: mark.evidence,
        sources: mark.sources,
      });
    });
  }
}

function advice(text: RuleText, params: Params): Issue["advice"] {
  return { zh: fill(text.adviceZh, params), en: fill(text.adviceEn, params) };
}

/** Longest value shown in a text. */
const MAX_SHOWN = 80;

function fill(template: string, params: Params): string {
  return template.replace(/\{(\w+)\}/gu, (whole, name: string) => {
    if (!Object.hasOwn(params, name)) return whole;
    const value = String(params[name]).replace(/\s+/gu, " ");
    return (value.length > MAX_SHOWN ? `${value.slice(0, MAX_SHOWN)}…` : value).toWellFormed();
  });
}
