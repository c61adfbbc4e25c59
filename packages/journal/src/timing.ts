import { JournalError } from "./errors.ts";

/** Times of the outbox in milliseconds. */
export interface Timing {
  /** For one request, default 30,000. */
  readonly requestMs: number;
  /** For how long a claimed row belongs to its worker, default 90,000; more than `requestMs`. */
  readonly leaseMs: number;
  /**
   * How long after the end of a lease a request may still show up in the query, default 600,000. Never less than the
   * longest delay measured between a request's last byte and its showing up.
   */
  readonly settleMs: number;
  /** Resends of one revision before a person is asked, default 2. */
  readonly resends: number;
  /** Pauses after a query that failed, default 1, 2, 5, 10, 30 minutes; the last repeats. */
  readonly queryPausesMs: readonly number[];
  /** Pauses after a send of which nothing left, default 1, 2, 5, 10, 30, 60 s; the last repeats. */
  readonly sendPausesMs: readonly number[];
  /** Pauses after a push's handler failed, default 1, 5, 30 s, 1, 2, 5, 10, 30, 60 minutes. */
  readonly pushPausesMs: readonly number[];
  /** Tries of a push's handler before it is dead, default 10. */
  readonly pushTries: number;
}

const MINUTE = 60_000;

export const DEFAULT_TIMING: Timing = {
  requestMs: 30_000,
  leaseMs: 90_000,
  settleMs: 10 * MINUTE,
  resends: 2,
  queryPausesMs: [1, 2, 5, 10, 30].map((minutes) => minutes * MINUTE),
  sendPausesMs: [1_000, 2_000, 5_000, 10_000, 30_000, 60_000],
  pushPausesMs: [1_000, 5_000, 30_000, ...[1, 2, 5, 10, 30, 60].map((minutes) => minutes * MINUTE)],
  pushTries: 10,
};

/** Fills in the defaults. @throws {@link JournalError} `JOURNAL_OPTIONS`. */
export function resolveTiming(given: Partial<Timing> = {}): Timing {
  const timing = { ...DEFAULT_TIMING, ...given };
  if (!(timing.requestMs > 0) || !(timing.settleMs >= 0) || !(timing.leaseMs > timing.requestMs))
    throw new JournalError(
      "JOURNAL_OPTIONS",
      "timing needs requestMs > 0, leaseMs > requestMs and settleMs >= 0",
      "timing 需要 requestMs > 0、leaseMs > requestMs、settleMs ≥ 0",
    );
  return timing;
}

/** The pause after the `count`th failure in a row, from 1. */
export function pauseAfter(pauses: readonly number[], count: number): number {
  return pauses[Math.min(count, pauses.length) - 1] ?? 0;
}
