import { annotationOf } from "./annotations.ts";
import { ANY_TYPE } from "./builtins.ts";
import type { ComplexTypes } from "./complex-types.ts";
import { elementBlock, elementFinal } from "./derivation-sets.ts";
import type { ElementDeclaration, IdentityConstraint, QName, Type } from "./model.ts";
import { collapse, listItems, nameKey, XSD_NS } from "./names.ts";
import type { SimpleTypes } from "./simple-types.ts";
import { type Draft, display, type GlobalSymbol, type Place, type Symbols } from "./symbols.ts";
import type { XNode } from "./tree.ts";

/** Builds element declarations. */
export class Elements {
  readonly #symbols: Symbols;
  readonly #simple: SimpleTypes;
  readonly #complex: () => ComplexTypes;
  /** Elements read so far with their statements. */
  readonly all: { readonly element: ElementDeclaration; readonly node: XNode; readonly place: Place }[] = [];
  /** Elements whose type is that of their substitution group's head. */
  readonly #borrowed: Set<ElementDeclaration> = new Set();

  constructor(symbols: Symbols, simple: SimpleTypes, complex: () => ComplexTypes) {
    this.#symbols = symbols;
    this.#simple = simple;
    this.#complex = complex;
  }

  /** A global element that is still without type. */
  declare(node: XNode, name: QName, place: Place): ElementDeclaration {
    return this.#shell(node, name, "global", place);
  }

  /** Gives a global element its type, substitution group and constraints. */
  complete(symbol: GlobalSymbol<"element">): void {
    const place = { unit: symbol.unit, self: symbol };
    const element: Draft<ElementDeclaration> = symbol.component;
    const heads = listItems(symbol.node.attr("substitutionGroup") ?? "");
    if (heads.length > 1) this.#symbols.record("xs:element substitutionGroup with several heads", symbol.node.at);
    const [head] = heads;
    if (head !== undefined) element.substitutionGroup = this.#symbols.resolve("element", head, symbol.node, place);
    this.#fill(element, symbol.node, place);
  }

  /** The element of a local declaration or reference; `null` after reporting a problem. */
  local(node: XNode, place: Place): ElementDeclaration | null {
    const ref = node.attr("ref");
    const name = node.attr("name");
    if (ref !== undefined) {
      if (name !== undefined) this.#symbols.problems.report("name-and-ref", node, { element: "element" });
      const qname = this.#symbols.nameOf("element", ref, node, place.unit);
      if (qname === null) return null;
      // .NET describes a DataSet by a reference to the schema that will come with it.
      if (qname.ns === XSD_NS && qname.local === "schema") return XSD_SCHEMA_ELEMENT;
      return this.#symbols.find("element", qname, node, place) ?? this.placeholder(node, qname, place);
    }
    if (name === undefined) {
      this.#symbols.problems.report("name-or-ref", node, { element: "element" });
      return null;
    }
    const form = node.attr("form")?.trim() ?? place.unit.node.attr("elementFormDefault")?.trim();
    const ns = node.attr("targetNamespace") ?? (form === "qualified" ? place.unit.namespace : "");
    const element = this.#shell(node, { ns, local: collapse(name) }, "local", place);
    this.#fill(element, node, place);
    return element;
  }

  /** Gives elements without a type of their own that of their substitution group's head. Run when all are complete. */
  finish(): void {
    this.#cutCycles();
    for (const { element } of this.all) {
      const chain: Draft<ElementDeclaration>[] = [];
      let at = element;
      while (this.#borrowed.has(at) && at.substitutionGroup !== null) {
        chain.push(at);
        at = at.substitutionGroup;
      }
      for (const borrower of chain) {
        borrower.type = at.type;
        this.#borrowed.delete(borrower);
      }
    }
  }

