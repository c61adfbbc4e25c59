import { type Case, co, fta } from "../support/cases.ts";

const change = {
  oldCertNo: "26C311120218/00004",
  changeReason: "收货人地址变更",
  changedBoxes: "2",
  beforeText: "OLD ROAD",
  afterText: "NEW ROAD",
};
const changed = (
  applyType: string,
  overrides: Readonly<Record<string, unknown>> = {},
  body: Readonly<Record<string, unknown>> = {},
) => co({ applyType, change: { ...change, ...overrides }, ...body });

export const changeCases: readonly Case[] = [
  ["CHANGE_OLD_NUMBER", co({ applyType: "1" }), changed("1"), "change.oldCertNo"],
  ["CHANGE_OLD_NUMBER", changed("2", { oldCertNo: "" }), changed("2")],
  ["CHANGE_REASON", changed("3", { changeReason: " " }), changed("3"), "change.changeReason"],
  ["CHANGE_UNEXPECTED", changed("0"), changed("1"), "change"],
  [
    "CHANGED_BOXES_MISSING",
    changed("1", { changedBoxes: undefined }),
    changed("2", { changedBoxes: undefined }),
    "change.changedBoxes",
  ],
  [
    "CHANGED_BOX_UNKNOWN",
    changed("1", { changedBoxes: "2, 13" }),
    changed("1", { changedBoxes: "2, 12" }),
    "change.changedBoxes",
  ],
  ["CHANGE_TEXTS_MISSING", changed("1", { afterText: undefined }), changed("1"), "change.afterText"],
  ["CHANGE_NOTHING", changed("1", { afterText: "old  road" }), changed("1"), "change.afterText"],
  [
    "OLD_ISSUE_BEFORE_APPLICATION",
    changed("2", { oldApplyDate: "2026-02-02", oldIssueDate: "2026-02-01" }),
    changed("2", { oldApplyDate: "2026-02-02", oldIssueDate: "2026-02-02" }),
    "change.oldIssueDate",
  ],
  [
    "CHANGE_DATE_NOT_KEPT",
    changed("1", { oldApplyDate: "2026-02-02" }),
    changed("1", { oldApplyDate: "2026-03-02" }),
    "applyDate",
  ],
  [
    "CHANGE_BEFORE_ISSUE",
    changed("2", { oldIssueDate: "2026-03-03" }),
    changed("2", { oldIssueDate: "2026-03-01" }),
    "applyDate",
  ],
  [
    "CHANGE_TOO_LATE",
    changed("2", { oldIssueDate: "2025-03-01" }),
    changed("2", { oldIssueDate: "2025-03-02" }),
    "change.oldIssueDate",
  ],
  [
    "CHANGE_TOO_LATE",
    fta("X", { applyType: "2", change: { ...change, oldIssueDate: "2025-01-01" } }),
    fta("X", { applyType: "2", change: { ...change, oldIssueDate: "2026-01-01" } }),
  ],
  [
    "CHANGE_WORDING_ALONE",
    fta("K", { remark: "CERTIFIED TRUE COPY OF ..." }),
    fta("K", {
      applyType: "2",
      change,
      remark: "CERTIFIED TRUE COPY of the original Certificate of Origin number 26C311120218/00004",
    }),
    "remark",
  ],
  [
    "CHANGE_WORDING_NUMBER",
    fta("X", { applyType: "2", change, specialClause: "CERTIFIED TRUE COPY of the original" }),
    fta("X", { applyType: "2", change, specialClause: "CERTIFIED TRUE COPY of 26C311120218/00004" }),
    "specialClause",
  ],
  [
    "CHANGE_WORDING_NUMBER",
    changed("1", {}, { specialClause: "THIS CERTIFICATE IS IN REPLACEMENT OF CERTIFICATE OF ORIGIN NO 1" }),
    changed(
      "1",
      {},
      { specialClause: "THIS CERTIFICATE IS IN REPLACEMENT OF CERTIFICATE OF ORIGIN NO 26C311120218/00004" },
    ),
  ],
];
