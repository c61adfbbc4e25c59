import { isSpace, TEXT_STOP } from "./chars.ts";
import type { Codes } from "./codes.ts";

/** Offset of the first unit from `start` on that plain text cannot hold: usually `<`. */
export function plainEnd(codes: Codes, start: number): number {
  const stop = TEXT_STOP;
  let pos = start;
  for (;;) {
    while (stop[codes[pos] as number] === 0) pos++;
    const c = codes[pos] as number;
    if (c === 0x3c) return pos;
    if (c === 0x5d) {
      if (codes[pos + 1] === 0x5d && codes[pos + 2] === 0x3e) return pos;
      pos++;
    } else if (c >= 0xd800) {
      const size = highSize(codes, pos);
      if (size === 0) return pos;
      pos += size;
    } else return pos;
  }
}

/** Units of the character at `pos`, U+D800 or beyond; 0 when XML does not allow it. */
export function highSize(codes: Codes, pos: number): number {
  const c = codes[pos] as number;
  if (c >= 0xe000) return c <= 0xfffd ? 1 : 0;
  const low = codes[pos + 1] as number;
  return c <= 0xdbff && low >= 0xdc00 && low <= 0xdfff ? 2 : 0;
}

/** Offset of the first character before `end` that XML does not allow, `end` when there is none. */
export function forbiddenIn(codes: Codes, start: number, end: number): number {
  for (let pos = start; pos < end; ) {
    const c = codes[pos] as number;
    if (c < 0x20 ? isSpace(c) : c < 0xd800) pos++;
    else {
      const size = c < 0x20 ? 0 : highSize(codes, pos);
      if (size === 0) return pos;
      pos += size;
    }
  }
  return end;
}

/** Whether the units at `pos` are those of a name, kept in `expected` from `start` on; what follows is not looked at. */
export function matches(codes: Codes, pos: number, expected: Codes, start: number, size: number): boolean {
  for (let i = 0; i < size; i++) if (codes[pos + i] !== expected[start + i]) return false;
  return true;
}

/** Whether a unit can follow the name of an element. */
export function endsName(c: number): boolean {
  return c === 0x3e || c === 0x2f || isSpace(c);
}

/** Whether there is nothing but white space between two indices. */
export function isBlank(text: string, start: number, end: number): boolean {
  for (let i = start; i < end; i++) if (!isSpace(text.charCodeAt(i))) return false;
  return true;
}
