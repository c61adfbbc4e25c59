import { expect, it } from "vitest";
import { FLAWS } from "../src/simulate/flaws.ts";
import { simulate } from "../src/simulate/simulate.ts";

it("holds over histories in which everything goes wrong, and plays the same twice", async () => {
  const { seconds: _, ...once } = await simulate({ seed: 3, histories: 40 });
  expect(once.first).toBeUndefined();
  expect(Math.min(once.crashes, once.inDoubt, once.resent, once.pushes, once.repaired)).toBeGreaterThan(0);
  const { seconds: __, ...again } = await simulate({ seed: 3, histories: 40 });
  expect(again).toEqual(once);
});

it("plays a history alone as it plays it among others", async () => {
  const both = await simulate({ seed: 5, histories: 2 });
  const [one, two] = [await simulate({ seed: 5, histories: 1 }), await simulate({ seed: 5, histories: 1, at: 1 })];
  expect([one.steps + two.steps, one.resent + two.resent]).toEqual([both.steps, both.resent]);
});

it.each(FLAWS.map((one) => [one.name, one.flaws] as const))("finds out the code %s", async (_name, flaws) => {
  const { first } = await simulate({ seed: 1, histories: 1_000, flaws, isEnoughAtFirst: true });
  expect(first).toBeDefined();
});
