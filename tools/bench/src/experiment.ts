/** Figures over several runs of the same thing. */
export interface Runs {
  readonly median: number;
  readonly low: number;
  readonly high: number;
}

/** One figure of an experiment, with the value it should have at most. */
export interface Row {
  readonly name: string;
  readonly unit: string;
  readonly runs: Runs;
  /** What the figure should not exceed. */
  readonly target?: number;
  /** What it would better not exceed. */
  readonly aim?: number;
  /** `steady`: it does not depend on time, so that any machine gives the same. `exponent`: how fast something grows. */
  readonly kind?: "steady" | "exponent";
  /** What else a reader should know: what was capped, left out, taken as baseline. */
  readonly remark?: string;
}

/** How much is measured. */
export interface ExperimentOptions {
  /** More sizes, more rounds, more files: minutes instead of seconds. */
  readonly full: boolean;
  /** Only what hardly depends on time, in seconds. */
  readonly steady: boolean;
  /** Gets each row as soon as it is known: what takes minutes shows what it has. */
  readonly tell: (row: Row) => void;
}

/**
 * A measurement that is no comparison within one process: whole processes, compilers, memory. Contenders are checked to
 * agree before anything is timed.
 */
export interface Experiment {
  readonly title: string;
  /** Does all of it once at a small size; what comes out is no figure. */
  readonly rehearse: () => Promise<readonly Row[]>;
  readonly run: (options: ExperimentOptions) => Promise<readonly Row[]>;
}

/** Tells experiments from comparisons. */
export function isExperiment(value: object): value is Experiment {
  return "rehearse" in value;
}

/** Median and quartiles; with fewer than four values the extremes. */
export function runsOf(values: readonly number[]): Runs {
  const sorted = values.toSorted((a, b) => a - b);
  const at = (part: number): number => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] as number;
  const few = sorted.length < 4;
  return { median: at(0.5), low: few ? at(0) : at(0.25), high: few ? at(1) : at(0.75) };
}

/** A figure that was computed from others. */
export function single(value: number): Runs {
  return { median: value, low: value, high: value };
}

/** A row as a line of text; the target stands beside, with a mark where it is missed. */
export function rowText({ name, unit, runs, target, aim, remark }: Row): string {
  const { median, low, high } = runs;
  const spread = low === high ? "" : `(${number(low)}–${number(high)})`;
  const wanted = target === undefined ? "" : `  ${median <= target ? "met   " : "MISSED"} ≤ ${target}`;
  const better = aim === undefined ? "" : ` (aim ${aim})`;
  return `  ${name.padEnd(62)} ${number(median).padStart(9)} ${unit.padEnd(9)} ${spread.padEnd(19)}${wanted}${better}${remark === undefined ? "" : `  ${remark}`}`.trimEnd();
}

function number(value: number): string {
  return value >= 1000 ? value.toFixed(0) : value >= 10 ? value.toFixed(1) : value.toFixed(3);
}
