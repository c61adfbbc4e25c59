import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { SandboxError } from "./errors.ts";
import type { HttpAnswer } from "./http-message.ts";
import { plainAnswer } from "./http-message.ts";
import type { Handler } from "./in-process-fetch.ts";
import { isLoopback } from "./providers.ts";

/** Where a sandbox listens. */
export interface Listening {
  /** `http://127.0.0.1:8420`, without a slash at the end. */
  readonly url: string;
  readonly port: number;
}

/** Binds a server. @throws {@link SandboxError} with code `SANDBOX_LISTEN` when the port is taken. */
export async function openServer(
  handle: Handler,
  port: number,
  host: string,
  maxBodyBytes: number,
): Promise<{ server: Server; listening: Listening }> {
  const server = createServer(
    (request, response) => void serve(handle, request, response, maxBodyBytes, isLoopback(host)),
  );
  await new Promise<void>((resolve, reject) => {
    server.once("error", (cause: NodeJS.ErrnoException) => {
      const text = cause.code === "EADDRINUSE" ? `port ${port} is in use` : cause.message;
      reject(
        new SandboxError(
          "SANDBOX_LISTEN",
          `cannot listen on ${host}:${port}: ${text}`,
          `无法监听 ${host}:${port}`,
          {},
          { cause },
        ),
      );
    });
    server.listen(port, host, resolve);
  });
  const bound = server.address() as AddressInfo;
  const name = bound.family === "IPv6" ? `[${bound.address}]` : bound.address;
  return { server, listening: { url: `http://${name}:${bound.port}`, port: bound.port } };
}

async function serve(
  handle: Handler,
  request: IncomingMessage,
  response: ServerResponse,
  maxBodyBytes: number,
  loopbackOnly: boolean,
): Promise<void> {
  try {
    const headers: Record<string, string> = {};
    for (const [name, value] of Object.entries(request.headers))
      headers[name] = Array.isArray(value) ? value.join(", ") : (value ?? "");
    // A page in a browser must not reach the sandbox through a name that points to this machine.
    const host = (headers["host"] ?? "").replace(/:\d+$/, "");
    if (loopbackOnly && !isLoopback(host)) {
      send(response, plainAnswer(421, "unknown host"));
      return;
    }
    const body = await readBody(request, maxBodyBytes);
    if (body === undefined) {
      response.setHeader("connection", "close");
      send(response, plainAnswer(413));
      return;
    }
    const answer = await handle({ method: request.method ?? "GET", path: request.url ?? "/", headers, body });
    if (answer === "cut") request.socket.destroy();
    else if (answer.breaksAfter !== undefined) sendPart(response, answer, answer.breaksAfter);
    else send(response, answer);
  } catch {
    // The peer went away while sending.
    request.socket.destroy();
  }
}

function send(response: ServerResponse, answer: HttpAnswer): void {
  response.writeHead(answer.status, { ...answer.headers, "content-length": String(answer.body.length) });
  response.end(answer.body);
}

/** Announces the whole body and breaks the connection within it. */
function sendPart(response: ServerResponse, answer: HttpAnswer, length: number): void {
  response.writeHead(answer.status, { ...answer.headers, "content-length": String(answer.body.length) });
  response.write(answer.body.subarray(0, length), () => response.socket?.destroy());
}

async function readBody(request: IncomingMessage, limit: number): Promise<Uint8Array | undefined> {
  const parts: Buffer[] = [];
  let length = 0;
  for await (const part of request as AsyncIterable<Buffer>) {
    length += part.length;
    if (length > limit) return undefined;
    parts.push(part);
  }
  return new Uint8Array(Buffer.concat(parts));
}
