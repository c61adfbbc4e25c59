import type { IncomingMessage } from "node:http";
import { decoded } from "./content-coding.ts";
import { ClientError, tooLarge } from "./errors.ts";
import { joined } from "./joined.ts";
import { LostConnection } from "./lost-connection.ts";
import type { TransportOptions, TransportRequest, TransportResponse } from "./transport.ts";

/**
 * Sends one request over a connection of its own, by Node's own client, so that it is known whether a byte of it left:
 * the caller is asked after the connection stands and immediately before the write, and the socket is destroyed when the
 * exchange ends early.
 *
 * @throws {LostConnection} when no answer came.
 * @throws {ClientError} `CLIENT_ANSWER_TOO_LARGE`.
 */
export async function sendOnce(options: TransportOptions, request: TransportRequest): Promise<TransportResponse> {
  const url = new URL(request.url);
  const isTls = url.protocol === "https:";
  const ca = options.ca === undefined ? {} : { ca: typeof options.ca === "string" ? options.ca : [...options.ca] };
  // Not imported: an import reads every export, and one of them brings all that `fetch` and `WebSocket` need.
  const { request: open } = isTls ? process.getBuiltinModule("node:https") : process.getBuiltinModule("node:http");
  const outgoing = open(url, {
    method: "POST",
    headers: {
      accept: "*/*",
      "accept-encoding": "identity",
      ...request.headers,
      "content-length": request.body.byteLength,
    },
    agent: false,
    ...ca,
  });
  let sent: "no" | "maybe" = "no";
  const connecting = setTimeout(
    () => outgoing.destroy(new Error("no connection in time")),
    options.connectTimeoutMs ?? 10_000,
  );
  const write = (): void => {
    clearTimeout(connecting);
    if (request.ending.reason !== undefined || request.watch?.mayWrite?.() === false) {
      outgoing.destroy(new Error("the deadline for sending is over"));
      return;
    }
    sent = "maybe";
    outgoing.end(request.body);
  };
  const unlisten = request.ending.listen(() => outgoing.destroy(new Error("the time is over")));
  try {
    const incoming = await new Promise<IncomingMessage>((resolve, reject) => {
      outgoing.once("error", reject);
      outgoing.once("response", resolve);
      outgoing.once("socket", (socket) => {
        if (isTls) socket.once("secureConnect", write);
        else if (socket.connecting) socket.once("connect", write);
        else write();
      });
    });
    const headers: Record<string, string> = {};
    for (const [name, value] of Object.entries(incoming.headers)) {
      if (value !== undefined) headers[name] = typeof value === "string" ? value : value.join(", ");
    }
    const body = await readAll(incoming, Number(headers["content-length"]), request.maxAnswerBytes);
    return {
      status: incoming.statusCode ?? 0,
      headers,
      body: await decoded(body, headers, request.maxAnswerBytes),
    };
  } catch (cause) {
    throw cause instanceof ClientError ? cause : new LostConnection(sent, cause);
  } finally {
    clearTimeout(connecting);
    unlisten();
    // An answer that came before the request was written, or one over the limit, leaves nothing to wait for.
    outgoing.destroy();
  }
}

async function readAll(incoming: IncomingMessage, announced: number, limit: number): Promise<Uint8Array> {
  if (announced > limit) throw tooLarge(announced, limit, { sent: "maybe" });
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of incoming as AsyncIterable<Uint8Array>) {
    size += chunk.byteLength;
    if (size > limit) throw tooLarge(size, limit, { sent: "maybe" });
    chunks.push(chunk);
  }
  return joined(chunks, size);
}
