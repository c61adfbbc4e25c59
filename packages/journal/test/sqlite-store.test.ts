import { copyFileSync, mkdirSync, rmSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import Better from "better-sqlite3";
import Libsql from "libsql";
import { describe, expect, it } from "vitest";
import {
  betterSqlite3,
  libsql,
  nodeSqlite,
  openJournal,
  type SqliteDriver,
  type SqliteStore,
  sqliteStore,
} from "../src/index.ts";
import { folder, open, order } from "./support/open.ts";
import { storeSuite } from "./support/store-suite.ts";

const DRIVERS: readonly SqliteDriver[] = [nodeSqlite, betterSqlite3(Better), libsql(Libsql)];

for (const driver of DRIVERS)
  storeSuite(driver.name, async () => {
    const path = join(folder(), "coo.db");
    return { store: sqliteStore({ path, driver }), reopen: async () => sqliteStore({ path, driver }) };
  });

describe.each(DRIVERS)("$name store", (driver) => {
  it("makes a file that only its owner can read", async () => {
    const path = join(folder(), "目录 with space.db");
    const store = sqliteStore({ driver, path });
    await store.tx((q) => q("create table t(a text)"));
    if (process.platform !== "win32") {
      expect(statSync(path).mode & 0o777).toBe(0o600);
      expect(statSync(`${path}-wal`).mode & 0o777).toBe(0o600);
    }
    await store.close();
  });

  it("flushes at every commit: synchronous is FULL in WAL mode", async () => {
    const store = sqliteStore({ driver, path: join(folder(), "coo.db") });
    const rows = await store.tx(async (q) => [...(await q("pragma synchronous")), ...(await q("pragma journal_mode"))]);
    expect(rows).toEqual([{ synchronous: 2 }, { journal_mode: "wal" }]);
    await store.close();
  });

  it("lets callers of one turn share a flush", async () => {
    const path = join(folder(), "coo.db");
    const store = sqliteStore({ driver, path });
    await store.tx((q) => q("create table t(a integer)"));
    const other = driver.open(path);
    const seen: unknown[] = [];
    await Promise.all(
      Array.from({ length: 20 }, (_, i) =>
        store.tx(async (q) => {
          await q("insert into t values(?)", i);
          seen.push(other.all("select count(*) as n from t", [])[0]?.["n"]);
        }),
      ),
    );
    // One commit: another connection sees nothing before it, and everything after it.
    expect(seen).toEqual(Array.from({ length: 20 }, () => 0));
    expect(other.all("select count(*) as n from t", [])).toEqual([{ n: 20 }]);
    other.close();
    await store.close();
  });

  it("waits for another process's lock, and says so when it stays", async () => {
    const path = join(folder(), "coo.db");
    const store = sqliteStore({ driver, path });
    const hasty = sqliteStore({ driver, path, busyMs: 100 });
    await store.tx((q) => q("create table t(a integer)"));
    const other = driver.open(path);
    other.exec("begin immediate");
    const waiting = store.tx((q) => q("insert into t values(1)"));
    setTimeout(() => other.exec("commit"), 50);
    await waiting;
    other.exec("begin immediate");
    await expect(hasty.tx((q) => q("insert into t values(2)"))).rejects.toMatchObject({ code: "JOURNAL_BUSY" });
    other.exec("commit");
    await store.tx((q) => q("insert into t values(3)"));
    expect(await store.tx((q) => q("select a from t"))).toEqual([{ a: 1 }, { a: 3 }]);
    other.close();
    await hasty.close();
    await store.close();
  });

  it("rolls back a function that hangs, and goes on", async () => {
    const store = sqliteStore({ driver, path: join(folder(), "coo.db"), txTimeoutMs: 50 });
    await store.tx((q) => q("create table t(a integer)"));
    const hanging = store.tx(async (q) => {
      await q("insert into t values(1)");
      await new Promise(() => {});
    });
    await expect(hanging).rejects.toMatchObject({ code: "JOURNAL_TX_TIMEOUT" });
    await store.tx((q) => q("insert into t values(2)"));
    expect(await store.tx((q) => q("select a from t"))).toEqual([{ a: 2 }]);
    await store.close();
  });

  it("gives each transaction of a batch the whole time", async () => {
    const store = sqliteStore({ driver, path: join(folder(), "coo.db"), txTimeoutMs: 50 });
    const hang = (): Promise<never> => store.tx(() => new Promise<never>(() => {}));
    const outcomes = await Promise.allSettled([hang(), store.tx((q) => q("select 1 as a")), hang()]);
    expect(outcomes).toMatchObject([
      { reason: { code: "JOURNAL_TX_TIMEOUT" } },
      { value: [{ a: 1 }] },
      { reason: { code: "JOURNAL_TX_TIMEOUT" } },
    ]);
    await store.close();
  });

  it("copies the log into the file in a quiet moment, before anybody has to wait for that", async () => {
    const path = join(folder(), "coo.db");
    const journal = await openJournal({ store: sqliteStore({ driver, path }) });
    for (let n = 0; n < 100; n++) await journal.enqueue(order(`D-${n}`));
    // The file alone, as it is on the disk.
    const there = (): number => {
      copyFileSync(path, `${path}.copy`);
      const copy = driver.open(`${path}.copy`);
      try {
        const tables = copy.all("select count(*) as n from sqlite_schema where name = 'outbox'", []);
        return tables[0]?.["n"] === 1 ? Number(copy.all("select count(*) as n from outbox", [])[0]?.["n"]) : 0;
      } finally {
        copy.close();
      }
    };
    await expect.poll(there, { timeout: 60_000 }).toBe(100);
    await journal.close();
  });

  it("acknowledges nothing into a file that was deleted or replaced", async () => {
    const path = join(folder(), "coo.db");
    const journal = await openJournal({ store: `sqlite:${path}`, driver });
    await journal.enqueue(order("D-1"));
    rmSync(path);
    await expect(journal.enqueue(order("D-2"))).rejects.toMatchObject({ code: "JOURNAL_STORE" });
    writeFileSync(path, "");
    await expect(journal.enqueue(order("D-3"))).rejects.toMatchObject({ code: "JOURNAL_STORE" });
    await journal.close();
  });

  it("refuses a folder in place of a file, and a store of another kind", async () => {
    const path = join(folder(), "d");
    mkdirSync(path);
    await expect(openJournal({ store: `sqlite:${path}`, driver })).rejects.toMatchObject({ code: "JOURNAL_STORE" });
    await expect(openJournal({ store: "mysql:x" })).rejects.toMatchObject({ code: "JOURNAL_OPTIONS" });
  });

  it("keeps the ledger from being changed", async () => {
    const path = join(folder(), "coo.db");
    const journal = await openJournal({ store: `sqlite:${path}`, driver });
    await journal.enqueue(order("D-1"));
    await expect(journal.store.tx((q) => q("update ledger set ev = 'x'"))).rejects.toThrow("only grows");
    await expect(journal.store.tx((q) => q("delete from ledger"))).rejects.toThrow("only grows");
    await journal.close();
  });

  it("copies a journal in use; the copy asks before it sends", async () => {
    const path = join(folder(), "coo.db");
    const { journal, remote } = await open({ path, driver });
    await journal.enqueue(order("D-1"));
    const copy = join(folder(), "copy 副本.db");
    await Promise.all([
      (journal.store as SqliteStore).backup(copy),
      ...Array.from({ length: 20 }, (_, i) => journal.enqueue(order(`E-${i}`))),
    ]);
    while ((await journal.steps.send("P1")).did);
    expect(remote.sent).toHaveLength(21);
    const restored = await open({ path: copy, driver });
    expect((await restored.journal.find(1))?.state).toBe("in_doubt");
    expect((await restored.journal.verify()).faults).toEqual([]);
  });
});
