/** States of an application on its way out. */
export type OutboxState =
  | "ready"
  | "sending"
  | "in_doubt"
  | "resolving"
  | "accepted"
  | "rejected"
  | "cancelled"
  | "needs_person"
  | "conflict";

/** What can happen to it. */
export type OutboxEvent =
  | "enqueue"
  | "claim-send"
  | "verified-success"
  | "verified-refusal"
  | "nothing-left"
  | "unclear"
  | "send-lease-over"
  | "claim-query"
  | "found-same"
  | "found-other"
  | "absent"
  | "absent-once"
  | "absent-last"
  | "query-failed"
  | "query-lease-over"
  | "restored"
  | "person-send"
  | "person-cancel"
  | "person-accept";

/**
 * One line of the table. `fence` tells what the event does with the epoch: `next` takes the row over and invalidates
 * whoever held it before; `check` only counts while the epoch is still the holder's own.
 */
export interface Transition {
  readonly from: OutboxState | null;
  readonly event: OutboxEvent;
  readonly to: OutboxState;
  readonly fence: "next" | "check";
  /**
   * When the row is looked at next: at once; after a pause; when the lease ends, for the reaper; when no request that
   * left before the end of its lease can still be on the way; or never, because a person decides or it is final.
   */
  readonly due: "now" | "back-off" | "lease-end" | "lease-end+settle" | "settle" | "never";
}

/**
 * The way of an application, as data: the journal moves rows by it and by nothing else, and the model of the protocol
 * (`pnpm model`) explores it. Only `nothing-left`, `absent` and a person lead back to `ready`.
 *
 * @see docs/reliability.md §3.
 */
export const OUTBOX_TRANSITIONS: readonly Transition[] = [
  { from: null, event: "enqueue", to: "ready", fence: "next", due: "now" },
  { from: "ready", event: "claim-send", to: "sending", fence: "next", due: "lease-end" },
  { from: "sending", event: "verified-success", to: "accepted", fence: "check", due: "never" },
  { from: "sending", event: "verified-refusal", to: "rejected", fence: "check", due: "never" },
  { from: "sending", event: "nothing-left", to: "ready", fence: "check", due: "back-off" },
  { from: "sending", event: "unclear", to: "in_doubt", fence: "check", due: "lease-end+settle" },
  { from: "sending", event: "send-lease-over", to: "in_doubt", fence: "next", due: "lease-end+settle" },
  { from: "in_doubt", event: "claim-query", to: "resolving", fence: "next", due: "lease-end" },
  { from: "resolving", event: "found-same", to: "accepted", fence: "check", due: "never" },
  { from: "resolving", event: "found-other", to: "conflict", fence: "check", due: "never" },
  { from: "resolving", event: "absent", to: "ready", fence: "check", due: "now" },
  { from: "resolving", event: "absent-once", to: "in_doubt", fence: "check", due: "settle" },
  { from: "resolving", event: "absent-last", to: "needs_person", fence: "check", due: "never" },
  { from: "resolving", event: "query-failed", to: "in_doubt", fence: "check", due: "back-off" },
  { from: "resolving", event: "query-lease-over", to: "in_doubt", fence: "next", due: "now" },
  { from: "ready", event: "restored", to: "in_doubt", fence: "next", due: "settle" },
  { from: "sending", event: "restored", to: "in_doubt", fence: "next", due: "settle" },
  { from: "resolving", event: "restored", to: "in_doubt", fence: "next", due: "settle" },
  { from: "ready", event: "person-cancel", to: "cancelled", fence: "next", due: "never" },
  { from: "ready", event: "person-accept", to: "accepted", fence: "next", due: "never" },
  { from: "needs_person", event: "person-send", to: "ready", fence: "next", due: "now" },
  { from: "needs_person", event: "person-cancel", to: "cancelled", fence: "next", due: "never" },
  { from: "needs_person", event: "person-accept", to: "accepted", fence: "next", due: "never" },
  { from: "conflict", event: "person-send", to: "ready", fence: "next", due: "now" },
  { from: "conflict", event: "person-cancel", to: "cancelled", fence: "next", due: "never" },
  { from: "conflict", event: "person-accept", to: "accepted", fence: "next", due: "never" },
];

/** States that nothing leaves. */
export const FINAL_STATES: ReadonlySet<OutboxState> = new Set(["accepted", "rejected", "cancelled"]);

/** States in which a person decides. */
export const PERSON_STATES: ReadonlySet<OutboxState> = new Set(["needs_person", "conflict"]);

/** The line for an event in a state; `undefined` when the table has none. */
export function transitionOf(
  from: OutboxState | null,
  event: OutboxEvent,
  table: readonly Transition[] = OUTBOX_TRANSITIONS,
): Transition | undefined {
  return table.find((line) => line.from === from && line.event === event);
}
