import { describe, expect, test } from "vitest";
import { isExperiment, type Row, rowText, runsOf, single } from "../src/experiment.ts";
import { synthetic } from "../src/synthetic.ts";

describe("the synthetic description", () => {
  test("is the same for the same seed, another for another", () => {
    expect(synthetic(40, 1).wsdl).toBe(synthetic(40, 1).wsdl);
    expect(synthetic(40, 1).wsdl).not.toBe(synthetic(40, 2).wsdl);
  });

  test("has as many named types as it says, one operation for every 20", () => {
    const { wsdl, types, complexTypes, operations } = synthetic(50, 1);
    expect(wsdl.match(/<xs:(?:complex|simple)Type name=/g)).toHaveLength(types);
    expect(wsdl.match(/<xs:complexType name=/g)).toHaveLength(complexTypes);
    expect(operations).toBe(3);
  });

  test("grows in proportion", () => {
    const ratio = synthetic(2000, 1).wsdl.length / synthetic(1000, 1).wsdl.length;
    expect(ratio).toBeGreaterThan(1.95);
    expect(ratio).toBeLessThan(2.05);
  });
});

describe("figures", () => {
  test("are medians between quarters, with few values between extremes", () => {
    expect(runsOf([5, 1, 3])).toEqual({ median: 3, low: 1, high: 5 });
    expect(runsOf([1, 2, 3, 4, 5, 6, 7, 8])).toEqual({ median: 5, low: 3, high: 7 });
  });

  test("stand beside their targets", () => {
    const row: Row = { name: "ratio", unit: "×", runs: single(0.3), target: 0.35 };
    expect(rowText(row)).toMatch(/0\.300.*met +≤ 0\.35$/);
    expect(rowText({ ...row, runs: single(0.4) })).toMatch(/MISSED ≤ 0\.35$/);
  });
});

const { default: experiments } = await import("../comparisons/codegen.bench.ts");

describe.each(experiments.map((one) => [one.title, one] as const))("%s", (_, one) => {
  test("works at a small size, and contenders agree", { timeout: 120_000 }, async () => {
    expect(isExperiment(one)).toBe(true);
    const rows = await one.rehearse();
    expect(rows.length).toBeGreaterThan(2);
    for (const { name, runs } of rows) expect(runs.median, name).toBeGreaterThanOrEqual(0);
  });
});
