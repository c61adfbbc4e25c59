import type { SignInput } from "./canonical.ts";
import crypto from "./crypto.ts";
import type { SignatureProfile } from "./profile.ts";
import { sign } from "./sign.ts";
import { keyList, type SignKey } from "./sign-key.ts";
import { comparable, hasShape, peerFault, type VerifyResult } from "./signature-shape.ts";

/**
 * Tells whether `signature` was made over `input` with one of `keys`.
 *
 * Compares in constant time, and always against every key, so two keys can be valid during a change-over.
 * A wrong message or signature is the peer's doing and gives a reason; an unusable key is the caller's and throws.
 *
 * @param signature - As received; absent and empty count as missing.
 * @throws {@link SignError} `SIGN_KEY_EMPTY`, `SIGN_KEY_INVALID`, `SIGN_KEY_NOT_TEXT`, `SIGN_CANONICALIZE` without a function.
 */
export function verify(
  profile: SignatureProfile,
  keys: SignKey | readonly SignKey[],
  input: SignInput,
  signature: string | null | undefined,
): VerifyResult {
  const list = keyList(keys);
  if (signature === undefined || signature === null || signature === "") return { ok: false, reason: "missing" };
  if (!hasShape(profile, signature)) return { ok: false, reason: "malformed" };
  const received = Buffer.from(comparable(profile, signature), "latin1");
  let match = -1;
  for (let index = 0; index < list.length; index++) {
    try {
      const expected = Buffer.from(comparable(profile, sign(profile, list[index] as SignKey, input)), "latin1");
      if (crypto.timingSafeEqual(expected, received) && match < 0) match = index;
    } catch (error) {
      const reason = peerFault(error, profile);
      if (reason === undefined) throw error;
      return { ok: false, reason };
    }
  }
  return match < 0 ? { ok: false, reason: "mismatch" } : { ok: true, key: match };
}
