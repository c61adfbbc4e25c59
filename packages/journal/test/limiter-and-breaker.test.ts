import { expect, it } from "vitest";
import { opens, remember } from "../src/breaker.ts";
import { waitOf } from "../src/limiter.ts";

it("gives a burst at once and then the rate", () => {
  const limit = { perSecond: 2, burst: 3 };
  let tat = 0;
  const granted: number[] = [];
  for (let now = 10_000; now <= 13_000; now += 100) {
    while (waitOf(tat, now, limit) === 0) {
      granted.push(now);
      tat = Math.max(tat, now) + 500;
    }
  }
  expect(granted.slice(0, 4)).toEqual([10_000, 10_000, 10_000, 10_500]);
  expect(granted).toHaveLength(3 + 6);
});

it("does not close for long when the clock is set back", () => {
  expect(waitOf(3_600_000, 0, { perSecond: 2, burst: 5 })).toBe(0);
  expect(waitOf(2_500, 0, { perSecond: 2, burst: 5 })).toBe(500);
});

it("tells when several places are free at once", () => {
  const limit = { perSecond: 2, burst: 4 };
  expect([1, 2, 3, 4].map((free) => waitOf(11_000, 10_000, limit, free))).toEqual([0, 0, 500, 1_000]);
  expect(waitOf(3_600_000, 0, limit, 4)).toBe(0);
});

function after(results: string): number {
  return [...results].reduce((history, one) => remember(history, one === "x"), 1);
}

it.each([
  ["xxxx", false],
  ["xxxxx", true],
  ["xxxx.xxxx", false],
  [".xxxxx", true],
  ["xxxxx.", false],
  [".x".repeat(9), false],
  [".x".repeat(10), true],
  ["..x".repeat(20), false],
  [`${"x.".repeat(20)}${".".repeat(1)}`, false],
])("judges %s", (results, isOpen) => {
  expect(opens(after(results))).toBe(isOpen);
});
