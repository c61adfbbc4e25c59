import { isDeepStrictEqual } from "node:util";
import type { Comparison, Contender } from "./comparison.ts";

/** Figures of one contender on one clock: microseconds an operation over all rounds. */
export interface Spread {
  readonly median: number;
  /** Half of the rounds lie between these two. */
  readonly low: number;
  readonly high: number;
  /** Median over that of the baseline. */
  readonly ratio: number;
}

/** Figures of one contender. */
export interface Figures {
  readonly name: string;
  /** User and system time of the whole process, garbage collection and compiler threads included. */
  readonly cpu: Spread;
  /** Elapsed time. */
  readonly wall: Spread;
}

export interface MeasureOptions {
  readonly rounds: number;
  /** CPU time that one round of a contender should take, in milliseconds. */
  readonly roundMs: number;
  /** CPU time that a contender takes before it counts, in milliseconds, for the compiler to do its work. */
  readonly warmUpMs: number;
}

/**
 * Runs every contender once and compares results.
 *
 * @throws {Error} when results differ: figures of different work mean nothing.
 */
export async function checkAgreement<Input>(comparison: Comparison<Input>): Promise<void> {
  await withInput(comparison, async () => {});
}

/**
 * Checks that all contenders agree, then lets them take turns for some rounds in one process.
 *
 * @throws {Error} when results differ.
 */
export async function measure<Input>(comparison: Comparison<Input>, options: MeasureOptions): Promise<Figures[]> {
  const roundMs = Math.max(options.roundMs, comparison.roundMs ?? 0);
  const warmUpMs = Math.max(options.warmUpMs, comparison.warmUpMs ?? 0);
  return withInput(comparison, (input) => timeAll(comparison, input, { ...options, roundMs, warmUpMs }));
}

async function withInput<Input, Result>(
  comparison: Comparison<Input>,
  use: (input: Input) => Promise<Result>,
): Promise<Result> {
  const { input: given } = comparison;
  const input = typeof given === "function" ? await (given as () => Promise<Input>)() : given;
  try {
    await compare(comparison, input);
    return await use(input);
  } finally {
    await comparison.close?.(input);
  }
}

async function compare<Input>(comparison: Comparison<Input>, input: Input): Promise<void> {
  const { title, baseline, contenders } = comparison;
  const normalise = comparison.normalise ?? ((result) => result);
  const expected = normalise(await baseline.run(input), baseline.name);
  for (const one of contenders) {
    const actual = normalise(await one.run(input), one.name);
    if (!isDeepStrictEqual(actual, expected))
      throw new Error(`${title}: ${one.name} does not agree with ${baseline.name}`);
  }
}

interface Sample {
  readonly cpu: number;
  readonly wall: number;
}

async function timeAll<Input>(
  comparison: Comparison<Input>,
  input: Input,
  options: MeasureOptions,
): Promise<Figures[]> {
  const runners = [];
  for (const one of [comparison.baseline, ...comparison.contenders])
    runners.push({ one, count: await calibrate(one, input, options), samples: [] as Sample[] });
  for (let round = 0; round < options.rounds; round++) {
    // Another first one each round, so that nobody always follows the same neighbour.
    for (let i = 0; i < runners.length; i++) {
      const { one, count, samples } = runners[(i + round) % runners.length] as (typeof runners)[number];
      const { cpu, wall } = await time(one, input, count);
      samples.push({ cpu: cpu / count, wall: wall / count });
    }
  }
  const figures = runners.map(({ one, samples }) => ({
    name: one.name,
    cpu: spread(samples.map(({ cpu }) => cpu)),
    wall: spread(samples.map(({ wall }) => wall)),
  }));
  const [base] = figures as [(typeof figures)[number]];
  return figures.map(({ name, cpu, wall }) => ({
    name,
    cpu: { ...cpu, ratio: cpu.median / base.cpu.median },
    wall: { ...wall, ratio: wall.median / base.wall.median },
  }));
}

/**
 * How many runs fill a round, found out while warming up. Both go by CPU time: on a machine shared with others, a second of
 * the clock may be a tenth of work, and what is then timed is code that is not compiled yet.
 */
async function calibrate<Input>(
  one: Contender<Input>,
  input: Input,
  { roundMs, warmUpMs }: MeasureOptions,
): Promise<number> {
  let spent = 0;
  for (let count = 1; ; ) {
    const { cpu } = await time(one, input, count);
    spent += cpu;
    const fitting = Math.max(1, Math.round((count * roundMs * 1000) / Math.max(cpu, 1)));
    if (spent >= warmUpMs * 1000 && fitting <= count * 2) return fitting;
    count = Math.min(fitting, count * 2);
  }
}

/** Microseconds for `count` runs, one after the other. */
async function time<Input>(one: Contender<Input>, input: Input, count: number): Promise<Sample> {
  const cpu = process.cpuUsage();
  const start = performance.now();
  for (let i = 0; i < count; i++) {
    const result = one.run(input);
    if (result instanceof Promise) await result;
  }
  const wall = (performance.now() - start) * 1000;
  const { user, system } = process.cpuUsage(cpu);
  return { cpu: user + system, wall };
}

function spread(values: readonly number[]): Omit<Spread, "ratio"> {
  const sorted = values.toSorted((a, b) => a - b);
  const at = (part: number): number => sorted[Math.floor(sorted.length * part)] as number;
  return { median: at(0.5), low: at(0.25), high: at(0.75) };
}
