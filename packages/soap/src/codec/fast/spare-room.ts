/** Room before and behind a body that is going to stand in an envelope: nearly all of them have less around it. */
const BEFORE = 1024;
const BEHIND = 192;

/** A body that is kept is not larger. */
const KEPT = 4 << 20;

/** The last body, while there is room around it. */
let roomy: Uint8Array | undefined;

/** A copy of `written` with room around it, so that its envelope can be written there instead of copying it again. */
export function withRoom(written: Uint8Array): Uint8Array<ArrayBuffer> {
  const whole = Buffer.allocUnsafe(BEFORE + written.length + BEHIND) as Buffer<ArrayBuffer>;
  whole.set(written, BEFORE);
  const body = whole.subarray(BEFORE, BEFORE + written.length);
  roomy = body.length <= KEPT ? body : undefined;
  return body;
}

/**
 * The bytes of `body` with so many before and behind them, which are the caller's to write; `undefined` where there is no room. It
 * is given once, and for the last body only: a message is put together before the next one is begun.
 */
export function roomAround(body: Uint8Array, before: number, behind: number): Buffer<ArrayBuffer> | undefined {
  if (before > BEFORE || behind > BEHIND || body !== roomy) return undefined;
  roomy = undefined;
  return Buffer.from(body.buffer as ArrayBuffer, body.byteOffset - before, before + body.length + behind);
}
