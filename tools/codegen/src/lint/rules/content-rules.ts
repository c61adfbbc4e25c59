import { ANY_TYPE, type ComplexType, isEmptiable, type ModelGroup, nameKey, type Particle } from "@coo/wsdl";
import type { LintContext } from "../context.ts";
import { defineRule, type LintRule, type Report } from "../rule.ts";
import { endlessCycles } from "./endless-cycles.ts";

/** From how many elements on a schema counts as one in which everything is optional. */
const FEW_ELEMENTS = 8;

/** Rules about the content of elements. */
export const contentRules: readonly LintRule[] = [
  defineRule({
    id: "everything-optional",
    category: "types",
    severity: "warning",
    title: ["schema in which everything is optional", "所有内容都可省略的模式"],
    message: [
      "{optional} of {count} elements of this document are optional: an empty message is valid",
      "本文档 {count} 个元素中有 {optional} 个可省略：空报文也合法",
    ],
    advice: [
      "the schema will not catch a missing field: take required fields from the written specification and check them with rules",
      "模式查不出缺失的字段：请依据书面规范确定必填项，并用规则检查",
    ],
    check({ components, documents }, report) {
      const files = new Map<string, { count: number; optional: number }>();
      for (const { element, particle, owner } of components.elements) {
        if (particle === null || owner === null) continue;
        const known = files.get(element.at.file) ?? { count: 0, optional: 0 };
        files.set(element.at.file, { count: known.count + 1, optional: known.optional + (particle.min === 0 ? 1 : 0) });
      }
      for (const { file, root } of documents) {
        const { count, optional } = files.get(file) ?? { count: 0, optional: 0 };
        if (count >= FEW_ELEMENTS && optional >= count * 0.95) report(root, { count, optional });
      }
    },
  }),
  defineRule({
    id: "any-type",
    category: "types",
    severity: "warning",
    title: ["element of any type", "任意类型的元素"],
    message: ['element "{name}" has {how}: it can hold anything', "元素“{name}”{how}：可为任意内容"],
    advice: ["ask for its type; nothing about it is checked", "请索取其类型；对其内容不做任何检查"],
    check({ components, nodeAt }, report) {
      for (const { element } of components.elements) {
        if (element.type !== ANY_TYPE || element.abstract) continue;
        const node = nodeAt(element.at);
        // What refers to nothing was reported where it refers.
        if (node?.local !== "element" || node.attr("ref") !== undefined) continue;
        const typed = node.attr("type") !== undefined;
        if (typed && !/(^|:)anyType$/.test(node.attr("type")?.trim() ?? "")) continue;
        report(element, {
          name: element.name.local,
          how: typed ? "type xs:anyType" : "no type",
          howZh: typed ? "的类型是 xs:anyType" : "未写类型",
        });
      }
    },
  }),
  defineRule({
    id: "wildcard-unchecked",
    category: "types",
    severity: "info",
    title: ["wildcard whose content is not checked", "不检查内容的通配符"],
    message: [
      'xs:any with processContents="{process}": what stands there is not checked',
      "xs:any 的 processContents 为“{process}”：其内容不做检查",
    ],
    advice: ["it is kept as raw XML; ask what is really sent there", "将按原始 XML 保留；请确认此处实际传输的内容"],
    check({ components }, report) {
      for (const wildcard of components.wildcards)
        if (wildcard.process !== "strict") report(wildcard, { process: wildcard.process });
    },
  }),
  defineRule({
    id: "choice-empty-branches",
    category: "wire",
    severity: "warning",
    title: ["choice in which nothing fits several branches", "空内容同时符合多个分支的 choice"],
    message: [
      "{count} branches of this xs:choice can be empty: when nothing is there, nobody can tell which one was meant",
      "该 xs:choice 有 {count} 个分支可为空：没有内容时无从得知选了哪一个",
    ],
    advice: [
      'make the branches required and the choice itself optional with minOccurs="0"',
      '请将各分支设为必填，并将 choice 本身设为可选：minOccurs="0"',
    ],
    check({ components }, report) {
      const seen = new Set<unknown>();
      for (const type of components.complexTypes)
        for (const group of type.ownParticle === null ? [] : groupsOf(type.ownParticle)) {
          if (group.kind !== "choice" || seen.has(group)) continue;
          seen.add(group);
          const empty = group.particles.filter((p) => isEmptiable(p)).length;
          if (empty > 1) report(group, { count: empty });
        }
    },
  }),
  defineRule({
    id: "default-misread",
    category: "types",
    severity: "info",
    title: ["default of an element that can be absent", "可省略元素的 default"],
    message: [
      'element "{name}" is optional and has the default "{value}", which holds for an empty element, not for an absent one',
      "元素“{name}”可省略且 default 为“{value}”；该值只在元素为空时生效，缺失时不生效",
    ],
    advice: ["ask what the other side takes an absent element for", "请确认对方如何理解元素缺失"],
    check({ components }, report) {
      for (const { element, particle } of components.elements)
        if (particle?.min === 0 && element.scope === "local" && element.default !== null)
          report(particle, { name: element.name.local, value: element.default });
    },
  }),
  defineRule({
    id: "mixed-content",
    category: "types",
    severity: "info",
    title: ["text between elements", "元素之间可有文本"],
    message: ["{type} is mixed: text can stand between its elements", "{type} 为混合内容：元素之间可出现文本"],
    advice: [
      "remove mixed unless it is really prose; order and white space count then",
      "除非确为文章，请去掉 mixed；否则次序与空白都有意义",
    ],
    check({ components }, report) {
      for (const type of components.complexTypes)
        if (
          type.mixed &&
          type.content === "elements" &&
          !(type.base?.kind === "complex" && type.base.mixed && type.base !== ANY_TYPE)
        )
          report(type, { type: type.name?.local ?? "the type", typeZh: type.name?.local ?? "该类型" });
    },
  }),
  defineRule({
    id: "endless-type",
    category: "types",
    severity: "error",
    title: ["type that only endless messages fit", "只有无穷报文才符合的类型"],
    message: [
      'element "{name}" needs, directly or by way of others, another one of its kind inside: no message can be finite',
      "元素“{name}”直接或间接要求内含同类元素：不存在有限的报文",
    ],
    advice: ['make the inner one optional with minOccurs="0"', '请将内层元素设为可选：minOccurs="0"'],
    check: checkEndless,
  }),
  defineRule({
    id: "abstract-only",
    category: "types",
    severity: "warning",
    title: ["abstract element or type that nothing stands for", "没有可用实体的抽象元素或类型"],
    message: [
      'element "{name}" is abstract and nothing can stand for it',
      "元素“{name}”是抽象的，且没有可替代它的内容",
    ],
    advice: [
      "pass the documents that define what stands for it, or ask for them",
      "请一并提供或索取定义其替代内容的文档",
    ],
    check({ components, model }, report) {
      const { substitutes, derived } = model.schemas;
      const hasConcrete = (type: ComplexType, seen: Set<ComplexType> = new Set()): boolean => {
        if (!type.abstract) return true;
        if (type.name === null || seen.has(type)) return false;
        seen.add(type);
        return (derived.get(nameKey(type.name)) ?? []).some((t) => hasConcrete(t, seen));
      };
      for (const { element, particle, owner } of components.elements) {
        const isHead = element.abstract && (substitutes.get(nameKey(element.name)) ?? []).length === 0;
        const isOpen = !element.abstract && element.type.kind === "complex" && !hasConcrete(element.type);
        // A head is declared once and used in content: the use is what cannot be filled.
        if (
          (isHead && particle !== null) ||
          (isOpen && (particle !== null || owner === null) && element.at !== undefined)
        )
          report(particle ?? element, { name: element.name.local });
      }
    },
  }),
];

/** Reports elements that no finite message can hold, once per cycle. */
function checkEndless(context: LintContext, report: Report): void {
  const cycles = endlessCycles(context);
  const reported = new Set<unknown>();
  for (const { element } of context.components.elements) {
    const cycle = element.type.kind === "complex" && !element.nillable ? cycles.get(element.type) : undefined;
    if (cycle === undefined || reported.has(cycle)) continue;
    reported.add(cycle);
    report(element, { name: element.name.local });
  }
}

/** Every group of a particle, itself included. */
function groupsOf(particle: Particle): ModelGroup[] {
  const { term } = particle;
  return term.kind === "element" || term.kind === "any" ? [] : [term, ...term.particles.flatMap(groupsOf)];
}
