import { XmlError } from "./errors.ts";

/**
 * How line feeds of a text are written: as they are; as CR (a reference, or a reader would drop it) and LF; as the
 * reference `&#10;`; or as the two characters `/n`, a habit of this field.
 */
export type LineBreaks = "lf" | "crlf" | "ncr" | "slash-n";

// What needs a look, by UTF-16 unit below 128: 1 in text and attribute values, 2 in attribute values only.
const SPECIAL = new Uint8Array(128);
for (let c = 0; c < 0x20; c++) SPECIAL[c] = c === 0x09 || c === 0x0a ? 2 : 1;
for (const c of [0x26, 0x3c, 0x3e]) SPECIAL[c] = 1;
SPECIAL[0x22] = 2;

/**
 * Escapes character data: `&`, `<`, `>` (only `]]>` needs it, but so do canonical forms), and CR as a reference, since a
 * reader would turn it into LF.
 *
 * @throws {@link XmlError} `XML_WRITE` for a character that XML cannot hold, lone surrogates included.
 */
export function escapeText(text: string, lineBreaks: LineBreaks = "lf"): string {
  if (!hasSpecial(text, 1) && (lineBreaks === "lf" || !text.includes("\n"))) return text;
  checkChars(text);
  let out = text;
  if (out.includes("&")) out = out.replace(/&/g, "&amp;");
  if (out.includes("<")) out = out.replace(/</g, "&lt;");
  if (out.includes(">")) out = out.replace(/>/g, "&gt;");
  if (out.includes("\r")) out = out.replace(/\r/g, "&#13;");
  if (lineBreaks === "crlf") out = out.replace(/\n/g, "&#13;\n");
  else if (lineBreaks === "ncr") out = out.replace(/\n/g, "&#10;");
  else if (lineBreaks === "slash-n") out = out.replace(/\n/g, "/n");
  return out;
}

/**
 * Escapes an attribute value for double quotes, white space included, so that it comes back as it is.
 *
 * @throws {@link XmlError} `XML_WRITE` for a character that XML cannot hold, lone surrogates included.
 */
export function escapeAttribute(value: string): string {
  if (!hasSpecial(value, 3)) return value;
  checkChars(value);
  return value
    .replace(/&/g, "&amp;")
    .replace(/</g, "&lt;")
    .replace(/>/g, "&gt;")
    .replace(/"/g, "&quot;")
    .replace(/\t/g, "&#9;")
    .replace(/\n/g, "&#10;")
    .replace(/\r/g, "&#13;");
}

function hasSpecial(text: string, classes: number): boolean {
  const size = text.length;
  for (let i = 0; i < size; i++) {
    const c = text.charCodeAt(i);
    if (c < 128 ? ((SPECIAL[c] as number) & classes) !== 0 : c >= 0xd800) return true;
  }
  return false;
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const FORBIDDEN =
  /[\0-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/;

/**
 * Refuses text that XML cannot hold.
 *
 * @throws {@link XmlError} `XML_WRITE`.
 */
export function checkChars(text: string): void {
  const index = text.search(FORBIDDEN);
  if (index < 0) return;
  const hex = text.charCodeAt(index).toString(16).toUpperCase().padStart(4, "0");
  throw new XmlError(
    "XML_WRITE",
    `character U+${hex} at index ${index} cannot stand in XML`,
    `第 ${index + 1} 个字符 U+${hex} 不能出现在 XML 中`,
  );
}
