import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { describe, expect, it } from "vitest";
import { DEFAULT_TIMING, type JournalEvent, openJournal, type SendResult, type SqliteStore } from "../src/index.ts";
import { folder, open, order } from "./support/open.ts";

const { leaseMs, requestMs, settleMs } = DEFAULT_TIMING;

async function stateOf(journal: Awaited<ReturnType<typeof open>>["journal"], key = "D-1"): Promise<string | undefined> {
  return (await journal.findByKey("P1", "apply", key))?.state;
}

describe("enqueue", () => {
  it("gives the row that is there for the same content, and refuses other content", async () => {
    const { journal } = await open();
    const first = await journal.enqueue(order("D-1"));
    const again = await journal.enqueue(order("D-1"));
    expect([first.isNew, again.isNew, again.row.id]).toEqual([true, false, first.row.id]);
    await expect(journal.enqueue(order("D-1", "other"))).rejects.toMatchObject({ code: "JOURNAL_CONTENT" });
    await expect(journal.enqueue(order("D-1", "other", { revise: true }))).rejects.toMatchObject({
      code: "JOURNAL_OPEN_REVISION",
    });
  });

  it("makes a new revision after a refusal, and after an acceptance only when told", async () => {
    const { journal, remote } = await open();
    remote.sends = [{ kind: "rejected", returnCode: "2002" }, { kind: "accepted" }];
    await journal.enqueue(order("D-1"));
    await journal.steps.send("P1");
    const second = await journal.enqueue(order("D-1", "corrected"));
    expect([second.row.rev, second.row.messageId]).not.toEqual([1, (await journal.find(1))?.messageId]);
    await journal.steps.send("P1");
    expect(await stateOf(journal)).toBe("accepted");
    await expect(journal.enqueue(order("D-1", "third"))).rejects.toMatchObject({ code: "JOURNAL_CONTENT" });
    expect((await journal.enqueue(order("D-1", "third", { revise: true }))).row.rev).toBe(3);
  });

  it("lets one of many callers make the row", async () => {
    const { journal } = await open();
    const made = await Promise.all(Array.from({ length: 20 }, () => journal.enqueue(order("D-1"))));
    expect(made.filter((one) => one.isNew)).toHaveLength(1);
    expect(new Set(made.map((one) => one.row.id)).size).toBe(1);
  });
});

