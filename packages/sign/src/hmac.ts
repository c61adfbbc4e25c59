import type { BinaryToTextEncoding, KeyObject } from "node:crypto";
import crypto from "./crypto.ts";

/** SHA-256's block, and what it gives, in bytes. */
const BLOCK = 64;
const DIGEST = 32;

/** Bytes that are copied behind the key and hashed in one call; of more, copying costs what it saves. */
const AT_ONCE = 1 << 16;

/** A key as HMAC-SHA256 (RFC 2104) takes it. */
export interface HmacKey {
  readonly object: KeyObject;
  /** The key XOR `ipad`: a block. */
  readonly inner: Uint8Array;
  /** The key XOR `opad`, with room for the inner hash behind it. */
  readonly outer: Buffer;
}

/** Prepares the bytes of a key, at least one. */
export function hmacKey(bytes: Uint8Array<ArrayBuffer>): HmacKey {
  const short = bytes.length > BLOCK ? crypto.createHash("sha256").update(bytes).digest() : bytes;
  const inner = new Uint8Array(BLOCK).fill(0x36);
  const outer = Buffer.alloc(BLOCK + DIGEST, 0x5c);
  for (const [i, byte] of short.entries()) {
    inner[i] = byte ^ 0x36;
    outer[i] = byte ^ 0x5c;
  }
  return { object: crypto.createSecretKey(bytes), inner, outer };
}

let room = Buffer.alloc(0);

/** A method of Node's buffers that costs less than `write`. */
interface Writes {
  utf8Write(text: string, offset: number, size: number): number;
}

/**
 * HMAC-SHA256 over the parts one after the other, texts as UTF-8; `undefined` where a text has a lone surrogate. Two hashes of one
 * call each take half of what an `Hmac` does before its first byte.
 */
export function hmacSha256(
  { object, inner, outer }: HmacKey,
  parts: readonly (string | Uint8Array)[],
  encoding: BinaryToTextEncoding,
): string | undefined {
  let most = BLOCK;
  // A UTF-16 unit takes three bytes at most.
  for (let i = 0; i < parts.length; i++) {
    const part = parts[i] as string | Uint8Array;
    most += typeof part === "string" ? part.length * 3 : part.length;
  }
  if (most > AT_ONCE) return inPieces(object, parts, encoding);
  if (room.length < most) room = Buffer.allocUnsafeSlow(Math.min(AT_ONCE, most * 2));
  room.set(inner);
  let end = BLOCK;
  for (let i = 0; i < parts.length; i++) {
    const part = parts[i] as string | Uint8Array;
    if (typeof part === "string") {
      const size = (room as unknown as Writes).utf8Write(part, end, part.length * 3);
      // As many bytes as units: they are ASCII.
      if (size !== part.length && !part.isWellFormed()) return undefined;
      end += size;
    } else {
      room.set(part, end);
      end += part.length;
    }
  }
  outer.write(crypto.hash("sha256", room.subarray(0, end), "binary"), BLOCK, "latin1");
  return crypto.hash("sha256", outer, encoding);
}

function inPieces(
  key: KeyObject,
  parts: readonly (string | Uint8Array)[],
  encoding: BinaryToTextEncoding,
): string | undefined {
  const hmac = crypto.createHmac("sha256", key);
  for (const part of parts) {
    if (typeof part !== "string") hmac.update(part);
    else if (part.isWellFormed()) hmac.update(part, "utf8");
    else return undefined;
  }
  return hmac.digest(encoding);
}
