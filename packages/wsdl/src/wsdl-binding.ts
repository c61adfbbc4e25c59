import { wsdlDocumentation } from "./annotations.ts";
import type { Definitions } from "./graph.ts";
import type {
  Binding,
  BindingOperation,
  BoundFault,
  BoundHeader,
  BoundMessage,
  PortType,
  WsdlMessage,
  WsdlOperation,
  WsdlPart,
} from "./model.ts";
import { collapse, WSDL_NS } from "./names.ts";
import { type Draft, display } from "./symbols.ts";
import type { XNode } from "./tree.ts";
import type { WsdlBuilder } from "./wsdl-builder.ts";
import { messageName } from "./wsdl-operation.ts";
import { chosenParts } from "./wsdl-parts.ts";

/** Namespace of the SOAP 1.1 binding of WSDL. */
export const SOAP11_WSDL_NS = "http://schemas.xmlsoap.org/wsdl/soap/";
/** Namespace of the SOAP 1.2 binding of WSDL. */
export const SOAP12_WSDL_NS = "http://schemas.xmlsoap.org/wsdl/soap12/";
const HTTP_WSDL_NS = "http://schemas.xmlsoap.org/wsdl/http/";
const MIME_WSDL_NS = "http://schemas.xmlsoap.org/wsdl/mime/";

/** Fills `binding` from its statement; the port type is known. */
export function readBinding(binding: Binding, node: XNode, definitions: Definitions, builder: WsdlBuilder): void {
  const draft: Draft<Binding> = binding;
  const soap = node.children.find((c) => c.local === "binding" && (c.ns === SOAP11_WSDL_NS || c.ns === SOAP12_WSDL_NS));
  const http = node.children.find((c) => c.local === "binding" && c.ns === HTTP_WSDL_NS);
  if (soap !== undefined) {
    draft.protocol = "soap";
    draft.soapVersion = soap.ns === SOAP11_WSDL_NS ? "1.1" : "1.2";
    draft.style = styleOf(soap, builder) ?? "document";
    draft.transport = soap.attr("transport")?.trim() ?? "";
  } else if (http !== undefined) {
    draft.protocol = "http";
    builder.recorded.push({ construct: "http:binding", at: http.at });
  }
  const operations: BindingOperation[] = [];
  for (const child of node.children) {
    if (child.ns !== WSDL_NS || child.local !== "operation") continue;
    const operation = readBindingOperation(binding, child, definitions, builder);
    if (operation !== null) operations.push(operation);
  }
  draft.operations = operations;
}

function styleOf(node: XNode, builder: WsdlBuilder): "document" | "rpc" | null {
  const style = node.attr("style")?.trim();
  if (style === undefined) return null;
  if (style === "document" || style === "rpc") return style;
  builder.problems.report("wsdl-value", node, {
    value: style,
    name: "style",
    element: `soap:${node.local}`,
    expected: "document or rpc",
    expectedZh: "document 或 rpc",
  });
  return null;
}

function useOf(node: XNode, builder: WsdlBuilder): "literal" | "encoded" {
  const use = node.attr("use")?.trim();
  if (use === "encoded") return use;
  if (use !== undefined && use !== "literal") {
    builder.problems.report("wsdl-value", node, {
      value: use,
      name: "use",
      element: `soap:${node.local}`,
      expected: "literal or encoded",
      expectedZh: "literal 或 encoded",
    });
  }
  return "literal";
}

function isSoap(node: XNode): boolean {
  return node.ns === SOAP11_WSDL_NS || node.ns === SOAP12_WSDL_NS;
}

function readBindingOperation(
  binding: Binding,
  node: XNode,
  definitions: Definitions,
  builder: WsdlBuilder,
): BindingOperation | null {
  const name = builder.required(node, "name");
  if (name === null) return null;
  builder.attachments(node, "binding operation", name);
  const operation = boundOperation(binding, node, collapse(name), builder);
  if (operation === null) return null;
  const soap = node.children.find((c) => c.local === "operation" && isSoap(c));
  const inputNode = node.child(WSDL_NS, "input");
  const outputNode = node.child(WSDL_NS, "output");
  const faults: BoundFault[] = [];
  for (const child of node.children) {
    if (child.ns !== WSDL_NS || child.local !== "fault") continue;
    const fault = readFault(operation, child, builder);
    if (fault !== null) faults.push(fault);
  }
  return {
    operation,
    style: (soap === undefined ? null : styleOf(soap, builder)) ?? binding.style,
    soapAction: soap?.attr("soapAction") ?? null,
    input: boundMessage(operation.input, inputNode, "binding input", name, definitions, builder),
    output: boundMessage(operation.output, outputNode, "binding output", name, definitions, builder),
    faults,
    at: node.at,
    annotation: wsdlDocumentation(node),
  };
}

const operationIndex = new WeakMap<PortType, Map<string, WsdlOperation[]>>();

/** Operations by name; looked up once per bound operation, so worth an index. */
function byName(portType: PortType): Map<string, WsdlOperation[]> {
  let index = operationIndex.get(portType);
  if (index === undefined) {
    index = new Map();
    for (const operation of portType.operations) {
      const list = index.get(operation.name);
      if (list === undefined) index.set(operation.name, [operation]);
      else list.push(operation);
    }
    operationIndex.set(portType, index);
  }
  return index;
}

