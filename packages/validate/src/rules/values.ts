import { parseDay } from "../calendar.ts";
import { codeListSources, isKnownCode } from "../code-lists.ts";
import { isAmbiguousCountryCode } from "../countries.ts";
import { checkCreditCode, checkOrganisationCode } from "../credit-code.ts";
import { CONSISTENCY, inferred, official, thirdParty } from "../evidence.ts";
import type { Leaf, Leaves } from "../leaves.ts";
import type { Rule } from "../rule.ts";

/** Values that are texts, of fields that `accepts`. */
function* texts(
  { leaves }: Leaves,
  accepts: (leaf: Leaf) => boolean,
): Generator<readonly [text: string, path: string, leaf: Leaf]> {
  for (const leaf of leaves) {
    if (typeof leaf.value === "string" && leaf.value !== "" && accepts(leaf)) yield [leaf.value, leaf.path, leaf];
  }
}

function named(...names: readonly string[]): (leaf: Leaf) => boolean {
  return (leaf) => names.includes(leaf.field.name);
}

/** 统一社会信用代码: 18 characters of the standard's alphabet, check character right. The older check inside may fail. */
export const creditCode: Rule<Leaves> = {
  id: "values.credit-code",
  findings: {
    CREDIT_CODE_SHAPE: official("S12", "S40"),
    CREDIT_CODE_CHECK: official("S12", "S40"),
    CREDIT_CODE_ORGANISATION: inferred("S40"),
  },
  check(leaves, report) {
    for (const [text, path, leaf] of texts(leaves, named("creditCode", "producerCreditCode"))) {
      if (leaf.field.name === "producerCreditCode" && isOrganisationShape(text)) continue;
      const verdict = checkCreditCode(text);
      if (verdict === "shape") report("CREDIT_CODE_SHAPE", path, { length: text.length });
      else if (verdict === "check") report("CREDIT_CODE_CHECK", path);
      else if (verdict === "organisation") report("CREDIT_CODE_ORGANISATION", path);
    }
  },
};

/** A producer may be given by the older nine-character organisation code. */
export const organisationCode: Rule<Leaves> = {
  id: "values.organisation-code",
  findings: { ORGANISATION_CODE_CHECK: inferred("S40") },
  check(leaves, report) {
    for (const [text, path] of texts(leaves, named("producerCreditCode"))) {
      if (isOrganisationShape(text) && !checkOrganisationCode(text.replace("-", "")))
        report("ORGANISATION_CODE_CHECK", path);
    }
  },
};

function isOrganisationShape(text: string): boolean {
  return /^[0-9A-Z]{8}-?[0-9A-Z]$/u.test(text);
}

/** Registration number: three-character code of the office, six-digit sequence. */
export const registrationNumber: Rule<Leaves> = {
  id: "values.registration-number",
  findings: { REGISTRATION_NUMBER_SHAPE: official("S7") },
  check(leaves, report) {
    for (const [text, path] of texts(leaves, named("enterpriseRegNo"))) {
      if (!/^[0-9A-Za-z]{3}\d{6}$/u.test(text)) report("REGISTRATION_NUMBER_SHAPE", path, { value: text });
    }
  },
};

/** Office codes have three characters. */
export const branchCode: Rule<Leaves> = {
  id: "values.branch-code",
  findings: { BRANCH_CODE_SHAPE: official("S7") },
  check(leaves, report) {
    for (const [text, path] of texts(leaves, named("branchCode", "fetchBranchCode", "parentCode"))) {
      if (!/^[0-9A-Za-z]{3}$/u.test(text)) report("BRANCH_CODE_SHAPE", path, { value: text });
    }
  },
};

const CERTIFICATE_NUMBER = /^\d{2}([A-Z]{1,2})([0-9A-Z]{9})\/\d{5}$/u;

/** Certificate numbers have the shape read on a real sample: year, form, registration number, sequence. */
export const certificateNumber: Rule<Leaves> = {
  id: "values.certificate-number",
  findings: { CERTIFICATE_NUMBER_SHAPE: inferred("S22"), CERTIFICATE_NUMBER_OWNER: inferred("S22") },
  check(leaves, report) {
    for (const [text, path, { owner }] of texts(leaves, named("certNo", "oldCertNo"))) {
      const match = CERTIFICATE_NUMBER.exec(text);
      if (match === null) {
        report("CERTIFICATE_NUMBER_SHAPE", path, { value: text });
        continue;
      }
      const registration = owner["enterpriseRegNo"];
      if (typeof registration === "string" && registration !== match[2])
        report("CERTIFICATE_NUMBER_OWNER", path, { found: match[2] ?? "", registration });
    }
  },
};

