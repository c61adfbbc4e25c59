import type { Facet, SimpleType } from "./model.ts";

/** What makes a simple type what it is, its name and documentation left out. Equal keys allow equal texts. */
export function simpleKey(type: SimpleType): string {
  return JSON.stringify(shape(type));
}

function shape(type: SimpleType): unknown {
  if (type.variety === "builtin") return type.name?.local;
  const { patterns, enumerations, assertions, ...others } = type.facets;
  return [
    type.variety,
    type.base === null ? null : shape(type.base),
    type.item === null ? null : shape(type.item),
    type.members.map(shape),
    Object.entries(others)
      .map(([name, facet]) => [name, (facet as Facet).value])
      .sort(),
    patterns?.map((p) => p.value),
    enumerations?.map((e) => [e.value, e.prefixes]),
    assertions?.map((a) => a.value),
  ];
}
