import { findForbidden } from "./chars.ts";
import { XmlError } from "./errors.ts";

/** How line feeds of a text are written. `slash-n` is the two characters `/n`, a habit of this field. */
export type LineBreaks = "lf" | "crlf" | "ncr" | "slash-n";

const TEXT_SPECIAL = /[&<>\r]/;
const ATTRIBUTE_SPECIAL = /[&<>"\r\n\t]/;

/**
 * Escapes character data. CR becomes a reference, since a parser would turn it into LF.
 *
 * @throws {@link XmlError} `XML_WRITE` for a character that XML cannot hold.
 */
export function escapeText(text: string, lineBreaks: LineBreaks = "lf"): string {
  checkChars(text);
  let out = TEXT_SPECIAL.test(text)
    ? text.replace(/[&<>\r]/g, (c) => (c === "&" ? "&amp;" : c === "<" ? "&lt;" : c === ">" ? "&gt;" : "&#13;"))
    : text;
  if (lineBreaks !== "lf" && out.includes("\n")) {
    out = out.replaceAll("\n", lineBreaks === "crlf" ? "\r\n" : lineBreaks === "ncr" ? "&#10;" : "/n");
  }
  return out;
}

/** Escapes an attribute value for double quotes, white space included, so that it comes back as it is. */
export function escapeAttribute(value: string): string {
  checkChars(value);
  if (!ATTRIBUTE_SPECIAL.test(value)) return value;
  return value.replace(/[&<>"\r\n\t]/g, (c) => {
    switch (c) {
      case "&":
        return "&amp;";
      case "<":
        return "&lt;";
      case ">":
        return "&gt;";
      case '"':
        return "&quot;";
      case "\r":
        return "&#13;";
      case "\n":
        return "&#10;";
      default:
        return "&#9;";
    }
  });
}

function checkChars(text: string): void {
  const index = findForbidden(text);
  if (index < 0) return;
  const hex = text.charCodeAt(index).toString(16).toUpperCase().padStart(4, "0");
  throw new XmlError(
    "XML_WRITE",
    `character U+${hex} at index ${index} cannot stand in XML`,
    `第 ${index + 1} 个字符 U+${hex} 不能出现在 XML 中`,
  );
}
