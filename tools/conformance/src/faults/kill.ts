import type { Sandbox } from "@coo/sandbox";
import { result } from "./application.ts";
import { bookOf, compareWithBook, openRemote } from "./book.ts";
import { Child, hearing } from "./child.ts";
import { freePort } from "./free-port.ts";
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
import { openTrialJournal, sqliteIn, TIMING } from "./setting.ts";

/** SIGKILL of producer, senders and receiver on one SQLite file, while the remote misbehaves. */
export const killRow: FaultRow = {
  no: 1,
  name: "SIGKILL of processes",
  stores: ["sqlite", "postgres"],
  run: (options) => campaign(options, "kill"),
};

/** SIGSTOP of a sender past its lease; owners count as unknown, as on other machines. */
export const pauseRow: FaultRow = {
  no: 2,
  name: "SIGSTOP past the lease",
  stores: ["sqlite", "postgres"],
  run: (options) => campaign(options, "pause"),
};

/** SIGKILL of the PostgreSQL server under load; the processes live on. */
export const serverRow: FaultRow = {
  no: 3,
  name: "SIGKILL of the PostgreSQL server",
  stores: ["postgres"],
  run: (options) => campaign(options, "server"),
};

/** Behaviours of the remote and the share of calls they hit; all delays are shorter than `settle`. */
function misbehave(sandbox: Sandbox): void {
  for (const kind of ["drop", "cut", "error-before", "error-after", "half", "bad-signature"] as const)
    sandbox.faults.on({ kind, interfaces: [4], count: "always", chance: 0.02 });
  sandbox.faults.on({ kind: "late", interfaces: [4], count: "always", chance: 0.02, delayMs: 200 });
  sandbox.faults.on({ kind: "hang", interfaces: [4], count: "always", chance: 0.01, delayMs: 700 });
  sandbox.faults.on({ kind: "hidden", count: "always", chance: 0.3, delayMs: 400 });
}

/** What is struck, how often at full scale and at least, and how many applications go with each. */
const STRIKES = {
  kill: { no: 1, figure: 1_000, least: 10, applications: 3 },
  pause: { no: 2, figure: 200, least: 4, applications: 5 },
  server: { no: 3, figure: 100, least: 3, applications: 5 },
} as const;

