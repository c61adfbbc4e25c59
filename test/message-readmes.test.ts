import { expect, it, vi } from "vitest";
import { readmeExample, runExample } from "./support/readme-example.ts";

it.each(["common", "enterprise", "document", "goods", "seal"])("runs the README's example of @coo/msg-%s", async (area) => {
  const example = readmeExample(new URL(`../packages/msg-${area}/README.md`, import.meta.url));
  const log = vi.spyOn(console, "log").mockImplementation(() => {});
  try {
    await runExample(new URL(`../packages/msg-${area}/test/x.ts`, import.meta.url).href, example);
    const printed = log.mock.calls.flat();
    expect(printed).toEqual(area === "common" ? ["审核通过/已发证"] : [true, expect.stringContaining("长度")]);
  } finally {
    log.mockRestore();
  }
});
