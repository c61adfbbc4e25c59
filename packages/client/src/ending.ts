/** What ends an exchange before its answer is there. Costs less than an `AbortSignal`, which is made where one is needed. */
export interface Ending {
  readonly signal: AbortSignal;
  /** Why it has ended; `undefined` while it has not. */
  readonly reason: unknown;
  /** Calls `fired` when it ends, at once when it has; what is returned ends listening. */
  listen(fired: (reason: unknown) => void): () => void;
}

/** A signal as an ending. */
export function endingOf(signal: AbortSignal): Ending {
  return {
    signal,
    get reason() {
      return signal.aborted ? signal.reason : undefined;
    },
    listen(fired) {
      const on = (): void => fired(signal.reason);
      if (signal.aborted) on();
      else signal.addEventListener("abort", on, { once: true });
      return () => signal.removeEventListener("abort", on);
    },
  };
}
