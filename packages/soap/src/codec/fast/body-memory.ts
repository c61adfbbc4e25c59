/** What is smaller costs the runtime little. */
const LARGE = 64 * 1024;

/** Memory that is kept is not larger. */
const KEPT = 4 << 20;

/** Memory of a body that was given back. */
let spare: Buffer<ArrayBuffer> | undefined;

/** Whose memory can be given back. */
const lent = new WeakMap<Uint8Array, Buffer<ArrayBuffer>>();

/**
 * A copy of what was written. A large one takes the memory that was given back last: engines count what lies outside their heap, and
 * collect all of it when messages have taken tens of megabytes anew.
 */
export function bodyOf(written: Uint8Array): Buffer<ArrayBuffer> {
  const { length } = written;
  const keeps = length >= LARGE && length <= KEPT;
  let memory = keeps ? spare : undefined;
  if (memory === undefined || memory.length < length) {
    // With a little more, so that messages of like size share one.
    memory = Buffer.allocUnsafe(keeps ? Math.min(KEPT, length + (length >> 3)) : length) as Buffer<ArrayBuffer>;
  } else spare = undefined;
  const body = memory.length === length ? memory : memory.subarray(0, length);
  body.set(written);
  if (keeps) lent.set(body, memory);
  return body;
}

/**
 * Gives back the memory of a body that `encodeBodyBytes` made, for the next one: its bytes must not be used any more. Other bytes
 * stay as they are.
 */
export function releaseBody(body: Uint8Array): void {
  const memory = lent.get(body);
  if (memory === undefined) return;
  lent.delete(body);
  if (spare === undefined || spare.length < memory.length) spare = memory;
}
