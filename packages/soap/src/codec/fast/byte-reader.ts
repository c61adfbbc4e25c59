import type { SimpleContext, ValueWire } from "../../simple/context.ts";
import type { SimpleCodec } from "../../simple/simple-codec.ts";
import { escapeText } from "../escape.ts";
import { SHORT_WIDE, wideText } from "./wide-text.ts";

/** Thrown where the fast way ends: what stands there is unusual or wrong, and the strict reader says which. */
export const MISS: Error = new Error("not the usual form");

export function miss(): never {
  throw MISS;
}

/** Names that are longer are left to the strict reader. */
export const LONGEST_NAME = 256;

/** Bits of the characters that a text is made of; none for digits. */
export const POINT = 1;
export const SIGN = 2;
export const SPACE = 4;
export const BREAK = 8;
export const OTHER = 16;
/** Beyond ASCII. */
export const WIDE = 32;
/** Ends a run of plain characters, or needs a closer look. */
const STOP = 64;
/** Beyond the basic plane: one character is two units. */
export const PAIRS = 128;

const KINDS: Uint8Array = new Uint8Array(256).fill(STOP).fill(OTHER, 0x21, 0x80).fill(0, 0x30, 0x3a);
KINDS[0x20] = SPACE;
KINDS[0x09] = KINDS[0x0a] = BREAK;
KINDS[0x2e] = POINT;
KINDS[0x2b] = KINDS[0x2d] = SIGN;
KINDS[0x3c] = KINDS[0x3e] = KINDS[0x26] = KINDS[0x5d] = STOP;

/**
 * Markup that a reader expects: compared eight bytes at a time as numbers, the last eight once more. Such numbers are equal where
 * their bytes are: only 0 and what is no number have two forms, and neither is made of the bytes of a name.
 */
export interface ReadTag {
  readonly size: number;
  readonly bytes: Uint8Array;
  /** Four bytes behind `<`, which tell most tags apart; 0 for tags that are too short. */
  readonly word: number;
  /** The first and the last four bytes of a tag that is shorter than eight. */
  readonly start: number;
  readonly end: number;
  readonly first: number;
  readonly second: number;
  readonly last: number;
  /** Between the second and the last. */
  readonly others: Float64Array;
}

/** Stands where there are not so many bytes. */
const NO_NUMBER = 0.5;

/** @param isEscaped - Whether the markup stands in a text, `<` and `>` as references. */
export function readTag(markup: string, isEscaped = false): ReadTag {
  const angle = isEscaped ? ESCAPED : PLAIN;
  const bytes = new TextEncoder().encode(isEscaped ? escapeText(markup) : markup);
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const size = bytes.length;
  const number = (pos: number): number => (pos >= 0 && pos + 8 <= size ? view.getFloat64(pos, true) : NO_NUMBER);
  return {
    size,
    bytes,
    word: size >= angle + 5 ? view.getInt32(angle, true) : 0,
    start: size < 4 ? 0 : view.getInt32(0, true),
    end: size < 4 ? 0 : view.getInt32(size - 4, true),
    first: number(0),
    second: number(8),
    last: number(size - 8),
    others: Float64Array.from({ length: Math.max(0, Math.ceil(size / 8) - 3) }, (_, i) => number(8 * i + 16)),
  };
}

/** Where names begin in a tag: behind `<`, and where that is a reference. */
const PLAIN = 1;
const ESCAPED = 4;

/** The longest run that is kept. */
const LONGEST_RUN = 1024;

/** Bytes that were in a message before, compared as those of a {@link ReadTag} are. */
export class Run {
  readonly numbers: Float64Array = new Float64Array(LONGEST_RUN / 8);
  last = 0;
  /** 0 for none. */
  size = 0;
}

/** Methods of Node's buffers that cost less than `toString`. */
interface Slices {
  latin1Slice(start: number, end: number): string;
  utf8Slice(start: number, end: number): string;
}

const canSlice: boolean =
  typeof Buffer === "function" &&
  typeof (Buffer.prototype as unknown as Partial<Slices>).latin1Slice === "function" &&
  typeof (Buffer.prototype as unknown as Partial<Slices>).utf8Slice === "function";

/** Whether this runtime has what reading bytes needs. */
export function canReadBytes(): boolean {
  return canSlice;
}

const NOTHING = new Uint8Array(0) as Uint8Array & Slices;
const NONE: unknown[] = [];
const NO_VIEW = new DataView(NOTHING.buffer);

/** Texts up to this length are copied when they are cut out of another; longer ones would keep it alive. */
const COPIED = 12;

/** Bytes of a message that are one string at a time: an engine puts longer ones where only a full collection frees them. */
const WINDOW = 16_384;

