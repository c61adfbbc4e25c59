import { tooLarge } from "./errors.ts";

/** A body without its content codings: a server may compress although it was asked not to. */
export async function decoded(
  body: Uint8Array,
  headers: Readonly<Record<string, string>>,
  limit: number,
): Promise<Uint8Array> {
  const codings = (headers["content-encoding"] ?? "")
    .toLowerCase()
    .split(/[, \t]+/)
    .filter((c) => c !== "" && c !== "identity");
  if (codings.length === 0 || body.byteLength === 0) return body;
  const { brotliDecompressSync, inflateSync, unzipSync } = await import("node:zlib");
  let plain = body;
  try {
    for (const coding of codings.reverse()) {
      const run = coding === "br" ? brotliDecompressSync : coding === "deflate" ? inflateSync : unzipSync;
      plain = run(plain, { maxOutputLength: limit });
    }
  } catch (cause) {
    if ((cause as { readonly code?: string }).code === "ERR_BUFFER_TOO_LARGE") throw tooLarge(limit + 1, limit);
    throw cause;
  }
  return plain;
}
