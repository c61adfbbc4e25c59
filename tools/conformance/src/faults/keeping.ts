import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import type { SqliteStore } from "@coo/journal";
import { application } from "./application.ts";
import { bookOf, compareWithBook, openRemote } from "./book.ts";
import { Child } from "./child.ts";
import { type FaultRow, judge, pause, scaled, seeded, unless, until } from "./row.ts";
import { openTrialJournal, PATIENT, sqliteIn, trialClient } from "./setting.ts";

/** Edits of the ledger by somebody with the file in hand. */
export const editsRow: FaultRow = {
  no: 23,
  name: "the ledger is edited",
  async run({ seed, scale, folder }) {
    const edits = scaled(1_000, scale, 100);
    const random = seeded(seed);
    const { sandbox, endpoint } = await openRemote(seed);
    const journal = await openTrialJournal(folder);
    const client = trialClient(endpoint, journal, { concurrency: 8, pollMs: 20 });
    for (let n = 0; n < 30; n++) {
      const handle = await client.submit.applyGeneralCertificate(application(`D-${n}`));
      if (n % 10 === 9) {
        await handle.settled();
        await journal.anchor(`2026-03-0${(n + 1) / 10}`);
      }
    }
    await until(async () => (await journal.pending()) === 0, 30_000);
    await client.close();
    await sandbox.close();
    const clean = await journal.verify();
    const db = new DatabaseSync(join(folder, "coo.db"));
    db.exec("drop trigger ledger_no_update; drop trigger ledger_no_delete");
    const columns = ["ev", "at", "actor", "data", "prev", "hash", "stream", "n"];
    let found = 0;
    for (let edit = 0; edit < edits; edit++) {
      db.exec("begin immediate");
      const rows = db.prepare("select * from ledger order by seq").all() as Record<string, string | number>[];
      const victim = rows[random(rows.length)] as Record<string, string | number>;
      const seq = Number(victim["seq"]);
      switch (random(4)) {
        case 0:
          db.prepare("delete from ledger where seq = ?").run(seq);
          break;
        case 1:
          // A chain that loses its end.
          db.prepare("delete from ledger where stream = ? and n >= ?").run(victim["stream"] ?? "", victim["n"] ?? 0);
          break;
        case 2: {
          const other = rows[(rows.indexOf(victim) + 1 + random(rows.length - 1)) % rows.length] as typeof victim;
          const put = db.prepare("update ledger set ev = ?, at = ?, actor = ?, data = ?, hash = ? where seq = ?");
          for (const [to, from] of [
            [victim, other],
            [other, victim],
          ] as const)
            put.run(
              from["ev"] ?? "",
              from["at"] ?? 0,
              from["actor"] ?? "",
              from["data"] ?? "",
              from["hash"] ?? "",
              to["seq"] ?? 0,
            );
          break;
        }
        default: {
          const column = columns[random(columns.length)] as string;
          const value = typeof victim[column] === "number" ? random(1_000_000) + 1_000 : `x${random(1_000_000)}`;
          db.prepare(`update ledger set ${column} = ? where seq = ?`).run(value, seq);
        }
      }
      db.exec("commit");
      if ((await journal.verify()).faults.length > 0) found++;
      db.exec("begin immediate; delete from ledger");
      const back = db.prepare(
        "insert into ledger(seq, stream, n, ev, at, actor, data, prev, hash) values(?, ?, ?, ?, ?, ?, ?, ?, ?)",
      );
      for (const row of rows) back.run(...(Object.values(row) as string[]));
      db.exec("commit");
    }
    const after = await journal.verify();
    db.close();
    await journal.close();
    return {
      counts: { rows: clean.rows, anchors: clean.anchors, edits, found },
      verdicts: judge("23", {
        "every edit is found": unless(found === edits, `${found} of ${edits}`),
        "nothing is found where nothing was edited": unless(
          clean.faults.length === 0 && after.faults.length === 0,
          JSON.stringify([...clean.faults, ...after.faults].slice(0, 3)),
        ),
      }),
    };
  },
};

