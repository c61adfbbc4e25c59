import type { SimpleContext, ValueWire } from "../../simple/context.ts";
import type { SimpleCodec } from "../../simple/simple-codec.ts";
import { XSI_NS } from "../names.ts";
import { bodyOf } from "./body-memory.ts";
import { miss } from "./byte-reader.ts";
import { CAREFUL, CHARACTERS } from "./quick-test.ts";
import { withRoom } from "./spare-room.ts";

/** Texts beyond this length are copied by the runtime: a call costs as much as so many characters. */
export const SHORT = 40;

/** Methods of Node's buffers that cost less than `write`. */
export interface Writes {
  latin1Write(text: string, offset: number, size: number): number;
  utf8Write(text: string, offset: number, size: number): number;
}

/** Room to begin with. */
const SMALLEST = 1 << 16;

/** What is kept for the next message at most; what a longer one needs is given back. */
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

/** Markup in words of eight bytes, the last one filled up: what is written behind it covers that. */
export interface Tag {
  readonly words: Float64Array;
  readonly size: number;
}

/** Markup as words. A number stands for its bytes whatever they are, but for those of NaN, and these are not UTF-8. */
export function tagOf(text: string): Tag {
  const bytes = new TextEncoder().encode(text);
  const view = new DataView(new ArrayBuffer(Math.ceil(bytes.length / 8) * 8));
  bytes.forEach((byte, i) => view.setUint8(i, byte));
  return {
    words: Float64Array.from({ length: view.byteLength / 8 }, (_, i) => view.getFloat64(8 * i, true)),
    size: bytes.length,
  };
}

const XSI: Uint8Array = new TextEncoder().encode(` xmlns:xsi="${XSI_NS}"`);

/** Bytes behind the last one that may be written that are there nevertheless: markup is written in words. */
const SPARE = 8;

/**
 * Where generated writers write. They hold the position themselves: methods take it and give the next. One writer is kept for
 * all messages.
 */
export class ByteWriter implements SimpleContext {
  bytes: Buffer<ArrayBuffer> = Buffer.allocUnsafeSlow(SMALLEST);
  /** What the next message begins with: the same, but while a message is larger than what is kept. */
  #kept = this.bytes;
  /** The same bytes, for words of markup. */
  view: DataView<ArrayBuffer> = new DataView(this.bytes.buffer);
  /** Up to where there is room. */
  end: number = this.bytes.length - SPARE;
  /** Where the message ends, once it is written. */
  pos = 0;
  /** Whether prefix `xsi` was used: the root then declares it. */
  xsi = false;
  /** Whether what was written is its own canonical form. */
  canonical = true;
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
    this.xsi = false;
    this.canonical = true;
    this.depth = 0;
    this.#slots = slots;
    if (slots <= this.#starts.length) return;
    this.#starts = new Int32Array(slots);
    this.#ends = new Int32Array(slots);
    this.#values = Array.from({ length: slots });
  }

