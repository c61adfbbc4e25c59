import { SandboxError } from "./errors.ts";

/** When a virtual clock starts, unless told otherwise: 2026-03-02 09:30:00 in Beijing, a Monday. */
export const DEFAULT_START: string = "2026-03-02T09:30:00+08:00";

/**
 * Time of a sandbox. A virtual clock stands still until it is advanced, so that the same script gives the same bytes;
 * `real` runs with the machine's clock, for peers that cannot be given a clock, and can be advanced as well.
 */
export type ClockChoice = "virtual" | "real" | { readonly start: string | number | Date };

/** The clock behind the sandbox. */
export class SandboxClock {
  readonly real: boolean;
  #base: number;

  constructor(choice: ClockChoice = "virtual") {
    this.real = choice === "real";
    if (choice === "real") this.#base = 0;
    else this.#base = Number(new Date(typeof choice === "object" ? choice.start : DEFAULT_START));
    if (!Number.isFinite(this.#base)) {
      throw new SandboxError("SANDBOX_OPTIONS", "clock.start is no time", "clock.start 不是有效时间", {
        setting: "clock",
      });
    }
  }

  /** Milliseconds since 1970. */
  now(): number {
    return this.real ? Date.now() + this.#base : this.#base;
  }

  /** Moves to a later time; never back. */
  moveTo(ms: number): void {
    const step = ms - this.now();
    if (step > 0) this.#base += step;
  }

  /** Sets a virtual clock, for restoring; a real one keeps the machine's time. */
  set(ms: number): void {
    if (!this.real) this.#base = ms;
  }
}
