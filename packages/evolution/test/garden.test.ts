import { createHash } from "node:crypto";
import { existsSync, readFileSync } from "node:fs";
import { isWsdlError, loadModelFrom, type Model } from "@coo/wsdl";
import { describe, expect, it } from "vitest";
// @boundaries-ignore the changes of `pnpm mutate`, which validators and compilers judge there
import { changeSchema, DRIVER, placeCounter } from "../../../tools/conformance/src/mutate/change-schema.ts";
// @boundaries-ignore as above
import { type Family, familySources } from "../../../tools/conformance/src/mutate/families.ts";
// @boundaries-ignore as above
import { Random } from "../../../tools/conformance/src/mutate/random.ts";
// @boundaries-ignore as above
import { RECIPES } from "../../../tools/conformance/src/mutate/recipes.ts";
import { type Change, compare, type Report } from "../src/index.ts";

const GOLDEN = new URL("golden/garden.txt", import.meta.url);
/** Places of each change that are kept, spread over all at which it fits. */
const PLACES = 3;

const garden = familySources(undefined)
  .find((f) => f.group === "garden")
  ?.read() as Family;
const placesOf = placeCounter(garden);
const known = new Map(
  (existsSync(GOLDEN) ? readFileSync(GOLDEN, "utf8") : "")
    .split("\n\n")
    .map((part) => [part.split("\n")[0], part.trimEnd()] as const),
);
const written = new Map<string, string>();

function load(documents: Readonly<Record<string, string>>): Model | null {
  try {
    return loadModelFrom(
      Object.entries(documents).map(([file, content]) => ({ file, content, entry: file === DRIVER })),
    );
  } catch (error) {
    if (isWsdlError(error)) return null;
    throw error;
  }
}

const letters = (side: Change["sent"]): string => (side === null ? "-" : `${side.wire}${side.types}${side.validation}`);

/** What is told of a change on one line, and a digest of all the rest. */
function told(report: Report): string[] {
  const digest = createHash("sha256").update(JSON.stringify(report)).digest("hex").slice(0, 8);
  const lines = report.changes.map(
    (c) => `  ${c.id} ${c.L} ${letters(c.sent)} ${letters(c.read)} ${c.component} ${c.rollout}`,
  );
  const verdicts = report.messages.map((m) => `${m.direction}${m.wire}`).join(" ");
  return [...lines, `  ${verdicts} ${digest}`];
}

/** A recipe at some places, there and back. */
function shown(recipe: (typeof RECIPES)[number]): string {
  const out = [recipe.name];
  const count = placesOf(recipe);
  const step = Math.max(1, Math.floor(count / PLACES));
  let kept = 0;
  for (let i = 0; i < count && kept < PLACES; i += step) {
    const changed = changeSchema(garden, recipe, new Random(i + 1), 0, i);
    const [a, b] = changed === null ? [null, null] : [load(changed.before), load(changed.after)];
    if (a === null || b === null) continue;
    kept++;
    out.push(`${i} there`, ...told(compare(a, b)), `${i} back`, ...told(compare(b, a)));
  }
  return out.join("\n");
}

describe("a schema with one of each construct, changed in every way", () => {
  // After `-u` these have to run once more.
  it.each(RECIPES.map((r) => [r.name, r] as const))("%s", (name, recipe) => {
    const text = shown(recipe);
    written.set(name, text);
    expect(text).toBe(known.get(name));
  });

  it("is as it is kept", async () => {
    await expect(`${[...written.values()].join("\n\n")}\n`).toMatchFileSnapshot("golden/garden.txt");
  });
});
