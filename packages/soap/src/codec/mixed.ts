import type { ComplexDescriptor, Particle } from "../gen1.ts";
import { allowsName } from "./wildcard.ts";

/** Whether an element may stand somewhere in mixed content; its place in the order is not looked at. */
export function mixedAllows(type: ComplexDescriptor, name: string, ns: string): boolean {
  if (type.open && allowsName(type.open, name, ns)) return true;
  if (!type.content) return false;
  const search = (particle: Particle): boolean => {
    if (particle.k === "any") return allowsName(particle, name, ns);
    if (particle.k !== "el") return particle.items.some(search);
    const names = particle.substitutes ? particle.substitutes() : [particle];
    return names.some((n) => n.name === name && n.ns === ns);
  };
  return search(type.content);
}
