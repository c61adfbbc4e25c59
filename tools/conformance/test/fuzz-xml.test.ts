import { describe, expect, it } from "vitest";
import { CLASSES } from "../src/fuzz-xml/classes.ts";
import { compareReaders } from "../src/fuzz-xml/compare.ts";
import { generator, mutateBytes } from "../src/fuzz-xml/mutate.ts";

describe("mutated messages, read by libxml2 and slimdom too", () => {
  it.each([1, 20180701])("agree but for the classes that a clause decides (seed %i)", (seed) => {
    const outcome = compareReaders(seed, 0, 3000);
    expect(outcome.unknown).toEqual([]);
    expect(outcome.accepted).toBeGreaterThan(400);
    expect(outcome.refused).toBeGreaterThan(1500);
  });

  it("are the same for the same seed and number, wherever a run starts", () => {
    const [whole, part] = [compareReaders(7, 0, 120), compareReaders(7, 100, 120)];
    expect(part.cases).toBe(20);
    expect(compareReaders(7, 0, 100).accepted + part.accepted).toBe(whole.accepted);
  });

  it("differ in at most 12 ways, each with its clause", () => {
    expect(Object.keys(CLASSES).length).toBeLessThanOrEqual(12);
    for (const { clause } of Object.values(CLASSES)) expect(clause).toMatch(/\d/);
  });

  it("are sometimes no UTF-8", () => {
    const random = generator(3);
    const decoder = new TextDecoder("utf-8", { fatal: true });
    const broken = Array.from({ length: 50 }, () =>
      mutateBytes(new TextEncoder().encode("<a>中文</a>"), random),
    ).filter((bytes) => {
      try {
        decoder.decode(bytes);
        return false;
      } catch {
        return true;
      }
    });
    expect(broken.length).toBeGreaterThan(10);
  });
});
