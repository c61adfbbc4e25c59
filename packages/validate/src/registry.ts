import type { Application } from "./application.ts";
import type { Rule } from "./rule.ts";
import { attachmentRules, paperRules } from "./rules/attachments.ts";
import { changeRules } from "./rules/change.ts";
import { criterionRules } from "./rules/criteria.ts";
import { dateRules } from "./rules/dates.ts";
import { filingRules } from "./rules/filing.ts";
import { formRules } from "./rules/form.ts";
import { goodsRules } from "./rules/goods.ts";
import { invoiceRules } from "./rules/invoices.ts";
import { languageRules } from "./rules/language.ts";
import { markRules } from "./rules/marks.ts";
import { packageRules } from "./rules/packages.ts";
import { partyRules } from "./rules/parties.ts";
import { producerRules } from "./rules/producer.ts";
import { requestRules } from "./rules/requests.ts";
import { sealRules } from "./rules/seal.ts";
import { sequenceRules } from "./rules/sequence.ts";
import { transportRules } from "./rules/transport.ts";
import { valueRules } from "./rules/values.ts";

/** Rules about a certificate application, in the order their issues are listed. */
export const applicationRules: readonly Rule<Application>[] = [
  ...formRules,
  ...dateRules,
  ...partyRules,
  ...producerRules,
  ...transportRules,
  ...markRules,
  ...goodsRules,
  ...packageRules,
  ...criterionRules,
  ...invoiceRules,
  ...changeRules,
  ...languageRules,
  ...paperRules,
];

/** What a rule is about, for tables. */
export type RuleSubject =
  | "value"
  | "application"
  | "goods filing"
  | "seal application"
  | "attachment"
  | "sequence"
  | "query, push, answer";

/** A rule of any subject: its id and what it may find. */
export interface RegisteredRule extends Pick<Rule<unknown>, "id" | "findings"> {
  readonly subject: RuleSubject;
}

/** Every rule of this package. */
export const registry: readonly RegisteredRule[] = [
  ...valueRules.map((rule) => registered(rule, "value")),
  ...applicationRules.map((rule) => registered(rule, "application")),
  ...filingRules.map((rule) => registered(rule, "goods filing")),
  ...sealRules.map((rule) => registered(rule, "seal application")),
  ...attachmentRules.map((rule) => registered(rule, "attachment")),
  ...sequenceRules.map((rule) => registered(rule, "sequence")),
  ...requestRules.map((rule) => registered(rule, "query, push, answer")),
];

function registered({ id, findings }: Pick<Rule<never>, "id" | "findings">, subject: RuleSubject): RegisteredRule {
  return { id, findings, subject };
}
