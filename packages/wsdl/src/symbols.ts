import { ANY_TYPE, builtins } from "./builtins.ts";
import type { Graph, SchemaUnit } from "./graph.ts";
import type {
  AttributeDeclaration,
  AttributeGroup,
  ElementDeclaration,
  IdentityConstraint,
  Location,
  ModelGroup,
  Notation,
  QName,
  Recorded,
  Type,
} from "./model.ts";
import { collapse, isNCName, nameKey, XSD_NS } from "./names.ts";
import { nearest } from "./nearest.ts";
import type { Problems } from "./problems.ts";
import type { XNode } from "./tree.ts";

/** A component while it is being built. */
export type Draft<T> = { -readonly [K in keyof T]: T[K] };

/** Global component kinds and what they are. */
export interface ComponentByKind {
  readonly type: Type;
  readonly element: ElementDeclaration;
  readonly attribute: AttributeDeclaration;
  readonly group: ModelGroup;
  readonly attributeGroup: AttributeGroup;
  readonly notation: Notation;
}

export type SymbolKind = keyof ComponentByKind;

/** A global component and the statement that defines it. */
export interface GlobalSymbol<K extends SymbolKind = SymbolKind> {
  readonly kind: K;
  readonly name: QName;
  readonly node: XNode;
  readonly unit: SchemaUnit;
  readonly component: ComponentByKind[K];
  /** What a redefinition replaces; references to the own name inside it mean this. */
  readonly original: GlobalSymbol<K> | null;
}

/** Where a reference stands: its document, and the redefinition it is part of. */
export interface Place {
  readonly unit: SchemaUnit;
  readonly self: GlobalSymbol | null;
}

type Tables = { readonly [K in SymbolKind]: Map<string, GlobalSymbol<K>> };

/** Declares the components of a unit; given by the builder, so that well-known schemas can be added on demand. */
export type Declare = (unit: SchemaUnit) => void;

/** Symbol tables, name resolution and the notes taken on the way. */
export class Symbols {
  readonly tables: Tables = {
    type: new Map(),
    element: new Map(),
    attribute: new Map(),
    group: new Map(),
    attributeGroup: new Map(),
    notation: new Map(),
  };
  readonly constraints: Map<string, IdentityConstraint> = new Map();
  readonly recorded: Recorded[] = [];
  readonly #byLocal: Map<SymbolKind, Map<string, QName | null>> = new Map();
  readonly graph: Graph;
  readonly problems: Problems;
  declare: Declare = () => {};

  constructor(graph: Graph, problems: Problems) {
    this.graph = graph;
    this.problems = problems;
  }

  /** Notes a construct that is not enforced. */
  record(construct: string, at: Location): void {
    this.recorded.push({ construct, at });
  }

  /** Reads a QName value; `null` after reporting a problem. */
  qname(text: string, node: XNode, unit: SchemaUnit): QName | null {
    const value = collapse(text);
    const colon = value.indexOf(":");
    const prefix = colon < 0 ? "" : value.slice(0, colon);
    const local = value.slice(colon + 1);
    if (!isNCName(local) || (colon >= 0 && !isNCName(prefix))) {
      // Published schemas have names such as "1stLine": the name check of the definition reports those.
      if (local === "" || /[\s:]/.test(local) || colon === 0) {
        this.problems.report("attribute-value", node, {
          value: text,
          name: "name",
          element: node.local,
          expected: "a qualified name",
          expectedZh: "限定名",
        });
        return null;
      }
    }
    const ns = node.lookup(prefix);
    if (ns === undefined && prefix !== "") {
      this.problems.report("prefix-undeclared", node, { name: value, prefix });
      return null;
    }
    if ((ns === undefined || ns === "") && unit.chameleon) return { ns: unit.namespace, local };
    return { ns: ns ?? "", local };
  }

