import type { EditionModel } from "../xsd-model.ts";
import type { Node } from "./node.ts";

/**
 * What is left of `nodes`, elements of the complex type `type`, when optional elements go and only the first of
 * repeated ones stays. Elements on the way to one of `keep` (names from here on) stay.
 */
export function prune(
  model: EditionModel,
  type: string,
  nodes: readonly Node[],
  keep: readonly (readonly string[])[] = [],
): Node[] {
  const complex = model.complex.get(type);
  if (!complex) throw new Error(`no complex type ${type}`);
  return complex.fields.flatMap((field) => {
    const inside = keep.filter((path) => path[0] === field.name).map((path) => path.slice(1));
    const node = nodes.find((candidate) => candidate.name === field.name);
    if (!node || !(complex.kind === "choice" || field.min > 0 || inside.length > 0)) return [];
    if (!node.children) return [node];
    return [{ ...node, children: prune(model, field.type, node.children, inside) }];
  });
}
