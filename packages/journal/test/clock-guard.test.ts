import { expect, it } from "vitest";
import { open, order } from "./support/open.ts";

const TIMING = { requestMs: 30_000, leaseMs: 90_000, settleMs: 600_000 };

it("does not ask early when the clock is set forward by an hour", async () => {
  const { journal, clock, remote } = await open({ timing: TIMING });
  remote.sends = [{ kind: "unclear" }];
  await journal.enqueue(order("D-1"));
  await journal.steps.resolve("P1");
  await journal.steps.send("P1");
  clock.shiftWall(3_600_000);
  expect(await journal.steps.resolve("P1")).toMatchObject({ did: false });
  expect(remote.asked).toEqual([]);
  clock.advance(TIMING.leaseMs + TIMING.settleMs - 1_000);
  await journal.steps.resolve("P1");
  expect(remote.asked).toEqual([]);
  clock.advance(1_000);
  await journal.steps.resolve("P1");
  expect(remote.asked).toHaveLength(1);
});

it("takes nothing over when the clock is set forward", async () => {
  const { journal, clock, remote, path } = await open({ timing: TIMING });
  // On another machine: it cannot see whether the owner lives.
  const { journal: other } = await open({ timing: TIMING, path, clock, owner: "other" });
  remote.sends = [() => new Promise<never>(() => {})];
  const { row } = await journal.enqueue(order("D-1"));
  await other.steps.reap();
  void journal.steps.send("P1");
  await new Promise((resolve) => setTimeout(resolve, 20));
  clock.shiftWall(3_600_000);
  expect(await other.steps.reap()).toBe(0);
  expect((await journal.find(row.id))?.state).toBe("sending");
  clock.advance(TIMING.leaseMs + TIMING.settleMs);
  expect(await other.steps.reap()).toBe(1);
});

it("goes on when the clock is set back", async () => {
  const { journal, clock, remote } = await open({ timing: TIMING });
  remote.sends = [{ kind: "unclear" }];
  await journal.enqueue(order("D-1"));
  await journal.steps.send("P1");
  clock.shiftWall(-3_600_000);
  clock.advance(TIMING.leaseMs + TIMING.settleMs);
  await journal.steps.resolve("P1");
  expect(remote.asked).toEqual([]);
  clock.advance(3_600_000);
  await journal.steps.resolve("P1");
  expect(remote.asked).toHaveLength(1);
});

it("lets others go on while a handler's after hangs", async () => {
  const { journal, clock } = await open({ timing: { ...TIMING, pushPausesMs: [60_000] } });
  const seen: string[] = [];
  journal.handle("result", {
    after: async (push) => {
      seen.push(push.key);
      if (push.key === "hangs") await new Promise<never>(() => {});
    },
  });
  for (const key of ["hangs", "other"])
    await journal.inbox.receive(
      { key, provider: "P1", op: "result", body: new Uint8Array(), bodyHash: key, keyId: "0" },
      "received",
    );
  await journal.steps.process();
  await journal.steps.process();
  const hanging = journal.steps.process();
  await new Promise((resolve) => setTimeout(resolve, 20));
  clock.advance(TIMING.requestMs);
  await hanging;
  await journal.steps.process();
  expect(seen).toEqual(["hangs", "other"]);
});
