import { readFileSync } from "node:fs";
import crypto from "./crypto.ts";
import { SignError } from "./errors.ts";
import { type HmacKey, hmacKey } from "./hmac.ts";
import { type KeyOptions, readKey } from "./key-source.ts";
import { fingerprintInput, SignKey, secretOf } from "./sign-key.ts";

/**
 * Makes a key from the text or bytes of the key file (私钥文件), or from the file itself.
 *
 * @param source - The key as text or bytes, at least 1 byte, or `{ file }` to read it now.
 * @param options - How to read it; a profile's `keyDecoding` and `keyTrim` say what its peer expects.
 * @throws {@link SignError} `SIGN_KEY_EMPTY`, `SIGN_KEY_MALFORMED`, `SIGN_KEY_FILE`.
 */
export function loadKey(
  source: string | Uint8Array | { readonly file: string | URL },
  options: KeyOptions = {},
): SignKey {
  const content = typeof source === "string" || source instanceof Uint8Array ? source : readKeyFile(source.file);
  const parts = readKey(content, options);
  const fingerprint = crypto.createHash("sha256").update(fingerprintInput(parts.bytes)).digest("hex").slice(0, 12);
  return new SignKey({ ...parts, handle: hmacKey(parts.bytes) }, fingerprint);
}

/** A key made here, as it signs. */
export function hmacKeyOf(key: SignKey): HmacKey {
  const { handle } = secretOf(key);
  if (typeof handle === "object" && handle !== null && "inner" in handle) return handle as HmacKey;
  throw new SignError(
    "SIGN_KEY_INVALID",
    "a key of @coo/sign/web cannot be used here: load it with @coo/sign",
    "@coo/sign/web 的密钥不能在此使用",
  );
}

function readKeyFile(file: string | URL): Uint8Array {
  try {
    return readFileSync(file);
  } catch (cause) {
    throw new SignError(
      "SIGN_KEY_FILE",
      `the key file cannot be read: ${String(file)}`,
      `无法读取密钥文件：${String(file)}`,
      { file: String(file) },
      { cause },
    );
  }
}