  /** The component that `text` names, `null` after reporting a problem. */
  resolve<K extends SymbolKind>(kind: K, text: string, node: XNode, place: Place): ComponentByKind[K] | null {
    const name = this.nameOf(kind, text, node, place.unit);
    return name === null ? null : this.find(kind, name, node, place);
  }

  /** Like {@link qname}; an undeclared prefix is forgiven when only one component has this local name. */
  nameOf(kind: SymbolKind, text: string, node: XNode, unit: SchemaUnit): QName | null {
    const [, prefix, local = ""] = /^\s*([^:\s]+):([^:\s]+)\s*$/.exec(text) ?? [];
    if (prefix !== undefined && node.lookup(prefix) === undefined) {
      const meant = this.#onlyOne(kind, local);
      if (meant !== null) {
        this.problems.report("prefix-guessed", node, { name: text.trim(), prefix, meant: display(meant) });
        return meant;
      }
    }
    return this.qname(text, node, unit);
  }

  /** The component called `name`, `null` after reporting a problem. */
  find<K extends SymbolKind>(kind: K, name: QName, node: XNode, place: Place): ComponentByKind[K] | null {
    if (kind === "type") {
      const builtin = builtinNamed(name);
      if (builtin !== null) return builtin as ComponentByKind[K];
    }
    return this.findSymbol(kind, name, node, place)?.component ?? this.#builtinMeant(kind, name, node);
  }

  /** Like {@link find}, for components of the documents only. */
  findSymbol<K extends SymbolKind>(kind: K, name: QName, node: XNode, place: Place): GlobalSymbol<K> | null {
    const symbol = this.symbol(kind, name, place);
    if (symbol !== undefined) {
      this.#checkImport(name, node, place.unit);
      return symbol;
    }
    if (this.graph.incomplete.has(name.ns)) return null;
    const meant = this.#onlyOne(kind, name.local);
    const elsewhere = meant === null ? undefined : this.symbol(kind, meant, place);
    if (meant !== null && (elsewhere !== undefined || builtinNamed(meant) !== null)) {
      this.problems.report("name-elsewhere", node, {
        ...KIND_NAMES[kind],
        name: display(name),
        meant: display(meant),
      });
      return elsewhere ?? null;
    }
    this.#reportUnknown(kind, name, node, place.unit);
    return null;
  }

