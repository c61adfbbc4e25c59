import type { Particle, WildcardDescriptor } from "../gen1.ts";
import { canBeEmpty, type FirstSet, firstOf } from "./particles.ts";
import { allowsName, allowsNamespace } from "./wildcard.ts";

/**
 * Whether reading a content model straight ahead, taking as much as each particle can, may go wrong. Where every
 * element belongs to one particle only (unique particle attribution) that is so only when a repetition may end in several
 * places: in `(a{2,3}){2}` four elements are two and two, while the straight way takes three first.
 */
export function isAmbiguous(content: Particle): boolean {
  return decide(content, { names: [], wildcards: [] });
}

function decide(p: Particle, follow: FirstSet): boolean {
  const first = firstOf(p);
  if (p.min !== p.max && overlap(first, follow)) return true;
  if (p.k === "el" || p.k === "any") return false;
  const after = p.max === 1 ? follow : union(first, follow);
  if (p.k === "choice") {
    return (
      p.items.some((item) => decide(item, after)) ||
      p.items.some((item, i) => p.items.some((other, j) => j > i && overlap(firstOf(item), firstOf(other))))
    );
  }
  if (p.k === "all") {
    return p.items.some((item) => {
      const others = p.items
        .filter((other) => other !== item)
        .reduce((sum, other) => union(sum, firstOf(other)), after);
      return decide(item, others);
    });
  }
  return p.items.some((item, i) => {
    let next: FirstSet = { names: [], wildcards: [] };
    for (const later of p.items.slice(i + 1)) {
      next = union(next, firstOf(later));
      if (!canBeEmpty(later)) return decide(item, next);
    }
    return decide(item, union(next, after));
  });
}

function union(a: FirstSet, b: FirstSet): FirstSet {
  return { names: [...a.names, ...b.names], wildcards: [...a.wildcards, ...b.wildcards] };
}

function overlap(a: FirstSet, b: FirstSet): boolean {
  return (
    a.names.some((x) => b.names.some((y) => x.name === y.name && x.ns === y.ns)) ||
    a.wildcards.some((w) => b.names.some((y) => allowsName(w, y.name, y.ns))) ||
    b.wildcards.some((w) => a.names.some((x) => allowsName(w, x.name, x.ns))) ||
    a.wildcards.some((v) => b.wildcards.some((w) => meet(v, w)))
  );
}

function meet(a: WildcardDescriptor, b: WildcardDescriptor): boolean {
  if (typeof a.namespaces !== "string") return a.namespaces.some((ns) => allowsNamespace(b, ns));
  if (typeof b.namespaces !== "string") return b.namespaces.some((ns) => allowsNamespace(a, ns));
  return true;
}
