import { placeCounter } from "./change-schema.ts";
import type { Family, FamilySource } from "./families.ts";
import { RECIPES, type Recipe } from "./recipes.ts";

/** One change at one place. */
export interface Place {
  readonly family: Family;
  readonly recipe: Recipe;
  /** Number of the place among all the recipe could be applied at. */
  readonly number: number;
}

/** Families of others that are gone through, and how many places they may have: larger ones are left to drawn pairs. */
const OTHERS = { count: 8, from: 300, to: 3000 };

/** Every place of every recipe: in all of our own schemas, and in some of others, one of each project. */
export function everyPlace(sources: readonly FamilySource[]): Place[] {
  const out: Place[] = [];
  const projects = new Set<string>();
  for (const source of sources) {
    const project = source.name.split("--")[0] as string;
    const own = source.group !== "others";
    if (!own && (projects.size >= OTHERS.count || projects.has(project))) continue;
    const family = source.read();
    if (family === null) continue;
    const countOf = placeCounter(family);
    const places = RECIPES.flatMap((recipe) =>
      Array.from({ length: countOf(recipe) }, (_, number) => ({ family, recipe, number })),
    );
    if (!own) {
      if (places.length < OTHERS.from || places.length > OTHERS.to) continue;
      projects.add(project);
    }
    for (const place of places) out.push(place);
  }
  return out;
}
