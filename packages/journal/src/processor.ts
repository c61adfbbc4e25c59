import type { InboxRow } from "./inbox.ts";
import type { Query } from "./store.ts";

/** What takes pushes of one operation out of the inbox. */
export interface Processor {
  /** What the push is about; pushes of one subject are compared by `applies`. */
  subject?(push: InboxRow): string | undefined;
  /**
   * Whether a push is newer than the last one applied to its subject. Pushes arrive in any order: an older one is
   * recorded, not applied.
   */
  applies?(current: InboxRow, push: InboxRow): boolean;
  /**
   * Whether a push tells the result that a query showed: nothing that both have differs. Without it, and without `subject`, results of which
   * no push came are not repaired.
   */
  tells?(push: InboxRow, found: InboxRow): boolean;
  /** Runs in the transaction that makes the push done: its effect happens exactly once. No network call, no waiting. */
  inTx?(q: Query, push: InboxRow): Promise<void>;
  /** Runs after that, at least once; the key tells a repeat. */
  after?(push: InboxRow, key: string): Promise<void>;
}

export type Processors = Readonly<Record<string, Processor>>;

/**
 * What a push about the same is beside a result from a query. Where the handler cannot say which is newer, a push that was
 * there long enough before the question shows nothing newer than its answer; one that was not is `unsure`.
 */
export function comparePush(
  push: InboxRow,
  found: InboxRow,
  processor: Processor,
  isIncomplete = false,
): "same" | "older" | "newer" | "unsure" {
  if (processor.tells?.(push, found)) return "same";
  // What a push needs and the query does not show may be what the handler compares by.
  if (processor.applies && !isIncomplete) return processor.applies(push, found) ? "older" : "newer";
  const { before } = found.meta["query"] as { readonly before: number };
  return push.received < before ? "older" : "unsure";
}
