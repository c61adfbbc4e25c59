import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { isJournalError, type Journal } from "@coo/journal";
// @boundaries-ignore test support is shared by all packages
import { type Postgres, startPostgres } from "../../../../test/support/postgres.ts";
import { application } from "./application.ts";
import { bookOf, compareWithBook, openRemote } from "./book.ts";
import { Child, hearing } from "./child.ts";
import { Relay } from "./relay.ts";
import {
  type FaultRow,
  judge,
  pause,
  type RowOptions,
  type RowResult,
  scaled,
  seeded,
  unless,
  until,
  untilNone,
} from "./row.ts";
import { openTrialJournal, trialClient } from "./setting.ts";

/** The primary dies and its standby takes over: one that repeats every commit, and one that was behind. */
export const failoverRow: FaultRow = {
  no: 30,
  name: "failover to a standby",
  stores: ["postgres"],
  async run(options) {
    const inStep = await takeOvers(options);
    const behind = await fallBehind(options);
    return {
      counts: { ...inStep.counts, ...behind.counts },
      verdicts: judge("30", { ...inStep.conditions, ...behind.conditions }),
    };
  },
};

interface Part {
  readonly counts: RowResult["counts"];
  readonly conditions: Readonly<Record<string, string | null>>;
}

/** Workers and callers know one address. Behind it primaries die, and a synchronous standby takes over each time. */
async function takeOvers({ seed, scale, folder, postgres }: RowOptions): Promise<Part> {
  if (postgres === undefined) throw new Error("this row needs PostgreSQL");
  const takeovers = scaled(30, scale, 2);
  const random = seeded(seed);
  const { sandbox, endpoint } = await openRemote(seed);
  for (const kind of ["cut", "error-after", "drop"] as const)
    sandbox.faults.on({ kind, interfaces: [4], count: "always", chance: 0.03 });
  const { acknowledged, errors, onLine } = hearing();
  const relay = await Relay.open(postgres.port);
  const address = new URL(postgres.database("row30"));
  address.port = String(relay.port);
  const store = address.href;
  await (await openTrialJournal(folder, { store })).close();
  const setting = { folder, store, endpoint, port: 0, everyMs: 60, blind: false };
  const producer = new Child("p", { ...setting, role: "producer" }, onLine);
  const senders = ["s", "t"].map((name) => new Child(name, { ...setting, role: "sender" }, onLine));
  const children = [producer, ...senders];
  for (const child of children) child.start();
  await until(() => children.every((child) => child.isReady), 60_000);

  let primary: Postgres = postgres;
  let slowestMs = 0;
  let wentOn = 0;
  for (let n = 0; n < takeovers; n++) {
    const standby = await primary.standby();
    // From here on a commit is acknowledged when the standby has it too.
    primary.set("synchronous_standby_names", "*");
    const enough = acknowledged.size + 5;
    await until(() => acknowledged.size >= enough, 30_000);
    await pause(random(500));
    await primary.kill();
    const since = performance.now();
    standby.promote();
    standby.set("synchronous_standby_names", "");
    relay.turn(standby.port);
    const before = acknowledged.size;
    if (await until(() => acknowledged.size > before, 30_000)) wentOn++;
    slowestMs = Math.max(slowestMs, performance.now() - since);
    if (primary !== postgres) await primary.stop();
    primary = standby;
  }
  const ended = children.some((child) => child.hasEnded);
  await producer.kill();
  const journal = await openTrialJournal(folder, { store });
  const settled = await untilNone(() => journal.pending(), 60_000);
  const { faults } = await journal.verify();
  const { lost, doubled } = compareWithBook(acknowledged, bookOf(sandbox));
  for (const child of children) await child.kill();
  await journal.close();
  await relay.close();
  await primary.stop();
  await sandbox.close();
  return {
    counts: {
      takeovers,
      applications: acknowledged.size,
      slowest_recovery_ms: Math.round(slowestMs),
      lost: lost.length,
      doubled: doubled.length,
    },
    conditions: {
      "work goes on after each": unless(wentOn === takeovers, `${wentOn} of ${takeovers}`),
      "within 10 s": unless(slowestMs < 10_000, `${Math.round(slowestMs)} ms`),
      "0 lost": unless(lost.length === 0, `${lost.length} lost: ${lost.slice(0, 5).join(", ")}`),
      "0 doubled": unless(doubled.length === 0, `${doubled.length} doubled: ${doubled.slice(0, 5).join(", ")}`),
      "all final": unless(settled, "some applications never came to an end"),
      "no process ended": unless(!ended, "a process ended because its server was gone"),
      "no errors": unless(errors.length === 0, errors.slice(0, 3).join(" | ")),
      "the ledger fits": unless(faults.length === 0, JSON.stringify(faults.slice(0, 3))),
    },
  };
}

