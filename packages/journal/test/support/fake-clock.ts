import type { Clock } from "../../src/index.ts";

/** A clock that stands still until it is moved. */
export class FakeClock implements Clock {
  #now = Date.parse("2026-03-02T09:30:00+08:00");
  #monotonic = 0;
  #sleepers: { readonly at: number; readonly wake: () => void }[] = [];

  now(): number {
    return this.#now;
  }

  monotonic(): number {
    return this.#monotonic;
  }

  async sleep(ms: number, signal?: AbortSignal): Promise<void> {
    if (signal?.aborted) return;
    await new Promise<void>((resolve) => {
      this.#sleepers.push({ at: this.#monotonic + ms, wake: resolve });
      signal?.addEventListener("abort", () => resolve(), { once: true });
    });
  }

  /** Moves both clocks and wakes who is due. */
  advance(ms: number): void {
    this.#now += ms;
    this.#monotonic += ms;
    const due = this.#sleepers.filter((one) => one.at <= this.#monotonic);
    this.#sleepers = this.#sleepers.filter((one) => one.at > this.#monotonic);
    for (const one of due) one.wake();
  }

  /** Sets the wall clock alone, as a person or NTP does. */
  shiftWall(ms: number): void {
    this.#now += ms;
  }
}
