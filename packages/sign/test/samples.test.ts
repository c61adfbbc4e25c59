import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { loadKey, PROFILES, verify } from "@coo/sign";
import { describe, expect, it } from "vitest";
import { readPayload } from "../src/node-soap/payload.ts";

const samples = fileURLToPath(new URL("../../../schemas/2018-07/samples", import.meta.url));

describe.skipIf(!existsSync(samples))("samples of the reference edition (needs schemas/2018-07/samples)", () => {
  it("carry signatures of P1 with the demo key", () => {
    const key = loadKey("ccpit-demo-key-0001");
    const files = readdirSync(samples, { recursive: true, encoding: "utf8" }).filter(
      (file) => file.endsWith(".xml") && !file.includes("wrong"),
    );
    for (const file of files) {
      const { input, signature } = readPayload(readFileSync(join(samples, file), "utf8"), PROFILES.P1);
      expect([file, verify(PROFILES.P1, key, input, signature)]).toEqual([file, { ok: true, key: 0 }]);
    }
    expect(files.length).toBeGreaterThan(100);
  });
});
