import { expect, it, vi } from "vitest";
// @boundaries-ignore test support is shared by all packages
import { readmeExample, runExample } from "../../../test/support/readme-example.ts";

it("runs the README's example", async () => {
  const example = readmeExample(new URL("../README.md", import.meta.url));
  expect(example.split("\n").length).toBeLessThanOrEqual(21);
  const log = vi.spyOn(console, "log").mockImplementation(() => {});
  try {
    await runExample(import.meta.url, example);
    expect(log.mock.calls).toEqual([["CLIENT_BUSINESS", "3002", expect.stringContaining("单证不存在"), false]]);
  } finally {
    log.mockRestore();
  }
});
