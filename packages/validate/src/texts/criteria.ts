import { type RuleText, ruleText } from "../rule-text.ts";

/** Findings about origin criteria. */
export type CriterionCode =
  | "CRITERION_MISSING"
  | "CRITERION_NOT_FOR_FORM"
  | "CRITERION_UNKNOWN"
  | "CRITERION_OLD"
  | "CRITERION_ADDITION_ALONE"
  | "CRITERION_SEVERAL"
  | "CRITERION_PERCENT_MISSING"
  | "CRITERION_PERCENT_SIGN"
  | "CRITERION_PERCENT_RANGE"
  | "CRITERION_TOO_LOW"
  | "CRITERION_TOO_HIGH"
  | "CRITERION_PERCENT_TWICE"
  | "CRITERION_HEADING_MISSING"
  | "CRITERION_HEADING_SHAPE"
  | "CRITERION_HEADING_OTHER"
  | "SUB_CRITERION_MISSING"
  | "SUB_CRITERION_NOT_FOR_CODE"
  | "ORIGIN_COUNTRY_MISSING"
  | "ORIGIN_COUNTRY_OUTSIDE"
  | "HIGHEST_RATE_NOT_FOR_FORM"
  | "IMPORTED_CONTENT_MISSING"
  | "IMPORTED_CONTENT_IN_WHOLE"
  | "CONTENT_OVER_WHOLE"
  | "FOB_MISSING"
  | "FOB_UNNEEDED"
  | "FILING_UNKNOWN"
  | "FILING_HS_CODE"
  | "FILING_FORM";

