import type { WireSettings } from "./wire-profile.ts";

/** Head fields of a request in order of the schema. */
export const HEAD_ORDER: readonly string[] = [
  "providerCode",
  "service",
  "version",
  "messageId",
  "timestamp",
  "nonceStr",
  "signType",
  "sign",
];

/**
 * Roles of a request wrapper's children where they are numbered: Java services name parameters `arg0`, `arg1` … (or
 * `in0` …) when they have no annotations. `undefined` where names count.
 */
export function positionalRoles(
  wire: WireSettings,
): { readonly stem: string; readonly roles: readonly string[] } | undefined {
  const stem = /^(arg|in)0$/.exec(wire.parameterName)?.[1];
  if (stem === undefined || wire.style === "document-bare" || wire.payload === "typed") return undefined;
  const roles = [
    ...(wire.split === "dispatch" ? ["dispatch"] : []),
    ...(wire.head === "parameters" ? HEAD_ORDER : []),
    ...(wire.payload === "three-strings" ? ["providerCode", "sign", "data"] : ["payload"]),
  ];
  return roles.length > 1 ? { stem, roles } : undefined;
}
