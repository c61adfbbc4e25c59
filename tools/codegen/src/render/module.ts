import type { FilePlan, PackagePlan } from "../plan.ts";

/** Text of one generated module in the making: collects imports while its lines are written. */
export class ModuleText {
  readonly lines: string[] = [];
  /** Local name by `specifier|name`. */
  readonly #locals = new Map<string, string>();
  readonly #taken: Set<string>;
  readonly #types = new Map<string, Set<string>>();
  readonly #values = new Map<string, Set<string>>();
  readonly #stars = new Map<string, string>();
  readonly #effects = new Set<string>();

  /** @param declared - Names that the module declares itself; imports give way to them. */
  constructor(declared: Iterable<string> = []) {
    this.#taken = new Set(declared);
  }

  /** Imports `name` from `specifier` as a type only; gives the name under which it is known here. */
  type(specifier: string, name: string): string {
    add(this.#types, specifier, name);
    return this.#local(specifier, name);
  }

  /** Imports `name` from `specifier` as a value; gives the name under which it is known here. */
  value(specifier: string, name: string): string {
    add(this.#values, specifier, name);
    return this.#local(specifier, name);
  }

  /** `import * as name from specifier`. */
  star(specifier: string, name: string): void {
    this.#stars.set(specifier, name);
  }

  /** `import specifier`, for what that does. */
  effect(specifier: string): void {
    this.#effects.add(specifier);
  }

  #local(specifier: string, name: string): string {
    const key = `${specifier}|${name}`;
    let local = this.#locals.get(key);
    if (local === undefined) {
      local = name;
      for (let n = 2; this.#taken.has(local); n++) local = `${name}_${n}`;
      this.#taken.add(local);
      this.#locals.set(key, local);
    }
    return local;
  }

  push(...lines: string[]): void {
    this.add(lines);
  }

  /** Adds lines, however many: they are no arguments of a call, of which engines take only so many. */
  add(lines: readonly string[]): void {
    for (const line of lines) this.lines.push(line);
  }

  /** The whole module, header first. */
  toString(header: string): string {
    const imports: string[] = [];
    const specifiers = new Set([
      ...this.#types.keys(),
      ...this.#values.keys(),
      ...this.#stars.keys(),
      ...this.#effects,
    ]);
    for (const specifier of [...specifiers].sort(bySpecifier)) {
      if (this.#effects.has(specifier)) imports.push(`import ${JSON.stringify(specifier)};`);
      const star = this.#stars.get(specifier);
      if (star) imports.push(`import * as ${star} from ${JSON.stringify(specifier)};`);
      const values = [...(this.#values.get(specifier) ?? [])].sort();
      const types = [...(this.#types.get(specifier) ?? [])].filter((t) => !values.includes(t)).sort();
      if (values.length + types.length === 0) continue;
      const as = (name: string): string => {
        const local = this.#locals.get(`${specifier}|${name}`) ?? name;
        return local === name ? name : `${name} as ${local}`;
      };
      if (values.length === 0)
        imports.push(wrap("import type { ", types.map(as), ` } from ${JSON.stringify(specifier)};`));
      else
        imports.push(
          wrap(
            "import { ",
            [...values.map(as), ...types.map((t) => `type ${as(t)}`)],
            ` } from ${JSON.stringify(specifier)};`,
          ),
        );
    }
    // At most one empty line in a row, none at the end.
    const kept: string[] = [];
    let empty = 0;
    for (const line of this.lines) {
      if (line === "") empty++;
      else {
        if (empty > 0 && kept.length > 0) kept.push("");
        empty = 0;
        kept.push(line);
      }
    }
    const body = kept.join("\n").trimEnd();
    return `${header}\n${imports.length > 0 ? `${imports.join("\n")}\n` : ""}\n${body}\n`;
  }
}

/** How `from` names the module of `to`; `ending` tells the kind of module. */
export function specifierOf(from: PackagePlan, to: FilePlan, kind: "types" | "schema"): string {
  // A module of an earlier edition is `../2018-07/goods`.
  const path = to.name.startsWith("../") ? to.name : `./${to.name}`;
  if (to.package === from) return kind === "types" ? `${path}.ts` : `${path}.schema.ts`;
  return entryOf(to, kind);
}

/** What other packages import. */
function entryOf({ package: { specifier } }: FilePlan, kind: "types" | "schema"): string {
  return kind === "types" ? specifier : `${specifier}/schema`;
}

function add(map: Map<string, Set<string>>, key: string, name: string): void {
  const set = map.get(key);
  if (set) set.add(name);
  else map.set(key, new Set([name]));
}

// Packages before relative paths, each in code point order.
function bySpecifier(a: string, b: string): number {
  const [ra, rb] = [a.startsWith("."), b.startsWith(".")];
  return ra === rb ? (a < b ? -1 : 1) : ra ? 1 : -1;
}

function wrap(before: string, names: readonly string[], after: string): string {
  const line = before + names.join(", ") + after;
  if (line.length <= 120) return line;
  return `${before.trimEnd()}\n${names.map((n) => `  ${n},\n`).join("")}${after.trimStart()}`;
}
