/** One way to do the work. `run` gets what `input` made; its result is compared before anything is timed. */
export interface Contender<Input> {
  readonly name: string;
  readonly run: (input: Input) => unknown;
}

/** Contenders for the same work; ratios are to `baseline`. */
export interface Comparison<Input = unknown> {
  readonly title: string;
  /** What every contender gets; a function is called when the turn comes, for what has to be opened first. */
  readonly input: Input | (() => Promise<Input>);
  readonly baseline: Contender<Input>;
  readonly contenders: readonly Contender<Input>[];
  /** Brings a contender's result into a form in which all must agree; the result itself by default. */
  readonly normalise?: (result: unknown, contender: string) => unknown;
  /** `cpu` (default) shows process CPU time; `wall` shows elapsed time as well, for work over a network. */
  readonly clock?: "cpu" | "wall";
  /**
   * CPU time that one round of a contender takes at least, in milliseconds: where a collection of garbage comes once in tens of runs,
   * a shorter round has one or none by chance, and pays for what the one before left.
   */
  readonly roundMs?: number;
  /**
   * CPU time that a contender takes at least before it counts, in milliseconds: where thousands of functions each do a little, a
   * compiler is not done with them for some 15,000 runs.
   */
  readonly warmUpMs?: number;
  /** Ends what `input` opened. */
  readonly close?: (input: Input) => Promise<void>;
}

/** Describes a contender. */
export function contender<Input>(name: string, run: (input: Input) => unknown): Contender<Input> {
  return { name, run };
}

/** Describes a comparison; a benchmark file exports an array of them. */
export function comparison<Input>(title: string, rest: Omit<Comparison<Input>, "title">): Comparison<Input> {
  return { title, ...rest };
}
