import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from "vitest";
// @boundaries-ignore test support is shared by all packages
import { type Postgres, postgresBin, startPostgres } from "../../../test/support/postgres.ts";
import {
  type InboxRow,
  type Journal,
  type JournalEvent,
  logLine,
  openJournal,
  type Processor,
  type QueryResult,
  type ReconcileReport,
} from "../src/index.ts";
import { FakeRemote } from "./support/fake-remote.ts";
import { folder, open, order } from "./support/open.ts";

/** What a push of the tests says. */
interface Said {
  readonly doc: string;
  readonly state: string;
  readonly at?: number;
  /** In pushes only. */
  readonly by?: string;
}

const NO_LIMIT = { perSecond: 1_000_000, burst: 1_000_000 };
const encode = (said: Said): Uint8Array => new TextEncoder().encode(JSON.stringify(said));
const read = (row: InboxRow): Said => JSON.parse(Buffer.from(row.body).toString("utf8")) as Said;

/** What the query answers. */
function shows(said: Said, more: Partial<NonNullable<QueryResult["result"]>> = {}): QueryResult {
  return { kind: "same", result: { op: "result", body: encode(said), ...more } };
}

const ISSUED: Said = { doc: "D-1", state: "40", at: 5 };
const TELLS: NonNullable<Processor["tells"]> = (push, found) =>
  Object.entries(read(found)).every(([name, value]) => read(push)[name as keyof Said] === value);
const SUBJECT: NonNullable<Processor["subject"]> = (push) => read(push).doc;
const NEWER: NonNullable<Processor["applies"]> = (current, push) => (read(push).at ?? 0) > (read(current).at ?? 0);
const FULL = { subject: SUBJECT, applies: NEWER, tells: TELLS };

let server: Postgres | undefined;
let made = 0;
beforeAll(async () => {
  if (postgresBin() !== undefined) server = await startPostgres();
});
afterAll(() => server?.stop());

