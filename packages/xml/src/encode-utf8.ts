import { XmlError } from "./errors.ts";

const utf8 = new TextEncoder();

/**
 * Encodes text in UTF-8, which carries every character.
 *
 * @throws {@link XmlError} `XML_ENCODING` for a lone surrogate.
 */
export function encodeUtf8(text: string): Uint8Array {
  checkSurrogates(text);
  return utf8.encode(text);
}

/** @throws {@link XmlError} `XML_ENCODING` for a lone surrogate. */
export function checkSurrogates(text: string): void {
  const surrogate = text.isWellFormed() ? -1 : loneSurrogate(text);
  if (surrogate >= 0)
    throw new XmlError(
      "XML_ENCODING",
      `the text has a lone surrogate at index ${surrogate}`,
      `文本第 ${surrogate + 1} 个字符是不成对的代理字符`,
    );
}

function loneSurrogate(text: string): number {
  for (let i = 0; i < text.length; i++) {
    const point = text.codePointAt(i) as number;
    if (point >= 0xd800 && point <= 0xdfff) return i;
    if (point > 0xffff) i++;
  }
  return -1;
}
