import type { Node } from "./node.ts";

/** Fields that queries, pushes and answers are checked by; a message has some of them. */
export interface RequestFields {
  readonly enterpriseRegNo?: string;
  readonly creditCode?: string;
  readonly docId?: string;
  readonly certNo?: string;
  readonly invoiceNum?: string;
  readonly docType?: string;
  readonly draft?: unknown;
  readonly filingId?: string;
  readonly goodsFilingNo?: string;
  readonly hsCode?: string;
  readonly areaCode?: string;
  readonly status?: string;
  readonly sealApplyId?: string;
  readonly startTime?: string;
  readonly endTime?: string;
  readonly pageNo?: number;
  readonly pageSize?: number;
  readonly content?: Uint8Array;
  readonly url?: string;
  readonly auditResult?: string;
  readonly auditOpinion?: string;
  readonly issueDate?: string;
  readonly validTo?: string;
}

/** A body of an operation without an application in it. */
export interface RequestBody {
  /** `<operation>.request` or `<operation>.response`. */
  readonly message: string;
  readonly body: Node<RequestFields>;
}
