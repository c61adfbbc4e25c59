import { XmlError } from "./errors.ts";

/** Charsets that are written. */
export type OutputCharset = "UTF-8" | "GBK" | "GB18030";

const utf8 = new TextEncoder();

/**
 * Encodes text. GB 18030 carries every character; GBK only its own.
 *
 * @throws {@link XmlError} `XML_ENCODING` for a lone surrogate, or a character that GBK lacks.
 */
export function encodeText(text: string, charset: OutputCharset): Uint8Array {
  if (!text.isWellFormed())
    throw new XmlError("XML_ENCODING", "the text has a lone surrogate", "文本含有不成对的代理字符");
  if (charset === "UTF-8") return utf8.encode(text);
  return encodeGb(text, charset === "GBK");
}

let twoByte: Uint16Array | undefined;
let ranges: readonly (readonly [pointer: number, code: number])[] | undefined;

/** Two-byte codes by UTF-16 unit, 0 where there is none: what the platform's own decoder reads, turned round. */
function twoByteTable(): Uint16Array {
  if (twoByte) return twoByte;
  const table = new Uint16Array(0x10000);
  const decoder = new TextDecoder("gb18030", { fatal: true });
  const pair = new Uint8Array(2);
  for (let lead = 0x81; lead <= 0xfe; lead++) {
    for (let trail = 0x40; trail <= 0xfe; trail++) {
      if (trail === 0x7f) continue;
      pair[0] = lead;
      pair[1] = trail;
      try {
        const code = decoder.decode(pair).charCodeAt(0);
        // The first of two codes for one character is the usual one.
        if (table[code] === 0) table[code] = (lead << 8) | trail;
      } catch {
        // Not a character of this set.
      }
    }
  }
  twoByte = table;
  return table;
}

/** Starts of runs in the four-byte area of the basic plane: pointer and character grow together inside a run. */
function fourByteRanges(): readonly (readonly [pointer: number, code: number])[] {
  if (ranges) return ranges;
  const found: [number, number][] = [];
  const decoder = new TextDecoder("gb18030", { fatal: true });
  let expected = -1;
  for (let pointer = 0; pointer <= 39419; pointer++) {
    let code = -1;
    try {
      code = decoder.decode(fourBytes(pointer)).charCodeAt(0);
    } catch {
      // Unassigned.
    }
    if (code >= 0 && code !== expected) found.push([pointer, code]);
    expected = code < 0 ? -1 : code + 1;
  }
  ranges = found;
  return found;
}

function fourBytes(pointer: number): Uint8Array {
  return new Uint8Array([
    0x81 + Math.floor(pointer / 12600),
    0x30 + (Math.floor(pointer / 1260) % 10),
    0x81 + (Math.floor(pointer / 10) % 126),
    0x30 + (pointer % 10),
  ]);
}

function fourBytePointer(code: number): number {
  if (code >= 0x10000) return 189_000 + code - 0x10000;
  // Runs are in order of pointers, and but for single characters in order of characters.
  const list = fourByteRanges();
  for (let i = 0; i < list.length; i++) {
    const [pointer, start] = list[i] as readonly [number, number];
    const length = (list[i + 1]?.[0] ?? 39420) - pointer;
    if (code >= start && code < start + length) return pointer + code - start;
  }
  return -1;
}

function encodeGb(text: string, gbkOnly: boolean): Uint8Array {
  const table = twoByteTable();
  const out = new Uint8Array(text.length * 4);
  let size = 0;
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    if (unit < 0x80) {
      out[size++] = unit;
      continue;
    }
    const code = table[unit] as number;
    if (code !== 0) {
      out[size++] = code >> 8;
      out[size++] = code & 0xff;
      continue;
    }
    const point = text.codePointAt(i) as number;
    const pointer = gbkOnly ? -1 : fourBytePointer(point);
    if (pointer < 0) {
      const hex = point.toString(16).toUpperCase().padStart(4, "0");
      throw new XmlError(
        "XML_ENCODING",
        `U+${hex} cannot be written in ${gbkOnly ? "GBK" : "GB18030"}`,
        `${gbkOnly ? "GBK" : "GB18030"} 无法表示字符 U+${hex}`,
      );
    }
    out.set(fourBytes(pointer), size);
    size += 4;
    if (point > 0xffff) i++;
  }
  return out.slice(0, size);
}
