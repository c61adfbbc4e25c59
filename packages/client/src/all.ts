import { labels as commonLabels } from "@coo/msg-common";
import { labels as documentLabels, documents } from "@coo/msg-document";
import { enterprise, labels as enterpriseLabels } from "@coo/msg-enterprise";
import { goods, labels as goodsLabels } from "@coo/msg-goods";
import { labels as sealLabels, seals } from "@coo/msg-seal";
import { type ExplainMessageOptions, explainMessage as explainWithLabels } from "@coo/soap";

export { referenceSubmit } from "./reference-submit.ts";

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
