/** One finished step of the main job. */
export interface Step {
  readonly title: string;
  readonly titleEn: string;
  /** Numbers of the interfaces it used. */
  readonly interfaces: readonly number[];
  readonly durationMs: number;
  readonly detail: string;
}

/** Runs steps one after the other and tells a listener of each. */
export class Steps {
  readonly done: Step[] = [];
  readonly #onStep: (step: Step) => void;

  constructor(onStep: (step: Step) => void) {
    this.#onStep = onStep;
  }

  /** Runs one step; what it returns as `detail` is shown. */
  async run<Result extends { readonly detail: string }>(
    title: string,
    titleEn: string,
    interfaces: readonly number[],
    action: () => Promise<Result> | Result,
  ): Promise<Result> {
    const started = performance.now();
    const result = await action();
    const step: Step = {
      title,
      titleEn,
      interfaces,
      durationMs: Math.round(performance.now() - started),
      detail: result.detail,
    };
    this.done.push(step);
    this.#onStep(step);
    return result;
  }

  /** Interfaces used so far, in order. */
  get interfaces(): readonly number[] {
    return [...new Set(this.done.flatMap((step) => step.interfaces))].sort((a, b) => a - b);
  }
}
