import { XmlError } from "./errors.ts";
import { DEFAULT_LIMITS } from "./limits.ts";

/** Encodings that are read. GBK is read as GB 18030, which contains it. */
export type XmlEncoding = "UTF-8" | "UTF-16LE" | "UTF-16BE" | "GB18030" | "GBK";

/** How bytes are decoded. */
export interface DecodeOptions {
  /** Charset from outside, for example of the HTTP content type. */
  readonly charset?: string | undefined;
  /** Default 32 MiB. */
  readonly maxBytes?: number | undefined;
}

/** Decoded bytes. */
export interface DecodedXml {
  /** Without byte order mark. */
  readonly text: string;
  readonly encoding: XmlEncoding;
}

/** What a name of an encoding says; UTF-16 leaves the byte order to the mark. */
type Said = XmlEncoding | "UTF-16" | "US-ASCII";

const NAMES: ReadonlyMap<string, Said> = new Map<string, Said>([
  ["utf-8", "UTF-8"],
  ["utf8", "UTF-8"],
  ["us-ascii", "US-ASCII"],
  ["ascii", "US-ASCII"],
  ["utf-16", "UTF-16"],
  ["utf-16le", "UTF-16LE"],
  ["utf-16be", "UTF-16BE"],
  ["gb18030", "GB18030"],
  ["gbk", "GBK"],
  ["gb2312", "GBK"],
  ["gb_2312-80", "GBK"],
  ["x-gbk", "GBK"],
  ["cp936", "GBK"],
  ["ms936", "GBK"],
  ["windows-936", "GBK"],
]);

/**
 * Decodes a document. What decides, in this order: the byte order mark, the charset from outside, the XML declaration,
 * and without any of them UTF-8. Two that contradict each other are refused, as are bytes that are no text of the
 * encoding. UTF-16 needs its mark. US-ASCII is read as UTF-8 and must keep its promise; GB2312, GBK and GB 18030 do not
 * contradict each other.
 *
 * @throws {@link XmlError} `XML_ENCODING`, `XML_TOO_LARGE`.
 * @see XML 1.0 section 4.3.3 and appendix F; RFC 7303 section 3.
 */
export function decodeXml(bytes: Uint8Array, options: DecodeOptions = {}): DecodedXml {
  const limit = options.maxBytes ?? DEFAULT_LIMITS.maxBytes;
  if (bytes.byteLength > limit) {
    throw new XmlError(
      "XML_TOO_LARGE",
      `the document has ${bytes.byteLength} bytes, the limit is ${limit} (maxBytes)`,
      `文档有 ${bytes.byteLength} 字节，上限为 ${limit}（maxBytes）`,
    );
  }
  const mark = bytes[0] === 0x3c ? undefined : markOf(bytes);
  const outer = options.charset === undefined ? undefined : named(options.charset);
  if (mark !== undefined) {
    const text = decode(mark.encoding, bytes.subarray(mark.length));
    const declared = declaredIn(text);
    if (outer !== undefined) agree(mark.encoding, outer, "byte order mark", "charset");
    if (declared !== undefined) agree(mark.encoding, declared, "byte order mark", "XML declaration");
    return { text, encoding: mark.encoding };
  }
  const start = head(bytes);
  const declared = start === undefined ? undefined : declaredIn(start);
  if (outer !== undefined && declared !== undefined) agree(outer, declared, "charset", "XML declaration");
  const said = outer ?? declared ?? "UTF-8";
  if (said === "UTF-16" || said === "UTF-16LE" || said === "UTF-16BE" || (bytes[0] === 0) !== (bytes[1] === 0))
    throw wrong("UTF-16 without byte order mark", "UTF-16 缺少字节序标记");
  const encoding = said === "US-ASCII" ? "UTF-8" : said;
  const text = decode(encoding, bytes);
  if (start === undefined) agree(encoding, declaredIn(text) ?? encoding, "encoding", "XML declaration");
  if ((said === "US-ASCII" || declared === "US-ASCII") && text.length !== bytes.length)
    throw wrong("the bytes are not US-ASCII text", "字节不是合法的 US-ASCII 文本");
  return { text, encoding };
}

/** What a fatal decoder of the platform does; the mark was cut off already, another one is a character like any other. */
const decoders = new Map<XmlEncoding, (bytes: Uint8Array) => string>();

