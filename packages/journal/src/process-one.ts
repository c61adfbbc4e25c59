import { type Context, DID, IDLE, type Step } from "./context.ts";
import { addFinding } from "./findings.ts";
import { INBOX_COLUMNS, type InboxRow, inboxRow, inboxStream, storedOps } from "./inbox.ts";
import { append } from "./ledger.ts";
import { comparePush, type Processor, type Processors } from "./processor.ts";
import { askAgain, judgeResult } from "./results.ts";
import { num, type Param, type Query } from "./store.ts";
import { pauseAfter } from "./timing.ts";

/** Takes one push to its handler, or does what else there is to do with pushes. */
export async function processOne(ctx: Context, processors: Processors): Promise<Step> {
  const row = await claim(ctx, Object.keys(processors));
  if (!row) {
    const step = await processAfter(ctx, processors);
    return step.did ? step : judgeResult(ctx, processors);
  }
  const processor = processors[row.op] as Processor;
  const start = ctx.clock.monotonic();
  const { id, op, trace } = row;
  const tell = (result: string): void =>
    ctx.emit({ type: "attempt", kind: "push", op, id, result, ms: ctx.clock.monotonic() - start });
  try {
    const state = await ctx.observer.act(
      { kind: "push", op, id, repeats: row.tries - 1, trace },
      () => ctx.store.tx((q) => finish(q, row, processor, ctx.owner)),
      (one) => one ?? "taken over",
    );
    tell(state ?? "taken over");
    if (state !== undefined) ctx.emit({ type: "inbox", row: { ...row, state: "done" } });
  } catch (error) {
    tell("failed");
    ctx.emit({ type: "error", where: inboxStream(row.id), error });
    await fail(ctx, row, error);
  }
  return DID;
}

/**
 * Counts the try before it is made: a push that kills the process is dead after its tries as well. Until the pause is
 * over no other worker takes it.
 */
async function claim(ctx: Context, ops: readonly string[]): Promise<InboxRow | undefined> {
  if (ops.length === 0) return undefined;
  const dead: number[] = [];
  const row = await ctx.store.tx(async (q) => {
    const params: Param[] = storedOps(ops);
    for (const state of ["received", "retry"]) {
      const [found] = await q(
        `select ${INBOX_COLUMNS} from inbox where state = ? and due <= {{NOW}} and op in (${params.map(() => "?").join(", ")})
          order by due, id limit 1 {{SKIP}}`,
        state,
        ...params,
      );
      if (!found) continue;
      const tries = num(found, "tries") + 1;
      if (tries > ctx.timing.pushTries) {
        await bury(q, num(found, "id"), ctx.owner, "its handler never came back");
        dead.push(num(found, "id"));
        continue;
      }
      const [claimed] = await q(
        "update inbox set tries = ?, due = {{NOW}} + ?, updated = {{NOW}} where id = ? returning due, updated",
        tries,
        Math.max(pauseAfter(ctx.timing.pushPausesMs, tries), ctx.timing.requestMs),
        num(found, "id"),
      );
      return claimed && inboxRow({ ...found, ...claimed, tries });
    }
    return undefined;
  });
  for (const id of dead) ctx.emit({ type: "inbox", row: { id, op: "", state: "dead" } });
  return row;
}

async function finish(q: Query, row: InboxRow, processor: Processor, actor: string): Promise<string | undefined> {
  const [mine] = await q(
    "select id from inbox where id = ? and tries = ? and state in ('received', 'retry') {{SKIP}}",
    row.id,
    row.tries,
  );
  // Another worker took it over meanwhile.
  if (!mine) return undefined;
  const applies = await isNewer(q, row, processor);
  if (applies) await processor.inTx?.(q, row);
  await q(
    `update inbox set state = 'done', updated = {{NOW}}, error = null,
      after_due = ${applies && processor.after ? "{{NOW}}" : "null"} where id = ?`,
    row.id,
  );
  await append(q, {
    stream: inboxStream(row.id),
    ev: applies ? "done" : "superseded",
    actor,
    data: { state: "done", tries: row.tries },
  });
  return "done";
}

async function isNewer(q: Query, row: InboxRow, processor: Processor): Promise<boolean> {
  const subject = processor.subject?.(row);
  // What is not known to be missed is not repaired.
  if (subject === undefined) return row.source === "push";
  // The upsert locks the subject until the transaction ends.
  const [latest] = await q(
    `insert into latest(subject, inbox_id) values(?, 0) on conflict(subject) do update set subject = excluded.subject
      returning inbox_id`,
    subject,
  );
  const [found] = await q(`select ${INBOX_COLUMNS} from inbox where id = ?`, Number(latest?.["inbox_id"] ?? 0));
  const current = found && inboxRow(found);
  if (row.source === "query") {
    const compared = current ? comparePush(current, row, processor) : "older";
    if (compared === "unsure") await askAgain(q, row);
    if (compared !== "older") return false;
  } else {
    if (await wasFound(q, row, subject, processor)) return false;
    if (current && processor.applies && !processor.applies(current, row)) return false;
  }
  await q("update latest set inbox_id = ? where subject = ?", row.id, subject);
  return true;
}

