import { annotationOf } from "./annotations.ts";
import { NO_ANNOTATION } from "./builtins.ts";
import { checkElementReference } from "./check-declarations.ts";
import type { Elements } from "./elements.ts";
import type { ModelGroup, Particle, ParticleTerm, QName } from "./model.ts";
import { XSD_NS } from "./names.ts";
import type { Draft, GlobalSymbol, Place, Symbols } from "./symbols.ts";
import type { XNode } from "./tree.ts";
import { readWildcard } from "./wildcards.ts";

const COMPOSITORS: ReadonlySet<string> = new Set(["sequence", "choice", "all"]);

/** Builds model groups and their particles. */
export class Particles {
  readonly #symbols: Symbols;
  readonly #elements: Elements;
  /** Model groups read so far, with their statements. */
  readonly all: { readonly group: ModelGroup; readonly node: XNode }[] = [];

  constructor(symbols: Symbols, elements: Elements) {
    this.#symbols = symbols;
    this.#elements = elements;
  }

  /** A named group that is still empty; its compositor is known already. */
  declareGroup(node: XNode, name: QName): ModelGroup {
    const inside = node.children.find((c) => c.ns === XSD_NS && COMPOSITORS.has(c.local));
    return {
      kind: (inside?.local ?? "sequence") as ModelGroup["kind"],
      particles: [],
      group: name,
      at: node.at,
      annotation: annotationOf(node),
    };
  }

  /** Fills a named group. */
  completeGroup(symbol: GlobalSymbol<"group">): void {
    const inside = symbol.node.children.find((c) => c.ns === XSD_NS && COMPOSITORS.has(c.local));
    if (inside === undefined) return;
    const group: Draft<ModelGroup> = symbol.component;
    group.particles = this.#inside(inside, { unit: symbol.unit, self: symbol });
    this.all.push({ group, node: inside });
  }

  /** The particle among the children of a type definition; `null` when there is none. */
  contentOf(node: XNode, place: Place): Particle | null {
    for (const child of node.children) {
      if (child.ns === XSD_NS && (child.local === "group" || COMPOSITORS.has(child.local)))
        return this.#particle(child, place);
    }
    return null;
  }

  #inside(node: XNode, place: Place): readonly Particle[] {
    const particles: Particle[] = [];
    for (const child of node.children) {
      if (child.ns !== XSD_NS) continue;
      const particle = this.#particle(child, place);
      if (particle !== null) particles.push(particle);
    }
    return particles;
  }

  #particle(node: XNode, place: Place): Particle | null {
    const { min, max } = occurs(node);
    const term = this.#term(node, place);
    if (term === null) return null;
    if (min > max) this.#symbols.problems.report("occurs-order", node, { min: String(min), max: String(max) });
    // A particle that may not occur is no particle at all.
    if (max === 0) return null;
    if (node.local === "element" && node.attr("ref") !== undefined) checkElementReference(node, this.#symbols.problems);
    // Of what is declared in place the term has the annotation already.
    const own = node.attr("ref") === undefined ? NO_ANNOTATION : annotationOf(node);
    return { term, min, max, at: node.at, annotation: own === NO_ANNOTATION ? term.annotation : own };
  }

  #term(node: XNode, place: Place): ParticleTerm | null {
    switch (node.local) {
      case "element":
        return this.#elements.local(node, place);
      case "any":
        return { kind: "any", ...readWildcard(node, place.unit, this.#symbols) };
      case "group": {
        const ref = node.attr("ref");
        return ref === undefined ? null : this.#symbols.resolve("group", ref, node, place);
      }
      case "sequence":
      case "choice":
      case "all": {
        const group: ModelGroup = {
          kind: node.local,
          particles: this.#inside(node, place),
          group: null,
          at: node.at,
          annotation: annotationOf(node),
        };
        this.all.push({ group, node });
        return group;
      }
      default:
        return null;
    }
  }
}

/** minOccurs and maxOccurs of `node`; values of the wrong form are reported elsewhere and count as 1. */
function occurs(node: XNode): { readonly min: number; readonly max: number } {
  const min = count(node.attr("minOccurs"));
  const stated = node.attr("maxOccurs")?.trim();
  return { min, max: stated === "unbounded" ? Number.POSITIVE_INFINITY : count(stated) };
}

function count(text: string | undefined): number {
  const value = text?.trim();
  return value !== undefined && /^\+?\d+$|^-0+$/.test(value) ? Math.abs(Number(value)) : 1;
}
