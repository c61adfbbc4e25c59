import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { dirname, join, relative, resolve, sep } from "node:path";
import {
  type Annotation,
  isWsdlError,
  type Location,
  loadModel,
  type Model,
  permittedIn,
  type WsdlError,
} from "@coo/wsdl";
import { Assignment, foldersOf } from "./assign.ts";
import { type CodeLists, fieldNote, parseCodeLists } from "./code-lists.ts";
import { type ConvertibleTypes, convertibleTypes } from "./convert/convertible-types.ts";
import { deprecate } from "./deprecate.ts";
import { CodegenError, type CodegenProblem, type Fault } from "./errors.ts";
import { type IdentityPlan, identityPlan } from "./identity-paths.ts";
import { importAdvice } from "./import-advice.ts";
import { readJson } from "./json-source.ts";
import { Lowering } from "./lower.ts";
import { type Manifest, parseManifest } from "./manifest.ts";
import { type NameMap, Names } from "./names.ts";
import type { CodeListPlan, PackagePlan, Plan } from "./plan.ts";
import { draftRegistry, placeRegistry } from "./registry.ts";
import { parseNames } from "./render/names.ts";
import { render } from "./render/render.ts";
import { type DraftMessage, draftServices } from "./services.ts";
import { type Inventory, inventoryOf, shareWith } from "./share.ts";
import { recordedOf, rowsOf, type Summary } from "./summary.ts";
import { markUse, splitViews, uses } from "./usage.ts";

/** Options of {@link generate}. */
export interface GenerateOptions {
  /** WSDL and XSD files, in any order. */
  readonly entries: readonly string[];
  /** Path of a manifest; its `files` are added to the entries. */
  readonly manifest?: string;
  /** Command that the header of generated files names. */
  readonly command?: string;
  /** Path put in front of schema files in headers: `schemas/2018-07/`. */
  readonly prefix?: string;
  /** Reads a document or code list by its absolute path; throws when there is none. Default: the file system. */
  readonly readFile?: (file: string) => Uint8Array | string;
  /**
   * Folders that imports must not leave, by symbolic links neither, apart from what `locate` names: nothing outside of
   * them is opened. Default: none; the command line has the folders of {@link permittedFolders}.
   */
  readonly root?: string | readonly string[];
  /** The `locate` of the loader, with absolute paths: where documents lie that were saved from a network. */
  readonly locate?: (location: string, from: string) => string | null | undefined;
  /** Go on after errors; what is unknown or cannot be generated becomes xs:anyType or is left out. */
  readonly keepGoing?: boolean;
  /** Refuse as well what is tolerated otherwise because published descriptions do it. */
  readonly strict?: boolean;
  /** The services are ours to serve: their operations are pushes for a receiver, not calls for a client. */
  readonly served?: boolean;
  /** What an xs:import or xs:include is whose document is missing: an error (default), or none until a name refers to it. */
  readonly absentImports?: "refuse" | "pass";
  /** Write `registry.ts` too: all global declarations, for whole documents and for what wildcards let in. */
  readonly registry?: boolean;
  /**
   * What a name that refers to nothing is: an error (default), or with `"any"` any content, with a note for each.
   * Published descriptions have such names where somebody cut a definition out or mistyped a prefix.
   */
  readonly unknownNames?: "refuse" | "any";
  /** Names by component, as in the generated `names.ts`; they go before all others, those of the manifest included. */
  readonly names?: NameMap;
  /** Where the user gave the name of a component, for messages. */
  readonly nameAt?: (key: string) => Location;
  /**
   * Reads a file of the last run by its path relative to the output folder, `null` when there is none. What its
   * `names.ts` names keeps its name, whatever is added.
   */
  readonly previous?: (file: string) => string | null;
  /** Earlier editions of the same packages, oldest first: what they have just so is theirs and is exported again. */
  readonly earlier?: readonly Inventory[];
}

