import { once } from "node:events";
import type { Server } from "node:http";
import type { AddressInfo } from "node:net";
import { createSandbox } from "@coo/sandbox";
import { expect, it, vi } from "vitest";
// @boundaries-ignore test support is shared by all packages
import { readmeExample, runExample } from "../../../test/support/readme-example.ts";

it("runs the README's example and takes a push of the sandbox with it", async () => {
  const example = readmeExample(new URL("../README.md", import.meta.url));
  expect(example.split("\n").length).toBeLessThanOrEqual(21);
  const log = vi.spyOn(console, "log").mockImplementation(() => {});
  const error = vi.spyOn(console, "error").mockImplementation(() => {});
  const { server } = await runExample<{ server: Server }>(import.meta.url, `${example}\nexport { server };\n`);
  if (!server.listening) await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  const sandbox = createSandbox({
    clock: "real",
    providers: { TEST0001: "ccpit-demo-key-0001" },
    receiver: `http://127.0.0.1:${port}/push`,
  });
  try {
    const push = await sandbox.push("pushDocumentAuditResult", {
      docId: "DOC-1",
      docType: "C",
      docStatus: "30",
      auditResult: "2",
      auditOpinion: "请核对发票日期",
      auditTime: "2026-03-02 10:00:00",
    });
    expect(push.attempts.length).toBe(1);
    expect(error.mock.calls).toEqual([]);
    expect(log.mock.calls[0]?.slice(1)).toEqual(["DOC-1", "2", "请核对发票日期"]);
  } finally {
    await sandbox.close();
    server.close();
    log.mockRestore();
    error.mockRestore();
  }
});
