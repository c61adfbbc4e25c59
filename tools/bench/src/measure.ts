import { isDeepStrictEqual } from "node:util";
import type { Comparison, Contender } from "./comparison.ts";

/** Figures of one contender: microseconds an operation over all rounds. */
export interface Figures {
  readonly name: string;
  readonly median: number;
  /** Half of the rounds lie between these two. */
  readonly low: number;
  readonly high: number;
  /** Median over that of the baseline. */
  readonly ratio: number;
}

export interface MeasureOptions {
  readonly rounds: number;
  /** CPU time that one round of a contender should take, in milliseconds. */
  readonly roundMs: number;
}

/**
 * Checks that all contenders agree, then lets them take turns for some rounds in one process.
 *
 * @throws {Error} when results differ: figures of different work mean nothing.
 */
export async function measure<Input>(comparison: Comparison<Input>, options: MeasureOptions): Promise<Figures[]> {
  const all = [comparison.baseline, ...comparison.contenders];
  const normalise = comparison.normalise ?? ((result) => result);
  const expected = normalise(await comparison.baseline.run(comparison.input), comparison.baseline.name);
  for (const one of comparison.contenders) {
    const actual = normalise(await one.run(comparison.input), one.name);
    if (!isDeepStrictEqual(actual, expected))
      throw new Error(`${comparison.title}: ${one.name} does not agree with ${comparison.baseline.name}`);
  }
  const clock = comparison.clock ?? "cpu";
  const counts = new Map<Contender<Input>, number>();
  for (const one of all) counts.set(one, await calibrate(one, comparison.input, options.roundMs, clock));
  const times = new Map<Contender<Input>, number[]>(all.map((one) => [one, []]));
  for (let round = 0; round < options.rounds; round++) {
    // Another first one each round, so that nobody always follows the same neighbour.
    for (let i = 0; i < all.length; i++) {
      const one = all[(i + round) % all.length] as Contender<Input>;
      const count = counts.get(one) as number;
      times.get(one)?.push((await time(one, comparison.input, count, clock)) / count);
    }
  }
  const base = median(times.get(comparison.baseline) as number[]);
  return all.map((one) => {
    const list = (times.get(one) as number[]).toSorted((a, b) => a - b);
    return {
      name: one.name,
      median: median(list),
      low: list[Math.floor(list.length / 4)] as number,
      high: list[Math.floor((list.length * 3) / 4)] as number,
      ratio: median(list) / base,
    };
  });
}

async function calibrate<Input>(
  one: Contender<Input>,
  input: Input,
  roundMs: number,
  clock: "cpu" | "wall",
): Promise<number> {
  let count = 1;
  for (;;) {
    const taken = await time(one, input, count, clock);
    if (taken >= roundMs * 500 || count >= 1 << 22)
      return Math.max(1, Math.round((count * roundMs * 1000) / Math.max(taken, 1)));
    count *= 2;
  }
}

/** Microseconds for `count` runs. */
async function time<Input>(one: Contender<Input>, input: Input, count: number, clock: "cpu" | "wall"): Promise<number> {
  const cpu = process.cpuUsage();
  const wall = performance.now();
  for (let i = 0; i < count; i++) {
    const result = one.run(input);
    if (result instanceof Promise) await result;
  }
  if (clock === "wall") return (performance.now() - wall) * 1000;
  const used = process.cpuUsage(cpu);
  return used.user + used.system;
}

function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] as number;
}
