import type { Writes } from "../codec/fast/byte-writer.ts";
import { roomAround } from "../codec/fast/spare-room.ts";

/** What stands for characters that cannot stand in character data: four bytes, and `;` behind them where there are five. */
const WORDS: Int32Array = new Int32Array(256);
/** How many bytes that are; 1 for a byte that stands for itself. */
const SIZES: Uint8Array = new Uint8Array(256).fill(1);
for (const [c, word, size] of [
  [0x26, 0x706d6126, 5],
  [0x3c, 0x3b746c26, 4],
  [0x3e, 0x3b746726, 4],
  [0x0d, 0x44782326, 5],
] as const) {
  WORDS[c] = word;
  SIZES[c] = size;
}
const LARGEST = 5;

/**
 * `before`, the bytes of a text, and `after`; with `escaped` the text is carried as character data. Where the text was written
 * with room around it, that is used up: then nothing is copied.
 */
export function around(before: string, text: Uint8Array, after: Uint8Array, escaped: boolean): Uint8Array<ArrayBuffer> {
  const head = Buffer.byteLength(before);
  if (escaped) return aroundEscaped(before, head, text, after);
  const whole = roomAround(text, head, after.length);
  const out = whole ?? room(head + text.length + after.length);
  write(out, before, head);
  if (!whole) out.set(text, head);
  out.set(after, head + text.length);
  return out;
}

/** Writes a text of `size` bytes at the beginning of `out`. */
function write(out: Buffer, text: string, size: number): void {
  (out as unknown as Writes).utf8Write(text, 0, size);
}

/** Memory in which texts are escaped: how long they get is known at the end. Pages of it that no text reached take no memory. */
let draft: Draft | undefined;

type Draft = readonly [bytes: Buffer, view: DataView];

function draftOf(size: number): Draft {
  const bytes = Buffer.allocUnsafeSlow(size);
  return [bytes, new DataView(bytes.buffer)];
}

/** A draft that is kept is not longer. */
const KEPT = 4 << 20;

function aroundEscaped(before: string, head: number, text: Uint8Array, after: Uint8Array): Uint8Array<ArrayBuffer> {
  const size = head + text.length * LARGEST + after.length;
  let used = draft;
  if (used === undefined || size > used[0].length) {
    // Growing in steps, so that messages of like size share one.
    used = draftOf(Math.max(size, Math.min(KEPT, size * 2)));
    if (used[0].length <= KEPT) draft = used;
  }
  const [bytes, view] = used;
  write(bytes, before, head);
  // One class of bytes for all callers: an engine then has one piece of code for the loop.
  const end = escapeInto(bytes, view, head, new Uint8Array(text.buffer, text.byteOffset, text.byteLength));
  bytes.set(after, end);
  const out = room(end + after.length);
  out.set(bytes.subarray(0, out.length));
  return out;
}

/** Bytes that are all written over: they are not cleared first. */
function room(size: number): Buffer<ArrayBuffer> {
  return Buffer.allocUnsafe(size) as Buffer<ArrayBuffer>;
}

/** Writes `text` escaped, from `start` on; gives the end. */
function escapeInto(out: Uint8Array, view: DataView, start: number, text: Uint8Array): number {
  // Asking a buffer for its length takes longer than looking at a byte of it.
  const { length } = text;
  const words = new DataView(text.buffer, text.byteOffset, length);
  const last = length - 4;
  let pos = start;
  let i = 0;
  while (i <= last) {
    const word = words.getInt32(i, true);
    view.setInt32(pos, word, true);
    const found = unusual(word);
    if (found === 0) {
      pos += 4;
      i += 4;
      continue;
    }
    const plain = (31 - Math.clz32(found & -found)) >> 3;
    pos = escapeByte(out, view, pos + plain, (word >>> (8 * plain)) & 0xff);
    i += plain + 1;
  }
  for (; i < length; i++) pos = escapeByte(out, view, pos, text[i] as number);
  return pos;
}

/**
 * The highest bits of the bytes of a word that do not stand for themselves, the lowest of them for sure: a byte xored with what it
 * may be is 0, and only subtracting 1 from 0 borrows where the bit was not set.
 */
function unusual(word: number): number {
  const amp = word ^ 0x26262626;
  // < and > differ in one bit.
  const angle = (word | 0x02020202) ^ 0x3e3e3e3e;
  const cr = word ^ 0x0d0d0d0d;
  return (((amp - 0x01010101) & ~amp) | ((angle - 0x01010101) & ~angle) | ((cr - 0x01010101) & ~cr)) & 0x80808080;
}

function escapeByte(out: Uint8Array, view: DataView, pos: number, c: number): number {
  const size = SIZES[c] as number;
  if (size === 1) {
    out[pos] = c;
    return pos + 1;
  }
  view.setInt32(pos, WORDS[c] as number, true);
  out[pos + 4] = 0x3b;
  return pos + size;
}
