import { type RuleText, ruleText } from "../rule-text.ts";

/** Findings about packages. */
export type PackageCode =
  | "PACKAGES_NOT_IN_WORDS"
  | "PACKAGES_WORDS_FIGURES"
  | "PACKAGES_WORDS_GARBLED"
  | "PACKAGES_NUMBER"
  | "PACKAGES_TOTAL"
  | "PACKAGE_WORD"
  | "PACKAGES_FRACTION"
  | "PACKAGE_TYPE"
  | "IN_BULK_MISSING";

/** Texts of these findings. */
export const packageTexts: Readonly<Record<PackageCode, RuleText>> = {
  PACKAGES_NOT_IN_WORDS: ruleText(
    "the description does not give the packages in words and figures",
    "货物描述中没有包装件数的大写和数字",
    "Begin it with {example} OF …; `packageSentence` writes it.",
    "请以 {example} OF …… 开头；可用 `packageSentence` 生成。",
  ),
  PACKAGES_WORDS_FIGURES: ruleText(
    '"{words}" is {wordsNumber}, the figure in brackets {figure}',
    "“{words}”为 {wordsNumber}，括号内为 {figure}",
    "Correct the words or the figure; `packageSentence` writes both.",
    "请更正大写或数字；可用 `packageSentence` 生成。",
  ),
  PACKAGES_WORDS_GARBLED: ruleText(
    '"{words}" is no number',
    "“{words}”不构成数字",
    "Correct the words; `packageSentence` writes them.",
    "请更正大写；可用 `packageSentence` 生成。",
  ),
  PACKAGES_NUMBER: ruleText(
    "the description says {figure} packages, the field {quantity}",
    "货物描述中为 {figure} 件，包装件数为 {quantity}",
    "Make both agree.",
    "请使两者一致。",
  ),
  PACKAGES_TOTAL: ruleText(
    "the total line says {figure} packages, the lines add up to {sum}",
    "合计行为 {figure} 件，各项之和为 {sum}",
    "Correct the total or the lines.",
    "请更正合计或各项件数。",
  ),
  PACKAGE_WORD: ruleText(
    "the description says {word}, the package unit is {unit}",
    "货物描述中为 {word}，包装单位为 {unit}",
    "Use one unit.",
    "请统一包装单位。",
  ),
  PACKAGES_FRACTION: ruleText(
    "{quantity} packages is no whole number",
    "包装件数 {quantity} 不是整数",
    "Give a whole number of packages.",
    "请填写整数件数。",
  ),
  PACKAGE_TYPE: ruleText(
    "package unit {unit} goes with package type {expected}",
    "包装单位 {unit} 对应的包装类型为 {expected}",
    "Use type 2 for bulk, nude and hanging goods, 1 otherwise.",
    "散装、裸装、挂装为 2，其他为 1。",
  ),
  IN_BULK_MISSING: ruleText(
    "the goods are unpacked, but the description does not say IN BULK",
    "货物为散装，货物描述中未注明 IN BULK",
    "Add IN BULK.",
    "请注明 IN BULK。",
  ),
};
