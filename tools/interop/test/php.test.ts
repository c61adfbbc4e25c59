import { createSandbox } from "@coo/sandbox";
import { describe, expect, it } from "vitest";
import { wsdlFile } from "../src/messages.ts";
import { phpPeer, phpVersion } from "../src/php-peer.ts";
import { runCalls } from "../src/run-calls.ts";
import { sampleOf } from "./support.ts";

const missing = phpVersion() === undefined;

describe.skipIf(missing)(missing ? "php: needs Debian's php-cli, php-soap and php-xml for /usr/bin/php" : "php", () => {
  it.each(sampleOf("php"))("%s", async (_, cell) => {
    const outcomes = await cell.run();
    expect(outcomes.filter((outcome) => outcome.error !== undefined)).toEqual([]);
    expect(outcomes).toHaveLength(cell.messages);
  });

  it.each(["string", "typed"] as const)("with another key gets nothing in the %s shape", async (shape) => {
    const sandbox = createSandbox();
    const { url } = await sandbox.listen(0);
    const peer = await phpPeer({
      wsdl: wsdlFile("exchange.wsdl"),
      port: shape === "string" ? "ExchangeString" : "ExchangeTyped",
      address: `${url}/services/exchange/${shape}`,
      shape,
      soapVersion: "1.1",
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
    const job = {
      soapVersion: "1.1" as const,
      wsdl: "/nowhere.wsdl",
      port: "ExchangeString",
      address: "http://127.0.0.1:9/",
      key: "k",
    };
    await expect(phpPeer({ ...job, shape: "string" })).rejects.toThrow(/php ended: .*nowhere\.wsdl/);
  });
});
