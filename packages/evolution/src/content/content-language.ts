import type { ElementDeclaration, Particle, WildcardTerm } from "@coo/wsdl";

/** What stands in a content model: an element or a wildcard. */
export type Leaf = ElementDeclaration | WildcardTerm;

/** A content model as an expression over leaves. Equal expressions are the same object. */
export type Content =
  | { readonly id: number; readonly kind: "nothing" }
  | { readonly id: number; readonly kind: "empty" }
  | { readonly id: number; readonly kind: "leaf"; readonly leaf: Leaf }
  | { readonly id: number; readonly kind: "sequence"; readonly first: Content; readonly rest: Content }
  | { readonly id: number; readonly kind: "choice"; readonly options: readonly Content[] }
  | { readonly id: number; readonly kind: "repeat"; readonly item: Content; readonly min: number; readonly max: number }
  | { readonly id: number; readonly kind: "all"; readonly members: readonly Content[] };

/** What may follow a leaf. */
export interface Step {
  readonly leaf: Leaf;
  readonly rest: Content;
}

/**
 * Expressions of content models and what is left of them behind an element. Counts stay numbers, so a bound of 10,000
 * costs states only where a comparison walks through them.
 *
 * @see V. Antimirov, Partial derivatives of regular expressions and finite automaton constructions (1996).
 */
export class ContentModels {
  readonly #known = new Map<string, Content>();
  readonly #leafIds = new Map<Leaf, number>();
  readonly nothing: Content = this.#make("0", (id) => ({ id, kind: "nothing" }));
  readonly empty: Content = this.#make("e", (id) => ({ id, kind: "empty" }));

  #make(key: string, create: (id: number) => Content): Content {
    let found = this.#known.get(key);
    if (found === undefined) {
      found = create(this.#known.size);
      this.#known.set(key, found);
    }
    return found;
  }

  /** The expression of a particle. */
  of(particle: Particle): Content {
    const { term } = particle;
    let item: Content;
    if (term.kind === "element" || term.kind === "any") item = this.#leaf(term);
    else if (term.kind === "sequence")
      item = term.particles.map((p) => this.of(p)).reduceRight((rest, first) => this.sequence(first, rest), this.empty);
    else if (term.kind === "choice") item = this.choice(term.particles.map((p) => this.of(p)));
    else item = this.all(term.particles.map((p) => this.of(p)));
    return this.repeat(item, particle.min, particle.max);
  }

  #leaf(leaf: Leaf): Content {
    let number = this.#leafIds.get(leaf);
    if (number === undefined) {
      number = this.#leafIds.size;
      this.#leafIds.set(leaf, number);
    }
    return this.#make(`l${number}`, (id) => ({ id, kind: "leaf", leaf }));
  }

  sequence(first: Content, rest: Content): Content {
    if (first.kind === "nothing" || rest.kind === "nothing") return this.nothing;
    if (first.kind === "empty") return rest;
    if (rest.kind === "empty") return first;
    if (first.kind === "sequence") return this.sequence(first.first, this.sequence(first.rest, rest));
    return this.#make(`s${first.id},${rest.id}`, (id) => ({ id, kind: "sequence", first, rest }));
  }

  choice(all: readonly Content[]): Content {
    const options = [...new Set(all.flatMap((o) => (o.kind === "choice" ? o.options : [o])))]
      .filter((o) => o.kind !== "nothing")
      .sort((a, b) => a.id - b.id);
    if (options.length === 0) return this.nothing;
    if (options.length === 1) return options[0] as Content;
    return this.#make(`c${options.map((o) => o.id).join(",")}`, (id) => ({ id, kind: "choice", options }));
  }

  repeat(item: Content, min: number, max: number): Content {
    if (max === 0) return this.empty;
    if (item.kind === "empty" || (min === 1 && max === 1)) return item;
    if (item.kind === "nothing") return min === 0 ? this.empty : item;
    // With an item that can be empty fewer repetitions do as well.
    const least = this.isEmptiable(item) ? 0 : min;
    return this.#make(`r${item.id},${least},${max}`, (id) => ({ id, kind: "repeat", item, min: least, max }));
  }

  all(some: readonly Content[]): Content {
    const members = some.filter((m) => m.kind !== "empty").sort((a, b) => a.id - b.id);
    if (members.some((m) => m.kind === "nothing")) return this.nothing;
    if (members.length === 0) return this.empty;
    if (members.length === 1) return members[0] as Content;
    return this.#make(`a${members.map((m) => m.id).join(",")}`, (id) => ({ id, kind: "all", members }));
  }

  isEmptiable(content: Content): boolean {
    switch (content.kind) {
      case "empty":
        return true;
      case "nothing":
      case "leaf":
        return false;
      case "sequence":
        return this.isEmptiable(content.first) && this.isEmptiable(content.rest);
      case "choice":
        return content.options.some((o) => this.isEmptiable(o));
      case "repeat":
        return content.min === 0 || this.isEmptiable(content.item);
      default:
        return content.members.every((m) => this.isEmptiable(m));
    }
  }

  /** Everything that can be the next leaf where `matches`, with what is left behind it. */
  steps(content: Content, matches: (leaf: Leaf) => boolean): Step[] {
    switch (content.kind) {
      case "empty":
      case "nothing":
        return [];
      case "leaf":
        return matches(content.leaf) ? [{ leaf: content.leaf, rest: this.empty }] : [];
      case "sequence": {
        const first = this.steps(content.first, matches).map(({ leaf, rest }) => ({
          leaf,
          rest: this.sequence(rest, content.rest),
        }));
        return this.isEmptiable(content.first) ? [...first, ...this.steps(content.rest, matches)] : first;
      }
      case "choice":
        return content.options.flatMap((o) => this.steps(o, matches));
      case "repeat": {
        const left = this.repeat(content.item, Math.max(0, content.min - 1), content.max - 1);
        return this.steps(content.item, matches).map(({ leaf, rest }) => ({ leaf, rest: this.sequence(rest, left) }));
      }
      default:
        return content.members.flatMap((member, i) =>
          this.steps(member, matches).map(({ leaf, rest }) => ({
            leaf,
            rest: this.all(content.members.map((m, j) => (i === j ? rest : m))),
          })),
        );
    }
  }

  /** All leaves, in order. */
  leaves(content: Content, into: Set<Leaf> = new Set()): Set<Leaf> {
    if (content.kind === "leaf") into.add(content.leaf);
    else if (content.kind === "sequence") {
      this.leaves(content.first, into);
      this.leaves(content.rest, into);
    } else if (content.kind === "repeat") this.leaves(content.item, into);
    else if (content.kind === "choice") for (const o of content.options) this.leaves(o, into);
    else if (content.kind === "all") for (const m of content.members) this.leaves(m, into);
    return into;
  }
}
