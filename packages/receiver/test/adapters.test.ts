import { createServer, type Server } from "node:http";
import { type AddressInfo, connect } from "node:net";
import express from "express";
import fastify from "fastify";
import { Hono } from "hono";
import Koa from "koa";
import { afterEach, describe, expect, it } from "vitest";
import { expressMiddleware } from "../src/adapters/express.ts";
import { fastifyPlugin } from "../src/adapters/fastify.ts";
import { toFetchHandler } from "../src/adapters/fetch.ts";
import { honoHandler } from "../src/adapters/hono.ts";
import { koaMiddleware } from "../src/adapters/koa.ts";
import { toNodeListener } from "../src/adapters/node.ts";
import type { ReceiverError } from "../src/errors.ts";
import type { PushRequest } from "../src/push.ts";
import type { Receiver } from "../src/receiver.ts";

/** A receiver that answers with what it got, so that adapters can be judged alone. */
function echo(): Receiver & { readonly requests: PushRequest[]; readonly refused: ReceiverError[] } {
  const requests: PushRequest[] = [];
  const refused: ReceiverError[] = [];
  return Object.assign(
    async (request: PushRequest) => {
      requests.push(request);
      if (request.body.byteLength > 1000)
        return { status: 413, headers: { "content-length": "0" }, body: new Uint8Array() };
      return {
        status: 200,
        headers: { "content-type": "text/xml; charset=utf-8", "content-length": String(request.body.byteLength) },
        body: request.body,
      };
    },
    {
      maxBodyBytes: 1000,
      requests,
      refused,
      isAddressed: () => true,
      knows: () => true,
      refuseHead: () => undefined,
      refuse(error: ReceiverError) {
        refused.push(error);
        return { status: error.status, headers: { "content-length": "0" }, body: new Uint8Array() };
      },
      close: async () => {},
    },
  );
}

interface Mounted {
  readonly url: string;
  readonly close: () => Promise<void>;
}

async function listen(server: Server): Promise<Mounted> {
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}/push`,
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}

/** A server of Fetch handlers over node:http, for Fetch and Hono. */
async function listenFetch(handler: (request: Request) => Response | Promise<Response>): Promise<Mounted> {
  return listen(
    createServer(async (incoming, outgoing) => {
      const chunks: Buffer[] = [];
      for await (const chunk of incoming) chunks.push(chunk as Buffer);
      const hasBody = incoming.method !== "GET" && incoming.method !== "HEAD";
      const response = await handler(
        new Request(`http://127.0.0.1${incoming.url}`, {
          method: incoming.method ?? "GET",
          headers: incoming.headers as Record<string, string>,
          ...(hasBody ? { body: Buffer.concat(chunks) } : {}),
        }),
      );
      outgoing.writeHead(response.status, Object.fromEntries(response.headers));
      outgoing.end(Buffer.from(await response.arrayBuffer()));
    }),
  );
}

/** Each adapter: mounted as its README says, and mounted behind something that reads the body. */
const ADAPTERS: Readonly<
  Record<string, { mount(receiver: Receiver): Promise<Mounted>; mountTooLate(receiver: Receiver): Promise<Mounted> }>
> = {
  "node:http": {
    mount: (receiver) => listen(createServer(toNodeListener(receiver))),
    mountTooLate: (receiver) =>
      listen(
        createServer(async (request, response) => {
          for await (const _ of request.iterator({ destroyOnReturn: false }));
          await toNodeListener(receiver)(request, response);
        }),
      ),
  },
  fetch: {
    mount: (receiver) => listenFetch(toFetchHandler(receiver)),
    mountTooLate: (receiver) =>
      listenFetch(async (request) => {
        await request.text();
        return toFetchHandler(receiver)(request);
      }),
  },
  express: {
    mount: (receiver) => {
      const app = express();
      app.all("/push", expressMiddleware(receiver));
      app.use(express.json());
      return listen(createServer(app));
    },
    mountTooLate: (receiver) => {
      const app = express();
      app.use(express.text({ type: () => true }));
      app.all("/push", expressMiddleware(receiver));
      return listen(createServer(app));
    },
  },
  fastify: {
    mount: async (receiver) => {
      const app = fastify();
      await app.register(fastifyPlugin(receiver), { path: "/push" });
      await app.ready();
      const mounted = await app.listen({ port: 0, host: "127.0.0.1" });
      return { url: `${mounted}/push`, close: async () => app.close() };
    },
    mountTooLate: async (receiver) => {
      const app = fastify();
      await app.register(async (scope) => {
        scope.addHook("preHandler", async (request) => {
          request.body = String(request.body);
        });
        await scope.register(fastifyPlugin(receiver), { path: "/push" });
      });
      const mounted = await app.listen({ port: 0, host: "127.0.0.1" });
      return { url: `${mounted}/push`, close: async () => app.close() };
    },
  },
  koa: {
    mount: (receiver) => {
      const app = new Koa();
      app.use(koaMiddleware(receiver));
      return listen(createServer(app.callback()));
    },
    mountTooLate: (receiver) => {
      const app = new Koa();
      app.use(async (context, next) => {
        const chunks: Buffer[] = [];
        for await (const chunk of context.req.iterator({ destroyOnReturn: false })) chunks.push(chunk as Buffer);
        (context.request as { body?: unknown }).body = { parsed: Buffer.concat(chunks).toString() };
        await next();
      });
      app.use(koaMiddleware(receiver));
      return listen(createServer(app.callback()));
    },
  },
  hono: {
    mount: (receiver) => {
      const app = new Hono();
      app.all("/push", honoHandler(receiver));
      return listenFetch((request) => app.fetch(request));
    },
    mountTooLate: (receiver) => {
      const app = new Hono();
      app.use(async (context, next) => {
        await context.req.raw.text();
        await next();
      });
      app.all("/push", honoHandler(receiver));
      return listenFetch((request) => app.fetch(request));
    },
  },
};

