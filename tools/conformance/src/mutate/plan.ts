import { CHANGE_RULES } from "@coo/evolution";
import { RECIPES, type Recipe } from "./recipes.ts";
import { SERVICE_OPERATORS, type ServiceOperator } from "./service-operators.ts";

/** A change that is meant to show an id; `swapped` when it does so on the way back. */
export type Choice =
  | { readonly kind: "schema"; readonly recipe: Recipe; readonly swapped: boolean }
  | { readonly kind: "service"; readonly operator: ServiceOperator; readonly swapped: boolean };

/** An id in one orientation, and all changes that are meant to show it. */
interface Target {
  readonly id: string;
  readonly orientation: "there" | "back";
  readonly choices: readonly Choice[];
}

/** Every id in both orientations. A run takes them in turn, so that none is left out as it grows. */
const TARGETS: readonly Target[] = (["there", "back"] as const).flatMap((orientation) =>
  CHANGE_RULES.map(({ id }) => ({ id, orientation, choices: choicesFor(id, orientation) })),
);

function choicesFor(id: string, orientation: "there" | "back"): Choice[] {
  return [false, true].flatMap((swapped) => {
    const side = (orientation === "there") !== swapped ? "there" : "back";
    return [
      ...RECIPES.filter((r) => r[side].includes(id)).map((recipe) => ({ kind: "schema" as const, recipe, swapped })),
      ...SERVICE_OPERATORS.filter((o) => o[side].includes(id)).map((operator) => ({
        kind: "service" as const,
        operator,
        swapped,
      })),
    ];
  });
}

/** The target of a pair by its number; `round` counts how often it had its turn before. */
export function targetOf(number: number): { readonly target: Target; readonly round: number } {
  // Neighbours in the list are alike: a stride spreads them over a short run. 7 and 390 have no common divisor.
  const place = (number * 7) % TARGETS.length;
  return { target: TARGETS[place] as Target, round: Math.floor(number / TARGETS.length) };
}
