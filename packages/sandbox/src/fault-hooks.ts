import type { HttpAnswer, HttpRequest } from "./http-message.ts";
import type { Body } from "./records.ts";
import type { ReturnCode } from "./wire/refusal.ts";

/** A call whose operation and sender are known. */
export interface HookedCall {
  readonly interface: number | undefined;
  readonly operation: string;
  readonly providerCode: string;
  readonly messageId: string;
  readonly body: Body;
}

/** A push about to leave. */
export interface HookedPush {
  readonly interface: number | undefined;
  readonly operation: string;
  readonly providerCode: string;
  readonly messageId: string;
  /** 1 for the first attempt. */
  readonly attempt: number;
}

/** What a hook puts in place of an answer to let the connection break. */
export type Cut = "cut";

/**
 * The places where faults come in. Each hook may look only, and give `undefined`, or step in. The catalogue of faults
 * is not part of this package's core: it is built on these.
 */
export interface FaultHooks {
  /** Before anything is read. */
  readonly request?: (request: HttpRequest) => HttpAnswer | Cut | undefined | Promise<HttpAnswer | Cut | undefined>;
  /** Authenticated and decoded, before the interface acts. */
  readonly call?: (call: HookedCall) => { readonly returnCode: ReturnCode; readonly message?: string } | undefined;
  /** The answer as it would leave. */
  readonly answer?: (
    answer: HttpAnswer,
    request: HttpRequest,
  ) => HttpAnswer | Cut | undefined | Promise<HttpAnswer | Cut | undefined>;
  /** A push as it would leave, signed; `cut` loses it on the way. */
  readonly push?: (request: HttpRequest, push: HookedPush) => HttpRequest | Cut | undefined;
}
