export {
  type BetterSqlite3Class,
  type BetterSqlite3Database,
  betterSqlite3,
  type LibsqlClass,
  libsql,
} from "./better-sqlite3.ts";
export { type BreakerSettings, DEFAULT_BREAKER } from "./breaker.ts";
export {
  type CallerTransaction,
  type DrizzleSql,
  type DrizzleTransaction,
  drizzleTransaction,
  type KyselyTransaction,
  type TemplateTransaction,
} from "./caller-transaction.ts";
export { type Clock, systemClock } from "./clock.ts";
export type { Act, JournalEvent, Observer, Step } from "./context.ts";
export { isJournalError, JournalError, type JournalErrorCode, type JournalErrorDetails } from "./errors.ts";
export type { Finding, FindingKind } from "./findings.ts";
export type { Arrival, InboxRow, InboxSource, InboxState, Known } from "./inbox.ts";
export {
  type DecidedBy,
  type Decision,
  Journal,
  type JournalOptions,
  openJournal,
} from "./journal.ts";
export type { ChainFault, LedgerReport, LedgerRow } from "./ledger.ts";
export type { Limit } from "./limiter.ts";
export { logLine, redact } from "./log-line.ts";
export type { Enqueued, Order, OutboxRow } from "./outbox.ts";
export type {
  Difference,
  Inquiry,
  Listed,
  OperationClass,
  Peer,
  QueryResult,
  SendResult,
  ShownResult,
  Transmission,
} from "./peer.ts";
export { type PgClient, type PgStoreOptions, pgStore } from "./pg-store.ts";
export type { Processor } from "./processor.ts";
export type { ReconcileOptions, ReconcileReport } from "./reconcile.ts";
export type { Result, ResultVerdict } from "./results.ts";
export { migrate } from "./schema.ts";
export { nodeSqlite, type SqliteConnection, type SqliteDriver } from "./sqlite-driver.ts";
export { type SqliteStore, type SqliteStoreOptions, sqliteStore } from "./sqlite-store.ts";
export type { Attention, JournalStatus, StateCount } from "./status.ts";
export type { Param, Query, Row, Store, Value } from "./store.ts";
export { DEFAULT_TIMING, type Timing } from "./timing.ts";
export {
  FINAL_STATES,
  OUTBOX_TRANSITIONS,
  type OutboxEvent,
  type OutboxState,
  PERSON_STATES,
  type Transition,
  transitionOf,
} from "./transitions.ts";
export type { Role, Worker, WorkOptions } from "./worker.ts";
