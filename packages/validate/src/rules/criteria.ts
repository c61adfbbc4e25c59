import type { Application } from "../application.ts";
import { cite, citeCriterion } from "../cite.ts";
import { countryOf } from "../countries.ts";
import { criteriaOf, OLD_CHILEAN, readCriterion, type WrittenCriterion } from "../criterion.ts";
import { addDecimals, compareDecimals, formatDecimal, HUNDRED, parseDecimal, wholeDecimal } from "../decimal.ts";
import { ARITHMETIC, CONSISTENCY, inferred, type Mark, official, thirdParty } from "../evidence.ts";
import { formOf } from "../forms.ts";
import type { PreferentialGoods } from "../messages.ts";
import type { Node } from "../node.ts";
import type { Rule } from "../rule.ts";

function written(line: Node<PreferentialGoods>): WrittenCriterion {
  return readCriterion(line.text("originCriterion"), line.text("originCriterionValue"));
}

/** Goods lines with a criterion on them. */
function* criterionLines({ goods }: Application): Generator<readonly [Node<PreferentialGoods>, WrittenCriterion]> {
  for (const line of goods) if (line.filled("originCriterion")) yield [line, written(line)];
}

/** Forms with known criteria need one on every goods line. */
export const criterionRequired: Rule<Application> = {
  id: "criteria.required",
  findings: { CRITERION_MISSING: thirdParty("S3", "S4") },
  check({ kind, code, goods }, report) {
    if (kind !== "preferential" || criteriaOf(code) === undefined || HIDDEN.has(code)) return;
    for (const line of goods)
      if (!line.filled("originCriterion")) report("CRITERION_MISSING", line.at("originCriterion"), { form: code });
  },
};

/** Forms for which the customs client shows no criterion. */
const HIDDEN: ReadonlySet<string> = new Set(["AD", "CA", "NI", "SE", "HD"]);
/** Of these, forms for which criteria are known from elsewhere. */
const HIDDEN_BUT_KNOWN: ReadonlySet<string> = new Set(["NI", "HD"]);

/** Forms that show no criterion carry none. */
export const criterionHidden: Rule<Application> = {
  id: "criteria.hidden",
  findings: { CRITERION_NOT_FOR_FORM: thirdParty("S4") },
  check(application, report) {
    const { code } = application;
    if (!HIDDEN.has(code) || HIDDEN_BUT_KNOWN.has(code)) return;
    for (const [line] of criterionLines(application)) {
      report(
        "CRITERION_NOT_FOR_FORM",
        line.at("originCriterion"),
        { form: code },
        code === "CA" ? cite("CA.rules[1]") : undefined,
      );
    }
  },
};

/** The code is one of the form's. */
export const criterionKnown: Rule<Application> = {
  id: "criteria.known",
  findings: { CRITERION_UNKNOWN: thirdParty("S4"), CRITERION_OLD: OLD_CHILEAN.mark },
  check(application, report) {
    const criteria = criteriaOf(application.code);
    if (criteria === undefined) return;
    for (const [line, { words, percent }] of criterionLines(application)) {
      const path = line.at("originCriterion");
      const wrong = words.find((word) => !criteria.main.has(word) && !criteria.additions.has(word));
      const nothing = words.length === 0 && !(criteria.percentAlone && percent !== undefined);
      const params = {
        value: line.text("originCriterion") ?? "",
        form: application.code,
        known: [...criteria.main, ...(criteria.percentAlone ? ["nn%"] : [])].join(", "),
      };
      if (wrong !== undefined || nothing) report("CRITERION_UNKNOWN", path, params, criteria.mark);
      else if (application.code === "F" && words.some((word) => OLD_CHILEAN.codes.has(word)))
        report("CRITERION_OLD", path, params);
    }
  },
};

