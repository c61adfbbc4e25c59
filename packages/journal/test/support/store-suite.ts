import { describe, expect, it } from "vitest";
import type { Store } from "../../src/index.ts";

/** What every {@link Store} must do. `open` gives an empty one; `reopen` the same data again. */
export function storeSuite(
  name: string,
  setup: () => Promise<{ readonly store: Store; readonly reopen: () => Promise<Store> }>,
): void {
  const create = "create table t(id {{ID}}, k text not null unique, n {{BIG}}, b {{BYTES}})";
  const sql = (store: Store): string =>
    create
      .replace("{{BIG}}", store.dialect === "pg" ? "bigint" : "integer")
      .replace("{{BYTES}}", store.dialect === "pg" ? "bytea" : "blob");

  describe(`store: ${name}`, () => {
    it("keeps what was committed, over a reopening", async () => {
      const { store, reopen } = await setup();
      await store.tx((q) => q(sql(store)));
      await store.tx((q) =>
        q("insert into t(k, n, b) values(?, ?, ?)", "中文 a", 2 ** 52, new Uint8Array([0, 255, 1])),
      );
      await store.close();
      const again = await reopen();
      const rows = await again.tx((q) => q("select k, n, b from t"));
      expect(rows.map((row) => ({ ...row, b: [...(row["b"] as Uint8Array)] }))).toEqual([
        { k: "中文 a", n: 2 ** 52, b: [0, 255, 1] },
      ]);
      await again.close();
    });

    it("leaves nothing of a transaction that failed, and does not take others with it", async () => {
      const { store } = await setup();
      await store.tx((q) => q(sql(store)));
      // There before: which of several at a time comes first, nobody knows.
      await store.tx((q) => q("insert into t(k) values('z')"));
      const results = await Promise.allSettled([
        store.tx((q) => q("insert into t(k) values('a')")),
        store.tx(async (q) => {
          await q("insert into t(k) values('b')");
          throw new Error("no");
        }),
        store.tx((q) => q("insert into t(k) values('c')")),
        store.tx(async (q) => {
          await q("insert into t(k) values('d')");
          await q("insert into t(k) values('z')");
        }),
      ]);
      expect(results.map((one) => one.status)).toEqual(["fulfilled", "rejected", "fulfilled", "rejected"]);
      const rows = await store.tx((q) => q("select k from t order by k"));
      expect(rows.map((row) => row["k"])).toEqual(["a", "c", "z"]);
      await store.close();
    });

    it("leaves nothing of a transaction that failed by itself, and tells why", async () => {
      const { store } = await setup();
      await store.tx((q) => q(sql(store)));
      const failing = store.tx(async (q) => {
        await q("insert into t(k) values('a')");
        throw new Error("no");
      });
      await expect(failing).rejects.toThrow("no");
      await store.tx((q) => q("insert into t(k) values('b')"));
      expect(await store.tx((q) => q("select k from t"))).toEqual([{ k: "b" }]);
      await store.close();
    });

    it("gives rows of returning, nulls, numbers and the time", async () => {
      const { store } = await setup();
      await store.tx((q) => q(sql(store)));
      const [made] = await store.tx((q) => q("insert into t(k, n) values(?, {{NOW}}) returning id, k, n, b", "x"));
      expect(made).toMatchObject({ k: "x", b: null });
      expect(typeof made?.["id"]).toBe("number");
      expect(Number(made?.["n"])).toBeGreaterThan(Date.parse("2026-01-01"));
      const [count] = await store.tx((q) => q("select count(*) as n, coalesce(sum(n), 0) as s from t"));
      expect([typeof count?.["n"], typeof count?.["s"]]).toEqual(["number", "number"]);
      await store.close();
    });

    it("gives a row to one of many that claim it", async () => {
      const { store } = await setup();
      await store.tx((q) => q(sql(store)));
      for (let i = 0; i < 40; i++) await store.tx((q) => q("insert into t(k, n) values(?, 0)", `k${i}`));
      const claimed: unknown[] = [];
      await Promise.all(
        Array.from({ length: 8 }, async () => {
          for (;;) {
            const [row] = await store.tx(async (q) => {
              const [found] = await q("select id from t where n = 0 order by id limit 1 {{SKIP}}");
              return found ? q("update t set n = 1 where id = ? returning id", found["id"] ?? 0) : [];
            });
            if (!row) return;
            claimed.push(row["id"]);
          }
        }),
      );
      expect(claimed).toHaveLength(40);
      expect(new Set(claimed).size).toBe(40);
      await store.close();
    });

    it("takes upserts and partial unique indexes", async () => {
      const { store } = await setup();
      await store.tx((q) => q(sql(store)));
      await store.tx((q) => q("create unique index t_open on t(n) where b is null"));
      await store.tx((q) => q("insert into t(k, n) values('a', 1)"));
      await expect(store.tx((q) => q("insert into t(k, n) values('b', 1)"))).rejects.toThrow();
      const skipped = await store.tx((q) =>
        q("insert into t(k, n) values('b', 1) on conflict do nothing returning id"),
      );
      expect(skipped).toEqual([]);
      const [row] = await store.tx((q) =>
        q("insert into t(k, n) values('a', 5) on conflict(k) do update set n = t.n + 1 returning n"),
      );
      expect(row).toEqual({ n: 2 });
      await store.close();
    });

    it("refuses work after it was closed", async () => {
      const { store } = await setup();
      await store.close();
      await expect(store.tx((q) => q("select 1 as one"))).rejects.toMatchObject({ code: "JOURNAL_CLOSED" });
      await store.close();
    });
  });
}
