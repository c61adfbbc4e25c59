import { type ComplexType, type ElementDeclaration, nameKey, type SchemaSet } from "@coo/wsdl";
import { derivedTypes } from "../content/inclusion.ts";

/**
 * The types that a generated type is a union of, as a text: itself unless it is abstract, and those derived from it that it
 * does not block. Empty where nothing is derived: then there is no union, and an abstract type is written like any other.
 */
export function standInNames(type: ComplexType, schemas: SchemaSet): string {
  const derived = derivedTypes(type, type.block, schemas).map((t) => (t.name === null ? "" : nameKey(t.name)));
  return derived.length === 0 ? "" : [type.abstract ? "" : "itself", ...derived.sort()].join(" ");
}

/** Whether anything may stand for an element or its type, were nothing blocked. */
export function hasStandIns(element: ElementDeclaration, schemas: SchemaSet): boolean {
  const isHead = element.scope === "global" && (schemas.substitutes.get(nameKey(element.name)) ?? []).length > 0;
  return isHead || derivedTypes(element.type, [], schemas).length > 0;
}
