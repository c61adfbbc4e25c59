import { type RuleText, ruleText } from "../rule-text.ts";

/** Findings about goods filings. */
export type FilingCode =
  | "SHARES_OVER_WHOLE"
  | "HEAD_SHARES_OVER_WHOLE"
  | "HEAD_SHARE_BELOW"
  | "HEAD_SHARE_ABOVE"
  | "FILING_CRITERION_UNKNOWN"
  | "WHOLE_WITH_MATERIALS"
  | "CRITERION_WITH_FOREIGN"
  | "CHANGE_WITHIN_HEADING"
  | "VALUE_CONTENT_TOO_LOW"
  | "MATERIAL_ORIGIN"
  | "PREFERENCE_TWICE"
  | "FOB_BELOW_WORKS"
  | "PRICE_CURRENCY_MISSING"
  | "FILING_NAME_VAGUE";

/** Texts of these findings. */
export const filingTexts: Readonly<Record<FilingCode, RuleText>> = {
  SHARES_OVER_WHOLE: ruleText(
    "the shares of the materials add up to {sum}%",
    "原材料占比之和为 {sum}%",
    "Shares of the price are at most 100% together.",
    "占比之和不应超过 100%。",
  ),
  HEAD_SHARES_OVER_WHOLE: ruleText(
    "originating and non-originating share add up to {sum}%",
    "原产材料占比与非原产材料占比之和为 {sum}%",
    "They are at most 100% together.",
    "两者之和不应超过 100%。",
  ),
  HEAD_SHARE_BELOW: ruleText(
    "stated as {stated}%, the materials add up to {sum}%",
    "填写为 {stated}%，原材料合计为 {sum}%",
    "Correct the share or the materials.",
    "请更正占比或原材料。",
  ),
  HEAD_SHARE_ABOVE: ruleText(
    "stated as {stated}%, the materials listed add up to {sum}%",
    "填写为 {stated}%，所列原材料合计为 {sum}%",
    "List all materials, or correct the share.",
    "请列全原材料，或更正占比。",
  ),
  FILING_CRITERION_UNKNOWN: ruleText(
    '"{value}" is no criterion known for form {form} ({known})',
    "“{value}”不是 {form} 证书的已知原产地标准（{known}）",
    "Use a code of this agreement.",
    "请使用该协定的标准代码。",
  ),
  WHOLE_WITH_MATERIALS: ruleText(
    "criterion {value} (wholly obtained) beside a list of materials",
    "标准 {value}（完全获得）却列出了原材料",
    "Leave the materials out, or use another criterion.",
    "请删除原材料，或改用其他标准。",
  ),
  CRITERION_WITH_FOREIGN: ruleText(
    "criterion {value} allows no non-originating material, {count} listed",
    "标准 {value} 不允许使用非原产材料，所列非原产材料 {count} 项",
    "Use another criterion, or correct the materials.",
    "请改用其他标准，或更正原材料。",
  ),
  CHANGE_WITHIN_HEADING: ruleText(
    "criterion {value} asks for a tariff change, but a non-originating material is of the goods' own heading {heading}",
    "标准 {value} 要求税则归类改变，但有非原产材料与商品同属税目 {heading}",
    "Check the product rule; a small share may be allowed.",
    "请核对产品特定规则；微小含量可能允许。",
  ),
  VALUE_CONTENT_TOO_LOW: ruleText(
    "the originating content is {content}%, form {form} asks for at least {least}%",
    "原产成分为 {content}%，{form} 证书要求不低于 {least}%",
    "The goods do not meet a value criterion, unless a product rule says otherwise.",
    "除产品特定规则另有规定外，货物不符合区域价值标准。",
  ),
  MATERIAL_ORIGIN: ruleText(
    "marked as originating, but from {country}, outside the agreements asked for",
    "标记为原产，但来自{countryZh}，不属于所申请协定的成员",
    "Correct the origin or the mark.",
    "请更正原产国或标记。",
  ),
  PREFERENCE_TWICE: ruleText(
    "agreement {area} is asked for twice",
    "优惠区域 {area} 重复",
    "List each agreement once.",
    "每个优惠区域只填写一次。",
  ),
  FOB_BELOW_WORKS: ruleText(
    "the FOB price {fob} is below the ex-works price {works}",
    "FOB价 {fob} 低于出厂价 {works}",
    "The two may be swapped.",
    "两者可能填反，请核对。",
  ),
  PRICE_CURRENCY_MISSING: ruleText(
    "a price is given without its currency",
    "填写了价格但未填写币制",
    "Give the currency.",
    "请填写币制。",
  ),
  FILING_NAME_VAGUE: ruleText(
    '"{value}" alone does not say what the goods are',
    "“{value}”过于笼统，不足以说明货物",
    "Name the goods specifically.",
    "请填写具体品名。",
  ),
};
