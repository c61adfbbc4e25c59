import type { Application } from "../application.ts";
import { parseDay } from "../calendar.ts";
import { cite, citeFact } from "../cite.ts";
import { type Country, countriesIn, countryNamed, countryOf } from "../countries.ts";
import { CONSISTENCY, inferred, official, thirdParty } from "../evidence.ts";
import { EU_MEMBERS, type Form } from "../forms.ts";
import type { Rule } from "../rule.ts";

/** General forms go through interface 4, agreement forms through interface 5. */
export const formOperation: Rule<Application> = {
  id: "form.operation",
  findings: { FORM_OPERATION: thirdParty("S3") },
  check({ kind, form, body }, report) {
    if (form === undefined) return;
    const wanted = form.kind === "preferential" ? "preferential" : "general";
    if (wanted !== kind)
      report("FORM_OPERATION", body.at("docType"), { form: form.code, wanted: wanted === "general" ? 4 : 5 });
  },
};

/** Forms that, by what was found, CCPIT does not issue. */
export const formIssuer: Rule<Application> = {
  id: "form.issuer",
  findings: { FORM_ISSUER: thirdParty("S3") },
  check({ form, body }, report) {
    const mark = form === undefined ? undefined : NOT_CCPIT[form.code];
    if (form !== undefined && mark !== undefined) report("FORM_ISSUER", body.at("docType"), { form: form.code }, mark);
  },
};

const CUSTOMS_ONLY = thirdParty("S3");
const NOT_CCPIT: Readonly<Record<string, ReturnType<typeof thirdParty>>> = {
  M: CUSTOMS_ONLY,
  T: CUSTOMS_ONLY,
  AD: CUSTOMS_ONLY,
  AP: CUSTOMS_ONLY,
  G: inferred("S3"),
};

/** Day an agreement came into force, where the evidence has one. */
const IN_FORCE: Readonly<Record<string, readonly [day: string, entry: string]>> = {
  MU: ["2021-01-01", "MU.rules[3]"],
  CA: ["2022-01-01", "CA.rules[0]"],
  NI: ["2023-05-01", "NI.rules[2]"],
  EC: ["2024-05-01", "EC.rules[0]"],
  SE: ["2024-07-01", "SE.rules[0]"],
  HD: ["2024-09-01", "HD.rules[0]"],
  MV: ["2025-01-01", "MV.rules[0]"],
};

/** No certificate under an agreement before it is in force. */
export const formInForce: Rule<Application> = {
  id: "form.in-force",
  findings: { FORM_NOT_IN_FORCE: thirdParty("S57", "S58") },
  check({ code, applied, body }, report) {
    const [day, entry] = IN_FORCE[code] ?? [];
    if (day === undefined || entry === undefined || applied === undefined) return;
    if (applied < (parseDay(day) ?? 0))
      report("FORM_NOT_IN_FORCE", body.at("applyDate"), { form: code, day }, cite(entry));
  },
};

/** The agreement named beside the form is the form's. */
export const formAgreement: Rule<Application> = {
  id: "form.agreement",
  findings: { AGREEMENT_MISMATCH: inferred(), AGREEMENT_MISSING: inferred() },
  check({ kind, form, body }, report) {
    if (kind !== "preferential") return;
    const [docType, agreement] = [body.text("docType"), body.text("agreementCode")];
    if (form === undefined && agreement === undefined && docType !== undefined)
      report("AGREEMENT_MISSING", body.at("agreementCode"), { form: docType });
    if (form?.kind === "preferential" && docType === form.code && agreement !== undefined && agreement !== docType) {
      report("AGREEMENT_MISMATCH", body.at("agreementCode"), { form: form.code, agreement });
    }
  },
};

/** Destinations that accept Form A no more since 2021-12-01. */
const NO_FORM_A: ReadonlySet<string> = new Set([...EU_MEMBERS, "GB", "CA", "TR", "UA", "LI"]);

/** An agreement form goes to a partner of the agreement. */
export const formDestination: Rule<Application> = {
  id: "form.destination",
  findings: { DESTINATION_NOT_PARTNER: thirdParty("S3"), DESTINATION_FORM_A: cite("G.members") },
  check({ form, destination, body }, report) {
    if (form === undefined || destination === undefined) return;
    const path = body.at("destCountryCode");
    if (form.code === "G" && NO_FORM_A.has(destination.alpha2))
      report("DESTINATION_FORM_A", path, { country: destination.en, countryZh: destination.zh });
    if (isPartner(form, destination)) return;
    report(
      "DESTINATION_NOT_PARTNER",
      path,
      { form: form.code, country: destination.en, countryZh: destination.zh },
      citeFact(form.code, "members"),
    );
  },
};

function isPartner(form: Form, country: Country): boolean {
  return form.partners === undefined || form.partners === "any" || form.partners.includes(country.alpha2);
}

/** Form code → entry that says where its consignee is. */
const CONSIGNEE_IN: Readonly<Record<string, string>> = {
  RC: "RC.rules[1]",
  K: "K.rules[1]",
  N: "N.rules[1]",
  S: "S.rules[0]",
  NI: "NI.rules[0]",
};

