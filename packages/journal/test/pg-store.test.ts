import { Client } from "pg";
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from "vitest";
// @boundaries-ignore test support is shared by all packages
import { type Postgres, postgresBin, startPostgres } from "../../../test/support/postgres.ts";
import { type Journal, type JournalOptions, openJournal, pgStore } from "../src/index.ts";
import { pgText } from "../src/pg-store.ts";
import { FakeRemote } from "./support/fake-remote.ts";
import { order } from "./support/open.ts";
import { storeSuite } from "./support/store-suite.ts";

it("writes PostgreSQL's words", () => {
  expect(pgText("select {{NOW}} from t where a = ? and b = ? {{SKIP}}")).toBe(
    "select (extract(epoch from statement_timestamp()) * 1000)::bigint from t where a = $1 and b = $2 for update skip locked",
  );
});

const NO_LIMIT = { perSecond: 1_000_000, burst: 1_000_000 };

describe.skipIf(postgresBin() === undefined)("PostgreSQL", () => {
  let server: Postgres;
  let made = 0;
  const database = (): string => server.database(`t${++made}`);

  beforeAll(async () => {
    server = await startPostgres();
  });
  afterAll(() => server?.stop());

  storeSuite("PostgreSQL", async () => {
    const url = database();
    return { store: await pgStore({ url }), reopen: () => pgStore({ url }) };
  });

  async function open(
    url = database(),
    options: Partial<JournalOptions> = {},
  ): Promise<{ readonly journal: Journal; readonly remote: FakeRemote; readonly url: string }> {
    const journal = await openJournal({
      store: url,
      timing: {
        requestMs: 300,
        leaseMs: 2_000,
        settleMs: 100,
        queryPausesMs: [20],
        sendPausesMs: [50],
        pushPausesMs: [10],
      },
      limits: { provider: NO_LIMIT, tenant: NO_LIMIT },
      breaker: { inRow: 20, pauseMs: 50 },
      ...options,
    });
    onTestFinished(() => journal.close().catch(() => {}));
    const remote = new FakeRemote();
    journal.register(remote);
    return { journal, remote, url };
  }

  it("has a statement parsed once a session, and anew when its table got another column", async () => {
    const url = database();
    const store = await pgStore({ url, connections: 3 });
    onTestFinished(() => store.close());
    await store.tx((q) => q("create table t(a int)"));
    await store.tx((q) => q("insert into t(a) values(?)", 1));
    // All sessions at once, so that each has the plan.
    const all = () =>
      Promise.all(
        [1, 2, 3].map(() =>
          store.tx(async (q) => [...(await q("select * from t")), await q("select pg_sleep(0.05)")][0]),
        ),
      );
    expect(await all()).toEqual([{ a: 1 }, { a: 1 }, { a: 1 }]);
    const [parsed] = await store.tx((q) =>
      q("select count(*) as n from pg_prepared_statements where statement = 'select * from t'"),
    );
    expect(Number(parsed?.["n"])).toBe(1);
    const other = await pgStore({ url });
    onTestFinished(() => other.close());
    await other.tx((q) => q("alter table t add column b int"));
    expect(await all()).toEqual([
      { a: 1, b: null },
      { a: 1, b: null },
      { a: 1, b: null },
    ]);
    // What the function wrote before its plan was refused is not there twice.
    await other.tx((q) => q("alter table t add column c int"));
    let runs = 0;
    const rows = await store.tx(async (q) => {
      runs++;
      await q("insert into t(a) values(?)", 2);
      return q("select * from t");
    });
    expect(runs).toBeGreaterThan(1);
    expect(rows).toEqual([
      { a: 1, b: null, c: null },
      { a: 2, b: null, c: null },
    ]);
  });

  it("takes an application through every state, and the ledger fits", async () => {
    const { journal, remote } = await open();
    remote.sends = [
      { kind: "unclear" },
      { kind: "rejected", returnCode: "2002" },
      { kind: "accepted", remoteId: "C-1" },
    ];
    await journal.enqueue(order("D-1"));
    await journal.steps.send("P1");
    await expect.poll(async () => (await journal.steps.resolve("P1")).did, { timeout: 15_000 }).toBe(true);
    await journal.steps.send("P1");
    expect((await journal.find(1))?.state).toBe("rejected");
    await expect(journal.enqueue(order("D-2", "x", { revise: true }))).resolves.toMatchObject({ isNew: true });
    await journal.enqueue(order("D-1", "corrected"));
    while ((await journal.steps.send("P1")).did);
    expect((await journal.status()).outbox).toMatchObject([
      { state: "accepted", rows: 2 },
      { state: "rejected", rows: 1 },
    ]);
    expect((await journal.anchor("2026-03-01"))?.root).toMatch(/^[0-9a-f]{64}$/);
    expect(await journal.verify()).toMatchObject({ faults: [], anchors: 1 });
    await expect(journal.store.tx((q) => q("update ledger set ev = 'x'"))).rejects.toThrow("only grows");
  });

  it("lets one of many callers make a row, in many processes", async () => {
    const url = database();
    const journals = await Promise.all([open(url), open(url), open(url)]);
    const all = await Promise.all(
      Array.from({ length: 30 }, (_, i) => (journals[i % 3] as (typeof journals)[0]).journal.enqueue(order("D-1"))),
    );
    expect(all.filter((one) => one.isNew)).toHaveLength(1);
    const pushes = await Promise.all(
      Array.from({ length: 30 }, (_, i) =>
        (journals[i % 3] as (typeof journals)[0]).journal.inbox.receive(
          { key: "k", provider: "P1", op: "result", body: new Uint8Array([1]), bodyHash: "h", keyId: "0" },
          "received",
        ),
      ),
    );
    expect(pushes.filter((one) => one === "new")).toHaveLength(1);
  });

  it("sends each application once with three workers, and runs inTx exactly once", async () => {
    const url = database();
    const opened = await Promise.all([open(url), open(url), open(url)]);
    const { journal } = opened[0];
    await journal.store.tx((q) => q("create table effects(doc text not null)"));
    for (const { journal: one } of opened)
      one.handle("result", {
        inTx: async (q, push) => void (await q("insert into effects values(?)", push.key)),
      });
    const workers = opened.map(({ journal: one }) => one.work({ pollMs: 20, concurrency: 3 }));
    for (let i = 0; i < 60; i++) {
      await journal.enqueue(order(`D-${i}`));
      const body = new TextEncoder().encode(`${i}`);
      await journal.inbox.receive(
        { key: `k${i}`, provider: "P1", op: "result", body, bodyHash: `${i}`, keyId: "0" },
        "received",
      );
    }
    await expect.poll(() => journal.pending(), { timeout: 20_000 }).toBe(0);
    await expect
      .poll(async () => (await journal.status()).inbox.map((one) => `${one.state} ${one.rows}`), { timeout: 20_000 })
      .toEqual(["done 60"]);
    await Promise.all(workers.map((worker) => worker.stop()));
    const sent = opened.flatMap(({ remote }) => remote.sent.map((one) => one.row.key));
    expect([sent.length, new Set(sent).size]).toEqual([60, 60]);
    expect(await journal.store.tx((q) => q("select count(*) as n, count(distinct doc) as d from effects"))).toEqual([
      { n: 60, d: 60 },
    ]);
    expect((await journal.verify()).faults).toEqual([]);
  });

  it("writes in the caller's own transaction", async () => {
    const { journal, url } = await open();
    const client = new Client({ connectionString: url });
    await client.connect();
    await client.query("create table business(id text)");
    await client.query("begin");
    await client.query("insert into business values('B-1')");
    await journal.enqueue(order("D-1"), { tx: client });
    await client.query("rollback");
    expect(await journal.pending()).toBe(0);
    await client.query("begin");
    await journal.enqueue(order("D-2"), { tx: client });
    await client.query("commit");
    expect(await journal.pending()).toBe(1);
    await client.end();
  });

  it("tells of a statement that the server ended for its time as of a store that is away", async () => {
    const store = await pgStore({ url: database() });
    onTestFinished(() => store.close());
    const slow = store.tx(async (q) => {
      await q("set local statement_timeout = 50");
      await q("select pg_sleep(20)");
    });
    await expect(slow).rejects.toMatchObject({ code: "JOURNAL_STORE", message: expect.stringContaining("timeout") });
    expect(await store.tx((q) => q("select 1 as a"))).toEqual([{ a: 1 }]);
  });

  it("refuses a server that would lose acknowledged commits, and a clock that is off", async () => {
    const url = database();
    const client = new Client({ connectionString: url });
    await client.connect();
    await client.query(`alter database ${url.split("/").at(-1)} set synchronous_commit = off`);
    await client.end();
    await expect(openJournal({ store: url })).rejects.toMatchObject({ code: "JOURNAL_OPTIONS" });
    const clock = { now: () => Date.now() + 5_000, monotonic: () => 0, sleep: async () => {} };
    await expect(pgStore({ url: database(), clock })).rejects.toMatchObject({ code: "JOURNAL_OPTIONS" });
    await expect(pgStore({ url: "postgres://coo@127.0.0.1:1/none" })).rejects.toMatchObject({ code: "JOURNAL_STORE" });
  });

  it("keeps what was acknowledged when the server is killed, and goes on by itself afterwards", async () => {
    const own = await startPostgres();
    onTestFinished(() => own.stop());
    const { journal } = await open(own.database("crash"), { limits: { provider: NO_LIMIT, tenant: NO_LIMIT } });
    const worker = journal.work({ pollMs: 50 });
    const acknowledged: string[] = [];
    const stop = new AbortController();
    const producing = (async () => {
      for (let i = 0; !stop.signal.aborted; i++) {
        const key = `D-${i}`;
        await journal.enqueue(order(key)).then(
          () => acknowledged.push(key),
          () => new Promise((resolve) => setTimeout(resolve, 20)),
        );
      }
    })();
    for (let round = 0; round < 2; round++) {
      await new Promise((resolve) => setTimeout(resolve, 200));
      await own.kill();
      await own.start();
      const before = acknowledged.length;
      await expect.poll(() => acknowledged.length, { timeout: 10_000 }).toBeGreaterThan(before);
    }
    stop.abort();
    await producing;
    const rows = await journal.store.tx((q) => q("select bkey from outbox"));
    const keys = new Set(rows.map((row) => row["bkey"]));
    expect(acknowledged.filter((key) => !keys.has(key))).toEqual([]);
    expect(acknowledged.length).toBeGreaterThan(2);
    await expect.poll(() => journal.pending(), { timeout: 20_000 }).toBe(0);
    await worker.stop();
    expect((await journal.verify()).faults).toEqual([]);
  });
});
