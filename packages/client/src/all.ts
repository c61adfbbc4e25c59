import "@coo/soap/with/all";
import { labels as commonLabels } from "@coo/msg-common/labels";
import { documents } from "@coo/msg-document";
import { labels as documentLabels } from "@coo/msg-document/labels";
import { enterprise } from "@coo/msg-enterprise";
import { labels as enterpriseLabels } from "@coo/msg-enterprise/labels";
import { goods } from "@coo/msg-goods";
import { labels as goodsLabels } from "@coo/msg-goods/labels";
import { seals } from "@coo/msg-seal";
import { labels as sealLabels } from "@coo/msg-seal/labels";
import { type ExplainMessageOptions, explainMessage as explainWithLabels } from "@coo/soap/core";

export { referenceSubmit } from "./reference-submit.ts";
export { type Outbox, outbox } from "./submit/outbox.ts";

/** All services of the default edition: 14 operations to call. */
export const allServices: readonly [typeof enterprise, typeof documents, typeof goods, typeof seals] = [
  enterprise,
  documents,
  goods,
  seals,
];

/**
 * An indented view of any message of the default edition, with the Chinese names of its fields: for logs of a test run, a
 * console, a question to a colleague. Nothing is verified; signatures are cut to their start.
 *
 * @param message - An envelope or payload, bytes or text.
 */
export function explainMessage(
  message: Uint8Array | string,
  options: Omit<ExplainMessageOptions, "labels"> = {},
): string {
  const labels = { ...commonLabels, ...enterpriseLabels, ...documentLabels, ...goodsLabels, ...sealLabels };
  return explainWithLabels(message, { ...options, labels });
}
