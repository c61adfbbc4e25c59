import type { Application } from "../application.ts";
import { cite } from "../cite.ts";
import { countriesIn, hasWords } from "../countries.ts";
import { CONSISTENCY, inferred, type Mark, thirdParty } from "../evidence.ts";
import { ENGLISH_FORMS } from "../forms.ts";
import type { Rule } from "../rule.ts";

/** Words that bring a second company into a box. */
const SECOND_COMPANY = ["ON BEHALF OF", "O/B", "O.B.O.", "VIA", "C/O", "CARE OF", "BY ORDER OF", "NOTIFY PARTY"];

function secondCompany(...texts: readonly (string | undefined)[]): string | undefined {
  return SECOND_COMPANY.find((words) => texts.some((text) => text !== undefined && hasWords(text, words)));
}

/** The same in an address, where VIA may be the name of a street. */
function secondAddress(text: string | undefined): string | undefined {
  return text === undefined ? undefined : secondCompany(text.replace(/\bVIA\b/gu, ""));
}

/** The exporter's address names the country. */
export const exporterCountry: Rule<Application> = {
  id: "parties.exporter-country",
  findings: { EXPORTER_COUNTRY: cite("C.rules[0]"), EXPORTER_ABROAD: inferred("S30", "S44", "S49", "S56") },
  check({ code, body }, report) {
    const address = body.plain("exporterEnAddress");
    if (address === undefined || !ENGLISH_FORMS.has(code)) return;
    const found = countriesIn(address);
    if (found.some((country) => country.alpha2 === "CN")) return;
    const [other] = found;
    if (other !== undefined)
      report(
        "EXPORTER_ABROAD",
        body.at("exporterEnAddress"),
        { country: other.en, countryZh: other.zh },
        EXPORTER_IN_CHINA[code],
      );
    else report("EXPORTER_COUNTRY", body.at("exporterEnAddress"));
  },
};

const EXPORTER_IN_CHINA: Readonly<Record<string, Mark>> = {
  RC: cite("RC.rules[0]"),
  S: cite("S.rules[0]"),
  NI: cite("NI.rules[0]"),
};

/** The exporter is named, unless the exchange takes the name from the filed record. */
export const exporterName: Rule<Application> = {
  id: "parties.exporter-name",
  findings: { EXPORTER_NAME_MISSING: inferred("S6") },
  check({ form, body, context }, report) {
    if (form !== undefined && context.exporterFromRecord !== true && !body.filled("exporterEnName")) {
      report("EXPORTER_NAME_MISSING", body.at("exporterEnName"));
    }
  },
};

/** Forms with exactly one exporter, no second company in the box. The general form allows a transit trader. */
export const singleExporter: Rule<Application> = {
  id: "parties.single-exporter",
  findings: { EXPORTER_SECOND_COMPANY: thirdParty("S30", "S44", "S49", "S56") },
  check({ kind, code, body }, report) {
    if (kind !== "preferential") return;
    const words = secondCompany(body.plain("exporterEnName")) ?? secondAddress(body.plain("exporterEnAddress"));
    if (words !== undefined)
      report("EXPORTER_SECOND_COMPANY", body.at("exporterEnName"), { words }, EXPORTER_IN_CHINA[code]);
  },
};

/** The importer is never blank. */
export const importerBlank: Rule<Application> = {
  id: "parties.importer-blank",
  findings: { IMPORTER_BLANK: cite("C.rules[1]") },
  check({ form, body }, report) {
    const value = body.raw("importerEnName");
    if (form !== undefined && typeof value === "string" && value.trim() === "")
      report("IMPORTER_BLANK", body.at("importerEnName"));
  },
};

/** What may stand for an unknown importer, by form. */
const OPEN_IMPORTER: Readonly<Record<string, readonly string[]>> = {
  C: ["TO ORDER", "TO WHOM IT MAY CONCERN"],
  R: ["TO ORDER"],
  MU: ["***"],
  NI: ["***"],
};
/** Forms whose notes put a company of the importing party into the box. */
const NAMED_IMPORTER: Readonly<Record<string, string>> = {
  RC: "RC.rules[1]",
  K: "K.rules[1]",
  N: "N.rules[1]",
  S: "S.rules[0]",
  R: "R.rules[1]",
  MU: "MU.rules[0]",
  NI: "NI.rules[0]",
};

