import { spawnSync } from "node:child_process";
import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { application } from "./application.ts";
import { bookOf, compareWithBook, openRemote } from "./book.ts";
import { type FaultRow, judge, pause, scaled, unless, until, untilNone } from "./row.ts";
import { openTrialJournal, sqliteIn, trialClient } from "./setting.ts";

const KEY = "ccpit-demo-key-0001";
const CLI = join(import.meta.dirname, "../../../../packages/cli/src/cli.ts");
const SIGNED = /<(?:\w+:)?sign>[0-9A-Fa-f]{64}<|&lt;sign&gt;[0-9A-Fa-f]{64}&lt;/;

/** The key file is missing, unreadable, empty, replaced by a wrong one, and taken away at run time. */
export const keysRow: FaultRow = {
  no: 25,
  name: "the key file",
  async run({ seed, scale, folder }) {
    const each = scaled(100, scale, 10);
    const { sandbox, endpoint } = await openRemote(seed);
    const journal = await openTrialJournal(folder, { breaker: { inRow: 5, pauseMs: 500 } });
    const ids: string[] = [];
    const enqueue = async (phase: string): Promise<void> => {
      const idle = trialClient(endpoint, journal, false);
      for (let n = 0; n < each; n++) {
        ids.push(`${phase}-${n}`);
        await idle.submit.applyGeneralCertificate(application(`${phase}-${n}`));
      }
      await idle.close();
    };
    await enqueue("A");

    // Nothing starts without a key, and each says why.
    const folderAsKey = join(folder, "key-folder");
    mkdirSync(folderAsKey);
    const empty = join(folder, "empty.key");
    writeFileSync(empty, "", { mode: 0o600 });
    const unclear: string[] = [];
    for (const path of [join(folder, "missing.key"), folderAsKey, empty]) {
      const flags = ["--endpoint", endpoint, "--provider", "TEST0001", "--key-file", path];
      const { status: exit, stderr: err } = spawnSync(
        process.execPath,
        [
          "--conditions=@coo/source",
          "--disable-warning=ExperimentalWarning",
          CLI,
          "journal",
          "work",
          "--store",
          sqliteIn(folder),
          ...flags,
        ],
        { encoding: "utf8" },
      );
      if (exit !== 7 || !err.includes(path)) unclear.push(`exit ${exit}: ${err}`);
    }
    const early = sandbox.journal.find({ interface: 4 }).length;

    // The wrong key: neither side can verify the other, so nothing that comes back counts.
    const wrong = trialClient(endpoint, journal, { concurrency: 2, pollMs: 20 }, "a-key-of-tomorrow");
    const isStopped = async (): Promise<boolean> =>
      (await journal.status()).breakers.some((one) => one.state !== "closed");
    const stopped = await until(isStopped, 60_000);
    await pause(500);
    await wrong.close();
    const withWrongKey = sandbox.journal.find({ interface: 4 }).length - early;
    const ended = (await journal.status()).outbox.filter((one) => ["accepted", "rejected"].includes(one.state));

    // Repaired, and closed by a person; then the file goes away under a process that has read it.
    await journal.closeBreaker("TEST0001");
    await enqueue("B");
    const right = trialClient(endpoint, journal, { concurrency: 4, pollMs: 20 }, KEY);
    rmSync(empty);
    const settled = await untilNone(() => journal.pending(), 120_000);
    await right.close();
    const requests = await journal.store.tx((q) => q("select request from attempt where request is not null"));
    const unsigned = requests.filter((row) => !SIGNED.test(Buffer.from(row["request"] as Uint8Array).toString("utf8")));
    const { faults } = await journal.verify();
    await journal.close();
    const { lost, doubled } = compareWithBook(ids, bookOf(sandbox));
    await sandbox.close();
    return {
      counts: {
        applications: ids.length,
        sent_without_key: early,
        sent_with_wrong_key: withWrongKey,
        requests: requests.length,
        unsigned: unsigned.length,
        lost: lost.length,
        doubled: doubled.length,
      },
      verdicts: judge("25", {
        "nothing is sent without a key": unless(early === 0, `${early} requests`),
        "each failure names the file": unless(unclear.length === 0, unclear.join(" | ")),
        "a wrong key stops all after a few": unless(
          stopped && withWrongKey >= 5 && withWrongKey <= 7 && ended.length === 0,
          `stopped ${stopped}, ${withWrongKey} requests, ${ended.length} states ended`,
        ),
        "no unsigned send": unless(unsigned.length === 0 && requests.length >= ids.length, `${unsigned.length}`),
        "goes on after repair": unless(settled, "some never came to an end"),
        "0 lost": unless(lost.length === 0, lost.slice(0, 5).join(", ")),
        "0 doubled": unless(doubled.length === 0, doubled.slice(0, 5).join(", ")),
        "the ledger fits": unless(faults.length === 0, JSON.stringify(faults.slice(0, 3))),
      }),
    };
  },
};
