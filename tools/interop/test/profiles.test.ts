import { resolveWireProfile, WIRE_VALUES } from "@coo/soap";
import { describe, expect, it } from "vitest";
import { phpVersion } from "../src/php-peer.ts";
import { profileWsdl } from "../src/profile-wsdl.ts";
import { PROFILE_ROWS, profileRemarks, profileTable, runProfiles } from "../src/profiles.ts";

const missing = phpVersion() === undefined;
const rowOf = (key: string, value: string) => {
  const found = PROFILE_ROWS.find((row) => row.key === key && row.value === value);
  if (found === undefined) throw new Error(`no row ${key}=${value}`);
  return found;
};

describe("wire profiles with a foreign stack", () => {
  it("have a row for every value of every key", () => {
    const rows = PROFILE_ROWS.map(({ key, value }) => `${key}=${value}`);
    for (const [key, values] of Object.entries(WIRE_VALUES)) {
      for (const value of values) expect(rows).toContain(`${key}=${String(value)}`);
    }
    expect(rows).toContain("namespace=http://peer.example/ws/");
  });

  it("tell what failed, and skip what is not installed", async () => {
    const row = { ...rowOf("style", "rpc-encoded"), run: () => Promise.reject(new Error("port in use")) };
    const failed = await runProfiles([row], () => "8.2");
    expect(profileTable(failed)).toContain(`| style | rpc-encoded | php 8.2 | 0/${row.messages} |`);
    expect(profileRemarks(failed)[0]).toContain("FAILED profile style=rpc-encoded: start: Error: port in use");
    expect((await runProfiles([row], () => undefined))[0]?.skipped).toBeDefined();
  });

  it("describe rpc/encoded as such", () => {
    const wsdl = profileWsdl(resolveWireProfile({ style: "rpc-encoded" }), "urn:x", ["ask"], "http://peer.example/");
    expect(wsdl).toContain('style="rpc"');
    expect(wsdl).toContain('<soap:body use="encoded" encodingStyle="http://schemas.xmlsoap.org/soap/encoding/"');
    expect(wsdl).toContain('<wsdl:part name="requestXml" type="xs:string"/>');
  });

  it.skipIf(missing).each([
    ["style", "rpc-encoded"],
    ["head", "soap-header"],
    ["charset", "GBK"],
    ["payload + soapVersion + head", "cdata, 1.2, soap-header"],
    ["payload + soapVersion + head", "typed, 1.2, inner"],
  ] as const)("%s=%s is spoken by PHP", async (key, value) => {
    const row = rowOf(key, value);
    const outcomes = await row.run();
    expect(outcomes.filter((outcome) => outcome.error !== undefined)).toEqual([]);
    expect(outcomes).toHaveLength(row.messages);
  });
});
