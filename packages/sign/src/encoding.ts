const ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

/** Bytes as lower-case hexadecimal digits. */
export function toHex(bytes: Uint8Array): string {
  let text = "";
  for (const byte of bytes) text += byte.toString(16).padStart(2, "0");
  return text;
}

/** Hexadecimal digits of either case as bytes; `undefined` for anything else. */
export function fromHex(text: string): Uint8Array<ArrayBuffer> | undefined {
  if (text.length % 2 !== 0 || !/^[0-9a-f]*$/i.test(text)) return undefined;
  const bytes = new Uint8Array(text.length / 2);
  for (let i = 0; i < bytes.length; i++) bytes[i] = Number.parseInt(text.slice(2 * i, 2 * i + 2), 16);
  return bytes;
}

/** Bytes in base64 with padding. */
export function toBase64(bytes: Uint8Array): string {
  const parts: string[] = [];
  for (let i = 0; i < bytes.length; i += 0x8000) {
    parts.push(String.fromCharCode(...bytes.subarray(i, i + 0x8000)));
  }
  return btoa(parts.join(""));
}

/** Base64 of either alphabet, padded or not, as bytes; `undefined` for anything else, stray end bits included. */
export function fromBase64(text: string): Uint8Array<ArrayBuffer> | undefined {
  const plain = text
    .replaceAll("-", "+")
    .replaceAll("_", "/")
    .replace(/={0,2}$/, "");
  if (!/^[A-Za-z0-9+/]*$/.test(plain) || plain.length % 4 === 1) return undefined;
  if (text.includes("=") && text.length % 4 !== 0) return undefined;
  const spare = plain.length % 4 === 2 ? 0x0f : plain.length % 4 === 3 ? 0x03 : 0;
  if ((ALPHABET.indexOf(plain.at(-1) ?? "A") & spare) !== 0) return undefined;
  return Uint8Array.from(atob(plain), (character) => character.charCodeAt(0));
}

/** Bytes in the URL alphabet of base64, without padding. */
export function toBase64url(bytes: Uint8Array): string {
  return toBase64(bytes).replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "");
}

/** A digest written as a profile's `output` says. */
export function renderDigest(digest: Uint8Array, output: "HEX" | "hex" | "base64" | "base64url"): string {
  if (output === "base64") return toBase64(digest);
  if (output === "base64url") return toBase64url(digest);
  return output === "HEX" ? toHex(digest).toUpperCase() : toHex(digest);
}
