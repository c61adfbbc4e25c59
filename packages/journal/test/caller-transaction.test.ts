import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { createClient } from "@libsql/client";
import Better from "better-sqlite3";
import { sql } from "drizzle-orm";
import { drizzle as drizzleBetter } from "drizzle-orm/better-sqlite3";
import { drizzle as drizzleLibsql } from "drizzle-orm/libsql";
import { drizzle as drizzlePg } from "drizzle-orm/node-postgres";
import { CamelCasePlugin, Kysely, PostgresDialect, SqliteDialect } from "kysely";
import Libsql from "libsql";
import { Client, Pool } from "pg";
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from "vitest";
// @boundaries-ignore test support is shared by all packages
import { type Postgres, postgresBin, startPostgres } from "../../../test/support/postgres.ts";
import {
  betterSqlite3,
  type CallerTransaction,
  drizzleTransaction,
  type Journal,
  libsql,
  nodeSqlite,
  openJournal,
  type SqliteDriver,
  type SqliteStore,
  sqliteStore,
} from "../src/index.ts";
import { folder, order } from "./support/open.ts";

/** How a library runs a transaction in which a business row is written; the second argument ends it with an error. */
interface Library {
  readonly name: string;
  /** The journal's SQLite: the same as the library's. */
  readonly driver?: SqliteDriver;
  /** Opens the library on the journal's database, with a table `business(id text)`. */
  open(address: string): Promise<Opened>;
}

interface Opened {
  transaction(work: (tx: CallerTransaction) => Promise<void>): Promise<void>;
  /** How many business rows are there. */
  rows(): Promise<number>;
}

class Undone extends Error {}

/** What must hold for every library. */
function callerSuite({ name, driver, open }: Library, address: () => string): void {
  describe(`the caller's own transaction: ${name}`, () => {
    async function prepared(): Promise<{ readonly journal: Journal; readonly own: Opened }> {
      const store = address();
      const journal = await openJournal({ store: driver ? impatient(store, driver) : store });
      onTestFinished(() => journal.close());
      return { journal, own: await open(store) };
    }

    it("writes with the commit", async () => {
      const { journal, own } = await prepared();
      await own.transaction(async (tx) => {
        const { row, isNew } = await journal.enqueue(order("D-1"), { tx });
        expect([row.id, row.state, isNew]).toEqual([1, "ready", true]);
        expect([...row.content]).toEqual([...order("D-1").content]);
      });
      expect([await journal.pending(), await own.rows()]).toEqual([1, 1]);
      expect((await journal.find(1))?.messageId).toMatch(/^[0-9a-f]{32}$/);
      expect((await journal.verify()).faults).toEqual([]);
    });

    it("leaves nothing of a rollback", async () => {
      const { journal, own } = await prepared();
      const undone = own.transaction(async (tx) => {
        await journal.enqueue(order("D-1"), { tx });
        throw new Undone();
      });
      await expect(undone).rejects.toThrow(Undone);
      expect([await journal.pending(), await own.rows()]).toEqual([0, 0]);
      expect((await journal.verify()).rows).toBe(0);
    });

    it("lets the caller go on after a refusal", async () => {
      const { journal, own } = await prepared();
      await journal.enqueue(order("D-1"));
      await own.transaction(async (tx) => {
        const refused = journal.enqueue(order("D-1", "other content"), { tx });
        await expect(refused).rejects.toMatchObject({ code: "JOURNAL_CONTENT" });
        await journal.enqueue(order("D-2"), { tx });
      });
      expect([await journal.pending(), await own.rows()]).toEqual([2, 1]);
    });
  });
}

const pathOf = (address: string): string => address.slice("sqlite:".length);

/** Nobody else is at the file: what waits for the caller's transaction, in place of being in it, soon fails. */
function impatient(address: string, driver: SqliteDriver): SqliteStore {
  return sqliteStore({ path: pathOf(address), driver, busyMs: 500 });
}

/** A transaction by hand on a connection that answers at once. */
function byHand(db: { exec(sql: string): unknown }, tx: CallerTransaction, count: () => number): Opened {
  db.exec("pragma synchronous=full; create table business(id text)");
  return {
    async transaction(work) {
      db.exec("begin immediate; insert into business values('B-1')");
      try {
        await work(tx);
        db.exec("commit");
      } catch (error) {
        db.exec("rollback");
        throw error;
      }
    },
    rows: async () => count(),
  };
}

