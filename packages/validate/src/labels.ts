import { messageLabels } from "./gen/labels.ts";
import type { Bilingual } from "./issue.ts";

const WHOLE_BODY: Bilingual = { zh: "报文体", en: "message body" };

/** A path without indexes: `goodsList.goods[2].hsCode` → `goodsList.goods.hsCode`. */
export function fieldPath(path: string): string {
  return path.replace(/\[\d+\]/gu, "");
}

/**
 * Label of the field at `path` of a message, as the field tables write it; the name itself where they have none.
 *
 * @param message - `<operation>.request` or `<operation>.response`.
 */
export function labelOf(message: string, path: string): Bilingual {
  if (path === "") return WHOLE_BODY;
  const field = fieldPath(path);
  const label = messageLabels[message]?.[field];
  if (label !== undefined) return { zh: label[0], en: label[1] };
  const name = field.slice(field.lastIndexOf(".") + 1);
  return { zh: name, en: name };
}
