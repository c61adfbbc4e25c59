import { readFileSync, writeFileSync } from "node:fs";

/** The peak of this process's resident memory, counted from a moment on. */
export class PeakMemory {
  #base = 0;

  /** Counts from here, after a collection where `--expose-gc` allows one. */
  restart(): void {
    globalThis.gc?.();
    try {
      writeFileSync("/proc/self/clear_refs", "5");
    } catch {
      this.#base = 0;
      return;
    }
    this.#base = statusOf("VmRSS");
  }

  /** Bytes by which the peak since the last restart exceeds what was held then; 0 where the system does not tell. */
  get grown(): number {
    return this.#base === 0 ? 0 : statusOf("VmHWM") - this.#base;
  }
}

/** Value of a line of the process's status, in bytes. */
function statusOf(name: string): number {
  try {
    const match = new RegExp(`^${name}:\\s*(\\d+) kB`, "m").exec(readFileSync("/proc/self/status", "utf8"));
    return Number(match?.[1] ?? 0) * 1024;
  } catch {
    return 0;
  }
}
