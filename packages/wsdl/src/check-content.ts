import type { ComplexType, ElementDeclaration, ModelGroup, Particle, WildcardTerm } from "./model.ts";
import { nameKey } from "./names.ts";
import type { Problems } from "./problems.ts";
import { display } from "./symbols.ts";
import type { XNode } from "./tree.ts";
import { allowsName, intersects, namespaceSet } from "./wildcards.ts";

type Substitutes = ReadonlyMap<string, readonly ElementDeclaration[]>;
type Leaf = ElementDeclaration | WildcardTerm;

/** What may come next at some point: each with the particle it is, by which one is told from another. */
interface Next {
  readonly particle: Particle;
  readonly term: Leaf;
}

/** Steps after which a content model counts as too large to be checked for ambiguity. */
const BUDGET = 2_000_000;

/** Checks one content model: xs:all where it may stand, consistent types, no ambiguity. Part 1 section 3.8.6. */
export function checkContent(type: ComplexType, node: XNode, substitutes: Substitutes, problems: Problems): void {
  if (type.particle === null) return;
  checkAll(type.particle, true, problems);
  const names = checkConsistency(type.particle, problems);
  new Ambiguity(substitutes, problems, node, names).check(type.particle);
}

function isGroup(particle: Particle): particle is Particle & { readonly term: ModelGroup } {
  return particle.term.kind !== "element" && particle.term.kind !== "any";
}

function checkAll(particle: Particle, top: boolean, problems: Problems): void {
  if (!isGroup(particle)) return;
  const { term } = particle;
  if (term.kind === "all") {
    if (!top) problems.report("all-nested", particle);
    else if (particle.max > 1) problems.report("all-repeated", particle);
    for (const inner of term.particles) {
      if (isGroup(inner)) problems.report("all-content", inner);
      else if (inner.term.kind === "any" || inner.max > 1) problems.report("all-occurs", inner);
    }
    return;
  }
  for (const inner of term.particles) checkAll(inner, false, problems);
}

/** Elements of one name in a content model must have one type. Returns the names. */
function checkConsistency(particle: Particle, problems: Problems): ReadonlySet<string> {
  const byName = new Map<string, ElementDeclaration>();
  const seen = new Set<ModelGroup>();
  const visit = (p: Particle): void => {
    const { term } = p;
    if (term.kind === "any") return;
    if (term.kind === "element") {
      const known = byName.get(nameKey(term.name));
      if (known === undefined) byName.set(nameKey(term.name), term);
      else if (known.type !== term.type)
        problems.report("element-types", p, { name: display(term.name), first: place(known) });
      return;
    }
    if (seen.has(term)) return;
    seen.add(term);
    for (const inner of term.particles) visit(inner);
  };
  visit(particle);
  return new Set(byName.keys());
}

function place(element: ElementDeclaration): string {
  return `${element.at.file}:${element.at.line}:${element.at.column}`;
}

/** Unique Particle Attribution: at no point may two particles accept the same element. */
class Ambiguity {
  readonly #substitutes: Substitutes;
  readonly #problems: Problems;
  readonly #node: XNode;
  #budget = BUDGET;
  #done = false;

  readonly #siblings: ReadonlySet<string>;

  constructor(substitutes: Substitutes, problems: Problems, node: XNode, siblings: ReadonlySet<string>) {
    this.#siblings = siblings;
    this.#substitutes = substitutes;
    this.#problems = problems;
    this.#node = node;
  }

  check(particle: Particle): void {
    this.#verify(this.#first(particle));
    this.#walk(particle, []);
  }