/** Codes that only qualify another stand beside one, and only one main code is written. */
export const criterionCombination: Rule<Application> = {
  id: "criteria.combination",
  findings: { CRITERION_ADDITION_ALONE: cite("RC.rules[5]"), CRITERION_SEVERAL: inferred("S30") },
  check(application, report) {
    const criteria = criteriaOf(application.code);
    if (criteria === undefined) return;
    for (const [line, { words }] of criterionLines(application)) {
      const main = words.filter((word) => criteria.main.has(word));
      const added = words.filter((word) => criteria.additions.has(word));
      const base = application.code === "H" ? main.includes("PSR") : main.length > 0;
      const mark = application.code === "H" ? citeCriterion("H", "PSR ACU") : undefined;
      if (added.length > 0 && !base)
        report("CRITERION_ADDITION_ALONE", line.at("originCriterion"), { value: added.join(", ") }, mark);
      if (main.length > 1) report("CRITERION_SEVERAL", line.at("originCriterion"), { value: main.join(", ") });
    }
  },
};

/** Form → code that needs a percentage, and where that is said. */
const PERCENT_NEEDED: Readonly<Record<string, Readonly<Record<string, Mark | undefined>>>> = {
  E: { RVC: citeCriterion("E", "RVC") },
  B: { B: cite("B.rules[2]"), C: cite("B.rules[2]") },
  G: { Y: citeCriterion("G", "Y") },
};

/** Codes that are followed by a percentage carry one, in the code or beside it. */
export const criterionPercent: Rule<Application> = {
  id: "criteria.percent",
  findings: { CRITERION_PERCENT_MISSING: thirdParty("S4"), CRITERION_PERCENT_SIGN: thirdParty("S4") },
  check(application, report) {
    const { code } = application;
    for (const [line, { words, percent }] of criterionLines(application)) {
      const word = words.find((each) => PERCENT_NEEDED[code]?.[each] !== undefined);
      const isValueRule = code === "E" && words.includes("PSR") && line.text("originCriterionSub") === "1";
      if ((word !== undefined || isValueRule) && percent === undefined) {
        report(
          "CRITERION_PERCENT_MISSING",
          line.at("originCriterionValue"),
          { value: word ?? "PSR" },
          PERCENT_NEEDED[code]?.[word ?? ""],
        );
      }
      const value = line.text("originCriterionValue");
      if (code === "E" && percent !== undefined && value !== undefined && !value.endsWith("%"))
        report("CRITERION_PERCENT_SIGN", line.at("originCriterionValue"), { value });
    }
  },
};

/** Limits of a percentage: form → code (`%` when it stands alone) → least, most. */
const PERCENT_LIMITS: Readonly<
  Record<string, readonly (readonly [code: string, limit: "least" | "most", percent: number, mark: Mark])[]>
> = {
  X: [["RVC", "least", 40, cite("X.rules[0]")]],
  P: [["%", "least", 40, citeCriterion("P", "%") ?? inferred()]],
  G: [["Y", "most", 50, cite("G.rules[0]")]],
};

/** A percentage is within the whole and within the form's limit. */
export const criterionLimit: Rule<Application> = {
  id: "criteria.limit",
  findings: {
    CRITERION_PERCENT_RANGE: ARITHMETIC,
    CRITERION_TOO_LOW: official("S45"),
    CRITERION_TOO_HIGH: cite("G.rules[0]"),
  },
  check(application, report) {
    for (const [line, { words, percent }] of criterionLines(application)) {
      if (percent === undefined) continue;
      const path = line.at(line.filled("originCriterionValue") ? "originCriterionValue" : "originCriterion");
      const params = { value: formatDecimal(percent), form: application.code };
      if (compareDecimals(percent, HUNDRED) > 0) report("CRITERION_PERCENT_RANGE", path, params);
      for (const [code, limit, bound, mark] of PERCENT_LIMITS[application.code] ?? []) {
        if (code === "%" ? words.length > 0 : !words.includes(code)) continue;
        const order = compareDecimals(percent, wholeDecimal(bound));
        if (limit === "least" && order < 0) report("CRITERION_TOO_LOW", path, { ...params, bound }, mark);
        if (limit === "most" && order > 0) report("CRITERION_TOO_HIGH", path, { ...params, bound }, mark);
      }
    }
  },
};