/**
 * Where generated readers are in a message. One is kept and used for every message; `finish` lets go of what it read.
 */
export class ByteReader implements SimpleContext {
  bytes: Uint8Array & Slices = NOTHING;
  #view = NO_VIEW;
  #size = 0;
  pos = 0;
  /** Behind the last text. */
  end = 0;
  /** Whether the message stands in a text, its markup as references. */
  isEscaped = false;
  #angle = PLAIN;
  /** Characters of the text that {@link scan} passed over. */
  kinds = 0;
  /** Whether what was read is its own canonical form; names and tags always are. */
  canonical = true;
  depth = 0;
  maxDepth = 0;
  /** Attributes that one element may have, its declarations among them. */
  maxAttributes = 0;
  /** Whether prefix `xsi` stands for the schema instance namespace: only then can an element be nil or name its type. */
  xsi = false;
  booleans: ValueWire["booleans"] = "true-false";
  readonly lineBreaks = "lf";
  violation: SimpleContext["violation"] = undefined;
  /** A part of the bytes from `#latinStart`, one unit each: short ASCII texts are cut out of it. */
  #latin = "";
  #latinStart = 0;
  /** Where the last text of each repeated field stood and what it was: rows of a table often say the same again. */
  #starts = new Int32Array(64);
  #sizes = new Int32Array(64).fill(-1);
  #values: unknown[] = NONE;

