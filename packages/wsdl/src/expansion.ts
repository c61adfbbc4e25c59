import type { ModelGroup, Particle } from "./model.ts";
import type { Problems } from "./problems.ts";
import type { Draft } from "./symbols.ts";

const DEFAULT_MAX_PARTICLES = 50_000;

/**
 * Empties groups that would hold too many particles once the groups they refer to are put in their places, and says so.
 * Everything behind this walks content as if it were written out.
 */
export function limitExpansion(
  groups: readonly { readonly group: ModelGroup }[],
  problems: Problems,
  max: number = DEFAULT_MAX_PARTICLES,
): void {
  const sizes = new Map<ModelGroup, number>();
  const sizeOf = (group: ModelGroup): number => {
    const known = sizes.get(group);
    if (known !== undefined) return known;
    // A circle that is left counts once; it was reported before.
    sizes.set(group, 0);
    let size = group.particles.length;
    for (const { term } of group.particles as readonly Particle[])
      if (term.kind !== "element" && term.kind !== "any") size += sizeOf(term);
    if (size > max) {
      problems.report("content-too-large", group.at, { max: String(max) });
      (group as Draft<ModelGroup>).particles = [];
      size = 0;
    }
    sizes.set(group, size);
    return size;
  };
  for (const { group } of groups) sizeOf(group);
}
