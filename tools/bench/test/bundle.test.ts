import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { createClient } from "@coo/client";
import type { documents } from "@coo/msg-document";
import { createSandbox } from "@coo/sandbox";
import { expect, it, onTestFinished } from "vitest";
// @boundaries-ignore one application for the tests of several packages
import { application } from "../../../test/support/application.ts";
import { bundled, CLIENT } from "../src/bundle.ts";

interface Bundle {
  readonly createClient: typeof createClient;
  readonly documents: typeof documents;
}

/** What an application that bundles client and messages has: the figures of `size` are about just this. */
async function load(): Promise<Bundle> {
  const folder = mkdtempSync(join(tmpdir(), "coo-bundle-"));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const file = join(folder, "bundle.mjs");
  writeFileSync(file, await bundled(CLIENT));
  return (await import(pathToFileURL(file).href)) as Bundle;
}

it("the bundle speaks strings and elements, SOAP 1.1 and 1.2, signs, verifies and tells what is wrong", async () => {
  const { createClient, documents } = await load();
  for (const soapVersion of ["1.1", "1.2"] as const) {
    for (const payload of ["escaped", "typed"] as const) {
      const sandbox = createSandbox({ wire: { soapVersion, payload } });
      const client = createClient({
        ...sandbox.credentials,
        services: [documents],
        fetch: sandbox.fetch,
        wire: { soapVersion, payload },
      });
      // The third use is by generated code.
      for (const docId of ["D-1", "D-2", "D-3", "D-4"]) {
        await client.applyGeneralCertificate(application(docId));
        expect((await client.queryDocument({ docId })).document).toMatchObject({ docId });
      }
      const broken = { ...application("D-5"), docType: undefined } as unknown as ReturnType<typeof application>;
      await expect(client.applyGeneralCertificate(broken)).rejects.toMatchObject({ issues: [{ code: "required" }] });
      await expect(client.queryDocument({ docId: "x".repeat(1000) })).rejects.toMatchObject({
        code: "CLIENT_INVALID",
        issues: [{ code: "max_length", path: "docId" }],
      });
      const stranger = createClient({
        ...sandbox.credentials,
        key: "another-key-of-somebody-else",
        services: [documents],
        fetch: sandbox.fetch,
        wire: { soapVersion, payload },
      });
      await expect(stranger.queryDocument({ docId: "DOC-1" })).rejects.toMatchObject({ name: "ClientError" });
      await Promise.all([client.close(), stranger.close()]);
    }
  }
});

it("the bundle says what it lacks", async () => {
  const { createClient, documents } = await load();
  const options = { endpoint: "http://127.0.0.1:1/", providerCode: "TEST0001", key: "ccpit-demo-key-0001" };
  const json = (): unknown => createClient({ ...options, services: [documents], wire: { answer: "json-string" } });
  expect(json).toThrow('import "@coo/soap/with/json"');
});
