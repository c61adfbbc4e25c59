import { type DocumentOptions, Documents, type Reason, type SourceDocument } from "./documents.ts";
import { normalizeFile } from "./location.ts";
import type { Location } from "./model.ts";
import { WSDL_NS, XSD_NS } from "./names.ts";
import type { Problems } from "./problems.ts";
import { readXml } from "./read-xml.ts";
import type { XNode } from "./tree.ts";
import { isComplete, wellKnownNamespaces, wellKnownSchema } from "./well-known.ts";

/** How the file names of schemas start that this package brings along. */
export const WELL_KNOWN_PREFIX = "well-known:";

/** An xs:redefine or xs:override and the schema it changes. */
export interface Revision {
  readonly kind: "redefine" | "override";
  readonly node: XNode;
  readonly target: SchemaUnit;
}

/** One schema document as seen under one target namespace. A chameleon gives one unit per including namespace. */
export interface SchemaUnit {
  readonly node: XNode;
  readonly file: string;
  readonly namespace: string;
  /** The document has no target namespace of its own and took on that of its includer. */
  readonly chameleon: boolean;
  readonly inline: boolean;
  readonly wellKnown: boolean;
  /** The same text was already read under another name: nothing is declared from it again. */
  readonly copy: boolean;
  /** Namespaces its references may use. */
  readonly imports: Set<string>;
  readonly includes: SchemaUnit[];
  readonly revisions: Revision[];
}

/** A WSDL document. */
export interface Definitions {
  readonly node: XNode;
  readonly file: string;
  readonly namespace: string;
}

interface Missing {
  readonly at: Location;
  readonly location: string;
  readonly namespace: string;
  readonly reason: Reason;
  readonly suggestion: string;
  readonly include: boolean;
  /** Something in it would be redefined or overridden. */
  readonly revised: boolean;
  readonly remote: boolean;
  readonly outside: boolean;
}

type Task =
  | { readonly kind: "schema"; readonly unit: SchemaUnit }
  | { readonly kind: "wsdl"; readonly definitions: Definitions };

/** All documents reachable from the entries, in the order of first reference. */
export class Graph {
  readonly units: SchemaUnit[] = [];
  readonly definitions: Definitions[] = [];
  /** Namespaces of which a document is missing: unknown names in them are a consequence, not a problem of their own. */
  readonly incomplete: Set<string> = new Set();
  readonly documents: Documents;
  readonly #problems: Problems;
  readonly #unitByKey: Map<string, SchemaUnit> = new Map();
  readonly #unitByText: Map<string, SchemaUnit> = new Map();
  readonly #definitionsByFile: Set<string> = new Set();
  readonly #wellKnown: Map<string, SchemaUnit> = new Map();
  readonly #namespaces: Set<string> = new Set();
  readonly #missing: Missing[] = [];
  readonly #tasks: Task[] = [];

  constructor(options: DocumentOptions, problems: Problems) {
    this.documents = new Documents(options, problems);
    this.#problems = problems;
  }

  /** Reads the entries and everything they refer to. */
  load(entries: readonly string[]): void {
    const given = new Set<string>();
    for (const file of [...new Set(entries.map(normalizeFile))].sort(comparePaths)) {
      const document = this.documents.entry(file);
      if (document === null) continue;
      if (document.kind === "wsdl") this.#addDefinitions(document);
      else given.add(this.#addDocument(document, document.root.attr("targetNamespace")?.trim() ?? "", false).namespace);
    }
    // Tasks add tasks, hence no iterator.
    for (let i = 0; i < this.#tasks.length; i++) {
      const task = this.#tasks[i] as Task;
      if (task.kind === "schema") this.#visitSchema(task.unit);
      else this.#visitDefinitions(task.definitions);
    }
    for (const missing of this.#missing) {
      if (!missing.include && given.has(missing.namespace)) continue;
      const { location, namespace, reason, suggestion } = missing;
      if (!this.#problems.absentPass) this.incomplete.add(namespace);
      this.#problems.report(missing.outside ? "import-outside" : "import-missing", missing.at, {
        location,
        namespace,
        ...reason,
        suggestion,
        revised: String(missing.revised),
        remote: String(missing.remote),
      });
    }
  }

  /** Whether some document of `namespace` was read. */
  hasNamespace(namespace: string): boolean {
    return this.#namespaces.has(namespace);
  }

  /** Whether some document imports `namespace`. */
  isImported(namespace: string): boolean {
    return this.units.some((unit) => unit.imports.has(namespace));
  }

  /** The schema this package brings along for `namespace`, unless a document for it was read. */
  wellKnown(namespace: string): SchemaUnit | undefined {
    const known = this.#wellKnown.get(namespace);
    if (known !== undefined) return known;
    if (this.#namespaces.has(namespace)) return undefined;
    const text = wellKnownSchema(namespace);
    if (text === undefined) return undefined;
    const file = WELL_KNOWN_PREFIX + namespace;
    const unit = newUnit(
      readXml(new TextEncoder().encode(text), file, { maxBytes: 1 << 20, maxDepth: 32 }).root,
      file,
      namespace,
      { wellKnown: true },
    );
    this.#wellKnown.set(namespace, unit);
    this.units.push(unit);
    return unit;
  }

  #addDefinitions(document: SourceDocument): void {
    if (this.#definitionsByFile.has(document.file)) return;
    this.#definitionsByFile.add(document.file);
    const definitions = {
      node: document.root,
      file: document.file,
      namespace: document.root.attr("targetNamespace")?.trim() ?? "",
    };
    this.definitions.push(definitions);
    this.#tasks.push({ kind: "wsdl", definitions });
  }

  #addDocument(document: SourceDocument, namespace: string, chameleon: boolean): SchemaUnit {
    const key = `${document.file}|${namespace}`;
    const known = this.#unitByKey.get(key);
    if (known !== undefined) return known;
    const text = `${document.sha256}|${namespace}`;
    const copy = this.#unitByText.has(text);
    const unit = newUnit(document.root, document.file, namespace, { chameleon, copy });
    this.#unitByKey.set(key, unit);
    if (!copy) this.#unitByText.set(text, unit);
    this.#addUnit(unit);
    return unit;
  }

