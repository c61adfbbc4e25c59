import { type Context, DID, IDLE, type Step } from "./context.ts";
import { addFinding } from "./findings.ts";
import {
  type FoundResult,
  foundRow,
  INBOX_COLUMNS,
  type InboxRow,
  inboxRow,
  inboxStream,
  putFound,
  storedOps,
} from "./inbox.ts";
import { sha256 } from "./ledger.ts";
import { type OutboxRow, streamOf } from "./outbox.ts";
import type { Difference, Peer, ShownResult } from "./peer.ts";
import { comparePush, type Processor, type Processors } from "./processor.ts";
import { bytes, num, type Query, type Row, text, textOrNull } from "./store.ts";

/** What became of a result that a query showed. */
export type ResultVerdict =
  /** A push has told it, or one that waits will. */
  | "known"
  /** No push had told it: it went into the inbox. */
  | "repaired"
  /** No push had told it, and none can be made of it: a person was told. */
  | "missed"
  /** The handler does not say what its pushes are about, so nobody can tell. */
  | "unknown"
  /** The application was changed since. */
  | "replaced";

/** The last final result that a query showed of an application. */
export interface Result {
  /** Operation of its push. */
  readonly op: string;
  readonly asked: number;
  /** `null` until it is compared with the pushes that came. */
  readonly verdict: ResultVerdict | null;
  /** The row of the inbox that it became. */
  readonly inboxId: number | null;
}

/** Pushes that wait or are dead, with which one result is compared. With more there are other cares first. */
const COMPARED = 200;

/**
 * Keeps a final result, to be compared with the pushes after `missedMs`: until then its push may still come.
 *
 * @returns Whether it is one that was not kept yet.
 */
export async function keepResult(
  ctx: Context,
  peer: Peer,
  row: OutboxRow,
  result: ShownResult,
  missedMs: number,
): Promise<boolean> {
  const made = await ctx.store.tx((q) =>
    q(
      `insert into result(outbox_id, provider, op, body, hash, lacks, asked, due)
        values(?, ?, ?, ?, ?, ?, {{NOW}}, {{NOW}} + ?)
        on conflict(outbox_id) do update set provider = excluded.provider, op = excluded.op, body = excluded.body,
          hash = excluded.hash, lacks = excluded.lacks, asked = excluded.asked, due = excluded.due,
          verdict = null, inbox_id = null
          where result.hash <> excluded.hash
        returning outbox_id`,
      row.id,
      peer.provider,
      result.op,
      result.body,
      sha256(`${peer.provider}\n${result.op}\n${Buffer.from(result.body).toString("utf8")}`),
      result.lacks?.slice(0, 1000) ?? null,
      missedMs,
    ),
  );
  return made.length > 0;
}

/** What is known of an application's result. */
export async function resultOf(q: Query, outboxId: number): Promise<Result | undefined> {
  const [row] = await q("select op, asked, verdict, inbox_id from result where outbox_id = ?", outboxId);
  if (!row) return undefined;
  return {
    op: text(row, "op"),
    asked: num(row, "asked"),
    verdict: textOrNull(row, "verdict") as ResultVerdict | null,
    inboxId: row["inbox_id"] === null ? null : num(row, "inbox_id"),
  };
}

/**
 * Compares the next result that is due with the pushes that came, and puts it into the inbox if none told it. That is for
 * a process with the handlers: they alone know what a push is about and which of two is newer.
 */
export async function judgeResult(ctx: Context, processors: Processors): Promise<Step> {
  const ops = Object.keys(processors);
  if (ops.length === 0) return IDLE;
  let taken: number | undefined;
  try {
    const judged = await ctx.store.tx(async (q) => {
      const [row] = await q(
        `select r.*, o.trace as trace from result r join outbox o on o.id = r.outbox_id
          where r.due <= {{NOW}} and r.op in (${ops.map(() => "?").join(", ")}) order by r.due, r.outbox_id limit 1`,
        ...ops,
      );
      if (!row) return undefined;
      taken = num(row, "outbox_id");
      // Whoever is quicker has judged it.
      const [mine] = await q(
        "select outbox_id from result where outbox_id = ? and hash = ? and due is not null {{SKIP}}",
        taken,
        text(row, "hash"),
      );
      if (!mine) return { verdict: "wait" as const };
      return settle(ctx, q, row, processors[text(row, "op")] as Processor);
    });
    if (!judged) return IDLE;
    if (judged.verdict === "repaired") {
      const { inboxId, op, of } = judged;
      ctx.emit({ type: "repair", op, stream: inboxStream(inboxId), of: streamOf(of) });
      ctx.emit({ type: "inbox", row: { id: inboxId, op, state: "received" } });
    }
  } catch (error) {
    if (taken === undefined) throw error;
    // A handler that fails at one result must not keep the others waiting.
    const id = taken;
    await ctx.store.tx((q) => postpone(ctx, q, id));
    ctx.emit({ type: "error", where: `result of ${streamOf(id)}`, error });
  }
  return DID;
}

type Judged =
  | { readonly verdict: "repaired"; readonly inboxId: number; readonly op: string; readonly of: number }
  | { readonly verdict: Exclude<ResultVerdict, "repaired"> | "wait" | "again" };

