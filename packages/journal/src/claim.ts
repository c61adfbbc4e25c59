import { gate, takeProbe } from "./breaker.ts";
import type { Context } from "./context.ts";
import { type NamedLimit, NotGranted, take, waitFor } from "./limiter.ts";
import { behind, type Mark } from "./memory.ts";
import { move, OUTBOX_COLUMNS, type OutboxRow, outboxRow } from "./outbox.ts";
import type { OperationClass, Peer } from "./peer.ts";
import { num, type Param, type Query, type Row } from "./store.ts";
import type { OutboxState } from "./transitions.ts";

/** A row that belongs to this worker until its lease ends, with the times by clocks that do not depend on the store's. */
export interface Claim {
  readonly row: OutboxRow;
  /** Milliseconds left of the lease, by the slower of two clocks: a machine that was asleep is late. */
  leftMs(): number;
}

/** A claim, or the milliseconds after which trying again makes sense. */
export type Claimed = { readonly claim: Claim } | { readonly waitMs: number };

/** Rows whose customer has to wait are put off, so that they do not stand in the way of others. */
const LOOKED_AT = 8;

const BEHIND = "behind";

/**
 * Takes the next row to be sent, in the order applications, then effects. Committed before a byte may leave.
 *
 * @throws {@link JournalError} `JOURNAL_BEHIND` when the store has lost what this process, or another one, has committed.
 */
export async function claimSend(ctx: Context, peer: Peer): Promise<Claimed> {
  const clock = startClock(ctx);
  const claimed = await granted(ctx, peer, async (q) => {
    // With the commit the others know of it as well.
    if (!(await ctx.memory.agrees(q, ctx.owner))) return BEHIND;
    const open = await gate(q, peer.provider, ctx.breaker);
    if (open.state !== "closed") return { waitMs: open.state === "open" ? Math.max(open.waitMs, 50) : 30_000 };
    for (const kind of ["submit", "effect"] as const) {
      for (let i = 0; i < LOOKED_AT; i++) {
        const found = await next(q, peer, kind, "ready");
        if (!found) break;
        const limits = limitsOf(ctx, peer, found.row);
        const wait = await waitFor(q, limits);
        if (wait === 0) {
          const { row, mark } = await hold(ctx, q, found, "claim-send", "sending");
          await take(q, limits);
          return { claim: { row, leftMs: clock }, mark };
        }
        ctx.emit({ type: "paced", provider: peer.provider, waitMs: wait });
        // Whether it is the row's own customer who has to wait, and not all of the provider's.
        if ((await waitFor(q, limits.slice(1))) === 0) return { waitMs: wait };
        await q("update outbox set due = {{NOW}} + ? where id = ?", wait, found.row.id);
      }
    }
    return { waitMs: Number.POSITIVE_INFINITY };
  });
  if (claimed === BEHIND) throw behind();
  if ("mark" in claimed) ctx.memory.keep(claimed.mark);
  return claimed;
}

/** Takes the next row to be asked about. While the breaker is open, only as its probe. */
export async function claimQuery(ctx: Context, peer: Peer): Promise<Claimed & { readonly isProbe?: boolean }> {
  const clock = startClock(ctx);
  return granted(ctx, peer, async (q) => {
    const open = await gate(q, peer.provider, ctx.breaker);
    if (open.state === "held") return { waitMs: 30_000 };
    if (open.state === "open" && open.waitMs > 0) return { waitMs: open.waitMs };
    const held = ctx.guard.observe(open.now, ctx.clock.monotonic());
    if (held > 0) return { waitMs: held };
    const found = (await next(q, peer, "submit", "in_doubt")) ?? (await next(q, peer, "effect", "in_doubt"));
    if (!found) return { waitMs: Number.POSITIVE_INFINITY };
    const limits = limitsOf(ctx, peer, found.row).slice(0, 1);
    const wait = await waitFor(q, limits);
    if (wait > 0) {
      ctx.emit({ type: "paced", provider: peer.provider, waitMs: wait });
      return { waitMs: wait };
    }
    const isProbe = open.state === "open";
    if (isProbe && !(await takeProbe(q, peer.provider, ctx.timing.leaseMs))) return { waitMs: 1_000 };
    const { row } = await hold(ctx, q, found, "claim-query", "resolving");
    await take(q, limits);
    return { claim: { row, leftMs: clock }, isProbe };
  });
}

