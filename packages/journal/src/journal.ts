import { type BreakerSettings, close as closeBreaker, DEFAULT_BREAKER } from "./breaker.ts";
import { type CallerTransaction, inCaller } from "./caller-transaction.ts";
import { type Clock, systemClock } from "./clock.ts";
import { ClockGuard } from "./clock-guard.ts";
import { type Context, type JournalEvent, NO_OBSERVER, type Observer, type Step } from "./context.ts";
import { type DroppedBodies, dropBodies } from "./drop-bodies.ts";
import { Together } from "./enqueue-together.ts";
import { isJournalError, JournalError } from "./errors.ts";
import { closeFinding, type Finding, openFindings } from "./findings.ts";
import {
  type Arrival,
  count,
  INBOX_COLUMNS,
  type InboxRow,
  inboxRow,
  type Known,
  look,
  receive,
  refuse,
  replay,
} from "./inbox.ts";
import { anchorDay, append, chainOf, type LedgerReport, type LedgerRow, verifyLedger } from "./ledger.ts";
import { type Limit, NotGranted, take } from "./limiter.ts";
import { Memory } from "./memory.ts";
import {
  type Enqueued,
  enqueue,
  madeOf,
  move,
  type Order,
  OUTBOX_COLUMNS,
  type OutboxRow,
  outboxById,
  outboxRow,
  streamOf,
} from "./outbox.ts";
import { isOwnerAlive, ownOwner } from "./owner.ts";
import type { Peer } from "./peer.ts";
import { NOTIFY } from "./pg-listen.ts";
import { pgStore } from "./pg-store.ts";
import { processOne } from "./process-one.ts";
import type { Processor, Processors } from "./processor.ts";
import { randomPool } from "./random-pool.ts";
import { afterRestore, reap } from "./reap.ts";
import { type ReconcileOptions, type ReconcileReport, reconcile } from "./reconcile.ts";
import { resolveOne } from "./resolve-one.ts";
import { type Result, resultOf } from "./results.ts";
import { migrate } from "./schema.ts";
import { sendOne } from "./send-one.ts";
import type { SqliteDriver } from "./sqlite-driver.ts";
import { sqliteStore } from "./sqlite-store.ts";
import { type JournalStatus, statusOf } from "./status.ts";
import { num, type Store } from "./store.ts";
import { resolveTiming, type Timing } from "./timing.ts";
import { type Role, startWork, type Worker, type WorkOptions } from "./worker.ts";

/** Options of {@link openJournal}. */
export interface JournalOptions {
  /** `sqlite:PATH`, `postgres://…`, or a store made by hand. */
  readonly store: string | Store;
  /** For `sqlite:PATH`: which SQLite, default Node's own. */
  readonly driver?: SqliteDriver;
  /** For PostgreSQL behind a pooler: where news of other processes is listened to, the server itself. */
  readonly listenUrl?: string;
  /** Times that differ from the defaults. */
  readonly timing?: Partial<Timing>;
  readonly breaker?: Partial<BreakerSettings>;
  /** Pacing; by default 2 a second with a burst of 5 per provider, 30 a minute with a burst of 30 per tenant. */
  readonly limits?: { readonly provider?: Limit; readonly tenant?: Limit };
  /** Gets every change and every error, without message text. */
  readonly onEvent?: (event: JournalEvent) => void;
  readonly clock?: Clock;
  /** Random bytes for message numbers. */
  readonly random?: (size: number) => Uint8Array;
  /** Owner text of leases: `host/pid/start` of this process by default. */
  readonly owner?: string;
  /** Whether the process behind an owner text lives; only asked about other owners. */
  readonly isOwnerAlive?: (owner: string) => boolean;
}

/** What a person may decide about an application. */
export type Decision = "send" | "cancel" | "accept";

/** Who decided, and why; both go to the ledger. */
export interface DecidedBy {
  readonly by: string;
  readonly reason: string;
}

/** States in which nothing is to be done for a push. */
const INBOX_OVER: ReadonlySet<string> = new Set(["done", "dead", "refused", "conflict"]);

/** Until a server that was away when work began is tried again, for listening. */
const LISTEN_AGAIN_MS = 1_000;

const PROVIDER_LIMIT: Limit = { perSecond: 2, burst: 5 };
const TENANT_LIMIT: Limit = { perSecond: 0.5, burst: 30 };

/**
 * A durable outbox, inbox and ledger. `enqueue` resolved means that the application survives crash and power loss and is
 * sent at most once until its fate is known.
 *
 * @see docs/reliability.md
 */
