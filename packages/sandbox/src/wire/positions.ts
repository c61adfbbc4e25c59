import type { WireSettings } from "./wire-profile.ts";

/** Head fields of a request in order of the schema. */
const HEAD_ORDER: readonly string[] = [
  "providerCode",
  "service",
  "version",
  "messageId",
  "timestamp",
  "nonceStr",
  "signType",
  "sign",
];

/** Head fields that are parameters of their own: under `split: "dispatch"` the code in front is the head's `service`. */
export function headParameters(wire: WireSettings): readonly string[] {
  return wire.split === "dispatch" ? HEAD_ORDER.filter((name) => name !== "service") : HEAD_ORDER;
}

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
    ...(wire.head === "parameters" ? headParameters(wire) : []),
    ...(wire.payload === "three-strings" ? ["providerCode", "sign", "data"] : ["payload"]),
  ];
  return roles.length > 1 ? { stem, roles } : undefined;
}
