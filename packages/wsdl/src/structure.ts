import { wrongForm } from "./attribute-forms.ts";
import { type AttributeKind, GRAMMARS, type Grammar, grammarName, LETTERS } from "./grammar.ts";
import type { SchemaUnit } from "./graph.ts";
import { collapse, XSD_NS } from "./names.ts";
import type { Problems } from "./problems.ts";
import type { XNode } from "./tree.ts";

/** Reports elements, attributes and texts that XML Schema does not allow where they stand. */
export function checkStructure(unit: SchemaUnit, problems: Problems): void {
  new StructureCheck(problems).check(unit.node, "");
}

class StructureCheck {
  readonly #problems: Problems;
  readonly #ids: Set<string> = new Set();

  constructor(problems: Problems) {
    this.#problems = problems;
  }

  check(node: XNode, parent: string): void {
    const grammar = GRAMMARS[grammarName(node.local, parent)];
    if (grammar === undefined) return;
    this.#attributes(node, grammar);
    if (grammar.text) return;
    this.#content(node, grammar);
    for (const child of node.children) if (child.ns === XSD_NS) this.check(child, node.local);
  }

  #attributes(node: XNode, grammar: Grammar): void {
    for (let i = 0; i < node.own.length; i += 2) {
      const name = node.own[i] ?? "";
      const value = node.own[i + 1] ?? "";
      const kind = grammar.attributes[name];
      if (kind === undefined) this.#unknownAttribute(node, name, value, grammar);
      else this.#value(node, name, value, kind);
    }
    for (const { ns, local } of node.qualified ?? []) {
      if (ns === XSD_NS) this.#problems.report("attribute-unknown", node, { name: `xs:${local}`, element: node.local });
    }
    for (const name of grammar.required ?? []) {
      if (node.attr(name) !== undefined || (name === "schemaLocation" && node.attr("location") !== undefined)) continue;
      this.#problems.report("attribute-missing", node, { name, element: node.local });
    }
  }

  #unknownAttribute(node: XNode, name: string, value: string, grammar: Grammar): void {
    if (name === "name" && (node.local === "complexType" || node.local === "simpleType")) {
      this.#problems.report("anonymous-named", node, { element: node.local, name: value });
    } else if (name === "location" && grammar.required?.includes("schemaLocation")) {
      // Reported where the location is followed.
    } else if (name === "arrayType" && node.local === "attribute") {
      this.#problems.report("array-type-unqualified", node);
    } else this.#problems.report("attribute-unknown", node, { name, element: node.local });
  }

  #value(node: XNode, name: string, value: string, kind: AttributeKind): void {
    const wrong = wrongForm(kind, value);
    if (wrong !== null) {
      const text = collapse(value);
      const nameLike = text !== "" && !/\s|^:|:$|:.*:/.test(text);
      if (nameLike && (kind === "qname" || (kind === "ncname" && !text.includes(":")))) {
        this.#problems.report("name-invalid", node, { value: text, element: node.local });
      } else this.#problems.report("attribute-value", node, { value, name, element: node.local, ...wrong });
    } else if (kind === "id") {
      const id = collapse(value);
      if (this.#ids.has(id)) this.#problems.report("id-duplicate", node, { value: id });
      this.#ids.add(id);
    }
  }

  #content(node: XNode, grammar: Grammar): void {
    if (node.text !== "") {
      this.#problems.report("text-unexpected", node, { element: node.local, text: collapse(node.text).slice(0, 40) });
    }
    let letters = "";
    for (const child of node.children) {
      if (child.ns !== XSD_NS) {
        const found = child.ns === "" ? child.local : `{${child.ns}}${child.local}`;
        this.#problems.report("element-foreign", child, { found, parent: node.local });
      } else letters += LETTERS[child.local] ?? "?";
    }
    if (grammar.content.test(letters)) return;
    if (node.local === "complexContent" && /^a?[slcg][AG]*Y?$/.test(letters)) {
      const found = node.children.find((c) => c.local !== "annotation")?.local ?? "";
      this.#problems.report("content-direct", node, { found });
      return;
    }
    const misplaced = node.children.filter(
      (c) => c.ns === XSD_NS && !grammar.content.source.includes(LETTERS[c.local] ?? "?!"),
    );
    for (const child of misplaced)
      this.#problems.report("element-unknown", child, { found: child.local, parent: node.local });
    if (misplaced.length > 0) return;
    const children = node.children.map((c) => c.local).join(", ");
    this.#problems.report("element-order", node, { parent: node.local, children });
  }
}
