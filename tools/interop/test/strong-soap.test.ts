import { createSandbox } from "@coo/sandbox";
import { describe, expect, it } from "vitest";
import { wsdlFile } from "../src/messages.ts";
import { runCalls } from "../src/run-calls.ts";
import { strongSoapPeer } from "../src/strong-soap-peer.ts";
import { sampleOf } from "./support.ts";

describe("strong-soap", () => {
  it.each(sampleOf("strong-soap"))("%s", async (_, cell) => {
    const outcomes = await cell.run();
    expect(outcomes.filter((outcome) => outcome.error !== undefined)).toEqual([]);
    expect(outcomes).toHaveLength(cell.messages);
  });

  it.each(["string", "typed"] as const)("with another key gets nothing in the %s shape", async (shape) => {
    const sandbox = createSandbox({ signature: shape === "string" ? "P1" : "http-header" });
    const { url } = await sandbox.listen(0);
    try {
      const peer = await strongSoapPeer({
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
    } finally {
      await sandbox.close();
    }
  });
});
