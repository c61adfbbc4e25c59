import { type Flaws, type HistoryOptions, playHistory } from "./history.ts";
import { SimDatabase } from "./sim-store.ts";

/** What many histories came to. */
export interface Simulated {
  readonly histories: number;
  /** Histories in which an invariant did not hold. */
  readonly wrong: number;
  /** What was wrong in the first of them. */
  readonly first: string | undefined;
  readonly steps: number;
  readonly crashes: number;
  readonly applications: number;
  readonly inDoubt: number;
  readonly resent: number;
  readonly pushes: number;
  readonly repaired: number;
  readonly clockSet: number;
  /** Simulated milliseconds that the slowest took to come to its end after the last fault. */
  readonly slowestCalmMs: number;
  readonly seconds: number;
}

/** Plays histories `at` to `at + histories`, each with a seed of its own. */
export async function simulate(options: {
  readonly seed: number;
  readonly histories: number;
  readonly at?: number;
  readonly flaws?: Flaws;
  readonly isEnoughAtFirst?: boolean;
  readonly each?: Omit<HistoryOptions, "seed">;
}): Promise<Simulated> {
  const start = performance.now();
  const database = new SimDatabase();
  await database.prepare();
  const sum = { steps: 0, crashes: 0, applications: 0, inDoubt: 0, resent: 0, pushes: 0, repaired: 0, clockSet: 0 };
  let histories = 0;
  let wrong = 0;
  let first: string | undefined;
  let slowestCalmMs = 0;
  for (let n = options.at ?? 0; histories < options.histories; n++) {
    const seed = Math.imul(options.seed + 1, 0x9e3779b1) ^ Math.imul(n + 1, 0x85ebca6b);
    const played = await playHistory(database, {
      ...options.each,
      seed,
      ...(options.flaws ? { flaws: options.flaws } : {}),
    });
    histories++;
    for (const key of Object.keys(sum) as (keyof typeof sum)[]) sum[key] += played[key];
    slowestCalmMs = Math.max(slowestCalmMs, played.calmMs);
    if (played.wrong.length === 0) continue;
    wrong++;
    first ??= `history ${n}: ${played.wrong.join("; ")}`;
    if (options.isEnoughAtFirst) break;
  }
  database.db.close();
  const seconds = Math.round((performance.now() - start) / 100) / 10;
  return { histories, wrong, first, ...sum, slowestCalmMs, seconds };
}
