import type { SimpleContext, ValueWire } from "../../simple/context.ts";
import { BREAK, miss, OTHER, PAIRS, POINT, SIGN, SPACE, WIDE } from "./byte-reader.ts";

/** A character that cannot stand as it is. */
const SPECIAL = 64;

const KINDS: Uint8Array = new Uint8Array(128).fill(SPECIAL).fill(OTHER, 0x21).fill(0, 0x30, 0x3a);
KINDS[0x20] = SPACE;
KINDS[0x09] = KINDS[0x0a] = BREAK;
KINDS[0x2e] = POINT;
KINDS[0x2b] = KINDS[0x2d] = SIGN;
KINDS[0x3c] = KINDS[0x3e] = KINDS[0x26] = SPECIAL;

/** Texts beyond this length are written by the runtime, and looked at afterwards. */
const LONG = 32;

/** A method of Node's buffers that costs less than `write`. */
interface Writes {
  utf8Write(text: string, offset: number, size: number): number;
}

/** Room to begin with. */
const SMALLEST = 1 << 16;

/** What is kept for the next message at most; a longer one gives its memory back. */
const KEPT = 4 << 20;

/** Objects nested deeper than this are taken for cycles, as the strict writer does. */
const MAX_DEPTH = 90;

/** Bytes that one UTF-16 unit takes at most: `&amp;`. */
const LARGEST = 5;

/** Properties of the objects of one type, and those that the last one had, in its order. */
export interface KnownKeys {
  readonly all: ReadonlySet<string>;
  last: readonly string[];
}

/** Markup in words of four bytes, the last one filled up: what is written behind it covers that. */
export interface Tag {
  readonly words: Int32Array;
  readonly size: number;
}

export function tagOf(text: string): Tag {
  const bytes = new TextEncoder().encode(text);
  const padded = new Uint8Array(Math.ceil(bytes.length / 4) * 4);
  padded.set(bytes);
  const view = new DataView(padded.buffer);
  return {
    words: Int32Array.from({ length: padded.length / 4 }, (_, i) => view.getInt32(4 * i, true)),
    size: bytes.length,
  };
}

/** Where generated writers write. One is kept for all messages. */
export class ByteWriter implements SimpleContext {
  bytes: Buffer<ArrayBuffer> = Buffer.allocUnsafeSlow(SMALLEST);
  #view = new DataView(this.bytes.buffer);
  pos = 0;
  /** Characters of the text that was written or looked at last. */
  kinds = 0;
  depth = 0;
  booleans: ValueWire["booleans"] = "true-false";
  readonly lineBreaks = "lf";
  violation: SimpleContext["violation"] = undefined;
  /** The last value of each repeated field and where it stands: rows of a table often say the same again. */
  #values: unknown[] = [];
  #starts = new Int32Array(0);
  #ends = new Int32Array(0);
  #slots = 0;

