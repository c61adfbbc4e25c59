import type { GroupPlan, ParticlePlan } from "./plan.ts";

/**
 * What a choice may name as absent, over all its branches. Each branch of a union says `?: never` of all others, so the
 * text grows with the square: this is a choice of 200 elements.
 */
const MAX_ABSENT = 40_000;

/** Whether a choice has too many branches to be a union. */
export function isWideChoice(group: GroupPlan): boolean {
  if (group.k !== "choice") return false;
  const props: string[] = [];
  for (const item of group.items) addProps(item, props);
  // One name in two branches can mean two types, which one optional property cannot have.
  return props.length * group.items.length > MAX_ABSENT && new Set(props).size === props.length;
}

function addProps(p: ParticlePlan, props: string[]): void {
  if (p.k === "el" || p.k === "any") props.push(p.prop);
  else if (p.prop !== null) props.push(p.prop);
  else for (const item of p.items) addProps(item, props);
}
