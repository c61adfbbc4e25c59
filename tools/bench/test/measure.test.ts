import { readdirSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { type Comparison, comparison, contender } from "../src/comparison.ts";
import { type Experiment, isExperiment } from "../src/experiment.ts";
import { checkAgreement, measure } from "../src/measure.ts";
import { versions } from "../src/versions.ts";

const QUICK = { rounds: 3, roundMs: 1, warmUpMs: 0 };

describe("the runner", () => {
  test("refuses contenders that disagree, names them, and times nothing", async () => {
    const runs: string[] = [];
    const one = comparison<number>("sum", {
      input: 2,
      baseline: contender("plus", (n) => runs.push("plus") && n + n),
      contenders: [contender("times", (n) => n * 2), contender("wrong", (n) => n * 2 + 1)],
    });
    await expect(measure(one, QUICK)).rejects.toThrow("sum: wrong does not agree with plus");
    expect(runs).toEqual(["plus"]);
  });

  test("compares promised results, normalised by contender", async () => {
    const one = comparison<string>("text", {
      input: "3",
      normalise: (result, name) => (name === "text" ? Number(result) : result),
      baseline: contender("text", (text) => text),
      contenders: [contender("number", async (text) => Number(text))],
    });
    await expect(checkAgreement(one)).resolves.toBeUndefined();
    await expect(checkAgreement({ ...one, normalise: (result: unknown) => result })).rejects.toThrow("number");
  });

  test("opens the input once and closes it, also when contenders disagree", async () => {
    const seen: string[] = [];
    const one = comparison<{ readonly value: number }>("opened", {
      input: async () => {
        seen.push("open");
        return { value: 1 };
      },
      close: async ({ value }) => {
        seen.push(`close ${value}`);
      },
      baseline: contender("right", ({ value }) => value),
      contenders: [contender("wrong", ({ value }) => value + 1)],
    });
    await expect(checkAgreement(one)).rejects.toThrow("wrong");
    expect(seen).toEqual(["open", "close 1"]);
  });

  test("gives both clocks of every contender, the baseline first", async () => {
    const figures = await measure(
      comparison<number>("same", {
        input: 1,
        baseline: contender("a", (n) => n),
        contenders: [contender("b", (n) => n)],
      }),
      QUICK,
    );
    expect(figures.map(({ name }) => name)).toEqual(["a", "b"]);
    expect(figures[0]).toMatchObject({ wall: { ratio: 1 } });
    for (const { wall } of figures) expect(wall.low <= wall.median && wall.median <= wall.high).toBe(true);
  });

  test("makes rounds as long as the comparison asks for", async () => {
    const runs = { short: 0, long: 0 };
    const spin = (): void => {
      const end = performance.now() + 0.2;
      while (performance.now() < end);
    };
    const one = (name: keyof typeof runs, rest: { readonly roundMs?: number }) =>
      comparison<number>(name, {
        input: 1,
        baseline: contender("spin", () => {
          runs[name]++;
          spin();
        }),
        contenders: [],
        ...rest,
      });
    await measure(one("short", {}), QUICK);
    await measure(one("long", { roundMs: 30 }), QUICK);
    expect(runs.long).toBeGreaterThan(4 * runs.short);
  });

  test("knows the version of everything it compares", () => {
    for (const [name, version] of Object.entries(versions())) expect(`${name} ${version}`).toMatch(/ \d+\.\d+\.\d+/);
  });
});

const folder = new URL("../comparisons/", import.meta.url);

describe.each(readdirSync(folder).filter((file) => file.endsWith(".bench.ts")))("%s", (file) => {
  test("loads, and its contenders agree", async () => {
    const { default: comparisons } = (await import(new URL(file, folder).href)) as {
      default: readonly (Comparison | Experiment)[];
    };
    expect(comparisons.length).toBeGreaterThan(0);
    for (const one of comparisons) if (!isExperiment(one)) await checkAgreement(one);
  });
});
