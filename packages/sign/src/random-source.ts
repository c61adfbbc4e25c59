import crypto from "./crypto.ts";

/** Bytes that are asked for at a time: asking the system takes longer than signing a short message. */
const STORE = 4096;

/**
 * A source of random bytes for message ids and nonces, out of a store that is filled for many of them at once.
 *
 * @returns A function that gives so many random bytes, never the same ones twice.
 */
export function randomSource(): (size: number) => Uint8Array {
  let store: Uint8Array = new Uint8Array();
  let used = 0;
  return (size) => {
    if (size > STORE) return crypto.randomBytes(size);
    if (used + size > store.length) {
      // Not filled anew: what was handed out stays as it is.
      store = crypto.randomFillSync(new Uint8Array(STORE));
      used = 0;
    }
    const start = used;
    used += size;
    return store.subarray(start, used);
  };
}
