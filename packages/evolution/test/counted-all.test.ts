import * as fc from "fast-check";
import { expect, test } from "vitest";
import { ContentModels, type Leaf } from "../src/content/content-language.ts";
import { type CountedAll, countedAll, notIncluded } from "../src/content/counted-all.ts";

const NAMES = ["a", "b", "c"];

const all: fc.Arbitrary<CountedAll> = fc.record({
  isOptional: fc.boolean(),
  members: fc
    .uniqueArray(fc.record({ name: fc.constantFrom(...NAMES), min: fc.nat(2), more: fc.nat(2) }), {
      selector: ({ name }) => name,
      minLength: 2,
    })
    .map(
      (drawn) =>
        new Map(drawn.map(({ name, min, more }) => [name, { leaf: leafOf(name), min, max: Math.max(1, min + more) }])),
    ),
});

function leafOf(local: string) {
  return { kind: "element", name: { ns: "", local } } as Leaf & { kind: "element" };
}

/** By definition: how often each name occurs is within its bounds, or nothing occurs and nothing must. */
function allows({ members, isOptional }: CountedAll, counts: ReadonlyMap<string, number>): boolean {
  if (isOptional && [...counts.values()].every((count) => count === 0)) return true;
  for (const [name, count] of counts) if (count > 0 && !members.has(name)) return false;
  return [...members].every(([name, { min, max }]) => (counts.get(name) ?? 0) >= min && (counts.get(name) ?? 0) <= max);
}

function countsOf(word: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const name of word) counts.set(name, (counts.get(name) ?? 0) + 1);
  return counts;
}

/** Every content with up to five of each name. */
const CONTENTS = NAMES.reduce<Map<string, number>[]>(
  (some, name) => some.flatMap((one) => [0, 1, 2, 3, 4, 5].map((count) => new Map([...one, [name, count]]))),
  [new Map()],
);

test("counting decides as looking at every content does, and what it shows is an example", () => {
  fc.assert(
    fc.property(all, all, (a, b) => {
      const word = notIncluded(a, b);
      const example = CONTENTS.find((counts) => allows(a, counts) && !allows(b, counts));
      expect(word === undefined).toBe(example === undefined);
      if (word !== undefined) {
        expect(allows(a, countsOf(word))).toBe(true);
        expect(allows(b, countsOf(word))).toBe(false);
      }
    }),
    { numRuns: 3000 },
  );
});

test("an xs:all of elements has counts, other contents have none", () => {
  const models = new ContentModels();
  const [a, b] = [leafOf("a"), leafOf("b")].map((term) => models.of({ term, min: 1, max: 1 } as never));
  if (!a || !b) throw new Error("no contents");
  const both = models.all([models.repeat(a, 0, 3), b]);
  expect([...(countedAll(both)?.members.values() ?? [])].map(({ min, max }) => [min, max]).sort()).toEqual([
    [0, 3],
    [1, 1],
  ]);
  expect(countedAll(models.repeat(both, 0, 1))?.isOptional).toBe(true);
  expect(countedAll(models.sequence(a, b))).toBeUndefined();
  expect(countedAll(models.all([models.sequence(a, b), b]))).toBeUndefined();
  expect(countedAll(models.all([a, models.repeat(a, 0, 2)]))).toBeUndefined();
});