/** What {@link generate} gives: nothing is written yet. */
export interface Generated {
  /** Text of each file, by path relative to the output folder, sorted. */
  readonly files: ReadonlyMap<string, string>;
  /** Folders that belong to the generator alone: files in them that are not in `files` go away. */
  readonly folders: readonly string[];
  readonly summary: Summary;
  /** What was rendered. */
  readonly plan: Plan;
  /** For a later edition; made when earlier ones were given. */
  readonly inventory: Inventory | null;
  /** What converters to another edition may be made of, that included which an earlier edition has just so. */
  readonly convertible: ConvertibleTypes;
  /** Paths of all documents that were read. */
  readonly documents: readonly string[];
  /** Things a reader should know: renamed, not enforced, left out. */
  readonly notes: readonly string[];
  /** With `keepGoing`: what is wrong in the documents, and what could not be generated. */
  readonly problems: readonly CodegenProblem[];
}

/**
 * Generates code from documents. The result depends on their content and relative places only.
 *
 * @throws {@link CodegenError} when a document or manifest is wrong or uses something unsupported; all of that is in
 * its `problems`.
 */
export function generate(options: GenerateOptions): Generated {
  const text = options.manifest === undefined ? null : readInput(options.manifest);
  const manifest = text === null ? null : parseManifest(text, shown(options.manifest));
  const base = options.manifest === undefined ? null : dirname(resolve(options.manifest));
  const entries = [
    ...new Set([
      ...options.entries.map((e) => resolve(e)),
      ...(manifest && base ? manifest.files.map((f) => join(base, f)) : []),
    ]),
  ].sort();
  const root = base ?? commonFolder(entries);
  const notes: string[] = [];
  const model = load(entries, root, options);
  const lists =
    manifest?.codeLists && base
      ? parseCodeLists(
          readInput(join(base, manifest.codeLists), options.readFile),
          manifest.codeLists,
          manifest.closedLists ?? [],
        )
      : new Map<string, CodeListPlan>();

  const faults: CodegenProblem[] = [];
  const fault: Fault = (problem, path) => {
    // The names that the caller gives go before those of the manifest.
    const elsewhere = path?.[0] === "names" && Object.hasOwn(options.names ?? {}, path[1] ?? "");
    const stated = path && text !== null && !elsewhere ? readJson(text, shown(options.manifest)).at(path) : undefined;
    const given = elsewhere ? options.nameAt?.(String(path?.[1])) : undefined;
    const at = problem.at ? placeOf(problem.at, root) : (stated ?? given);
    faults.push(at ? { ...problem, at } : problem);
  };
  const names = new Names({ ...manifest?.names, ...options.names }, keptNames(manifest, options), fault);
  const lowering = new Lowering({
    model,
    names,
    isOwn: isOwn(manifest),
    codeListOf: (annotation) => codeListOf(annotation, lists),
    fault,
  });
  const drafts = draftServices(model, manifest, options.served === true, lowering, notes);
  const heads = manifest?.heads ? headMessages(manifest, model, lowering) : [];
  lowerEverything(model, manifest, lowering);
  deprecate(lowering.types, manifest?.deprecations ?? [], fault);
  const registry = options.registry === true ? draftRegistry(model, lowering, isOwn(manifest)) : null;
  for (const service of drafts) {
    for (const op of service.operations)
      for (const m of [op.request, op.response, ...op.faults]) m.keys = keysOf(model, m);
    for (const op of service.operations)
      for (const m of [op.request, op.response, ...op.faults]) markUse(m.type, m.view);
    for (const op of service.operations)
      for (const b of op.bindings) {
        for (const h of b.headers) markUse(h.type, op.request.view);
        for (const h of [...b.outputHeaders, ...b.headerFaults]) markUse(h.type, op.response.view);
      }
  }
  for (const head of heads) for (const view of ["sent", "read"] as const) markUse(head.type, view);
  const visible = lowering.types.filter((t) => !t.internal);
  splitViews(visible);

  const documents = model.documents.filter((d) => d.file !== "");
  const assignment = new Assignment({
    manifest,
    sources: sourcesOf(model),
    serviceSources:
      documents.filter((d) => d.kind === "wsdl").length > 0 ? documents.filter((d) => d.kind === "wsdl") : documents,
    names,
    fault,
  });
  const services = assignment.run(lowering, drafts);
  for (const head of heads) {
    const home = assignment.packageOfNamespace(head.type.k === "complex" ? head.type.type.ns : "");
    assignment.message(head, home);
  }
  assignment.recordNames();
  if (lists.size > 0 && manifest && base) placeCodeLists(lists, manifest, assignment, base, options);
  for (const { construct, at } of model.recorded)
    notes.push(`${at.file}:${at.line}: ${construct} is recorded, not enforced`);
  // What was guessed, let pass or left out changes what is generated.
  for (const { severity, message } of model.problems) if (severity === "warning") notes.push(message);
  for (const note of [...lowering.notes, ...assignment.notes]) notes.push(note);
  checkCycles(assignment, fault);
  const [first, ...others] = faults;
  if (first && options.keepGoing !== true) throw new CodegenError(first, others);
  if (registry) placeRegistry(registry, assignment);

  const plan: Plan = { packages: assignment.packages, notes };
  const summary: Summary = {
    edition: manifest?.edition ?? "",
    documents: documents.length,
    services: services.length,
    operations: services.reduce((n, s) => n + s.operations.length, 0),
    messages: assignment.packages.reduce((n, p) => n + p.files.reduce((m, f) => m + f.messages.length, 0), 0),
    types: visible.length,
    enumerations: lowering.enums.length,
    codeLists: lists.size,
    rows: rowsOf(model, assignment.packages),
    recorded: recordedOf(model),
  };
  const inventory = options.earlier === undefined ? null : inventoryOf(plan, manifest?.edition ?? "");
  const convertible = convertibleTypes(plan);
  if (inventory !== null) shareWith(plan, inventory, options.earlier ?? []);
  const command = options.command ?? (manifest ? "pnpm generate" : "coo-codegen");
  const files = render(plan, { command, prefix: options.prefix ?? "" });
  return {
    files,
    folders: assignment.packages.map((p) => p.folder),
    summary,
    plan,
    inventory,
    convertible,
    documents: documents.map((d) => resolve(root, d.file)),
    notes: [...new Set(notes)].sort(),
    problems: [...errorsOf(model, root), ...faults],
  };
}

