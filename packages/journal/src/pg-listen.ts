import { randomUUID } from "node:crypto";
import { JournalError } from "./errors.ts";
import { answerTo } from "./pg-bounds.ts";
import type { PgClient } from "./pg-store.ts";

/** One channel per database; what is in it only means "look now". */
const CHANNEL = "coo_journal";

/** Tells everybody who listens. In a transaction it arrives with the commit. */
export const NOTIFY: string = notifyText("");

/** The call with something in it, by which it is known again. */
export function notifyText(payload: string): string {
  return `select pg_notify('${CHANNEL}', '${payload}')`;
}

/** A connection that is kept for listening. */
export interface PgListener extends PgClient {
  connect(): Promise<unknown>;
  end(done?: () => void): Promise<void>;
  /** Lets the process end while the connection stands. */
  unref(): void;
  on(event: "error", listener: (error: Error) => void): unknown;
  on(event: "end", listener: () => void): unknown;
  on(event: "notification", listener: (message: { readonly payload?: string }) => void): unknown;
}

/** Listening under way. */
export interface Listening {
  close(): Promise<void>;
}

/** What is needed for listening. */
export interface ListenParts {
  readonly connect: () => Promise<PgListener>;
  /** Makes a call, to see that it arrives. */
  readonly notify: (payload: string) => Promise<void>;
  readonly wake: () => void;
  readonly onState: (isListening: boolean) => void;
}

/** For how long a call of our own may take to arrive. */
const PROBE_MS = 5_000;
/** A connection that is silently gone is found after this. */
const HEARTBEAT_MS = 10_000;
const RETRY_MS = 1_000;
const FAREWELL_MS = 1_000;

/**
 * Listens until closed; a lost connection is made again, and `wake` called then. The first connection is tried with a call
 * of our own: behind a pooler that gives sessions away per transaction none would ever arrive.
 *
 * @throws {@link JournalError} `JOURNAL_OPTIONS`, `JOURNAL_STORE`.
 */
export async function listenOn(parts: ListenParts): Promise<Listening> {
  const state: { client: PgListener | undefined; closed: boolean; timer: NodeJS.Timeout | undefined } = {
    client: undefined,
    closed: false,
    timer: undefined,
  };

  const lost = (client: PgListener): void => {
    if (state.client !== client || state.closed) return;
    state.client = undefined;
    parts.onState(false);
    clearTimeout(state.timer);
    client.end().catch(() => {});
    retry();
  };

  const retry = (): void => {
    if (state.closed) return;
    state.timer = setTimeout(() => void open().catch(retry), RETRY_MS).unref();
  };

  const beat = (client: PgListener): void => {
    state.timer = setTimeout(async () => {
      const isThere = await within(HEARTBEAT_MS / 2, client.query("select 1")).catch(() => false);
      if (isThere === false) lost(client);
      else if (state.client === client) beat(client);
    }, HEARTBEAT_MS).unref();
  };

  const open = async (): Promise<void> => {
    const client = await parts.connect();
    let isGone = false;
    try {
      client.on("end", () => {
        isGone = true;
        lost(client);
      });
      const probe = randomUUID();
      const arrived = new Promise<true>((resolve) => {
        client.on("notification", ({ payload }) => {
          if (payload === probe) resolve(true);
          else parts.wake();
        });
      });
      await answerTo(client.query(`listen ${CHANNEL}`), PROBE_MS);
      await parts.notify(probe);
      if (!(await within(PROBE_MS, arrived))) throw isGone ? gone() : deaf();
    } catch (error) {
      client.end().catch(() => {});
      throw error;
    }
    if (state.closed) {
      client.end().catch(() => {});
      return;
    }
    state.client = client;
    parts.onState(true);
    beat(client);
    // What was told in the meantime is not known.
    parts.wake();
  };

  await open();
  return {
    async close() {
      state.closed = true;
      clearTimeout(state.timer);
      const { client } = state;
      state.client = undefined;
      // A farewell over a link that is cut is not waited for.
      client?.unref();
      await within(FAREWELL_MS, client?.end() ?? Promise.resolve()).catch(() => {});
    },
  };
}

async function within<T>(ms: number, work: Promise<T>): Promise<T | false> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<false>((resolve) => {
    timer = setTimeout(() => resolve(false), ms);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}

function gone(): JournalError {
  return new JournalError(
    "JOURNAL_STORE",
    "PostgreSQL: the connection for listening ended while it was tried",
    "PostgreSQL:监听用的连接在检验时断开",
  );
}

function deaf(): JournalError {
  return new JournalError(
    "JOURNAL_OPTIONS",
    "notifications do not arrive on this connection: a pooler gives it away after each transaction; set listenUrl to the server itself",
    "此连接收不到通知:连接池按事务分配会话;请将 listenUrl 指向数据库本身",
  );
}
