import type { ElementParticle, MessageDescriptor, Particle, TypeDescriptor } from "@coo/soap/gen1";

/**
 * Where an answer holds its list: the first repeated element inside a container, `items.item`. The types of
 * `client.iterate` look at the same place.
 *
 * @returns `undefined` when the answer has no list.
 */
export function listPath(message: MessageDescriptor<unknown>): string | undefined {
  for (const container of elements(message.type)) {
    if (container.max !== 1) continue;
    const item = elements(container.type).find((element) => element.max !== 1);
    if (item) return `${container.prop}.${item.prop}`;
  }
  return undefined;
}

function elements(type: TypeDescriptor | (() => TypeDescriptor)): readonly ElementParticle[] {
  const resolved = typeof type === "function" ? type() : type;
  return resolved.k === "complex" && resolved.content ? inParticle(resolved.content) : [];
}

function inParticle(particle: Particle): readonly ElementParticle[] {
  if (particle.k === "el") return [particle];
  return particle.k === "any" || particle.prop !== undefined ? [] : particle.items.flatMap(inParticle);
}
