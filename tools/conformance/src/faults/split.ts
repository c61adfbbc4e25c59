import { createSandbox } from "@coo/sandbox";
import { bookOf, compareWithBook } from "./book.ts";
import { Child, hearing } from "./child.ts";
import { Host } from "./hosts.ts";
import { type FaultRow, judge, pause, type RowResult, scaled, seeded, unless, until } from "./row.ts";
import { openTrialJournal, TIMING } from "./setting.ts";

/** Answers of the database come in a fraction of this, also on a busy machine. */
const ANSWER_MS = 2_500;

/** A demo key works on the own machine only. */
const KEY = "the-key-of-a-trial-0001";

/** Three workers on two machines; the cable of the one with two of them is pulled again and again. */
export const splitRow: FaultRow = {
  no: 29,
  name: "three workers on two hosts, a cut link",
  stores: ["postgres"],
  async run({ seed, scale, folder, postgres }): Promise<RowResult> {
    if (postgres === undefined) throw new Error("this row needs PostgreSQL");
    const hosts = [Host.start(1), Host.start(2)];
    const forbidden = hosts.find((one) => typeof one === "string");
    const [first, second] = hosts as [Host, Host];
    try {
      if (typeof forbidden === "string") return { skipped: forbidden, counts: {}, verdicts: [] };
      const cuts = scaled(30, scale, 2);
      const random = seeded(seed);
      const store = postgres.database("row29");
      const sandbox = createSandbox({
        clock: "real",
        repeats: "apply",
        seed: `faults/${seed}`,
        providers: { TEST0001: KEY },
      });
      await sandbox.listen(0, "0.0.0.0");
      const endpoint = new URL(sandbox.credentials.endpoint);
      endpoint.hostname = "127.0.0.1";
      for (const kind of ["cut", "error-after", "drop"] as const)
        sandbox.faults.on({ kind, interfaces: [4], count: "always", chance: 0.03 });
      const { acknowledged, errors, onLine } = hearing();
      await (await openTrialJournal(folder, { store })).close();
      const setting = {
        folder,
        store,
        endpoint: endpoint.href,
        port: 0,
        everyMs: 150,
        blind: false,
        key: KEY,
        answerMs: ANSWER_MS,
      };
      const workers: Child[] = [];
      for (const [name, host] of [
        ["a", first],
        ["b", first],
        ["c", second],
      ] as const) {
        const at = (address: string): string => {
          const url = new URL(address);
          url.hostname = host.gateway;
          return url.href;
        };
        workers.push(
          new Child(
            name,
            { ...setting, role: "sender", store: at(store), endpoint: at(setting.endpoint), netns: host.name },
            onLine,
          ),
        );
      }
      // The remote listens everywhere, the database on this machine only.
      for (const host of [first, second]) await host.offer(Number(new URL(store).port));
      const producer = new Child("p", { ...setting, role: "producer" }, onLine);
      const children = [...workers, producer];
      for (const child of children) child.start();
      const ready = await until(() => children.every((child) => child.isReady), 120_000);
      const journal = await openTrialJournal(folder, { store });
      const accepted = async (): Promise<number> => {
        const [row] = await journal.store.tx((q) => q("select count(*) as n from outbox where state = 'accepted'"));
        return Number(row?.["n"]);
      };
      const hands = async (): Promise<number> => {
        const [row] = await journal.store.tx((q) =>
          q("select count(distinct actor) as n from ledger where ev = 'claim-send'"),
        );
        return Number(row?.["n"]);
      };
      // Of a few applications a quick worker leaves nothing to the others: cut is what all three are at.
      await until(async () => (await hands()) >= 3, 60_000);
      let wentOn = 0;
      let slowestMs = 0;
      for (let n = 0; n < cuts; n++) {
        await pause(300 + random(700));
        first.cut();
        // Whoever was cut off within a transaction holds its locks until the server ends it; after that the other host works.
        const before = await accepted();
        const since = performance.now();
        const isGoing = await until(async () => (await accepted()) >= before + 3, 60_000);
        if (isGoing) wentOn++;
        slowestMs = Math.max(slowestMs, performance.now() - since);
        // Longer than a lease: what the cut-off workers held is taken over.
        await pause(Math.max(0, TIMING.leaseMs + random(TIMING.settleMs) - (performance.now() - since)));
        first.mend();
      }
      await producer.kill();
      const settled = await until(async () => (await journal.pending()) === 0, 240_000);
      const taking = await hands();
      const [takenOver] = await journal.store.tx((q) =>
        q("select count(*) as n from ledger where ev in ('send-lease-over', 'unclear')"),
      );
      const { faults } = await journal.verify();
      await journal.close();
      const isAlive = workers.every((child) => !child.hasEnded);
      for (const child of children) await child.kill();
      const { lost, doubled } = compareWithBook(acknowledged, bookOf(sandbox));
      await sandbox.close();
      return {
        counts: {
          cuts,
          applications: acknowledged.size,
          workers: taking,
          in_doubt: Number(takenOver?.["n"]),
          slowest_going_on_ms: Math.round(slowestMs),
          lost: lost.length,
          doubled: doubled.length,
        },
        verdicts: judge("29", {
          "enough work": unless(
            ready && acknowledged.size >= cuts * 3 && taking >= 3 && Number(takenOver?.["n"]) > 0,
            `${acknowledged.size} applications by ${taking} workers, ${Number(takenOver?.["n"])} in doubt`,
          ),
          "work goes on while the link is cut": unless(wentOn === cuts, `${wentOn} of ${cuts}`),
          "0 lost": unless(lost.length === 0, lost.slice(0, 5).join(", ")),
          "0 doubled": unless(doubled.length === 0, doubled.slice(0, 5).join(", ")),
          "all final": unless(settled, "some never came to an end"),
          "no worker ended": unless(isAlive, "one did"),
          "no errors": unless(errors.length === 0, errors.slice(0, 3).join(" | ")),
          "the ledger fits": unless(faults.length === 0, JSON.stringify(faults.slice(0, 3))),
        }),
      };
    } finally {
      for (const host of hosts) if (typeof host !== "string") host.stop();
    }
  },
};
