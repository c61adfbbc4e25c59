import {
  type AttributeUse,
  type Binding,
  type BoundHeader,
  type ElementDeclaration,
  type Model,
  nameKey,
  type Particle,
  type Type,
  type WsdlMessage,
} from "@coo/wsdl";

/** What can be reached from operations and ports. */
export interface Reachable {
  readonly messages: ReadonlySet<WsdlMessage>;
  readonly bindings: ReadonlySet<Binding>;
  /** Elements and types that some message can contain, by way of substitution and xsi:type too. */
  readonly components: ReadonlySet<ElementDeclaration | Type>;
}

const cache = new WeakMap<Model, Reachable>();

/** Follows every operation of a model into its messages and their content. */
export function reachable(model: Model): Reachable {
  let found = cache.get(model);
  if (found === undefined) {
    found = new Walk(model).run();
    cache.set(model, found);
  }
  return found;
}

class Walk {
  readonly #model: Model;
  readonly #messages = new Set<WsdlMessage>();
  readonly #components = new Set<ElementDeclaration | Type>();
  readonly #open: (ElementDeclaration | Type)[] = [];

  constructor(model: Model) {
    this.#model = model;
  }

  run(): Reachable {
    const bindings = new Set(this.#model.services.flatMap((s) => s.ports.map((p) => p.binding)));
    for (const { operations } of this.#model.portTypes.values())
      for (const { input, output, faults } of operations)
        for (const message of [input, output, ...faults.map((f) => f.message)])
          if (message !== null) this.#message(message);
    for (const { operations } of this.#model.bindings.values())
      for (const { input, output } of operations)
        for (const bound of [input, output]) for (const header of bound?.headers ?? []) this.#header(header);
    for (let next = this.#open.pop(); next !== undefined; next = this.#open.pop()) this.#look(next);
    return { messages: this.#messages, bindings, components: this.#components };
  }

  #message(message: WsdlMessage): void {
    this.#messages.add(message);
    for (const { element, type } of message.parts) this.#add(element ?? type);
  }

  #header(header: BoundHeader): void {
    this.#messages.add(header.message);
    this.#add(header.part.element ?? header.part.type);
    for (const fault of header.faults) this.#header(fault);
  }

  #add(component: ElementDeclaration | Type | null): void {
    if (component === null || this.#components.has(component)) return;
    this.#components.add(component);
    this.#open.push(component);
  }

  #look(component: ElementDeclaration | Type): void {
    const { schemas } = this.#model;
    if (component.kind === "element") {
      this.#add(component.type);
      this.#add(component.substitutionGroup);
      if (component.scope === "global")
        for (const other of schemas.substitutes.get(nameKey(component.name)) ?? []) this.#add(other);
      for (const { type } of component.alternatives ?? []) this.#add(type);
      return;
    }
    this.#add(component.base);
    if (component.kind === "simple") {
      this.#add(component.item);
      for (const member of component.members) this.#add(member);
      return;
    }
    this.#add(component.simpleType);
    if (component.particle !== null) this.#particle(component.particle);
    for (const use of component.attributes) this.#attribute(use);
    if (component.name !== null) for (const t of schemas.derived.get(nameKey(component.name)) ?? []) this.#add(t);
  }

  #attribute({ declaration }: AttributeUse): void {
    this.#add(declaration.type);
  }

  #particle({ term }: Particle): void {
    if (term.kind === "element") this.#add(term);
    else if (term.kind !== "any") for (const particle of term.particles) this.#particle(particle);
  }
}
