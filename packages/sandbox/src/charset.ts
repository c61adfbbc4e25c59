import { SandboxError } from "./errors.ts";

/** Charsets of wire and signature profiles. */
export type Charset = "UTF-8" | "GBK" | "GB18030";

/** The charset a label from HTTP or an XML declaration names; `undefined` when the sandbox does not speak it. */
export function charsetOf(label: string): Charset | undefined {
  const name = label.trim().toLowerCase();
  if (name === "utf-8" || name === "utf8") return "UTF-8";
  if (name === "gb18030") return "GB18030";
  return ["gbk", "gb2312", "cp936", "x-gbk", "windows-936"].includes(name) ? "GBK" : undefined;
}

/** Bytes as text, strictly; a byte order mark is dropped. @throws {@link SandboxError} with code `SANDBOX_CHARSET`. */
export function decodeBytes(bytes: Uint8Array, charset: Charset): string {
  try {
    return new TextDecoder(charset, { fatal: true }).decode(bytes);
  } catch (cause) {
    throw new SandboxError(
      "SANDBOX_CHARSET",
      `the bytes are not ${charset}`,
      `报文不是 ${charset} 编码`,
      {},
      { cause },
    );
  }
}

/**
 * Text as bytes. `TextEncoder` knows UTF-8 only; the two Chinese charsets are turned round from `TextDecoder`.
 *
 * @throws {@link SandboxError} with code `SANDBOX_CHARSET` for a character GBK does not have, or a lone surrogate.
 */
export function encodeString(text: string, charset: Charset): Uint8Array {
  if (!text.isWellFormed())
    throw new SandboxError("SANDBOX_CHARSET", "the text has a lone surrogate", "文本含有不完整的代理对");
  if (charset === "UTF-8") return new TextEncoder().encode(text);
  const bytes: number[] = [];
  for (const character of text) {
    const point = character.codePointAt(0) as number;
    if (point < 0x80) bytes.push(point);
    else pushWide(bytes, character, point, charset);
  }
  return Uint8Array.from(bytes);
}

function pushWide(bytes: number[], character: string, point: number, charset: "GBK" | "GB18030"): void {
  const two = twoByteCodes().get(point);
  if (two !== undefined) {
    bytes.push(two >> 8, two & 0xff);
    return;
  }
  if (charset === "GBK") {
    const hex = point.toString(16).toUpperCase().padStart(4, "0");
    throw new SandboxError(
      "SANDBOX_CHARSET",
      `GBK has no ${character} (U+${hex})`,
      `GBK 没有字符 ${character}（U+${hex}）`,
    );
  }
  // Four bytes: the plane above the BMP in one run from 0x90308130, the rest of the BMP by table.
  const linear = point >= 0x10000 ? 189_000 + point - 0x10000 : fourByteCodes().get(point);
  if (linear === undefined) {
    throw new SandboxError("SANDBOX_CHARSET", `GB18030 table lacks U+${point.toString(16)}`, "GB18030 码表缺少该字符");
  }
  bytes.push(...fourBytes(linear));
}

let twoByte: Map<number, number> | undefined;
let fourByte: Map<number, number> | undefined;

function twoByteCodes(): Map<number, number> {
  if (twoByte !== undefined) return twoByte;
  twoByte = new Map();
  const decoder = new TextDecoder("gb18030");
  for (let high = 0x81; high <= 0xfe; high++) {
    for (let low = 0x40; low <= 0xfe; low++) {
      if (low === 0x7f) continue;
      const text = decoder.decode(Uint8Array.of(high, low));
      const point = text.codePointAt(0) as number;
      // An unused code decodes to U+FFFD, perhaps followed by the second byte as ASCII. The first code of two wins.
      if (point !== 0xfffd && text.length === 1 && !twoByte.has(point)) twoByte.set(point, (high << 8) | low);
    }
  }
  return twoByte;
}

function fourByteCodes(): Map<number, number> {
  if (fourByte !== undefined) return fourByte;
  fourByte = new Map();
  const decoder = new TextDecoder("gb18030");
  for (let linear = 0; linear < 39_420; linear++) {
    const text = decoder.decode(Uint8Array.from(fourBytes(linear)));
    const point = text.codePointAt(0) as number;
    if (text.length === 1 && point !== 0xfffd && !fourByte.has(point)) fourByte.set(point, linear);
  }
  // Its own code is the replacement character's only honest one.
  fourByte.set(0xfffd, 39_417);
  return fourByte;
}

function fourBytes(linear: number): [number, number, number, number] {
  return [
    0x81 + Math.floor(linear / 12_600),
    0x30 + (Math.floor(linear / 1260) % 10),
    0x81 + (Math.floor(linear / 10) % 126),
    0x30 + (linear % 10),
  ];
}
