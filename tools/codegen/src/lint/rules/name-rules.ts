import type { ElementDeclaration, Particle, QName } from "@coo/wsdl";
import { typeIdentifier, valueIdentifier } from "../../identifiers.ts";
import type { LintContext } from "../context.ts";
import { defineRule, type LintRule, type Report } from "../rule.ts";

/** Rules about names that code cannot keep apart. */
export const nameRules: readonly LintRule[] = [
  defineRule({
    id: "type-names-clash",
    category: "names",
    severity: "info",
    title: ["types with one name in code", "代码中名称相同的类型"],
    message: [
      '"{name}" and "{other}" at {place} both become {identifier}',
      "“{name}”与 {place} 的“{other}”都会成为 {identifier}",
    ],
    advice: [
      "one of the two gets another name in code; choose it under names in the manifest",
      "其中之一在代码中会改名；可在 manifest 的 names 中指定",
    ],
    check(context, report) {
      const seen = new Map<string, { name: QName; at: ElementDeclaration["at"] }>();
      for (const { name, at } of typeNames(context)) {
        const identifier = typeIdentifier(name.local);
        const key = `${name.ns}|${identifier}`;
        const first = seen.get(key);
        if (first === undefined) seen.set(key, { name, at });
        else {
          const place = `${first.at.file}:${first.at.line}`;
          report(at, { name: name.local, other: first.name.local, place, identifier });
        }
      }
    },
  }),
  defineRule({
    id: "operation-names-clash",
    category: "names",
    severity: "warning",
    title: ["operations with one name in code", "代码中名称相同的操作"],
    message: [
      'operations "{first}" and "{name}" both become {identifier}',
      "操作“{first}”与“{name}”都会成为 {identifier}",
    ],
    advice: ["choose another name for one of them in the manifest", "请在 manifest 中为其中之一另取名称"],
    check({ model }, report) {
      for (const { operations } of model.portTypes.values()) {
        const seen = new Map<string, string>();
        for (const { name, at } of operations) {
          const identifier = valueIdentifier(name);
          const first = seen.get(identifier);
          // The same name again is R2304.
          if (first !== undefined && first !== name) report(at, { first, name, identifier });
          seen.set(identifier, name);
        }
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

/** Named types, and global elements whose type has no name. */
function* typeNames({ components }: LintContext): Generator<{ name: QName; at: ElementDeclaration["at"] }> {
  for (const type of components.complexTypes) if (type.name !== null) yield { name: type.name, at: type.at };
  for (const type of components.simpleTypes)
    if (type.name !== null && type.facets.enumerations !== undefined) yield { name: type.name, at: type.at };
  for (const { element, particle } of components.elements)
    if (particle === null && element.type.name === null) yield { name: element.name, at: element.at };
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
