import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it, vi } from "vitest";
// @boundaries-ignore test support is shared by all packages
import { readmeExample, runExample } from "../../../test/support/readme-example.ts";

it("runs the README's example", async () => {
  const example = readmeExample(new URL("../README.md", import.meta.url));
  expect(example.split("\n").length).toBeLessThanOrEqual(21);
  const folder = mkdtempSync(join(tmpdir(), "coo-journal-readme-"));
  const log = vi.spyOn(console, "log").mockImplementation(() => {});
  try {
    await runExample(import.meta.url, example.replace("./coo.db", join(folder, "coo.db")));
    expect(log.mock.calls).toEqual([[["enqueue", "claim-send", "verified-success"], []]]);
  } finally {
    log.mockRestore();
    rmSync(folder, { recursive: true, force: true });
  }
});
