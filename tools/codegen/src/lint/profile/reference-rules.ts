import { nameKey, type QName, WSDL_NS, type XNode, XSD_NS } from "@coo/wsdl";
import { walk } from "../context.ts";
import { defineRule, type LintRule } from "../rule.ts";
import { isSoapElement, wsdlChildren } from "../statements.ts";

/** Attributes of WSDL and SOAP elements that name messages, port types and bindings. */
const REFERENCES: Readonly<Record<string, string>> = {
  input: "message",
  output: "message",
  fault: "message",
  header: "message",
  headerfault: "message",
  binding: "type",
  port: "binding",
};

/** Rules about names that refer to definitions elsewhere. */
export const referenceRules: readonly LintRule[] = [
  defineRule({
    id: "R2101",
    category: "wsi",
    severity: "warning",
    title: ["reference into a namespace that is not imported", "引用了未引入的命名空间"],
    message: [
      '{element} refers to {name}, whose namespace "{namespace}" is neither that of this document nor imported by it',
      "{element} 引用了 {name}，其命名空间“{namespace}”既非本文档的命名空间，也未由本文档引入",
    ],
    advice: [
      "add a wsdl:import of that namespace to this very document; imports of imports do not count",
      "请在本文档内用 wsdl:import 引入该命名空间；间接引入不算",
    ],
    replaces: ["name-elsewhere"],
    check({ documents }, report) {
      for (const { root, kind } of documents) {
        if (kind !== "wsdl") continue;
        const known = new Set([root.attr("targetNamespace")?.trim() ?? ""]);
        for (const node of wsdlChildren(root, "import")) known.add(node.attr("namespace")?.trim() ?? "");
        for (const node of walk(root)) {
          if (node.ns !== WSDL_NS && !isSoapElement(node)) continue;
          const text = node.attr(REFERENCES[node.local] ?? "");
          const name = text === undefined ? null : resolveName(node, text);
          if (name === null || name.ns === XSD_NS || known.has(name.ns)) continue;
          const element = `${node.ns === WSDL_NS ? "wsdl" : "soap"}:${node.local}`;
          report(node, { element, name: text?.trim() ?? "", namespace: name.ns });
        }
      }
    },
  }),
  defineRule({
    id: "R2206",
    category: "wsi",
    severity: "error",
    title: ["part names a type where an element must stand", "part 的 element 指向类型而非元素"],
    message: [
      'part "{part}" has element="{name}", which is a type and not a global element',
      "part“{part}”写作 element=“{name}”，而它是类型而非全局元素",
    ],
    advice: ["declare a global element of that type, or write type=", "请声明该类型的全局元素，或改用 type="],
    replaces: ["name-unknown"],
    check({ documents, model }, report) {
      for (const { root, kind } of documents) {
        if (kind !== "wsdl") continue;
        for (const part of wsdlChildren(root, "message").flatMap((m) => wsdlChildren(m, "part"))) {
          const text = part.attr("element");
          const name = text === undefined ? null : resolveName(part, text);
          if (name === null || model.schemas.elements.has(nameKey(name))) continue;
          if (name.ns === XSD_NS || model.schemas.types.has(nameKey(name)))
            report(part, { part: part.attr("name") ?? "", name: text?.trim() ?? "" });
        }
      }
    },
  }),
];

/** The name a prefixed text stands for; `null` when the prefix is not declared. */
export function resolveName(node: XNode, text: string): QName | null {
  const value = text.trim();
  const colon = value.indexOf(":");
  const ns = node.lookup(colon < 0 ? "" : value.slice(0, colon));
  if (ns === undefined) return colon < 0 ? { ns: "", local: value } : null;
  return { ns, local: value.slice(colon + 1) };
}
