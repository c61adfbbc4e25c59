import { canonicalize } from "@coo/xml/c14n";
import type { WireProfile } from "../wire-profile.ts";
import { DEFAULT_MESSAGE_LIMITS } from "./limits.ts";

/**
 * What goes into the signature as `body`: the text itself where the payload is carried as a string, its exclusive C14N
 * where elements are sent, since foreign writers choose their own bytes.
 *
 * @param bodyText - The Body element (or JSON) as text, standing alone.
 * @param plain - For operations whose messages are the SOAP body's elements themselves.
 */
export function signedBody(bodyText: string, wire: Pick<WireProfile, "payload">, plain = false): string {
  if (wire.payload !== "typed" && !plain) return bodyText;
  return canonicalize(bodyText, { mode: "exc-c14n", limits: DEFAULT_MESSAGE_LIMITS });
}
