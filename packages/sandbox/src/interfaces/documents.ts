import type { FieldIssue } from "../errors.ts";
import type { Body, DocumentRecord } from "../records.ts";
import { formatDateTime } from "../time.ts";
import { codeRefusal } from "../wire/refusal.ts";
import { type Call, defined, documentFor, type InterfaceHandler, issue, paged, refuseIssues, textIn } from "./call.ts";
import { timeIn } from "./enterprise.ts";
import { hasApproved } from "./seals.ts";

/** Interface 9, 单证查询. */
export const queryDocument: InterfaceHandler = (call) => {
  const document = documentFor(call);
  const { auditTime } = document;
  return {
    document: defined({
      docId: document.docId,
      docType: document.docType,
      certNo: document.certNo,
      serialNo: document.serialNo,
      docStatus: document.docStatus,
      printStatus: document.printStatus,
      auditOpinion: document.auditOpinion,
      auditTime: auditTime === undefined ? undefined : formatDateTime(auditTime),
      issueDate: document.issueDate,
      updatedAt: formatDateTime(document.updatedAt),
      detail: call.body["withDetail"] === true ? detailOf(document) : undefined,
    }),
  };
};

/** Interface 11, 单证同步. */
export const syncDocuments: InterfaceHandler = (call) => {
  const { body } = call;
  const inWindow = windowOf(body);
  const [regNo, docType] = [textIn(body, "enterpriseRegNo"), textIn(body, "docType")];
  const all = [...call.state.data.documents.values()]
    .filter(
      (one) =>
        one.providerCode === call.providerCode &&
        inWindow(one.updatedAt) &&
        (regNo === undefined || one.body["enterpriseRegNo"] === regNo) &&
        (docType === undefined || one.docType === docType),
    )
    .sort((a, b) => a.updatedAt - b.updatedAt || (a.docId < b.docId ? -1 : 1));
  const { items, counts } = paged(body, all);
  const document = items.map((one) =>
    defined({
      docId: one.docId,
      docType: one.docType,
      certNo: one.certNo,
      docStatus: one.docStatus,
      printStatus: one.printStatus,
      updatedAt: formatDateTime(one.updatedAt),
      detail: detailOf(one),
    }),
  );
  return { ...counts, documents: { document } };
};

/** Interface 13, 单证打印: counts as a print and changes the print state. */
export const printDocument: InterfaceHandler = async (call) => {
  const echo = defined({ docId: textIn(call.body, "docId") ?? "", fileType: "PDF" });
  const document = documentFor(call, echo);
  const body = { ...echo, docId: document.docId };
  if (document.docStatus !== "40") {
    throw codeRefusal(
      "3003",
      `document is in state ${document.docStatus}`,
      `状态不允许：单证状态为 ${document.docStatus}，已发证方可打印`,
      { body },
    );
  }
  requireSelfPrintRight(call, document, body);
  if (!hasApproved(call.state.data.enterprises.get(String(document.body["enterpriseRegNo"])))) {
    throw codeRefusal("3005", "no approved seal", "印章签名未审核", { body });
  }
  const copy = call.body["copyType"] === "2";
  if (!copy && document.printStatus === "1") {
    throw codeRefusal("3003", "already printed; a reprint has to be allowed", "状态不允许：已打印，重打须经允许", {
      body,
    });
  }
  const content = await call.render({ ...drawing(document), kind: "print" });
  call.office.printed(document, textIn(call.body, "printMode"));
  return defined({
    docId: document.docId,
    certNo: document.certNo,
    fileName: `${(document.certNo ?? document.docId).replace(/[^\w.-]+/g, "_")}.pdf`,
    fileType: "PDF",
    content,
    printStatus: document.printStatus,
    printCount: document.printCount,
  });
};

/** Interface 14, 单证预览: by id, or of a draft that is not saved; a draft wins where both are given. */
export const previewDocument: InterfaceHandler = async (call) => {
  const draft = call.body["draft"] as Body | undefined;
  if (draft !== undefined) {
    const body = (draft["general"] ?? draft["preferential"]) as Body;
    const content = await call.render({ kind: "preview", docType: String(body["docType"]), body });
    return defined({ docId: textIn(call.body, "docId"), fileType: "PDF", content, pageCount: pagesOf(content) });
  }
  const document = documentFor(call, { fileType: "PDF" });
  const content = await call.render({ ...drawing(document), kind: "preview" });
  return { docId: document.docId, fileType: "PDF", content, pageCount: pagesOf(content) };
};

function requireSelfPrintRight(call: Call, document: DocumentRecord, body: Body): void {
  if (call.body["printMode"] !== "1") return;
  const branch = call.state.data.branches.find((one) => one.branchCode === document.body["branchCode"]);
  if (branch?.selfPrintDocTypes?.includes(document.docType)) return;
  throw codeRefusal(
    "3003",
    `${document.docType} is not open to self-print there`,
    `状态不允许：${document.docType} 未开放自主打印`,
    { body },
  );
}

function drawing(document: DocumentRecord): Omit<Parameters<Call["render"]>[0], "kind"> {
  const { docType, body, certNo, serialNo, issueDate } = document;
  return defined({ docType, body, certNo, serialNo, issueDate }) as Omit<Parameters<Call["render"]>[0], "kind">;
}

/** Counts the page objects of a PDF whose page tree is not compressed. */
function pagesOf(pdf: Uint8Array): number {
  return Math.max(
    1,
    Buffer.from(pdf)
      .toString("latin1")
      .match(/\/Type\s*\/Page\b(?!s)/g)?.length ?? 0,
  );
}

/** The application body as it stands in `detail` and `draft`. */
function detailOf(document: DocumentRecord): Body {
  return document.interface === 4 ? { general: document.body } : { preferential: document.body };
}

/** The window of 11 and 12: start inclusive, end exclusive, in whole seconds as the fields carry them. */
export function windowOf(body: Body): (ms: number) => boolean {
  const start = timeIn(body["startTime"], "startTime") as number;
  const end = timeIn(body["endTime"], "endTime") as number;
  const issues: FieldIssue[] = [];
  if (end <= start) issues.push(issue("endTime", "应晚于开始时间", "must be after startTime", "RANGE"));
  refuseIssues(issues);
  return (ms) => {
    const second = Math.floor(ms / 1000) * 1000;
    return second >= start && second < end;
  };
}
