import { readFileSync } from "node:fs";
import { PROFILES } from "@coo/sign";
import { describe, expect, it } from "vitest";
// @boundaries-ignore test support is shared by all packages
import { readmeExample, runExample } from "../../../test/support/readme-example.ts";

const readme = new URL("../README.md", import.meta.url);

describe("README", () => {
  it("runs the example", async () => {
    const example = readmeExample(readme);
    expect(example.trim().split("\n").length).toBeLessThanOrEqual(20);
    const made = await runExample<{ result: unknown; found: { ruleId: string; titleZh: string } }>(
      import.meta.url,
      `${example}\nexport { found, result };\n`,
    );
    expect(made.result).toEqual({ ok: true, key: 0 });
    expect(example).toContain(`// ${made.found.ruleId} ${made.found.titleZh}`);
  });

  it("lists every profile and every error code", () => {
    const text = readFileSync(readme, "utf8");
    for (const { id, output } of Object.values(PROFILES))
      expect(text).toMatch(new RegExp(`^\\| \`${id}\`.*\\| \`${output}\` *\\|$`, "m"));
    const union = readFileSync(new URL("../src/errors.ts", import.meta.url), "utf8");
    const codes = [...union.matchAll(/^ {2}\| "(SIGN_\w+)"/gm)].map(([, code]) => code as string);
    expect(codes.length).toBeGreaterThan(10);
    for (const code of codes) expect(text).toMatch(new RegExp(`^\\| \`${code}\` *\\|`, "m"));
  });
});
