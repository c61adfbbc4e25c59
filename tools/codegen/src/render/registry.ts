import type { RegistryPlan } from "../plan.ts";
import { constraintLiterals, type DescriptorOrder, simpleReference, useReference } from "./descriptors.ts";
import { comment } from "./doc.ts";
import { type Literal, literal } from "./literal.ts";

/** The constant with all global declarations of a package. */
export function registryLines(registry: RegistryPlan, order: DescriptorOrder): string[] {
  order.module.type("@coo/soap/gen1", "SchemaRegistry");
  const data: Literal = {
    k: "registry",
    elements: registry.elements.map((el) => ({
      name: el.name,
      ns: el.ns,
      type: useReference(el.type, order),
      nillable: el.nillable || undefined,
      abstract: el.abstract || undefined,
      default: el.default ?? undefined,
      fixed: el.fixed ?? undefined,
      ...constraintLiterals(el, order),
    })),
    attributes: registry.attributes.map((a) => ({
      name: a.name,
      ns: a.ns,
      type: simpleReference(a.type, order),
      fixed: a.fixed ?? undefined,
    })),
    types: registry.types.map(({ name, type, bases }) => ({
      name: name.local,
      ns: name.ns,
      type: useReference(type, order),
      bases,
    })),
    ids: registry.ids || undefined,
  };
  return [
    ...comment(["全部全局声明,用于整篇文档与通配符 · all global declarations, for whole documents and wildcards."]),
    `export const registry: SchemaRegistry = ${literal(data, "", 40)};`,
    "",
  ];
}
