import { type Charset, encodeText } from "./charset.ts";
import { toBase64 } from "./encoding.ts";
import { SignError } from "./errors.ts";
import { BODY_PLACE, layoutOf, type MessageFields, missing, type Step } from "./layout.ts";
import type { SignatureProfile } from "./profile.ts";

/** What a signature covers, before a profile shapes it. */
export interface SignInput {
  /** Head fields in message order, values unescaped; the signature field may be among them. */
  readonly fields: MessageFields;
  /** The `Body` element's text, tags included, exactly as in the payload. */
  readonly body?: string | undefined;
  /** Instead of `body`: its UTF-8 bytes, where they are at hand; a text of some size need not be made for them. */
  readonly bodyBytes?: Uint8Array | undefined;
  /** The raw HTTP body, for profiles with `source: "raw"`. */
  readonly raw?: Uint8Array | undefined;
}

/**
 * The string to sign with the key masked as `<key>`: evidence of what was signed, safe to store.
 *
 * @throws {@link SignError} `SIGN_INPUT`, `SIGN_CANONICALIZE`, `SIGN_CHARSET`.
 */
export function canonicalString(profile: SignatureProfile, input: SignInput): string {
  if (profile.source === "raw") return new TextDecoder(profile.charset, { ignoreBOM: true }).decode(rawBytes(input));
  return canonicalText(profile, input) + (profile.keySuffix === null ? "" : `${profile.keySuffix}<key>`);
}

/** The bytes that go into the digest. `secretText` is the key as text, `undefined` for a binary key. */
export function bytesToSign(profile: SignatureProfile, secretText: string | undefined, input: SignInput): Uint8Array {
  return profile.source === "raw"
    ? rawBytes(input)
    : encodeText(textToSign(profile, secretText, input), profile.charset);
}

/** The whole string to sign, key included: never leaves this package. */
export function textToSign(profile: SignatureProfile, secretText: string | undefined, input: SignInput): string {
  return canonicalText(profile, input) + suffixOf(profile, secretText);
}

/**
 * The string to sign in parts, for a digest of UTF-8 that takes one after the other: the body is one of them as it stands,
 * so that a long one is neither copied nor encoded.
 */
export function partsToSign(
  profile: SignatureProfile,
  secretText: string | undefined,
  input: SignInput,
): readonly (string | Uint8Array)[] {
  const body = input.body ?? input.bodyBytes;
  if (body === undefined || body.length === 0 || profile.bodyForm !== "raw" || profile.valueEncoding !== "raw")
    return [textToSign(profile, secretText, input)];
  const { fields } = input;
  const { steps } = layoutOf(profile, fields, true);
  checkNonce(profile, fields);
  const parts: (string | Uint8Array)[] = [];
  let text = "";
  let isFirst = true;
  for (let i = 0; i < steps.length; i++) {
    const { place, first, next } = steps[i] as Step;
    if (place === BODY_PLACE) {
      parts.push(text + (isFirst ? first : next), body);
      text = "";
    } else {
      const value = valueOf(profile, fields[place]?.[1]);
      if (value === undefined) continue;
      text += (isFirst ? first : next) + value;
    }
    isFirst = false;
  }
  parts.push(text + suffixOf(profile, secretText));
  return parts;
}

/** What the key adds to the string. */
function suffixOf(profile: SignatureProfile, secretText: string | undefined): string {
  if (profile.keySuffix === null) return "";
  if (secretText === undefined) {
    throw new SignError(
      "SIGN_KEY_NOT_TEXT",
      `profile ${profile.id} appends the key as text, but the key is binary`,
      `方案 ${profile.id} 需要把密钥作为文本附加，但密钥是二进制`,
      { profile: profile.id },
    );
  }
  return profile.keySuffix + secretText;
}

/** One field as it enters the string. */
export type Field = readonly [name: string, value: string];

