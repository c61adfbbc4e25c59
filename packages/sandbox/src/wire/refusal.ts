import type { FieldIssue } from "../errors.ts";

/** Return codes of `return-codes.csv`; all ours, none official. */
export type ReturnCode =
  | "0000"
  | "1001"
  | "1002"
  | "1003"
  | "1004"
  | "2001"
  | "2002"
  | "3001"
  | "3002"
  | "3003"
  | "3004"
  | "3005"
  | "9999";

/** What a refusal becomes on the wire. */
export type RefusalKind =
  /** HTTP status without a SOAP body. */
  | { readonly kind: "http"; readonly status: number }
  | { readonly kind: "fault"; readonly fault: FaultName }
  | {
      readonly kind: "code";
      readonly returnCode: ReturnCode;
      readonly issues?: readonly FieldIssue[];
      /** Properties of the answer's body. */
      readonly body?: Readonly<Record<string, unknown>>;
    };

/** SOAP 1.1 names; SOAP 1.2 says Sender and Receiver for Client and Server. */
export type FaultName = "Client" | "Server" | "VersionMismatch" | "MustUnderstand";

/** What a peer gets instead of an answer of success. Never leaves the package: the pipeline turns it into bytes. */
export class Refusal extends Error {
  readonly how: RefusalKind;
  readonly zh: string;

  constructor(how: RefusalKind, message: string, zh: string, cause?: unknown) {
    super(message, cause === undefined ? undefined : { cause });
    this.how = how;
    this.zh = zh;
  }
}

/** A SOAP fault that blames the sender. */
export function clientFault(message: string, zh: string, cause?: unknown): Refusal {
  return new Refusal({ kind: "fault", fault: "Client" }, message, zh, cause);
}

/** An HTTP status alone. */
export function httpRefusal(status: number, message: string): Refusal {
  return new Refusal({ kind: "http", status }, message, message);
}

/** An answer with a return code. */
export function codeRefusal(
  returnCode: ReturnCode,
  message: string,
  zh: string,
  more: {
    readonly issues?: readonly FieldIssue[];
    readonly body?: Readonly<Record<string, unknown>>;
    readonly cause?: unknown;
  } = {},
): Refusal {
  const { cause, ...rest } = more;
  return new Refusal({ kind: "code", returnCode, ...rest }, message, zh, cause);
}
