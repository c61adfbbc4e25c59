import { createClient } from "@coo/client";
import { createSandbox } from "@coo/sandbox";
import { afterEach, describe, expect, it } from "vitest";
import { operationOf, sample, services, wsdlFile } from "../src/messages.ts";
import { nodeSoapPeer } from "../src/node-soap-peer.ts";
import { nodeSoapServer } from "../src/node-soap-server.ts";
import type { Shape } from "../src/peer.ts";
import { runCalls, wireOf } from "../src/run-calls.ts";
import { sampleOf } from "./support.ts";

const closing: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0)) await close();
});

describe("node-soap", () => {
  it.each(sampleOf("node-soap"))("%s", async (_, cell) => {
    const outcomes = await cell.run();
    expect(outcomes.filter((outcome) => outcome.error !== undefined)).toEqual([]);
    expect(outcomes).toHaveLength(cell.messages);
  });

  it.each(["string", "typed"] as const)("as a client with another key gets nothing in the %s shape", async (shape) => {
    const sandbox = createSandbox({ signature: signatureOf(shape) });
    closing.push(() => sandbox.close());
    const { url } = await sandbox.listen(0);
    const peer = await nodeSoapPeer({
      wsdl: wsdlFile("exchange.wsdl"),
      service: "ExchangeService",
      port: shape === "string" ? "ExchangeString" : "ExchangeTyped",
      address: `${url}/services/exchange/${shape}`,
      shape,
      soapVersion: "1.1",
      providerCode: sandbox.credentials.providerCode,
      key: "another-key",
    });
    const outcomes = await runCalls(sandbox, peer, shape, "1.1");
    expect(outcomes.filter((outcome) => outcome.error === undefined)).toEqual([]);
    expect(outcomes[0]?.error).toMatch(/signature is wrong/);
    expect(new Set(sandbox.journal.entries.map((entry) => entry.returnCode))).toEqual(new Set(["1002"]));
  });

  it.each([
    ["string", "CLIENT_FAULT"],
    ["typed", "CLIENT_HTTP_STATUS"],
  ] as const)("as a server refuses another key in the %s shape", async (shape, code) => {
    const { call, asked } = await serverAndClient(shape, "ccpit-demo-key-0001", "another-key");
    await expect(call()).rejects.toMatchObject({ code });
    expect(asked()).toBe(0);
  });

  it.each(["string", "typed"] as const)("as a server with one key is understood in the %s shape", async (shape) => {
    const { call, asked } = await serverAndClient(shape, "ccpit-demo-key-0001", "ccpit-demo-key-0001");
    await call();
    expect(asked()).toBe(1);
  });
});

const signatureOf = (shape: Shape): "P1" | "http-header" => (shape === "string" ? "P1" : "http-header");

async function serverAndClient(
  shape: Shape,
  serverKey: string,
  clientKey: string,
): Promise<{ call: () => Promise<unknown>; asked: () => number }> {
  const operation = operationOf("queryBranches");
  const now = Date.UTC(2026, 2, 2);
  let count = 0;
  const running = await nodeSoapServer({
    service: "Exchange",
    shape,
    soapVersion: "1.1",
    providerCode: "TEST0001",
    key: serverKey,
    now,
    operations: [operation],
    answer: () => {
      count++;
      return sample(operation.response);
    },
  });
  closing.push(() => running.close());
  const client = createClient({
    services,
    endpoint: running.url,
    providerCode: "TEST0001",
    key: clientKey,
    wire: wireOf(shape, "1.1"),
    signature: signatureOf(shape),
    now: () => now,
  });
  closing.push(() => client.close());
  return { call: () => client.exchange("queryBranches", sample(operation.request)), asked: () => count };
}
