import { randomBytes } from "node:crypto";

/** Bytes drawn at once: each draw costs as much as thousands of bytes do. */
const POOL = 4_096;

/** Random bytes for many small things: `randomBytes` without its price for each of them. No byte is given twice. */
export function randomPool(): (size: number) => Uint8Array {
  let pool: Uint8Array = new Uint8Array();
  return (size) => {
    if (size > POOL) return randomBytes(size);
    if (pool.length < size) pool = randomBytes(POOL);
    const given = pool.subarray(0, size);
    pool = pool.subarray(size);
    return given;
  };
}
