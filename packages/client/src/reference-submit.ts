import type { AskRule, SubmitRule, SubmitRules } from "./submit/rules.ts";

/** Return codes of the reference edition; ours, not official. */
const CODES: Pick<SubmitRule, "notApplied" | "repeated" | "hold"> = {
  // 3003 (state does not allow this) is missing: the state may come from this very application.
  notApplied: ["2001", "2002", "3001", "3002", "3004", "3005"],
  repeated: ["1004"],
  hold: ["1001", "1002"],
};

const askDocument: AskRule = {
  operation: "queryDocument",
  key: "docId",
  with: { withDetail: true },
  absent: ["3002"],
  found: "document",
  content: ["detail.general", "detail.preferential"],
  remoteId: "certNo",
  open: { path: "docStatus", values: ["10", "20"] },
  result: {
    push: "pushDocumentAuditResult",
    // 80 (withdrawn) comes from the applicant, and no push tells it.
    final: { path: "docStatus", values: ["30", "40", "50", "60", "90"] },
    fields: {
      docId: "docId",
      docType: "docType",
      certNo: "certNo",
      serialNo: "serialNo",
      docStatus: "docStatus",
      // An issued certificate was approved. A returned one may have been returned or refused for good: 9 does not tell.
      auditResult: { path: "docStatus", codes: { 40: "1" } },
      auditOpinion: "auditOpinion",
      auditTime: "auditTime",
      issueDate: "issueDate",
    },
  },
};

/**
 * How the writing interfaces of the reference edition go through an outbox (assumed, see docs/reliability.md §3): 4, 5, 6
 * and 16 are asked about by 9, 10 and 18, which also show results whose pushes (7, 8, 17) never came; a print (13) is never repeated by itself.
 */
export const referenceSubmit: SubmitRules = {
  applyGeneralCertificate: { key: "docId", ask: askDocument, remoteId: "certNo", ...CODES },
  applyPreferentialCertificate: { key: "docId", ask: askDocument, remoteId: "certNo", ...CODES },
  applyGoodsFiling: {
    key: "filingId",
    ask: {
      operation: "queryGoodsFiling",
      key: "filingId",
      absent: ["3002"],
      found: "filings.filing",
      fields: ["hsCode", "goodsCnName", "goodsEnName"],
      remoteId: "goodsFilingNo",
      open: { path: "status", values: ["0"] },
      // 10 and 18 tell no time of review, which 8 and 17 need: these results go to a person.
      result: {
        push: "pushGoodsFilingAuditResult",
        final: { path: "status", values: ["1", "2", "3", "9"] },
        fields: {
          filingId: "filingId",
          goodsFilingNo: "goodsFilingNo",
          hsCode: "hsCode",
          auditResult: "status",
          auditOpinion: "auditOpinion",
          validTo: "validTo",
        },
      },
    },
    remoteId: "goodsFilingNo",
    ...CODES,
  },
  applySealSignature: {
    key: "sealApplyId",
    ask: {
      operation: "querySealSignature",
      key: "sealApplyId",
      absent: ["3002"],
      found: "items.item",
      open: { path: "status", values: ["0"] },
      result: {
        push: "pushSealSignatureAuditResult",
        final: { path: "status", values: ["1", "2", "3"] },
        fields: { sealApplyId: "sealApplyId", auditResult: "status", auditOpinion: "auditOpinion" },
      },
    },
    ...CODES,
  },
  printDocument: {
    class: "effect",
    key: "docId",
    ask: {
      operation: "queryDocument",
      key: "docId",
      absent: ["3002"],
      found: "document",
      applied: { path: "printStatus", values: ["1"] },
    },
    ...CODES,
    notApplied: [...CODES.notApplied, "3003"],
  },
};
