import { randomBytes } from "node:crypto";
import { expect, it } from "vitest";
import { bodyOf, releaseBody } from "../src/codec/fast/body-memory.ts";

const SIZE = 100_000;

it("copies what was written, and leaves a copy alone as long as it is not given back", () => {
  const texts = [0, 1, 5000, SIZE, SIZE, SIZE + 1000, 5 << 20].map((size) => randomBytes(size));
  const bodies = texts.map(bodyOf);
  for (const [i, body] of bodies.entries()) expect(body.equals(texts[i] as Buffer)).toBe(true);
});

it("uses memory that was given back for the next large body, once", () => {
  const first = bodyOf(randomBytes(SIZE));
  releaseBody(first);
  releaseBody(first);
  const text = randomBytes(SIZE + 1000);
  const [second, third] = [bodyOf(text), bodyOf(randomBytes(SIZE))];
  expect(second.buffer).toBe(first.buffer);
  expect(third.buffer).not.toBe(first.buffer);
  expect(second.equals(text)).toBe(true);
});

it("takes nothing back that is not its own, and keeps the larger memory", () => {
  const [small, large] = [bodyOf(randomBytes(SIZE)), bodyOf(randomBytes(3 * SIZE))];
  releaseBody(large.subarray(0, 10));
  releaseBody(randomBytes(9 * SIZE));
  expect(bodyOf(randomBytes(3 * SIZE)).buffer).not.toBe(large.buffer);
  releaseBody(large);
  releaseBody(small);
  expect(bodyOf(randomBytes(SIZE)).buffer).toBe(large.buffer);
});
