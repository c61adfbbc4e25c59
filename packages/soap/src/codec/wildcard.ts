import type { WildcardDescriptor } from "../gen1.ts";

/** Whether a wildcard lets an element or attribute of namespace `ns` in. */
export function allowsNamespace(wildcard: WildcardDescriptor, ns: string): boolean {
  if (wildcard.namespaces === "##any") return wildcard.not === undefined || !wildcard.not.includes(ns);
  if (wildcard.namespaces === "##other") return ns !== wildcard.target && ns !== "";
  return wildcard.namespaces.includes(ns);
}
