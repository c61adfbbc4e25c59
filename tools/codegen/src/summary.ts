import type { Model } from "@coo/wsdl";
import { CONSTRUCTS, type Construct, heldByDocuments, heldByPackages } from "./held.ts";
import type { PackagePlan } from "./plan.ts";

/** How many of a construct the documents hold, and what became of them. */
export interface SummaryRow {
  readonly construct: Construct;
  readonly documents: number;
  readonly generated: number;
  /** Names of those that the generated code does not have, sorted. */
  readonly dropped: readonly string[];
}

/** What one run made of the documents. */
export interface Summary {
  /** That of the manifest, `""` without one. */
  readonly edition: string;
  readonly documents: number;
  readonly services: number;
  readonly operations: number;
  /** Exported descriptors: a message of several operations counts once, its two views twice. */
  readonly messages: number;
  readonly types: number;
  readonly enumerations: number;
  readonly codeLists: number;
  /** Constructs that occur. */
  readonly rows: readonly SummaryRow[];
  /** Constructs that are recorded but not enforced, with the number of places, by name. */
  readonly recorded: readonly { readonly construct: string; readonly count: number }[];
}

/** Compares what the documents hold with what is to be generated. */
export function rowsOf(model: Model, packages: readonly PackagePlan[]): SummaryRow[] {
  const wanted = heldByDocuments(model);
  const made = heldByPackages(model, packages);
  return CONSTRUCTS.flatMap((construct): SummaryRow[] => {
    const all = wanted[construct];
    if (all.size === 0) return [];
    const dropped = [...all].filter(([key]) => !made[construct].has(key)).map(([, name]) => name);
    return [{ construct, documents: all.size, generated: all.size - dropped.length, dropped: dropped.sort() }];
  });
}

/** Counts what was recorded by name. */
export function recordedOf({ recorded }: Model): Summary["recorded"] {
  const counts = new Map<string, number>();
  for (const { construct } of recorded) counts.set(construct, (counts.get(construct) ?? 0) + 1);
  return [...counts]
    .map(([construct, count]) => ({ construct, count }))
    .sort((a, b) => (a.construct < b.construct ? -1 : a.construct > b.construct ? 1 : 0));
}
