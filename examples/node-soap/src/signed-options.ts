import { loadKey, PROFILES } from "@coo/sign";
import { createSigningHttpClient, type SigningHttpClient } from "@coo/sign/node-soap";

/** The one change to an existing node-soap client: hand these options to `createClientAsync`. */
export function signedOptions(key: string | { readonly file: string }): { httpClient: SigningHttpClient } {
  return { httpClient: createSigningHttpClient({ profile: PROFILES.P1, key: loadKey(key) }) };
}
