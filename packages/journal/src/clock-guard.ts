/**
 * Notices that the store's clock was set forward. Rows in doubt would seem to have waited for long enough although they
 * have not; so nobody asks about them, and nobody takes them over, until a lease and a settle have passed on a clock that
 * cannot be set. A clock set back only makes everything later, which is harmless.
 */
export class ClockGuard {
  readonly #holdMs: number;
  #offset: number | undefined;
  #until = Number.NEGATIVE_INFINITY;

  /** @param holdMs - For how long to wait after a jump: a lease and a settle. */
  constructor(holdMs: number) {
    this.#holdMs = holdMs;
  }

  /**
   * Compares the store's time with the monotonic one.
   *
   * @returns Milliseconds to wait before anything is concluded from the store's time; 0 when it can be trusted.
   */
  observe(storeNow: number, monotonic: number): number {
    const offset = storeNow - monotonic;
    // Whoever sees the store for the first time knows of no jump.
    if (this.#offset !== undefined && offset > this.#offset + JUMP_MS) this.#until = monotonic + this.#holdMs;
    this.#offset = offset;
    return Math.max(0, this.#until - monotonic);
  }
}

/** Further ahead than this between two looks is no drift. */
const JUMP_MS = 2_000;
