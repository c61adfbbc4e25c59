import type { ComplexType, ElementDeclaration, Location, Model, Particle, SimpleType, Type } from "../src/index.ts";

/** Figures that `units.csv` has for each unit, counted over the model. */
export interface Counts {
  operations: number;
  ports: number;
  soap11_bindings: number;
  soap12_bindings: number;
  required_local_elements: number;
  optional_local_elements: number;
  repeating_elements: number;
  enum_types: number;
  enum_values: number;
  attributes: number;
  choices: number;
  facets: number;
  nillable: number;
  oneway: number;
  ops_with_fault: number;
}

function wellKnown(at: Location): boolean {
  return at.file.startsWith("well-known:") || at.file.startsWith("xsd:");
}

function add(set: Set<string>, at: Location): void {
  if (!wellKnown(at)) set.add(`${at.file}:${at.line}:${at.column}`);
}

/** Counts each statement once, wherever it is used. */
export function countModel(model: Model): Counts {
  const sets = {
    required: new Set<string>(),
    optional: new Set<string>(),
    repeating: new Set<string>(),
    enumTypes: new Set<string>(),
    enumValues: new Set<string>(),
    attributes: new Set<string>(),
    choices: new Set<string>(),
    facets: new Set<string>(),
    nillable: new Set<string>(),
  };
  const seen = new Set<unknown>();
  const visitSimple = (type: SimpleType): void => {
    if (seen.has(type)) return;
    seen.add(type);
    for (const [name, facet] of Object.entries(type.facets)) {
      if (type.variety === "builtin") continue;
      if (name === "enumerations") {
        add(sets.enumTypes, (facet as readonly { at: Location }[])[0]?.at ?? type.at);
        for (const value of facet as readonly { at: Location }[]) add(sets.enumValues, value.at);
      } else for (const f of [facet].flat() as readonly { at: Location }[]) add(sets.facets, f.at);
    }
    if (type.base) visitSimple(type.base);
    if (type.item) visitSimple(type.item);
    type.members.forEach(visitSimple);
  };
  const visitElement = (element: ElementDeclaration, inChoice = false): void => {
    if (seen.has(element)) return;
    seen.add(element);
    if (element.nillable) add(sets.nillable, element.at);
    // An anonymous type stands inside the choice as well.
    visitType(element.type, inChoice && element.type.name === null);
  };
  const visitParticle = (particle: Particle, inChoice = false): void => {
    const { term } = particle;
    if (term.kind === "any") return;
    if (term.kind === "element") {
      add(particle.min > 0 && !inChoice ? sets.required : sets.optional, particle.at);
      if (particle.max > 1) add(sets.repeating, particle.at);
      visitElement(term, inChoice && term.scope === "local");
      return;
    }
    if (term.kind === "choice" && term.group === null) add(sets.choices, term.at);
    if (seen.has(term)) return;
    seen.add(term);
    for (const inner of term.particles) visitParticle(inner, inChoice || term.kind === "choice");
  };
  const visitComplex = (type: ComplexType, inChoice: boolean): void => {
    if (seen.has(type)) return;
    seen.add(type);
    if (type.base) visitType(type.base);
    if (type.simpleType) visitSimple(type.simpleType);
    if (type.ownParticle) visitParticle(type.ownParticle, inChoice);
    for (const use of type.attributes) {
      if (use.declaration.name.local !== "arrayType") add(sets.attributes, use.at);
      visitSimple(use.declaration.type);
    }
  };
  const visitType = (type: Type, inChoice = false): void =>
    type.kind === "simple" ? visitSimple(type) : visitComplex(type, inChoice);
  const { schemas } = model;
  for (const group of schemas.groups.values()) {
    if (group.kind === "choice") add(sets.choices, group.at);
    seen.add(group);
    for (const inner of group.particles) visitParticle(inner, group.kind === "choice");
  }
  for (const type of schemas.types.values()) visitType(type);
  for (const element of schemas.elements.values()) visitElement(element);
  for (const attribute of schemas.attributes.values()) {
    add(sets.attributes, attribute.at);
    visitSimple(attribute.type);
  }
  for (const group of schemas.attributeGroups.values())
    for (const use of group.attributes) {
      if (use.declaration.name.local !== "arrayType") add(sets.attributes, use.at);
      visitSimple(use.declaration.type);
    }
  const operations = [...model.portTypes.values()].flatMap((p) => p.operations);
  const bindings = [...model.bindings.values()];
  return {
    operations: operations.length,
    ports: model.services.flatMap((s) => s.ports).length,
    soap11_bindings: bindings.filter((b) => b.soapVersion === "1.1").length,
    soap12_bindings: bindings.filter((b) => b.soapVersion === "1.2").length,
    required_local_elements: sets.required.size,
    optional_local_elements: sets.optional.size,
    repeating_elements: sets.repeating.size,
    enum_types: sets.enumTypes.size,
    enum_values: sets.enumValues.size,
    attributes: sets.attributes.size,
    choices: sets.choices.size,
    facets: sets.facets.size,
    nillable: sets.nillable.size,
    oneway: operations.filter((o) => o.pattern === "one-way").length,
    ops_with_fault: operations.filter((o) => o.faults.length > 0).length,
  };
}