/** Ten digits in the application (materials may stop at six or eight), and a chapter that exists. */
export const hsCodeShape: Rule<Leaves> = {
  id: "values.hs-code",
  findings: { HS_CODE_SHAPE: thirdParty("S3"), HS_CODE_CHAPTER: inferred() },
  check(leaves, report) {
    for (const [text, path] of texts(leaves, named("hsCode"))) {
      const shape = path.includes("materials") ? /^\d{6}(?:\d{2}){0,2}$/u : /^\d{10}$/u;
      if (!shape.test(text)) report("HS_CODE_SHAPE", path, { value: text });
      else if (!isChapter(Number(text.slice(0, 2)))) report("HS_CODE_CHAPTER", path, { chapter: text.slice(0, 2) });
    }
  },
};

/** Chapters of the Harmonized System: 1–97 without the reserved 77; 98 and 99 are for national use. */
function isChapter(chapter: number): boolean {
  return chapter >= 1 && chapter !== 77;
}

/** Dates and times that a calendar and a clock have. Another shape is the schema's business. */
export const calendarDate: Rule<Leaves> = {
  id: "values.calendar-date",
  findings: { DATE_IMPOSSIBLE: CONSISTENCY },
  check(leaves, report) {
    for (const [text, path] of texts(leaves, ({ field }) => field.type === "date" || field.type === "dateTime")) {
      const match = /^(\d{4}-\d{2}-\d{2})(?: (\d{2}):(\d{2}):(\d{2}))?$/u.exec(text);
      if (match === null) continue;
      const [, day = "", hours = "0", minutes = "0", seconds = "0"] = match;
      const isTime = Number(hours) < 24 && Number(minutes) < 60 && Number(seconds) < 60;
      if (parseDay(day) === undefined || !isTime) report("DATE_IMPOSSIBLE", path, { value: text });
    }
  },
};

/** Codes stand in the shipped (or given) lists. None of the lists is known to be the interface's own. */
export const knownCode: Rule<Leaves> = {
  id: "values.known-code",
  findings: { CODE_UNKNOWN: inferred() },
  check(leaves, report) {
    for (const [text, path, { field }] of texts(leaves, (leaf) => leaf.field.list !== undefined)) {
      const list = field.list ?? "";
      if (list === "countries" && isAmbiguousCountryCode(text, leaves.context.countrySystem)) continue;
      if (isKnownCode(list, text, leaves.context) === false)
        report("CODE_UNKNOWN", path, { value: text, list }, inferred(...codeListSources(list)));
    }
  },
};

/** Country codes of digits belong to one of two overlapping systems; nobody can tell which from the value. */
export const countrySystem: Rule<Leaves> = {
  id: "values.country-system",
  findings: { COUNTRY_SYSTEM: inferred("S4", "S6") },
  check(leaves, report) {
    for (const [text, path] of texts(leaves, (leaf) => leaf.field.list === "countries")) {
      if (isAmbiguousCountryCode(text, leaves.context.countrySystem)) report("COUNTRY_SYSTEM", path, { value: text });
    }
  },
};

/** Negative amounts, quantities, weights and prices mean nothing on a certificate. */
export const notNegative: Rule<Leaves> = {
  id: "values.not-negative",
  findings: { VALUE_NEGATIVE: CONSISTENCY },
  check(leaves, report) {
    for (const [text, path] of texts(leaves, ({ field }) => field.type === "decimal")) {
      if (/^-.*[1-9]/u.test(text)) report("VALUE_NEGATIVE", path, { value: text });
    }
  },
};

/** Shares of a whole are 0 … 100 percent. */
export const percentRange: Rule<Leaves> = {
  id: "values.percent",
  findings: { PERCENT_RANGE: { evidence: "arithmetic", sources: [] } },
  check(leaves, report) {
    for (const [text, path] of texts(leaves, named("importedContentPct", "originMaterialPct", "share"))) {
      const value = Number(text.replace(/%$/u, ""));
      if (value > 100) report("PERCENT_RANGE", path, { value: text });
    }
  },
};

/** Characters that XML cannot carry, and characters beyond the basic plane, which older systems lose. */
export const characters: Rule<Leaves> = {
  id: "values.characters",
  findings: { TEXT_FORBIDDEN: CONSISTENCY, TEXT_FOUR_BYTE: inferred() },
  check(leaves, report) {
    for (const [text, path] of texts(leaves, ({ field }) => field.type === "string")) {
      const forbidden = /[^\t\n\r\u{20}-\u{d7ff}\u{e000}-\u{fffd}\u{10000}-\u{10ffff}]/u.exec(text);
      if (forbidden !== null) report("TEXT_FORBIDDEN", path, { character: codePoint(forbidden[0]) });
      const wide = /[\u{10000}-\u{10ffff}]/u.exec(text);
      if (wide !== null) report("TEXT_FOUR_BYTE", path, { character: `${wide[0]} (${codePoint(wide[0])})` });
    }
  },
};

function codePoint(char: string): string {
  return `U+${(char.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0")}`;
}

/** Rules about single values of any message. */
export const valueRules: readonly Rule<Leaves>[] = [
  creditCode,
  organisationCode,
  registrationNumber,
  branchCode,
  certificateNumber,
  hsCodeShape,
  calendarDate,
  knownCode,
  countrySystem,
  notNegative,
  percentRange,
  characters,
];
