import { readFileSync } from "node:fs";
import { describe, expect, it, vi } from "vitest";
// @boundaries-ignore test support is shared by all packages
import { readmeExample, runExample } from "../../../test/support/readme-example.ts";

const readme = new URL("../README.md", import.meta.url);

describe("README", () => {
  it("runs the example, which prints what it says", async () => {
    const example = readmeExample(readme);
    expect(example.trim().split("\n").length).toBeLessThanOrEqual(20);
    const log = vi.spyOn(console, "log").mockImplementation(() => {});
    try {
      const { wsdl } = await runExample<{ wsdl: string }>(import.meta.url, `${example}\nexport { wsdl };\n`);
      expect(wsdl).toContain("ExchangeTyped12");
      expect(example).toContain(`// ${log.mock.calls.flat().join(" ")}\n`);
    } finally {
      log.mockRestore();
    }
  });

  it("lists every error code", () => {
    const text = readFileSync(readme, "utf8");
    const source = readFileSync(new URL("../src/errors.ts", import.meta.url), "utf8");
    const codes = [...source.matchAll(/^ {2}\| "(SANDBOX_\w+)"/gm)].map(([, code]) => String(code));
    expect(codes.length).toBe(14);
    for (const code of codes) expect(text).toMatch(new RegExp(`^\\| \`${code}\` *\\|`, "m"));
  });
});
