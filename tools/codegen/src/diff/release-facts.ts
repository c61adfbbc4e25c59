import type { ReleaseFacts } from "@coo/evolution";
import { usageError } from "../arguments.ts";
import type { Manifest } from "../manifest.ts";

/**
 * What the manifests of two sets know about the release: editions, date, names of operations.
 *
 * @param effective - The date on which the other side switches, when it was given beside them.
 * @throws {@link CodegenError} `GEN_USAGE` for what is no date.
 */
export function releaseFacts(old: Manifest | null, now: Manifest | null, effective?: string): ReleaseFacts {
  const date = effective ?? now?.effectiveDate;
  if (date !== undefined && !isDate(date))
    throw usageError(`${date} is no date, expected YYYY-MM-DD`, `${date} 不是日期,应为 YYYY-MM-DD`);
  const operations: Record<string, { readonly zh: string; readonly en: string }> = {};
  for (const manifest of [old, now])
    for (const [name, { nameZh, nameEn }] of Object.entries(manifest?.operations ?? {}))
      operations[name] = { zh: nameZh ?? name, en: nameEn ?? name };
  return {
    old: old?.edition ?? "",
    new: now?.edition ?? "",
    operations,
    ...(date === undefined ? {} : { effectiveDate: date }),
  };
}

function isDate(text: string): boolean {
  return /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(Date.parse(text));
}