/**
 * A standby that nobody waited for takes over under a worker: what it never heard of is lost. The worker, and one that starts
 * afterwards, send nothing before `restored` was said, and nothing is doubled.
 */
async function fallBehind({ seed, scale, folder }: RowOptions): Promise<Part> {
  const documents = scaled(500, scale, 40);
  const own = join(folder, "behind");
  mkdirSync(own);
  const { sandbox, endpoint } = await openRemote(seed);
  const primary = await startPostgres();
  const relay = await Relay.open(primary.port);
  const address = new URL(primary.database("row30"));
  address.port = String(relay.port);
  const refusals = { worker: 0, late: 0 };
  const opened = (who: keyof typeof refusals): Promise<Journal> =>
    openTrialJournal(own, {
      store: address.href,
      onEvent: (event) => {
        if (event.type === "error" && isJournalError(event.error, "JOURNAL_BEHIND")) refusals[who]++;
      },
    });
  const journal = await opened("worker");
  const idle = trialClient(endpoint, journal, false);
  const ids = Array.from({ length: documents }, (_, n) => `D-${n}`);
  const early = ids.slice(0, documents / 2);
  for (const id of early) await idle.submit.applyGeneralCertificate(application(id));
  await idle.close();
  const standby = await primary.standby();
  primary.silence();
  const work = { concurrency: 8, pollMs: 20 };
  const worker = trialClient(endpoint, journal, work);
  for (const id of ids.slice(documents / 2)) await worker.submit.applyGeneralCertificate(application(id));
  // Early ones are sent of which the standby thinks that they wait, and some of the late ones wait.
  await until(() => early.every((id) => bookOf(sandbox).has(id)), documents * 500 + 60_000);
  await primary.kill();
  standby.promote();
  relay.turn(standby.port);

  const hasNoticed = await until(() => refusals.worker > 0, 60_000);
  const second = await opened("late");
  const late = trialClient(endpoint, second, work);
  const isTold = await until(() => refusals.late > 0, 60_000);
  // Time enough for what seems to wait to be sent.
  await pause(2_000);
  const doubledBefore = compareWithBook(ids, bookOf(sandbox)).doubled;
  const [known] = await second.store.tx((q) => q("select count(*) as n from outbox"));
  const open = await second.restored();
  const settled = await untilNone(() => second.pending(), 60_000);
  const { faults } = await second.verify();
  await Promise.all([worker.close(), late.close()]);
  await Promise.all([journal.close(), second.close()]);
  const { doubled } = compareWithBook(ids, bookOf(sandbox));
  const unknown = documents - Number(known?.["n"]);
  await relay.close();
  await Promise.all([primary.stop(), standby.stop()]);
  await sandbox.close();
  return {
    counts: {
      behind_documents: documents,
      behind_open: open,
      behind_unknown: unknown,
      behind_doubled_by_workers: doubledBefore.length,
      behind_doubled: doubled.length,
    },
    conditions: {
      "a standby that is behind has lost commits": unless(
        unknown > 0 && open > 0,
        `${unknown} unknown, ${open} open: this trial proves nothing`,
      ),
      "behind: the worker notices, and one that starts later is told": unless(
        hasNoticed && isTold,
        JSON.stringify(refusals),
      ),
      "behind: 0 doubled before `restored`": unless(doubledBefore.length === 0, doubledBefore.slice(0, 5).join(", ")),
      "behind: 0 doubled": unless(doubled.length === 0, doubled.slice(0, 5).join(", ")),
      "behind: all final": unless(settled, "some never came to an end"),
      "behind: the ledger fits": unless(faults.length === 0, JSON.stringify(faults.slice(0, 3))),
    },
  };
}
