import { wsdlDocumentation } from "./annotations.ts";
import { NO_ANNOTATION } from "./builtins.ts";
import type { Definitions } from "./graph.ts";
import type { WsdlFault, WsdlMessage, WsdlOperation } from "./model.ts";
import { collapse, listItems, WSDL_NS } from "./names.ts";
import type { XNode } from "./tree.ts";
import type { WsdlBuilder } from "./wsdl-builder.ts";

/** Reads an operation of a port type. The order of input and output decides the pattern. */
export function readOperation(node: XNode, definitions: Definitions, builder: WsdlBuilder): WsdlOperation | null {
  const name = builder.required(node, "name");
  if (name === null) return null;
  builder.attachments(node, "operation", name);
  const inputNode = node.child(WSDL_NS, "input");
  const outputNode = node.child(WSDL_NS, "output");
  const message = (at: XNode | undefined, kind: string): WsdlOperation["input"] => {
    if (at === undefined) return null;
    builder.attachments(at, kind, name);
    const ref = builder.required(at, "message");
    if (ref === null) return null;
    return builder.message(ref, at, definitions) ?? unknownMessage(ref, at, definitions);
  };
  const faults: WsdlFault[] = [];
  for (const child of node.children) {
    if (child.ns !== WSDL_NS || child.local !== "fault") continue;
    const ref = builder.required(child, "message");
    const found = ref === null ? null : builder.optionalMessage(ref, child, "wsdl:fault");
    builder.attachments(child, "fault", name);
    if (found === null) continue;
    faults.push({
      name: collapse(child.attr("name") ?? found.name.local),
      message: found,
      at: child.at,
      annotation: wsdlDocumentation(child),
    });
  }
  if (inputNode === undefined && outputNode === undefined) builder.problems.report("operation-empty", node, { name });
  const inputFirst = node.children.find((c) => c === inputNode || c === outputNode) === inputNode;
  const pattern =
    inputNode === undefined
      ? "notification"
      : outputNode === undefined
        ? "one-way"
        : inputFirst
          ? "request-response"
          : "solicit-response";
  return {
    name: collapse(name),
    pattern,
    input: message(inputNode, "input"),
    inputName: inputNode?.attr("name") ?? null,
    output: message(outputNode, "output"),
    outputName: outputNode?.attr("name") ?? null,
    faults,
    parameterOrder: listItems(node.attr("parameterOrder") ?? ""),
    at: node.at,
    annotation: wsdlDocumentation(node),
  };
}

/** Stands for a message that is unknown, as was reported: no parts. */
function unknownMessage(text: string, node: XNode, definitions: Definitions): WsdlMessage {
  const name = { ns: definitions.namespace, local: collapse(text).replace(/^.*:/, "") };
  return { name, parts: [], at: node.at, annotation: NO_ANNOTATION };
}

/** Name of an input or output, by the default rules of WSDL 1.1 section 2.4.5 when it has none. */
export function messageName(operation: WsdlOperation, direction: "input" | "output"): string {
  const stated = direction === "input" ? operation.inputName : operation.outputName;
  if (stated !== null) return stated;
  switch (operation.pattern) {
    case "one-way":
    case "notification":
      return operation.name;
    case "request-response":
      return operation.name + (direction === "input" ? "Request" : "Response");
    default:
      return operation.name + (direction === "output" ? "Solicit" : "Response");
  }
}
