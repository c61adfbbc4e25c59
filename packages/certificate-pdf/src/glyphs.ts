// oxlint-disable-next-line typescript/triple-slash-reference -- neighbours that read this source must find the types too
/// <reference path="./fontkit.d.ts" />
import { create, type MeasuredFont } from "fontkit";

/** Answers what the bundled font can draw and how wide it is. */
export interface GlyphTable {
  /** `text` with characters that the font lacks replaced by `[U+XXXX]`, and control characters by spaces (line feeds stay). */
  printable(text: string): string;
  /** `text` cut into lines of at most `width` points at font size `size`; breaks at spaces, before and after wide characters, and inside longer words. */
  wrap(text: string, size: number, width: number): string[];
  /** What `printable` had to replace, in order of first sight. */
  missing(): readonly string[];
}

const fonts = new WeakMap<Uint8Array, MeasuredFont>();

/** The table of the given TrueType font. */
export function glyphTable(bytes: Buffer): GlyphTable {
  let font = fonts.get(bytes);
  if (!font) {
    font = create(bytes);
    fonts.set(bytes, font);
  }
  const face = font;
  const lacking = new Set<string>();
  const advance = (code: number): number => face.glyphForCodePoint(code).advanceWidth / face.unitsPerEm;

  return {
    printable(text) {
      let out = "";
      for (const character of text.replace(/\r\n?/g, "\n")) {
        const code = character.codePointAt(0) as number;
        if (code === 0x0a) out += character;
        else if (code < 0x20 || code === 0x7f) out += " ";
        else if (face.hasGlyphForCodePoint(code)) out += character;
        else {
          lacking.add(character);
          out += `[U+${code.toString(16).toUpperCase().padStart(4, "0")}]`;
        }
      }
      return out;
    },
    wrap(text, size, width) {
      const lines: string[] = [];
      for (const paragraph of text.split("\n")) lines.push(...wrapParagraph(paragraph, width / size, advance));
      return lines;
    },
    missing: () => [...lacking],
  };
}

/** Greedy line breaking; `limit` and `advance` are in em. */
function wrapParagraph(text: string, limit: number, advance: (code: number) => number): string[] {
  const lines: string[] = [];
  let line = "";
  let width = 0;
  let breakAt = -1;
  let widthAtBreak = 0;
  for (const character of text) {
    const code = character.codePointAt(0) as number;
    const step = advance(code);
    if (width + step > limit && line !== "") {
      if (breakAt > 0) {
        lines.push(line.slice(0, breakAt));
        line = line.slice(breakAt);
        width -= widthAtBreak;
      } else {
        lines.push(line);
        line = "";
        width = 0;
      }
      breakAt = -1;
    }
    line += character;
    width += step;
    if (character === " " || code >= 0x2e80) {
      breakAt = line.length;
      widthAtBreak = width;
    }
  }
  lines.push(line);
  return lines;
}
