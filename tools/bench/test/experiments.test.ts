import { describe, expect, test } from "vitest";
import awkward from "../comparisons/awkward.bench.ts";
import forbidden from "../comparisons/forbidden.bench.ts";
import growth from "../comparisons/growth.bench.ts";
import journal from "../comparisons/journal.bench.ts";
import size from "../comparisons/size.bench.ts";
import start from "../comparisons/start.bench.ts";
import { exponentOf } from "../src/cpu.ts";
import { judgeRows } from "../src/targets.ts";

test("an exponent is the slope between logarithms", () => {
  const sizes = [10, 20, 40, 80];
  expect(exponentOf(sizes.map((n) => [n, 3 * n]))).toBeCloseTo(1);
  expect(exponentOf(sizes.map((n) => [n, 3 * n * n]))).toBeCloseTo(2);
});

const all = [...awkward, ...forbidden, ...growth, ...journal, ...size, ...start];

describe.each(all.map((one) => [one.title, one] as const))("%s", (title, one) => {
  test("does its work, its results agree, and it has a target", async () => {
    const rows = await one.rehearse();
    expect(rows.every(({ runs }) => Number.isFinite(runs.median))).toBe(true);
    expect(judgeRows([{ title, rows }]).length).toBeGreaterThan(0);
  }, 120_000);
});