  /** The built-in type that was used instead of an unknown name, as {@link findSymbol} reported. */
  #builtinMeant<K extends SymbolKind>(kind: K, name: QName, node: XNode): ComponentByKind[K] | null {
    if (kind !== "type" || this.graph.incomplete.has(name.ns)) return null;
    const meant = this.#onlyOne(kind, name.local);
    return meant === null || node === null ? null : (builtinNamed(meant) as ComponentByKind[K] | null);
  }

  /** Like {@link find}, without reports. */
  symbol<K extends SymbolKind>(kind: K, name: QName, place: Place): GlobalSymbol<K> | undefined {
    const { self } = place;
    if (
      self !== null &&
      self.kind === kind &&
      self.original !== null &&
      self.name.local === name.local &&
      self.name.ns === name.ns
    ) {
      return self.original as GlobalSymbol<K>;
    }
    const table = this.tables[kind] as Map<string, GlobalSymbol<K>>;
    const key = nameKey(name);
    const found = table.get(key);
    if (found !== undefined) return found;
    const unit = this.graph.wellKnown(name.ns);
    if (unit === undefined) return undefined;
    this.declare(unit);
    return table.get(key);
  }

  /** The only component of this kind and local name, whatever its namespace; failing that a built-in type. */
  #onlyOne(kind: SymbolKind, local: string): QName | null {
    let index = this.#byLocal.get(kind);
    if (index === undefined) {
      index = new Map();
      for (const { name, unit } of (this.tables[kind] as Map<string, GlobalSymbol>).values()) {
        if (!unit.wellKnown) index.set(name.local, index.has(name.local) ? null : name);
      }
      this.#byLocal.set(kind, index);
    }
    const found = index.get(local);
    if (found !== undefined || kind !== "type") return found ?? null;
    const lower = local.toLowerCase();
    const builtin = builtins.has(local) ? local : [...builtins.keys()].find((name) => name.toLowerCase() === lower);
    return builtin === undefined ? null : { ns: XSD_NS, local: builtin };
  }

  #checkImport(name: QName, node: XNode, unit: SchemaUnit): void {
    if (name.ns === unit.namespace || name.ns === XSD_NS || unit.imports.has(name.ns) || unit.wellKnown) return;
    this.problems.report("import-statement-missing", node, { name: display(name), namespace: name.ns });
  }

  /** The name of its namespace that `name` was probably meant to be. */
  #near(kind: SymbolKind, name: QName): QName | null {
    const table = this.tables[kind] as Map<string, GlobalSymbol>;
    if (table.size > MAX_NEAR) return null;
    const names = [...table.values()].flatMap((s) => (s.name.ns === name.ns ? [s.name.local] : []));
    const local = nearest(name.local, names);
    return local === null ? null : { ns: name.ns, local };
  }

  #reportUnknown(kind: SymbolKind, name: QName, node: XNode, unit: SchemaUnit): void {
    const details = { ...KIND_NAMES[kind], name: display(name) };
    if (!this.graph.hasNamespace(name.ns) && this.graph.isImported(name.ns)) {
      this.problems.report("namespace-absent", node, { ...details, namespace: name.ns });
      return;
    }
    if (name.ns === XSD_NS) {
      const near = kind === "type" ? nearest(name.local, ["anyType", ...builtins.keys()]) : null;
      this.problems.report("builtin-unknown", node, {
        ...details,
        name: `xs:${name.local}`,
        known: near === null ? "a name that XML Schema defines" : `xs:${near}?`,
        knownZh: near === null ? "XML Schema 定义的名称" : `xs:${near}?`,
      });
      return;
    }
    const lower = name.local.toLowerCase();
    const similar: string[] = [];
    for (const symbol of (this.tables[kind] as Map<string, GlobalSymbol>).values()) {
      if (symbol.name.local.toLowerCase() === lower) similar.push(display(symbol.name));
      if (similar.length === 3) break;
    }
    if (similar.length === 0) {
      const near = this.#near(kind, name);
      if (near !== null) similar.push(`${display(near)}?`);
    }
    const where = name.ns === unit.namespace || unit.imports.has(name.ns);
    const known =
      similar.join(", ") || (where ? `a definition in namespace "${name.ns}"` : `an import of namespace "${name.ns}"`);
    const knownZh = similar.join("、") || (where ? `命名空间“${name.ns}”中的定义` : `对命名空间“${name.ns}”的引入`);
    this.problems.report("name-unknown", node, { ...details, known, knownZh });
  }
}

/** Tables that are searched for a name that is nearly right; in larger ones many wrong names would take minutes. */
const MAX_NEAR = 2_000;

/** xs:anyType or one of XML Schema's own simple types. */
function builtinNamed(name: QName): Type | null {
  if (name.ns !== XSD_NS) return null;
  return name.local === "anyType" ? ANY_TYPE : (builtins.get(name.local)?.type ?? null);
}

/** Kinds of components for messages. */
const KIND_NAMES: Readonly<Record<SymbolKind, { readonly kind: string; readonly kindZh: string }>> = {
  type: { kind: "type", kindZh: "类型" },
  element: { kind: "element", kindZh: "元素" },
  attribute: { kind: "attribute", kindZh: "属性" },
  group: { kind: "group", kindZh: "组" },
  attributeGroup: { kind: "attribute group", kindZh: "属性组" },
  notation: { kind: "notation", kindZh: "记法" },
};

/** A name for messages: `{ns}local`, without braces in no namespace. */
export function display(name: QName): string {
  return name.ns === "" ? name.local : `{${name.ns}}${name.local}`;
}
