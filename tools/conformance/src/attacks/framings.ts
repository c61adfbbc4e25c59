import type { DrawnCase } from "./draw.ts";
import { requestText, VALUE } from "./message.ts";
import type { Vocabulary } from "./vocabulary.ts";

/** HTTP requests by hand: frames that are unusual but right, and ones by which two servers could read two messages. */
export function framings(v: Vocabulary, random: (below: number) => number): DrawnCase[] {
  const body = Buffer.from(requestText(v));
  const head = (line = "POST {{PATH}} HTTP/1.1", ...more: string[]): string =>
    [
      line,
      "Host: {{HOST}}",
      "Connection: close",
      "Content-Type: text/xml",
      'SOAPAction: "urn:act:0"',
      ...more,
      "",
      "",
    ].join("\r\n");
  const length = `Content-Length: ${body.length}`;
  const raw = (id: string, expected: DrawnCase["expected"], top: string, content: Uint8Array = body): DrawnCase => ({
    id: `frame-${id}`,
    cls: "frame",
    layer: "raw",
    expected,
    bytes: Buffer.concat([Buffer.from(top, "latin1"), content]),
    value: VALUE,
  });
  const chunks = (largest: number, extension = ""): Buffer => {
    const parts: Buffer[] = [];
    for (let at = 0; at < body.length; ) {
      const size = 1 + random(largest);
      const part = body.subarray(at, at + size);
      parts.push(Buffer.from(`${part.length.toString(16)}${extension}\r\n`), part, Buffer.from("\r\n"));
      at += size;
    }
    return Buffer.concat([...parts, Buffer.from("0\r\n\r\n")]);
  };
  const chunked = "Transfer-Encoding: chunked";
  const provider = "x-coo-provider: ATTACKED1";
  return [
    raw("plain", "accept", head(undefined, length)),
    raw("tiny-chunks", "accept", head(undefined, chunked), chunks(3)),
    raw("large-chunks", "accept", head(undefined, chunked), chunks(200)),
    raw("chunk-extensions", "accept-or-reject", head(undefined, chunked), chunks(50, ";a=b")),
    raw("expectation", "accept", head(undefined, "Expect: 100-continue", length)),
    raw("http-1.0", "accept-or-reject", head("POST {{PATH}} HTTP/1.0", length)),
    raw("absolute-form", "accept-or-reject", head("POST http://{{HOST}}{{PATH}} HTTP/1.1", length)),
    raw("same-length-twice", "accept-or-reject", head(undefined, length, length)),
    raw("length-list", "accept-or-reject", head(undefined, `${length}, ${body.length}`)),
    raw("two-lengths", "reject", head(undefined, length, "Content-Length: 10")),
    raw("length-plus", "reject", head(undefined, `Content-Length: +${body.length}`)),
    raw("length-negative", "reject", head(undefined, "Content-Length: -1")),
    raw("length-and-chunked", "reject", head(undefined, length, chunked), chunks(100)),
    raw("chunked-twice", "reject", head(undefined, "Transfer-Encoding: chunked, chunked"), chunks(100)),
    raw("chunked-not-last", "reject", head(undefined, "Transfer-Encoding: chunked, identity"), chunks(100)),
    raw("space-before-colon", "reject", head(undefined, "Transfer-Encoding : chunked"), chunks(100)),
    raw("chunk-size-no-digit", "reject", head(undefined, chunked), Buffer.from("g\r\nx\r\n0\r\n\r\n")),
    raw("chunk-size-huge", "reject", head(undefined, chunked), Buffer.from("ffffffffffffffffff\r\nx")),
    raw("no-end-of-chunks", "reject", head(undefined, chunked), chunks(100).subarray(0, -5)),
    raw("nul-in-header", "reject", head(undefined, "X-A: a\0b", length)),
    raw("bare-cr-in-header", "reject", head(undefined, "X-A: a\rX-B: b", length)),
    raw("huge-header", "reject", head(undefined, `X-A: ${"a".repeat(1 << 16)}`, length)),
    raw(
      "many-headers",
      "accept-or-reject",
      head(undefined, ...Array.from({ length: 1500 }, (_, i) => `X${i}: 1`), length),
    ),
    raw("small-method", "reject", head("post {{PATH}} HTTP/1.1", length)),
    raw("delete", "reject", head("DELETE {{PATH}} HTTP/1.1", length)),
    raw("other-path", "reject", head("POST {{PATH}}/more HTTP/1.1", length)),
    // RFC 3986, 6.2.2.3: dot segments may be taken out, as a URL of the Fetch API does.
    raw("path-with-dots", "accept-or-reject", head("POST /x/..{{PATH}} HTTP/1.1", length)),
    raw("query", "accept", head("POST {{PATH}}?a=1 HTTP/1.1", length)),
    raw("provider-twice", "reject", head(undefined, provider, length)),
    raw("another-provider", "reject", head(undefined, "X-COO-Provider: OTHER", length)),
    raw("signature-twice", "reject", head(undefined, `x-coo-signature: ${"0".repeat(64)}`, length)),
    raw("gzip", "reject", head(undefined, "Content-Encoding: gzip", length)),
    raw("nothing", "reject", head(undefined, "Content-Length: 0"), Buffer.alloc(0)),
  ];
}
