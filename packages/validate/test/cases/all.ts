import type { Case } from "../support/cases.ts";
import { attachmentCases } from "./attachments.ts";
import { changeCases } from "./change.ts";
import { criterionCases } from "./criteria.ts";
import { dateCases } from "./dates.ts";
import { filingCases } from "./filing.ts";
import { formCases } from "./form.ts";
import { goodsCases } from "./goods.ts";
import { invoiceCases } from "./invoices.ts";
import { markCases } from "./marks.ts";
import { partyCases } from "./parties.ts";
import { requestCases } from "./requests.ts";
import { sealCases } from "./seal.ts";
import { transportCases } from "./transport.ts";
import { valueCases } from "./values.ts";

/** Every case of every rule. */
export const cases: readonly Case[] = [
  ...valueCases,
  ...formCases,
  ...dateCases,
  ...partyCases,
  ...transportCases,
  ...markCases,
  ...goodsCases,
  ...criterionCases,
  ...invoiceCases,
  ...changeCases,
  ...attachmentCases,
  ...filingCases,
  ...sealCases,
  ...requestCases,
];
