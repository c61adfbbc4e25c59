import type { SchemaUnit } from "./graph.ts";
import type { IdentityConstraint } from "./model.ts";
import { nameKey } from "./names.ts";
import type { Problems } from "./problems.ts";
import { display } from "./symbols.ts";

const TOKEN =
  /\s*(?:(\.\/\/|\/|\||\.|@|\*)|(child|attribute)\s*::|([^\s/|.@*:()[\]]+(?:[.][^\s/|.@*:()[\]]+)*)(?:\s*:\s*(\*|[^\s/|@*:()[\]]+))?)/y;

/** Checks the paths of an identity constraint and what a keyref refers to, part 1 section 3.11. */
export function checkConstraint(
  constraint: IdentityConstraint,
  all: ReadonlyMap<string, IdentityConstraint>,
  unit: SchemaUnit,
  problems: Problems,
): void {
  for (const [path, field] of [
    [constraint.selector, false],
    ...constraint.fields.map((f) => [f, true] as const),
  ] as const) {
    if (!isPath(path, field)) problems.report("constraint-path", constraint, { path });
    else {
      for (const prefix of prefixes(path)) {
        if (constraint.prefixes[prefix] === undefined)
          problems.report("prefix-undeclared", constraint, { name: path, prefix });
      }
    }
  }
  if (constraint.kind !== "keyref") return;
  if (constraint.refer === null) return;
  const { ns } = constraint.refer;
  if (ns !== unit.namespace && !unit.imports.has(ns)) {
    problems.report("import-statement-missing", constraint, { name: display(constraint.refer), namespace: ns });
  }
  const key = all.get(nameKey(constraint.refer));
  if (key === undefined || key.kind === "keyref") {
    const known = [...all.values()].filter((c) => c.kind !== "keyref").map((c) => c.name.local);
    problems.report("name-unknown", constraint, {
      kind: "key",
      kindZh: "键",
      knownZh: known.join("、") || "–",
      name: display(constraint.refer),
      known: known.join(", ") || "–",
    });
  } else if (key.fields.length !== constraint.fields.length) {
    problems.report("keyref-fields", constraint, {
      a: String(constraint.fields.length),
      b: String(key.fields.length),
      name: display(key.name),
    });
  }
}

function tokens(path: string): string[] | null {
  const found: string[] = [];
  const text = path.trim();
  TOKEN.lastIndex = 0;
  while (TOKEN.lastIndex < text.length) {
    const token = TOKEN.exec(text);
    if (token === null) return null;
    if (token[1] !== undefined) found.push(token[1]);
    else if (token[2] !== undefined) found.push(token[2] === "child" ? "child::" : "@");
    else found.push(token[4] === undefined ? `name ${token[3]}` : `name ${token[3]}:${token[4]}`);
  }
  return found;
}

/** Path ::= ('.//')? Step ('/' Step)*, the last of a field may be an attribute; several with '|'. */
function isPath(path: string, field: boolean): boolean {
  const list = tokens(path);
  if (list === null || list.length === 0) return false;
  let i = 0;
  const nameTest = (): boolean => {
    const token = list[i];
    if (token !== "*" && !token?.startsWith("name ")) return false;
    i++;
    return true;
  };
  const onePath = (): boolean => {
    if (list[i] === ".//") i++;
    for (;;) {
      if (list[i] === "@") {
        i++;
        return field && nameTest();
      }
      if (list[i] === ".") i++;
      else {
        if (list[i] === "child::") i++;
        if (!nameTest()) return false;
      }
      if (list[i] !== "/") return true;
      i++;
    }
  };
  for (;;) {
    if (!onePath()) return false;
    if (i === list.length) return true;
    if (list[i] !== "|") return false;
    i++;
  }
}

function prefixes(path: string): string[] {
  return (tokens(path) ?? []).flatMap((t) =>
    t.startsWith("name ") && t.includes(":") ? [t.slice(5, t.indexOf(":"))] : [],
  );
}
