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
  const parts = partsOf(profile, secretOf(key).text, input);
  if (profile.digest === "HMAC-SHA256") return hmacSha256(hmacKey, parts, encoding);
  const hash = crypto.createHash(profile.digest === "SHA256" ? "sha256" : "md5");
  for (const part of parts) hash.update(part);
  return hash.digest(encoding);
}

/** What is hashed: UTF-8 goes there without a copy in between; a lone surrogate is refused. */
function partsOf(
  profile: SignatureProfile,
  secret: string | undefined,
  input: SignInput,
): readonly (string | Uint8Array)[] {
  if (profile.source === "fields" && profile.charset === "UTF-8") {
    const parts = partsToSign(profile, secret, input);
    if (parts.every(isWhole)) return parts;
  }
  return [bytesToSign(profile, secret, input)];
}

function isWhole(part: string | Uint8Array): boolean {
  return typeof part !== "string" || part.isWellFormed();
}
