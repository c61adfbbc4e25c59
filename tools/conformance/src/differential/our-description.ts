import type { BindingDescriptor, ComplexDescriptor, ServiceDescriptor, TypeDescriptor } from "@coo/soap/gen1";
import { isElement, outputLeaves } from "../corpus/leaves.ts";
import type { Description, Mark, Part, Tree } from "./tree.ts";

type Use = TypeDescriptor | (() => TypeDescriptor);

const trees = new WeakMap<TypeDescriptor, Tree>();

/** The description in generated service descriptors. */
export function ourDescription(services: readonly ServiceDescriptor[]): Description {
  const found = new Map<string, { input: Tree | null; output: Tree | null }>();
  for (const service of services) {
    for (const operation of Object.values(service.operations)) {
      for (const binding of operation.bindings as readonly BindingDescriptor[]) {
        // Without a manifest only notifications are pushes; what others call their output is our input.
        const turned = operation.direction === "push";
        const [asked, answered] = turned ? [binding.output, binding.input] : [binding.input, binding.output];
        found.set(`${binding.port}.${operation.name}`, {
          input: asked ? sideOf(asked.parts, binding.style) : null,
          output: answered ? sideOf(answered.parts, binding.style) : null,
        });
      }
    }
  }
  return found;
}

/** Document style with one element shows what is in the element; everything else shows the parts. */
function sideOf(
  parts: readonly { readonly name: string; readonly element?: { readonly name: string }; readonly type: Use }[],
  style: string,
): Tree {
  const [only] = parts;
  if (style === "document" && parts.length === 1 && only?.element) return treeOf(resolve(only.type));
  const list = parts.map((part): [string, Part] => [
    part.element?.name ?? part.name,
    { many: false, tree: () => treeOf(resolve(part.type)), marks: marksOf(resolve(part.type)) },
  ]);
  return { identity: parts, parts: new Map(list), message: true };
}

function treeOf(type: TypeDescriptor): Tree {
  const known = trees.get(type);
  if (known) return known;
  const tree: Tree = { identity: type, parts: type.k === "complex" && !type.text ? partsOf(type) : null };
  trees.set(type, tree);
  return tree;
}

function partsOf(type: ComplexDescriptor): ReadonlyMap<string, Part> {
  const parts = new Map<string, Part>();
  if (type.soapArray) {
    const { item, itemName } = type.soapArray;
    const marks = new Set<Mark>(["SOAP array", ...marksOf(resolve(item))]);
    return parts.set(itemName, { many: true, tree: () => treeOf(resolve(item)), marks });
  }
  for (const leaf of outputLeaves(type.content)) {
    const { source } = leaf;
    if (!isElement(source)) continue;
    const marks = new Set(marksOf(resolve(source.type)));
    if (source.substitutes) marks.add("substitutable");
    if (source.max === 1 && leaf.max > 1) marks.add("repeated with its group");
    if (parts.has(source.name)) marks.add("several of one name");
    parts.set(source.name, { many: leaf.max > 1, tree: () => treeOf(resolve(source.type)), marks });
  }
  return parts;
}

function marksOf(type: TypeDescriptor): Set<Mark> {
  const marks = new Set<Mark>();
  if (type.k === "anyType") marks.add("of any type");
  if (type.k !== "complex") return marks;
  if (type.soapArray) marks.add("SOAP array");
  if (type.derived) marks.add("derived");
  return marks;
}

function resolve(use: Use): TypeDescriptor {
  return typeof use === "function" ? use() : use;
}
