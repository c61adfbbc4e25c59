import { createHash, hash } from "node:crypto";
import { insertAll } from "./insert-all.ts";
import { num, type Param, type Query, type Row, type Store, text, textOrNull } from "./store.ts";

/** What goes into the ledger with a change of state. */
export interface LedgerEntry {
  /** Name of the document's chain. */
  readonly stream: string;
  readonly ev: string;
  /** Who did it: a worker's owner text, or a person's name. */
  readonly actor: string;
  /** Facts without message text. */
  readonly data?: Readonly<Record<string, unknown>>;
}

/** A row as it stands in the ledger. */
export interface LedgerRow {
  readonly seq: number;
  readonly stream: string;
  readonly n: number;
  readonly ev: string;
  readonly at: number;
  readonly actor: string;
  readonly data: string | null;
  readonly prev: string;
  readonly hash: string;
}

/** Something that {@link verifyLedger} found wrong. */
export interface ChainFault {
  readonly stream: string;
  readonly n: number;
  readonly what: "hash" | "gap" | "prev" | "anchor" | "state" | "missing";
  readonly message: string;
}

/** What {@link verifyLedger} looked at. */
export interface LedgerReport {
  readonly rows: number;
  readonly streams: number;
  readonly anchors: number;
  readonly faults: readonly ChainFault[];
}

/** In front of the first row of a chain and of the first anchor. */
export const GENESIS: string = "0".repeat(64);

const PAGE = 5_000;

const INTO = "insert into ledger(stream, n, ev, at, actor, data, prev, hash)";

/** Hash of a row: it covers everything but `seq`, which PostgreSQL may leave gaps in. */
export function ledgerHash(row: Omit<LedgerRow, "seq" | "hash">): string {
  return sha256(JSON.stringify([row.prev, row.stream, row.n, row.ev, row.at, row.actor, row.data]));
}

/** Appends a row to its document's chain, in the transaction of the change it tells of. Gives the time written. */
export async function append(q: Query, entry: LedgerEntry): Promise<number> {
  const [head] = await q(
    `select {{NOW}} as at, (select max(n) from ledger where stream = ?) as n,
      (select hash from ledger where stream = ? order by n desc limit 1) as hash`,
    entry.stream,
    entry.stream,
  );
  const at = num(head as Row, "at");
  const { stream, ev, actor } = entry;
  const n = Number(head?.["n"] ?? 0) + 1;
  const prev = textOrNull(head as Row, "hash") ?? GENESIS;
  const data = dataOf(entry);
  const hash = ledgerHash({ stream, n, ev, at, actor, data, prev });
  await q(`${INTO} values(?, ?, ?, ?, ?, ?, ?, ?)`, stream, n, ev, at, actor, data, prev, hash);
  return at;
}

/**
 * Begins the chains of documents that this transaction has made: there is nothing to look for. Were there a chain
 * already, its first row would be in the way.
 *
 * @param at - When the documents were made, by the store's clock.
 */
export function begin(q: Query, entries: readonly LedgerEntry[], at: number): Promise<void> {
  const rows = entries.map((entry): readonly Param[] => {
    const { stream, ev, actor } = entry;
    const data = dataOf(entry);
    return [stream, ev, at, actor, data, ledgerHash({ stream, n: 1, ev, at, actor, data, prev: GENESIS })];
  });
  return insertAll(q, INTO, `(?, 1, ?, ?, ?, ?, '${GENESIS}', ?)`, rows);
}

function dataOf({ data }: LedgerEntry): string | null {
  return data === undefined ? null : JSON.stringify(data);
}

/** The columns behind a {@link LedgerRow}. */
const COLUMNS = "seq, stream, n, ev, at, actor, data, prev, hash";

/** The chain of one document, oldest first. */
export async function chainOf(q: Query, stream: string): Promise<LedgerRow[]> {
  return (await q(`select ${COLUMNS} from ledger where stream = ? order by n`, stream)).map(ledgerRow);
}

/**
 * Binds all rows written since the last anchor: its root can be printed, mailed or stamped elsewhere. One a day; a day
 * that has one, or had no rows, gets none.
 *
 * @param day - `yyyy-MM-dd`.
 */
export async function anchorDay(store: Store, day: string): Promise<{ readonly root: string } | undefined> {
  return store.tx(async (q) => {
    // Rows whose transactions are still open would get numbers below the anchor's.
    if (store.dialect === "pg") await q("lock table ledger in share mode");
    const [last] = await q("select day, last_seq, root from anchor order by last_seq desc limit 1");
    if (last && text(last, "day") >= day) return undefined;
    const from = last ? num(last, "last_seq") : 0;
    const [top] = await q("select coalesce(max(seq), 0) as seq from ledger");
    const to = num(top as Row, "seq");
    if (to === from) return undefined;
    const prev = last ? text(last, "root") : GENESIS;
    const root = await rootOf(q, day, prev, from, to);
    await q("insert into anchor(day, last_seq, root, prev) values(?, ?, ?, ?)", day, to, root, prev);
    return { root };
  });
}

