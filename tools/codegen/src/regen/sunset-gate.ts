import type { Change, Report } from "@coo/evolution";
import type { Deprecation, Manifest } from "../manifest.ts";
import { refusal } from "./refusal.ts";

/**
 * Refuses to remove before its sunset what an edition had promised to keep until then, unless a waiver accepts it.
 *
 * @param old - Manifest that announced the end of components.
 * @param day - First day of the new edition, `YYYY-MM-DD`.
 * @throws {@link CodegenError} `GEN_REFUSED`.
 */
export function refuseEarlyRemovals(
  old: Manifest | null,
  report: Report,
  accepted: ReadonlyMap<string, unknown>,
  day: string,
): void {
  for (const promise of old?.deprecations ?? []) {
    if (promise.sunset <= day) continue;
    const removal = report.changes.find((c) => isRemovalOf(c, promise) && !accepted.has(c.fingerprint));
    if (removal === undefined) continue;
    throw refusal(
      `${promise.component} is removed on ${day}, before its sunset ${promise.sunset}`,
      `${promise.component} 在 ${day} 移除,早于其停用日期 ${promise.sunset}`,
      `keep it until then, or waive ${removal.fingerprint}`,
      `请保留到该日期,或豁免 ${removal.fingerprint}`,
    );
  }
}

function isRemovalOf(change: Change, { component }: Deprecation): boolean {
  if (!/-(?:removed|renamed|moved)$/.test(change.id)) return false;
  return change.component === component || (change.old !== null && `${change.component}/${change.old}` === component);
}
