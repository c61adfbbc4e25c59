import type { DatabaseSync } from "node:sqlite";
import { type BetterSqlite3Database, betterConnection, plainRow } from "./better-sqlite3.ts";
import type { Clock } from "./clock.ts";
import { JournalError } from "./errors.ts";
import { type PgClient, pgText, queryOfPg } from "./pg-store.ts";
import { nodeConnection, nodeSqlite, type SqliteConnection } from "./sqlite-driver.ts";
import type { SqliteStore } from "./sqlite-store.ts";
import { sqliteText } from "./sqlite-text.ts";
import type { Param, Query, Row, Store } from "./store.ts";

/** The part of a transaction of Kysely that is used. */
export interface KyselyTransaction {
  readonly isTransaction: boolean;
  withoutPlugins(): {
    executeQuery(query: {
      readonly sql: string;
      readonly parameters: readonly unknown[];
      readonly query: never;
      readonly queryId: never;
    }): Promise<{ readonly rows: readonly unknown[] }>;
  };
}

/** A transaction of a library that builds statements from text and values; {@link drizzleTransaction} makes one. */
export interface TemplateTransaction {
  /** Runs a statement whose values stand between its parts. */
  template(parts: readonly string[], values: readonly Param[]): Promise<readonly unknown[]>;
}

/**
 * A caller's own transaction, so that its rows and the journal's live or die together: an open transaction on a database
 * of node:sqlite, better-sqlite3 or libsql, a client of `pg` after `begin`, a transaction of Kysely, or one of Drizzle
 * through {@link drizzleTransaction}.
 */
export type CallerTransaction =
  | DatabaseSync
  | BetterSqlite3Database
  | PgClient
  | KyselyTransaction
  | TemplateTransaction;

/** The part of a transaction of Drizzle that is used: `execute` on PostgreSQL, `all` and `run` on SQLite. */
export type DrizzleTransaction = {
  /** Only a transaction has it. */
  rollback(): never;
} & (
  | { execute(query: never): PromiseLike<unknown> }
  | { all(query: never): PromiseLike<unknown[]>; run(query: never): PromiseLike<unknown> }
);

/** Drizzle's `sql`. */
export type DrizzleSql = (parts: TemplateStringsArray, ...values: never[]) => unknown;

/**
 * A transaction of Drizzle: `journal.enqueue(order, { tx: drizzleTransaction(tx, sql) })`. With better-sqlite3 Drizzle's
 * transactions end before anything asynchronous; there, open one on the database itself and hand that over.
 *
 * @param sql - `import { sql } from "drizzle-orm"`.
 */
export function drizzleTransaction(tx: DrizzleTransaction, sql: DrizzleSql): TemplateTransaction {
  return {
    async template(parts, values) {
      const query = sql(Object.assign([...parts], { raw: parts }), ...(values as never[])) as never;
      if ("execute" in tx) {
        const result = (await tx.execute(query)) as { readonly rows?: unknown[] } | unknown[];
        return Array.isArray(result) ? result : (result.rows ?? []);
      }
      if (!givesRows(parts.join("?"))) {
        await tx.run(query);
        return [];
      }
      return tx.all(query);
    },
  };
}

/**
 * Runs `work` in the caller's transaction, all of it or nothing: when it fails, the caller's own statements stand, and
 * the transaction can go on.
 *
 * @throws {@link JournalError} `JOURNAL_OPTIONS` when no transaction is open, when its commit would not be flushed, or
 * when it is of another kind than the store.
 */
export async function inCaller<T>(
  store: Store,
  tx: CallerTransaction,
  clock: Clock,
  work: (q: Query) => Promise<T>,
): Promise<T> {
  const { dialect } = store;
  const q = queryOf(store, tx, clock);
  await begin(dialect, q);
  try {
    const value = await work(q);
    await q("release savepoint coo_caller");
    return value;
  } catch (error) {
    await q("rollback to savepoint coo_caller");
    await q("release savepoint coo_caller");
    throw error;
  }
}

