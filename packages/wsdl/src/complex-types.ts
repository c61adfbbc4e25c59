import { annotationOf } from "./annotations.ts";
import type { AttributeSet, Attributes } from "./attributes.ts";
import { ANY_SIMPLE_TYPE, ANY_TYPE, NO_ANNOTATION } from "./builtins.ts";
import { typeBlock, typeFinal } from "./derivation-sets.ts";
import type { SchemaUnit } from "./graph.ts";
import type { AttributeUse, ComplexType, Facet, Particle, QName, SimpleType, Type, Wildcard } from "./model.ts";
import { XSD_NS } from "./names.ts";
import type { Particles } from "./particles.ts";
import type { SimpleTypes } from "./simple-types.ts";
import { type Draft, display, type Place, type Symbols } from "./symbols.ts";
import type { XNode } from "./tree.ts";
import { namespaceSet, readWildcard, union, withNamespaces } from "./wildcards.ts";

/** A complex type and the statement that defines it. */
export interface ComplexStatement {
  readonly type: ComplexType;
  readonly node: XNode;
  readonly place: Place;
}

interface Pending extends ComplexStatement {
  readonly parts: Parts;
}

interface Parts {
  state: "new" | "read" | "busy" | "done";
  /** The statement that holds content and attributes. */
  body: XNode;
  simple: boolean;
  /** The base could not be found, as was reported. */
  unknownBase: boolean;
  attributes: AttributeSet | null;
}

/** Builds complex types: first what each states itself, then, bases first, what it inherits. */
export class ComplexTypes {
  readonly #symbols: Symbols;
  readonly #simple: SimpleTypes;
  readonly #attributes: Attributes;
  readonly #particles: Particles;
  readonly #pending: Map<ComplexType, Pending> = new Map();

  constructor(symbols: Symbols, simple: SimpleTypes, attributes: Attributes, particles: Particles) {
    this.#symbols = symbols;
    this.#simple = simple;
    this.#attributes = attributes;
    this.#particles = particles;
  }

  /** All types declared so far, in order. */
  all(): IterableIterator<ComplexStatement> {
    return this.#pending.values();
  }

