import type { Query, Store } from "./store.ts";

/** One step of the schema. Steps only add, or replace an index: an older program goes on working with a newer schema. */
interface Migration {
  readonly v: number;
  /** PostgreSQL's words, and `{{ID}}`. */
  readonly sql: readonly string[];
  /** Statements of one dialect only. */
  readonly pg?: readonly string[];
  readonly sqlite?: readonly string[];
}

const MIGRATIONS: readonly Migration[] = [
  {
    v: 1,
    sql: [
      `create table outbox(
        id {{ID}}, tenant text not null, op text not null, bkey text not null,
        rev int not null, content bytea not null, content_hash text not null, message_id text not null,
        state text not null, due bigint not null, resends int not null default 0, epoch int not null default 0,
        owner text, lease_until bigint, remote_id text, error_code text,
        created bigint not null, updated bigint not null, unique(tenant, op, bkey, rev))`,
      `create unique index outbox_one_open on outbox(tenant, op, bkey)
        where state not in ('accepted','rejected','cancelled')`,
      `create index outbox_due on outbox(state, due, id)`,
      `create index outbox_updated on outbox(updated, id)`,
      `create table attempt(
        outbox_id bigint not null, epoch int not null, started bigint not null, ended bigint, kind text,
        http_status int, return_code text, request_hash text, request bytea, response_hash text, response bytea,
        reason text, primary key(outbox_id, epoch))`,
      `create table inbox(
        id {{ID}}, dkey text not null unique, provider text not null, op text not null,
        body bytea not null, body_hash text not null, key_id text not null, state text not null, due bigint not null,
        tries int not null default 0, dups int not null default 0, received bigint not null, updated bigint not null,
        meta text not null, after_due bigint, after_tries int not null default 0, error text)`,
      `create index inbox_due on inbox(state, due, id)`,
      `create index inbox_after on inbox(after_due, id)`,
      `create table latest(subject text primary key, inbox_id bigint not null)`,
      `create table ledger(
        seq {{ID}}, stream text not null, n int not null, ev text not null,
        at bigint not null, actor text not null, data text, prev text not null, hash text not null,
        unique(stream, n))`,
      `create table anchor(day text primary key, last_seq bigint not null, root text not null, prev text not null)`,
      `create table limiter(name text primary key, tat bigint not null)`,
      `create table breaker(
        name text primary key, state text not null, since bigint not null, failures int not null, probe bigint)`,
      `create table finding(
        id {{ID}}, kind text not null, stream text not null,
        ours text, theirs text, seen bigint not null, closed bigint, closed_by text)`,
      `create unique index finding_open on finding(kind, stream) where closed is null`,
      `create table counter(name text primary key, n bigint not null, at bigint not null, data text)`,
      `create table meta(name text primary key, value text not null)`,
    ],
    // Nobody changes what is written: not this program, not by mistake.
    sqlite: [
      `create trigger ledger_no_update before update on ledger begin select raise(abort, 'the ledger only grows'); end`,
      `create trigger ledger_no_delete before delete on ledger begin select raise(abort, 'the ledger only grows'); end`,
    ],
    pg: [
      `create function coo_ledger_only_grows() returns trigger language plpgsql as
        $$ begin raise exception 'the ledger only grows'; end $$`,
      `create trigger ledger_only_grows before update or delete or truncate on ledger
        for each statement execute function coo_ledger_only_grows()`,
    ],
  },
  {
    v: 2,
    // Where the application was handed in, or the push received: `traceparent` of the W3C's Trace Context.
    sql: ["alter table outbox add column trace text", "alter table inbox add column trace text"],
  },
  {
    v: 3,
    // When the reconciler last compared it, and whether the remote had a final result then (1).
    sql: ["alter table outbox add column compared bigint", "alter table outbox add column settled int"],
  },
  {
    v: 4,
    sql: [],
    // Indexes of what is looked for and nothing else: SQLite writes a page for each index of a row at every commit. By
    // time alone SQLite never looked: it read all that was accepted and sorted it, for each page of the reconciler's.
    sqlite: [
      "create index outbox_accepted on outbox(state, updated, id) where state = 'accepted'",
      "drop index outbox_updated",
      "create index inbox_after_due on inbox(after_due, id) where after_due is not null",
      "drop index inbox_after",
    ],
  },
  {
    v: 5,
    sql: [
      // The final result that a query showed of an application. From `due` on it is compared with the pushes that came.
      `create table result(
        outbox_id bigint primary key, provider text not null, op text not null, body bytea not null, hash text not null,
        lacks text, asked bigint not null, due bigint, verdict text, inbox_id bigint)`,
      `create index result_due on result(due, outbox_id) where due is not null`,
      // Of rows that no push brought: whatever is pushed about the same is compared with them.
      "alter table inbox add column subject text",
      `create index inbox_subject on inbox(subject) where subject is not null`,
    ],
  },
];

/** Brings the schema up to date and gives its version. Safe to run by several processes at once. */
export async function migrate(store: Store): Promise<number> {
  return store.tx(async (q) => {
    if (store.dialect === "pg") await q("select pg_advisory_xact_lock(7411001)");
    await q(ddl(store, "create table if not exists schema_version(v int primary key, at bigint not null)"));
    const [row] = await q("select coalesce(max(v), 0) as v from schema_version");
    let version = Number(row?.["v"]);
    for (const migration of MIGRATIONS) {
      if (migration.v <= version) continue;
      await apply(store, q, migration);
      version = migration.v;
    }
    return version;
  });
}

async function apply(store: Store, q: Query, migration: Migration): Promise<void> {
  for (const sql of migration.sql) await q(ddl(store, sql));
  for (const sql of migration[store.dialect] ?? []) await q(sql);
  await q("insert into schema_version(v, at) values(?, {{NOW}})", migration.v);
}

/** The tables' definitions are the only statements whose types differ. */
function ddl(store: Store, sql: string): string {
  if (store.dialect === "pg") return sql;
  const own = sql.replaceAll(/\bbytea\b/g, "blob").replaceAll(/\bbigint\b/g, "integer");
  return own.startsWith("create table") ? `${own} strict` : own;
}
