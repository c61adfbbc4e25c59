import { afterAll, beforeAll, describe, expect, it, onTestFinished } from "vitest";
// @boundaries-ignore test support is shared by all packages
import { type Postgres, postgresBin, startPostgres } from "../../../test/support/postgres.ts";
import { type Journal, openJournal, pgStore } from "../src/index.ts";
import { beginText, isUnknown, unanswered } from "../src/pg-bounds.ts";
import { FakeRemote } from "./support/fake-remote.ts";
import { order } from "./support/open.ts";
import { type SilentLink, silentLink } from "./support/silent-link.ts";

/** Long enough for a busy machine, and short for a test. */
const LIMIT_MS = 1_500;

describe.skipIf(postgresBin() === undefined)("a link to PostgreSQL that is cut", () => {
  let server: Postgres;
  let made = 0;
  beforeAll(async () => {
    server = await startPostgres();
  });
  afterAll(() => server?.stop());

  async function open(): Promise<{ near: Journal; far: Journal; link: SilentLink }> {
    const url = server.database(`b${++made}`);
    const near = await openJournal({ store: url });
    onTestFinished(() => near.close().catch(() => {}));
    const link = await silentLink(url);
    const far = await openJournal({ store: await pgStore({ url: link.url, txTimeoutMs: LIMIT_MS, connections: 3 }) });
    onTestFinished(() => far.close().catch(() => {}));
    return { near, far, link };
  }

  it("within a transaction: its locks are free again, and the caller is told", async () => {
    const { near, far, link } = await open();
    await near.store.tx((q) => q("insert into limiter values('x', 0)"));
    const start = performance.now();
    const holding = far.store.tx(async (q) => {
      await q("update limiter set tat = 1 where name = 'x'");
      link.cut();
      await q("update limiter set tat = 2 where name = 'x'");
    });
    await expect(holding).rejects.toMatchObject({ code: "JOURNAL_STORE", details: { limitMs: LIMIT_MS } });
    expect(await near.store.tx((q) => q("update limiter set tat = 3 where name = 'x' returning tat"))).toEqual([
      { tat: 3 },
    ]);
    // Without bounds the server would hold the row for two hours, and the update above end after ten seconds.
    expect(performance.now() - start).toBeLessThan(9_000);
    // A new connection works.
    expect(await far.store.tx((q) => q("select tat from limiter where name = 'x'"))).toEqual([{ tat: 3 }]);
  }, 30_000);

  it("at the answer to a commit: the outcome is unknown, and told so", async () => {
    const { near, far, link } = await open();
    link.cutAfter("commit");
    const committing = far.store.tx((q) => q("insert into limiter values('y', 7)"));
    await expect(committing).rejects.toMatchObject({ code: "JOURNAL_STORE", details: { outcome: "unknown" } });
    // It was done: nobody could know.
    await expect.poll(() => near.store.tx((q) => q("select tat from limiter where name = 'y'"))).toEqual([{ tat: 7 }]);
  }, 30_000);

  it("at the answer to an enqueue: the row is asked for, and not made twice", async () => {
    const { near, far, link } = await open();
    link.cutAfter("commit");
    expect(await far.enqueue(order("D-1"))).toMatchObject({ isNew: true, row: { key: "D-1" } });
    expect(await near.store.tx((q) => q("select count(*) as n from outbox"))).toEqual([{ n: 1 }]);
    expect(await far.enqueue(order("D-1"))).toMatchObject({ isNew: false });
  }, 30_000);

  it("for good: an enqueue ends with an error, and so does closing", async () => {
    const { far, link } = await open();
    await far.listen();
    link.cutAll();
    const start = performance.now();
    await expect(far.enqueue(order("D-1"))).rejects.toMatchObject({ code: "JOURNAL_STORE" });
    far.store.notify?.();
    await far.close();
    expect(performance.now() - start).toBeLessThan(20_000);
  }, 40_000);

  it("when work begins: the worker goes on trying, and hears of work once the link is there again", async () => {
    const { near, far, link } = await open();
    const remote = new FakeRemote();
    far.register(remote);
    const errors: unknown[] = [];
    far.on((event) => void (event.type === "error" && event.where === "listen" && errors.push(event.error)));
    link.cutAll();
    far.work({ pollMs: 600_000, sweepMs: 600_000, roles: ["sender"] });
    await expect.poll(() => errors.length, { timeout: 20_000 }).toBeGreaterThan(0);
    expect(errors[0]).toMatchObject({ code: "JOURNAL_STORE" });
    link.mend();
    // By then the loops have looked again and are idle: only a call gets them to look once more.
    await expect.poll(() => far.pending().catch(() => -1), { timeout: 20_000 }).toBe(0);
    await new Promise((resolve) => setTimeout(resolve, 4_000));
    await near.enqueue(order("D-1"));
    await expect.poll(() => remote.sent.length, { timeout: 20_000 }).toBe(1);
  }, 60_000);
});

it("knows which failures of a commit leave it open", () => {
  const said = (code: string): Error => Object.assign(new Error("no"), { code, severity: "ERROR" });
  expect([said("40001"), said("23505")].map(isUnknown)).toEqual([false, false]);
  const reset = Object.assign(new Error("gone"), { code: "EPIPE" });
  expect([said("57P01"), said("08006"), reset, new Error("gone"), unanswered(5)].map(isUnknown)).toEqual(
    Array.from({ length: 5 }, () => true),
  );
});

it("gives the server a limit for what it hears nothing of, in whole milliseconds", () => {
  expect(beginText(250.5)).toBe(
    "begin; set local statement_timeout = 1251; set local idle_in_transaction_session_timeout = 1251",
  );
});
