import type { Report } from "@coo/evolution";

/** What is called what on the other side. */
export interface Correspondence {
  /** The id that a type has there. */
  readonly typeThere: (id: string) => string;
  /** New name of an element or attribute, by `type id/element` or `type id@attribute` as they are called here. */
  readonly renames: ReadonlyMap<string, string>;
}

/** Names of the other edition as a report tells them, in the direction of the report or against it. */
export function correspondenceOf(report: Report, way: "upgrade" | "downgrade"): Correspondence {
  const forward = typesThere(report);
  const back = typesBack(report);
  const renames = new Map<string, string>();
  for (const { id, component, old, new: now } of report.changes) {
    if (id !== "element-renamed" && id !== "attribute-renamed") continue;
    if (old === null || now === null) continue;
    const mark = id === "element-renamed" ? "/" : "@";
    const owner = component.slice(0, component.lastIndexOf(mark));
    // Reports call components as the old edition does.
    if (way === "upgrade") renames.set(`${owner}${mark}${old}`, now);
    else renames.set(`${forward(owner)}${mark}${now}`, old);
  }
  return { typeThere: way === "upgrade" ? forward : back, renames };
}

function typesThere(report: Report): (id: string) => string {
  return mapped(movesOf(report));
}

function typesBack(report: Report): (id: string) => string {
  return mapped(movesOf(report).map(([old, now, kind]) => [now, old, kind]));
}

type Moved = readonly [from: string, to: string, kind: "namespace" | "type"];

function movesOf({ changes }: Report): Moved[] {
  return changes.flatMap(({ id, old, new: now }): Moved[] => {
    if (old === null || now === null) return [];
    if (id === "target-namespace-changed") return [[old, now, "namespace"]];
    return id === "type-renamed" ? [[old, now, "type"]] : [];
  });
}

/** `{ns}Type` and what is inside of it, `{ns}Type/element`. */
function mapped(moves: readonly Moved[]): (id: string) => string {
  const types = new Map(moves.flatMap(([from, to, kind]) => (kind === "type" ? [[from, to] as const] : [])));
  const spaces = new Map(moves.flatMap(([from, to, kind]) => (kind === "namespace" ? [[from, to] as const] : [])));
  return (id) => {
    const end = id.indexOf("}");
    const cut = id.slice(end).search(/[/@]/);
    const [head, inside] = cut < 0 ? [id, ""] : [id.slice(0, end + cut), id.slice(end + cut)];
    const ns = id.slice(1, end);
    return `${types.get(head) ?? `{${spaces.get(ns) ?? ns}${head.slice(end)}`}${inside}`;
  };
}
