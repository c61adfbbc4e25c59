import { encodeUtf8 } from "@coo/xml";
import { construct } from "../constructs.ts";
import type { WireProfile } from "../wire-profile.ts";

/** Bytes of an envelope. */
export function encodeEnvelope(text: string, charset: WireProfile["charset"]): Uint8Array {
  return charset === "UTF-8" ? encodeUtf8(text) : construct("charsets").encodeWithReferences(text, charset);
}

/** A payload as it can stand in the charset of its own bytes. */
export function fitCharset(
  text: string,
  wire: Pick<WireProfile, "charset" | "payload" | "compression">,
  json: boolean,
): string {
  return wire.charset === "UTF-8" ? text : construct("charsets").fitCharset(text, wire, json);
}

/** Bytes of a text that is carried in base64. */
export function encodeInner(text: string, charset: WireProfile["charset"]): Uint8Array {
  return charset === "UTF-8" ? encodeUtf8(text) : construct("charsets").encodeText(text, charset);
}
