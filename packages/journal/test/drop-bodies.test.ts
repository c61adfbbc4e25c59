import { describe, expect, it } from "vitest";
import type { Arrival } from "../src/index.ts";
import { open, order } from "./support/open.ts";

const push = (key: string): Arrival => ({
  key,
  provider: "P1",
  op: "result",
  body: Buffer.from(`${key} body`),
  bodyHash: `hash of ${key}`,
  keyId: "0",
});

describe("dropBodies", () => {
  it("empties what is over and old, keeps what is compared, known or open, and the ledger fits", async () => {
    const { journal, clock, remote } = await open();
    journal.handle("result", { subject: () => "S", applies: () => true, inTx: async () => {} });
    for (const key of ["a", "b"]) {
      await journal.inbox.receive(push(key), "received");
      await journal.steps.process();
    }
    await journal.inbox.receive(push("dead"), "dead");
    remote.sends = [
      { kind: "accepted", request: Buffer.from("request"), response: Buffer.from("answer") },
      { kind: "unclear", request: Buffer.from("request") },
    ];
    await journal.enqueue(order("D-1"));
    await journal.enqueue(order("D-2"));
    await journal.steps.send("P1");
    await journal.steps.send("P1");
    expect(await journal.dropBodies(1_000)).toEqual({ pushes: 0, attempts: 0, results: 0 });
    clock.advance(1_001);
    expect(await journal.dropBodies(1_000)).toEqual({ pushes: 1, attempts: 1, results: 0 });
    const bodies = await journal.store.tx((q) => q("select dkey, length(body) as n from inbox order by id"));
    // The second is the last one applied to its subject; the dead one waits for a person.
    expect(bodies).toEqual([
      { dkey: "a", n: 0 },
      { dkey: "b", n: 6 },
      { dkey: "dead", n: 9 },
    ]);
    const attempts = await journal.store.tx((q) =>
      q("select request is null as gone, request_hash is null as lost from attempt order by outbox_id"),
    );
    // The second is in doubt: its request may still be needed.
    expect(attempts).toEqual([
      { gone: 1, lost: 0 },
      { gone: 0, lost: 0 },
    ]);
    expect(await journal.inbox.look(push("a"))).toBe("same");
    expect((await journal.verify()).faults).toEqual([]);
    expect(await journal.dropBodies(1_000)).toEqual({ pushes: 0, attempts: 0, results: 0 });
  });
});
