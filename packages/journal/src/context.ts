import type { BreakerSettings } from "./breaker.ts";
import type { Clock } from "./clock.ts";
import type { ClockGuard } from "./clock-guard.ts";
import type { InboxRow } from "./inbox.ts";
import type { Limit } from "./limiter.ts";
import type { OutboxRow } from "./outbox.ts";
import type { Store } from "./store.ts";
import type { Timing } from "./timing.ts";

/** What happened, for logs and for those who wait. Never message text. */
export type JournalEvent =
  | { readonly type: "outbox"; readonly row: OutboxRow }
  | { readonly type: "inbox"; readonly row: Pick<InboxRow, "id" | "op" | "state"> }
  | { readonly type: "breaker"; readonly provider: string; readonly state: string }
  | { readonly type: "finding"; readonly kind: string; readonly stream: string }
  | { readonly type: "error"; readonly where: string; readonly error: unknown };

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
  /** `id/epoch` of what this process is working on. */
  readonly active: Set<string>;
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
