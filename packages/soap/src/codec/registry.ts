import type {
  ElementDescriptor,
  ElementParticle,
  GlobalAttributeDescriptor,
  NamedTypeDescriptor,
  SchemaRegistry,
} from "../gen1.ts";

/** The declarations of a {@link SchemaRegistry} by name. */
export class Registry {
  readonly #elements: ReadonlyMap<string, ElementDescriptor>;
  readonly #attributes: ReadonlyMap<string, GlobalAttributeDescriptor>;
  readonly #types: ReadonlyMap<string, NamedTypeDescriptor>;

  constructor(registry: SchemaRegistry) {
    this.#elements = byName(registry.elements);
    this.#attributes = byName(registry.attributes);
    this.#types = byName(registry.types);
  }

  element(name: string, ns: string): ElementDescriptor | undefined {
    return this.#elements.get(keyOf(name, ns));
  }

  attribute(name: string, ns: string): GlobalAttributeDescriptor | undefined {
    return this.#attributes.get(keyOf(name, ns));
  }

  type(name: string, ns: string): NamedTypeDescriptor | undefined {
    return this.#types.get(keyOf(name, ns));
  }
}

function keyOf(name: string, ns: string): string {
  return `{${ns}}${name}`;
}

function byName<T extends { readonly name: string; readonly ns: string }>(list: readonly T[]): Map<string, T> {
  return new Map(list.map((one) => [keyOf(one.name, one.ns), one]));
}

const registries = new WeakMap<SchemaRegistry, Registry>();

/** The lookup of a generated registry, made on first use. */
export function registryOf(registry: SchemaRegistry): Registry {
  let found = registries.get(registry);
  if (!found) {
    found = new Registry(registry);
    registries.set(registry, found);
  }
  return found;
}

const particles = new WeakMap<ElementDescriptor, ElementParticle>();

/** A global element as it stands alone: as a root, or where a wildcard let it in. */
export function particleOf(element: ElementDescriptor): ElementParticle {
  let particle = particles.get(element);
  if (!particle) {
    particle = { ...element, k: "el", prop: "", min: 1, max: 1 };
    particles.set(element, particle);
  }
  return particle;
}
