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
      } else if (name === "location" && grammar.required?.includes("schemaLocation")) {
        // Reported where the location is followed.
      } else if (name === "arrayType" && node.local === "attribute") {
        problems.report("array-type-unqualified", node);
      } else problems.report("attribute-unknown", node, { name, element: node.local });
    }
  }
  for (const name of grammar.required ?? []) {
    if (name === "schemaLocation" && node.attr("location") !== undefined) continue;
    if (node.attr(name) === undefined) problems.report("attribute-missing", node, { name, element: node.local });
  }
}

function checkContent(node: XNode, grammar: Grammar, problems: Problems): void {
  if (grammar.text) return;
  let letters = "";
  for (const child of node.children) {
    if (child.ns !== XSD_NS) {
      const found = child.ns === "" ? child.local : `{${child.ns}}${child.local}`;
      problems.report("element-foreign", child, { found, parent: node.local });
    } else letters += LETTERS[child.local] ?? "?";
  }
  if (grammar.content.test(letters)) return;
  if (node.local === "complexContent" && /^a?[slcg][AG]*Y?$/.test(letters)) {
    const found = node.children.find((c) => c.local !== "annotation")?.local ?? "";
    problems.report("content-direct", node, { found });
    return;
  }
  problems.report("element-order", node, {
    parent: node.local,
    children: node.children.map((c) => c.local).join(", "),
  });
}
