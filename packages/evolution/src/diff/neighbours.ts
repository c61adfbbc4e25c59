import { ANY_TYPE, type ElementDeclaration, type Model, nameKey, type Type } from "@coo/wsdl";
import { particleOf } from "../content/particle-of.ts";

/** Components that a component refers to, those included that may stand in its place. */
export function neighbours(node: Type | ElementDeclaration, model: Model): (Type | ElementDeclaration)[] {
  if (node.kind === "element") {
    const alternatives = (node.alternatives ?? []).map((x) => x.type);
    return [node.type, ...alternatives, ...(model.schemas.substitutes.get(nameKey(node.name)) ?? [])];
  }
  if (node.kind === "simple") return [...(node.item ? [node.item] : []), ...node.members];
  if (node === ANY_TYPE) return [];
  const out: (Type | ElementDeclaration)[] = [
    ...(node.name === null ? [] : (model.schemas.derived.get(nameKey(node.name)) ?? [])),
  ];
  if (node.simpleType !== null) out.push(node.simpleType);
  for (const { declaration, arrayItem } of node.attributes) {
    out.push(declaration.type);
    if (arrayItem !== undefined) out.push(arrayItem);
  }
  const content = particleOf(node);
  const todo = content === null ? [] : [content];
  for (let p = todo.pop(); p !== undefined; p = todo.pop()) {
    if (p.term.kind === "element") out.push(p.term);
    else if (p.term.kind !== "any") todo.push(...p.term.particles);
    // A wildcard lets in whatever is declared; what it judges lies in the comparison, not in the list of operations.
  }
  return out;
}