  start(slots: number): void {
    this.pos = 0;
    this.depth = 0;
    this.#slots = slots;
    if (slots <= this.#starts.length) return;
    this.#starts = new Int32Array(slots);
    this.#ends = new Int32Array(slots);
    this.#values = Array.from({ length: slots });
  }

  /** What was written: a copy, or the memory itself where that is not kept anyway. */
  taken(): Buffer<ArrayBuffer> {
    if (this.bytes.length > KEPT) {
      const given = this.bytes.subarray(0, this.pos);
      this.#use(Buffer.allocUnsafeSlow(SMALLEST));
      return given;
    }
    const copy = Buffer.allocUnsafe(this.pos) as Buffer<ArrayBuffer>;
    this.bytes.copy(copy, 0, 0, this.pos);
    return copy;
  }

  finish(): void {
    if (this.bytes.length > KEPT) this.#use(Buffer.allocUnsafeSlow(SMALLEST));
    for (let i = 0; i < this.#slots; i++) this.#values[i] = undefined;
    this.violation = undefined;
  }

  lookupNamespace(): undefined {
    return undefined;
  }

  declareNamespace(): string {
    return miss();
  }

  enter(): void {
    if (++this.depth > MAX_DEPTH) miss();
  }

  /** Whether an object has properties that are written, and no others. */
  known(object: object, keys: KnownKeys): void {
    const { last } = keys;
    let i = 0;
    for (const key in object) if (key !== last[i++]) return learn(object, keys);
  }

  /** Room for so many bytes more. */
  room(size: number): void {
    const needed = this.pos + size;
    if (needed <= this.bytes.length) return;
    const larger = Buffer.allocUnsafeSlow(Math.max(needed, this.bytes.length * 2));
    this.bytes.copy(larger, 0, 0, this.pos);
    this.#use(larger);
  }

  #use(bytes: Buffer<ArrayBuffer>): void {
    this.bytes = bytes;
    this.#view = new DataView(bytes.buffer);
  }

  /** Writes what was written for the same value of the same field before; `false` when the last one was another. */
  again(slot: number, value: unknown): boolean {
    if (this.#values[slot] !== value) return false;
    const start = this.#starts[slot] as number;
    const size = (this.#ends[slot] as number) - start;
    this.room(size + 4);
    const view = this.#view;
    const { pos } = this;
    for (let i = 0; i < size; i += 4) view.setInt32(pos + i, view.getInt32(start + i, true), true);
    this.pos = pos + size;
    return true;
  }

  keep(slot: number, start: number, value: unknown): void {
    this.#starts[slot] = start;
    this.#ends[slot] = this.pos;
    this.#values[slot] = value;
  }

  /** Markup, as it stands. */
  tag({ words, size }: Tag): void {
    this.room(size + 4);
    const view = this.#view;
    const { length } = words;
    const { pos } = this;
    for (let i = 0; i < length; i++) view.setInt32(pos + 4 * i, words[i] as number, true);
    this.pos = pos + size;
  }

  /** A text in canonical form between its tags; {@link kinds} tells what it is made of. */
  element(open: Tag, text: string, close: Tag): void {
    const { length } = text;
    this.room(open.size + length * LARGEST + close.size + 8);
    const view = this.#view;
    const { bytes } = this;
    let { pos } = this;
    const before = open.words;
    for (let i = 0; i < before.length; i++) view.setInt32(pos + 4 * i, before[i] as number, true);
    pos += open.size;
    let kinds = 0;
    let i = 0;
    if (length > LONG) {
      const end = pos + (bytes as unknown as Writes).utf8Write(text, pos, length * 3);
      kinds = kindsOf(bytes, pos, end);
      if (kinds < 0) kinds = 0;
      else {
        pos = end;
        i = length;
      }
    }
    for (; i < length; i++) {
      const c = text.charCodeAt(i);
      if (c < 0x80) {
        const kind = KINDS[c] as number;
        kinds |= kind;
        if (kind !== SPECIAL) bytes[pos++] = c;
        else pos = escape(bytes, pos, c);
      } else if (c < 0x800) {
        kinds |= WIDE;
        bytes[pos++] = 0xc0 | (c >> 6);
        bytes[pos++] = 0x80 | (c & 0x3f);
      } else if (c < 0xd800 || c >= 0xe000) {
        if (c >= 0xfffe) miss();
        kinds |= WIDE;
        bytes[pos++] = 0xe0 | (c >> 12);
        bytes[pos++] = 0x80 | ((c >> 6) & 0x3f);
        bytes[pos++] = 0x80 | (c & 0x3f);
      } else {
        kinds |= WIDE | PAIRS;
        pos = pair(bytes, pos, c, text.charCodeAt(++i));
      }
    }
    // What a special character counts as for the checks: it may be a line break.
    this.kinds = (kinds & SPECIAL) !== 0 ? kinds | OTHER | BREAK : kinds;
    const behind = close.words;
    for (let k = 0; k < behind.length; k++) view.setInt32(pos + 4 * k, behind[k] as number, true);
    this.pos = pos + close.size;
  }

  /** A whole number that is not negative. */
  digits(number: number): void {
    let size = 1;
    for (let rest = number; rest >= 10; rest = Math.floor(rest / 10)) size++;
    this.room(size);
    const { bytes, pos } = this;
    let rest = number;
    for (let i = pos + size - 1; i >= pos; i--) {
      const next = Math.floor(rest / 10);
      bytes[i] = 0x30 + rest - next * 10;
      rest = next;
    }
    this.pos = pos + size;
  }
}

const ESCAPES: (Uint8Array | undefined)[] = Array.from({ length: 128 });
for (const [character, escape] of [
  ["&", "&amp;"],
  ["<", "&lt;"],
  [">", "&gt;"],
  ["\r", "&#xD;"],
] as const)
  ESCAPES[character.charCodeAt(0)] = new TextEncoder().encode(escape);

/** Writes a special character as a reference. */
function escape(bytes: Uint8Array, pos: number, c: number): number {
  const escaped = ESCAPES[c];
  if (escaped === undefined) return miss();
  for (let i = 0; i < escaped.length; i++) bytes[pos + i] = escaped[i] as number;
  return pos + escaped.length;
}

/** Writes the character of a surrogate pair. */
function pair(bytes: Uint8Array, pos: number, high: number, low: number): number {
  if (high > 0xdbff || !(low >= 0xdc00 && low <= 0xdfff)) return miss();
  const c = 0x10000 + ((high - 0xd800) << 10) + low - 0xdc00;
  bytes[pos] = 0xf0 | (c >> 18);
  bytes[pos + 1] = 0x80 | ((c >> 12) & 0x3f);
  bytes[pos + 2] = 0x80 | ((c >> 6) & 0x3f);
  bytes[pos + 3] = 0x80 | (c & 0x3f);
  return pos + 4;
}

/**
 * What a text is made of, by its bytes; -1 when it has to be looked at unit by unit: for special characters, and for those
 * that a lone surrogate is replaced by.
 */
function kindsOf(bytes: Uint8Array, start: number, end: number): number {
  let kinds = 0;
  for (let i = start; i < end; i++) {
    const c = bytes[i] as number;
    if (c < 0x80) {
      const kind = KINDS[c] as number;
      if (kind === SPECIAL) return -1;
      kinds |= kind;
    } else if (c === 0xef) return -1;
    else kinds |= c >= 0xf0 ? WIDE | PAIRS : WIDE;
  }
  return kinds;
}

function learn(object: object, keys: KnownKeys): void {
  const found: string[] = [];
  let clean = true;
  for (const key in object) {
    if (keys.all.has(key)) found.push(key);
    else if (!Object.hasOwn(object, key) || (object as Record<string, unknown>)[key] === undefined) clean = false;
    else miss();
  }
  if (clean) keys.last = found;
}
