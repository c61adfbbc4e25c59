import type { Context } from "./context.ts";
import { JournalError } from "./errors.ts";
import { addFinding } from "./findings.ts";
import { append, begin } from "./ledger.ts";
import { bytes, num, numOrNull, type Query, type Row, text, textOrNull } from "./store.ts";

/**
 * `refused` and `conflict` rows are kept for people and for the reconciler; they do not make their key known.
 */
export type InboxState = "received" | "retry" | "done" | "dead" | "refused" | "conflict";

/** Where a row comes from: a push, or a query that showed a result of which no push came. */
export type InboxSource = "push" | "query";

/** A verified push. */
export interface Arrival {
  /** Provider, interface and message number, or the hash of what was signed where there is no number. */
  readonly key: string;
  readonly provider: string;
  readonly op: string;
  /** The HTTP body exactly as received. */
  readonly body: Uint8Array;
  /** SHA-256 of what was signed, which tells whether a repeat is the same message. */
  readonly bodyHash: string;
  /** Which of the provider's keys fitted. */
  readonly keyId: string;
  /** What is needed beside the body to read it again: a content type, for instance. */
  readonly meta?: Readonly<Record<string, unknown>>;
}

/** What is known of a push's key. */
export type Known = "new" | "same" | "other";

/** A row of the inbox. */
export interface InboxRow {
  readonly id: number;
  readonly key: string;
  readonly provider: string;
  readonly op: string;
  readonly source: InboxSource;
  /** The HTTP body as received; from a query the push's body in JSON form. */
  readonly body: Uint8Array;
  readonly bodyHash: string;
  /** Which of the provider's keys fitted; empty where nothing was signed. */
  readonly keyId: string;
  readonly state: InboxState;
  readonly due: number;
  readonly tries: number;
  readonly dups: number;
  readonly received: number;
  readonly updated: number;
  readonly meta: Readonly<Record<string, unknown>>;
  readonly afterDue: number | null;
  readonly afterTries: number;
  readonly error: string | null;
  /** `traceparent` of where it was received. */
  readonly trace: string | null;
}

/** What is known of a key, with a repeat counted. Asked before the clock window: a late retry is not refused for its age. */
export async function look(ctx: Context, arrival: Arrival): Promise<Known> {
  const known = await ctx.store.tx((q) => lookAt(ctx, q, arrival));
  return known;
}

/**
 * Commits a push. When it resolves, the push survives power loss, and the acknowledgement may leave.
 *
 * @param verdict - `received` for a valid one, `dead` for one that no handler can read.
 * @returns `new`, or what a push that came at the same time made of the key.
 */
export async function receive(
  ctx: Context,
  arrival: Arrival,
  verdict: "received" | "dead",
  reason?: string,
): Promise<Known> {
  let id = 0;
  const known = await ctx.store.tx(async (q) => {
    const made = await insert(q, arrival, arrival.key, verdict, reason, ctx.observer.trace());
    if (made === undefined) return lookAt(ctx, q, arrival);
    id = made;
    return "new" as const;
  });
  if (known === "new") ctx.emit({ type: "inbox", row: { id, op: arrival.op, state: verdict } });
  return known;
}

/** Keeps a push that was refused, once per content, without making its key known. */
export async function refuse(ctx: Context, arrival: Arrival, reason: string): Promise<void> {
  await ctx.store.tx((q) => insert(q, arrival, `${arrival.key}\n#refused\n${arrival.bodyHash}`, "refused", reason));
}

/** Counts what nobody vouched for: a wrong signature, an unknown provider. Nothing of its body is kept. */
export async function count(
  ctx: Context,
  name: string,
  facts: Readonly<Record<string, string | number>>,
  n = 1,
): Promise<void> {
  await ctx.store.tx((q) =>
    q(
      `insert into counter(name, n, at, data) values(?, ?, {{NOW}}, ?)
        on conflict(name) do update set n = counter.n + excluded.n, at = excluded.at, data = excluded.data`,
      name,
      n,
      JSON.stringify(facts),
    ),
  );
}

async function lookAt(ctx: Context, q: Query, arrival: Arrival): Promise<Known> {
  const [row] = await q("select id, body_hash from inbox where dkey = ?", arrival.key);
  if (!row) return "new";
  if (text(row, "body_hash") === arrival.bodyHash) {
    await q("update inbox set dups = dups + 1, updated = {{NOW}} where id = ?", num(row, "id"));
    return "same";
  }
  const id = await insert(q, arrival, `${arrival.key}\n#conflict\n${arrival.bodyHash}`, "conflict", "other content");
  if (id !== undefined)
    await addFinding(ctx, q, { kind: "push-conflict", stream: inboxStream(num(row, "id")), note: `inbox/${id}` });
  return "other";
}

async function insert(
  q: Query,
  arrival: Arrival,
  key: string,
  state: InboxState,
  reason: string | undefined,
  trace?: string,
): Promise<number | undefined> {
  const [made] = await q(
    `insert into inbox(dkey, provider, op, body, body_hash, key_id, state, due, received, updated, meta, error, trace)
      values(?, ?, ?, ?, ?, ?, ?, {{NOW}}, {{NOW}}, {{NOW}}, ?, ?, ?) on conflict(dkey) do nothing returning id, received`,
    key,
    arrival.provider,
    arrival.op,
    arrival.body,
    arrival.bodyHash,
    arrival.keyId,
    state,
    JSON.stringify(arrival.meta ?? {}),
    reason?.slice(0, 1000) ?? null,
    trace ?? null,
  );
  if (!made) return undefined;
  const id = num(made, "id");
  const data = { state, op: arrival.op, hash: arrival.bodyHash, size: arrival.body.byteLength };
  await begin(q, [{ stream: inboxStream(id), ev: state, actor: arrival.provider, data }], num(made, "received"));
  return id;
}