const CHINESE = Buffer.from('<?xml version="1.0"?>\r\n<a>苏州示例贸易有限公司𠮷</a>\n', "utf8");
let mounted: Mounted | undefined;

afterEach(async () => {
  await mounted?.close();
  mounted = undefined;
});

describe.each(Object.entries(ADAPTERS))("%s adapter", (_name, adapter) => {
  it("hands on raw bytes with Chinese text and sends all bytes of the answer", async () => {
    const receiver = echo();
    mounted = await adapter.mount(receiver);
    const response = await fetch(mounted.url, {
      method: "POST",
      headers: { "content-type": "text/xml; charset=utf-8", soapaction: '""' },
      body: CHINESE,
    });
    expect(response.status).toBe(200);
    expect(response.headers.get("content-type")).toBe("text/xml; charset=utf-8");
    expect(Buffer.from(await response.arrayBuffer())).toEqual(CHINESE);
    expect(receiver.requests[0]).toMatchObject({
      method: "POST",
      path: "/push",
      headers: { soapaction: '""', "content-type": "text/xml; charset=utf-8" },
    });
  });

  it.each(["application/json", "application/x-www-form-urlencoded", "text/plain"])(
    "does not parse a body of type %s",
    async (type) => {
      const receiver = echo();
      mounted = await adapter.mount(receiver);
      const response = await fetch(mounted.url, { method: "POST", headers: { "content-type": type }, body: '{"a":1}' });
      expect(response.status).toBe(200);
      expect(await response.text()).toBe('{"a":1}');
    },
  );

  it("hands on a GET with no body", async () => {
    const receiver = echo();
    mounted = await adapter.mount(receiver);
    expect((await fetch(mounted.url)).status).toBe(200);
    expect(receiver.requests[0]).toMatchObject({ method: "GET" });
    expect(receiver.requests[0]?.body.byteLength).toBe(0);
  });

  it("lets the core refuse a body over the limit", async () => {
    const receiver = echo();
    mounted = await adapter.mount(receiver);
    const response = await fetch(mounted.url, {
      method: "POST",
      headers: { "content-type": "text/xml" },
      body: "x".repeat(5000),
    });
    expect(response.status).toBe(413);
  });

  it("fails with PUSH_RAW_BODY_MISSING when something has read the body before", async () => {
    const receiver = echo();
    mounted = await adapter.mountTooLate(receiver);
    const response = await fetch(mounted.url, {
      method: "POST",
      headers: { "content-type": "text/xml" },
      body: CHINESE,
    });
    expect(response.status).toBe(500);
    expect(await response.text()).toBe("");
    expect(receiver.requests).toEqual([]);
    expect(receiver.refused[0]).toMatchObject({ code: "PUSH_RAW_BODY_MISSING" });
    expect(receiver.refused[0]?.messageZh).toMatch(/签名/);
  });
});

describe("express adapter", () => {
  it("takes the Buffer of express.raw()", async () => {
    const receiver = echo();
    const app = express();
    app.use(express.raw({ type: () => true }));
    app.all("/push", expressMiddleware(receiver));
    mounted = await listen(createServer(app));
    const response = await fetch(mounted.url, {
      method: "POST",
      headers: { "content-type": "text/xml" },
      body: CHINESE,
    });
    expect(Buffer.from(await response.arrayBuffer())).toEqual(CHINESE);
  });
});

describe("node:http adapter", () => {
  it("survives a peer that goes away in the middle of its body", async () => {
    const receiver = echo();
    mounted = await ADAPTERS["node:http"]?.mount(receiver);
    const { port } = new URL((mounted as Mounted).url);
    await new Promise<void>((resolve) => {
      const socket = connect(Number(port), "127.0.0.1", () => {
        socket.write("POST /push HTTP/1.1\r\nhost: x\r\ncontent-length: 500\r\n\r\nhalf");
        socket.end(() => socket.destroy());
      });
      socket.on("close", () => resolve());
    });
    expect((await fetch((mounted as Mounted).url, { method: "POST", body: "x" })).status).toBe(200);
  });
});

describe("fetch adapter", () => {
  it("answers 400 when the body breaks off, and does not reject", async () => {
    const receiver = echo();
    const body = new ReadableStream<Uint8Array>({
      pull(controller) {
        controller.error(new Error("aborted"));
      },
    });
    const request = new Request("http://127.0.0.1/push", { method: "POST", body, duplex: "half" } as RequestInit);
    expect((await toFetchHandler(receiver)(request)).status).toBe(400);
    expect(receiver.requests).toEqual([]);
  });
});
