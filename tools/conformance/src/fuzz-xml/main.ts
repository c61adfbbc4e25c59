// Differential fuzzing: mutated messages, read by @coo/xml, libxml2 and slimdom.
//
//   pnpm fuzz:xml [--cases N] [--seed N] [--jobs N] [--json FILE]
//
// Readers must say the same of every case, but for the classes in classes.ts. A case is known by seed and number:
// `--from N --cases 1` reads it again.
import { availableParallelism } from "node:os";
import { isMainThread, parentPort, Worker, workerData } from "node:worker_threads";
import { countOf, parseSuiteArguments, SuiteUsageError } from "../harness/arguments.ts";
import { closeSuite, runSuite, type Verdict } from "../harness/suite.ts";
import { CLASSES } from "./classes.ts";
import { compareReaders, type Disagreement, type Outcome } from "./compare.ts";

const USAGE = "pnpm fuzz:xml [--cases N] [--seed N] [--from N] [--jobs N] [--json FILE]";

/** Cases that a worker is given at a time. */
const BATCH = 5000;

/** At most so many classes of disagreement, all together. */
const MAX_CLASSES = 12;

interface Job {
  readonly seed: number;
  readonly from: number;
  readonly to: number;
}

async function main(args: readonly string[]): Promise<number> {
  const opts = parseSuiteArguments(args, { values: ["cases", "from", "jobs"], usage: USAGE });
  if (opts.rest.length > 0) throw new SuiteUsageError(USAGE);
  const cases = countOf(opts.values.get("cases") ?? "1000000", "--cases");
  const first = countOf(opts.values.get("from") ?? "0", "--from");
  const jobs: Job[] = [];
  for (let from = first; from < first + cases; from += BATCH)
    jobs.push({ seed: opts.seed, from, to: Math.min(first + cases, from + BATCH) });
  const workers = Math.min(countOf(opts.values.get("jobs") ?? String(availableParallelism()), "--jobs"), jobs.length);
  const outcomes: Outcome[] = [];
  await Promise.all(Array.from({ length: workers }, () => work(jobs, outcomes)));
  return close(outcomes, opts.seed, opts.json);
}

/** Lets one worker take jobs until none is left. */
function work(jobs: Job[], outcomes: Outcome[]): Promise<void> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL(import.meta.url), { workerData: "compare" });
    const next = (): void => {
      const job = jobs.shift();
      // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a worker of Node has no origin
      if (job) worker.postMessage(job);
      else void worker.terminate().then(() => resolve());
    };
    worker.on("message", (outcome: Outcome) => {
      outcomes.push(outcome);
      if (outcomes.length % 20 === 0) process.stderr.write(`· ${outcomes.length * BATCH}\n`);
      next();
    });
    worker.on("error", reject);
    next();
  });
}

function close(outcomes: readonly Outcome[], seed: number, json: string | null): number {
  const sum = (of: (o: Outcome) => number): number => outcomes.reduce((n, o) => n + of(o), 0);
  const unknown: Disagreement[] = outcomes.flatMap((o) => o.unknown);
  const known = Object.keys(CLASSES).map((name) => ({ name, count: sum((o) => o.known[name] ?? 0) }));
  const figures = [
    `${sum((o) => o.cases)} cases of seed ${seed}: ${sum((o) => o.accepted)} accepted, ${sum((o) => o.refused)} refused`,
    `${known.filter((k) => k.count > 0).length} classes of disagreement, at most ${MAX_CLASSES} are allowed:`,
    ...known.map((k) => `  ${k.count} × ${k.name} (${CLASSES[k.name]?.clause})`),
  ];
  const verdicts: Verdict[] = unknown.map((d) => ({
    name: `case ${d.case}, ${d.reader}`,
    failure: `ours: ${d.ours ?? "accepts"}, theirs: ${d.theirs ?? "accepts"}${d.lines ? `, ${JSON.stringify(d.lines).slice(0, 200)}` : ""}`,
  }));
  if (Object.keys(CLASSES).length > MAX_CLASSES)
    verdicts.push({ name: "classes of disagreement", failure: `there are ${Object.keys(CLASSES).length}` });
  // Those that no reader disagrees on are too many to list one by one.
  const agreed = sum((o) => o.cases - o.unexplained);
  return closeSuite({ verdicts, figures, agreed, details: { seed, known, unknown } }, { json });
}

if (isMainThread) await runSuite(main);
else if (workerData === "compare")
  parentPort?.on("message", (job: Job) => {
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- as above
    parentPort?.postMessage(compareReaders(job.seed, job.from, job.to));
  });
