import {
  ANY_TYPE,
  type ComplexType,
  type ElementDeclaration,
  nameKey,
  type SimpleType,
  type Type,
  type WsdlMessage,
  XSD_NS,
} from "@coo/wsdl";
import { requestSignature } from "../profile/binding-rules.ts";
import { defineRule, type LintRule } from "../rule.ts";
import { SOAP11_WSDL_NS, wsdlChildren } from "../statements.ts";

/** Rules about what messages look like on the wire. */
export const wireRules: readonly LintRule[] = [
  defineRule({
    id: "operations-indistinct",
    category: "wire",
    severity: "error",
    title: ["operations that no receiver can tell apart", "接收方无法区分的操作"],
    message: [
      'operations "{first}" and "{name}" have the same request body and the same SOAPAction "{action}"',
      "操作“{first}”与“{name}”的请求 Body 与 SOAPAction“{action}”都相同",
    ],
    advice: [
      "ask the publisher which of them is answered; give each its own request element",
      "请向发布方确认实际响应哪一个；应为每个操作定义各自的请求元素",
    ],
    check({ bindings }, report) {
      for (const { soap, operations } of bindings) {
        if (soap === null) continue;
        const seen = new Map<string, string>();
        for (const operation of operations) {
          const signature = requestSignature(operation);
          const action = operation.soap?.attr("soapAction")?.trim() ?? "";
          const key = `${action}|${signature}`;
          const first = seen.get(key);
          if (signature === null) continue;
          if (first === undefined) seen.set(key, operation.name);
          else report(operation.node, { first, name: operation.name, action });
        }
      }
    },
  }),
  defineRule({
    id: "soap-action-missing",
    category: "wire",
    severity: "info",
    title: ["no soapAction", "未给出 soapAction"],
    message: [
      '{count} of {all} operations of binding "{binding}" have no soapAction attribute; the first is "{name}"',
      "绑定“{binding}”的 {all} 个操作中有 {count} 个未写 soapAction，首个是“{name}”",
    ],
    advice: [
      "an empty SOAPAction is sent; if the service answers with a fault, ask which value it expects",
      "将发送空的 SOAPAction；若服务返回 fault，请询问其期望的值",
    ],
    check({ bindings }, report) {
      for (const { node, soap, operations } of bindings) {
        if (soap?.ns !== SOAP11_WSDL_NS) continue;
        const without = operations.filter((o) => o.soap?.attr("soapAction") === undefined);
        const [first] = without;
        if (first !== undefined)
          report(first.node, {
            count: without.length,
            all: operations.length,
            binding: node.attr("name") ?? "",
            name: first.name,
          });
      }
    },
  }),
  defineRule({
    id: "soap-action-unsendable",
    category: "wire",
    severity: "warning",
    title: ["soapAction that HTTP cannot carry", "HTTP 无法承载的 soapAction"],
    message: [
      'soapAction "{action}" of operation "{name}" has {what}',
      "操作“{name}”的 soapAction“{action}”含有{what}",
    ],
    advice: [
      "ask which bytes the service expects in the header; stacks differ here",
      "请询问服务期望该头部的实际字节；各软件处理不一",
    ],
    check({ bindings }, report) {
      for (const { operations } of bindings)
        for (const { soap, name } of operations) {
          const action = soap?.attr("soapAction") ?? "";
          const found = [
            [/["\\]/, "a quotation mark or backslash", "引号或反斜杠"] as const,
            [/[^\x20-\x7e]/, "characters outside of ASCII", "ASCII 以外的字符"] as const,
            [/^\s|\s$/, "white space around it", "首尾空白"] as const,
          ].find(([pattern]) => pattern.test(action));
          if (soap !== null && found !== undefined) report(soap, { action, name, what: found[1], whatZh: found[2] });
        }
    },
  }),
  defineRule({
    id: "faults-indistinct",
    category: "wire",
    severity: "warning",
    title: ["faults that no reader can tell apart", "读取方无法区分的 fault"],
    message: [
      'faults "{first}" and "{name}" of operation "{operation}" have the same detail: {element}',
      "操作“{operation}”的 fault“{first}”与“{name}”的 detail 相同：{element}",
    ],
    advice: [
      "give each fault its own element; the first one is read for both",
      "请为每个 fault 定义各自的元素；两者都会按第一个解读",
    ],
    check({ model }, report) {
      for (const { operations } of model.portTypes.values())
        for (const { name, faults } of operations) {
          const seen = new Map<string, string>();
          for (const fault of faults) {
            const element = fault.message.parts[0]?.element;
            if (!element) continue;
            const key = nameKey(element.name);
            const first = seen.get(key);
            if (first === undefined) seen.set(key, fault.name);
            else report(fault, { first, name: fault.name, operation: name, element: key });
          }
        }
    },
  }),
  defineRule({
    id: "string-payload",
    category: "wire",
    severity: "info",
    title: ["message that is one string", "报文只是一个字符串"],
    message: [
      'operation "{name}" takes one unrestricted string and answers with one: the real message is probably inside it',
      "操作“{name}”的请求与应答都只是一个不限内容的字符串：真正的报文很可能在其中",
    ],
    advice: [
      "ask for the schema of the content, and map the operation to payload roots in the manifest",
      "请索取其内容的模式，并在 manifest 中将该操作映射到载荷根元素",
    ],
    check({ model }, report) {
      for (const { operations } of model.portTypes.values())
        for (const { name, at, input, output } of operations)
          if (input !== null && output !== null && isOneString(input) && isOneString(output)) report(at, { name });
    },
  }),
  defineRule({
    id: "optional-nillable",
    category: "wire",
    severity: "info",
    title: ["elements that can be absent, nil or empty", "元素可缺失、可为 nil、也可为空"],
    message: [
      '{count} elements of this document are both optional and nillable; the first is "{name}"',
      "本文档有 {count} 个元素既可省略又可为 nil，首个是“{name}”",
    ],
    advice: [
      "ask which form the other side means by no value; the types keep absent and nil apart",
      "请确认对方以哪一种形式表示无值；生成的类型会区分缺失与 nil",
    ],
    check({ components }, report) {
      const files = new Map<string, { first: ElementDeclaration; count: number }>();
      for (const { element, particle } of components.elements) {
        if (particle === null || particle.min > 0 || !element.nillable || element.scope !== "local") continue;
        const known = files.get(element.at.file);
        if (known === undefined) files.set(element.at.file, { first: element, count: 1 });
        else known.count++;
      }
      for (const { first, count } of files.values()) report(first, { count, name: first.name.local });
    },
  }),
  defineRule({
    id: "address-local",
    category: "wire",
    severity: "info",
    title: ["address that only works at the publisher's", "仅在发布方内部有效的地址"],
    message: ['the address of port "{port}" is {address}', "端口“{port}”的地址是 {address}"],
    advice: ["ask for the public address and pass it to the client", "请索取公网地址，并传给客户端"],
    check({ documents }, report) {
      for (const { root, kind } of documents) {
        if (kind !== "wsdl") continue;
        for (const port of wsdlChildren(root, "service").flatMap((s) => wsdlChildren(s, "port"))) {
          const node = port.children.find((c) => c.local === "address");
          const address = node?.attr("location")?.trim() ?? "";
          const host = /^https?:\/\/(?:[^/@]*@)?(\[[^\]]*\]|[^/:?#]*)/i.exec(address)?.[1]?.toLowerCase();
          if (node !== undefined && host !== undefined && isLocalHost(host))
            report(node, { port: port.attr("name") ?? "", address });
        }
      }
    },
  }),
  defineRule({
    id: "port-missing",
    category: "wire",
    severity: "warning",
    title: ["description without a SOAP port", "没有 SOAP 端口的服务描述"],
    message: ["operations are described, but no service has a SOAP port", "描述了操作，但没有任何服务提供 SOAP 端口"],
    advice: [
      "pass the document that has the service, or ask for the address, style and SOAPAction",
      "请一并提供含 service 的文档，或索取地址、风格与 SOAPAction",
    ],
    check({ model, hasGaps }, report) {
      const [first] = model.portTypes.values();
      const hasPort = model.services.some((s) => s.ports.some((p) => p.binding.protocol === "soap"));
      if (first !== undefined && !hasPort && !hasGaps) report(first);
    },
  }),
];

/** Whether a message is one part that is, or whose element wraps, one string without facets. */
function isOneString({ parts }: WsdlMessage): boolean {
  const [part] = parts;
  if (part === undefined || parts.length !== 1) return false;
  return part.element === null ? isPlainString(part.type) : isWrappedString(part.element.type);
}

function isWrappedString(type: Type): boolean {
  if (type.kind === "simple") return isPlainString(type);
  const term = onlyTerm(type);
  return term !== null && isPlainString(term.type);
}

/** The one element of a type's content. */
function onlyTerm(type: ComplexType): ElementDeclaration | null {
  let particle = type === ANY_TYPE ? null : type.particle;
  while (particle !== null && particle.max === 1) {
    const { term } = particle;
    if (term.kind === "element") return type.attributes.length === 0 ? term : null;
    if (term.kind === "any" || term.particles.length !== 1) return null;
    particle = term.particles[0] ?? null;
  }
  return null;
}

function isPlainString(type: Type | null): type is SimpleType {
  return type?.kind === "simple" && type.name?.ns === XSD_NS && type.name.local === "string";
}

function isLocalHost(host: string): boolean {
  return (
    !host.includes(".") ||
    host === "[::1]" ||
    /^(127|10)\.|^192\.168\.|^172\.(1[6-9]|2\d|3[01])\.|\.(local|localdomain|internal|lan|corp)$/.test(host)
  );
}
