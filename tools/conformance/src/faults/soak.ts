import { spawn } from "node:child_process";
import { createInterface } from "node:readline";
import { result } from "./application.ts";
import { bookOf, compareWithBook, openRemote } from "./book.ts";
import { freePort } from "./free-port.ts";
import { programIn } from "./program.ts";
import { type FaultRow, judge, pause, unless, until } from "./row.ts";
import { openTrialJournal } from "./setting.ts";
import type { SoakFigures, SoakSetting } from "./soaked.ts";

/** A busy platform's day: applications, and as many results. */
const EXPECTED_A_DAY = 1_000;
const TIMES_EXPECTED = 240;
const HOUR = 3_600_000;
const MIB = 2 ** 20;

/** Hours under a load of 240 × what is expected. `--hours` says how many; a short run tells nothing of a slope. */
export const soakRow: FaultRow = {
  no: 27,
  name: "soak",
  async run({ seed, scale, hours: given, folder }) {
    const hours = given ?? Math.max(0.01, 2 * scale);
    const everyMs = (24 * HOUR) / (EXPECTED_A_DAY * TIMES_EXPECTED);
    const isLong = hours >= 0.5;
    const port = await freePort();
    const { sandbox, endpoint } = await openRemote(seed, {
      receiver: `http://127.0.0.1:${port}/`,
      pushTimeoutMs: 10_000,
    });
    const reportMs = Math.max(2_000, (hours * HOUR) / 120);
    const setting: SoakSetting = { folder, endpoint, port, everyMs, reportMs, retentionMs: (hours * HOUR) / 8 };
    const child = spawn(
      process.execPath,
      ["--disable-warning=ExperimentalWarning", programIn(folder, "soaked"), JSON.stringify(setting)],
      { stdio: ["pipe", "pipe", "inherit"] },
    );
    const ended = new Promise<number>((resolve) => child.once("close", (code) => resolve(code ?? -1)));
    const all: SoakFigures[] = [];
    let isReady = false;
    createInterface({ input: child.stdout }).on("line", (line) => {
      if (line === "ready") isReady = true;
      else all.push(JSON.parse(line) as SoakFigures);
    });
    await until(() => isReady || child.exitCode !== null, 60_000);
    const start = performance.now();
    let pushes = 0;
    while (performance.now() < start + hours * HOUR && child.exitCode === null) {
      void sandbox.push("pushDocumentAuditResult", result(`R-${pushes++}`)).catch(() => {});
      await pause(Math.max(0, start + pushes * everyMs - performance.now()));
    }
    const delivered = (): number => sandbox.pushes.filter((push) => push.state === "delivered").length;
    const isDelivered = await until(() => delivered() === pushes, 60_000);
    child.kill("SIGTERM");
    const exit = await ended;
    const journal = await openTrialJournal(folder);
    const [effects] = await journal.store.tx((q) => q("select count(*) as n, count(distinct doc) as d from effects"));
    const rows = await journal.store.tx((q) => q("select bkey from outbox"));
    const { faults } = await journal.verify();
    const pending = await journal.pending();
    await journal.close();
    const { lost, doubled } = compareWithBook(
      rows.map((row) => String(row["bkey"])),
      bookOf(sandbox),
    );
    await sandbox.close();
    const last = all.at(-1);
    const acknowledged = last?.acknowledged ?? 0;
    // What a program makes once and keeps comes to an end early.
    const settled = all.filter((one) => one.ms >= (hours * HOUR) / 4);
    const slope = slopeOf(settled.map((one) => [one.ms / HOUR, one.held / MIB]));
    const at = (share: number): SoakFigures | undefined => all.find((one) => one.ms >= share * hours * HOUR);
    const perDocument = (from: number, to: number): number => {
      const [a, b] = [at(from), at(to) ?? last];
      return a && b ? Math.round((b.file - a.file) / Math.max(1, b.acknowledged - a.acknowledged)) : 0;
    };
    // Before the first bodies are dropped, and after their number has come to a stand.
    const early = perDocument(0.01, 0.12);
    const later = perDocument(0.3, 1);
    const wanted = Math.floor((0.9 * hours * HOUR) / everyMs);
    return {
      counts: {
        hours,
        applications: acknowledged,
        pushes,
        lost: lost.length,
        doubled: doubled.length,
        errors: last?.errors ?? 0,
        heap_first_MiB: tenths((settled[0]?.held ?? 0) / MIB),
        heap_last_MiB: tenths((last?.held ?? 0) / MIB),
        heap_slope_MiB_per_hour: tenths(slope),
        resident_last_MiB: tenths((last?.resident ?? 0) / MIB),
        file_MiB: tenths((last?.file ?? 0) / MIB),
        file_bytes_per_application_at_first: early,
        file_bytes_per_application_later: later,
      },
      verdicts: judge("27", {
        "enough work": unless(acknowledged >= wanted, `${acknowledged} of ${wanted} applications`),
        "it ended in good order": unless(exit === 0 && pending === 0, `exit ${exit}, ${pending} pending`),
        "0 lost": unless(
          lost.length === 0 && rows.length === acknowledged,
          `${lost.length} lost, ${rows.length} of ${acknowledged} there`,
        ),
        "0 doubled": unless(doubled.length === 0, doubled.slice(0, 5).join(", ")),
        "one effect per push": unless(
          isDelivered && Number(effects?.["n"]) === pushes && Number(effects?.["d"]) === pushes,
          `${Number(effects?.["n"])} effects of ${pushes}`,
        ),
        "0 errors": unless(last?.errors === 0, `${last?.errors}`),
        "no body is older than the retention": unless(
          all.every((one) => one.overdue === 0),
          `${Math.max(...all.map((one) => one.overdue))} bodies`,
        ),
        "the file grows by less once bodies are dropped": unless(later < early, `${early}, then ${later} bytes`),
        "the ledger fits": unless(faults.length === 0, JSON.stringify(faults.slice(0, 3))),
        ...(isLong
          ? { "memory slope 0 ± 1 MiB an hour": unless(Math.abs(slope) <= 1, `${tenths(slope)} MiB an hour`) }
          : {}),
      }),
    };
  },
};

/** Least squares. */
function slopeOf(points: readonly (readonly [x: number, y: number])[]): number {
  const mean = (of: (point: readonly [number, number]) => number): number =>
    points.reduce((sum, point) => sum + of(point), 0) / points.length;
  const [x, y] = [mean((point) => point[0]), mean((point) => point[1])];
  const square = mean((point) => (point[0] - x) ** 2);
  return square === 0 ? 0 : mean((point) => (point[0] - x) * (point[1] - y)) / square;
}

function tenths(n: number): number {
  return Math.round(n * 10) / 10;
}
