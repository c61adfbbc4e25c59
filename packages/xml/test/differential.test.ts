import { describe, expect, it } from "vitest";
import { CLASSES, compareReaders } from "./differential.ts";

describe("mutated messages, read by libxml2 too", () => {
  it.each([1, 20180701])("agree but for the classes that a clause decides (seed %i)", (seed) => {
    const outcome = compareReaders(3000, seed);
    expect(outcome.unknown).toEqual([]);
    expect(outcome.accepted).toBeGreaterThan(150);
    expect(outcome.refused).toBeGreaterThan(1500);
    for (const name of outcome.known.keys()) expect(Object.keys(CLASSES)).toContain(name);
  });

  it("has at most 12 such classes, each with its clause", () => {
    expect(Object.keys(CLASSES).length).toBeLessThanOrEqual(12);
    for (const { clause } of Object.values(CLASSES)) expect(clause.length).toBeGreaterThan(20);
  });
});
