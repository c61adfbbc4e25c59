/**
 * The UTF-16 units of a document in a typed array: scanning it costs half of what `charCodeAt` does, and reading one
 * unit past the end gives 0, which no document can hold, so that loops need no check for the end.
 */
export type Codes = Uint16Array;

/** No document. */
export const NO_CODES: Codes = new Uint16Array(1);

// One array waits for the next reader, unless it is large: memory of a huge document is given back at once.
const SMALLEST = 1 << 12;
const LARGEST_KEPT = 1 << 20;
let spare: Codes | undefined;

/**
 * The units of `text`, with a 0 behind them.
 *
 * @param bytes - The UTF-8 bytes it was decoded from, if so: when there are as many, all are ASCII, and the units themselves.
 */
export function borrowCodes(text: string, bytes?: Uint8Array): Codes {
  const size = text.length;
  let codes = spare;
  spare = undefined;
  if (codes === undefined || codes.length <= size) codes = new Uint16Array(Math.max(SMALLEST, roundUp(size + 1)));
  if (bytes !== undefined && bytes.length === size) codes.set(bytes);
  else fill(codes, text);
  codes[size] = 0;
  return codes;
}

/** Takes an array back; the caller must not use it any more. */
export function returnCodes(codes: Codes): void {
  if (codes.length > 1 && codes.length <= LARGEST_KEPT && (spare === undefined || spare.length < codes.length))
    spare = codes;
}

/** A power of two for what is kept, so that messages of growing size do not each need a new array. */
function roundUp(size: number): number {
  return size > LARGEST_KEPT ? size : 2 ** Math.ceil(Math.log2(size));
}

interface NativeBuffer {
  write(text: string, offset: number, length: number, encoding: "utf16le"): number;
}

interface NativeBufferFactory {
  from(buffer: ArrayBufferLike, byteOffset: number, length: number): NativeBuffer;
}

// Node copies the units natively; elsewhere, and on a big-endian machine, a loop does.
const factory = (globalThis as { readonly Buffer?: NativeBufferFactory }).Buffer;
const native = factory !== undefined && littleEndian() ? factory : undefined;

function fill(codes: Codes, text: string): void {
  const size = text.length;
  if (native !== undefined && size > 64) {
    native.from(codes.buffer, codes.byteOffset, size * 2).write(text, 0, size * 2, "utf16le");
    return;
  }
  for (let i = 0; i < size; i++) codes[i] = text.charCodeAt(i);
}

function littleEndian(): boolean {
  return new Uint8Array(Uint16Array.of(1).buffer)[0] === 1;
}
