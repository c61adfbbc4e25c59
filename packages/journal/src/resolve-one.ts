import { hold, record } from "./breaker.ts";
import { claimProbe, claimQuery } from "./claim.ts";
import { type Context, DID, type Step } from "./context.ts";
import { addFinding } from "./findings.ts";
import { move, type OutboxRow, streamOf } from "./outbox.ts";
import type { Peer, QueryResult } from "./peer.ts";
import { endAttempt, trailing } from "./send-one.ts";
import { bytes, nowOf, type Query, text } from "./store.ts";
import { pauseAfter } from "./timing.ts";

/** Asks about one row in doubt and writes down what is known of it. */
export async function resolveOne(ctx: Context, peer: Peer): Promise<Step> {
  const claimed = await claimQuery(ctx, peer);
  if (!("claim" in claimed)) {
    const probed = await probe(ctx, peer);
    return probed ? DID : { did: false, waitMs: claimed.waitMs };
  }
  const { row } = claimed.claim;
  const mark = `${row.id}/${row.epoch}`;
  ctx.active.add(mark);
  ctx.more("resolver");
  try {
    const result = await ask(ctx, peer, row, Math.min(ctx.timing.requestMs, claimed.claim.leftMs()));
    const moved = await settle(ctx, peer, row, result);
    if (moved) ctx.emit({ type: "outbox", row: moved });
  } finally {
    ctx.active.delete(mark);
  }
  return DID;
}

/** Asks the remote about a row, within a time. A query that throws has failed. */
export async function ask(ctx: Context, peer: Peer, row: OutboxRow, timeoutMs: number): Promise<QueryResult> {
  const previous = await ctx.store.tx((q) => previousContent(q, row));
  const ended = new AbortController();
  const late = new AbortController();
  void ctx.clock.sleep(Math.max(0, timeoutMs), ended.signal).then(() => late.abort());
  const start = ctx.clock.monotonic();
  const { id, op, trace, resends: repeats } = row;
  const query = async (): Promise<QueryResult> => {
    try {
      return await peer.query({ row, previous, signal: late.signal });
    } catch (error) {
      return { kind: "failed", reason: error instanceof Error ? error.message : String(error) };
    } finally {
      ended.abort();
    }
  };
  const result = await ctx.observer.act({ kind: "query", op, id, repeats, trace }, query, (one) => one.kind);
  ctx.emit({ type: "attempt", kind: "query", op, id, result: result.kind, ms: ctx.clock.monotonic() - start });
  return result;
}

/** The one query after an open breaker's pause. */
async function probe(ctx: Context, peer: Peer): Promise<boolean> {
  const row = await claimProbe(ctx, peer);
  if (!row) return false;
  const result = await ask(ctx, peer, row, ctx.timing.requestMs);
  const state = await ctx.store.tx((q) => judge(ctx, q, peer, result));
  ctx.emit({ type: "breaker", provider: peer.provider, state });
  return true;
}

async function judge(ctx: Context, q: Query, peer: Peer, result: QueryResult): Promise<string> {
  if (!result.hold) return record(q, peer.provider, result.kind === "failed", ctx.breaker);
  await hold(q, peer.provider);
  return "held";
}

async function settle(ctx: Context, peer: Peer, row: OutboxRow, result: QueryResult): Promise<OutboxRow | undefined> {
  return ctx.store.tx(async (q) => {
    const next = await apply(ctx, q, peer, row, result);
    await endAttempt(q, row, next ? `query/${result.kind}` : `query/${result.kind}/late`, result);
    await judge(ctx, q, peer, result);
    return next;
  });
}

async function apply(
  ctx: Context,
  q: Query,
  peer: Peer,
  row: OutboxRow,
  result: QueryResult,
): Promise<OutboxRow | undefined> {
  const now = await nowOf(q);
  const data = result.reason === undefined ? {} : { reason: result.reason.slice(0, 500) };
  switch (result.kind) {
    case "same":
      return move(q, row, "found-same", ctx.owner, {
        ...(result.remoteId === undefined ? {} : { remoteId: result.remoteId }),
        errorCode: null,
        data,
      });
    case "differs": {
      const fields = result.differences ?? [];
      const moved = await move(q, row, "found-other", ctx.owner, {
        data: { ...data, fields: fields.map((d) => d.path) },
      });
      if (moved) await addFinding(ctx, q, { kind: "mismatch", stream: streamOf(row.id), differences: fields });
      return moved;
    }
    case "absent":
      return absent(ctx, q, peer, row, now);
    default: {
      const pause = pauseAfter(ctx.timing.queryPausesMs, 1 + (await trailing(q, row.id, "query/failed")));
      return move(q, row, "query-failed", ctx.owner, { due: now + pause, data });
    }
  }
}

/** The remote does not have it: back to `ready`, unless a person has to look first. */
async function absent(ctx: Context, q: Query, peer: Peer, row: OutboxRow, now: number): Promise<OutboxRow | undefined> {
  if (peer.operations[row.op] === "effect")
    return move(q, row, "absent-last", ctx.owner, { data: { reason: "an effect is never repeated by itself" } });
  if (row.resends >= ctx.timing.resends)
    return move(q, row, "absent-last", ctx.owner, { data: { reason: `sent ${row.resends + 1} times` } });
  const since = await sinceLastSend(q, row.id);
  const change = { due: now, resends: row.resends + 1, errorCode: null };
  if (!since.isRepeated) return move(q, row, "absent", ctx.owner, change);
  // The remote knows the number and says it has nothing under it: two queries a settle apart, then a new number.
  if (since.absent === 0) return move(q, row, "absent-once", ctx.owner, { due: now + ctx.timing.settleMs });
  const messageId = ctx.newMessageId();
  return move(q, row, "absent", ctx.owner, { ...change, messageId, data: { messageId } });
}

async function sinceLastSend(q: Query, id: number): Promise<{ readonly isRepeated: boolean; readonly absent: number }> {
  const rows = await q(
    "select kind from attempt where outbox_id = ? and ended is not null order by epoch desc limit 50",
    id,
  );
  const kinds = rows.map((row) => text(row, "kind"));
  const sent = kinds.findIndex((kind) => kind.startsWith("send/"));
  const queries = sent === -1 ? kinds : kinds.slice(0, sent);
  return {
    isRepeated: sent !== -1 && kinds[sent] === "send/repeated",
    absent: queries.filter((kind) => kind === "query/absent").length,
  };
}

/** Content of the last accepted revision before this one. */
async function previousContent(q: Query, row: OutboxRow): Promise<Uint8Array | undefined> {
  const [found] = await q(
    `select content from outbox where tenant = ? and op = ? and bkey = ? and rev < ? and state = 'accepted'
      order by rev desc limit 1`,
    row.tenant,
    row.op,
    row.key,
    row.rev,
  );
  return found && bytes(found, "content");
}
