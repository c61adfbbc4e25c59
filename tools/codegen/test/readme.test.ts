import { cpSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
// @boundaries-ignore test support is shared by all packages
import { readmeExample, runExample } from "../../../test/support/readme-example.ts";
import { temporary } from "./support/workspace.ts";

const readme = new URL("../README.md", import.meta.url);

describe("README", () => {
  it("runs the example", async () => {
    const example = readmeExample(readme);
    expect(example.trim().split("\n").length).toBeLessThanOrEqual(20);
    const folder = temporary();
    cpSync(join(import.meta.dirname, "golden/wrapped/in.wsdl"), join(folder, "service.wsdl"));
    const placed = example
      .replace(`"service.wsdl"`, JSON.stringify(join(folder, "service.wsdl")))
      .replace(`"src/gen"`, JSON.stringify(join(folder, "src/gen")));
    const made = await runExample<{ summary: { operations: number } }>(
      import.meta.url,
      `${placed}\nexport { summary };\n`,
    );
    expect(made.summary.operations).toBe(1);
    expect(readdirSync(join(folder, "src/gen"))).toContain("services.ts");
  });

  it("lists every error code", () => {
    const text = readFileSync(readme, "utf8");
    const union = readFileSync(new URL("../src/errors.ts", import.meta.url), "utf8");
    const codes = [...union.matchAll(/^ {2}\| "(GEN_\w+)"/gm)].map(([, code]) => code as string);
    expect(codes.length).toBeGreaterThan(5);
    for (const code of codes) expect(text).toMatch(new RegExp(`^\\| \`${code}\` *\\|`, "m"));
  });
});
