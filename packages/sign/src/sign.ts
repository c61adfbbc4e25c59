import type { BinaryToTextEncoding } from "node:crypto";
import { bytesToSign, partsToSign, type SignInput } from "./canonical.ts";
import crypto from "./crypto.ts";
import { hmacSha256 } from "./hmac.ts";
import { hmacKeyOf } from "./load-key.ts";
import type { SignatureProfile } from "./profile.ts";
import { type SignKey, secretOf } from "./sign-key.ts";

/**
 * The signature over `input`, written as the profile says.
 *
 * @param input - Head fields and body text, or the raw HTTP body.
 * @throws {@link SignError} `SIGN_INPUT`, `SIGN_CHARSET`, `SIGN_CANONICALIZE`, `SIGN_KEY_NOT_TEXT`, `SIGN_KEY_INVALID`.
 */
export function sign(profile: SignatureProfile, key: SignKey, input: SignInput): string {
  const { output } = profile;
  return output === "HEX" ? digest(profile, key, input, "hex").toUpperCase() : digest(profile, key, input, output);
}

function digest(profile: SignatureProfile, key: SignKey, input: SignInput, encoding: BinaryToTextEncoding): string {
  const hmacKey = hmacKeyOf(key);
  const secret = secretOf(key).text;
  if (profile.digest === "HMAC-SHA256" && profile.source === "fields" && profile.charset === "UTF-8") {
    const made = hmacSha256(hmacKey, partsToSign(profile, secret, input), encoding);
    if (made !== undefined) return made;
  }
  // Tells what cannot be written.
  const bytes = bytesToSign(profile, secret, input);
  if (profile.digest === "HMAC-SHA256") return hmacSha256(hmacKey, [bytes], encoding) as string;
  return crypto.hash(profile.digest === "SHA256" ? "sha256" : "md5", bytes, encoding);
}
