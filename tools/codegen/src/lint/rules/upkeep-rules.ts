import { type XNode, XSD_NS } from "@coo/wsdl";
import { isOwn } from "../components.ts";
import type { LintContext } from "../context.ts";
import { isRequiredExtension } from "../profile/extension-rules.ts";
import { isNewer } from "../profile/type-rules.ts";
import { defineRule, type LintRule } from "../rule.ts";
import { wsdlChildren } from "../statements.ts";
import { reachable } from "./reachable.ts";

/** How many names a finding lists. */
const LISTED = 5;

/** Rules about documents that are hard to keep, pass on or trust. */
export const upkeepRules: readonly LintRule[] = [
  defineRule({
    id: "location-not-portable",
    category: "upkeep",
    severity: "warning",
    title: ["location that only works on one system", "仅在某一系统上有效的位置"],
    message: ['the location "{location}" has {what}', "位置“{location}”带有{what}"],
    advice: ["write a relative path with forward slashes", "请写成使用正斜杠的相对路径"],
    check(context, report) {
      for (const { node, location } of locations(context)) {
        const drive = /^[A-Za-z]:[\\/]|^file:|^\//i.test(location);
        if (drive) report(node, { location, what: "an absolute path", whatZh: "绝对路径" });
        else if (location.includes("\\")) report(node, { location, what: "backslashes", whatZh: "反斜杠" });
      }
    },
  }),
  defineRule({
    id: "location-remote",
    category: "upkeep",
    severity: "info",
    title: ["import from the network", "从网络引入"],
    message: ['"{location}" is on the network; {what}', "“{location}”位于网络上；{what}"],
    advice: ["save a copy beside the document and name that", "请在文档旁保存副本并引用该副本"],
    check(context, report) {
      for (const { node, location } of locations(context)) {
        if (!isRemote(location) || WELL_KNOWN.test(node.attr("namespace")?.trim() ?? "")) continue;
        const copy = context.savedAs(location, node.at.file);
        const what = copy === null ? "it is not fetched" : `the saved copy ${copy} is read`;
        report(node, { location, what, whatZh: copy === null ? "不会去获取" : `使用已保存的副本 ${copy}` });
      }
    },
  }),
  defineRule({
    id: "import-without-location",
    category: "upkeep",
    severity: "info",
    title: ["xs:import that does not say where the schema is", "xs:import 未说明模式的位置"],
    message: [
      'no document of namespace "{namespace}" is at hand and the import names none',
      "没有命名空间“{namespace}”的文档，import 也未指明位置",
    ],
    advice: ["ask for the schema and pass it along", "请索取该模式并一并提供"],
    check({ documents, model }, report) {
      const known = new Set(model.schemas.documents.map((d) => d.namespace));
      for (const schema of documents.flatMap((d) => schemasOf(d.root)))
        for (const node of schema.children)
          if (node.ns === XSD_NS && node.local === "import" && node.attr("schemaLocation") === undefined) {
            const namespace = node.attr("namespace")?.trim() ?? "";
            if (!known.has(namespace) && !WELL_KNOWN.test(namespace)) report(node, { namespace });
          }
    },
  }),
  defineRule({
    id: "namespace-placeholder",
    category: "upkeep",
    severity: "info",
    title: ["namespace left as the tool proposed it", "沿用工具默认值的命名空间"],
    message: ['the target namespace is "{namespace}"', "目标命名空间是“{namespace}”"],
    advice: [
      "expect it to change when the interface goes live, which changes every message",
      "正式上线时它可能改变，届时每个报文都会变",
    ],
    check({ documents }, report) {
      for (const { root } of documents) {
        const namespace = root.attr("targetNamespace")?.trim() ?? "";
        if (
          /^https?:\/\/(www\.)?(tempuri\.org|defaultnamespace|your[-.]?(domain|company)|example\.(com|org|net))\b/i.test(
            namespace,
          ) ||
          /^http:\/\/(microsoft\.com\/webservices|new\.webservice\.namespace)/i.test(namespace)
        )
          report(root, { namespace });
      }
    },
  }),
  defineRule({
    id: "form-differs",
    category: "upkeep",
    severity: "warning",
    title: ["schemas of one namespace with different elementFormDefault", "同一命名空间的模式 elementFormDefault 不同"],
    message: [
      'local elements are {form} here, but not in {other}, a schema of the same namespace "{namespace}"',
      "此处局部元素为 {form}，而同一命名空间“{namespace}”的 {other} 则不是",
    ],
    advice: [
      "take care when writing messages by hand: the same kind of element is qualified in one place and not in another",
      "手写报文时请留意：同类元素有的带命名空间，有的不带",
    ],
    check({ model }, report) {
      const seen = new Map<string, (typeof model.schemas.documents)[number]>();
      for (const schema of model.schemas.documents) {
        if (schema.wellKnown || schema.namespace === "") continue;
        const first = seen.get(schema.namespace);
        if (first === undefined) seen.set(schema.namespace, schema);
        else if (first.elementForm !== schema.elementForm)
          report(schema, {
            form: schema.elementForm,
            other: `${first.at.file}:${first.at.line}`,
            namespace: schema.namespace,
          });
      }
    },
  }),
  defineRule({
    id: "unused-definition",
    category: "upkeep",
    severity: "info",
    title: ["message, port type or binding that nothing uses", "未被使用的消息、端口类型或绑定"],
    message: ['{kind} "{name}" is not used', "{kind}“{name}”未被使用"],
    advice: ["remove it, or ask what is missing that uses it", "请删除，或询问是否缺少使用它的内容"],
    check({ model, hasGaps }, report) {
      if (hasGaps) return;
      const { messages, bindings } = reachable(model);
      const portTypes = new Set([...model.bindings.values()].map((b) => b.portType));
      if (model.portTypes.size > 0)
        for (const m of model.messages.values())
          if (!messages.has(m)) report(m, { kind: "wsdl:message", name: m.name.local });
      if (model.bindings.size > 0)
        for (const p of model.portTypes.values())
          if (!portTypes.has(p)) report(p, { kind: "wsdl:portType", name: p.name.local });
      if (model.services.length > 0)
        for (const b of model.bindings.values())
          if (!bindings.has(b)) report(b, { kind: "wsdl:binding", name: b.name.local });
    },
  }),
  defineRule({
    id: "unused-types",
    category: "upkeep",
    severity: "info",
    title: ["elements and types that no message contains", "没有报文用到的元素与类型"],
    message: [
      "{count} of {all} global elements and types of this document are in no message: {names}",
      "本文档 {all} 个全局元素与类型中有 {count} 个不出现在任何报文中：{names}",
    ],
    advice: ["they are generated all the same; ask whether an operation is missing", "仍会生成；请询问是否缺少操作"],
    check({ model, hasGaps }, report) {
      if (model.portTypes.size === 0 || hasGaps) return;
      const { components } = reachable(model);
      const all = [...model.schemas.elements.values(), ...model.schemas.types.values()].filter(isOwn);
      const files = Map.groupBy(all, (c) => c.at.file);
      for (const list of files.values()) {
        const unused = list.filter((c) => !components.has(c));
        const [first] = unused;
        if (first === undefined) continue;
        const names = unused.slice(0, LISTED).map((c) => c.name?.local ?? "");
        if (unused.length > LISTED) names.push("…");
        report(first, { count: unused.length, all: list.length, names: names.join(", "), namesZh: names.join("、") });
      }
    },
  }),
  defineRule({
    id: "not-enforced",
    category: "upkeep",
    severity: "info",
    title: ["construct that generated code does not enforce", "生成的代码不强制执行的构造"],
    message: ["{construct} is read but not enforced", "{construct} 已读入但不强制执行"],
    advice: ["check it by a rule of your own where it matters", "如有必要，请自行编写规则检查"],
    check({ model, nodeAt }, report) {
      for (const { construct, at } of model.recorded) {
        const node = nodeAt(at);
        // R2026 and R2801 say so with more weight.
        if (node !== undefined && !isRequiredExtension(node) && !isNewer(node)) report(at, { construct });
      }
    },
  }),
];

/** Namespaces whose schemas come with every reader. */
const WELL_KNOWN = /^http:\/\/(www\.w3\.org\/|schemas\.xmlsoap\.org\/)/;

function isRemote(location: string): boolean {
  return /^[A-Za-z][A-Za-z0-9+.-]+:/.test(location) && !/^file:/i.test(location);
}

function schemasOf(root: XNode): XNode[] {
  if (root.ns === XSD_NS) return [root];
  return wsdlChildren(root, "types")
    .flatMap((t) => t.children)
    .filter((c) => c.ns === XSD_NS && c.local === "schema");
}

/** Locations that imports and includes name. */
function* locations({ documents }: LintContext): Generator<{ node: XNode; location: string }> {
  for (const { root } of documents) {
    const nodes = [...wsdlChildren(root, "import"), ...schemasOf(root).flatMap((s) => s.children)];
    for (const node of nodes) {
      const isImport = /^(import|include|redefine|override)$/.test(node.local);
      const location = isImport ? (node.attr("schemaLocation") ?? node.attr("location"))?.trim() : undefined;
      if (location !== undefined && location !== "") yield { node, location };
    }
  }
}
