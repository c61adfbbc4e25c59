import type { Context } from "./context.ts";
import type { Param, Query, Row, Store } from "./store.ts";

/** What was emptied. */
export interface DroppedBodies {
  /** Bodies of pushes that are done. */
  readonly pushes: number;
  /** Requests and answers of attempts of applications that are final. */
  readonly attempts: number;
  /** Results that queries showed and that are judged. */
  readonly results: number;
}

interface Emptied {
  readonly table: string;
  /** Condition; its one parameter is the age. */
  readonly where: string;
  /** Columns and what they hold afterwards. */
  readonly becomes: Readonly<Record<string, Param>>;
}

/** The last push applied to a subject keeps its body, and what a query brought: the next one is compared with it. */
const PUSHES: Emptied = {
  table: "inbox",
  where: `id in (select id from inbox where state = 'done' and after_due is null and subject is null and updated < {{NOW}} - ?
    and length(body) > 0 and not exists (select 1 from latest where latest.inbox_id = inbox.id) order by id limit ?)`,
  becomes: { body: new Uint8Array() },
};

const ATTEMPTS: Emptied = {
  table: "attempt",
  where: `(outbox_id, epoch) in (select a.outbox_id, a.epoch from attempt a join outbox o on o.id = a.outbox_id
    where a.ended < {{NOW}} - ? and (a.request is not null or a.response is not null)
    and o.state in ('accepted', 'rejected', 'cancelled') order by a.outbox_id, a.epoch limit ?)`,
  becomes: { request: null, response: null },
};

const RESULTS: Emptied = {
  table: "result",
  where: `outbox_id in (select outbox_id from result where due is null and asked < {{NOW}} - ? and length(body) > 0
    order by outbox_id limit ?)`,
  becomes: { body: new Uint8Array() },
};

/** Rows emptied in one transaction: nobody waits for long. */
const BATCH = 200;

/** Empties the bodies of what is over and older than `ageMs`; hashes, keys and the ledger stay. */
export async function dropBodies({ store }: Context, ageMs: number): Promise<DroppedBodies> {
  return {
    pushes: await inBatches(store, PUSHES, ageMs),
    attempts: await inBatches(store, ATTEMPTS, ageMs),
    results: await inBatches(store, RESULTS, ageMs),
  };
}

async function inBatches(store: Store, what: Emptied, ageMs: number): Promise<number> {
  for (let emptied = 0; ; ) {
    const done = await store.tx((q) => (store.dialect === "pg" ? update(q, what, ageMs) : write(q, what, ageMs)));
    emptied += done;
    if (done < BATCH) return emptied;
  }
}

async function update(q: Query, { table, where, becomes }: Emptied, ageMs: number): Promise<number> {
  const sets = Object.keys(becomes).map((name) => `${name} = ?`);
  const sql = `update ${table} set ${sets.join(", ")} where ${where} returning 1 as one`;
  return (await q(sql, ...Object.values(becomes), ageMs, BATCH)).length;
}

/** SQLite gives no room back where a row becomes shorter, only where one goes: so it goes, and comes again. */
async function write(q: Query, { table, where, becomes }: Emptied, ageMs: number): Promise<number> {
  const rows = await q(`delete from ${table} where ${where} returning *`, ageMs, BATCH);
  for (const row of rows) {
    const next: Row = { ...row, ...becomes };
    const names = Object.keys(next);
    await q(
      `insert into ${table}(${names.join(", ")}) values(${names.map(() => "?").join(", ")})`,
      ...(Object.values(next) as Param[]),
    );
  }
  return rows.length;
}