describe("send", () => {
  it("commits the claim before the first byte, and ends accepted", async () => {
    const { journal, remote } = await open();
    await journal.enqueue(order("D-1"));
    remote.sends = [
      async ({ row }) => {
        const now = await journal.find(row.id);
        expect([now?.state, now?.epoch, now?.owner]).toEqual(["sending", 1, "test"]);
        return { kind: "accepted", remoteId: "C-9" };
      },
    ];
    await journal.steps.send("P1");
    const row = await journal.findByKey("P1", "apply", "D-1");
    expect([row?.state, row?.remoteId]).toEqual(["accepted", "C-9"]);
    expect((await journal.history(1)).ledger.map((one) => one.ev)).toEqual([
      "enqueue",
      "claim-send",
      "verified-success",
    ]);
  });

  it.each<[SendResult["kind"], string]>([
    ["accepted", "accepted"],
    ["rejected", "rejected"],
    ["not-sent", "ready"],
    ["unclear", "in_doubt"],
    ["repeated", "in_doubt"],
  ])("%s leads to %s", async (kind, state) => {
    const { journal, remote } = await open();
    remote.sends = [{ kind }];
    await journal.enqueue(order("D-1"));
    await journal.steps.send("P1");
    expect(await stateOf(journal)).toBe(state);
  });

  it("takes an exception for an unclear result", async () => {
    const { journal, remote } = await open();
    remote.sends = [() => Promise.reject(new Error("boom"))];
    await journal.enqueue(order("D-1"));
    await journal.steps.send("P1");
    expect(await stateOf(journal)).toBe("in_doubt");
  });

  it("pauses after nothing left, and does not count it as an attempt", async () => {
    const { journal, remote, clock } = await open();
    remote.sends = [{ kind: "not-sent" }];
    await journal.enqueue(order("D-1"));
    for (const pause of [1_000, 2_000, 5_000]) {
      expect((await journal.steps.send("P1")).did).toBe(true);
      clock.advance(pause - 1);
      expect((await journal.steps.send("P1")).did).toBe(false);
      clock.advance(1);
    }
    expect((await journal.find(1))?.resends).toBe(0);
  });

  it.each([
    ["the monotonic clock", (ms: number, clock: { advance(ms: number): void }) => clock.advance(ms)],
    ["a machine that was asleep", (ms: number, clock: { shiftWall(ms: number): void }) => clock.shiftWall(ms)],
  ])("lets no byte leave after the deadline, by %s", async (_name, pass) => {
    const { journal, remote, clock } = await open();
    const may: boolean[] = [];
    remote.sends = [
      async ({ mayWrite }) => {
        may.push(mayWrite());
        pass(leaseMs - requestMs - 1, clock);
        may.push(mayWrite());
        pass(1, clock);
        may.push(mayWrite());
        return { kind: "not-sent" };
      },
    ];
    await journal.enqueue(order("D-1"));
    await journal.steps.send("P1");
    expect(may).toEqual([true, true, false]);
  });

  it("does not send early when the wall clock goes back", async () => {
    const { journal, remote, clock } = await open();
    remote.sends = [
      async ({ mayWrite }) => {
        clock.shiftWall(-3_600_000);
        clock.advance(leaseMs);
        return { kind: mayWrite() ? "accepted" : "not-sent" };
      },
    ];
    await journal.enqueue(order("D-1"));
    await journal.steps.send("P1");
    expect(await stateOf(journal)).toBe("ready");
  });

  it("ends the request at the end of the lease", async () => {
    const { journal, remote, clock } = await open();
    remote.sends = [
      ({ signal }) =>
        new Promise((resolve) => {
          signal.addEventListener("abort", () => resolve({ kind: "unclear", reason: "lease" }));
          clock.advance(leaseMs);
        }),
    ];
    await journal.enqueue(order("D-1"));
    await journal.steps.send("P1");
    expect(await stateOf(journal)).toBe("in_doubt");
  });

  it("does not let a slow worker record old news", async () => {
    const { journal, remote, clock } = await open();
    await journal.enqueue(order("D-1"));
    let finish: (result: SendResult) => void = () => {};
    remote.sends = [() => new Promise<SendResult>((resolve) => (finish = resolve))];
    const sending = journal.steps.send("P1");
    await expect.poll(() => remote.sent.length).toBe(1);
    // Another process, on a machine that knows nothing of this one.
    const other = await openJournal({
      store: `sqlite:${(journal.store as SqliteStore).path}`,
      clock,
      owner: "other",
      isOwnerAlive: () => false,
    });
    clock.advance(leaseMs + 1);
    expect(await other.steps.reap()).toBe(1);
    finish({ kind: "rejected", returnCode: "2002" });
    await sending;
    expect(await stateOf(journal)).toBe("in_doubt");
    expect((await journal.history(1)).attempts[0]).toMatchObject({ kind: "send/rejected/late" });
    await other.close();
  });
});

it("does not let a slow worker end the send of another, whose state is the same", async () => {
  const { journal, remote, clock, path } = await open();
  await journal.enqueue(order("D-1"));
  let finish: (result: SendResult) => void = () => {};
  remote.sends = [() => new Promise<SendResult>((resolve) => (finish = resolve))];
  const slow = journal.steps.send("P1");
  await expect.poll(() => remote.sent.length).toBe(1);
  const other = await open({ path, clock, owner: "other" });
  clock.advance(leaseMs + 1);
  await other.journal.steps.reap();
  clock.advance(settleMs);
  await other.journal.steps.resolve("P1");
  let accept: (result: SendResult) => void = () => {};
  other.remote.sends = [() => new Promise<SendResult>((resolve) => (accept = resolve))];
  const second = other.journal.steps.send("P1");
  await expect.poll(() => other.remote.sent.length).toBe(1);
  finish({ kind: "not-sent" });
  await slow;
  expect(await stateOf(journal)).toBe("sending");
  accept({ kind: "accepted" });
  await second;
  expect(await stateOf(journal)).toBe("accepted");
});

