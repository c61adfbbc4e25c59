import { type ComplexType, type ElementDeclaration, type Model, nameKey, type Particle } from "@coo/wsdl";
import { isOwn } from "../components.ts";
import type { LintContext } from "../context.ts";

/**
 * Finds types that contain themselves without end, and tells for each its cycle.
 *
 * A type waits for the first thing in its content that is not known to end and is looked at again when it is; what
 * waits in the end waits in a circle. No recursion, and time about linear in the size of the schemas.
 */
export function endlessCycles({ model, components }: LintContext): ReadonlyMap<ComplexType, readonly ComplexType[]> {
  const search = new Search(model);
  for (const type of components.complexTypes) search.look(type);
  search.settle();
  const cycles = new Map<ComplexType, readonly ComplexType[]>();
  const seen = new Set<ComplexType>();
  for (const start of components.complexTypes) {
    const path: ComplexType[] = [];
    let type: ComplexType | undefined = start;
    for (; type !== undefined && !seen.has(type); type = search.waitsFor(type)) {
      seen.add(type);
      path.push(type);
    }
    const from = type === undefined ? -1 : path.indexOf(type);
    const cycle = from < 0 ? [] : path.slice(from);
    for (const member of cycle) cycles.set(member, cycle);
  }
  return cycles;
}

class Search {
  readonly #model: Model;
  readonly #finite = new Set<ComplexType>();
  readonly #waiting = new Map<ComplexType, ComplexType[]>();
  readonly #blocker = new Map<ComplexType, ComplexType>();
  readonly #settled: ComplexType[] = [];

  constructor(model: Model) {
    this.#model = model;
  }

  /** What keeps a type from ending; `undefined` when it ends. */
  waitsFor(type: ComplexType): ComplexType | undefined {
    return this.#finite.has(type) ? undefined : this.#blocker.get(type);
  }

  look(type: ComplexType): void {
    if (this.#finite.has(type)) return;
    const blockers = type.particle === null ? null : this.#blockers(type.particle);
    if (blockers === null) {
      this.#finite.add(type);
      this.#settled.push(type);
      return;
    }
    this.#blocker.set(type, blockers[0] as ComplexType);
    for (const other of blockers) {
      const list = this.#waiting.get(other);
      if (list === undefined) this.#waiting.set(other, [type]);
      else list.push(type);
    }
  }

  settle(): void {
    for (let type = this.#settled.pop(); type !== undefined; type = this.#settled.pop()) {
      const waiting = this.#waiting.get(type) ?? [];
      this.#waiting.delete(type);
      for (const other of waiting) this.look(other);
    }
  }

  /** Types one of which must end before the particle does; `null` when it ends. */
  #blockers({ min, term }: Particle): readonly ComplexType[] | null {
    if (min === 0 || term.kind === "any") return null;
    if (term.kind === "element") return this.#elementBlockers(term);
    if (term.kind !== "choice") {
      for (const particle of term.particles) {
        const blockers = this.#blockers(particle);
        if (blockers !== null) return blockers;
      }
      return null;
    }
    const all: ComplexType[] = [];
    for (const particle of term.particles) {
      const blockers = this.#blockers(particle);
      if (blockers === null) return null;
      all.push(...blockers);
    }
    return term.particles.length === 0 ? null : all;
  }

  #elementBlockers(element: ElementDeclaration): readonly ComplexType[] | null {
    const { type } = element;
    if (element.nillable || type.kind === "simple" || this.#ends(type)) return null;
    const others = this.#alternatives(element);
    return others.some((t) => this.#ends(t)) ? null : [type, ...others];
  }

  #ends(type: ComplexType): boolean {
    return this.#finite.has(type) || !isOwn(type);
  }

  /** Types of elements that may stand for this one, and types that xsi:type may name. */
  #alternatives(element: ElementDeclaration): ComplexType[] {
    const { substitutes, derived } = this.#model.schemas;
    const found: ComplexType[] = [];
    if (element.scope === "global")
      for (const { type } of substitutes.get(nameKey(element.name)) ?? [])
        if (type.kind === "complex") found.push(type);
    if (element.type.name !== null) found.push(...(derived.get(nameKey(element.type.name)) ?? []));
    return found;
  }
}