  /** What was written: a copy, or the memory itself where that is not kept anyway. */
  taken(): Buffer<ArrayBuffer> {
    const written = this.bytes.subarray(0, this.pos);
    if (this.bytes !== this.#kept) return written;
    const copy = Buffer.allocUnsafe(this.pos) as Buffer<ArrayBuffer>;
    copy.set(written);
    return copy;
  }

  /** The same in memory that can be given back. */
  takenBody(): Buffer<ArrayBuffer> {
    return this.bytes === this.#kept ? bodyOf(this.bytes.subarray(0, this.pos)) : this.taken();
  }

  /** A copy of what was written with room around it for an envelope. */
  takenWithRoom(): Uint8Array<ArrayBuffer> {
    return withRoom(this.bytes.subarray(0, this.pos));
  }

  finish(): void {
    if (this.bytes !== this.#kept) this.#use(this.#kept);
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

  /** Makes room for `size` bytes at `pos`. */
  room(pos: number, size: number): void {
    const needed = pos + size + SPARE;
    if (needed <= this.bytes.length) return;
    const { length } = this.bytes;
    // Room that is kept grows fast, since it grows once.
    const larger = Buffer.allocUnsafeSlow(
      needed <= KEPT ? Math.min(KEPT, Math.max(needed, length * 4)) : Math.max(needed, length * 2),
    );
    larger.set(this.bytes.subarray(0, pos));
    if (larger.length <= KEPT) this.#kept = larger;
    this.#use(larger);
  }

  #use(bytes: Buffer<ArrayBuffer>): void {
    this.bytes = bytes;
    this.view = new DataView(bytes.buffer);
    this.end = bytes.length - SPARE;
  }

  /** Writes markup. */
  tag(pos: number, { words, size }: Tag): number {
    const end = pos + size;
    if (end > this.end) this.room(pos, size);
    const { view } = this;
    for (let i = 0; i < words.length; i++) view.setFloat64(pos + 8 * i, words[i] as number, true);
    return end;
  }

  /** Writes an element that is nil. */
  nil(pos: number, element: Tag): number {
    this.xsi = true;
    return this.tag(pos, element);
  }

  /** Ends the start tag before `pos` with xsi:type. */
  named(pos: number, end: Tag): number {
    if (end.size === 0) return pos;
    this.xsi = true;
    return this.tag(pos - 1, end);
  }

  /** Declares prefix `xsi` at `at` of what is written, if it was used: only the end tells. Canonical form does so elsewhere. */
  declareXsi(at: number): void {
    if (!this.xsi) return;
    const { pos } = this;
    const size = XSI.length;
    this.room(pos, size);
    this.bytes.copyWithin(at + size, at, pos);
    this.bytes.set(XSI, at);
    this.canonical = false;
    this.pos = pos + size;
  }

  /** Writes a whole number that is not negative. */
  digits(pos: number, number: number): number {
    let size = 1;
    for (let rest = number; rest >= 10; rest = Math.floor(rest / 10)) size++;
    const end = pos + size;
    if (end > this.end) this.room(pos, size);
    const { bytes } = this;
    let rest = number;
    for (let i = end - 1; i >= pos; i--) {
      const next = Math.floor(rest / 10);
      bytes[i] = 0x30 + rest - next * 10;
      rest = next;
    }
    return end;
  }

  /** Writes a value as an element; `state` is what its test gave. */
  value(pos: number, value: unknown, state: number, codec: SimpleCodec, open: Tag, close: Tag): number {
    const at = this.tag(pos, open);
    const text = state === 0 ? codec.write(value, this) : (value as string);
    if (text === undefined) miss();
    return this.tag(state === 1 ? this.#plain(at, text) : this.#text(at, text), close);
  }

  /** Writes a text as an element whose type asks for its length and its characters only; `max` is a short text's. */
  text(
    pos: number,
    value: unknown,
    min: number,
    max: number,
    unwanted: number,
    test: (value: unknown) => number,
    codec: SimpleCodec,
    open: Tag,
    close: Tag,
  ): number {
    if (typeof value !== "string") return miss();
    const { length } = value;
    if (length < min || length > max) return this.value(pos, value, test(value), codec, open, close);
    const at = this.tag(pos, open);
    if (at + length > this.end) this.room(at, length);
    const { bytes } = this;
    for (let i = 0; i < length; i++) {
      const c = value.charCodeAt(i);
      if (c > 127 || ((CHARACTERS[c] as number) & (unwanted | CAREFUL)) !== 0) {
        const end = this.mixed(at + i, value, i, unwanted);
        return end < 0 ? this.value(pos, value, test(value), codec, open, close) : this.tag(end, close);
      }
      bytes[at + i] = c;
    }
    return this.tag(at + length, close);
  }

  /** Writes a text as an element; `state` is what its test gave. */
  tested(pos: number, value: unknown, state: number, codec: SimpleCodec, open: Tag, close: Tag): number {
    if (typeof value !== "string") return miss();
    const { length } = value;
    if (state !== 1 || length > SHORT) return this.value(pos, value, state, codec, open, close);
    const at = this.tag(pos, open);
    if (at + length > this.end) this.room(at, length);
    const { bytes } = this;
    for (let i = 0; i < length; i++) bytes[at + i] = value.charCodeAt(i);
    return this.tag(at + length, close);
  }

  /** Writes bytes as what their codec makes of them: plain text of any length. */
  binary(pos: number, value: unknown, codec: SimpleCodec, open: Tag, close: Tag): number {
    const text = codec.write(value, this);
    if (text === undefined) miss();
    return this.tag(this.#plain(this.tag(pos, open), text), close);
  }

  /** Writes a text of ASCII characters that stand as they are. */
  #plain(pos: number, text: string): number {
    this.room(pos, text.length);
    return pos + (this.bytes as unknown as Writes).latin1Write(text, pos, text.length);
  }

  /** Writes a text as it is. */
  utf8(pos: number, text: string): number {
    this.room(pos, text.length * 3);
    return pos + (this.bytes as unknown as Writes).utf8Write(text, pos, text.length * 3);
  }

  /** Whether a repeated field's last value was the same. */
  had(slot: number, value: unknown): boolean {
    return this.#values[slot] === value;
  }

  /** Writes what was written for the last value of a field. */
  again(pos: number, slot: number): number {
    const start = this.#starts[slot] as number;
    const size = (this.#ends[slot] as number) - start;
    if (pos + size > this.end) this.room(pos, size);
    const { view } = this;
    for (let i = 0; i < size; i += 8) view.setFloat64(pos + i, view.getFloat64(start + i, true), true);
    return pos + size;
  }

  keep(slot: number, start: number, end: number, value: unknown): number {
    this.#starts[slot] = start;
    this.#ends[slot] = end;
    this.#values[slot] = value;
    return end;
  }

  /** Writes a text that XML can carry, escaped. */
  #text(at: number, text: string): number {
    const { length } = text;
    this.room(at, length * LARGEST);
    const { bytes } = this;
    if (length > SHORT && !/[&<>\r]/.test(text))
      return at + (bytes as unknown as Writes).utf8Write(text, at, length * 3);
    const end = this.mixed(at, text, 0, 0);
    return end < 0 ? miss() : end;
  }

  /**
   * Writes a text from the character `from` on, escaped; -1 when a character is none of XML, belongs to a pair, or has a bit
   * of `unwanted`, see {@link CHARACTERS}.
   */
  mixed(at: number, text: string, from: number, unwanted: number): number {
    const { length } = text;
    this.room(at, (length - from) * LARGEST);
    const { bytes } = this;
    let pos = at;
    for (let i = from; i < length; i++) {
      const c = text.charCodeAt(i);
      if (c < 0x80) {
        if (((CHARACTERS[c] as number) & unwanted) !== 0) return -1;
        const escape = ESCAPES[c];
        if (escape === undefined) bytes[pos++] = c;
        else for (let k = 0; k < escape.length; k++) bytes[pos++] = escape[k] as number;
      } else if (c < 0x800) {
        bytes[pos++] = 0xc0 | (c >> 6);
        bytes[pos++] = 0x80 | (c & 0x3f);
      } else if (c < 0xd800 || c >= 0xe000) {
        if (c >= 0xfffe) return -1;
        bytes[pos++] = 0xe0 | (c >> 12);
        bytes[pos++] = 0x80 | ((c >> 6) & 0x3f);
        bytes[pos++] = 0x80 | (c & 0x3f);
      } else if (unwanted !== 0) return -1;
      else pos = pair(bytes, pos, c, text.charCodeAt(++i));
    }
    return pos;
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
