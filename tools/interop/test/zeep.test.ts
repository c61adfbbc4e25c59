import { createSandbox } from "@coo/sandbox";
import { describe, expect, it } from "vitest";
import { wsdlFile } from "../src/messages.ts";
import { runCalls } from "../src/run-calls.ts";
import { zeepPeer, zeepVersion } from "../src/zeep-peer.ts";
import { sampleOf } from "./support.ts";

const missing = zeepVersion() === undefined;

describe.skipIf(missing)(missing ? "zeep: needs Debian's python3-zeep for /usr/bin/python3" : "zeep", () => {
  it.each(sampleOf("zeep"))("%s", async (_, cell) => {
    const outcomes = await cell.run();
    expect(outcomes.filter((outcome) => outcome.error !== undefined)).toEqual([]);
    expect(outcomes).toHaveLength(cell.messages);
  });

  it.each(["string", "typed"] as const)("with another key gets nothing in the %s shape", async (shape) => {
    const sandbox = createSandbox();
    const { url } = await sandbox.listen(0);
    const peer = await zeepPeer({
      wsdl: wsdlFile("exchange.wsdl"),
      port: shape === "string" ? "ExchangeString" : "ExchangeTyped",
      address: `${url}/services/exchange/${shape}`,
      shape,
      key: "another-key",
    });
    try {
      const outcomes = await runCalls(sandbox, peer, shape, "1.1");
      expect(outcomes.filter((outcome) => outcome.error === undefined)).toEqual([]);
      expect(outcomes[0]?.error).toMatch(/signature is wrong/);
      expect(new Set(sandbox.journal.entries.map((entry) => entry.returnCode))).toEqual(new Set(["1002"]));
    } finally {
      await peer.close();
      await sandbox.close();
    }
  });

  it("that cannot start says why, and leaves no process waiting", async () => {
    const job = { wsdl: "/nowhere.wsdl", port: "ExchangeString", address: "http://127.0.0.1:9/", key: "k" };
    await expect(zeepPeer({ ...job, shape: "string" })).rejects.toThrow(/python3 ended: .*nowhere\.wsdl/);
  });
});
