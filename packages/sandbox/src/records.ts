/** What a record belongs to. */
export type RecordKind = "document" | "goods-filing" | "seal";

/** A message body as an object: values as the descriptors give them. */
export type Body = Readonly<Record<string, unknown>>;

/** A step in a record's life. */
export interface HistoryStep {
  /** Milliseconds since 1970. */
  readonly at: number;
  /** State after the step. */
  readonly status: string;
  readonly note?: string;
}

interface RecordBase {
  readonly providerCode: string;
  readonly createdAt: number;
  updatedAt: number;
  /** Counts what the platform sent. */
  version: number;
  body: Body;
  history: HistoryStep[];
  auditResult?: string;
  auditOpinion?: string;
  auditTime?: number;
}

/** A certificate application and what became of it (单证). */
export interface DocumentRecord extends RecordBase {
  readonly kind: "document";
  readonly docId: string;
  /** 4 general, 5 preferential. */
  readonly interface: 4 | 5;
  readonly docType: string;
  /** `doc-status.csv`. */
  docStatus: string;
  /** `print-status.csv`. */
  printStatus: string;
  printCount: number;
  certNo?: string;
  serialNo?: string;
  auditor?: string;
  issueDate?: string;
  validTo?: string;
}

/** A goods filing (商品备案). */
export interface FilingRecord extends RecordBase {
  readonly kind: "goods-filing";
  readonly filingId: string;
  /** `audit-status.csv`; a draft stands at 0 with `sent` false. */
  status: string;
  sent: boolean;
  goodsFilingNo?: string;
  validTo?: string;
  /** The body that was approved; stays in force while a change is under review. */
  approvedBody?: Body;
}

/** One seal or signature of an application. */
export interface SealItem {
  readonly kind: "SEAL" | "SIGN";
  readonly sealType?: string;
  readonly signerName?: string;
  /** Given at approval. */
  id?: string;
  status: string;
}

/** An application for seals and signatures (印章签名). */
export interface SealRecord extends RecordBase {
  readonly kind: "seal";
  readonly sealApplyId: string;
  readonly enterpriseRegNo: string;
  status: string;
  items: SealItem[];
}

/** A signatory in the enterprise registry. */
export interface RegisteredSigner {
  readonly signerId: string;
  readonly signerName: string;
  signStatus: string;
  readonly isDefault: boolean;
  /** Provider whose application brought it; absent on seed data. */
  readonly providerCode?: string;
}

/** A seal in the enterprise registry. */
export interface RegisteredSeal {
  readonly sealId: string;
  readonly sealType: string;
  sealStatus: string;
  readonly providerCode?: string;
}

/** An enterprise of the made-up registry (模拟企业). */
export interface EnterpriseRecord {
  readonly enterpriseRegNo: string;
  readonly creditCode: string;
  readonly branchCode: string;
  readonly enterpriseCnName: string;
  readonly enterpriseEnName: string;
  readonly cnAddress?: string;
  readonly enAddress?: string;
  readonly customsCode?: string;
  readonly enterpriseType?: string;
  readonly legalPerson?: string;
  readonly contactName?: string;
  readonly contactTel?: string;
  readonly email?: string;
  /** `registration-status`: 0 not registered, 1 valid, 2 waiting, 8 suspended, 9 cancelled. */
  readonly filingStatus: string;
  readonly validTo?: string;
  /** Provider codes the enterprise is bound to; all when absent. */
  readonly providers?: readonly string[];
  /** Milliseconds since 1970. */
  updatedAt: number;
  signers: RegisteredSigner[];
  seals: RegisteredSeal[];
}

/** A branch of the made-up directory (模拟分支会). */
export interface BranchRecord {
  readonly branchCode: string;
  readonly branchName: string;
  readonly branchEnName?: string;
  readonly provinceCode?: string;
  readonly parentCode?: string;
  readonly address?: string;
  readonly telephone?: string;
  readonly signPlaceEn?: string;
  readonly supportedDocTypes?: readonly string[];
  readonly selfPrintDocTypes?: readonly string[];
  /** 0 closed, 1 open. */
  readonly status?: string;
  readonly updatedAt?: number;
}

/** One try to deliver a push. */
export interface PushAttempt {
  readonly at: number;
  readonly outcome:
    | "delivered"
    | "timeout"
    | "unreachable"
    | "http-status"
    | "fault"
    | "bad-answer"
    | "bad-signature"
    | "refused";
  readonly status?: number;
  readonly returnCode?: string;
  readonly reason?: string;
}

/** A push in the queue. */
export interface PushRecord {
  /** Also the message id of every attempt. */
  readonly id: string;
  readonly interface: number | undefined;
  readonly operation: string;
  readonly providerCode: string;
  readonly body: Body;
  readonly createdAt: number;
  state: "waiting" | "delivered" | "failed" | "no-receiver" | "lost";
  attempts: PushAttempt[];
  /** When the next attempt is due; absent when there is none. */
  nextAt?: number;
  /** The record it tells about. */
  readonly about?: { readonly kind: RecordKind; readonly id: string };
}

/** Any record a reviewer decides about. */
export type ReviewedRecord = DocumentRecord | FilingRecord | SealRecord;

/** The platform's own id of a record. */
export function recordId(record: ReviewedRecord): string {
  if (record.kind === "document") return record.docId;
  return record.kind === "goods-filing" ? record.filingId : record.sealApplyId;
}
