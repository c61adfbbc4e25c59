import { ClientError } from "../errors.ts";
import type { SubmitJournal, SubmitRow, SubmitState } from "./journal-port.ts";

/** The end of an application on its way to the remote. The review's result comes later, by push or query. */
export interface Settled {
  readonly state: "accepted" | "rejected" | "cancelled";
  /** The remote's own number, where it gave one. */
  readonly remoteId: string | null;
  /** Return code of a refusal. */
  readonly returnCode: string | null;
}

/** A change of state. */
export interface SubmitEvent {
  readonly state: SubmitState;
  readonly resends: number;
  readonly returnCode: string | null;
}

/** Ends waiting; never the application. */
export interface WaitOptions {
  readonly signal?: AbortSignal;
}

/** An application that is committed: it survives crash and power loss from here on. */
export interface SubmitHandle {
  /** Number of its row, as `coo journal show` takes it. */
  readonly id: number;
  readonly operation: string;
  readonly key: string;
  readonly rev: number;
  readonly messageId: string;
  /** False when the same application was there already. */
  readonly isNew: boolean;
  state(): Promise<SubmitState>;
  /**
   * Waits for the end. There is no time limit: an application that needs a person waits for one.
   *
   * @throws {@link ClientError} `CLIENT_ABORTED` when the signal fires, `CLIENT_CLOSED` when the client is closed; the
   * application goes on in both cases.
   */
  settled(options?: WaitOptions): Promise<Settled>;
  /** Its states from now on, ending with the final one. */
  events(options?: WaitOptions): AsyncIterable<SubmitEvent>;
}

const FINAL: ReadonlySet<SubmitState> = new Set(["accepted", "rejected", "cancelled"]);

/** Makes the handle of a row. `closing` fires when the client is closed. */
export function submitHandle(
  journal: SubmitJournal,
  row: SubmitRow,
  isNew: boolean,
  closing: AbortSignal,
  pollMs: number,
): SubmitHandle {
  const { id } = row;
  const current = async (): Promise<SubmitRow> => {
    const found = await journal.find(id);
    if (found) return found;
    throw new ClientError("CLIENT_JOURNAL", `outbox row ${id} is gone`, `发件箱第 ${id} 行不存在`);
  };
  async function* events(options: WaitOptions = {}): AsyncGenerator<SubmitEvent> {
    let told = "";
    for (;;) {
      const news = nextNews(journal, id, pollMs, [closing, ...(options.signal ? [options.signal] : [])]);
      try {
        const now = await current();
        const mark = `${now.state}/${now.resends}`;
        if (mark !== told) {
          told = mark;
          yield { state: now.state, resends: now.resends, returnCode: now.errorCode };
        }
        if (FINAL.has(now.state)) return;
        checkWaiting(row.op, options.signal, closing);
        await news.arrived;
        checkWaiting(row.op, options.signal, closing);
      } finally {
        news.end();
      }
    }
  }
  return {
    id,
    operation: row.op,
    key: row.key,
    rev: row.rev,
    messageId: row.messageId,
    isNew,
    state: async () => (await current()).state,
    events,
    async settled(options) {
      for await (const _event of events(options));
      const { state, remoteId, errorCode } = await current();
      return { state: state as Settled["state"], remoteId, returnCode: errorCode };
    },
  };
}

/** Resolves when this process moves the row, after a while for what others do, or when waiting ends. */
function nextNews(
  journal: SubmitJournal,
  id: number,
  pollMs: number,
  signals: readonly AbortSignal[],
): { readonly arrived: Promise<void>; end(): void } {
  let resolve: () => void = () => {};
  const arrived = new Promise<void>((done) => {
    resolve = done;
  });
  const off = journal.on((event) => {
    if (event.type === "outbox" && (event.row as SubmitRow | undefined)?.id === id) resolve();
  });
  const timer = setTimeout(resolve, pollMs);
  for (const signal of signals) {
    if (signal.aborted) resolve();
    signal.addEventListener("abort", resolve, { once: true });
  }
  return {
    arrived,
    end() {
      off();
      clearTimeout(timer);
      for (const signal of signals) signal.removeEventListener("abort", resolve);
    },
  };
}

function checkWaiting(operation: string, signal: AbortSignal | undefined, closing: AbortSignal): void {
  if (signal?.aborted)
    throw new ClientError(
      "CLIENT_ABORTED",
      `${operation}: waiting ended; the application goes on`,
      `${operation}:已停止等待,申请继续处理`,
      { details: { operation }, cause: signal.reason },
    );
  if (closing.aborted)
    throw new ClientError(
      "CLIENT_CLOSED",
      `${operation}: the client was closed; the application goes on with the next start`,
      `${operation}:客户端已关闭,申请将在下次启动后继续`,
      { details: { operation } },
    );
}
