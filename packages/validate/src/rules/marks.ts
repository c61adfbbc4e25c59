import type { Application } from "../application.ts";
import { cite } from "../cite.ts";
import { countryAtStart, hasWords } from "../countries.ts";
import { inferred, thirdParty } from "../evidence.ts";
import { plainText } from "../node.ts";
import type { Rule } from "../rule.ts";

/** Shipping marks are never blank where the form has a box for them. */
export const marksBlank: Rule<Application> = {
  id: "marks.blank",
  findings: { MARKS_BLANK: cite("C.rules[5]") },
  check({ form, code, body }, report) {
    const value = body.raw("marks");
    if (form === undefined || FORMS_WITHOUT_MARKS.has(code)) return;
    if (typeof value === "string" && value.trim() === "" && !body.is("markAttachment"))
      report("MARKS_BLANK", body.at("marks"));
  },
};

/** The Peruvian form has no box for marks (`R.rules[0]`). */
const FORMS_WITHOUT_MARKS: ReadonlySet<string> = new Set(["R"]);

/** The Peruvian form has no box for marks. */
export const marksNoBox: Rule<Application> = {
  id: "marks.no-box",
  findings: { MARKS_NO_BOX: cite("R.rules[0]") },
  check({ code, body }, report) {
    const marks = body.plain("marks");
    if (FORMS_WITHOUT_MARKS.has(code) && marks !== undefined && marks !== "N/M" && marks !== "***")
      report("MARKS_NO_BOX", body.at("marks"));
  },
};

/** Phrases read as not accepted; AS PER INVOICE and AS PER B/L for the general form too. */
const FORBIDDEN = [
  "AS PER INVOICE",
  "AS PER B/L",
  "AS PER BILL OF LADING",
  "CARTON LABEL",
  "AS ADDRESS",
  "AS PACKING LIST",
  "AS PER PACKING LIST",
  "AS B/L",
  "AS BILL OF LADING",
  "COLOR LABEL",
  "COLOUR LABEL",
];

/** Marks are written out, not referred to. */
export const marksPhrase: Rule<Application> = {
  id: "marks.phrase",
  findings: { MARKS_PHRASE: thirdParty("S29", "S30", "S49") },
  check({ code, body }, report) {
    const marks = body.plain("marks");
    const phrase = marks === undefined ? undefined : FORBIDDEN.find((each) => hasWords(marks, each));
    if (phrase !== undefined)
      report(
        "MARKS_PHRASE",
        body.at("marks"),
        { phrase },
        code === "C" ? cite("C.rules[5]") : code === "S" ? cite("S.rules[3]") : undefined,
      );
  },
};

const MADE_IN = /(?:MADE|MANUFACTURED|PRODUCED|ASSEMBLED) IN |PRODUCT OF |COUNTRY OF ORIGIN\s?[:.]? ?|ORIGIN\s?: ?/gu;

/** Marks do not say that the goods were made outside China. */
export const marksOrigin: Rule<Application> = {
  id: "marks.origin",
  findings: { MARKS_FOREIGN_ORIGIN: thirdParty("S29", "S30", "S49") },
  check({ code, body }, report) {
    const marks = body.plain("marks");
    if (marks === undefined) return;
    for (const match of marks.matchAll(MADE_IN)) {
      const place = marks.slice(match.index + match[0].length, match.index + match[0].length + 40);
      const country = countryAtStart(place);
      if (country === undefined || country.alpha2 === "CN") continue;
      report(
        "MARKS_FOREIGN_ORIGIN",
        body.at("marks"),
        { country: country.en, countryZh: country.zh },
        code === "RC" ? cite("RC.rules[4]") : code === "S" ? cite("S.rules[3]") : undefined,
      );
    }
  },
};

/** Ways of saying "no marks" that the notes do not have. */
const NO_MARKS_OTHERWISE: ReadonlySet<string> = new Set([
  "NO MARK",
  "NO MARKS",
  "NONE",
  "NIL",
  "N.M",
  "N.M.",
  "NM",
  "NO",
  "N/A",
  "-",
  "/",
  "WITHOUT MARKS",
  "无",
]);
/** Accepted wording by form. */
const NO_MARKS_WORDING: Readonly<Record<string, readonly [wording: string, entry: string]>> = {
  C: ["N/M", "C.rules[5]"],
  K: ["N/M or I/S", "K.rules[2]"],
  S: ["N/M or NO MARKS AND NUMBERS", "S.rules[3]"],
};

/** No marks are written N/M. */
export const noMarks: Rule<Application> = {
  id: "marks.none",
  findings: { MARKS_NONE_WORDING: thirdParty("S29", "S30", "S49") },
  check({ code, form, body }, report) {
    const marks = body.plain("marks");
    if (form === undefined || code === "H" || marks === undefined || !NO_MARKS_OTHERWISE.has(marks)) return;
    const [wording, entry] = NO_MARKS_WORDING[code] ?? ["N/M"];
    report(
      "MARKS_NONE_WORDING",
      body.at("marks"),
      { value: marks, wording },
      entry === undefined ? undefined : cite(entry),
    );
  },
};

const SEE_ATTACHMENT = "SEE ATTACHMENT";

/** Graphic marks are attached, and the box says so. */
export const graphicMarks: Rule<Application> = {
  id: "marks.graphic",
  findings: {
    MARKS_ATTACHMENT_TEXT: cite("S.rules[3]"),
    MARKS_ATTACHMENT_FLAG: inferred("S49"),
    MARKS_ATTACHMENT_MISSING: inferred("S49"),
  },
  check({ body, attachments }, report) {
    const says = hasWords(plainText(body.text("marks") ?? ""), SEE_ATTACHMENT);
    const flag = body.is("markAttachment");
    if (flag && !says) report("MARKS_ATTACHMENT_TEXT", body.at("marks"));
    if (says && !flag) report("MARKS_ATTACHMENT_FLAG", body.at("markAttachment"));
    if (flag && attachments.length === 0) report("MARKS_ATTACHMENT_MISSING", body.at("attachments"));
  },
};

/** Rules about shipping marks. */
export const markRules: readonly Rule<Application>[] = [
  marksBlank,
  marksNoBox,
  marksPhrase,
  marksOrigin,
  noMarks,
  graphicMarks,
];
