import type { Description, Difference, Part, Tree } from "./tree.ts";

/**
 * Compares another tool's description with ours: operations, parts, properties and arrays.
 *
 * @param named - How the other tool writes a name.
 */
export function compare(ours: Description, theirs: Description, named: (name: string) => string): Difference[] {
  const found: Difference[] = [];
  const theirsByName = new Map([...theirs].map(([key, value]) => [named(key), value]));
  for (const [key, our] of ours) {
    const their = theirsByName.get(named(key));
    if (!their) found.push({ where: key, kind: "operation missing" });
    else {
      walk(our.input, their.input, `${key} input`, found, new Map());
      walk(our.output, their.output, `${key} output`, found, new Map());
    }
  }
  const known = new Set([...ours.keys()].map(named));
  for (const key of theirsByName.keys()) if (!known.has(key)) found.push({ where: key, kind: "operation added" });
  return found;
}

function walk(
  our: Tree | null,
  their: Tree | null,
  where: string,
  found: Difference[],
  seen: Map<unknown, Set<unknown>>,
): void {
  if (!our || !their) {
    if ((our?.parts?.size ?? 0) > 0 || (their?.parts?.size ?? 0) > 0) found.push({ where, kind: "message missing" });
    return;
  }
  const met = seen.get(our.identity) ?? new Set();
  if (met.has(their.identity)) return;
  seen.set(our.identity, met.add(their.identity));
  const ourParts = our.parts ?? new Map<string, Part>();
  const theirParts = their.parts ?? new Map<string, Part>();
  if (their.unread) {
    if (ourParts.size > 0) found.push({ where, kind: "type not described" });
    return;
  }
  const what = our.message ? "part" : "property";
  if (ourParts.size > 0 && theirParts.size === 0) {
    found.push({ where, kind: their.parts === null ? "content missing, a text" : "content missing, empty" });
    return;
  }
  for (const [name, part] of ourParts) {
    const other = theirParts.get(name);
    const place = `${where}.${name}`;
    const marks = [...part.marks]
      .sort()
      .map((m) => `, ${m}`)
      .join("");
    if (!other) found.push({ where: place, kind: `${what} missing${marks}` });
    else {
      if (part.many !== other.many)
        found.push({ where: place, kind: `${part.many ? "array missing" : "array added"}${marks}` });
      walk(part.tree(), other.tree(), place, found, seen);
    }
  }
  for (const name of theirParts.keys())
    if (!ourParts.has(name)) found.push({ where: `${where}.${name}`, kind: `${what} added` });
}
