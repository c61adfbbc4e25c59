import { type Case, file } from "../support/cases.ts";

const asked = (areaCode: string, originCriterion: string) => ({
  preferences: { preference: [{ areaCode, preferenceType: "1", originCriterion }] },
});
const material = (seqNo: number, share: string, originating: boolean, hsCode = "5208120000") => ({
  seqNo,
  materialName: "M",
  hsCode,
  originCountryCode: originating ? "CN" : "DE",
  originating,
  share,
});
const materials = (...each: readonly unknown[]) => ({ materials: { material: each } });

export const filingCases: readonly Case[] = [
  [
    "SHARES_OVER_WHOLE",
    file(materials(material(1, "60.00", true), material(2, "40.02", false))),
    file(materials(material(1, "60.00", true), material(2, "40.01", false))),
    "materials",
  ],
  [
    "HEAD_SHARES_OVER_WHOLE",
    file({ importedContentPct: "50.02", originMaterialPct: "50.00" }),
    file({ importedContentPct: "50.00", originMaterialPct: "50.00" }),
    "originMaterialPct",
  ],
  [
    "HEAD_SHARE_BELOW",
    file({ importedContentPct: "19.00" }),
    file({ importedContentPct: "20.00" }),
    "importedContentPct",
  ],
  ["HEAD_SHARE_ABOVE", file({ originMaterialPct: "60.00" }), file({ originMaterialPct: "50.00" }), "originMaterialPct"],
  [
    "FILING_CRITERION_UNKNOWN",
    file(asked("K", "CTC")),
    file(asked("K", "PSR")),
    "preferences.preference[0].originCriterion",
  ],
  ["FILING_CRITERION_UNKNOWN", file(asked("RC", "40%")), file(asked("P", "40%"))],
  [
    "WHOLE_WITH_MATERIALS",
    file({ ...asked("RC", "WO"), importedContentPct: undefined, ...materials(material(1, "50.00", true)) }),
    file({ ...asked("RC", "WO"), ...materials() }),
  ],
  [
    "CRITERION_WITH_FOREIGN",
    file(asked("RC", "PE")),
    file({ ...asked("RC", "PE"), importedContentPct: "0", ...materials(material(1, "50.00", true)) }),
  ],
  ["CRITERION_WITH_FOREIGN", file(asked("X", "P")), file(asked("X", "PSR"))],
  [
    "CHANGE_WITHIN_HEADING",
    file(materials(material(1, "50.00", true), material(2, "20.00", false, "6204620000"))),
    file(materials(material(1, "50.00", true, "6204620000"), material(2, "20.00", false))),
  ],
  [
    "VALUE_CONTENT_TOO_LOW",
    file({ ...asked("X", "RVC"), importedContentPct: "60.01", originMaterialPct: undefined, ...materials() }),
    file({ ...asked("X", "RVC"), importedContentPct: "60.00", originMaterialPct: undefined, ...materials() }),
    "importedContentPct",
  ],
  [
    "VALUE_CONTENT_TOO_LOW",
    file({ ...asked("P", "30%"), importedContentPct: "70", originMaterialPct: undefined, ...materials() }),
    file({ ...asked("P", "PSR"), importedContentPct: "70", originMaterialPct: undefined, ...materials() }),
  ],
  [
    "MATERIAL_ORIGIN",
    file(materials({ ...material(1, "50.00", true), originCountryCode: "DE" })),
    file(materials({ ...material(1, "50.00", true), originCountryCode: "VN" })),
    "materials.material[0].originating",
  ],
  [
    "PREFERENCE_TWICE",
    file({ preferences: { preference: [{ areaCode: "K" }, { areaCode: "K" }] } }),
    file({ preferences: { preference: [{ areaCode: "K" }, { areaCode: "RC" }] } }),
    "preferences.preference[1].areaCode",
  ],
  ["FOB_BELOW_WORKS", file({ fobPrice: "5.19" }), file({ fobPrice: "5.20" }), "fobPrice"],
  [
    "PRICE_CURRENCY_MISSING",
    file({ currency: undefined }),
    file({ currency: undefined, exWorksPrice: undefined, fobPrice: undefined }),
    "currency",
  ],
  ["FILING_NAME_VAGUE", file({ goodsEnName: "PARTS" }), file({ goodsEnName: "BICYCLE PARTS" }), "goodsEnName"],
];