/** Names of the last run, out of the `names.ts` of each folder. */
function keptNames(manifest: Manifest | null, { previous }: GenerateOptions): NameMap {
  const kept: Record<string, string> = {};
  if (!previous) return kept;
  for (const folder of foldersOf(manifest)) {
    const file = folder === "" ? "names.ts" : `${folder}/names.ts`;
    const text = previous(file);
    if (text !== null) Object.assign(kept, parseNames(text, file));
  }
  return kept;
}

function readInput(file: string, readFile: (file: string) => Uint8Array | string = readFileSync): string {
  try {
    const content = readFile(file);
    return typeof content === "string" ? content : new TextDecoder().decode(content);
  } catch (cause) {
    throw new CodegenError({
      code: "GEN_INPUT",
      message: `${file}: cannot be read (${(cause as NodeJS.ErrnoException).code ?? (cause as Error).message})`,
      messageZh: `${file}:无法读取(${(cause as NodeJS.ErrnoException).code ?? (cause as Error).message})`,
      advice: "check the path",
      adviceZh: "请检查路径",
    });
  }
}

/**
 * Reads the documents. They are named as seen from `root`: the output must not tell where it was made.
 */
function load(entries: readonly string[], root: string, options: GenerateOptions): Model {
  const permits = options.root === undefined ? undefined : permittedIn([options.root].flat());
  try {
    const model = loadModel(
      entries.map((entry) => slashed(relative(root, entry))),
      {
        // One run tells all errors.
        keepGoing: true,
        strict: options.strict === true,
        absentImports: options.absentImports,
        unknownNames: options.unknownNames ?? "refuse",
        permits: permits && ((file) => permits(resolve(root, file))),
        readFile: (file) => (options.readFile ?? readFileSync)(resolve(root, file)),
        locate: (location, from) => {
          const file = options.locate?.(location, resolve(root, from));
          return typeof file === "string" ? slashed(relative(root, file)) : file;
        },
      },
    );
    const [first, ...others] = errorsOf(model, root);
    if (first && options.keepGoing !== true) throw new CodegenError(first, others);
    return model;
  } catch (error) {
    if (!isWsdlError(error)) throw error;
    throw new CodegenError(problemOf(error, root), [], error);
  }
}

