import type { Application } from "../application.ts";
import { lastBox } from "../boxes.ts";
import { addMonths, formatDay } from "../calendar.ts";
import { cite } from "../cite.ts";
import { CONSISTENCY, inferred, officialSchema, thirdParty } from "../evidence.ts";
import { plainText } from "../node.ts";
import type { Rule } from "../rule.ts";

/** Application types that replace an earlier certificate. */
const AMENDED = "1";
const REISSUED = "2";
const AMENDED_REISSUE = "3";

function replaces({ body }: Application): boolean {
  return [AMENDED, REISSUED, AMENDED_REISSUE].includes(body.text("applyType") ?? "");
}

/** An amended or re-issued certificate names the old one and the reason. */
export const changeData: Rule<Application> = {
  id: "change.data",
  findings: { CHANGE_OLD_NUMBER: officialSchema("S3"), CHANGE_REASON: thirdParty("S4") },
  check(application, report) {
    if (!replaces(application)) return;
    const { body, change } = application;
    const path = body.at("change");
    if (change?.filled("oldCertNo") !== true)
      report("CHANGE_OLD_NUMBER", change?.at("oldCertNo") ?? `${path}.oldCertNo`);
    if (change?.filled("changeReason") !== true)
      report("CHANGE_REASON", change?.at("changeReason") ?? `${path}.changeReason`);
  },
};

/** Change data stand only with a type that changes something. */
export const changeUnexpected: Rule<Application> = {
  id: "change.unexpected",
  findings: { CHANGE_UNEXPECTED: thirdParty("S3") },
  check({ body, change }, report) {
    const type = body.text("applyType");
    if (change !== undefined && (type === "0" || type === "4"))
      report("CHANGE_UNEXPECTED", body.at("change"), { type });
  },
};

/** An amendment says what changes, in boxes of the form. */
export const changedBoxes: Rule<Application> = {
  id: "change.boxes",
  findings: {
    CHANGED_BOXES_MISSING: thirdParty("S3", "S37"),
    CHANGED_BOX_UNKNOWN: inferred("S3"),
    CHANGE_TEXTS_MISSING: thirdParty("S3"),
  },
  check({ body, change, code }, report) {
    const type = body.text("applyType");
    if (change === undefined || (type !== AMENDED && type !== AMENDED_REISSUE)) return;
    const boxes = change.text("changedBoxes");
    if (boxes === undefined) report("CHANGED_BOXES_MISSING", change.at("changedBoxes"));
    const last = lastBox(code);
    const unknown =
      last === undefined
        ? undefined
        : [...(boxes ?? "").matchAll(/\d{1,6}/gu)]
            .map(([digits]) => Number(digits))
            .find((box) => box < 1 || box > last);
    if (unknown !== undefined && last !== undefined)
      report("CHANGED_BOX_UNKNOWN", change.at("changedBoxes"), { unknown, form: code, last });
    for (const name of ["beforeText", "afterText"] as const)
      if (!change.filled(name)) report("CHANGE_TEXTS_MISSING", change.at(name));
  },
};

/** An amendment changes something. */
export const changeNothing: Rule<Application> = {
  id: "change.nothing",
  findings: { CHANGE_NOTHING: CONSISTENCY },
  check({ change }, report) {
    const [before, after] = [change?.plain("beforeText"), change?.plain("afterText")];
    if (change !== undefined && before !== undefined && before === after)
      report("CHANGE_NOTHING", change.at("afterText"));
  },
};

