import { decodeText } from "./charset.ts";
import { fromBase64, fromHex } from "./encoding.ts";
import { SignError } from "./errors.ts";

/** How a key source becomes a key. */
export interface KeyOptions {
  /** The key is the text itself (default), or hex digits, base64, or the base64 body of a PEM block. */
  readonly decoding?: "text" | "hex" | "base64" | "pem";
  /** Strips a BOM at the start and line ends at both ends (default `true`). Hex, base64 and PEM ignore white space anyway. */
  readonly trim?: boolean;
}

/** The parts of a key: HMAC bytes, text for a key suffix (none for a binary key), and the source as it came. */
export interface KeyParts {
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly text: string | undefined;
  readonly source: Uint8Array<ArrayBuffer>;
}

/** Reads a key source. @throws {@link SignError} `SIGN_KEY_EMPTY`, `SIGN_KEY_MALFORMED`. */
export function readKey(input: string | Uint8Array, options: KeyOptions = {}): KeyParts {
  const { decoding = "text", trim = true } = options;
  const source = typeof input === "string" ? new TextEncoder().encode(input) : new Uint8Array(input);
  if (source.length === 0) throw emptyKey();
  if (decoding === "text") return readTextKey(source, trim);
  const whole = decodeText(source, "UTF-8")?.replace(/^\uFEFF/, "");
  if (whole === undefined) throw malformedKey(decoding, "it is not UTF-8 text");
  const text = (decoding === "pem" ? pemBody(whole) : whole).replace(/[ \t\r\n]/g, "");
  const bytes = decoding === "hex" ? fromHex(text) : fromBase64(text);
  if (bytes === undefined) throw malformedKey(decoding, "there are characters that do not belong there, or too few");
  if (bytes.length === 0) throw emptyKey();
  return { bytes, text, source };
}

function readTextKey(source: Uint8Array<ArrayBuffer>, trim: boolean): KeyParts {
  if (!trim) return { bytes: source, text: decodeText(source, "UTF-8"), source };
  const [first, second] = source;
  if (source.length % 2 === 0 && ((first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff))) {
    throw malformedKey("text", "the file is UTF-16; save it as UTF-8");
  }
  let [start, end] = [0, source.length];
  if (first === 0xef && second === 0xbb && source[2] === 0xbf) start = 3;
  while (start < end && isLineEnd(source[start])) start++;
  while (end > start && isLineEnd(source[end - 1])) end--;
  if (start === end) throw emptyKey();
  const bytes = source.slice(start, end);
  return { bytes, text: decodeText(bytes, "UTF-8"), source };
}

function isLineEnd(byte: number | undefined): boolean {
  return byte === 0x0a || byte === 0x0d;
}

function pemBody(text: string): string {
  const match = /-----BEGIN ([A-Z0-9 ]+)-----([\s\S]*?)-----END ([A-Z0-9 ]+)-----/.exec(text);
  if (match === null || match[1] !== match[3]) throw malformedKey("pem", "there is no complete PEM block");
  const body = match[2] as string;
  if (body.includes(":")) throw malformedKey("pem", "an encrypted PEM block is not supported");
  return body;
}

function emptyKey(): SignError {
  return new SignError("SIGN_KEY_EMPTY", "the key has no byte", "密钥为空");
}

function malformedKey(decoding: string, why: string): SignError {
  return new SignError(
    "SIGN_KEY_MALFORMED",
    `the key cannot be read as ${decoding}: ${why}`,
    `密钥无法按 ${decoding} 读取`,
    {
      decoding,
    },
  );
}
