import type { Application } from "../application.ts";
import { cite, citeFact } from "../cite.ts";
import { hasWords } from "../countries.ts";
import { compareDecimals, formatDecimal } from "../decimal.ts";
import { ARITHMETIC, CONSISTENCY, inferred, type Mark, thirdParty } from "../evidence.ts";
import { ENGLISH_FORMS } from "../forms.ts";
import type { PreferentialGoods } from "../messages.ts";
import { type Name, plainText } from "../node.ts";
import { packUnit } from "../pack-units.ts";
import type { Rule } from "../rule.ts";

/** Lines are numbered from 1 without gaps, and no number stands twice. */
export const itemNumbers: Rule<Application> = {
  id: "goods.item-numbers",
  findings: { ITEM_NUMBER_TWICE: CONSISTENCY, ITEM_NUMBER_GAP: thirdParty("S3", "S49") },
  check({ lines }, report) {
    const seen = new Set<number>();
    lines.forEach((line, index) => {
      const number = line.integer("itemNo");
      if (number === undefined) return;
      if (seen.has(number)) report("ITEM_NUMBER_TWICE", line.at("itemNo"), { number });
      else if (number !== index + 1) report("ITEM_NUMBER_GAP", line.at("itemNo"), { number, expected: index + 1 });
      seen.add(number);
    });
  },
};

/** The first line is goods. */
export const firstLine: Rule<Application> = {
  id: "goods.first-line",
  findings: { FIRST_LINE_NOT_GOODS: inferred("S4") },
  check({ lines }, report) {
    if (lines[0]?.is("nonGoods") === true) report("FIRST_LINE_NOT_GOODS", lines[0].at("nonGoods"));
  },
};

const GOODS_ONLY = [
  "hsCode",
  "packQty",
  "packUnit",
  "quantity",
  "unit",
  "unitEn",
  "amount",
  "originCriterion",
  "originCriterionSub",
  "originCriterionValue",
  "fobValue",
  "unitPrice",
] as const satisfies readonly Name<PreferentialGoods>[];

/** A text-only line has no code, quantity, value or criterion. */
export const textLine: Rule<Application> = {
  id: "goods.text-line",
  findings: { TEXT_LINE_WITH_VALUES: thirdParty("S4") },
  check({ lines }, report) {
    for (const line of lines) {
      if (!line.is("nonGoods")) continue;
      for (const name of GOODS_ONLY) if (line.filled(name)) report("TEXT_LINE_WITH_VALUES", line.at(name));
    }
  },
};

const ON_EVERY_LINE = ["hsCode", "packQty", "packUnit", "quantity", "unit", "unitEn", "amount"] as const;

/** A goods line has what "unless nonGoods" asks for; the schema only says that the element is there, empty or not. */
export const lineFields: Rule<Application> = {
  id: "goods.line-fields",
  findings: { LINE_FIELD_MISSING: thirdParty("S3") },
  check({ goods }, report) {
    for (const line of goods) {
      for (const name of ON_EVERY_LINE) if (!line.filled(name)) report("LINE_FIELD_MISSING", line.at(name));
    }
  },
};

/** Net weight is not above gross weight. */
export const netGross: Rule<Application> = {
  id: "goods.net-gross",
  findings: { NET_OVER_GROSS: ARITHMETIC },
  check({ goods }, report) {
    for (const line of goods) {
      const [gross, net] = [line.decimal("grossWeight"), line.decimal("netWeight")];
      if (gross === undefined || net === undefined || compareDecimals(net, gross) <= 0) continue;
      report("NET_OVER_GROSS", line.at("netWeight"), { net: formatDecimal(net), gross: formatDecimal(gross) });
    }
  },
};

/** Forms whose box asks for the gross weight beside the quantity. */
const GROSS_WEIGHT_FORMS: ReadonlySet<string> = new Set(["K", "X"]);

