import { annotationOf } from "./annotations.ts";
import { ANY_SIMPLE_TYPE, NO_ANNOTATION } from "./builtins.ts";
import type { AttributeDeclaration, AttributeGroup, AttributeUse, QName, Wildcard } from "./model.ts";
import { collapse, nameKey, WSDL_NS, XSD_NS } from "./names.ts";
import type { SimpleTypes } from "./simple-types.ts";
import { type Draft, display, type GlobalSymbol, type Place, type Symbols } from "./symbols.ts";
import type { XNode } from "./tree.ts";
import { intersection, namespaceSet, readWildcard, withNamespaces } from "./wildcards.ts";

/** Attribute uses and wildcard that a type or group states itself, groups expanded. */
export interface AttributeSet {
  readonly uses: AttributeUse[];
  /** Names that a restriction takes away. */
  readonly prohibited: { readonly name: QName; readonly use: AttributeUse }[];
  any: Wildcard | null;
}

/** Builds attribute declarations, uses and groups. */
export class Attributes {
  readonly #symbols: Symbols;
  readonly #simple: SimpleTypes;
  readonly #busy: Set<AttributeGroup> = new Set();
  readonly #done: Set<AttributeGroup> = new Set();
  /** Uses read so far with their statements. */
  readonly all: { readonly use: AttributeUse; readonly node: XNode }[] = [];
  /** Declarations read so far with their statements. */
  readonly declarations: { readonly declaration: AttributeDeclaration; readonly node: XNode }[] = [];

  constructor(symbols: Symbols, simple: SimpleTypes) {
    this.#symbols = symbols;
    this.#simple = simple;
  }

  /** A global attribute that is still without type. */
  declare(node: XNode, name: QName): AttributeDeclaration {
    return this.#shell(node, name, "global");
  }

  /** Gives a global attribute its type. */
  complete(symbol: GlobalSymbol<"attribute">): void {
    const declaration: Draft<AttributeDeclaration> = symbol.component;
    declaration.type = this.#typeOf(symbol.node, { unit: symbol.unit, self: symbol });
    this.declarations.push({ declaration, node: symbol.node });
  }

  /** An attribute group that is still empty. */
  declareGroup(node: XNode, name: QName): AttributeGroup {
    return { name, attributes: [], anyAttribute: null, at: node.at, annotation: annotationOf(node) };
  }

  /** Fills an attribute group unless that is done. */
  completeGroup(symbol: GlobalSymbol<"attributeGroup">): void {
    const group: Draft<AttributeGroup> = symbol.component;
    if (this.#done.has(group)) return;
    if (this.#busy.has(group)) {
      this.#symbols.problems.report("circular", symbol.node, { kind: "attribute group", name: display(symbol.name) });
      return;
    }
    this.#busy.add(group);
    const set = this.read(symbol.node, { unit: symbol.unit, self: symbol });
    group.attributes = set.uses;
    group.anyAttribute = set.any;
    this.#busy.delete(group);
    this.#done.add(group);
  }

  /** Attribute statements among the children of `node`. */
  read(node: XNode, place: Place): AttributeSet {
    const set: AttributeSet = { uses: [], prohibited: [], any: null };
    const groupWildcards: Wildcard[] = [];
    let own: Wildcard | null = null;
    for (const child of node.children) {
      if (child.ns !== XSD_NS) continue;
      if (child.local === "attribute") {
        const use = this.#use(child, place);
        if (use === null) continue;
        if (use.use === "prohibited") set.prohibited.push({ name: use.declaration.name, use });
        else this.#add(set, use, child);
      } else if (child.local === "attributeGroup") {
        const group = this.#group(child, place);
        if (group === null) continue;
        for (const use of group.attributes) this.#add(set, use, child);
        if (group.anyAttribute !== null) groupWildcards.push(group.anyAttribute);
      } else if (child.local === "anyAttribute") own = readWildcard(child, place.unit, this.#symbols);
    }
    set.any = combine(own, groupWildcards);
    return set;
  }

  #add(set: AttributeSet, use: AttributeUse, node: XNode): void {
    const { name } = use.declaration;
    if (set.uses.some((u) => u.declaration.name.local === name.local && u.declaration.name.ns === name.ns)) {
      this.#symbols.problems.report("attribute-twice", node, { name: display(name) });
      return;
    }
    set.uses.push(use);
  }

  #group(node: XNode, place: Place): AttributeGroup | null {
    const ref = node.attr("ref");
    if (ref === undefined) return null;
    const name = this.#symbols.nameOf("attributeGroup", ref, node, place.unit);
    if (name === null) return null;
    const symbol = this.#symbols.findSymbol("attributeGroup", name, node, place);
    if (symbol === null) return null;
    this.completeGroup(symbol);
    return symbol.component;
  }

