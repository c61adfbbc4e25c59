import { WSDL_NS, type XNode } from "@coo/wsdl";
import { walk } from "../context.ts";
import { defineRule, type LintRule } from "../rule.ts";
import { isSoapElement } from "../statements.ts";

/** Rules about extensions of WSDL. */
export const extensionRules: readonly LintRule[] = [
  defineRule({
    id: "R2026",
    category: "wsi",
    severity: "warning",
    title: ["extension that must be understood", "必须理解的扩展"],
    message: ['{element} has wsdl:required="true"', "{element} 带有 wsdl:required=“true”"],
    advice: [
      "find out what it demands (addressing, security, …) and whether a client can leave it out",
      "请弄清它的要求（寻址、安全等），以及客户端可否不理会",
    ],
    check({ documents }, report) {
      for (const { root, kind } of documents) {
        if (kind !== "wsdl") continue;
        for (const node of walk(root))
          if (isRequiredExtension(node)) report(node, { element: `{${node.ns}}${node.local}` });
      }
    },
  }),
];

/** Whether an element is an extension of WSDL that readers must understand. SOAP elements are no extension here. */
export function isRequiredExtension(node: XNode): boolean {
  const flag = node.attrNs(WSDL_NS, "required")?.trim();
  return (flag === "true" || flag === "1") && node.ns !== WSDL_NS && !isSoapElement(node);
}
