import type { FieldIssue, FieldIssueCode } from "../errors.ts";
import type { Office } from "../office.ts";
import type { Body, DocumentRecord, EnterpriseRecord } from "../records.ts";
import type { SandboxState } from "../state.ts";
import { codeRefusal } from "../wire/refusal.ts";

/** What the drawing of a certificate needs; `@coo/certificate-pdf` takes it as it is. */
export interface CertificateRequest {
  readonly kind: "preview" | "print";
  readonly docType: string;
  readonly body: Body;
  readonly certNo?: string;
  readonly serialNo?: string;
  /** `yyyy-MM-dd`. */
  readonly issueDate?: string;
  readonly verifyUrl?: string;
}

/** Draws a certificate as PDF. */
export type RenderCertificate = (request: CertificateRequest) => Promise<Uint8Array>;

/** One call, authenticated and decoded, on its way to an interface. */
export interface Call {
  readonly providerCode: string;
  readonly body: Body;
  /** Milliseconds since 1970 by the sandbox's clock. */
  readonly now: number;
  readonly state: SandboxState;
  readonly office: Office;
  readonly render: RenderCertificate;
}

/** Does what an interface does and gives the body of the answer; refuses with a return code. */
export type InterfaceHandler = (call: Call) => Body | Promise<Body>;

/** A text property. */
export function textIn(body: Body, name: string): string | undefined {
  const value = body[name];
  return typeof value === "string" && value !== "" ? value : undefined;
}

/** Items of a container such as `goodsList.goods`. */
export function itemsIn(body: Body, container: string, item: string): readonly Body[] {
  const holder = body[container];
  const items = typeof holder === "object" && holder !== null ? (holder as Body)[item] : undefined;
  return Array.isArray(items) ? (items as readonly Body[]) : [];
}

/** A complaint about a field. */
export function issue(field: string, messageZh: string, message: string, code: FieldIssueCode = "RULE"): FieldIssue {
  return {
    field: `Body/${field}`,
    code,
    message: `Body/${field}: ${message}`,
    messageZh: `Body/${field}：${messageZh}`,
  };
}

/** Refuses with code 2002 when there are complaints. */
export function refuseIssues(issues: readonly FieldIssue[], body: Body = {}): void {
  const [first] = issues;
  if (first === undefined) return;
  throw codeRefusal("2002", first.message, `字段校验失败：${first.messageZh}`, { issues, body });
}

/** The enterprise a request acts for: registered, in force and bound to the provider, or code 3001. */
export function enterpriseFor(call: Call, regNo: string, body: Body = {}): EnterpriseRecord {
  const enterprise = call.state.data.enterprises.get(regNo);
  if (enterprise === undefined || enterprise.filingStatus !== "1" || !isBound(enterprise, call.providerCode)) {
    throw codeRefusal("3001", `enterprise ${regNo} is not registered or not bound`, `企业未注册/未绑定：${regNo}`, {
      body,
    });
  }
  return enterprise;
}

/** Tells whether an enterprise works through this provider. */
export function isBound(enterprise: EnterpriseRecord, providerCode: string): boolean {
  return enterprise.providers === undefined || enterprise.providers.includes(providerCode);
}

/** The document a request names by `docId`, `certNo`, or `invoiceNum` with `docType`; code 2002 or 3002. */
export function documentFor(call: Call, body: Body = {}): DocumentRecord {
  const [docId, certNo] = [textIn(call.body, "docId"), textIn(call.body, "certNo")];
  const [invoiceNum, docType] = [textIn(call.body, "invoiceNum"), textIn(call.body, "docType")];
  if (docId === undefined && certNo === undefined && (invoiceNum === undefined || docType === undefined)) {
    refuseIssues(
      [
        issue(
          "docId",
          "docId、certNo、invoiceNum+docType 至少给出一组",
          "one of docId, certNo, invoiceNum with docType is needed",
          "REQUIRED",
        ),
      ],
      body,
    );
  }
  const found = [...call.state.data.documents.values()].filter(
    (document) =>
      document.providerCode === call.providerCode &&
      (docId === undefined || document.docId === docId) &&
      (certNo === undefined || document.certNo === certNo) &&
      (docType === undefined || document.docType === docType) &&
      (invoiceNum === undefined ||
        itemsIn(document.body, "invoices", "invoice").some((one) => one["invoiceNum"] === invoiceNum)),
  );
  // Several certificates may stand on one invoice: the last one entered is meant.
  const document = found.at(-1);
  if (document === undefined) throw codeRefusal("3002", "no such document", "单证不存在", { body });
  return document;
}

/** Page number and size asked for, checked. */
export function pageOf(body: Body): { readonly pageNo: number; readonly pageSize: number } {
  const pageNo = (body["pageNo"] as number | undefined) ?? 1;
  const pageSize = (body["pageSize"] as number | undefined) ?? 20;
  const issues: FieldIssue[] = [];
  if (pageNo < 1) issues.push(issue("pageNo", "从 1 开始", "counts from 1", "RANGE"));
  if (pageSize < 1 || pageSize > 500)
    issues.push(issue("pageSize", "应在 1 至 500 之间", "must be between 1 and 500", "RANGE"));
  refuseIssues(issues);
  return { pageNo, pageSize };
}

/** One page of a list with its counts. */
export function paged<T>(body: Body, all: readonly T[]): { readonly items: readonly T[]; readonly counts: Body } {
  const { pageNo, pageSize } = pageOf(body);
  const from = (pageNo - 1) * pageSize;
  return { items: all.slice(from, from + pageSize), counts: { total: all.length, pageNo, pageSize } };
}

/** An object without its undefined properties: absent is not the same as undefined to the codec. */
export function defined(body: Body): Body {
  return Object.fromEntries(Object.entries(body).filter(([, value]) => value !== undefined));
}
