import { rmSync } from "node:fs";
import { join } from "node:path";
import Better from "better-sqlite3";
import Libsql from "libsql";
import { describe, expect, it, onTestFinished } from "vitest";
import {
  betterSqlite3,
  type Journal,
  JournalError,
  libsql,
  nodeSqlite,
  openJournal,
  type Store,
  sqliteStore,
} from "../src/index.ts";
import { folder, order } from "./support/open.ts";

/** A journal on a store whose transactions and statements are counted. */
async function counted(inner: Store): Promise<{ journal: Journal; transactions: number; statements: number }> {
  const seen = { transactions: 0, statements: 0 };
  const store: Store = {
    dialect: inner.dialect,
    tx: (fn) => {
      seen.transactions++;
      return inner.tx((q) =>
        fn((sql, ...params) => {
          seen.statements++;
          return q(sql, ...params);
        }),
      );
    },
    close: () => inner.close(),
  };
  const journal = await openJournal({ store });
  onTestFinished(() => journal.close().catch(() => {}));
  return Object.assign(seen, { journal, transactions: 0, statements: 0 });
}

describe.each([nodeSqlite, betterSqlite3(Better), libsql(Libsql)])("orders that come together, $name", (driver) => {
  const counting = (): ReturnType<typeof counted> => counted(sqliteStore({ path: join(folder(), "coo.db"), driver }));

  it("are written with one transaction and three statements, each as it would be by itself", async () => {
    const seen = await counting();
    const { journal } = seen;
    const made = await Promise.all(Array.from({ length: 32 }, (_, i) => journal.enqueue(order(`D-${i}`))));
    expect([seen.transactions, seen.statements]).toEqual([1, 3]);
    expect(made.map(({ row, isNew }) => [row.id, row.key, isNew])).toEqual(
      Array.from({ length: 32 }, (_, i) => [i + 1, `D-${i}`, true]),
    );
    for (const { row } of made) {
      expect(await journal.find(row.id)).toEqual({ ...row, content: expect.anything() });
      const { ledger } = await journal.history(row.id);
      expect(ledger.map(({ n, ev, at }) => [n, ev, at])).toEqual([[1, "enqueue", row.created]]);
    }
    expect((await journal.verify()).faults).toEqual([]);
    expect((await journal.enqueue(order("E"))).row.id).toBe(33);
  });

  it("are all written, however many they are, and however large", async () => {
    const seen = await counting();
    const { journal } = seen;
    const made = await Promise.all(Array.from({ length: 150 }, (_, i) => journal.enqueue(order(`D-${i}`))));
    expect(new Set(made.map(({ row }) => row.id)).size).toBe(150);
    expect(seen.transactions).toBe(3);
    const large = "x".repeat(600_000);
    await Promise.all(["A", "B", "C"].map((key) => journal.enqueue(order(key, large))));
    expect(seen.transactions).toBe(6);
    expect(await journal.pending()).toBe(153);
    expect((await journal.verify()).faults).toEqual([]);
  });

  it("do not suffer from one that is refused, nor from one that is there", async () => {
    const { journal } = await counting();
    await journal.enqueue(order("D-3"));
    await journal.enqueue(order("D-5"));
    const results = await Promise.allSettled(
      Array.from({ length: 10 }, (_, i) => journal.enqueue(order(`D-${i}`, i === 5 ? "other" : undefined))),
    );
    const told = results.map((one) => (one.status === "fulfilled" ? one.value.isNew : one.reason.code));
    const expected: unknown[] = Array.from({ length: 10 }, () => true);
    expected[3] = false;
    expected[5] = "JOURNAL_CONTENT";
    expect(told).toEqual(expected);
    expect(await journal.pending()).toBe(10);
    expect((await journal.verify()).faults).toEqual([]);
  });

  it("make one row of one key, and refuse other content of it", async () => {
    const { journal } = await counting();
    const results = await Promise.allSettled([
      journal.enqueue(order("D-1")),
      journal.enqueue(order("D-1", "other")),
      journal.enqueue(order("D-1")),
    ]);
    expect(results).toMatchObject([
      { value: { isNew: true, row: { id: 1 } } },
      { reason: { code: "JOURNAL_CONTENT" } },
      { value: { isNew: false, row: { id: 1 } } },
    ]);
  });

  it("are not acknowledged by a commit that failed, nor by a journal that is closed", async () => {
    const path = join(folder(), "coo.db");
    const journal = await openJournal({ store: `sqlite:${path}`, driver });
    const codes = async (): Promise<unknown[]> =>
      (await Promise.allSettled(["D-1", "D-2"].map((key) => journal.enqueue(order(key))))).map(
        (one) => one.status === "rejected" && one.reason.code,
      );
    rmSync(path);
    expect(await codes()).toEqual(["JOURNAL_STORE", "JOURNAL_STORE"]);
    await journal.close();
    expect(await codes()).toEqual(["JOURNAL_CLOSED", "JOURNAL_CLOSED"]);
  });
});

it("is asked for once where nobody knows what became of the commit", async () => {
  const inner = sqliteStore({ path: join(folder(), "coo.db") });
  let unknown = false;
  const store: Store = {
    dialect: "sqlite",
    async tx(fn) {
      const value = await inner.tx(fn);
      if (!unknown) return value;
      unknown = false;
      throw new JournalError("JOURNAL_STORE", "no answer", "没有应答", { details: { outcome: "unknown" } });
    },
    close: () => inner.close(),
  };
  const journal = await openJournal({ store });
  unknown = true;
  expect(await journal.enqueue(order("D-1"))).toMatchObject({ isNew: true, row: { id: 1 } });
  expect(await journal.enqueue(order("D-1"))).toMatchObject({ isNew: false, row: { id: 1 } });
  expect(await journal.pending()).toBe(1);
  await journal.close();
});