/** Gives a dead or refused push to its handler again, as a person may. */
export async function replay(ctx: Context, id: number, by: string, reason: string): Promise<InboxRow> {
  const row = await ctx.store.tx(async (q) => {
    const [found] = await q(
      `update inbox set state = 'received', tries = 0, due = {{NOW}}, updated = {{NOW}}, error = null
        where id = ? and state in ('dead', 'refused') returning ${INBOX_COLUMNS}`,
      id,
    );
    if (!found)
      throw new JournalError(
        "JOURNAL_TRANSITION",
        `inbox row ${id} is not there, or neither dead nor refused`,
        `收件箱第 ${id} 行不存在,或并非 dead、refused`,
        { details: { id } },
      );
    await append(q, { stream: inboxStream(id), ev: "replay", actor: by, data: { state: "received", reason } });
    return inboxRow(found);
  });
  ctx.emit({ type: "inbox", row });
  return row;
}

/**
 * Ends the operation of rows that no push brought, in the table only: programs of an earlier version, which could not read
 * them, leave them to others.
 */
const FROM_QUERY = "/query";

/** Operations as the table has them, whoever brought the rows. */
export function storedOps(ops: readonly string[]): string[] {
  return ops.flatMap((op) => [op, op + FROM_QUERY]);
}

/** The operation that the table has, and who brought its row. */
export function opOf(stored: string): Pick<InboxRow, "op" | "source"> {
  return stored.endsWith(FROM_QUERY)
    ? { op: stored.slice(0, -FROM_QUERY.length), source: "query" }
    : { op: stored, source: "push" };
}

/** A result that a query showed, on its way into the inbox. */
export interface FoundResult {
  /** Its application's row of the outbox. */
  readonly outboxId: number;
  readonly provider: string;
  readonly op: string;
  readonly body: Uint8Array;
  readonly bodyHash: string;
  readonly asked: number;
  /** Milliseconds since 1970: what was pushed before shows nothing newer. */
  readonly before: number;
  readonly trace: string | null;
}

/** The row that a result becomes, as handlers get it. */
export function foundRow(found: FoundResult): InboxRow {
  const { outboxId, provider, op, body, bodyHash, asked, before, trace } = found;
  return {
    id: 0,
    key: `${provider}\n${op}\n#query\n${bodyHash}\n${asked}`,
    provider,
    op,
    source: "query",
    body,
    bodyHash,
    keyId: "",
    state: "received",
    due: asked,
    tries: 0,
    dups: 0,
    received: asked,
    updated: asked,
    meta: { query: { outboxId, asked, before } },
    afterDue: null,
    afterTries: 0,
    error: null,
    trace,
  };
}

/** Puts a result into the inbox that no push brought; its number, or `undefined` where it is there already. */
export async function putFound(
  q: Query,
  { outboxId, ...row }: InboxRow & { readonly outboxId: number },
  subject: string,
  actor: string,
): Promise<number | undefined> {
  const [made] = await q(
    `insert into inbox(dkey, provider, op, body, body_hash, key_id, state, due, received, updated, meta, trace, subject)
      values(?, ?, ?, ?, ?, ?, 'received', {{NOW}}, {{NOW}}, {{NOW}}, ?, ?, ?)
      on conflict(dkey) do nothing returning id, received`,
    row.key,
    row.provider,
    row.op + FROM_QUERY,
    row.body,
    row.bodyHash,
    row.keyId,
    JSON.stringify(row.meta),
    row.trace,
    subject,
  );
  if (!made) return undefined;
  const id = num(made, "id");
  const data = { state: "received", op: row.op, hash: row.bodyHash, size: row.body.byteLength, of: outboxId };
  await begin(q, [{ stream: inboxStream(id), ev: "found", actor, data }], num(made, "received"));
  return id;
}

/** Name of a push's chain in the ledger. */
export function inboxStream(id: number): string {
  return `inbox/${id}`;
}

/** The columns behind an {@link InboxRow}, named for the same reason as those of the outbox. */
export const INBOX_COLUMNS =
  "id, dkey, provider, op, body, body_hash, key_id, state, due, tries, dups, received, updated, meta, after_due, after_tries, error, trace";

/** The row behind a query's result. */
export function inboxRow(row: Row): InboxRow {
  return {
    id: num(row, "id"),
    key: text(row, "dkey"),
    provider: text(row, "provider"),
    ...opOf(text(row, "op")),
    body: bytes(row, "body"),
    bodyHash: text(row, "body_hash"),
    keyId: text(row, "key_id"),
    state: text(row, "state") as InboxState,
    due: num(row, "due"),
    tries: num(row, "tries"),
    dups: num(row, "dups"),
    received: num(row, "received"),
    updated: num(row, "updated"),
    meta: JSON.parse(text(row, "meta")) as Readonly<Record<string, unknown>>,
    afterDue: numOrNull(row, "after_due"),
    afterTries: num(row, "after_tries"),
    error: textOrNull(row, "error"),
    trace: textOrNull(row, "trace"),
  };
}
