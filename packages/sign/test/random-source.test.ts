import { expect, test } from "vitest";
import { randomSource } from "../src/random-source.ts";

test("gives as many bytes as asked for, never the same ones twice", () => {
  const random = randomSource();
  const seen = new Set<string>();
  const kept: Uint8Array[] = [];
  for (let i = 0; i < 1000; i++) {
    const bytes = random(16);
    expect(bytes.length).toBe(16);
    seen.add(Buffer.from(bytes).toString("hex"));
    kept.push(bytes);
  }
  expect(seen.size).toBe(1000);
  // What was given does not change when the store is filled again.
  expect(kept.every((bytes) => seen.has(Buffer.from(bytes).toString("hex")))).toBe(true);
  expect(random(0).length).toBe(0);
  expect(random(10_000).length).toBe(10_000);
  expect(new Set(random(10_000)).size).toBe(256);
});
