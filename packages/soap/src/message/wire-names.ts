import type { WireProfile } from "../wire-profile.ts";
import type { HeadField } from "./head.ts";

type Named = Pick<WireProfile, "names">;

/** What an element of the envelope or a head field is called on the wire; `""` where it is not sent. */
export function wireName(wire: Named, ours: string): string {
  return wire.names?.[ours] ?? ours;
}

/** Name of the element that holds the head: answers may have one of their own. */
export function headName(wire: Named, kind: "request" | "response"): string {
  return (kind === "response" ? wire.names?.["ResponseHead"] : undefined) ?? wireName(wire, "Head");
}

/** Head fields as they are called on the wire, those left out that are not sent. */
export function outwardHead(wire: Named, head: readonly HeadField[]): readonly HeadField[] {
  const { names } = wire;
  if (names === undefined) return head;
  return head.flatMap(([name, value]): HeadField[] => {
    const given = names[name] ?? name;
    return given === "" ? [] : [[given, value]];
  });
}

/** Head fields as we call them; what the profile does not name keeps its name. */
export function inwardHead(wire: Named, head: readonly HeadField[]): readonly HeadField[] {
  const { names } = wire;
  if (names === undefined) return head;
  const ours = new Map(Object.entries(names).map(([name, given]) => [given, name]));
  return head.map(([name, value]) => [ours.get(name) ?? name, value]);
}

/**
 * Head fields as a signature covers them: called as on the wire. The field of the signature keeps our name, by which the
 * signature profile leaves it out.
 */
export function signedHead(wire: Named, head: readonly HeadField[], signField: string): readonly HeadField[] {
  if (wire.names === undefined) return head;
  return head.flatMap((field) => (field[0] === signField ? [field] : outwardHead(wire, [field])));
}
