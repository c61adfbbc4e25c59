import type { Application } from "../application.ts";
import { addMonths, addWorkingDays, formatDay, parseDay } from "../calendar.ts";
import { cite } from "../cite.ts";
import { inferred, type Mark, thirdParty } from "../evidence.ts";
import type { Rule } from "../rule.ts";

/** How a form treats an issue after shipment. */
interface LateIssue {
  /** Days after departure without a mark. */
  readonly grace: number;
  /** Latest day, from the departure (ECFA: from the export declaration). */
  readonly limit?: (from: number) => number;
  /** How long, for the text. */
  readonly period?: string;
  readonly periodZh?: string;
  /** The wording printed by the form. */
  readonly wording?: string;
  /** No late issue at all once `limit` is past. */
  readonly noMark?: true;
}

const YEAR = {
  limit: (from: number): number => addMonths(from, 12),
  period: "one year of departure",
  periodZh: "出运后一年",
};
const RETROACTIVELY = "ISSUED RETROACTIVELY";
const RETROSPECTIVELY = "ISSUED RETROSPECTIVELY";

/** By form; the evidence is the form's entry `retro`. */
const LATE_ISSUE: Readonly<Record<string, LateIssue>> = {
  RC: { grace: 0, ...YEAR, wording: RETROACTIVELY },
  E: { grace: 3, ...YEAR, wording: RETROACTIVELY },
  B: {
    grace: 0,
    limit: (from) => addWorkingDays(from, 3),
    period: "three working days of departure",
    periodZh: "出运后三个工作日",
    noMark: true,
  },
  K: { grace: 7, ...YEAR, wording: RETROACTIVELY },
  A: { grace: 0, ...YEAR, wording: RETROACTIVELY },
  N: { grace: 0, ...YEAR, wording: RETROSPECTIVELY },
  X: { grace: 3, ...YEAR, wording: RETROSPECTIVELY },
  F: { grace: 0, ...YEAR, wording: RETROACTIVELY },
  R: { grace: 0, ...YEAR, wording: RETROSPECTIVELY },
  L: { grace: 0, ...YEAR, wording: RETROSPECTIVELY },
  S: { grace: 0, ...YEAR, wording: RETROSPECTIVELY },
  I: { grace: 0, ...YEAR, wording: RETROSPECTIVELY },
  P: { grace: 15, ...YEAR, wording: RETROACTIVELY },
  HD: { grace: 0, ...YEAR },
  H: {
    grace: 0,
    limit: (from) => from + 90,
    period: "90 days of the export declaration",
    periodZh: "出口报关后 90 天",
    wording: "补发",
  },
  MU: { grace: 0 },
  G: { grace: 0, wording: RETROSPECTIVELY },
  C: { grace: 0 },
};

/** New Zealand allowed no late issue before the upgrade of the agreement. */
const NEW_ZEALAND_UPGRADE = parseDay("2022-04-07") ?? 0;

const GENERAL_LATE = inferred("S29", "S37");

function lateMark(code: string): Mark {
  return LATE_ISSUE[code] === undefined ? GENERAL_LATE : cite(`${code}.retro`);
}

/** Amended and re-issued certificates keep dates of their own. */
function isNew({ body }: Application): boolean {
  const applyType = body.text("applyType");
  return applyType === undefined || applyType === "0" || applyType === "4";
}

function isMarkedLate({ body }: Application): boolean {
  return body.is("retroactive") || body.text("applyType") === "4";
}

/** No invoice is dated after the application. */
export const invoiceDate: Rule<Application> = {
  id: "dates.invoice",
  findings: { INVOICE_AFTER_APPLICATION: inferred("S37") },
  check({ applied, invoices, body }, report) {
    for (const invoice of invoices) {
      const day = invoice.day("invoiceDate");
      if (day === undefined || applied === undefined || day <= applied) continue;
      report("INVOICE_AFTER_APPLICATION", invoice.at("invoiceDate"), {
        invoiceDate: formatDay(day),
        applyDate: body.text("applyDate") ?? "",
      });
    }
  },
};

/** A shipment gone before the application needs the form's late-issue mark, once its days of grace are over. */
export const lateMarkMissing: Rule<Application> = {
  id: "dates.late-mark-missing",
  findings: { LATE_MARK_MISSING: GENERAL_LATE, LATE_TYPE_MISSING: cite("C.retro") },
  check(application, report) {
    const { applied, departed, body, code, kind } = application;
    if (applied === undefined || departed === undefined || !isNew(application) || isMarkedLate(application)) return;
    const late = LATE_ISSUE[code];
    if (late?.noMark === true || applied <= departed + (late?.grace ?? 0)) return;
    const params = { days: applied - departed, wording: late?.wording ?? "—" };
    if (kind === "general") report("LATE_TYPE_MISSING", body.at("applyType"), params, lateMark(code));
    else report("LATE_MARK_MISSING", body.at("retroactive"), params, lateMark(code));
  },
};

