import type { Application } from "../application.ts";
import { cite } from "../cite.ts";
import { hasWords } from "../countries.ts";
import { compareDecimals, type Decimal, formatDecimal, sumDecimals, wholeDecimal } from "../decimal.ts";
import { numberWords } from "../english-number.ts";
import { ARITHMETIC, CONSISTENCY, inferred, thirdParty } from "../evidence.ts";
import { ENGLISH_FORMS } from "../forms.ts";
import type { PreferentialGoods } from "../messages.ts";
import type { Node } from "../node.ts";
import { type PackUnit, packUnit } from "../pack-units.ts";
import { packagePhrases } from "../package-phrases.ts";
import type { Rule } from "../rule.ts";

function unitOf(line: Node<PreferentialGoods>): PackUnit | undefined {
  return packUnit(line.text("packUnit") ?? "");
}

/** Goods without a countable package: nothing to write in words. */
function isUnpacked(line: Node<PreferentialGoods>): boolean {
  const quantity = line.decimal("packQty");
  return line.text("packType") === "2" || unitOf(line)?.irregular === true || quantity?.units === 0n;
}

/** Form → entry that shows packages in words and figures. */
const IN_WORDS: Readonly<Record<string, string>> = { C: "C.rules[6]", RC: "RC.rules[9]" };

/** Packages stand in words and figures. */
export const packagesInWords: Rule<Application> = {
  id: "packages.in-words",
  findings: { PACKAGES_NOT_IN_WORDS: thirdParty("S22", "S30", "S42", "S46") },
  check({ code, goods }, report) {
    if (!ENGLISH_FORMS.has(code)) return;
    for (const line of goods) {
      const description = line.text("goodsDescription");
      if (
        description === undefined ||
        isUnpacked(line) ||
        packagePhrases(description).some((phrase) => phrase.inWords !== undefined)
      )
        continue;
      const quantity = line.decimal("packQty");
      const number = quantity === undefined ? undefined : Number(formatDecimal(quantity));
      const words = number === undefined ? undefined : numberWords(number);
      const example =
        words === undefined
          ? "NINETY FOUR (94) CARTONS"
          : `${words} (${number}) ${unitOf(line)?.words ?? line.text("packUnit") ?? ""}`;
      const entry = IN_WORDS[code];
      report(
        "PACKAGES_NOT_IN_WORDS",
        line.at("goodsDescription"),
        { example },
        entry === undefined ? undefined : cite(entry),
      );
    }
  },
};

/** The words say the same number as the figures, and both the same as the number of packages. */
export const packagesNumber: Rule<Application> = {
  id: "packages.number",
  findings: { PACKAGES_WORDS_FIGURES: CONSISTENCY, PACKAGES_WORDS_GARBLED: CONSISTENCY, PACKAGES_NUMBER: CONSISTENCY },
  check({ lines }, report) {
    for (const line of lines) {
      const path = line.at("goodsDescription");
      const phrases = packagePhrases(line.text("goodsDescription") ?? "");
      for (const { figure, inWords, garbled, words } of phrases) {
        if (garbled) report("PACKAGES_WORDS_GARBLED", path, { words });
        if (inWords !== undefined && inWords !== figure)
          report("PACKAGES_WORDS_FIGURES", path, { words, figure, wordsNumber: inWords });
      }
      // A line may list packages of several kinds; then no single figure is its number of packages.
      const [single, ...others] = phrases.filter((phrase) => !phrase.total);
      const quantity = line.decimal("packQty");
      if (single === undefined || others.length > 0 || quantity === undefined || line.is("nonGoods")) continue;
      if (compareDecimals(quantity, wholeDecimal(single.figure)) !== 0)
        report("PACKAGES_NUMBER", path, { figure: single.figure, quantity: formatDecimal(quantity) });
    }
  },
};

