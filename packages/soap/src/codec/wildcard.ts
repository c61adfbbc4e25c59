import type { WildcardDescriptor } from "../gen1.ts";

/** Whether a wildcard lets an element or attribute of namespace `ns` in. */
export function allowsNamespace(wildcard: WildcardDescriptor, ns: string): boolean {
  if (wildcard.namespaces === "##any") return true;
  if (wildcard.namespaces === "##other") return ns !== wildcard.target && ns !== "";
  return wildcard.namespaces.includes(ns);
}