/** The late-issue mark stands for a shipment gone before the application, not for one to come or within the days of grace. */
export const lateMarkUnneeded: Rule<Application> = {
  id: "dates.late-mark-unneeded",
  findings: { LATE_MARK_BEFORE_DEPARTURE: inferred("S29"), LATE_MARK_IN_GRACE: thirdParty("S35") },
  check(application, report) {
    const { applied, departed, body, code } = application;
    if (applied === undefined || departed === undefined || !isMarkedLate(application)) return;
    const path = body.at(body.is("retroactive") ? "retroactive" : "applyType");
    const grace = LATE_ISSUE[code]?.grace ?? 0;
    if (applied <= departed) report("LATE_MARK_BEFORE_DEPARTURE", path, { departure: formatDay(departed) });
    else if (applied <= departed + grace)
      report("LATE_MARK_IN_GRACE", path, { form: code, grace }, cite(`${code}.retro`));
  },
};

/** Late issue ends after the form's period, or is not allowed at all. */
export const lateLimit: Rule<Application> = {
  id: "dates.late-limit",
  findings: { LATE_LIMIT: thirdParty("S35"), LATE_NOT_ALLOWED: cite("B.retro") },
  check(application, report) {
    const { applied, departed, body, code } = application;
    const from = code === "H" ? body.day("exportDeclarationDate") : departed;
    if (applied === undefined || from === undefined || !isNew(application)) return;
    const late = LATE_ISSUE[code];
    const none = late?.noMark === true || (code === "N" && applied < NEW_ZEALAND_UPGRADE);
    if (none && body.is("retroactive"))
      report("LATE_NOT_ALLOWED", body.at("retroactive"), { form: code }, cite(`${code}.retro`));
    const limit = late?.limit?.(from);
    if (limit === undefined || applied <= limit) return;
    report(
      "LATE_LIMIT",
      body.at("applyDate"),
      { form: code, limit: formatDay(limit), period: late?.period ?? "", periodZh: late?.periodZh ?? "" },
      cite(`${code}.retro`),
    );
  },
};

/** ECFA counts the days of a late issue from the export declaration. */
export const declarationDate: Rule<Application> = {
  id: "dates.declaration",
  findings: { DECLARATION_DATE_MISSING: cite("H.retro") },
  check(application, report) {
    const { code, body } = application;
    if (code === "H" && isMarkedLate(application) && !body.filled("exportDeclarationDate")) {
      report("DECLARATION_DATE_MISSING", body.at("exportDeclarationDate"));
    }
  },
};

/** Application type 4 (late issue) and the late-issue mark agree. */
export const lateType: Rule<Application> = {
  id: "dates.late-type",
  findings: { LATE_TYPE_MISMATCH: inferred("S29") },
  check({ body, kind }, report) {
    if (kind !== "preferential") return;
    const type = body.text("applyType");
    const mark = body.raw("retroactive");
    if ((type === "0" && mark === true) || (type === "4" && mark === false))
      report("LATE_TYPE_MISMATCH", body.at("applyType"), { type });
  },
};

/** Late-issue wording in printed texts is the form's own. */
export const lateWording: Rule<Application> = {
  id: "dates.late-wording",
  findings: { LATE_WORDING: thirdParty("S35"), LATE_WORDING_UNMARKED: inferred("S35") },
  check(application, report) {
    const { body, code } = application;
    const wording = LATE_ISSUE[code]?.wording;
    for (const name of ["remark", "specialClause", "transportDetails"] as const) {
      const found = /ISSUED RETRO\p{L}*|补发|后发/u.exec(body.plain(name) ?? "")?.[0];
      if (found === undefined) continue;
      if (wording !== undefined && found !== wording)
        report("LATE_WORDING", body.at(name), { found, wording, form: code }, cite(`${code}.retro`));
      if (!isMarkedLate(application)) report("LATE_WORDING_UNMARKED", body.at(name), { found });
    }
  },
};

/** Forms that mark a forecast of the departure. */
const FORECAST_FORMS: ReadonlySet<string> = new Set(["H", "NI", "EC", "HD", "MV", "CG"]);

/** A departure to come is a forecast, one that is past is not. */
export const forecast: Rule<Application> = {
  id: "dates.forecast",
  findings: { FORECAST_PAST: inferred("S53"), FORECAST_MISSING: thirdParty("S4") },
  check({ applied, departed, body, code }, report) {
    if (applied === undefined || departed === undefined) return;
    const path = body.at("departurePredicted");
    if (body.is("departurePredicted") && departed < applied)
      report("FORECAST_PAST", path, { departure: formatDay(departed) });
    if (FORECAST_FORMS.has(code) && departed > applied && !body.is("departurePredicted")) {
      report(
        "FORECAST_MISSING",
        path,
        { departure: formatDay(departed) },
        code === "H" ? cite("H.rules[2]") : undefined,
      );
    }
  },
};

const NOTICE_DAYS = 3;

/** An older text asks to apply three days before export. */
export const notice: Rule<Application> = {
  id: "dates.notice",
  findings: { SHORT_NOTICE: cite("C.rules[13]") },
  check({ code, applied, departed, body }, report) {
    if (code !== "C" || applied === undefined || departed === undefined) return;
    if (applied <= departed && departed - applied < NOTICE_DAYS)
      report("SHORT_NOTICE", body.at("applyDate"), { days: departed - applied });
  },
};

/** Rules about dates and late issue. */
export const dateRules: readonly Rule<Application>[] = [
  invoiceDate,
  lateMarkMissing,
  lateMarkUnneeded,
  lateLimit,
  declarationDate,
  lateType,
  lateWording,
  forecast,
  notice,
];
