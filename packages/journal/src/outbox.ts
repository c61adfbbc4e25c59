import { JournalError } from "./errors.ts";
import { append, begin, type LedgerEntry, sha256 } from "./ledger.ts";
import { bytes, num, numOrNull, type Param, type Query, type Row, text, textOrNull } from "./store.ts";
import { FINAL_STATES, type OutboxEvent, type OutboxState, transitionOf } from "./transitions.ts";

/** An application to be sent. */
export interface Order {
  /** Provider code, or `providerCode/customer` where customers are paced apart. */
  readonly tenant: string;
  /** Operation. */
  readonly op: string;
  /** Business key: one application of this operation is open per key. */
  readonly key: string;
  /** What is sent, in the form that the registered peer understands. */
  readonly content: Uint8Array;
  /** Makes a new revision although the last one was accepted: a change of what the remote has. */
  readonly revise?: boolean;
  /** Message number on the wire, stable over resends; a random one else. */
  readonly messageId?: string;
}

/** A row of the outbox. */
export interface OutboxRow {
  readonly id: number;
  readonly tenant: string;
  readonly op: string;
  readonly key: string;
  readonly rev: number;
  readonly content: Uint8Array;
  readonly contentHash: string;
  readonly messageId: string;
  readonly state: OutboxState;
  readonly due: number;
  readonly resends: number;
  readonly epoch: number;
  readonly owner: string | null;
  readonly leaseUntil: number | null;
  readonly remoteId: string | null;
  readonly errorCode: string | null;
  readonly created: number;
  readonly updated: number;
  /** `traceparent` of where it was handed in. */
  readonly trace: string | null;
}

/** The columns behind an {@link OutboxRow}. Named, since a later version may add some that a prepared statement does not know. */
export const OUTBOX_COLUMNS =
  "id, tenant, op, bkey, rev, content, content_hash, message_id, state, due, resends, epoch, owner, lease_until, remote_id, error_code, created, updated, trace";

/** What every row begins in. */
export const FIRST_STATE: OutboxState = transitionOf(null, "enqueue")?.to ?? "ready";

/** A row, and whether this call made it. */
export interface Enqueued {
  readonly row: OutboxRow;
  readonly isNew: boolean;
}

/** An order with what goes into its row beside it. */
export interface Made extends Order {
  readonly hash: string;
  readonly messageId: string;
  readonly trace: string | null;
  readonly actor: string;
}

/** Makes an order ready to be written. */
export function madeOf(order: Order, actor: string, newMessageId: () => string, trace: string | undefined): Made {
  const { tenant, op, key, content, messageId = newMessageId() } = order;
  return { tenant, op, key, content, messageId, hash: sha256(content), trace: trace ?? null, actor };
}

/**
 * Puts an application into the outbox. The same content again gives the row that is there.
 *
 * @throws {@link JournalError} `JOURNAL_CONTENT` for a known key with other content, `JOURNAL_OPEN_REVISION` for a new
 * revision while the last one is open.
 */
