import { expect, test } from "vitest";
import { chart } from "../src/chart.ts";
import { single } from "../src/experiment.ts";
import type { Figures } from "../src/measure.ts";
import { compareRatios, EXPONENT_MARGIN, MARGIN, merged, ratiosOf, STEADY_MARGIN } from "../src/ratios.ts";
import { judge, judgeRows, TARGETS, type Target } from "../src/targets.ts";

function figures(name: string, median: number): Figures {
  const spread = { median, low: median, high: median, ratio: 1 };
  return { name, cpu: spread, wall: spread };
}

const targets: readonly Target[] = [
  { comparison: "decode, 1 lines", what: "ours", against: "json", limit: "at most", value: 2 },
  { comparison: "decode, 1 lines", what: "other", against: "ours", limit: "at least", value: 10 },
  { comparison: "not measured", what: "a", against: "b", limit: "at most", value: 1 },
];
const report = [
  { title: "decode, 1 lines (1.8 KiB)", figures: [figures("json", 10), figures("ours", 19), figures("other", 100)] },
];

test("targets are judged by what was measured", () => {
  const judged = judge(report, targets);
  expect(judged.map(({ ratio, reached }) => [ratio.toFixed(2), reached])).toEqual([
    ["1.90", true],
    ["5.26", false],
  ]);
});

test("a ratio fails when it is worse than committed by more than the margin, whichever way is worse", () => {
  const judged = judge(report, targets);
  const committed = ratiosOf(judged);
  expect(compareRatios(judged, committed).map(({ ok }) => ok)).toEqual([true, true]);
  const better = committed.map((r, i) => ({
    ...r,
    ratio: i === 0 ? r.ratio / (1.1 + MARGIN) : r.ratio * (1.1 + MARGIN),
  }));
  expect(compareRatios(judged, better).map(({ ok }) => ok)).toEqual([false, false]);
  expect(compareRatios(judged, []).every(({ ok }) => ok)).toBe(true);
});

test("what does not depend on time has a narrow margin; exponents are held to their targets", () => {
  const rows = (size: number, exponent: number) =>
    judgeRows([
      {
        title: "size (of something)",
        rows: [
          { name: "bundle", unit: "KB", runs: single(size), target: 10, aim: 8, kind: "steady" },
          { name: "growth", unit: "exponent", runs: single(exponent), target: 1.2, kind: "exponent" },
          { name: "told only", unit: "KB", runs: single(1) },
        ],
      },
    ]);
  const judged = rows(11, 1);
  expect(judged.map(({ comparison, what, reached, aim }) => [comparison, what, reached, aim])).toEqual([
    ["size", "bundle", false, 8],
    ["size", "growth", true, undefined],
  ]);
  const committed = ratiosOf(judged);
  const ok = (size: number, exponent: number) => compareRatios(rows(size, exponent), committed).map((v) => v.ok);
  expect(ok(11 * (1 + STEADY_MARGIN) - 0.01, 1.2 + EXPONENT_MARGIN)).toEqual([true, true]);
  expect(ok(11 * (1 + STEADY_MARGIN) + 0.01, 1.21 + EXPONENT_MARGIN)).toEqual([false, false]);
});

test("a run replaces what it measured and leaves the rest", () => {
  const [first, second] = ratiosOf(judge(report, targets));
  if (first === undefined || second === undefined) throw new Error("two are judged");
  expect(merged([first, second], [{ ...second, ratio: 7 }])).toEqual([first, { ...second, ratio: 7 }]);
  expect(merged([second], [first])).toEqual([second, first]);
});

test("the chart is the same for the same figures, and tells what was missed", () => {
  const judged = ratiosOf(judge(report, targets));
  expect(chart(judged, "a & b")).toBe(chart(judged, "a & b"));
  expect(chart(judged, "a & b")).toContain("a &amp; b");
  expect(chart(judged, "x").match(/#c62828/g)).toHaveLength(1);
});

test("every target names a comparison once", () => {
  const names = TARGETS.map((t) => `${t.comparison}|${t.what}|${t.against}`);
  expect(new Set(names).size).toBe(names.length);
});