/** An old backup is restored over what has been sent since. */
export const restoreRow: FaultRow = {
  no: 24,
  name: "an old backup is restored",
  async run({ seed, scale, folder }) {
    const documents = scaled(500, scale, 40);
    const { sandbox, endpoint } = await openRemote(seed);
    // Slow enough that the backup falls between the first and the last.
    sandbox.faults.on({ kind: "slow", interfaces: [4], count: "always", delayMs: 60 });
    const journal = await openTrialJournal(folder);
    const copy = join(folder, "restored");
    mkdirSync(copy);
    const ids = Array.from({ length: documents }, (_, n) => `D-${n}`);
    const idle = trialClient(endpoint, journal, false);
    for (const id of ids) await idle.submit.applyGeneralCertificate(application(id));
    await idle.close();
    const first = trialClient(endpoint, journal, { concurrency: 8, pollMs: 20 });
    await until(() => bookOf(sandbox).size > documents / 4, 30_000);
    await (journal.store as SqliteStore).backup(join(copy, "coo.db"));
    await until(async () => (await journal.pending()) === 0, 60_000);
    await first.close();
    await journal.close();
    const sent = bookOf(sandbox).size;
    const restored = await openTrialJournal(copy);
    const open = await restored.pending();
    const second = trialClient(endpoint, restored, { concurrency: 8, pollMs: 20 });
    const settled = await until(async () => (await restored.pending()) === 0, 60_000);
    const { faults } = await restored.verify();
    await second.close();
    await restored.close();
    const { lost, doubled } = compareWithBook(ids, bookOf(sandbox));
    const queries = sandbox.journal.find({ interface: 9 }).length;
    await sandbox.close();
    return {
      counts: {
        documents,
        sent_before: sent,
        open_in_backup: open,
        queries,
        lost: lost.length,
        doubled: doubled.length,
      },
      verdicts: judge("24", {
        "the backup had open rows that were sent since": unless(
          open > 0 && sent === documents,
          `${open} open, ${sent} sent`,
        ),
        "all were asked about": unless(queries >= open, `${queries} queries`),
        "0 lost": unless(lost.length === 0, lost.join(", ")),
        "0 doubled": unless(doubled.length === 0, doubled.slice(0, 5).join(", ")),
        "all final": unless(settled, "some never came to an end"),
        "the ledger fits": unless(faults.length === 0, JSON.stringify(faults.slice(0, 3))),
      }),
    };
  },
};

/** SIGTERM with work in flight. */
export const terminateRow: FaultRow = {
  no: 26,
  name: "SIGTERM with work in flight",
  async run({ seed, scale, folder }) {
    const times = scaled(50, scale, 4);
    const random = seeded(seed);
    const { sandbox, endpoint } = await openRemote(seed);
    sandbox.faults.on({ kind: "slow", interfaces: [4], count: "always", delayMs: 100 });
    const journal = await openTrialJournal(folder);
    const producer = trialClient(endpoint, journal, false);
    const errors: string[] = [];
    const setting = {
      role: "sender",
      folder,
      store: sqliteIn(folder),
      endpoint,
      port: 0,
      everyMs: 0,
      blind: false,
      patient: true,
    } as const;
    const child = new Child("s", setting, (line) => errors.push(line));
    const ids: string[] = [];
    let slowest = 0;
    let doubts = 0;
    let inFlight = 0;
    for (let n = 0; n < times; n++) {
      for (let i = 0; i < 20; i++) {
        ids.push(`D-${n}-${i}`);
        await producer.submit.applyGeneralCertificate(application(`D-${n}-${i}`));
      }
      child.start();
      await until(() => child.isReady, 30_000);
      const isSending = async (): Promise<boolean> =>
        (await journal.status()).outbox.some((one) => one.state === "sending");
      if (await until(isSending, 10_000)) inFlight++;
      await pause(random(60));
      child.closedMs = undefined;
      child.signal("SIGTERM");
      await child.ended;
      slowest = Math.max(slowest, child.closedMs ?? Number.POSITIVE_INFINITY);
      const after = await journal.status();
      doubts += after.outbox
        .filter((one) => !["ready", "accepted"].includes(one.state))
        .reduce((sum, one) => sum + one.rows, 0);
    }
    const rest = trialClient(endpoint, journal, { concurrency: 8, pollMs: 20 });
    const settled = await until(async () => (await journal.pending()) === 0, 60_000);
    await Promise.all([producer.close(), rest.close()]);
    await journal.close();
    const { lost, doubled } = compareWithBook(ids, bookOf(sandbox));
    await sandbox.close();
    return {
      counts: {
        terminations: times,
        with_work_in_flight: inFlight,
        slowest_ms: slowest,
        in_doubt: doubts,
        lost: lost.length,
        doubled: doubled.length,
      },
      verdicts: judge("26", {
        "work was in flight": unless(inFlight === times, `${inFlight} of ${times}`),
        "ends within a request's time": unless(slowest < PATIENT.requestMs, `${slowest} ms`),
        "nothing in doubt that need not be": unless(doubts === 0, `${doubts} rows`),
        "0 lost": unless(lost.length === 0 && settled, lost.join(", ")),
        "0 doubled": unless(doubled.length === 0, doubled.slice(0, 5).join(", ")),
        "no errors": unless(errors.length === 0, errors.slice(0, 3).join(" | ")),
      }),
    };
  },
};
