import type {
  ComplexType,
  ElementDeclaration,
  Location,
  Model,
  Particle,
  PortType,
  SimpleType,
  Type,
  WsdlOperation,
} from "@coo/wsdl";
import { isSoapEncoded, SOAP_ENCODINGS } from "./lower.ts";
import type { BindingPlan, ComplexPlan, OperationPlan, PackagePlan, ParticlePlan, SimplePlan } from "./plan.ts";

/** What is counted, in the order of the table. */
export const CONSTRUCTS = [
  "services",
  "operations",
  "messages",
  "faults",
  "headers",
  "mimeParts",
  "types",
  "elements",
  "requiredElements",
  "attributes",
  "enumerations",
] as const;

/** A construct that is counted. */
export type Construct = (typeof CONSTRUCTS)[number];

/**
 * Things of one construct and what each is called. The keys are the same on both sides: components of the model, or the
 * places of statements, so that one which several types inherit counts once.
 */
export type Held = Readonly<Record<Construct, Map<unknown, string>>>;

const XSD = "http://www.w3.org/2001/XMLSchema";

function nothing(): Held {
  return Object.fromEntries(CONSTRUCTS.map((construct) => [construct, new Map()])) as unknown as Held;
}

/** What the documents hold; schemas that come with the loader count only where something refers to them. */
export function heldByDocuments(model: Model): Held {
  const held = nothing();
  const wellKnown = new Set(model.schemas.documents.filter((d) => d.wellKnown).map((d) => d.file));
  for (const message of model.messages.values()) held.messages.set(message, message.name.local);
  for (const portType of model.portTypes.values()) {
    if (portType.operations.length > 0) held.services.set(portType, portType.name.local);
    for (const operation of portType.operations) {
      held.operations.set(operation, `${portType.name.local}.${operation.name}`);
      for (const fault of operation.faults)
        held.faults.set(fault, `${portType.name.local}.${operation.name}/${fault.name}`);
    }
  }
  for (const binding of model.bindings.values())
    for (const { operation, input, output } of binding.protocol === "soap" ? binding.operations : [])
      for (const message of [input, output]) {
        const side = `${binding.name.local}.${operation.name}/${message === input ? "input" : "output"}`;
        for (const header of message?.headers ?? []) held.headers.set(header.at, `${side}/${header.part.name}`);
        for (const { part } of message?.mime ?? []) held.mimeParts.set(`${side}/${part}`, `${side}/${part}`);
      }
  const walk = new SchemaWalk(held);
  for (const type of model.schemas.types.values()) if (!wellKnown.has(type.at.file)) walk.type(type, nameOf(type));
  for (const element of model.schemas.elements.values()) if (!wellKnown.has(element.at.file)) walk.element(element);
  for (const { at, type, name } of model.schemas.attributes.values())
    if (!wellKnown.has(at.file)) walk.type(type, `@${name.local}`);
  return held;
}

function nameOf({ name, at }: Type): string {
  return name ? name.local : `${at.file}:${at.line}`;
}

/** Reaches every type from the global ones; anonymous types are called after what holds them. */
class SchemaWalk {
  readonly #held: Held;
  readonly #seen = new Set<Type | ElementDeclaration>();
  readonly #queue: [ComplexType, string][] = [];

  constructor(held: Held) {
    this.#held = held;
  }

