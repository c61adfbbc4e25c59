import { construct } from "../constructs.ts";
import type { Particle } from "../gen1.ts";
import { allOf } from "./particles.ts";

/** Whether a content model can be read straight ahead, taking as much as each particle can. */
export function readsAhead(content: Particle): boolean {
  return isPlainlyClear(content) || !construct("groups").isAmbiguous(content);
}

/** The usual case, seen at a glance: every name once, no wildcard, no repeated group. */
function isPlainlyClear(content: Particle): boolean {
  const { names, wildcards } = allOf(content);
  if (wildcards.length > 0 || hasRepeatedGroup(content)) return false;
  return new Set(names.map((n) => `{${n.ns}}${n.name}`)).size === names.length;
}

function hasRepeatedGroup(p: Particle): boolean {
  return p.k !== "el" && p.k !== "any" && (p.max !== 1 || p.items.some(hasRepeatedGroup));
}
