import { answer, ask, type Case } from "../support/cases.ts";
import { general } from "../support/documents.ts";

const result = {
  docId: "1",
  docType: "C",
  docStatus: "40",
  auditResult: "1",
  auditTime: "2026-03-03 10:00:00",
  certNo: "26C311120218/00004",
  issueDate: "2026-03-03",
};

export const requestCases: readonly Case[] = [
  [
    "KEY_MISSING",
    ask("verifyEnterpriseRegistration", { enterpriseCnName: "苏州示例贸易有限公司" }),
    ask("verifyEnterpriseRegistration", { creditCode: "91320500MA1XYUABX7" }),
    "",
  ],
  ["KEY_MISSING", ask("syncEnterpriseFiling", {}), ask("syncEnterpriseFiling", { enterpriseRegNo: "311120218" })],
  ["KEY_MISSING", ask("queryDocument", { docType: "C" }), ask("queryDocument", { docId: "1" })],
  ["KEY_MISSING", ask("printDocument", {}), ask("printDocument", { invoiceNum: "1", docType: "C" })],
  ["KEY_MISSING", ask("previewDocument", {}), ask("previewDocument", { draft: { general: general() } })],
  ["KEY_MISSING", ask("querySealSignature", {}), ask("querySealSignature", { sealApplyId: "1" })],
  [
    "KEY_DOC_TYPE_MISSING",
    ask("printDocument", { invoiceNum: "1" }),
    ask("printDocument", { invoiceNum: "1", docId: "1" }),
    "docType",
  ],
  ["FILING_KEY_MISSING", ask("queryGoodsFiling", { pageNo: 1 }), ask("queryGoodsFiling", { hsCode: "6204620000" }), ""],
  [
    "WINDOW_EMPTY",
    ask("syncDocuments", { startTime: "2026-03-02 00:00:00", endTime: "2026-03-02 00:00:00" }),
    ask("syncDocuments", { startTime: "2026-03-01 00:00:00", endTime: "2026-03-02 00:00:00" }),
    "endTime",
  ],
  ["PAGE_NUMBER", ask("queryBranches", { pageNo: 0 }), ask("queryBranches", { pageNo: 1, pageSize: 50 }), "pageNo"],
  [
    "FILE_MISSING",
    answer("printDocument", { docId: "1", fileType: "PDF", content: new Uint8Array() }),
    answer("printDocument", { docId: "1", fileType: "PDF", url: "https://files.example/1" }),
    "content",
  ],
  [
    "FILE_MISSING",
    answer("previewDocument", { fileType: "PDF" }),
    answer("previewDocument", { fileType: "PDF", content: new Uint8Array([1]) }),
  ],
  [
    "RESULT_FIELD_MISSING",
    ask("pushDocumentAuditResult", { ...result, certNo: undefined }),
    ask("pushDocumentAuditResult", result),
    "certNo",
  ],
  [
    "RESULT_FIELD_MISSING",
    ask("pushGoodsFilingAuditResult", { filingId: "1", auditResult: "1" }),
    ask("pushGoodsFilingAuditResult", { filingId: "1", auditResult: "1", goodsFilingNo: "GF1" }),
  ],
  [
    "RESULT_REASON_MISSING",
    ask("pushSealSignatureAuditResult", { sealApplyId: "1", auditResult: "2" }),
    ask("pushSealSignatureAuditResult", { sealApplyId: "1", auditResult: "2", auditOpinion: "图片不清" }),
    "auditOpinion",
  ],
  [
    "VALID_BEFORE_ISSUE",
    ask("pushDocumentAuditResult", { ...result, validTo: "2026-03-02" }),
    ask("pushDocumentAuditResult", { ...result, validTo: "2027-03-02" }),
    "validTo",
  ],
];
