import { describe, expect, it } from "vitest";
import type { Arrival, InboxRow } from "../src/index.ts";
import { open } from "./support/open.ts";

function push(key: string, body = key, more: Partial<Arrival> = {}): Arrival {
  return {
    key: `P1\nresult\n${key}`,
    provider: "P1",
    op: "result",
    body: new TextEncoder().encode(body),
    bodyHash: `hash of ${body}`,
    keyId: "0",
    ...more,
  };
}

const textOf = (row: InboxRow): string => Buffer.from(row.body).toString();

describe("receive", () => {
  it("knows a repeat, and keeps the same number with other content apart", async () => {
    const { journal } = await open();
    expect(await journal.inbox.look(push("1"))).toBe("new");
    expect(await journal.inbox.receive(push("1"), "received")).toBe("new");
    expect(await journal.inbox.look(push("1"))).toBe("same");
    expect(await journal.inbox.receive(push("1"), "received")).toBe("same");
    expect(await journal.inbox.look(push("1", "other"))).toBe("other");
    expect((await journal.inbox.find(1))?.dups).toBe(2);
    expect(await journal.findings()).toMatchObject([{ kind: "push-conflict", stream: "inbox/1" }]);
    expect((await journal.status()).inbox).toMatchObject([
      { state: "conflict", rows: 1 },
      { state: "received", rows: 1 },
    ]);
    expect((await journal.verify()).faults).toEqual([]);
  });

  it("lets one of many equal pushes be new", async () => {
    const { journal } = await open();
    const known = await Promise.all(Array.from({ length: 20 }, () => journal.inbox.receive(push("1"), "received")));
    expect(known.filter((one) => one === "new")).toHaveLength(1);
  });

  it("keeps a refused push without making its number known", async () => {
    const { journal } = await open();
    await journal.inbox.refuse(push("1"), "clock");
    await journal.inbox.refuse(push("1"), "clock");
    expect(await journal.inbox.look(push("1"))).toBe("new");
    expect((await journal.status()).inbox).toMatchObject([{ state: "refused", rows: 1 }]);
  });

  it("counts what nobody vouched for", async () => {
    const { journal } = await open();
    await journal.inbox.count("signature", { size: 10, hash: "a" });
    await journal.inbox.count("signature", { size: 11, hash: "b" });
    expect((await journal.status()).counters).toMatchObject([{ name: "signature", n: 2 }]);
  });
});

describe("process", () => {
  it("makes effect and done one transaction: a failure leaves neither, a success exactly one", async () => {
    const { journal, clock } = await open();
    await journal.store.tx((q) => q("create table effects(doc text)"));
    let fail = 2;
    journal.handle("result", {
      async inTx(q, row) {
        await q("insert into effects values(?)", textOf(row));
        if (fail-- > 0) throw new Error("not yet");
      },
    });
    await journal.inbox.receive(push("1"), "received");
    for (let i = 0; i < 6; i++) {
      await journal.steps.process();
      clock.advance(10_000);
    }
    expect(await journal.store.tx((q) => q("select doc from effects"))).toEqual([{ doc: "1" }]);
    expect(await journal.inbox.find(1)).toMatchObject({ state: "done", tries: 3 });
  });

  it("buries a push after ten tries, lets others flow, and replays it when a person says so", async () => {
    const { journal, clock } = await open();
    let broken = true;
    const done: string[] = [];
    journal.handle("result", {
      async inTx(_q, row) {
        if (broken && textOf(row) === "poison") throw new Error("cannot");
        done.push(textOf(row));
      },
    });
    await journal.inbox.receive(push("1", "poison"), "received");
    await journal.inbox.receive(push("2", "fine"), "received");
    for (let i = 0; i < 30; i++) {
      while ((await journal.steps.process()).did);
      clock.advance(3_600_000);
    }
    expect(done).toEqual(["fine"]);
    expect(await journal.inbox.find(1)).toMatchObject({ state: "dead", tries: 10, error: "cannot" });
    expect((await journal.status()).attention.map((one) => one.next)).toContain("coo journal replay 1");
    broken = false;
    await journal.inbox.replay(1, { by: "w", reason: "repaired" });
    await journal.steps.process();
    expect(done).toEqual(["fine", "poison"]);
    expect((await journal.verify()).faults).toEqual([]);
  });

  it("counts a try that never came back: a push that kills the process is dead after ten", async () => {
    const { journal, clock } = await open();
    await journal.inbox.receive(push("1"), "received");
    // As many processes claimed it and were gone.
    await journal.store.tx((q) => q("update inbox set tries = 10"));
    let ran = 0;
    journal.handle("result", { inTx: async () => void ran++ });
    clock.advance(1);
    await journal.steps.process();
    expect([(await journal.inbox.find(1))?.state, ran]).toEqual(["dead", 0]);
  });

  it("runs after at least once, with a key, apart from the transaction", async () => {
    const { journal, clock } = await open();
    const keys: string[] = [];
    let fail = 1;
    journal.handle("result", {
      async after(_row, key) {
        keys.push(key);
        if (fail-- > 0) throw new Error("mail server");
      },
    });
    await journal.inbox.receive(push("1"), "received");
    await journal.steps.process();
    expect((await journal.inbox.find(1))?.state).toBe("done");
    for (let i = 0; i < 5; i++) {
      await journal.steps.process();
      clock.advance(60_000);
    }
    expect(keys).toEqual(["P1\nresult\n1", "P1\nresult\n1"]);
    expect((await journal.inbox.find(1))?.afterDue).toBeNull();
  });

  it("tells when after failed for good", async () => {
    const { journal, clock } = await open();
    journal.handle("result", { after: () => Promise.reject(new Error("no")) });
    await journal.inbox.receive(push("1"), "received");
    for (let i = 0; i < 30; i++) {
      while ((await journal.steps.process()).did);
      clock.advance(3_600_000);
    }
    expect(await journal.findings()).toMatchObject([{ kind: "after", stream: "inbox/1" }]);
  });

  it("applies pushes of a subject in the order of what they say, not of their arrival", async () => {
    const { journal } = await open();
    const applied: string[] = [];
    journal.handle("result", {
      subject: (row) => textOf(row).split("@")[0],
      applies: (current, row) => (textOf(row).split("@")[1] ?? "") > (textOf(current).split("@")[1] ?? ""),
      inTx: async (_q, row) => void applied.push(textOf(row)),
    });
    for (const body of ["A@2", "A@1", "B@1", "A@3", "A@2b", "B@2"]) await journal.inbox.receive(push(body), "received");
    while ((await journal.steps.process()).did);
    expect(applied).toEqual(["A@2", "B@1", "A@3", "B@2"]);
    const events = await journal.store.tx((q) => q("select ev, count(*) as n from ledger group by ev order by ev"));
    expect(events).toEqual([
      { ev: "done", n: 4 },
      { ev: "received", n: 6 },
      { ev: "superseded", n: 2 },
    ]);
  });
});
