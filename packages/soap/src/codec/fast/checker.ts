import type { Issue, Violation } from "../../issue.ts";
import type { SimpleContext, ValueWire } from "../../simple/context.ts";
import { kindOf, type SimpleCodec } from "../../simple/simple-codec.ts";
import { issueAt, type Labels, type Step, type Subject } from "../trail.ts";
import { miss } from "./byte-reader.ts";

/** Objects nested deeper than this, the message among them, are left to the strict writer, which takes them for cycles. */
const MAX_DEPTH = 91;

/** Properties of the objects of one type, and those that the last one had, in its order. */
export interface ExpectedKeys {
  readonly all: ReadonlySet<string>;
  last: readonly string[];
}

/** Branches of a choice, as findings name them. */
export interface ChoiceText {
  readonly props: readonly string[];
  readonly limit: string;
}

/** The step of the message itself: it has no name in paths. */
const ROOT: Step = { prop: "", name: "" };

/** Where generated checks are, and what they found. One is kept for all messages. */
export class Checker implements SimpleContext, Subject {
  booleans: ValueWire["booleans"] = "true-false";
  readonly lineBreaks = "lf";
  violation: Violation | undefined = undefined;
  strict = true;
  depth = 0;
  /** Whom findings are about. */
  message = "";
  root = "";
  labels: Labels | undefined = undefined;
  readonly #steps: Step[] = Array.from({ length: MAX_DEPTH }, () => ROOT);
  readonly #indices = new Int32Array(MAX_DEPTH);
  #issues: Issue[] | undefined = undefined;
  /** Enough was found: what else is wrong is passed over. */
  #full = false;
  #maxIssues = 1;

  start(message: string, root: string, labels: Labels | undefined, maxIssues: number): void {
    this.depth = 0;
    this.message = message;
    this.root = root;
    this.labels = labels;
    this.#maxIssues = maxIssues;
    this.#full = false;
  }

  /** What was found since {@link start}. */
  taken(): readonly Issue[] {
    return this.#issues ?? [];
  }

  finish(): void {
    this.#issues = undefined;
    this.labels = undefined;
    this.violation = undefined;
  }

  lookupNamespace(): undefined {
    return undefined;
  }

  declareNamespace(): string {
    return miss();
  }

  /** Steps into an object; the message itself is the first. */
  enter(step: Step | undefined, index: number): void {
    const { depth } = this;
    if (depth >= MAX_DEPTH) miss();
    this.#steps[depth] = step ?? ROOT;
    this.#indices[depth] = index;
    this.depth = depth + 1;
  }

  /** Looks for properties that nobody knows. */
  known(object: object, keys: ExpectedKeys): void {
    const { last } = keys;
    let i = 0;
    for (const key in object) if (key !== last[i++]) return this.#learn(object, keys);
  }

  #learn(object: object, keys: ExpectedKeys): void {
    const found: string[] = [];
    let clean = true;
    for (const key in object) {
      if (keys.all.has(key)) {
        found.push(key);
        continue;
      }
      clean = false;
      if (!this.strict || (object as Record<string, unknown>)[key] === undefined || !Object.hasOwn(object, key))
        continue;
      this.fail({ code: "unknown_property", actual: key.slice(0, 40) }, undefined, -1);
    }
    if (clean) keys.last = found;
  }

  /** A value that is not obviously right. */
  simple(codec: SimpleCodec, value: unknown, step: Step, index: number): void {
    if (this.#full) return;
    if (value === null) this.fail({ code: "nil" }, step, index);
    else if (codec.write(value, this) === undefined) this.fail(this.violation as Violation, step, index);
  }

  /** The value of an attribute or of simple content, which are never null. */
  text(codec: SimpleCodec, value: unknown, step: Step): void {
    if (!this.#full && codec.write(value, this) === undefined) this.fail(this.violation as Violation, step, -1);
  }

  required(step: Step): void {
    this.fail({ code: "required" }, step, -1);
  }

  nil(step: Step, index: number): void {
    this.fail({ code: "nil" }, step, index);
  }

  kind(limit: string, value: unknown, step: Step | undefined, index: number): void {
    this.fail({ code: "type", limit, actual: kindOf(value) }, step, index);
  }

  /** Whether the items of a list are to be looked at. */
  count(length: number, min: number, max: number, step: Step): boolean {
    if (length < min) this.fail({ code: "min_occurs", limit: min, actual: length }, step, -1);
    if (max < 0 || length <= max) return true;
    this.fail({ code: "max_occurs", limit: max, actual: length }, step, -1);
    return false;
  }

  choice(object: Readonly<Record<string, unknown>>, { props, limit }: ChoiceText): void {
    const present = props.filter((prop) => object[prop] !== undefined);
    const actual = present.length === 0 ? "none" : present.slice(0, 8).join(", ");
    this.fail({ code: "choice", limit, actual }, undefined, -1);
  }

  fail(violation: Violation, step: Step | undefined, index: number): void {
    if (this.#full) return;
    const issue = issueAt(violation, this, this.#steps, this.#indices, this.depth, step, index);
    if (this.#issues === undefined) this.#issues = [issue];
    else this.#issues.push(issue);
    this.#full = this.#issues.length >= this.#maxIssues;
  }
}
