import { type Fault, throwFault } from "./errors.ts";
import { isFileName, kebab, namespaceSlug, namespaceSlugs, typeIdentifier } from "./identifiers.ts";
import type { Lowering } from "./lower.ts";
import type { Manifest } from "./manifest.ts";
import type { Asker, Names, Renamed } from "./names.ts";
import type { ComplexPlan, FilePlan, MessagePlan, PackagePlan, ServicePlan, TypeUse, View } from "./plan.ts";
import type { DraftMessage, DraftService } from "./services.ts";
import { heldBy, opensOnRead } from "./usage.ts";

/** Where files and packages come from. */
export interface AssignOptions {
  readonly manifest: Manifest | null;
  /** Schema documents by namespace, with hash. */
  readonly sources: ReadonlyMap<string, readonly { readonly file: string; readonly sha256: string }[]>;
  /** Documents that describe services. */
  readonly serviceSources: readonly { readonly file: string; readonly sha256: string }[];
  readonly names: Names;
  /** Gets what has no place; it goes into the first package then. Without it the first such thing is thrown. */
  readonly fault?: Fault;
}

/** Names of modules that every package has or may have. */
const OWN_FILES = [
  "index",
  "schema",
  "testing",
  "labels",
  "services",
  "code-lists",
  "registry",
  "names",
  "agreement",
  "wire",
];

/** What follows the key of a type in the keys of its names: its own, its read view, the union over its derived types, both. */
const FORMS = ["", "|read", "|any", "|any read"] as const;

/** Who goes first when two components want one name; spelling exactly like it goes before, so steps are of two. */
const RANKS = {
  type: 0,
  element: 2,
  group: 4,
  wrapper: 6,
  inner: 8,
  view: 1_000_000,
  union: 1_000_001,
  readUnion: 1_000_002,
} as const;

/** Gives every type a file and a name, every message a file. */
export class Assignment {
  readonly packages: PackagePlan[] = [];
  readonly notes: string[] = [];
  readonly #options: AssignOptions;
  readonly #files = new Map<string, FilePlan>();

  constructor(options: AssignOptions) {
    this.#options = options;
  }

