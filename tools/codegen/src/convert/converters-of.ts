import type { Report } from "@coo/evolution";
import type { ConvertibleTypes } from "./convertible-types.ts";
import { correspondenceOf } from "./correspondence.ts";
import { type ConverterDraft, draftConverters } from "./draft-converters.ts";

/** Converters between two editions, both ways. */
export interface Converters {
  readonly upgrades: readonly ConverterDraft[];
  readonly downgrades: readonly ConverterDraft[];
}

/**
 * Functions that turn objects of one edition into those of another, both ways, for each type that differs. Where the new
 * side demands what the old one does not have, the signature demands it.
 *
 * @param report - Of the documents of both, for what was renamed.
 */
export function convertersOf(old: ConvertibleTypes, now: ConvertibleTypes, report: Report): Converters {
  return {
    upgrades: draftConverters(old, now, correspondenceOf(report, "upgrade")),
    downgrades: draftConverters(now, old, correspondenceOf(report, "downgrade")),
  };
}
