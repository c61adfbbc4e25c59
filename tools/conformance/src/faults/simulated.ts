import { playHistory } from "../simulate/history.ts";
import { BEHAVIOURS } from "../simulate/sim-remote.ts";
import { SimDatabase } from "../simulate/sim-store.ts";
import { simulate } from "../simulate/simulate.ts";
import { type FaultRow, judge, scaled, unless } from "./row.ts";

/** A crash at every point at which the code waits, under every behaviour of the remote. */
export const awaitsRow: FaultRow = {
  no: 5,
  name: "a crash at every await",
  async run({ seed, scale }) {
    // A sample of the points at a small scale: other ones with another seed.
    const stride = Math.round(1 / Math.min(1, Math.max(scale, 0.1)));
    const database = new SimDatabase();
    await database.prepare();
    const wrong: string[] = [];
    let points = 0;
    let crashes = 0;
    for (const first of BEHAVIOURS) {
      const setting = { seed, first, isCalm: true, workers: 2, documents: 1, pushes: 1 };
      const { points: all, wrong: without } = await playHistory(database, setting);
      wrong.push(...without.map((text) => `${first}, no crash: ${text}`));
      for (let crashAt = seed % stride; crashAt < all; crashAt += stride) {
        const played = await playHistory(database, { ...setting, crashAt });
        points++;
        crashes += played.crashes;
        wrong.push(...played.wrong.map((text) => `${first}, crash at ${crashAt}: ${text}`));
      }
    }
    database.db.close();
    return {
      counts: { behaviours: BEHAVIOURS.length, points, crashes, wrong: wrong.length },
      verdicts: judge("5", {
        "every invariant holds": unless(wrong.length === 0, wrong.slice(0, 3).join("; ")),
        "every point had its crash": unless(crashes >= points && points > 100, `${crashes} of ${points}`),
      }),
    };
  },
};

/** Histories with four workers in which everything goes wrong; then nothing does, and all must end in bounded time. */
export const simulationRow: FaultRow = {
  no: 6,
  name: "simulation with four workers",
  async run({ seed, scale }) {
    const played = await simulate({ seed, histories: scaled(100_000, scale, 100), each: { workers: 4 } });
    const { first, ...counts } = played;
    return {
      counts,
      verdicts: judge("6", {
        "every invariant holds": unless(first === undefined, `${played.wrong} histories; ${first}`),
        "enough went wrong": unless(
          Math.min(played.crashes, played.inDoubt, played.resent, played.pushes) > played.histories / 10,
          "too few crashes, doubts, resends or pushes",
        ),
        "all final in bounded time once nothing goes wrong": unless(
          played.slowestCalmMs < 5_000,
          `${played.slowestCalmMs} simulated ms`,
        ),
      }),
    };
  },
};
