import type { Location } from "@coo/wsdl";

/** A difference that a rule has named, before it is judged. */
export interface Finding {
  readonly id: string;
  /** Below the component: `/name`, `@name`; empty for the component itself. */
  readonly below: string;
  readonly old: string | null;
  readonly new: string | null;
  readonly oldAt: Location | null;
  readonly newAt: Location | null;
  /** What was probably renamed, not sure enough to say so. */
  readonly suggestion?: string;
}

/** Makes a finding about the component itself. */
export function finding(
  id: string,
  before: { readonly at: Location } | null,
  after: { readonly at: Location } | null,
  old: string | null = null,
  now: string | null = null,
  below = "",
): Finding {
  return { id, below, old, new: now, oldAt: before?.at ?? null, newAt: after?.at ?? null };
}

/** The finding with the places of what uses a built-in type, which itself lies in no document. */
export function atUse(
  f: Finding,
  before: { readonly at: Location } | null,
  after: { readonly at: Location } | null,
): Finding {
  const of = (at: Location | null, use: { readonly at: Location } | null): Location | null =>
    at !== null && isBuiltIn(at) ? (use?.at ?? at) : at;
  return { ...f, oldAt: of(f.oldAt, before), newAt: of(f.newAt, after) };
}

/** Whether a place is that of a built-in type. */
export function isBuiltIn(at: Location): boolean {
  return at.file.startsWith("xsd:");
}
