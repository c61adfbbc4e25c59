import type { HeaderValues } from "@coo/soap";

/** What a {@link PushFault} says beside its message. */
export interface PushFaultOptions {
  /** Whose mistake it is; default the sender's. */
  readonly blame?: "sender" | "receiver";
  /** A fault that the description declares: name of its message, and the value. */
  readonly fault?: { readonly name: string; readonly value: unknown };
  /** Header parts by which the description lets errors about headers be reported, by their names. */
  readonly soapHeaders?: HeaderValues;
}

/**
 * Thrown by a handler that answers with a SOAP fault of its own: unlike other errors its message reaches the sender. The
 * push counts as not accepted, so the same one may come again. Not for handlers behind a journal: their push was
 * acknowledged before.
 */
export class PushFault extends Error {
  override readonly name = "PushFault";
  readonly blame: "sender" | "receiver";
  readonly fault: PushFaultOptions["fault"];
  readonly soapHeaders: HeaderValues;

  constructor(message: string, options: PushFaultOptions = {}) {
    super(message);
    this.blame = options.blame ?? "sender";
    this.fault = options.fault;
    this.soapHeaders = options.soapHeaders ?? {};
  }
}

/** Tells a {@link PushFault}, also one of another installed copy. */
export function isPushFault(error: unknown): error is PushFault {
  return error instanceof Error && error.name === "PushFault" && "blame" in error && "soapHeaders" in error;
}