/** TO ORDER and *** stand for an importer only where the form allows it. */
export const openImporter: Rule<Application> = {
  id: "parties.open-importer",
  findings: { IMPORTER_OPEN: inferred("S29", "S36", "S47", "S56") },
  check({ form, code, body }, report) {
    const name = body.plain("importerEnName");
    if (
      form === undefined ||
      name === undefined ||
      !/^(?:TO ORDER(?: OF .*)?|TO WHOM IT MAY CONCERN|\*{3,})$/u.test(name)
    )
      return;
    const allowed = OPEN_IMPORTER[code] ?? [];
    if (allowed.some((words) => name.startsWith(words))) return;
    const entry = NAMED_IMPORTER[code];
    report(
      "IMPORTER_OPEN",
      body.at("importerEnName"),
      { value: name, form: form.code, allowed: allowed.join(", ") || "—" },
      entry === undefined ? undefined : cite(entry),
    );
  },
};

const OTHER_COMPANY_ENTRY: Readonly<Record<string, string>> = { N: "N.rules[1]" };

/** Agreement forms name no other company beside the importer. */
export const singleImporter: Rule<Application> = {
  id: "parties.single-importer",
  findings: { IMPORTER_SECOND_COMPANY: thirdParty("S42", "S44", "S49", "S56") },
  check({ kind, code, body }, report) {
    if (kind !== "preferential") return;
    const words = secondCompany(body.plain("importerEnName")) ?? secondAddress(body.plain("importerEnAddress"));
    const entry = OTHER_COMPANY_ENTRY[code];
    if (words !== undefined)
      report(
        "IMPORTER_SECOND_COMPANY",
        body.at("importerEnName"),
        { words },
        entry === undefined ? undefined : cite(entry),
      );
  },
};

/** A middleman is printed only when there is one, and only on forms that name one. */
export const middleman: Rule<Application> = {
  id: "parties.middleman",
  findings: {
    MIDDLEMAN_MISSING: CONSISTENCY,
    MIDDLEMAN_NOT_FOR_FORM: thirdParty("S30", "S44", "S49", "S56"),
    MIDDLEMAN_WORDING: cite("C.third"),
  },
  check({ kind, form, code, body }, report) {
    const text = body.plain("middleman");
    const isShown = body.is("showMiddleman");
    if (isShown && text === undefined) report("MIDDLEMAN_MISSING", body.at("middleman"));
    if (isShown && kind === "preferential" && form !== undefined)
      report("MIDDLEMAN_NOT_FOR_FORM", body.at("showMiddleman"), { form: form.code }, EXPORTER_IN_CHINA[code]);
    if (isShown && code === "C" && text !== undefined && secondCompany(text) === undefined)
      report("MIDDLEMAN_WORDING", body.at("middleman"));
  },
};

/** ECFA: who can be reached how. 无 where there is none. */
const CONTACTS = [
  "exporterTel",
  "exporterFax",
  "exporterEmail",
  "importerTel",
  "importerFax",
  "importerEmail",
] as const;

/** ECFA: exporter and importer with telephone, fax and e-mail. */
export const contacts: Rule<Application> = {
  id: "parties.contacts",
  findings: { CONTACT_MISSING: cite("H.rules[0]") },
  check({ code, body }, report) {
    if (code !== "H") return;
    for (const name of CONTACTS) {
      const isDeclared = name.startsWith("exporter") && body.is("sendAudit");
      if (!body.filled(name)) report("CONTACT_MISSING", body.at(name), {}, isDeclared ? cite("H.rules[5]") : undefined);
    }
  },
};

/** Forms that print a remark, and the office's own boxes on others. */
const REMARK_FORMS: ReadonlySet<string> = new Set([
  "A",
  "GE",
  "N",
  "L",
  "R",
  "P",
  "F",
  "K",
  "SE",
  "MV",
  "RC",
  "S",
  "I",
  "MU",
  "H",
]);
const OFFICE_BOX: Readonly<Record<string, string>> = { C: "C.rules[4]" };

/** A remark stands only on forms with a box for it; the office's box stays blank. */
export const remark: Rule<Application> = {
  id: "parties.remark",
  findings: { REMARK_NOT_FOR_FORM: thirdParty("S4") },
  check({ form, code, body }, report) {
    if (form === undefined || REMARK_FORMS.has(code) || !body.filled("remark")) return;
    const entry = OFFICE_BOX[code];
    report(
      "REMARK_NOT_FOR_FORM",
      body.at("remark"),
      { form: form.code },
      entry === undefined ? undefined : cite(entry),
    );
  },
};

/** Rules about the companies on the form. */
export const partyRules: readonly Rule<Application>[] = [
  exporterName,
  exporterCountry,
  singleExporter,
  importerBlank,
  openImporter,
  singleImporter,
  middleman,
  contacts,
  remark,
];