async function campaign({ seed, scale, folder, postgres }: RowOptions, how: keyof typeof STRIKES): Promise<RowResult> {
  const { no, figure, least, applications } = STRIKES[how];
  const store = postgres ? postgres.database(`row${no}`) : sqliteIn(folder);
  const strikes = scaled(figure, scale, least);
  const wanted = strikes * applications;
  const random = seeded(seed);
  const port = await freePort();
  const { sandbox, endpoint } = await openRemote(seed, {
    receiver: `http://127.0.0.1:${port}/push`,
    pushPauses: Array.from({ length: 200 }, () => 300),
    pushTimeoutMs: 2_000,
  });
  misbehave(sandbox);
  const { acknowledged, errors, onLine } = hearing();
  const setting = { folder, store, endpoint, port, everyMs: 60, blind: how === "pause" };
  const children = [
    new Child("p", { ...setting, role: "producer" }, onLine),
    new Child("s", { ...setting, role: "sender" }, onLine),
    new Child("t", { ...setting, role: "sender" }, onLine),
    ...(how === "kill" ? [new Child("r", { ...setting, role: "receiver" }, onLine)] : []),
  ];
  // The schema is there before several come at once; a first start is not what is on trial.
  await (await openTrialJournal(folder, { store })).close();
  for (const child of children) child.start();
  await until(() => children.every((child) => child.isReady), 60_000);

  let pushes = 0;
  const struck = { producer: 0, sender: 0, receiver: 0 };
  let done = 0;
  let slowestMs = 0;
  let told = 0;
  let seen = 0;
  // A slow machine may take its time; only where nothing is acknowledged any more the trial gives up.
  let end = performance.now() + 120_000;
  while ((done < strikes || acknowledged.size < wanted) && performance.now() < end) {
    if (acknowledged.size > seen) {
      seen = acknowledged.size;
      end = performance.now() + 120_000;
    }
    // A whole run takes half an hour: whoever waits sees that it goes on.
    if (done >= told + 100) {
      told = done;
      process.stderr.write(`row ${no}: ${done} of ${strikes}, ${acknowledged.size} acknowledged\n`);
    }
    await pause(20 + random(how === "kill" ? 250 : 600));
    if (how === "kill") void sandbox.push("pushDocumentAuditResult", result(`R-${pushes++}`)).catch(() => {});
    if (done >= strikes) continue;
    // Strikes go with the work: who is killed has had the time to do some.
    if (how !== "server" && acknowledged.size < done * applications) continue;
    if (how === "server") {
      await pause(300 + random(700));
      await postgres?.kill();
      await postgres?.start();
      const before = acknowledged.size;
      const since = performance.now();
      await until(() => acknowledged.size > before, 30_000);
      slowestMs = Math.max(slowestMs, performance.now() - since);
      done++;
      continue;
    }
    const ready = children.filter((child) => child.isReady && (how === "kill" || child.role === "sender"));
    const child = ready[random(ready.length)];
    if (child === undefined) continue;
    if (how === "kill") {
      await child.kill();
      child.start();
    } else {
      child.signal("SIGSTOP");
      await pause(TIMING.leaseMs + random(2 * TIMING.settleMs));
      child.signal("SIGCONT");
    }
    struck[child.role]++;
    done++;
  }

  const ended = how === "server" && children.some((child) => child.hasEnded);
  // From here on nothing is killed, and everything has to come to its end.
  await children[0]?.kill();
  const journal = await openTrialJournal(folder, { store });
  const settled = await untilNone(() => journal.pending(), 120_000);
  const delivered = (): number => sandbox.pushes.filter((push) => push.state === "delivered").length;
  const pushed = how === "kill" && (await untilNone(async () => pushes - delivered(), 90_000));
  const effects = how === "kill" ? await effectsOf(journal, pushes) : { none: 0, several: 0 };
  const report = await journal.verify();
  const resent = await journal.store.tx((q) => q("select coalesce(sum(resends), 0) as n from outbox"));
  const doubts = await journal.store.tx((q) =>
    q("select count(distinct stream) as n from ledger where ev in ('unclear', 'send-lease-over')"),
  );
  const rows = await journal.store.tx((q) => q("select count(*) as n from outbox"));
  for (const child of children) await child.kill();
  const { lost, doubled } = compareWithBook(acknowledged, bookOf(sandbox));
  await journal.close();
  await sandbox.close();
  const counts = {
    [how === "pause" ? "pauses" : "kills"]: done,
    ...(how === "server" ? { slowest_recovery_ms: Math.round(slowestMs), processes_ended: ended ? 1 : 0 } : {}),
    ...(how === "kill" ? struck : {}),
    acknowledged: acknowledged.size,
    rows: Number(rows[0]?.["n"]),
    in_doubt: Number(doubts[0]?.["n"]),
    resent: Number(resent[0]?.["n"]),
    lost: lost.length,
    doubled: doubled.length,
    pushes,
    ledger_rows: report.rows,
  };
  return {
    counts,
    verdicts: judge(`${no}`, {
      "enough work": unless(
        done >= strikes && acknowledged.size >= wanted,
        `${done} of ${strikes}, ${acknowledged.size} of ${wanted}`,
      ),
      "0 lost": unless(lost.length === 0, `${lost.length} lost: ${lost.slice(0, 5).join(", ")}`),
      "0 doubled": unless(doubled.length === 0, `${doubled.length} doubled: ${doubled.slice(0, 5).join(", ")}`),
      "all final": unless(settled, "some applications never came to an end"),
      ...(how === "server"
        ? {
            "works again within 10 s": unless(slowestMs < 10_000, `${Math.round(slowestMs)} ms`),
            "no process ended": unless(!ended, "a process ended because its server was gone"),
          }
        : {}),
      "something was in doubt": unless(counts.in_doubt > 0, "no send was ever unclear: nothing was on trial"),
      "the ledger fits": unless(report.faults.length === 0, JSON.stringify(report.faults.slice(0, 3))),
      "no errors": unless(errors.length === 0, errors.slice(0, 3).join(" | ")),
      ...(how === "kill"
        ? {
            "every acknowledged push has one effect": unless(
              pushed && effects.none === 0 && effects.several === 0,
              `${delivered()} of ${pushes} delivered, ${effects.none} without effect, ${effects.several} with several`,
            ),
          }
        : {}),
    }),
  };
}

/** Pushes without an effect and pushes with several, after all are done. */
async function effectsOf(
  journal: Awaited<ReturnType<typeof openTrialJournal>>,
  pushes: number,
): Promise<{ readonly none: number; readonly several: number }> {
  const read = async (): Promise<Map<string, number>> => {
    const rows = await journal.store.tx((q) => q("select doc, count(*) as n from effects group by doc"));
    return new Map(rows.map((row) => [String(row["doc"]), Number(row["n"])]));
  };
  await untilNone(async () => pushes - (await read()).size, 30_000);
  const found = await read();
  return { none: pushes - found.size, several: [...found.values()].filter((n) => n > 1).length };
}