export class Journal {
  readonly store: Store;
  readonly #ctx: Context;
  readonly #together: Together | undefined;
  readonly #peers = new Map<string, Peer>();
  #processors: Processors = {};
  readonly #listeners = new Set<(event: JournalEvent) => void>();
  /** Loops that are idle, the longest so first, and what they can do. */
  readonly #idle = new Map<() => void, ReadonlySet<Role>>();
  readonly #workers = new Set<Worker>();
  #news = 0;
  #isListening = false;
  #listening: Promise<boolean> | undefined;
  readonly #closing = new AbortController();
  readonly #random: (size: number) => Uint8Array;

  /** Made by {@link openJournal}, which brings the schema up to date first. */
  constructor(store: Store, options: Omit<JournalOptions, "store">) {
    this.store = store;
    // On PostgreSQL callers write beside each other, each in a transaction of its own.
    if (store.dialect === "sqlite") this.#together = new Together(store);
    this.#random = options.random ?? randomPool();
    const { onEvent } = options;
    if (onEvent) this.#listeners.add(onEvent);
    const timing = resolveTiming(options.timing);
    this.#ctx = {
      store,
      clock: options.clock ?? systemClock,
      guard: new ClockGuard(timing.leaseMs + timing.settleMs),
      timing,
      breaker: { ...DEFAULT_BREAKER, ...options.breaker },
      limits: { provider: PROVIDER_LIMIT, tenant: TENANT_LIMIT, ...options.limits },
      owner: options.owner ?? ownOwner(),
      isOwnerAlive: options.isOwnerAlive ?? isOwnerAlive,
      newMessageId: () => Buffer.from(this.#random(16)).toString("hex"),
      memory: new Memory(),
      active: new Set(),
      observer: NO_OBSERVER,
      more: (role) => this.#wakeOne(role),
      emit: (event) => this.#emit(event),
    };
  }

  get timing(): Timing {
    return this.#ctx.timing;
  }

  /**
   * Puts an application into the outbox; the same content again gives the row that is there.
   *
   * @param options - `tx`: the caller's own transaction, in which the row is written; nothing is sent before it commits.
   * @throws {@link JournalError} `JOURNAL_CONTENT`, `JOURNAL_OPEN_REVISION`, `JOURNAL_STORE`.
   */
  async enqueue(order: Order, options: { readonly tx?: CallerTransaction } = {}): Promise<Enqueued> {
    for (const name of ["tenant", "op", "key"] as const)
      if (order[name].length === 0 || order[name].length > 200)
        throw new JournalError("JOURNAL_OPTIONS", `${name} needs 1 to 200 characters`, `${name} 应为 1 至 200 个字符`);
    const trace = this.#ctx.observer.trace();
    const { tx } = options;
    if (tx)
      return inCaller(this.store, tx, this.#ctx.clock, async (q) => {
        const made = await enqueue(q, order, this.#ctx.owner, this.#ctx.newMessageId, trace);
        // With the caller's commit, of which this process hears nothing.
        if (made.isNew && this.store.dialect === "pg") await q(NOTIFY);
        return made;
      });
    const made = await this.#asked(order, trace);
    if (made.isNew) this.#emit({ type: "outbox", row: made.row });
    return made;
  }

  /** Where the commit was not answered, the row is asked for once, and made if it is not there. */
  async #asked(order: Order, trace: string | undefined): Promise<Enqueued> {
    const { owner, newMessageId } = this.#ctx;
    const tried = new Set<string>();
    const byItself = (): Promise<Enqueued> =>
      this.store.tx(async (q) => {
        const made = await enqueue(q, order, owner, newMessageId, trace);
        if (made.isNew) tried.add(made.row.messageId);
        return made;
      });
    try {
      if (!this.#together) return await byItself();
      const made = madeOf(order, owner, newMessageId, trace);
      tried.add(made.messageId);
      const row = await this.#together.put(made);
      if (row) return { row, isNew: true };
      tried.clear();
      return await byItself();
    } catch (error) {
      if (!isJournalError(error, "JOURNAL_STORE") || error.details.outcome !== "unknown") throw error;
      const { row, isNew } = await byItself();
      return { row, isNew: isNew || tried.has(row.messageId) };
    }
  }

  /** A row of the outbox. */
  async find(id: number): Promise<OutboxRow | undefined> {
    return this.store.tx((q) => outboxById(q, id));
  }

  /** The newest revision of a key. */
  async findByKey(tenant: string, op: string, key: string): Promise<OutboxRow | undefined> {
    const [row] = await this.store.tx((q) =>
      q(
        `select ${OUTBOX_COLUMNS} from outbox where tenant = ? and op = ? and bkey = ? order by rev desc limit 1`,
        tenant,
        op,
        key,
      ),
    );
    return row && outboxRow(row);
  }