/** The percentage in the code and the one beside it agree. */
export const criterionTwice: Rule<Application> = {
  id: "criteria.one-percentage",
  findings: { CRITERION_PERCENT_TWICE: CONSISTENCY },
  check(application, report) {
    for (const [line] of criterionLines(application)) {
      const inCode = readCriterion(line.text("originCriterion"), undefined).percent;
      const beside = readCriterion(undefined, line.text("originCriterionValue")).percent;
      if (inCode === undefined || beside === undefined || compareDecimals(inCode, beside) === 0) continue;
      report("CRITERION_PERCENT_TWICE", line.at("originCriterionValue"), {
        code: formatDecimal(inCode),
        value: formatDecimal(beside),
      });
    }
  },
};

/** Form A with W: the heading of the goods as XX.XX. */
export const criterionHeading: Rule<Application> = {
  id: "criteria.heading",
  findings: {
    CRITERION_HEADING_MISSING: cite("G.hs"),
    CRITERION_HEADING_SHAPE: cite("G.rules[0]"),
    CRITERION_HEADING_OTHER: CONSISTENCY,
  },
  check(application, report) {
    if (application.code !== "G") return;
    for (const [line, { words, heading }] of criterionLines(application)) {
      if (!words.includes("W")) continue;
      const path = line.at("originCriterionValue");
      const hsCode = line.text("hsCode");
      if (heading === undefined) report("CRITERION_HEADING_MISSING", path);
      else if (!heading.includes(".")) report("CRITERION_HEADING_SHAPE", path, { value: heading });
      else if (hsCode !== undefined && !hsCode.startsWith(heading.replace(".", "")))
        report("CRITERION_HEADING_OTHER", path, { value: heading, hsCode });
    }
  },
};

/** Form E: the sub-criterion stands with PSR and only there. */
export const subCriterion: Rule<Application> = {
  id: "criteria.sub",
  findings: { SUB_CRITERION_MISSING: thirdParty("S4"), SUB_CRITERION_NOT_FOR_CODE: thirdParty("S4") },
  check(application, report) {
    for (const line of application.goods) {
      const path = line.at("originCriterionSub");
      const isPsr = application.code === "E" && written(line).words.includes("PSR");
      if (isPsr && !line.filled("originCriterionSub"))
        report("SUB_CRITERION_MISSING", path, {}, citeCriterion("E", "PSR"));
      if (!isPsr && application.form !== undefined && line.filled("originCriterionSub"))
        report("SUB_CRITERION_NOT_FOR_CODE", path);
    }
  },
};

/** RCEP: each line has its country of origin, in the region. */
export const originCountry: Rule<Application> = {
  id: "criteria.origin-country",
  findings: {
    ORIGIN_COUNTRY_MISSING: thirdParty("S4"),
    ORIGIN_COUNTRY_OUTSIDE: cite("RC.members"),
    HIGHEST_RATE_NOT_FOR_FORM: cite("RC.rules[6]"),
  },
  check({ code, form, goods, context }, report) {
    for (const line of goods) {
      if (code !== "RC") {
        if (form !== undefined && line.filled("highestRateFlag"))
          report("HIGHEST_RATE_NOT_FOR_FORM", line.at("highestRateFlag"));
        continue;
      }
      for (const name of ["originCountryCode", "originCountryEn"] as const)
        if (!line.filled(name)) report("ORIGIN_COUNTRY_MISSING", line.at(name));
      const country = countryOf(line.text("originCountryCode"), context.countrySystem);
      if (country !== undefined && !isParty(country.alpha2))
        report("ORIGIN_COUNTRY_OUTSIDE", line.at("originCountryCode"), { country: country.en, countryZh: country.zh });
    }
  },
};

function isParty(alpha2: string): boolean {
  const partners = formOf("RC")?.partners;
  return alpha2 === "CN" || partners === undefined || partners === "any" || partners.includes(alpha2);
}

