import { GRAMMARS, type Grammar, grammarName, LETTERS } from "./grammar.ts";
import type { SchemaUnit } from "./graph.ts";
import { XSD_NS } from "./names.ts";
import type { Problems } from "./problems.ts";
import type { XNode } from "./tree.ts";

/** Reports elements, attributes and texts that XML Schema does not allow where they stand. */
export function checkStructure(unit: SchemaUnit, problems: Problems): void {
  check(unit.node, "", problems);
}

function check(node: XNode, parent: string, problems: Problems): void {
  const grammar = GRAMMARS[grammarName(node.local, parent)];
  if (grammar === undefined) return;
  checkAttributes(node, grammar, problems);
  checkContent(node, grammar, problems);
  if (grammar.text) return;
  for (const child of node.children) if (child.ns === XSD_NS) check(child, node.local, problems);
}

function checkAttributes(node: XNode, grammar: Grammar, problems: Problems): void {
  for (let i = 0; i < node.own.length; i += 2) {
    const name = node.own[i] ?? "";
    if (grammar.attributes[name] === undefined) {
      if (name === "name" && (node.local === "complexType" || node.local === "simpleType")) {
        problems.report("anonymous-named", node, { element: node.local, name: node.own[i + 1] ?? "" });
      } else problems.report("attribute-unknown", node, { name, element: node.local });
    }
  }
  for (const name of grammar.required ?? []) {
    if (node.attr(name) === undefined) problems.report("attribute-missing", node, { name, element: node.local });
  }
}

function checkContent(node: XNode, grammar: Grammar, problems: Problems): void {
  if (grammar.text) return;
  let letters = "";
  for (const child of node.children) {
    if (child.ns !== XSD_NS) problems.report("element-unknown", child, { found: child.local, parent: node.local });
    else letters += LETTERS[child.local] ?? "?";
  }
  if (grammar.content.test(letters)) return;
  problems.report("element-order", node, {
    parent: node.local,
    children: node.children.map((c) => c.local).join(", "),
  });
}