/** A row to ask about when the breaker is open and nothing is in doubt: its state does not change by that. */
export async function claimProbe(ctx: Context, peer: Peer): Promise<OutboxRow | undefined> {
  const claimed = await granted(ctx, peer, async (q) => {
    const open = await gate(q, peer.provider, ctx.breaker);
    if (open.state !== "open" || open.waitMs > 0) return undefined;
    const found = (await next(q, peer, "submit", "ready", false)) ?? (await next(q, peer, "effect", "ready", false));
    if (!found || !(await takeProbe(q, peer.provider, ctx.timing.leaseMs))) return undefined;
    await take(q, limitsOf(ctx, peer, found.row).slice(0, 1));
    return found.row;
  });
  return claimed && "id" in claimed ? claimed : undefined;
}

/** A claim whose limiter did not grant is undone. */
async function granted<T>(
  ctx: Context,
  peer: Peer,
  claim: (q: Query) => Promise<T>,
): Promise<T | { readonly waitMs: number }> {
  try {
    return await ctx.store.tx(claim);
  } catch (error) {
    if (error instanceof NotGranted) {
      ctx.emit({ type: "paced", provider: peer.provider, waitMs: error.waitMs });
      return { waitMs: error.waitMs };
    }
    throw error;
  }
}

interface Found {
  readonly row: OutboxRow;
  readonly now: number;
}

async function next(
  q: Query,
  peer: Peer,
  kind: OperationClass,
  state: OutboxState,
  isDue = true,
): Promise<Found | undefined> {
  const ops = Object.keys(peer.operations).filter((op) => peer.operations[op] === kind);
  if (ops.length === 0) return undefined;
  const params: Param[] = [state, peer.provider, peer.provider.length + 1, `${peer.provider}/`, ...ops];
  const [found] = await q(
    `select ${OUTBOX_COLUMNS}, {{NOW}} as now_ms from outbox where state = ? and (tenant = ? or substr(tenant, 1, ?) = ?)
      and op in (${ops.map(() => "?").join(", ")}) ${isDue ? "and due <= {{NOW}}" : ""}
      order by due, id limit 1 {{SKIP}}`,
    ...params,
  );
  return found && { row: outboxRow(found), now: num(found, "now_ms") };
}

async function hold(
  ctx: Context,
  q: Query,
  { row, now }: Found,
  event: "claim-send" | "claim-query",
  kind: string,
): Promise<{ readonly row: OutboxRow; readonly mark: Mark }> {
  const leaseUntil = now + ctx.timing.leaseMs;
  const held = await move(q, row, event, ctx.owner, { owner: ctx.owner, leaseUntil, due: leaseUntil });
  // The row was read in this transaction, locked.
  if (!held) throw new Error(`outbox row ${row.id} changed under its lock`);
  const { id, epoch } = held;
  const sql = "insert into attempt(outbox_id, epoch, started, kind) values(?, ?, {{NOW}}, ?) returning started";
  const [made] = await q(sql, id, epoch, kind);
  return { row: held, mark: { id, epoch, started: num(made as Row, "started") } };
}

function limitsOf(ctx: Context, peer: Peer, row: OutboxRow): NamedLimit[] {
  return [
    [`provider/${peer.provider}`, ctx.limits.provider],
    [`tenant/${row.tenant}`, ctx.limits.tenant],
  ];
}

/** Started before the claim, so that what the claim itself takes counts as well. */
function startClock(ctx: Context): () => number {
  const monotonic = ctx.clock.monotonic();
  const wall = ctx.clock.now();
  return () => ctx.timing.leaseMs - Math.max(ctx.clock.monotonic() - monotonic, ctx.clock.now() - wall);
}
