import type { RuleText } from "./rule-text.ts";
import { type AttachmentCode, attachmentTexts } from "./texts/attachments.ts";
import { type ChangeCode, changeTexts } from "./texts/change.ts";
import { type CriterionCode, criterionTexts } from "./texts/criteria.ts";
import { type DateCode, dateTexts } from "./texts/dates.ts";
import { type FilingCode, filingTexts } from "./texts/filing.ts";
import { type FormCode, formTexts } from "./texts/form.ts";
import { type GoodsCode, goodsTexts } from "./texts/goods.ts";
import { type InvoiceCode, invoiceTexts } from "./texts/invoices.ts";
import { type LanguageCode, languageTexts } from "./texts/language.ts";
import { type MarksCode, marksTexts } from "./texts/marks.ts";
import { type PackageCode, packageTexts } from "./texts/packages.ts";
import { type PartyCode, partyTexts } from "./texts/parties.ts";
import { type ProducerCode, producerTexts } from "./texts/producer.ts";
import { type RequestCode, requestTexts } from "./texts/requests.ts";
import { type SealCode, sealTexts } from "./texts/seal.ts";
import { type SequenceCode, sequenceTexts } from "./texts/sequence.ts";
import { type TransportCode, transportTexts } from "./texts/transport.ts";
import { type ValueCode, valueTexts } from "./texts/values.ts";

/** Everything a rule can find. Codes are API: adding one is minor, changing a meaning is major. */
export type IssueCode =
  | AttachmentCode
  | ChangeCode
  | CriterionCode
  | DateCode
  | FilingCode
  | FormCode
  | GoodsCode
  | InvoiceCode
  | LanguageCode
  | MarksCode
  | PackageCode
  | PartyCode
  | ProducerCode
  | RequestCode
  | SealCode
  | SequenceCode
  | TransportCode
  | ValueCode;

/** Texts of all findings, in both languages. */
export const TEXTS: Readonly<Record<IssueCode, RuleText>> = {
  ...attachmentTexts,
  ...changeTexts,
  ...criterionTexts,
  ...dateTexts,
  ...filingTexts,
  ...formTexts,
  ...goodsTexts,
  ...invoiceTexts,
  ...languageTexts,
  ...marksTexts,
  ...packageTexts,
  ...partyTexts,
  ...producerTexts,
  ...requestTexts,
  ...sealTexts,
  ...sequenceTexts,
  ...transportTexts,
  ...valueTexts,
};
export type { RuleText } from "./rule-text.ts";
