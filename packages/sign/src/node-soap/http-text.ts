import { unreadable } from "./envelope.ts";

/** The bytes of an answer, as long as they stay within the limit. @throws {@link SignError} `SIGN_ENVELOPE`. */
export async function readLimited(response: Response, maxBytes: number): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of (response.body ?? []) as AsyncIterable<Uint8Array>) {
    size += chunk.length;
    if (size > maxBytes) throw unreadable(`the answer is larger than ${maxBytes} bytes`);
    chunks.push(chunk);
  }
  const bytes = new Uint8Array(size);
  let at = 0;
  for (const chunk of chunks) {
    bytes.set(chunk, at);
    at += chunk.length;
  }
  return bytes;
}

const CHARSETS = ["utf-8", "utf8", "gbk", "gb2312", "gb18030", "utf-16", "utf-16le", "utf-16be"];

/** XML bytes as text: by byte order mark, else the HTTP header, else the XML declaration, else UTF-8. Strict. */
export function decodeXmlBytes(bytes: Uint8Array, contentType: string | null): string {
  const start = new TextDecoder("latin1").decode(bytes.subarray(0, 200));
  const declared = /^<\?xml[^>]*?encoding\s*=\s*["']([\w.-]+)["']/.exec(start)?.[1];
  const http = /charset\s*=\s*"?([\w.-]+)/i.exec(contentType ?? "")?.[1];
  const marked = start.startsWith("ï»¿")
    ? "utf-8"
    : start.startsWith("ÿþ")
      ? "utf-16le"
      : start.startsWith("þÿ")
        ? "utf-16be"
        : undefined;
  const charset = (marked ?? http ?? declared ?? "utf-8").toLowerCase();
  if (!CHARSETS.includes(charset)) throw unreadable(`charset ${charset} is not supported`);
  try {
    return new TextDecoder(charset, { fatal: true }).decode(bytes);
  } catch {
    throw unreadable(`the answer is not ${charset}`);
  }
}
