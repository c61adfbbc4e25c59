import type { Type } from "@coo/wsdl";
import type { ComplexPlan } from "./plan.ts";

/** Whether a step of the derivation of `type` from `base` is by a method in `block`. */
export function isBlocked(type: Type, base: Type, block: readonly string[]): boolean {
  if (block.length === 0) return false;
  for (let t: Type | null = type; t !== null && t !== base; t = t.base) {
    const method = t.kind === "complex" ? t.derivation : "restriction";
    if (block.includes(method) || block.includes("#all")) return true;
  }
  return false;
}

/** Types that could stand for `type` by xsi:type, but that a declaration with `block` keeps out. */
export function blockedTypes(type: ComplexPlan, block: readonly string[]): ComplexPlan[] {
  const { source } = type;
  if (!source || block.length === 0) return [];
  return type.derived.filter((d) => d !== type && d.source !== null && isBlocked(d.source, source, block));
}
