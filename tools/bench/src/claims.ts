import type { Journal } from "@coo/journal";

/** Claims before those that count. */
const WARM_UP = 5;

/** How long it takes to claim a row, send it to nobody and settle it, in milliseconds, `tries` times. */
export async function claimTimes(journal: Journal, tries: number): Promise<readonly number[]> {
  const times: number[] = [];
  for (let i = -WARM_UP; i < tries; i++) {
    const start = performance.now();
    if (!(await journal.steps.send("P1")).did) throw new Error("nothing was claimed");
    if (i >= 0) times.push(performance.now() - start);
  }
  return times;
}
