import type { ModelGroup, Particle } from "./model.ts";
import type { Problems } from "./problems.ts";
import type { Draft } from "./symbols.ts";

/** The largest schemas in use have a few thousand; a few lines of groups that refer to each other twice have billions. */
const MAX_PARTICLES = 50_000;

/**
 * Empties groups that would hold too many particles once the groups they refer to are put in their places, and says so.
 * Everything behind this walks content as if it were written out.
 */
export function limitExpansion(groups: readonly { readonly group: ModelGroup }[], problems: Problems): void {
  const sizes = new Map<ModelGroup, number>();
  const sizeOf = (group: ModelGroup): number => {
    const known = sizes.get(group);
    if (known !== undefined) return known;
    // A circle that is left counts once; it was reported before.
    sizes.set(group, 0);
    let size = group.particles.length;
    for (const { term } of group.particles as readonly Particle[])
      if (term.kind !== "element" && term.kind !== "any") size += sizeOf(term);
    if (size > MAX_PARTICLES) {
      problems.report("content-too-large", group.at, { max: String(MAX_PARTICLES) });
      (group as Draft<ModelGroup>).particles = [];
      size = 0;
    }
    sizes.set(group, size);
    return size;
  };
  for (const { group } of groups) sizeOf(group);
}
