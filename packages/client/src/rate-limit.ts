/** How many calls may leave this process. */
export interface RateLimit {
  /** Calls a second in the long run. */
  readonly perSecond: number;
  /** Calls that may follow each other at once after a pause. */
  readonly burst: number;
}

/** Flooding the real system ends the access, so this holds unless the caller says otherwise. The figures are ours. */
export const DEFAULT_RATE_LIMIT: RateLimit = { perSecond: 5, burst: 10 };

/** Tells how long the next call has to wait. */
export interface RateLimiter {
  /** Takes a place and returns the pause before the call, in milliseconds. */
  take(): number;
  /** Gives a place back that was taken and not used. */
  giveBack(): void;
}

/**
 * Generic cell rate algorithm: one number of state, no timers.
 *
 * @param limit - Positive rate and a burst of at least 1.
 * @param now - Milliseconds of a clock that never goes back.
 */
export function rateLimiter(limit: RateLimit, now: () => number): RateLimiter {
  const interval = 1000 / limit.perSecond;
  const tolerance = interval * (limit.burst - 1);
  let expected = Number.NEGATIVE_INFINITY;
  return {
    take() {
      const at = now();
      const arrival = Math.max(expected, at);
      expected = arrival + interval;
      return Math.max(0, arrival - tolerance - at);
    },
    giveBack() {
      expected -= interval;
    },
  };
}