  /** Names the remote of a provider code. One per code: a second replaces the first. */
  register(peer: Peer): () => void {
    this.#peers.set(peer.provider, peer);
    this.#wake();
    return () => {
      if (this.#peers.get(peer.provider) === peer) this.#peers.delete(peer.provider);
    };
  }

  /** Names what takes pushes of an operation out of the inbox. */
  handle(op: string, processor: Processor): () => void {
    this.#processors = { ...this.#processors, [op]: processor };
    this.#wake();
    return () => {
      const { [op]: mine, ...others } = this.#processors;
      if (mine === processor) this.#processors = others;
    };
  }

  /**
   * Listens for other processes' news, where the store has a way for it; {@link Journal.work} does so by itself, and goes
   * on by looking when it cannot.
   *
   * @returns Whether news arrives.
   * @throws {@link JournalError} `JOURNAL_OPTIONS` when the connection is one on which no news can arrive.
   */
  listen(): Promise<boolean> {
    this.#listening ??= this.#startListening().catch((error: unknown) => {
      this.#listening = undefined;
      throw error;
    });
    return this.#listening;
  }

  /**
   * Takes a turn that one of all processes on the store may take in a time: for what happens once an hour, wherever.
   *
   * @returns Whether it is this one's.
   */
  async turn(name: string, everyMs: number): Promise<boolean> {
    try {
      await this.store.tx((q) => take(q, [[`turn/${name}`, { perSecond: 1000 / everyMs, burst: 1 }]]));
      return true;
    } catch (error) {
      if (error instanceof NotGranted) return false;
      throw error;
    }
  }

  /** Does what is due, until stopped. */
  work(options: WorkOptions = {}): Worker {
    void this.#keepTrying();
    const started = startWork(
      {
        ctx: this.#ctx,
        peers: () => [...this.#peers.values()],
        processors: () => this.#processors,
        onNews: (roles, wake) => {
          this.#idle.set(wake, roles);
          return () => this.#idle.delete(wake);
        },
        news: () => this.#news,
        isListening: () => this.#isListening,
      },
      options,
    );
    const worker: Worker = {
      stop: async () => {
        this.#workers.delete(worker);
        await started.stop();
      },
    };
    this.#workers.add(worker);
    return worker;
  }

  /** Single steps, for tests and for schedulers of one's own. */
  readonly steps = {
    /** Sends the next application that is due. */
    send: (provider: string): Promise<Step> => sendOne(this.#ctx, this.#peer(provider)),
    /** Asks about the next application that is in doubt. */
    resolve: (provider: string): Promise<Step> => resolveOne(this.#ctx, this.#peer(provider)),
    /** Takes over what workers left behind. */
    reap: (): Promise<number> => reap(this.#ctx),
    /** Takes the next push to its handler. */
    process: (): Promise<Step> => processOne(this.#ctx, this.#processors),
  };

  /** The inbox, as a receiver uses it. */
  readonly inbox = {
    look: (arrival: Arrival): Promise<Known> => look(this.#ctx, arrival),
    receive: (arrival: Arrival, verdict: "received" | "dead", reason?: string): Promise<Known> =>
      receive(this.#ctx, arrival, verdict, reason),
    refuse: (arrival: Arrival, reason: string): Promise<void> => refuse(this.#ctx, arrival, reason),
    count: (name: string, facts: Readonly<Record<string, string | number>>, n = 1): Promise<void> =>
      count(this.#ctx, name, facts, n),
    handle: (op: string, processor: Processor): (() => void) => this.handle(op, processor),
    replay: (id: number, { by, reason }: DecidedBy): Promise<InboxRow> => replay(this.#ctx, id, by, reason),
    find: async (id: number): Promise<InboxRow | undefined> => {
      const [row] = await this.store.tx((q) => q(`select ${INBOX_COLUMNS} from inbox where id = ?`, id));
      return row && inboxRow(row);
    },
  };

  /** Decides about an application: the reason and the name go to the ledger. */
  async resolve(id: number, decision: Decision, { by, reason }: DecidedBy): Promise<OutboxRow> {
    const moved = await this.store.tx(async (q) => {
      const row = await outboxById(q, id);
      if (!row)
        throw new JournalError("JOURNAL_NOT_FOUND", `no outbox row ${id}`, `没有发件箱第 ${id} 行`, {
          details: { id },
        });
      const [now] = await q("select {{NOW}} as now");
      const change = { ...(decision === "send" ? { due: Number(now?.["now"]), resends: 0 } : {}), data: { reason } };
      const next = await move(q, row, `person-${decision}`, by, change);
      if (next && decision !== "send")
        await q(
          "update finding set closed = {{NOW}}, closed_by = ? where stream = ? and closed is null",
          by,
          streamOf(id),
        );
      return next;
    });
    if (!moved)
      throw new JournalError(
        "JOURNAL_TRANSITION",
        `outbox row ${id} has just changed`,
        `发件箱第 ${id} 行刚刚发生变化`,
      );
    this.#emit({ type: "outbox", row: moved });
    return moved;
  }

  /** Puts a person's note into the chain of an application. */
  async note(id: number, { by, reason }: DecidedBy): Promise<void> {
    await this.store.tx(async (q) => {
      const row = await outboxById(q, id);
      if (!row)
        throw new JournalError("JOURNAL_NOT_FOUND", `no outbox row ${id}`, `没有发件箱第 ${id} 行`, {
          details: { id },
        });
      const data = { state: row.state, epoch: row.epoch, note: reason };
      await append(q, { stream: streamOf(id), ev: "note", actor: by, data });
    });
  }

  /** Everything that is written down about an application. */
  async history(id: number): Promise<{
    readonly ledger: readonly LedgerRow[];
    readonly attempts: readonly Readonly<Record<string, unknown>>[];
    /** The last final result that a query showed. */
    readonly result: Result | undefined;
  }> {
    return this.store.tx(async (q) => ({
      ledger: await chainOf(q, streamOf(id)),
      attempts: await q(
        `select epoch, started, ended, kind, http_status, return_code, request_hash, response_hash, reason
          from attempt where outbox_id = ? order by epoch`,
        id,
      ),
      result: await resultOf(q, id),
    }));
  }

  async findings(): Promise<Finding[]> {
    return this.store.tx((q) => openFindings(q));
  }

  async closeFinding(id: number, by: string): Promise<boolean> {
    return this.store.tx((q) => closeFinding(q, id, by));
  }

  /** Lets a provider's traffic flow again after a person has looked. */
  async closeBreaker(provider: string): Promise<boolean> {
    const closed = await this.store.tx((q) => closeBreaker(q, provider));
    if (closed) this.#emit({ type: "breaker", provider, state: "closed" });
    return closed;
  }

  /** Compares accepted applications with what the remote says; see {@link ReconcileReport}. */
  async reconcile(provider: string, options: ReconcileOptions): Promise<ReconcileReport> {
    return reconcile(this.#ctx, this.#peer(provider), options);
  }

  /** One look: what waits, what is in doubt and since when, what needs a person. */
  async status(): Promise<JournalStatus> {
    return this.store.tx((q) => statusOf(q));
  }

  /** Checks chains, anchors, and that tables and chains agree. */
  async verify(): Promise<LedgerReport> {
    return verifyLedger(this.store);
  }

  /** Binds all rows since the last anchor; `day` is `yyyy-MM-dd`, today in Beijing by default. */
  async anchor(day?: string): Promise<{ readonly root: string } | undefined> {
    return anchorDay(this.store, day ?? new Date(this.#ctx.clock.now() + 8 * 3_600_000).toISOString().slice(0, 10));
  }

  /**
   * Empties bodies of pushes, attempts and results that are over and older than `ageMs`. Hashes, keys and the ledger stay, so repeats
   * are still known and the ledger still fits.
   */
  async dropBodies(ageMs: number): Promise<DroppedBodies> {
    return dropBodies(this.#ctx, ageMs);
  }

  /** Rows of the outbox that are not final. */
  async pending(): Promise<number> {
    const [row] = await this.store.tx((q) =>
      q("select count(*) as n from outbox where state not in ('accepted','rejected','cancelled')"),
    );
    return row ? num(row, "n") : 0;
  }

  /** Calls `listener` for every change that this process makes; gives a function that ends it. */
  on(listener: (event: JournalEvent) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** Lets an observer follow what is done, in place of the one before; gives a function that ends it. */
  observe(observer: Observer): () => void {
    const before = this.#ctx.observer;
    this.#ctx.observer = observer;
    return () => {
      if (this.#ctx.observer === observer) this.#ctx.observer = before;
    };
  }

  /** Stops all work of this process and closes the store. */
  async close(): Promise<void> {
    this.#closing.abort();
    await Promise.all([...this.#workers].map((worker) => worker.stop()));
    await this.store.close();
  }

  /**
   * Says that the store was restored from a backup, or is a standby that was behind, and does {@link Journal.afterRestore}. A
   * mark is left until that is done, so that whoever opens the store next goes on with it.
   *
   * @returns Rows that are asked about before anything is sent.
   */
  async restored(): Promise<number> {
    await this.store.tx((q) => q("insert into meta(name, value) values('restored', '1') on conflict(name) do nothing"));
    return this.afterRestore();
  }

  /** After a restore: everything open is asked about before anything is sent. */
  async afterRestore(): Promise<number> {
    return afterRestore(this.#ctx);
  }

  #peer(provider: string): Peer {
    const peer = this.#peers.get(provider);
    if (peer) return peer;
    throw new JournalError("JOURNAL_OPTIONS", `no peer "${provider}" is registered`, `未登记接入商“${provider}”`);
  }

  #emit(event: JournalEvent): void {
    for (const listener of this.#listeners) {
      try {
        listener(event);
      } catch {
        // A failing observer must not change what happens.
      }
    }
    // What is only told of changes nothing that others could wait for.
    if (event.type === "error" || event.type === "attempt" || event.type === "paced" || event.type === "repair") return;
    if (event.type === "breaker") this.#wake();
    else if (event.type === "inbox" && !INBOX_OVER.has(event.row.state)) this.#wakeOne("inbox");
    else if (event.type === "outbox" && event.row.state === "ready") this.#wakeOne("sender");
    else if (event.type === "outbox" && event.row.state === "in_doubt") this.#wakeOne("resolver");
    if (
      (event.type === "outbox" && event.row.state === "ready") ||
      (event.type === "inbox" && event.row.state === "received")
    )
      this.store.notify?.();
  }

  async #startListening(): Promise<boolean> {
    if (!this.store.listen) return false;
    await this.store.listen(
      // What there is to do, and how much, is not said: who finds something calls the next.
      () => this.#wakeOne("sender", "resolver", "inbox"),
      (isListening) => {
        this.#isListening = isListening;
      },
    );
    return true;
  }

  /** A server that is away when work begins is tried again; a connection on which nothing can arrive is not. */
  async #keepTrying(): Promise<void> {
    const { signal } = this.#closing;
    while (!signal.aborted) {
      try {
        await this.listen();
        return;
      } catch (error) {
        if (signal.aborted) return;
        this.#emit({ type: "error", where: "listen", error });
        if (!isJournalError(error, "JOURNAL_STORE")) return;
      }
      await this.#ctx.clock.sleep(LISTEN_AGAIN_MS, signal);
    }
  }

  /** Lets everybody look: what they can do has changed. */
  #wake(): void {
    this.#news++;
    for (const wake of this.#idle.keys()) wake();
    this.#idle.clear();
  }

  /** Lets one idle loop look for each of the roles; where none is idle, those at work look once more. */
  #wakeOne(...wanted: readonly Role[]): void {
    const left = new Set(wanted);
    for (const [wake, roles] of this.#idle) {
      if (![...left].some((role) => roles.has(role))) continue;
      for (const role of roles) left.delete(role);
      this.#idle.delete(wake);
      wake();
    }
    if (left.size > 0) this.#news++;
  }
}

/**
 * Opens a journal, bringing its schema up to date. After a restore from a backup everything open becomes in doubt first.
 *
 * @throws {@link JournalError} `JOURNAL_OPTIONS` for options that cannot work, `JOURNAL_STORE` when the store is unusable.
 */
export async function openJournal(options: JournalOptions): Promise<Journal> {
  const { store: where, ...rest } = options;
  const store = typeof where === "string" ? await storeAt(where, options) : where;
  try {
    const journal = new Journal(store, rest);
    await migrate(store);
    await journal.afterRestore();
    return journal;
  } catch (error) {
    await store.close();
    throw error;
  }
}

async function storeAt(address: string, options: JournalOptions): Promise<Store> {
  const clock = options.clock ? { clock: options.clock } : {};
  if (/^postgres(?:ql)?:\/\//.test(address))
    return pgStore({ url: address, ...clock, ...(options.listenUrl ? { listenUrl: options.listenUrl } : {}) });
  const path = /^sqlite:(.+)$/s.exec(address)?.[1];
  if (path !== undefined) return sqliteStore({ path, ...clock, ...(options.driver ? { driver: options.driver } : {}) });
  throw new JournalError(
    "JOURNAL_OPTIONS",
    `store "${address.slice(0, 20)}" is neither sqlite:PATH nor postgres://…`,
    `store “${address.slice(0, 20)}”应为 sqlite:路径 或 postgres://…`,
  );
}
