import { ANY_SIMPLE_TYPE, ANY_TYPE } from "./builtins.ts";
import type { SimpleType, Type } from "./model.ts";

/** Ways in which `type` derives from `ancestor`, `null` when it does not. A member of a union counts as a restriction. */
export function derivationSteps(type: Type, ancestor: Type): ReadonlySet<string> | null {
  const steps = new Set<string>();
  for (let t: Type | null = type; t !== null; t = t.base) {
    if (t === ancestor) return steps;
    steps.add(t.kind === "complex" ? t.derivation : "restriction");
  }
  if (ancestor === ANY_TYPE) return steps;
  if (type.kind !== "simple") return null;
  if (ancestor === ANY_SIMPLE_TYPE) return steps;
  return ancestor.kind === "simple" && isUnionMember(type, ancestor) ? steps : null;
}

function isUnionMember(type: SimpleType, union: SimpleType): boolean {
  return union.variety === "union" && union.members.some((member) => derivationSteps(type, member) !== null);
}
