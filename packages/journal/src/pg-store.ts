import { hash } from "node:crypto";
import { type Clock, systemClock } from "./clock.ts";
import { isJournalError, JournalError } from "./errors.ts";
import {
  answerTo,
  beginText,
  inTime,
  isUnanswered,
  isUnknown,
  keepAlive,
  unanswered,
  unknownCommit,
} from "./pg-bounds.ts";
import { type Listening, listenOn, notifyText, type PgListener } from "./pg-listen.ts";
import type { Param, Query, Row, Store } from "./store.ts";

/** The part of a client of the package `pg` that is used; one that the caller has checked out fits. */
export interface PgClient {
  query(text: string, values?: unknown[]): Promise<{ rows: unknown[] }>;
}

/** A statement that a session parses once and knows by its name afterwards. */
interface NamedStatement {
  readonly name: string;
  readonly text: string;
  readonly values: readonly unknown[];
}

interface PooledClient extends PgClient {
  query(text: string, values?: unknown[]): Promise<{ rows: unknown[] }>;
  query(statement: NamedStatement): Promise<{ rows: unknown[] }>;
  release(error?: boolean): void;
}

interface PgPool extends PgClient {
  connect(): Promise<PooledClient>;
  end(): Promise<void>;
  on(event: "error", listener: (error: Error) => void): unknown;
}

/** Options of {@link pgStore}. */
export interface PgStoreOptions {
  /** `postgres://user:password@host:port/database`; what is missing comes from the `PG…` variables. */
  readonly url: string;
  /** Connections at most, default 10. */
  readonly connections?: number;
  /**
   * For one transaction, and for the answer to its commit, default 10,000 ms. The server ends a transaction of which it
   * hears nothing a second later, so that a client that was cut off holds its locks no longer.
   */
  readonly txTimeoutMs?: number;
  /** How far the server's clock may be from this machine's, default 2,000 ms. */
  readonly maxSkewMs?: number;
  /** Where news of other processes is listened to, default `url`; must not be a pooler that gives sessions away. */
  readonly listenUrl?: string;
  readonly clock?: Clock;
}

/** Types whose text is a whole number that a JavaScript number holds here: int8, and sums of it. */
const NUMBERS: ReadonlySet<number> = new Set([20, 1700]);

/** Tries of a transaction that lost a race. */
const TRIES = 5;

/** Connections at most, where nothing else is said. */
const CONNECTIONS = 10;

/** For one transaction, where nothing else is said. */
const TX_TIMEOUT_MS = 10_000;

/** Serialization failure, deadlock. */
const RACES: ReadonlySet<string> = new Set(["40001", "40P01"]);

/** Where two transactions can make the same row: the second finds it when it is run again. */
const OWN_KEYS = /^(?:outbox_|ledger_|inbox_dkey|finding_open|latest_|limiter_|breaker_|counter_)/;

/**
 * Opens a journal's database on PostgreSQL 14 or newer: any number of processes on any number of machines may share it.
 *
 * @throws {@link JournalError} `JOURNAL_OPTIONS` when the package `pg` is missing or the server's settings would lose
 * what was acknowledged, `JOURNAL_STORE` when it cannot be reached.
 */
export async function pgStore(options: PgStoreOptions): Promise<Store> {
  const pool = await openPool(options);
  try {
    await checkServer(pool, options);
  } catch (error) {
    await pool.end().catch(() => {});
    throw error;
  }
  return new OpenPgStore(pool, options);
}

/** For how long calls of one process are gathered into one. */
const GATHER_MS = 5;

class OpenPgStore implements Store {
  readonly dialect = "pg";
  readonly #pool: PgPool;
  readonly #options: PgStoreOptions;
  readonly #txTimeoutMs: number;
  readonly #listeners = new Set<Listening>();
  #calling: Promise<void> | undefined;
  #closed = false;
  /** Behind a pooler a session is another one with each transaction, and knows no statement by its name. */
  #isPrepared: boolean;

