import type { IncomingMessage } from "node:http";
import { ClientError, tooLarge } from "./errors.ts";
import {
  createTransport,
  type Transport,
  type TransportOptions,
  type TransportRequest,
  type TransportResponse,
} from "./transport.ts";

/**
 * A connection of its own for each request, so that it is known whether a byte of it left: the caller is asked after the
 * connection stands and immediately before the write, and the socket is destroyed when the signal fires.
 *
 * With an own `fetch`, or a proxy, the caller is asked before the request is handed over, and what fails after that may
 * have arrived.
 */
export function createDirectTransport(options: TransportOptions): Transport {
  if (options.fetch || options.proxy !== undefined) return createTransport(options);
  return { send: (request) => send(options, request), close: async () => {} };
}

async function send(options: TransportOptions, request: TransportRequest): Promise<TransportResponse> {
  const url = new URL(request.url);
  const isTls = url.protocol === "https:";
  const ca = options.ca === undefined ? {} : { ca: typeof options.ca === "string" ? options.ca : [...options.ca] };
  // Loaded with the first request: a client without an outbox never needs them.
  const { request: open } = isTls ? await import("node:https") : await import("node:http");
  const outgoing = open(url, {
    method: "POST",
    headers: { ...request.headers, "content-length": request.body.byteLength },
    agent: false,
    ...ca,
  });
  let wrote = false;
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
    wrote = true;
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
    const body = await readAll(incoming, request.maxAnswerBytes);
    const headers = Object.fromEntries(
      Object.entries(incoming.headers).map(([name, value]) => [
        name,
        Array.isArray(value) ? value.join(", ") : (value ?? ""),
      ]),
    );
    return { status: incoming.statusCode ?? 0, headers, body };
  } catch (cause) {
    if (cause instanceof ClientError) throw cause;
    throw new ClientError(
      "CLIENT_CONNECTION",
      wrote
        ? `the connection broke; the message may have been taken: query before sending again (${reasonOf(cause)})`
        : `nothing was sent (${reasonOf(cause)})`,
      wrote ? `连接中断,对方可能已经受理,请先查询再决定是否重发(${reasonOf(cause)})` : `未发送(${reasonOf(cause)})`,
      { retryable: !wrote, details: { sent: wrote ? "maybe" : "no" }, cause },
    );
  } finally {
    clearTimeout(connecting);
    unlisten();
    // An answer that came before the request was written, or one over the limit, leaves nothing to wait for.
    outgoing.destroy();
  }
}

async function readAll(incoming: IncomingMessage, limit: number): Promise<Uint8Array> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of incoming as AsyncIterable<Buffer>) {
    size += chunk.byteLength;
    if (size > limit) throw tooLarge(size, limit, { sent: "maybe" });
    chunks.push(chunk);
  }
  return new Uint8Array(Buffer.concat(chunks));
}

function reasonOf(cause: unknown): string {
  const { code, message } = cause as NodeJS.ErrnoException;
  return code ?? message;
}
