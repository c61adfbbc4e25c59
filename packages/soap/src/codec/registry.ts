import type {
  ElementDescriptor,
  ElementParticle,
  GlobalAttributeDescriptor,
  NamedTypeDescriptor,
  SchemaRegistry,
} from "../gen1.ts";
import { identityOf, simpleCodec } from "../simple/simple-codec.ts";

/** The declarations of a {@link SchemaRegistry} by name. */
export class Registry {
  readonly #elements: ReadonlyMap<string, ElementDescriptor>;
  readonly #attributes: ReadonlyMap<string, GlobalAttributeDescriptor>;
  readonly #types: ReadonlyMap<string, NamedTypeDescriptor>;
  readonly #fixed = new Map<GlobalAttributeDescriptor, string>();
  /** Whether documents are looked through for IDs. */
  readonly ids: boolean;

  constructor(registry: SchemaRegistry) {
    this.#elements = byName(registry.elements);
    this.#attributes = byName(registry.attributes);
    this.#types = byName(registry.types);
    this.ids = registry.ids ?? false;
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

  /** Identity of the value that a declaration fixes. */
  fixed(attribute: GlobalAttributeDescriptor): string {
    let found = this.#fixed.get(attribute);
    if (found === undefined) {
      found = identityOf(simpleCodec(attribute.type), attribute.fixed ?? "");
      this.#fixed.set(attribute, found);
    }
    return found;
  }
}

function keyOf(name: string, ns: string): string {
  return `{${ns}}${name}`;
}

function byName<T extends { readonly name: string; readonly ns: string }>(list: readonly T[]): Map<string, T> {
  return new Map(list.map((one) => [keyOf(one.name, one.ns), one]));
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
