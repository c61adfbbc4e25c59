import type { Both } from "../report/phrases.ts";
import { type ChangeRule, changeRule } from "../rules.ts";
import { EXAMPLES } from "./examples.ts";
import { catalogueItem } from "./items.ts";
import { reasonOf } from "./reasons.ts";

/** All that is known of a kind of change. */
export interface Explanation {
  readonly rule: ChangeRule;
  readonly reason: Both;
  /** What a sender, and a reader, has to do; empty when nothing. */
  readonly sender: Both;
  readonly reader: Both;
  /** Parts of two documents that differ in this. */
  readonly example: { readonly old: string; readonly new: string };
}

const examples = new Map(EXAMPLES.map(([id, old, now]) => [id, { old, new: now }]));

/** Explains an id: letters, reason, what is to be done, an example. @throws RangeError for an unknown one. */
export function explainChange(id: string): Explanation {
  const rule = changeRule(id);
  const { sent, sentZh, read, readZh } = catalogueItem(id);
  const example = examples.get(id);
  if (example === undefined) throw new RangeError(`there is no example of the change id ${id}`);
  return {
    rule,
    reason: reasonOf(id),
    sender: { zh: sentZh, en: sent },
    reader: { zh: readZh, en: read },
    example,
  };
}
