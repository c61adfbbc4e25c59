import type { IncomingMessage, ServerOptions, ServerResponse } from "node:http";
import { rawBodyMissing, tooLarge } from "../errors.ts";
import type { PushHead, PushResponse } from "../push.ts";
import type { Receiver } from "../receiver.ts";
import { collectBody } from "./collect-body.ts";

/** A request as node:http gives it; Express and Koa hand on the same object. */
export type NodeRequest = IncomingMessage & { readonly body?: unknown; readonly originalUrl?: string };

/**
 * Options for `http.createServer` (with Fastify: `http`) by which senders who dawdle are cut: heads have 5 seconds, whole
 * requests 10, and a second later the connection is gone. Node's own allow 60 and 300 seconds and look every 30.
 */
export const pushServerOptions: ServerOptions = {
  headersTimeout: 5_000,
  requestTimeout: 10_000,
  connectionsCheckingInterval: 1_000,
};

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
  const head: PushHead = {
    method: request.method ?? "GET",
    path: request.originalUrl ?? request.url ?? "/",
    headers: request.headers as Record<string, string | string[] | undefined>,
  };
  const given = request.body;
  const answer =
    given instanceof Uint8Array
      ? await receiver({ ...head, body: given, signal: abort.signal })
      : given !== undefined || request.readableDidRead
        ? receiver.refuse(rawBodyMissing(framework, advice, adviceZh))
        : await answerTo(receiver, head, request, abort.signal);
  if (answer === undefined) return;
  const headers: Record<string, string> = { ...answer.headers };
  // What is left of an oversized body is not read, so the connection can't be used again.
  if (!request.complete) headers["connection"] = "close";
  response.writeHead(answer.status, headers);
  response.end(answer.body);
}

/** Reads the body and has it answered. `undefined` when the peer went away. */
async function answerTo(
  receiver: Receiver,
  head: PushHead,
  request: NodeRequest,
  signal: AbortSignal,
): Promise<PushResponse | undefined> {
  const limit = receiver.maxBodyBytes;
  const refused = receiver.refuseHead(head);
  // A peer that still writes would lose an answer; but one that announces too much is not listened to.
  if (refused && Number(request.headers["content-length"]) > limit) return refused;
  const body = await collectBody(request, limit, refused === undefined);
  if (body === "gone") return undefined;
  if (refused) return refused;
  if (body === "too large") return receiver.refuse(tooLarge(limit));
  return receiver({ ...head, body, signal });
}
