import type { Application } from "../application.ts";
import { cite } from "../cite.ts";
import { type Country, countriesIn, countryOf, hasWords } from "../countries.ts";
import { CONSISTENCY, inferred, thirdParty } from "../evidence.ts";
import { codeListRows } from "../gen/code-lists.ts";
import { portRows } from "../gen/ports.ts";
import type { Rule } from "../rule.ts";

/** Country (alpha-2) of a port: by a country named in the text, else by the sample ports. */
function portCountries(text: string): readonly string[] {
  const named = countriesIn(text).map((country) => country.alpha2);
  if (named.length > 0) return named;
  return portRows.filter(([name]) => hasWords(text, name)).map(([, unlocode]) => unlocode.slice(0, 2));
}

/** Forms whose transport box is one printed text, and where that is said. */
const DETAILS_FORMS: ReadonlySet<string> = new Set(["C", "G"]);

/** General form and Form A print a transport text: FROM … TO … BY …. */
export const transportDetails: Rule<Application> = {
  id: "transport.details",
  findings: { TRANSPORT_DETAILS_MISSING: thirdParty("S4"), TRANSPORT_DETAILS_WORDING: cite("C.rules[2]") },
  check({ code, body }, report) {
    if (!DETAILS_FORMS.has(code)) return;
    const text = body.plain("transportDetails");
    if (text === undefined) report("TRANSPORT_DETAILS_MISSING", body.at("transportDetails"), { form: code });
    else if (code === "C" && !["FROM", "TO", "BY"].every((word) => hasWords(text, word)))
      report("TRANSPORT_DETAILS_WORDING", body.at("transportDetails"));
  },
};

const MODES: readonly string[] = (codeListRows["transport-modes"]?.codes ?? [])
  .map(([code = ""]) => code)
  .filter((code) => code.startsWith("BY "));

/** The transport text does not name another mode than the field. */
export const transportMode: Rule<Application> = {
  id: "transport.mode",
  findings: { TRANSPORT_MODE: CONSISTENCY },
  check({ body }, report) {
    const [mode, text] = [body.plain("transportMode"), body.plain("transportDetails")];
    if (mode === undefined || text === undefined || !MODES.includes(mode)) return;
    const named = MODES.filter((each) => hasWords(text, each));
    if (named.length > 0 && !named.includes(mode))
      report("TRANSPORT_MODE", body.at("transportMode"), { mode, found: named.join(", ") });
  },
};

/** Form → entry that says it; the others are under the rules common to most forms. */
const VESSEL: Readonly<Record<string, string>> = { N: "N.rules[2]", S: "S.rules[1]", NI: "NI.rules[1]" };

/** After shipment the vessel, flight or vehicle is known. */
export const vessel: Rule<Application> = {
  id: "transport.vessel",
  findings: { VESSEL_MISSING: thirdParty("S44", "S49", "S56") },
  check({ kind, form, code, applied, departed, body }, report) {
    if (
      kind !== "preferential" ||
      form === undefined ||
      applied === undefined ||
      departed === undefined ||
      departed >= applied
    )
      return;
    const value = body.text("vesselVoyage");
    if (value !== undefined && !/^\*+$/u.test(value)) return;
    const entry = VESSEL[code];
    report("VESSEL_MISSING", body.at("vesselVoyage"), {}, entry === undefined ? undefined : cite(entry));
  },
};

/** Forms whose notes say how an unknown transport is written, and where. */
const OPEN_TRANSPORT: Readonly<Record<string, string>> = {
  RC: "RC.rules[3]",
  N: "N.rules[2]",
  S: "S.rules[1]",
  MU: "MU.rules[0]",
  NI: "NI.rules[1]",
};

/** Unknown transport is *** or BY SEA / BY AIR, on forms that allow it, and only before shipment. */
export const openTransport: Rule<Application> = {
  id: "transport.open",
  findings: {
    TRANSPORT_OPEN: inferred("S30", "S44", "S49"),
    TRANSPORT_OPEN_WORDING: thirdParty("S30", "S44", "S49"),
    TRANSPORT_OPEN_AFTER: thirdParty("S44", "S49", "S56"),
  },
  check({ form, code, applied, departed, body }, report) {
    const mode = body.plain("transportMode");
    if (form === undefined || mode === undefined) return;
    const path = body.at("transportMode");
    const entry = OPEN_TRANSPORT[code];
    const isOpen = /^\*+$/u.test(mode);
    const isGone = applied !== undefined && departed !== undefined && departed < applied;
    if (entry === undefined && isOpen) report("TRANSPORT_OPEN", path, { form: form.code });
    if (entry !== undefined && UNKNOWN_WORDS.has(mode))
      report("TRANSPORT_OPEN_WORDING", path, { value: mode }, cite(entry));
    if (entry !== undefined && isOpen && isGone) report("TRANSPORT_OPEN_AFTER", path, {}, cite(entry));
  },
};

