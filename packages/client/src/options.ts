import type { KeySource, ProfileChoice } from "@coo/sign";
import type { WireProfile } from "@coo/soap/core";
import type { ServiceDescriptor } from "@coo/soap/gen1";
import type { Interceptor } from "./exchange.ts";
import type { RateLimit } from "./rate-limit.ts";
import type { Outbox } from "./submit/outbox.ts";
import type { FetchLike } from "./transport.ts";

/** What a rule set complains about before anything is sent. An `error` stops the call, a `warning` does not. */
export interface ValidationIssue {
  readonly code: string;
  readonly path: string;
  readonly message: string;
  readonly messageZh: string;
  readonly severity: "error" | "warning";
}

/** Rules beyond the schema; `validateBody` of `@coo/validate` fits. */
export type Validate = (operation: string, body: unknown) => readonly ValidationIssue[];

/** Options of {@link createClient}. */
export interface ClientOptions<Services extends readonly ServiceDescriptor[]> {
  /** Generated service descriptors: they decide which methods there are and which edition is spoken. */
  readonly services: Services;
  /** Address of the exchange, with the port handed out for this platform. Plain HTTP only where this says so. */
  readonly endpoint: string | URL;
  /** Provider code (接入商代码), at most 32 characters. Only services without any head and signature go without. */
  readonly providerCode?: string;
  /** As `providerCode`. The key, or several while one replaces another: the first signs, each may verify. Text or bytes are read as the signature profile says. */
  readonly key?: KeySource | readonly KeySource[];
  /** Shape on the wire, what differs from the default. */
  readonly wire?: Partial<WireProfile>;
  /** Signature profile: an id, a profile, or what differs from P1. */
  readonly signature?: ProfileChoice;
  /** Names of operations that are opened for this platform; all when absent. Others fail locally. */
  readonly opened?: readonly string[];
  /** Rules beyond the schema, run before encoding. */
  readonly validate?: Validate;
  /** Called with warnings of `validate`. */
  readonly onWarning?: (operation: string, issues: readonly ValidationIssue[]) => void;
  /** Elements of an answer that the schema does not know: kept aside (default), or an error. */
  readonly unknownElements?: "keep" | "error";
  /** Value of the head field `version`, default `1.0`. */
  readonly version?: string;
  /** Return codes that mean success, default `0000` (ours, not official). */
  readonly successCodes?: readonly string[];
  /** Return codes after which the same call may be made again, default `9999`, for reads only. */
  readonly retryableCodes?: readonly string[];
  /** For a whole call, in milliseconds, default 60,000. */
  readonly timeoutMs?: number;
  /** Limit of an answer's size in bytes, default 32 MiB. */
  readonly maxAnswerBytes?: number;
  /** Local rate limit, on by default; `false` turns it off. */
  readonly rateLimit?: RateLimit | false;
  /** Repeats of reads that failed for a passing reason: three tries with growing pauses, while the quota lasts. Default with an outbox. */
  readonly retry?: boolean;
  /** What `client.submit` goes through: `outbox(journal, rules)` of `@coo/client/submit`. */
  readonly submit?: Outbox;
  readonly interceptors?: readonly Interceptor[];
  /** Own fetch function, the sandbox's for instance; else a connection of its own for the first message, undici with keep-alive for later ones. */
  readonly fetch?: FetchLike;
  /** PEM certificates of own authorities. */
  readonly ca?: string | readonly string[];
  /** Address of an HTTP proxy. */
  readonly proxy?: string;
  readonly keepAliveMs?: number;
  readonly connectTimeoutMs?: number;
  /** Milliseconds since 1970, for time stamps; `Date.now` by default. */
  readonly now?: () => number;
  /** Random bytes for message ids and nonces. */
  readonly random?: (size: number) => Uint8Array;
}
