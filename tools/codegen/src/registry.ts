import type { Model, Type } from "@coo/wsdl";
import type { Assignment } from "./assign.ts";
import type { Lowering } from "./lower.ts";
import type { RegistryPlan } from "./plan.ts";

const XSD = "http://www.w3.org/2001/XMLSchema";

/** Collects every global declaration whose namespace is `wanted`. */
export function draftRegistry(model: Model, lowering: Lowering, wanted: (ns: string) => boolean): RegistryPlan {
  const { elements, attributes, types } = model.schemas;
  const plan = {
    elements: [...elements.values()].filter((el) => wanted(el.name.ns)).map((el) => lowering.element(el)),
    attributes: [...attributes.values()]
      .filter((a) => wanted(a.name.ns))
      .map((a) => ({
        name: a.name.local,
        ns: a.name.ns,
        type: lowering.simple.fold(a.type),
        fixed: a.fixed,
      })),
    types: [...types.values()].flatMap((type) => {
      const { name } = type;
      if (!name || name.ns === XSD || !wanted(name.ns)) return [];
      return [{ name, type: lowering.use(type, null, name.local, type.annotation), bases: basesOf(type) }];
    }),
  };
  return { ...plan, ids: lowering.simple.holdsIds };
}

/** Gives each package the declarations of its namespaces. */
export function placeRegistry(whole: RegistryPlan, assignment: Assignment): void {
  const { packages } = assignment;
  for (const pkg of packages) {
    const own = packages.length === 1 ? () => true : (ns: string) => assignment.packageOfNamespace(ns) === pkg;
    pkg.registry = {
      elements: whole.elements.filter((el) => own(el.ns)),
      attributes: whole.attributes.filter((a) => own(a.ns)),
      types: whole.types.filter((t) => own(t.name.ns)),
      ids: whole.ids,
    };
  }
}

/** Named types that `type` derives from, nearest first; those of XML Schema itself are told by the descriptor. */
function basesOf(type: Type): string[] {
  const bases = new Set<string>();
  for (let t: Type | null = type.base; t !== null; t = t.base) {
    if (t.name && t.name.ns !== XSD) bases.add(`{${t.name.ns}}${t.name.local}`);
  }
  // A redefined type derives from its former self, under the same name.
  if (type.name) bases.delete(`{${type.name.ns}}${type.name.local}`);
  return [...bases];
}
