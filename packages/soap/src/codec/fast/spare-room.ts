/** Room before and behind a body that is going to stand in an envelope: nearly all of them have less around it. */
const BEFORE = 1024;
const BEHIND = 192;

/** Bodies around which there is still room. */
const roomy = new WeakSet<Uint8Array>();

/** A copy of `written` with room around it, so that its envelope can be written there instead of copying it again. */
export function withRoom(written: Uint8Array): Uint8Array<ArrayBuffer> {
  const whole = Buffer.allocUnsafe(BEFORE + written.length + BEHIND) as Buffer<ArrayBuffer>;
  whole.set(written, BEFORE);
  const body = whole.subarray(BEFORE, BEFORE + written.length);
  roomy.add(body);
  return body;
}

/**
 * The bytes of `body` with so many before and behind them, which are the caller's to write; `undefined` where there is no room. It
 * is given once.
 */
export function roomAround(body: Uint8Array, before: number, behind: number): Buffer<ArrayBuffer> | undefined {
  if (before > BEFORE || behind > BEHIND || !roomy.delete(body)) return undefined;
  return Buffer.from(body.buffer as ArrayBuffer, body.byteOffset - before, before + body.length + behind);
}
