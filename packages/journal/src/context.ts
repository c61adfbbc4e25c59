import type { BreakerSettings } from "./breaker.ts";
import type { Clock } from "./clock.ts";
import type { ClockGuard } from "./clock-guard.ts";
import type { InboxRow } from "./inbox.ts";
import type { Limit } from "./limiter.ts";
import type { Memory } from "./memory.ts";
import type { OutboxRow } from "./outbox.ts";
import type { Store } from "./store.ts";
import type { Timing } from "./timing.ts";

/** What happened, for logs and for those who wait. Never message text. */
export type JournalEvent =
  | { readonly type: "outbox"; readonly row: OutboxRow }
  | { readonly type: "inbox"; readonly row: Pick<InboxRow, "id" | "op" | "state"> }
  /** A result of which no push came was put into the inbox: `stream` there, `of` the application. */
  | { readonly type: "repair"; readonly op: string; readonly stream: string; readonly of: string }
  | { readonly type: "breaker"; readonly provider: string; readonly state: string }
  | { readonly type: "finding"; readonly kind: string; readonly stream: string }
  /** A request or a question is over, or a push went through its handler. */
  | {
      readonly type: "attempt";
      readonly kind: "send" | "query" | "push";
      readonly op: string;
      readonly id: number;
      /** `accepted`, `unclear`, `absent`, `done` and the like. */
      readonly result: string;
      readonly ms: number;
    }
  /** The limiter did not grant: so long has to be waited. */
  | { readonly type: "paced"; readonly provider: string; readonly waitMs: number }
  | { readonly type: "error"; readonly where: string; readonly error: unknown };

/** Something that is done for a row, as an observer may wrap it. */
export interface Act {
  readonly kind: "send" | "query" | "push";
  readonly op: string;
  readonly id: number;
  /** How often it was tried before. */
  readonly repeats: number;
  /** `traceparent` of where the row came from. */
  readonly trace: string | null;
}

/** Follows what a journal does; {@link telemetry} of `@coo/journal/telemetry` makes one. */
export interface Observer {
  /** `traceparent` of what is under way, to be kept with a row. */
  trace(): string | undefined;
  /** Runs an act, within a span for instance. `result` is one of the words of the event `attempt`. */
  act<T>(act: Act, run: () => Promise<T>, result: (value: T) => string): Promise<T>;
}

/** Follows nothing. */
export const NO_OBSERVER: Observer = { trace: () => undefined, act: (_, run) => run() };

/** What all parts of a journal work with. */
export interface Context {
  readonly store: Store;
  readonly clock: Clock;
  readonly guard: ClockGuard;
  readonly timing: Timing;
  readonly breaker: BreakerSettings;
  readonly limits: { readonly provider: Limit; readonly tenant: Limit };
  /** Owner text of this process. */
  readonly owner: string;
  readonly isOwnerAlive: (owner: string) => boolean;
  readonly newMessageId: () => string;
  /** What this process knows that the store must have. */
  readonly memory: Memory;
  /** `id/epoch` of what this process is working on. */
  readonly active: Set<string>;
  /** Replaced when telemetry is switched on. */
  observer: Observer;
  /** Something was claimed, so there may be more of it: another one looks. */
  readonly more: (role: "sender" | "resolver") => void;
  readonly emit: (event: JournalEvent) => void;
}

/** What a step of work did: something, or nothing and how long nothing is to be expected. */
export interface Step {
  readonly did: boolean;
  readonly waitMs: number;
}

export const DID: Step = { did: true, waitMs: 0 };

/** Nothing to do that this process knows of; polling finds what others wrote. */
export const IDLE: Step = { did: false, waitMs: Number.POSITIVE_INFINITY };
