import { type Issue, type Label, type Violation, violationText } from "../issue.ts";

/** Labels by path without indices, as generated packages export them: `Message.goodsList.goods.hsCode`. */
export type Labels = Readonly<Record<string, Label>>;

/** A step of the path: a property of the object and the element it stands for (`""` for a repeated group). */
export interface Step {
  readonly prop: string;
  readonly name: string;
}

/** Where the codec is, and what it found wrong there. */
export class Trail {
  readonly #steps: Step[] = [];
  readonly #indices: number[] = [];
  readonly #root: string;
  readonly #message: string;
  readonly #labels: Labels | undefined;
  readonly #max: number;
  readonly issues: Issue[] = [];

  constructor(message: string, root: string, options: { labels?: Labels | undefined; maxIssues: number }) {
    this.#message = message;
    this.#root = root;
    this.#labels = options.labels;
    this.#max = options.maxIssues;
  }

  /** Steps into a child; `index` counts from 0 in a repeated one, `-1` otherwise. */
  enter(step: Step, index: number): void {
    this.#steps.push(step);
    this.#indices.push(index);
  }

  leave(): void {
    this.#steps.pop();
    this.#indices.pop();
  }

  get depth(): number {
    return this.#steps.length;
  }

  /** Path of the current object. */
  path(): string {
    return this.#steps.reduce((path, s, i) => joined(path, s, this.#indices[i] as number), "");
  }

  /** Notes a broken rule, at the current place or at `step` below it. Gives `true` when enough have been found. */
  report(
    violation: Violation,
    step: Step | undefined,
    index = -1,
    place?: { readonly line: number; readonly column: number },
  ): boolean {
    let path = "";
    let element = `/${this.#root}`;
    let plain = this.#message;
    const add = (s: Step, i: number): void => {
      path = joined(path, s, i);
      if (s.prop !== "") plain += `.${s.prop}`;
      if (s.name !== "") element += `/${s.name}${i < 0 ? "" : `[${i + 1}]`}`;
    };
    this.#steps.forEach((s, i) => add(s, this.#indices[i] as number));
    if (step) add(step, index);
    const label = this.#labels?.[plain];
    this.issues.push({
      code: violation.code,
      path,
      element,
      ...(label === undefined ? {} : { label }),
      ...(place === undefined ? {} : { line: place.line, column: place.column }),
      ...(violation.value === undefined ? {} : { value: violation.value }),
      ...violationText(violation),
    });
    return this.issues.length >= this.#max;
  }
}

/** A path with one step more; items of an array have no property of their own. */
function joined(path: string, { prop }: Step, index: number): string {
  return `${path}${path === "" || prop === "" ? "" : "."}${prop}${index < 0 ? "" : `[${index}]`}`;
}

/** Thrown inside the codec to stop at enough issues; never leaves it. */
export class Stop extends Error {
  override readonly name = "Stop";
}