describe("reaper", () => {
  it("makes an abandoned send doubtful, never ready, and waits until requests have settled", async () => {
    const { journal, remote, clock, path } = await open();
    await journal.enqueue(order("D-1"));
    // A worker that died after its claim.
    const db = new DatabaseSync(path);
    db.exec(`update outbox set state='sending', epoch=1, owner='gone', lease_until=${clock.now()}, due=${clock.now()}`);
    db.close();
    expect(await journal.steps.reap()).toBe(1);
    expect(await stateOf(journal)).toBe("in_doubt");
    clock.advance(settleMs - 1);
    expect((await journal.steps.resolve("P1")).did).toBe(false);
    clock.advance(1);
    await journal.steps.resolve("P1");
    expect(remote.asked).toHaveLength(1);
    expect(await stateOf(journal)).toBe("ready");
  });

  it("leaves a row to an owner that is alive on this machine", async () => {
    const { journal, clock, path } = await open({ isOwnerAlive: (owner) => owner === "stopped" });
    await journal.enqueue(order("D-1"));
    const db = new DatabaseSync(path);
    db.exec(`update outbox set state='sending', epoch=1, owner='stopped', lease_until=1, due=1`);
    expect(await journal.steps.reap()).toBe(0);
    db.exec(`update outbox set owner='dead'`);
    expect(await journal.steps.reap()).toBe(1);
    db.close();
    clock.advance(1);
  });
});

describe("resolver", () => {
  /** A row whose send was unclear, with everything settled. */
  async function doubtful(kind: "unclear" | "repeated" = "unclear"): ReturnType<typeof open> {
    const opened = await open();
    opened.remote.sends = [{ kind }, { kind: "accepted" }];
    await opened.journal.enqueue(order("D-1"));
    await opened.journal.steps.send("P1");
    opened.clock.advance(leaseMs + settleMs);
    return opened;
  }

  it("asks before anything is sent again", async () => {
    const { journal, remote } = await doubtful();
    expect((await journal.steps.send("P1")).did).toBe(false);
    remote.queries = [{ kind: "same", remoteId: "C-1" }];
    await journal.steps.resolve("P1");
    expect(await stateOf(journal)).toBe("accepted");
    expect(remote.sent).toHaveLength(1);
  });

  it("sends again under the same number when the remote does not have it", async () => {
    const { journal, remote } = await doubtful();
    const { messageId } = (await journal.find(1)) ?? {};
    await journal.steps.resolve("P1");
    await journal.steps.send("P1");
    expect(remote.sent.map((one) => one.row.messageId)).toEqual([messageId, messageId]);
    expect(await stateOf(journal)).toBe("accepted");
  });

  it("does not ask before settle is over", async () => {
    const opened = await open();
    opened.remote.sends = [{ kind: "unclear" }];
    await opened.journal.enqueue(order("D-1"));
    await opened.journal.steps.send("P1");
    opened.clock.advance(leaseMs + settleMs - 1);
    expect((await opened.journal.steps.resolve("P1")).did).toBe(false);
    opened.clock.advance(1);
    expect((await opened.journal.steps.resolve("P1")).did).toBe(true);
  });

  it("gives a conflict to a person, with the fields that differ", async () => {
    const { journal, remote } = await doubtful();
    remote.queries = [{ kind: "differs", differences: [{ path: "a/b", ours: "1", theirs: "2" }] }];
    await journal.steps.resolve("P1");
    expect(await stateOf(journal)).toBe("conflict");
    expect((await journal.steps.send("P1")).did).toBe(false);
    expect(await journal.findings()).toMatchObject([{ kind: "mismatch", ours: '{"a/b":"1"}', theirs: '{"a/b":"2"}' }]);
    await journal.resolve(1, "accept", { by: "李", reason: "checked by telephone" });
    expect(await journal.findings()).toEqual([]);
    const { ledger } = await journal.history(1);
    expect(ledger.at(-1)).toMatchObject({ ev: "person-accept", actor: "李" });
    expect(ledger.at(-1)?.data).toContain("checked by telephone");
  });

  it("asks a person after two resends", async () => {
    const { journal, remote, clock } = await open();
    remote.sends = [{ kind: "unclear" }];
    await journal.enqueue(order("D-1"));
    for (let i = 0; i < 3; i++) {
      await journal.steps.send("P1");
      clock.advance(leaseMs + settleMs);
      await journal.steps.resolve("P1");
    }
    expect(remote.sent).toHaveLength(3);
    expect(await stateOf(journal)).toBe("needs_person");
    await journal.resolve(1, "send", { by: "w", reason: "again" });
    expect(await stateOf(journal)).toBe("ready");
  });

  it("never repeats an effect by itself", async () => {
    const { journal, remote, clock } = await open();
    remote.sends = [{ kind: "unclear" }];
    await journal.enqueue(order("D-1", "print it", { op: "print" }));
    await journal.steps.send("P1");
    clock.advance(leaseMs + settleMs);
    await journal.steps.resolve("P1");
    expect((await journal.find(1))?.state).toBe("needs_person");
  });

  it('takes a new number only after "repeated" and two queries a settle apart', async () => {
    const { journal, remote, clock } = await doubtful("repeated");
    const { messageId } = (await journal.find(1)) ?? {};
    await journal.steps.resolve("P1");
    expect(await stateOf(journal)).toBe("in_doubt");
    clock.advance(settleMs - 1);
    expect((await journal.steps.resolve("P1")).did).toBe(false);
    clock.advance(1);
    await journal.steps.resolve("P1");
    await journal.steps.send("P1");
    expect(remote.sent).toHaveLength(2);
    expect(remote.sent[1]?.row.messageId).not.toBe(messageId);
  });

  it("pauses 1, 2, 5 minutes after queries that fail", async () => {
    const { journal, remote, clock } = await doubtful();
    remote.queries = [() => Promise.reject(new Error("down"))];
    for (const minutes of [1, 2, 5]) {
      expect((await journal.steps.resolve("P1")).did).toBe(true);
      expect(await stateOf(journal)).toBe("in_doubt");
      clock.advance(minutes * 60_000 - 1);
      expect((await journal.steps.resolve("P1")).did).toBe(false);
      clock.advance(1);
    }
  });

  it("hands over the last accepted revision: a correction that was not applied still shows the old content", async () => {
    const { journal, remote, clock } = await open();
    remote.sends = [{ kind: "accepted" }, { kind: "unclear" }];
    await journal.enqueue(order("D-1", "one"));
    await journal.steps.send("P1");
    await journal.enqueue(order("D-1", "two", { revise: true }));
    await journal.steps.send("P1");
    clock.advance(leaseMs + settleMs);
    await journal.steps.resolve("P1");
    expect(Buffer.from(remote.asked[0]?.previous ?? []).toString()).toBe("one");
  });
});