/** Weights have a unit, and stand where the form shows them. */
export const weights: Rule<Application> = {
  id: "goods.weights",
  findings: { WEIGHT_UNIT_MISSING: inferred("S3"), GROSS_WEIGHT_MISSING: thirdParty("S42") },
  check({ goods, code }, report) {
    for (const line of goods) {
      const isWeighed = line.filled("grossWeight") || line.filled("netWeight");
      if (isWeighed && !line.filled("weightUnit")) report("WEIGHT_UNIT_MISSING", line.at("weightUnit"));
      if (GROSS_WEIGHT_FORMS.has(code) && !line.filled("grossWeight")) {
        report("GROSS_WEIGHT_MISSING", line.at("grossWeight"), { form: code }, citeFact(code, "boxes_evidence"));
      }
    }
  },
};

/** The quantity is in a commercial unit, not in packages. */
export const quantityUnit: Rule<Application> = {
  id: "goods.quantity-unit",
  findings: { UNIT_IS_PACKAGE: inferred("S37") },
  check({ goods }, report) {
    for (const line of goods) {
      const unit = line.plain("unitEn");
      const found = unit === undefined ? undefined : packUnit(unit);
      if (unit !== undefined && found !== undefined && !found.irregular)
        report("UNIT_IS_PACKAGE", line.at("unitEn"), { unit });
    }
  },
};

/** Names that say nothing alone: the first are the examples of the fill rules, the others ours. */
const VAGUE_READ: ReadonlySet<string> = new Set(["MACHINE", "MACHINES", "GARMENT", "GARMENTS"]);
const VAGUE_OURS: ReadonlySet<string> = new Set([
  "GOODS",
  "PRODUCT",
  "PRODUCTS",
  "PART",
  "PARTS",
  "ACCESSORY",
  "ACCESSORIES",
  "EQUIPMENT",
  "CLOTHES",
  "CLOTHING",
  "MACHINERY",
  "ARTICLE",
  "ARTICLES",
  "SAMPLE",
  "SAMPLES",
  "GIFT",
  "GIFTS",
  "MERCHANDISE",
  "COMMODITY",
  "COMMODITIES",
  "MATERIAL",
  "MATERIALS",
  "TOOL",
  "TOOLS",
  "货物",
  "商品",
  "产品",
  "机器",
  "机械",
  "服装",
  "衣服",
  "配件",
  "零件",
  "设备",
  "材料",
  "样品",
  "礼品",
]);

/** Evidence for calling a goods name vague; nothing when it is specific. */
export function vagueName(name: string): Mark | undefined {
  const plain = plainText(name).replace(/[.,;*]+$/u, "");
  if (VAGUE_READ.has(plain)) return cite("C.rules[8]");
  return VAGUE_OURS.has(plain) ? inferred("S37") : undefined;
}

/** Goods are named specifically. */
export const goodsName: Rule<Application> = {
  id: "goods.name",
  findings: { GOODS_NAME_VAGUE: cite("C.rules[8]") },
  check({ goods }, report) {
    for (const line of goods) {
      for (const name of ["goodsEnName", "goodsCnName"] as const) {
        const value = line.text(name);
        const mark = value === undefined ? undefined : vagueName(value);
        if (value !== undefined && mark !== undefined) report("GOODS_NAME_VAGUE", line.at(name), { value }, mark);
      }
    }
  },
};

/** The printed text of a line names its goods. */
export const describedName: Rule<Application> = {
  id: "goods.described-name",
  findings: { DESCRIPTION_WITHOUT_NAME: inferred("S3") },
  check({ goods, code }, report) {
    for (const line of goods) {
      const name = line.plain(code === "H" ? "goodsCnName" : "goodsEnName");
      const description = line.plain("goodsDescription");
      if (name === undefined || description === undefined || description.includes(name)) continue;
      report("DESCRIPTION_WITHOUT_NAME", line.at("goodsDescription"), { name });
    }
  },
};

/** Form → entry that asks for the end mark; the others are under the rules common to most forms. */
const END_MARK: Readonly<Record<string, string>> = {
  C: "C.rules[6]",
  X: "X.rules[2]",
  F: "F.rules[2]",
  R: "R.rules[4]",
  S: "S.rules[4]",
  MU: "MU.rules[2]",
};
const END_MARK_COMMON = thirdParty("S36", "S45", "S46", "S47");

