import { type ChildProcess, spawn } from "node:child_process";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { DatabaseSync } from "node:sqlite";
import { type Journal, openJournal } from "@coo/journal";
import { programIn } from "./program.ts";
import { type FaultRow, judge, pause, scaled, seeded, unless, until } from "./row.ts";
import { openTrialJournal, sqliteIn, TIMING } from "./setting.ts";

/** The file is locked for a while, and shared by many processes. */
export const busyRow: FaultRow = {
  no: 19,
  name: "the store is busy",
  async run({ scale, folder }) {
    const journal = await openTrialJournal(folder);
    const lockMs = Math.round(5_000 * Math.min(1, Math.max(scale, 0.2)));
    const other = new DatabaseSync(join(folder, "coo.db"));
    other.exec("begin immediate");
    const start = performance.now();
    const calls = Array.from({ length: 50 }, (_, n) =>
      journal.enqueue({ tenant: "P1", op: "apply", key: `L-${n}`, content: Buffer.from("x") }),
    );
    const settled = Promise.allSettled(calls);
    await pause(lockMs);
    other.exec("rollback");
    other.close();
    const errors = (await settled).filter((one) => one.status === "rejected").length;
    const waitedMs = Math.round(performance.now() - start);
    await journal.close();

    // A shorter time tells nothing of fairness.
    const runMs = Math.round(20_000 * Math.min(1, Math.max(scale, 0.5)));
    const crowd = Array.from({ length: 8 }, (_, n) => new Member(folder, `C-${n}`, runMs));
    await Promise.all(crowd.map((one) => one.ready));
    for (const one of crowd) one.go();
    const figures = await Promise.all(crowd.map((one) => one.figures));
    const done = figures.map((one) => one.done);
    const fair = done.reduce((sum, n) => sum + n, 0) / crowd.length;
    const failed = figures.reduce((sum, one) => sum + one.failed, 0);
    const after = await openTrialJournal(folder);
    const [rows] = await after.store.tx((q) => q("select count(*) as n from outbox where bkey like 'C-%'"));
    const { faults } = await after.verify();
    await after.close();
    return {
      counts: {
        locked_ms: lockMs,
        waited_ms: waitedMs,
        errors,
        processes: crowd.length,
        least: Math.min(...done),
        most: Math.max(...done),
        slowest_ms: Math.max(...figures.map((one) => one.slowest)),
        failed,
      },
      verdicts: judge("19", {
        "0 errors to callers while it is locked": unless(errors === 0, `${errors} of 50`),
        "they waited for the lock": unless(waitedMs >= lockMs, `${waitedMs} ms`),
        "0 errors among eight processes": unless(failed === 0, `${failed}`),
        "no process below half of the fair share": unless(Math.min(...done) >= fair / 2, done.join(", ")),
        "all that was acknowledged is there": unless(
          Number(rows?.["n"]) === fair * crowd.length && faults.length === 0,
          `${Number(rows?.["n"])} of ${fair * crowd.length}, ${faults.length} faults`,
        ),
      }),
    };
  },
};

interface Figures {
  readonly done: number;
  readonly failed: number;
  readonly slowest: number;
}

class Member {
  readonly ready: Promise<void>;
  readonly figures: Promise<Figures>;
  readonly #process: ChildProcess;

  constructor(folder: string, name: string, ms: number) {
    const child = spawn(
      process.execPath,
      ["--disable-warning=ExperimentalWarning", programIn(folder, "crowd"), folder, name, String(ms)],
      { stdio: ["pipe", "pipe", "inherit"] },
    );
    this.#process = child;
    const lines = createInterface({ input: child.stdout });
    this.ready = new Promise((resolve) => lines.once("line", () => resolve()));
    this.figures = new Promise((resolve, reject) => {
      lines.on("line", (line) => line.startsWith("{") && resolve(JSON.parse(line) as Figures));
      child.once("exit", (code) => code !== 0 && reject(new Error(`a process ended with ${code}`)));
    });
  }

  go(): void {
    this.#process.stdin?.write("go\n");
  }
}

