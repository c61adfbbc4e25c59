import type { Report } from "@coo/evolution";
import type { Plan } from "../plan.ts";
import { type ConverterDraft, draftConverters, renamesOf } from "./draft-converters.ts";
import { type ConverterModules, renderConverters } from "./render-converters.ts";

/** Converters between two editions. */
export interface Converters {
  readonly upgrades: readonly ConverterDraft[];
  readonly downgrades: readonly ConverterDraft[];
  readonly text: string;
}

/**
 * Functions that turn objects of one edition into those of another, both ways, for each type that differs. Where the new
 * side demands what the old one does not have, the signature demands it.
 *
 * @param report - Of the documents of both, for renames.
 */
export function convertersOf(old: Plan, now: Plan, report: Report, modules: ConverterModules): Converters {
  const upgrades = draftConverters(old, now, renamesOf(report, "upgrade"));
  const downgrades = draftConverters(now, old, renamesOf(report, "downgrade"));
  return { upgrades, downgrades, text: renderConverters(upgrades, downgrades, modules) };
}
