import type { ComplexPlan, Plan } from "../plan.ts";

/** Types whose objects are plain ones of properties, by id; others keep their shape, or are the caller's to convert. */
export type ConvertibleTypes = ReadonlyMap<string, ComplexPlan>;

/** Those of a plan. */
export function convertibleTypes(plan: Plan): ConvertibleTypes {
  const out = new Map<string, ComplexPlan>();
  for (const { files } of plan.packages)
    for (const { types } of files)
      for (const type of types)
        if (!type.internal && !type.mixed && type.soapArray === null && type.open === null) out.set(type.id, type);
  return out;
}
