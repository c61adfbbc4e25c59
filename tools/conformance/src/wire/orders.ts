/** Numbers from 0 to 1, the same for the same seed. */
export function randomFrom(seed: number): () => number {
  let state = (seed ^ 0x9e3779b9) >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

/** A copy of a value whose objects list their keys as `arrange` says; arrays keep their order. */
export function rearranged(value: unknown, arrange: (keys: string[]) => string[]): unknown {
  if (Array.isArray(value)) return value.map((v) => rearranged(v, arrange));
  if (typeof value !== "object" || value === null || value instanceof Uint8Array) return value;
  const object = value as Record<string, unknown>;
  return Object.fromEntries(arrange(Object.keys(object)).map((key) => [key, rearranged(object[key], arrange)]));
}

export function alphabetical(keys: string[]): string[] {
  return keys.sort((a, b) => (a < b ? -1 : 1));
}

export function shuffled(random: () => number): (keys: string[]) => string[] {
  return (keys) => {
    for (let i = keys.length - 1; i > 0; i--) {
      const j = Math.floor(random() * (i + 1));
      [keys[i], keys[j]] = [keys[j] as string, keys[i] as string];
    }
    return keys;
  };
}
