import { ANY_TYPE, type ElementDeclaration, type Model, type Type } from "@coo/wsdl";
import { outlineOf } from "./content-changes.ts";
import { neighbours } from "./neighbours.ts";

/**
 * Mixed types and all that lies in them: there, elements are told as they are written, with names, prefixes and order, so
 * that what is invisible in objects otherwise is part of the data. So are elements of xs:anyType, their own names included.
 */
export function writtenIn(model: Model): ReadonlySet<Type | ElementDeclaration> {
  const found = new Set<Type | ElementDeclaration>();
  const todo: (Type | ElementDeclaration)[] = allTypes(model).filter(
    (t) => t.kind === "complex" && t.mixed && t !== ANY_TYPE && t.particle !== null,
  );
  for (let node = todo.pop(); node !== undefined; node = todo.pop()) {
    if (found.has(node)) continue;
    found.add(node);
    todo.push(...neighbours(node, model));
  }
  for (const node of allNodes(model)) if (node.kind === "element" && node.type === ANY_TYPE) found.add(node);
  return found;
}

/** Elements of content that is not mixed. */
export function propertiesIn(model: Model): ReadonlySet<ElementDeclaration> {
  const found = new Set<ElementDeclaration>();
  for (const type of allTypes(model))
    if (type.kind === "complex" && !type.mixed) for (const { element } of outlineOf(type).fields) found.add(element);
  return found;
}

/** Every type of a set, those without a name included. */
function allTypes(model: Model): Type[] {
  return [...allNodes(model)].filter((node) => node.kind !== "element");
}

/** Every type and element of a set. */
function allNodes(model: Model): ReadonlySet<Type | ElementDeclaration> {
  const seen = new Set<Type | ElementDeclaration>();
  const todo: (Type | ElementDeclaration)[] = [...model.schemas.types.values(), ...model.schemas.elements.values()];
  for (let node = todo.pop(); node !== undefined; node = todo.pop()) {
    if (seen.has(node)) continue;
    seen.add(node);
    todo.push(...neighbours(node, model));
  }
  return seen;
}
