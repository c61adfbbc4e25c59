import type { Sandbox } from "../../src/index.ts";

/** The exchange's address as `credentials.endpoint` gives it before listening. */
export const ENDPOINT = "http://127.0.0.1:8420/services/exchange";

/** What came back, as text. */
export interface Posted {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  readonly bytes: Uint8Array;
}

/** Posts bytes as they are, by default as SOAP 1.1 with an empty action. */
export async function post(
  sandbox: Sandbox,
  body: string | Uint8Array,
  headers: Readonly<Record<string, string>> = {},
  url = ENDPOINT,
): Promise<Posted> {
  const bytes = typeof body === "string" ? new TextEncoder().encode(body) : body;
  const response = await sandbox.fetch(url, {
    method: "POST",
    headers: { "content-type": "text/xml; charset=utf-8", soapaction: '""', ...headers },
    body: bytes as Uint8Array<ArrayBuffer>,
  });
  const answer = new Uint8Array(await response.arrayBuffer());
  return { status: response.status, headers: response.headers, text: new TextDecoder().decode(answer), bytes: answer };
}

/** Undoes the one escaping of a string carrier. */
export function unescapeXml(text: string): string {
  return text.replaceAll("&lt;", "<").replaceAll("&gt;", ">").replaceAll("&#13;", "\r").replaceAll("&amp;", "&");
}

/** Text between two markers, the first time. */
export function between(text: string, start: string, end: string): string {
  const from = text.indexOf(start);
  const to = text.indexOf(end, from + start.length);
  if (from === -1 || to === -1) throw new Error(`not found: ${start} … ${end} in ${text.slice(0, 500)}`);
  return text.slice(from + start.length, to);
}
