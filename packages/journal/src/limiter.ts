import { num, type Query } from "./store.ts";

/** What a limiter allows. */
export interface Limit {
  /** Grants in the long run, per 1,000 ms. */
  readonly perSecond: number;
  /** Grants that may follow each other at once after a pause. */
  readonly burst: number;
}

/** A limiter's row and what it allows. */
export type NamedLimit = readonly [name: string, limit: Limit];

/** Ends a transaction whose limiter did not grant: what was written in it is undone. */
export class NotGranted extends Error {
  readonly waitMs: number;

  constructor(waitMs: number) {
    super("not granted");
    this.waitMs = waitMs;
  }
}

/**
 * Takes a place of every limiter named: the generic cell rate algorithm, one statement on one row each, shared by all
 * workers. The row holds the theoretical arrival time of the next grant; its lock is held until the transaction ends, so
 * this comes last in it. Time is told when the lock is held: who waited for it would find a grant of his own future, and
 * take that for a clock set back.
 *
 * @throws {@link NotGranted} when one of them does not grant, with the milliseconds to wait.
 */
export async function take(q: Query, limits: readonly NamedLimit[]): Promise<void> {
  for (const [name, limit] of limits) {
    const { interval, tolerance, cap } = figures(limit);
    const granted = await q(
      `insert into limiter(name, tat) values(?, {{CLOCK}} + ?)
        on conflict(name) do update set tat =
          case when limiter.tat > {{CLOCK}} + ? then {{CLOCK}} + ? when limiter.tat > {{CLOCK}} then limiter.tat else {{CLOCK}} end + ?
        where limiter.tat <= {{CLOCK}} + ? or limiter.tat > {{CLOCK}} + ?
        returning tat`,
      name,
      interval,
      cap,
      cap - interval,
      interval,
      tolerance,
      cap,
    );
    if (granted.length === 0) throw new NotGranted(Math.max(1, await waitFor(q, [[name, limit]])));
  }
}

/** Milliseconds until all limiters would grant, without taking anything or waiting for a lock. */
export async function waitFor(q: Query, limits: readonly NamedLimit[], free = 1): Promise<number> {
  let wait = 0;
  for (const [name, limit] of limits) {
    const [row] = await q("select tat, {{CLOCK}} as now from limiter where name = ?", name);
    if (row) wait = Math.max(wait, waitOf(num(row, "tat"), num(row, "now"), limit, free));
  }
  return wait;
}

/**
 * Milliseconds until half of the burst is free: for who stands last in the order of service. As long as others take all that
 * is granted, that is never.
 */
export async function waitForSpare(q: Query, [name, limit]: NamedLimit): Promise<number> {
  return waitFor(q, [[name, limit]], Math.ceil(limit.burst / 2));
}

/**
 * Milliseconds until a limiter would grant `free` times at once. An arrival further off than any grant puts it means a clock
 * set back.
 */
export function waitOf(tat: number, now: number, limit: Limit, free = 1): number {
  const { interval, tolerance, cap } = figures(limit);
  return tat > now + cap ? 0 : Math.max(0, tat - tolerance + (free - 1) * interval - now);
}

function figures(limit: Limit): { readonly interval: number; readonly tolerance: number; readonly cap: number } {
  const interval = Math.ceil(1000 / limit.perSecond);
  return { interval, tolerance: interval * (limit.burst - 1), cap: interval * limit.burst };
}
