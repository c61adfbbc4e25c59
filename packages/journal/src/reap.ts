import type { Context } from "./context.ts";
import { forget, markBehind } from "./memory.ts";
import { move, OUTBOX_COLUMNS, outboxRow } from "./outbox.ts";
import { endAttempt } from "./send-one.ts";
import { nowOf, num, type Query, type Row } from "./store.ts";

/** Rows looked at in one transaction. */
const BATCH = 100;

/**
 * Takes over rows whose lease is over: a send becomes in doubt, never ready again. On the machine of the owner it waits
 * until the process is gone, since one that is only stopped could still write.
 *
 * @returns How many rows were taken over.
 */
export async function reap(ctx: Context): Promise<number> {
  const rows = await ctx.store.tx(async (q) => {
    if (ctx.guard.observe(await nowOf(q), ctx.clock.monotonic()) > 0) return [];
    const found = await q(
      `select ${OUTBOX_COLUMNS}, {{NOW}} as now_ms from outbox where state in ('sending', 'resolving') and due <= {{NOW}}
        order by due, id limit ? {{SKIP}}`,
      BATCH,
    );
    const moved = [];
    for (const raw of found) {
      const row = outboxRow(raw);
      if (isHeld(ctx, row.owner, `${row.id}/${row.epoch}`)) continue;
      const now = num(raw, "now_ms");
      const isSend = row.state === "sending";
      // From now on and not from the lease's end: the owner may have been stopped for longer than its lease.
      const due = isSend ? now + ctx.timing.settleMs : now;
      const next = await move(q, row, isSend ? "send-lease-over" : "query-lease-over", ctx.owner, {
        due,
        data: { owner: row.owner },
      });
      if (!next) continue;
      await endAttempt(q, row, isSend ? "send/lease-over" : "query/lease-over", {});
      moved.push(next);
    }
    return moved;
  });
  for (const row of rows) ctx.emit({ type: "outbox", row });
  return rows.length;
}

function isHeld(ctx: Context, owner: string | null, mark: string): boolean {
  if (owner === null) return false;
  return owner === ctx.owner ? ctx.active.has(mark) : ctx.isOwnerAlive(owner);
}

/**
 * After a restore: nothing is sent before the remote was asked about it. In parts, since a transaction has its time; the
 * marks go with the last of them, and until then nobody sends.
 */
export async function afterRestore(ctx: Context): Promise<number> {
  const last = await ctx.store.tx(async (q) => {
    // The first look at the store's clock comes with the start: from here on a jump is noticed.
    ctx.guard.observe(await nowOf(q), ctx.clock.monotonic());
    const [mark] = await q("select value from meta where name = 'restored'");
    if (!mark) return undefined;
    await markBehind(q, ctx.owner);
    const [top] = await q("select coalesce(max(id), 0) as id from outbox");
    return num(top as Row, "id");
  });
  if (last === undefined) return 0;
  let open = 0;
  for (let from = 0; ; ) {
    const ids = await ctx.store.tx((q) => doubt(ctx, q, from, last));
    open += ids.length;
    if (ids.length < BATCH) return open;
    from = ids.at(-1) ?? last;
  }
}

/** Makes the next open rows doubtful; with the last of them the restore is over. Gives their ids. */
async function doubt(ctx: Context, q: Query, from: number, last: number): Promise<number[]> {
  const open = await q(
    `select ${OUTBOX_COLUMNS} from outbox where state in ('ready', 'sending', 'resolving') and id > ? and id <= ? order by id limit ?`,
    from,
    last,
    BATCH,
  );
  const due = (await nowOf(q)) + ctx.timing.settleMs;
  for (const raw of open) await move(q, outboxRow(raw), "restored", ctx.owner, { due });
  if (open.length < BATCH) {
    await q("delete from meta where name = 'restored'");
    await forget(q);
  }
  return open.map((raw) => num(raw, "id"));
}
