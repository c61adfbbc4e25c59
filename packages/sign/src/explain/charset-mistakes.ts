import { type Charset, decodeText, encodeText } from "../charset.ts";
import type { Mistakes } from "./attempt.ts";

type Encode = (text: string) => Uint8Array | undefined;

/** Another charset, with the damage that usual runtimes do. */
export const charset: Mistakes = function* (from) {
  const own = from.profile.charset;
  const encoders: [string, Encode][] = [];
  for (const name of ["UTF-8", "GBK", "GB18030"] as const) if (name !== own) encoders.push([name, plain(name)]);
  encoders.push(
    ["GBK, missing characters as ?", (text) => replaced(text, "GBK")],
    ["ISO-8859-1, missing characters as ?", (text) => latin1(text)],
    ["ASCII, missing characters as ?", (text) => latin1(text, 0x7f)],
    ["UTF-16LE", (text) => utf16(text, true, false)],
    ["UTF-16BE", (text) => utf16(text, false, false)],
    ["UTF-16LE with BOM", (text) => utf16(text, true, true)],
    ["UTF-16BE with BOM", (text) => utf16(text, false, true)],
    ["UTF-8 read as ISO-8859-1, then UTF-8", (text) => reread(text, "UTF-8")],
    ["GBK read as ISO-8859-1, then UTF-8", (text) => reread(text, "GBK")],
    ["UTF-8 read as GBK, then UTF-8", (text) => misread(text, "UTF-8", "gbk")],
    ["GBK read as UTF-8, then UTF-8", (text) => misread(text, "GBK", "utf-8")],
    ["missing characters of ISO-8859-1 as ?, UTF-8", (text) => encodeText(text.replace(/[^\0-\xff]/g, "?"), "UTF-8")],
  );
  for (const [variant, encode] of encoders) yield { cause: "charset", variant, attempt: { ...from, encode } };
};

/** Characters beyond the basic plane. */
export const fourByteCharacter: Mistakes = function* (from) {
  const cause = "four-byte-character";
  if (!/[\u{10000}-\u{10ffff}]/u.test([from.body, ...from.fields.map(([, value]) => value)].join(""))) return;
  yield { cause, variant: "CESU-8", attempt: { ...from, encode: cesu8 } };
  for (const [variant, instead] of [
    ["dropped", ""],
    ["as ?", "?"],
    ["as ??", "??"],
    ["as ????", "????"],
    ["as U+FFFD", "\uFFFD"],
    ["as two U+FFFD", "\uFFFD\uFFFD"],
  ] as const) {
    yield { cause, variant, attempt: { ...from, finish: (text) => text.replace(/[\u{10000}-\u{10ffff}]/gu, instead) } };
  }
};

function plain(name: Charset): Encode {
  return (text) => {
    try {
      return encodeText(text, name);
    } catch {
      return undefined;
    }
  };
}

function replaced(text: string, name: Charset): Uint8Array | undefined {
  const encode = plain(name);
  const whole = encode(text);
  if (whole !== undefined) return whole;
  return encode(Array.from(text, (character) => (encode(character) === undefined ? "?" : character)).join(""));
}

function latin1(text: string, last = 0xff): Uint8Array {
  return Uint8Array.from(
    Array.from(text, (character) => {
      const code = character.codePointAt(0) as number;
      return code > last ? 0x3f : code;
    }),
  );
}

function utf16(text: string, little: boolean, bom: boolean): Uint8Array {
  const marked = bom ? `\uFEFF${text}` : text;
  const view = new DataView(new ArrayBuffer(marked.length * 2));
  for (let i = 0; i < marked.length; i++) view.setUint16(2 * i, marked.charCodeAt(i), little);
  return new Uint8Array(view.buffer);
}

function reread(text: string, name: Charset): Uint8Array | undefined {
  const bytes = plain(name)(text);
  if (bytes === undefined) return undefined;
  return encodeText(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(""), "UTF-8");
}

function misread(text: string, written: Charset, read: string): Uint8Array | undefined {
  const bytes = plain(written)(text);
  if (bytes === undefined) return undefined;
  return decodeText(bytes, read === "gbk" ? "GBK" : "UTF-8") === text
    ? undefined
    : new TextEncoder().encode(new TextDecoder(read).decode(bytes));
}

function cesu8(text: string): Uint8Array {
  const out: number[] = [];
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    if (unit < 0x80) out.push(unit);
    else if (unit < 0x800) out.push(0xc0 | (unit >> 6), 0x80 | (unit & 0x3f));
    else out.push(0xe0 | (unit >> 12), 0x80 | ((unit >> 6) & 0x3f), 0x80 | (unit & 0x3f));
  }
  return Uint8Array.from(out);
}
