import type { FieldIssue } from "../errors.ts";
import type { Body, DocumentRecord } from "../records.ts";
import { recordKey } from "../state.ts";
import { formatDateTime } from "../time.ts";
import { codeRefusal } from "../wire/refusal.ts";
import {
  type Call,
  defined,
  enterpriseFor,
  type InterfaceHandler,
  issue,
  itemsIn,
  refuseIssues,
  textIn,
} from "./call.ts";
import { requireFilings } from "./goods.ts";
import { requireSeals } from "./seals.ts";

/** Forms that go with interface 5: those of class preferential in `cert-types.csv`. Other codes pass both. */
const PREFERENTIAL = new Set("G B E F P N X R H L I S A K GE CA RC MU NI EC SE HD MV CG".split(" "));
/** Forms of class non-preferential or special. */
const GENERAL = new Set("C PR TR M T AD AP".split(" "));

/** Interface 4, 一般原产地证申请. */
export const applyGeneralCertificate: InterfaceHandler = (call) => apply(call, 4);

/** Interface 5, 优惠原产地证申请. */
export const applyPreferentialCertificate: InterfaceHandler = (call) => apply(call, 5);

function apply(call: Call, no: 4 | 5): Body {
  const { body, state, providerCode, now } = call;
  const docId = textIn(body, "docId") ?? "";
  const echo = { docId };
  const key = recordKey(providerCode, docId);
  const known = state.data.documents.get(key);
  refuseIssues(
    [...formIssues(body, no), ...changeIssues(body), ...(known === undefined ? [] : fixedIssues(known, body, no))],
    echo,
  );
  const enterprise = enterpriseFor(call, String(body["enterpriseRegNo"]), echo);
  const branch = state.data.branches.find((one) => one.branchCode === body["branchCode"]);
  if (branch === undefined || branch.status === "0") {
    refuseIssues([issue("branchCode", "分支会不存在或已停办", "no such branch, or closed", "ENUM")], echo);
  }
  if (body["creditCode"] !== undefined && body["creditCode"] !== enterprise.creditCode) {
    refuseIssues([issue("creditCode", "与企业备案不一致", "differs from the filed record")], echo);
  }
  requireOldCertificate(call, echo);
  if (known !== undefined && known.docStatus !== "00" && known.docStatus !== "30") {
    throw codeRefusal(
      "3003",
      `document ${docId} is in state ${known.docStatus}`,
      `状态不允许：单证状态为 ${known.docStatus}，仅草稿与已退回可修改`,
      {
        body: { ...echo, docStatus: known.docStatus },
      },
    );
  }
  const send = body["sendAudit"] === true;
  if (send) {
    requireSeals(enterprise, textIn(body, "sealId"), textIn(body, "signerId"), echo);
    if (no === 5) requireFilings(call, echo);
  }
  const record = known ?? newDocument(call, no, docId);
  record.body = body;
  record.version++;
  record.updatedAt = now;
  state.data.documents.set(key, record);
  if (send) call.office.submit(record);
  // A returned one that is saved again stays returned: the table knows no way back to draft.
  else record.history.push({ at: now, status: record.docStatus, note: known === undefined ? "created" : "saved" });
  return defined({
    docId,
    certNo: record.certNo,
    docStatus: record.docStatus,
    receiveTime: formatDateTime(now),
  });
}

function newDocument(call: Call, no: 4 | 5, docId: string): DocumentRecord {
  const { providerCode, body, now } = call;
  return {
    kind: "document",
    providerCode,
    docId,
    interface: no,
    docType: String(body["docType"]),
    docStatus: "00",
    printStatus: "0",
    printCount: 0,
    createdAt: now,
    updatedAt: now,
    version: 0,
    body,
    history: [],
  };
}

function formIssues(body: Body, no: 4 | 5): FieldIssue[] {
  const issues: FieldIssue[] = [];
  if (textIn(body, "docId") === undefined) issues.push(issue("docId", "缺失", "is empty", "REQUIRED"));
  const docType = String(body["docType"]);
  if (no === 4 && PREFERENTIAL.has(docType)) {
    issues.push(
      issue("docType", `${docType} 为优惠证书，请用接口 5`, `${docType} is preferential: use interface 5`, "ENUM"),
    );
  }
  if (no === 5 && GENERAL.has(docType)) {
    issues.push(
      issue(
        "docType",
        `${docType} 为非优惠证书，请用接口 4`,
        `${docType} is not preferential: use interface 4`,
        "ENUM",
      ),
    );
  }
  return issues;
}

function changeIssues(body: Body): FieldIssue[] {
  const needed = ["1", "2", "3"].includes(String(body["applyType"]));
  return needed && body["change"] === undefined
    ? [issue("change", "更改、重发时必填", "is needed when applyType is 1, 2 or 3", "REQUIRED")]
    : [];
}

/** What cannot change once the document exists. */
function fixedIssues(known: DocumentRecord, body: Body, no: 4 | 5): FieldIssue[] {
  const issues: FieldIssue[] = [];
  if (known.interface !== no || known.docType !== body["docType"]) {
    issues.push(issue("docType", "创建后不可更改", "cannot change after creation"));
  }
  const before = itemsIn(known.body, "invoices", "invoice").map((one) => one["invoiceNum"]);
  for (const [index, invoice] of itemsIn(body, "invoices", "invoice").entries()) {
    if (!before.includes(invoice["invoiceNum"])) {
      issues.push(
        issue(
          `invoices/invoice[${index + 1}]/invoiceNum`,
          "发票号创建后不可更改",
          "the invoice number cannot change after creation",
        ),
      );
    }
  }
  return issues;
}

/** The certificate that an amendment or re-issue replaces: issued, and this platform's. */
function requireOldCertificate(call: Call, echo: Body): void {
  const change = call.body["change"] as Body | undefined;
  if (change === undefined || !["1", "2", "3"].includes(String(call.body["applyType"]))) return;
  const old = [...call.state.data.documents.values()].find(
    (one) => one.providerCode === call.providerCode && one.certNo === change["oldCertNo"],
  );
  if (old === undefined)
    throw codeRefusal("3002", `no certificate ${String(change["oldCertNo"])}`, "原证书不存在", { body: echo });
  if (old.docStatus !== "40") {
    throw codeRefusal(
      "3003",
      `the old certificate is in state ${old.docStatus}`,
      `状态不允许：原证书状态为 ${old.docStatus}`,
      { body: echo },
    );
  }
}
