import { type Case, fta, ftaLine, ftaLines } from "../support/cases.ts";

const criterion = (originCriterion: unknown, more: Readonly<Record<string, unknown>> = {}) => ({
  originCriterion,
  ...more,
});
const filings = { filings: { GF2600001: { hsCode: "6204620000", areaCodes: ["RC"] } } };

export const criterionCases: readonly Case[] = [
  [
    "CRITERION_MISSING",
    ftaLine("K", criterion(null)),
    ftaLine("CA", criterion(null)),
    "goodsList.goods[0].originCriterion",
  ],
  [
    "CRITERION_NOT_FOR_FORM",
    ftaLine("CA", criterion("WO")),
    ftaLine("NI", criterion("WO")),
    "goodsList.goods[0].originCriterion",
  ],
  ["CRITERION_NOT_FOR_FORM", ftaLine("SE", criterion("WO")), ftaLine("SE", criterion(null))],
  [
    "CRITERION_UNKNOWN",
    ftaLine("RC", criterion("PSR")),
    ftaLine("RC", criterion("CR")),
    "goodsList.goods[0].originCriterion",
  ],
  ["CRITERION_UNKNOWN", ftaLine("E", criterion("WP")), ftaLine("E", criterion("CTH"))],
  ["CRITERION_UNKNOWN", ftaLine("B", criterion("E 40%")), ftaLine("B", criterion("D"))],
  ["CRITERION_UNKNOWN", ftaLine("P", criterion("45")), ftaLine("P", criterion("45%"))],
  ["CRITERION_UNKNOWN", ftaLine("K", criterion("40%")), ftaLine("GE", criterion("40%"))],
  ["CRITERION_UNKNOWN", ftaLine("HD", criterion("PSR")), ftaLine("HD", criterion("WP"))],
  ["CRITERION_OLD", ftaLine("F", criterion("RVC")), ftaLine("F", criterion("PSR"))],
  ["CRITERION_ADDITION_ALONE", ftaLine("RC", criterion("ACU")), ftaLine("RC", criterion("CTC, ACU"))],
  ["CRITERION_ADDITION_ALONE", ftaLine("H", criterion("WO ACU")), ftaLine("H", criterion("PSR ACU"))],
  [
    "CRITERION_SEVERAL",
    ftaLine("RC", criterion("CTC/RVC", { importedContentPct: "10" })),
    ftaLine("RC", criterion("CTC/DMI")),
  ],
  [
    "CRITERION_PERCENT_MISSING",
    ftaLine("B", criterion("B")),
    ftaLine("B", criterion("B 40%")),
    "goodsList.goods[0].originCriterionValue",
  ],
  [
    "CRITERION_PERCENT_MISSING",
    ftaLine("E", criterion("RVC", { fobValue: "32880.00" })),
    ftaLine("E", criterion("RVC", { originCriterionValue: "45%", fobValue: "32880.00" })),
  ],
  [
    "CRITERION_PERCENT_MISSING",
    ftaLine("E", criterion("PSR", { originCriterionSub: "1", fobValue: "32880.00" })),
    ftaLine("E", criterion("PSR", { originCriterionSub: "2" })),
  ],
  [
    "CRITERION_PERCENT_SIGN",
    ftaLine("E", criterion("RVC", { originCriterionValue: "45", fobValue: "32880.00" })),
    ftaLine("E", criterion("RVC", { originCriterionValue: "45%", fobValue: "32880.00" })),
  ],
  ["CRITERION_PERCENT_RANGE", ftaLine("P", criterion("101%")), ftaLine("P", criterion("100%"))],
  [
    "CRITERION_TOO_LOW",
    ftaLine("X", criterion("RVC", { originCriterionValue: "39.99%" })),
    ftaLine("X", criterion("RVC", { originCriterionValue: "40" })),
    "goodsList.goods[0].originCriterionValue",
  ],
  ["CRITERION_TOO_LOW", ftaLine("P", criterion("39%")), ftaLine("P", criterion("40%"))],
  [
    "CRITERION_TOO_HIGH",
    ftaLine("G", criterion("Y", { originCriterionValue: "51%" })),
    ftaLine("G", criterion("Y", { originCriterionValue: "50%" })),
  ],
  [
    "CRITERION_PERCENT_TWICE",
    ftaLine("B", criterion("B 40%", { originCriterionValue: "41%" })),
    ftaLine("B", criterion("B 40%", { originCriterionValue: "40.0%" })),
  ],
  [
    "CRITERION_HEADING_MISSING",
    ftaLine("G", criterion("W")),
    ftaLine("G", criterion("W", { originCriterionValue: "62.04" })),
  ],
  [
    "CRITERION_HEADING_SHAPE",
    ftaLine("G", criterion("W", { originCriterionValue: "6204" })),
    ftaLine("G", criterion("W 62.04")),
  ],
  [
    "CRITERION_HEADING_OTHER",
    ftaLine("G", criterion("W", { originCriterionValue: "62.05" })),
    ftaLine("G", criterion("W", { originCriterionValue: "62.04" })),
  ],
  [
    "SUB_CRITERION_MISSING",
    ftaLine("E", criterion("PSR")),
    ftaLine("E", criterion("PSR", { originCriterionSub: "3" })),
    "goodsList.goods[0].originCriterionSub",
  ],
  [
    "SUB_CRITERION_NOT_FOR_CODE",
    ftaLine("E", criterion("WO", { originCriterionSub: "1" })),
    ftaLine("E", criterion("PSR", { originCriterionSub: "2" })),
  ],
  [
    "ORIGIN_COUNTRY_MISSING",
    ftaLine("RC", { originCountryCode: undefined }),
    ftaLine("K", { originCountryCode: undefined }),
    "goodsList.goods[0].originCountryCode",
  ],
  [
    "ORIGIN_COUNTRY_OUTSIDE",
    ftaLine("RC", { originCountryCode: "DE", originCountryEn: "GERMANY" }),
    ftaLine("RC", { originCountryCode: "JPN", originCountryEn: "JAPAN" }),
  ],
  ["HIGHEST_RATE_NOT_FOR_FORM", ftaLine("K", { highestRateFlag: "1" }), ftaLine("RC", { highestRateFlag: "1" })],
  [
    "IMPORTED_CONTENT_MISSING",
    ftaLine("RC", criterion("RVC", { fobValue: "32880.00" })),
    ftaLine("RC", criterion("RVC", { fobValue: "32880.00", importedContentPct: "55" })),
  ],
  [
    "IMPORTED_CONTENT_IN_WHOLE",
    ftaLine("RC", { importedContentPct: "1" }),
    ftaLine("RC", { importedContentPct: "0.00" }),
  ],
  [
    "CONTENT_OVER_WHOLE",
    ftaLine("RC", criterion("RVC 60%", { fobValue: "32880.00", importedContentPct: "40.01" })),
    ftaLine("RC", criterion("RVC 60%", { fobValue: "32880.00", importedContentPct: "40" })),
  ],
  [
    "FOB_MISSING",
    ftaLine("X", { fobValue: undefined }),
    ftaLine("K", { fobValue: undefined }),
    "goodsList.goods[0].fobValue",
  ],
  ["FOB_MISSING", ftaLine("P", { fobValue: undefined }), ftaLine("P", {})],
  ["FOB_MISSING", ftaLine("RC", criterion("RVC", { importedContentPct: "10" })), ftaLine("RC", criterion("CTC"))],
  [
    "FOB_UNNEEDED",
    ftaLines("E", [{ fobValue: "1" }, { fobValue: "1" }]),
    ftaLines("K", [{ fobValue: "1" }]),
    "goodsList.goods[0].fobValue",
  ],
  ["FILING_UNKNOWN", fta("RC", {}, { filings: {} }), fta("RC", {}, filings), "goodsList.goods[0].goodsFilingNo"],
  ["FILING_HS_CODE", ftaLine("RC", { hsCode: "6204620001" }, {}, filings), fta("RC", {}, filings)],
  ["FILING_FORM", fta("K", {}, filings), fta("RC", {}, filings)],
];