  /** A type that is still empty. */
  declare(node: XNode, name: QName | null, place: Place): ComplexType {
    const abstract = node.attr("abstract")?.trim();
    const type: ComplexType = {
      kind: "complex",
      name,
      base: ANY_TYPE,
      derivation: "restriction",
      abstract: abstract === "true" || abstract === "1",
      mixed: false,
      final: typeFinal(node, place.unit, "complex"),
      block: typeBlock(node, place.unit),
      content: "empty",
      simpleType: null,
      particle: null,
      ownParticle: null,
      attributes: [],
      anyAttribute: null,
      openContent: null,
      assertions: [],
      at: node.at,
      annotation: annotationOf(node),
    };
    this.#pending.set(type, {
      type,
      node,
      place,
      parts: { state: "new", body: node, simple: false, unknownBase: false, attributes: null },
    });
    return type;
  }

  /** An anonymous type defined inside an element. */
  inline(node: XNode, place: Place): ComplexType {
    const type = this.declare(node, null, { unit: place.unit, self: null });
    this.read(type);
    return type;
  }

  /** Reads what the type states itself. */
  read(type: ComplexType): void {
    const pending = this.#pending.get(type);
    if (pending === undefined || pending.parts.state !== "new") return;
    pending.parts.state = "read";
    const { node, place, parts } = pending;
    const draft: Draft<ComplexType> = type;
    draft.mixed = isTrue(node.attr("mixed"));
    const wrapper = node.children.find(
      (c) => c.ns === XSD_NS && (c.local === "simpleContent" || c.local === "complexContent"),
    );
    if (wrapper !== undefined) {
      const mixed = wrapper.attr("mixed");
      if (mixed !== undefined) draft.mixed = isTrue(mixed);
      const derivation = wrapper.children.find(
        (c) => c.ns === XSD_NS && (c.local === "restriction" || c.local === "extension"),
      );
      parts.simple = wrapper.local === "simpleContent";
      // A content model straight inside xs:complexContent is reported with the structure.
      if (derivation === undefined && !parts.simple) parts.body = wrapper;
      if (derivation !== undefined) {
        parts.body = derivation;
        draft.derivation = derivation.local as "restriction" | "extension";
        const base = this.#base(derivation, place);
        parts.unknownBase = base === null;
        draft.base = base ?? ANY_TYPE;
      }
    }
    if (!parts.simple) draft.ownParticle = this.#particles.contentOf(parts.body, place);
    parts.attributes = this.#attributes.read(parts.body, place);
    this.#defaultAttributes(parts.attributes, node, place);
    draft.assertions = this.#assertions(parts.body);
  }

  /** Computes what the type inherits; its bases first. */
  complete(type: Type): void {
    if (type.kind === "simple") {
      this.#simple.complete(type);
      return;
    }
    const pending = this.#pending.get(type);
    if (pending === undefined || pending.parts.state === "done") return;
    this.read(type);
    const { node, place, parts } = pending;
    const draft: Draft<ComplexType> = type;
    if (parts.state === "busy") return;
    parts.state = "busy";
    const base = draft.base ?? ANY_TYPE;
    if (this.#isBusy(base)) {
      this.#symbols.problems.report("circular", node, {
        kind: "complex type",
        name: type.name ? display(type.name) : "",
      });
      draft.base = ANY_TYPE;
    } else this.complete(base);
    if (parts.simple) this.#simpleContent(draft, parts, place);
    else this.#complexContent(draft, parts.body, place);
    this.#effectiveAttributes(draft, parts);
    parts.state = "done";
  }

  #isBusy(type: Type): boolean {
    return type.kind === "complex" && this.#pending.get(type)?.parts.state === "busy";
  }

  #base(node: XNode, place: Place): Type | null {
    const name = node.attr("base");
    return name === undefined ? null : this.#symbols.resolve("type", name, node, place);
  }

  #simpleContent(type: Draft<ComplexType>, parts: Parts, place: Place): void {
    const { body } = parts;
    type.content = "simple";
    type.mixed = false;
    const base = type.base ?? ANY_TYPE;
    const inside = body.child(XSD_NS, "simpleType");
    if (type.derivation === "extension") {
      type.simpleType = base.kind === "simple" ? this.#simple.complete(base) : base.simpleType;
    } else {
      let from: SimpleType | null = null;
      if (inside !== undefined) from = this.#simple.inline(inside, place);
      else if (base.kind === "complex") from = base.simpleType;
      else {
        from = this.#simple.complete(base);
        this.#symbols.problems.report("simple-content-restriction", body, { name: displayType(base) });
      }
      type.simpleType = from === null ? null : this.#simple.restrict(from, body);
      if (base.kind === "complex" && base.content === "elements" && base.mixed && inside === undefined) {
        this.#symbols.problems.report("simple-content-base", body, { name: displayType(base) });
      }
    }
    if (type.simpleType === null) {
      if (!parts.unknownBase) this.#symbols.problems.report("simple-content-base", body, { name: displayType(base) });
      type.simpleType = ANY_SIMPLE_TYPE;
    }
  }

  #complexContent(type: Draft<ComplexType>, body: XNode, place: Place): void {
    let base = type.base ?? ANY_TYPE;
    if (base.kind === "simple") {
      this.#symbols.problems.report("complex-content-base", body, { name: displayType(base) });
      base = ANY_TYPE;
    }
    let own = isEmptyContent(type.ownParticle) ? null : type.ownParticle;
    if (own === null && type.mixed) own = emptySequence(body.at);
    if (type.derivation === "restriction") {
      type.particle = own;
    } else if (base.content === "simple") {
      if (own !== null || type.mixed)
        this.#symbols.problems.report("complex-content-base", body, { name: displayType(base) });
      type.content = "simple";
      type.simpleType = base.simpleType;
      return;
    } else {
      const inherited = base.content === "empty" ? null : base.particle;
      if (inherited !== null && own !== null && base.mixed !== type.mixed) {
        this.#symbols.problems.report("mixed-differs", body, { name: displayType(base) });
      }
      if (inherited === null) type.particle = own;
      else if (isEmptyContent(type.ownParticle)) type.particle = inherited;
      else {
        type.particle = concatenate(inherited, type.ownParticle ?? inherited, body);
        if (type.particle.term.kind === "all") this.#symbols.problems.report("all-extended", body);
      }
      if (inherited !== null) type.mixed = type.mixed || base.mixed;
    }
    type.content = type.particle === null ? "empty" : "elements";
    this.#openContent(type, base, body, place);
  }

  readonly #defaults: Map<SchemaUnit, XNode | undefined> = new Map();

  /** Found once per document: a search per type would make the time quadratic. */
  #defaultOpenContent(unit: SchemaUnit): XNode | undefined {
    if (!this.#defaults.has(unit)) this.#defaults.set(unit, unit.node.child(XSD_NS, "defaultOpenContent"));
    return this.#defaults.get(unit);
  }

  #openContent(type: Draft<ComplexType>, base: ComplexType, body: XNode, place: Place): void {
    const own = body.child(XSD_NS, "openContent");
    const schemaDefault = this.#defaultOpenContent(place.unit);
    const stated =
      own ??
      (schemaDefault !== undefined && (type.content !== "empty" || isTrue(schemaDefault.attr("appliesToEmpty")))
        ? schemaDefault
        : undefined);
    const mode = stated?.attr("mode")?.trim() ?? "interleave";
    const any = stated?.child(XSD_NS, "any");
    if (stated !== undefined && mode !== "none" && any !== undefined) {
      type.openContent = {
        mode: mode === "suffix" ? "suffix" : "interleave",
        wildcard: readWildcard(any, place.unit, this.#symbols),
      };
      if (type.particle === null) {
        type.particle = emptySequence(body.at);
        type.content = "elements";
      }
    } else if (type.derivation === "extension" && stated === undefined) type.openContent = base.openContent;
  }

  #effectiveAttributes(type: Draft<ComplexType>, parts: Parts): void {
    const own = parts.attributes ?? { uses: [], prohibited: [], any: null };
    const base: ComplexType | null = type.base?.kind === "complex" ? type.base : null;
    if (base === null || (base === ANY_TYPE && type.derivation === "restriction")) {
      type.attributes = own.uses;
      type.anyAttribute = own.any;
      return;
    }
    const uses: AttributeUse[] = [];
    const byName = new Map(own.uses.map((use) => [key(use), use]));
    const prohibited = new Set(own.prohibited.map((p) => `{${p.name.ns}}${p.name.local}`));
    for (const inherited of base.attributes) {
      const restated = byName.get(key(inherited));
      if (restated === undefined) {
        if (type.derivation === "extension" || !prohibited.has(key(inherited))) uses.push(inherited);
        continue;
      }
      byName.delete(key(inherited));
      if (type.derivation === "extension") {
        this.#symbols.problems.report("attribute-twice", restated, { name: display(restated.declaration.name) });
        uses.push(inherited);
      } else uses.push(restated);
    }
    uses.push(...byName.values());
    type.attributes = uses;
    type.anyAttribute = type.derivation === "extension" ? joined(base.anyAttribute, own.any) : own.any;
  }

  #defaultAttributes(set: AttributeSet, node: XNode, place: Place): void {
    const applies = node.attr("defaultAttributesApply")?.trim();
    if (applies === "false" || applies === "0") return;
    const group = this.#attributes.defaultGroup({ unit: place.unit, self: null });
    if (group === null) return;
    const present = new Set(set.uses.map(key));
    set.uses.push(...group.attributes.filter((use) => !present.has(key(use))));
    set.any ??= group.anyAttribute;
  }

  #assertions(body: XNode): readonly Facet[] {
    const found: Facet[] = [];
    for (const child of body.children) {
      if (child.ns !== XSD_NS || child.local !== "assert") continue;
      this.#symbols.record("xs:assert", child.at);
      found.push({ value: child.attr("test") ?? "", fixed: false, at: child.at });
    }
    return found;
  }
}