/** Whether a query has brought already what a push tells, and it had its effect. */
async function wasFound(q: Query, push: InboxRow, subject: string, processor: Processor): Promise<boolean> {
  const { tells } = processor;
  if (!tells) return false;
  const rows = await q(
    `select ${INBOX_COLUMNS} from inbox where subject = ? and provider = ? and state = 'done' and length(body) > 0
      and exists (select 1 from ledger where stream = 'inbox/' || inbox.id and ev = 'done')`,
    subject,
    push.provider,
  );
  return rows.map(inboxRow).some((found) => found.op === push.op && tells.call(processor, push, found));
}

async function fail(ctx: Context, row: InboxRow, error: unknown): Promise<void> {
  const reason = (error instanceof Error ? error.message : String(error)).slice(0, 1000);
  const isLast = row.tries >= ctx.timing.pushTries;
  await ctx.store.tx(async (q) => {
    const [mine] = await q(
      "select state from inbox where id = ? and tries = ? and state in ('received', 'retry') {{SKIP}}",
      row.id,
      row.tries,
    );
    if (!mine) return;
    if (isLast) {
      await bury(q, row.id, ctx.owner, reason);
      return;
    }
    await q(
      "update inbox set state = 'retry', due = {{NOW}} + ?, updated = {{NOW}}, error = ? where id = ?",
      pauseAfter(ctx.timing.pushPausesMs, row.tries),
      reason,
      row.id,
    );
    await append(q, {
      stream: inboxStream(row.id),
      ev: "retry",
      actor: ctx.owner,
      data: { state: "retry", tries: row.tries, reason },
    });
  });
  ctx.emit({ type: "inbox", row: { ...row, state: isLast ? "dead" : "retry" } });
}

async function bury(q: Query, id: number, actor: string, reason: string): Promise<void> {
  await q("update inbox set state = 'dead', updated = {{NOW}}, error = ? where id = ?", reason, id);
  await append(q, { stream: inboxStream(id), ev: "dead", actor, data: { state: "dead", reason } });
}

/** Runs the part of a handler that belongs to no transaction. */
async function processAfter(ctx: Context, processors: Processors): Promise<Step> {
  const ops = Object.keys(processors).filter((op) => processors[op]?.after);
  if (ops.length === 0) return IDLE;
  const stored = storedOps(ops);
  const row = await ctx.store.tx(async (q) => {
    const [found] = await q(
      `select ${INBOX_COLUMNS} from inbox where after_due <= {{NOW}} and op in (${stored.map(() => "?").join(", ")})
        order by after_due, id limit 1 {{SKIP}}`,
      ...stored,
    );
    if (!found) return undefined;
    const tries = num(found, "after_tries") + 1;
    const id = num(found, "id");
    if (tries > ctx.timing.pushTries) {
      await q("update inbox set after_due = null, updated = {{NOW}} where id = ?", id);
      await addFinding(ctx, q, { kind: "after", stream: inboxStream(id), note: "the handler's after failed for good" });
      return "given-up" as const;
    }
    const [claimed] = await q(
      "update inbox set after_tries = ?, after_due = {{NOW}} + ? where id = ? returning after_due",
      tries,
      Math.max(pauseAfter(ctx.timing.pushPausesMs, tries), ctx.timing.requestMs),
      id,
    );
    return claimed && inboxRow({ ...found, ...claimed, after_tries: tries });
  });
  if (row === undefined) return IDLE;
  if (row === "given-up") return DID;
  try {
    await inTime(ctx, processors[row.op]?.after?.(row, row.key));
  } catch (error) {
    ctx.emit({ type: "error", where: inboxStream(row.id), error });
    await ctx.store.tx((q) =>
      q(
        "update inbox set after_due = {{NOW}} + ? where id = ? and after_tries = ? and after_due is not null",
        pauseAfter(ctx.timing.pushPausesMs, row.afterTries),
        row.id,
        row.afterTries,
      ),
    );
    return DID;
  }
  await ctx.store.tx((q) =>
    q("update inbox set after_due = null where id = ? and after_tries = ?", row.id, row.afterTries),
  );
  return DID;
}

/** A handler that hangs must not keep all others waiting: after a request's time its try has failed. */
async function inTime(ctx: Context, work: Promise<void> | undefined): Promise<void> {
  const { requestMs } = ctx.timing;
  const ended = new AbortController();
  const late = ctx.clock.sleep(requestMs, ended.signal).then(() => "late" as const);
  try {
    const first = await Promise.race([work, late]);
    if (first === "late") throw new Error(`after took longer than ${requestMs} ms`);
  } finally {
    ended.abort();
  }
}
