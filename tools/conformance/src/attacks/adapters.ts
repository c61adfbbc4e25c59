import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { Readable } from "node:stream";
import type { Receiver } from "@coo/receiver";
import { expressMiddleware } from "@coo/receiver/express";
import { fastifyPlugin } from "@coo/receiver/fastify";
import { toFetchHandler } from "@coo/receiver/fetch";
import { honoHandler } from "@coo/receiver/hono";
import { koaMiddleware } from "@coo/receiver/koa";
import { toNodeListener } from "@coo/receiver/node";
import express from "express";
import fastify from "fastify";
import { Hono } from "hono";
import Koa from "koa";

/** Serves a receiver at a path of the loopback interface; gives the port. */
type Mount = (receiver: Receiver, path: string) => Promise<number>;

/** Every adapter, mounted as its documentation says. */
export const ADAPTERS: Readonly<Record<string, Mount>> = {
  node: (receiver) => listen(createServer(toNodeListener(receiver))),
  express: (receiver, path) => {
    const app = express();
    app.all(path, expressMiddleware(receiver));
    return listen(createServer(app));
  },
  fastify: async (receiver, path) => {
    const app = fastify();
    await app.register(fastifyPlugin(receiver), { path });
    return Number(new URL(await app.listen({ port: 0, host: "127.0.0.1" })).port);
  },
  koa: (receiver, path) => {
    const app = new Koa();
    app.silent = true;
    const middleware = koaMiddleware(receiver);
    app.use(async (context, next) => (context.path === path ? middleware(context) : next()));
    return listen(createServer(app.callback()));
  },
  hono: (receiver, path) => {
    const app = new Hono();
    app.all(path, honoHandler(receiver));
    return listen(createServer(bridge((request) => app.fetch(request))));
  },
  fetch: (receiver) => listen(createServer(bridge(toFetchHandler(receiver)))),
};

async function listen(server: Server): Promise<number> {
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return (server.address() as AddressInfo).port;
}

/** A server of Fetch handlers on node:http. The body is streamed, so that the handler's own limit is what holds. */
function bridge(handler: (request: Request) => Response | Promise<Response>) {
  return async (incoming: IncomingMessage, outgoing: ServerResponse): Promise<void> => {
    const method = incoming.method ?? "GET";
    const headers = new Headers();
    for (let i = 0; i < incoming.rawHeaders.length; i += 2)
      headers.append(incoming.rawHeaders[i] as string, incoming.rawHeaders[i + 1] as string);
    const hasBody = method !== "GET" && method !== "HEAD";
    const init = {
      method,
      headers,
      ...(hasBody ? { body: Readable.toWeb(incoming) as ReadableStream<Uint8Array>, duplex: "half" } : {}),
    };
    const response = await handler(new Request(`http://127.0.0.1${incoming.url}`, init as RequestInit));
    outgoing.writeHead(response.status, Object.fromEntries(response.headers));
    outgoing.end(Buffer.from(await response.arrayBuffer()));
  };
}
