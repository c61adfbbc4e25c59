import type { ElementParticle, Particle } from "@coo/soap/gen1";
import type { ElementDeclaration, ModelGroup, Particle as ModelParticle } from "@coo/wsdl";

/** A group on the way to a leaf. */
export interface GroupNode<G> {
  readonly kind: "seq" | "choice" | "all";
  /** Largest number of times the group can stand in one value. */
  readonly max: number;
  readonly source: G;
}

/** An element or wildcard of a content model, with what the groups around it make of its occurrence. */
export interface Leaf<E, G> {
  readonly kind: "el" | "any";
  readonly name: string;
  readonly ns: string;
  /** Least number of times it stands in any value. */
  readonly min: number;
  readonly max: number;
  readonly source: E;
  readonly groups: readonly GroupNode<G>[];
}

export type ModelLeaf = Leaf<
  { readonly particle: ModelParticle; readonly element: ElementDeclaration | null },
  GroupUse
>;
export type OutputLeaf = Leaf<Particle, Particle>;

/** A group where it is used: a named one can stand in several places. */
export interface GroupUse {
  readonly particle: ModelParticle;
  readonly group: ModelGroup;
}

/** Leaves of a content model of the component model, in order. */
export function modelLeaves(root: ModelParticle | null): ModelLeaf[] {
  const leaves: ModelLeaf[] = [];
  const walk = (p: ModelParticle, min: number, max: number, groups: readonly GroupNode<GroupUse>[]): void => {
    if (p.max === 0) return;
    const { term } = p;
    const [least, most] = [min * p.min, times(max, p.max)];
    if (term.kind === "element" || term.kind === "any") {
      const element = term.kind === "element" ? term : null;
      const { local, ns } = element?.name ?? { local: "", ns: "" };
      const source = { particle: p, element };
      leaves.push({ kind: element ? "el" : "any", name: local, ns, min: least, max: most, source, groups });
      return;
    }
    const branches = term.particles.filter((inner) => inner.max !== 0);
    const kind = term.kind === "sequence" ? "seq" : term.kind;
    const floor = kind === "choice" && branches.length > 1 ? 0 : least;
    const source = { particle: p, group: term };
    for (const inner of branches) walk(inner, floor, most, [...groups, { kind, max: most, source }]);
  };
  if (root) walk(root, 1, 1, []);
  return leaves;
}

/** Leaves of a generated content model, in order. */
export function outputLeaves(root: Particle | undefined): OutputLeaf[] {
  const leaves: OutputLeaf[] = [];
  const walk = (p: Particle, min: number, max: number, groups: readonly GroupNode<Particle>[]): void => {
    const [least, most] = [min * p.min, times(max, p.max === -1 ? Number.POSITIVE_INFINITY : p.max)];
    if (p.k === "el" || p.k === "any") {
      const { name, ns } = p.k === "el" ? p : { name: "", ns: "" };
      leaves.push({ kind: p.k, name, ns, min: least, max: most, source: p, groups });
      return;
    }
    const floor = p.k === "choice" && p.items.length > 1 ? 0 : least;
    for (const inner of p.items) walk(inner, floor, most, [...groups, { kind: p.k, max: most, source: p }]);
  };
  if (root) walk(root, 1, 1, []);
  return leaves;
}

/** The innermost group around both of two leaves. */
export function commonGroup<G>(a: Leaf<unknown, G>, b: Leaf<unknown, G>): GroupNode<G> | null {
  let common: GroupNode<G> | null = null;
  for (const [i, group] of a.groups.entries()) {
    if (b.groups[i]?.source !== group.source) break;
    common = group;
  }
  return common;
}

/** Whether an output leaf is an element, for the compiler. */
export function isElement(p: Particle): p is ElementParticle {
  return p.k === "el";
}

function times(a: number, b: number): number {
  return a === 0 || b === 0 ? 0 : a * b;
}