async function settle(ctx: Context, q: Query, row: Row, processor: Processor): Promise<Judged> {
  const outboxId = num(row, "outbox_id");
  const lacks = textOrNull(row, "lacks");
  const found: FoundResult = {
    outboxId,
    provider: text(row, "provider"),
    op: text(row, "op"),
    body: bytes(row, "body"),
    bodyHash: text(row, "hash"),
    asked: num(row, "asked"),
    // A question takes no longer than a request, and what it shows is no older than a settle.
    before: num(row, "asked") - ctx.timing.requestMs - ctx.timing.settleMs,
    trace: textOrNull(row, "trace"),
  };
  const candidate = foundRow(found);
  const subject = processor.tells && processor.subject?.(candidate);
  const verdict = await judge(q, candidate, outboxId, processor, subject, lacks !== null);
  if (verdict === "wait") {
    await postpone(ctx, q, outboxId);
    return { verdict };
  }
  if (verdict === "again") {
    await askAgain(q, candidate);
    return { verdict };
  }
  const inboxId =
    verdict === "repaired" ? await putFound(q, { ...candidate, outboxId }, subject as string, ctx.owner) : undefined;
  if (verdict === "missed")
    await addFinding(ctx, q, { kind: "missed", stream: streamOf(outboxId), differences: shownFields(found.body) });
  if (verdict === "unknown") await tellOnce(ctx, q, found);
  const told = verdict === "repaired" && inboxId === undefined ? "known" : verdict;
  await q(
    "update result set due = null, verdict = ?, inbox_id = ? where outbox_id = ?",
    told,
    inboxId ?? null,
    outboxId,
  );
  return told === "repaired"
    ? { verdict: told, inboxId: inboxId as number, op: found.op, of: outboxId }
    : { verdict: told };
}

async function judge(
  q: Query,
  candidate: InboxRow,
  outboxId: number,
  processor: Processor,
  subject: string | undefined,
  isIncomplete: boolean,
): Promise<ResultVerdict | "wait" | "again"> {
  const replaced = await q(
    `select n.id from outbox o join outbox n on n.tenant = o.tenant and n.op = o.op and n.bkey = o.bkey
      and n.rev > o.rev and n.state = 'accepted' where o.id = ? limit 1`,
    outboxId,
  );
  if (replaced.length > 0) return "replaced";
  if (subject === undefined) return "unknown";
  const [current] = await q(
    `select ${INBOX_COLUMNS} from inbox where id = (select inbox_id from latest where subject = ?)`,
    subject,
  );
  const first = current ? comparePush(inboxRow(current), candidate, processor, isIncomplete) : "older";
  if (first !== "older") return first === "unsure" ? "again" : "known";
  const open = await q(
    `select ${INBOX_COLUMNS} from inbox where provider = ? and op in (?, ?) and state in ('received', 'retry', 'dead')
      order by id desc limit ?`,
    candidate.provider,
    ...(storedOps([candidate.op]) as [string, string]),
    COMPARED + 1,
  );
  if (open.length > COMPARED) return "wait";
  for (const raw of open) {
    const push = inboxRow(raw);
    if (!isAbout(push, subject, processor)) continue;
    const compared = comparePush(push, candidate, processor, isIncomplete);
    if (compared === "same" || compared === "newer") return "known";
    // What waits is taken first, in the order in which it came.
    if (push.state !== "dead") return "wait";
    if (compared === "unsure") return "again";
  }
  return isIncomplete ? "missed" : "repaired";
}

/** Forgets a result of which is not sure whether it is news: the reconciler's next question will tell. */
export async function askAgain(q: Query, found: InboxRow): Promise<void> {
  const { outboxId } = found.meta["query"] as { readonly outboxId: number };
  await q("delete from result where outbox_id = ? and hash = ?", outboxId, found.bodyHash);
}

/** A push that cannot be read is about nothing. */
function isAbout(push: InboxRow, subject: string, processor: Processor): boolean {
  try {
    return processor.subject?.(push) === subject;
  } catch {
    return false;
  }
}

async function postpone(ctx: Context, q: Query, outboxId: number): Promise<void> {
  await q("update result set due = {{NOW}} + ? where outbox_id = ? and due is not null", ctx.timing.leaseMs, outboxId);
}

/** One finding for all results of an operation, and not again after somebody has closed it. */
async function tellOnce(ctx: Context, q: Query, { provider, op }: FoundResult): Promise<void> {
  const stream = `${provider}/${op}`;
  const told = await q("select id from finding where kind = 'missed' and stream = ? limit 1", stream);
  if (told.length > 0) return;
  const note = `the handler of ${op} has no subject: whether its results were missed cannot be told`;
  await addFinding(ctx, q, { kind: "missed", stream, note });
}

/** What the query shows, of which nothing is known here. */
function shownFields(body: Uint8Array): Difference[] {
  const shown = JSON.parse(Buffer.from(body).toString("utf8")) as Readonly<Record<string, unknown>>;
  return Object.entries(shown).map(([path, value]) => ({
    path,
    ours: null,
    theirs: (typeof value === "string" ? value : JSON.stringify(value)).slice(0, 200),
  }));
}
