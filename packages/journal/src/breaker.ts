import { num, numOrNull, type Query, text, textOrNull } from "./store.ts";

/** What the breaker of a provider lets through, and the store's time. */
export type Gate = { readonly now: number } & (
  | { readonly state: "closed" }
  /** Nothing before `waitMs` are over, then one query. */
  | { readonly state: "open"; readonly waitMs: number }
  /** Nothing until a person closes it. */
  | { readonly state: "held" }
);

/** When a breaker opens and how long it stays so. */
export interface BreakerSettings {
  /** Unclear results in a row that open it. */
  readonly inRow: number;
  /** Unclear results among the last 20 that open it. */
  readonly ofTwenty: number;
  /** Milliseconds until a query probes. */
  readonly pauseMs: number;
}

export const DEFAULT_BREAKER: BreakerSettings = { inRow: 5, ofTwenty: 10, pauseMs: 60_000 };

/** A history of no results: a one in front of which nothing stands. */
const EMPTY = 1;
const TWENTY = 20;

/**
 * The last twenty results as one number: a leading one, then a bit each, the newest last, one for unclear.
 */
export function remember(history: number, unclear: boolean): number {
  const next = ((history === 0 ? EMPTY : history) << 1) | (unclear ? 1 : 0);
  const top = 1 << TWENTY;
  return next < top * 2 ? next : (next & (top - 1)) | top;
}

/** Whether a history opens the breaker. */
export function opens(history: number, settings: BreakerSettings = DEFAULT_BREAKER): boolean {
  const row = (1 << settings.inRow) - 1;
  // The leading one is no result.
  const length = 31 - Math.clz32(history === 0 ? EMPTY : history);
  const results = history & ((1 << length) - 1);
  if (length >= settings.inRow && (results & row) === row) return true;
  return length >= TWENTY && ones(results) >= settings.ofTwenty;
}

/** What the breaker lets through now. */
export async function gate(q: Query, name: string, settings: BreakerSettings): Promise<Gate> {
  const [row] = await q(
    "select clock.now, breaker.state, breaker.since from (select {{NOW}} as now) clock left join breaker on breaker.name = ?",
    name,
  );
  const now = row ? num(row, "now") : 0;
  const state = row && textOrNull(row, "state");
  if (!row || state === null || state === "closed") return { state: "closed", now };
  if (state === "held") return { state: "held", now };
  const left = num(row, "since") + settings.pauseMs - now;
  // A clock set back must not keep it open for longer than its pause.
  return { state: "open", waitMs: Math.min(Math.max(0, left), settings.pauseMs), now };
}

/** Takes the one probe of an open breaker whose pause is over; `false` when another worker has it. */
export async function takeProbe(q: Query, name: string, leaseMs: number): Promise<boolean> {
  const rows = await q(
    `update breaker set probe = {{NOW}} where name = ? and state = 'open' and (probe is null or probe < {{NOW}} - ?)
      returning name`,
    name,
    leaseMs,
  );
  return rows.length > 0;
}

/** Writes a result down. A clear one closes an open breaker; unclear ones open it. Gives the state afterwards. */
export async function record(q: Query, name: string, unclear: boolean, settings: BreakerSettings): Promise<string> {
  const [row] = await q(
    `insert into breaker(name, state, since, failures, probe) values(?, 'closed', {{NOW}}, ?, null)
      on conflict(name) do update set name = excluded.name returning state, failures, probe`,
    name,
    EMPTY,
  );
  const state = row ? text(row, "state") : "closed";
  if (state === "held") return state;
  const history = remember(row ? num(row, "failures") : EMPTY, unclear);
  if (state === "open") {
    // Only the probe judges an open breaker; what was under way when it opened is only remembered.
    if (!unclear) await set(q, name, "closed", EMPTY);
    else if (row && numOrNull(row, "probe") !== null) await set(q, name, "open", history);
    else await q("update breaker set failures = ? where name = ?", history, name);
    return unclear ? "open" : "closed";
  }
  if (opens(history, settings)) {
    await set(q, name, "open", history);
    return "open";
  }
  await q("update breaker set failures = ? where name = ?", history, name);
  return "closed";
}

/** Opens it until a person closes it, for a wrong provider code or signature: going on would only repeat the mistake. */
export async function hold(q: Query, name: string): Promise<void> {
  await q(
    `insert into breaker(name, state, since, failures, probe) values(?, 'held', {{NOW}}, 1, null)
      on conflict(name) do update set state = 'held', since = excluded.since, probe = null`,
    name,
  );
}

/** Closes it, as a person may. */
export async function close(q: Query, name: string): Promise<boolean> {
  const rows = await q(
    "update breaker set state = 'closed', since = {{NOW}}, failures = 1, probe = null where name = ? returning name",
    name,
  );
  return rows.length > 0;
}

async function set(q: Query, name: string, state: string, history: number): Promise<void> {
  await q(
    "update breaker set state = ?, since = {{NOW}}, failures = ?, probe = null where name = ?",
    state,
    history,
    name,
  );
}

function ones(bits: number): number {
  let count = 0;
  for (let rest = bits; rest !== 0; rest &= rest - 1) count++;
  return count;
}