describe("person", () => {
  it("decides only where the table says so", async () => {
    const { journal } = await open();
    await journal.enqueue(order("D-1"));
    await journal.steps.send("P1");
    await expect(journal.resolve(1, "cancel", { by: "w", reason: "" })).rejects.toMatchObject({
      code: "JOURNAL_TRANSITION",
    });
    await expect(journal.resolve(9, "cancel", { by: "w", reason: "" })).rejects.toMatchObject({
      code: "JOURNAL_NOT_FOUND",
    });
  });

  it("cancels what has not left", async () => {
    const { journal, remote } = await open();
    await journal.enqueue(order("D-1"));
    await journal.note(1, { by: "w", reason: "customer called" });
    await journal.resolve(1, "cancel", { by: "w", reason: "withdrawn" });
    expect((await journal.steps.send("P1")).did).toBe(false);
    expect(remote.sent).toEqual([]);
    expect((await journal.verify()).faults).toEqual([]);
  });
});

describe("pacing", () => {
  it("grants no more than rate times time plus burst", async () => {
    const { journal, clock, remote } = await open({
      limits: { provider: { perSecond: 2, burst: 5 }, tenant: { perSecond: 1_000, burst: 1_000 } },
    });
    for (let i = 0; i < 40; i++) await journal.enqueue(order(`D-${i}`));
    for (let second = 0; second <= 10; second++) {
      for (let step = await journal.steps.send("P1"); step.did; step = await journal.steps.send("P1"));
      expect(remote.sent.length).toBe(Math.min(40, 5 + 2 * second));
      clock.advance(1_000);
    }
  });

  it("goes on after the clock was set back, and still does not flood", async () => {
    const { journal, clock, remote } = await open({
      limits: { provider: { perSecond: 2, burst: 5 }, tenant: { perSecond: 1_000, burst: 1_000 } },
    });
    for (let i = 0; i < 30; i++) await journal.enqueue(order(`D-${i}`));
    const sendAll = async (): Promise<number> => {
      const before = remote.sent.length;
      for (let step = await journal.steps.send("P1"); step.did; step = await journal.steps.send("P1"));
      return remote.sent.length - before;
    };
    expect(await sendAll()).toBe(5);
    clock.shiftWall(-3_600_000);
    await journal.store.tx((q) => q("update outbox set due = 0 where state = 'ready'"));
    expect(await sendAll()).toBeLessThanOrEqual(1);
    clock.advance(1_000);
    expect(await sendAll()).toBe(2);
  });

  it("does not let one customer stand in the way of another", async () => {
    const { journal, remote } = await open({
      limits: { provider: { perSecond: 1_000, burst: 1_000 }, tenant: { perSecond: 0.001, burst: 1 } },
    });
    for (let i = 0; i < 3; i++) await journal.enqueue(order(`A-${i}`, "a", { tenant: "P1/a" }));
    await journal.enqueue(order("B-0", "b", { tenant: "P1/b" }));
    await journal.enqueue(order("X-0", "x", { tenant: "P10" }));
    for (let step = await journal.steps.send("P1"); step.did; step = await journal.steps.send("P1"));
    expect(remote.sent.map((one) => one.row.key)).toEqual(["A-0", "B-0"]);
  });
});

