import { SignError } from "./errors.ts";

/** Charset a string is signed in. */
export type Charset = "UTF-8" | "GBK" | "GB18030";

const utf8 = new TextEncoder();

/**
 * Writes `text` in `charset`. The GBK table is the reverse of the runtime's own `TextDecoder`, built on first use.
 *
 * @throws {@link SignError} `SIGN_CHARSET` for a lone surrogate, or a character the charset does not have.
 */
export function encodeText(text: string, charset: Charset): Uint8Array<ArrayBuffer> {
  if (!text.isWellFormed()) throw noSuchCharacter(text.search(/\p{Surrogate}/u), charset);
  if (charset === "UTF-8") return utf8.encode(text);
  const out = new Uint8Array(text.length * 4);
  let length = 0;
  for (let i = 0; i < text.length; i++) {
    const code = text.codePointAt(i) as number;
    if (code < 0x80) {
      out[length++] = code;
      continue;
    }
    const at = i;
    if (code > 0xffff) i++;
    const pair = code > 0xffff ? 0 : (twoByte()[code] as number);
    if (code === 0x20ac && charset === "GBK") {
      out[length++] = 0x80;
    } else if (pair !== 0) {
      out[length++] = pair >> 8;
      out[length++] = pair & 0xff;
    } else {
      const pointer = code > 0xffff ? code - 0x10000 + 189_000 : (fourByte()[code] as number) - 1;
      if (charset === "GBK" || pointer < 0) throw noSuchCharacter(at, charset);
      length = putFourBytes(out, length, pointer);
    }
  }
  return out.slice(0, length);
}

/** Decodes bytes strictly; `undefined` when they are not of that charset. Keeps a BOM. */
export function decodeText(bytes: Uint8Array, charset: Charset): string | undefined {
  try {
    return new TextDecoder(charset, { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

function putFourBytes(out: Uint8Array, at: number, pointer: number): number {
  out[at] = 0x81 + Math.floor(pointer / 12_600);
  out[at + 1] = 0x30 + (Math.floor(pointer / 1260) % 10);
  out[at + 2] = 0x81 + (Math.floor(pointer / 10) % 126);
  out[at + 3] = 0x30 + (pointer % 10);
  return at + 4;
}

let pairs: Uint16Array | undefined;
let pointers: Uint16Array | undefined;

/** Code unit to two-byte code; 0 where there is none. GB18030 writes the euro sign in two bytes, GBK in one. */
function twoByte(): Uint16Array {
  if (pairs !== undefined) return pairs;
  const table = new Uint16Array(0x10000);
  const codes: number[] = [];
  for (let lead = 0x81; lead <= 0xfe; lead++) {
    for (let trail = 0x40; trail <= 0xfe; trail++) if (trail !== 0x7f) codes.push((lead << 8) | trail);
  }
  const bytes = new Uint8Array(codes.length * 3);
  for (const [i, code] of codes.entries()) bytes.set([code >> 8, code & 0xff, 0x0a], i * 3);
  for (const [i, text] of new TextDecoder("gb18030").decode(bytes).split("\n").entries()) {
    const unit = text.charCodeAt(0);
    if (text.length === 1 && unit !== 0xfffd && table[unit] === 0) table[unit] = codes[i] as number;
  }
  return (pairs = table);
}

/** Code unit to the linear pointer of its four-byte code, plus one. */
function fourByte(): Uint16Array {
  if (pointers !== undefined) return pointers;
  const table = new Uint16Array(0x10000);
  const count = 39_420;
  const bytes = new Uint8Array(count * 5).fill(0x0a);
  for (let pointer = 0; pointer < count; pointer++) putFourBytes(bytes, pointer * 5, pointer);
  for (const [pointer, text] of new TextDecoder("gb18030").decode(bytes).split("\n").entries()) {
    const unit = text.charCodeAt(0);
    if (text.length === 1 && unit !== 0xfffd && table[unit] === 0) table[unit] = pointer + 1;
  }
  table[0xfffd] = 39_417 + 1;
  return (pointers = table);
}

function noSuchCharacter(offset: number, charset: Charset): SignError {
  return new SignError(
    "SIGN_CHARSET",
    `the character at offset ${offset} of the string to sign cannot be written in ${charset}`,
    `待签名字符串第 ${offset} 位的字符无法用 ${charset} 表示`,
    { offset, charset },
  );
}