const SQLITE: readonly Library[] = [
  {
    name: "node:sqlite",
    driver: nodeSqlite,
    async open(address) {
      const db = new DatabaseSync(pathOf(address));
      onTestFinished(() => db.close());
      return byHand(db, db, () => Number(db.prepare("select count(*) as n from business").get()?.["n"]));
    },
  },
  {
    name: "better-sqlite3, and Drizzle on it",
    driver: betterSqlite3(Better),
    async open(address) {
      const db = new Better(pathOf(address));
      onTestFinished(() => void db.close());
      const orm = drizzleBetter({ client: db });
      return byHand(db, db, () => Number(orm.get<{ n: number }>(sql`select count(*) as n from business`)?.n));
    },
  },
  {
    name: "libsql",
    driver: libsql(Libsql),
    async open(address) {
      const db = new Libsql(pathOf(address));
      onTestFinished(() => void db.close());
      return byHand(db, db, () => (db.prepare("select count(*) as n from business").get() as { n: number }).n);
    },
  },
  {
    name: "Kysely on SQLite",
    driver: betterSqlite3(Better),
    async open(address) {
      const own = new Better(pathOf(address));
      own.exec("pragma synchronous=full; create table business(id text)");
      const db = new Kysely<{ business: { id: string } }>({
        dialect: new SqliteDialect({ database: own }),
        plugins: [new CamelCasePlugin()],
      });
      onTestFinished(() => db.destroy());
      return {
        transaction: (work) =>
          db.transaction().execute(async (trx) => {
            await trx.insertInto("business").values({ id: "B-1" }).execute();
            await work(trx);
          }),
        rows: async () => (await db.selectFrom("business").selectAll().execute()).length,
      };
    },
  },
  {
    name: "Drizzle on libsql",
    driver: libsql(Libsql),
    async open(address) {
      const client = createClient({ url: `file:${pathOf(address)}` });
      onTestFinished(() => client.close());
      await client.execute("create table business(id text)");
      const db = drizzleLibsql({ client });
      return {
        transaction: (work) =>
          db.transaction(async (tx) => {
            await tx.run(sql`insert into business values('B-1')`);
            await work(drizzleTransaction(tx, sql));
          }),
        rows: async () => (await db.all(sql`select id from business`)).length,
      };
    },
  },
];

for (const library of SQLITE) callerSuite(library, () => `sqlite:${join(folder(), "coo.db")}`);

it("does not let a plugin of the caller's Kysely change its statements or their rows", async () => {
  const address = `sqlite:${join(folder(), "coo.db")}`;
  const driver = betterSqlite3(Better);
  const journal = await openJournal({ store: impatient(address, driver) });
  onTestFinished(() => journal.close());
  const own = new Better(pathOf(address));
  own.exec("pragma synchronous=full");
  const seen: string[] = [];
  const db = new Kysely<never>({
    dialect: new SqliteDialect({ database: own }),
    plugins: [
      {
        transformQuery: ({ node }) => node,
        // As one that gives columns other names, and one that leaves out what it does not know.
        transformResult: async ({ result }) => {
          seen.push(...result.rows.flatMap((row) => Object.keys(row)));
          return { ...result, rows: result.rows.map((row) => ({ plugged: Object.values(row)[0] })) };
        },
      },
    ],
  });
  onTestFinished(() => db.destroy());
  await db.transaction().execute(async (tx) => {
    expect((await journal.enqueue(order("D-1"), { tx })).isNew).toBe(true);
    expect((await journal.enqueue(order("D-1"), { tx })).row.messageId).toMatch(/^[0-9a-f]{32}$/);
  });
  expect(seen).toEqual([]);
  expect((await journal.verify()).faults).toEqual([]);
});

it("leaves nothing of an enqueue that failed half-way in a caller's transaction that goes on", async () => {
  const path = join(folder(), "coo.db");
  const journal = await openJournal({ store: impatient(`sqlite:${path}`, nodeSqlite) });
  onTestFinished(() => journal.close());
  const db = new DatabaseSync(path);
  onTestFinished(() => db.close());
  db.exec("pragma synchronous = full; begin immediate");
  // The row is in the outbox by then.
  db.exec("create temp trigger refuse before insert on main.ledger begin select raise(abort, 'no room'); end");
  await expect(journal.enqueue(order("D-1"), { tx: db })).rejects.toThrow("no room");
  db.exec("drop trigger refuse");
  await journal.enqueue(order("D-2"), { tx: db });
  db.exec("commit");
  expect(await journal.store.tx((q) => q("select bkey from outbox"))).toEqual([{ bkey: "D-2" }]);
  expect((await journal.verify()).faults).toEqual([]);
});

