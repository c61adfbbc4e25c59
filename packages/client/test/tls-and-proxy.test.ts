import { readFileSync } from "node:fs";
import { createServer, request as httpRequest, type Server } from "node:http";
import { createServer as createTlsServer } from "node:https";
import { type AddressInfo, connect } from "node:net";
import { enterprise } from "@coo/msg-enterprise";
import { createSandbox, type Sandbox } from "@coo/sandbox";
import { afterEach, beforeEach, expect, it } from "vitest";
import { createClient } from "../src/index.ts";

const file = (name: string): string => readFileSync(new URL(`tls/${name}`, import.meta.url), "utf8");
let sandbox: Sandbox;
const servers: Server[] = [];

beforeEach(() => {
  sandbox = createSandbox();
});

afterEach(async () => {
  for (const server of servers.splice(0)) {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  }
  await sandbox.close();
});

async function listen(server: Server): Promise<number> {
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return (server.address() as AddressInfo).port;
}

/** The sandbox behind TLS, with a certificate of an authority of our own. */
async function tlsEndpoint(): Promise<string> {
  const port = await listen(
    createTlsServer({ key: file("server.key.pem"), cert: file("server.pem") }, async (request, response) => {
      const chunks: Buffer[] = [];
      for await (const chunk of request) chunks.push(chunk as Buffer);
      const answer = (await sandbox.fetch(sandbox.credentials.endpoint, {
        method: "POST",
        headers: request.headers as Record<string, string>,
        body: Buffer.concat(chunks),
      })) as unknown as Response;
      response.writeHead(answer.status, { "content-type": answer.headers.get("content-type") ?? "" });
      response.end(Buffer.from(await answer.arrayBuffer()));
    }) as unknown as Server,
  );
  return `https://127.0.0.1:${port}/services/exchange`;
}

it("trusts an authority of one's own, and only when told so", async () => {
  const endpoint = await tlsEndpoint();
  const trusting = createClient({ ...sandbox.credentials, endpoint, services: [enterprise], ca: file("ca.pem") });
  expect((await trusting.queryBranches({ branchCode: "311" })).branches.branch).toHaveLength(1);
  await trusting.close();
  const strict = createClient({ ...sandbox.credentials, endpoint, services: [enterprise] });
  await expect(strict.queryBranches({})).rejects.toMatchObject({ code: "CLIENT_CONNECTION", details: { sent: "no" } });
  await strict.close();
});

it("goes through a proxy, to https and to http", async () => {
  const asked: string[] = [];
  const proxy = createServer((request, response) => {
    asked.push(`${request.method} ${new URL(request.url as string).host}`);
    const onward = httpRequest(
      request.url as string,
      { method: request.method, headers: request.headers },
      (answer) => {
        response.writeHead(answer.statusCode as number, answer.headers);
        answer.pipe(response);
      },
    );
    request.pipe(onward);
  });
  proxy.on("connect", (request, socket, head) => {
    asked.push(`CONNECT ${request.url}`);
    const [host, port] = (request.url as string).split(":");
    const onward = connect(Number(port), host, () => {
      socket.write("HTTP/1.1 200 OK\r\n\r\n");
      onward.write(head);
      onward.pipe(socket).pipe(onward);
    });
    onward.on("error", () => socket.destroy());
    socket.on("error", () => onward.destroy());
  });
  const address = `http://127.0.0.1:${await listen(proxy)}`;
  const { url } = await sandbox.listen(0);
  for (const endpoint of [await tlsEndpoint(), `${url}/services/exchange`]) {
    const client = createClient({
      ...sandbox.credentials,
      endpoint,
      services: [enterprise],
      ca: file("ca.pem"),
      proxy: address,
    });
    expect((await client.queryBranches({ branchCode: "311" })).branches.branch).toHaveLength(1);
    await client.close();
    expect(asked.at(-1)).toContain(new URL(endpoint).host);
  }
  expect(asked).toHaveLength(2);
});

it("refuses a demo key for another machine", () => {
  for (const endpoint of ["http://exchange.example.invalid/services", "https://10.1.2.3:8443/"]) {
    expect(() => createClient({ ...sandbox.credentials, endpoint, services: [enterprise] })).toThrow(/demo key/);
  }
  expect(() =>
    createClient({
      ...sandbox.credentials,
      key: "another-key",
      endpoint: "https://10.1.2.3:8443/",
      services: [enterprise],
    }),
  ).not.toThrow();
});
