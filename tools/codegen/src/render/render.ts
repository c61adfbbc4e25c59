import type { FilePlan, PackagePlan, Plan, SharedExports } from "../plan.ts";
import { uses } from "../usage.ts";
import { codeListLines } from "./code-lists.ts";
import {
  type DescriptorOrder,
  descriptorLines,
  descriptorName,
  messageConst,
  messageLines,
  sharedLines,
} from "./descriptors.ts";
import { labelLines } from "./labels.ts";
import { ModuleText, specifierOf } from "./module.ts";
import { nameLines } from "./names.ts";
import { registryLines } from "./registry.ts";
import { type SchemaOrder, schemaLines, schemaName, sharedSchemaLines } from "./schemas.ts";
import { serviceLines } from "./services.ts";
import { SharedConstants } from "./shared-constants.ts";
import { testingLines } from "./testing.ts";
import { enumLines, importType, ownName, type Place, typeLines } from "./types.ts";

/** How to regenerate, for the header. */
export interface RenderOptions {
  /** Command that the header names. */
  readonly command: string;
  /** Path in front of schema files: `schemas/2018-07/`. */
  readonly prefix: string;
}

/** What a line exports. */
const EXPORTED = /^export (interface|type|const|function) ([\p{ID_Continue}$]+)/u;

/** Turns the plan into files: path relative to the output root → text. */
export function render(plan: Plan, options: RenderOptions): Map<string, string> {
  const out = new Map<string, string>();
  for (const pkg of plan.packages) renderPackage(pkg, options, out);
  return new Map([...out].sort(([a], [b]) => (a < b ? -1 : 1)));
}

function header(
  sources: readonly { readonly file: string; readonly sha256: string }[],
  options: RenderOptions,
): string {
  const unique = [...new Map(sources.map((s) => [s.file, s])).values()].sort((a, b) => (a.file < b.file ? -1 : 1));
  const shown = unique.map((s) => `${options.prefix}${s.file}, sha256 ${s.sha256.slice(0, 8)}`);
  const from = shown.length > 4 ? `${shown.slice(0, 4).join("; ")}; and ${shown.length - 4} more` : shown.join("; ");
  return `// @generated from ${from}. Do not edit: change the schema, run \`${options.command}\`.`;
}

