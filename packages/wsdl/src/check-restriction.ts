import { ANY_TYPE } from "./builtins.ts";
import { sameText } from "./check-declarations.ts";
import { derivationSteps } from "./derivation.ts";
import { greatestCount, isEmptiable, leastCount } from "./emptiable.ts";
import type { ElementDeclaration, Location, ModelGroup, Particle, ParticleTerm, WildcardTerm } from "./model.ts";
import { nameKey } from "./names.ts";
import { allowsNamespace, isSubset, namespaceSet } from "./wildcards.ts";

/** Why a content model is no restriction of another. */
export interface RestrictionFault {
  readonly reason: string;
  readonly reasonZh: string;
  readonly at: Location;
}

type Substitutes = ReadonlyMap<string, readonly ElementDeclaration[]>;

/**
 * Whether the content model `derived` restricts `base` in the sense of part 1 section 3.9.6 (Particle Valid
 * (Restriction)); `null` when it does.
 */
export function checkParticleRestriction(
  derived: Particle,
  base: Particle,
  substitutes: Substitutes,
): RestrictionFault | null {
  const check = new RestrictionCheck(substitutes);
  return check.restricts(check.simplify(derived), check.simplify(base));
}

function fault(particle: Particle, reason: string, reasonZh: string): RestrictionFault {
  return { reason, reasonZh, at: particle.at };
}

function within(min: number, max: number, base: Particle): boolean {
  return min >= base.min && max <= base.max;
}

class RestrictionCheck {
  readonly #substitutes: Substitutes;
  readonly #expanded: Map<ElementDeclaration, ParticleTerm> = new Map();

  constructor(substitutes: Substitutes) {
    this.#substitutes = substitutes;
  }

  /** The particle without pointless groups; the head of a substitution group becomes a choice. */
  simplify(particle: Particle): Particle {
    const { term } = particle;
    if (term.kind === "any") return particle;
    if (term.kind === "element") {
      const choice = this.#withSubstitutes(term, particle);
      return choice === term ? particle : { ...particle, term: choice };
    }
    const particles: Particle[] = [];
    for (const inner of term.particles) {
      const simple = this.simplify(inner);
      const nested = simple.term.kind === "element" || simple.term.kind === "any" ? null : simple.term;
      if (nested !== null && nested.particles.length === 0 && (nested.kind !== "choice" || simple.min === 0)) continue;
      const once = simple.min === 1 && simple.max === 1;
      if (nested !== null && once && nested.kind === term.kind && nested.kind !== "all")
        particles.push(...nested.particles);
      else particles.push(simple);
    }
    const [only] = particles;
    if (particle.min === 1 && particle.max === 1 && particles.length === 1 && only !== undefined) return only;
    return { ...particle, term: { ...term, particles } };
  }

