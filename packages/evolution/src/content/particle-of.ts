import type { AttributeUse, ComplexType, ElementDeclaration, Particle } from "@coo/wsdl";

const KNOWN = new WeakMap<ComplexType, Particle | null>();

/**
 * What stands in a type whose content is elements, `null` for all others. For an array of the SOAP encoding (SOAP 1.1, 5.4.2)
 * whose items are not written out, that is any number of the item which its wsdl:arrayType names: by its schema alone such a
 * type has no content at all.
 */
export function particleOf(type: ComplexType): Particle | null {
  const known = KNOWN.get(type);
  if (known !== undefined) return known;
  const own = type.content === "elements" ? type.particle : null;
  const use = holdsElement(own) ? undefined : type.attributes.find((u) => u.arrayItem !== undefined);
  const particle = use === undefined ? own : items(type, use, use.arrayType ?? "");
  KNOWN.set(type, particle);
  return particle;
}

/** Whether the items of an encoded array are those of {@link particleOf}, and not written out. */
export function hasNamedItems(type: ComplexType): boolean {
  return type.attributes.some((u) => u.arrayItem !== undefined) && !holdsElement(type.particle);
}

/** Any number of items; in an array of arrays the last brackets are the outermost (SOAP 1.1, 5.4.2). */
function items(array: ComplexType, use: AttributeUse, arrayType: string): Particle {
  const { at, annotation } = use;
  const inner = arrayType.replace(/\[[^\]]*\]$/, "");
  let type = use.arrayItem as NonNullable<AttributeUse["arrayItem"]>;
  if (inner.endsWith("]")) {
    type = { ...array, name: null, attributes: [] };
    KNOWN.set(type, items(array, use, inner));
  }
  const item: ElementDeclaration = {
    kind: "element",
    // Names of items say nothing in this encoding.
    name: { ns: "", local: "item" },
    scope: "local",
    type,
    // Any item may be absent (SOAP 1.1, 5.1 and 5.4.2.2).
    nillable: true,
    abstract: false,
    default: null,
    fixed: null,
    substitutionGroup: null,
    block: [],
    final: [],
    constraints: [],
    at,
    annotation,
  };
  return { term: item, min: 0, max: Number.POSITIVE_INFINITY, at, annotation };
}

function holdsElement(particle: Particle | null): boolean {
  if (particle === null || particle.term.kind === "any") return false;
  return particle.term.kind === "element" || particle.term.particles.some(holdsElement);
}