  constructor(pool: PgPool, options: PgStoreOptions) {
    this.#pool = pool;
    this.#options = options;
    this.#txTimeoutMs = options.txTimeoutMs ?? TX_TIMEOUT_MS;
    this.#isPrepared = options.listenUrl === undefined;
  }

  /**
   * After the commit and not in it: a transaction that notifies holds a lock of the whole database while it is flushed,
   * so that commits could not share a flush any more.
   */
  notify(): void {
    if (!this.#closed) this.#calling ??= this.#call();
  }

  async #call(): Promise<void> {
    await new Promise<void>((resolve) => setTimeout(resolve, GATHER_MS));
    // What is committed from now on needs a call of its own.
    this.#calling = undefined;
    await this.#tell().catch(() => {});
  }

  async #tell(payload = ""): Promise<void> {
    const client = await this.#checkOut();
    let broken = true;
    try {
      await answerTo(client.query(notifyText(payload)), this.#txTimeoutMs);
      broken = false;
    } finally {
      client.release(broken);
    }
  }

  async listen(wake: () => void, onState: (isListening: boolean) => void): Promise<Listening> {
    const { listenUrl, url } = this.#options;
    const listening = await listenOn({
      connect: () => connectListener(listenUrl ?? url),
      notify: (payload) => this.#tell(payload),
      wake,
      onState,
    });
    this.#listeners.add(listening);
    // Closed while the connection was being made: nobody else would end it.
    if (this.#closed) await listening.close();
    return listening;
  }

  async tx<T>(fn: (q: Query) => Promise<T>): Promise<T> {
    let stale = 0;
    for (let tries = 1; ; tries++) {
      if (this.#closed) throw new JournalError("JOURNAL_CLOSED", "the journal is closed", "日志库已关闭");
      try {
        return await this.#once(fn);
      } catch (error) {
        if (tries < TRIES && isRace(error)) continue;
        // As many sessions as there are may have a plan of before.
        if (isStalePlan(error) && stale++ < (this.#options.connections ?? CONNECTIONS)) continue;
        if (tries < TRIES && isForeignSession(error)) {
          // From now on each statement is sent whole.
          this.#isPrepared = false;
          continue;
        }
        throw error;
      }
    }
  }

  async close(): Promise<void> {
    if (this.#closed) return;
    this.#closed = true;
    await Promise.all([this.#calling, ...[...this.#listeners].map((one) => one.close())]);
    await this.#pool.end();
  }

  async #once<T>(fn: (q: Query) => Promise<T>): Promise<T> {
    const client = await this.#checkOut();
    const limitMs = this.#txTimeoutMs;
    const scope = { open: true, asked: 0 };
    const query = this.#isPrepared ? preparedOf(client) : queryOfPg(client);
    const scoped: Query = async (sql, ...params) => {
      if (!scope.open) throw new JournalError("JOURNAL_TX_TIMEOUT", "the transaction is over", "事务已结束");
      scope.asked++;
      try {
        return await query(sql, ...params);
      } finally {
        scope.asked--;
      }
    };
    let isEnding = false;
    let broken = true;
    try {
      await answerTo(client.query(beginText(limitMs)), limitMs);
      // What is late is the server, or else the caller's function.
      const late = (): JournalError => (scope.asked > 0 ? unanswered(limitMs) : tooSlow(limitMs));
      const value = await inTime(fn(scoped), limitMs, late);
      scope.open = false;
      isEnding = true;
      const ended = (await answerTo(client.query("commit"), limitMs)) as { readonly command?: string };
      // The server answers a commit of a failed transaction with a rollback, and no error.
      if (ended.command === "ROLLBACK") throw new JournalError("JOURNAL_STORE", "the commit failed", "提交失败");
      broken = false;
      return value;
    } catch (error) {
      scope.open = false;
      if (isEnding && isUnknown(error)) throw unknownCommit(error);
      if (isUnanswered(error)) throw error;
      broken = !(await answerTo(client.query("rollback"), limitMs).then(
        () => true,
        () => false,
      ));
      // The session goes, and its statements with it.
      if (isStalePlan(error) || isForeignSession(error)) broken = true;
      else if (!isJournalError(error) && (broken || isCutShort(error))) throw unreachable(error);
      throw error;
    } finally {
      client.release(broken);
    }
  }

  async #checkOut(): Promise<PooledClient> {
    try {
      return await this.#pool.connect();
    } catch (cause) {
      throw unreachable(cause);
    }
  }
}

/** PostgreSQL's words for the marks in a statement. */
export function pgText(sql: string): string {
  let n = 0;
  return sql
    .replaceAll("{{NOW}}", "(extract(epoch from statement_timestamp()) * 1000)::bigint")
    .replaceAll("{{CLOCK}}", "(extract(epoch from clock_timestamp()) * 1000)::bigint")
    .replaceAll("{{SKIP}}", "for update skip locked")
    .replaceAll("{{ID}}", "bigint generated always as identity primary key")
    .replaceAll("?", () => `$${++n}`);
}

interface Known {
  readonly text: string;
  /** Made of the text: a session that turns out to be somebody else's knows the same statement by it, or none. */
  readonly name: string;
}

const known = new Map<string, Known>();

function knownOf(sql: string): Known {
  let found = known.get(sql);
  if (found === undefined) {
    const text = pgText(sql);
    found = { text, name: `coo_${hash("sha256", text).slice(0, 32)}` };
    known.set(sql, found);
  }
  return found;
}

function valuesOf(params: readonly Param[]): unknown[] {
  return params.map((value) => (value instanceof Uint8Array ? Buffer.from(value) : value));
}

/** A {@link Query} on a client whose transaction somebody else opens and ends. */
export function queryOfPg(client: PgClient): Query {
  return async (sql: string, ...params: Param[]) => {
    const { rows } = await client.query(knownOf(sql).text, valuesOf(params));
    return rows as Row[];
  };
}

/** The same on a session of one's own, which has each statement parsed once. */
function preparedOf(client: PooledClient): Query {
  return async (sql: string, ...params: Param[]) => {
    const { text, name } = knownOf(sql);
    const { rows } = await client.query({ name, text, values: valuesOf(params) });
    return rows as Row[];
  };
}

interface Pg {
  Pool: new (config: object) => PgPool;
  Client: new (config: object) => PgListener;
  types: { getTypeParser(oid: number, format: string): unknown };
}

async function loadPg(): Promise<Pg> {
  try {
    const module = (await import("pg")) as unknown as { default?: Pg } & Pg;
    return module.default ?? module;
  } catch (cause) {
    throw new JournalError(
      "JOURNAL_OPTIONS",
      "a journal on PostgreSQL needs the package pg: npm install pg",
      "PostgreSQL 日志库需要安装 pg:npm install pg",
      { cause },
    );
  }
}

async function connectListener(url: string): Promise<PgListener> {
  const pg = await loadPg();
  const client = new pg.Client({
    connectionString: url,
    connectionTimeoutMillis: 5_000,
    keepAlive: true,
    keepAliveInitialDelayMillis: 30_000,
    application_name: "coo-journal-listen",
  });
  client.on("error", () => {});
  try {
    await client.connect();
    await keepAlive(client, TX_TIMEOUT_MS);
  } catch (error) {
    client.end().catch(() => {});
    throw isJournalError(error) ? error : unreachable(error);
  }
  return client;
}

async function openPool(options: PgStoreOptions): Promise<PgPool> {
  const pg = await loadPg();
  const types = {
    getTypeParser: (oid: number, format: string) => (NUMBERS.has(oid) ? Number : pg.types.getTypeParser(oid, format)),
  };
  class WatchedClient extends pg.Client {
    constructor(config: object) {
      super(config);
      // A connection that fails while it is being made has left the pool's care already; its error must not end the process.
      this.on("error", () => {});
    }

    override end(done?: () => void): Promise<void> {
      // A farewell over a link that is cut must not keep the process alive.
      this.unref();
      return super.end(done);
    }
  }
  const limitMs = options.txTimeoutMs ?? TX_TIMEOUT_MS;
  const pool = new pg.Pool({
    Client: WatchedClient,
    connectionString: options.url,
    max: options.connections ?? CONNECTIONS,
    connectionTimeoutMillis: 5_000,
    application_name: "coo-journal",
    keepAlive: true,
    keepAliveInitialDelayMillis: 30_000,
    // Behind a pooler a session is everybody's.
    ...(options.listenUrl === undefined ? { onConnect: (client: PgClient) => keepAlive(client, limitMs) } : {}),
    types,
  });
  // A server that goes away must not end the process: the next transaction tells.
  pool.on("error", () => {});
  return pool;
}

async function checkServer(pool: PgPool, options: PgStoreOptions): Promise<void> {
  let client: PooledClient;
  try {
    client = await pool.connect();
  } catch (cause) {
    throw unreachable(cause);
  }
  let broken = true;
  try {
    await answerTo(checkSettings(client, options), options.txTimeoutMs ?? TX_TIMEOUT_MS);
    broken = false;
  } finally {
    client.release(broken);
  }
}

/** Settings under which a commit is not what it says. */
async function checkSettings(client: PgClient, options: PgStoreOptions): Promise<void> {
  const clock = options.clock ?? systemClock;
  for (const name of ["fsync", "full_page_writes", "synchronous_commit"]) {
    const { rows } = await client.query(`show ${name}`);
    const value = String((rows[0] as Record<string, unknown>)[name]);
    if (value === "off" || value === "local")
      throw new JournalError(
        "JOURNAL_OPTIONS",
        `${name} is ${value}: a crash of the server would lose what was acknowledged`,
        `${name} 为 ${value}:服务器崩溃会丢失已确认的内容`,
      );
  }
  const before = clock.now();
  const [row] = await queryOfPg(client)("select {{NOW}} as now");
  const skew = Math.abs(Number(row?.["now"]) - (before + clock.now()) / 2);
  if (skew > (options.maxSkewMs ?? 2_000))
    throw new JournalError(
      "JOURNAL_OPTIONS",
      `this machine's clock is ${Math.round(skew)} ms off the database's`,
      `本机时钟与数据库相差 ${Math.round(skew)} 毫秒`,
      { details: { limitMs: options.maxSkewMs ?? 2_000 } },
    );
}

function tooSlow(limitMs: number): JournalError {
  return new JournalError(
    "JOURNAL_TX_TIMEOUT",
    `the transaction's function took longer than ${limitMs} ms; it was rolled back`,
    `事务函数超过 ${limitMs} 毫秒,已回滚`,
    { details: { limitMs } },
  );
}

function isRace(error: unknown): boolean {
  const { code, constraint } = error as { readonly code?: unknown; readonly constraint?: unknown };
  return RACES.has(String(code)) || (code === "23505" && OWN_KEYS.test(String(constraint)));
}

/** Whether a statement was prepared before somebody changed its table so that it gives other columns now. */
function isStalePlan(error: unknown): boolean {
  const { code, message } = error as { readonly code?: unknown; readonly message?: unknown };
  return code === "0A000" && String(message).includes("cached plan");
}

/** Whether the session is not one's own: it does not know a statement, or knows another one by that name. */
function isForeignSession(error: unknown): boolean {
  return /^(?:26000|42P05)$/.test(String((error as { readonly code?: unknown }).code));
}

/** Whether the server ended a statement or a session by itself: for its time, or because it goes down. */
function isCutShort(error: unknown): boolean {
  return /^(?:57|25P0[34])/.test(String((error as { readonly code?: unknown } | null)?.code));
}

function unreachable(cause: unknown): JournalError {
  const why = cause instanceof Error ? cause.message : String(cause);
  return new JournalError("JOURNAL_STORE", `PostgreSQL: ${why}`, `PostgreSQL:${why}`, { cause });
}
