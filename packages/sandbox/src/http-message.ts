/** One HTTP request as the sandbox's core sees it, whatever brought it. */
export interface HttpRequest {
  /** Upper case. */
  readonly method: string;
  /** Path with query. */
  readonly path: string;
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Uint8Array;
}

/** The HTTP answer. */
export interface HttpAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Uint8Array;
  /** The connection breaks after so many bytes of the body. */
  readonly breaksAfter?: number;
}

/** An answer without SOAP. */
export function plainAnswer(status: number, text = "", contentType = "text/plain; charset=utf-8"): HttpAnswer {
  const body = new TextEncoder().encode(text);
  return { status, headers: text === "" ? {} : { "content-type": contentType }, body };
}
