import { mkdirSync } from "node:fs";
import type { RemoteFaultKind } from "@coo/sandbox";
import { application } from "./application.ts";
import { bookOf, compareWithBook, openRemote } from "./book.ts";
import { type FaultRow, judge, type RowOptions, scaled, unless, until, untilNone } from "./row.ts";
import { openTrialJournal, TIMING, trialClient } from "./setting.ts";

const KINDS: readonly RemoteFaultKind[] = [
  "drop",
  "cut",
  "late",
  "error-before",
  "error-after",
  "half",
  "hang",
  "slow",
  "bad-signature",
  "wrong-type",
];

/** Every misbehaviour of the remote, over real connections. */
export const remoteRow: FaultRow = {
  no: 8,
  name: "the remote misbehaves",
  async run(options) {
    const calls = scaled(10_000, options.scale, 200);
    const least = Math.max(2, Math.floor(100 * Math.min(1, options.scale)));
    const { counts, hits, wrong } = await exchange(options, calls, (sandbox) => {
      for (const kind of KINDS) {
        // The longest delay stays below `settle`; hang and slow outlast a request.
        const delayMs = kind === "late" ? 600 : TIMING.requestMs + 200;
        // Each has its share of the calls, in random places: none is left out by chance.
        sandbox.faults.on({ kind, interfaces: [4], count: Math.ceil(calls * 0.03), chance: 0.1, delayMs });
      }
    });
    const rare = KINDS.filter((kind) => (hits[kind] ?? 0) < least);
    return {
      counts: { ...counts, ...Object.fromEntries(KINDS.map((kind) => [kind, hits[kind] ?? 0])) },
      verdicts: judge("8", {
        ...wrong,
        [`each kind at least ${least} times`]: unless(rare.length === 0, `too few: ${rare.join(", ")}`),
      }),
    };
  },
};

/** Queries that say absent and later present. */
export const lyingRow: FaultRow = {
  no: 10,
  name: "queries are late",
  async run(options) {
    const calls = scaled(2_000, options.scale, 100);
    const { counts, hits, wrong } = await exchange(options, calls, (sandbox) => {
      sandbox.faults.on({ kind: "cut", interfaces: [4], count: "always", chance: 0.3 });
      sandbox.faults.on({ kind: "late", interfaces: [4], count: "always", chance: 0.2, delayMs: 300 });
      sandbox.faults.on({ kind: "hidden", count: "always", delayMs: 900 });
    });
    // Hidden for longer than anybody waits with too short a settle: the trial itself must be able to fail.
    const impatient = await exchange({ ...options, folder: `${options.folder}/impatient` }, 40, (sandbox) => {
      sandbox.faults.on({ kind: "cut", interfaces: [4], count: "always", chance: 0.5 });
      sandbox.faults.on({ kind: "hidden", count: "always", delayMs: 6_000 });
    });
    return {
      counts: {
        ...counts,
        cut: hits.cut ?? 0,
        late: hits.late ?? 0,
        doubled_when_settle_is_too_short: impatient.counts["doubled"] ?? 0,
      },
      verdicts: judge("10", {
        ...wrong,
        "a settle that is too short doubles": unless(
          (impatient.counts["doubled"] ?? 0) > 0,
          "nothing was doubled although queries lied for longer than settle: this trial proves nothing",
        ),
      }),
    };
  },
};

interface Exchanged {
  readonly counts: Readonly<Record<string, number>>;
  readonly hits: Readonly<Partial<Record<RemoteFaultKind, number>>>;
  readonly wrong: Readonly<Record<string, string | null>>;
}

async function exchange(
  { seed, folder }: RowOptions,
  calls: number,
  misbehave: (sandbox: Awaited<ReturnType<typeof openRemote>>["sandbox"]) => void,
): Promise<Exchanged> {
  mkdirSync(folder, { recursive: true });
  const { sandbox, endpoint } = await openRemote(seed);
  misbehave(sandbox);
  const journal = await openTrialJournal(folder);
  const client = trialClient(endpoint, journal, { concurrency: 16, pollMs: 50 });
  const acknowledged: string[] = [];
  for (let n = 0; n < calls; n += 20) {
    const ids = Array.from({ length: Math.min(20, calls - n) }, (_, i) => `D-${n + i}`);
    await Promise.all(ids.map((id) => client.submit.applyGeneralCertificate(application(id))));
    acknowledged.push(...ids);
    // Not more in the queue than can be worked on: the remote's delays are to fall into every phase.
    await until(async () => (await journal.pending()) < 400, 600_000);
  }
  const settled = await untilNone(() => journal.pending(), 120_000);
  const { faults } = await journal.verify();
  const [resent] = await journal.store.tx((q) => q("select coalesce(sum(resends), 0) as n from outbox"));
  await client.close();
  await journal.close();
  const { hits } = sandbox.faults;
  const { lost, doubled } = compareWithBook(acknowledged, bookOf(sandbox));
  await sandbox.close();
  return {
    hits,
    counts: { calls, resent: Number(resent?.["n"]), lost: lost.length, doubled: doubled.length },
    wrong: {
      "0 lost": unless(lost.length === 0, `${lost.length} lost: ${lost.slice(0, 5).join(", ")}`),
      "0 doubled": unless(doubled.length === 0, `${doubled.length} doubled: ${doubled.slice(0, 5).join(", ")}`),
      "all final": unless(settled, "some applications never came to an end"),
      "the ledger fits": unless(faults.length === 0, JSON.stringify(faults.slice(0, 3))),
    },
  };
}
