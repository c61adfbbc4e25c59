import { loadKey } from "./load-key.ts";
import type { SignatureProfile } from "./profile.ts";
import { keyList, type SignKey } from "./sign-key.ts";

/** A key as an application holds it: made already, or text or bytes to be read as the profile says. */
export type KeySource = SignKey | string | Uint8Array;

/**
 * One key or several (while one replaces another), ready for use.
 *
 * @throws {@link SignError} `SIGN_KEY_EMPTY`, `SIGN_KEY_MALFORMED`.
 */
export function loadKeys(
  source: KeySource | readonly KeySource[],
  profile: Pick<SignatureProfile, "keyDecoding" | "keyTrim">,
): readonly SignKey[] {
  const sources = Array.isArray(source) ? (source as readonly KeySource[]) : [source as KeySource];
  const { keyDecoding: decoding, keyTrim: trim } = profile;
  return keyList(
    sources.map((one) =>
      typeof one === "string" || one instanceof Uint8Array ? loadKey(one, { decoding, trim }) : one,
    ),
  );
}
