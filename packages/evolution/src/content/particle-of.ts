import type { AttributeUse, ComplexType, ElementDeclaration, Particle, QName } from "@coo/wsdl";

const KNOWN = new WeakMap<ComplexType, Particle | null>();

/**
 * What stands in a type whose content is elements, `null` for all others. For an array of the SOAP encoding (SOAP 1.1, 5.4.2)
 * that is any number of the item which its wsdl:arrayType names: by its schema alone such a type has no content at all.
 */
export function particleOf(type: ComplexType): Particle | null {
  const known = KNOWN.get(type);
  if (known !== undefined) return known;
  const own = type.content === "elements" ? type.particle : null;
  const use = type.attributes.find((u) => u.arrayItem !== undefined);
  // Names of items say nothing in this encoding; one that is written out is kept.
  const name = firstElement(own)?.name ?? { ns: "", local: "item" };
  const particle = use === undefined ? own : items(type, use, use.arrayType ?? "", name);
  KNOWN.set(type, particle);
  return particle;
}

/** Any number of items; in an array of arrays the last brackets are the outermost (SOAP 1.1, 5.4.2). */
function items(array: ComplexType, use: AttributeUse, arrayType: string, name: QName): Particle {
  const { at, annotation } = use;
  const inner = arrayType.replace(/\[[^\]]*\]$/, "");
  let type = use.arrayItem as NonNullable<AttributeUse["arrayItem"]>;
  if (inner.endsWith("]")) {
    type = { ...array, name: null, attributes: [] };
    KNOWN.set(type, items(array, use, inner, name));
  }
  const item: ElementDeclaration = {
    kind: "element",
    name,
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

function firstElement(particle: Particle | null): ElementDeclaration | null {
  if (particle === null || particle.term.kind === "any") return null;
  if (particle.term.kind === "element") return particle.term;
  for (const inside of particle.term.particles) {
    const found = firstElement(inside);
    if (found !== null) return found;
  }
  return null;
}
