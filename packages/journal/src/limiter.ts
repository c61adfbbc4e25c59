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
 * this comes last in it.
 *
 * @throws {@link NotGranted} when one of them does not grant, with the milliseconds to wait.
 */
export async function take(q: Query, limits: readonly NamedLimit[]): Promise<void> {
  for (const [name, limit] of limits) {
    const { interval, tolerance, cap } = figures(limit);
    const granted = await q(
      `insert into limiter(name, tat) values(?, {{NOW}} + ?)
        on conflict(name) do update set tat =
          case when limiter.tat > {{NOW}} + ? then {{NOW}} + ? when limiter.tat > {{NOW}} then limiter.tat else {{NOW}} end + ?
        where limiter.tat <= {{NOW}} + ? or limiter.tat > {{NOW}} + ?
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
export async function waitFor(q: Query, limits: readonly NamedLimit[]): Promise<number> {
  let wait = 0;
  for (const [name, limit] of limits) {
    const [row] = await q("select tat, {{NOW}} as now from limiter where name = ?", name);
    if (row) wait = Math.max(wait, waitOf(num(row, "tat"), num(row, "now"), limit));
  }
  return wait;
}

/** Milliseconds until a limiter grants again. An arrival further off than any grant puts it means a clock set back. */
export function waitOf(tat: number, now: number, limit: Limit): number {
  const { tolerance, cap } = figures(limit);
  return tat > now + cap ? 0 : Math.max(0, tat - tolerance - now);
}

function figures(limit: Limit): { readonly interval: number; readonly tolerance: number; readonly cap: number } {
  const interval = Math.ceil(1000 / limit.perSecond);
  return { interval, tolerance: interval * (limit.burst - 1), cap: interval * limit.burst };
}
