import type { SignInput } from "../canonical.ts";
import { type ExplainContext, type Explanation, type HashRequest, investigate } from "../explain/investigate.ts";
import type { SignatureProfile } from "../profile.ts";
import { keyList, type SignKey, secretOf } from "../sign-key.ts";
import { importHmacKey, type WebKey } from "./load-key.ts";

/**
 * Tells why a signature does not fit, as `explain` of `@coo/sign` does. Mistakes with digests that WebCrypto lacks
 * (MD5, SM3) are not recognised.
 */
export async function explain(
  profile: SignatureProfile,
  keys: SignKey | readonly SignKey[],
  input: SignInput,
  signature: string | null | undefined,
  context: ExplainContext = {},
): Promise<Explanation> {
  const prepared = new Map<string, WeakMap<Uint8Array, WebKey>>();
  const search = investigate(profile, keyList(keys).map(secretOf), input, signature, context);
  let step = search.next();
  while (!step.done) step = search.next(await compute(step.value, prepared));
  return step.value;
}

const HASHES: Readonly<Record<string, string>> = { SHA256: "SHA-256", SHA1: "SHA-1", SHA512: "SHA-512" };

async function compute(
  { digest, key, message }: HashRequest,
  prepared: Map<string, WeakMap<Uint8Array, WebKey>>,
): Promise<Uint8Array | undefined> {
  const hash = HASHES[digest.replace("HMAC-", "")];
  if (hash === undefined) return undefined;
  const bytes = typeof message === "string" ? new TextEncoder().encode(message) : new Uint8Array(message);
  if (!digest.startsWith("HMAC-")) return new Uint8Array(await crypto.subtle.digest(hash, bytes));
  const known = prepared.get(hash) ?? new WeakMap<Uint8Array, WebKey>();
  prepared.set(hash, known);
  // WebCrypto refuses an empty key; HMAC pads keys with zeros, so one zero byte is the same.
  const handle = known.get(key) ?? (await importHmacKey(new Uint8Array(key.length === 0 ? [0] : key), hash));
  known.set(key, handle);
  return new Uint8Array(await crypto.subtle.sign("HMAC", handle, bytes));
}
