import { ANY_TYPE } from "./builtins.ts";
import { isIdType, sameText } from "./check-declarations.ts";
import { checkParticleRestriction } from "./check-restriction.ts";
import { derivationSteps } from "./derivation.ts";
import { isEmptiable } from "./emptiable.ts";
import type { AttributeUse, ComplexType, ElementDeclaration } from "./model.ts";
import type { Problems } from "./problems.ts";
import { display } from "./symbols.ts";
import type { XNode } from "./tree.ts";
import { allowsNamespace, isSubset, namespaceSet } from "./wildcards.ts";

/** Checks how a complex type derives from its base, part 1 section 3.4.6. */
export function checkComplexType(
  type: ComplexType,
  node: XNode,
  substitutes: ReadonlyMap<string, readonly ElementDeclaration[]>,
  problems: Problems,
): void {
  const base = type.base ?? ANY_TYPE;
  if (base.final.includes(type.derivation)) {
    problems.report("derivation-final", node, { name: base.name ? display(base.name) : "", step: type.derivation });
  }
  const ids = type.attributes.filter((use) => isIdType(use.declaration.type));
  const [, second] = ids;
  if (second !== undefined) problems.report("attribute-ids", second, { name: display(second.declaration.name) });
  if (base.kind !== "complex" || type.derivation !== "restriction" || base === ANY_TYPE) return;
  checkAttributes(type, base, node, problems);
  checkContent(type, base, node, substitutes, problems);
}

type Attributed = Pick<ComplexType, "attributes" | "anyAttribute" | "name">;

/** Checks that the attributes of `type` restrict those of `base`. */
export function checkAttributes(type: Attributed, base: Attributed, node: XNode, problems: Problems): void {
  const inherited = new Map(base.attributes.map((use) => [key(use), use]));
  for (const use of type.attributes) {
    const before = inherited.get(key(use));
    const name = display(use.declaration.name);
    if (before === undefined) {
      const allowed =
        base.anyAttribute !== null && allowsNamespace(namespaceSet(base.anyAttribute), use.declaration.name.ns);
      if (!allowed)
        problems.report("restriction-attribute", use, {
          name,
          reason: "the base does not have it",
          reasonZh: "基类型没有该属性",
        });
      continue;
    }
    if (before === use) continue;
    if (before.use === "required" && use.use !== "required") {
      problems.report("restriction-attribute", use, {
        name,
        reason: "it is required in the base",
        reasonZh: "基类型要求必须出现",
      });
    }
    if (derivationSteps(use.declaration.type, before.declaration.type) === null) {
      problems.report("restriction-attribute", use, {
        name,
        reason: "its type does not derive from that in the base",
        reasonZh: "其类型不是由基类型中的类型派生",
      });
    }
    const [fixed, fixedBefore] = [use.fixed, before.fixed];
    if (fixedBefore !== null && (fixed === null || !sameText(before.declaration.type, fixed, fixedBefore))) {
      problems.report("restriction-attribute", use, {
        name,
        reason: `the base fixes it to "${fixedBefore}"`,
        reasonZh: `基类型将其固定为“${fixedBefore}”`,
      });
    }
  }
  const present = new Set(type.attributes.map(key));
  for (const use of base.attributes) {
    if (use.use === "required" && !present.has(key(use))) {
      const name = display(use.declaration.name);
      problems.report("restriction-attribute", node, {
        name,
        reason: "it is required in the base",
        reasonZh: "基类型要求必须出现",
      });
    }
  }
  if (type.anyAttribute === null) return;
  const rank = { skip: 0, lax: 1, strict: 2 };
  const wider =
    base.anyAttribute === null || !isSubset(namespaceSet(type.anyAttribute), namespaceSet(base.anyAttribute));
  const laxer = base.anyAttribute !== null && rank[type.anyAttribute.process] < rank[base.anyAttribute.process];
  if (wider || laxer)
    problems.report("restriction-wildcard", type.anyAttribute, { name: base.name ? display(base.name) : "" });
}

function key(use: AttributeUse): string {
  const { ns, local } = use.declaration.name;
  return `{${ns}}${local}`;
}

function checkContent(
  type: ComplexType,
  base: ComplexType,
  node: XNode,
  substitutes: ReadonlyMap<string, readonly ElementDeclaration[]>,
  problems: Problems,
): void {
  const name = base.name ? display(base.name) : "";
  const wrong = (reason: string, reasonZh: string, at: XNode | ComplexType["at"] = node): void =>
    problems.report("restriction-content", at, { name, reason, reasonZh });
  if (type.content === "simple") {
    if (base.simpleType !== null && type.simpleType !== null) {
      if (derivationSteps(type.simpleType, base.simpleType) === null)
        wrong("the simple content does not derive from that of the base", "简单内容不是由基类型的简单内容派生");
    } else if (!(base.mixed && base.particle !== null && isEmptiable(base.particle)) && base.content !== "simple") {
      wrong("the base has no simple content", "基类型没有简单内容");
    }
    return;
  }
  if (base.content === "simple") {
    wrong("the base has simple content", "基类型为简单内容");
    return;
  }
  if (type.content === "empty") {
    if (base.particle !== null && !isEmptiable(base.particle))
      wrong("the base does not allow empty content", "基类型不允许空内容");
    return;
  }
  if (base.content === "empty") {
    if (type.particle !== null && (type.mixed || !isEmptyGroup(type)))
      wrong("the base has empty content", "基类型为空内容");
    return;
  }
  if (type.mixed && !base.mixed) wrong("the base is not mixed", "基类型不是混合内容");
  if (type.particle === null || base.particle === null) return;
  const fault = checkParticleRestriction(type.particle, base.particle, substitutes);
  if (fault !== null) wrong(fault.reason, fault.reasonZh, fault.at);
}

function isEmptyGroup(type: ComplexType): boolean {
  const term = type.particle?.term;
  return term !== undefined && term.kind !== "element" && term.kind !== "any" && term.particles.length === 0;
}
