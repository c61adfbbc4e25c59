import { ANY_SIMPLE_TYPE, ANY_TYPE } from "./builtins.ts";
import type { ComplexType, SimpleType, Type } from "./model.ts";
import type { Problems } from "./problems.ts";
import type { Draft } from "./symbols.ts";

const DEFAULT_MAX_DERIVATION = 100;

/**
 * Cuts chains of derivation that are longer than `max`, and says so. What stands behind this names every type below each
 * type, which grows with the square of a chain's length.
 */
export function limitDerivation(
  types: readonly Type[],
  problems: Problems,
  max: number = DEFAULT_MAX_DERIVATION,
): void {
  const depths = new Map<Type, number>();
  for (const type of types) {
    const chain: Type[] = [];
    for (let t: Type | null = type; t !== null && !depths.has(t); t = t.base) {
      // A circle that is left ends here; it was reported before.
      depths.set(t, 0);
      chain.push(t);
    }
    for (const t of chain.reverse()) {
      const depth = t.base === null ? 0 : (depths.get(t.base) ?? 0) + 1;
      depths.set(t, depth);
      if (depth <= max) continue;
      problems.report("derivation-too-long", t.at, { max: String(max) });
      if (t.kind === "simple") (t as Draft<SimpleType>).base = ANY_SIMPLE_TYPE;
      else (t as Draft<ComplexType>).base = ANY_TYPE;
      depths.set(t, 1);
    }
  }
}
