import { bytesToSign, type SignInput } from "../canonical.ts";
import { renderDigest } from "../encoding.ts";
import { SignError } from "../errors.ts";
import type { SignatureProfile } from "../profile.ts";
import { type SignKey, secretOf } from "../sign-key.ts";
import { webKeyOf } from "./load-key.ts";

/**
 * The signature over `input`, as `sign` of `@coo/sign` makes it, by WebCrypto.
 *
 * @throws {@link SignError} as there, and `SIGN_DIGEST` for MD5, which WebCrypto does not have.
 */
export async function sign(profile: SignatureProfile, key: SignKey, input: SignInput): Promise<string> {
  const handle = webKeyOf(key);
  const message = bytesToSign(profile, secretOf(key).text, input) as Uint8Array<ArrayBuffer>;
  return renderDigest(new Uint8Array(await digest()), profile.output);

  function digest(): Promise<ArrayBuffer> {
    if (profile.digest === "HMAC-SHA256") return crypto.subtle.sign("HMAC", handle, message);
    if (profile.digest === "SHA256") return crypto.subtle.digest("SHA-256", message);
    throw new SignError("SIGN_DIGEST", `WebCrypto has no ${profile.digest}`, `WebCrypto 不支持 ${profile.digest}`, {
      digest: profile.digest,
    });
  }
}
