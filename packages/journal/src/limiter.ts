import { num, type Query, type Row } from "./store.ts";

/** What a limiter allows. */
export interface Limit {
  /** Grants in the long run, per 1,000 ms. */
  readonly perSecond: number;
  /** Grants that may follow each other at once after a pause. */
  readonly burst: number;
}

/**
 * Takes a place of every limiter named, or of none: the generic cell rate algorithm on one row each, shared by all
 * workers. The row holds the theoretical arrival time of the next grant.
 *
 * @returns 0 when granted, else the milliseconds to wait.
 */
export async function take(q: Query, limits: readonly (readonly [name: string, limit: Limit])[]): Promise<number> {
  let wait = 0;
  for (const [name, limit] of limits) {
    // The update takes the row's lock where there are several writers, and makes the row on its first use.
    const [row] = await q(
      `insert into limiter(name, tat) values(?, 0) on conflict(name) do update set tat = limiter.tat
        returning tat, {{NOW}} as now`,
      name,
    );
    wait = Math.max(wait, waitOf(num(row as Row, "tat"), num(row as Row, "now"), limit));
  }
  if (wait > 0) return Math.ceil(wait);
  for (const [name, limit] of limits)
    await q(
      "update limiter set tat = case when tat > {{NOW}} then tat else {{NOW}} end + ? where name = ?",
      Math.ceil(1000 / limit.perSecond),
      name,
    );
  return 0;
}

/** Milliseconds until a limiter grants again. A clock set back must not close it for longer than a full burst takes. */
export function waitOf(tat: number, now: number, limit: Limit): number {
  const interval = Math.ceil(1000 / limit.perSecond);
  const wait = tat - interval * (limit.burst - 1) - now;
  return Math.min(Math.max(0, wait), interval * limit.burst);
}
