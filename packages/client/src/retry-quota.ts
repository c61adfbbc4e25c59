/**
 * How many repeats a client may still make. Each costs, successes give back: when the remote is down, repeats end by
 * themselves instead of making it worse.
 */
export interface RetryQuota {
  /** Takes what a repeat costs; `false` when there is not enough. */
  take(isTimeout: boolean): boolean;
  /** After a call that succeeded. */
  success(): void;
}

const TOKENS = 500;
const RETRY = 5;
const TIMEOUT = 10;

/** A full quota: 500 tokens, 5 a repeat, 10 after a time-out, one back for each success. */
export function retryQuota(): RetryQuota {
  let tokens = TOKENS;
  return {
    take(isTimeout) {
      const cost = isTimeout ? TIMEOUT : RETRY;
      if (tokens < cost) return false;
      tokens -= cost;
      return true;
    },
    success() {
      tokens = Math.min(TOKENS, tokens + 1);
    },
  };
}
