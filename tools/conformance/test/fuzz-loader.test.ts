import { describe, expect, it } from "vitest";
import { documentsIn, OWN_FOLDERS } from "../src/fuzz-loader/documents.ts";
import { MUTATIONS } from "../src/fuzz-loader/mutate.ts";
import { drawCase, tryCase } from "../src/fuzz-loader/try-case.ts";

const files = documentsIn(OWN_FOLDERS);

describe("mutated documents", () => {
  // A sample; `pnpm fuzz:loader` has as many as one likes.
  it("give code or a typed error, nothing else", { timeout: 300_000 }, () => {
    const results = Array.from({ length: 40 }, (_, i) => tryCase(files, 20180701, i));
    expect(results.filter((r) => r.result === "crashed")).toEqual([]);
    expect(results.filter((r) => r.result === "generated").length).toBeGreaterThan(5);
    expect(results.filter((r) => r.result === "refused").length).toBeGreaterThan(5);
  });

  it("are the same for the same seed and number", () => {
    expect(drawCase(files, 3, 5)).toEqual(drawCase(files, 3, 5));
    expect(drawCase(files, 3, 5)).not.toEqual(drawCase(files, 3, 6));
  });

  it("use every mutation", { timeout: 300_000 }, () => {
    const used = new Set(Array.from({ length: 400 }, (_, i) => drawCase(files.slice(0, 5), 1, i).how).flat());
    for (const name of [...Object.keys(MUTATIONS), "bytes", "import cycle", "UTF-16"]) expect(used).toContain(name);
  });

  it("refuse groups that multiply each other instead of writing them out", { timeout: 300_000 }, () => {
    // 2^40 particles in 40 lines.
    const results = Array.from({ length: 800 }, (_, i) => i)
      .filter((i) => drawCase(files.slice(0, 1), 9, i).how[0] === "doubling groups")
      .slice(0, 2)
      .map((i) => tryCase(files.slice(0, 1), 9, i));
    expect(results.length).toBeGreaterThan(1);
    for (const r of results) expect(r.result).not.toBe("crashed");
  });
});
