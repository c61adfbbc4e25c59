import { SOAP_ENCODING_NS, WSDL_NS, type XNode, XSD_NS } from "@coo/wsdl";
import { type LintContext, walk } from "../context.ts";
import { defineRule, type LintRule } from "../rule.ts";
import { wsdlChildren } from "../statements.ts";
import { resolveName } from "./reference-rules.ts";

/** Elements that only XML Schema 1.1 has. */
const NEWER = new Set([
  "assert",
  "assertion",
  "alternative",
  "openContent",
  "defaultOpenContent",
  "override",
  "explicitTimezone",
]);

/** Rules about the schemas of a description. */
export const typeRules: readonly LintRule[] = [
  defineRule({
    id: "R2105",
    category: "wsi",
    severity: "warning",
    title: ["inline schema without target namespace", "内联模式没有目标命名空间"],
    message: ["an xs:schema with definitions has no targetNamespace", "含有定义的 xs:schema 没有 targetNamespace"],
    advice: ["give the schema a namespace", "请为该模式指定命名空间"],
    check({ documents }, report) {
      for (const { root, kind } of documents) {
        if (kind !== "wsdl") continue;
        for (const schema of wsdlChildren(root, "types").flatMap((t) => t.children)) {
          if (schema.ns !== XSD_NS || schema.local !== "schema") continue;
          const defines = schema.children.some((c) => c.local !== "import" && c.local !== "annotation");
          if (defines && (schema.attr("targetNamespace")?.trim() ?? "") === "") report(schema);
        }
      }
    },
  }),
  defineRule({
    id: "R2110",
    category: "wsi",
    severity: "warning",
    title: ["array derived from soapenc:Array", "数组由 soapenc:Array 派生"],
    message: ["the type derives from soapenc:Array", "该类型由 soapenc:Array 派生"],
    advice: [
      'declare a repeated element instead: maxOccurs="unbounded" inside xs:sequence',
      '请改为重复元素：在 xs:sequence 内写 maxOccurs="unbounded"',
    ],
    check(context, report) {
      for (const node of schemaNodes(context)) {
        if (node.local !== "extension" && node.local !== "restriction") continue;
        const base = resolveName(node, node.attr("base") ?? "");
        if (base?.ns === SOAP_ENCODING_NS && base.local === "Array") report(node);
      }
    },
  }),
  defineRule({
    id: "R2111",
    category: "wsi",
    severity: "warning",
    title: ["wsdl:arrayType in a type", "类型中使用 wsdl:arrayType"],
    message: ['the item type is only given by wsdl:arrayType="{value}"', "元素项类型仅由 wsdl:arrayType=“{value}”给出"],
    advice: ["declare the item as an element with its type", "请将数组项声明为带类型的元素"],
    check(context, report) {
      for (const node of schemaNodes(context)) {
        const value = node.attrNs(WSDL_NS, "arrayType");
        if (value !== undefined) report(node, { value });
      }
    },
  }),
  defineRule({
    id: "R2112",
    category: "wsi",
    severity: "info",
    title: ["element called ArrayOf…", "元素命名为 ArrayOf…"],
    message: [
      'an element is called "{name}", as encoded arrays used to be',
      "元素名为“{name}”，这是编码数组的旧式命名",
    ],
    advice: ["give the element a name of the business", "请为该元素取业务名称"],
    check(context, report) {
      for (const node of schemaNodes(context)) {
        const name = node.local === "element" ? (node.attr("name") ?? "") : "";
        if (/^ArrayOf./.test(name)) report(node, { name });
      }
    },
  }),
  defineRule({
    id: "R2801",
    category: "wsi",
    severity: "warning",
    title: ["not XML Schema 1.0", "不是 XML Schema 1.0"],
    message: ["{construct} is not part of XML Schema 1.0", "{construct} 不属于 XML Schema 1.0"],
    advice: ["most SOAP stacks read XML Schema 1.0 only", "多数 SOAP 软件只认识 XML Schema 1.0"],
    replaces: ["document-draft-schema", "schema-draft"],
    check(context, report) {
      for (const node of schemaNodes(context)) if (isNewer(node)) report(node, { construct: `xs:${node.local}` });
      for (const problem of context.problems)
        if (problem.rule === "document-draft-schema") {
          const { file, line, column, details } = problem;
          report({ file, line, column }, { construct: String(details.namespace ?? "") });
        }
    },
  }),
];

function* schemaNodes({ documents }: LintContext): Generator<XNode> {
  for (const document of documents) for (const node of walk(document.root)) if (node.ns === XSD_NS) yield node;
}

/** Whether an element belongs to XML Schema 1.1 only. */
export function isNewer(node: XNode): boolean {
  return node.ns === XSD_NS && NEWER.has(node.local);
}
