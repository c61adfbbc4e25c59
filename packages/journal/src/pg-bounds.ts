import { isJournalError, JournalError } from "./errors.ts";
import type { PgClient } from "./pg-store.ts";

/**
 * Begins a transaction whose session the server itself ends: a client that was cut off says nothing any more, and would
 * hold its locks until the connection is given up, hours later. Set for the transaction alone, so that it also works behind
 * a pooler that gives sessions away. `statement_timeout` does not reach into a commit's wait for a standby, where it would
 * turn into a false success: the server stops its clock before.
 */
export function beginText(limitMs: number): string {
  // The client gives up first and tells why; the server's turn comes when it cannot.
  const ms = Math.ceil(limitMs) + 1_000;
  return `begin; set local statement_timeout = ${ms}; set local idle_in_transaction_session_timeout = ${ms}`;
}

/** Finds a client that is gone while its session does nothing: after a minute in place of two hours. */
const KEEP_ALIVE =
  "set tcp_keepalives_idle = 30; set tcp_keepalives_interval = 10; set tcp_keepalives_count = 3; set tcp_user_timeout = 60000";

/** For a connection of one's own; behind a pooler these settings would be somebody else's. */
export async function keepAlive(client: PgClient, limitMs: number): Promise<void> {
  await answerTo(client.query(KEEP_ALIVE), limitMs);
}

/** Waits for an answer. @throws {@link JournalError} `JOURNAL_STORE` when there is none in time. */
export function answerTo<T>(work: Promise<T>, limitMs: number): Promise<T> {
  return inTime(work, limitMs, () => unanswered(limitMs));
}

export function unanswered(limitMs: number): JournalError {
  return new JournalError(
    "JOURNAL_STORE",
    `PostgreSQL gave no answer for ${limitMs} ms; the connection was given up`,
    `PostgreSQL 在 ${limitMs} 毫秒内没有应答,已放弃该连接`,
    { details: { limitMs } },
  );
}

export function isUnanswered(error: unknown): boolean {
  return isJournalError(error, "JOURNAL_STORE") && error.details.limitMs !== undefined;
}

/** A commit without an answer: it was done, or is being done, or never will be. */
export function unknownCommit(cause: unknown): JournalError {
  const why = cause instanceof Error ? cause.message : String(cause);
  return new JournalError(
    "JOURNAL_STORE",
    `PostgreSQL: the commit was not answered (${why}); whether it was done is not known: do the same again, what is there already is not made twice`,
    `PostgreSQL:提交没有得到应答(${why}),是否完成未知;请重做同一操作,已有的内容不会重复产生`,
    { cause, details: { outcome: "unknown" } },
  );
}

/** Whether a commit that failed may have been done: not when the server itself said no. */
export function isUnknown(error: unknown): boolean {
  if (isJournalError(error)) return isUnanswered(error);
  const { code, severity } = error as { readonly code?: unknown; readonly severity?: unknown };
  // A server that goes down tells so in the same way, and may have committed before.
  return typeof code !== "string" || typeof severity !== "string" || /^(?:08|57P|58|XX)/.test(code);
}

/** Gives work a time limit. */
export async function inTime<T>(work: Promise<T>, ms: number, late: () => Error): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const over = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(late()), ms);
  });
  try {
    return await Promise.race([work, over]);
  } finally {
    clearTimeout(timer);
  }
}
