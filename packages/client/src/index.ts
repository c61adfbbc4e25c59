export { type Client, type ClientBase, createClient } from "./client.ts";
export {
  ClientError,
  type ClientErrorCode,
  type ClientErrorDetails,
  type ClientErrorOptions,
  type ClientIssue,
  isClientError,
} from "./errors.ts";
export type { Exchange, ExchangeCall, ExchangeResult, ExchangeWatch, Interceptor } from "./exchange.ts";
export type { ClientOptions, Validate, ValidationIssue } from "./options.ts";
export type { IterateOptions } from "./paging.ts";
export { DEFAULT_RATE_LIMIT, type RateLimit } from "./rate-limit.ts";
export type { Settled, SubmitEvent, SubmitHandle, WaitOptions } from "./submit/handle.ts";
export type {
  SubmitDifference,
  SubmitJournal,
  SubmitPeer,
  SubmitQueryResult,
  SubmitRow,
  SubmitSendResult,
  SubmitShownResult,
  SubmitState,
  SubmitWorkOptions,
} from "./submit/journal-port.ts";
export type { Outbox } from "./submit/outbox.ts";
export type { AskRule, ResultRule, SubmitRule, SubmitRules } from "./submit/rules.ts";
export type { SubmitOptions, Submits } from "./submit/types.ts";
export type { FetchAnswer, FetchLike } from "./transport.ts";
export type {
  AnswerHeadersOf,
  CallOptions,
  CallOptionsOf,
  ExchangeMethod,
  HeaderFaultsOf,
  ItemOf,
  Iterators,
  Methods,
} from "./types.ts";
export type { FaultBody } from "./wire.ts";
