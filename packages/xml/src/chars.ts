/** Character classes of XML 1.0, fifth edition (productions 2, 4, 4a). */

/** Class bit: starts a name. */
export const NAME_START = 1;
/** Class bit: continues a name. */
export const NAME_PART = 2;

/** Class bits of the ASCII range; names are nearly always here. */
export const NAME_CLASS: Uint8Array = new Uint8Array(128);
for (let c = 0; c < 128; c++) {
  const letter = (c >= 0x41 && c <= 0x5a) || (c >= 0x61 && c <= 0x7a) || c === 0x5f;
  const other = (c >= 0x30 && c <= 0x39) || c === 0x2d || c === 0x2e;
  NAME_CLASS[c] = letter ? NAME_START | NAME_PART : other ? NAME_PART : 0;
}

/**
 * By UTF-16 unit, 1 for what ends a run of plain text: `<`, `&`, `]`, all below U+0020 but tab and line feed, and all from
 * U+D800 on, which needs a closer look. One look-up a unit is more than twice as fast as comparing.
 */
export const TEXT_STOP: Uint8Array = new Uint8Array(0x10000).fill(1, 0xd800);
/** The same for a run of plain attribute value: quotes, `<`, `&`, all below U+0020, all from U+D800 on. */
export const VALUE_STOP: Uint8Array = new Uint8Array(0x10000).fill(1, 0xd800).fill(1, 0, 0x20);
TEXT_STOP.fill(1, 0, 0x20).fill(0, 0x09, 0x0b);
for (const c of [0x3c, 0x26, 0x5d]) TEXT_STOP[c] = 1;
for (const c of [0x3c, 0x26, 0x22, 0x27]) VALUE_STOP[c] = 1;

/** Whether `code` starts a name without colon (NCName). */
export function isNameStart(code: number): boolean {
  if (code < 128) return ((NAME_CLASS[code] as number) & NAME_START) !== 0;
  return (
    (code >= 0xc0 && code <= 0x2ff && code !== 0xd7 && code !== 0xf7) ||
    (code >= 0x370 && code <= 0x1fff && code !== 0x37e) ||
    code === 0x200c ||
    code === 0x200d ||
    (code >= 0x2070 && code <= 0x218f) ||
    (code >= 0x2c00 && code <= 0x2fef) ||
    (code >= 0x3001 && code <= 0xd7ff) ||
    (code >= 0xf900 && code <= 0xfdcf) ||
    (code >= 0xfdf0 && code <= 0xfffd) ||
    (code >= 0x10000 && code <= 0xeffff)
  );
}

/** Whether `code` continues a name without colon. */
export function isNameChar(code: number): boolean {
  if (code < 128) return ((NAME_CLASS[code] as number) & NAME_PART) !== 0;
  return isNameStart(code) || code === 0xb7 || (code >= 0x300 && code <= 0x36f) || code === 0x203f || code === 0x2040;
}

/** Whether `code` is a character that a document may hold, literally or by reference. */
export function isXmlChar(code: number): boolean {
  return (
    (code >= 0x20 && code <= 0xd7ff) ||
    code === 0x0a ||
    code === 0x09 ||
    code === 0x0d ||
    (code >= 0xe000 && code <= 0xfffd) ||
    (code >= 0x10000 && code <= 0x10ffff)
  );
}

/** Whether `code` is white space. */
export function isSpace(code: number): boolean {
  return code === 0x20 || code === 0x0a || code === 0x09 || code === 0x0d;
}
