/** Texts of more bytes are made sooner by the runtime, which takes hundreds of nanoseconds to begin. */
export const SHORT_WIDE = 40;

/** Lists of units, one for each length: what calls a function with a list passes it on without looking where it is full. */
const UNITS: readonly number[][] = Array.from({ length: SHORT_WIDE + 1 }, (_, length) => Array<number>(length).fill(0));

/**
 * A text of well-formed UTF-8 in the basic plane, at most {@link SHORT_WIDE} bytes of it.
 *
 * @param start - Offset of its first byte.
 * @param end - Offset behind its last byte.
 */
export function wideText(bytes: Uint8Array, start: number, end: number): string {
  let count = 0;
  for (let i = start; i < end; i++) if (((bytes[i] as number) & 0xc0) !== 0x80) count++;
  const units = UNITS[count] as number[];
  let at = start;
  for (let i = 0; i < count; i++) {
    const a = bytes[at] as number;
    if (a < 0x80) {
      units[i] = a;
      at++;
    } else if (a < 0xe0) {
      units[i] = ((a & 0x1f) << 6) | ((bytes[at + 1] as number) & 0x3f);
      at += 2;
    } else {
      units[i] = ((a & 0x0f) << 12) | (((bytes[at + 1] as number) & 0x3f) << 6) | ((bytes[at + 2] as number) & 0x3f);
      at += 3;
    }
  }
  return count === 1 ? String.fromCharCode(units[0] as number) : String.fromCharCode.apply(undefined, units);
}
