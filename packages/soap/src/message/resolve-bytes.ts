/**
 * The text that is escaped in another one, as bytes of its own. It was read before: the only references in it are those of `<`, `>`
 * and `&`.
 *
 * @param start - Offset of its first byte.
 * @param end - Offset behind its last byte.
 */
export function resolved(bytes: Uint8Array, start: number, end: number): Buffer {
  const length = end - start;
  if (length < LARGE || length > KEPT) {
    const out = Buffer.allocUnsafe(length);
    return out.subarray(0, resolveInto(out, bytes, start, end));
  }
  // How long it gets is known at the end.
  if (draft.length < length) draft = Buffer.allocUnsafeSlow(Math.min(KEPT, length * 2));
  const size = resolveInto(draft, bytes, start, end);
  const out = Buffer.allocUnsafe(size);
  out.set(draft.subarray(0, size));
  return out;
}

/** Texts in which a fourth of the memory would be worth nothing are made in memory that is kept. */
const LARGE = 64 * 1024;
const KEPT = 4 << 20;
let draft: Buffer = Buffer.alloc(0);

/** Writes a text with its references resolved, four bytes a step; gives its size. There is room for it unresolved. */
function resolveInto(out: Uint8Array, bytes: Uint8Array, start: number, end: number): number {
  const from = new DataView(bytes.buffer, bytes.byteOffset, end);
  const into = new DataView(out.buffer, out.byteOffset, out.byteLength);
  const last = end - 4;
  let size = 0;
  let i = start;
  while (i <= last) {
    const word = from.getInt32(i, true);
    into.setInt32(size, word, true);
    // A byte that is & becomes 0, and only subtracting 1 from 0 borrows where the highest bit was not set.
    const amp = word ^ 0x26262626;
    const found = (amp - 0x01010101) & ~amp & 0x80808080;
    if (found === 0) {
      i += 4;
      size += 4;
      continue;
    }
    const plain = (31 - Math.clz32(found & -found)) >> 3;
    i += plain;
    size += plain;
    const second = bytes[i + 1] as number;
    out[size++] = RESOLVED[second] as number;
    i += second === 0x61 ? 5 : 4;
  }
  // No reference is shorter.
  while (i < end) out[size++] = bytes[i++] as number;
  return size;
}

/** By the first letter of the reference. */
const RESOLVED: Uint8Array = new Uint8Array(256);
RESOLVED[0x6c] = 0x3c;
RESOLVED[0x67] = 0x3e;
RESOLVED[0x61] = 0x26;