  run(lowering: Lowering, services: readonly DraftService[]): ServicePlan[] {
    const { manifest } = this.#options;
    if (manifest) {
      const seen = new Set<string>();
      for (const entry of Object.values(manifest.namespaces)) {
        if (seen.has(entry.package)) continue;
        seen.add(entry.package);
        this.#package(entry.package, `${entry.package}/${manifest.edition}`, dirOf(entry.package));
      }
    } else {
      this.#package("", "", "");
    }
    // Wrappers of the SOAP body go where their operation goes.
    for (const service of services) {
      const home = this.#packageOfArea(service.area);
      for (const op of service.operations) {
        for (const b of op.bindings) {
          for (const part of [...b.input.parts, ...(b.output?.parts ?? [])]) {
            if (part.type.k === "complex" && part.type.type.internal)
              part.type.type.file = this.#file(home, "wire", "");
          }
        }
      }
    }
    if (!manifest) this.#nameFiles(namespacesOf(lowering, services));
    // Several documents can carry one namespace; their own order is by name, not by how they were asked for.
    const types = [...lowering.types].sort(byPlace);
    for (const type of types) {
      if (!type.internal) type.file = this.#fileOf(type.ns, type);
      type.file.types.push(type);
    }
    leaveDerivedApart(types, services);
    for (const source of lowering.enums) {
      const plan = lowering.simple.fold(source);
      const file = this.#fileOf(source.name?.ns ?? "", source);
      file.enums.push(plan);
    }
    for (const file of this.#files.values()) {
      file.enums.sort((a, b) =>
        a.source.at.file === b.source.at.file
          ? a.source.at.line - b.source.at.line || a.source.at.column - b.source.at.column
          : a.source.at.file < b.source.at.file
            ? -1
            : 1,
      );
      this.#nameFile(file);
    }
    this.#nameMessages(services);
    return services.map((service) => this.#service(service));
  }

  /** A message of no operation, the head for instance. */
  message(draft: DraftMessage, home: PackagePlan): MessagePlan {
    return this.#message(draft, home, "");
  }

  /** Tells every package the names of its components. */
  recordNames(): void {
    const { names } = this.#options;
    names.checkGiven();
    for (const pkg of this.packages) {
      const owners = new Set(pkg === this.packages[0] ? [...this.#slugs.keys()].map((ns) => `file ${ns}`) : []);
      if (pkg === this.packages[0]) owners.add("services");
      for (const file of pkg.files) {
        for (const type of file.types) owners.add(type.id);
        for (const { name } of file.enums) if (name) owners.add(`{${name.ns}}${name.local}`);
      }
      for (const [key, message] of this.#messages) if (message.file.package === pkg) owners.add(key);
      pkg.names = names.of(owners);
      pkg.wasExported = (file, name) => this.#wasExported(pkg, file, name);
    }
  }

  /** Whether the index had `name` from `file` in the last run. */
  #wasExported(pkg: PackagePlan, file: string, name: string): boolean {
    const { names } = this.#options;
    const former = names.kept(`index ${name}`);
    if (former !== undefined) return former === file;
    // Names of constants are made of that of their type.
    const bare = name.replace(/(?:Descriptor|Message|Schema)$/, "");
    const is = (key: string): boolean => [name, bare].includes(names.kept(key) ?? "");
    const plan = pkg.files.find((f) => f.name === file);
    if (plan === undefined) return names.kept(`service ${name}`) !== undefined;
    return (
      plan.types.some((type) => FORMS.some((form) => is(type.id + form))) ||
      plan.enums.some((e) => e.name !== null && is(`{${e.name.ns}}${e.name.local}`)) ||
      [...this.#messages].some(([key, message]) => message.file === plan && is(key))
    );
  }

  packageOfNamespace(ns: string): PackagePlan {
    return this.#fileOf(ns, null).package;
  }

  #service(draft: DraftService): ServicePlan {
    const home = this.#packageOfArea(draft.area);
    const operations = draft.operations.map((op) => ({
      ...op,
      request: this.#message(op.request, home, draft.namespace),
      response: this.#message(op.response, home, draft.namespace),
      faults: op.faults.map((f) => this.#message(f, home, draft.namespace)),
    }));
    const service: ServicePlan = { ...draft, operations };
    home.services.push(service);
    home.serviceSources.push(
      ...this.#options.serviceSources.filter((s) => !home.serviceSources.some((t) => t.file === s.file)),
    );
    return service;
  }

  readonly #messages = new Map<string, MessagePlan>();
  readonly #messageNames = new Map<string, string>();
  /** Keys of messages of a listed value that are sent and read: a reader has other values as well. */
  readonly #bothWays = new Set<string>();
  readonly #messageScopes = new Map<FilePlan, Set<string>>();

  /** Names of all messages, file by file, before the first is made. */
  #nameMessages(services: readonly DraftService[]): void {
    const askers = new Map<FilePlan, Map<string, Asker>>();
    for (const key of openedBothWays(services)) this.#bothWays.add(key);
    for (const service of services) {
      const home = this.#packageOfArea(service.area);
      for (const op of service.operations) {
        for (const draft of [op.request, op.response, ...op.faults]) {
          const file = this.#fileOfMessage(draft, home, service.namespace);
          const asker = this.#askMessage(draft, service.namespace);
          const known = askers.get(file);
          if (known) known.set(asker.key, asker);
          else askers.set(file, new Map([[asker.key, asker]]));
        }
      }
    }
    for (const [file, ask] of askers) this.#settleMessages([...ask.values()], file);
  }

  #settleMessages(askers: readonly Asker[], file: FilePlan): void {
    const scope = this.#messageScopes.get(file) ?? new Set<string>();
    this.#messageScopes.set(file, scope);
    this.#tell(`${file.name}.ts`, this.#options.names.settle(askers, scope));
  }

  /** Which view of its type a message shows, where the two differ. */
  #viewOf(draft: DraftMessage, ns: string): View {
    const { type, view } = draft;
    if (type.k === "complex") return type.type.split ? view : "sent";
    return this.#bothWays.has(messageKey(draft, ns)) ? view : "sent";
  }

  #askMessage(draft: DraftMessage, ns: string): Asker {
    const { type, element } = draft;
    const view = this.#viewOf(draft, ns);
    const key = `message ${messageKey(draft, ns)}${view === "read" ? "|read" : ""}`;
    const wanted = `${type.k === "complex" && !element ? type.type.name : draft.name}${view === "read" ? "Read" : ""}`;
    const exact = element?.local === draft.name ? 0 : 1;
    const take = (name: string): void => {
      this.#messageNames.set(key, name);
    };
    return { key, wanted: [wanted, `${wanted}Payload`], rank: exact, take };
  }

