import { createHash, createHmac, timingSafeEqual } from "node:crypto";
import { encodeString } from "./charset.ts";
import { SandboxError } from "./errors.ts";
import type { SignatureSettings } from "./signature-profile.ts";
import { canonicalizeExclusive } from "./xml/c14n.ts";
import { readXml } from "./xml/read.ts";

/** What a signature is made over. */
export interface SignedContent {
  /** Head fields in order of the message. */
  readonly fields: readonly (readonly [name: string, value: string])[];
  /** Text of the Body element; canonical in the typed shape. */
  readonly body: string;
  /** HTTP body, for `source: "raw"`. */
  readonly raw: Uint8Array;
}

/** A provider's key: the bytes for the digest, and its text for a suffix where it has one. */
export interface SandboxKey {
  readonly bytes: Uint8Array;
  readonly text: string | undefined;
}

/**
 * Reads a key as the settings say.
 *
 * @throws {@link SandboxError} with code `SANDBOX_SIGNATURE`.
 */
export function readKey(source: string | Uint8Array, settings: SignatureSettings): SandboxKey {
  let text = typeof source === "string" ? source : Buffer.from(source).toString("utf8");
  if (settings.keyTrim) text = text.replace(/^\uFEFF/, "").replace(/[\r\n]+$/, "");
  let bytes: Uint8Array;
  if (settings.keyDecoding === "text") {
    bytes = typeof source === "string" || settings.keyTrim ? encodeString(text, settings.charset) : source;
  } else if (settings.keyDecoding === "hex") {
    if (!/^(?:[0-9A-Fa-f]{2})+$/.test(text)) throw keyError("hexadecimal digits");
    bytes = Buffer.from(text, "hex");
  } else {
    const base64 = settings.keyDecoding === "pem" ? text.replace(/-----[^-]+-----/g, "") : text;
    bytes = Buffer.from(base64.replace(/\s/g, ""), "base64");
  }
  if (bytes.length === 0) throw keyError("at least one byte");
  return { bytes, text: settings.keyDecoding === "text" ? text : undefined };
}

/** Signs `content`. @throws {@link SandboxError} with code `SANDBOX_SIGNATURE` when the settings ask for what is not there. */
export function makeSignature(settings: SignatureSettings, key: SandboxKey, content: SignedContent): string {
  const digest = digestOf(settings, key, content);
  if (settings.output === "HEX") return digest.toString("hex").toUpperCase();
  return digest.toString(settings.output);
}

/** Tells whether `signature` was made over `content` with `key`; compares in constant time. */
export function checkSignature(
  settings: SignatureSettings,
  key: SandboxKey,
  content: SignedContent,
  signature: string | undefined,
): boolean {
  if (signature === undefined || signature === "") return false;
  let expected: string;
  try {
    expected = makeSignature(settings, key, content);
  } catch {
    // The peer left out what the settings sign.
    return false;
  }
  const fold = (text: string): Buffer => Buffer.from(settings.compare === "ignore-case" ? text.toLowerCase() : text);
  const [ours, theirs] = [fold(expected), fold(signature)];
  return ours.length === theirs.length && timingSafeEqual(ours, theirs);
}

function digestOf(settings: SignatureSettings, key: SandboxKey, content: SignedContent): Buffer {
  const bytes =
    settings.source === "raw" ? content.raw : encodeString(stringToSign(settings, key, content), settings.charset);
  if (settings.digest === "HMAC-SHA256") return createHmac("sha256", key.bytes).update(bytes).digest();
  return createHash(settings.digest.toLowerCase()).update(bytes).digest();
}

/** The string to sign. Holds the key where the settings append it: never leaves this package. */
function stringToSign(settings: SignatureSettings, key: SandboxKey, content: SignedContent): string {
  const all = new Map<string, string>();
  for (const [name, value] of content.fields) all.set(name, value);
  if (settings.nonce === "required" && !all.get(settings.nonceField))
    throw keyError(`the field ${settings.nonceField}`);
  all.set(settings.bodyName, bodyValue(settings, content.body));
  const dropped = new Set(settings.exclude);
  if (settings.excludeSignType) dropped.add(settings.signTypeField);
  if (settings.nonce === "none") dropped.add(settings.nonceField);
  const chosen = [...chosenNames(settings, all)]
    .filter((name) => !dropped.has(name) && (all.get(name) !== "" || settings.empty === "keep"))
    .map((name): [string, string] => [name, all.get(name) as string]);
  if (settings.sort === "ascii") chosen.sort(([a], [b]) => Buffer.compare(Buffer.from(a), Buffer.from(b)));
  const pairs = chosen.map(([name, value]) => {
    const written = encodeValue(settings, value);
    if (settings.pair === "value") return written;
    return settings.pair === "name=value" ? `${name}=${written}` : name + written;
  });
  const text = pairs.join(settings.pairSeparator);
  if (settings.keySuffix === null) return text;
  if (key.text === undefined) throw keyError("a key that is text, since it is appended");
  return text + settings.keySuffix + key.text;
}

function* chosenNames(settings: SignatureSettings, all: ReadonlyMap<string, string>): Generator<string> {
  const listed = settings.fields === "all" ? undefined : new Set(settings.fields);
  for (const name of listed ?? []) if (all.has(name)) yield name;
  const known = new Set([...settings.knownFields, settings.bodyName]);
  for (const name of all.keys()) {
    if (listed?.has(name)) continue;
    if (known.has(name) ? listed === undefined : settings.includeUnknownFields) yield name;
  }
}

function bodyValue(settings: SignatureSettings, body: string): string {
  if (settings.bodyForm === "stripped") return body.replace(/>[ \t\r\n]+(?=<)/g, ">").trim();
  if (settings.bodyForm === "c14n") return canonicalizeExclusive(readXml(body).root);
  if (settings.bodyForm === "base64") return Buffer.from(encodeString(body, settings.charset)).toString("base64");
  return body;
}

function encodeValue(settings: SignatureSettings, value: string): string {
  if (settings.valueEncoding === "raw") return value;
  const kept = settings.valueEncoding === "url" ? /[A-Za-z0-9\-._~]/ : /[A-Za-z0-9\-._*]/;
  return [...encodeString(value, settings.charset)]
    .map((byte) => {
      const character = String.fromCharCode(byte);
      if (kept.test(character)) return character;
      if (byte === 0x20 && settings.valueEncoding === "form") return "+";
      return `%${byte.toString(16).toUpperCase().padStart(2, "0")}`;
    })
    .join("");
}

function keyError(wanted: string): SandboxError {
  return new SandboxError("SANDBOX_SIGNATURE", `cannot sign: ${wanted} is needed`, `无法签名：缺少 ${wanted}`);
}