/** Dates of the old certificate: issued on or after its application; kept by an amendment; not after a re-issue. */
export const changeDates: Rule<Application> = {
  id: "change.dates",
  findings: {
    OLD_ISSUE_BEFORE_APPLICATION: thirdParty("S37"),
    CHANGE_DATE_NOT_KEPT: thirdParty("S37"),
    CHANGE_BEFORE_ISSUE: inferred("S37"),
  },
  check({ body, change, applied, code }, report) {
    const [oldApplied, oldIssued] = [change?.day("oldApplyDate"), change?.day("oldIssueDate")];
    if (change === undefined) return;
    if (oldApplied !== undefined && oldIssued !== undefined && oldIssued < oldApplied) {
      report(
        "OLD_ISSUE_BEFORE_APPLICATION",
        change.at("oldIssueDate"),
        {},
        code === "C" ? cite("C.rules[9]") : undefined,
      );
    }
    const type = body.text("applyType");
    if (type === AMENDED && oldApplied !== undefined && applied !== undefined && applied !== oldApplied)
      report("CHANGE_DATE_NOT_KEPT", body.at("applyDate"), { old: formatDay(oldApplied) });
    if (type === REISSUED && oldIssued !== undefined && applied !== undefined && applied < oldIssued)
      report("CHANGE_BEFORE_ISSUE", body.at("applyDate"), { old: formatDay(oldIssued) });
  },
};

/** Months a certificate of a form is valid; the general form: months within which a replacement is asked for. */
const VALID_MONTHS: Readonly<Record<string, number>> = Object.fromEntries(
  ["C", "RC", "E", "B", "K", "A", "N", "X", "F", "R", "L", "S", "I", "P", "GE", "HD", "H"].map((form) => [form, 12]),
);

/** A certificate is replaced while it is valid. */
export const changeInTime: Rule<Application> = {
  id: "change.in-time",
  findings: { CHANGE_TOO_LATE: cite("C.validity") },
  check(application, report) {
    const { body, change, applied, code } = application;
    const [issued, months] = [change?.day("oldIssueDate"), VALID_MONTHS[code]];
    // An amendment keeps the old dates, so its own date says nothing.
    if (
      change === undefined ||
      issued === undefined ||
      applied === undefined ||
      months === undefined ||
      body.text("applyType") === AMENDED
    )
      return;
    const limit = addMonths(issued, months);
    if (applied > limit)
      report(
        "CHANGE_TOO_LATE",
        change.at("oldIssueDate"),
        { form: code, limit: formatDay(limit) },
        cite(`${code}.validity`),
      );
  },
};

/** Form → entry that has the wording of a re-issue. */
const COPY_WORDING: Readonly<Record<string, string>> = { X: "X.rules[3]", K: "K.rules[4]", B: "B.rules[0]" };
const REPLACEMENT_WORDING: Readonly<Record<string, string>> = { C: "C.rules[10]" };

/** CERTIFIED TRUE COPY and REPLACEMENT wording belong to a re-issue or change, and name the old certificate. */
export const changeWording: Rule<Application> = {
  id: "change.wording",
  findings: { CHANGE_WORDING_ALONE: thirdParty("S37", "S45"), CHANGE_WORDING_NUMBER: thirdParty("S37", "S45") },
  check(application, report) {
    const { body, change, code } = application;
    for (const name of ["remark", "specialClause"] as const) {
      const text = body.plain(name);
      const found = text === undefined ? undefined : /CERTIFIED TRUE COPY|IN REPLACEMENT OF/u.exec(text)?.[0];
      if (text === undefined || found === undefined) continue;
      const entry = (found === "IN REPLACEMENT OF" ? REPLACEMENT_WORDING : COPY_WORDING)[code];
      const mark = entry === undefined ? undefined : cite(entry);
      const number = change?.text("oldCertNo");
      if (!replaces(application)) report("CHANGE_WORDING_ALONE", body.at(name), { found }, mark);
      else if (number !== undefined && !text.includes(plainText(number)))
        report("CHANGE_WORDING_NUMBER", body.at(name), { found, number }, mark);
    }
  },
};

/** Rules about amended and re-issued certificates. */
export const changeRules: readonly Rule<Application>[] = [
  changeData,
  changeUnexpected,
  changedBoxes,
  changeNothing,
  changeDates,
  changeInTime,
  changeWording,
];
