import { insertAll } from "./insert-all.ts";
import { begin } from "./ledger.ts";
import { FIRST_STATE, type Made, type OutboxRow, rowOf, startOf } from "./outbox.ts";
import { num, type Query, type Row, type Store } from "./store.ts";

/** Orders of one transaction at most, so that others have their turn, and bytes of theirs: SQLite copies what it is given. */
const TOGETHER = 64;
const BYTES = 1 << 20;

interface Waiting {
  readonly made: Made;
  readonly resolve: (row: OutboxRow | undefined) => void;
  readonly reject: (error: unknown) => void;
}

/**
 * Puts orders that come at the same time into the outbox together, on SQLite: one transaction and a statement for many
 * rows, which are new nearly always. Where one of them is not, or anything else is in the way, nothing is written, and
 * each has to be looked at by itself.
 */
export class Together {
  readonly #store: Store;
  #waiting: Waiting[] = [];

  constructor(store: Store) {
    this.#store = store;
  }

  /** Gives the new row when it is on the disk, or `undefined` for an order that has to be put by itself. */
  put(made: Made): Promise<OutboxRow | undefined> {
    return new Promise((resolve, reject) => {
      // Whoever comes until the transaction begins goes with it.
      if (this.#waiting.push({ made, resolve, reject }) === 1) void this.#write();
    });
  }

  /** As many of those who wait as go into one transaction, at least one. */
  #next(): readonly Waiting[] {
    let n = 0;
    let bytes = 0;
    for (const { made } of this.#waiting) {
      bytes += made.content.byteLength;
      if (n === TOGETHER || (n > 0 && bytes > BYTES)) break;
      n++;
    }
    return this.#waiting.splice(0, n);
  }

  async #write(): Promise<void> {
    let group: readonly Waiting[] = [];
    let isRefused = false;
    try {
      const rows = await this.#store.tx(async (q) => {
        if (group.length === 0) {
          group = this.#next();
          if (this.#waiting.length > 0) void this.#write();
        }
        try {
          return await insert(q, group);
        } catch (error) {
          isRefused = true;
          throw error;
        }
      });
      for (const [i, { resolve }] of group.entries()) resolve(rows[i]);
    } catch (error) {
      // A transaction that did not even begin: all who wait for it hear of that.
      if (group.length === 0) group = this.#waiting.splice(0);
      for (const { resolve, reject } of group) {
        if (isRefused) resolve(undefined);
        else reject(error);
      }
    }
  }
}

/** The ids are given here: asking for them with `returning` costs SQLite as much as all the rest of a row. */
async function insert(q: Query, group: readonly Waiting[]): Promise<readonly OutboxRow[]> {
  // Nobody else writes within this transaction.
  const [found] = await q(
    "select {{NOW}} as now, coalesce((select seq from sqlite_sequence where name = 'outbox'), 0) as last",
  );
  const now = num(found as Row, "now");
  const last = num(found as Row, "last");
  const rows = group.map(({ made }, i) => rowOf(made, last + 1 + i, 1, now));
  await insertAll(
    q,
    `insert into outbox(id, tenant, op, bkey, content, content_hash, message_id, due, created, updated, trace, rev, state)`,
    `(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 1, '${FIRST_STATE}')`,
    rows.map((row) => [
      row.id,
      row.tenant,
      row.op,
      row.key,
      row.content,
      row.contentHash,
      row.messageId,
      row.due,
      row.created,
      row.updated,
      row.trace,
    ]),
  );
  const entries = rows.map((row, i) => startOf(row, (group[i] as Waiting).made.actor));
  await begin(q, entries, now);
  return rows;
}
