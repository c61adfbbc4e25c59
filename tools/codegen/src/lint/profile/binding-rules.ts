import { nameKey } from "@coo/wsdl";
import { defineRule, type LintRule } from "../rule.ts";
import { isLiteral, type OperationStatement, SOAP11_WSDL_NS, SOAP12_WSDL_NS, wsdlChildren } from "../statements.ts";

const HTTP_TRANSPORT = "http://schemas.xmlsoap.org/soap/http";
/** What SOAP 1.2 calls the same. */
const HTTP_TRANSPORT_12 = "http://www.w3.org/2003/05/soap/bindings/HTTP/";

/** Rules about bindings and ports as a whole. */
export const bindingRules: readonly LintRule[] = [
  defineRule({
    id: "R2401",
    category: "wsi",
    severity: "info",
    title: ["binding other than SOAP 1.1", "非 SOAP 1.1 的绑定"],
    message: ['binding "{name}" is not a SOAP 1.1 binding', "绑定“{name}”不是 SOAP 1.1 绑定"],
    advice: ["make sure that there is a SOAP 1.1 port beside it", "请确认另有 SOAP 1.1 端口"],
    check({ bindings }, report) {
      for (const { node, soap } of bindings)
        if (soap?.ns !== SOAP11_WSDL_NS) report(node, { name: node.attr("name") ?? "" });
    },
  }),
  defineRule({
    id: "R2701",
    category: "wsi",
    severity: "warning",
    title: ["soap:binding without transport", "soap:binding 未指明 transport"],
    message: ["soap:binding names no transport", "soap:binding 未给出 transport"],
    advice: [`write transport="${HTTP_TRANSPORT}"`, `请写 transport="${HTTP_TRANSPORT}"`],
    check({ bindings }, report) {
      for (const { soap } of bindings) if (soap !== null && (soap.attr("transport")?.trim() ?? "") === "") report(soap);
    },
  }),
  defineRule({
    id: "R2702",
    category: "wsi",
    severity: "warning",
    title: ["transport other than HTTP", "传输方式不是 HTTP"],
    message: ['the transport is "{transport}"', "transport 是“{transport}”"],
    advice: [`SOAP over HTTP is "${HTTP_TRANSPORT}"`, `HTTP 传输应为“${HTTP_TRANSPORT}”`],
    check({ bindings }, report) {
      for (const { soap } of bindings) {
        const transport = soap?.attr("transport")?.trim() ?? "";
        const isHttp = transport === HTTP_TRANSPORT || (transport === HTTP_TRANSPORT_12 && soap?.ns === SOAP12_WSDL_NS);
        if (soap !== null && transport !== "" && !isHttp) report(soap, { transport });
      }
    },
  }),
  defineRule({
    id: "R2705",
    category: "wsi",
    severity: "warning",
    title: ["both styles in one binding", "同一绑定混用两种风格"],
    message: [
      'operation "{name}" is {style}, the ones before it are not',
      "操作“{name}”是 {style} 风格，与之前的操作不同",
    ],
    advice: ["use one style in a binding", "同一绑定内请只用一种风格"],
    check({ bindings }, report) {
      for (const { soap, operations } of bindings) {
        const odd = soap === null ? undefined : operations.find((o) => o.style !== operations[0]?.style);
        if (odd !== undefined) report(odd.soap ?? odd.node, { name: odd.name, style: odd.style });
      }
    },
  }),
  defineRule({
    id: "R2706",
    category: "wsi",
    severity: "warning",
    title: ["encoded instead of literal", "使用 encoded 而非 literal"],
    message: [
      "soap:{element} is encoded: types are told by xsi:type and values may be shared by reference",
      "soap:{element} 采用 encoded：类型由 xsi:type 指明，值可通过引用共享",
    ],
    advice: [
      'ask for use="literal"; no schema validator can judge encoded messages',
      '请要求对方提供 use="literal"；编码报文无法用模式校验',
    ],
    check({ bindings }, report) {
      for (const { operations } of bindings)
        for (const { messages } of operations)
          for (const { bodies, headers, headerFaults } of messages)
            for (const node of [...bodies, ...headers, ...headerFaults])
              if (!isLiteral(node)) report(node, { element: node.local });
    },
  }),
  defineRule({
    id: "R2710",
    category: "wsi",
    severity: "warning",
    title: ["two operations with the same request on the wire", "两个操作的请求报文在线上相同"],
    message: [
      'operations "{first}" and "{name}" are asked for by the same body: {signature}',
      "操作“{first}”与“{name}”的请求 Body 相同：{signature}",
    ],
    advice: [
      "give each its own request element; until then only the SOAPAction can tell them apart",
      "请为每个操作定义各自的请求元素；在此之前只能靠 SOAPAction 区分",
    ],
    check({ bindings }, report) {
      for (const { soap, operations } of bindings) {
        if (soap === null) continue;
        const seen = new Map<string, string>();
        for (const operation of operations) {
          const signature = requestSignature(operation);
          if (signature === null) continue;
          const first = seen.get(signature);
          if (first === undefined) seen.set(signature, operation.name);
          // Overloads of one name are R2304.
          else if (first !== operation.name)
            report(operation.node, {
              first,
              name: operation.name,
              signature: signature || "(empty)",
              signatureZh: signature || "（空）",
            });
        }
      }
    },
  }),
  defineRule({
    id: "R2711",
    category: "wsi",
    severity: "info",
    title: ["two SOAP 1.1 ports with one address", "两个 SOAP 1.1 端口地址相同"],
    message: [
      'ports "{first}" and "{name}" have the same address {address}',
      "端口“{first}”与“{name}”的地址相同：{address}",
    ],
    advice: ["a server can tell them apart by the body only", "服务端只能靠 Body 区分两者"],
    check({ documents }, report) {
      const seen = new Map<string, string>();
      for (const { root, kind } of documents) {
        if (kind !== "wsdl") continue;
        for (const port of wsdlChildren(root, "service").flatMap((s) => wsdlChildren(s, "port"))) {
          const address = port.child(SOAP11_WSDL_NS, "address")?.attr("location")?.trim() ?? "";
          const name = port.attr("name") ?? "";
          const first = seen.get(address);
          if (first !== undefined && address !== "") report(port, { first, name, address });
          else seen.set(address, name);
        }
      }
    },
  }),
  defineRule({
    id: "R2718",
    category: "wsi",
    severity: "warning",
    title: ["binding and port type have different operations", "绑定与端口类型的操作不一致"],
    message: ['binding "{binding}": {problem}', "绑定“{binding}”：{problem}"],
    advice: ["bind exactly the operations of the port type", "请恰好绑定端口类型的全部操作"],
    replaces: ["operation-unknown"],
    check({ bindings, problems }, report) {
      const unknown = new Set(
        problems.filter((p) => p.rule === "operation-unknown").map((p) => `${p.file}|${p.line}|${p.column}`),
      );
      for (const { node, soap, binding, operations } of bindings) {
        if (soap === null || binding === null) continue;
        const name = node.attr("name") ?? "";
        const said = new Set(operations.map((o) => o.operation?.operation));
        for (const operation of binding.portType.operations)
          if (!said.has(operation))
            report(node, {
              binding: name,
              problem: `operation "${operation.name}" of the port type is not bound`,
              problemZh: `未绑定端口类型的操作“${operation.name}”`,
            });
        for (const operation of operations)
          if (unknown.has(`${operation.node.at.file}|${operation.node.at.line}|${operation.node.at.column}`))
            report(operation.node, {
              binding: name,
              problem: `operation "${operation.name}" does not exist in the port type and is left out`,
              problemZh: `操作“${operation.name}”不在端口类型中，已略去`,
            });
      }
    },
  }),
  defineRule({
    id: "R2740",
    category: "wsi",
    severity: "info",
    title: ["declared fault that is not bound", "声明的 fault 未绑定"],
    message: [
      'fault "{fault}" of operation "{name}" has no soap:fault in the binding',
      "操作“{name}”的 fault“{fault}”在绑定中没有 soap:fault",
    ],
    advice: ["bind it, so that its detail can be read", "请绑定该 fault，以便解读其 detail"],
    check({ bindings }, report) {
      for (const { soap, operations } of bindings)
        for (const { node, name, operation, faults } of operations) {
          if (soap === null || operation === null) continue;
          const bound = new Set(
            operation.faults.filter((f) => faults.find((s) => s.node.at === f.at)?.soap).map((f) => f.fault),
          );
          for (const fault of operation.operation.faults)
            if (!bound.has(fault)) report(node, { fault: fault.name, name });
        }
    },
  }),
  defineRule({
    id: "R5001",
    category: "wsi",
    severity: "warning",
    title: ["address that is no HTTP or HTTPS URL", "地址不是 HTTP 或 HTTPS 网址"],
    message: ['the address of port "{port}" is "{address}"', "端口“{port}”的地址是“{address}”"],
    advice: [
      "the real address must come from the publisher; pass it to the client",
      "真实地址须向发布方索取，并传给客户端",
    ],
    check({ documents }, report) {
      for (const { root, kind } of documents) {
        if (kind !== "wsdl") continue;
        for (const port of wsdlChildren(root, "service").flatMap((s) => wsdlChildren(s, "port"))) {
          const node = port.child(SOAP11_WSDL_NS, "address");
          const address = node?.attr("location")?.trim();
          if (node !== undefined && address !== undefined && !/^https?:\/\/[^/]/i.test(address))
            report(node, { port: port.attr("name") ?? "", address });
        }
      }
    },
  }),
];

/** What the request's body starts with, `""` for an empty one; `null` when unknown or told by xsi:type. */
export function requestSignature({ operation, style, messages }: OperationStatement): string | null {
  const input = operation?.input;
  if (!operation || !input) return null;
  const body = messages.find((m) => m.direction === "input")?.bodies[0];
  if (style === "rpc") return nameKey({ ns: body?.attr("namespace")?.trim() ?? "", local: operation.operation.name });
  if (input.body.some((p) => p.element === null)) return null;
  return input.body.map((p) => (p.element === null ? "" : nameKey(p.element.name))).join(" ");
}
