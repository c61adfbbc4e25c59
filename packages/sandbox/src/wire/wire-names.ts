import type { HeadFields } from "./read-message.ts";
import type { WireSettings } from "./wire-profile.ts";

/** What an element of the envelope or a head field is called on the wire; `""` where it does not travel. */
export function wireName(wire: WireSettings, ours: string): string {
  return wire.names?.[ours] ?? ours;
}

/** Name of the element with the head. */
export function headName(wire: WireSettings, root: "Request" | "Response"): string {
  return (root === "Response" ? wire.names?.["ResponseHead"] : undefined) ?? wireName(wire, "Head");
}

/** Head fields under their names on the wire. */
export function outwardHead(wire: WireSettings, head: HeadFields): HeadFields {
  return head.flatMap(([name, value]) => {
    const given = wireName(wire, name);
    return given === "" ? [] : [[given, value] as const];
  });
}

/** Head fields under our names. */
export function inwardHead(wire: WireSettings, head: HeadFields): HeadFields {
  const names = Object.entries(wire.names ?? {});
  return head.map(([name, value]) => [names.find(([, given]) => given === name)?.[0] ?? name, value] as const);
}

/** Head fields as a signature covers them; that of the signature itself keeps our name. */
export function signedHead(wire: WireSettings, head: HeadFields, signField: string): HeadFields {
  return head.flatMap((field) => (field[0] === signField ? [field] : outwardHead(wire, [field])));
}
