/** Values by key. */
export type Space = Readonly<Record<string, readonly unknown[]>>;
export type Combination = Readonly<Record<string, unknown>>;

/**
 * Combinations in which every pair of values that can stand together does so at least once. Deterministic: the same
 * space gives the same list.
 *
 * @param allowed - Tells whether what is chosen so far can stand together; asked after each choice.
 */
export function pairwise(space: Space, allowed: (combination: Combination) => boolean): Combination[] {
  const keys = Object.keys(space);
  const left = new Map<string, readonly [string, unknown, string, unknown]>();
  for (const [i, a] of keys.entries()) {
    for (const b of keys.slice(i + 1)) {
      for (const x of space[a] ?? []) for (const y of space[b] ?? []) left.set(pairKey(a, x, b, y), [a, x, b, y]);
    }
  }
  const found: Combination[] = [];
  for (const [key, [a, x, b, y]] of left) {
    if (!left.has(key)) continue;
    const combination = complete(space, keys, { [a]: x, [b]: y }, left, allowed);
    left.delete(key);
    if (!combination) continue;
    found.push(combination);
    for (const [i, p] of keys.entries())
      for (const q of keys.slice(i + 1)) left.delete(pairKey(p, combination[p], q, combination[q]));
  }
  return found;
}

function pairKey(a: string, x: unknown, b: string, y: unknown): string {
  return `${a}=${String(x)}&${b}=${String(y)}`;
}

/** Fills the other keys, preferring values that cover most pairs still open; goes back where a choice leads nowhere. */
function complete(
  space: Space,
  keys: readonly string[],
  fixed: Combination,
  left: ReadonlyMap<string, unknown>,
  allowed: (combination: Combination) => boolean,
): Combination | undefined {
  const open = keys.filter((key) => !(key in fixed));
  const [key] = open;
  if (!allowed(fixed)) return undefined;
  if (key === undefined) return fixed;
  const gain = (value: unknown): number => {
    let count = 0;
    for (const other of Object.keys(fixed)) {
      const [a, x, b, y] =
        keys.indexOf(key) < keys.indexOf(other) ? [key, value, other, fixed[other]] : [other, fixed[other], key, value];
      if (left.has(pairKey(a, x, b, y))) count++;
    }
    return count;
  };
  const values = [...(space[key] ?? [])]
    .map((value, index) => ({ value, index, gain: gain(value) }))
    .sort((p, q) => q.gain - p.gain || p.index - q.index);
  for (const { value } of values) {
    const result = complete(space, keys, { ...fixed, [key]: value }, left, allowed);
    if (result) return result;
  }
  return undefined;
}