  #fileOfMessage(draft: DraftMessage, home: PackagePlan, ns: string): FilePlan {
    const { type, element } = draft;
    if (type.k === "complex") return type.type.file;
    return this.#file(home, this.#options.manifest ? "wire" : this.#slug(element?.ns ?? ns), element?.ns ?? ns);
  }

  #message(draft: DraftMessage, home: PackagePlan, ns: string): MessagePlan {
    const asker = this.#askMessage(draft, ns);
    const known = this.#messages.get(asker.key);
    if (known) return known;
    const file = this.#fileOfMessage(draft, home, ns);
    if (!this.#messageNames.has(asker.key)) this.#settleMessages([asker], file);
    const plan: MessagePlan = { ...draft, name: this.#messageNames.get(asker.key) as string, file };
    this.#messages.set(asker.key, plan);
    file.messages.push(plan);
    return plan;
  }

  /** Names of one module: global types before those of elements, those before what is inside them, views last. */
  #nameFile(file: FilePlan): void {
    const { names } = this.#options;
    const askers: Asker[] = [];
    for (const simple of file.enums) {
      const { name } = simple;
      if (!name) continue;
      const take = (given: string): void => {
        simple.alias = { name: given, file };
      };
      askers.push({ key: `{${name.ns}}${name.local}`, ...wantedBy(name.local, "Type", RANKS.type), take });
    }
    for (const type of file.types) {
      const take = (given: string): void => {
        type.name = given;
        type.readName = given;
      };
      askers.push({ key: type.id, ...this.#wantedType(type), take });
      if (type.split) {
        const takeRead = (given: string): void => {
          type.readName = given;
        };
        const wanted = (): string[] => [`${type.name}Read`, `${type.name}ReadView`];
        askers.push({ key: `${type.id}|read`, owner: type.id, wanted, rank: RANKS.view, take: takeRead });
      }
      if (type.derived.length === 0) continue;
      const takeAny = (given: string): void => {
        type.anyName = given;
        if (!type.split) type.anyReadName = given;
      };
      const wanted = (): string[] => [`Any${type.name}`];
      askers.push({ key: `${type.id}|any`, owner: type.id, wanted, rank: RANKS.union, take: takeAny });
      if (!type.split) continue;
      const takeAnyRead = (given: string): void => {
        type.anyReadName = given;
      };
      const wantedRead = (): string[] => [`Any${type.readName}`];
      askers.push({
        key: `${type.id}|any read`,
        owner: type.id,
        wanted: wantedRead,
        rank: RANKS.readUnion,
        take: takeAnyRead,
      });
    }
    const renamed = names.settle(askers, new Set());
    // Names of wrappers are nobody's business.
    if (file.name !== "wire") this.#tell(`${file.name}.ts`, renamed);
  }

  #wantedType(type: ComplexPlan): Pick<Asker, "wanted" | "rank"> {
    const local = typeIdentifier(type.local);
    if (type.source?.name) return wantedBy(type.local, "Type", RANKS.type);
    if (type.internal) {
      const wrapper = `${local}Wrapper`;
      const home = type.ns === this.#options.manifest?.serviceNamespace;
      const wanted = [wrapper, wrapper + typeIdentifier(namespaceSlug(type.ns))];
      return { wanted, rank: home ? RANKS.wrapper : RANKS.wrapper + 1 };
    }
    if (type.group !== null) {
      const name = typeIdentifier(type.group) + local;
      return { wanted: [name, `${name}Type`], rank: RANKS.group };
    }
    const { owner } = type;
    if (!owner) return wantedBy(type.local, type.source ? "Element" : "Payload", RANKS.element);
    const wanted = (): string[] => [owner.name + local, `${owner.name + local}Type`];
    return { wanted, rank: RANKS.inner + depthOf(type) };
  }

  #tell(where: string, renamed: readonly Renamed[]): void {
    for (const { wanted, given } of renamed) this.notes.push(`${where}: the name ${wanted} is taken, ${given} is used`);
  }

  #package(name: string, specifier: string, dir: string): PackagePlan {
    const { manifest } = this.#options;
    const folder = manifest ? folderOf(dir, manifest.edition) : "";
    const plan: PackagePlan = {
      name,
      specifier,
      folder,
      files: [],
      services: [],
      codeLists: [],
      sharedLists: [],
      registry: null,
      serviceSources: [],
      names: {},
      wasExported: () => false,
    };
    this.packages.push(plan);
    return plan;
  }

  #packageOfArea(area: string): PackagePlan {
    const { manifest } = this.#options;
    if (!manifest) return this.packages[0] as PackagePlan;
    const entry = Object.values(manifest.namespaces).find((e) => e.area === area);
    const found = this.packages.find((p) => p.name === entry?.package);
    if (found) return found;
    // Services are made from the areas of namespaces.
    throw new TypeError(`no namespace has area ${area}`);
  }

  readonly #homeless = new Map<string, FilePlan>();

  readonly #slugs = new Map<string, string>();

  /** Names of files, all at once, so that they do not depend on who comes first. */
  #nameFiles(namespaces: Iterable<string>): void {
    const askers = [...new Set(namespaces)].map((ns): Asker => {
      const take = (name: string): void => {
        this.#slugs.set(ns, name);
      };
      return { key: `file ${ns}`, wanted: namespaceSlugs(ns), rank: 0, take };
    });
    this.#tell("index.ts", this.#options.names.settle(askers, new Set(OWN_FILES), isFileName));
  }

  #slug(ns: string): string {
    const known = this.#slugs.get(ns);
    if (known === undefined) throw new TypeError(`namespace ${ns} was forgotten when files were named`);
    return known;
  }

  #fileOf(ns: string, component: ComplexPlan | { readonly at: ComplexPlan["at"] } | null): FilePlan {
    const { manifest } = this.#options;
    if (!manifest) return this.#file(this.packages[0] as PackagePlan, this.#slug(ns), ns);
    const entry = manifest.namespaces[ns];
    if (entry) {
      const home = this.packages.find((p) => p.name === entry.package) as PackagePlan;
      return this.#file(home, kebab(entry.area), ns);
    }
    const met = this.#homeless.get(ns);
    if (met) return met;
    (this.#options.fault ?? throwFault)({
      code: "GEN_MANIFEST",
      ...(component ? { at: component.at } : {}),
      message: `namespace ${ns === "" ? "(none)" : ns} has no package in the manifest`,
      messageZh: `manifest 未给命名空间 ${ns === "" ? "(无)" : ns} 指定包`,
      expected: `an entry under "namespaces"`,
      expectedZh: `应在 "namespaces" 下有对应条目`,
      advice: "add the namespace with its package and area",
      adviceZh: "请补上该命名空间及其 package 与 area",
    });
    const file = this.#file(this.packages[0] as PackagePlan, namespaceSlug(ns), ns);
    this.#homeless.set(ns, file);
    return file;
  }

  #file(home: PackagePlan, name: string, ns: string): FilePlan {
    const key = `${home.name}|${name}`;
    const known = this.#files.get(key);
    if (known) return known;
    const file: FilePlan = {
      package: home,
      name,
      ns,
      sources:
        name === "wire"
          ? this.#options.serviceSources
          : (this.#options.sources.get(ns) ?? this.#options.serviceSources),
      types: [],
      enums: [],
      messages: [],
      shared: [],
    };
    this.#files.set(key, file);
    home.files.push(file);
    return file;
  }
}

