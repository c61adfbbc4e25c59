import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { createClient, type FetchLike } from "@coo/client";
import { generate } from "@coo/codegen";
import { createReceiver } from "@coo/receiver";
import { createSandbox } from "@coo/sandbox";
import type { ServiceDescriptor } from "@coo/soap/gen1";
import { afterAll, expect, it } from "vitest";

const EDITION = fileURLToPath(new URL("../../../schemas/2018-07", import.meta.url));
const schemas = mkdtempSync(join(tmpdir(), "coo-flip-"));
// Below this folder, so that generated imports of @coo packages resolve.
const generated = mkdtempSync(join(import.meta.dirname, ".readme-flip-"));
afterAll(() => {
  rmSync(schemas, { recursive: true });
  rmSync(generated, { recursive: true });
});

/** The document service, generated from the edition with interface 11 flipped to a push. */
async function flippedDocuments(): Promise<ServiceDescriptor> {
  cpSync(EDITION, schemas, { recursive: true });
  const file = join(schemas, "manifest.json");
  const manifest = JSON.parse(readFileSync(file, "utf8")) as { operations: Record<string, { direction: string }> };
  (manifest.operations["syncDocuments"] as { direction: string }).direction = "push";
  writeFileSync(file, JSON.stringify(manifest));
  for (const [name, text] of generate({ entries: [], manifest: file }).files) {
    if (!name.startsWith("msg-document/")) continue;
    mkdirSync(dirname(join(generated, name)), { recursive: true });
    writeFileSync(join(generated, name), text);
  }
  const services = join(generated, "msg-document/src/gen/2018-07/services.ts");
  const { documents } = (await import(pathToFileURL(services).href)) as { documents: ServiceDescriptor };
  return documents;
}

it("makes interface 11 a receiver handler and a sandbox push, and no longer a call", async () => {
  const documents = await flippedDocuments();
  const taken: unknown[] = [];
  const sandbox = createSandbox({ services: [documents], receiver: (request) => receiver(request) });
  const handlers = { syncDocuments: (body: object) => void taken.push(body) };
  const receiver = createReceiver({
    ...sandbox.receiverCredentials,
    services: [documents],
    // Types of a service that is known at run time only do not name its handlers.
    handlers: handlers as object,
  });
  const client = createClient({
    ...sandbox.credentials,
    services: [documents],
    fetch: sandbox.fetch as unknown as FetchLike,
  });
  try {
    expect(client.operations).toContain("queryDocument");
    expect(client.operations).not.toContain("syncDocuments");
    const body = { startTime: "2026-03-01 00:00:00", endTime: "2026-03-02 00:00:00", docType: "C" };
    const push = await sandbox.push("syncDocuments", body);
    expect(push.attempts).toHaveLength(1);
    expect(taken).toEqual([body]);
    await expect(sandbox.push("queryDocument", {})).rejects.toThrow();
  } finally {
    await client.close();
    await sandbox.close();
  }
});
