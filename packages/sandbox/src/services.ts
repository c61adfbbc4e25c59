import { documents } from "@coo/msg-document";
import { enterprise } from "@coo/msg-enterprise";
import { goods } from "@coo/msg-goods";
import { seals } from "@coo/msg-seal";
import type { ServiceDescriptor } from "@coo/soap/gen1";

/** The edition whose messages the sandbox's records are. */
export const OWN_EDITION = "2018-07";

/** The services of the reference edition: all 18 interfaces. */
export function allServices(): readonly ServiceDescriptor[] {
  return [enterprise, documents, goods, seals];
}
