import { labels as documentLabels } from "@coo/msg-document/labels";
import { labels as enterpriseLabels } from "@coo/msg-enterprise/labels";
import { labels as goodsLabels } from "@coo/msg-goods/labels";
import { labels as sealLabels } from "@coo/msg-seal/labels";
import type { Bilingual } from "./issue.ts";

const LABELS: readonly Readonly<Record<string, Bilingual>>[] = [
  documentLabels,
  goodsLabels,
  sealLabels,
  enterpriseLabels,
];
const WHOLE_BODY: Bilingual = { zh: "报文体", en: "message body" };

/** A path without indexes: `goodsList.goods[2].hsCode` → `goodsList.goods.hsCode`. */
export function fieldPath(path: string): string {
  return path.replace(/\[\d+\]/gu, "");
}

/**
 * Label of the field at `path` of a message, as the schema writes it; the name itself where it has none.
 *
 * @param message - `<operation>.request` or `<operation>.response`.
 */
export function labelOf(message: string, path: string): Bilingual {
  if (path === "") return WHOLE_BODY;
  const field = fieldPath(path);
  const key = `${typeName(message)}.${field}`;
  for (const labels of LABELS) {
    const label = Object.hasOwn(labels, key) ? labels[key] : undefined;
    if (label !== undefined) return label;
  }
  const name = field.slice(field.lastIndexOf(".") + 1);
  return { zh: name, en: name };
}

/** `queryDocument.response` → `QueryDocumentResponse`. */
function typeName(message: string): string {
  return message
    .split(".")
    .map((part) => part.charAt(0).toUpperCase() + part.slice(1))
    .join("");
}
