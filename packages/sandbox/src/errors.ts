/** Why the sandbox could not be used as asked; what peers do wrong is answered on the wire instead. */
export type SandboxErrorCode =
  /** Options that cannot work. */
  | "SANDBOX_OPTIONS"
  /** Two wire settings that exclude each other. */
  | "SANDBOX_WIRE"
  /** A signature profile that cannot work, or a key that cannot be read. */
  | "SANDBOX_SIGNATURE"
  /** Bytes or text that are not the XML asked for: malformed, DTD, over a limit. */
  | "SANDBOX_XML"
  /** A text the charset of the wire profile cannot carry, or bytes that are not in it. */
  | "SANDBOX_CHARSET"
  /** A message that breaks its schema; `details.issues` tells where. */
  | "SANDBOX_BODY"
  /** No such operation in the services handed in, or it is not a push. */
  | "SANDBOX_OPERATION"
  /** No record with this id. */
  | "SANDBOX_NOT_FOUND"
  /** The record's state does not allow this. */
  | "SANDBOX_STATE"
  /** Several providers have a record with this id: say which. */
  | "SANDBOX_AMBIGUOUS"
  /** A receiver that is not on this machine, without `remoteReceivers`. */
  | "SANDBOX_REMOTE_RECEIVER"
  /** A snapshot or state file of another shape, or one that cannot be written. */
  | "SANDBOX_SNAPSHOT"
  /** The port cannot be bound. */
  | "SANDBOX_LISTEN"
  /** Used after `close()`. */
  | "SANDBOX_CLOSED";

/** One complaint about a value. */
export interface FieldIssue {
  /** Where, from the message's root: `Body/goodsList/goods[2]/hsCode`. */
  readonly field: string;
  /** Closed list, see {@link FieldIssueCode}. */
  readonly code: FieldIssueCode;
  readonly message: string;
  readonly messageZh: string;
}

/** What can be wrong with a field. */
export type FieldIssueCode =
  | "REQUIRED"
  | "UNKNOWN"
  | "ORDER"
  | "TYPE"
  | "LENGTH"
  | "PATTERN"
  | "ENUM"
  | "RANGE"
  | "CHOICE"
  | "NIL"
  | "RULE";

/** Facts that are safe to log: never a key, a signature or a whole body. */
export interface SandboxErrorDetails {
  readonly setting?: string;
  readonly id?: string;
  readonly limit?: number;
  readonly offset?: number;
  readonly issues?: readonly FieldIssue[];
}

/** The package's one error class; `code` is API. */
export class SandboxError extends Error {
  override readonly name = "SandboxError";
  readonly code: SandboxErrorCode;
  readonly messageZh: string;
  readonly details: SandboxErrorDetails;

  constructor(
    code: SandboxErrorCode,
    message: string,
    messageZh: string,
    details: SandboxErrorDetails = {},
    options: { readonly cause?: unknown } = {},
  ) {
    super(message, options.cause === undefined ? undefined : { cause: options.cause });
    this.code = code;
    this.messageZh = messageZh;
    this.details = details;
  }
}

/** Tells whether `error` is a {@link SandboxError} (with `code`, where given), also one of another installed copy. */
export function isSandboxError(error: unknown, code?: SandboxErrorCode): error is SandboxError {
  return (
    error instanceof Error &&
    error.name === "SandboxError" &&
    "code" in error &&
    (code === undefined || error.code === code)
  );
}
