import { checkSurrogates, encodeUtf8 } from "./encode-utf8.ts";
import { XmlError } from "./errors.ts";
import { type GbTable, gbTable } from "./gb18030.ts";

/** Charsets that are written. */
export type OutputCharset = "UTF-8" | "GBK" | "GB18030";

/** How text becomes bytes. */
export interface EncodeOptions {
  /**
   * What becomes of a character that the charset lacks: `error` (default), or `reference`: `&#…;`, which is right in
   * text and attribute values and wrong in names, comments and CDATA sections.
   */
  readonly unencodable?: "error" | "reference";
}

/**
 * Encodes text. UTF-8 carries every character. GB 18030 carries all but 19 code points for private use that its editions
 * assign differently; GBK carries its own 21,791 and ASCII.
 *
 * @throws {@link XmlError} `XML_ENCODING` for a lone surrogate, or a character that the charset lacks.
 */
export function encodeText(text: string, charset: OutputCharset, options: EncodeOptions = {}): Uint8Array {
  if (charset === "UTF-8") return encodeUtf8(text);
  checkSurrogates(text);
  return encodeGb(text, charset, options.unencodable === "reference");
}

function encodeGb(text: string, charset: "GBK" | "GB18030", references: boolean): Uint8Array {
  const table = gbTable();
  const codes = charset === "GBK" ? table.gbk : table.twoBytes;
  // A unit takes at most four bytes, or as a reference at most eight; a pair of two units ten.
  const out = new Uint8Array(text.length * (references ? 8 : 4));
  let size = 0;
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    if (unit < 0x80) {
      out[size++] = unit;
      continue;
    }
    const code = codes[unit] as number;
    if (code !== 0) {
      out[size++] = code >> 8;
      out[size++] = code & 0xff;
      continue;
    }
    const point = text.codePointAt(i) as number;
    const pointer = charset === "GBK" ? -1 : fourBytePointer(table, point);
    if (pointer >= 0) {
      out[size++] = 0x81 + Math.floor(pointer / 12600);
      out[size++] = 0x30 + (Math.floor(pointer / 1260) % 10);
      out[size++] = 0x81 + (Math.floor(pointer / 10) % 126);
      out[size++] = 0x30 + (pointer % 10);
    } else if (references) {
      for (const digit of `&#${point};`) out[size++] = digit.charCodeAt(0);
    } else {
      const hex = point.toString(16).toUpperCase().padStart(4, "0");
      throw new XmlError(
        "XML_ENCODING",
        `U+${hex} at index ${i} cannot be written in ${charset}`,
        `${charset} 无法表示第 ${i + 1} 个字符 U+${hex}`,
      );
    }
    if (point > 0xffff) i++;
  }
  return out.slice(0, size);
}

function fourBytePointer(table: GbTable, point: number): number {
  return point >= 0x10000 ? 189_000 + point - 0x10000 : (table.fourBytes[point] as number) - 1;
}