  #addUnit(unit: SchemaUnit): void {
    this.units.push(unit);
    this.#namespaces.add(unit.namespace);
    this.#tasks.push({ kind: "schema", unit });
  }

  #visitDefinitions(definitions: Definitions): void {
    for (const node of definitions.node.children) {
      if (node.ns !== WSDL_NS) continue;
      if (node.local === "import") this.#wsdlImport(node);
      else if (node.local === "types") {
        for (const child of node.children) {
          if (child.ns !== XSD_NS || child.local !== "schema") continue;
          this.#addUnit(
            newUnit(child, definitions.file, child.attr("targetNamespace")?.trim() ?? "", { inline: true }),
          );
        }
      }
    }
  }

  #wsdlImport(node: XNode): void {
    const namespace = node.attr("namespace")?.trim() ?? "";
    const location = node.attr("location");
    if (location === undefined) {
      if (!wellKnownNamespaces.includes(namespace))
        this.#problems.report("wsdl-attribute-missing", node, { element: "import", name: "location" });
      return;
    }
    const document = this.#follow(node, location, namespace, false);
    if (document === null) return;
    const found = document.root.attr("targetNamespace")?.trim() ?? "";
    if (found !== namespace) this.#problems.report("wsdl-import-other-namespace", node, { location, found, namespace });
    if (document.kind === "wsdl") this.#addDefinitions(document);
    else this.#addDocument(document, found, false);
  }

  #visitSchema(unit: SchemaUnit): void {
    if (unit.node.attr("targetNamespace")?.trim() === "") this.#problems.report("namespace-empty", unit.node);
    for (const node of unit.node.children) {
      if (node.ns !== XSD_NS) continue;
      if (node.local === "import") this.#import(unit, node);
      else if (node.local === "include" || node.local === "redefine" || node.local === "override")
        this.#include(unit, node, node.local);
    }
  }

  #import(unit: SchemaUnit, node: XNode): void {
    const namespace = node.attr("namespace")?.trim() ?? "";
    if (namespace === unit.namespace) this.#problems.report("import-own-namespace", node, { namespace });
    unit.imports.add(namespace);
    const location = node.attr("schemaLocation");
    if (location === undefined || isComplete(namespace)) return;
    const document = this.#follow(node, location, namespace, false);
    if (document === null) return;
    if (document.kind === "wsdl") {
      this.#problems.report("import-not-schema", node, { location });
      return;
    }
    const found = document.root.attr("targetNamespace")?.trim() ?? "";
    if (found !== namespace) this.#problems.report("import-other-namespace", node, { location, found, namespace });
    this.#addDocument(document, found, false);
  }

  #include(unit: SchemaUnit, node: XNode, kind: "include" | "redefine" | "override"): void {
    const location = node.attr("schemaLocation") ?? node.attr("location");
    if (location === undefined) return;
    if (node.attr("schemaLocation") === undefined) this.#problems.report("location-misnamed", node, { element: kind });
    const document = this.#follow(node, location, unit.namespace, true);
    if (document === null) return;
    if (document.kind === "wsdl") {
      this.#problems.report("import-not-schema", node, { location });
      return;
    }
    const found = document.root.attr("targetNamespace")?.trim() ?? "";
    if (found !== "" && found !== unit.namespace) {
      this.#problems.report("include-other-namespace", node, {
        location,
        found,
        namespace: unit.namespace,
        element: `xs:${kind}`,
      });
      unit.imports.add(found);
      this.#addDocument(document, found, false);
      return;
    }
    const target = this.#addDocument(document, unit.namespace, found !== unit.namespace);
    unit.includes.push(target);
    if (kind !== "include") unit.revisions.push({ kind, node, target });
  }

  #follow(node: XNode, location: string, namespace: string, include: boolean): SourceDocument | null {
    const followed = this.documents.follow(node.at, location, namespace);
    if (followed.kind === "document") return followed.document;
    if (followed.kind === "broken") this.incomplete.add(namespace);
    else if (include || !wellKnownNamespaces.includes(namespace)) {
      this.#missing.push({
        at: node.at,
        location,
        namespace,
        include,
        revised: node.local !== "include" && node.children.some((c) => c.local !== "annotation"),
        reason: followed.reason,
        suggestion: followed.suggestion,
        remote: followed.remote === true,
        outside: followed.outside === true,
      });
    }
    return null;
  }
}

function newUnit(
  node: XNode,
  file: string,
  namespace: string,
  flags: Partial<Pick<SchemaUnit, "chameleon" | "inline" | "wellKnown" | "copy">>,
): SchemaUnit {
  return {
    node,
    file,
    namespace,
    chameleon: flags.chameleon ?? false,
    inline: flags.inline ?? false,
    wellKnown: flags.wellKnown ?? false,
    copy: flags.copy ?? false,
    imports: new Set(),
    includes: [],
    revisions: [],
  };
}

/** Order of entries that does not depend on how they were listed, on the locale or on the system. */
function comparePaths(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