/** Texts of these findings. */
export const criterionTexts: Readonly<Record<CriterionCode, RuleText>> = {
  CRITERION_MISSING: ruleText(
    "form {form} shows an origin criterion for every goods line",
    "{form} 证书的每项商品都应填写原产地标准",
    "Give the criterion code of the form.",
    "请填写该证书的原产地标准。",
  ),
  CRITERION_NOT_FOR_FORM: ruleText(
    "no origin criterion is known for form {form}",
    "{form} 证书未见原产地标准栏目",
    "Leave it out, or ask the office.",
    "请省略，或咨询签证机构。",
  ),
  CRITERION_UNKNOWN: ruleText(
    '"{value}" is no criterion known for form {form} ({known})',
    "“{value}”不是 {form} 证书的已知原产地标准（{known}）",
    "Use a code of this form; other forms have other codes.",
    "请使用该证书的标准代码，不同证书的代码不同。",
  ),
  CRITERION_OLD: ruleText(
    '"{value}" is a code of the 2006 text of form {form}; the present list has WO, WP and PSR',
    "“{value}”是 {form} 证书 2006 年文本的代码；现行选项为 WO、WP、PSR",
    "Use a present code.",
    "请使用现行代码。",
  ),
  CRITERION_ADDITION_ALONE: ruleText(
    "{value} is only added to another criterion",
    "{value} 只能与其他标准同时填写",
    "Write the main criterion first.",
    "请先填写主要标准。",
  ),
  CRITERION_SEVERAL: ruleText(
    "several criteria on one line: {value}",
    "一项商品填写了多个标准：{value}",
    "Write the one that the goods meet.",
    "请只填写货物适用的一个标准。",
  ),
  CRITERION_PERCENT_MISSING: ruleText(
    "criterion {value} is followed by a percentage",
    "标准 {value} 应附百分比",
    "Give the percentage, e.g. 45%.",
    "请填写百分比，例如 45%。",
  ),
  CRITERION_PERCENT_SIGN: ruleText(
    'the percentage "{value}" has no % sign',
    "百分比“{value}”缺少 % 号",
    "Write it with %, e.g. 45%.",
    "请带 % 号填写，例如 45%。",
  ),
  CRITERION_PERCENT_RANGE: ruleText(
    "{value}% is more than the whole",
    "{value}% 超过 100%",
    "Correct the percentage.",
    "请更正百分比。",
  ),
  CRITERION_TOO_LOW: ruleText(
    "{value}% is less than the {bound}% that form {form} asks for",
    "{value}% 低于 {form} 证书要求的 {bound}%",
    "The goods do not meet this criterion, unless a product rule says otherwise.",
    "除产品特定规则另有规定外，货物不符合该标准。",
  ),
  CRITERION_TOO_HIGH: ruleText(
    "{value}% imported content is more than the {bound}% that form {form} allows",
    "进口成份 {value}% 超过 {form} 证书允许的 {bound}%",
    "The goods do not meet this criterion.",
    "货物不符合该标准。",
  ),
  CRITERION_PERCENT_TWICE: ruleText(
    "the criterion says {code}%, the value beside it {value}%",
    "原产地标准中为 {code}%，标准辅助项为 {value}%",
    "Write the percentage once.",
    "请只填写一次百分比。",
  ),
  CRITERION_HEADING_MISSING: ruleText(
    "criterion W is followed by the four-digit heading",
    "标准 W 应附四位税目",
    "Give the heading as XX.XX.",
    "请按 XX.XX 填写税目。",
  ),
  CRITERION_HEADING_SHAPE: ruleText(
    'heading "{value}" is not written as XX.XX',
    "税目“{value}”未按 XX.XX 填写",
    "Put a point after two digits.",
    "请在两位数字后加点号。",
  ),
  CRITERION_HEADING_OTHER: ruleText(
    "heading {value} is not that of HS code {hsCode}",
    "税目 {value} 与 HS编码 {hsCode} 不符",
    "Take the first four digits of the HS code.",
    "请使用 HS编码的前四位。",
  ),
  SUB_CRITERION_MISSING: ruleText(
    "PSR on form E has a sub-criterion: 1 value, 2 tariff change, 3 process",
    "E 证书的 PSR 应填写子标准：1 区域价值成分，2 归类改变，3 加工工序",
    "Give the sub-criterion.",
    "请填写子标准。",
  ),
  SUB_CRITERION_NOT_FOR_CODE: ruleText(
    "a sub-criterion stands only with PSR on form E",
    "子标准仅用于 E 证书的 PSR",
    "Leave it out.",
    "请省略。",
  ),
  ORIGIN_COUNTRY_MISSING: ruleText(
    "the RCEP form shows a country of origin for every line",
    "RCEP 证书的每项商品都应填写原产国",
    "Give code and English name.",
    "请填写原产国代码和英文名称。",
  ),
  ORIGIN_COUNTRY_OUTSIDE: ruleText(
    "{country} is no RCEP party",
    "{countryZh}不是 RCEP 成员",
    "The RCEP country of origin is a party.",
    "RCEP 原产国应为成员方。",
  ),
  HIGHEST_RATE_NOT_FOR_FORM: ruleText(
    "the highest-rate flag belongs to the RCEP form",
    "最高税率标志仅用于 RCEP 证书",
    "Leave it out.",
    "请省略。",
  ),
  IMPORTED_CONTENT_MISSING: ruleText(
    "with RVC on the RCEP form the imported content share is asked for",
    "RCEP 证书使用 RVC 时需填写进口成份比例",
    "Give the share in percent.",
    "请填写百分比。",
  ),
  IMPORTED_CONTENT_IN_WHOLE: ruleText(
    "{value}% imported content contradicts criterion {criterion} (wholly obtained)",
    "进口成份 {value}% 与标准 {criterion}（完全获得）矛盾",
    "Correct the share or the criterion.",
    "请更正比例或标准。",
  ),
  CONTENT_OVER_WHOLE: ruleText(
    "{regional}% regional and {imported}% imported content are more than the whole",
    "区域价值成分 {regional}% 与进口成份 {imported}% 之和超过 100%",
    "Correct one of the two.",
    "请更正其中一项。",
  ),
  FOB_MISSING: ruleText(
    "form {form} shows the FOB value of this line",
    "{form} 证书需显示该项的 FOB 值",
    "Give the FOB value.",
    "请填写 FOB 值。",
  ),
  FOB_UNNEEDED: ruleText(
    "{count} line(s) carry an FOB value; form {form} shows it only with a regional value criterion",
    "{count} 项商品填写了 FOB 值；{form} 证书仅在使用区域价值成分时显示",
    "Leave it out on these lines.",
    "请省略这些商品的 FOB 值。",
  ),
  FILING_UNKNOWN: ruleText(
    "goods filing {number} is not among the approved filings given",
    "商品备案号 {number} 不在所提供的已通过备案中",
    "File the goods first, or query the filing.",
    "请先办理商品备案，或查询备案。",
  ),
  FILING_HS_CODE: ruleText(
    "goods filing {number} is for HS code {filed}, the line has {hsCode}",
    "商品备案 {number} 的 HS编码为 {filed}，商品为 {hsCode}",
    "Use the filing of these goods.",
    "请使用该商品的备案。",
  ),
  FILING_FORM: ruleText(
    "goods filing {number} was not approved for form {form}",
    "商品备案 {number} 未通过 {form} 证书的审核",
    "File the goods for this agreement.",
    "请为该协定办理商品备案。",
  ),
};
