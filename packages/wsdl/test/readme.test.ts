import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
// @boundaries-ignore test support is shared by all packages
import { readmeExample, runExample } from "../../../test/support/readme-example.ts";

const readme = new URL("../README.md", import.meta.url);

test("the example of the README runs and prints what it says", async () => {
  const example = readmeExample(readme);
  expect(example.trim().split("\n").length).toBeLessThanOrEqual(20);
  const printed = await runExample<{ printed: unknown[] }>(
    import.meta.url,
    `const printed: unknown[] = [];\n${example.replace("console.log(", "printed.push(")}\nexport { printed };\n`,
  );
  const [, shown] = /\/\/ (\d.*)$/m.exec(example) ?? [];
  expect(printed.printed.join(" ")).toBe(shown);
});

test("the README lists every error code", () => {
  const text = readFileSync(readme, "utf8");
  const union = readFileSync(new URL("../src/rules.ts", import.meta.url), "utf8");
  const codes = [...union.matchAll(/^ {2}\| "(WSDL_\w+)"/gm)].map(([, code]) => code ?? "");
  expect(codes).toHaveLength(11);
  for (const code of codes) expect(text).toMatch(new RegExp(`^\\| \`${code}\` *\\|`, "m"));
});
