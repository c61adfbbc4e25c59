import type { XNode } from "@coo/wsdl";
import type { LintContext } from "../context.ts";
import { defineRule, type LintRule } from "../rule.ts";
import { isLiteral } from "../statements.ts";
import { isAbsoluteUri } from "./import-rules.ts";

/** A SOAP element inside an operation of a SOAP binding. */
interface SoapStatement {
  readonly node: XNode;
  readonly style: "document" | "rpc";
}

/** Rules about attributes of SOAP elements. */
export const attributeRules: readonly LintRule[] = [
  defineRule({
    id: "R2716",
    category: "wsi",
    severity: "info",
    title: ["namespace attribute in a document/literal binding", "document/literal 绑定中带有 namespace"],
    message: [
      "soap:{element} has namespace=, which has no meaning here",
      "soap:{element} 带有 namespace=，在此没有意义",
    ],
    advice: [
      "remove it; some stacks take it for the namespace of the body",
      "请删除；有的软件会误认作 Body 的命名空间",
    ],
    check(context, report) {
      for (const { node, style } of soapStatements(context))
        if (style === "document" && isLiteral(node) && node.attr("namespace") !== undefined)
          report(node, { element: node.local });
    },
  }),
  defineRule({
    id: "R2717",
    category: "wsi",
    severity: "error",
    title: ["rpc/literal body without absolute namespace", "rpc/literal 的 body 没有绝对命名空间"],
    message: ['soap:body has namespace "{namespace}"', "soap:body 的 namespace 是“{namespace}”"],
    advice: [
      "ask for the namespace of the wrapper element; without it every stack guesses differently",
      "请索取包装元素的命名空间；缺少它时各软件猜测不一",
    ],
    check(context, report) {
      for (const { node, style } of soapStatements(context)) {
        const namespace = node.attr("namespace")?.trim() ?? "";
        if (style === "rpc" && node.local === "body" && isLiteral(node) && !isAbsoluteUri(namespace))
          report(node, { namespace });
      }
    },
  }),
  defineRule({
    id: "R2726",
    category: "wsi",
    severity: "info",
    title: [
      "namespace attribute on header or fault of an rpc/literal binding",
      "rpc/literal 绑定的 header 或 fault 带有 namespace",
    ],
    message: [
      "soap:{element} has namespace=, which has no meaning here",
      "soap:{element} 带有 namespace=，在此没有意义",
    ],
    advice: ["remove it", "请删除"],
    check(context, report) {
      for (const { node, style } of soapStatements(context))
        if (style === "rpc" && node.local !== "body" && isLiteral(node) && node.attr("namespace") !== undefined)
          report(node, { element: node.local });
    },
  }),
  defineRule({
    id: "R2720",
    category: "wsi",
    severity: "error",
    title: ["header without part", "报文头未指明 part"],
    message: ["soap:{element} names no part", "soap:{element} 未给出 part"],
    advice: ["name the part of the message that the header carries", "请写明报文头承载的 part"],
    replaces: ["wsdl-attribute-missing"],
    check(context, report) {
      for (const { node } of soapStatements(context))
        if (isHeader(node) && !/^[^\s]+$/.test(node.attr("part")?.trim() ?? "")) report(node, { element: node.local });
    },
  }),
  defineRule({
    id: "R2749",
    category: "wsi",
    severity: "warning",
    title: ["parts instead of part on a header", "报文头写作 parts 而非 part"],
    message: ["soap:{element} has parts=", "soap:{element} 带有 parts="],
    advice: ["write part= with one name", "请写作 part= 并只给一个名称"],
    check(context, report) {
      for (const { node } of soapStatements(context))
        if (isHeader(node) && node.attr("parts") !== undefined) report(node, { element: node.local });
    },
  }),
  defineRule({
    id: "R2721",
    category: "wsi",
    severity: "warning",
    title: ["soap:fault without name", "soap:fault 没有 name"],
    message: ["soap:fault has no name", "soap:fault 没有 name"],
    advice: ["write the name of the wsdl:fault around it", "请写上外层 wsdl:fault 的名称"],
    check(context, report) {
      for (const { node } of soapStatements(context))
        if (node.local === "fault" && (node.attr("name")?.trim() ?? "") === "") report(node);
    },
  }),
  defineRule({
    id: "R2754",
    category: "wsi",
    severity: "warning",
    title: ["soap:fault and wsdl:fault have different names", "soap:fault 与 wsdl:fault 名称不同"],
    message: [
      'soap:fault is called "{name}" inside wsdl:fault "{outer}"',
      "wsdl:fault“{outer}”内的 soap:fault 名为“{name}”",
    ],
    advice: ["use one name", "请使用相同的名称"],
    check(context, report) {
      for (const { node } of soapStatements(context)) {
        const name = node.local === "fault" ? (node.attr("name")?.trim() ?? "") : "";
        const outer = node.parent?.attr("name")?.trim();
        if (name !== "" && outer !== undefined && name !== outer) report(node, { name, outer });
      }
    },
  }),
  defineRule({
    id: "R2723",
    category: "wsi",
    severity: "warning",
    title: ["fault that is not literal", "fault 不是 literal"],
    message: ["soap:fault is encoded", "soap:fault 采用 encoded"],
    advice: ['write use="literal"', '请写 use="literal"'],
    check(context, report) {
      for (const { node } of soapStatements(context)) if (node.local === "fault" && !isLiteral(node)) report(node);
    },
  }),
];

function isHeader(node: XNode): boolean {
  return node.local === "header" || node.local === "headerfault";
}

function* soapStatements({ bindings }: LintContext): Generator<SoapStatement> {
  for (const { soap, operations } of bindings) {
    if (soap === null) continue;
    for (const { style, messages, faults } of operations) {
      for (const { bodies, headers, headerFaults } of messages)
        for (const node of [...bodies, ...headers, ...headerFaults]) yield { node, style };
      for (const fault of faults) if (fault.soap !== null) yield { node: fault.soap, style };
    }
  }
}
