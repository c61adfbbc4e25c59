import { roomAround } from "../codec/fast/spare-room.ts";

/** By byte: what stands for it in character data, where something must. */
const ESCAPES: readonly (Uint8Array | undefined)[] = Array.from({ length: 256 }, (_, c) => {
  const text = c === 0x26 ? "&amp;" : c === 0x3c ? "&lt;" : c === 0x3e ? "&gt;" : c === 0x0d ? "&#xD;" : undefined;
  return text === undefined ? undefined : new TextEncoder().encode(text);
});

/**
 * `before`, the bytes of a text, and `after`; with `escaped` the text is carried as character data. Where the text was written
 * with room around it, that is used up: then nothing is copied.
 */
export function around(before: string, text: Uint8Array, after: Uint8Array, escaped: boolean): Uint8Array<ArrayBuffer> {
  const head = encoder.encode(before);
  const whole = escaped ? undefined : roomAround(text, head.length, after.length);
  const size = escaped ? escapedSize(text) : text.length;
  const out = whole ?? room(head.length + size + after.length);
  out.set(head);
  if (escaped) escapeInto(out, head.length, text);
  else if (!whole) out.set(text, head.length);
  out.set(after, head.length + size);
  return out;
}

const encoder = new TextEncoder();

/** Bytes that are all written over: where that can be had, they are not cleared first. */
function room(size: number): Uint8Array<ArrayBuffer> {
  return typeof Buffer === "function" ? (Buffer.allocUnsafe(size) as Uint8Array<ArrayBuffer>) : new Uint8Array(size);
}

function escapedSize(text: Uint8Array): number {
  let size = text.length;
  for (let i = 0; i < text.length; i++) {
    const c = text[i] as number;
    if (c > 0x3e) continue;
    if (c === 0x3c || c === 0x3e) size += 3;
    else if (c === 0x26 || c === 0x0d) size += 4;
  }
  return size;
}

function escapeInto(out: Uint8Array, start: number, text: Uint8Array): void {
  let pos = start;
  for (let i = 0; i < text.length; i++) {
    const c = text[i] as number;
    const escape = c > 0x3e ? undefined : ESCAPES[c];
    if (escape === undefined) out[pos++] = c;
    else {
      out[pos] = 0x26;
      for (let j = 1; j < escape.length; j++) out[pos + j] = escape[j] as number;
      pos += escape.length;
    }
  }
}
