import type { AnyParticle, ElementParticle, GroupParticle, Particle } from "../gen1.ts";
import { namesOf } from "./particles.ts";
import { allowsName } from "./wildcard.ts";

/** A child that was read already, with its value. */
export interface Child {
  readonly name: string;
  readonly ns: string;
  readonly value: unknown;
  /** Taken by a wildcard: no element particle has its name. */
  readonly wild: boolean;
}

/** Steps after which a match is given up: content models that need more than this do not occur. */
const BUDGET = 2_000_000;

/**
 * Fits children into a content model that cannot be read straight ahead, trying every way a repetition can end.
 *
 * @returns The properties, or the number of children that fit at most.
 */
export function matchContent(content: Particle, children: readonly Child[]): Record<string, unknown> | number {
  return new Match(children).run(content);
}

class Match {
  readonly #children: readonly Child[];
  // Ends of single occurrences that start at an index.
  readonly #once = new Map<Particle, Map<number, readonly number[]>>();
  #steps = 0;
  #furthest = 0;

  constructor(children: readonly Child[]) {
    this.#children = children;
  }

  run(content: Particle): Record<string, unknown> | number {
    const { length } = this.#children;
    if (!this.#ends(content, 0).includes(length)) return this.#furthest;
    const object: Record<string, unknown> = {};
    this.#build(content, 0, length, object);
    return object;
  }

  /** Where a particle with its repetitions can end. */
  #ends(p: Particle, from: number): readonly number[] {
    const found = new Set<number>();
    this.#levels(p, from).forEach((level, count) => {
      if (count >= p.min) for (const end of level) found.add(end);
    });
    return [...found];
  }

  /** Where `count` repetitions can end, by `count`. */
  #levels(p: Particle, from: number): readonly (readonly number[])[] {
    const levels: (readonly number[])[] = [[from]];
    const seen = new Set([from]);
    const most = p.max < 0 ? Number.POSITIVE_INFINITY : p.max;
    while (levels.length <= most) {
      const next = new Set<number>();
      for (const start of levels.at(-1) as readonly number[]) {
        for (const end of this.#single(p, start)) {
          // Beyond the minimum, repetitions that lead nowhere new add nothing.
          if (levels.length <= p.min || !seen.has(end)) next.add(end);
        }
      }
      if (next.size === 0) break;
      for (const end of next) seen.add(end);
      levels.push([...next]);
    }
    return levels;
  }

  #single(p: Particle, from: number): readonly number[] {
    let byStart = this.#once.get(p);
    if (!byStart) {
      byStart = new Map();
      this.#once.set(p, byStart);
    }
    let ends = byStart.get(from);
    if (!ends) {
      ends = ++this.#steps > BUDGET ? [] : this.#find(p, from);
      for (const end of ends) this.#furthest = Math.max(this.#furthest, end);
      byStart.set(from, ends);
    }
    return ends;
  }

  #find(p: Particle, from: number): readonly number[] {
    switch (p.k) {
      case "el":
      case "any": {
        const child = this.#children[from];
        return child && takes(p, child) ? [from + 1] : [];
      }
      case "choice":
        return [...new Set(p.items.flatMap((item) => this.#ends(item, from)))];
      case "seq": {
        let starts: readonly number[] = [from];
        for (const item of p.items) starts = [...new Set(starts.flatMap((start) => this.#ends(item, start)))];
        return starts;
      }
      default:
        return this.#orders(p, from).map((o) => o.end);
    }
  }

  /** Every order in which members of an all group can stand, with what each took. */
  #orders(p: GroupParticle, from: number): { end: number; taken: readonly (readonly [Particle, number, number])[] }[] {
    const found: { end: number; taken: readonly (readonly [Particle, number, number])[] }[] = [];
    const walk = (
      at: number,
      left: readonly Particle[],
      taken: readonly (readonly [Particle, number, number])[],
    ): void => {
      if (++this.#steps > BUDGET) return;
      if (left.every((item) => this.#ends(item, at).includes(at))) found.push({ end: at, taken });
      for (const item of left) {
        for (const end of this.#ends(item, at)) {
          if (end > at) {
            walk(
              end,
              left.filter((other) => other !== item),
              [...taken, [item, at, end]],
            );
          }
        }
      }
    };
    walk(from, p.items, []);
    return found;
  }

  /** Puts the children from `from` up to `to` into the properties of a particle with its repetitions. */
  #build(p: Particle, from: number, to: number, object: Record<string, unknown>): void {
    const levels = this.#levels(p, from);
    let count = levels.findIndex((level, i) => i >= p.min && level.includes(to));
    const cuts: number[] = [to];
    for (; count > 0; count--) {
      const end = cuts[0] as number;
      const start = (levels[count - 1] as readonly number[]).find((at) => this.#single(p, at).includes(end));
      cuts.unshift(start as number);
    }
    const pieces = cuts.slice(1).map((end, i) => [cuts[i] as number, end] as const);
    if (p.k === "el" || p.k === "any") {
      const values = pieces.map(([start]) => this.#children[start]?.value).filter((v) => v !== undefined);
      if (p.k === "el" && p.max === 1) {
        if (values.length > 0) object[p.prop] = values[0];
      } else if (values.length > 0) object[p.prop] = values;
      return;
    }
    if (p.max === 1 || p.prop === undefined) {
      for (const [start, end] of pieces) this.#buildOnce(p, start, end, object);
      return;
    }
    const items = pieces.map(([start, end]) => {
      const item: Record<string, unknown> = {};
      this.#buildOnce(p, start, end, item);
      return item;
    });
    if (items.length > 0) object[p.prop] = items;
  }

  #buildOnce(p: GroupParticle, from: number, to: number, object: Record<string, unknown>): void {
    if (p.k === "choice") {
      const branch = p.items.find((item) => this.#ends(item, from).includes(to));
      if (branch) this.#build(branch, from, to, object);
      return;
    }
    if (p.k === "all") {
      const order = this.#orders(p, from).find((o) => o.end === to);
      for (const [item, start, end] of order?.taken ?? []) this.#build(item, start, end, object);
      return;
    }
    // Back from the end: which start of each member leads there.
    const starts: (readonly number[])[] = [[from]];
    for (const item of p.items) {
      starts.push([...new Set((starts.at(-1) as readonly number[]).flatMap((start) => this.#ends(item, start)))]);
    }
    const cuts: number[] = [to];
    for (let i = p.items.length - 1; i >= 0; i--) {
      const end = cuts[0] as number;
      cuts.unshift(
        (starts[i] as readonly number[]).find((start) =>
          this.#ends(p.items[i] as Particle, start).includes(end),
        ) as number,
      );
    }
    p.items.forEach((item, i) => this.#build(item, cuts[i] as number, cuts[i + 1] as number, object));
  }
}

function takes(p: ElementParticle | AnyParticle, child: Child): boolean {
  if (p.k === "any") return child.wild && allowsName(p, child.name, child.ns);
  return !child.wild && namesOf(p).some((n) => n.name === child.name && n.ns === child.ns);
}

/** The first element particle that can take an element of this name. */
export function particleFor(p: Particle, name: string, ns: string): ElementParticle | undefined {
  if (p.k === "any") return undefined;
  if (p.k === "el") return namesOf(p).some((n) => n.name === name && n.ns === ns) ? p : undefined;
  for (const item of p.items) {
    const found = particleFor(item, name, ns);
    if (found) return found;
  }
  return undefined;
}