describe.each(["SQLite", "PostgreSQL"])("results of which no push came, %s", (name) => {
  const isPg = name === "PostgreSQL";
  const test = it.skipIf(isPg && postgresBin() === undefined);

  /** A journal with one accepted application, whose handler notes its effects, and a second machine on the same store. */
  async function setup(handler: Omit<Processor, "inTx" | "after"> = FULL) {
    const store = isPg ? (server as Postgres).database(`results${++made}`) : `sqlite:${join(folder(), "coo.db")}`;
    const effects: string[] = [];
    const events: JournalEvent[] = [];
    const failing = { inTx: 0 };
    const remote = new FakeRemote();
    const machine = async (): Promise<Journal> => {
      const journal = await openJournal({
        store,
        timing: { requestMs: 300, leaseMs: 2_000, settleMs: 0, pushPausesMs: [0] },
        limits: { provider: NO_LIMIT, tenant: NO_LIMIT },
        onEvent: (event) => void events.push(event),
      });
      onTestFinished(() => journal.close().catch(() => {}));
      journal.register(remote);
      journal.handle("result", {
        ...handler,
        inTx: async (q, push) => {
          await q("insert into effects(what) values(?)", `${push.source} ${read(push).state}`);
          if (failing.inTx-- > 0) throw new Error("not now");
        },
        after: async (push, key) => void effects.push(`${push.source} ${read(push).state} ${key.split("\n")[2]}`),
      });
      return journal;
    };
    const journal = await machine();
    await journal.store.tx((q) => q("create table effects(what text)"));
    await journal.enqueue(order("D-1"));
    await journal.steps.send("P1");
    remote.queries = [shows(ISSUED)];
    const push = async (said: Said, key = `${said.state}@${said.at}`): Promise<void> => {
      await journal.inbox.receive(
        { key, provider: "P1", op: "result", body: encode(said), bodyHash: key, keyId: "0" },
        "received",
      );
    };
    const work = async (on: Journal = journal): Promise<void> => {
      // Whatever was put off is due.
      for (let idle = 0; idle < 3; ) {
        await on.store.tx((q) => q("update inbox set due = 0 where state in ('received', 'retry')"));
        idle = (await on.steps.process()).did ? 0 : idle + 1;
      }
    };
    const compare = (on: Journal = journal, missedMs = 0): Promise<ReconcileReport> =>
      on.reconcile("P1", { since: 0, missedMs });
    const inTx = async (): Promise<unknown[]> =>
      (await journal.store.tx((q) => q("select what from effects"))).map((row) => row["what"]);
    const chain = async (id: number): Promise<string[]> =>
      (await journal.store.tx((q) => q("select ev from ledger where stream = ? order by n", `inbox/${id}`))).map(
        (row) => String(row["ev"]),
      );
    const verdict = async (): Promise<string | null | undefined> => (await journal.history(1)).result?.verdict;
    onTestFinished(async () => {
      // Whatever happened, tables and chains agree.
      const checking = await openJournal({ store });
      const { faults } = await checking.verify();
      await checking.close();
      expect(faults).toEqual([]);
    });
    return { journal, machine, remote, push, work, compare, inTx, effects, events, chain, verdict, failing };
  }

  test("goes through the handler as a push would, marked as what it is", async () => {
    const { journal, work, compare, inTx, effects, events, chain } = await setup();
    expect(await compare()).toMatchObject({ asked: 1, results: 1, found: [] });
    await work();
    expect(await inTx()).toEqual(["query 40"]);
    expect(effects).toEqual(["query 40 #query"]);
    expect(await journal.inbox.find(1)).toMatchObject({
      op: "result",
      source: "query",
      state: "done",
      keyId: "",
      meta: { query: { outboxId: 1 } },
    });
    expect(await chain(1)).toEqual(["found", "done"]);
    expect(await journal.status()).toMatchObject({ repairs: 1, lastPush: null, inbox: [{ state: "done", rows: 1 }] });
    expect((await journal.history(1)).result).toMatchObject({ op: "result", verdict: "repaired", inboxId: 1 });
    const told = events.filter((event) => event.type === "repair");
    expect(told.map(logLine)).toEqual([{ event: "repair", op: "result", stream: "inbox/1", of: "outbox/1" }]);
    expect(await journal.findings()).toEqual([]);
  });

  test("is nothing when the push came before", async () => {
    const { push, work, compare, inTx, verdict } = await setup();
    await push({ ...ISSUED, by: "who" });
    await work();
    await compare();
    await work();
    expect(await inTx()).toEqual(["push 40"]);
    expect(await verdict()).toBe("known");
  });

  test("is repaired when an older push came only, also when nobody says which is newer", async () => {
    for (const handler of [FULL, { subject: SUBJECT, tells: TELLS }]) {
      const { push, work, compare, inTx, journal } = await setup(handler);
      await push({ doc: "D-1", state: "30", at: 3 });
      await work();
      await journal.store.tx((q) => q("update inbox set received = received - 1000"));
      await compare();
      await work();
      expect(await inTx()).toEqual(["push 30", "query 40"]);
    }
  });

  test("is nothing beside a newer push, also when nobody says which is newer", async () => {
    for (const handler of [FULL, { subject: SUBJECT, tells: TELLS }]) {
      const { push, work, compare, inTx, verdict } = await setup(handler);
      await compare();
      // It comes about the time of the question.
      await push({ doc: "D-1", state: "90", at: 9 });
      await work();
      expect(await inTx()).toEqual(["push 90"]);
      // Where nobody can say which is newer, the next question tells.
      expect(await verdict()).toBe(handler === FULL ? "known" : undefined);
    }
  });

  test("waits for a push that waits, and is nothing beside a dead one that says the same", async () => {
    const { journal, push, work, compare, inTx, failing, verdict } = await setup();
    await push(ISSUED);
    await push({ doc: "D-2", state: "40", at: 1 });
    failing.inTx = 1_000;
    await compare();
    await work();
    expect([await verdict(), await inTx()]).toEqual(["known", []]);
    expect((await journal.status()).inbox).toMatchObject([{ state: "dead", rows: 2 }]);
    failing.inTx = 0;
    await journal.inbox.replay(1, { by: "w", reason: "repaired" });
    await work();
    expect(await inTx()).toEqual(["push 40"]);
  });

  test("is nothing beside a push that waits and says the same", async () => {
    const { journal, push, compare, inTx, verdict, work } = await setup();
    await push(ISSUED);
    // Its pause is long.
    await journal.store.tx((q) => q("update inbox set due = due + 60000"));
    await compare();
    await journal.steps.process();
    expect(await verdict()).toBe("known");
    await work();
    expect(await inTx()).toEqual(["push 40"]);
  });

  test("waits for an older push that waits", async () => {
    const { journal, push, work, compare, inTx, verdict } = await setup();
    await push({ doc: "D-1", state: "30", at: 3 });
    // Its pause is long.
    await journal.store.tx((q) => q("update inbox set due = due + 60000"));
    await compare();
    await journal.steps.process();
    expect(await verdict()).toBe(null);
    await journal.store.tx((q) => q("update result set due = 0"));
    await work();
    expect(await inTx()).toEqual(["push 30", "query 40"]);
  });

  test("has its effect once when the push comes after the repair, whatever else came between", async () => {
    for (const handler of [FULL, { subject: SUBJECT, tells: TELLS }]) {
      const { push, work, compare, inTx, effects, chain } = await setup(handler);
      await compare();
      await work();
      await push({ ...ISSUED, by: "who" });
      await work();
      expect([await inTx(), await chain(2)]).toEqual([["query 40"], ["received", "superseded"]]);
      await push({ doc: "D-1", state: "90", at: 9 });
      await work();
      // Another number, the same content.
      await push({ ...ISSUED, by: "who" }, "again");
      await work();
      expect(await inTx()).toEqual(["query 40", "push 90"]);
      expect(effects).toHaveLength(2);
    }
  });

  test("gives way to the push when both wait", async () => {
    const { journal, push, compare, work, inTx, chain } = await setup();
    await compare();
    // The result is put into the inbox, and its handler is not there yet.
    await journal.steps.process();
    expect(await chain(1)).toEqual(["found"]);
    await push({ ...ISSUED, by: "who" });
    await journal.store.tx((q) => q("update inbox set due = due + 60000 where id = 1"));
    await journal.steps.process();
    expect(await inTx()).toEqual(["push 40"]);
    await work();
    expect([await inTx(), await chain(1)]).toEqual([["push 40"], ["found", "superseded"]]);
  });

  test("is asked for again when a push came between of which nobody can say whether it is newer", async () => {
    for (const isPushLate of [true, false]) {
      const { journal, push, compare, work, inTx, chain, verdict } = await setup({ subject: SUBJECT, tells: TELLS });
      await compare();
      await journal.steps.process();
      await journal.store.tx((q) => q("update inbox set due = due + 60000"));
      await push({ doc: "D-1", state: "30", at: 3 });
      await journal.steps.process();
      await work();
      expect([await inTx(), await chain(1), await verdict()]).toEqual([
        ["push 30"],
        ["found", "superseded"],
        undefined,
      ]);
      // What had no effect does not stand in the way of its push, nor of itself.
      if (isPushLate) await push(ISSUED);
      await journal.store.tx((q) => q("update inbox set received = received - 1000"));
      await compare();
      await work();
      expect(await inTx()).toEqual(["push 30", isPushLate ? "push 40" : "query 40"]);
    }
  });

  test("is put into the inbox once by two machines that compare and work at the same time", async () => {
    const { journal, machine, work, compare, inTx } = await setup();
    const other = await machine();
    const reports = await Promise.all([compare(), compare(other)]);
    expect(reports.map((one) => one.results).sort()).toEqual([0, 1]);
    await Promise.all([work(), work(other), work(), work(other)]);
    await Promise.all([compare(), compare(other)]);
    await Promise.all([work(), work(other)]);
    expect(await inTx()).toEqual(["query 40"]);
    expect((await journal.status()).repairs).toBe(1);
  });

  test("is there after a crash at every step", async () => {
    const { journal, machine, work, compare, effects } = await setup();
    await compare();
    await journal.close();
    const second = await machine();
    await second.steps.process();
    await second.close();
    const third = await machine();
    // Its handler begins, and the process dies: the try is counted, nothing else is there.
    await third.store.tx((q) => q("update inbox set tries = tries + 1"));
    await third.close();
    const last = await machine();
    await work(last);
    await compare(last);
    await work(last);
    expect((await last.store.tx((q) => q("select what from effects"))).map((row) => row["what"])).toEqual(["query 40"]);
    expect(effects).toEqual(["query 40 #query"]);
  });

  test("is a dead letter when its handler fails for good, and is replayed by a person", async () => {
    const { journal, work, compare, inTx, failing, chain } = await setup();
    failing.inTx = 10;
    await compare();
    await work();
    const { attention } = await journal.status();
    expect(attention.map((one) => [one.what, one.next])).toEqual([
      ["result from a query inbox/1 result is dead: not now", "coo journal replay 1"],
    ]);
    await journal.inbox.replay(1, { by: "w", reason: "repaired" });
    await work();
    expect(await inTx()).toEqual(["query 40"]);
    expect((await chain(1)).slice(-3)).toEqual(["dead", "replay", "done"]);
  });

  test("goes to a person when no push can be made of it, unless one came", async () => {
    const { journal, work, compare, push, inTx, remote } = await setup();
    remote.queries = [shows({ doc: "D-1", state: "30" }, { lacks: "at is missing" })];
    await compare();
    await work();
    const [finding] = await journal.findings();
    expect(finding).toMatchObject({ kind: "missed", stream: "outbox/1" });
    expect(JSON.parse(finding?.theirs ?? "")).toEqual({ doc: "D-1", state: "30" });
    await compare();
    await work();
    expect(await journal.findings()).toHaveLength(1);
    expect(await inTx()).toEqual([]);
    await journal.closeFinding(1, "w");
    await push({ doc: "D-1", state: "31", at: 4 });
    await work();
    remote.queries = [shows({ doc: "D-1", state: "31" }, { lacks: "at is missing" })];
    await compare();
    await work();
    expect(await journal.findings()).toEqual([]);
  });

  test("is told once for an operation whose handler has no subject, and never repaired", async () => {
    for (const handler of [{}, { subject: SUBJECT }, { tells: TELLS }]) {
      const { journal, work, compare, inTx, remote, verdict } = await setup(handler);
      await journal.enqueue(order("D-2"));
      await journal.steps.send("P1");
      remote.queries = [({ row }) => shows({ ...ISSUED, doc: row.key })];
      await compare();
      await work();
      expect(await journal.findings()).toMatchObject([{ kind: "missed", stream: "P1/result" }]);
      expect([await inTx(), await verdict()]).toEqual([[], "unknown"]);
      await journal.closeFinding(1, "w");
      remote.queries = [({ row }) => shows({ ...ISSUED, doc: row.key, at: 6 })];
      await compare();
      await work();
      expect(await journal.findings()).toEqual([]);
    }
  });

  test("is nothing once the application was changed, nor where the content differs", async () => {
    const { journal, work, compare, inTx, verdict, remote } = await setup();
    await compare();
    await journal.enqueue(order("D-1", "other content", { revise: true }));
    await journal.steps.send("P1");
    await work();
    expect([await inTx(), await verdict()]).toEqual([[], "replaced"]);
    remote.queries = [{ ...shows(ISSUED), kind: "differs", differences: [] }];
    expect((await compare()).results).toBe(0);
  });

  test("waits until its push may be taken for lost", async () => {
    const { journal, work, compare, inTx } = await setup();
    await compare(journal, 60_000);
    await work();
    expect(await inTx()).toEqual([]);
    // Asking again does not put it off.
    await journal.store.tx((q) => q("update result set due = due - 60000"));
    expect((await compare(journal, 60_000)).results).toBe(0);
    await work();
    expect(await inTx()).toEqual(["query 40"]);
  });

  test("does not keep others waiting when its handler cannot tell", async () => {
    const { journal, compare, inTx, remote, events } = await setup({
      ...FULL,
      subject: (push) => {
        if (read(push).doc === "D-1") throw new Error("cannot");
        return read(push).doc;
      },
    });
    await journal.enqueue(order("D-2"));
    await journal.steps.send("P1");
    remote.queries = [({ row }) => shows({ ...ISSUED, doc: row.key })];
    await compare();
    await journal.steps.process();
    await journal.steps.process();
    await journal.steps.process();
    expect(await inTx()).toEqual(["query 40"]);
    expect(events).toContainEqual(expect.objectContaining({ type: "error", where: "result of outbox/1" }));
  });

  test("keeps its body, with which later pushes are compared", async () => {
    const { journal, push, work, compare, inTx } = await setup({ subject: SUBJECT, tells: TELLS });
    await compare();
    await work();
    await push({ doc: "D-1", state: "90", at: 9 });
    await work();
    await new Promise((resolve) => setTimeout(resolve, 5));
    expect((await journal.dropBodies(0)).results).toBe(1);
    expect(await journal.store.tx((q) => q("select length(body) as n from result"))).toEqual([{ n: 0 }]);
    // It is known by its digest.
    expect((await compare()).results).toBe(0);
    expect((await journal.inbox.find(1))?.body.byteLength).toBeGreaterThan(0);
    await push(ISSUED, "late");
    await work();
    expect(await inTx()).toEqual(["query 40", "push 90"]);
  });
});

it("is left alone by programs of an earlier version, which take what has their operations' names", async () => {
  const { journal, remote } = await open();
  await journal.enqueue(order("D-1"));
  await journal.steps.send("P1");
  remote.queries = [shows(ISSUED)];
  journal.handle("result", FULL);
  await journal.reconcile("P1", { since: 0, missedMs: 0 });
  await journal.steps.process();
  const taken = await journal.store.tx((q) => q("select id from inbox where op in ('result')"));
  expect([taken, (await journal.status()).repairs]).toEqual([[], 1]);
});
