/** Characters of Base64 decoded at most: enough for any image header and its end marks. */
const MAX_BASE64 = 8 * 1024 * 1024;

/** Bytes of a binary field: as bytes, or as the Base64 text that a JSON file carries. Nothing for anything else. */
export function binaryValue(value: unknown): Uint8Array | undefined {
  if (value instanceof Uint8Array) return value;
  if (typeof value !== "string" || value.length > MAX_BASE64) return undefined;
  const text = value.replace(/\s+/gu, "");
  if (!/^[A-Za-z0-9+/]*={0,2}$/u.test(text)) return undefined;
  try {
    return Uint8Array.from(atob(text), (char) => char.charCodeAt(0));
  } catch {
    return undefined;
  }
}
