import type { Clock } from "@coo/journal";
import { seeded } from "../faults/row.ts";

/** When the simulated time begins. */
export const BEGIN: number = Date.parse("2026-03-02T09:30:00+08:00");

const HOUR = 3_600_000;

/** A process of a simulated machine: what it waits for is lost when it is killed. */
export interface Process {
  readonly name: string;
  isAlive: boolean;
  /** Until then nothing of it runs: it is stopped, or its machine is. */
  pausedUntil: number;
  /** How far its wall clock is off. */
  readonly skewMs: number;
  readonly started: number;
}

interface Point {
  readonly process: Process | undefined;
  readonly at: number;
  readonly wake: () => void;
  /** Stops listening: Node keeps every combined signal alive that somebody listens to. */
  readonly release: () => void;
}

/** Thrown when a history takes more steps than any sound one. */
export class Endless extends Error {}

/**
 * Time and order of everything that happens in one history. Code under trial runs until it waits for a point; which
 * point comes next, and when, is drawn from the seed.
 */
export class World {
  now = 0;
  /** Points passed so far; a crash can be ordered at any of them. */
  steps = 0;
  /** Whether anything may go wrong. */
  isRough = true;
  /** How far the machine's wall clock has been set; the monotonic one knows nothing of it. */
  wallMs = 0;
  /** The furthest that it ever was ahead. */
  #furthestMs = 0;
  readonly draw: (limit: number) => number;
  /** Called before a point of a process is passed; `false` when the process is gone. */
  onPoint: (process: Process) => boolean = () => true;
  readonly #points = new Set<Point>();

  constructor(seed: number) {
    this.draw = seeded(seed);
  }

  /** One time in `n`, while things go wrong. */
  oneIn(n: number): boolean {
    return this.isRough && this.draw(n) === 0;
  }

  /** Sets the wall clock of the machine, by whole hours. */
  setWall(hours: number): void {
    this.wallMs = hours * HOUR;
    this.#furthestMs = Math.max(this.#furthestMs, this.wallMs);
  }

  /** Simulated time at which the store's clock showed `at`, whatever it was set to then: a history is shorter than an hour. */
  timeOf(at: number): number {
    return (((at - BEGIN) % HOUR) + HOUR) % HOUR;
  }

  /** Sets it to where nothing that was written down lies in the future. */
  settleWall(): void {
    this.wallMs = this.#furthestMs;
  }

  /** Waits for `ms` of simulated time, or until the signal fires. Nothing comes back to a process that is gone. */
  async wait(ms: number, process?: Process, signal?: AbortSignal): Promise<void> {
    await new Promise<void>((resolve) => {
      if (process?.isAlive === false) return;
      const early = (): void => void (this.#drop(point) && process?.isAlive !== false && resolve());
      const point: Point = {
        process,
        at: this.now + Math.max(0, ms),
        wake: resolve,
        release: () => signal?.removeEventListener("abort", early),
      };
      this.#points.add(point);
      if (signal?.aborted) early();
      else signal?.addEventListener("abort", early, { once: true });
    });
  }

  /** A moment in which anything else may come first. */
  moment(process?: Process): Promise<void> {
    return this.wait(this.draw(3), process);
  }

  /** Kills a process: whatever it waits for never comes. */
  kill(process: Process): void {
    process.isAlive = false;
    for (const point of this.#points) if (point.process === process) this.#drop(point);
  }

  /** Lets time pass until `isOver`, or until `limit` of simulated time; `false` in that case. */
  async run(isOver: () => boolean, limit: number): Promise<boolean> {
    for (let count = 0; ; count++) {
      await settled();
      if (isOver()) return true;
      const next = this.#next();
      if (next === undefined || this.#time(next) > limit) return false;
      if (count > 200_000) throw new Endless("more than 200,000 steps");
      this.now = Math.max(this.now, this.#time(next));
      this.steps++;
      if (next.process && !this.onPoint(next.process)) continue;
      // What was just stopped waits for its turn.
      if (this.#time(next) > this.now) continue;
      this.#drop(next);
      next.wake();
    }
  }

  /** Clock of a process: its wall may be off, its monotonic one starts with it. */
  clockOf(process: Process): Clock {
    return {
      now: () => BEGIN + this.now + this.wallMs + process.skewMs,
      monotonic: () => this.now - process.started,
      sleep: (ms, signal) => this.wait(ms, process, signal),
    };
  }

  /** The end of the history: nothing is waited for any more. */
  end(): void {
    for (const point of this.#points) this.#drop(point);
  }

  #drop(point: Point): boolean {
    point.release();
    return this.#points.delete(point);
  }

  #time(point: Point): number {
    return Math.max(point.at, point.process?.pausedUntil ?? 0);
  }

  #next(): Point | undefined {
    let first: Point | undefined;
    let same = 1;
    for (const point of this.#points) {
      const difference = first === undefined ? -1 : this.#time(point) - this.#time(first);
      if (difference < 0) {
        first = point;
        same = 1;
      } else if (difference === 0 && this.draw(++same) === 0) first = point;
    }
    return first;
  }
}

/** Everything that can go on without a point has gone on. */
function settled(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}
