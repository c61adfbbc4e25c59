import { documents } from "@coo/msg-document";
import { enterprise } from "@coo/msg-enterprise";
import { goods } from "@coo/msg-goods";
import { seals } from "@coo/msg-seal";

/** All services of the default edition: 14 operations to call. */
export const allServices: readonly [typeof enterprise, typeof documents, typeof goods, typeof seals] = [
  enterprise,
  documents,
  goods,
  seals,
];