/** The port type's operation; overloads are told apart by the names of input and output. */
function boundOperation(binding: Binding, node: XNode, name: string, builder: WsdlBuilder): WsdlOperation | null {
  const { operations } = binding.portType;
  const named = byName(binding.portType).get(name) ?? [];
  const portType = display(binding.portType.name);
  if (named.length === 0) {
    const known = operations.map((o) => o.name).slice(0, 10);
    builder.problems.report("operation-unknown", node, { name, portType, known: known.join(", ") || "–" });
    return null;
  }
  if (named.length === 1) return named[0] ?? null;
  const input = node.child(WSDL_NS, "input")?.attr("name");
  const output = node.child(WSDL_NS, "output")?.attr("name");
  const fitting = named.filter(
    (o) =>
      (input === undefined || messageName(o, "input") === input) &&
      (output === undefined || messageName(o, "output") === output),
  );
  if (fitting.length !== 1) builder.problems.report("operation-ambiguous", node, { name, portType });
  return fitting[0] ?? null;
}

function readFault(operation: WsdlOperation, node: XNode, builder: WsdlBuilder): BoundFault | null {
  const soap = node.children.find((c) => c.local === "fault" && isSoap(c));
  const name = collapse(node.attr("name") ?? soap?.attr("name") ?? "");
  const fault =
    operation.faults.find((f) => f.name === name) ??
    (name === "" && operation.faults.length === 1 ? operation.faults[0] : undefined);
  if (fault === undefined) {
    builder.problems.report("fault-unknown", node, {
      name,
      operation: operation.name,
      known: operation.faults.map((f) => f.name).join(", ") || "–",
    });
    return null;
  }
  return {
    fault,
    use: soap === undefined ? "literal" : useOf(soap, builder),
    encodingStyle: soap?.attr("encodingStyle")?.trim() ?? "",
    namespace: soap?.attr("namespace")?.trim() ?? "",
    at: node.at,
  };
}

function boundMessage(
  message: WsdlMessage | null,
  node: XNode | undefined,
  kind: string,
  operation: string,
  definitions: Definitions,
  builder: WsdlBuilder,
): BoundMessage | null {
  if (message === null) return null;
  if (node !== undefined) builder.attachments(node, kind, operation);
  // What stands inside a multipart counts as well.
  const statements: XNode[] = [];
  const mime: { part: string; types: string[] }[] = [];
  const collect = (at: XNode): void => {
    for (const child of at.children) {
      if (isSoap(child)) statements.push(child);
      else if (child.ns === MIME_WSDL_NS) {
        if (child.local === "content" || child.local === "mimeXml") addMime(mime, child, message, builder);
        else {
          if (child.local === "multipartRelated")
            builder.recorded.push({ construct: "mime:multipartRelated", at: child.at });
          collect(child);
        }
      }
    }
  };
  if (node !== undefined) collect(node);
  const body = statements.find((s) => s.local === "body");
  const headers = statements
    .filter((s) => s.local === "header")
    .flatMap((s) => readHeader(s, message, definitions, builder) ?? []);
  let stated = body === undefined ? null : chosenParts(message, body.attr("parts"), body, builder.problems);
  // parts="" binds nothing; when no name fits, the attribute is a mistake and all parts are meant.
  if (stated?.length === 0 && body?.attr("parts")?.trim() !== "") stated = null;
  const elsewhere = new Set<WsdlPart>(headers.filter((h) => h.message === message).map((h) => h.part));
  for (const { part } of mime) for (const p of message.parts) if (p.name === part) elsewhere.add(p);
  return {
    use: body === undefined ? "literal" : useOf(body, builder),
    encodingStyle: body?.attr("encodingStyle")?.trim() ?? "",
    namespace: body?.attr("namespace")?.trim() ?? "",
    body: stated ?? message.parts.filter((p) => !elsewhere.has(p)),
    headers,
    mime,
  };
}

function addMime(
  mime: { part: string; types: string[] }[],
  node: XNode,
  message: WsdlMessage,
  builder: WsdlBuilder,
): void {
  const part = node.attr("part")?.trim() ?? (message.parts.length === 1 ? (message.parts[0]?.name ?? "") : "");
  if (part === "") return;
  chosenParts(message, part, node, builder.problems);
  const type = node.local === "mimeXml" ? "text/xml" : (node.attr("type")?.trim() ?? "*/*");
  const known = mime.find((m) => m.part === part);
  if (known === undefined) mime.push({ part, types: [type] });
  else if (!known.types.includes(type)) known.types.push(type);
}

function readHeader(node: XNode, own: WsdlMessage, definitions: Definitions, builder: WsdlBuilder): BoundHeader | null {
  const ref = node.attr("message");
  const name = builder.required(node, "part");
  if (name === null) return null;
  if (ref === undefined) builder.problems.report("header-message", node);
  const message = ref === undefined ? own : builder.optionalMessage(ref, node, `soap:${node.local}`);
  if (message === null) return null;
  const part = chosenParts(message, name, node, builder.problems)?.[0];
  if (part === undefined) return null;
  const faults = node.children
    .filter((c) => c.ns === node.ns && c.local === "headerfault")
    .flatMap((c) => readHeader(c, own, definitions, builder) ?? []);
  return {
    message,
    part,
    use: useOf(node, builder),
    encodingStyle: node.attr("encodingStyle")?.trim() ?? "",
    namespace: node.attr("namespace")?.trim() ?? "",
    at: node.at,
    faults,
  };
}