function errorsOf(model: Model, root: string): CodegenProblem[] {
  return model.problems.filter((p) => p.severity === "error").map((p) => problemOf(p, root));
}

/** A path as one sees it from the current folder. */
function shown(file = ""): string {
  return slashed(relative(".", resolve(file)));
}

function slashed(path: string): string {
  return path.split(sep).join("/");
}

/** A place as one sees it from the current folder. */
function placeOf({ file, line, column }: Location, root: string): Location {
  return { file: shown(resolve(root, file)), line, column };
}

/** A problem of the loader as ours, with the path as one sees it from the current folder. */
function problemOf(error: WsdlError, root: string): CodegenProblem {
  const place = `${error.file}:${error.line}:${error.column}: `;
  const bare = (text: string): string => (text.startsWith(place) ? text.slice(place.length) : text);
  return {
    code: "GEN_INPUT",
    at: placeOf(error, root),
    message: bare(error.message),
    messageZh: bare(error.messageZh),
    expected: error.expected,
    expectedZh: error.expectedZh,
    ...importAdvice(error),
  };
}

/** The deepest folder that holds all entries. */
export function commonFolder(entries: readonly string[]): string {
  let folder = dirname(entries[0] ?? ".");
  for (const entry of entries) {
    while (
      !`${dirname(entry)}${sep}`.startsWith(folder.endsWith(sep) ? folder : `${folder}${sep}`) &&
      dirname(folder) !== folder
    )
      folder = dirname(folder);
  }
  return folder;
}

function codeListOf(annotation: Annotation, lists: CodeLists): CodeListPlan | null {
  const id = fieldNote(annotation, "codeList");
  return (id !== undefined && lists.get(id)) || null;
}

/** Whether code is generated for what lies in a namespace. */
export function isOwn(manifest: Manifest | null): (ns: string) => boolean {
  if (manifest) return (ns) => ns in manifest.namespaces;
  return (ns) => !ns.startsWith("http://schemas.xmlsoap.org/") || ns.startsWith("http://schemas.xmlsoap.org/ws");
}

/** Types and elements that no operation reaches are generated too: nothing is dropped. */
export function lowerEverything(model: Model, manifest: Manifest | null, lowering: Lowering): void {
  const wanted = isOwn(manifest);
  for (const type of model.schemas.types.values()) {
    if (!type.name || !wanted(type.name.ns) || type.name.ns === "http://www.w3.org/2001/XMLSchema") continue;
    lowering.use(type, null, type.name.local, type.annotation);
  }
  for (const element of model.schemas.elements.values()) {
    if (!wanted(element.name.ns)) continue;
    lowering.use(
      element.type,
      { id: `element {${element.name.ns}}`, ns: element.name.ns },
      element.name.local,
      element.annotation,
    );
  }
}

/** Identity constraints of the element that a message is. */
function keysOf(model: Model, { element }: DraftMessage): readonly IdentityPlan[] {
  const declared = element ? model.schemas.elements.get(`{${element.ns}}${element.local}`) : undefined;
  return declared?.constraints.map(identityPlan) ?? [];
}

