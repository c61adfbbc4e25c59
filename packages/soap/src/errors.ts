import type { SoapFault } from "./envelope/fault.ts";
import type { Issue } from "./issue.ts";

/** What went wrong. */
export type SoapErrorCode =
  /** An object cannot be written: see `issues` of {@link EncodeError}. */
  | "SOAP_ENCODE"
  /** A message does not match its descriptor: see `issues` of {@link DecodeError}. */
  | "SOAP_DECODE"
  /** The peer answered with a fault: see {@link SoapFaultError}. */
  | "SOAP_FAULT"
  /** The HTTP content type does not fit the SOAP version. */
  | "SOAP_MEDIA_TYPE"
  /** The envelope's structure is wrong. */
  | "SOAP_ENVELOPE"
  /** The envelope is of another SOAP version, or of none. */
  | "SOAP_VERSION_MISMATCH"
  /** A header block that must be understood is not. */
  | "SOAP_MUST_UNDERSTAND"
  /** No such operation, or wrapper, action and head name different ones. */
  | "SOAP_OPERATION"
  /** The message head is missing, doubled or malformed. */
  | "SOAP_HEAD"
  /** A part would travel, or came, as an attachment (MIME, XOP): that is not spoken. */
  | "SOAP_MIME"
  /** The payload is not what the wire profile says. */
  | "SOAP_PAYLOAD"
  /** The message, or what it inflates to, is over a limit. */
  | "SOAP_TOO_LARGE"
  /** An HTTP status that does not go with the body. */
  | "SOAP_STATUS"
  /** A wire profile with keys that exclude each other. */
  | "WIRE_PROFILE_CONFLICT"
  /** A wire profile with an unknown key or value. */
  | "WIRE_PROFILE_INVALID"
  /** A descriptor that cannot be compiled. */
  | "SOAP_DESCRIPTOR";

/** The package's error class; {@link EncodeError}, {@link DecodeError} and {@link SoapFaultError} are kinds of it. */
export class SoapError extends Error {
  override name = "SoapError";
  readonly code: SoapErrorCode;
  readonly messageZh: string;
  /** Safe to log: no key, no signature, no whole body. */
  readonly details: Readonly<Record<string, string | number | boolean>>;

  constructor(
    code: SoapErrorCode,
    message: string,
    messageZh: string,
    options: { readonly details?: Readonly<Record<string, string | number | boolean>>; readonly cause?: unknown } = {},
  ) {
    super(message, options.cause === undefined ? undefined : { cause: options.cause });
    this.code = code;
    this.messageZh = messageZh;
    this.details = options.details ?? {};
  }
}

/** An object that its descriptor does not allow. */
export class EncodeError extends SoapError {
  override name = "EncodeError";
  readonly issues: readonly Issue[];

  constructor(what: string, issues: readonly Issue[]) {
    const { message, messageZh } = summary(issues);
    super("SOAP_ENCODE", `${what} cannot be written: ${message}`, `无法写出 ${what}: ${messageZh}`, {
      details: { issues: issues.length },
    });
    this.issues = issues;
  }
}

/** A message that its descriptor does not allow. */
export class DecodeError extends SoapError {
  override name = "DecodeError";
  readonly issues: readonly Issue[];

  constructor(what: string, issues: readonly Issue[]) {
    const { message, messageZh } = summary(issues);
    super("SOAP_DECODE", `${what} cannot be read: ${message}`, `无法读取 ${what}: ${messageZh}`, {
      details: { issues: issues.length },
    });
    this.issues = issues;
  }
}

/** The peer's fault. A fault carries no signature: it tells of a failure, never of a business answer. */
export class SoapFaultError extends SoapError {
  override name = "SoapFaultError";
  readonly fault: SoapFault;

  constructor(fault: SoapFault) {
    super(
      "SOAP_FAULT",
      `SOAP fault ${fault.code}: ${fault.reason}`,
      `对方返回 SOAP 错误 ${fault.code}: ${fault.reason}`,
      {
        details: { faultCode: fault.code },
      },
    );
    this.fault = fault;
  }

  get faultCode(): string {
    return this.fault.code;
  }

  get faultString(): string {
    return this.fault.reason;
  }

  /** Raw XML of the detail element, if there was one. */
  get detail(): string | undefined {
    return this.fault.detail;
  }
}

const NAMES: ReadonlySet<string> = new Set(["SoapError", "EncodeError", "DecodeError", "SoapFaultError"]);

/** Tells whether `error` is a {@link SoapError} (with `code`, where given), also one of another installed copy. */
export function isSoapError(error: unknown, code?: SoapErrorCode): error is SoapError {
  return (
    error instanceof Error && NAMES.has(error.name) && "code" in error && (code === undefined || error.code === code)
  );
}

function summary(issues: readonly Issue[]): { message: string; messageZh: string } {
  const first = issues[0];
  if (!first) return { message: "no issue", messageZh: "无问题" };
  const where = first.path === "" ? first.element : first.path;
  const place = first.line === undefined ? "" : ` (line ${first.line}, column ${first.column})`;
  const placeZh = first.line === undefined ? "" : `(第 ${first.line} 行第 ${first.column} 列)`;
  const more = issues.length > 1 ? ` and ${issues.length - 1} more` : "";
  const moreZh = issues.length > 1 ? `,另有 ${issues.length - 1} 处` : "";
  return {
    message: `${where}: ${first.message}${place}${more}`,
    messageZh: `${first.label ? `${first.label.zh} ` : ""}${where}: ${first.messageZh}${placeZh}${moreZh}`,
  };
}
