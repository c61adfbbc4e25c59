import { expect, it } from "vitest";
// @boundaries-ignore test support is shared by all packages
import { readmeExample, runExample } from "../../../test/support/readme-example.ts";

it("runs the README's example", async () => {
  const example = readmeExample(new URL("../README.md", import.meta.url));
  expect(example.split("\n").length).toBeLessThanOrEqual(21);
  const { pdf } = await runExample<{ pdf: Uint8Array }>(import.meta.url, `${example}\nexport { pdf };\n`);
  expect(Buffer.from(pdf.subarray(0, 5)).toString()).toBe("%PDF-");
});
