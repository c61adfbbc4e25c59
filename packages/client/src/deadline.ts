import type { Ending } from "./ending.ts";
import { ClientError } from "./errors.ts";

/** Ends when the time is over, the caller gives up, or the client is closed; tells which it was. */
export interface Deadline extends Ending {
  /** Milliseconds left. */
  left(): number;
  /** The error for the reason that fired, `undefined` while none has. */
  error(operation: string, messageId: string, sent: "no" | "maybe"): ClientError | undefined;
  /** Ends waiting for it. */
  clear(): void;
}

/**
 * The deadlines of a client's calls. Timers are real: this is the network's time, not the messages'. One timer is enough for
 * all: setting one and taking it away costs a call more than its signature does.
 */
export class Deadlines {
  readonly #open = new Set<Timed>();
  #timer: NodeJS.Timeout | undefined;
  /** When the timer fires. */
  #due = Number.POSITIVE_INFINITY;
  #isClosed = false;

  /** Starts one. */
  start(timeoutMs: number, caller: AbortSignal | undefined): Deadline {
    const ends = performance.now() + timeoutMs;
    const one = new Timed(timeoutMs, ends, caller, this.#done);
    this.#open.add(one);
    if (this.#isClosed) one.fire("closed");
    if (ends < this.#due) this.#arm(ends, timeoutMs);
    else if (this.#open.size === 1) this.#timer?.ref();
    return one;
  }

  /** Ends all, because the client was closed. */
  close(): void {
    this.#isClosed = true;
    for (const one of this.#open) one.fire("closed");
  }

  readonly #done = (one: Timed): void => {
    this.#open.delete(one);
    // It stays for the next call, but a program may end.
    if (this.#open.size === 0) this.#timer?.unref();
  };

  #arm(due: number, ms: number): void {
    clearTimeout(this.#timer);
    this.#due = due;
    this.#timer = setTimeout(this.#look, Math.min(ms, LONGEST));
  }

  readonly #look = (): void => {
    // A timer may be early by a part of a millisecond.
    const now = performance.now() + 1;
    this.#timer = undefined;
    this.#due = Number.POSITIVE_INFINITY;
    const over: Timed[] = [];
    let next = Number.POSITIVE_INFINITY;
    for (const one of this.#open) {
      if (one.ends <= now) over.push(one);
      else if (one.ends < next) next = one.ends;
    }
    // First, so that the others have their time whatever comes of those that are over.
    if (next < Number.POSITIVE_INFINITY) this.#arm(next, next - now + 1);
    for (const one of over) one.fire("timeout");
  };
}

/** A timer that is to wait longer does not wait at all. */
const LONGEST = 2 ** 31 - 1;

type Why = "timeout" | "aborted" | "closed";

type Fired = (reason: unknown) => void;

const NOBODY: readonly Fired[] = [];

class Timed implements Deadline {
  readonly #timeoutMs: number;
  readonly ends: number;
  readonly #caller: AbortSignal | undefined;
  readonly #done: (one: Timed) => void;
  readonly #onCaller: (() => void) | undefined;
  #why: Why | undefined;
  #reason: DOMException | undefined;
  #controller: AbortController | undefined;
  #listeners: readonly Fired[] = NOBODY;

  constructor(timeoutMs: number, ends: number, caller: AbortSignal | undefined, done: (one: Timed) => void) {
    this.#timeoutMs = timeoutMs;
    this.ends = ends;
    this.#caller = caller;
    this.#done = done;
    if (caller === undefined) return;
    this.#onCaller = () => this.fire("aborted");
    if (caller.aborted) this.#onCaller();
    else caller.addEventListener("abort", this.#onCaller, { once: true });
  }

  fire(why: Why): void {
    if (this.#why !== undefined) return;
    this.#why = why;
    this.#reason = new DOMException(why, why === "timeout" ? "TimeoutError" : "AbortError");
    this.#controller?.abort(this.#reason);
    for (const fired of this.#listeners) fired(this.#reason);
  }

  get signal(): AbortSignal {
    if (this.#controller === undefined) {
      this.#controller = new AbortController();
      if (this.#reason !== undefined) this.#controller.abort(this.#reason);
    }
    return this.#controller.signal;
  }

  get reason(): unknown {
    return this.#reason;
  }

  listen(fired: Fired): () => void {
    if (this.#reason !== undefined) fired(this.#reason);
    else this.#listeners = [...this.#listeners, fired];
    return () => {
      this.#listeners = this.#listeners.filter((one) => one !== fired);
    };
  }

  left(): number {
    return this.ends - performance.now();
  }

  clear(): void {
    this.#done(this);
    if (this.#onCaller) this.#caller?.removeEventListener("abort", this.#onCaller);
  }

  error(operation: string, messageId: string, sent: "no" | "maybe"): ClientError | undefined {
    const details = { operation, messageId, sent };
    if (this.#why === "timeout") {
      return new ClientError(
        "CLIENT_TIMEOUT",
        `${operation}: no answer within ${this.#timeoutMs} ms${sent === "maybe" ? "; it may have been taken: query before sending again" : ""}`,
        `${operation}:${this.#timeoutMs} 毫秒内没有应答${sent === "maybe" ? ";对方可能已经受理,请先查询再决定是否重发" : ""}`,
        { details },
      );
    }
    if (this.#why === "aborted") {
      return new ClientError("CLIENT_ABORTED", `${operation}: the caller gave up`, `${operation}:调用方已取消`, {
        details,
        cause: this.#caller?.reason,
      });
    }
    if (this.#why === "closed") {
      return new ClientError("CLIENT_CLOSED", `${operation}: the client was closed`, `${operation}:客户端已关闭`, {
        details,
      });
    }
    return undefined;
  }
}
