import type { CodeListPlan, ComplexPlan, FilePlan, PackagePlan, Plan, SimplePlan, TypeUse } from "./plan.ts";
import { codeListLines } from "./render/code-lists.ts";
import { descriptorLines, descriptorName, sharedLines } from "./render/descriptors.ts";
import { ModuleText } from "./render/module.ts";
import { schemaLines, schemaName, sharedSchemaLines } from "./render/schemas.ts";
import { SharedConstants } from "./render/shared-constants.ts";
import { enumLines, type Place, typeLines } from "./render/types.ts";
import { uses } from "./usage.ts";

/** What an edition generates, component by component, for a later edition to compare with. */
export interface Inventory {
  readonly edition: string;
  /** By package, file and component. */
  readonly parts: ReadonlyMap<string, Part>;
}

/** A component as text, and the components that the text refers to. */
interface Part {
  readonly text: string;
  readonly needs: readonly string[];
}

/** Writes down what the plan generates, before {@link shareWith} takes anything out of it. */
export function inventoryOf(plan: Plan, edition: string): Inventory {
  const parts = new Map<string, Part>();
  for (const pkg of plan.packages) {
    for (const file of pkg.files) {
      for (const type of file.types) if (!type.internal) parts.set(keyOf(type), partOfType(type));
      for (const simple of file.enums)
        parts.set(keyOfEnum(simple, file), { text: plain(enumLines(simple)), needs: [] });
    }
    for (const list of pkg.codeLists)
      parts.set(keyOfList(list, pkg), { text: plain(codeListLines([list])), needs: [] });
  }
  return { edition, parts };
}

/**
 * Takes out of a plan what an earlier edition has just so: its modules export that again, so that the types of all
 * editions are the same types where the interface did not change.
 *
 * @param earlier - Oldest first; a component is that of the oldest edition that has it.
 */
export function shareWith(plan: Plan, own: Inventory, earlier: readonly Inventory[]): void {
  const sources = new Map<string, string>();
  for (const { edition, parts } of earlier)
    for (const key of sharedKeys(own, parts)) if (!sources.has(key)) sources.set(key, edition);
  for (const pkg of plan.packages) sharePackage(pkg, sources);
}

/** Components that are the same in both, and all that they refer to as well. */
function sharedKeys(own: Inventory, other: ReadonlyMap<string, Part>): ReadonlySet<string> {
  const same = new Set([...own.parts].filter(([key, { text }]) => other.get(key)?.text === text).map(([key]) => key));
  const users = new Map<string, string[]>();
  for (const [key, { needs }] of own.parts)
    for (const need of needs) users.set(need, [...(users.get(need) ?? []), key]);
  const gone = [...own.parts.keys()].filter((key) => !same.has(key));
  for (let key = gone.pop(); key !== undefined; key = gone.pop())
    for (const user of users.get(key) ?? []) if (same.delete(user)) gone.push(user);
  return same;
}

function sharePackage(pkg: PackagePlan, sources: ReadonlyMap<string, string>): void {
  for (const file of pkg.files) {
    const homes = new Map<string, FilePlan>();
    const home = (edition: string): FilePlan => homes.get(edition) ?? elsewhere(file, edition, homes);
    for (const type of file.types.filter((t) => !t.internal)) {
      const edition = sources.get(keyOf(type));
      if (edition === undefined) continue;
      file.types.splice(file.types.indexOf(type), 1);
      type.file = home(edition);
      file.shared.push({
        from: home(edition).name,
        types: [...new Set(namesOf(type))],
        values: [descriptorName(type)],
        schemas: viewsOf(type).map((view) => schemaName(type, view)),
      });
    }
    for (const simple of file.enums.filter((e) => e.alias !== null)) {
      const edition = sources.get(keyOfEnum(simple, file));
      if (edition === undefined || simple.alias === null) continue;
      file.enums.splice(file.enums.indexOf(simple), 1);
      file.shared.push({ from: home(edition).name, types: [simple.alias.name], values: [], schemas: [] });
      simple.alias = { name: simple.alias.name, file: home(edition) };
    }
  }
  for (const list of pkg.codeLists.filter((l) => l.file !== null)) {
    const edition = sources.get(keyOfList(list, pkg));
    if (edition === undefined || list.file === null) continue;
    pkg.codeLists.splice(pkg.codeLists.indexOf(list), 1);
    const from = `../${edition}/code-lists`;
    list.file = { ...list.file, name: from, types: [], enums: [], messages: [], shared: [] };
    pkg.sharedLists.push({ from, types: [list.typeName], values: [list.valueName], schemas: [] });
  }
}

function elsewhere(file: FilePlan, edition: string, homes: Map<string, FilePlan>): FilePlan {
  const name = `../${edition}/${file.name}`;
  const home: FilePlan = { ...file, name, types: [], enums: [], messages: [], shared: [] };
  homes.set(edition, home);
  return home;
}

/** Everything that is written for a type, without where in the schema it stands. */
function partOfType(type: ComplexPlan): Part {
  const module = new ModuleText();
  const place: Place = { module, file: type.file };
  const order = {
    file: type.file,
    module,
    done: new Set<ComplexPlan>(),
    cyclic: new Set<FilePlan>(),
    shared: new SharedConstants(),
    simple: new Map(),
  };
  const schema = { ...order, done: new Set<string>(), shared: new SharedConstants() };
  const lines = [...typeLines(type, place), ...descriptorLines(type, order), ...schemaLines(type, schema, place)];
  return {
    text: plain([...namesOf(type), ...lines, ...sharedLines(order), ...sharedSchemaLines(schema)]),
    needs: needsOf(type),
  };
}

function plain(lines: readonly string[]): string {
  // Where a comment is wrapped depends on the place it ends with.
  return lines
    .join("\n")
    .replace(/\bXSD [^\s*]+:\d+/g, "")
    .replace(/[\s*]+/g, " ");
}

function namesOf(type: ComplexPlan): string[] {
  const views = type.split ? [type.name, type.readName] : [type.name];
  if (type.derived.length === 0) return views;
  return [...views, type.anyName, ...(type.split ? [type.anyReadName] : [])];
}

function viewsOf(type: ComplexPlan): ("sent" | "read")[] {
  return type.split ? ["sent", "read"] : [type.sent ? "sent" : "read"];
}

function needsOf(type: ComplexPlan): string[] {
  const needs = new Set<string>();
  const simple = (s: SimplePlan): void => {
    if (s.alias) needs.add(keyOfEnum(s, s.alias.file));
    if (s.item) simple(s.item);
    for (const m of s.members) simple(m);
  };
  const list = (l: CodeListPlan | null): void => {
    if (l?.file) needs.add(keyOfList(l, l.file.package));
  };
  const use = (u: TypeUse): void => {
    if (u.k === "complex") needs.add(keyOf(u.type));
    if (u.k !== "simple") return;
    simple(u.simple);
    list(u.codeList);
  };
  for (const u of uses(type)) use(u);
  if (type.text) simple(type.text);
  for (const a of type.attrs) {
    simple(a.type);
    list(a.codeList);
  }
  needs.delete(keyOf(type));
  return [...needs];
}

function keyOf(type: ComplexPlan): string {
  return `${type.file.package.name}|${type.file.name}|${type.id}`;
}

function keyOfEnum({ name, alias }: SimplePlan, file: FilePlan): string {
  return `${file.package.name}|${file.name}|enum {${name?.ns}}${name?.local ?? alias?.name}`;
}

function keyOfList(list: CodeListPlan, pkg: PackagePlan): string {
  return `${pkg.name}|code list ${list.id}`;
}