/** The importer of an agreement form is in a partner country. */
export const importerCountry: Rule<Application> = {
  id: "form.importer-country",
  findings: { IMPORTER_NOT_PARTNER: inferred("S42", "S44", "S49", "S56") },
  check({ form, body, context }, report) {
    const country = countryOf(body.text("importerCountryCode"), context.countrySystem);
    if (form?.kind !== "preferential" || country === undefined || isPartner(form, country)) return;
    const entry = CONSIGNEE_IN[form.code];
    report(
      "IMPORTER_NOT_PARTNER",
      body.at("importerCountryCode"),
      { form: form.code, country: country.en, countryZh: country.zh },
      entry === undefined ? undefined : cite(entry),
    );
  },
};

/** General certificate: the destination is normally the importer's country, and never that of a middleman. */
export const generalDestination: Rule<Application> = {
  id: "form.general-destination",
  findings: { DESTINATION_NOT_IMPORTER: cite("C.rules[3]"), DESTINATION_OF_MIDDLEMAN: cite("C.rules[3]") },
  check({ code, destination, body, context }, report) {
    if (code !== "C" || destination === undefined) return;
    const importer = countryOf(body.text("importerCountryCode"), context.countrySystem);
    if (importer === undefined || importer === destination) return;
    const middleman = countriesIn(body.plain("middleman") ?? "");
    const finding = middleman.includes(destination) ? "DESTINATION_OF_MIDDLEMAN" : "DESTINATION_NOT_IMPORTER";
    report(finding, body.at("destCountryCode"), {
      country: destination.en,
      countryZh: destination.zh,
      importer: importer.en,
      importerZh: importer.zh,
    });
  },
};

/** A printed country name is not that of another country than the code beside it. */
export const countryNames: Rule<Application> = {
  id: "form.country-names",
  findings: { COUNTRY_NAME: CONSISTENCY },
  check({ body, lines, nonParties, context }, report) {
    const compare = (code: string | undefined, name: string | undefined, path: string): void => {
      const [byCode, byName] = [
        countryOf(code, context.countrySystem),
        name === undefined ? undefined : countryNamed(name),
      ];
      if (byCode === undefined || byName === undefined || byCode === byName) return;
      report("COUNTRY_NAME", path, { name: name ?? "", code: code ?? "", country: byCode.en, countryZh: byCode.zh });
    };
    compare(body.text("destCountryCode"), body.text("destCountryEn"), body.at("destCountryEn"));
    for (const line of lines)
      compare(line.text("originCountryCode"), line.text("originCountryEn"), line.at("originCountryEn"));
    for (const party of nonParties) compare(party.text("countryCode"), party.text("countryEn"), party.at("countryEn"));
  },
};

/** Most goods lines on one certificate: form → lines from a day on. */
const LINE_CAPS: Readonly<Record<string, readonly (readonly [from: string, lines: number])[]>> = {
  K: [["", 20]],
  A: [["", 20]],
  N: [["", 20]],
  F: [["", 20]],
  R: [["", 20]],
  L: [["", 20]],
  S: [
    ["2021-09-01", 50],
    ["", 20],
  ],
  I: [["", 20]],
  H: [["", 20]],
};

/** The form has room for so many goods lines. */
export const lineCap: Rule<Application> = {
  id: "form.line-cap",
  findings: { TOO_MANY_LINES: official("S49") },
  check({ code, goods, applied, body }, report) {
    const caps = LINE_CAPS[code] ?? [];
    const [, cap] =
      caps.find(([from]) => from === "" || applied === undefined || applied >= (parseDay(from) ?? 0)) ?? [];
    if (cap !== undefined && goods.length > cap)
      report(
        "TOO_MANY_LINES",
        body.at("goodsList"),
        { form: code, count: goods.length, cap },
        cite(`${code}.max_lines`),
      );
  },
};

/** Switches that only some forms have, and these forms. */
const SWITCHES = [
  ["departurePredicted", ["H", "NI", "EC", "HD", "MV", "CG"]],
  ["exhibition", ["E"]],
  ["backToBack", ["RC", "E"]],
] as const;

/** Switches that belong to other forms. */
export const formSwitches: Rule<Application> = {
  id: "form.switches",
  findings: { SWITCH_NOT_FOR_FORM: thirdParty("S4", "S30", "S31") },
  check({ form, body }, report) {
    if (form === undefined) return;
    for (const [name, forms] of SWITCHES) {
      const known: readonly string[] = forms;
      if (body.is(name) && !known.includes(form.code))
        report("SWITCH_NOT_FOR_FORM", body.at(name), { form: form.code, forms: known.join(", ") });
    }
  },
};

/** Rules about the form asked for and where it goes. */
export const formRules: readonly Rule<Application>[] = [
  formOperation,
  formIssuer,
  formInForce,
  formAgreement,
  formDestination,
  importerCountry,
  generalDestination,
  countryNames,
  lineCap,
  formSwitches,
];
