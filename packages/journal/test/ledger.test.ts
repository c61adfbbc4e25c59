import { DatabaseSync } from "node:sqlite";
import { expect, it } from "vitest";
import { open, order } from "./support/open.ts";

/** Numbers that look random and come from the seed. */
function seeded(seed: number): (limit: number) => number {
  let state = seed >>> 0;
  return (limit) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * limit);
  };
}

it("finds every changed, removed, swapped row and every chain that lost its end", async () => {
  const { journal, path, remote } = await open();
  remote.sends = [{ kind: "accepted" }];
  for (let i = 0; i < 12; i++) {
    await journal.enqueue(order(`D-${i}`));
    await journal.steps.send("P1");
    if (i === 5) await journal.anchor("2026-03-01");
  }
  await journal.anchor("2026-03-02");
  const clean = await journal.verify();
  expect(clean).toMatchObject({ rows: 36, streams: 12, anchors: 2, faults: [] });

  const db = new DatabaseSync(path);
  db.exec("drop trigger ledger_no_update; drop trigger ledger_no_delete");
  const ledger = db.prepare("select * from ledger order by seq").all();
  const random = seeded(7);
  const columns = ["ev", "actor", "data", "prev", "hash", "at", "stream"];
  for (let edit = 0; edit < 200; edit++) {
    const seq = 1 + random(36);
    db.exec("begin");
    const what = random(4);
    if (what === 0) {
      db.prepare("delete from ledger where seq = ?").run(seq);
    } else if (what === 1) {
      const other = ((seq + random(34)) % 36) + 1;
      const rows = db
        .prepare("select * from ledger where seq in (?, ?)")
        .all(seq, other === seq ? (seq % 36) + 1 : other);
      const [a, b] = rows as [Record<string, string>, Record<string, string>];
      const put = db.prepare("update ledger set ev = ?, data = ?, at = ?, actor = ?, hash = ? where seq = ?");
      put.run(b.ev ?? "", b.data ?? "", Number(b.at), b.actor ?? "", b.hash ?? "", Number(a.seq));
      put.run(a.ev ?? "", a.data ?? "", Number(a.at), a.actor ?? "", a.hash ?? "", Number(b.seq));
    } else if (what === 2) {
      const column = columns[random(columns.length)] as string;
      const value = column === "at" ? random(1_000_000) : `x${random(1_000_000)}`;
      db.prepare(`update ledger set ${column} = ? where seq = ?`).run(value, seq);
    } else {
      // A whole chain from here on, so that only table and anchor can tell.
      db.prepare(
        `delete from ledger where seq in (select l.seq from ledger l join ledger m on m.stream = l.stream
          where m.seq = ? and l.n >= m.n)`,
      ).run(seq);
    }
    db.exec("commit");
    expect((await journal.verify()).faults.length, `edit ${edit}, kind ${what}, seq ${seq}`).toBeGreaterThan(0);
    // Back to what it was.
    db.exec("begin; delete from ledger");
    const back = db.prepare(
      "insert into ledger(seq, stream, n, ev, at, actor, data, prev, hash) values(?, ?, ?, ?, ?, ?, ?, ?, ?)",
    );
    for (const row of ledger) back.run(...(Object.values(row) as string[]));
    db.exec("commit");
  }
  expect((await journal.verify()).faults).toEqual([]);
  db.close();
});

it("anchors a day once, and not before something happened", async () => {
  const { journal } = await open();
  expect(await journal.anchor("2026-03-01")).toBeUndefined();
  await journal.enqueue(order("D-1"));
  const first = await journal.anchor("2026-03-01");
  expect(first?.root).toMatch(/^[0-9a-f]{64}$/);
  await journal.enqueue(order("D-2"));
  expect(await journal.anchor("2026-03-01")).toBeUndefined();
  expect((await journal.anchor("2026-03-02"))?.root).not.toBe(first?.root);
});