function displayType(type: Type): string {
  return type.name === null ? "" : display(type.name);
}

function isTrue(text: string | undefined): boolean {
  const value = text?.trim();
  return value === "true" || value === "1";
}

function key(use: AttributeUse): string {
  const { ns, local } = use.declaration.name;
  return `{${ns}}${local}`;
}

function joined(base: Wildcard | null, own: Wildcard | null): Wildcard | null {
  if (own === null) return base;
  if (base === null) return own;
  return withNamespaces(own, union(namespaceSet(base), namespaceSet(own)));
}

/** No particle, an empty sequence or all, or an empty choice that need not occur. */
function isEmptyContent(particle: Particle | null): boolean {
  if (particle === null) return true;
  const { term } = particle;
  if (term.kind === "element" || term.kind === "any" || term.group !== null) return false;
  return term.particles.length === 0 && (term.kind !== "choice" || particle.min === 0);
}

function emptySequence(at: Particle["at"]): Particle {
  return {
    min: 1,
    max: 1,
    at,
    annotation: NO_ANNOTATION,
    term: { kind: "sequence", particles: [], group: null, at, annotation: NO_ANNOTATION },
  };
}

/** Content of an extension: the base's, then its own. Two xs:all become one (XSD 1.1). */
function concatenate(base: Particle, own: Particle, body: XNode): Particle {
  const all = base.term.kind === "all" && own.term.kind === "all";
  const particles = all ? [...particlesOf(base), ...particlesOf(own)] : [base, own];
  return {
    min: all ? own.min : 1,
    max: 1,
    at: body.at,
    annotation: NO_ANNOTATION,
    term: { kind: all ? "all" : "sequence", particles, group: null, at: body.at, annotation: NO_ANNOTATION },
  };
}

function particlesOf(particle: Particle): readonly Particle[] {
  return particle.term.kind === "all" ? particle.term.particles : [];
}