/**
 * A type that no element has is a base and nothing else: what derives from it in other packages stands in its place
 * nowhere, and naming it would have packages import each other.
 */
function leaveDerivedApart(types: readonly ComplexPlan[], services: readonly DraftService[]): void {
  const held = new Set<ComplexPlan>();
  const hold = (use: TypeUse): void => {
    if (use.k === "complex") held.add(use.type);
  };
  for (const type of types) for (const use of heldBy(type)) hold(use);
  for (const service of services)
    for (const op of service.operations) for (const m of [op.request, op.response, ...op.faults]) hold(m.type);
  for (const type of types)
    if (!held.has(type) && type.derived.some((d) => d.file.package !== type.file.package))
      type.derived = type.derived.filter((d) => d.file.package === type.file.package);
}

function byPlace(a: ComplexPlan, b: ComplexPlan): number {
  if (a.at.file !== b.at.file) return a.at.file < b.at.file ? -1 : 1;
  return a.at.line - b.at.line || a.at.column - b.at.column || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0);
}

/** Folder of a package's generated files. */
function folderOf(dir: string, edition: string): string {
  return `${dir}/src/gen/${edition}`;
}

/** Folders that a run writes, as far as they are known before anything is read. */
export function foldersOf(manifest: Manifest | null): string[] {
  if (!manifest) return [""];
  const packages = new Set(Object.values(manifest.namespaces).map((entry) => entry.package));
  return [...packages].map((name) => folderOf(dirOf(name), manifest.edition));
}

