import { SandboxError } from "./errors.ts";
import type { HttpAnswer } from "./http-message.ts";
import { seededValues } from "./random.ts";

/** What goes wrong with a call, named by what the platform sees and what has happened behind it. */
export type RemoteFaultKind =
  /** The connection breaks; nothing was applied. */
  | "drop"
  /** HTTP 500; nothing was applied. */
  | "error-before"
  /** No answer for `delayMs` (default a minute), then the connection breaks; nothing was applied. */
  | "hang"
  /** The connection breaks at once; the call is applied `delayMs` later. */
  | "late"
  /** Applied, and the connection breaks instead of an answer. */
  | "cut"
  /** Applied, and HTTP 500. */
  | "error-after"
  /** Applied, and half of the answer's bytes, then the connection breaks. */
  | "half"
  /** Applied, and the answer only after `delayMs`. */
  | "slow"
  /** Applied, and an answer whose signature is wrong. */
  | "bad-signature"
  /** Applied, and the answer as `text/html`. */
  | "wrong-type"
  /**
   * A query (9, 10, 18 by default) says that there is no such thing: for `delayMs` after its last change by the sandbox's
   * clock, or always.
   */
  | "hidden"
  /** A push (7, 8, 15, 17) is never sent; `control.resend` sends it late. */
  | "lost-push";

/** A switch. */
export interface RemoteFault {
  readonly kind: RemoteFaultKind;
  /** Interface numbers it is for; all when absent. */
  readonly interfaces?: readonly number[];
  /** How many calls, or pushes, it hits, default 1. */
  readonly count?: number | "always";
  /** Share of calls it hits, decided by the sandbox's seed, default all. */
  readonly chance?: number;
  /** Real milliseconds, by the sandbox's clock for `hidden`. */
  readonly delayMs?: number;
}

/** The switches of a sandbox: a platform tests its own integration against them. */
export interface RemoteFaults {
  /** Turns one on, behind those that are on already. */
  on(fault: RemoteFault): void;
  /** Turns all off. */
  clear(): void;
  /** What is on, with what is left of it, and how often each kind has hit. */
  readonly active: readonly RemoteFault[];
  readonly hits: Readonly<Partial<Record<RemoteFaultKind, number>>>;
}

const KINDS: ReadonlySet<string> = new Set([
  "drop",
  "error-before",
  "hang",
  "late",
  "cut",
  "error-after",
  "half",
  "slow",
  "bad-signature",
  "wrong-type",
  "hidden",
  "lost-push",
] satisfies RemoteFaultKind[]);

/** The queries that `hidden` is about. */
const QUERIES: readonly number[] = [9, 10, 18];

/** Holds the switches and draws which of them hits a call. */
export class FaultSwitches implements RemoteFaults {
  #on: RemoteFault[] = [];
  #calls = 0;
  readonly #hits: Partial<Record<RemoteFaultKind, number>> = {};
  readonly #fraction: (label: string) => number;

  constructor(seed: string) {
    this.#fraction = seededValues(`${seed}/faults`).fraction;
  }

  get active(): readonly RemoteFault[] {
    return [...this.#on];
  }

  get hits(): Readonly<Partial<Record<RemoteFaultKind, number>>> {
    return { ...this.#hits };
  }

  on(fault: RemoteFault): void {
    const { count = 1, chance = 1, delayMs = 0 } = fault;
    const ok =
      KINDS.has(fault.kind) &&
      (count === "always" || (Number.isInteger(count) && count > 0)) &&
      chance > 0 &&
      chance <= 1 &&
      delayMs >= 0;
    if (!ok)
      throw new SandboxError(
        "SANDBOX_OPTIONS",
        `fault ${JSON.stringify(fault).slice(0, 200)} has an unknown kind, or a count, chance or delay that cannot be`,
        "故障的 kind、count、chance 或 delayMs 无效",
        { setting: "faults" },
      );
    this.#on.push({ ...fault, count });
  }

  clear(): void {
    this.#on = [];
  }

  /** The first switch that hits a call of an interface. One that is used up goes off. */
  take(no: number | undefined): RemoteFault | undefined {
    if (this.#on.length === 0) return undefined;
    return this.#draw(no, (fault) => fault.kind !== "hidden" && fault.kind !== "lost-push");
  }

  /** Whether a query of something that last changed at `updatedAt` is told that there is no such thing. */
  takeHidden(no: number | undefined, updatedAt: number | undefined, now: number): boolean {
    if (this.#on.length === 0 || updatedAt === undefined) return false;
    const fits = (fault: RemoteFault): boolean =>
      fault.kind === "hidden" && (fault.delayMs === undefined || now - updatedAt < fault.delayMs);
    return this.#draw(no, fits) !== undefined;
  }

  /** Whether a push is lost. */
  takePush(no: number | undefined): boolean {
    if (this.#on.length === 0) return false;
    return this.#draw(no, (fault) => fault.kind === "lost-push") !== undefined;
  }

  #draw(no: number | undefined, fits: (fault: RemoteFault) => boolean): RemoteFault | undefined {
    this.#calls++;
    for (const [i, fault] of this.#on.entries()) {
      const { interfaces = fault.kind === "hidden" ? QUERIES : undefined, chance = 1 } = fault;
      if (!fits(fault) || (interfaces && (no === undefined || !interfaces.includes(no)))) continue;
      if (chance < 1 && this.#fraction(`${this.#calls}/${i}`) >= chance) continue;
      this.#hits[fault.kind] = (this.#hits[fault.kind] ?? 0) + 1;
      if (typeof fault.count === "number") {
        if (fault.count > 1) this.#on[i] = { ...fault, count: fault.count - 1 };
        else this.#on.splice(i, 1);
      }
      return fault;
    }
    return undefined;
  }
}

/** The answer with another signature: its first digit is changed, wherever the profile puts it. */
export function spoilSignature(answer: HttpAnswer, signField: string, header: string): HttpAnswer {
  const flip = (digit: string): string => (digit === "0" ? "1" : "0");
  const inHeader = answer.headers[header];
  if (inHeader !== undefined)
    return { ...answer, headers: { ...answer.headers, [header]: flip(inHeader.slice(0, 1)) + inHeader.slice(1) } };
  // Latin 1 keeps every byte as it is; the field's name and digits are ASCII in all charsets spoken here.
  const text = Buffer.from(answer.body).toString("latin1");
  const pattern = new RegExp(`((?:<|&lt;|:)${signField}(?:>|&gt;))([0-9A-Za-z+/])`);
  return {
    ...answer,
    body: new Uint8Array(
      Buffer.from(
        text.replace(pattern, (_all, tag, digit) => tag + flip(digit)),
        "latin1",
      ),
    ),
  };
}
