import type { Particle } from "./model.ts";

/** Least number of elements a particle needs. */
export function leastCount(particle: Particle): number {
  const { term } = particle;
  if (term.kind === "element" || term.kind === "any") return particle.min;
  const counts = term.particles.map(leastCount);
  const inside =
    term.kind === "choice" ? (counts.length === 0 ? 0 : Math.min(...counts)) : counts.reduce((a, b) => a + b, 0);
  return particle.min * inside;
}

/** Greatest number of elements a particle takes; `Infinity` when unbounded. */
export function greatestCount(particle: Particle): number {
  const { term } = particle;
  if (term.kind === "element" || term.kind === "any") return particle.max;
  const counts = term.particles.map(greatestCount);
  const inside = term.kind === "choice" ? Math.max(0, ...counts) : counts.reduce((a, b) => a + b, 0);
  return inside === 0 ? 0 : particle.max * inside;
}

/** Whether no element at all satisfies the particle. */
export function isEmptiable(particle: Particle): boolean {
  return leastCount(particle) === 0;
}
