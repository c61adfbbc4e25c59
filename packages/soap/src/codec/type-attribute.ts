import type { ComplexDescriptor } from "../gen1.ts";
import type { Scope } from "./encode-scope.ts";
import { escapeAttribute } from "./escape.ts";

/** xsi:type with what its prefix needs; a type without a name has none. */
export function typeAttribute(type: ComplexDescriptor, scope: Scope, prefix = "t"): string {
  return type.anonymous ? "" : nameAttribute(type.ns, type.name, scope, prefix);
}

/** xsi:type naming `{ns}name`. */
export function nameAttribute(ns: string, name: string, scope: Scope, prefix = "t"): string {
  if (ns === "") return ` xsi:type="${name}"`;
  if (ns === scope.bound) return ` xsi:type="n:${name}"`;
  return ` xmlns:${prefix}="${escapeAttribute(ns)}" xsi:type="${prefix}:${name}"`;
}
