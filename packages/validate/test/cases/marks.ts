import { type Case, co, fta } from "../support/cases.ts";

export const markCases: readonly Case[] = [
  ["MARKS_BLANK", co({ marks: " \n" }), co({ marks: "N/M" }), "marks"],
  ["MARKS_BLANK", fta("K", { marks: "" }), fta("R", { marks: "" })],
  ["MARKS_NO_BOX", fta("R", { marks: "ABC/LIMA" }), fta("R", { marks: "N/M" }), "marks"],
  ["MARKS_PHRASE", co({ marks: "As per invoice no. 1" }), co({ marks: "BEISPIEL\nHAMBURG" }), "marks"],
  ["MARKS_PHRASE", fta("S", { marks: "CARTON LABEL" }), fta("S", { marks: "NO MARKS AND NUMBERS" })],
  ["MARKS_PHRASE", fta("K", { marks: "AS B/L" }), fta("K", { marks: "I/S" })],
  [
    "MARKS_FOREIGN_ORIGIN",
    fta("RC", { marks: "ABC\nMADE IN VIET NAM" }),
    fta("RC", { marks: "ABC\nMADE IN P.R. CHINA" }),
    "marks",
  ],
  [
    "MARKS_FOREIGN_ORIGIN",
    fta("S", { marks: "PRODUCT OF THE NETHERLANDS" }),
    fta("S", { marks: "MADE IN CHINA FOR USA" }),
  ],
  ["MARKS_NONE_WORDING", co({ marks: "no marks" }), co({ marks: "N/M" }), "marks"],
  ["MARKS_NONE_WORDING", fta("K", { marks: "NIL" }), fta("H", { marks: "无" })],
  [
    "MARKS_ATTACHMENT_TEXT",
    fta("S", { marks: "GRAPHIC", markAttachment: true }),
    fta("S", { marks: "SEE ATTACHMENT", markAttachment: true }),
    "marks",
  ],
  ["MARKS_ATTACHMENT_FLAG", fta("S", { marks: "SEE ATTACHMENT" }), fta("S", { marks: "N/M" }), "markAttachment"],
  [
    "MARKS_ATTACHMENT_MISSING",
    co({ marks: "SEE ATTACHMENT", markAttachment: true }),
    fta("S", { marks: "SEE ATTACHMENT", markAttachment: true }),
    "attachments",
  ],
];
