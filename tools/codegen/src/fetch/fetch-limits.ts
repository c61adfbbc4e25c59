/** Bounds of a fetch: everything a server decides has one. */
export interface FetchLimits {
  /** Bytes of one document, after decompression. */
  readonly maxDocumentBytes: number;
  /** Bytes of all documents together. */
  readonly maxTotalBytes: number;
  /** From the look-up of the host to the last byte of one document, all redirects included. */
  readonly timeoutMs: number;
  readonly maxRedirects: number;
  readonly maxDocuments: number;
}

/** The bounds of `--fetch`. */
export const FETCH_LIMITS: FetchLimits = {
  maxDocumentBytes: 16 << 20,
  maxTotalBytes: 64 << 20,
  timeoutMs: 30_000,
  maxRedirects: 5,
  maxDocuments: 200,
};
