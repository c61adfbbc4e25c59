import { formFor } from "../application.ts";
import { cite, citeCriterion } from "../cite.ts";
import { countryOf } from "../countries.ts";
import { criteriaOf, readCriterion } from "../criterion.ts";
import {
  addDecimals,
  compareDecimals,
  type Decimal,
  formatDecimal,
  HUNDRED,
  subtractDecimals,
  sumDecimals,
  wholeDecimal,
} from "../decimal.ts";
import { ARITHMETIC, CONSISTENCY, inferred, type Mark, thirdParty } from "../evidence.ts";
import type { Filing } from "../filing.ts";
import type { Rule } from "../rule.ts";
import { vagueName } from "./goods.ts";

/** What rounding each share to two digits may add up to: half a hundredth a share. */
function slack(count: number): Decimal {
  return { units: 5n * BigInt(count), scale: 3 };
}

function isOver(sum: Decimal, limit: Decimal, count: number): boolean {
  return compareDecimals(subtractDecimals(sum, limit), slack(count)) > 0;
}

/** Shares of materials, by whether they originate; materials with an unreadable share are left out. */
function shares({ materials }: Filing, originating?: boolean): Decimal[] {
  return materials.flatMap((material) => {
    const share = material.decimal("share");
    const counts = originating === undefined || material.raw("originating") === originating;
    return share !== undefined && counts ? [share] : [];
  });
}

/** All materials together, and both shares of the head, are no more than the whole. */
export const sharesSum: Rule<Filing> = {
  id: "filing.shares",
  findings: { SHARES_OVER_WHOLE: ARITHMETIC, HEAD_SHARES_OVER_WHOLE: ARITHMETIC },
  check(filing, report) {
    const { body } = filing;
    const all = shares(filing);
    const sum = sumDecimals(all);
    if (isOver(sum, HUNDRED, all.length))
      report("SHARES_OVER_WHOLE", body.at("materials"), { sum: formatDecimal(sum) });
    const [imported, originating] = [body.decimal("importedContentPct"), body.decimal("originMaterialPct")];
    if (imported === undefined || originating === undefined) return;
    const head = addDecimals(imported, originating);
    if (isOver(head, HUNDRED, 2))
      report("HEAD_SHARES_OVER_WHOLE", body.at("originMaterialPct"), { sum: formatDecimal(head) });
  },
};

/** The shares of the head are those of the materials. */
export const sharesOfHead: Rule<Filing> = {
  id: "filing.head-shares",
  findings: { HEAD_SHARE_BELOW: ARITHMETIC, HEAD_SHARE_ABOVE: inferred("S10") },
  check(filing, report) {
    const { body, materials } = filing;
    if (materials.length === 0) return;
    for (const [name, originating] of [
      ["importedContentPct", false],
      ["originMaterialPct", true],
    ] as const) {
      const stated = body.decimal(name);
      const parts = shares(filing, originating);
      if (stated === undefined || (parts.length === 0 && stated.units === 0n)) continue;
      const sum = sumDecimals(parts);
      const params = { stated: formatDecimal(stated), sum: formatDecimal(sum) };
      if (isOver(sum, stated, parts.length + 1)) report("HEAD_SHARE_BELOW", body.at(name), params);
      else if (isOver(stated, sum, parts.length + 1)) report("HEAD_SHARE_ABOVE", body.at(name), params);
    }
  },
};

/** The criterion asked for, per agreement, is one the form knows. */
export const filingCriterion: Rule<Filing> = {
  id: "filing.criterion",
  findings: { FILING_CRITERION_UNKNOWN: thirdParty("S4") },
  check({ preferences, context }, report) {
    for (const preference of preferences) {
      const form = formFor(preference.text("areaCode"), context)?.code ?? "";
      const criteria = criteriaOf(form);
      const value = preference.text("originCriterion");
      if (criteria === undefined || value === undefined) continue;
      const { words, percent } = readCriterion(value, undefined);
      const isKnown = words.every((word) => criteria.main.has(word) || criteria.additions.has(word));
      const isEmpty = words.length === 0 && !(criteria.percentAlone && percent !== undefined);
      if (!isKnown || isEmpty)
        report(
          "FILING_CRITERION_UNKNOWN",
          preference.at("originCriterion"),
          { value, form, known: [...criteria.main].join(", ") },
          criteria.mark,
        );
    }
  },
};

/** Criteria that leave no room for foreign material: wholly obtained, and made of originating materials only. */
const ORIGINATING_ONLY: ReadonlySet<string> = new Set(["PE", "WP"]);