/** Imported content beside a criterion: needed for RCEP's RVC, none in wholly obtained goods, and within the whole. */
export const importedContent: Rule<Application> = {
  id: "criteria.imported-content",
  findings: {
    IMPORTED_CONTENT_MISSING: thirdParty("S4"),
    IMPORTED_CONTENT_IN_WHOLE: CONSISTENCY,
    CONTENT_OVER_WHOLE: ARITHMETIC,
  },
  check(application, report) {
    const criteria = criteriaOf(application.code);
    for (const [line, { words, percent }] of criterionLines(application)) {
      const path = line.at("importedContentPct");
      const imported = parseDecimal((line.text("importedContentPct") ?? "").replace(/%$/u, ""));
      if (application.code === "RC" && words.includes("RVC") && !line.filled("importedContentPct"))
        report("IMPORTED_CONTENT_MISSING", path, {}, citeCriterion("RC", "RVC"));
      if (imported === undefined || criteria === undefined) continue;
      if (imported.units > 0n && words.includes(criteria.whole))
        report("IMPORTED_CONTENT_IN_WHOLE", path, { value: formatDecimal(imported), criterion: criteria.whole });
      const isShare = words.includes("RVC") || (words.length === 0 && criteria.percentAlone);
      if (isShare && percent !== undefined && compareDecimals(addDecimals(percent, imported), HUNDRED) > 0) {
        report("CONTENT_OVER_WHOLE", path, { regional: formatDecimal(percent), imported: formatDecimal(imported) });
      }
    }
  },
};

/** Forms that show FOB only with a regional value criterion, and forms that always show it. */
const FOB_WITH_RVC: Readonly<Record<string, Mark>> = { RC: cite("RC.rules[7]"), E: cite("E.rules[0]") };
const FOB_ALWAYS: Readonly<Record<string, Mark>> = { X: cite("X.rules[1]"), P: cite("P.rules[1]") };

/** FOB stands on a line where the form asks for it, and only there. */
export const fobValue: Rule<Application> = {
  id: "criteria.fob",
  findings: { FOB_MISSING: cite("E.rules[0]"), FOB_UNNEEDED: cite("E.rules[0]") },
  check({ code, goods }, report) {
    const [always, withRvc] = [FOB_ALWAYS[code], FOB_WITH_RVC[code]];
    let unneeded: string | undefined;
    let count = 0;
    for (const line of goods) {
      const isRvc = written(line).words.includes("RVC") || (code === "E" && line.text("originCriterionSub") === "1");
      if (line.filled("fobValue")) {
        if (withRvc === undefined || isRvc) continue;
        count++;
        unneeded ??= line.at("fobValue");
      } else if (always !== undefined) report("FOB_MISSING", line.at("fobValue"), { form: code }, always);
      else if (withRvc !== undefined && isRvc) report("FOB_MISSING", line.at("fobValue"), { form: code }, withRvc);
    }
    if (unneeded !== undefined) report("FOB_UNNEEDED", unneeded, { form: code, count }, withRvc);
  },
};

/** The line's filing was approved, for these goods and this form. Only checked when the caller gives the filings. */
export const goodsFiling: Rule<Application> = {
  id: "criteria.goods-filing",
  findings: { FILING_UNKNOWN: inferred("S11"), FILING_HS_CODE: CONSISTENCY, FILING_FORM: inferred("S10") },
  check({ code, goods, context: { filings } }, report) {
    if (filings === undefined) return;
    for (const line of goods) {
      const number = line.text("goodsFilingNo");
      if (number === undefined) continue;
      const path = line.at("goodsFilingNo");
      const filing = Object.hasOwn(filings, number) ? filings[number] : undefined;
      const hsCode = line.text("hsCode");
      if (filing === undefined) report("FILING_UNKNOWN", path, { number });
      else if (filing.hsCode !== undefined && hsCode !== undefined && filing.hsCode !== hsCode)
        report("FILING_HS_CODE", path, { number, filed: filing.hsCode, hsCode });
      else if (code !== "" && filing.areaCodes?.includes(code) === false)
        report("FILING_FORM", path, { number, form: code });
    }
  },
};

/** Rules about origin criteria. */
export const criterionRules: readonly Rule<Application>[] = [
  criterionRequired,
  criterionHidden,
  criterionKnown,
  criterionCombination,
  criterionPercent,
  criterionLimit,
  criterionTwice,
  criterionHeading,
  subCriterion,
  originCountry,
  importedContent,
  fobValue,
  goodsFiling,
];