/** The string to sign without the key suffix. */
export function canonicalText(profile: SignatureProfile, input: SignInput): string {
  const signed = signedFields(profile, input);
  let text = "";
  for (let i = 0; i < signed.length; i++) {
    const [name, value] = signed[i] as Field;
    if (i > 0) text += profile.pairSeparator;
    if (profile.pair === "name=value") text += `${name}=`;
    else if (profile.pair === "namevalue") text += name;
    text += encodeValue(profile, value);
  }
  return text;
}

/** The fields that are signed, in order, before percent-encoding. */
export function signedFields(profile: SignatureProfile, input: SignInput): Field[] {
  const { fields } = input;
  const body = bodyOf(input);
  const { steps } = layoutOf(profile, fields, body !== undefined);
  checkNonce(profile, fields);
  const shaped = body === undefined ? undefined : shapeBody(profile, body);
  const signed: Field[] = [];
  for (const { place, name } of steps) {
    const value = valueOf(profile, place === BODY_PLACE ? shaped : fields[place]?.[1]);
    if (value !== undefined) signed.push([name, value]);
  }
  return signed;
}

/** A value as it is signed; `undefined` where it is left out. */
function valueOf(profile: SignatureProfile, value: string | null | undefined): string | undefined {
  const text = value ?? (profile.nulls === "skip" ? undefined : profile.nulls === "empty" ? "" : "null");
  return text === "" && profile.empty === "skip" ? undefined : text;
}

function checkNonce(profile: SignatureProfile, fields: MessageFields): void {
  if (profile.nonce !== "required" || fields.some(([name, value]) => name === profile.nonceField && value)) return;
  throw missing(profile, profile.nonceField);
}

/** The body as text. */
export function bodyOf(input: SignInput): string | undefined {
  return input.body ?? (input.bodyBytes && new TextDecoder("utf-8", { ignoreBOM: true }).decode(input.bodyBytes));
}

function shapeBody(profile: SignatureProfile, body: string): string {
  if (profile.bodyForm === "raw") return body;
  if (profile.bodyForm === "stripped") return stripWhitespace(body);
  if (profile.bodyForm === "base64") return toBase64(encodeText(body, profile.charset));
  try {
    if (profile.canonicalize !== undefined) return profile.canonicalize(body);
  } catch (cause) {
    throw new SignError(
      "SIGN_CANONICALIZE",
      "the body could not be canonicalized",
      "消息体无法规范化（C14N）",
      {},
      { cause },
    );
  }
  throw new SignError(
    "SIGN_CANONICALIZE",
    `profile ${profile.id} signs C14N: give it \`canonicalize\`, for example from @coo/xml/c14n`,
    `方案 ${profile.id} 要求 C14N：请提供 canonicalize 函数，例如来自 @coo/xml/c14n`,
  );
}

/** Removes white space that stands alone between two tags, and at both ends. */
export function stripWhitespace(xml: string): string {
  return xml
    .replace(/>[ \t\r\n]+(?=<)/g, ">")
    .replace(/^[ \t\r\n]+/, "")
    .trimEnd();
}

function encodeValue(profile: SignatureProfile, value: string): string {
  return profile.valueEncoding === "raw" ? value : percentEncode(value, profile.charset, profile.valueEncoding);
}

/** Percent-encodes by RFC 3986 (`url`), or as web forms and Java's URLEncoder do (`form`). Upper-case digits. */
export function percentEncode(value: string, charset: Charset, kind: "url" | "form"): string {
  const safe = kind === "url" ? /[A-Za-z0-9\-._~]/ : /[A-Za-z0-9\-._*]/;
  let text = "";
  for (const byte of encodeText(value, charset)) {
    const character = String.fromCharCode(byte);
    if (safe.test(character)) text += character;
    else if (kind === "form" && byte === 0x20) text += "+";
    else text += `%${byte.toString(16).toUpperCase().padStart(2, "0")}`;
  }
  return text;
}

function rawBytes(input: SignInput): Uint8Array {
  if (input.raw !== undefined) return input.raw;
  throw new SignError(
    "SIGN_INPUT",
    "the profile signs the raw HTTP body, but `raw` is absent",
    "该方案对原始 HTTP 报文签名，但未提供 raw",
    {
      field: "raw",
    },
  );
}