function renderPackage(pkg: PackagePlan, options: RenderOptions, out: Map<string, string>): void {
  const path = (name: string): string => (pkg.folder === "" ? name : `${pkg.folder}/${name}`);
  const all = pkg.files.flatMap((f) => f.sources).concat(pkg.serviceSources);
  const cyclic = cyclicFiles(pkg);
  const files = [...pkg.files].sort((a, b) => (a.name < b.name ? -1 : 1));
  const indexLines: string[] = [];
  const schemaIndex: string[] = [];
  const exported = new Map<string, Exporter[]>();
  const noteName = (module: string, name: string, value: boolean): void => {
    const all = exported.get(name);
    if (all === undefined) {
      exported.set(name, [{ module, value }]);
      return;
    }
    const owner = all.find((e) => e.module === module);
    if (owner === undefined) all.push({ module, value });
    else owner.value ||= value;
  };
  const note = (module: string, { lines }: ModuleText): void => {
    for (const line of lines) {
      if (!line.startsWith("export ")) continue;
      const [, kind, name] = EXPORTED.exec(line) ?? [];
      if (name !== undefined) noteName(module, name, kind === "const" || kind === "function");
    }
  };

  for (const file of files) {
    const text = typesModule(file, cyclic.get(file) ?? new Set());
    if (text !== null) {
      const full = text.toString(header(file.sources, options));
      out.set(path(`${file.name}.ts`), full);
      // Wrappers of the SOAP body serve the service descriptors only.
      if (!file.types.some((t) => t.internal)) {
        note(`./${file.name}.ts`, text);
        for (const { types, values } of file.shared) {
          for (const name of types) noteName(`./${file.name}.ts`, name, false);
          for (const name of values) noteName(`./${file.name}.ts`, name, true);
        }
        indexLines.push(`export * from "./${file.name}.ts";`);
      }
    }
    const schema = schemasModule(file, cyclic.get(file) ?? new Set());
    if (schema !== null) {
      const full = schema.toString(header(file.sources, options));
      out.set(path(`${file.name}.schema.ts`), full);
      note(`./${file.name}.schema.ts`, schema);
      for (const name of file.shared.flatMap((e) => e.schemas)) noteName(`./${file.name}.schema.ts`, name, true);
      schemaIndex.push(`export * from "./${file.name}.schema.ts";`);
    }
  }
  if (pkg.services.length > 0) {
    const module = new ModuleText(pkg.services.map((s) => s.valueName));
    const file = virtualFile(pkg);
    const order = newOrder(file, module);
    const place: Place = { module, file };
    const lines = pkg.services.flatMap((s) => serviceLines(s, order, place));
    const shared = sharedLines(order);
    module.add(shared.length > 0 ? [...shared, "", ...lines] : lines);
    const full = module.toString(header(pkg.serviceSources, options));
    out.set(path("services.ts"), full);
    note("./services.ts", module);
    indexLines.push('export * from "./services.ts";');
  }
  if (pkg.registry) {
    const module = new ModuleText(["registry"]);
    const order = newOrder(virtualFile(pkg), module);
    const lines = registryLines(pkg.registry, order);
    const shared = sharedLines(order);
    module.add(shared.length > 0 ? [...shared, "", ...lines] : lines);
    out.set(path("registry.ts"), module.toString(header(all, options)));
  }
  if (pkg.codeLists.length + pkg.sharedLists.length > 0) {
    const module = new ModuleText();
    module.add(sharedExportLines(pkg.sharedLists, "types"));
    if (pkg.codeLists.length > 0) module.add(codeListLines(pkg.codeLists));
    else module.push(`export type { CodeListEntry } from ${JSON.stringify(`${pkg.sharedLists[0]?.from}.ts`)};`);
    const full = module.toString(header(pkg.codeLists[0]?.file?.sources ?? all, options));
    out.set(path("code-lists.ts"), full);
    note("./code-lists.ts", module);
    for (const { types, values } of pkg.sharedLists) {
      for (const name of types) noteName("./code-lists.ts", name, false);
      for (const name of values) noteName("./code-lists.ts", name, true);
    }
    indexLines.push('export * from "./code-lists.ts";');
  }
  {
    const module = new ModuleText();
    module.add(labelLines(pkg));
    // No part of the index: labels are as much text as all descriptors together, and few who import messages show them.
    out.set(path("labels.ts"), module.toString(header(all, options)));
  }
  {
    const module = new ModuleText();
    const place: Place = { module, file: virtualFile(pkg) };
    const lines = testingLines(pkg, place);
    module.add(lines.length > 0 ? lines : ["export {};"]);
    out.set(path("testing.ts"), module.toString(header(all, options)));
  }
  const clashes = clashesOf(exported, pkg);
  {
    const module = new ModuleText();
    const index = clashes.map(({ name, owner }) => [`index ${name}`, fileOf(owner.module)] as const);
    module.add(nameLines(index.length === 0 ? pkg.names : sorted({ ...pkg.names, ...Object.fromEntries(index) })));
    out.set(path("names.ts"), module.toString(header(all, options)));
  }
  const check = typeTest(pkg);
  if (check) out.set(path("agreement.ts"), check.toString(header(all, options)));
  const explicitLines = (schema: boolean): string[] =>
    clashes
      .filter(({ owner }) => owner.module.endsWith(".schema.ts") === schema)
      .map(({ name, owner }) => `export { ${owner.value ? "" : "type "}${name} } from "${owner.module}";`);
  const index = new ModuleText();
  index.push(...indexLines.sort(), ...explicitLines(false));
  out.set(path("index.ts"), index.toString(header(all, options)));
  const schema = new ModuleText();
  schema.push(...(schemaIndex.length > 0 ? schemaIndex.sort() : ["export {};"]), ...explicitLines(true));
  out.set(path("schema.ts"), schema.toString(header(all, options)));
}

