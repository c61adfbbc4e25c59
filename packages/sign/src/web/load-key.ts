import { toHex } from "../encoding.ts";
import { SignError } from "../errors.ts";
import { type KeyOptions, readKey } from "../key-source.ts";
import { fingerprintInput, SignKey, secretOf } from "../sign-key.ts";

/** WebCrypto's own key type, whatever the runtime calls it. */
export type WebKey = Awaited<ReturnType<typeof crypto.subtle.importKey>>;

/**
 * Makes a key from the text or bytes of the key file (私钥文件); the same fingerprint as in `@coo/sign`.
 *
 * @param source - The key as text or bytes, at least 1 byte.
 * @throws {@link SignError} `SIGN_KEY_EMPTY`, `SIGN_KEY_MALFORMED`.
 */
export async function loadKey(source: string | Uint8Array, options: KeyOptions = {}): Promise<SignKey> {
  const parts = readKey(source, options);
  const fingerprint = toHex(new Uint8Array(await crypto.subtle.digest("SHA-256", fingerprintInput(parts.bytes))));
  return new SignKey({ ...parts, handle: await importHmacKey(parts.bytes, "SHA-256") }, fingerprint.slice(0, 12));
}

/** An HMAC key that WebCrypto will not give back. */
export function importHmacKey(bytes: Uint8Array<ArrayBuffer>, hash: string): Promise<WebKey> {
  return crypto.subtle.importKey("raw", bytes, { name: "HMAC", hash }, false, ["sign"]);
}

/** The WebCrypto key of a key made here. */
export function webKeyOf(key: SignKey): WebKey {
  const { handle } = secretOf(key);
  if (typeof handle === "object" && handle !== null && "algorithm" in handle) return handle as WebKey;
  throw new SignError(
    "SIGN_KEY_INVALID",
    "a key of @coo/sign cannot be used here: load it with @coo/sign/web",
    "@coo/sign 的密钥不能在此使用，请用 @coo/sign/web 的 loadKey",
  );
}
