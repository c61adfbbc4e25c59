import type { AttachmentValues, HeaderValues, UnknownElement } from "@coo/soap/core";
import type { OperationDescriptor } from "@coo/soap/gen1";

/** Who wants to know when bytes leave and come; the outbox does. */
export interface ExchangeWatch {
  /** Asked after the connection stands and immediately before the first byte; `false` ends the exchange unsent. */
  readonly mayWrite?: () => boolean;
  readonly onRequest?: (bytes: Uint8Array) => void;
  readonly onResponse?: (status: number, bytes: Uint8Array) => void;
}

/** One exchange as interceptors see it. */
export interface ExchangeCall {
  readonly operation: OperationDescriptor<unknown, unknown>;
  readonly body: unknown;
  readonly messageId: string;
  readonly signal: AbortSignal;
  /** Additional HTTP headers; names in lower case. The client's own win. */
  readonly headers: Readonly<Record<string, string>>;
  /** Values of SOAP header parts by their names. */
  readonly soapHeaders?: HeaderValues;
  /** Contents of parts that travel as attachments; any is refused. */
  readonly attachments?: AttachmentValues;
  readonly watch?: ExchangeWatch;
}

/** An exchange whose end the client watches itself: no signal has to be made for it. */
export type WatchedCall = Omit<ExchangeCall, "signal">;

/** The answer, verified and decoded, with the bytes of both ways as they were on the wire. */
export interface ExchangeResult<Body = unknown, Headers = HeaderValues> {
  readonly body: Body;
  /** Head fields of the answer in order of appearance. */
  readonly head: Readonly<Record<string, string>>;
  readonly messageId: string;
  /** Values of the answer's SOAP header parts by their names. */
  readonly soapHeaders: Headers;
  /** Elements of the answer that the schema does not know; empty when strict. */
  readonly unknown: readonly UnknownElement[];
  readonly raw: { readonly request: Uint8Array; readonly response: Uint8Array; readonly status: number };
}

export type Exchange = (call: ExchangeCall) => Promise<ExchangeResult>;

/** Wraps every exchange; the first of the list is the outermost. */
export type Interceptor = (next: Exchange) => Exchange;

/** Puts the interceptors around `exchange`. */
export function intercept(exchange: Exchange, interceptors: readonly Interceptor[]): Exchange {
  return interceptors.reduceRight((next, interceptor) => interceptor(next), exchange);
}
