import type {
  AttributeDeclaration,
  ComplexType,
  ElementDeclaration,
  Model,
  ModelGroup,
  Particle,
  SimpleType,
  Type,
  WildcardTerm,
} from "@coo/wsdl";

/** An element where it is declared or referred to. */
export interface ElementUse {
  readonly element: ElementDeclaration;
  /** Where it occurs in content; `null` for the global declaration itself. */
  readonly particle: Particle | null;
  /** The type whose content it is in; `null` for global declarations and named groups. */
  readonly owner: ComplexType | null;
}

/** Every schema component that documents declare, named or not, each once, in the order it is met. */
export interface Components {
  readonly simpleTypes: readonly SimpleType[];
  readonly complexTypes: readonly ComplexType[];
  readonly elements: readonly ElementUse[];
  readonly attributes: readonly AttributeDeclaration[];
  readonly wildcards: readonly WildcardTerm[];
}

/** Collects the components of a model; those of built-in schemas are left out. */
export function componentsOf(model: Model): Components {
  const collector = new Collector();
  const { schemas } = model;
  for (const element of schemas.elements.values()) collector.element(element, null, null);
  for (const type of schemas.types.values()) collector.type(type);
  for (const group of schemas.groups.values()) collector.group(group, null);
  for (const attribute of schemas.attributes.values()) collector.attribute(attribute);
  for (const { attributes } of schemas.attributeGroups.values())
    for (const use of attributes) collector.attribute(use.declaration);
  collector.finish();
  return collector;
}

/** Whether something is declared in a document that was handed in. */
export function isOwn({ at }: { readonly at: { readonly file: string } }): boolean {
  return at.file !== "" && !at.file.startsWith("well-known:") && at.file !== "xsd:built-in";
}

class Collector implements Components {
  readonly simpleTypes: SimpleType[] = [];
  readonly complexTypes: ComplexType[] = [];
  readonly elements: ElementUse[] = [];
  readonly attributes: AttributeDeclaration[] = [];
  readonly wildcards: WildcardTerm[] = [];
  readonly #seen = new Set<unknown>();
  /** Types still to be looked into; a list instead of recursion, for content that is nested deeply. */
  readonly #open: Type[] = [];

  element(element: ElementDeclaration, particle: Particle | null, owner: ComplexType | null): void {
    if (!isOwn(element) || !this.#first(particle ?? element)) return;
    this.elements.push({ element, particle, owner });
    if (element.scope === "local" || particle === null) this.type(element.type);
  }

  type(type: Type): void {
    if (isOwn(type) && this.#first(type)) this.#open.push(type);
  }

  attribute(attribute: AttributeDeclaration): void {
    if (!isOwn(attribute) || !this.#first(attribute)) return;
    this.attributes.push(attribute);
    this.type(attribute.type);
  }

  group(group: ModelGroup, owner: ComplexType | null): void {
    if (group.group !== null && !this.#first(group)) return;
    for (const particle of group.particles) this.#particle(particle, group.group === null ? owner : null);
  }

  finish(): void {
    for (let i = 0; i < this.#open.length; i++) {
      const type = this.#open[i] as Type;
      if (type.kind === "simple") this.#simple(type);
      else this.#complex(type);
    }
    this.#open.length = 0;
  }

  #simple(type: SimpleType): void {
    this.simpleTypes.push(type);
    for (const other of [type.base, type.item, ...type.members]) if (other !== null) this.type(other);
  }

  #complex(type: ComplexType): void {
    this.complexTypes.push(type);
    if (type.simpleType !== null) this.type(type.simpleType);
    if (type.ownParticle !== null) this.#particle(type.ownParticle, type);
    for (const use of type.attributes) this.attribute(use.declaration);
  }

  #particle(particle: Particle, owner: ComplexType | null): void {
    const { term } = particle;
    if (term.kind === "element") this.element(term, particle, owner);
    else if (term.kind === "any") {
      if (isOwn(term) && this.#first(term)) this.wildcards.push(term);
    } else this.group(term, owner);
  }

  #first(component: unknown): boolean {
    if (this.#seen.has(component)) return false;
    this.#seen.add(component);
    return true;
  }
}
