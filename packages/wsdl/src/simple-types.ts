import { annotationOf } from "./annotations.ts";
import { ANY_SIMPLE_TYPE, NO_ANNOTATION } from "./builtins.ts";
import { typeFinal } from "./derivation-sets.ts";
import type { EnumerationValue, Facet, QName, SimpleType } from "./model.ts";
import { listItems, XSD_NS } from "./names.ts";
import { type Draft, display, type Place, type Symbols } from "./symbols.ts";
import type { XNode } from "./tree.ts";

type FacetName = Exclude<keyof SimpleType["facets"], "patterns" | "enumerations" | "assertions">;

const SINGLE_FACETS: ReadonlySet<string> = new Set<FacetName>([
  "length",
  "minLength",
  "maxLength",
  "totalDigits",
  "fractionDigits",
  "minInclusive",
  "maxInclusive",
  "minExclusive",
  "maxExclusive",
  "whiteSpace",
  "explicitTimezone",
]);

interface Pending {
  readonly node: XNode;
  readonly place: Place;
  state: "new" | "busy" | "done";
}

/** Builds simple types. A type is completed when it is first needed, so that order of definition does not matter. */
export class SimpleTypes {
  readonly #symbols: Symbols;
  /** All types completed so far, with the statement that holds their derivation. */
  readonly all: { readonly type: SimpleType; readonly node: XNode }[] = [];
  readonly #pending: Map<SimpleType, Pending> = new Map();

  constructor(symbols: Symbols) {
    this.#symbols = symbols;
  }

  /** A type that is still empty; {@link complete} fills it. */
  declare(node: XNode, name: QName | null, place: Place): SimpleType {
    const type: Draft<SimpleType> = {
      kind: "simple",
      name,
      variety: "atomic",
      base: null,
      item: null,
      members: [],
      facets: {},
      final: [],
      at: node.at,
      annotation: annotationOf(node),
    };
    this.#pending.set(type, { node, place, state: "new" });
    return type;
  }

  /** An anonymous type defined inside `node`. */
  inline(node: XNode, place: Place): SimpleType {
    return this.complete(this.declare(node, null, { unit: place.unit, self: null }));
  }

