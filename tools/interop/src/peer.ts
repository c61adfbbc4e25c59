import type { AnyOperation, HeadField } from "@coo/soap";

export type Shape = "string" | "typed";
export type SoapVersion = "1.1" | "1.2";

/** One message for a foreign stack to build, sign and send. */
export interface PeerRequest {
  readonly operation: AnyOperation;
  /** Head fields without the signature: that is the peer's work. */
  readonly head: readonly HeadField[];
  readonly body: object;
  /** The body as XML text. */
  readonly bodyText: string;
}

/** What the foreign stack made of the answer, after it verified the signature. */
export interface PeerAnswer {
  readonly returnCode: string;
  /** Values of the answer's body as the stack handed them out, see `leavesOf`. */
  readonly leaves: readonly string[];
}

/** A foreign stack as a client. Rejects when it refuses the answer. */
export interface Peer {
  call(request: PeerRequest): Promise<PeerAnswer>;
  close(): Promise<void>;
}

/** One exchange's verdict. */
export interface Outcome {
  readonly operation: string;
  readonly error?: string;
}

/** Text of anything thrown, one line, bounded. */
export function errorText(error: unknown): string {
  let text = String(error);
  if (error instanceof Error) text = `${error.name}: ${error.message}`;
  else if (typeof error === "object") text = JSON.stringify(error);
  return text.replace(/\s+/g, " ").slice(0, 400);
}