function headMessages(manifest: Manifest, model: Model, lowering: Lowering): DraftMessage[] {
  const { heads } = manifest;
  if (!heads) return [];
  return [heads.request, heads.response].flatMap((clark, i): DraftMessage[] => {
    const type = model.schemas.types.get(clark);
    if (!type) {
      const problem = {
        code: "GEN_MANIFEST" as const,
        message: `heads: no type ${clark} in the schemas`,
        messageZh: `heads:模式中没有类型 ${clark}`,
        expected: "{namespace}name of a type",
        expectedZh: "类型的 {命名空间}名称",
        advice: "correct the manifest or add the type",
        adviceZh: "请更正 manifest 或补上该类型",
      };
      lowering.fault(problem, ["heads", i === 0 ? "request" : "response"]);
      return [];
    }
    const local = clark.slice(clark.indexOf("}") + 1);
    return [
      {
        name: local,
        type: lowering.use(type, null, local, type.annotation),
        element: null,
        view: i === 0 ? "sent" : "read",
        at: type.at,
        annotation: type.annotation,
      },
    ];
  });
}

/** Schema documents by namespace. */
function sourcesOf(model: Model): Map<string, { file: string; sha256: string }[]> {
  const hashes = new Map(model.documents.map((d) => [d.file, d.sha256]));
  const byNamespace = new Map<string, { file: string; sha256: string }[]>();
  for (const document of model.schemas.documents) {
    const sha256 = hashes.get(document.file);
    if (sha256 === undefined) continue;
    const list = byNamespace.get(document.namespace) ?? [];
    if (!list.some((s) => s.file === document.file)) list.push({ file: document.file, sha256 });
    byNamespace.set(document.namespace, list);
  }
  return byNamespace;
}

/** Code lists live in the package of common types. */
function placeCodeLists(
  lists: CodeLists,
  manifest: Manifest,
  assignment: Assignment,
  base: string,
  { readFile }: GenerateOptions,
): void {
  const common =
    Object.entries(manifest.namespaces).find(([, e]) => e.area === "common") ?? Object.entries(manifest.namespaces)[0];
  if (!common) return;
  const home = assignment.packageOfNamespace(common[0]);
  const sha256 = createHash("sha256")
    .update((readFile ?? readFileSync)(join(base, manifest.codeLists ?? "")))
    .digest("hex");
  const file = {
    package: home,
    name: "code-lists",
    ns: "",
    sources: [{ file: manifest.codeLists ?? "", sha256 }],
    types: [],
    enums: [],
    messages: [],
    shared: [],
  };
  for (const list of lists.values()) {
    list.file = file;
    home.codeLists.push(list);
  }
}

/** Packages may not import each other in a circle. */
function checkCycles(assignment: Assignment, fault: Fault): void {
  const imports = new Map(assignment.packages.map((p) => [p, new Set<PackagePlan>()]));
  const at = new Map<string, Location>();
  for (const pkg of assignment.packages) {
    for (const file of pkg.files) {
      for (const type of file.types) {
        if (type.internal) continue;
        for (const use of uses(type)) {
          const other = use.k === "complex" ? use.type.file.package : pkg;
          if (other === pkg) continue;
          imports.get(pkg)?.add(other);
          at.set(`${pkg.name}>${other.name}`, type.at);
        }
      }
    }
  }
  const told = new Set<PackagePlan>();
  const visit = (pkg: PackagePlan, path: readonly PackagePlan[]): void => {
    const i = path.indexOf(pkg);
    if (i >= 0) {
      // A circle is the same wherever one enters it.
      if (path.slice(i).every((p) => told.has(p))) return;
      for (const p of path.slice(i)) told.add(p);
      const cycle = [...path.slice(i), pkg].map((p) => p.name).join(" → ");
      const place = at.get(`${path.at(-1)?.name}>${pkg.name}`);
      fault({
        code: "GEN_CYCLE",
        ...(place ? { at: place } : {}),
        message: `packages import each other: ${cycle}`,
        messageZh: `包之间循环引用:${cycle}`,
        expected: "shared types in a package of their own",
        expectedZh: "共用类型应放在单独的包中",
        advice: "map the namespaces to one package, or move the shared type",
        adviceZh: "请把这些命名空间映射到同一个包,或移动共用类型",
      });
      return;
    }
    for (const next of imports.get(pkg) ?? []) visit(next, [...path, pkg]);
  };
  for (const pkg of assignment.packages) visit(pkg, []);
}
