import { ClientError } from "./errors.ts";

/** A signal that fires when the time is over, the caller gives up, or the client is closed; tells which it was. */
export interface Deadline {
  readonly signal: AbortSignal;
  /** Milliseconds left. */
  left(): number;
  /** The error for the reason that fired, `undefined` while none has. */
  error(operation: string, messageId: string, sent: "no" | "maybe"): ClientError | undefined;
  /** Ends the timer. */
  clear(): void;
}

/** Starts a deadline. Timers are real: this is the network's time, not the messages'. */
export function deadline(timeoutMs: number, caller: AbortSignal | undefined, closing: AbortSignal): Deadline {
  const controller = new AbortController();
  const ends = performance.now() + timeoutMs;
  let reason: "timeout" | "aborted" | "closed" | undefined;
  const fire = (why: "timeout" | "aborted" | "closed"): void => {
    if (reason !== undefined) return;
    reason = why;
    controller.abort(new DOMException(why, why === "timeout" ? "TimeoutError" : "AbortError"));
  };
  const timer = setTimeout(() => fire("timeout"), timeoutMs);
  const onCaller = (): void => fire("aborted");
  const onClosing = (): void => fire("closed");
  if (caller?.aborted) onCaller();
  if (closing.aborted) onClosing();
  caller?.addEventListener("abort", onCaller, { once: true });
  closing.addEventListener("abort", onClosing, { once: true });
  return {
    signal: controller.signal,
    left: () => ends - performance.now(),
    clear() {
      clearTimeout(timer);
      caller?.removeEventListener("abort", onCaller);
      closing.removeEventListener("abort", onClosing);
    },
    error(operation, messageId, sent) {
      const details = { operation, messageId, sent };
      if (reason === "timeout") {
        return new ClientError(
          "CLIENT_TIMEOUT",
          `${operation}: no answer within ${timeoutMs} ms${sent === "maybe" ? "; it may have been taken: query before sending again" : ""}`,
          `${operation}:${timeoutMs} 毫秒内没有应答${sent === "maybe" ? ";对方可能已经受理,请先查询再决定是否重发" : ""}`,
          { details },
        );
      }
      if (reason === "aborted") {
        return new ClientError("CLIENT_ABORTED", `${operation}: the caller gave up`, `${operation}:调用方已取消`, {
          details,
          cause: caller?.reason,
        });
      }
      if (reason === "closed") {
        return new ClientError("CLIENT_CLOSED", `${operation}: the client was closed`, `${operation}:客户端已关闭`, {
          details,
        });
      }
      return undefined;
    },
  };
}
