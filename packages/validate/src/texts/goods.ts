import { type RuleText, ruleText } from "../rule-text.ts";

/** Findings about goods lines. */
export type GoodsCode =
  | "ITEM_NUMBER_TWICE"
  | "ITEM_NUMBER_GAP"
  | "FIRST_LINE_NOT_GOODS"
  | "TEXT_LINE_WITH_VALUES"
  | "LINE_FIELD_MISSING"
  | "NET_OVER_GROSS"
  | "WEIGHT_UNIT_MISSING"
  | "GROSS_WEIGHT_MISSING"
  | "UNIT_IS_PACKAGE"
  | "GOODS_NAME_VAGUE"
  | "DESCRIPTION_WITHOUT_NAME"
  | "END_MARK_MISSING"
  | "BLANK_LINE"
  | "HS_DIGITS_MISSING"
  | "HS_CODE_IN_TEXT"
  | "DESCRIPTION_PHRASE";

/** Texts of these findings. */
export const goodsTexts: Readonly<Record<GoodsCode, RuleText>> = {
  ITEM_NUMBER_TWICE: ruleText(
    "line number {number} stands twice",
    "商品序号 {number} 重复",
    "Number the lines 1, 2, 3 …",
    "请按 1、2、3……编号。",
  ),
  ITEM_NUMBER_GAP: ruleText(
    "line number {number} where {expected} is expected",
    "商品序号为 {number}，应为 {expected}",
    "Number the lines from 1 without gaps, in order.",
    "请从 1 起按顺序连续编号。",
  ),
  FIRST_LINE_NOT_GOODS: ruleText(
    "the first line is a text-only line",
    "第一项为非货物项",
    "Put goods first; text lines follow.",
    "请将货物放在首项，文字行置后。",
  ),
  TEXT_LINE_WITH_VALUES: ruleText(
    "a text-only line carries no code, quantity, value or criterion",
    "非货物项不应填写编码、数量、金额或标准",
    "Leave the field out, or make it a goods line.",
    "请省略该字段，或改为货物项。",
  ),
  LINE_FIELD_MISSING: ruleText(
    "needed on every line that is goods",
    "货物项必须填写",
    "Fill it in; only text-only lines (`nonGoods`) leave it empty.",
    "请填写；仅非货物项可为空。",
  ),
  NET_OVER_GROSS: ruleText(
    "net weight {net} is above gross weight {gross}",
    "净重 {net} 大于毛重 {gross}",
    "The two may be swapped.",
    "两者可能填反，请核对。",
  ),
  WEIGHT_UNIT_MISSING: ruleText(
    "a weight is given without its unit",
    "填写了重量但未填写重量单位",
    "Give the unit, e.g. KGS.",
    "请填写单位，例如 KGS。",
  ),
  GROSS_WEIGHT_MISSING: ruleText(
    "form {form} shows the gross weight beside the quantity",
    "{form} 证书除数量外还显示毛重",
    "Give the gross weight of the line.",
    "请填写该项毛重。",
  ),
  UNIT_IS_PACKAGE: ruleText(
    '"{unit}" is a kind of package, not a commercial unit of the goods',
    "“{unit}”是包装单位，不是商品的计量单位",
    "Give pieces, dozens, weight or the like; packages have their own fields.",
    "请填写件、打、重量等计量单位；包装另有字段。",
  ),
  GOODS_NAME_VAGUE: ruleText(
    '"{value}" alone does not say what the goods are',
    "“{value}”过于笼统，不足以说明货物",
    "Name the goods specifically, e.g. WELDING MACHINE.",
    "请填写具体品名，例如“电焊机”。",
  ),
  DESCRIPTION_WITHOUT_NAME: ruleText(
    'the printed description does not contain the goods name "{name}"',
    "货物描述中没有品名“{name}”",
    "Use the same name in both.",
    "请使两处品名一致。",
  ),
  END_MARK_MISSING: ruleText(
    "the description of the last line is not closed with *** or \\",
    "最后一项货物描述未以 *** 或 \\ 结束",
    "Add *** on a line of its own.",
    "请在末尾另起一行加 ***。",
  ),
  BLANK_LINE: ruleText(
    "form {form} takes no blank lines inside the goods",
    "{form} 证书的商品栏内不留空行",
    "Remove the blank line.",
    "请删除空行。",
  ),
  HS_DIGITS_MISSING: ruleText(
    'form {form} prints {digits} digits of the HS code, "{value}" has fewer',
    "{form} 证书打印 {digits} 位 HS编码，“{value}”位数不足",
    "Give the full ten-digit code.",
    "请填写完整的十位编码。",
  ),
  HS_CODE_IN_TEXT: ruleText(
    "the description says HS code {value}, the field says {hsCode}",
    "货物描述中的 HS编码为 {value}，字段为 {hsCode}",
    "Make them agree, unless the importing side's code differs.",
    "请使两者一致（进口方编码不同的除外）。",
  ),
  DESCRIPTION_PHRASE: ruleText(
    '"{phrase}" refers to another paper instead of describing the goods',
    "“{phrase}”引用其他单据，没有说明货物",
    "Write the description itself.",
    "请直接写明货物描述。",
  ),
};