function decode(encoding: XmlEncoding, bytes: Uint8Array): string {
  let run = decoders.get(encoding);
  if (run === undefined) {
    const decoder = new TextDecoder(encoding === "GBK" ? "gb18030" : encoding, { fatal: true, ignoreBOM: true });
    run = (input) => decoder.decode(input);
    decoders.set(encoding, run);
  }
  try {
    return run(bytes);
  } catch {
    throw wrong(`the bytes are not ${encoding} text`, `字节不是合法的 ${encoding} 文本`);
  }
}

function markOf(bytes: Uint8Array): { readonly encoding: XmlEncoding; readonly length: number } | undefined {
  const [a, b, c, d] = bytes;
  if (a === 0xef && b === 0xbb && c === 0xbf) return { encoding: "UTF-8", length: 3 };
  if (a === 0x84 && b === 0x31 && c === 0x95 && d === 0x33) return { encoding: "GB18030", length: 4 };
  if ((a === 0xff && b === 0xfe && c === 0 && d === 0) || (a === 0 && b === 0 && c === 0xfe && d === 0xff))
    throw wrong("UTF-32 is not supported", "不支持 UTF-32 编码");
  if (a === 0xff && b === 0xfe) return { encoding: "UTF-16LE", length: 2 };
  if (a === 0xfe && b === 0xff) return { encoding: "UTF-16BE", length: 2 };
  return undefined;
}

/** The usual declaration; knowing it by heart saves a regular expression for each message. */
export const USUAL_DECLARATION = '<?xml version="1.0" encoding="UTF-8"?>';

/**
 * The XML declaration, which is ASCII in every encoding without mark; `""` when there is none, `undefined` when it is
 * longer than any sane one: what it says is then only compared with what was taken for granted.
 */
function head(bytes: Uint8Array): string | undefined {
  let end = 0;
  while (end < USUAL_DECLARATION.length && bytes[end] === USUAL_DECLARATION.charCodeAt(end)) end++;
  if (end === USUAL_DECLARATION.length) return USUAL_DECLARATION;
  if (bytes[0] !== 0x3c || bytes[1] !== 0x3f || bytes[2] !== 0x78) return "";
  end = bytes.indexOf(0x3e);
  if (end < 0) return "";
  if (end > 1000) return undefined;
  let text = "";
  for (let i = 0; i <= end; i++) text += String.fromCharCode(bytes[i] as number);
  return text;
}

const ENCODING =
  /^<\?xml[ \t\r\n]+version[ \t\r\n]*=[ \t\r\n]*(?:"[^"]*"|'[^']*')[ \t\r\n]+encoding[ \t\r\n]*=[ \t\r\n]*(?:"([^"]*)"|'([^']*)')/;

/** The encoding that the text's XML declaration names. */
function declaredIn(text: string): Said | undefined {
  if (text === USUAL_DECLARATION) return "UTF-8";
  if (!text.startsWith("<?xml")) return undefined;
  const found = ENCODING.exec(text);
  return found === null ? undefined : named((found[1] ?? found[2]) as string);
}

function named(name: string): Said {
  const found =
    NAMES.get(name) ??
    NAMES.get(
      name
        .trim()
        .replace(/^"(.*)"$/, "$1")
        .toLowerCase(),
    );
  if (found === undefined) {
    const shown = name.slice(0, 40);
    throw wrong(`encoding "${shown}" is not supported`, `不支持的编码“${shown}”`);
  }
  return found;
}

function agree(a: Said, b: Said, whatA: string, whatB: string): void {
  if (a === b || family(a) === family(b)) {
    // The mark tells UTF-16LE from UTF-16BE; a name that says one of them must mean the same.
    if (family(a) !== "UTF-16" || a === b || a === "UTF-16" || b === "UTF-16") return;
  }
  throw wrong(`the ${whatA} says ${a}, the ${whatB} says ${b}`, `编码声明互相矛盾：${a} 与 ${b}`);
}

function family(said: Said): string {
  if (said === "GBK") return "GB18030";
  if (said === "US-ASCII") return "UTF-8";
  return said.startsWith("UTF-16") ? "UTF-16" : said;
}

function wrong(message: string, messageZh: string): XmlError {
  return new XmlError("XML_ENCODING", message, messageZh);
}
