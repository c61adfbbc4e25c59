import { expect, it } from "vitest";
import { systemClock } from "../src/index.ts";
import { isOwnerAlive, ownOwner } from "../src/owner.ts";
import { open, order } from "./support/open.ts";

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

it("knows its own process, and not one that is gone or started at another time", () => {
  const own = ownOwner();
  expect(isOwnerAlive(own)).toBe(true);
  const [host, pid] = own.split("/");
  expect(isOwnerAlive(`${host}/${pid}/1`)).toBe(process.platform !== "linux");
  expect(isOwnerAlive(`${host}/999999999/1`)).toBe(false);
  expect(isOwnerAlive(`elsewhere/${pid}/0`)).toBe(false);
});
