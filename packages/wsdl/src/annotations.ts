import { NO_ANNOTATION } from "./builtins.ts";
import type { Annotation, AppInfo } from "./model.ts";
import { collapse, XML_NS, XSD_NS } from "./names.ts";
import type { XNode } from "./tree.ts";

function languageOf(node: XNode): string {
  for (let n: XNode | null = node; n !== null; n = n.parent) {
    const lang = n.attrNs(XML_NS, "lang");
    if (lang !== undefined) return collapse(lang);
  }
  return "";
}

function appInfo(node: XNode): AppInfo {
  const attributes: Record<string, string> = {};
  for (let i = 0; i < node.own.length; i += 2) attributes[node.own[i] ?? ""] = node.own[i + 1] ?? "";
  for (const a of node.qualified ?? []) attributes[`{${a.ns}}${a.local}`] = a.value;
  return { name: { ns: node.ns, local: node.local }, attributes, text: node.text.trim() };
}

/** Texts and notes in the xs:annotation children of `node`. */
export function annotationOf(node: XNode): Annotation {
  let found: { documentation: Annotation["documentation"][number][]; appinfo: AppInfo[] } | null = null;
  for (const child of node.children) {
    if (child.local !== "annotation" || child.ns !== XSD_NS) continue;
    found ??= { documentation: [], appinfo: [] };
    for (const item of child.children) {
      if (item.ns !== XSD_NS) continue;
      if (item.local === "documentation") {
        const text = item.text.trim();
        if (text !== "") found.documentation.push({ lang: languageOf(item), text });
      } else if (item.local === "appinfo") {
        for (const note of item.children) found.appinfo.push(appInfo(note));
      }
    }
  }
  return found ?? NO_ANNOTATION;
}

/** The wsdl:documentation of `node`. */
export function wsdlDocumentation(node: XNode): Annotation {
  const documentation: Annotation["documentation"][number][] = [];
  for (const child of node.children) {
    if (child.local !== "documentation" || child.ns !== node.ns) continue;
    const text = child.text.trim();
    if (text !== "") documentation.push({ lang: languageOf(child), text });
  }
  return documentation.length === 0 ? NO_ANNOTATION : { documentation, appinfo: [] };
}
