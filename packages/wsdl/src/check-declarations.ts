import { ANY_TYPE, builtinOf, varietyOf } from "./builtins.ts";
import { derivationSteps } from "./derivation.ts";
import { isEmptiable } from "./emptiable.ts";
import type { AttributeDeclaration, AttributeUse, ElementDeclaration, SimpleType, Type } from "./model.ts";
import { collapse, XSD_NS, XSI_NS } from "./names.ts";
import type { Problems } from "./problems.ts";
import { readSimpleValue, sameValue } from "./simple-values.ts";
import { display } from "./symbols.ts";
import type { XNode } from "./tree.ts";

const ELEMENT_REF_ATTRIBUTES = ["type", "nillable", "default", "fixed", "form", "block"] as const;
const ATTRIBUTE_REF_ATTRIBUTES = ["type", "form"] as const;

/** Checks an element declaration, part 1 section 3.3. */
export function checkElement(element: ElementDeclaration, node: XNode, problems: Problems): void {
  if (element.default !== null && element.fixed !== null) {
    problems.report("attributes-conflict", node, { element: "element", first: "default", second: "fixed" });
  }
  const value = element.default ?? element.fixed;
  if (value !== null) checkElementValue(element.type, value, node, problems);
  if (element.type.kind === "simple") checkNotation(element.type, node, problems);
  const head = element.substitutionGroup;
  if (head !== null) checkSubstitution(element, head, node, problems);
}

/** Checks a reference to an element: it can only say how often. */
export function checkElementReference(node: XNode, problems: Problems): void {
  for (const name of ELEMENT_REF_ATTRIBUTES) {
    if (node.attr(name) !== undefined) problems.report("ref-attribute", node, { element: "element", name });
  }
  for (const child of node.children) {
    if (child.ns === XSD_NS && child.local !== "annotation")
      problems.report("ref-content", child, { element: "element", found: child.local });
  }
}

function checkElementValue(type: Type, value: string, node: XNode, problems: Problems): void {
  if (type.kind === "simple") checkValue(type, value, node, problems);
  else if (type.simpleType !== null) checkValue(type.simpleType, value, node, problems);
  else if (type !== ANY_TYPE && !(type.mixed && (type.particle === null || isEmptiable(type.particle)))) {
    problems.report("default-on-elements", node, { value });
  }
}

function checkValue(type: SimpleType, value: string, node: XNode, problems: Problems): void {
  if (derivesFromBuiltin(type, "ID")) problems.report("default-on-id", node, { value });
  else if (readSimpleValue(type, value) === null)
    problems.report("default-value", node, { value, type: typeName(type) });
}

function derivesFromBuiltin(type: SimpleType, name: string): boolean {
  for (let t: SimpleType | null = type; t !== null; t = t.base) {
    if (t.variety === "builtin" && t.name?.local === name) return true;
  }
  return false;
}

/** Whether values of `type` are identifiers in the sense of XML. */
export function isIdType(type: SimpleType): boolean {
  return derivesFromBuiltin(type, "ID");
}

function typeName(type: SimpleType): string {
  for (let t: SimpleType | null = type; t !== null; t = t.base) if (t.name !== null) return display(t.name);
  return varietyOf(type);
}

/** xs:NOTATION only makes sense when restricted to declared notations. */
function checkNotation(type: SimpleType, node: XNode, problems: Problems): void {
  if (builtinOf(type)?.name !== "NOTATION") return;
  for (let t: SimpleType | null = type; t !== null; t = t.base) if (t.facets.enumerations !== undefined) return;
  problems.report("notation-open", node);
}

function checkSubstitution(
  element: ElementDeclaration,
  head: ElementDeclaration,
  node: XNode,
  problems: Problems,
): void {
  const steps = element.type === head.type ? new Set<string>() : derivationSteps(element.type, head.type);
  if (steps === null) {
    problems.report("substitution-type", node, { name: display(element.name), head: display(head.name) });
    return;
  }
  const excluded = head.final.find((step) => steps.has(step));
  if (excluded !== undefined) problems.report("derivation-final", node, { name: display(head.name), step: excluded });
}

/** Checks an attribute declaration, part 1 section 3.2. */
export function checkAttribute(declaration: AttributeDeclaration, node: XNode, problems: Problems): void {
  if (declaration.default !== null && declaration.fixed !== null) {
    problems.report("attributes-conflict", node, { element: "attribute", first: "default", second: "fixed" });
  }
  if (declaration.name.local === "xmlns") problems.report("attribute-reserved", node, { name: "xmlns" });
  if (declaration.name.ns === XSI_NS) problems.report("attribute-reserved", node, { name: display(declaration.name) });
  const value = declaration.default ?? declaration.fixed;
  if (value !== null) checkValue(declaration.type, value, node, problems);
  checkNotation(declaration.type, node, problems);
}

/** Checks an attribute use, part 1 section 3.5. */
export function checkAttributeUse(use: AttributeUse, node: XNode, problems: Problems): void {
  if (node.attr("default") !== undefined && (use.use === "required" || use.use === "prohibited")) {
    problems.report("default-needs-optional", node, { name: display(use.declaration.name) });
  }
  if (node.attr("ref") === undefined) return;
  for (const name of ATTRIBUTE_REF_ATTRIBUTES) {
    if (node.attr(name) !== undefined) problems.report("ref-attribute", node, { element: "attribute", name });
  }
  if (node.child(XSD_NS, "simpleType") !== undefined)
    problems.report("ref-content", node, { element: "attribute", found: "simpleType" });
  const [own, declared] = [node.attr("fixed"), use.declaration.fixed];
  if (node.attr("default") !== undefined && own !== undefined) {
    problems.report("attributes-conflict", node, { element: "attribute", first: "default", second: "fixed" });
  }
  if (
    declared !== null &&
    (node.attr("default") !== undefined || (own !== undefined && !sameText(use.declaration.type, own, declared)))
  ) {
    problems.report("fixed-differs", node, { name: display(use.declaration.name), value: declared });
  }
  const value = node.attr("default") ?? own;
  if (value !== undefined) checkValue(use.declaration.type, value, node, problems);
}

/** Whether two texts stand for the same value of `type`. */
export function sameText(type: SimpleType, a: string, b: string): boolean {
  if (a === b || collapse(a) === collapse(b)) return true;
  const [x, y] = [readSimpleValue(type, a), readSimpleValue(type, b)];
  return x !== null && y !== null && sameValue(x, y);
}
