import { afterAll, beforeAll, describe, expect, it, onTestFinished, vi } from "vitest";
// @boundaries-ignore test support is shared by all packages
import { hasPgBouncer, type Pooler, startPgBouncer } from "../../../test/support/pgbouncer.ts";
// @boundaries-ignore test support is shared by all packages
import { type Postgres, postgresBin, startPostgres } from "../../../test/support/postgres.ts";
import { type Journal, openJournal, pgStore } from "../src/index.ts";
import { FakeRemote } from "./support/fake-remote.ts";
import { order } from "./support/open.ts";

const NO_LIMIT = { perSecond: 1_000_000, burst: 1_000_000 };
/** Longer than a test runs: what happens in a test was not found by looking. */
const NEVER = 600_000;
/** Fewer sessions than the processes of a test want at once. */
const SESSIONS = 3;

describe.skipIf(postgresBin() === undefined || !hasPgBouncer())("behind PgBouncer, a session for a transaction", () => {
  let server: Postgres;
  let pooler: Pooler;
  let made = 0;
  beforeAll(async () => {
    server = await startPostgres();
    pooler = await startPgBouncer(server.port, SESSIONS);
  });
  afterAll(async () => {
    await pooler?.stop();
    await server?.stop();
  });

  async function open(url: string, listenUrl?: string): Promise<{ journal: Journal; remote: FakeRemote }> {
    const journal = await openJournal({
      store: await pgStore({ url, ...(listenUrl === undefined ? {} : { listenUrl }) }),
      timing: { requestMs: 2_000, leaseMs: 20_000, settleMs: 100, sendPausesMs: [200], pushPausesMs: [10] },
      limits: { provider: NO_LIMIT, tenant: NO_LIMIT },
    });
    onTestFinished(() => journal.close().catch(() => {}));
    const remote = new FakeRemote();
    journal.register(remote);
    return { journal, remote };
  }

  it("never runs another statement than the one it was given, whoever has had the session", async () => {
    // Nobody says that there is a pooler. Two processes, two sessions, a connection and a statement for each.
    const two = await startPgBouncer(server.port, 2);
    onTestFinished(() => two.stop());
    const url = two.through(server.database(`b${++made}`));
    const stores = [];
    for (const k of [1, 2]) {
      // What one module has met says nothing to the other.
      vi.resetModules();
      const { pgStore: own } = (await import("../src/pg-store.ts")) as typeof import("../src/pg-store.ts");
      const store = await own({ url, connections: 1 });
      onTestFinished(() => store.close());
      stores.push({ store, k, sql: `select ?::int + ${k} as n` });
    }
    const [a, b] = stores as [(typeof stores)[0], (typeof stores)[0]];
    for (let i = 0; i < 12; i++) {
      // Whoever comes second gets the session that the first does not have.
      const [first, second] = i % 3 === 0 ? [a, b] : [b, a];
      const added = await first.store.tx(async (q) => {
        const [own] = await q(first.sql, i);
        const [other] = await second.store.tx((p) => p(second.sql, i));
        return [Number(own?.["n"]) - i, Number(other?.["n"]) - i];
      });
      expect(added).toEqual([first.k, second.k]);
    }
  });

  it("finds out by itself, in many transactions at once", async () => {
    const url = pooler.through(server.database(`b${++made}`));
    const stores = await Promise.all([pgStore({ url }), pgStore({ url }), pgStore({ url })]);
    onTestFinished(async () => {
      await Promise.all(stores.map((store) => store.close()));
    });
    const sums = [1, 2, 3, 4, 5, 6, 7].map((k) => ({ k, sql: `select ?::int + ${k} as n` }));
    await Promise.all(
      stores.flatMap((store, s) =>
        Array.from({ length: 60 }, async (_, i) => {
          const { k, sql } = sums[(i * (s + 1) + s) % sums.length] as (typeof sums)[number];
          const [row] = await store.tx((q) => q(sql, i));
          expect(Number(row?.["n"])).toBe(i + k);
        }),
      ),
    );
  });

  it("enqueues, claims and sends each once, and is woken over a listener of its own", async () => {
    const direct = server.database(`b${++made}`);
    const url = pooler.through(direct);
    const [first, second] = await Promise.all([open(url), open(url)]);
    const workers = await Promise.all([open(url, direct), open(url, direct)]);
    for (const { journal } of workers) {
      expect(await journal.listen()).toBe(true);
      journal.work({ pollMs: NEVER, sweepMs: NEVER, concurrency: 4 });
    }
    await new Promise((resolve) => setTimeout(resolve, 300));
    for (let n = 0; n < 60; n += 4)
      await Promise.all([first, second, first, second].map(({ journal }, i) => journal.enqueue(order(`D-${n + i}`))));
    await expect.poll(() => first.journal.pending(), { timeout: 20_000 }).toBe(0);
    const sent = workers.flatMap(({ remote }) => remote.sent.map((one) => one.row.key));
    expect([sent.length, new Set(sent).size]).toEqual([60, 60]);
    const { faults, rows } = await first.journal.verify();
    expect(faults).toEqual([]);
    expect(rows).toBeGreaterThanOrEqual(180);
  });

  it("refuses to listen through the pooler, and says what to do", async () => {
    const { journal } = await open(pooler.through(server.database(`b${++made}`)));
    await expect(journal.listen()).rejects.toMatchObject({
      code: "JOURNAL_OPTIONS",
      message: expect.stringContaining("listenUrl"),
    });
  });
});
