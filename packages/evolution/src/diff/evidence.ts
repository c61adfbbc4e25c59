import type { Gap } from "../content/inclusion.ts";
import type { Move } from "../rules.ts";

/** What stands behind the move of a change. */
export interface Evidence {
  /**
   * `witness`: an example that one side accepts and the other one refuses; `inclusion`: proven that both sides accept the
   * same; `undecided`: not proven, so it counts as moved; `rule`: stated by the rule of the id, nothing was computed.
   */
  readonly kind: "witness" | "inclusion" | "undecided" | "rule";
  /** The side that accepts the example. */
  readonly accepted: "old" | "new" | null;
  /** Of the component itself: names of elements in order, a text, the name of an attribute. */
  readonly example: string | null;
}

/** Why a component is not included in the other one, both ways. */
export interface Gaps {
  /** What the old one accepts and the new one does not. */
  readonly old: readonly Gap[];
  readonly new: readonly Gap[];
}

/** Nothing was computed. */
export const BY_RULE: Evidence = { kind: "rule", accepted: null, example: null };

/**
 * What shows that a part of a component moved so, when the whole of it moved as `computed`.
 *
 * @param below - Where in the component the part is: `/element`, `@attribute`, or nothing. Of several examples the one
 * with it is taken.
 */
export function evidenceOf(move: Move | null, computed: Move, gaps: Gaps | null, below: string): Evidence {
  if (move === null || gaps === null) return BY_RULE;
  if (move === "E") return computed === "E" ? { ...BY_RULE, kind: "inclusion" } : BY_RULE;
  const sides = move === "N" ? (["old"] as const) : move === "W" ? (["new"] as const) : (["old", "new"] as const);
  for (const accepted of sides) {
    const example = witnessIn(gaps[accepted].filter((g) => isAbout(g, below))) ?? witnessIn(gaps[accepted]);
    if (example !== null) return { kind: "witness", accepted, example };
  }
  return sides.some((side) => gaps[side].length > 0) ? { ...BY_RULE, kind: "undecided" } : BY_RULE;
}

/** The first example among gaps. */
export function witnessIn(gaps: readonly Gap[]): string | null {
  const found = gaps.find((g) => g.proof === "witness");
  return found === undefined ? null : `${found.aspect}: ${found.example}`;
}

function isAbout({ aspect, example }: Gap, below: string): boolean {
  const name = localOf(below.slice(1));
  if (below.startsWith("@")) return aspect === "attribute" && localOf(example) === name;
  return below === "" || (aspect === "content" && example.split(" ").some((word) => localOf(word) === name));
}

function localOf(name: string): string {
  return name.slice(name.indexOf("}") + 1);
}
