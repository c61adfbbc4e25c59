import { encodeText, isXmlError } from "@coo/xml";
import type { WireProfile } from "../wire-profile.ts";

type Charset = WireProfile["charset"];

/**
 * Bytes of an envelope that is not in UTF-8. Characters that the charset lacks become references, which every reader resolves: in text and
 * attribute values only, so CDATA sections are interrupted for them.
 */
export function encodeWithReferences(text: string, charset: Charset): Uint8Array {
  return encodeText(text.includes("<![CDATA[") ? withReferences(text, charset) : text, charset, {
    unencodable: "reference",
  });
}

/**
 * A payload as it can stand in the charset of its own bytes. Only where the payload itself becomes bytes (base64, gzip)
 * has the text that is signed to do without the characters that the charset lacks.
 */
export function fitCharset(text: string, wire: InnerWire, json: boolean): string {
  if (wire.payload !== "base64" && wire.compression === "none") return text;
  return json ? withEscapes(text, wire.charset) : withReferences(text, wire.charset);
}

type InnerWire = Pick<WireProfile, "charset" | "payload" | "compression">;

/** XML text with references for what the charset lacks. */
function withReferences(text: string, charset: Charset): string {
  if (carries(text, charset)) return text;
  const known = lacking(text, charset);
  // Every second piece is a mark, those behind an opening one are inside.
  const pieces = text.split(/(<!\[CDATA\[|\]\]>)/);
  return pieces
    .map((piece, index) => {
      const inside = pieces[index - 1] === "<![CDATA[";
      return piece.replace(NOT_ASCII, (character) => {
        if (!known.has(character)) return character;
        const reference = `&#${character.codePointAt(0)};`;
        return inside ? `]]>${reference}<![CDATA[` : reference;
      });
    })
    .join("");
}

/** JSON text with escapes for what the charset lacks. */
function withEscapes(text: string, charset: Charset): string {
  if (carries(text, charset)) return text;
  const known = lacking(text, charset);
  return text.replace(NOT_ASCII, (character) => {
    if (!known.has(character)) return character;
    let out = "";
    for (let i = 0; i < character.length; i++) out += `\\u${character.charCodeAt(i).toString(16).padStart(4, "0")}`;
    return out;
  });
}

const NOT_ASCII = /[^\u0000-\u007f]/gu;

function carries(text: string, charset: Charset): boolean {
  try {
    encodeText(text, charset);
    return true;
  } catch (error) {
    if (isXmlError(error, "XML_ENCODING")) return false;
    throw error;
  }
}

/** The characters of a text that the charset lacks. */
function lacking(text: string, charset: Charset): ReadonlySet<string> {
  return new Set([...new Set(text.match(NOT_ASCII))].filter((character) => !carries(character, charset)));
}
