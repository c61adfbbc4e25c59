import { type ElementDeclaration, nameKey } from "@coo/wsdl";
import type { Content } from "./content-language.ts";

/** How often an element may stand in an `xs:all`. */
export interface Counted {
  readonly leaf: ElementDeclaration;
  readonly min: number;
  readonly max: number;
}

/** A content model that is one `xs:all` of elements: what it allows is said by how often each name occurs, in any order. */
export interface CountedAll {
  readonly members: ReadonlyMap<string, Counted>;
  /** Whether all of it may be missing though members are required. */
  readonly isOptional: boolean;
}

/** The counts of a content model, where it is such an `xs:all`; `undefined` for any other. */
export function countedAll(content: Content): CountedAll | undefined {
  const isOptional = content.kind === "repeat" && content.min === 0 && content.max === 1;
  const all = isOptional ? content.item : content;
  if (all.kind !== "all") return undefined;
  const members = new Map<string, Counted>();
  for (const member of all.members) {
    const counted = countedOf(member);
    if (counted === undefined || members.has(nameKey(counted.leaf.name))) return undefined;
    members.set(nameKey(counted.leaf.name), counted);
  }
  return { members, isOptional };
}

function countedOf(member: Content): Counted | undefined {
  const [item, min, max] = member.kind === "repeat" ? [member.item, member.min, member.max] : [member, 1, 1];
  return item.kind === "leaf" && item.leaf.kind === "element" ? { leaf: item.leaf, min, max } : undefined;
}

/**
 * Names of a shortest content that `a` allows and `b` does not; `undefined` where there is none.
 *
 * Walking through all orders takes a state for each set of names, twice as many with every member; counts decide alone.
 */
export function notIncluded(a: CountedAll, b: CountedAll): readonly string[] | undefined {
  if (a.isOptional && !b.isOptional && [...b.members.values()].some(({ min }) => min > 0)) return [];
  for (const [name, { min, max }] of a.members) {
    const allowed = b.members.get(name) ?? { min: 0, max: 0 };
    if (max > allowed.max) return wordOf(a, name, Math.max(min, allowed.max + 1));
    if (min < allowed.min) {
      const word = wordOf(a, name, min);
      if (word.length > 0 || !b.isOptional) return word;
    }
  }
  for (const [name, { min }] of b.members) {
    if (min === 0 || a.members.has(name)) continue;
    const word = wordOf(a, name, 0);
    if (word.length > 0 || !b.isOptional) return word;
  }
  // What is left is missing from contents that are empty, which `b` allows, or from others.
  const required = [...b.members].filter(([name, { min }]) => min > (a.members.get(name)?.min ?? 0));
  for (const [name] of required)
    for (const [other, { max }] of a.members) if (other !== name && max > 0) return wordOf(a, other, 1);
  return undefined;
}

/** The fewest elements that `all` allows, but `count` of one name. */
function wordOf({ members }: CountedAll, name: string, count: number): readonly string[] {
  return [...members].flatMap(([key, { min }]) => Array.from<string>({ length: key === name ? count : min }).fill(key));
}