/** The description is closed with *** or a backslash. */
export const endMark: Rule<Application> = {
  id: "goods.end-mark",
  findings: { END_MARK_MISSING: END_MARK_COMMON },
  check({ code, lines, body }, report) {
    const last = lines.at(-1);
    if (last === undefined || !ENGLISH_FORMS.has(code)) return;
    const closes = [last.text("goodsDescription"), body.text("specialClause")].some(
      (text) => text?.endsWith("***") === true || text?.endsWith("\\") === true,
    );
    if (closes || !last.filled("goodsDescription")) return;
    const entry = END_MARK[code];
    report("END_MARK_MISSING", last.at("goodsDescription"), {}, entry === undefined ? undefined : cite(entry));
  },
};

/** Forms without empty lines between items. */
const NO_BLANKS: Readonly<Record<string, string>> = { S: "S.rules[4]", I: "I.rules[0]" };

/** No blank lines inside the goods. */
export const blankLines: Rule<Application> = {
  id: "goods.blank-lines",
  findings: { BLANK_LINE: cite("S.rules[4]") },
  check({ code, lines }, report) {
    const entry = NO_BLANKS[code];
    if (entry === undefined) return;
    for (const line of lines) {
      if (/\n[^\S\n]*\n/u.test(line.text("goodsDescription") ?? ""))
        report("BLANK_LINE", line.at("goodsDescription"), { form: code }, cite(entry));
    }
  },
};

/** Digits that a form prints of the HS code. */
const HS_DIGITS: Readonly<Record<string, number>> = {
  C: 6,
  RC: 6,
  E: 6,
  K: 6,
  A: 6,
  N: 6,
  X: 6,
  F: 6,
  R: 6,
  L: 6,
  S: 6,
  I: 6,
  P: 6,
  GE: 6,
  MU: 6,
  H: 8,
  B: 4,
};

/** The HS code has at least the digits that the form prints, and a code inside the description is the same one. */
export const hsDigits: Rule<Application> = {
  id: "goods.hs-digits",
  findings: { HS_DIGITS_MISSING: thirdParty("S3"), HS_CODE_IN_TEXT: inferred("S31") },
  check({ code, goods }, report) {
    const digits = HS_DIGITS[code];
    for (const line of goods) {
      const hsCode = line.text("hsCode");
      if (hsCode === undefined) continue;
      if (digits !== undefined && hsCode.replace(/\D/gu, "").length < digits) {
        report("HS_DIGITS_MISSING", line.at("hsCode"), { form: code, digits, value: hsCode }, citeFact(code, "hs"));
      }
      const inText = /H\.?S\.?\s{0,3}(?:CODE|NO\.?)\s{0,3}[:.]?\s{0,3}(\d{4}[\d.]{0,8})/u.exec(
        line.plain("goodsDescription") ?? "",
      )?.[1];
      const shown = inText?.replaceAll(".", "").slice(0, 6);
      if (inText !== undefined && shown !== undefined && !hsCode.startsWith(shown))
        report("HS_CODE_IN_TEXT", line.at("goodsDescription"), { value: inText, hsCode });
    }
  },
};

/** Phrases that refer to another paper instead of saying something. */
const REFERENCES = ["AS PER INVOICE", "AS PER B/L", "AS PER PACKING LIST", "AS PER CONTRACT", "DETAILS AS PER"];

/** The description says what the goods are itself. */
export const descriptionPhrases: Rule<Application> = {
  id: "goods.phrases",
  findings: { DESCRIPTION_PHRASE: inferred("S29", "S37") },
  check({ lines }, report) {
    for (const line of lines) {
      const text = line.plain("goodsDescription");
      const phrase = text === undefined ? undefined : REFERENCES.find((each) => hasWords(text, each));
      if (phrase !== undefined) report("DESCRIPTION_PHRASE", line.at("goodsDescription"), { phrase });
    }
  },
};

/** Rules about goods lines. */
export const goodsRules: readonly Rule<Application>[] = [
  itemNumbers,
  firstLine,
  textLine,
  lineFields,
  netGross,
  weights,
  quantityUnit,
  goodsName,
  describedName,
  endMark,
  blankLines,
  hsDigits,
  descriptionPhrases,
];
