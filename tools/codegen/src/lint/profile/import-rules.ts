import { resolveLocation, WSDL_NS, XSD_NS } from "@coo/wsdl";
import { type LintContext, walk } from "../context.ts";
import { defineRule, type LintRule } from "../rule.ts";
import { wsdlChildren } from "../statements.ts";

/** Rules about imports and the order of what a WSDL document contains. */
export const importRules: readonly LintRule[] = [
  defineRule({
    id: "R2001",
    category: "wsi",
    severity: "warning",
    title: ["wsdl:import of something that is not WSDL", "wsdl:import 引入的不是 WSDL"],
    message: ['wsdl:import names "{location}", which is a schema', "wsdl:import 指向“{location}”，而它是模式文档"],
    advice: [
      "import schemas with xs:import inside an xs:schema of wsdl:types",
      "模式应在 wsdl:types 的 xs:schema 内用 xs:import 引入",
    ],
    check(context, report) {
      const schemas = new Set(context.documents.filter((d) => d.kind === "xsd").map((d) => d.file));
      for (const node of wsdlImports(context)) {
        const location = node.attr("location") ?? "";
        const resolved = resolveLocation(node.at.file, location);
        if (resolved.kind === "local" && resolved.candidates.some((c) => schemas.has(c))) report(node, { location });
      }
    },
  }),
  defineRule({
    id: "R2803",
    category: "wsi",
    severity: "warning",
    title: ["namespace of wsdl:import is a relative URI", "wsdl:import 的 namespace 是相对 URI"],
    message: [
      'namespace "{namespace}" of wsdl:import is not absolute',
      "wsdl:import 的 namespace“{namespace}”不是绝对 URI",
    ],
    advice: ["write the target namespace of the imported document in full", "请完整写出被引入文档的目标命名空间"],
    check(context, report) {
      for (const node of wsdlImports(context)) {
        const namespace = node.attr("namespace")?.trim();
        if (namespace !== undefined && !isAbsoluteUri(namespace)) report(node, { namespace });
      }
    },
  }),
  defineRule({
    id: "R2003",
    category: "wsi",
    severity: "error",
    title: ["xs:import outside of a schema", "xs:import 不在 xs:schema 内"],
    message: ["xs:import stands inside {parent}; it has no effect there", "xs:import 位于 {parent} 内，在此不起作用"],
    advice: ["put it into an xs:schema inside wsdl:types", "请放入 wsdl:types 内的 xs:schema"],
    check({ documents }, report) {
      for (const document of documents.filter((d) => d.kind === "wsdl"))
        for (const node of walk(document.root)) {
          const { parent } = node;
          if (node.ns === XSD_NS && node.local === "import" && parent !== null && parent.ns !== XSD_NS)
            report(node, { parent: `wsdl:${parent.local}` });
        }
    },
  }),
  defineRule({
    id: "R2007",
    category: "wsi",
    severity: "error",
    title: ["wsdl:import without location", "wsdl:import 未给出 location"],
    message: ["wsdl:import has no location, or an empty one", "wsdl:import 没有 location，或其值为空"],
    advice: ["say where the document is, relative to this one", "请写出该文档相对本文档的位置"],
    replaces: ["import-missing", "wsdl-attribute-missing"],
    check(context, report) {
      for (const node of wsdlImports(context)) if ((node.attr("location")?.trim() ?? "") === "") report(node);
    },
  }),
  defineRule({
    id: "R2022",
    category: "wsi",
    severity: "warning",
    title: ["wsdl:import behind other definitions", "wsdl:import 位于其他定义之后"],
    message: ["wsdl:import stands behind wsdl:{before}", "wsdl:import 位于 wsdl:{before} 之后"],
    advice: ["move imports to the top of wsdl:definitions", "请将 import 移到 wsdl:definitions 开头"],
    check({ documents }, report) {
      for (const { root, kind } of documents) {
        if (kind !== "wsdl") continue;
        const own = root.children.filter((c) => c.ns === WSDL_NS && c.local !== "documentation");
        const first = own.find((c) => c.local !== "import");
        if (first === undefined) continue;
        for (const node of own.slice(own.indexOf(first)))
          if (node.local === "import") report(node, { before: first.local });
      }
    },
  }),
  defineRule({
    id: "R2023",
    category: "wsi",
    severity: "warning",
    title: ["wsdl:types behind other definitions", "wsdl:types 位于其他定义之后"],
    message: ["wsdl:types stands behind wsdl:{before}", "wsdl:types 位于 wsdl:{before} 之后"],
    advice: ["put wsdl:types right behind the imports", "请将 wsdl:types 紧接在 import 之后"],
    check({ documents }, report) {
      for (const { root, kind } of documents) {
        if (kind !== "wsdl") continue;
        const own = root.children.filter(
          (c) => c.ns === WSDL_NS && c.local !== "documentation" && c.local !== "import",
        );
        own.forEach((node, i) => {
          const before = own.slice(0, i).find((c) => c.local !== "types");
          if (node.local === "types" && before !== undefined) report(node, { before: before.local });
        });
      }
    },
  }),
];

function wsdlImports({ documents }: LintContext): ReturnType<typeof wsdlChildren> {
  return documents.filter((d) => d.kind === "wsdl").flatMap((d) => wsdlChildren(d.root, "import"));
}

/** Whether `text` starts with a scheme. */
export function isAbsoluteUri(text: string): boolean {
  return /^[A-Za-z][A-Za-z0-9+.-]*:/.test(text);
}
