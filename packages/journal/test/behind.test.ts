import { expect, it } from "vitest";
import { isJournalError, type Journal, openJournal } from "../src/index.ts";
import { type Mark, Memory } from "../src/memory.ts";
import type { Row } from "../src/store.ts";
import { FakeRemote } from "./support/fake-remote.ts";
import { open, order } from "./support/open.ts";

/** Leaves the store as it was before an application was claimed, as a standby that was behind leaves it. */
async function goBack(journal: Journal, id: number): Promise<void> {
  await journal.store.tx(async (q) => {
    await q("delete from attempt where outbox_id = ?", id);
    await q("update outbox set state = 'ready', epoch = 0, owner = null, lease_until = null where id = ?", id);
  });
}

it("sends nothing from a store that lacks what this process has committed, until `restored` was said", async () => {
  const { journal, remote, clock, path } = await open();
  await journal.enqueue(order("D-1"));
  await journal.enqueue(order("D-2"));
  await journal.steps.send("P1");
  await goBack(journal, 1);
  await expect(journal.steps.send("P1")).rejects.toMatchObject({
    code: "JOURNAL_BEHIND",
    message: expect.stringContaining("coo journal restored"),
    messageZh: expect.stringContaining("coo journal restored"),
  });
  expect((await journal.status()).attention.map((one) => one.next)).toEqual(["coo journal restored"]);

  // One that starts now has nothing to compare, and is told by what the other one left.
  const fresh = await openJournal({ store: `sqlite:${path}`, clock, owner: "fresh" });
  const other = new FakeRemote();
  fresh.register(other);
  await expect(fresh.steps.send("P1")).rejects.toMatchObject({ code: "JOURNAL_BEHIND" });
  expect([remote.sent.length, other.sent.length]).toEqual([1, 0]);

  expect(await fresh.restored()).toBe(2);
  expect((await journal.status()).attention).toEqual([]);
  clock.advance(journal.timing.settleMs);
  remote.queries = [{ kind: "same" }, { kind: "absent" }];
  await journal.steps.resolve("P1");
  await journal.steps.resolve("P1");
  await journal.steps.send("P1");
  expect(remote.sent.map(({ row }) => row.key)).toEqual(["D-1", "D-2"]);
  expect(await journal.pending()).toBe(0);
  expect((await journal.verify()).faults).toEqual([]);
  await fresh.close();
});

it("notices the oldest of claims that were made at one time", async () => {
  const { journal, remote } = await open();
  for (let n = 0; n < 5; n++) await journal.enqueue(order(`D-${n}`));
  await Promise.all(Array.from({ length: 4 }, () => journal.steps.send("P1")));
  await goBack(journal, remote.sent[0]?.row.id ?? 0);
  await expect(journal.steps.send("P1")).rejects.toMatchObject({ code: "JOURNAL_BEHIND" });
  expect(remote.sent).toHaveLength(4);
});

it("is not misled by a claim that is committed while another one looks", async () => {
  const memory = new Memory();
  const mark = (id: number): Mark => ({ id, epoch: 1, started: 5 });
  const answer = (there: number) => async (): Promise<Row[]> => {
    memory.keep(mark(9));
    return [{ behind: null, restored: null, there }];
  };
  expect(await memory.agrees(answer(0), "w")).toBe(true);
  memory.keep(mark(1));
  expect(await memory.agrees(answer(2), "w")).toBe(true);
  expect(await memory.agrees(answer(2), "w")).toBe(false);
});

it("is not misled by `restored` being said while it looks", async () => {
  const memory = new Memory();
  const answer = (restored: string | null) => async (): Promise<Row[]> => [{ behind: null, restored, there: 0 }];
  expect(await memory.agrees(answer(null), "w")).toBe(true);
  let isSaid: Promise<boolean> | undefined;
  const slow = async (): Promise<Row[]> => {
    isSaid ??= memory.agrees(answer("7"), "w");
    await isSaid;
    return [{ behind: null, restored: null, there: 0 }];
  };
  expect(await memory.agrees(slow, "w")).toBe(true);
  expect(await memory.agrees(answer("7"), "w")).toBe(true);
  expect(await memory.agrees(answer(null), "w")).toBe(false);
});

it("notices a store from before `restored` was said", async () => {
  const { journal } = await open();
  await journal.enqueue(order("D-1"));
  await journal.restored();
  await journal.enqueue(order("D-2"));
  await journal.steps.send("P1");
  await journal.store.tx((q) => q("delete from meta where name = 'restored_at'"));
  await expect(journal.steps.send("P1")).rejects.toMatchObject({ code: "JOURNAL_BEHIND" });
});

it("a worker tells it once and goes on when it is in order again", async () => {
  const told: string[] = [];
  const { journal, remote, clock } = await open({
    onEvent: (event) => void (event.type === "error" && told.push(isJournalError(event.error) ? event.error.code : "")),
  });
  await journal.enqueue(order("D-1"));
  await journal.steps.send("P1");
  await goBack(journal, 1);
  journal.work({ roles: ["sender", "resolver"], concurrency: 4, pollMs: 10 });
  await expect.poll(() => told).toEqual(["JOURNAL_BEHIND"]);
  for (let n = 0; n < 20; n++) {
    clock.advance(1_000);
    await journal.status();
  }
  expect([told.length, remote.sent.length]).toEqual([1, 1]);
  remote.queries = [{ kind: "same" }];
  await journal.restored();
  await journal.enqueue(order("D-2"));
  await expect
    .poll(async () => {
      clock.advance(journal.timing.settleMs);
      return journal.pending();
    })
    .toBe(0);
  expect(remote.sent.map(({ row }) => row.key)).toEqual(["D-1", "D-2"]);
});

it("makes many open applications doubtful in parts, each within a transaction's time", async () => {
  const { journal } = await open();
  await Promise.all(Array.from({ length: 250 }, (_, n) => journal.enqueue(order(`D-${n}`))));
  const { tx } = journal.store;
  let most = 0;
  journal.store.tx = (fn) =>
    tx.call(journal.store, async (q) => {
      let asked = 0;
      const value = await fn((...given) => {
        most = Math.max(most, ++asked);
        return q(...given);
      });
      return value;
    }) as ReturnType<typeof fn>;
  expect(await journal.restored()).toBe(250);
  // Three statements a row, of a hundred rows.
  expect(most).toBeLessThan(350);
  expect((await journal.status()).outbox.map(({ state, rows }) => [state, rows])).toEqual([["in_doubt", 250]]);
  expect((await journal.status()).attention).toEqual([]);
});
