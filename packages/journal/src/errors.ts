/** What can go wrong with a journal; codes are API. */
export type JournalErrorCode =
  /** Options that cannot work; thrown at once. */
  | "JOURNAL_OPTIONS"
  /**
   * The store could not commit (disk full, read-only, file gone, server away): nothing was acknowledged. With
   * `details.outcome` `"unknown"` the commit was sent and not answered: it may have been done, and doing the same again tells.
   */
  | "JOURNAL_STORE"
  /** The store stayed locked by others for longer than `busyMs`. */
  | "JOURNAL_BUSY"
  /** A transaction's function took longer than `txTimeoutMs`; it was rolled back. */
  | "JOURNAL_TX_TIMEOUT"
  /** The key is known with other content. */
  | "JOURNAL_CONTENT"
  /** An earlier revision of the key is still open. */
  | "JOURNAL_OPEN_REVISION"
  /** No such row. */
  | "JOURNAL_NOT_FOUND"
  /** The row's state does not allow this. */
  | "JOURNAL_TRANSITION"
  /**
   * The store lacks what this process has committed: a standby that was behind took over, or a backup was restored under
   * running workers. Nothing is sent until `coo journal restored` was run.
   */
  | "JOURNAL_BEHIND"
  /** The journal is closed. */
  | "JOURNAL_CLOSED";

/** Facts that are safe to log. */
export interface JournalErrorDetails {
  readonly id?: number;
  readonly tenant?: string;
  readonly op?: string;
  readonly key?: string;
  readonly rev?: number;
  readonly state?: string;
  readonly limitMs?: number;
  /** Of a commit that was not answered. */
  readonly outcome?: "unknown";
}

/** The package's one error class. */
export class JournalError extends Error {
  override readonly name = "JournalError";
  readonly code: JournalErrorCode;
  readonly messageZh: string;
  readonly details: JournalErrorDetails;

  constructor(
    code: JournalErrorCode,
    message: string,
    messageZh: string,
    options: { readonly details?: JournalErrorDetails; readonly cause?: unknown } = {},
  ) {
    super(message, options.cause === undefined ? undefined : { cause: options.cause });
    this.code = code;
    this.messageZh = messageZh;
    this.details = options.details ?? {};
  }
}

/** Tells whether `error` is a {@link JournalError} (with `code`, where given), also one of another installed copy. */
export function isJournalError(error: unknown, code?: JournalErrorCode): error is JournalError {
  return (
    error instanceof Error &&
    error.name === "JournalError" &&
    "code" in error &&
    (code === undefined || error.code === code)
  );
}
