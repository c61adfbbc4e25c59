import { readFileSync } from "node:fs";

/** What the suite says of a document: `valid`, `invalid`; `null` and other words mean that there is no verdict. */
export type Expected = string | null;

export interface SuiteInstance {
  readonly path: string;
  readonly exp: Expected;
}

/** A test group: schema documents that belong together, and instances of them. */
export interface SuiteGroup {
  readonly set: string;
  readonly group: string;
  readonly schemas: readonly string[];
  readonly schema: Expected;
  readonly inst: readonly SuiteInstance[];
  /** `set/group`, made unique. */
  readonly name: string;
}

/** Reads a manifest: one group a line. */
export function readGroups(manifest: string): SuiteGroup[] {
  const seen = new Map<string, number>();
  return readFileSync(manifest, "utf8")
    .split("\n")
    .filter((line) => line.trim() !== "")
    .map((line) => {
      const raw = JSON.parse(line) as Omit<SuiteGroup, "name">;
      const base = `${raw.set}/${raw.group}`;
      const count = (seen.get(base) ?? 0) + 1;
      seen.set(base, count);
      return { ...raw, inst: raw.inst ?? [], name: count === 1 ? base : `${base}#${count}` };
    });
}

/** Draws `count` groups, every set in proportion and none left out; the same seed draws the same. */
export function sampleGroups(groups: readonly SuiteGroup[], count: number, seed: number): SuiteGroup[] {
  if (count >= groups.length) return [...groups];
  const bySet = new Map<string, SuiteGroup[]>();
  for (const g of groups) {
    const list = bySet.get(g.set);
    if (list) list.push(g);
    else bySet.set(g.set, [g]);
  }
  const random = mulberry32(seed);
  const drawn = new Set<SuiteGroup>();
  for (const list of bySet.values()) {
    const rest = [...list];
    for (let n = Math.max(1, Math.round((count * list.length) / groups.length)); n > 0 && rest.length > 0; n--)
      drawn.add(rest.splice(Math.floor(random() * rest.length), 1)[0] as SuiteGroup);
  }
  return groups.filter((g) => drawn.has(g));
}

function mulberry32(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}