/** Eight workers share one limiter and one breaker, and some of them are started again. */
export const paceRow: FaultRow = {
  no: 21,
  name: "pacing by eight workers",
  stores: ["sqlite", "postgres"],
  async run({ seed, scale, folder, postgres }) {
    const store = postgres ? postgres.database("row21") : sqliteIn(folder);
    const random = seeded(seed);
    const limit = { perSecond: 40, burst: 5 };
    const requests = scaled(2_000, scale, 200);
    let isDown = false;
    let sentWhileOpen = 0;
    let opened = 0;
    const arrived: number[] = [];
    const arrive = (): void => void arrived.push(performance.now());
    const open = async (): Promise<Journal> => {
      const journal = await openJournal({
        store,
        timing: { ...TIMING, settleMs: 200, queryPausesMs: [50] },
        limits: { provider: limit, tenant: { perSecond: 100_000, burst: 100_000 } },
        breaker: { inRow: 5, pauseMs: 400 },
        owner: `w${random(1_000_000_000)}`,
        isOwnerAlive: () => false,
      });
      journal.register({
        provider: "P1",
        operations: { apply: "submit" },
        send: async () => {
          arrive();
          return isDown ? { kind: "unclear", reason: "down" } : { kind: "accepted" };
        },
        query: async () => {
          arrive();
          return isDown ? { kind: "failed" } : { kind: "absent" };
        },
      });
      return journal;
    };
    const workers: Journal[] = [];
    for (let n = 0; n < 8; n++) workers.push(await open());
    for (let n = 0; n < requests; n++)
      await workers[n % 8]?.enqueue({ tenant: "P1", op: "apply", key: `D-${n}`, content: Buffer.from(`${n}`) });
    for (const journal of workers) journal.work({ concurrency: 2, pollMs: 20 });
    const [first] = workers as [Journal];
    const pending = (): Promise<number> => first.pending();
    const half = await until(async () => (await pending()) <= requests / 2, requests * 60);
    for (let n = 0; n < 3; n++) {
      // One ends and another comes in its place.
      const place = 1 + random(7);
      await workers[place]?.close();
      const next = await open();
      next.work({ concurrency: 2, pollMs: 20 });
      workers[place] = next;
      isDown = true;
      const isOpen = async (): Promise<boolean> => (await first.status()).breakers.some((one) => one.state === "open");
      if (await until(isOpen, 20_000)) opened++;
      // Whoever had claimed before it opened is through after a moment; from then on the number of sends stands still.
      await pause(postgres ? 1_000 : 100);
      const sends = async (): Promise<number> => {
        const [row] = await first.store.tx((q) => q("select count(*) as n from attempt where kind like 'send%'"));
        return Number(row?.["n"]);
      };
      const before = await sends();
      await pause(1_000);
      sentWhileOpen += (await sends()) - before;
      isDown = false;
      await pause(600);
    }
    const settled = await until(async () => (await pending()) === 0, requests * 100 + 60_000);
    const rows = await first.store.tx((q) => q("select started from attempt order by started"));
    const at = rows.map((row) => Number(row["started"]));
    // On one file a grant is written down in the order of time. On a server a transaction writes its start and may then wait
    // for the limiter, so that only what arrives tells, a moment later at most.
    const [times, late] = postgres ? [arrived, 2] : [at, 0];
    const worst = excess(times, 1000 / limit.perSecond, limit.burst);
    for (const journal of workers) await journal.close();
    return {
      counts: { requests: at.length, opened, sent_while_open: sentWhileOpen, worst_excess: worst },
      verdicts: judge("21", {
        "never more than rate × time + burst": unless(worst <= late, `${worst} more in some span`),
        "0 sends while the breaker is open": unless(sentWhileOpen === 0, `${sentWhileOpen}`),
        "the breaker opened each time": unless(opened === 3, `${opened} of 3`),
        "enough work": unless(half && settled && at.length >= requests, `${at.length} requests`),
      }),
    };
  },
};

/** By how many the busiest span exceeds what is allowed in it; not above 0 when the limit held. */
export function excess(at: readonly number[], interval: number, burst: number): number {
  // With the arrival's due time as a running maximum, one pass looks at every span.
  let worst = Number.NEGATIVE_INFINITY;
  let least = Number.POSITIVE_INFINITY;
  for (const [j, time] of at.entries()) {
    least = Math.min(least, j - time / interval);
    worst = Math.max(worst, j - time / interval - least + 1 - burst);
  }
  return Math.round(worst * 100) / 100;
}
