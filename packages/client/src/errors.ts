/** What can go wrong with a call. */
export type ClientErrorCode =
  /** Options that cannot work; thrown at once. */
  | "CLIENT_OPTIONS"
  /** No such operation among the services handed in, or it is a push. */
  | "CLIENT_OPERATION"
  /** The interface is not opened for this platform (`opened`); nothing was sent. */
  | "CLIENT_NOT_OPENED"
  /** The body breaks its schema or a rule; nothing was sent. `issues` lists all of it. */
  | "CLIENT_INVALID"
  /** The local rate limit would be exceeded for longer than the call may take; nothing was sent. */
  | "CLIENT_RATE_LIMIT"
  /** No answer in time; whether the exchange took the message is unknown. */
  | "CLIENT_TIMEOUT"
  /** The caller's signal fired. */
  | "CLIENT_ABORTED"
  /** No connection, or it broke; `details.sent` tells whether anything can have arrived. */
  | "CLIENT_CONNECTION"
  /** An HTTP status that carries no SOAP answer. */
  | "CLIENT_HTTP_STATUS"
  /** The answer is over the size limit. */
  | "CLIENT_ANSWER_TOO_LARGE"
  /** The answer is malformed, breaks its schema, or does not belong to the request. */
  | "CLIENT_ANSWER"
  /** The answer's signature is missing or wrong. */
  | "CLIENT_SIGNATURE"
  /** The exchange answered with a SOAP fault (unsigned: never a business answer). */
  | "CLIENT_FAULT"
  /** A signed answer with a return code other than success. */
  | "CLIENT_BUSINESS"
  /** The client was closed. */
  | "CLIENT_CLOSED"
  /** `submit` has no journal, or the journal refused or could not commit: nothing was acknowledged. */
  | "CLIENT_JOURNAL";

/** One complaint about a body, as the codec or a rule gives it. */
export interface ClientIssue {
  readonly code: string;
  readonly path: string;
  readonly message: string;
  readonly messageZh: string;
}

/** Facts about a failed call that are safe to log: never a key, a signature or a whole body. */
export interface ClientErrorDetails {
  readonly operation?: string;
  readonly messageId?: string;
  readonly status?: number;
  readonly returnCode?: string;
  readonly returnMessage?: string;
  readonly faultCode?: string;
  readonly faultString?: string;
  /** `no`: nothing can have arrived; `maybe`: it can. */
  readonly sent?: "no" | "maybe";
  readonly limit?: number;
}

export interface ClientErrorOptions {
  readonly details?: ClientErrorDetails;
  readonly issues?: readonly ClientIssue[];
  /** Decoded body of a business error, where the answer had one (field errors of code 2002, for instance). */
  readonly body?: unknown;
  readonly retryable?: boolean;
  readonly cause?: unknown;
}

/** The package's one error class; `code` is API. */
export class ClientError extends Error {
  override readonly name = "ClientError";
  readonly code: ClientErrorCode;
  readonly messageZh: string;
  /** Whether the same call may be made again as it is. A write that may have arrived is never retryable: query first. */
  readonly retryable: boolean;
  readonly details: ClientErrorDetails;
  readonly issues: readonly ClientIssue[];
  readonly body: unknown;

  constructor(code: ClientErrorCode, message: string, messageZh: string, options: ClientErrorOptions = {}) {
    super(message, options.cause === undefined ? undefined : { cause: options.cause });
    this.code = code;
    this.messageZh = messageZh;
    this.retryable = options.retryable ?? false;
    this.details = options.details ?? {};
    this.issues = options.issues ?? [];
    this.body = options.body;
  }
}

/** Tells whether `error` is a {@link ClientError} (with `code`, where given), also one of another installed copy. */
export function isClientError(error: unknown, code?: ClientErrorCode): error is ClientError {
  return (
    error instanceof Error &&
    error.name === "ClientError" &&
    "code" in error &&
    (code === undefined || error.code === code)
  );
}

/** An answer over the limit; `more` is what else is known. */
export function tooLarge(size: number, limit: number, more: ClientErrorDetails = {}): ClientError {
  return new ClientError(
    "CLIENT_ANSWER_TOO_LARGE",
    `the answer has at least ${size} bytes, the limit is ${limit} (maxAnswerBytes)`,
    `应答至少有 ${size} 字节,上限为 ${limit}(maxAnswerBytes)`,
    { details: { limit, ...more } },
  );
}
