import { type Charset, decodeText, encodeText } from "../charset.ts";
import { fromBase64, fromHex, toBase64, toHex } from "../encoding.ts";
import type { Attempt, Candidate, Mistakes } from "./attempt.ts";

type Change = readonly [variant: string, bytes: Uint8Array, text: string | undefined];

/** The changed key as HMAC key and suffix, as HMAC key alone, as suffix alone. */
function* withKey(from: Attempt, cause: Candidate["cause"], [variant, key, keyText]: Change): Generator<Candidate> {
  const suffixed = from.profile.keySuffix !== null;
  yield { cause, variant, attempt: { ...from, key, keyText: keyText ?? from.keyText } };
  if (!suffixed || keyText === undefined || keyText === from.keyText) return;
  yield { cause, variant: `${variant}, as HMAC key only`, attempt: { ...from, key } };
  yield { cause, variant: `${variant}, in the suffix only`, attempt: { ...from, keyText } };
}

function joined(...parts: readonly Uint8Array[]): Uint8Array {
  const out = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    out.set(part, at);
    at += part.length;
  }
  return out;
}

const utf8 = (text: string): Uint8Array => encodeText(text, "UTF-8");
const BOM = new Uint8Array([0xef, 0xbb, 0xbf]);

/** Line ends and spaces around the key. */
export const keyLineEnd: Mistakes = function* (from) {
  const cause = "key-line-end";
  const { key, keyText } = from;
  for (const [name, space] of [
    ["LF", "\n"],
    ["CRLF", "\r\n"],
    ["CR", "\r"],
    ["space", " "],
    ["tab", "\t"],
  ] as const) {
    yield* withKey(from, cause, [
      `${name} after the key`,
      joined(key, utf8(space)),
      keyText === undefined ? undefined : keyText + space,
    ]);
  }
  yield* withKey(from, cause, [
    "space before the key",
    joined(utf8(" "), key),
    keyText === undefined ? undefined : ` ${keyText}`,
  ]);
  const text = decodeText(key, "UTF-8");
  if (text !== undefined && text.trim() !== text)
    yield* withKey(from, cause, ["key trimmed", utf8(text.trim()), keyText?.trim()]);
  if (text !== undefined && /[\r\n]/.test(text.trim())) {
    yield* withKey(from, cause, [
      "line ends inside the key dropped",
      utf8(text.replace(/[\r\n]/g, "")),
      keyText?.replace(/[\r\n]/g, ""),
    ]);
  }
};

/** A byte order mark before the key, with or without a line end after it. */
export const keyBom: Mistakes = function* (from) {
  const cause = "key-bom";
  const { key, keyText } = from;
  for (const end of ["", "\n", "\r\n"]) {
    yield* withKey(from, cause, [
      "BOM before the key",
      joined(BOM, key, utf8(end)),
      keyText === undefined ? undefined : `\uFEFF${keyText}${end}`,
    ]);
  }
  const text = decodeText(key, "UTF-8");
  if (text?.startsWith("\uFEFF"))
    yield* withKey(from, cause, ["BOM dropped", utf8(text.slice(1)), keyText?.replace(/^\uFEFF/, "")]);
};

/** Text, hex, base64, PEM: read one way here, another way there. */
export const keyDecoding: Mistakes = function* (from, material) {
  const cause = "key-decoding";
  for (const change of keyForms(from, material.keySource)) yield* withKey(from, cause, change);
  const text = from.keyText ?? "";
  for (const [name, write] of [
    ["hex", toHex],
    ["HEX", (digest: Uint8Array) => toHex(digest).toUpperCase()],
  ] as const) {
    const apply = (digest: Uint8Array): Attempt => ({ ...from, key: utf8(write(digest)), keyText: write(digest) });
    yield {
      cause,
      variant: `MD5 of the key in ${name}`,
      attempt: { ...from, prehash: { digest: "MD5", bytes: utf8(text), apply } },
    };
  }
};

function* keyForms({ key, keyText }: Attempt, keySource: Uint8Array): Generator<Change> {
  const source = decodeText(keySource, "UTF-8")?.replace(/^\uFEFF/, "");
  if (keyText !== undefined) {
    const compact = keyText.replace(/[ \t\r\n]/g, "");
    yield ["as text", utf8(keyText), keyText];
    const [hex, base64] = [fromHex(compact), fromBase64(compact)];
    if (hex !== undefined && hex.length > 0) yield ["decoded from hex", hex, keyText];
    if (base64 !== undefined && base64.length > 0) yield ["decoded from base64", base64, keyText];
    const encodings: readonly (readonly [Charset, Uint8Array | undefined])[] = [["GBK", tryEncode(keyText)]];
    for (const [charset, bytes] of encodings) if (bytes !== undefined) yield [`as text in ${charset}`, bytes, keyText];
    yield ["as text in UTF-16LE", utf16(keyText), keyText];
  }
  const forms = [
    ["hex", toHex(key)],
    ["HEX", toHex(key).toUpperCase()],
    ["base64", toBase64(key)],
  ] as const;
  for (const [name, text] of forms) yield [`as text of its ${name} digits`, utf8(text), text];
  if (source === undefined) return;
  yield ["the whole file as text", utf8(source), source];
  yield ["the whole file as text, trimmed", utf8(source.trim()), source.trim()];
  const lines = source.split(/\r?\n/).filter((line) => line !== "" && !line.startsWith("-----"));
  const flat = lines.join("");
  yield ["PEM body as text", utf8(flat), flat];
  yield ["PEM body as text with line ends", utf8(lines.join("\n")), lines.join("\n")];
  const decoded = fromBase64(flat.replace(/[ \t]/g, ""));
  if (decoded !== undefined && decoded.length > 0) yield ["decoded from the PEM body", decoded, flat];
}

function tryEncode(text: string): Uint8Array | undefined {
  try {
    return encodeText(text, "GBK");
  } catch {
    return undefined;
  }
}

function utf16(text: string): Uint8Array {
  const out = new Uint8Array(text.length * 2);
  for (let i = 0; i < text.length; i++) out.set([text.charCodeAt(i) & 0xff, text.charCodeAt(i) >> 8], 2 * i);
  return out;
}

/** The key in upper or lower case. */
export const keyCase: Mistakes = function* (from) {
  const { keyText } = from;
  if (keyText === undefined) return;
  for (const [variant, text] of [
    ["upper case", keyText.toUpperCase()],
    ["lower case", keyText.toLowerCase()],
  ] as const) {
    if (text !== keyText) yield* withKey(from, "key-case", [variant, utf8(text), text]);
  }
};
