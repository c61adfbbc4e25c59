import { type Issue, type Label, type Violation, violationText } from "../issue.ts";

/** Labels by path without indices, as generated packages export them: `Message.goodsList.goods.hsCode`. */
export type Labels = Readonly<Record<string, Label>>;

type Writable<T> = { -readonly [Property in keyof T]: T[Property] };

/** A step of the path: a property of the object and the element it stands for (`""` for a repeated group). */
export interface Step {
  readonly prop: string;
  readonly name: string;
}

/** Where the codec is, and what it found wrong there. */
export class Trail {
  readonly #steps: Step[] = [];
  readonly #indices: number[] = [];
  readonly root: string;
  readonly message: string;
  readonly labels: Labels | undefined;
  readonly #max: number;
  readonly issues: Issue[] = [];

  constructor(message: string, root: string, options: { labels?: Labels | undefined; maxIssues: number }) {
    this.message = message;
    this.root = root;
    this.labels = options.labels;
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
    let path = "";
    for (let i = 0; i < this.#steps.length; i++)
      path = joined(path, this.#steps[i] as Step, this.#indices[i] as number);
    return path;
  }

  /** Notes a broken rule, at the current place or at `step` below it. Gives `true` when enough have been found. */
  report(
    violation: Violation,
    step: Step | undefined,
    index = -1,
    place?: { readonly line: number; readonly column: number },
  ): boolean {
    const depth = this.#steps.length;
    this.issues.push(issueAt(violation, this, this.#steps, this.#indices, depth, step, index, place));
    return this.issues.length >= this.#max;
  }
}

/** What is the same for all findings about one message. */
export interface Subject {
  readonly message: string;
  /** Name of its element. */
  readonly root: string;
  readonly labels: Labels | undefined;
}

/** A broken rule with its place: down the first `depth` steps, and at `step` below them. */
export function issueAt(
  violation: Violation,
  { message, root, labels }: Subject,
  steps: readonly Step[],
  indices: ArrayLike<number>,
  depth: number,
  step: Step | undefined,
  index: number,
  place?: { readonly line: number; readonly column: number },
): Issue {
  let path = "";
  let element = `/${root}`;
  let plain = message;
  for (let k = 0; k <= depth; k++) {
    const s = k < depth ? steps[k] : step;
    if (s === undefined) continue;
    const { prop, name } = s;
    const i = k < depth ? (indices[k] as number) : index;
    if (prop !== "") {
      path = path === "" ? prop : `${path}.${prop}`;
      if (labels !== undefined) plain += `.${prop}`;
    }
    if (name !== "") element += `/${name}`;
    if (i < 0) continue;
    path += inBrackets(i);
    if (name !== "") element += inBrackets(i + 1);
  }
  const label = labels?.[plain];
  const { code, value } = violation;
  const { message: en, messageZh } = violationText(violation);
  const issue: Writable<Issue> = { code, path, element, message: en, messageZh };
  if (label !== undefined) issue.label = label;
  if (place !== undefined) {
    issue.line = place.line;
    issue.column = place.column;
  }
  if (value !== undefined) issue.value = value;
  return issue;
}

/** Places in lists, which nearly every path has one of. */
const PLACES: readonly string[] = Array.from({ length: 100 }, (_, i) => `[${i}]`);

function inBrackets(index: number): string {
  return PLACES[index] ?? `[${index}]`;
}

/** A path with one step more; items of an array have no property of their own. */
function joined(path: string, { prop }: Step, index: number): string {
  const own = index < 0 ? prop : `${prop}[${index}]`;
  return path === "" ? own : prop === "" ? path + own : `${path}.${own}`;
}

/** Thrown inside the codec to stop at enough issues; never leaves it. */
export class Stop extends Error {
  override readonly name = "Stop";
}
