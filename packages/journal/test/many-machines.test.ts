import { Client } from "pg";
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from "vitest";
// @boundaries-ignore test support is shared by all packages
import { type Postgres, postgresBin, startPostgres } from "../../../test/support/postgres.ts";
import { type Journal, type JournalEvent, openJournal, pgStore } from "../src/index.ts";
import { take } from "../src/limiter.ts";
import { FakeRemote } from "./support/fake-remote.ts";
import { order } from "./support/open.ts";

const NO_LIMIT = { perSecond: 1_000_000, burst: 1_000_000 };
/** Longer than a test runs: what happens in a test was not found by looking. */
const NEVER = 600_000;

describe.skipIf(postgresBin() === undefined)("many machines on one PostgreSQL", () => {
  let server: Postgres;
  let made = 0;
  beforeAll(async () => {
    server = await startPostgres();
  });
  afterAll(() => server?.stop());
  const database = (): string => server.database(`m${++made}`);

  async function open(
    url: string,
    sendPauseMs = 200,
  ): Promise<{ journal: Journal; remote: FakeRemote; events: JournalEvent[] }> {
    const events: JournalEvent[] = [];
    const journal = await openJournal({
      store: url,
      timing: { requestMs: 300, leaseMs: 20_000, settleMs: 100, sendPausesMs: [sendPauseMs], pushPausesMs: [10] },
      limits: { provider: NO_LIMIT, tenant: NO_LIMIT },
      onEvent: (event) => void events.push(event),
    });
    onTestFinished(() => journal.close().catch(() => {}));
    const remote = new FakeRemote();
    journal.register(remote);
    return { journal, remote, events };
  }

  it("wakes workers of other processes, and each application is sent once", async () => {
    const url = database();
    const writer = await open(url);
    const workers = await Promise.all([open(url), open(url)]);
    for (const { journal } of workers) {
      expect(await journal.listen()).toBe(true);
      journal.work({ pollMs: NEVER, sweepMs: NEVER, concurrency: 2 });
    }
    const sentBy = (): string[][] => workers.map(({ remote }) => remote.sent.map((one) => one.row.key));
    // Idle each time: only a call from outside gets them to look again.
    for (let i = 0; i < 4; i++) {
      await new Promise((resolve) => setTimeout(resolve, 500));
      await writer.journal.enqueue(order(`I-${i}`));
      await expect.poll(() => sentBy().flat().length, { timeout: 5_000 }).toBe(i + 1);
    }
    for (let i = 0; i < 40; i++) {
      await writer.journal.enqueue(order(`D-${i}`));
      await new Promise((resolve) => setTimeout(resolve, 10));
    }
    await expect.poll(() => writer.journal.pending(), { timeout: 10_000 }).toBe(0);
    const sent = sentBy();
    expect([sent.flat().length, new Set(sent.flat()).size]).toEqual([44, 44]);
    expect(Math.min(...sent.map((one) => one.length))).toBeGreaterThan(0);
  });

  it("wakes with the commit of the caller's own transaction, for pushes, and for what a person sends again", async () => {
    const url = database();
    const writer = await open(url);
    const worker = await open(url);
    await worker.journal.listen();
    const pushes: string[] = [];
    worker.journal.handle("result", { after: async (push) => void pushes.push(push.key) });
    worker.journal.work({ pollMs: NEVER, sweepMs: NEVER });
    await new Promise((resolve) => setTimeout(resolve, 300));
    const client = new Client({ connectionString: url });
    await client.connect();
    onTestFinished(() => client.end());
    await client.query("begin");
    await writer.journal.enqueue(order("D-1"), { tx: client });
    expect(worker.remote.sent).toEqual([]);
    await client.query("commit");
    await expect.poll(() => worker.remote.sent.length, { timeout: 5_000 }).toBe(1);
    const push = { key: "k", provider: "P1", op: "result", body: new Uint8Array([1]), bodyHash: "h", keyId: "0" };
    await writer.journal.inbox.receive(push, "received");
    await expect.poll(() => pushes, { timeout: 5_000 }).toEqual(["k"]);
    // A print whose fate stays unknown goes to a person, who sends it again from another process.
    worker.remote.sends = [{ kind: "unclear" }, { kind: "accepted" }];
    const { row } = await writer.journal.enqueue({ ...order("P-1"), op: "print" });
    await expect.poll(async () => (await writer.journal.find(row.id))?.state, { timeout: 5_000 }).toBe("in_doubt");
    await writer.journal.store.tx((q) => q("update outbox set due = 0"));
    writer.journal.store.notify?.();
    await expect.poll(async () => (await writer.journal.find(row.id))?.state, { timeout: 5_000 }).toBe("needs_person");
    await writer.journal.resolve(row.id, "send", { by: "李", reason: "not printed" });
    await expect.poll(async () => (await writer.journal.find(row.id))?.state, { timeout: 5_000 }).toBe("accepted");
  });

  it("finds what was never told of at the next sweep, and knows when its own rows become due", async () => {
    const url = database();
    const writer = await open(url);
    const worker = await open(url);
    await worker.journal.listen();
    worker.journal.work({ pollMs: NEVER, sweepMs: 400 });
    await new Promise((resolve) => setTimeout(resolve, 200));
    // A call that is lost.
    Object.assign(writer.journal.store, { notify: () => {} });
    for (let i = 1; i <= 3; i++) {
      await writer.journal.enqueue(order(`D-${i}`));
      await expect.poll(() => worker.remote.sent.length, { timeout: 5_000 }).toBe(i);
      await new Promise((resolve) => setTimeout(resolve, 300));
    }
    // Longer than any call is under way.
    const other = await open(url, 2_000);
    await other.journal.listen();
    other.remote.sends = [{ kind: "not-sent" }, { kind: "accepted" }];
    await worker.journal.close();
    other.journal.work({ pollMs: NEVER, sweepMs: NEVER });
    await other.journal.enqueue(order("D-9"));
    // Nothing left: due again after 2 s, of which nobody tells.
    await expect.poll(() => other.journal.pending(), { timeout: 9_000 }).toBe(0);
    expect(other.remote.sent).toHaveLength(2);
  });

  it("listens again when its connection is gone", async () => {
    const url = database();
    const writer = await open(url);
    const worker = await open(url);
    await worker.journal.listen();
    worker.journal.work({ pollMs: NEVER, sweepMs: NEVER });
    await new Promise((resolve) => setTimeout(resolve, 200));
    await writer.journal.store.tx((q) =>
      q("select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'coo-journal-listen'"),
    );
    // Told while nobody listens.
    await writer.journal.enqueue(order("D-1"));
    await expect.poll(() => worker.remote.sent.length, { timeout: 10_000 }).toBe(1);
    await new Promise((resolve) => setTimeout(resolve, 200));
    await writer.journal.enqueue(order("D-2"));
    await expect.poll(() => worker.remote.sent.length, { timeout: 5_000 }).toBe(2);
  });

  it("refuses a connection on which no call arrives, and works on by looking", async () => {
    const url = database();
    // Another database stands for a pooler: calls are made there and never get here.
    const store = await pgStore({ url, listenUrl: database() });
    const journal = await openJournal({ store, limits: { provider: NO_LIMIT, tenant: NO_LIMIT } });
    onTestFinished(() => journal.close());
    await expect(journal.listen()).rejects.toMatchObject({ code: "JOURNAL_OPTIONS" });
    const remote = new FakeRemote();
    journal.register(remote);
    const errors: unknown[] = [];
    journal.on((event) => void (event.type === "error" && errors.push(event)));
    journal.work({ pollMs: 50 });
    await (await open(url)).journal.enqueue(order("D-1"));
    await expect.poll(() => remote.sent.length, { timeout: 5_000 }).toBe(1);
    await expect.poll(() => errors, { timeout: 10_000 }).toMatchObject([{ where: "listen" }]);
  });

  it("gives a turn to one of all processes", async () => {
    const url = database();
    const all = await Promise.all([open(url), open(url), open(url)]);
    const turns = await Promise.all(all.map(({ journal }) => journal.turn("reconcile/P1", 60_000)));
    expect(turns.filter(Boolean)).toHaveLength(1);
    const [first] = all;
    expect(await first?.journal.turn("reconcile/often", 20)).toBe(true);
    await expect.poll(() => first?.journal.turn("reconcile/often", 20)).toBe(true);
  });

  it("does not take a grant of the time it waited for the row for a clock set back", async () => {
    const url = database();
    const [a, b] = await Promise.all([open(url), open(url)]);
    const name = "turn/reconcile/P1";
    await a.journal.store.tx((q) => q("insert into limiter(name, tat) values(?, 0)", name));
    let late: Promise<boolean> | undefined;
    await a.journal.store.tx(async (q) => {
      await q("select * from limiter where name = ? for update", name);
      late = b.journal.turn("reconcile/P1", 60_000);
      // Who asked first comes to the row second.
      await expect.poll(async () => (await q("select 1 from pg_locks where not granted")).length).toBeGreaterThan(0);
      await new Promise((resolve) => setTimeout(resolve, 20));
      await take(q, [[name, { perSecond: 1 / 60, burst: 1 }]]);
    });
    expect(await late).toBe(false);
  });
});
