/** `base64Binary` and `hexBinary`, strict and without platform helpers. */

const ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
const BASE64_VALUES: Uint8Array = table(ALPHABET);
const BASE64_CODES: Uint8Array = Uint8Array.from(ALPHABET, (c) => c.charCodeAt(0));
const HEX_VALUES: Uint8Array = table("0123456789ABCDEF");
for (let i = 10; i < 16; i++) HEX_VALUES["0123456789abcdef".charCodeAt(i)] = i;

function table(alphabet: string): Uint8Array {
  const values = new Uint8Array(128).fill(255);
  for (let i = 0; i < alphabet.length; i++) values[alphabet.charCodeAt(i)] = i;
  return values;
}

const latin1 = new TextDecoder("latin1");

/** Canonical base64, no line breaks. */
export function encodeBase64(bytes: Uint8Array): string {
  // Asking a buffer for its length takes longer than looking at a byte of it.
  const { length } = bytes;
  const out = new Uint8Array(Math.ceil(length / 3) * 4);
  let o = 0;
  let i = 0;
  for (; i + 2 < length; i += 3) {
    const n = ((bytes[i] as number) << 16) | ((bytes[i + 1] as number) << 8) | (bytes[i + 2] as number);
    out[o++] = BASE64_CODES[n >> 18] as number;
    out[o++] = BASE64_CODES[(n >> 12) & 63] as number;
    out[o++] = BASE64_CODES[(n >> 6) & 63] as number;
    out[o++] = BASE64_CODES[n & 63] as number;
  }
  const left = length - i;
  if (left > 0) {
    const n = ((bytes[i] as number) << 16) | (left === 2 ? (bytes[i + 1] as number) << 8 : 0);
    out[o++] = BASE64_CODES[n >> 18] as number;
    out[o++] = BASE64_CODES[(n >> 12) & 63] as number;
    out[o++] = left === 2 ? (BASE64_CODES[(n >> 6) & 63] as number) : 0x3d;
    out[o++] = 0x3d;
  }
  return latin1.decode(out);
}

/**
 * Reads base64. White space may stand anywhere; padding is needed, and the bits behind the last octet are zero.
 *
 * @returns `undefined` when the text is no base64.
 */
export function decodeBase64(text: string): Uint8Array | undefined {
  const packed = /[\t\n\r ]/.test(text) ? text.replace(/[\t\n\r ]+/g, "") : text;
  const length = packed.length;
  if (length === 0) return new Uint8Array(0);
  if (length % 4 !== 0) return undefined;
  const padding = packed.endsWith("==") ? 2 : packed.endsWith("=") ? 1 : 0;
  const out = new Uint8Array((length / 4) * 3 - padding);
  const whole = padding > 0 ? length - 4 : length;
  let o = 0;
  for (let i = 0; i < whole; i += 4) {
    const a = value(packed.charCodeAt(i));
    const b = value(packed.charCodeAt(i + 1));
    const c = value(packed.charCodeAt(i + 2));
    const d = value(packed.charCodeAt(i + 3));
    if ((a | b | c | d) > 63) return undefined;
    const n = (a << 18) | (b << 12) | (c << 6) | d;
    out[o++] = n >> 16;
    out[o++] = (n >> 8) & 255;
    out[o++] = n & 255;
  }
  if (padding > 0) {
    const a = value(packed.charCodeAt(whole));
    const b = value(packed.charCodeAt(whole + 1));
    const c = padding === 1 ? value(packed.charCodeAt(whole + 2)) : 0;
    if ((a | b | c) > 63) return undefined;
    if (padding === 2 ? (b & 15) !== 0 : (c & 3) !== 0) return undefined;
    out[o++] = (a << 2) | (b >> 4);
    if (padding === 1) out[o++] = ((b & 15) << 4) | (c >> 2);
  }
  return out;
}

function value(code: number): number {
  return code < 128 ? (BASE64_VALUES[code] as number) : 255;
}

/** Canonical hexadecimal: upper case. */
export function encodeHex(bytes: Uint8Array): string {
  const out = new Uint8Array(bytes.length * 2);
  for (let i = 0; i < bytes.length; i++) {
    const byte = bytes[i] as number;
    out[2 * i] = hexCode(byte >> 4);
    out[2 * i + 1] = hexCode(byte & 15);
  }
  return latin1.decode(out);
}

function hexCode(n: number): number {
  return n < 10 ? 0x30 + n : 0x37 + n;
}

/** Reads hexadecimal digits of either case; `undefined` when the text is something else. */
export function decodeHex(text: string): Uint8Array | undefined {
  if (text.length % 2 !== 0) return undefined;
  const out = new Uint8Array(text.length / 2);
  for (let i = 0; i < out.length; i++) {
    const [high, low] = [text.charCodeAt(2 * i), text.charCodeAt(2 * i + 1)];
    if (high > 127 || low > 127) return undefined;
    const [a, b] = [HEX_VALUES[high] as number, HEX_VALUES[low] as number];
    if ((a | b) > 15) return undefined;
    out[i] = (a << 4) | b;
  }
  return out;
}