/** Criterion and materials do not contradict each other. */
export const criterionAndMaterials: Rule<Filing> = {
  id: "filing.criterion-materials",
  findings: {
    WHOLE_WITH_MATERIALS: inferred("S10"),
    CRITERION_WITH_FOREIGN: CONSISTENCY,
    CHANGE_WITHIN_HEADING: inferred("S30", "S31"),
  },
  check(filing, report) {
    const { preferences, materials, body, context } = filing;
    const foreign = materials.filter((material) => material.raw("originating") === false);
    const heading = body.text("hsCode")?.slice(0, 4);
    const sameHeading = foreign.some(
      (material) => heading !== undefined && material.text("hsCode")?.startsWith(heading) === true,
    );
    for (const preference of preferences) {
      const form = formFor(preference.text("areaCode"), context)?.code ?? "";
      const criteria = criteriaOf(form);
      const value = preference.text("originCriterion") ?? preference.text("preferenceType") ?? "";
      const { words } = readCriterion(value, undefined);
      const path = preference.at("originCriterion");
      const isWhole = criteria !== undefined && words.includes(criteria.whole);
      if (foreign.length > 0 && (isWhole || words.some((word) => ORIGINATING_ONLY.has(word))))
        report("CRITERION_WITH_FOREIGN", path, { value, count: foreign.length });
      else if (isWhole && materials.length > 0) report("WHOLE_WITH_MATERIALS", path, { value });
      if (sameHeading && words.some((word) => word === "CTH" || word === "CTC") && !words.includes("DMI"))
        report("CHANGE_WITHIN_HEADING", path, { value, heading: heading ?? "" });
    }
  },
};

/** Least regional value content in percent, by form. */
const LEAST_VALUE: Readonly<Record<string, readonly [code: string, least: number, mark: Mark]>> = {
  X: ["RVC", 40, cite("X.rules[0]")],
  P: ["%", 40, citeCriterion("P", "%") ?? inferred()],
};

/** A value criterion fits the share of foreign material. */
export const filingValue: Rule<Filing> = {
  id: "filing.value-content",
  findings: { VALUE_CONTENT_TOO_LOW: cite("X.rules[0]") },
  check({ preferences, body, context }, report) {
    const imported = body.decimal("importedContentPct");
    if (imported === undefined) return;
    const content = subtractDecimals(HUNDRED, imported);
    for (const preference of preferences) {
      const form = formFor(preference.text("areaCode"), context)?.code ?? "";
      const [code, least, mark] = LEAST_VALUE[form] ?? [];
      const value = preference.text("originCriterion");
      if (code === undefined || least === undefined || value === undefined) continue;
      const applies = code === "%" ? value.includes("%") : readCriterion(value, undefined).words.includes(code);
      if (applies && compareDecimals(content, wholeDecimal(least)) < 0) {
        report(
          "VALUE_CONTENT_TOO_LOW",
          body.at("importedContentPct"),
          { form, content: formatDecimal(content), least },
          mark,
        );
      }
    }
  },
};

/** Where a material comes from fits whether it originates. */
export const materialOrigin: Rule<Filing> = {
  id: "filing.material-origin",
  findings: { MATERIAL_ORIGIN: inferred() },
  check({ materials, preferences, context }, report) {
    const partners = preferences.map((preference) => formFor(preference.text("areaCode"), context)?.partners);
    if (partners.some((each) => each === undefined || each === "any")) return;
    const parties = new Set(["CN", ...partners.flatMap((each) => (each === undefined || each === "any" ? [] : each))]);
    for (const material of materials) {
      const country = countryOf(material.text("originCountryCode"), context.countrySystem);
      if (country === undefined || !material.is("originating") || parties.has(country.alpha2)) continue;
      report("MATERIAL_ORIGIN", material.at("originating"), { country: country.en, countryZh: country.zh });
    }
  },
};

/** An agreement is asked for once. */
export const preferenceTwice: Rule<Filing> = {
  id: "filing.preference-twice",
  findings: { PREFERENCE_TWICE: CONSISTENCY },
  check({ preferences }, report) {
    const seen = new Set<string>();
    for (const preference of preferences) {
      const area = preference.text("areaCode");
      if (area !== undefined && seen.has(area)) report("PREFERENCE_TWICE", preference.at("areaCode"), { area });
      if (area !== undefined) seen.add(area);
    }
  },
};

/** The FOB price is not below the ex-works price, and prices have a currency. */
export const filingPrices: Rule<Filing> = {
  id: "filing.prices",
  findings: { FOB_BELOW_WORKS: inferred(), PRICE_CURRENCY_MISSING: inferred() },
  check({ body }, report) {
    const [works, fob] = [body.decimal("exWorksPrice"), body.decimal("fobPrice")];
    if (works !== undefined && fob !== undefined && compareDecimals(fob, works) < 0)
      report("FOB_BELOW_WORKS", body.at("fobPrice"), { fob: formatDecimal(fob), works: formatDecimal(works) });
    if ((works !== undefined || fob !== undefined) && !body.filled("currency"))
      report("PRICE_CURRENCY_MISSING", body.at("currency"));
  },
};

/** Goods are named specifically in their filing too. */
export const filingName: Rule<Filing> = {
  id: "filing.name",
  findings: { FILING_NAME_VAGUE: inferred("S37") },
  check({ body }, report) {
    for (const name of ["goodsEnName", "goodsCnName"] as const) {
      const value = body.text(name);
      if (value !== undefined && vagueName(value) !== undefined) report("FILING_NAME_VAGUE", body.at(name), { value });
    }
  },
};

/** Rules about goods filings. */
export const filingRules: readonly Rule<Filing>[] = [
  sharesSum,
  sharesOfHead,
  filingCriterion,
  criterionAndMaterials,
  filingValue,
  materialOrigin,
  preferenceTwice,
  filingPrices,
  filingName,
];