describe("breaker", () => {
  it("opens after five unclear results, and only a query probes after its pause", async () => {
    const { journal, remote, clock } = await open();
    const events: JournalEvent[] = [];
    journal.on((event) => events.push(event));
    remote.sends = [{ kind: "unclear" }];
    for (let i = 0; i < 7; i++) await journal.enqueue(order(`D-${i}`));
    for (let i = 0; i < 7; i++) await journal.steps.send("P1");
    expect(remote.sent).toHaveLength(5);
    expect(events).toContainEqual({ type: "breaker", provider: "P1", state: "open" });
    clock.advance(59_999);
    expect((await journal.steps.resolve("P1")).did).toBe(false);
    clock.advance(1);
    expect((await journal.steps.send("P1")).did).toBe(false);
    remote.queries = [{ kind: "failed" }, { kind: "absent" }];
    expect((await journal.steps.resolve("P1")).did).toBe(true);
    expect((await journal.steps.resolve("P1")).did).toBe(false);
    clock.advance(60_000);
    expect((await journal.steps.resolve("P1")).did).toBe(true);
    expect((await journal.steps.send("P1")).did).toBe(true);
    expect(remote.sent).toHaveLength(6);
    expect(remote.asked).toHaveLength(2);
  });

  it("stays open after a wrong signature until a person closes it", async () => {
    const { journal, remote, clock } = await open();
    remote.sends = [{ kind: "unclear", hold: true, returnCode: "1002" }, { kind: "accepted" }];
    await journal.enqueue(order("D-1"));
    await journal.enqueue(order("D-2"));
    await journal.steps.send("P1");
    clock.advance(24 * 3_600_000);
    expect((await journal.steps.send("P1")).did).toBe(false);
    expect((await journal.steps.resolve("P1")).did).toBe(false);
    expect((await journal.status()).attention.map((one) => one.next)).toContain("coo journal close-breaker P1");
    await journal.closeBreaker("P1");
    expect((await journal.steps.resolve("P1")).did).toBe(true);
    expect((await journal.steps.send("P1")).did).toBe(true);
  });
});

describe("restore", () => {
  it("asks about everything that was open in a backup before it sends", async () => {
    const { journal, remote, clock } = await open();
    await journal.enqueue(order("D-1"));
    await journal.enqueue(order("D-2"));
    const copy = join(folder(), "copy.db");
    await (journal.store as SqliteStore).backup(copy);
    await journal.steps.send("P1");
    await journal.steps.send("P1");
    expect(remote.sent).toHaveLength(2);
    const restored = await open({ path: copy, clock });
    expect((await restored.journal.steps.send("P1")).did).toBe(false);
    clock.advance(settleMs);
    restored.remote.queries = [{ kind: "same" }];
    await restored.journal.steps.resolve("P1");
    await restored.journal.steps.resolve("P1");
    expect(restored.remote.sent).toEqual([]);
    expect(await stateOf(restored.journal, "D-2")).toBe("accepted");
    // The mark is used up: an ordinary restart asks nothing.
    await restored.journal.enqueue(order("D-3"));
    await restored.journal.close();
    const again = await open({ path: copy, clock });
    expect((await again.journal.steps.send("P1")).did).toBe(true);
  });
});

