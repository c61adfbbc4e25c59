import { type RuleText, ruleText } from "../rule-text.ts";

/** Findings about queries, pushes and answers. */
export type RequestCode =
  | "KEY_MISSING"
  | "KEY_DOC_TYPE_MISSING"
  | "FILING_KEY_MISSING"
  | "WINDOW_EMPTY"
  | "PAGE_NUMBER"
  | "FILE_MISSING"
  | "RESULT_FIELD_MISSING"
  | "RESULT_REASON_MISSING"
  | "VALID_BEFORE_ISSUE";

/** Texts of these findings. */
export const requestTexts: Readonly<Record<RequestCode, RuleText>> = {
  KEY_MISSING: ruleText(
    "one of these is needed: {keys}",
    "至少填写其中一项：{keys}",
    "Say what to look for.",
    "请填写查询条件。",
  ),
  KEY_DOC_TYPE_MISSING: ruleText(
    "an invoice number finds a document only together with its type",
    "按发票号查找单证时还需填写单证类型",
    "Give `docType`, or the document id.",
    "请填写单证类型，或使用单证ID。",
  ),
  FILING_KEY_MISSING: ruleText(
    "no condition is given ({keys}), so everything is asked for",
    "未填写任何条件（{keys}），将查询全部",
    "Give at least one condition.",
    "请至少填写一项条件。",
  ),
  WINDOW_EMPTY: ruleText(
    "the window from {start} to {end} is empty",
    "时间范围 {start} 至 {end} 为空",
    "The end is exclusive and lies after the start.",
    "结束时间不含在内，应晚于开始时间。",
  ),
  PAGE_NUMBER: ruleText(
    "{value} is below 1",
    "{value} 小于 1",
    "Pages and page sizes count from 1.",
    "页码和每页条数从 1 起。",
  ),
  FILE_MISSING: ruleText(
    "neither the file nor its address is given",
    "既无文件内容也无文件地址",
    "Give one of the two.",
    "请提供其中一项。",
  ),
  RESULT_FIELD_MISSING: ruleText(
    "an approval comes with this field",
    "审核通过时应有此项",
    "Ask for the result again.",
    "请重新查询审核结果。",
  ),
  RESULT_REASON_MISSING: ruleText(
    "a return comes with its reason",
    "退回时应有审核意见",
    "Query the document for the reason.",
    "请查询单证以取得原因。",
  ),
  VALID_BEFORE_ISSUE: ruleText(
    "valid until a day before the issue",
    "有效期早于签发日期",
    "Correct one of the dates.",
    "请更正日期。",
  ),
};
