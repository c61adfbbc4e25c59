import type { IncomingMessage, ServerResponse } from "node:http";
import { rawBodyMissing } from "../errors.ts";
import type { PushResponse } from "../push.ts";
import type { Receiver } from "../receiver.ts";

/** A request as node:http gives it; Express and Koa hand on the same object. */
export type NodeRequest = IncomingMessage & { readonly body?: unknown; readonly originalUrl?: string };

/**
 * Makes a listener for `http.createServer`.
 *
 * Answers every request itself. A body that something else has read before is answered with 500, and the receiver's
 * `onError` gets `PUSH_RAW_BODY_MISSING`.
 */
export function toNodeListener(receiver: Receiver): (request: NodeRequest, response: ServerResponse) => Promise<void> {
  return (request, response) =>
    serveNode(
      receiver,
      request,
      response,
      "node:http",
      "Mount the receiver before anything that reads the body.",
      "请把接收器放在任何读取请求体的代码之前。",
    );
}

/** Serves one request; shared by the adapters whose framework is built on node:http. */
export async function serveNode(
  receiver: Receiver,
  request: NodeRequest,
  response: ServerResponse,
  framework: string,
  advice: string,
  adviceZh: string,
): Promise<void> {
  const abort = new AbortController();
  response.on("close", () => {
    if (!response.writableFinished) abort.abort();
  });
  let answer: PushResponse;
  const given = request.body;
  if (given instanceof Uint8Array) answer = await handle(given);
  else if (given !== undefined || request.readableDidRead)
    answer = receiver.refuse(rawBodyMissing(framework, advice, adviceZh));
  else {
    const body = await readBody(request, receiver.maxBodyBytes);
    if (body === undefined) return;
    answer = await handle(body);
  }
  const headers: Record<string, string> = { ...answer.headers };
  // What is left of an oversized body is not read, so the connection can't be used again.
  if (!request.complete) headers["connection"] = "close";
  response.writeHead(answer.status, headers);
  response.end(answer.body);

  function handle(body: Uint8Array): Promise<PushResponse> {
    return receiver({
      method: request.method ?? "GET",
      path: request.originalUrl ?? request.url ?? "/",
      headers: request.headers as Record<string, string | string[] | undefined>,
      body,
      signal: abort.signal,
    });
  }
}

/** The whole body, or its first `limit + 1` bytes, which is enough for the core to refuse it. `undefined` when the peer went away. */
async function readBody(request: IncomingMessage, limit: number): Promise<Uint8Array | undefined> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  try {
    for await (const chunk of request.iterator({ destroyOnReturn: false }) as AsyncIterable<Uint8Array>) {
      chunks.push(chunk);
      size += chunk.byteLength;
      if (size > limit) break;
    }
  } catch {
    return undefined;
  }
  return chunks.length === 1 ? chunks[0] : Buffer.concat(chunks, size);
}