export async function enqueue(
  q: Query,
  order: Order,
  actor: string,
  newMessageId: () => string,
  trace?: string,
): Promise<Enqueued> {
  const made = madeOf(order, actor, newMessageId, trace);
  const { hash } = made;
  // Nearly every key is new, and the table tells when one is not.
  const first = await make(q, made, 1);
  if (first !== undefined) return { row: first, isNew: true };
  const [last] = await q(
    `select ${OUTBOX_COLUMNS} from outbox where tenant = ? and op = ? and bkey = ? order by rev desc limit 1`,
    order.tenant,
    order.op,
    order.key,
  );
  const known = outboxRow(last as Row);
  // A refused or cancelled one may be sent again as it was: what was missing may be there by now.
  const isOver = known.state === "rejected" || known.state === "cancelled";
  if (known.contentHash === hash && !isOver) return { row: known, isNew: false };
  // What the remote has is the last accepted revision: a late repeat of it must not be sent again.
  const shown = isOver ? await lastAccepted(q, order) : undefined;
  if (shown?.contentHash === hash) return { row: shown, isNew: false };
  const details = {
    id: known.id,
    tenant: order.tenant,
    op: order.op,
    key: order.key,
    rev: known.rev,
    state: known.state,
  };
  if (!FINAL_STATES.has(known.state) && order.revise)
    throw new JournalError(
      "JOURNAL_OPEN_REVISION",
      `${order.op} ${order.key}: revision ${known.rev} is ${known.state}; the next one waits for it`,
      `${order.op} ${order.key}:第 ${known.rev} 版处于 ${known.state},新版本须等它结束`,
      { details },
    );
  if (!isOver && !order.revise)
    throw new JournalError(
      "JOURNAL_CONTENT",
      `${order.op} ${order.key}: revision ${known.rev} (${known.state}) has other content; say \`revise\` for a change`,
      `${order.op} ${order.key}:第 ${known.rev} 版(${known.state})内容不同;如为更改请使用 revise`,
      { details },
    );
  const row = await make(q, made, known.rev + 1);
  // Somebody else has just made it: what there is to say about that one?
  if (row === undefined) return enqueue(q, order, actor, newMessageId, trace);
  return { row, isNew: true };
}

/** Writes a new row and the beginning of its chain; nothing where the key has this revision already. */
async function make(q: Query, made: Made, rev: number): Promise<OutboxRow | undefined> {
  const { tenant, op, key, content, hash, messageId, trace, actor } = made;
  const [found] = await q(
    `insert into outbox(tenant, op, bkey, rev, content, content_hash, message_id, state, due, created, updated, trace)
      values(?, ?, ?, ?, ?, ?, ?, ?, {{NOW}}, {{NOW}}, {{NOW}}, ?) on conflict do nothing
      returning id, created`,
    tenant,
    op,
    key,
    rev,
    content,
    hash,
    messageId,
    FIRST_STATE,
    trace,
  );
  if (found === undefined) return undefined;
  const row = rowOf(made, num(found, "id"), rev, num(found, "created"));
  await begin(q, [startOf(row, actor)], row.created);
  return row;
}

/** The row that is made of an order. */
export function rowOf(made: Made, id: number, rev: number, created: number): OutboxRow {
  const { tenant, op, key, content, hash, messageId, trace } = made;
  return {
    id,
    tenant,
    op,
    key,
    rev,
    content,
    contentHash: hash,
    messageId,
    state: FIRST_STATE,
    due: created,
    resends: 0,
    epoch: 0,
    owner: null,
    leaseUntil: null,
    remoteId: null,
    errorCode: null,
    created,
    updated: created,
    trace,
  };
}

/** The beginning of a new row's chain. */
export function startOf(row: OutboxRow, actor: string): LedgerEntry {
  const { state, epoch, tenant, op, key, rev, contentHash, messageId } = row;
  const data = { state, epoch, tenant, op, key, rev, hash: contentHash, messageId };
  return { stream: streamOf(row.id), ev: "enqueue", actor, data };
}

async function lastAccepted(q: Query, order: Order): Promise<OutboxRow | undefined> {
  const [row] = await q(
    `select ${OUTBOX_COLUMNS} from outbox where tenant = ? and op = ? and bkey = ? and state = 'accepted' order by rev desc limit 1`,
    order.tenant,
    order.op,
    order.key,
  );
  return row && outboxRow(row);
}

/** What changes with a transition beside state and epoch. */
export interface Change {
  /** When the row is looked at next; kept when absent. */
  readonly due?: number;
  readonly owner?: string | null;
  readonly leaseUntil?: number | null;
  readonly resends?: number;
  readonly messageId?: string;
  readonly remoteId?: string;
  readonly errorCode?: string | null;
  /** Goes into the ledger. */
  readonly data?: Readonly<Record<string, unknown>>;
}