/** What modules of earlier editions have just so. */
function sharedExportLines(shared: readonly SharedExports[], kind: "types" | "schema"): string[] {
  const names = new Map<string, string[]>();
  for (const e of shared) {
    const all = kind === "types" ? [...e.types.map((n) => `type ${n}`), ...e.values] : e.schemas;
    names.set(e.from, [...(names.get(e.from) ?? []), ...all]);
  }
  return [...names]
    .filter(([, all]) => all.length > 0)
    .sort(([x], [y]) => (x < y ? -1 : 1))
    .flatMap(([from, all]) => {
      const sorted = [...new Set(all)].sort((x, y) => (bare(x) < bare(y) ? -1 : 1));
      return [
        "export {",
        ...sorted.map((name) => `  ${name},`),
        `} from ${JSON.stringify(`${from}${kind === "types" ? "" : ".schema"}.ts`)};`,
        "",
      ];
    });
}

function bare(name: string): string {
  return name.replace(/^type /, "");
}

/** A module that exports a name, and whether as a value. */
interface Exporter {
  readonly module: string;
  value: boolean;
}

/**
 * Names that several files export. In the index each belongs to the file that had it there in the last run, else to the
 * first; the others are reached through their own file.
 */
function clashesOf(
  exported: ReadonlyMap<string, readonly Exporter[]>,
  pkg: PackagePlan,
): { readonly name: string; readonly owner: Exporter }[] {
  return [...exported]
    .filter(([, all]) => all.length > 1)
    .map(([name, all]) => ({
      name,
      owner: all.find((e) => pkg.wasExported(fileOf(e.module), name)) ?? (all[0] as Exporter),
    }));
}

function fileOf(module: string): string {
  return module.replace(/^\.\/|(?:\.schema)?\.ts$/g, "");
}

function sorted(names: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(names).sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0)));
}

/** Stands for modules that belong to no schema file. */
function virtualFile(pkg: PackagePlan): FilePlan {
  return { package: pkg, name: "", ns: "", sources: [], types: [], enums: [], messages: [], shared: [] };
}

function newOrder(file: FilePlan, module: ModuleText, cyclic: ReadonlySet<FilePlan> = new Set()): DescriptorOrder {
  return { file, module, done: new Set(), cyclic, shared: new SharedConstants(), simple: new Map() };
}

/** Names that the module of a file declares. */
function declaredNames(file: FilePlan, kind: "types" | "schema"): string[] {
  const names: string[] = [];
  for (const type of file.types) {
    if (kind === "types") names.push(type.name, type.readName, type.anyName, type.anyReadName, descriptorName(type));
    else names.push(schemaName(type, "sent"), schemaName(type, "read"));
  }
  if (kind === "types") {
    for (const simple of file.enums) if (simple.alias) names.push(simple.alias.name);
    for (const message of file.messages) names.push(messageConst(message));
  }
  return names;
}

function typesModule(file: FilePlan, cyclic: ReadonlySet<FilePlan>): ModuleText | null {
  if (file.types.length + file.enums.length + file.messages.length + file.shared.length === 0) return null;
  const module = new ModuleText(declaredNames(file, "types"));
  const place: Place = { module, file };
  const order = newOrder(file, module, cyclic);
  module.add(sharedExportLines(file.shared, "types"));
  for (const simple of file.enums) module.add(enumLines(simple));
  const descriptors: string[] = [];
  for (const type of file.types) {
    module.add(typeLines(type, place));
    descriptors.push(...descriptorLines(type, order));
  }
  const messages = file.messages.flatMap((m) => messageLines(m, order, place));
  const shared = sharedLines(order);
  module.add(shared.length > 0 ? [...shared, ""] : []);
  module.add(descriptors);
  module.add(messages);
  return module;
}

