import { annotationOf } from "./annotations.ts";
import type { SchemaUnit } from "./graph.ts";
import type { Wildcard } from "./model.ts";
import { listItems } from "./names.ts";
import type { Symbols } from "./symbols.ts";
import type { XNode } from "./tree.ts";

/** The namespaces a wildcard allows: all of `names`, or all but them. */
export interface NamespaceSet {
  readonly not: boolean;
  readonly names: ReadonlySet<string>;
}

/** Namespaces of a wildcard as a set. */
export function namespaceSet(wildcard: Wildcard): NamespaceSet {
  if (wildcard.namespaces === "##any") return { not: true, names: new Set(wildcard.notNamespaces ?? []) };
  if (wildcard.namespaces === "##other") return { not: true, names: new Set([wildcard.target, ""]) };
  return { not: false, names: new Set(wildcard.namespaces) };
}

/** Whether elements or attributes of namespace `ns` are allowed. */
export function allowsNamespace(set: NamespaceSet, ns: string): boolean {
  return set.names.has(ns) !== set.not;
}

/** Whether a wildcard allows an element of this name; `siblings` are the names its content model mentions. */
export function allowsName(wildcard: Wildcard, key: string, siblings: ReadonlySet<string>): boolean {
  if (!allowsNamespace(namespaceSet(wildcard), key.slice(1, key.indexOf("}")))) return false;
  const not = wildcard.notNames ?? [];
  return !not.includes(key) && !(not.includes("##definedSibling") && siblings.has(key));
}

/** Whether every namespace in `a` is in `b`. */
export function isSubset(a: NamespaceSet, b: NamespaceSet): boolean {
  if (!a.not) return [...a.names].every((ns) => allowsNamespace(b, ns));
  return b.not && [...b.names].every((ns) => a.names.has(ns));
}

/** Whether some namespace is in both. */
export function intersects(a: NamespaceSet, b: NamespaceSet): boolean {
  const both = intersection(a, b);
  return both.not || both.names.size > 0;
}

/** Namespaces in both. */
export function intersection(a: NamespaceSet, b: NamespaceSet): NamespaceSet {
  if (a.not && b.not) return { not: true, names: new Set([...a.names, ...b.names]) };
  if (a.not) return intersection(b, a);
  return { not: false, names: new Set([...a.names].filter((ns) => allowsNamespace(b, ns))) };
}

/** Namespaces in one of the two. */
export function union(a: NamespaceSet, b: NamespaceSet): NamespaceSet {
  const flip = (s: NamespaceSet): NamespaceSet => ({ not: !s.not, names: s.names });
  return flip(intersection(flip(a), flip(b)));
}

/** `wildcard` with other namespaces. */
export function withNamespaces(wildcard: Wildcard, set: NamespaceSet): Wildcard {
  const { notNamespaces: _, ...rest } = wildcard;
  if (!set.not) return { ...rest, namespaces: [...set.names] };
  if (set.names.size === 0) return { ...rest, namespaces: "##any" };
  if (set.names.size === 2 && set.names.has("") && set.names.has(wildcard.target))
    return { ...rest, namespaces: "##other" };
  if (set.names.size === 1 && set.names.has("") && wildcard.target === "") return { ...rest, namespaces: "##other" };
  return { ...rest, namespaces: "##any", notNamespaces: [...set.names] };
}

/** Reads an xs:any or xs:anyAttribute. */
export function readWildcard(node: XNode, unit: SchemaUnit, symbols: Symbols): Wildcard {
  const target = unit.namespace;
  const real = (item: string): string => (item === "##targetNamespace" ? target : item === "##local" ? "" : item);
  const items = listItems(node.attr("namespace") ?? "##any");
  const [first] = items;
  const process = node.attr("processContents")?.trim();
  const wildcard: Wildcard = {
    namespaces: first === "##any" || first === "##other" ? first : [...new Set(items.map(real))],
    target,
    process: process === "lax" || process === "skip" ? process : "strict",
    at: node.at,
    annotation: annotationOf(node),
  };
  const notNamespace = node.attr("notNamespace");
  if (notNamespace !== undefined && node.attr("namespace") !== undefined)
    symbols.problems.report("wildcard-namespaces", node);
  const notQName = node.attr("notQName");
  if (notQName?.includes("##defined ") || notQName?.trim().endsWith("##defined"))
    symbols.record(`xs:${node.local} notQName`, node.at);
  return {
    ...wildcard,
    ...(notNamespace === undefined ? {} : { notNamespaces: listItems(notNamespace).map(real) }),
    ...(notQName === undefined
      ? {}
      : { notNames: listItems(notQName).map((item) => readName(item, node, unit, symbols)) }),
  };
}

function readName(item: string, node: XNode, unit: SchemaUnit, symbols: Symbols): string {
  if (item.startsWith("##")) return item;
  const name = symbols.qname(item, node, unit);
  return name === null ? item : `{${name.ns}}${name.local}`;
}
