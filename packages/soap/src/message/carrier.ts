import { decodeXml } from "@coo/xml";
import { escapeText } from "../codec/escape.ts";
import { SoapError } from "../errors.ts";
import { decodeBase64, encodeBase64 } from "../simple/binary.ts";
import type { WireProfile } from "../wire-profile.ts";
import { compress, inflate } from "./compression.ts";
import { encodeInner } from "./encode-envelope.ts";
import type { MessageLimits } from "./limits.ts";

/** How a text is carried in a string parameter. */
type CarrierWire = Pick<WireProfile, "payload" | "compression" | "charset">;

/** Markup of a string parameter's content that carries `text`. */
export function carry(text: string, wire: CarrierWire): string {
  if (wire.compression === "gzip-base64") return encodeBase64(compress(encodeInner(text, wire.charset)));
  if (wire.payload === "base64") return encodeBase64(encodeInner(text, wire.charset));
  if (wire.payload === "cdata") return cdata(text);
  return escapeText(text);
}

/** A CDATA section cannot hold its own end, nor a CR that survives: both are split out. */
function cdata(text: string): string {
  const safe = text.replaceAll("]]>", "]]]]><![CDATA[>").replaceAll("\r", "]]>&#xD;<![CDATA[");
  return `<![CDATA[${safe}]]>`;
}

/**
 * The text that a string parameter carries, from the parameter's value after XML parsing.
 *
 * @throws {@link SoapError} `SOAP_PAYLOAD` when it is not carried like this, `SOAP_TOO_LARGE`; `XmlError` for a wrong encoding.
 */
export function uncarry(value: string, wire: CarrierWire, limits: MessageLimits): string {
  if (wire.compression === "none" && wire.payload !== "base64") return value;
  const bytes = decodeBase64(value);
  if (!bytes) throw new SoapError("SOAP_PAYLOAD", "the payload is no base64", "报文不是合法的 Base64");
  const inner = wire.compression === "gzip-base64" ? inflate(bytes, limits.maxInflatedBytes) : bytes;
  return decodeInner(inner, wire.charset, limits);
}

/** An inner XML declaration or byte order mark says what the inner bytes are; the profile's charset where there is none. */
function decodeInner(bytes: Uint8Array, charset: WireProfile["charset"], limits: MessageLimits): string {
  const maxBytes = limits.maxInflatedBytes;
  const head = String.fromCharCode(...bytes.subarray(0, 200));
  const marked = /^(?:\u00ef\u00bb\u00bf|\u00ff\u00fe|\u00fe\u00ff)/.test(head);
  const declared = /^<\?xml[ \t\r\n][^>]*encoding[ \t\r\n]*=/.test(head);
  return decodeXml(bytes, marked || declared ? { maxBytes } : { maxBytes, charset }).text;
}