/**
 * Moves a row by the table and writes the ledger, in the transaction of `q`. Fenced: when the row is not in the state and
 * epoch that the caller saw, nothing happens.
 *
 * @returns The row as it is now, or `undefined` when it was fenced off.
 * @throws {@link JournalError} `JOURNAL_TRANSITION` when the table has no such line.
 */
export async function move(
  q: Query,
  row: OutboxRow,
  event: OutboxEvent,
  actor: string,
  change: Change = {},
): Promise<OutboxRow | undefined> {
  const line = transitionOf(row.state, event);
  if (line === undefined)
    throw new JournalError(
      "JOURNAL_TRANSITION",
      `outbox row ${row.id} is ${row.state}: ${event} is not possible`,
      `发件箱第 ${row.id} 行处于 ${row.state},不能执行 ${event}`,
      { details: { id: row.id, state: row.state } },
    );
  const epoch = line.fence === "next" ? row.epoch + 1 : row.epoch;
  const sets: [string, Param][] = [
    ["state", line.to],
    ["epoch", epoch],
    ["owner", change.owner ?? null],
    ["lease_until", change.leaseUntil ?? null],
  ];
  if (change.due !== undefined) sets.push(["due", Math.trunc(change.due)]);
  if (change.resends !== undefined) sets.push(["resends", change.resends]);
  if (change.messageId !== undefined) sets.push(["message_id", change.messageId]);
  if (change.remoteId !== undefined) sets.push(["remote_id", change.remoteId]);
  if (change.errorCode !== undefined) sets.push(["error_code", change.errorCode]);
  const [made] = await q(
    `update outbox set ${sets.map(([name]) => `${name} = ?`).join(", ")}, updated = {{NOW}}
      where id = ? and state = ? and epoch = ? returning due, updated`,
    ...sets.map(([, value]) => value),
    row.id,
    row.state,
    row.epoch,
  );
  if (!made) return undefined;
  await append(q, {
    stream: streamOf(row.id),
    ev: event,
    actor,
    data: { state: line.to, epoch, ...change.data },
  });
  // The content is not asked for again: it may be large, and never changes.
  return {
    ...row,
    state: line.to,
    epoch,
    owner: change.owner ?? null,
    leaseUntil: change.leaseUntil ?? null,
    due: num(made, "due"),
    updated: num(made, "updated"),
    resends: change.resends ?? row.resends,
    messageId: change.messageId ?? row.messageId,
    remoteId: change.remoteId ?? row.remoteId,
    errorCode: change.errorCode === undefined ? row.errorCode : change.errorCode,
  };
}

/** A row by its id. */
export async function outboxById(q: Query, id: number): Promise<OutboxRow | undefined> {
  const [row] = await q(`select ${OUTBOX_COLUMNS} from outbox where id = ?`, id);
  return row && outboxRow(row);
}

/** Name of a row's chain in the ledger. */
export function streamOf(id: number): string {
  return `outbox/${id}`;
}

/** The row behind a query's result. */
export function outboxRow(row: Row): OutboxRow {
  return {
    id: num(row, "id"),
    tenant: text(row, "tenant"),
    op: text(row, "op"),
    key: text(row, "bkey"),
    rev: num(row, "rev"),
    content: bytes(row, "content"),
    contentHash: text(row, "content_hash"),
    messageId: text(row, "message_id"),
    state: text(row, "state") as OutboxState,
    due: num(row, "due"),
    resends: num(row, "resends"),
    epoch: num(row, "epoch"),
    owner: textOrNull(row, "owner"),
    leaseUntil: numOrNull(row, "lease_until"),
    remoteId: textOrNull(row, "remote_id"),
    errorCode: textOrNull(row, "error_code"),
    created: num(row, "created"),
    updated: num(row, "updated"),
    trace: textOrNull(row, "trace"),
  };
}
