import type { Annotation, AppInfo } from "@coo/wsdl";
import { COO_NS } from "./code-lists.ts";
import type { Fault } from "./errors.ts";
import type { Deprecation } from "./manifest.ts";
import type { ComplexPlan, ParticlePlan } from "./plan.ts";

/** Writes what the manifest says about the end of components into their annotations, where the schema may say it too. */
export function deprecate(types: readonly ComplexPlan[], deprecations: readonly Deprecation[], fault: Fault): void {
  deprecations.forEach((deprecation, i) => {
    const { component } = deprecation;
    if (!types.some((type) => mark(type, deprecation)))
      fault(
        {
          code: "GEN_MANIFEST",
          message: `deprecations: there is no ${component}`,
          messageZh: `deprecations:没有 ${component}`,
          expected: "{namespace}Type, {namespace}Type/element or {namespace}Type@attribute",
          expectedZh: "{命名空间}类型、{命名空间}类型/元素 或 {命名空间}类型@属性",
          advice: "correct the manifest",
          adviceZh: "请更正 manifest",
        },
        ["deprecations", i, "component"],
      );
  });
}

/** What an annotation says about the end of its component. */
export function deprecationOf(annotation: Annotation): AppInfo["attributes"] | null {
  return annotation.appinfo.find(({ name }) => name.ns === COO_NS && name.local === "deprecated")?.attributes ?? null;
}

function mark(type: ComplexPlan, deprecation: Deprecation): boolean {
  const { component } = deprecation;
  const noted = <P extends { readonly annotation: Annotation }>(part: P): P => ({
    ...part,
    annotation: withNote(part.annotation, deprecation),
  });
  if (component === type.id) {
    Object.assign(type, { annotation: withNote(type.annotation, deprecation) });
    return true;
  }
  let found = false;
  if (component.startsWith(`${type.id}@`)) {
    type.attrs = type.attrs.map((a) => {
      if (component !== `${type.id}@${a.name}`) return a;
      found = true;
      return noted(a);
    });
  }
  if (!component.startsWith(`${type.id}/`) || type.content === null) return found;
  const walk = (p: ParticlePlan): ParticlePlan => {
    if (p.k === "any") return p;
    if (p.k !== "el") return { ...p, items: p.items.map(walk) };
    if (component !== `${type.id}/${p.name}`) return p;
    found = true;
    return noted(p);
  };
  type.content = walk(type.content);
  return found;
}

function withNote(annotation: Annotation, { since, sunset, replacement }: Deprecation): Annotation {
  const attributes = { since, sunset, ...(replacement === undefined ? {} : { replacement }) };
  const note: AppInfo = { name: { ns: COO_NS, local: "deprecated" }, attributes, text: "" };
  return { ...annotation, appinfo: [...annotation.appinfo, note] };
}
