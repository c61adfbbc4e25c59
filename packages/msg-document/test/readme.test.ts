import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
// @boundaries-ignore test support is shared by all packages
import { readmeExample, runExample } from "../../../test/support/readme-example.ts";
import * as messages from "../src/index.ts";

const readme = new URL("../README.md", import.meta.url);

describe("README", () => {
  it("runs the example", async () => {
    const example = readmeExample(readme);
    expect(example.trim().split("\n").length).toBeLessThanOrEqual(20);
    const made = await runExample<{ result: { success: boolean } }>(
      import.meta.url,
      `${example}\nexport { result };\n`,
    );
    expect(made.result.success).toBe(false);
  });

  it("lists every operation", () => {
    const text = readFileSync(readme, "utf8");
    const services = Object.values(messages as unknown as Record<string, { k?: string; operations?: object }>).filter(
      (v) => v?.k === "service",
    );
    for (const name of services.flatMap((s) => Object.keys(s.operations ?? {}))) expect(text).toContain(`\`${name}\``);
  });
});
