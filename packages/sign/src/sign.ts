import type { Hash, Hmac } from "node:crypto";
import { bytesToSign, partsToSign, type SignInput } from "./canonical.ts";
import crypto from "./crypto.ts";
import { keyObjectOf } from "./load-key.ts";
import type { SignatureProfile } from "./profile.ts";
import { type SignKey, secretOf } from "./sign-key.ts";

/**
 * The signature over `input`, written as the profile says.
 *
 * @param input - Head fields and body text, or the raw HTTP body.
 * @throws {@link SignError} `SIGN_INPUT`, `SIGN_CHARSET`, `SIGN_CANONICALIZE`, `SIGN_KEY_NOT_TEXT`, `SIGN_KEY_INVALID`.
 */
export function sign(profile: SignatureProfile, key: SignKey, input: SignInput): string {
  const hash = hashOf(profile, key, input);
  if (profile.output === "HEX") return hash.digest("hex").toUpperCase();
  return hash.digest(profile.output);
}

function hashOf(profile: SignatureProfile, key: SignKey, input: SignInput): Hash | Hmac {
  const handle = keyObjectOf(key);
  const hash =
    profile.digest === "HMAC-SHA256"
      ? crypto.createHmac("sha256", handle)
      : crypto.createHash(profile.digest === "SHA256" ? "sha256" : "md5");
  const secret = secretOf(key).text;
  if (profile.source === "fields" && profile.charset === "UTF-8") {
    const parts = partsToSign(profile, secret, input);
    // UTF-8 goes to the hash without a copy in between; a lone surrogate is refused below.
    if (parts.every(isWhole)) {
      for (let i = 0; i < parts.length; i++) {
        const part = parts[i] as string | Uint8Array;
        if (typeof part === "string") hash.update(part, "utf8");
        else hash.update(part);
      }
      return hash;
    }
  }
  return hash.update(bytesToSign(profile, secret, input));
}

function isWhole(part: string | Uint8Array): boolean {
  return typeof part !== "string" || part.isWellFormed();
}
