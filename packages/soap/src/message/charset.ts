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

function withReferences(text: string, charset: WireProfile["charset"]): string {
  const known = new Map<string, boolean>();
  const carries = (character: string): boolean => {
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
