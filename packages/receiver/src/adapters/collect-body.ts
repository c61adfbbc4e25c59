import type { IncomingMessage } from "node:http";

/** What became of a body: read, over the limit and not read to its end, or broken off by the peer. */
export type Collected = Uint8Array | "too large" | "gone";

/**
 * Reads a body of at most `limit` bytes; with `keep` false its bytes are let go, and an empty one is given.
 *
 * By events: iterating over a request costs a promise a piece and more than ten listeners.
 */
export function collectBody(request: IncomingMessage, limit: number, keep: boolean): Promise<Collected> {
  return new Promise((resolve) => {
    const chunks: Uint8Array[] = [];
    let size = 0;
    const finish = (collected: Collected): void => {
      request.off("data", onData).off("end", onEnd).off("close", onGone);
      resolve(collected);
    };
    const onData = (chunk: Uint8Array): void => {
      size += chunk.byteLength;
      if (size > limit) {
        // The rest stays where it is.
        request.pause();
        finish("too large");
      } else if (keep) chunks.push(chunk);
    };
    const onEnd = (): void => {
      const [only = new Uint8Array()] = chunks;
      finish(chunks.length > 1 ? Buffer.concat(chunks, size) : only);
    };
    const onGone = (): void => finish("gone");
    // An error closes as well; who did not listen to it would end with it.
    request
      .on("error", () => {})
      .on("end", onEnd)
      .on("close", onGone)
      .on("data", onData);
  });
}
