import type { Context } from "./context.ts";
import { addFinding, type FindingKind } from "./findings.ts";
import { verifyLedger } from "./ledger.ts";
import { type NamedLimit, NotGranted, take, waitForSpare } from "./limiter.ts";
import { OUTBOX_COLUMNS, type OutboxRow, outboxRow, streamOf } from "./outbox.ts";
import type { Difference, Peer } from "./peer.ts";
import { ask } from "./resolve-one.ts";
import { keepResult } from "./results.ts";

/** What to compare. */
export interface ReconcileOptions {
  /** Milliseconds since 1970: documents changed since then. */
  readonly since: number;
  /** Without a result for longer than this a document is `stale`, default 72 h. */
  readonly staleMs?: number;
  /**
   * Leaves out what was compared a short while ago: `openMs` ago, or `settledMs` ago where the remote had a final result
   * then. Everything is compared by default.
   */
  readonly again?: { readonly openMs: number; readonly settledMs: number };
  /** Milliseconds since 1970: what the remote lists as changed since then is looked up here; default `since`. */
  readonly listSince?: number;
  /** So long after a query showed a result its push may still come, default 1 h. */
  readonly missedMs?: number;
  readonly signal?: AbortSignal;
}

/** What was compared and found. */
export interface ReconcileReport {
  readonly asked: number;
  readonly failed: number;
  readonly listed: number;
  /** Final results that were not known from a query yet; those that no push tells in time go into the inbox. */
  readonly results: number;
  readonly found: readonly {
    readonly kind: FindingKind;
    readonly stream: string;
    readonly differences?: readonly Difference[];
  }[];
}

const PAGE = 100;
const STALE_MS = 72 * 3_600_000;
const MISSED_MS = 3_600_000;

/**
 * Compares what was accepted with what the remote says. Results of which no push comes are repaired, through the inbox;
 * every other difference goes to a person.
 */
export async function reconcile(ctx: Context, peer: Peer, options: ReconcileOptions): Promise<ReconcileReport> {
  const found: { kind: FindingKind; stream: string; differences?: readonly Difference[] }[] = [];
  let asked = 0;
  let failed = 0;
  let results = 0;
  const note = async (kind: FindingKind, stream: string, differences?: readonly Difference[]): Promise<void> => {
    found.push({ kind, stream, ...(differences ? { differences } : {}) });
    await ctx.store.tx((q) => addFinding(ctx, q, { kind, stream, ...(differences ? { differences } : {}) }));
  };
  for await (const row of acceptedSince(ctx, peer, options)) {
    if (options.signal?.aborted) break;
    await pace(ctx, peer, options.signal);
    const answer = await ask(ctx, peer, row, ctx.timing.requestMs);
    asked++;
    if (answer.kind === "failed") failed++;
    else await remember(ctx, row, answer.kind === "same" && answer.isOpen !== true);
    // What differs is for a person, and so is its result.
    if (answer.kind === "same" && answer.result) {
      const isNew = await keepResult(ctx, peer, row, answer.result, options.missedMs ?? MISSED_MS);
      if (isNew) results++;
    }
    if (answer.kind === "absent") await note("missing", streamOf(row.id));
    if (answer.kind === "differs") await note("mismatch", streamOf(row.id), answer.differences ?? []);
    const age = ctx.clock.now() - row.updated;
    if (answer.kind === "same" && answer.isOpen && age > (options.staleMs ?? STALE_MS))
      await note("stale", streamOf(row.id));
  }
  const listed = await orphans(ctx, peer, options, note);
  const { faults } = await verifyLedger(ctx.store);
  for (const stream of new Set(faults.map((fault) => fault.stream))) await note("chain", stream);
  return { asked, failed, listed, results, found };
}

/** When a document was compared, and whether nothing more is expected of it. */
async function remember(ctx: Context, row: OutboxRow, isSettled: boolean): Promise<void> {
  await ctx.store.tx((q) =>
    q("update outbox set compared = {{NOW}}, settled = ? where id = ?", isSettled ? 1 : 0, row.id),
  );
}

/** The newest accepted revision of each document, in order of their change. */
async function* acceptedSince(ctx: Context, peer: Peer, { since, again }: ReconcileOptions): AsyncGenerator<OutboxRow> {
  let at = since;
  let id = 0;
  for (;;) {
    const rows = await ctx.store.tx((q) =>
      q(
        `select ${OUTBOX_COLUMNS} from outbox o where state = 'accepted' and (updated, id) > (?, ?)
          and (compared is null or compared <= case when settled = 1 then {{NOW}} - ? else {{NOW}} - ? end)
          and (tenant = ? or substr(tenant, 1, ?) = ?)
          and not exists (select 1 from outbox n where n.tenant = o.tenant and n.op = o.op and n.bkey = o.bkey
            and n.rev > o.rev and n.state = 'accepted')
          order by updated, id limit ?`,
        at - 1,
        id,
        again?.settledMs ?? 0,
        again?.openMs ?? 0,
        peer.provider,
        peer.provider.length + 1,
        `${peer.provider}/`,
        PAGE,
      ),
    );
    for (const raw of rows) {
      const row = outboxRow(raw);
      at = row.updated + 1;
      id = row.id;
      yield row;
    }
    if (rows.length < PAGE) return;
  }
}

async function orphans(
  ctx: Context,
  peer: Peer,
  options: ReconcileOptions,
  note: (kind: FindingKind, stream: string) => Promise<void>,
): Promise<number> {
  if (!peer.list) return 0;
  let listed = 0;
  const signal = options.signal ?? new AbortController().signal;
  for await (const { op, key } of peer.list(options.listSince ?? options.since, ctx.clock.now(), signal)) {
    listed++;
    const known = await ctx.store.tx((q) => q("select id from outbox where op = ? and bkey = ? limit 1", op, key));
    if (known.length === 0) await note("orphan", `${peer.provider}/${op}/${key}`);
  }
  return listed;
}

/** The reconciler stands last in the order of service: it takes what the others leave of the pace. */
async function pace(ctx: Context, peer: Peer, signal: AbortSignal | undefined): Promise<void> {
  const limit: NamedLimit = [`provider/${peer.provider}`, ctx.limits.provider];
  for (;;) {
    const wait = await ctx.store
      .tx(async (q) => {
        const until = await waitForSpare(q, limit);
        if (until > 0) throw new NotGranted(until);
        await take(q, [limit]);
        return 0;
      })
      .catch((error: unknown) => {
        if (error instanceof NotGranted) return error.waitMs;
        throw error;
      });
    if (wait === 0 || signal?.aborted) return;
    await ctx.clock.sleep(wait, signal);
  }
}