function queryOf(store: Store, tx: CallerTransaction, clock: Clock): Query {
  const { dialect } = store;
  if ("template" in tx) return templateQuery(dialect, tx, clock);
  if ("executeQuery" in tx && "withoutPlugins" in tx) return kyselyQuery(dialect, tx, clock);
  if (dialect === "sqlite" && "prepare" in tx) {
    const isNode = "isTransaction" in tx;
    // Two implementations of SQLite in one process do not see each other's locks.
    const driver = (store as Partial<SqliteStore>).driver;
    if (driver === undefined || (driver === nodeSqlite) === isNode)
      return connectionQuery(isNode ? nodeConnection(tx) : betterConnection(tx), clock);
  }
  if (dialect === "pg" && "query" in tx) return queryOfPg(tx);
  throw new JournalError("JOURNAL_OPTIONS", "tx is of another kind than the store", "tx 与存储类型不符");
}

/** A savepoint of our own. PostgreSQL refuses one outside of a transaction, and so also a pool in place of a client. */
async function begin(dialect: Store["dialect"], q: Query): Promise<void> {
  const needed = dialect === "pg" ? "synchronous_commit=on" : "synchronous=FULL";
  try {
    await q("savepoint coo_caller");
  } catch (cause) {
    throw notOpen(needed, cause);
  }
  const [row] = await q(
    dialect === "pg" ? "select current_setting('synchronous_commit') as mode" : "pragma synchronous",
  );
  const value = row?.[dialect === "pg" ? "mode" : "synchronous"];
  const isFlushed = dialect === "pg" ? value !== "off" && value !== "local" : Number(value) >= 2;
  if (isFlushed) return;
  await q("release savepoint coo_caller");
  throw notOpen(needed, undefined);
}

function connectionQuery(connection: SqliteConnection, clock: Clock): Query {
  if (!connection.inTransaction) throw notOpen("synchronous=FULL", undefined);
  return async (sql, ...params) => {
    const text = sqliteText(sql);
    return connection.all(text.sql, text.bind(params, Math.trunc(clock.now())));
  };
}

function kyselyQuery(dialect: Store["dialect"], tx: KyselyTransaction, clock: Clock): Query {
  if (!tx.isTransaction) throw notOpen("", undefined);
  // A plugin of the caller's might rename our columns.
  const plain = tx.withoutPlugins();
  return async (sql, ...params) => {
    const text = dialect === "sqlite" ? sqliteText(sql) : undefined;
    const values = text ? text.bind(params, Math.trunc(clock.now())) : params;
    const own = text?.sql ?? pgText(sql);
    const { rows } = await plain.executeQuery({
      sql: own,
      parameters: values.map((value) => (value instanceof Uint8Array ? Buffer.from(value) : value)),
      query: { kind: "RawNode", sqlFragments: [own], parameters: [] } as never,
      queryId: { queryId: "coo" } as never,
    });
    return rows.map((row) => plainRow(row as Row));
  };
}

function templateQuery(dialect: Store["dialect"], tx: TemplateTransaction, clock: Clock): Query {
  return async (sql, ...params) => {
    const text = dialect === "sqlite" ? sqliteText(sql) : undefined;
    const values = text ? text.bind(params, Math.trunc(clock.now())) : params;
    // Every `?` is a place; PostgreSQL's words have `$1` there, which the library numbers by itself.
    const parts = (text?.sql ?? pgText(sql).replaceAll(/\$\d+/g, "?")).split("?");
    const rows = await tx.template(
      parts,
      values.map((value) => (value instanceof Uint8Array ? Buffer.from(value) : value)),
    );
    return rows.map((row) => plainRow(row as Row));
  };
}

/** Whether a statement gives rows: some libraries run the others in another way. */
function givesRows(sql: string): boolean {
  return /^\s*(?:select|pragma)\b/i.test(sql) || /\breturning\b/i.test(sql);
}

function notOpen(needed: string, cause: unknown): JournalError {
  return new JournalError(
    "JOURNAL_OPTIONS",
    `tx needs an open transaction${needed === "" ? "" : ` on a connection with ${needed}`}`,
    `tx 需要已开启的事务${needed === "" ? "" : `,且连接为 ${needed}`}`,
    cause === undefined ? {} : { cause },
  );
}