  element(element: ElementDeclaration, owner = ""): void {
    if (this.#seen.has(element)) return;
    this.#seen.add(element);
    this.type(element.type, owner === "" ? element.name.local : `${owner}/${element.name.local}`);
  }

  type(type: Type, path: string): void {
    if (this.#seen.has(type) || type.name?.ns === XSD) return;
    this.#seen.add(type);
    const name = type.name ? nameOf(type) : path;
    if (type.kind === "simple") {
      this.#simple(type, name);
      return;
    }
    // One after the other: depth of nesting must not become depth of the stack.
    this.#queue.push([type, name]);
    if (this.#queue.length > 1) return;
    for (let i = 0; i < this.#queue.length; i++) this.#complex(...(this.#queue[i] as [ComplexType, string]));
    this.#queue.length = 0;
  }

  #simple(type: SimpleType, name: string): void {
    for (let t = type; ; t = t.base) {
      const own = t.name ? nameOf(t) : name;
      this.#seen.add(t);
      if ((t.facets.enumerations?.length ?? 0) > 0) this.#held.enumerations.set(t, own);
      if (t.item) this.type(t.item, own);
      for (const member of t.members) this.type(member, own);
      if (!t.base || this.#seen.has(t.base) || t.base.name?.ns === XSD) return;
    }
  }

  #complex(type: ComplexType, name: string): void {
    // The arrays of the SOAP encoding are written by rules of their own.
    if (type.name && SOAP_ENCODINGS.has(type.name.ns)) return;
    this.#held.types.set(type, name);
    if (isSoapEncoded(type)) return;
    for (const use of type.attributes) {
      this.#held.attributes.set(use.at, `${name}@${use.declaration.name.local}`);
      this.type(use.declaration.type, `${name}@${use.declaration.name.local}`);
    }
    if (type.content === "simple" && type.simpleType) this.type(type.simpleType, name);
    if (type.content === "elements" && type.particle) this.#particle(type.particle, true, name);
  }

  #particle(particle: Particle, required: boolean, name: string): void {
    const { term } = particle;
    if (particle.max === 0 || term.kind === "any") return;
    const must = required && particle.min > 0;
    if (term.kind === "element") {
      const path = `${name}/${term.name.local}`;
      this.#held.elements.set(particle.at, path);
      if (must) this.#held.requiredElements.set(particle.at, path);
      this.element(term, term.scope === "global" ? "" : name);
      return;
    }
    const live = term.particles.filter((p) => p.max !== 0);
    for (const inner of live) this.#particle(inner, must && (term.kind !== "choice" || live.length === 1), name);
  }
}

/** What the generated code holds, in the terms of the documents. */
export function heldByPackages(model: Model, packages: readonly PackagePlan[]): Held {
  const held = nothing();
  const generated = new Map<Location, OperationPlan>();
  const seen = new Set<SimplePlan>();
  const simple = (plan: SimplePlan): void => {
    if (seen.has(plan)) return;
    seen.add(plan);
    if (plan.enumeration) held.enumerations.set(plan.source, "");
    if (plan.item) simple(plan.item);
    for (const member of plan.members) simple(member);
  };
  const particle = (p: ParticlePlan, required: boolean): void => {
    if (p.k === "any") return;
    const must = required && p.min > 0;
    if (p.k !== "el") {
      for (const item of p.items) particle(item, must && (p.k !== "choice" || p.items.length === 1));
      return;
    }
    held.elements.set(p.at, "");
    if (must) held.requiredElements.set(p.at, "");
    if (p.type.k === "simple") simple(p.type.simple);
    for (const { type } of p.substitutes ?? []) if (type.k === "simple") simple(type.simple);
  };
  const complex = (plan: ComplexPlan): void => {
    if (!plan.source) return;
    held.types.set(plan.source, "");
    for (const { at, type } of plan.attrs) {
      held.attributes.set(at, "");
      simple(type);
    }
    if (plan.text) simple(plan.text);
    if (plan.content) particle(plan.content, true);
  };
  for (const { files, services, registry } of packages) {
    for (const file of files) {
      file.types.forEach(complex);
      file.enums.forEach(simple);
      for (const { type } of file.messages) if (type.k === "simple") simple(type.simple);
    }
    for (const { type } of registry?.attributes ?? []) simple(type);
    for (const { type } of [...(registry?.types ?? []), ...(registry?.elements ?? [])])
      if (type.k === "simple") simple(type.simple);
    for (const service of services) for (const operation of service.operations) generated.set(operation.at, operation);
  }
  holdServices(model, generated, held);
  return held;
}

function holdServices(model: Model, generated: ReadonlyMap<Location, OperationPlan>, held: Held): void {
  const planOf = planFinder(model, generated);
  for (const portType of model.portTypes.values()) {
    for (const operation of portType.operations) {
      const plan = planOf(operation, portType);
      if (!plan) continue;
      held.services.set(portType, "");
      held.operations.set(operation, "");
      const faults = operation.faults.slice(0, plan.faults.length);
      for (const fault of faults) held.faults.set(fault, "");
      for (const message of [operation.input, operation.output, ...faults.map((f) => f.message)])
        if (message) held.messages.set(message, "");
    }
  }
  for (const binding of model.bindings.values()) {
    for (const { operation, input, output } of binding.operations) {
      const plan = planOf(operation, binding.portType);
      if (!plan || binding.protocol !== "soap") continue;
      const solicits = operation.pattern === "solicit-response" || operation.pattern === "notification";
      const [asks, answers] = solicits ? [output, input] : [input, output];
      const parts = plan.bindings.map(partNames);
      const has = (kind: "headers" | "bodies", name: string, nth: number): boolean =>
        parts.some((names) => names[kind].filter((n) => n === name).length > nth);
      const met = new Map<string, number>();
      for (const { at, part, message, faults } of [...(asks?.headers ?? []), ...(answers?.headers ?? [])]) {
        const nth = met.get(part.name) ?? 0;
        met.set(part.name, nth + 1);
        if (!has("headers", part.name, nth)) continue;
        held.headers.set(at, "");
        held.messages.set(message, "");
        for (const fault of faults)
          if (plan.bindings.some((b) => b.headerFaults.some((p) => p.name === fault.part.name)))
            held.messages.set(fault.message, "");
      }
      for (const side of [input, output])
        for (const { part } of side?.mime ?? [])
          if (has("bodies", part, 0))
            held.mimeParts.set(
              `${binding.name.local}.${operation.name}/${side === input ? "input" : "output"}/${part}`,
              "",
            );
    }
  }
}

/** A manifest makes one operation out of those of a name; the ports of each are among its bindings. */
function planFinder(
  model: Model,
  generated: ReadonlyMap<Location, OperationPlan>,
): (operation: WsdlOperation, portType: PortType) => OperationPlan | undefined {
  const byName = new Map([...generated.values()].map((plan) => [plan.name, plan]));
  const ports = new Map<PortType, Set<string>>();
  const add = (portType: PortType, port: string): void => {
    const known = ports.get(portType);
    if (known) known.add(port);
    else ports.set(portType, new Set([port]));
  };
  for (const service of model.services) for (const { name, binding } of service.ports) add(binding.portType, name);
  for (const { portType, name } of model.bindings.values()) add(portType, name.local);
  return (operation, portType) => {
    const own = generated.get(operation.at);
    const other = byName.get(operation.name);
    return own ?? (other?.bindings.some((b) => ports.get(portType)?.has(b.port)) ? other : undefined);
  };
}

/** Names of all parts that a binding carries in SOAP headers, and in the bodies or beside them. */
function partNames(binding: BindingPlan): { headers: readonly string[]; bodies: readonly string[] } {
  return {
    headers: [...binding.headers, ...binding.outputHeaders].map((p) => p.name),
    bodies: [
      ...binding.input.parts,
      ...(binding.output?.parts ?? []),
      ...binding.attachments,
      ...binding.outputAttachments,
    ].map((p) => p.name),
  };
}
