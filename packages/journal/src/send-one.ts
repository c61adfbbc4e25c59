import { hold, record } from "./breaker.ts";
import { type Claim, claimSend } from "./claim.ts";
import { type Context, DID, type Step } from "./context.ts";
import { sha256 } from "./ledger.ts";
import { move, type OutboxRow } from "./outbox.ts";
import type { Peer, SendResult } from "./peer.ts";
import { nowOf, type Query } from "./store.ts";
import { pauseAfter } from "./timing.ts";

/** Claims one application, sends it and writes down what is known of it. */
export async function sendOne(ctx: Context, peer: Peer): Promise<Step> {
  const claimed = await claimSend(ctx, peer);
  if (!("claim" in claimed)) return { did: false, waitMs: claimed.waitMs };
  const { claim } = claimed;
  const mark = `${claim.row.id}/${claim.row.epoch}`;
  ctx.active.add(mark);
  ctx.more("sender");
  try {
    const start = ctx.clock.monotonic();
    const { id, op, trace, resends: repeats } = claim.row;
    const result = await ctx.observer.act(
      { kind: "send", op, id, repeats, trace },
      () => transmit(ctx, peer, claim),
      (one) => one.kind,
    );
    ctx.emit({ type: "attempt", kind: "send", op, id, result: result.kind, ms: ctx.clock.monotonic() - start });
    const row = await settle(ctx, peer, claim.row, result);
    if (row) ctx.emit({ type: "outbox", row });
  } finally {
    ctx.active.delete(mark);
  }
  return DID;
}

async function transmit(ctx: Context, peer: Peer, claim: Claim): Promise<SendResult> {
  const { requestMs } = ctx.timing;
  const ended = new AbortController();
  const lease = new AbortController();
  void ctx.clock.sleep(Math.max(0, claim.leftMs()), ended.signal).then(() => lease.abort());
  const mayWrite = (): boolean => claim.leftMs() > requestMs;
  try {
    // A claim that took so long that nothing may leave any more.
    if (!mayWrite()) return { kind: "not-sent", reason: "the claim took too long" };
    return await peer.send({ row: claim.row, mayWrite, signal: lease.signal, timeoutMs: requestMs });
  } catch (error) {
    return { kind: "unclear", reason: error instanceof Error ? error.message : String(error) };
  } finally {
    ended.abort();
  }
}

async function settle(ctx: Context, peer: Peer, row: OutboxRow, result: SendResult): Promise<OutboxRow | undefined> {
  let state = "";
  const moved = await ctx.store.tx(async (q) => {
    const data = {
      ...(result.returnCode === undefined ? {} : { code: result.returnCode }),
      ...(result.reason === undefined ? {} : { reason: result.reason.slice(0, 500) }),
    };
    const now = await nowOf(q);
    const code = result.returnCode ?? null;
    const next = await (async () => {
      switch (result.kind) {
        case "accepted":
          return move(q, row, "verified-success", ctx.owner, {
            ...(result.remoteId === undefined ? {} : { remoteId: result.remoteId }),
            errorCode: null,
            data,
          });
        case "rejected":
          return move(q, row, "verified-refusal", ctx.owner, { errorCode: code, data });
        case "not-sent": {
          const pause = pauseAfter(ctx.timing.sendPausesMs, 1 + (await trailing(q, row.id, "send/not-sent")));
          return move(q, row, "nothing-left", ctx.owner, { due: now + pause, data });
        }
        default:
          return move(q, row, "unclear", ctx.owner, {
            due: (row.leaseUntil ?? now) + ctx.timing.settleMs,
            errorCode: code,
            data,
          });
      }
    })();
    await endAttempt(q, row, next ? `send/${result.kind}` : `send/${result.kind}/late`, result);
    if (result.hold) {
      await hold(q, peer.provider);
      state = "held";
    } else if (result.kind !== "not-sent") {
      const isUnclear = result.kind === "unclear" || result.kind === "repeated";
      state = await record(q, peer.provider, isUnclear, ctx.breaker);
    }
    return next;
  });
  if (state === "held" || state === "open") ctx.emit({ type: "breaker", provider: peer.provider, state });
  return moved;
}

/** Writes an attempt's end down. A late result is kept for people, and changes nothing. */
export async function endAttempt(
  q: Query,
  row: Pick<OutboxRow, "id" | "epoch">,
  kind: string,
  result: Pick<SendResult, "httpStatus" | "returnCode" | "request" | "response" | "reason">,
): Promise<void> {
  const { request, response } = result;
  await q(
    `update attempt set ended = {{NOW}}, kind = ?, http_status = ?, return_code = ?, request_hash = ?, request = ?,
      response_hash = ?, response = ?, reason = ? where outbox_id = ? and epoch = ?`,
    kind,
    result.httpStatus ?? null,
    result.returnCode ?? null,
    request ? sha256(request) : null,
    request ?? null,
    response ? sha256(response) : null,
    response ?? null,
    result.reason?.slice(0, 1000) ?? null,
    row.id,
    row.epoch,
  );
}

/** How many of the last attempts before the current one ended in the same way. */
export async function trailing(q: Query, id: number, kind: string): Promise<number> {
  const rows = await q(
    "select kind from attempt where outbox_id = ? and ended is not null order by epoch desc limit 10",
    id,
  );
  const other = rows.findIndex((row) => row["kind"] !== kind);
  return other === -1 ? rows.length : other;
}
