import { join } from "node:path";
import { expect, it } from "vitest";
import { openJournal, type Store, sqliteStore, systemClock } from "../src/index.ts";
import { isOwnerAlive, ownOwner } from "../src/owner.ts";
import { folder, open, order } from "./support/open.ts";

it("does what is due until it is stopped, and leaves nothing half done", async () => {
  const { journal, remote } = await open({ clock: systemClock });
  let running = 0;
  let most = 0;
  remote.sends = [
    async () => {
      most = Math.max(most, ++running);
      await systemClock.sleep(5);
      running--;
      return { kind: "accepted" };
    },
  ];
  const worker = journal.work({ concurrency: 3, pollMs: 20 });
  for (let i = 0; i < 20; i++) await journal.enqueue(order(`D-${i}`));
  await expect.poll(() => remote.sent.length).toBeGreaterThan(5);
  await worker.stop();
  expect(running).toBe(0);
  expect(most).toBeLessThanOrEqual(3);
  const before = remote.sent.length;
  const { outbox } = await journal.status();
  expect(outbox.every((one) => one.state === "ready" || one.state === "accepted")).toBe(true);
  const again = journal.work({ pollMs: 20 });
  await expect.poll(() => journal.pending(), { timeout: 15_000 }).toBe(0);
  await again.stop();
  expect([before <= 20, remote.sent.length]).toEqual([true, 20]);
});

it("wakes one idle loop for what is new, and as many as there is work", async () => {
  const inner = sqliteStore({ path: join(folder(), "coo.db") });
  let looks = 0;
  const store: Store = {
    dialect: inner.dialect,
    tx(fn) {
      looks++;
      return inner.tx(fn);
    },
    close: () => inner.close(),
  };
  const { journal, remote } = await open({ clock: systemClock, store });
  journal.work({ concurrency: 12, pollMs: 600_000 });
  const quiet = async (): Promise<number> => {
    for (let before = -1; before !== looks; await systemClock.sleep(150)) before = looks;
    return looks;
  };
  const before = await quiet();
  for (let i = 0; i < 5; i++) {
    await journal.enqueue(order(`D-${i}`));
    await expect.poll(() => journal.pending()).toBe(0);
    await quiet();
  }
  const each = ((await quiet()) - before) / 5;
  // One that sends, one that looks whether there is more: not twelve loops, the reaper and the inbox.
  expect(each).toBeLessThan(18);
  // Many that nobody told of are sent by many at once, although the one enqueue that is told of calls only one.
  let running = 0;
  let most = 0;
  remote.sends = [
    async () => {
      most = Math.max(most, ++running);
      await systemClock.sleep(300);
      running--;
      return { kind: "accepted" };
    },
  ];
  const other = await openJournal({ store });
  for (let i = 0; i < 11; i++) await other.enqueue(order(`M-${i}`));
  await journal.enqueue(order("M-11"));
  await expect.poll(() => journal.pending(), { timeout: 10_000 }).toBe(0);
  expect(most).toBeGreaterThan(6);
}, 30_000);

it("knows its own process, and not one that is gone or started at another time", () => {
  const own = ownOwner();
  expect(isOwnerAlive(own)).toBe(true);
  const [host, pid] = own.split("/");
  expect(isOwnerAlive(`${host}/${pid}/1`)).toBe(process.platform !== "linux");
  expect(isOwnerAlive(`${host}/999999999/1`)).toBe(false);
  expect(isOwnerAlive(`elsewhere/${pid}/0`)).toBe(false);
});
