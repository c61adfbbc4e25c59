import { isDeepStrictEqual } from "node:util";

/** Path and values of the first difference of two values. */
export function firstDifference(a: unknown, b: unknown, path = ""): string {
  const both = typeof a === "object" && typeof b === "object" && a !== null && b !== null;
  if (both && Array.isArray(a) === Array.isArray(b) && !(a instanceof Uint8Array)) {
    const [x, y] = [a as Record<string, unknown>, b as Record<string, unknown>];
    for (const key of new Set([...Object.keys(x), ...Object.keys(y)])) {
      if (!isDeepStrictEqual(x[key], y[key]) || key in x !== key in y)
        return firstDifference(x[key], y[key], `${path}/${key}`);
    }
  }
  const shown = (v: unknown): string => (v === undefined ? "nothing" : (JSON.stringify(v) ?? String(v)).slice(0, 120));
  return `${path}: ${shown(a)} for ${shown(b)}`;
}