  /** Fills `type` unless that is done. */
  complete(type: SimpleType): SimpleType {
    const pending = this.#pending.get(type);
    if (pending === undefined || pending.state === "done") return type;
    if (pending.state === "busy") {
      this.#symbols.problems.report("circular", type, {
        kind: "simple type",
        name: type.name ? display(type.name) : "",
      });
      return ANY_SIMPLE_TYPE;
    }
    pending.state = "busy";
    this.#fill(type, pending.node, pending.place);
    this.all.push({ type, node: pending.node });
    pending.state = "done";
    return type;
  }

  /** The simple type that `text` names, completed; xs:anySimpleType after reporting a problem. */
  resolve(text: string, node: XNode, place: Place): SimpleType {
    const found = this.#symbols.resolve("type", text, node, place);
    if (found === null) return ANY_SIMPLE_TYPE;
    if (found.kind === "complex") {
      this.#symbols.problems.report("type-not-simple", node, { name: text });
      return ANY_SIMPLE_TYPE;
    }
    return this.complete(found);
  }

  /** A restriction of `base` by the facets inside `node`, which is the xs:restriction of a simple content. */
  restrict(base: SimpleType, node: XNode): SimpleType {
    const facets = this.#facets(node, base);
    if (Object.keys(facets).length === 0) return base;
    const type: SimpleType = {
      kind: "simple",
      name: null,
      variety: base.variety === "builtin" ? (base.item === null ? "atomic" : "list") : base.variety,
      base,
      item: base.item,
      members: base.members,
      facets,
      final: [],
      at: node.at,
      annotation: NO_ANNOTATION,
    };
    this.all.push({ type, node });
    return type;
  }

  #fill(type: Draft<SimpleType>, node: XNode, place: Place): void {
    type.final = typeFinal(node, place.unit, "simple");
    for (const child of node.children) {
      if (child.ns !== XSD_NS) continue;
      if (child.local === "restriction") return this.#restriction(type, child, place);
      if (child.local === "list") return this.#list(type, child, place);
      if (child.local === "union") return this.#union(type, child, place);
    }
    type.base = ANY_SIMPLE_TYPE;
  }

  #restriction(type: Draft<SimpleType>, node: XNode, place: Place): void {
    const named = node.attr("base");
    const inside = node.child(XSD_NS, "simpleType");
    if (named !== undefined && inside !== undefined) {
      this.#symbols.problems.report("attributes-conflict", node, {
        element: "restriction",
        first: "base",
        second: "xs:simpleType",
      });
    }
    let base: SimpleType;
    if (named !== undefined) base = this.resolve(named, node, place);
    else if (inside !== undefined) base = this.inline(inside, place);
    else {
      this.#symbols.problems.report("type-source-missing", node, { element: "restriction", attribute: "base" });
      base = ANY_SIMPLE_TYPE;
    }
    type.base = base;
    type.variety = base.variety === "builtin" ? (base.item === null ? "atomic" : "list") : base.variety;
    type.item = base.item;
    type.members = base.members;
    type.facets = this.#facets(node, base);
  }

  #list(type: Draft<SimpleType>, node: XNode, place: Place): void {
    type.variety = "list";
    const named = node.attr("itemType");
    const inside = node.child(XSD_NS, "simpleType");
    if (named !== undefined && inside !== undefined) {
      this.#symbols.problems.report("attributes-conflict", node, {
        element: "list",
        first: "itemType",
        second: "xs:simpleType",
      });
    }
    if (named !== undefined) type.item = this.resolve(named, node, place);
    else if (inside !== undefined) type.item = this.inline(inside, place);
    else {
      this.#symbols.problems.report("type-source-missing", node, { element: "list", attribute: "itemType" });
      type.item = ANY_SIMPLE_TYPE;
    }
  }

  #union(type: Draft<SimpleType>, node: XNode, place: Place): void {
    type.variety = "union";
    const members = listItems(node.attr("memberTypes") ?? "").map((name) => this.resolve(name, node, place));
    for (const child of node.children) {
      if (child.ns === XSD_NS && child.local === "simpleType") members.push(this.inline(child, place));
    }
    if (members.length === 0) {
      this.#symbols.problems.report("type-source-missing", node, { element: "union", attribute: "memberTypes" });
      members.push(ANY_SIMPLE_TYPE);
    }
    type.members = members;
  }

  #facets(node: XNode, base: SimpleType): SimpleType["facets"] {
    const single: Partial<Record<FacetName, Facet>> = {};
    const patterns: Facet[] = [];
    const enumerations: EnumerationValue[] = [];
    const assertions: Facet[] = [];
    const named = holdsNames(base);
    for (const child of node.children) {
      if (child.ns !== XSD_NS) continue;
      const value = child.attr("value") ?? "";
      if (child.local === "pattern") patterns.push({ value, fixed: false, at: child.at });
      else if (child.local === "enumeration")
        enumerations.push({
          value,
          ...(named ? { prefixes: prefixesOf(value, child) } : {}),
          at: child.at,
          annotation: annotationOf(child),
        });
      else if (child.local === "assertion") {
        assertions.push({ value: child.attr("test") ?? "", fixed: false, at: child.at });
        this.#symbols.record("xs:assertion", child.at);
      } else if (SINGLE_FACETS.has(child.local)) {
        const name = child.local as FacetName;
        if (single[name] !== undefined) this.#symbols.problems.report("facet-twice", child, { facet: name });
        const fixed = child.attr("fixed")?.trim();
        single[name] = { value: value.trim(), fixed: fixed === "true" || fixed === "1", at: child.at };
      }
    }
    return {
      ...single,
      ...(patterns.length === 0 ? {} : { patterns }),
      ...(enumerations.length === 0 ? {} : { enumerations }),
      ...(assertions.length === 0 ? {} : { assertions }),
    };
  }
}

/** Whether values of `type` are, or may be, qualified names. */
function holdsNames(type: SimpleType): boolean {
  for (let t: SimpleType | null = type; t !== null; t = t.base) {
    if (t.name?.ns === XSD_NS && (t.name.local === "QName" || t.name.local === "NOTATION")) return true;
    if (t.item !== null) return holdsNames(t.item);
    if (t.members.length > 0) return t.members.some(holdsNames);
  }
  return false;
}

/** Namespaces of the prefixes in a text, as bound at `node`. */
function prefixesOf(text: string, node: XNode): Record<string, string> {
  const prefixes: Record<string, string> = {};
  for (const word of listItems(text)) {
    const prefix = word.includes(":") ? word.slice(0, word.indexOf(":")) : "";
    const ns = node.lookup(prefix);
    if (ns !== undefined) prefixes[prefix] = ns;
  }
  return prefixes;
}