  start(bytes: Uint8Array, maxDepth: number, isEscaped: boolean): void {
    this.bytes = (Buffer.isBuffer(bytes)
      ? bytes
      : Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)) as unknown as Uint8Array & Slices;
    this.#view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    this.#size = bytes.byteLength;
    this.pos = 0;
    this.isEscaped = isEscaped;
    this.#angle = isEscaped ? ESCAPED : PLAIN;
    this.canonical = true;
    this.xsi = false;
    this.depth = 0;
    this.maxDepth = maxDepth;
  }

  /** Makes room for the last values of so many repeated fields. */
  takes(slots: number): void {
    if (slots > this.#sizes.length) {
      this.#starts = new Int32Array(slots);
      this.#sizes = new Int32Array(slots);
    }
    // A new one: values that are put into what is old already have to be told to the engine's collector.
    // oxlint-disable-next-line unicorn/no-new-array -- room for all of them at once
    this.#values = slots === 0 ? NONE : new Array<unknown>(slots);
    const sizes = this.#sizes;
    for (let i = 0; i < slots; i++) sizes[i] = -1;
  }

  /** Lets go of the message. */
  finish(): void {
    this.bytes = NOTHING;
    this.#view = NO_VIEW;
    this.#size = 0;
    this.#latin = "";
    this.#values = NONE;
    this.violation = undefined;
  }

  lookupNamespace(): undefined {
    return undefined;
  }

  declareNamespace(): string {
    return "";
  }

  /** Moves behind `tag` where it stands here. */
  at(tag: ReadTag): boolean {
    const { pos } = this;
    const { size } = tag;
    const end = pos + size;
    if (end > this.#size) return false;
    const view = this.#view;
    if (size < 4) {
      for (let i = 0; i < size; i++) if (view.getUint8(pos + i) !== tag.bytes[i]) return false;
    } else if (size < 8) {
      if (view.getInt32(end - 4, true) !== tag.end || view.getInt32(pos, true) !== tag.start) return false;
    } else {
      // From the end: beginnings are alike.
      if (view.getFloat64(end - 8, true) !== tag.last || view.getFloat64(pos, true) !== tag.first) return false;
      if (size > 16) {
        if (view.getFloat64(pos + 8, true) !== tag.second) return false;
        if (size > 24) {
          const { others } = tag;
          for (let i = 0; i < others.length; i++)
            if (view.getFloat64(pos + 16 + 8 * i, true) !== others[i]) return false;
        }
      }
    }
    this.pos = end;
    return true;
  }

  /** Moves behind `run` where it stands here. */
  run(run: Run): boolean {
    const { pos } = this;
    const { size, numbers } = run;
    const end = pos + size;
    if (size === 0 || end > this.#size) return false;
    const view = this.#view;
    const last = end - 8;
    if (view.getFloat64(last, true) !== run.last) return false;
    for (let at = pos, i = 0; at < last; at += 8, i++) if (view.getFloat64(at, true) !== numbers[i]) return false;
    this.pos = end;
    return true;
  }

  /** Keeps what stands from `start` to here, if it is not too long. */
  learn(run: Run, start: number): void {
    const last = this.pos - 8;
    const size = this.pos - start;
    run.size = size < 8 || size > LONGEST_RUN ? 0 : size;
    if (run.size === 0) return;
    const { numbers } = run;
    for (let at = start, i = 0; at < last; at += 8, i++) numbers[i] = this.#view.getFloat64(at, true);
    run.last = this.#view.getFloat64(last, true);
  }

  /** Four bytes of the name in a tag that stands here, as {@link ReadTag} holds them; 0 where there are fewer. */
  word(): number {
    const at = this.pos + this.#angle;
    return at + 4 <= this.#size ? this.#view.getInt32(at, true) : 0;
  }

  /** Over white space between elements. */
  space(): void {
    const { bytes } = this;
    let { pos } = this;
    for (let c = bytes[pos]; c === 0x20 || c === 0x0a || c === 0x0d || c === 0x09; c = bytes[pos]) {
      if (c === 0x0d) this.#carriageReturn();
      pos++;
    }
    this.pos = pos;
  }

  /** A CR as it stands is a line feed to whoever reads the text that carries a message, and is signed like that. */
  #carriageReturn(): void {
    if (this.isEscaped) miss();
    this.canonical = false;
  }

  /** Moves behind the start tag of an element that holds elements, and over white space. */
  open(tag: ReadTag): boolean {
    if (!this.at(tag)) return false;
    if ((this.bytes[this.pos] as number) <= 0x20) this.space();
    return true;
  }

  /** Moves behind an end tag, which must stand here, and over white space. */
  close(tag: ReadTag): void {
    if (!this.at(tag)) miss();
    if ((this.bytes[this.pos] as number) <= 0x20) this.space();
  }

  /**
   * Moves behind a root's start tag that declares prefix `xsi`, whose place in canonical form is another one, and where
   * `skips` over white space.
   */
  declares(tag: ReadTag, skips: boolean): boolean {
    if (!this.at(tag)) return false;
    this.xsi = true;
    this.canonical = false;
    if (skips) this.space();
    return true;
  }

  /** Moves behind an element that is nil, and over white space. */
  nil(whole: ReadTag): boolean {
    return this.xsi && this.open(whole);
  }

  enter(): void {
    if (++this.depth > this.maxDepth) miss();
  }

  /**
   * The value that a repeated field had before, when the same bytes stand here again, with the end tag behind them; then
   * the reader is behind that.
   */
  same(slot: number, close: ReadTag): boolean {
    const size = this.#sizes[slot] as number;
    if (size < 0) return false;
    const { bytes, pos } = this;
    const before = this.#starts[slot] as number;
    for (let i = 0; i < size; i++) if (bytes[pos + i] !== bytes[before + i]) return false;
    this.pos = pos + size;
    if (this.at(close)) {
      if ((bytes[this.pos] as number) <= 0x20) this.space();
      return true;
    }
    this.pos = pos;
    return false;
  }

  /** The value of a text that is not obviously right. */
  slow(codec: SimpleCodec, text: string): unknown {
    const value = codec.read(text, this);
    if (value === undefined) miss();
    return value;
  }

  last(slot: number): unknown {
    return this.#values[slot];
  }

  keep(slot: number, start: number, end: number, value: unknown): void {
    this.#starts[slot] = start;
    this.#sizes[slot] = end - start;
    this.#values[slot] = value;
  }

  /**
   * Reads a text up to its end tag and moves behind that; {@link kinds} tells what the text is made of. All in one, so that an
   * engine has all of it in one piece of code.
   */
  value(close: ReadTag): string {
    const start = this.pos;
    const end = this.scan();
    this.end = end;
    const text = this.text(start, end);
    this.close(close);
    return text;
  }

  /**
   * Reads a text of a type that asks for no more than its length and its kinds of characters, to behind its end tag: most types do,
   * and one function for all of them is sooner compiled, and smaller, than one for each.
   */
  plain(close: ReadTag, slot: number, forbidden: number, min: number, max: number, codec: SimpleCodec): unknown {
    if (slot >= 0 && this.same(slot, close)) return this.#values[slot];
    const start = this.pos;
    const text = this.value(close);
    const { length } = text;
    const isRight = (this.kinds & forbidden) === 0 && length >= min && length <= max;
    const value = isRight ? text : this.slow(codec, text);
    if (slot >= 0) this.keep(slot, start, this.end, value);
    return value;
  }

  /** Moves to the end of the text here; {@link kinds} tells what it is made of. Only `&` may stand in it beside plain text. */
  scan(): number {
    const { bytes } = this;
    let { pos } = this;
    let kinds = 0;
    for (;;) {
      let kind = KINDS[bytes[pos] as number] as number;
      while (kind < STOP) {
        kinds |= kind;
        kind = KINDS[bytes[++pos] as number] as number;
      }
      const c = bytes[pos] as number;
      if (c === 0x3c) break;
      if (c >= 0x80) {
        const size = wide(bytes, pos);
        if (size === 4) kinds |= PAIRS;
        kinds |= WIDE;
        pos += size;
      } else if (c === 0x26) {
        const size = this.reference(pos);
        if (size === 0) break;
        kinds |= STOP;
        pos += size;
      } else if (c === 0x3e && !this.isEscaped) {
        this.canonical = false;
        kinds |= OTHER;
        pos++;
      } else if (c === 0x5d) {
        if (bytes[pos + 1] === 0x5d && bytes[pos + 2] === 0x3e) miss();
        kinds |= OTHER;
        pos++;
      } else miss();
    }
    this.kinds = kinds;
    this.pos = pos;
    return pos;
  }

  /** Bytes of what a reference in a message begins with, or of a character that is one where a text carries it; 0 for a tag. */
  reference(pos: number): number {
    if (!this.isEscaped) return 1;
    const { bytes } = this;
    const second = bytes[pos + 1];
    if (second === 0x6c && bytes[pos + 2] === 0x74 && bytes[pos + 3] === 0x3b) return 0;
    if (second === 0x61 && bytes[pos + 2] === 0x6d && bytes[pos + 3] === 0x70 && bytes[pos + 4] === 0x3b) return 5;
    const isAngle = second === 0x67 && bytes[pos + 2] === 0x74 && bytes[pos + 3] === 0x3b;
    return isAngle && !(bytes[pos - 1] === 0x5d && bytes[pos - 2] === 0x5d) ? 4 : miss();
  }

  /** A text of its own: it keeps nothing else of the message alive. */
  text(start: number, end: number): string {
    const { kinds, bytes } = this;
    if (kinds >= STOP && (kinds & STOP) !== 0) return this.#resolve(this.own(bytes.utf8Slice(start, end)));
    if ((kinds & WIDE) !== 0) {
      const isShort = end - start <= SHORT_WIDE && (kinds & PAIRS) === 0;
      return isShort ? wideText(bytes, start, end) : bytes.utf8Slice(start, end);
    }
    if (end - start > COPIED) return bytes.latin1Slice(start, end);
    const from = start - this.#latinStart;
    if (from >= 0 && end - this.#latinStart <= this.#latin.length)
      return this.#latin.substring(from, end - this.#latinStart);
    // Texts come in order, but for a few that are looked at again.
    this.#latin = bytes.latin1Slice(start, Math.min(bytes.length, start + WINDOW));
    this.#latinStart = start;
    return this.#latin.substring(0, end - start);
  }

  /** A text as it stands in the message, where another text carries that. */
  own(text: string): string {
    return this.isEscaped ? text.replaceAll("&gt;", ">").replaceAll("&amp;", "&") : text;
  }

  /** The references that everybody writes. */
  #resolve(text: string): string {
    let resolved = "";
    let from = 0;
    for (let at = text.indexOf("&"); at >= 0; at = text.indexOf("&", from)) {
      resolved += text.slice(from, at);
      const end = text.indexOf(";", at);
      const character = end < 0 ? undefined : REFERENCES.get(text.slice(at, end + 1));
      if (character === undefined) miss();
      if (character === '"' || character === "'") this.canonical = false;
      resolved += character;
      from = end + 1;
    }
    this.kinds |= OTHER | BREAK;
    return resolved + text.slice(from);
  }
}

