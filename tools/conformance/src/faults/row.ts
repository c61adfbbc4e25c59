// @boundaries-ignore test support is shared by all packages
import type { Postgres } from "../../../../test/support/postgres.ts";
import type { Verdict } from "../harness/suite.ts";

/** What a row of the catalogue is run with. */
export interface RowOptions {
  readonly seed: number;
  /** Share of the catalogue's figure: 1 is all of it. */
  readonly scale: number;
  /** Of the soak: how long it runs. */
  readonly hours: number | undefined;
  /** `sqlite`, or a PostgreSQL that the suite has started for itself. */
  readonly postgres: Postgres | undefined;
  /** Folder of its own, emptied afterwards. */
  readonly folder: string;
}

/** What a row found. Each verdict's counts stand in `counts`. */
export interface RowResult {
  /** Why this machine cannot run it, or a part of it. */
  readonly skipped?: string;
  readonly verdicts: readonly Verdict[];
  readonly counts: Readonly<Record<string, number>>;
}

/** A row of docs/reliability.md §9. */
export interface FaultRow {
  readonly no: number;
  readonly name: string;
  /** Which stores it is for, first the one that it takes when none is asked for; SQLite alone when absent. */
  readonly stores?: readonly ("sqlite" | "postgres")[];
  run(options: RowOptions): Promise<RowResult>;
}

/** The catalogue's figure at a scale, never less than `least`. */
export function scaled(figure: number, scale: number, least: number): number {
  return Math.max(least, Math.round(figure * scale));
}

/** Verdicts from conditions: a text tells what is wrong where one does not hold. */
export function judge(row: string, conditions: Readonly<Record<string, string | null>>): Verdict[] {
  return Object.entries(conditions).map(([name, failure]) => ({ name: `${row}: ${name}`, failure }));
}

/** A condition: what is wrong, or nothing. */
export function unless(ok: boolean, text: string): string | null {
  return ok ? null : text;
}

/** Numbers that look random and come from the seed: in `[0, limit)`. */
export function seeded(seed: number): (limit: number) => number {
  let state = (seed ^ 0x9e3779b9) >>> 0;
  return (limit) => {
    // mulberry32
    state = (state + 0x6d2b79f5) >>> 0;
    let t = state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return Math.floor((((t ^ (t >>> 14)) >>> 0) / 2 ** 32) * limit);
  };
}

/** Milliseconds, as a promise. */
export function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}

/** Waits until nothing is left of what `count` tells; gives up when it has not become less for `ms`. */
export async function untilNone(count: () => Promise<number>, ms: number): Promise<boolean> {
  let least = Number.POSITIVE_INFINITY;
  for (let end = performance.now() + ms; performance.now() < end; await pause(50)) {
    const left = await count();
    if (left === 0) return true;
    if (left >= least) continue;
    least = left;
    end = performance.now() + ms;
  }
  return false;
}

/** Waits until something holds; `false` when it does not in time. */
export async function until(check: () => boolean | Promise<boolean>, ms: number): Promise<boolean> {
  for (const end = performance.now() + ms; performance.now() < end; await pause(50)) if (await check()) return true;
  return check();
}
