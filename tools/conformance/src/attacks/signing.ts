import { loadKey, profile, type SignatureProfile, type SignKey, sign } from "@coo/sign";

/** Provider code of the party that signs; what it sends may be hostile all the same. */
export const PROVIDER = "ATTACKED1";

/** An HMAC over the raw body in a header; keys are bytes, of which none is trimmed. */
export const PROFILE: SignatureProfile = profile("http-header", { keyTrim: false });

/** A key from the bytes themselves. */
export function keyOf(hex: string): SignKey {
  return loadKey(Buffer.from(hex, "hex"), { trim: PROFILE.keyTrim });
}

/** The headers that make a body one of the party's own, whatever is in it. */
export function signatureHeaders(body: Uint8Array, keyHex: string): Record<string, string> {
  const key = keyOf(keyHex);
  return {
    [PROFILE.providerHeader]: PROVIDER,
    [PROFILE.signatureHeader]: sign(PROFILE, key, { fields: [], raw: body }),
  };
}

/** Names of the headers of a signature that was made elsewhere. */
export function foreignSignature(signature: string): Record<string, string> {
  return { [PROFILE.providerHeader]: PROVIDER, [PROFILE.signatureHeader]: signature };
}

/**
 * A hand-written HTTP request with the signature over its body as a server would frame it: every wrong frame then fails
 * for being one, not for lack of a signature.
 */
export function signRaw(request: Uint8Array, keyHex: string): Buffer {
  const text = Buffer.from(request).toString("latin1");
  const line = /\r?\n/.exec(text);
  const end = /\r?\n\r?\n/.exec(text);
  if (line === null || end === null) return Buffer.from(request);
  const head = text.slice(0, end.index);
  const rest = text.slice(end.index + end[0].length);
  const length = /^content-length:[ \t]*(\d+)/im.exec(head);
  const body = /^transfer-encoding:[ \t]*chunked/im.test(head)
    ? dechunk(rest)
    : rest.slice(0, length === null ? undefined : Number(length[1]));
  const headers = Object.entries(signatureHeaders(Buffer.from(body, "latin1"), keyHex))
    .map(([name, value]) => `${name}: ${value}\r\n`)
    .join("");
  const at = line.index + line[0].length;
  return Buffer.from(text.slice(0, at) + headers + text.slice(at), "latin1");
}

/** What comes out of chunks, also of a body that breaks off. */
function dechunk(text: string): string {
  let out = "";
  for (let at = 0; at < text.length; ) {
    const line = text.indexOf("\r\n", at);
    const size = Number.parseInt(text.slice(at, line), 16);
    if (line < 0 || !(size > 0)) break;
    out += text.slice(line + 2, line + 2 + size);
    at = line + 2 + size + 2;
  }
  return out;
}
