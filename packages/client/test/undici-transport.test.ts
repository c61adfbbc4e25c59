import { once } from "node:events";
import { createServer, type RequestListener } from "node:http";
import { type AddressInfo, createServer as createSocketServer, type Socket } from "node:net";
import { Agent } from "undici";
import { afterEach, expect, test } from "vitest";
import { endingOf } from "../src/ending.ts";
import { dispatch } from "../src/undici-transport.ts";

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

function send(origin: string, { limit = 1000, signal = new AbortController().signal } = {}) {
  const dispatcher = new Agent();
  closing.push(() => void dispatcher.destroy());
  return dispatch(
    dispatcher,
    { origin, path: "/x?y" },
    {
      headers: { "content-type": "text/xml" },
      body: Buffer.from("<a/>"),
      ending: endingOf(signal),
      maxAnswerBytes: limit,
    },
  );
}

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
  await expect(sending).rejects.toBe(gaveUp);
  await expect(send("http://127.0.0.1:1", { signal: AbortSignal.abort(gaveUp) })).rejects.toBe(gaveUp);
});

test("what ends while the answer comes ends the connection", async () => {
  let closed: Promise<unknown> | undefined;
  const controller = new AbortController();
  const origin = await serve((_, response) => {
    closed = once(response, "close");
    response.write("a");
    setImmediate(() => controller.abort(new Error("enough")));
  });
  await expect(send(origin, { signal: controller.signal })).rejects.toThrow("enough");
  await closed;
});
