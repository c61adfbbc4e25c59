import { existsSync, readFileSync } from "node:fs";
import { describe, expect, it, vi } from "vitest";
// @boundaries-ignore test support is shared by all packages
import { readmeExample, runExample } from "../../../test/support/readme-example.ts";

const readme = new URL("../README.md", import.meta.url);
// The example uses a generated package, which this one cannot depend on: it is run where both are at hand.
const home = new URL("../../../examples/demo/", import.meta.url);

describe("README", () => {
  it.skipIf(!existsSync(new URL("node_modules/@coo/msg-enterprise", home)))(
    "runs the example (needs examples/demo)",
    async () => {
      const example = readmeExample(readme);
      expect(example.trim().split("\n").length).toBeLessThanOrEqual(20);
      const log = vi.spyOn(console, "log").mockImplementation(() => {});
      try {
        await runExample(new URL("x.ts", home).href, example);
        const printed = log.mock.calls.map((call) => call.join(" "));
        expect(printed).toEqual([...example.matchAll(/console\.log.*\/\/ (.*)$/gm)].map((m) => m[1]));
      } finally {
        log.mockRestore();
      }
    },
  );

  it("lists every error code", () => {
    const text = readFileSync(readme, "utf8");
    const source = readFileSync(new URL("../src/errors.ts", import.meta.url), "utf8");
    const codes = [...source.matchAll(/^ {2}\| "(\w+)"/gm)].map(([, code]) => code as string);
    expect(codes.length).toBeGreaterThan(12);
    expect([...text.matchAll(/^\| `([A-Z_]+)` *\|/gm)].map(([, code]) => code)).toEqual(codes);
  });
});
