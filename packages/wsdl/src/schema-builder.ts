import { annotationOf } from "./annotations.ts";
import { Attributes } from "./attributes.ts";
import { ANY_TYPE } from "./builtins.ts";
import { checkAttributes, checkComplexType } from "./check-complex.ts";
import { checkContent } from "./check-content.ts";
import { checkAttribute, checkAttributeUse, checkElement } from "./check-declarations.ts";
import { checkConstraint } from "./check-identity.ts";
import { checkParticleRestriction } from "./check-restriction.ts";
import { checkSimpleType } from "./check-simple.ts";
import { ComplexTypes } from "./complex-types.ts";
import { limitDerivation } from "./derivation-depth.ts";
import type { LoadLimits } from "./documents.ts";
import { Elements } from "./elements.ts";
import { limitExpansion } from "./expansion.ts";
import { type Graph, type Revision, type SchemaUnit, WELL_KNOWN_PREFIX } from "./graph.ts";
import type {
  AttributeGroup,
  ComplexType,
  ElementDeclaration,
  ModelGroup,
  Particle,
  QName,
  SchemaDocument,
  SchemaSet,
  Type,
} from "./model.ts";
import { collapse, nameKey, XSD_NS } from "./names.ts";
import { Particles } from "./particles.ts";
import type { Problems } from "./problems.ts";
import { SimpleTypes } from "./simple-types.ts";
import { checkStructure } from "./structure.ts";
import { substitutesOf } from "./substitution.ts";
import {
  type ComponentByKind,
  type Draft,
  display,
  type GlobalSymbol,
  type Place,
  type SymbolKind,
  Symbols,
} from "./symbols.ts";
import type { XNode } from "./tree.ts";

const KINDS: Readonly<Record<string, SymbolKind>> = {
  simpleType: "type",
  complexType: "type",
  element: "element",
  attribute: "attribute",
  group: "group",
  attributeGroup: "attributeGroup",
  notation: "notation",
};

/** Turns the schema documents of a graph into components: declare all, read all, then compute what is inherited. */
export class SchemaBuilder {
  readonly symbols: Symbols;
  readonly simple: SimpleTypes;
  readonly attributes: Attributes;
  readonly elements: Elements;
  readonly particles: Particles;
  readonly complex: ComplexTypes;
  readonly #graph: Graph;
  readonly #problems: Problems;
  readonly #declared: Set<SchemaUnit> = new Set();
  readonly #checked: Set<XNode> = new Set();
  /** Redefining groups that do not refer to themselves. */
  readonly #restated: Set<XNode> = new Set();
  /** Symbols in document order; replaced ones are taken out. */
  #order: GlobalSymbol[] = [];

  readonly #limits: LoadLimits;

  constructor(graph: Graph, problems: Problems, limits: LoadLimits = {}) {
    this.#graph = graph;
    this.#limits = limits;
    this.#problems = problems;
    this.symbols = new Symbols(graph, problems);
    this.symbols.declare = (unit) => this.#declareUnit(unit);
    this.simple = new SimpleTypes(this.symbols);
    this.attributes = new Attributes(this.symbols, this.simple);
    this.elements = new Elements(this.symbols, this.simple, () => this.complex);
    this.particles = new Particles(this.symbols, this.elements);
    this.complex = new ComplexTypes(this.symbols, this.simple, this.attributes, this.particles);
  }