describe("reconciler", () => {
  it("tells what is missing, what differs, what is unknown here, and repairs none of it", async () => {
    const { journal, remote } = await open();
    for (const key of ["D-1", "D-2", "D-3"]) {
      await journal.enqueue(order(key));
      await journal.steps.send("P1");
    }
    remote.queries = [
      ({ row }) =>
        row.key === "D-1"
          ? { kind: "absent" }
          : row.key === "D-2"
            ? { kind: "differs", differences: [{ path: "x", ours: "1", theirs: null }] }
            : { kind: "same" },
    ];
    Object.assign(remote, {
      list: async function* () {
        yield { op: "apply", key: "D-3" };
        yield { op: "apply", key: "D-9" };
      },
    });
    const report = await journal.reconcile("P1", { since: 0 });
    expect(report).toMatchObject({ asked: 3, failed: 0, listed: 2 });
    expect(report.found.map((one) => `${one.kind} ${one.stream}`)).toEqual([
      "missing outbox/1",
      "mismatch outbox/2",
      "orphan P1/apply/D-9",
    ]);
    expect(await journal.pending()).toBe(0);
    await journal.reconcile("P1", { since: 0 });
    expect(await journal.findings()).toHaveLength(3);
  });

  it("asks again soon about what has no result, later about the rest, and about all when nothing is said", async () => {
    const { journal, remote, clock } = await open();
    for (const key of ["D-1", "D-2", "D-3"]) {
      await journal.enqueue(order(key));
      await journal.steps.send("P1");
    }
    // D-1 has its result, D-2 has none yet, D-3 is not answered.
    remote.queries = [
      ({ row }) => (row.key === "D-3" ? { kind: "failed" } : { kind: "same", isOpen: row.key === "D-2" }),
    ];
    const again = { openMs: 3_600_000, settledMs: 24 * 3_600_000 };
    const round = async (options: object = { again }): Promise<string[]> => {
      remote.asked.length = 0;
      await journal.reconcile("P1", { since: 0, ...options });
      return remote.asked.map(({ row }) => row.key);
    };
    expect(await round()).toEqual(["D-1", "D-2", "D-3"]);
    expect(await round()).toEqual(["D-3"]);
    clock.advance(3_600_000);
    expect(await round()).toEqual(["D-2", "D-3"]);
    clock.advance(22 * 3_600_000);
    expect(await round()).toEqual(["D-2", "D-3"]);
    clock.advance(3_600_000);
    expect(await round()).toEqual(["D-1", "D-2", "D-3"]);
    expect(await round({})).toEqual(["D-1", "D-2", "D-3"]);
    expect((await journal.verify()).faults).toEqual([]);
  });

  it("looks up what is listed as new since then only", async () => {
    const { journal, remote } = await open();
    const from: number[] = [];
    Object.assign(remote, {
      list: async function* (since: number) {
        from.push(since);
        yield* [];
      },
    });
    await journal.reconcile("P1", { since: 5, listSince: 7 });
    await journal.reconcile("P1", { since: 5 });
    expect(from).toEqual([7, 5]);
  });

  it("waits until half of the burst is free, and leaves everything to sends that take all that is granted", async () => {
    const limits = { provider: { perSecond: 1, burst: 4 }, tenant: { perSecond: 1_000_000, burst: 1_000_000 } };
    const { journal, remote, clock } = await open({ limits });
    for (let n = 0; n < 12; n++) await journal.enqueue(order(`D-${n}`));
    for (let n = 0; n < 4; n++) expect((await journal.steps.send("P1")).did).toBe(true);
    clock.advance(60_000);
    remote.queries = [{ kind: "same" }];
    const stop = new AbortController();
    const comparing = journal.reconcile("P1", { since: 0, signal: stop.signal });
    // With three of four places taken less than half of the burst is free.
    await expect.poll(() => remote.asked.length).toBe(3);
    for (let n = 0; n < 6; n++) {
      // One place a second, and a send that waits for it.
      expect((await journal.steps.send("P1")).did).toBe(true);
      clock.advance(1_000);
      await new Promise((resolve) => setTimeout(resolve, 20));
      expect(remote.asked.length).toBe(3);
    }
    clock.advance(10_000);
    await expect.poll(() => remote.asked.length).toBe(4);
    stop.abort();
    await comparing;
  });
});

it("does not send again what the remote has, when a change was refused and the first order is repeated late", async () => {
  const { journal, remote } = await open();
  remote.sends = [{ kind: "accepted" }, { kind: "rejected", returnCode: "3001" }, { kind: "accepted" }];
  const { row } = await journal.enqueue(order("D-1", "one"));
  await journal.steps.send("P1");
  await journal.enqueue(order("D-1", "two", { revise: true }));
  await journal.steps.send("P1");
  expect(await journal.enqueue(order("D-1", "one"))).toMatchObject({
    isNew: false,
    row: { id: row.id, state: "accepted" },
  });
  expect((await journal.steps.send("P1")).did).toBe(false);
  // A refused change may be tried again.
  expect((await journal.enqueue(order("D-1", "two", { revise: true }))).isNew).toBe(true);
});
