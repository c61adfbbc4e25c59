import type { SignInput } from "../canonical.ts";
import type { SignatureProfile } from "../profile.ts";
import { keyList, type SignKey } from "../sign-key.ts";
import { comparable, hasShape, peerFault, type VerifyResult } from "../signature-shape.ts";
import { sign } from "./sign.ts";

/**
 * Tells whether `signature` was made over `input` with one of `keys`: the same verdicts as `verify` of `@coo/sign`.
 *
 * Compares in constant time, and always against every key.
 *
 * @throws {@link SignError} for an unusable key, as there.
 */
export async function verify(
  profile: SignatureProfile,
  keys: SignKey | readonly SignKey[],
  input: SignInput,
  signature: string | null | undefined,
): Promise<VerifyResult> {
  const list = keyList(keys);
  if (signature === undefined || signature === null || signature === "") return { ok: false, reason: "missing" };
  if (!hasShape(profile, signature)) return { ok: false, reason: "malformed" };
  let match = -1;
  for (const [index, key] of list.entries()) {
    try {
      const expected = await sign(profile, key, input);
      if (sameText(comparable(profile, expected), comparable(profile, signature)) && match < 0) match = index;
    } catch (error) {
      const reason = peerFault(error, profile);
      if (reason === undefined) throw error;
      return { ok: false, reason };
    }
  }
  return match < 0 ? { ok: false, reason: "mismatch" } : { ok: true, key: match };
}

/** Looks at every character, whatever the first difference. */
function sameText(a: string, b: string): boolean {
  let difference = a.length ^ b.length;
  for (let i = 0; i < a.length; i++) difference |= a.charCodeAt(i) ^ b.charCodeAt(i);
  return difference === 0;
}
