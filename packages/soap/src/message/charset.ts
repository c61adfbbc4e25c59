import { encodeText, isXmlError } from "@coo/xml";
import type { WireProfile } from "../wire-profile.ts";

/**
 * Bytes of an envelope. Characters that the charset lacks become references, which every reader resolves: in text and
 * attribute values only, so CDATA sections are interrupted for them.
 */
export function encodeEnvelope(text: string, charset: WireProfile["charset"]): Uint8Array {
  if (charset === "UTF-8") return encodeText(text, charset);
  try {
    return encodeText(text, charset);
  } catch (error) {
    if (!isXmlError(error, "XML_ENCODING")) throw error;
    return encodeText(withReferences(text, charset), charset);
  }
}

/** Which characters a charset carries, each asked once. */
function carrier(charset: WireProfile["charset"]): (character: string) => boolean {
  const known = new Map<string, boolean>();
  return (character) => {
    let verdict = known.get(character);
    if (verdict === undefined) {
      try {
        encodeText(character, charset);
        verdict = true;
      } catch {
        verdict = false;
      }
      known.set(character, verdict);
    }
    return verdict;
  };
}

/** XML text with references for what the charset lacks. */
export function withReferences(text: string, charset: WireProfile["charset"]): string {
  const carries = carrier(charset);
  // Sections outside CDATA at even places.
  return text
    .split(/(<!\[CDATA\[|\]\]>)/)
    .map((piece, index, pieces) => {
      const inside = pieces[index - 1] === "<![CDATA[";
      return piece.replace(/[^\u0000-\u007f]/gu, (character) => {
        if (carries(character)) return character;
        const reference = `&#x${(character.codePointAt(0) as number).toString(16).toUpperCase()};`;
        return inside ? `]]>${reference}<![CDATA[` : reference;
      });
    })
    .join("");
}

/** JSON text with escapes for what the charset lacks. */
export function withEscapes(text: string, charset: WireProfile["charset"]): string {
  const carries = carrier(charset);
  return text.replace(/[^\u0000-\u007f]/gu, (character) => {
    if (carries(character)) return character;
    let out = "";
    for (let i = 0; i < character.length; i++) out += `\\u${character.charCodeAt(i).toString(16).padStart(4, "0")}`;
    return out;
  });
}

/**
 * A payload as it can stand in the charset of its own bytes. Only GBK lacks characters, and only where the payload itself
 * becomes bytes (base64, gzip) does the text that is signed have to do without them.
 */
export function fitCharset(text: string, wire: InnerWire, json: boolean): string {
  if (wire.charset !== "GBK" || (wire.payload !== "base64" && wire.compression === "none")) return text;
  return json ? withEscapes(text, wire.charset) : withReferences(text, wire.charset);
}

type InnerWire = Pick<WireProfile, "charset" | "payload" | "compression">;
