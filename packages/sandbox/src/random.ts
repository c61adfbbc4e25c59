import { createHash } from "node:crypto";

/** A source of values that look random and come from the seed and a label alone, whatever was asked before. */
export interface SeededValues {
  /** Lower-case hexadecimal digits, at most 64. */
  hex(label: string, length: number): string;
  /** Capital letters and digits, at most 32. */
  nonce(label: string, length?: number): string;
  /** In `[0, 1)`. */
  fraction(label: string): number;
}

const NONCE_ALPHABET = "0123456789ABCDEFGHJKLMNPQRSTUVWXYZ";

/** Makes {@link SeededValues} for a seed. */
export function seededValues(seed: string): SeededValues {
  const digest = (label: string): Buffer => createHash("sha256").update(`${seed}\u0000${label}`).digest();
  return {
    hex: (label, length) => digest(label).toString("hex").slice(0, length),
    nonce: (label, length = 16) =>
      [...digest(label).subarray(0, length)].map((byte) => NONCE_ALPHABET[byte % NONCE_ALPHABET.length]).join(""),
    fraction: (label) => digest(label).readUInt32BE(0) / 2 ** 32,
  };
}