  #withSubstitutes(element: ElementDeclaration, particle: Particle): ParticleTerm {
    if (element.scope !== "global") return element;
    const members = this.#substitutes.get(nameKey(element.name)) ?? [];
    if (members.length === 0) return element;
    const known = this.#expanded.get(element);
    if (known !== undefined) return known;
    const all = element.abstract ? members : [element, ...members];
    const choice: ModelGroup = {
      kind: "choice",
      group: null,
      at: particle.at,
      annotation: particle.annotation,
      particles: all.map((term) => ({ term, min: 1, max: 1, at: particle.at, annotation: particle.annotation })),
    };
    this.#expanded.set(element, choice);
    return choice;
  }

  restricts(r: Particle, b: Particle): RestrictionFault | null {
    if (b.term.kind === "any") return this.#restrictsWildcard(r, b, b.term);
    if (r.term.kind === "any")
      return fault(r, "a wildcard cannot restrict an element or group", "通配符不能用来限制元素或组");
    if (b.term.kind === "element") {
      return r.term.kind === "element"
        ? this.#restrictsElement(r, r.term, b, b.term)
        : fault(r, `a group cannot restrict element ${b.term.name.local}`, `组不能用来限制元素 ${b.term.name.local}`);
    }
    if (r.term.kind === "element") {
      const group: Particle = {
        ...r,
        min: 1,
        max: 1,
        term: { kind: b.term.kind, particles: [r], group: null, at: r.at, annotation: r.annotation },
      };
      return this.#restrictsGroup(group, [r], b.term.kind, b, b.term);
    }
    return this.#restrictsGroup(r, r.term.particles, r.term.kind, b, b.term);
  }

  #restrictsElement(r: Particle, re: ElementDeclaration, b: Particle, be: ElementDeclaration): RestrictionFault | null {
    const name = re.name.local;
    if (nameKey(re.name) !== nameKey(be.name))
      return fault(
        r,
        `element ${name} stands where the base has ${be.name.local}`,
        `元素 ${name} 处于基类型 ${be.name.local} 的位置`,
      );
    if (!within(r.min, r.max, b))
      return fault(
        r,
        `element ${name} may occur outside the range of the base`,
        `元素 ${name} 的出现次数超出基类型的范围`,
      );
    if (re === be) return null;
    if (re.nillable && !be.nillable)
      return fault(r, `element ${name} is nillable, in the base it is not`, `元素 ${name} 可为 nil，而基类型不可`);
    if (be.fixed !== null) {
      const type = be.type.kind === "simple" ? be.type : be.type.simpleType;
      if (re.fixed === null || (type === null ? re.fixed !== be.fixed : !sameText(type, re.fixed, be.fixed))) {
        return fault(
          r,
          `element ${name} is fixed to "${be.fixed}" in the base`,
          `基类型将元素 ${name} 固定为“${be.fixed}”`,
        );
      }
    }
    if (!be.block.every((step) => re.block.includes(step)))
      return fault(r, `element ${name} blocks less than in the base`, `元素 ${name} 的 block 少于基类型`);
    const steps = re.type === be.type || be.type === ANY_TYPE ? new Set<string>() : derivationSteps(re.type, be.type);
    if (steps === null || steps.has("extension"))
      return fault(
        r,
        `the type of element ${name} is no restriction of that in the base`,
        `元素 ${name} 的类型不是基类型中类型的限制`,
      );
    return null;
  }

  #restrictsWildcard(r: Particle, b: Particle, wildcard: WildcardTerm): RestrictionFault | null {
    const set = namespaceSet(wildcard);
    const range = (min: number, max: number): RestrictionFault | null =>
      within(min, max, b)
        ? null
        : fault(r, "more or fewer elements than the wildcard of the base allows", "元素个数超出基类型通配符允许的范围");
    if (r.term.kind === "element") {
      if (!allowsNamespace(set, r.term.name.ns))
        return fault(
          r,
          `the wildcard of the base does not allow element ${r.term.name.local}`,
          `基类型的通配符不允许元素 ${r.term.name.local}`,
        );
      return range(r.min, r.max);
    }
    if (r.term.kind === "any") {
      const rank = { skip: 0, lax: 1, strict: 2 };
      if (!isSubset(namespaceSet(r.term), set))
        return fault(r, "the wildcard allows more namespaces than that of the base", "通配符允许的命名空间多于基类型");
      if (rank[r.term.process] < rank[wildcard.process])
        return fault(
          r,
          "the wildcard processes contents less strictly than that of the base",
          "通配符的 processContents 比基类型宽松",
        );
      return range(r.min, r.max);
    }
    const free: Particle = { ...b, min: 0, max: Number.POSITIVE_INFINITY };
    for (const inner of r.term.particles) {
      const found = this.#restrictsWildcard(inner, free, wildcard);
      if (found !== null) return found;
    }
    return range(leastCount(r), greatestCount(r));
  }

  #restrictsGroup(
    r: Particle,
    particles: readonly Particle[],
    kind: ModelGroup["kind"],
    b: Particle,
    base: ModelGroup,
  ): RestrictionFault | null {
    const outside = fault(r, "the group may occur outside the range of the base", "组的出现次数超出基类型的范围");
    if (kind === base.kind) {
      if (!within(r.min, r.max, b)) return outside;
      return kind === "choice" ? this.#inOrder(r, particles, base, false) : this.#inOrder(r, particles, base, true);
    }
    if (kind === "sequence" && base.kind === "all") {
      if (!within(r.min, r.max, b)) return outside;
      return this.#unordered(r, particles, base);
    }
    if (kind === "sequence" && base.kind === "choice") {
      const count = particles.length;
      for (const inner of particles) {
        if (!base.particles.some((p) => this.restricts(inner, p) === null))
          return fault(inner, "no branch of the base's choice allows this", "基类型的 choice 中没有允许此内容的分支");
      }
      return within(r.min * count, r.max === Number.POSITIVE_INFINITY && count === 0 ? 0 : r.max * count, b)
        ? null
        : outside;
    }
    return fault(r, `${kind} cannot restrict ${base.kind}`, `${kind} 不能用来限制 ${base.kind}`);
  }

  /** Each particle restricts one of the base, in the order of the base; those left out must not be required. */
  #inOrder(r: Particle, particles: readonly Particle[], base: ModelGroup, required: boolean): RestrictionFault | null {
    let next = 0;
    for (const inner of particles) {
      let last: RestrictionFault | null = fault(
        inner,
        "the base has nothing for this, or not in this order",
        "基类型没有与此对应的内容，或次序不同",
      );
      while (next < base.particles.length) {
        const candidate = base.particles[next++] as Particle;
        const found = this.restricts(inner, candidate);
        if (found === null) {
          last = null;
          break;
        }
        if (required && !isEmptiable(candidate)) return found;
      }
      if (last !== null) return last;
    }
    if (!required) return null;
    const missing = base.particles.slice(next).find((p) => !isEmptiable(p));
    return missing === undefined ? null : fault(r, "something the base requires is missing", "缺少基类型要求的内容");
  }

  #unordered(r: Particle, particles: readonly Particle[], base: ModelGroup): RestrictionFault | null {
    const left = new Set(base.particles);
    for (const inner of particles) {
      const match = [...left].find((p) => this.restricts(inner, p) === null);
      if (match === undefined) return fault(inner, "the base has nothing for this", "基类型没有与此对应的内容");
      left.delete(match);
    }
    return [...left].every(isEmptiable)
      ? null
      : fault(r, "something the base requires is missing", "缺少基类型要求的内容");
  }
}