  /** The group called in schema attribute `defaultAttributes` (XSD 1.1). */
  defaultGroup(place: Place): AttributeGroup | null {
    const text = place.unit.node.attr("defaultAttributes");
    if (text === undefined) return null;
    const name = this.#symbols.qname(text, place.unit.node, place.unit);
    const symbol = name === null ? null : this.#symbols.findSymbol("attributeGroup", name, place.unit.node, place);
    if (symbol === null) return null;
    this.completeGroup(symbol);
    return symbol.component;
  }

  #use(node: XNode, place: Place): AttributeUse | null {
    const ref = node.attr("ref");
    const name = node.attr("name");
    if (ref !== undefined && name !== undefined) {
      this.#symbols.problems.report("name-and-ref", node, { element: "attribute" });
    }
    const stated = node.attr("use")?.trim();
    const use = stated === "required" || stated === "prohibited" ? stated : "optional";
    const own = { default: node.attr("default") ?? null, fixed: node.attr("fixed") ?? null };
    let built: AttributeUse;
    if (ref !== undefined) {
      const name = this.#symbols.nameOf("attribute", ref, node, place.unit);
      if (name === null) return null;
      const declaration = this.#symbols.find("attribute", name, node, place) ?? this.#shell(node, name, "global");
      const none = own.default === null && own.fixed === null;
      const value = none ? { default: declaration.default, fixed: declaration.fixed } : own;
      const arrayType = this.#arrayType(node, declaration, place);
      built = {
        declaration,
        use,
        ...value,
        ...arrayType,
        at: node.at,
        annotation: annotationOf(node) === NO_ANNOTATION ? declaration.annotation : annotationOf(node),
      };
    } else {
      if (name === undefined) {
        this.#symbols.problems.report("name-or-ref", node, { element: "attribute" });
        return null;
      }
      const form = node.attr("form")?.trim() ?? place.unit.node.attr("attributeFormDefault")?.trim();
      const ns = node.attr("targetNamespace") ?? (form === "qualified" ? place.unit.namespace : "");
      const declaration: Draft<AttributeDeclaration> = this.#shell(node, { ns, local: collapse(name) }, "local");
      declaration.type = this.#typeOf(node, place);
      this.declarations.push({ declaration, node });
      built = { declaration, use, ...own, at: node.at, annotation: declaration.annotation };
    }
    this.all.push({ use: built, node });
    return built;
  }

  #arrayType(
    node: XNode,
    declaration: AttributeDeclaration,
    place: Place,
  ): Pick<AttributeUse, "arrayType" | "arrayItem"> {
    if (declaration.name.local !== "arrayType" || !declaration.name.ns.includes("soap")) return {};
    const text = node.attrNs(WSDL_NS, "arrayType") ?? node.attr("arrayType");
    if (text === undefined) return {};
    const [, head = "", dimensions = ""] = /^([^[]*)(.*)$/s.exec(text.trim()) ?? [];
    const name = this.#symbols.qname(head, node, place.unit);
    if (name === null) return {};
    const item = this.#symbols.find("type", name, node, { unit: { ...place.unit, wellKnown: true }, self: null });
    return {
      arrayType: nameKey(name) + dimensions.replaceAll(/\s/g, ""),
      ...(item === null ? {} : { arrayItem: item }),
    };
  }

  #shell(node: XNode, name: QName, scope: "global" | "local"): AttributeDeclaration {
    const inheritable = node.attr("inheritable")?.trim();
    return {
      name,
      scope,
      type: ANY_SIMPLE_TYPE,
      default: node.attr("default") ?? null,
      fixed: node.attr("fixed") ?? null,
      ...(inheritable === "true" || inheritable === "1" ? { inheritable: true as const } : {}),
      at: node.at,
      annotation: annotationOf(node),
    };
  }

  #typeOf(node: XNode, place: Place): AttributeDeclaration["type"] {
    const named = node.attr("type");
    const inside = node.child(XSD_NS, "simpleType");
    if (named !== undefined && inside !== undefined) {
      this.#symbols.problems.report("attributes-conflict", node, {
        element: "attribute",
        first: "type",
        second: "xs:simpleType",
      });
    }
    if (named !== undefined) return this.#simple.resolve(named, node, place);
    return inside === undefined ? ANY_SIMPLE_TYPE : this.#simple.inline(inside, place);
  }
}

/** The complete wildcard: the own one, narrowed to what the groups allow. */
function combine(own: Wildcard | null, groups: readonly Wildcard[]): Wildcard | null {
  const [first, ...rest] = own === null ? groups : [own, ...groups];
  if (first === undefined) return null;
  if (rest.length === 0) return first;
  return withNamespaces(
    first,
    rest.reduce((set, w) => intersection(set, namespaceSet(w)), namespaceSet(first)),
  );
}
