import type { Component, ElementDeclaration, Model, Particle } from "@coo/wsdl";
import { defineRule, type LintRule, type Report } from "../rule.ts";
import { renamesOf } from "./renames.ts";

/** Rules about names that code cannot keep apart. */
export const nameRules: readonly LintRule[] = [
  defineRule({
    id: "renamed-in-code",
    category: "names",
    severity: "info",
    title: ["name that another component has in code", "在代码中已被其他组件占用的名称"],
    message: [
      "the name {wanted} is taken, this becomes {given} in code",
      "名称 {wanted} 已被占用，此处在代码中成为 {given}",
    ],
    advice: [
      'choose another under names in the manifest, by the key "{key}"',
      "可在 manifest 的 names 中以键“{key}”另行指定",
    ],
    check({ model, problems }, report) {
      // Nothing is generated from documents with errors.
      if (problems.some((p) => p.severity === "error")) return;
      for (const { key, wanted, given } of renamesOf(model)) {
        // Overloads, whose keys name the input, are R2304.
        const component = key.endsWith(")") ? undefined : componentOf(model, key);
        if (component !== undefined) report(component, { key, wanted, given });
      }
    },
  }),
  defineRule({
    id: "property-names-clash",
    category: "names",
    severity: "warning",
    title: ["elements or attributes of one type with one local name", "同一类型中局部名称相同的元素或属性"],
    message: ['two members of this type are called "{name}": {how}', "该类型有两个成员名为“{name}”：{how}"],
    advice: ["one of the two gets another property name", "其中之一的属性名会改变"],
    check({ components }, report) {
      for (const type of components.complexTypes) {
        const elements = new Map<string, ElementDeclaration>();
        if (type.ownParticle !== null) collect(type.ownParticle, elements, report, new Set());
        for (const { declaration, at } of type.attributes)
          if (elements.has(declaration.name.local))
            report(at, {
              name: declaration.name.local,
              how: "an element and an attribute",
              howZh: "一为元素，一为属性",
            });
      }
    },
  }),
];

/** The component that a key of the name map is about; `undefined` for files. */
function componentOf(model: Model, key: string): Component | undefined {
  const { elements, types } = model.schemas;
  const [, kind = "", ns = "", rest = ""] = /^(\w+ |)\{([^}]*)\}(.*)$/s.exec(key.replace(/\|[^|]*$/, "")) ?? [];
  if (kind === "element ") return elements.get(`{${ns}}${rest.split("/")[1] ?? ""}`);
  const type = types.get(`{${ns}}${rest.replace(/\/.*$/s, "")}`);
  if (type !== undefined) return type;
  const steps = rest.split(".");
  for (let n = 1; n <= steps.length; n++) {
    const portType = model.portTypes.get(`{${ns}}${steps.slice(0, n).join(".")}`);
    if (portType === undefined) continue;
    const said = steps.slice(n).join(".");
    const named = portType.operations.filter(
      (o) => said.startsWith(o.name) && /^([.(]|$)/.test(said.slice(o.name.length)),
    );
    return named[0] ?? portType;
  }
  return undefined;
}

/** Looks for elements of one local name in two namespaces. */
function collect(particle: Particle, known: Map<string, ElementDeclaration>, report: Report, seen: Set<unknown>): void {
  const { term } = particle;
  if (term.kind === "any" || seen.has(term)) return;
  if (term.kind !== "element") {
    seen.add(term);
    for (const inner of term.particles) collect(inner, known, report, seen);
    return;
  }
  const { local, ns } = term.name;
  const first = known.get(local);
  if (first === undefined) known.set(local, term);
  else if (first.name.ns !== ns)
    report(particle, {
      name: local,
      how: `one in "${first.name.ns}", one in "${ns}"`,
      howZh: `一在“${first.name.ns}”，一在“${ns}”`,
    });
}
