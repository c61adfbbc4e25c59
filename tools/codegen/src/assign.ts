import { CodegenError } from "./errors.ts";
import { kebab, NameScope, namespaceSlug, typeIdentifier } from "./identifiers.ts";
import type { Lowering } from "./lower.ts";
import type { Manifest } from "./manifest.ts";
import type { ComplexPlan, FilePlan, MessagePlan, PackagePlan, ServicePlan, SimplePlan } from "./plan.ts";
import type { DraftMessage, DraftService } from "./services.ts";

/** Where files and packages come from. */
export interface AssignOptions {
  readonly manifest: Manifest | null;
  /** Schema documents by namespace, with hash. */
  readonly sources: ReadonlyMap<string, readonly { readonly file: string; readonly sha256: string }[]>;
  /** Documents that describe services. */
  readonly serviceSources: readonly { readonly file: string; readonly sha256: string }[];
  readonly names: Readonly<Record<string, string>>;
}

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
        this.#package(entry.package, `${entry.package}/${manifest.edition}`, entry.package.replace(/^@[^/]+\//, ""));
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
    // Several documents can carry one namespace; their own order is by name, not by how they were asked for.
    const types = [...lowering.types].sort(byPlace);
    for (const type of types) {
      if (!type.internal) type.file = this.#fileOf(type.ns, type);
      type.file.types.push(type);
    }
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
    return services.map((service) => this.#service(service));
  }

  /** A message of no operation, the head for instance. */
  message(draft: DraftMessage, home: PackagePlan): MessagePlan {
    return this.#message(draft, home, "");
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
  readonly #messageNames = new Map<FilePlan, NameScope>();

  #message(draft: DraftMessage, home: PackagePlan, ns: string): MessagePlan {
    const { type } = draft;
    const view = type.k === "complex" && type.type.split ? draft.view : "sent";
    const key = `${type.k === "complex" ? type.type.id : type.k}|${draft.element ? `{${draft.element.ns}}${draft.element.local}` : draft.name}|${view}`;
    const known = this.#messages.get(key);
    if (known) return known;
    const file =
      type.k === "complex"
        ? type.type.file
        : this.#file(
            home,
            this.#options.manifest ? "wire" : this.#slug(draft.element?.ns ?? ns),
            draft.element?.ns ?? ns,
          );
    let scope = this.#messageNames.get(file);
    if (!scope) {
      scope = new NameScope();
      this.#messageNames.set(file, scope);
    }
    const wanted = type.k === "complex" && !draft.element ? type.type.name : draft.name;
    const name = scope.claim(view === "read" ? `${wanted}Read` : wanted, "Payload");
    const plan: MessagePlan = {
      ...draft,
      view: type.k === "complex" && type.type.split ? draft.view : draft.view,
      name,
      file,
    };
    this.#messages.set(key, plan);
    file.messages.push(plan);
    return plan;
  }

  #nameFile(file: FilePlan): void {
    const scope = new NameScope();
    const { names } = this.#options;
    const named = file.types.filter((t) => t.source?.name);
    const rest = file.types.filter((t) => !t.source?.name);
    const pinned = new Map<ComplexPlan | SimplePlan, string>();
    for (const type of file.types) {
      const given = names[type.id];
      if (given !== undefined) pinned.set(type, scope.claim(given));
    }
    for (const simple of file.enums) {
      const given = simple.name ? names[`{${simple.name.ns}}${simple.name.local}`] : undefined;
      if (given !== undefined) pinned.set(simple, scope.claim(given));
    }
    for (const type of named) type.name = pinned.get(type) ?? scope.claim(typeIdentifier(type.local), "Type");
    for (const simple of file.enums) {
      simple.alias = {
        name: pinned.get(simple) ?? scope.claim(typeIdentifier(simple.name?.local ?? ""), "Type"),
        file,
      };
    }
    const nameOf = (type: ComplexPlan): string => {
      if (type.name !== "") return type.name;
      const given = pinned.get(type);
      if (given !== undefined) type.name = given;
      else if (type.internal)
        type.name = scope.claim(`${typeIdentifier(type.local)}Wrapper`, typeIdentifier(namespaceSlug(type.ns)));
      else if (type.owner) type.name = scope.claim(nameOf(type.owner) + typeIdentifier(type.local));
      else type.name = scope.claim(typeIdentifier(type.local), type.source ? "Element" : "Payload");
      return type.name;
    };
    for (const type of rest.filter((t) => !t.owner)) nameOf(type);
    for (const type of rest) nameOf(type);
    // Names of views come last: they give way to names of types.
    for (const type of file.types) {
      if (type.split) type.readName = scope.claim(`${type.name}Read`, "View");
      else type.readName = type.name;
      if (type.derived.length > 0) {
        type.anyName = scope.claim(`Any${type.name}`);
        type.anyReadName = type.split ? scope.claim(`Any${type.readName}`) : type.anyName;
      }
    }
    // Names of wrappers are nobody's business.
    if (file.name === "wire") return;
    for (const { wanted, given } of scope.renamed) {
      this.notes.push(`${file.name}.ts: the name ${wanted} is taken, ${given} is used`);
    }
  }

  #package(name: string, specifier: string, dir: string): PackagePlan {
    const { manifest } = this.#options;
    const folder = manifest ? `${dir}/src/gen/${manifest.edition}` : "";
    const plan: PackagePlan = {
      name,
      specifier,
      folder,
      files: [],
      services: [],
      codeLists: [],
      registry: null,
      serviceSources: [],
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
    throw new CodegenError({
      code: "GEN_MANIFEST",
      message: `no namespace of the manifest has area ${area}`,
      messageZh: `manifest 中没有 area 为 ${area} 的命名空间`,
    });
  }

  readonly #slugs = new Map<string, string>();
  #slug(ns: string): string {
    const known = this.#slugs.get(ns);
    if (known !== undefined) return known;
    const wanted = namespaceSlug(ns);
    const taken = new Set([
      ...this.#slugs.values(),
      "index",
      "schema",
      "testing",
      "labels",
      "services",
      "code-lists",
      "registry",
      "wire",
    ]);
    let name = wanted;
    for (let n = 2; taken.has(name); n++) name = `${wanted}-${n}`;
    this.#slugs.set(ns, name);
    return name;
  }

  #fileOf(ns: string, component: ComplexPlan | { readonly at: ComplexPlan["at"] } | null): FilePlan {
    const { manifest } = this.#options;
    if (!manifest) return this.#file(this.packages[0] as PackagePlan, this.#slug(ns), ns);
    const entry = manifest.namespaces[ns];
    if (entry) {
      const home = this.packages.find((p) => p.name === entry.package) as PackagePlan;
      return this.#file(home, kebab(entry.area), ns);
    }
    throw new CodegenError({
      code: "GEN_MANIFEST",
      ...(component ? { at: component.at } : {}),
      message: `namespace ${ns === "" ? "(none)" : ns} has no package in the manifest`,
      messageZh: `manifest 未给命名空间 ${ns === "" ? "(无)" : ns} 指定包`,
      expected: `an entry under "namespaces"`,
      expectedZh: `应在 "namespaces" 下有对应条目`,
      advice: "add the namespace with its package and area",
      adviceZh: "请补上该命名空间及其 package 与 area",
    });
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
    };
    this.#files.set(key, file);
    home.files.push(file);
    return file;
  }
}

function byPlace(a: ComplexPlan, b: ComplexPlan): number {
  if (a.at.file !== b.at.file) return a.at.file < b.at.file ? -1 : 1;
  return a.at.line - b.at.line || a.at.column - b.at.column || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0);
}
