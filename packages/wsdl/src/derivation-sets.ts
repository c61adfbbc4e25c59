import type { SchemaUnit } from "./graph.ts";
import { listItems } from "./names.ts";
import type { XNode } from "./tree.ts";

const ELEMENT_BLOCK = ["extension", "restriction", "substitution"] as const;
const ELEMENT_FINAL = ["extension", "restriction"] as const;
const SIMPLE_FINAL = ["restriction", "list", "union", "extension"] as const;

function read(text: string | undefined, fallback: string | undefined, allowed: readonly string[]): readonly string[] {
  const items = listItems(text ?? fallback ?? "");
  if (items.length === 0) return [];
  return items.includes("#all") ? allowed : allowed.filter((item) => items.includes(item));
}

/** `block` of an element, the schema's default considered. */
export function elementBlock(node: XNode, unit: SchemaUnit): readonly string[] {
  return read(node.attr("block"), unit.node.attr("blockDefault"), ELEMENT_BLOCK);
}

/** `final` of an element, the schema's default considered. */
export function elementFinal(node: XNode, unit: SchemaUnit): readonly string[] {
  return read(node.attr("final"), unit.node.attr("finalDefault"), ELEMENT_FINAL);
}

/** `final` of a type, the schema's default considered. */
export function typeFinal(node: XNode, unit: SchemaUnit, kind: "simple" | "complex"): readonly string[] {
  return read(node.attr("final"), unit.node.attr("finalDefault"), kind === "simple" ? SIMPLE_FINAL : ELEMENT_FINAL);
}

/** `block` of a complex type, the schema's default considered. */
export function typeBlock(node: XNode, unit: SchemaUnit): readonly string[] {
  return read(node.attr("block"), unit.node.attr("blockDefault"), ELEMENT_FINAL);
}
