/** 32 characters that are not mistaken for each other. */
const ALPHABET = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789";

/** A random text for the nonce field: 16 characters of 5 bits each. @param random - Gives that many random bytes. */
export function nonceText(random: (size: number) => Uint8Array): string {
  let text = "";
  for (const byte of random(16)) text += ALPHABET[byte & 31];
  return text;
}
