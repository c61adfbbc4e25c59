import { expect, it } from "vitest";
import { evidenceTable } from "../scripts/evidence.ts";
import { rules } from "../src/index.ts";

/** Each condition in the column `required_when` of the field table → rules that check it, or why none does. */
const CONDITIONS: Readonly<Record<string, readonly string[] | string>> = {
  "regNo or creditCode": ["requests.key"],
  "if not taken from the filed record": ["parties.exporter-name"],
  ECFA: ["parties.contacts", "dates.declaration"],
  "per form": [
    "producer.required",
    "dates.forecast",
    "parties.remark",
    "producer.third-party-invoice",
    "dates.late-mark-missing",
    "goods.weights",
    "criteria.fob",
    "criteria.required",
    "criteria.percent",
  ],
  "general CO and Form A": ["transport.details"],
  "unless nonGoods": ["goods.line-fields", "goods.text-line"],
  RCEP: ["invoices.of-line", "criteria.origin-country"],
  "amend / re-issue": ["change.data"],
  "content or url": ["attachments.content", "requests.file"],
  "if not given by docType": ["form.agreement"],
  "FORM E": ["form.switches"],
  "RCEP, FORM E": ["form.switches"],
  "back-to-back": ["producer.back-to-back"],
  "FORM E PSR": ["criteria.sub"],
  "RCEP RVC": ["criteria.imported-content"],
  "ECFA, RCEP": ["producer.required"],
  "when approved": ["requests.review-result"],
  "when returned": ["requests.review-result"],
  "one of docId, certNo, invoiceNum+docType": ["requests.key", "requests.invoice-key"],
  "one of these": ["requests.filing-key"],
  "sealApplyId or enterpriseRegNo": ["requests.key"],
};

it("has a rule for every condition under which the field table requires a field", () => {
  const conditions = new Set(evidenceTable("interface-fields").map((row) => row["required_when"] ?? ""));
  const conditional = [...conditions].filter((text) => text !== "" && text !== "yes");
  expect(conditional.sort()).toEqual(Object.keys(CONDITIONS).sort());
  const known = new Set(rules.map((rule) => rule.id));
  expect(
    Object.values(CONDITIONS)
      .flat()
      .filter((id) => !known.has(id)),
  ).toEqual([]);
});