function schemasModule(file: FilePlan, cyclic: ReadonlySet<FilePlan>): ModuleText | null {
  const shared = sharedExportLines(file.shared, "schema");
  if (file.types.every((t) => t.internal) && shared.length === 0) return null;
  const module = new ModuleText([...declaredNames(file, "schema"), "z"]);
  if (file.types.length > 0) module.star("zod", "z");
  // The schema module is a place of its own: interfaces of its own file are imported as well.
  const place: Place = { module, file: { ...file } };
  const order: SchemaOrder = { file, module, done: new Set(), cyclic, shared: new SharedConstants() };
  const lines = file.types.flatMap((type) => schemaLines(type, order, place));
  const constants = sharedSchemaLines(order);
  module.add(shared);
  module.add(constants.length > 0 ? [...constants, "", ...lines] : lines);
  return module;
}

/** A module that compiles only if interfaces and schemas agree. */
function typeTest(pkg: PackagePlan): ModuleText | null {
  const module = new ModuleText(["Agree", "Agrees", "AllTrue", "Mutable", "Plain", "Agreement", "z"]);
  const place: Place = { module, file: virtualFile(pkg) };
  const lines: string[] = [];
  for (const file of pkg.files) {
    for (const type of file.types) {
      if (type.internal) continue;
      for (const view of type.split ? (["sent", "read"] as const) : ([type.sent ? "sent" : "read"] as const)) {
        const schema = module.type(specifierOf(pkg, file, "schema"), schemaName(type, view));
        lines.push(`  [${importType(ownName(type, view), file, place)}, z.output<typeof ${schema}>],`);
      }
    }
  }
  if (lines.length === 0) return null;
  module.star("zod", "z");
  module.add([
    "/** Without `readonly`: schemas give arrays that may be changed, since freezing what was parsed helps nobody. */",
    "type Plain = string | number | boolean | null | undefined | Uint8Array;",
    "type Mutable<T> = T extends Plain ? T : T extends readonly (infer I)[] ? Mutable<I>[] : { -readonly [K in keyof T]: Mutable<T[K]> };",
    "/** Both ways assignable: the interface says what the schema says. */",
    'type Agrees<A, B> = [A] extends [B] ? ([B] extends [A] ? true : ["the schema is wider", A]) : ["the schema is narrower", A];',
    "type Agree<Pairs extends readonly (readonly [unknown, unknown])[]> = {",
    "  [I in keyof Pairs]: Agrees<Mutable<Pairs[I][0]>, Mutable<Pairs[I][1]>>;",
    "};",
    "type AllTrue<T extends readonly true[]> = T;",
    "",
    "/** Compiles only while every interface and its schema agree. */",
    "export type Agreement = AllTrue<Agree<[",
    ...lines,
    "]>>;",
  ]);
  return module;
}

/** For each file the files of the package that reach it through imports. */
function cyclicFiles(pkg: PackagePlan): Map<FilePlan, Set<FilePlan>> {
  const imports = new Map<FilePlan, Set<FilePlan>>();
  for (const file of pkg.files) {
    const to = new Set<FilePlan>();
    for (const type of file.types)
      for (const use of uses(type))
        if (use.k === "complex" && use.type.file !== file && use.type.file.package === pkg) to.add(use.type.file);
    imports.set(file, to);
  }
  const reach = (from: FilePlan): Set<FilePlan> => {
    const seen = new Set<FilePlan>();
    const queue = [...(imports.get(from) ?? [])];
    for (let next = queue.pop(); next; next = queue.pop()) {
      if (seen.has(next)) continue;
      seen.add(next);
      queue.push(...(imports.get(next) ?? []));
    }
    return seen;
  };
  const reached = new Map(pkg.files.map((f) => [f, reach(f)]));
  return new Map(pkg.files.map((f) => [f, new Set([...(reached.get(f) ?? [])].filter((g) => reached.get(g)?.has(f)))]));
}
