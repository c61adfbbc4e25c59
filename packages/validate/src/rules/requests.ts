import { CONSISTENCY, inferred } from "../evidence.ts";
import type { Name } from "../node.ts";
import type { RequestBody, RequestFields } from "../request.ts";
import type { Rule } from "../rule.ts";

/** Messages that look something up → fields of which one is needed. */
const KEYS: Readonly<Record<string, readonly Name<RequestFields>[]>> = {
  "verifyEnterpriseRegistration.request": ["enterpriseRegNo", "creditCode"],
  "syncEnterpriseFiling.request": ["enterpriseRegNo", "creditCode"],
  "queryDocument.request": ["docId", "certNo", "invoiceNum"],
  "printDocument.request": ["docId", "certNo", "invoiceNum"],
  "previewDocument.request": ["docId", "certNo", "invoiceNum", "draft"],
  "querySealSignature.request": ["sealApplyId", "enterpriseRegNo"],
};

/** A look-up says what it looks for. */
export const lookUpKey: Rule<RequestBody> = {
  id: "requests.key",
  findings: { KEY_MISSING: CONSISTENCY },
  check({ message, body }, report) {
    const keys = KEYS[message];
    if (keys !== undefined && !keys.some((name) => body.filled(name)))
      report("KEY_MISSING", body.path, { keys: keys.join(", ") });
  },
};

/** A document is found by invoice number only together with its type. */
export const invoiceKey: Rule<RequestBody> = {
  id: "requests.invoice-key",
  findings: { KEY_DOC_TYPE_MISSING: inferred("S6") },
  check({ message, body }, report) {
    if (KEYS[message]?.includes("invoiceNum") !== true || body.filled("docId") || body.filled("certNo")) return;
    if (body.filled("invoiceNum") && !body.filled("docType")) report("KEY_DOC_TYPE_MISSING", body.at("docType"));
  },
};

const FILING_KEYS = ["filingId", "goodsFilingNo", "enterpriseRegNo", "hsCode", "areaCode", "status"] as const;

/** A query of filings without any condition asks for everything. */
export const filingKey: Rule<RequestBody> = {
  id: "requests.filing-key",
  findings: { FILING_KEY_MISSING: inferred() },
  check({ message, body }, report) {
    if (message === "queryGoodsFiling.request" && !FILING_KEYS.some((name) => body.filled(name)))
      report("FILING_KEY_MISSING", body.path, { keys: FILING_KEYS.join(", ") });
  },
};

/** A time window begins before it ends. */
export const syncWindow: Rule<RequestBody> = {
  id: "requests.window",
  findings: { WINDOW_EMPTY: CONSISTENCY },
  check({ body }, report) {
    const [start, end] = [body.text("startTime"), body.text("endTime")];
    const shape = /^\d{4}-\d{2}-\d{2} \d{2}:\d{2}:\d{2}$/u;
    if (start === undefined || end === undefined || !shape.test(start) || !shape.test(end)) return;
    if (start >= end) report("WINDOW_EMPTY", body.at("endTime"), { start, end });
  },
};

/** Pages and page sizes count from 1. */
export const paging: Rule<RequestBody> = {
  id: "requests.paging",
  findings: { PAGE_NUMBER: inferred() },
  check({ message, body }, report) {
    if (!message.endsWith(".request")) return;
    for (const name of ["pageNo", "pageSize"] as const) {
      const value = body.integer(name);
      if (value !== undefined && value < 1) report("PAGE_NUMBER", body.at(name), { value });
    }
  },
};

const FILE_ANSWERS: ReadonlySet<string> = new Set(["printDocument.response", "previewDocument.response"]);

/** An answer with a file has the file or its address. */
export const fileAnswer: Rule<RequestBody> = {
  id: "requests.file",
  findings: { FILE_MISSING: CONSISTENCY },
  check({ message, body }, report) {
    const content = body.raw("content");
    const hasContent = content instanceof Uint8Array ? content.length > 0 : body.filled("content");
    if (FILE_ANSWERS.has(message) && !hasContent && !body.filled("url")) report("FILE_MISSING", body.at("content"));
  },
};

const APPROVED = "1";
const RETURNED = "2";

/** Pushed review results → fields that come with an approval. */
const WHEN_APPROVED: Readonly<Record<string, readonly Name<RequestFields>[]>> = {
  "pushDocumentAuditResult.request": ["certNo", "issueDate"],
  "pushGoodsFilingAuditResult.request": ["goodsFilingNo"],
  "pushSealSignatureAuditResult.request": [],
};

/** A review result brings its number when approved and its reason when returned. */
export const reviewResult: Rule<RequestBody> = {
  id: "requests.review-result",
  findings: { RESULT_FIELD_MISSING: inferred(), RESULT_REASON_MISSING: inferred() },
  check({ message, body }, report) {
    const fields = WHEN_APPROVED[message];
    const result = body.text("auditResult");
    if (fields === undefined) return;
    if (result === APPROVED)
      for (const name of fields) if (!body.filled(name)) report("RESULT_FIELD_MISSING", body.at(name));
    if (result === RETURNED && !body.filled("auditOpinion")) report("RESULT_REASON_MISSING", body.at("auditOpinion"));
  },
};

/** Nothing expires before it is issued. */
export const validity: Rule<RequestBody> = {
  id: "requests.validity",
  findings: { VALID_BEFORE_ISSUE: CONSISTENCY },
  check({ body }, report) {
    const [issued, valid] = [body.day("issueDate"), body.day("validTo")];
    if (issued !== undefined && valid !== undefined && valid < issued) report("VALID_BEFORE_ISSUE", body.at("validTo"));
  },
};

/** Rules about queries, pushes and answers. */
export const requestRules: readonly Rule<RequestBody>[] = [
  lookUpKey,
  invoiceKey,
  filingKey,
  syncWindow,
  paging,
  fileAnswer,
  reviewResult,
  validity,
];