  /** Particles that can come first. */
  #first(particle: Particle): readonly Next[] {
    const { term } = particle;
    if (term.kind === "element" || term.kind === "any") return [{ particle, term }];
    // Asked for again on every level above: content that extends content that extends … is nested deeply.
    let found = this.#firsts.get(particle);
    if (found === undefined) {
      const all: Next[] = [];
      for (const inner of term.particles) {
        for (const next of this.#first(inner)) all.push(next);
        if (term.kind === "sequence" && !this.#empty(inner)) break;
      }
      found = all;
      this.#firsts.set(particle, found);
    }
    return found;
  }

  readonly #firsts: Map<Particle, readonly Next[]> = new Map();
  readonly #emptiable: Map<Particle, boolean> = new Map();

  #empty(particle: Particle): boolean {
    if (particle.min === 0) return true;
    const { term } = particle;
    if (term.kind === "element" || term.kind === "any") return false;
    let known = this.#emptiable.get(particle);
    if (known === undefined) {
      known =
        term.kind === "choice"
          ? term.particles.length === 0 || term.particles.some((p) => this.#empty(p))
          : term.particles.every((p) => this.#empty(p));
      this.#emptiable.set(particle, known);
    }
    return known;
  }

  /** Looks at every point inside `particle` and right behind it; `after` is what may follow it. */
  #walk(particle: Particle, after: readonly Next[]): void {
    if (this.#done) return;
    const { term, min, max } = particle;
    // Behind one occurrence may come another one; with a fixed count only what follows the last is new.
    const again = max > 1;
    if (term.kind === "element" || term.kind === "any") {
      if (again && min !== max) this.#verify([{ particle, term }, ...after]);
      else if (after.length > 1) this.#verify(after);
      return;
    }
    const own = again || term.kind === "all" ? this.#first(particle) : [];
    const behind = again || term.kind === "all" ? [...own, ...after] : after;
    if (again && min === max && min > 1) {
      // Between two occurrences, and behind the last.
      this.#inside(term, own);
      this.#inside(term, after);
    } else this.#inside(term, behind);
  }

  #inside(term: ModelGroup, after: readonly Next[]): void {
    if (term.kind !== "sequence") {
      for (const inner of term.particles) this.#walk(inner, after);
      return;
    }
    let follow = after;
    for (let i = term.particles.length - 1; i >= 0; i--) {
      const inner = term.particles[i] as Particle;
      this.#walk(inner, follow);
      const first = this.#first(inner);
      follow = this.#empty(inner) ? [...first, ...follow] : first;
      this.#budget -= follow.length;
      if (this.#budget < 0) this.#done = true;
      if (this.#done) return;
    }
  }

  #verify(next: readonly Next[]): void {
    this.#budget -= next.length;
    if (this.#budget < 0) this.#done = true;
    const elements = new Map<string, Next>();
    const wildcards: Next[] = [];
    for (const item of next) {
      if (item.term.kind === "any") {
        const other = wildcards.find(
          (w) =>
            w.particle !== item.particle &&
            intersects(namespaceSet(w.term as WildcardTerm), namespaceSet(item.term as WildcardTerm)),
        );
        if (other !== undefined) return this.#report(other, item);
        wildcards.push(item);
        continue;
      }
      for (const name of this.#names(item.term)) {
        const other = elements.get(name);
        if (other !== undefined && other.particle !== item.particle) return this.#report(other, item);
        elements.set(name, item);
      }
    }
    for (const wildcard of wildcards) {
      for (const [name, item] of elements) {
        if (allowsName(wildcard.term as WildcardTerm, name, this.#siblings)) return this.#report(item, wildcard);
      }
    }
  }

  #names(element: ElementDeclaration): string[] {
    const own = nameKey(element.name);
    if (element.scope !== "global") return [own];
    return [own, ...(this.#substitutes.get(own) ?? []).map((e) => nameKey(e.name))];
  }

  #report(a: Next, b: Next): void {
    this.#done = true;
    const label = (n: Next): string => (n.term.kind === "element" ? n.term.name.local : "xs:any");
    const at = (n: Next): string => `${n.particle.at.line}:${n.particle.at.column}`;
    this.#problems.report("content-ambiguous", this.#node, { first: label(a), a: at(a), second: label(b), b: at(b) });
  }
}