  /** Builds everything. */
  build(): void {
    for (const unit of this.#graph.units) this.#declareUnit(unit);
    this.#revise();
    // Well-known schemas are declared while others are read, hence the index.
    for (let i = 0; i < this.#order.length; i++) this.#read(this.#order[i] as GlobalSymbol);
    this.#cutGroupCycles();
    limitExpansion(this.particles.all, this.#problems, this.#limits.maxParticles);
    const types = [...this.simple.all, ...this.complex.all()].map(({ type }) => type);
    limitDerivation(types, this.#problems, this.#limits.maxDerivation);
    for (const { type } of this.complex.all()) this.complex.complete(type);
    this.elements.finish();
    this.#check();
  }

  #check(): void {
    const { constraints } = this.symbols;
    const substitutes = substitutesOf(this.#inOrder("element"));
    for (const { type, node } of this.simple.all) {
      if (type.name?.ns !== XSD_NS) checkSimpleType(type, node, this.symbols);
    }
    for (const { declaration, node } of this.attributes.declarations) {
      if (!node.at.file.startsWith(WELL_KNOWN_PREFIX)) checkAttribute(declaration, node, this.#problems);
    }
    for (const { use, node } of this.attributes.all) checkAttributeUse(use, node, this.#problems);
    for (const { element, node, place } of this.elements.all) {
      checkElement(element, node, this.#problems);
      for (const constraint of element.constraints)
        checkConstraint(constraint, constraints, place.unit, this.#problems);
    }
    for (const { type, node } of this.complex.all()) {
      checkComplexType(type, node, substitutes, this.#problems);
      checkContent(type, node, substitutes, this.#problems);
    }
    this.#checkRestated(substitutes);
    for (const { component, node } of this.#inOrder("notation")) {
      if (component.public === null) this.#problems.report("notation-public", node);
    }
  }

  /** The finished schema set. */
  result(): SchemaSet {
    const { recorded, constraints } = this.symbols;
    const substitutes = substitutesOf(this.#inOrder("element"));
    return {
      elements: collect(this.#inOrder("element")),
      attributes: collect(this.#inOrder("attribute")),
      types: collect(this.#inOrder("type")),
      groups: collect(this.#inOrder("group")),
      attributeGroups: collect(this.#inOrder("attributeGroup")),
      notations: collect(this.#inOrder("notation")),
      constraints,
      documents: this.#graph.units.filter((unit) => !unit.copy).map(documentOf),
      substitutes,
      derived: this.#derived(),
      recorded,
    };
  }

  #inOrder<K extends SymbolKind>(kind: K): GlobalSymbol<K>[] {
    return this.#order.filter((s): s is GlobalSymbol<K> => s.kind === kind);
  }

  #derived(): Map<string, readonly ComplexType[]> {
    const derived = new Map<string, ComplexType[]>();
    for (const { component } of this.#inOrder("type")) {
      const base: Type | null = component.kind === "complex" ? component.base : null;
      if (component.kind !== "complex" || base === null || base === ANY_TYPE || base.name === null) continue;
      const key = nameKey(base.name);
      // What a redefinition replaced is called like it, but is not it.
      if (this.symbols.tables.type.get(key)?.component !== base) continue;
      const list = derived.get(key);
      if (list === undefined) derived.set(key, [component]);
      else list.push(component);
    }
    return derived;
  }

  #declareUnit(unit: SchemaUnit): void {
    if (this.#declared.has(unit)) return;
    this.#declared.add(unit);
    if (unit.copy) return;
    if (!unit.wellKnown && !this.#checked.has(unit.node)) {
      this.#checked.add(unit.node);
      checkStructure(unit, this.#problems);
    }
    // Some wrap definitions into elements of their own, as the structure check warned.
    for (const node of unit.node.children.flatMap((c) => (c.ns === XSD_NS ? [c] : c.children))) {
      if (node.ns !== XSD_NS) continue;
      const kind = KINDS[node.local];
      const local = node.attr("name");
      if (kind === undefined || local === undefined) continue;
      const name = { ns: unit.namespace, local: collapse(local) };
      this.#declare(kind, name, node, unit, null);
    }
  }

  #declare(kind: SymbolKind, name: QName, node: XNode, unit: SchemaUnit, original: GlobalSymbol | null): void {
    const table = this.symbols.tables[kind] as Map<string, GlobalSymbol>;
    const key = nameKey(name);
    const known = table.get(key);
    if (known !== undefined && known !== original) {
      const { file, line, column } = known.node.at;
      const rule = sameStatement(known.node, node) ? "duplicate-equal" : "duplicate";
      this.#problems.report(rule, node, { kind: node.local, name: display(name), first: `${file}:${line}:${column}` });
      return;
    }
    const symbol: Draft<GlobalSymbol> = { kind, name, node, unit, original, component: null as never };
    symbol.component = this.#shell(kind, name, node, { unit, self: original === null ? null : symbol });
    table.set(key, symbol);
    this.#order.push(symbol);
  }

  #shell(kind: SymbolKind, name: QName, node: XNode, place: Place): ComponentByKind[SymbolKind] {
    switch (kind) {
      case "type":
        return node.local === "simpleType"
          ? this.simple.declare(node, name, place)
          : this.complex.declare(node, name, place);
      case "element":
        return this.elements.declare(node, name, place);
      case "attribute":
        return this.attributes.declare(node, name);
      case "group":
        return this.particles.declareGroup(node, name);
      case "attributeGroup":
        return this.attributes.declareGroup(node, name);
      default:
        return {
          name,
          public: node.attr("public") ?? null,
          system: node.attr("system") ?? null,
          at: node.at,
          annotation: annotationOf(node),
        };
    }
  }

  #read(symbol: GlobalSymbol): void {
    switch (symbol.kind) {
      case "type": {
        const type = symbol.component as Type;
        if (type.kind === "simple") this.simple.complete(type);
        else this.complex.read(type);
        break;
      }
      case "element":
        this.elements.complete(symbol as GlobalSymbol<"element">);
        break;
      case "attribute":
        this.attributes.complete(symbol as GlobalSymbol<"attribute">);
        break;
      case "group":
        this.particles.completeGroup(symbol as GlobalSymbol<"group">);
        break;
      case "attributeGroup":
        this.attributes.completeGroup(symbol as GlobalSymbol<"attributeGroup">);
        break;
      case "notation":
        break;
    }
  }

  /** Applies redefinitions and overrides, those of the included documents before those of the including ones. */
  #revise(): void {
    const seen = new Set<SchemaUnit>();
    const visit = (unit: SchemaUnit): void => {
      if (seen.has(unit)) return;
      seen.add(unit);
      for (const included of unit.includes) visit(included);
      for (const revision of unit.revisions) this.#applyRevision(unit, revision);
    };
    for (const unit of this.#graph.units) visit(unit);
  }

  #applyRevision(unit: SchemaUnit, revision: Revision): void {
    const closure = new Set<SchemaUnit>();
    const queue = [revision.target];
    for (let next = queue.pop(); next !== undefined; next = queue.pop()) {
      if (closure.has(next)) continue;
      closure.add(next);
      queue.push(...next.includes);
    }
    for (const node of revision.node.children) {
      const kind = node.ns === XSD_NS ? KINDS[node.local] : undefined;
      const local = node.attr("name");
      if (kind === undefined || local === undefined) continue;
      const name = { ns: unit.namespace, local: collapse(local) };
      const table = this.symbols.tables[kind] as Map<string, GlobalSymbol>;
      const known = table.get(nameKey(name));
      if (known === undefined || !closure.has(known.unit)) {
        if (revision.kind === "redefine")
          this.#problems.report("redefine-target", node, { kind: node.local, name: display(name) });
        continue;
      }
      if (revision.kind === "redefine") {
        this.#checkSelfReference(node, name, unit);
        this.#declare(kind, name, node, unit, known);
        // The original is still read, for the redefinition to build on, but is not listed.
        this.#order.splice(this.#order.indexOf(known), 1);
        this.#read(known);
      } else {
        this.#order.splice(this.#order.indexOf(known), 1);
        table.delete(nameKey(name));
        this.#declare(kind, name, node, unit, null);
      }
    }
  }

  /** A redefined type derives from itself; a redefined group may contain itself once. */
  #checkSelfReference(node: XNode, name: QName, unit: SchemaUnit): void {
    const found = selfReferences(node, name, this.symbols, unit);
    const isType = node.local === "simpleType" || node.local === "complexType";
    const repeated = found.some(
      (ref) => (ref.attr("minOccurs") ?? "1").trim() !== "1" || (ref.attr("maxOccurs") ?? "1").trim() !== "1",
    );
    if ((isType && found.length === 0) || (!isType && (found.length > 1 || repeated))) {
      this.#problems.report("redefine-self", node, { kind: node.local, name: display(name) });
    }
    if (!isType && found.length === 0) this.#restated.add(node);
  }

  /** Redefined groups that do not contain themselves must restrict what they replace. */
  #checkRestated(substitutes: ReadonlyMap<string, readonly ElementDeclaration[]>): void {
    for (const symbol of this.#order) {
      if (!this.#restated.has(symbol.node) || symbol.original === null) continue;
      const name = display(symbol.name);
      if (symbol.kind === "group") {
        const [derived, base] = [symbol.component, symbol.original.component].map((c) => asParticle(c as ModelGroup));
        const fault = derived && base ? checkParticleRestriction(derived, base, substitutes) : null;
        if (fault !== null)
          this.#problems.report("restriction-content", fault.at, {
            name,
            reason: fault.reason,
            reasonZh: fault.reasonZh,
          });
      } else if (symbol.kind === "attributeGroup") {
        const [derived, base] = [symbol.component as AttributeGroup, symbol.original.component as AttributeGroup];
        checkAttributes(derived, base, symbol.node, this.#problems);
      }
    }
  }

  /** Reports named groups that contain themselves and takes the offending references out. */
  #cutGroupCycles(): void {
    const state = new Map<ModelGroup, "open" | "closed">();
    const visit = (group: ModelGroup): void => {
      state.set(group, "open");
      const kept = group.particles.filter(({ term, at }) => {
        if (term.kind === "element" || term.kind === "any") return true;
        const seen = state.get(term);
        if (seen === "open") {
          this.#problems.report("circular", at, { kind: "group", name: term.group ? display(term.group) : "" });
          return false;
        }
        if (seen === undefined) visit(term);
        return true;
      });
      if (kept.length !== group.particles.length) (group as Draft<ModelGroup>).particles = kept;
      state.set(group, "closed");
    };
    for (const { component } of this.#inOrder("group")) if (!state.has(component)) visit(component);
  }
}

function asParticle(term: ModelGroup): Particle {
  return { term, min: 1, max: 1, at: term.at, annotation: term.annotation };
}

function collect<K extends SymbolKind>(order: readonly GlobalSymbol<K>[]): Map<string, ComponentByKind[K]> {
  return new Map(order.filter((s) => !s.unit.wellKnown).map((s) => [nameKey(s.name), s.component]));
}

function documentOf(unit: SchemaUnit): SchemaDocument {
  const form = (name: string): "qualified" | "unqualified" =>
    unit.node.attr(name)?.trim() === "qualified" ? "qualified" : "unqualified";
  return {
    namespace: unit.namespace,
    file: unit.file,
    elementForm: form("elementFormDefault"),
    attributeForm: form("attributeFormDefault"),
    version: unit.node.attr("version") ?? null,
    inline: unit.inline,
    wellKnown: unit.wellKnown,
    ...(unit.revisions.length > 0 ? { revisions: unit.revisions.flatMap(revisedNames) } : {}),
    at: unit.node.at,
    annotation: annotationOf(unit.node),
  };
}

function revisedNames({ kind, node }: Revision): { kind: Revision["kind"]; name: string }[] {
  return node.children.flatMap((child) => {
    const name = child.attr("name");
    return name === undefined ? [] : [{ kind, name: `${child.local} ${collapse(name)}` }];
  });
}

const NAME_ATTRIBUTES: ReadonlySet<string> = new Set(["type", "ref", "base", "itemType", "refer", "substitutionGroup"]);

/** Whether two statements are the same but for comments, white space, prefixes and documentation. */
function sameStatement(a: XNode, b: XNode): boolean {
  const [inA, inB] = [withoutAnnotations(a), withoutAnnotations(b)];
  if (a.local !== b.local || a.ns !== b.ns || inA.length !== inB.length || a.own.length !== b.own.length) return false;
  for (let i = 0; i < a.own.length; i += 2) {
    const name = a.own[i] ?? "";
    const other = b.attr(name);
    if (other === undefined) return false;
    if (other === a.own[i + 1]) {
      if (!NAME_ATTRIBUTES.has(name) || expanded(a, other) === expanded(b, other)) continue;
      return false;
    }
    if (!NAME_ATTRIBUTES.has(name) || expanded(a, a.own[i + 1] ?? "") !== expanded(b, other)) return false;
  }
  return inA.every((child, i) => sameStatement(child, inB[i] as XNode));
}

function withoutAnnotations(node: XNode): readonly XNode[] {
  return node.children.filter((c) => c.local !== "annotation");
}

function expanded(node: XNode, text: string): string {
  const [, prefix = "", local = ""] = /^(?:([^:]*):)?(.*)$/s.exec(collapse(text)) ?? [];
  return `{${node.lookup(prefix) ?? (prefix === "" ? "" : `undeclared ${prefix}`)}}${local}`;
}

/** References to `name` inside a redefining statement, in the place where the original can be meant. */
function selfReferences(node: XNode, name: QName, symbols: Symbols, unit: SchemaUnit): readonly XNode[] {
  const [locals, attribute] =
    node.local === "group" || node.local === "attributeGroup"
      ? [[node.local], "ref"]
      : [["restriction", "extension"], "base"];
  const refers = (at: XNode): boolean => {
    const text = at.attr(attribute);
    const found = text === undefined || !locals.includes(at.local) ? null : symbols.qname(text, at, unit);
    return found !== null && found.local === name.local && found.ns === name.ns;
  };
  const search = (at: XNode): XNode[] =>
    at.children.flatMap((c) => (c.ns === XSD_NS ? [...(refers(c) ? [c] : []), ...search(c)] : []));
  return search(node);
}
