import { type RuleText, ruleText } from "../rule-text.ts";

/** Findings about invoices and totals. */
export type InvoiceCode =
  | "INVOICE_TWICE"
  | "INVOICE_UNKNOWN"
  | "INVOICE_OF_LINE_MISSING"
  | "INVOICE_WITHOUT_LINES"
  | "INVOICES_SEVERAL"
  | "PRICE_TERMS_MISSING"
  | "INVOICE_CURRENCY"
  | "INVOICE_TOTAL"
  | "TOTAL_OF_LINES"
  | "TOTAL_OF_INVOICES"
  | "FOB_TOTAL"
  | "FOB_NOT_TOTAL"
  | "FOB_ABOVE_TOTAL"
  | "LINE_AMOUNT"
  | "LINE_AMOUNT_ROUNDED"
  | "INVOICED_VALUE_MISSING";

/** Texts of these findings. */
export const invoiceTexts: Readonly<Record<InvoiceCode, RuleText>> = {
  INVOICE_TWICE: ruleText(
    "invoice {number} is listed twice",
    "发票号 {number} 重复",
    "List each invoice once.",
    "每张发票只填写一次。",
  ),
  INVOICE_UNKNOWN: ruleText(
    "invoice {number} of this line is not in the list of invoices",
    "该项的发票号 {number} 不在发票列表中",
    "Correct the number, or list the invoice.",
    "请更正发票号，或补充该发票。",
  ),
  INVOICE_OF_LINE_MISSING: ruleText(
    "the line does not say which invoice it is on",
    "该项未填写所属发票号",
    "Give the invoice number of the line.",
    "请填写该项的发票号。",
  ),
  INVOICE_WITHOUT_LINES: ruleText(
    "no goods line is on invoice {number}",
    "没有商品属于发票 {number}",
    "Remove the invoice, or correct the numbers on the lines.",
    "请删除该发票，或更正商品的发票号。",
  ),
  INVOICES_SEVERAL: ruleText(
    "{count} invoices; for form {form} nothing was found that allows several",
    "共 {count} 张发票；未见 {form} 证书允许多张发票的依据",
    "Ask the office, or apply for one certificate an invoice.",
    "请咨询签证机构，或按发票分别申请。",
  ),
  PRICE_TERMS_MISSING: ruleText(
    "the RCEP form asks for price terms",
    "RCEP 证书需填写价格条款",
    "Give them once, or on every invoice.",
    "请在表头填写，或在每张发票填写。",
  ),
  INVOICE_CURRENCY: ruleText(
    "the invoice is in {own}, the document in {currency}",
    "发票币制为 {own}，单证币制为 {currency}",
    "Use one currency; totals cannot be compared otherwise.",
    "请统一币制，否则无法核对总额。",
  ),
  INVOICE_TOTAL: ruleText(
    "the invoice total is {total}, its lines add up to {sum}",
    "发票总金额为 {total}，所属商品金额之和为 {sum}",
    "Correct an amount or the total.",
    "请更正金额或总额。",
  ),
  TOTAL_OF_LINES: ruleText(
    "the total is {total}, the lines add up to {sum}",
    "总金额为 {total}，各项金额之和为 {sum}",
    "Correct an amount or the total.",
    "请更正金额或总额。",
  ),
  TOTAL_OF_INVOICES: ruleText(
    "the total is {total}, the invoices add up to {sum}",
    "总金额为 {total}，各发票总额之和为 {sum}",
    "Correct an invoice total or the total.",
    "请更正发票总额或总金额。",
  ),
  FOB_TOTAL: ruleText(
    "the FOB total is {total}, the lines add up to {sum}",
    "FOB 总值为 {total}，各项之和为 {sum}",
    "Correct a value or the total.",
    "请更正各项或总值。",
  ),
  FOB_NOT_TOTAL: ruleText(
    "priced FOB, but the FOB value {fob} is not the total {total}",
    "价格条款为 FOB，但 FOB 值 {fob} 与总金额 {total} 不同",
    "Correct the value or the price terms.",
    "请更正 FOB 值或价格条款。",
  ),
  FOB_ABOVE_TOTAL: ruleText(
    "priced {terms}, but the FOB value {fob} is above the total {total}",
    "价格条款为 {terms}，但 FOB 值 {fob} 高于总金额 {total}",
    "The FOB value leaves freight and insurance out: check it.",
    "FOB 值不含运费和保险费，请核对。",
  ),
  LINE_AMOUNT: ruleText(
    "{price} × {quantity} is {product}, the amount is {amount}",
    "{price} × {quantity} = {product}，金额为 {amount}",
    "Correct price, quantity or amount.",
    "请更正单价、数量或金额。",
  ),
  LINE_AMOUNT_ROUNDED: ruleText(
    "{price} × {quantity} is {product}, the amount is {amount}; only a rounded price explains it",
    "{price} × {quantity} = {product}，金额为 {amount}；仅单价四舍五入可以解释",
    "Give the unit price with more digits.",
    "请填写更多小数位的单价。",
  ),
  INVOICED_VALUE_MISSING: ruleText(
    "the New Zealand form shows the invoiced value",
    "中国-新西兰证书需显示发票金额",
    "Give the total, or an amount on every line.",
    "请填写总金额或各项金额。",
  ),
};