/** SAY TOTAL … ONLY is the sum of the lines. */
export const packagesTotal: Rule<Application> = {
  id: "packages.total",
  findings: { PACKAGES_TOTAL: ARITHMETIC },
  check({ goods, lines, body }, report) {
    const quantities = goods.map((line) => line.decimal("packQty"));
    const isComplete = quantities.length > 0 && quantities.every((each): each is Decimal => each !== undefined);
    if (!isComplete) return;
    const sum = sumDecimals(quantities);
    const texts: (readonly [string | undefined, string])[] = [
      ...lines.map((line) => [line.text("goodsDescription"), line.at("goodsDescription")] as const),
      [body.text("specialClause"), body.at("specialClause")],
    ];
    for (const [text, path] of texts) {
      for (const { figure, total } of packagePhrases(text ?? "")) {
        if (total && compareDecimals(sum, wholeDecimal(figure)) !== 0)
          report("PACKAGES_TOTAL", path, { figure, sum: formatDecimal(sum) });
      }
    }
  },
};

/** The package word in the description is that of the package unit. */
export const packageWord: Rule<Application> = {
  id: "packages.word",
  findings: { PACKAGE_WORD: inferred("S22") },
  check({ goods }, report) {
    for (const line of goods) {
      const unit = unitOf(line);
      const phrases = packagePhrases(line.text("goodsDescription") ?? "").filter(
        (phrase) => !phrase.total && phrase.unit !== undefined,
      );
      const [phrase] = phrases;
      if (unit === undefined || phrases.length !== 1 || phrase?.unit === undefined || phrase.unit === unit) continue;
      report("PACKAGE_WORD", line.at("packUnit"), { word: phrase.unit.words, unit: unit.words });
    }
  },
};

/** A number of packages is whole. */
export const packagesWhole: Rule<Application> = {
  id: "packages.whole",
  findings: { PACKAGES_FRACTION: inferred("S3") },
  check({ goods }, report) {
    for (const line of goods) {
      const quantity = line.decimal("packQty");
      if (quantity !== undefined && /\.\d*[1-9]/u.test(formatDecimal(quantity)))
        report("PACKAGES_FRACTION", line.at("packQty"), { quantity: formatDecimal(quantity) });
    }
  },
};

/** Irregular units (bulk, nude, hanging) go with package type 2, the others with 1. */
export const packageType: Rule<Application> = {
  id: "packages.type",
  findings: { PACKAGE_TYPE: thirdParty("S4") },
  check({ goods }, report) {
    for (const line of goods) {
      const [unit, type] = [unitOf(line), line.text("packType")];
      if (unit === undefined || type === undefined) continue;
      const expected = unit.irregular ? "2" : "1";
      if (type !== expected) report("PACKAGE_TYPE", line.at("packType"), { unit: unit.words, expected });
    }
  },
};

/** Form → entry that asks for IN BULK. */
const IN_BULK: Readonly<Record<string, string>> = {
  K: "K.rules[3]",
  F: "F.rules[2]",
  R: "R.rules[4]",
  MU: "MU.rules[2]",
};

/** Unpacked goods say so. */
export const inBulk: Rule<Application> = {
  id: "packages.in-bulk",
  findings: { IN_BULK_MISSING: thirdParty("S42", "S46") },
  check({ code, goods }, report) {
    if (!ENGLISH_FORMS.has(code)) return;
    for (const line of goods) {
      const description = line.plain("goodsDescription");
      if (unitOf(line)?.code !== "IN BULK" || description === undefined || hasWords(description, "IN BULK")) continue;
      const entry = IN_BULK[code];
      report("IN_BULK_MISSING", line.at("goodsDescription"), {}, entry === undefined ? undefined : cite(entry));
    }
  },
};

/** Rules about packages. */
export const packageRules: readonly Rule<Application>[] = [
  packagesInWords,
  packagesNumber,
  packagesTotal,
  packageWord,
  packagesWhole,
  packageType,
  inBulk,
];
