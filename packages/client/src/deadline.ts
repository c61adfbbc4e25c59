import type { Ending } from "./ending.ts";
import { ClientError } from "./errors.ts";

/** Ends when the time is over, the caller gives up, or the client is closed; tells which it was. */
export interface Deadline extends Ending {
  /** Milliseconds left. */
  left(): number;
  /** Ends it because the client was closed. */
  close(): void;
  /** The error for the reason that fired, `undefined` while none has. */
  error(operation: string, messageId: string, sent: "no" | "maybe"): ClientError | undefined;
  /** Ends the timer. */
  clear(): void;
}

type Why = "timeout" | "aborted" | "closed";

/** Starts a deadline. Timers are real: this is the network's time, not the messages'. */
export function deadline(timeoutMs: number, caller: AbortSignal | undefined): Deadline {
  const ends = performance.now() + timeoutMs;
  let why: Why | undefined;
  let reason: DOMException | undefined;
  let controller: AbortController | undefined;
  let listeners: readonly ((reason: unknown) => void)[] = [];
  const fire = (given: Why): void => {
    if (why !== undefined) return;
    why = given;
    reason = new DOMException(given, given === "timeout" ? "TimeoutError" : "AbortError");
    controller?.abort(reason);
    for (const fired of listeners) fired(reason);
  };
  const timer = setTimeout(() => fire("timeout"), timeoutMs);
  const onCaller = (): void => fire("aborted");
  if (caller?.aborted) onCaller();
  else caller?.addEventListener("abort", onCaller, { once: true });
  return {
    get signal() {
      if (controller === undefined) {
        controller = new AbortController();
        if (reason !== undefined) controller.abort(reason);
      }
      return controller.signal;
    },
    get reason() {
      return reason;
    },
    listen(fired) {
      if (reason !== undefined) fired(reason);
      else listeners = [...listeners, fired];
      return () => {
        listeners = listeners.filter((one) => one !== fired);
      };
    },
    left: () => ends - performance.now(),
    close: () => fire("closed"),
    clear() {
      clearTimeout(timer);
      caller?.removeEventListener("abort", onCaller);
    },
    error(operation, messageId, sent) {
      const details = { operation, messageId, sent };
      if (why === "timeout") {
        return new ClientError(
          "CLIENT_TIMEOUT",
          `${operation}: no answer within ${timeoutMs} ms${sent === "maybe" ? "; it may have been taken: query before sending again" : ""}`,
          `${operation}:${timeoutMs} 毫秒内没有应答${sent === "maybe" ? ";对方可能已经受理,请先查询再决定是否重发" : ""}`,
          { details },
        );
      }
      if (why === "aborted") {
        return new ClientError("CLIENT_ABORTED", `${operation}: the caller gave up`, `${operation}:调用方已取消`, {
          details,
          cause: caller?.reason,
        });
      }
      if (why === "closed") {
        return new ClientError("CLIENT_CLOSED", `${operation}: the client was closed`, `${operation}:客户端已关闭`, {
          details,
        });
      }
      return undefined;
    },
  };
}
