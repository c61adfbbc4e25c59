import type { KeyObject } from "node:crypto";
import type { SignInput } from "./canonical.ts";
import crypto from "./crypto.ts";
import type { DigestId } from "./explain/attempt.ts";
import { type ExplainContext, type Explanation, type HashRequest, investigate } from "./explain/investigate.ts";
import type { SignatureProfile } from "./profile.ts";
import { keyList, type SignKey, secretOf } from "./sign-key.ts";

/**
 * Tells why a signature does not fit: signs again under a list of usual mistakes and names the one that gives the
 * received signature, with rule number, the bytes concerned and a line of advice.
 *
 * For development, sandbox and command line: costs some thousand signatures, so keep it off the production path.
 * A cause is only named when its signature is the received one, so a wrong cause is as unlikely as a forged signature.
 *
 * @param keys - One key, or the keys of a change-over.
 * @param input - The message as received.
 * @param signature - The signature as received.
 * @throws {@link SignError} `SIGN_KEY_EMPTY`, `SIGN_KEY_INVALID`.
 */
export function explain(
  profile: SignatureProfile,
  keys: SignKey | readonly SignKey[],
  input: SignInput,
  signature: string | null | undefined,
  context: ExplainContext = {},
): Explanation {
  const prepared = new WeakMap<Uint8Array, KeyObject>();
  const search = investigate(profile, keyList(keys).map(secretOf), input, signature, context);
  let step = search.next();
  while (!step.done) step = search.next(compute(step.value, prepared));
  return step.value;
}

const ALGORITHMS: Readonly<Record<string, string>> = {
  SHA256: "sha256",
  MD5: "md5",
  SHA1: "sha1",
  SHA512: "sha512",
  SM3: "sm3",
};
let available: ReadonlySet<string> | undefined;

function compute(
  { digest, key, message }: HashRequest,
  prepared: WeakMap<Uint8Array, KeyObject>,
): Uint8Array | undefined {
  available ??= new Set(crypto.getHashes().map((name) => name.toLowerCase()));
  const algorithm = ALGORITHMS[plainName(digest)] as string;
  if (!available.has(algorithm)) return undefined;
  try {
    if (!digest.startsWith("HMAC-"))
      return crypto
        .createHash(algorithm)
        .update(message as string)
        .digest();
    // Making a key object costs four times the HMAC itself, and most attempts share one key.
    let object = prepared.get(key);
    if (object === undefined) prepared.set(key, (object = crypto.createSecretKey(key)));
    return crypto
      .createHmac(algorithm, object)
      .update(message as string)
      .digest();
  } catch {
    // A runtime in FIPS mode lists MD5 but refuses it.
    return undefined;
  }
}

function plainName(digest: DigestId): string {
  return digest.replace("HMAC-", "");
}
