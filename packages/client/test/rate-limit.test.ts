import { expect, it } from "vitest";
import { rateLimiter } from "../src/rate-limit.ts";

it("lets a burst through and then spaces calls evenly", () => {
  let now = 0;
  const limiter = rateLimiter({ perSecond: 10, burst: 3 }, () => now);
  expect([limiter.take(), limiter.take(), limiter.take()]).toEqual([0, 0, 0]);
  expect([limiter.take(), limiter.take()]).toEqual([100, 200]);
  now = 10_000;
  expect([limiter.take(), limiter.take(), limiter.take(), limiter.take()]).toEqual([0, 0, 0, 100]);
});

it("takes a place back that was not used", () => {
  const limiter = rateLimiter({ perSecond: 1, burst: 1 }, () => 0);
  expect(limiter.take()).toBe(0);
  expect(limiter.take()).toBe(1000);
  limiter.giveBack();
  expect(limiter.take()).toBe(1000);
});
