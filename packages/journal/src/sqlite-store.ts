import { closeSync, existsSync, openSync, statfsSync, statSync } from "node:fs";
import { dirname, resolve } from "node:path";
import { type Clock, systemClock } from "./clock.ts";
import { isJournalError, JournalError } from "./errors.ts";
import { nodeSqlite, type SqliteConnection, type SqliteDriver } from "./sqlite-driver.ts";
import { sqliteText } from "./sqlite-text.ts";
import type { Query, Store } from "./store.ts";

/** Options of {@link sqliteStore}. */
export interface SqliteStoreOptions {
  /** File of the database; made with rights 0600 when absent. */
  readonly path: string;
  /** Which SQLite, default Node's own; {@link betterSqlite3} and {@link libsql} make others. */
  readonly driver?: SqliteDriver;
  /** For how long others may keep the file locked, default 15,000 ms. */
  readonly busyMs?: number;
  /** For how long a transaction's function may run, default 10,000 ms. */
  readonly txTimeoutMs?: number;
  readonly clock?: Clock;
  /** In `[0, 1)`, for the pauses between tries. */
  readonly random?: () => number;
}

/** A {@link Store} in one file. */
export interface SqliteStore extends Store {
  readonly dialect: "sqlite";
  readonly path: string;
  /** Which SQLite; no other may open the file in this process. */
  readonly driver: SqliteDriver;
  /** Copies the database while it is in use. The copy asks about every open row before it sends (docs/reliability.md §7). */
  backup(path: string): Promise<void>;
}

interface Job {
  readonly fn: (q: Query) => Promise<unknown>;
  readonly resolve: (value: unknown) => void;
  readonly reject: (error: unknown) => void;
}

type Outcome = { readonly ok: true; readonly value: unknown } | { readonly ok: false; readonly error: unknown };

/** Operations that share one flush at most. */
const BATCH = 64;

/**
 * Pages of the log that are copied into the file by whoever commits, which takes as long as dozens of commits. Where
 * there are quiet moments it never comes so far.
 */
const LOG_PAGES = 4_000;

/** Memory for pages, in KiB at most: what is claimed and written is found in it while the file grows. */
const CACHE_KIB = 8_192;

/** Operations after which the log is copied in the next quiet moment, and how long nothing must be asked for then. */
const COPY_AFTER = 64;
const QUIET_MS = 50;

/** Network file systems by their magic numbers: their locks and flushes do not hold what SQLite needs. */
const NETWORK_FILE_SYSTEMS: ReadonlyMap<number, string> = new Map([
  [0x6969, "NFS"],
  [0x517b, "SMB"],
  [0xff534d42, "CIFS"],
  [0xfe534d42, "SMB2"],
  [0x00c36400, "Ceph"],
  [0x5346414f, "AFS"],
  [0x73757245, "Coda"],
]);

/**
 * Opens a journal's file: WAL with a flush at every commit (`synchronous=FULL`), so that what is acknowledged survives
 * power loss. Operations that arrive during a flush share the next one.
 *
 * @throws {@link JournalError} `JOURNAL_OPTIONS` for a network file system, `JOURNAL_STORE` when it cannot be opened.
 */
export function sqliteStore(options: SqliteStoreOptions): SqliteStore {
  return new OpenSqliteStore(options);
}

class OpenSqliteStore implements SqliteStore {
  readonly dialect = "sqlite";
  readonly path: string;
  readonly #db: SqliteConnection;
  readonly driver: SqliteDriver;
  readonly #clock: Clock;
  readonly #random: () => number;
  readonly #busyMs: number;
  readonly #txTimeoutMs: number;
  readonly #inode: number;
  #jobs: Job[] = [];
  #running: Promise<void> | undefined;
  #closed = false;
  #late: NodeJS.Timeout | undefined;
  #giveUp: (() => void) | undefined;
  #done = 0;
  #quiet: NodeJS.Timeout | undefined;