/** Checks every chain, every anchor, and that the tables tell the same state as the last row of each chain. */
export async function verifyLedger(store: Store): Promise<LedgerReport> {
  const faults: ChainFault[] = [];
  // A transaction a page: a long check must not stop the work.
  const page: Query = (sql, ...params) => store.tx((q) => q(sql, ...params));
  const { rows, streams } = await verifyChains(page, faults);
  const anchors = await verifyAnchors(page, faults);
  await verifyStates(page, faults);
  return { rows, streams, anchors, faults };
}

async function verifyChains(page: Query, faults: ChainFault[]): Promise<{ rows: number; streams: number }> {
  let rows = 0;
  let streams = 0;
  let stream = "";
  let n = 0;
  let hash = GENESIS;
  for (;;) {
    const found = await page(
      `select ${COLUMNS} from ledger where (stream, n) > (?, ?) order by stream, n limit ?`,
      stream,
      n,
      PAGE,
    );
    for (const raw of found) {
      const row = ledgerRow(raw);
      if (row.stream !== stream) {
        streams++;
        stream = row.stream;
        n = 0;
        hash = GENESIS;
      }
      const fault = (what: ChainFault["what"], message: string): void =>
        void faults.push({ stream, n: row.n, what, message });
      if (row.n !== n + 1) fault("gap", `row ${n + 1} is missing`);
      else if (row.prev !== hash) fault("prev", "does not follow the row before it");
      if (ledgerHash(row) !== row.hash) fault("hash", "was changed after it was written");
      n = row.n;
      hash = row.hash;
      rows++;
    }
    if (found.length < PAGE) return { rows, streams };
  }
}

async function verifyAnchors(page: Query, faults: ChainFault[]): Promise<number> {
  const anchors = await page("select day, last_seq, root, prev from anchor order by last_seq");
  let from = 0;
  let prev = GENESIS;
  for (const anchor of anchors) {
    const day = text(anchor, "day");
    const to = num(anchor, "last_seq");
    const root = await rootOf(page, day, prev, from, to);
    if (text(anchor, "prev") !== prev || text(anchor, "root") !== root) {
      const message = `the rows up to ${to} are not those of ${day}`;
      faults.push({ stream: `anchor/${day}`, n: to, what: "anchor", message });
    }
    from = to;
    prev = text(anchor, "root");
  }
  return anchors.length;
}

/** A chain that lost its end still fits: the tables tell what its last row must say. */
async function verifyStates(page: Query, faults: ChainFault[]): Promise<void> {
  for (const [table, epoch] of [
    ["outbox", "epoch"],
    ["inbox", "0"],
  ] as const) {
    for (let after = 0; ; ) {
      const found = await page(
        `select t.id, t.state, t.${epoch === "0" ? "tries * 0" : epoch} as epoch,
          (select l.data from ledger l where l.stream = '${table}/' || t.id order by l.n desc limit 1) as data
          from ${table} t where t.id > ? order by t.id limit ?`,
        after,
        PAGE,
      );
      for (const row of found) {
        const id = num(row, "id");
        after = id;
        const last = textOrNull(row, "data");
        const data = parse(last);
        if (data?.state === text(row, "state") && (data.epoch ?? 0) === num(row, "epoch")) continue;
        faults.push({
          stream: `${table}/${id}`,
          n: 0,
          what: last === null ? "missing" : "state",
          message: `the table says ${text(row, "state")}, epoch ${num(row, "epoch")}; the ledger says ${last ?? "nothing"}`,
        });
      }
      if (found.length < PAGE) break;
    }
  }
}

function parse(data: string | null): { readonly state?: string; readonly epoch?: number } | undefined {
  try {
    return data === null ? undefined : (JSON.parse(data) as { readonly state?: string; readonly epoch?: number });
  } catch {
    return undefined;
  }
}

async function rootOf(q: Query, day: string, prev: string, from: number, to: number): Promise<string> {
  const hash = createHash("sha256").update(`${prev}\n${day}\n${to}\n`);
  for (let after = from; ; ) {
    const page = await q(
      "select seq, hash from ledger where seq > ? and seq <= ? order by seq limit ?",
      after,
      to,
      PAGE,
    );
    for (const row of page) {
      after = num(row, "seq");
      hash.update(`${after} ${text(row, "hash")}\n`);
    }
    if (page.length < PAGE) return hash.digest("hex");
  }
}

/** The row behind a query's result. */
function ledgerRow(row: Row): LedgerRow {
  return {
    seq: num(row, "seq"),
    stream: text(row, "stream"),
    n: num(row, "n"),
    ev: text(row, "ev"),
    at: num(row, "at"),
    actor: text(row, "actor"),
    data: textOrNull(row, "data"),
    prev: text(row, "prev"),
    hash: text(row, "hash"),
  };
}

/** Hexadecimal SHA-256. */
export function sha256(data: string | Uint8Array): string {
  return hash("sha256", data);
}
