import type { SubmitDifference } from "./journal-port.ts";

/** Differences told; more say nothing new. */
const MOST = 100;
/** Characters of a value that are told. */
const SHOWN = 200;

/**
 * Compares what was sent with what the remote shows, leaf by leaf. What the remote has beyond that is no difference; what
 * it lacks is one.
 *
 * @param ours - In JSON form: bytes as base64 text.
 * @param theirs - As decoded, or in JSON form.
 */
export function compareBodies(ours: unknown, theirs: unknown): SubmitDifference[] {
  const found: SubmitDifference[] = [];
  walk(ours, theirs, "", found);
  return found;
}

function walk(ours: unknown, theirs: unknown, path: string, found: SubmitDifference[]): void {
  if (found.length >= MOST || ours === undefined) return;
  if (Array.isArray(ours)) {
    const others: readonly unknown[] = Array.isArray(theirs) ? theirs : [];
    for (const [i, one] of ours.entries()) walk(one, others[i], `${path}[${i}]`, found);
    if (others.length > ours.length)
      found.push({ path: `${path}.length`, ours: String(ours.length), theirs: String(others.length) });
    return;
  }
  if (typeof ours === "object" && ours !== null) {
    const others = typeof theirs === "object" && theirs !== null ? (theirs as Readonly<Record<string, unknown>>) : {};
    for (const [name, one] of Object.entries(ours))
      walk(one, others[name], path === "" ? name : `${path}.${name}`, found);
    return;
  }
  const [a, b] = [shown(ours), shown(theirs)];
  if (a !== b) found.push({ path, ours: a?.slice(0, SHOWN) ?? null, theirs: b?.slice(0, SHOWN) ?? null });
}

function shown(value: unknown): string | null {
  if (value === undefined || value === null) return null;
  if (value instanceof Uint8Array) return Buffer.from(value).toString("base64");
  return typeof value === "string" ? value : JSON.stringify(value);
}