const REFERENCES: ReadonlyMap<string, string> = new Map([
  ["&lt;", "<"],
  ["&gt;", ">"],
  ["&amp;", "&"],
  ["&quot;", '"'],
  ["&apos;", "'"],
  ["&#xD;", "\r"],
]);

/** Bytes of the character at `pos`, beyond ASCII, when it is well-formed UTF-8 and XML allows it. */
export function wide(bytes: Uint8Array, pos: number): number {
  const a = bytes[pos] as number;
  const b = bytes[pos + 1] as number;
  if (!(b >= 0x80 && b <= 0xbf)) miss();
  if (a >= 0xc2 && a <= 0xdf) return 2;
  const c = bytes[pos + 2] as number;
  if (!(c >= 0x80 && c <= 0xbf)) miss();
  if (a >= 0xe0 && a <= 0xef) {
    // Overlong, surrogates, U+FFFE and U+FFFF.
    if ((a === 0xe0 && b < 0xa0) || (a === 0xed && b > 0x9f) || (a === 0xef && b === 0xbf && c > 0xbd)) miss();
    return 3;
  }
  const d = bytes[pos + 3] as number;
  if (!(d >= 0x80 && d <= 0xbf)) miss();
  if (a >= 0xf0 && a <= 0xf4 && !(a === 0xf0 && b < 0x90) && !(a === 0xf4 && b > 0x8f)) return 4;
  return miss();
}
