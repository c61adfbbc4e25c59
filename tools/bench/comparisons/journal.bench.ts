import { closeSync, fdatasyncSync, mkdtempSync, openSync, rmSync, writeSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { type Journal, openJournal } from "@coo/journal";
import { claimTimes } from "../src/claims.ts";
import { type Experiment, type ExperimentOptions, type Row, runsOf, single } from "../src/experiment.ts";

const CONTENT = new Uint8Array(2_000).fill(0x61);
const NO_LIMIT = { perSecond: 1_000_000, burst: 1_000_000 };

/** A journal in a folder beside which the same disk is flushed raw. */
async function onDisk<T>(work: (journal: Journal, folder: string) => Promise<T>): Promise<T> {
  const folder = mkdtempSync(join(process.env["COO_BENCH_FOLDER"] ?? tmpdir(), "coo-bench-journal-"));
  try {
    const journal = await openJournal({
      store: `sqlite:${join(folder, "coo.db")}`,
      limits: { provider: NO_LIMIT, tenant: NO_LIMIT },
    });
    journal.register({
      provider: "P1",
      operations: { apply: "submit" },
      send: async () => ({ kind: "accepted" }),
      query: async () => ({ kind: "absent" }),
    });
    return await work(journal, folder).finally(() => journal.close());
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Enqueueing and answering pushes against raw flushes of the same disk, in turns. */
function writes(rounds: number, each: number): Promise<Row[]> {
  return onDisk(async (journal, folder) => {
    const fd = openSync(join(folder, "raw"), "w");
    const page = Buffer.alloc(4096, 1);
    let n = 0;
    const enqueue = (): Promise<unknown> =>
      journal.enqueue({ tenant: "P1", op: "apply", key: `D-${n++}`, content: CONTENT });
    const push = (): Promise<unknown> => {
      const key = `P-${n++}`;
      const arrival = { key, provider: "P1", op: "result", body: CONTENT, bodyHash: key, keyId: "0" };
      return journal.inbox.look(arrival).then(() => journal.inbox.receive(arrival, "received"));
    };
    const raw: number[] = [];
    const flushes: number[] = [];
    const alone: number[] = [];
    const crowd: number[] = [];
    const answers: number[] = [];
    for (let round = -1; round < rounds; round++) {
      const flushed: number[] = [];
      for (let i = 0; i < each; i++)
        flushed.push(
          await elapsed(1, async () => {
            writeSync(fd, page);
            fdatasyncSync(fd);
          }),
        );
      const one = await elapsed(each, enqueue);
      const many = (await elapsed(each, () => Promise.all(Array.from({ length: 32 }, enqueue)))) / 32;
      const pushed: number[] = [];
      for (let i = 0; i < each; i++) pushed.push(await elapsed(1, push));
      if (round < 0) continue;
      raw.push(flushed.reduce((sum, ms) => sum + ms, 0) / each);
      flushes.push(...flushed);
      alone.push(one);
      crowd.push(many);
      answers.push(...pushed);
    }
    closeSync(fd);
    const flush = runsOf(raw).median;
    const p99 = (times: readonly number[]): number =>
      times.toSorted((a, b) => a - b)[Math.floor(times.length * 0.99)] as number;
    return [
      { name: "raw flush: write 4 KiB, fdatasync", unit: "ms", runs: runsOf(raw) },
      { name: "enqueue, one caller", unit: "ms", runs: runsOf(alone) },
      {
        name: "enqueue alone, in raw flushes (≥ 0.7 × raw)",
        unit: "flushes",
        runs: single(runsOf(alone).median / flush),
        target: 1 / 0.7,
      },
      { name: "enqueue, 32 callers", unit: "ms", runs: runsOf(crowd) },
      {
        name: "enqueue with 32 callers, in raw flushes (≥ 10 × raw)",
        unit: "flushes",
        runs: single(runsOf(crowd).median / flush),
        target: 0.1,
      },
      { name: "push answer, p99, in raw flushes", unit: "flushes", runs: single(p99(answers) / flush), target: 5 },
      // What the disk and the machine do to a bare flush in the same minutes.
      { name: "raw flush, p99, in raw flushes", unit: "flushes", runs: single(p99(flushes) / flush) },
    ];
  });
}

/** How the time of a claim grows with the rows that are there; nine in ten are final. */
function claims(sizes: readonly [number, number], tries: number): Promise<Row[]> {
  return onDisk(async (journal, folder) => {
    const rows: Row[] = [];
    const medians: number[] = [];
    let there = 0;
    for (const size of sizes) {
      await fill(join(folder, "coo.db"), there, size);
      there = size;
      const runs = runsOf(await claimTimes(journal, tries));
      medians.push(runs.median);
      rows.push({ name: `claim, send to nobody, settle: ${size} rows`, unit: "ms", runs });
    }
    const [few = 1, many = 1] = medians;
    const name = `claim: ${sizes[1]} against ${sizes[0]} rows`;
    return [...rows, { name, unit: "×", runs: single(many / few), target: 1.5 }];
  });
}

/** Verifying a whole ledger. */
function verifying(documents: number, target: number | undefined): Promise<Row[]> {
  return onDisk(async (journal) => {
    // Four rows a document.
    for (let n = 0; n < documents; n += 500) {
      const batch = Array.from({ length: Math.min(500, documents - n) }, (_, i) => `D-${n + i}`);
      await Promise.all(
        batch.map(async (key) => {
          const { row } = await journal.enqueue({ tenant: "P1", op: "apply", key, content: new Uint8Array(10) });
          for (const reason of ["a", "b", "c"]) await journal.note(row.id, { by: "bench", reason });
        }),
      );
    }
    const start = performance.now();
    const { rows, faults } = await journal.verify();
    if (rows !== documents * 4 || faults.length > 0) throw new Error(`${rows} rows, ${faults.length} faults`);
    const seconds = (performance.now() - start) / 1000;
    const limit = target === undefined ? {} : { target };
    return [{ name: `verify a ledger of ${rows} rows`, unit: "s", runs: single(seconds), ...limit }];
  });
}

/** Adds rows as others would have left them, straight into the file. */
async function fill(path: string, from: number, to: number): Promise<void> {
  const db = new DatabaseSync(path);
  const put = db.prepare(
    `insert into outbox(tenant, op, bkey, rev, content, content_hash, message_id, state, due, created, updated)
      values('P1', 'apply', ?, 1, ?, '', '', ?, 0, 0, 0)`,
  );
  db.exec("begin immediate");
  for (let n = from; n < to; n++) put.run(`F-${n}`, CONTENT.subarray(0, 200), n % 10 === 0 ? "ready" : "accepted");
  db.exec("commit");
  db.close();
}

async function elapsed(times: number, work: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  for (let i = 0; i < times; i++) await work();
  return (performance.now() - start) / times;
}

const journal: Experiment = {
  title: "the journal on one file, against raw flushes of the same disk",
  rehearse: async () => [
    ...(await writes(2, 3)),
    ...(await claims([100, 200], 2)),
    ...(await verifying(50, undefined)),
  ],
  run: async ({ full, steady, tell }: ExperimentOptions) => {
    if (steady) return [];
    const rows: Row[] = [];
    const add = (more: readonly Row[]): void => {
      for (const row of more) tell(row);
      rows.push(...more);
    };
    add(await writes(full ? 15 : 7, 50));
    // Of the first thousand a hundred can be claimed, five of them to warm up.
    add(await claims(full ? [1_000, 1_000_000] : [1_000, 100_000], 90));
    add(await verifying(full ? 250_000 : 25_000, full ? 30 : undefined));
    return rows;
  },
};

export default [journal];
