import { type RuleText, ruleText } from "../rule-text.ts";

/** Findings about amended and re-issued certificates. */
export type ChangeCode =
  | "CHANGE_OLD_NUMBER"
  | "CHANGE_REASON"
  | "CHANGE_UNEXPECTED"
  | "CHANGED_BOXES_MISSING"
  | "CHANGED_BOX_UNKNOWN"
  | "CHANGE_TEXTS_MISSING"
  | "CHANGE_NOTHING"
  | "OLD_ISSUE_BEFORE_APPLICATION"
  | "CHANGE_DATE_NOT_KEPT"
  | "CHANGE_BEFORE_ISSUE"
  | "CHANGE_TOO_LATE"
  | "CHANGE_WORDING_ALONE"
  | "CHANGE_WORDING_NUMBER";

/** Texts of these findings. */
export const changeTexts: Readonly<Record<ChangeCode, RuleText>> = {
  CHANGE_OLD_NUMBER: ruleText(
    "an amended or re-issued certificate needs the number of the old one",
    "更改证或重发证必须填写原证书号",
    "Give the old certificate number.",
    "请填写原证书号。",
  ),
  CHANGE_REASON: ruleText(
    "an amended or re-issued certificate needs a reason",
    "更改证或重发证应填写更改/重发原因",
    "Give the reason.",
    "请填写原因。",
  ),
  CHANGE_UNEXPECTED: ruleText(
    "change data stand with application type {type}, which replaces nothing",
    "申请类型 {type} 不涉及原证书，却填写了更改/重发信息",
    "Leave the change data out, or use type 1, 2 or 3.",
    "请删除更改/重发信息，或使用申请类型 1、2、3。",
  ),
  CHANGED_BOXES_MISSING: ruleText(
    "an amendment says which boxes change",
    "更改证应填写更改栏目",
    "List the box numbers.",
    "请列出栏目号。",
  ),
  CHANGED_BOX_UNKNOWN: ruleText(
    "form {form} has no box {unknown}; the last one known is {last}",
    "{form} 证书没有第 {unknown} 栏，已知最后一栏为第 {last} 栏",
    "Correct the box number.",
    "请更正栏目号。",
  ),
  CHANGE_TEXTS_MISSING: ruleText(
    "an amendment gives the text before and after",
    "更改证应填写原有情况和更改情况",
    "Fill in both.",
    "请填写两项内容。",
  ),
  CHANGE_NOTHING: ruleText(
    "the text before and after is the same",
    "原有情况与更改情况相同",
    "Give the new text, or do not amend.",
    "请填写更改后的内容，或不申请更改。",
  ),
  OLD_ISSUE_BEFORE_APPLICATION: ruleText(
    "the old certificate is dated before its application",
    "原证签发日期早于原证申请日期",
    "Correct one of the dates.",
    "请更正日期。",
  ),
  CHANGE_DATE_NOT_KEPT: ruleText(
    "an amended certificate keeps the dates of the original; it was applied for on {old}",
    "更改证保留原证日期；原证申请日期为 {old}",
    "Use the original date, unless the office wants another.",
    "除签证机构另有要求外，请使用原日期。",
  ),
  CHANGE_BEFORE_ISSUE: ruleText(
    "the re-issue is applied for before the old certificate was issued ({old})",
    "重发申请日期早于原证签发日期（{old}）",
    "Use today's date.",
    "请使用实际申请日期。",
  ),
  CHANGE_TOO_LATE: ruleText(
    "the old certificate of form {form} could be replaced until {limit}",
    "{form} 证书的原证可在 {limit} 前办理更改或重发",
    "Ask the office.",
    "请咨询签证机构。",
  ),
  CHANGE_WORDING_ALONE: ruleText(
    '"{found}" is written, but nothing is re-issued or replaced',
    "出现“{found}”，但并非重发或更改",
    "Remove the wording, or correct the application type.",
    "请删除该用语，或更正申请类型。",
  ),
  CHANGE_WORDING_NUMBER: ruleText(
    '"{found}" does not name the old certificate {number}',
    "“{found}”未写明原证书号 {number}",
    "Write number and date of the old certificate.",
    "请写明原证书号和日期。",
  ),
};
