import { join } from "node:path";
import { withConverters } from "../convert/edition-converters.ts";
import { compareSets } from "../diff/compare-sets.ts";
import type { EditionResult } from "../repo.ts";
import type { Ledger } from "./ledger.ts";

/** Adds the converters between the editions of a ledger. */
export function listedConverters(
  root: string,
  { editions }: Pick<Ledger, "editions">,
): (results: readonly EditionResult[]) => EditionResult[] {
  const compare = (old: string, now: string) =>
    compareSets(join(root, "schemas", old), join(root, "schemas", now)).report;
  return (results) => withConverters(results, (edition) => editions[edition]?.after ?? null, compare);
}
