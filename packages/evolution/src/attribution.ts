import { type ElementDeclaration, type Model, nameKey, type Type } from "@coo/wsdl";
import { neighbours } from "./diff/neighbours.ts";
import type { Owner } from "./diff/schema-differ.ts";
import { type BoundOperation, headerFaults, operationsOf } from "./diff/wsdl-differ.ts";

/** Which package holds what of one set of documents. */
export interface PackageMap {
  /** Package of the types of a namespace. */
  readonly namespaces: Readonly<Record<string, string>>;
  /** Package of an operation, by its name; without an entry it is that of its messages. */
  readonly operations?: Readonly<Record<string, string>>;
}

/** Tells which packages a change hits: those that hold a component, and those whose declarations mention it. */
export class Attribution {
  readonly #sides: readonly Side[];

  constructor(sides: readonly (readonly [Model, PackageMap])[]) {
    this.#sides = sides.map(([model, map]) => sideOf(model, map));
  }

  /** Packages that hold the component itself. */
  holders(component: string): ReadonlySet<string> {
    const ns = /^\{([^{}]*)\}/.exec(component)?.[1];
    const found = this.#sides.map(({ map }) => (ns === undefined ? undefined : map.namespaces[ns]));
    return new Set(found.filter((name) => name !== undefined));
  }

  /** Packages with a declaration that leads to the component, its holders included. */
  mentioning({ old, new: now }: Owner, component: string): ReadonlySet<string> {
    const all = new Set(this.holders(component));
    this.#sides.forEach(({ mentions }, i) => {
      const node = i === 0 ? old : now;
      for (const name of (node && mentions.get(node)) ?? []) all.add(name);
    });
    // What belongs to no component, the layout of files for instance, concerns all.
    return all.size > 0 || old !== null || now !== null ? all : this.#everybody();
  }

  /** Packages of the operation with that key; of a service, port or binding those of its operations. */
  ofOperation(key: string | null, component: string): ReadonlySet<string> {
    const found = this.#sides.flatMap(({ operations, bearers }) => [
      ...((key !== null && operations.get(key)) || []),
      ...(key === null ? (bearers.get(component) ?? []) : []),
    ]);
    return found.length > 0 ? new Set(found) : this.#everybody();
  }

  /** Whether the operation with that key is the package's. */
  isOf(key: string, name: string): boolean {
    return this.#sides.some(({ operations }) => operations.get(key)?.has(name) === true);
  }

  #everybody(): ReadonlySet<string> {
    return new Set(this.#sides.flatMap(({ map }) => Object.values(map.namespaces)));
  }
}

interface Side {
  readonly map: PackageMap;
  readonly mentions: ReadonlyMap<Type | ElementDeclaration, ReadonlySet<string>>;
  readonly operations: ReadonlyMap<string, ReadonlySet<string>>;
  /** By name of a service, port, binding or port type. */
  readonly bearers: ReadonlyMap<string, ReadonlySet<string>>;
}

function sideOf(model: Model, map: PackageMap): Side {
  const operations = new Map<string, ReadonlySet<string>>();
  const bearers = new Map<string, Set<string>>();
  const mentions = new Map<Type | ElementDeclaration, Set<string>>();
  const visit = (start: Type | ElementDeclaration, name: string): void => {
    const todo = [start];
    for (let node = todo.pop(); node !== undefined; node = todo.pop()) {
      const names = mentions.get(node) ?? new Set<string>();
      if (names.has(name)) continue;
      mentions.set(node, names.add(name));
      todo.push(...neighbours(node, model));
    }
  };
  for (const component of [...model.schemas.types.values(), ...model.schemas.elements.values()]) {
    const name = component.name === null ? undefined : map.namespaces[component.name.ns];
    if (name !== undefined) visit(component, name);
  }
  for (const o of operationsOf(model).values()) {
    const own = packagesOfOperation(o, map);
    operations.set(o.key, own);
    for (const start of startsOf(o)) for (const name of own) visit(start, name);
    for (const bearer of [o.portType, o.binding?.name.local, o.binding ? nameKey(o.binding.name) : undefined])
      if (bearer !== undefined) merge(bearers, bearer, own);
  }
  for (const service of model.services.values())
    for (const port of service.ports) {
      const own = bearers.get(port.binding.name.local) ?? new Set<string>();
      for (const bearer of [service.name.local, nameKey(service.name), port.name, `${service.name.local}.${port.name}`])
        merge(bearers, bearer, own);
    }
  return { map, mentions, operations, bearers };
}

function merge(into: Map<string, Set<string>>, key: string, names: ReadonlySet<string>): void {
  const all = into.get(key) ?? new Set<string>();
  for (const name of names) all.add(name);
  into.set(key, all);
}

function packagesOfOperation(o: BoundOperation, map: PackageMap): ReadonlySet<string> {
  const given = map.operations?.[o.name];
  if (given !== undefined) return new Set([given]);
  const spaces = startsOf(o).map((node) => node.name?.ns ?? "");
  return new Set(spaces.map((ns) => map.namespaces[ns]).filter((name) => name !== undefined));
}

function startsOf(o: BoundOperation): (Type | ElementDeclaration)[] {
  const { input, output, faults } = o.operation;
  const parts = [
    ...(input?.parts ?? []),
    ...(output?.parts ?? []),
    ...faults.flatMap((f) => f.message.parts),
    ...(o.bound?.input?.headers ?? []).map((h) => h.part),
    ...(o.bound?.output?.headers ?? []).map((h) => h.part),
    ...[o.bound?.input, o.bound?.output].flatMap(headerFaults).map((h) => h.part),
  ];
  return parts.map((p) => p.element ?? p.type).filter((node) => node !== null);
}