  #cutCycles(): void {
    const sound = new Set<ElementDeclaration>();
    for (const { element, node } of this.all) {
      if (element.substitutionGroup === null) continue;
      const path = new Set<ElementDeclaration>();
      let at: ElementDeclaration | null = element;
      while (at !== null && !sound.has(at) && !path.has(at)) {
        path.add(at);
        at = at.substitutionGroup;
      }
      if (at !== null && path.has(at)) {
        this.#symbols.problems.report("circular", node, {
          kind: "substitution group of element",
          name: display(element.name),
        });
        (at as Draft<ElementDeclaration>).substitutionGroup = null;
      }
      for (const done of path) sound.add(done);
    }
  }

  #shell(node: XNode, name: QName, scope: "global" | "local", place: Place): ElementDeclaration {
    const nillable = node.attr("nillable")?.trim();
    const abstract = node.attr("abstract")?.trim();
    return {
      kind: "element",
      name,
      scope,
      type: ANY_TYPE,
      nillable: nillable === "true" || nillable === "1",
      abstract: abstract === "true" || abstract === "1",
      default: node.attr("default") ?? null,
      fixed: node.attr("fixed") ?? null,
      substitutionGroup: null,
      block: elementBlock(node, place.unit),
      final: scope === "global" ? elementFinal(node, place.unit) : [],
      constraints: [],
      at: node.at,
      annotation: annotationOf(node),
    };
  }

  /** Stands for an element that is unknown, as was reported: any content. */
  placeholder(node: XNode, name: QName, place: Place): ElementDeclaration {
    return this.#shell(node, name, "global", place);
  }

  #fill(element: Draft<ElementDeclaration>, node: XNode, place: Place): void {
    const type = this.#typeOf(node, place);
    if (type !== null) element.type = type;
    else if (element.substitutionGroup !== null) this.#borrowed.add(element);
    element.constraints = this.#constraints(node, place);
    this.#alternatives(element, node, place);
    this.all.push({ element, node, place });
  }

  #typeOf(node: XNode, place: Place): Type | null {
    const named = node.attr("type");
    const inside = node.children.find(
      (c) => c.ns === XSD_NS && (c.local === "simpleType" || c.local === "complexType"),
    );
    if (named !== undefined && inside !== undefined) {
      this.#symbols.problems.report("attributes-conflict", node, {
        element: "element",
        first: "type",
        second: `xs:${inside.local}`,
      });
    }
    if (named !== undefined) return this.#symbols.resolve("type", named, node, place) ?? ANY_TYPE;
    if (inside === undefined) return null;
    return inside.local === "simpleType" ? this.#simple.inline(inside, place) : this.#complex().inline(inside, place);
  }

  #alternatives(element: Draft<ElementDeclaration>, node: XNode, place: Place): void {
    const found: NonNullable<ElementDeclaration["alternatives"]>[number][] = [];
    for (const child of node.children) {
      if (child.ns !== XSD_NS || child.local !== "alternative") continue;
      this.#symbols.record("xs:alternative", child.at);
      found.push({ test: child.attr("test") ?? null, type: this.#typeOf(child, place) ?? ANY_TYPE, at: child.at });
    }
    if (found.length > 0) element.alternatives = found;
  }

  #constraints(node: XNode, place: Place): readonly IdentityConstraint[] {
    const found: IdentityConstraint[] = [];
    for (const child of node.children) {
      if (child.ns !== XSD_NS || (child.local !== "key" && child.local !== "unique" && child.local !== "keyref"))
        continue;
      const local = child.attr("name");
      const ref = child.attr("ref");
      if (local === undefined && ref === undefined)
        this.#symbols.problems.report("name-or-ref", child, { element: child.local });
      if (local !== undefined && ref !== undefined)
        this.#symbols.problems.report("name-and-ref", child, { element: child.local });
      if (ref !== undefined) this.#symbols.record(`xs:${child.local} ref`, child.at);
      if (local === undefined || ref !== undefined) continue;
      const name = { ns: place.unit.namespace, local: collapse(local) };
      const selector = child.child(XSD_NS, "selector")?.attr("xpath")?.trim() ?? "";
      const fields = child.children
        .filter((c) => c.ns === XSD_NS && c.local === "field")
        .map((c) => c.attr("xpath")?.trim() ?? "");
      const refer = child.attr("refer");
      const constraint: IdentityConstraint = {
        kind: child.local,
        name,
        refer: refer === undefined ? null : this.#symbols.qname(refer, child, place.unit),
        selector,
        fields,
        prefixes: prefixesIn([selector, ...fields], child),
        at: child.at,
        annotation: annotationOf(child),
      };
      const known = this.#symbols.constraints.get(nameKey(name));
      if (known === undefined) this.#symbols.constraints.set(nameKey(name), constraint);
      else if (known.at !== child.at) {
        const first = `${known.at.file}:${known.at.line}:${known.at.column}`;
        this.#symbols.problems.report("duplicate", child, { kind: "identity constraint", name: display(name), first });
      }
      found.push(constraint);
    }
    return found;
  }
}

function prefixesIn(paths: readonly string[], node: XNode): Record<string, string> {
  const prefixes: Record<string, string> = {};
  for (const path of paths) {
    for (const [, prefix = ""] of path.matchAll(/([^\s/|@:.()[\]]+):(?!:)/g)) {
      const ns = node.lookup(prefix);
      if (ns !== undefined) prefixes[prefix] = ns;
    }
  }
  return prefixes;
}

/** xs:schema as content of a message, as .NET DataSets have it: any content. */
const XSD_SCHEMA_ELEMENT: ElementDeclaration = {
  kind: "element",
  name: { ns: XSD_NS, local: "schema" },
  scope: "global",
  type: ANY_TYPE,
  nillable: false,
  abstract: false,
  default: null,
  fixed: null,
  substitutionGroup: null,
  block: [],
  final: [],
  constraints: [],
  at: ANY_TYPE.at,
  annotation: ANY_TYPE.annotation,
};
