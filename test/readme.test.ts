import { readFileSync } from "node:fs";
import { expect, it, vi } from "vitest";
import { readmeExample, runExample } from "./support/readme-example.ts";

const README = new URL("../README.md", import.meta.url);

it("runs the README's client and receiver", async () => {
  const example = readmeExample(README);
  expect(example.trim().split("\n").length).toBeLessThanOrEqual(40);
  const log = vi.spyOn(console, "log").mockImplementation(() => {});
  try {
    // Resolved from the demo, which depends on all the packages it uses.
    await runExample(new URL("../examples/demo/test/x.ts", import.meta.url).href, example);
    expect(log.mock.calls).toEqual([[0, "份单证"]]);
  } finally {
    log.mockRestore();
  }
});

it("names every published package in both READMEs", async () => {
  const { readdirSync } = await import("node:fs");
  for (const file of ["README.md", "README.en.md"]) {
    const text = readFileSync(new URL(`../${file}`, import.meta.url), "utf8");
    for (const name of readdirSync(new URL("../packages/", import.meta.url)))
      expect(text).toContain(`](packages/${name})`);
  }
});
