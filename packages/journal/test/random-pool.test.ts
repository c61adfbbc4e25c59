import { expect, it } from "vitest";
import { randomPool } from "../src/random-pool.ts";

it("gives no byte twice, however it is asked", () => {
  const draw = randomPool();
  const seen = new Set<string>();
  for (let n = 0; n < 2_000; n++) seen.add(Buffer.from(draw(16)).toString("hex"));
  expect(seen.size).toBe(2_000);
  expect(draw(5).length).toBe(5);
  expect(draw(10_000).length).toBe(10_000);
});

it("leaves what it gave before as it was", () => {
  const draw = randomPool();
  const first = draw(16);
  const copy = Buffer.from(first).toString("hex");
  for (let n = 0; n < 1_000; n++) draw(16);
  expect(Buffer.from(first).toString("hex")).toBe(copy);
});
