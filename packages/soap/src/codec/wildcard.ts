import type { WildcardDescriptor } from "../gen1.ts";

/** Whether a wildcard lets an element or attribute of namespace `ns` in, whatever its name. */
export function allowsNamespace(wildcard: WildcardDescriptor, ns: string): boolean {
  if (wildcard.namespaces === "##any") return wildcard.not === undefined || !wildcard.not.includes(ns);
  if (wildcard.namespaces === "##other") return ns !== wildcard.target && ns !== "";
  return wildcard.namespaces.includes(ns);
}

/** Whether a wildcard lets an element or attribute of this name in. */
export function allowsName(wildcard: WildcardDescriptor, name: string, ns: string): boolean {
  if (!allowsNamespace(wildcard, ns)) return false;
  return wildcard.notNames === undefined || !wildcard.notNames.includes(`{${ns}}${name}`);
}
