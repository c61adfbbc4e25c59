/** One HTTP request as the neutral core sees it. Adapters make it; nothing in it has been parsed. */
export interface PushRequest {
  /** Upper case. */
  readonly method: string;
  /** Path with query, as in the request line. */
  readonly path: string;
  /** Names in lower case. A repeated header is an array. */
  readonly headers: Readonly<Record<string, string | readonly string[] | undefined>>;
  /** The body's bytes exactly as received. */
  readonly body: Uint8Array;
  readonly signal?: AbortSignal;
}

/** What stands in front of a request's body. */
export type PushHead = Pick<PushRequest, "method" | "path" | "headers">;

/** The HTTP answer; `content-length` counts bytes and is set by the core. */
export interface PushResponse {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Uint8Array;
}

/** A header's only value; `undefined` when absent or repeated, so that two contradicting ones never pass. */
export function singleHeader(headers: PushRequest["headers"], name: string): string | undefined {
  const value = headers[name];
  if (typeof value === "string") return value;
  return value !== undefined && value.length === 1 ? value[0] : undefined;
}
