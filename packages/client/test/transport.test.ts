import { once } from "node:events";
import { createServer, type RequestListener } from "node:http";
import { type AddressInfo, createServer as createSocketServer, type Socket } from "node:net";
import { gzipSync } from "node:zlib";
import { afterEach, describe, expect, test } from "vitest";
import { endingOf } from "../src/ending.ts";
import { sendOnce } from "../src/one-connection.ts";
import { createTransport, type Transport, type TransportRequest } from "../src/transport.ts";

const closing: (() => void)[] = [];
afterEach(() => {
  for (const close of closing.splice(0)) close();
});

async function serve(listener: RequestListener): Promise<string> {
  const server = createServer(listener).listen(0, "127.0.0.1");
  await once(server, "listening");
  closing.push(() => {
    server.closeAllConnections();
    server.close();
  });
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

type Send = Transport["send"];

function sendOver(way: Send, origin: string, { limit = 1000, signal = new AbortController().signal } = {}) {
  return way(request(origin, limit, signal));
}

function request(origin: string, limit = 1000, signal = new AbortController().signal): TransportRequest {
  return {
    url: `${origin}/x?y`,
    headers: { "content-type": "text/xml" },
    body: Buffer.from("<a/>"),
    ending: endingOf(signal),
    maxAnswerBytes: limit,
  };
}

/** How later messages of a client go: the first is gone already. */
const later: Send = async (one) => {
  const transport = createTransport({});
  closing.push(() => void transport.close());
  await transport.send(request(await serve((_, response) => void response.end())));
  return transport.send(one);
};

const ways: readonly (readonly [string, Send])[] = [
  ["a connection of its own", (one) => sendOnce({}, one)],
  ["undici", later],
];

test("a client's first message has a connection of its own, later ones share theirs", async () => {
  const sockets = new Set<unknown>();
  const kept: (string | undefined)[] = [];
  const origin = await serve((incoming, response) => {
    sockets.add(incoming.socket);
    kept.push(incoming.headers.connection);
    response.end();
  });
  const transport = createTransport({});
  for (let messages = 0; messages < 8; messages++) await transport.send(request(origin));
  await transport.close();
  // undici may take a second one while the first is not idle yet again.
  expect(sockets.size).toBeLessThanOrEqual(3);
  expect(kept).toEqual(["close", ...Array.from({ length: 7 }, () => "keep-alive")]);
});

describe.each(ways)("over %s", (_, way) => {
  const send = (origin: string, options = {}): ReturnType<Send> => sendOver(way, origin, options);

  test("pieces of an answer become one, and what comes before it is none of it", async () => {
    const origin = await serve((request, response) => {
      response.writeEarlyHints({ link: "</a>; rel=preload" });
      response.setHeader("x-two", ["1", "2"]);
      response.writeHead(201);
      response.write(`${request.method} ${request.url} `);
      setImmediate(() => {
        response.write("中");
        setImmediate(() => response.end("文"));
      });
    });
    const answer = await send(origin);
    expect(Buffer.from(answer.body).toString()).toBe("POST /x?y 中文");
    expect(answer).toMatchObject({ status: 201, headers: { "x-two": "1, 2" } });
  });

  test("an answer over the limit is given up, announced or not", async () => {
    const origin = await serve((request, response) => {
      if (request.headers["content-length"] !== "4") throw new Error("no length");
      response.end("x".repeat(1001));
    });
    await expect(send(origin)).rejects.toMatchObject({ code: "CLIENT_ANSWER_TOO_LARGE" });
    const endless = await serve((_, response) => {
      const more = (): boolean => response.write("x".repeat(600), () => void (response.destroyed || more()));
      more();
    });
    await expect(send(endless)).rejects.toMatchObject({ code: "CLIENT_ANSWER_TOO_LARGE" });
  });

  test("what ended is refused at once, even while no connection stands", async () => {
    const sockets: Socket[] = [];
    // Never answers the greeting of TLS.
    const silent = createSocketServer((socket) => void sockets.push(socket)).listen(0, "127.0.0.1");
    await once(silent, "listening");
    closing.push(() => {
      for (const socket of sockets) socket.destroy();
      silent.close();
    });
    const controller = new AbortController();
    const sending = send(`https://127.0.0.1:${(silent.address() as AddressInfo).port}`, { signal: controller.signal });
    const gaveUp = new Error("enough");
    await once(silent, "connection");
    controller.abort(gaveUp);
    await expect(sending).rejects.toThrow();
    await expect(send("http://127.0.0.1:1", { signal: AbortSignal.abort(gaveUp) })).rejects.toThrow();
  });

  test("what ends while the answer comes ends the connection", async () => {
    let closed: Promise<unknown> | undefined;
    const controller = new AbortController();
    const origin = await serve((_, response) => {
      closed = once(response, "close");
      response.write("a");
      setImmediate(() => controller.abort(new Error("enough")));
    });
    await expect(send(origin, { signal: controller.signal })).rejects.toThrow();
    await closed;
  });

  test("an answer may be compressed, though nobody asked", async () => {
    const origin = await serve((incoming, response) => {
      response.setHeader("content-encoding", "gzip");
      response.end(gzipSync(incoming.headers["accept-encoding"] ?? ""));
    });
    expect(Buffer.from((await send(origin)).body).toString()).toBe("identity");
    const bomb = await serve((_, response) => {
      response.setHeader("content-encoding", "gzip");
      response.end(gzipSync(Buffer.alloc(100_000)));
    });
    await expect(send(bomb)).rejects.toMatchObject({ code: "CLIENT_ANSWER_TOO_LARGE" });
  });
});
