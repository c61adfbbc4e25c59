import type { Binding, BindingOperation, Location, Model, ReadDocument, XNode } from "@coo/wsdl";
import { WSDL_NS } from "@coo/wsdl";

/** Namespace of the SOAP 1.1 binding of WSDL. */
export const SOAP11_WSDL_NS = "http://schemas.xmlsoap.org/wsdl/soap/";
/** Namespace of the SOAP 1.2 binding of WSDL. */
export const SOAP12_WSDL_NS = "http://schemas.xmlsoap.org/wsdl/soap12/";
const MIME_WSDL_NS = "http://schemas.xmlsoap.org/wsdl/mime/";

/** Input or output of a bound operation, with the SOAP elements inside it, those inside a multipart included. */
export interface MessageStatement {
  readonly direction: "input" | "output";
  readonly node: XNode;
  readonly bodies: readonly XNode[];
  readonly headers: readonly XNode[];
  readonly headerFaults: readonly XNode[];
}

/** A fault of a bound operation. */
export interface FaultStatement {
  readonly node: XNode;
  readonly soap: XNode | null;
}

/** An operation inside wsdl:binding. */
export interface OperationStatement {
  readonly node: XNode;
  readonly name: string;
  readonly soap: XNode | null;
  readonly style: "document" | "rpc";
  readonly messages: readonly MessageStatement[];
  readonly faults: readonly FaultStatement[];
  /** What the loader made of it; `null` when it does not belong to the port type. */
  readonly operation: BindingOperation | null;
}

/** A wsdl:binding as written, beside what the loader made of it. */
export interface BindingStatement {
  readonly node: XNode;
  /** The soap:binding element of either version; `null` for other protocols. */
  readonly soap: XNode | null;
  readonly style: "document" | "rpc";
  readonly operations: readonly OperationStatement[];
  readonly binding: Binding | null;
}

/** Whether an element belongs to the SOAP binding of WSDL, either version. */
export function isSoapElement(node: XNode): boolean {
  return node.ns === SOAP11_WSDL_NS || node.ns === SOAP12_WSDL_NS;
}

/** Whether `use` of a SOAP element says literal; literal is also what its absence means. */
export function isLiteral(node: XNode): boolean {
  return node.attr("use")?.trim() !== "encoded";
}

/** Every wsdl:binding of `documents`, in document order. */
export function bindingStatements(model: Model, documents: readonly ReadDocument[]): BindingStatement[] {
  const bindings = new Map<Location, Binding>();
  const operations = new Map<Location, BindingOperation>();
  for (const binding of model.bindings.values()) {
    bindings.set(binding.at, binding);
    for (const operation of binding.operations) operations.set(operation.at, operation);
  }
  return documents
    .filter((d) => d.kind === "wsdl")
    .flatMap((d) => wsdlChildren(d.root, "binding"))
    .map((node): BindingStatement => {
      const soap = node.children.find((c) => isSoapElement(c) && c.local === "binding") ?? null;
      const style = styleOf(soap) ?? "document";
      return {
        node,
        soap,
        style,
        operations: wsdlChildren(node, "operation").map((o) => operationStatement(o, style, operations)),
        binding: bindings.get(node.at) ?? null,
      };
    });
}

/** Children of `node` in the namespace of WSDL with this name. */
export function wsdlChildren(node: XNode, local: string): XNode[] {
  return node.children.filter((c) => c.ns === WSDL_NS && c.local === local);
}

function styleOf(node: XNode | null): "document" | "rpc" | null {
  const style = node?.attr("style")?.trim();
  return style === "document" || style === "rpc" ? style : null;
}

function operationStatement(
  node: XNode,
  style: "document" | "rpc",
  operations: ReadonlyMap<Location, BindingOperation>,
): OperationStatement {
  const soap = node.children.find((c) => isSoapElement(c) && c.local === "operation") ?? null;
  const messages: MessageStatement[] = [];
  for (const direction of ["input", "output"] as const)
    for (const child of wsdlChildren(node, direction)) messages.push(messageStatement(child, direction));
  return {
    node,
    name: node.attr("name")?.trim() ?? "",
    soap,
    style: styleOf(soap) ?? style,
    messages,
    faults: wsdlChildren(node, "fault").map((fault) => ({
      node: fault,
      soap: fault.children.find((c) => isSoapElement(c) && c.local === "fault") ?? null,
    })),
    operation: operations.get(node.at) ?? null,
  };
}

function messageStatement(node: XNode, direction: "input" | "output"): MessageStatement {
  const bodies: XNode[] = [];
  const headers: XNode[] = [];
  const collect = (at: XNode): void => {
    for (const child of at.children) {
      if (child.ns === MIME_WSDL_NS) collect(child);
      else if (isSoapElement(child) && child.local === "body") bodies.push(child);
      else if (isSoapElement(child) && child.local === "header") headers.push(child);
    }
  };
  collect(node);
  const headerFaults = headers.flatMap((h) => h.children.filter((c) => isSoapElement(c) && c.local === "headerfault"));
  return { direction, node, bodies, headers, headerFaults };
}
