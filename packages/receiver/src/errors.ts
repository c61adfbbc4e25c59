/** Why a push was not accepted, or the receiver cannot be used. */
export type ReceiverErrorCode =
  /** Options that cannot work; thrown at once. */
  | "RECEIVER_OPTIONS"
  /** 404: another path than the receiver's. */
  | "PUSH_PATH"
  /** 405. */
  | "PUSH_METHOD"
  /** 415: media type, content encoding or charset. */
  | "PUSH_MEDIA_TYPE"
  /** 413. */
  | "PUSH_TOO_LARGE"
  /** 500, or 400 under SOAP 1.2: malformed, DTD, envelope wrong. */
  | "PUSH_MALFORMED"
  /** 500 or 400: no such operation, or no handler for it. */
  | "PUSH_OPERATION"
  /** 401: the provider code is not one of ours. */
  | "PUSH_PROVIDER"
  /** 401: signature missing or wrong. */
  | "PUSH_SIGNATURE"
  /** 200, signed, error code: message id known with other content. */
  | "PUSH_CONFLICT"
  /** 200, signed, error code: time stamp outside the window. */
  | "PUSH_CLOCK"
  /** 500 or 400: signed, but breaks its schema. */
  | "PUSH_SCHEMA"
  /** 500: the handler failed; the sender may try again. */
  | "PUSH_HANDLER"
  /** 500 or 400: the handler answered with a fault of its own. */
  | "PUSH_FAULT"
  /** 503: the store failed. */
  | "PUSH_STORE"
  /** 503: shutting down. */
  | "PUSH_CLOSING"
  /** 500: an adapter found a body that was parsed before; says how to mount it. */
  | "PUSH_RAW_BODY_MISSING"
  /** 500: an error in the receiver itself. */
  | "PUSH_INTERNAL";

/** Facts that are safe to log: never a key, a signature or a whole body. */
export interface ReceiverErrorDetails {
  readonly operation?: string;
  readonly providerCode?: string;
  readonly messageId?: string;
  readonly path?: string;
  readonly limit?: number;
  /** Complaints of the schema check. */
  readonly issues?: readonly { readonly path: string; readonly message: string; readonly messageZh: string }[];
  /** What `explain()` found, in development mode only. */
  readonly explanation?: { readonly cause: string | undefined; readonly adviceZh: string; readonly adviceEn: string };
}

/** The package's one error class; `code` is API. */
export class ReceiverError extends Error {
  override readonly name = "ReceiverError";
  readonly code: ReceiverErrorCode;
  readonly messageZh: string;
  /** HTTP status of the answer that was given. */
  readonly status: number;
  readonly details: ReceiverErrorDetails;

  constructor(
    code: ReceiverErrorCode,
    status: number,
    message: string,
    messageZh: string,
    options: { readonly details?: ReceiverErrorDetails; readonly cause?: unknown } = {},
  ) {
    super(message, options.cause === undefined ? undefined : { cause: options.cause });
    this.code = code;
    this.status = status;
    this.messageZh = messageZh;
    this.details = options.details ?? {};
  }
}

/** Tells whether `error` is a {@link ReceiverError} (with `code`, where given), also one of another installed copy. */
export function isReceiverError(error: unknown, code?: ReceiverErrorCode): error is ReceiverError {
  return (
    error instanceof Error &&
    error.name === "ReceiverError" &&
    "code" in error &&
    (code === undefined || error.code === code)
  );
}

/** The error of an adapter that was handed an already parsed body. */
export function rawBodyMissing(framework: string, advice: string, adviceZh: string): ReceiverError {
  return new ReceiverError(
    "PUSH_RAW_BODY_MISSING",
    500,
    `${framework}: the body was read or parsed before the receiver saw it, so its signature cannot be checked. ${advice}`,
    `${framework}:请求体在到达接收器之前已被读取或解析,无法校验签名。${adviceZh}`,
  );
}

/** The error of a body over the limit. */
export function tooLarge(limit: number): ReceiverError {
  return new ReceiverError(
    "PUSH_TOO_LARGE",
    413,
    `the body has more than ${limit} bytes (maxBodyBytes)`,
    `请求体超过 ${limit} 字节(maxBodyBytes)`,
    { details: { limit } },
  );
}