it.each([
  { driver: nodeSqlite, open: (path: string) => new DatabaseSync(path) },
  { driver: betterSqlite3(Better), open: (path: string) => new Better(path) },
])("refuses a connection without a transaction, or one whose commit is not flushed: $driver.name", async (one) => {
  const path = join(folder(), "coo.db");
  const journal = await openJournal({ store: `sqlite:${path}`, driver: one.driver });
  onTestFinished(() => journal.close());
  const own = one.open(path);
  onTestFinished(() => void own.close());
  const refused = async (tx: CallerTransaction): Promise<void> =>
    expect(journal.enqueue(order("D-1"), { tx })).rejects.toMatchObject({ code: "JOURNAL_OPTIONS" });
  own.exec("pragma synchronous=full");
  await refused(own);
  own.exec("pragma synchronous=normal; begin immediate");
  await refused(own);
  own.exec("rollback");
  const db = new Kysely<never>({ dialect: new SqliteDialect({ database: new Better(":memory:") }) });
  await refused(db);
  await db.destroy();
  // Two implementations in one process do not see each other's locks.
  const other = one.driver === nodeSqlite ? new Better(":memory:") : new DatabaseSync(":memory:");
  other.exec("begin");
  await refused(other);
  other.close();
  expect(await journal.pending()).toBe(0);
});

describe.skipIf(postgresBin() === undefined)("PostgreSQL", () => {
  let server: Postgres;
  let made = 0;
  const address = (): string => server.database(`c${++made}`);
  beforeAll(async () => {
    server = await startPostgres();
  });
  afterAll(() => server?.stop());

  async function poolOn(url: string): Promise<Pool> {
    const pool = new Pool({ connectionString: url });
    onTestFinished(() => pool.end());
    await pool.query("create table business(id text)");
    return pool;
  }
  const rowsOf = async (pool: Pool): Promise<number> => (await pool.query("select id from business")).rows.length;

  callerSuite(
    {
      name: "pg",
      async open(url) {
        const pool = await poolOn(url);
        return {
          async transaction(work) {
            const client = await pool.connect();
            try {
              await client.query("begin");
              await client.query("insert into business values('B-1')");
              await work(client);
              await client.query("commit");
            } catch (error) {
              await client.query("rollback");
              throw error;
            } finally {
              client.release();
            }
          },
          rows: () => rowsOf(pool),
        };
      },
    },
    address,
  );

  callerSuite(
    {
      name: "Kysely on PostgreSQL",
      async open(url) {
        const pool = await poolOn(url);
        const db = new Kysely<{ business: { id: string } }>({
          dialect: new PostgresDialect({ pool }),
          plugins: [new CamelCasePlugin()],
        });
        return {
          transaction: (work) =>
            db.transaction().execute(async (trx) => {
              await trx.insertInto("business").values({ id: "B-1" }).execute();
              await work(trx);
            }),
          rows: () => rowsOf(pool),
        };
      },
    },
    address,
  );

  callerSuite(
    {
      name: "Drizzle on PostgreSQL",
      async open(url) {
        const pool = await poolOn(url);
        const db = drizzlePg({ client: pool });
        return {
          transaction: (work) =>
            db.transaction(async (tx) => {
              await tx.execute(sql`insert into business values('B-1')`);
              await work(drizzleTransaction(tx, sql));
            }),
          rows: () => rowsOf(pool),
        };
      },
    },
    address,
  );

  it("refuses a client without a transaction, a pool, and a transaction whose commit is not flushed", async () => {
    const url = address();
    const journal = await openJournal({ store: url });
    onTestFinished(() => journal.close());
    const client = new Client({ connectionString: url });
    await client.connect();
    onTestFinished(() => client.end());
    const pool = await poolOn(url);
    await expect(journal.enqueue(order("D-1"), { tx: client })).rejects.toMatchObject({ code: "JOURNAL_OPTIONS" });
    await expect(journal.enqueue(order("D-1"), { tx: pool })).rejects.toMatchObject({ code: "JOURNAL_OPTIONS" });
    await client.query("begin; set local synchronous_commit = off");
    await expect(journal.enqueue(order("D-1"), { tx: client })).rejects.toMatchObject({ code: "JOURNAL_OPTIONS" });
    // The caller's transaction is still usable.
    await client.query("insert into business values('B-1')");
    await client.query("commit");
    expect([await journal.pending(), await rowsOf(pool)]).toEqual([0, 1]);
    const other = new DatabaseSync(":memory:");
    other.exec("begin");
    await expect(journal.enqueue(order("D-1"), { tx: other })).rejects.toMatchObject({ code: "JOURNAL_OPTIONS" });
    other.close();
  });
});