  constructor(options: SqliteStoreOptions) {
    this.path = resolve(options.path);
    this.#clock = options.clock ?? systemClock;
    this.#random = options.random ?? Math.random;
    this.#busyMs = options.busyMs ?? 15_000;
    this.#txTimeoutMs = options.txTimeoutMs ?? 10_000;
    this.driver = options.driver ?? nodeSqlite;
    refuseNetwork(this.path);
    try {
      // The rights are set before anything is in it; SQLite gives its side files the same.
      if (!existsSync(this.path)) closeSync(openSync(this.path, "a", 0o600));
      this.#db = this.driver.open(this.path);
      this.#untilFree(() => this.#db.exec("pragma journal_mode=wal"));
      this.#db.exec("pragma synchronous=full; pragma foreign_keys=on; pragma busy_timeout=0");
      this.#db.exec(
        `pragma wal_autocheckpoint=${LOG_PAGES}; pragma cache_size=-${CACHE_KIB}; pragma temp_store=memory`,
      );
      this.#inode = statSync(this.path).ino;
    } catch (cause) {
      throw storeError(`cannot open ${this.path}`, `无法打开 ${this.path}`, cause);
    }
    const [mode] = this.#db.all("pragma synchronous", []);
    if (Number(mode?.["synchronous"] ?? 0) < 2)
      throw storeError("synchronous is not FULL", "synchronous 不是 FULL", undefined);
  }

  tx<T>(fn: (q: Query) => Promise<T>): Promise<T> {
    if (this.#closed)
      return Promise.reject(new JournalError("JOURNAL_CLOSED", "the journal is closed", "日志库已关闭"));
    return new Promise<T>((resolve, reject) => {
      this.#jobs.push({ fn, resolve: resolve as (value: unknown) => void, reject });
      this.#running ??= this.#work();
    });
  }

  async backup(path: string): Promise<void> {
    await this.#db.backup(path);
    const copy = this.driver.open(path);
    try {
      copy.exec("pragma synchronous=full");
      copy.exec("insert into meta(name, value) values('restored', '1') on conflict(name) do nothing");
    } finally {
      copy.close();
    }
  }

  async close(): Promise<void> {
    if (this.#closed) return;
    this.#closed = true;
    await this.#running;
    clearTimeout(this.#quiet);
    this.#db.close();
  }

  async #work(): Promise<void> {
    // Whoever calls in the same turn joins the first batch.
    await Promise.resolve();
    clearTimeout(this.#quiet);
    while (this.#jobs.length > 0) await this.#batch(this.#jobs.splice(0, BATCH));
    clearTimeout(this.#late);
    this.#late = undefined;
    this.#running = undefined;
    if (this.#done >= COPY_AFTER && !this.#closed) this.#quiet = setTimeout(() => this.#copyLog(), QUIET_MS).unref();
  }

  /** Copies the log into the file while nobody waits, so that no commit has to. */
  #copyLog(): void {
    if (this.#closed || this.#running) return;
    this.#done = 0;
    try {
      this.#db.exec("pragma wal_checkpoint(passive)");
    } catch {
      // The next commit will tell what is wrong.
    }
  }

  /**
   * Runs the jobs in one transaction, each in a savepoint of its own, so that one that fails takes no other with it. One
   * that is alone needs none, and SQLite keeps no copy of each page that it changes.
   */
  async #batch(jobs: readonly Job[]): Promise<void> {
    const outcomes: Outcome[] = [];
    try {
      await this.#begin();
      const isAlone = jobs.length === 1;
      for (const job of jobs) outcomes.push(await this.#run(job, isAlone));
      if (isAlone && outcomes[0]?.ok === false) this.#db.exec("rollback");
      else this.#commit();
    } catch (cause) {
      this.#rollback();
      const error = isJournalError(cause) ? cause : storeError("the commit failed", "提交失败", cause);
      for (const [i, job] of jobs.entries()) {
        const outcome = outcomes[i];
        job.reject(outcome && !outcome.ok ? outcome.error : error);
      }
      return;
    }
    this.#done += jobs.length;
    for (const [i, job] of jobs.entries()) {
      const outcome = outcomes[i] as Outcome;
      if (outcome.ok) job.resolve(outcome.value);
      else job.reject(outcome.error);
    }
  }

  async #begin(): Promise<void> {
    const until = this.#clock.monotonic() + this.#busyMs;
    for (;;) {
      try {
        this.#db.all("begin immediate", []);
        return;
      } catch (cause) {
        if (!this.#db.isBusy(cause)) throw cause;
        if (this.#clock.monotonic() >= until) {
          throw new JournalError(
            "JOURNAL_BUSY",
            `${this.path} stayed locked for ${this.#busyMs} ms`,
            `${this.path} 被锁定超过 ${this.#busyMs} 毫秒`,
            { cause, details: { limitMs: this.#busyMs } },
          );
        }
        // SQLite's own waiting starves processes: a random short pause gives each the same chance.
        await this.#clock.sleep(1 + this.#random() * 6);
      }
    }
  }

  async #run(job: Job, isAlone: boolean): Promise<Outcome> {
    if (!isAlone) this.#db.all("savepoint job", []);
    const scope = { open: true };
    const query: Query = async (sql, ...params) => {
      if (!scope.open) throw new JournalError("JOURNAL_TX_TIMEOUT", "the transaction is over", "事务已结束");
      const text = sqliteText(sql);
      return this.#db.all(text.sql, text.bind(params, Math.trunc(this.#clock.now())));
    };
    try {
      const value = await this.#inTime(job.fn(query));
      scope.open = false;
      if (!isAlone) this.#db.all("release job", []);
      return { ok: true, value };
    } catch (error) {
      scope.open = false;
      // A full disk ends the whole transaction; the commit will say so.
      if (this.#db.inTransaction && !isAlone) this.#db.exec("rollback to job; release job");
      if (!this.#db.inTransaction) throw error;
      return { ok: false, error };
    }
  }

  /** Waits for a job, but not for longer than its time. Most are over before anything else can happen: one timer is enough. */
  #inTime<T>(work: Promise<T>): Promise<T> {
    return new Promise<T>((resolve, reject) => {
      this.#giveUp = () =>
        reject(
          new JournalError(
            "JOURNAL_TX_TIMEOUT",
            `the transaction's function took longer than ${this.#txTimeoutMs} ms; it was rolled back`,
            `事务函数超过 ${this.#txTimeoutMs} 毫秒,已回滚`,
            { details: { limitMs: this.#txTimeoutMs } },
          ),
        );
      if (this.#late === undefined) this.#late = setTimeout(() => this.#giveUp?.(), this.#txTimeoutMs);
      else this.#late.refresh();
      work.then(resolve, reject);
    });
  }

  #commit(): void {
    // A deleted or replaced file would take commits that nobody can ever read again.
    const inode = statSync(this.path, { throwIfNoEntry: false })?.ino;
    if (inode !== this.#inode) throw new Error("the file was deleted or replaced while in use");
    this.#db.all("commit", []);
  }

  #rollback(): void {
    try {
      if (this.#db.inTransaction) this.#db.exec("rollback");
    } catch {
      // The next begin will tell.
    }
  }

  #untilFree(action: () => void): void {
    const until = Date.now() + this.#busyMs;
    for (;;) {
      try {
        action();
        return;
      } catch (error) {
        if (!this.#db.isBusy(error) || Date.now() >= until) throw error;
        Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 1 + Math.trunc(this.#random() * 6));
      }
    }
  }
}

function refuseNetwork(path: string): void {
  let type: number;
  try {
    type = statfsSync(dirname(path)).type;
  } catch {
    // Opening will tell what is wrong with the folder.
    return;
  }
  const name = NETWORK_FILE_SYSTEMS.get(type);
  if (name !== undefined)
    throw new JournalError(
      "JOURNAL_OPTIONS",
      `${path} lies on ${name}: a journal needs a local disk, or PostgreSQL`,
      `${path} 位于 ${name}:日志库需要本地磁盘,或使用 PostgreSQL`,
    );
}

function storeError(message: string, messageZh: string, cause: unknown): JournalError {
  const why = cause instanceof Error ? `: ${cause.message}` : "";
  return new JournalError("JOURNAL_STORE", `${message}${why}`, `${messageZh}${why}`, { cause });
}
