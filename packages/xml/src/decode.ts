import { XmlError } from "./errors.ts";
import { DEFAULT_LIMITS } from "./limits.ts";

/** Encodings that are read. GBK is read as GB 18030, which contains it. */
export type XmlEncoding = "UTF-8" | "UTF-16LE" | "UTF-16BE" | "GB18030" | "GBK";

export interface DecodeOptions {
  /** Charset from outside, for example of the HTTP content type. */
  readonly charset?: string | undefined;
  readonly maxBytes?: number | undefined;
}

export interface DecodedXml {
  /** Without byte order mark. */
  readonly text: string;
  readonly encoding: XmlEncoding;
}

const NAMES: Readonly<Record<string, XmlEncoding | "UTF-16">> = {
  "utf-8": "UTF-8",
  utf8: "UTF-8",
  "us-ascii": "UTF-8",
  ascii: "UTF-8",
  "utf-16": "UTF-16",
  "utf-16le": "UTF-16LE",
  "utf-16be": "UTF-16BE",
  gb18030: "GB18030",
  gbk: "GBK",
  gb2312: "GBK",
  cp936: "GBK",
};

/**
 * Decodes a document. What decides, in this order: the byte order mark, the charset from outside, the XML declaration;
 * UTF-8 without any of them. Two that contradict each other are refused, as are bytes that are no text of the encoding.
 *
 * @throws {@link XmlError} `XML_ENCODING`, `XML_TOO_LARGE`.
 */
export function decodeXml(bytes: Uint8Array, options: DecodeOptions = {}): DecodedXml {
  const limit = options.maxBytes ?? DEFAULT_LIMITS.maxBytes;
  if (bytes.byteLength > limit) {
    throw new XmlError(
      "XML_TOO_LARGE",
      `the document has ${bytes.byteLength} bytes, the limit is ${limit} (maxBytes)`,
      `文档有 ${bytes.byteLength} 字节,上限为 ${limit}(maxBytes)`,
    );
  }
  const mark = markOf(bytes);
  const outer = options.charset === undefined ? undefined : known(options.charset, "charset");
  const guess =
    mark?.encoding ?? (outer === "UTF-16" ? undefined : outer) ?? (outer === "UTF-16" ? unmarked(bytes) : undefined);
  const declared = declaredEncoding(bytes, guess);
  if (mark && outer) agree(mark.encoding, outer, "the byte order mark", "the charset");
  if (mark && declared) agree(mark.encoding, declared, "the byte order mark", "the XML declaration");
  if (!mark && outer && declared) agree(outer, declared, "the charset", "the XML declaration");
  if (!mark && (outer === "UTF-16" || declared === "UTF-16" || guess === "UTF-16LE" || guess === "UTF-16BE")) {
    throw wrong("UTF-16 without byte order mark", "UTF-16 缺少字节序标记");
  }
  const encoding =
    mark?.encoding ?? (guess as XmlEncoding | undefined) ?? (declared as XmlEncoding | undefined) ?? "UTF-8";
  const label = {
    "UTF-8": "utf-8",
    "UTF-16LE": "utf-16le",
    "UTF-16BE": "utf-16be",
    GB18030: "gb18030",
    GBK: "gb18030",
  }[encoding];
  try {
    return { text: decoder(label).decode(mark ? bytes.subarray(mark.length) : bytes), encoding };
  } catch {
    throw wrong(`the bytes are not ${encoding} text`, `字节不是合法的 ${encoding} 文本`);
  }
}

const decoders = new Map<string, InstanceType<typeof TextDecoder>>();

function decoder(label: string): InstanceType<typeof TextDecoder> {
  let found = decoders.get(label);
  if (!found) {
    // The mark was cut off already: another one inside is a character like any other.
    found = new TextDecoder(label, { fatal: true, ignoreBOM: true });
    decoders.set(label, found);
  }
  return found;
}

function markOf(bytes: Uint8Array): { readonly encoding: XmlEncoding; readonly length: number } | undefined {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return { encoding: "UTF-8", length: 3 };
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return { encoding: "UTF-16LE", length: 2 };
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return { encoding: "UTF-16BE", length: 2 };
  return undefined;
}

/** UTF-16 without mark, seen from the first character. */
function unmarked(bytes: Uint8Array): XmlEncoding | undefined {
  if (bytes[0] === 0x3c && bytes[1] === 0) return "UTF-16LE";
  if (bytes[0] === 0 && bytes[1] === 0x3c) return "UTF-16BE";
  return undefined;
}

/** The encoding that the XML declaration names, read as ASCII (or UTF-16 under its mark). */
function declaredEncoding(bytes: Uint8Array, guess: XmlEncoding | undefined): XmlEncoding | "UTF-16" | undefined {
  const wide = guess === "UTF-16LE" || guess === "UTF-16BE";
  const head = bytes.subarray(0, wide ? 520 : 260);
  let text = "";
  if (wide) {
    for (let i = 0; i + 1 < head.length; i += 2) {
      const code =
        guess === "UTF-16LE"
          ? (head[i] as number) | ((head[i + 1] as number) << 8)
          : ((head[i] as number) << 8) | (head[i + 1] as number);
      text += String.fromCharCode(code);
    }
  } else {
    for (const byte of head) text += String.fromCharCode(byte);
    text = text.replace(/^\u00ef\u00bb\u00bf/, "");
  }
  const match = /^\ufeff?<\?xml[ \t\r\n][^>]*?encoding[ \t\r\n]*=[ \t\r\n]*["']([A-Za-z][A-Za-z0-9._-]*)["']/.exec(
    text,
  );
  return match ? known(match[1] as string, "encoding") : undefined;
}

function known(name: string, what: string): XmlEncoding | "UTF-16" {
  const found = NAMES[name.trim().replace(/^"|"$/g, "").toLowerCase()];
  if (!found) throw wrong(`${what} "${name.slice(0, 40)}" is not supported`, `不支持的编码“${name.slice(0, 40)}”`);
  return found;
}

function agree(a: XmlEncoding | "UTF-16", b: XmlEncoding | "UTF-16", whatA: string, whatB: string): void {
  const family = (name: string): string => (name.startsWith("UTF-16") ? "UTF-16" : name === "GBK" ? "GB18030" : name);
  const exact = a !== "UTF-16" && b !== "UTF-16" && a.startsWith("UTF-16") && b.startsWith("UTF-16");
  if (exact ? a === b : family(a) === family(b)) return;
  throw wrong(`${whatA} says ${a}, ${whatB} says ${b}`, `编码声明互相矛盾:${a} 与 ${b}`);
}

function wrong(message: string, messageZh: string): XmlError {
  return new XmlError("XML_ENCODING", message, messageZh);
}