function dirOf(name: string): string {
  return name.replace(/^@[^/]+\//, "");
}

/** Keys of messages that hold a simple value, open when it is read, and go both ways. */
function openedBothWays(services: readonly DraftService[]): string[] {
  const views = new Map<string, Set<View>>();
  for (const service of services)
    for (const op of service.operations)
      for (const draft of [op.request, op.response, ...op.faults]) {
        if (draft.type.k !== "simple" || !opensOnRead(draft.type.simple)) continue;
        const key = messageKey(draft, service.namespace);
        views.set(key, (views.get(key) ?? new Set()).add(draft.view));
      }
  return [...views].filter(([, seen]) => seen.size > 1).map(([key]) => key);
}

/** What identifies a message: its element, else its type, else its name and the kind of value. */
function messageKey({ type, element, name }: DraftMessage, ns: string): string {
  if (element) return `{${element.ns}}${element.local}`;
  if (type.k === "complex") return type.type.id;
  const held = type.k === "simple" ? (type.simple.name?.local ?? type.simple.builtin) : "anyType";
  return `{${ns}}${name} of ${held}`;
}

/** First choice and fallback of a global component; who is spelled like the identifier goes first. */
function wantedBy(local: string, fallback: string, rank: number): Pick<Asker, "wanted" | "rank"> {
  const name = typeIdentifier(local);
  return { wanted: [name, name + fallback], rank: name === local ? rank : rank + 1 };
}

function depthOf(type: ComplexPlan): number {
  let depth = 0;
  for (let { owner } = type; owner; { owner } = owner) depth++;
  return depth;
}

/** Every namespace that gets a file. */
function namespacesOf(lowering: Lowering, services: readonly DraftService[]): string[] {
  return [
    ...lowering.types.map((t) => t.ns),
    ...lowering.enums.map((e) => e.name?.ns ?? ""),
    ...services.flatMap((s) =>
      s.operations
        .flatMap((op) => [op.request, op.response, ...op.faults])
        .filter((m) => m.type.k !== "complex")
        .map((m) => m.element?.ns ?? s.namespace),
    ),
  ];
}
