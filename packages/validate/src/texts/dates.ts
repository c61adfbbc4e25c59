import { type RuleText, ruleText } from "../rule-text.ts";

/** Findings about dates and late issue. */
export type DateCode =
  | "INVOICE_AFTER_APPLICATION"
  | "LATE_MARK_MISSING"
  | "LATE_TYPE_MISSING"
  | "LATE_MARK_BEFORE_DEPARTURE"
  | "LATE_MARK_IN_GRACE"
  | "LATE_LIMIT"
  | "LATE_NOT_ALLOWED"
  | "DECLARATION_DATE_MISSING"
  | "LATE_TYPE_MISMATCH"
  | "LATE_WORDING"
  | "LATE_WORDING_UNMARKED"
  | "FORECAST_PAST"
  | "FORECAST_MISSING"
  | "SHORT_NOTICE";

/** Texts of these findings. */
export const dateTexts: Readonly<Record<DateCode, RuleText>> = {
  INVOICE_AFTER_APPLICATION: ruleText(
    "the invoice is dated {invoiceDate}, after the application ({applyDate})",
    "发票日期 {invoiceDate} 晚于申请日期 {applyDate}",
    "The invoice comes first: correct one of the dates.",
    "发票日期不应晚于申请日期，请更正。",
  ),
  LATE_MARK_MISSING: ruleText(
    "the goods left {days} day(s) before the application, so the certificate is issued late, but it is not marked so",
    "货物在申请前 {days} 天已出运，属于补发，但未标记",
    "Set `retroactive` (and application type 4). Wording of the form: {wording}.",
    "请将“补发”设为是（申请类型 4）。该证书的用语：{wording}。",
  ),
  LATE_TYPE_MISSING: ruleText(
    "the goods left {days} day(s) before the application, so the certificate is issued late",
    "货物在申请前 {days} 天已出运，属于补发",
    "Use application type 4 (late issue) or correct the date.",
    "请使用申请类型 4（后发/补发证），或更正日期。",
  ),
  LATE_MARK_BEFORE_DEPARTURE: ruleText(
    "marked as issued late, but the goods leave on {departure}, not before the application",
    "已标记补发，但出运日期 {departure} 不早于申请日期",
    "Remove the mark, or correct the departure date.",
    "请取消补发标记，或更正出运日期。",
  ),
  LATE_MARK_IN_GRACE: ruleText(
    "form {form} needs no late-issue mark within {grace} days of departure",
    "{form} 证书在出运后 {grace} 天内无需补发标记",
    "Remove the mark.",
    "请取消补发标记。",
  ),
  LATE_LIMIT: ruleText(
    "form {form} is issued within {period}, that is until {limit}",
    "{form} 证书应在{periodZh}内签发，即不迟于 {limit}",
    "Check the departure date; otherwise ask the office.",
    "请核对出运日期；否则请咨询签证机构。",
  ),
  LATE_NOT_ALLOWED: ruleText(
    "form {form} knows no late issue",
    "{form} 证书不办理补发",
    "Remove the mark; ask the office what is possible.",
    "请取消补发标记，并咨询签证机构。",
  ),
  DECLARATION_DATE_MISSING: ruleText(
    "a late cross-strait certificate is counted from the export declaration, whose date is missing",
    "海峡两岸证书补发期限自出口报关日起算，未填写出口报关日期",
    "Give the export declaration date.",
    "请填写出口报关日期。",
  ),
  LATE_TYPE_MISMATCH: ruleText(
    "application type {type} and the late-issue mark disagree",
    "申请类型 {type} 与补发标记不一致",
    "Use type 4 together with the mark, or neither.",
    "请同时使用申请类型 4 和补发标记，或都不使用。",
  ),
  LATE_WORDING: ruleText(
    '"{found}" is written; form {form} says {wording}',
    "此处为“{found}”，{form} 证书的用语是 {wording}",
    "Leave the wording to the form, or write its own.",
    "请省略该用语，或改为该证书的用语。",
  ),
  LATE_WORDING_UNMARKED: ruleText(
    '"{found}" is written, but the application is not marked as a late issue',
    "出现“{found}”，但未标记补发",
    "Set the mark or remove the wording.",
    "请标记补发，或删除该用语。",
  ),
  FORECAST_PAST: ruleText(
    "the departure of {departure} is marked as a forecast, but is past at the application",
    "出运日期 {departure} 标记为预计，但早于申请日期",
    "Remove the forecast mark or correct the date.",
    "请取消预计标记，或更正日期。",
  ),
  FORECAST_MISSING: ruleText(
    "the departure of {departure} is still to come and is not marked as a forecast",
    "出运日期 {departure} 尚未到，未标记为预计",
    "Set `departurePredicted`.",
    "请将“预计离港”设为是。",
  ),
  SHORT_NOTICE: ruleText(
    "the goods leave {days} day(s) after the application; an older text asks for three",
    "申请后 {days} 天即出运；较早的文本要求至少提前三天申请",
    "Apply earlier where possible.",
    "请尽量提前申请。",
  ),
};
