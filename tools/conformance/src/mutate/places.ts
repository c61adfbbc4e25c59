import { sep } from "node:path";
import { placeCounter } from "./change-schema.ts";
import type { Family, FamilySource } from "./families.ts";
import { RECIPES, type Recipe } from "./recipes.ts";
import { SERVICE_OPERATORS, type ServiceOperator } from "./service-operators.ts";
import { serviceCounter } from "./try-service.ts";

/** One change at one place. */
export type Place = SchemaPlace | ServicePlace;

/** … of a set of schemas. */
export interface SchemaPlace {
  readonly kind: "schema";
  readonly family: Family;
  readonly recipe: Recipe;
  /** Number of the place among all the recipe could be applied at. */
  readonly number: number;
}

/** … of a service description. */
export interface ServicePlace {
  readonly kind: "service";
  readonly file: string;
  readonly operator: ServiceOperator;
  readonly number: number;
}

/** Families of others that are gone through, and how many places they may have: larger ones are left to drawn pairs. */
const OTHERS = { count: 8, from: 300, to: 3000 };
const OTHER_SERVICES = { count: 8, from: 150, to: 1000 };

/** Every place of every recipe: in all of our own schemas, and in some of others, one of each project. */
export function everyPlace(sources: readonly FamilySource[]): SchemaPlace[] {
  const out: SchemaPlace[] = [];
  const projects = new Set<string>();
  for (const source of sources) {
    const project = source.name.split("--")[0] as string;
    const own = source.group !== "others";
    if (!own && (projects.size >= OTHERS.count || projects.has(project))) continue;
    const family = source.read();
    if (family === null) continue;
    const countOf = placeCounter(family);
    const places = RECIPES.flatMap((recipe) =>
      Array.from({ length: countOf(recipe) }, (_, number) => ({ kind: "schema" as const, family, recipe, number })),
    );
    if (!own) {
      if (places.length < OTHERS.from || places.length > OTHERS.to) continue;
      projects.add(project);
    }
    for (const place of places) out.push(place);
  }
  return out;
}

/** As {@link everyPlace}, of every operator: in our own service descriptions, and in some of others, one of each project. */
export function everyServicePlace(files: readonly string[], own: number): ServicePlace[] {
  const out: ServicePlace[] = [];
  const projects = new Set<string>();
  files.forEach((file, i) => {
    // Folders of the corpus are called project--name.
    const project = (file.split(sep).find((part) => part.includes("--")) ?? file).split("--")[0] as string;
    if (i >= own && (projects.size >= OTHER_SERVICES.count || projects.has(project))) return;
    const countOf = serviceCounter(file);
    const places = SERVICE_OPERATORS.flatMap((operator) =>
      Array.from({ length: countOf(operator) }, (_, number) => ({ kind: "service" as const, file, operator, number })),
    );
    if (i >= own) {
      if (places.length < OTHER_SERVICES.from || places.length > OTHER_SERVICES.to) return;
      projects.add(project);
    }
    out.push(...places);
  });
  return out;
}
