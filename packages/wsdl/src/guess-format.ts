/** What a file seems to be, in both languages. */
export interface GuessedFormat {
  readonly found: string;
  readonly foundZh: string;
}

/** First bytes, each as a character, of what is sent in place of a description. Sooner ones are more exact. */
const FORMATS: readonly (readonly [start: RegExp, found: string, foundZh: string])[] = [
  [/^$/, "an empty file", "空文件"],
  [/^%PDF-/, "a PDF document", "PDF 文档"],
  [/^\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1/, "a document of an older Office (.doc, .xls)", "旧版 Office 文档（.doc、.xls）"],
  [/^\{\\rtf/, "an RTF document", "RTF 文档"],
  [/^PK\x03\x04[^]{26}\[Content_Types\]/, "an Office document (.docx, .xlsx)", "Office 文档（.docx、.xlsx）"],
  [/^PK(?:\x03\x04|\x05\x06)/, "a ZIP archive", "ZIP 压缩包"],
  [/^Rar!\x1a\x07/, "a RAR archive", "RAR 压缩包"],
  [/^7z\xbc\xaf\x27\x1c/, "a 7z archive", "7z 压缩包"],
  [/^\x1f\x8b/, "a gzip file", "gzip 压缩文件"],
  [/^\s*(?:<!--[^]*?-->\s*)?<(?:!doctype\s+html|html)\b/i, "a web page", "网页"],
  [/^\s*[[{]\s*["{[\]}]/, "JSON", "JSON"],
];

/**
 * What bytes that are no XML seem to be: a publisher's page, manual or archive in place of the description.
 *
 * @returns `null` for what could be XML, or anything.
 */
export function guessFormat(bytes: Uint8Array): GuessedFormat | null {
  const start = String.fromCharCode(...bytes.subarray(0, 512)).replace(/^\xef\xbb\xbf/, "");
  for (const [pattern, found, foundZh] of FORMATS) if (pattern.test(start)) return { found, foundZh };
  return null;
}