/** Ways of saying "not known yet" that the notes do not have. */
const UNKNOWN_WORDS: ReadonlySet<string> = new Set([
  "UNKNOWN",
  "TBA",
  "TBD",
  "N/A",
  "TO BE ADVISED",
  "TO BE CONFIRMED",
  "-",
]);

const LOADING: Readonly<Record<string, string>> = { N: "N.rules[2]", R: "R.rules[2]" };

/** The goods are loaded in the mainland of China. */
export const loadPort: Rule<Application> = {
  id: "transport.load-port",
  findings: { LOAD_PORT_ABROAD: thirdParty("S44", "S47", "S49") },
  check({ kind, code, body }, report) {
    const text = body.plain("loadPort");
    if (kind !== "preferential" || text === undefined || body.is("backToBack")) return;
    const countries = portCountries(text);
    if (countries.length === 0 || countries.includes("CN")) return;
    const entry = LOADING[code];
    report("LOAD_PORT_ABROAD", body.at("loadPort"), { port: text }, entry === undefined ? undefined : cite(entry));
  },
};

const DISCHARGE: Readonly<Record<string, string>> = { N: "N.rules[2]", R: "R.rules[2]", S: "S.rules[2]" };

/** Agreement forms: the goods are discharged in the partner country. */
export const dischargePort: Rule<Application> = {
  id: "transport.discharge-port",
  findings: { DISCHARGE_PORT_ELSEWHERE: thirdParty("S44", "S47", "S49") },
  check({ kind, code, destination, body }, report) {
    const text = body.plain("dischargePort");
    if (kind !== "preferential" || text === undefined || destination === undefined) return;
    const countries = portCountries(text);
    if (countries.length === 0 || isAt(countries, destination, code)) return;
    const entry = DISCHARGE[code];
    report(
      "DISCHARGE_PORT_ELSEWHERE",
      body.at("dischargePort"),
      { port: text, country: destination.en, countryZh: destination.zh },
      entry === undefined ? undefined : cite(entry),
    );
  },
};

/** Goods for Liechtenstein are discharged in Switzerland as well. */
function isAt(countries: readonly string[], destination: Country, code: string): boolean {
  return (
    countries.includes(destination.alpha2) || (code === "S" && countries.some((each) => each === "CH" || each === "LI"))
  );
}

/** The port of destination is in the destination country. */
export const destinationPort: Rule<Application> = {
  id: "transport.destination-port",
  findings: { DESTINATION_PORT_ELSEWHERE: inferred("S29") },
  check({ destination, code, body }, report) {
    const text = body.plain("destPort");
    if (text === undefined || destination === undefined) return;
    const countries = portCountries(text);
    if (countries.length > 0 && !isAt(countries, destination, code))
      report("DESTINATION_PORT_ELSEWHERE", body.at("destPort"), {
        port: text,
        country: destination.en,
        countryZh: destination.zh,
      });
  },
};

/** A transit port and its country go together. */
export const transit: Rule<Application> = {
  id: "transport.transit",
  findings: { TRANSIT_INCOMPLETE: inferred("S3"), TRANSIT_COUNTRY: inferred("S3") },
  check({ body, context }, report) {
    const [port, code] = [body.plain("transitPort"), body.text("transitCountryCode")];
    if (port !== undefined && code === undefined) report("TRANSIT_INCOMPLETE", body.at("transitCountryCode"));
    const country = countryOf(code, context.countrySystem);
    if (port === undefined || country === undefined) return;
    const countries = portCountries(port);
    if (countries.length > 0 && !countries.includes(country.alpha2))
      report("TRANSIT_COUNTRY", body.at("transitPort"), { port, country: country.en, countryZh: country.zh });
  },
};

/** Rules about transport. */
export const transportRules: readonly Rule<Application>[] = [
  transportDetails,
  transportMode,
  vessel,
  openTransport,
  loadPort,
  dischargePort,
  destinationPort,
  transit,
];
