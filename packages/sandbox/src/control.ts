import type { Policy } from "./policy.ts";
import type { BranchRecord, EnterpriseRecord, PushRecord, RecordKind, ReviewedRecord } from "./records.ts";

/** Narrows an id down where two platforms use the same, or two kinds of record. */
export interface Which {
  readonly providerCode?: string;
  readonly kind?: RecordKind;
}

/** A row of a listing. */
export interface RecordRow {
  readonly kind: RecordKind;
  readonly id: string;
  readonly providerCode: string;
  /** `doc-status` for documents, else `audit-status`. */
  readonly status: string;
  /** True while it waits for a reviewer. */
  readonly waiting: boolean;
  readonly certNo?: string;
  readonly goodsFilingNo?: string;
  readonly version: number;
  /** Milliseconds since 1970. */
  readonly updatedAt: number;
}

/**
 * What the people at the office do, and what tests want to do to them. Each method resolves when what follows from it
 * has been done, pushes included.
 */
export interface Control {
  approve(id: string, which?: Which): Promise<void>;
  /** Sends back for correction (已退回), or for good with `final`. */
  reject(id: string, opinion?: string, which?: Which & { readonly final?: boolean }): Promise<void>;
  /** Makes an issued certificate void (已作废). */
  void(id: string, opinion?: string, which?: Which): Promise<void>;
  /** Takes an application back, as the applicant may (已撤回). */
  withdraw(id: string, which?: Which): Promise<void>;
  /** Lets a printed certificate be printed again (允许重打). */
  allowReprint(id: string, which?: Which): Promise<void>;
  /** Sets a print state of `print-status.csv`, for example 2 for a failed print. */
  setPrintStatus(id: string, printStatus: string, which?: Which): Promise<void>;
  list(filter?: Which): readonly RecordRow[];
  /** A copy of a whole record. */
  get(id: string, which?: Which): ReviewedRecord;
  setPolicy(policy: Policy): void;
  /** Adds or replaces an enterprise of the made-up registry. */
  putEnterprise(enterprise: Partial<EnterpriseRecord> & Pick<EnterpriseRecord, "enterpriseRegNo">): void;
  /** Adds or replaces a branch. */
  putBranch(branch: BranchRecord): void;
  /** Starts over with a push, whatever became of it. */
  resend(pushId: string): Promise<PushRecord>;
  /** Forgets everything, or what one platform did. The clock stays. */
  reset(which?: Pick<Which, "providerCode">): void;
}
