import type { AttachmentPlan, BindingPlan, BoundPlan, OperationPlan, ServicePlan, View } from "../plan.ts";
import { loads } from "./constructs.ts";
import { type DescriptorOrder, messageConst, messageTypeText, useReference } from "./descriptors.ts";
import { comment, labelOf } from "./doc.ts";
import { Code, type Literal, literal, property } from "./literal.ts";
import { specifierOf } from "./module.ts";
import { type Place, useText } from "./types.ts";

const GEN1 = "@coo/soap/gen1";

/** The constants that are handed to `createClient` and `createReceiver`. */
export function serviceLines(service: ServicePlan, order: DescriptorOrder, place: Place): string[] {
  const { module } = order;
  module.type(GEN1, "ServiceDescriptor");
  module.type(GEN1, "OperationDescriptor");
  const types = service.operations.map((op) => {
    const response = op.oneWay && !hasContent(op) ? "undefined" : messageTypeText(op.response, place);
    const line = `  ${property(op.key)}: OperationDescriptor<${messageTypeText(op.request, place)}, ${response}, "${op.direction}">${attachedText(op, module)}${headedText(op, place)};`;
    return [...comment(operationDoc(op), "  "), line].join("\n");
  });
  const values = service.operations.map(
    (op) => `    ${property(op.key)}: ${literal(operationLiteral(op, order), "    ", 60)},`,
  );
  const { zh, en } = labelOf(service.annotation);
  const label = [zh, en].filter((t) => t !== "").join(" · ");
  return [
    ...comment([
      label === ""
        ? `Service ${service.name}: what a client or receiver is given.`
        : `${label}. Service ${service.name}.`,
    ]),
    `export const ${service.valueName}: ServiceDescriptor<{\n${types.join("\n")}\n}> = {`,
    `  k: "service",`,
    `  name: ${literal(service.name)},`,
    `  edition: ${literal(service.edition)},`,
    `  namespace: ${literal(service.namespace)},`,
    "  operations: {",
    ...values,
    "  },",
    "};",
    "",
  ];
}

/** What the attachments of an operation are, for the compiler. Every one may be left out: sending one is refused. */
function attachedText(op: OperationPlan, module: DescriptorOrder["module"]): string {
  const members = (side: "attachments" | "outputAttachments"): string => {
    const names = new Set(op.bindings.flatMap((b) => b[side].map((a) => a.name)));
    const fields = [...names].map((name) => `readonly ${property(name)}?: Uint8Array`);
    return fields.length > 0 ? `{ ${fields.join("; ")} }` : "";
  };
  const [request, response] = [members("attachments"), members("outputAttachments")];
  if (request === "" && response === "") return "";
  const nothing = "Readonly<Record<never, Uint8Array>>";
  return ` & ${module.type(GEN1, "Attached")}<${request || nothing}${response === "" ? "" : `, ${response}`}>`;
}

/** What the header parts of an operation are, for the compiler. Every one may be left out, as on the wire. */
function headedText(op: OperationPlan, place: Place): string {
  const members = (side: "headers" | "outputHeaders" | "headerFaults", view: View): string => {
    const texts = new Map<string, Set<string>>();
    for (const part of op.bindings.flatMap((b) => b[side])) {
      const known = texts.get(part.name) ?? new Set();
      texts.set(part.name, known.add(useText(part.type, view, place)));
    }
    const fields = [...texts].map(([name, types]) => `readonly ${property(name)}?: ${[...types].join(" | ")}`);
    return fields.length > 0 ? `{ ${fields.join("; ")} }` : "";
  };
  const sides = [
    members("headers", op.request.view),
    members("outputHeaders", op.response.view),
    members("headerFaults", op.response.view),
  ];
  while (sides.at(-1) === "") sides.pop();
  if (sides.length === 0) return "";
  const nothing = sides.includes("") ? place.module.type(GEN1, "NoHeaders") : "";
  return ` & ${place.module.type(GEN1, "Headed")}<${sides.map((side) => side || nothing).join(", ")}>`;
}

function hasContent(op: OperationPlan): boolean {
  return (
    op.response.type.k !== "complex" || op.response.type.type.content !== null || op.response.type.type.attrs.length > 0
  );
}

function operationDoc(op: OperationPlan): string[] {
  const { zh, en } = labelOf(op.annotation);
  const name = [op.nameZh ?? zh, op.nameEn ?? en].filter((t) => t !== "").join(" · ");
  const facts: string[] = [];
  if (op.no !== null) facts.push(`interface ${op.no}`);
  if (op.kind) facts.push(op.kind);
  if (op.direction === "push") facts.push("we receive it");
  const sentence = [name, facts.join(", ")].filter((t) => t !== "").join("; ");
  return sentence === "" ? [] : [`${sentence}.`];
}

function operationLiteral(op: OperationPlan, order: DescriptorOrder): Literal {
  const message = (m: OperationPlan["request"]): Code => {
    const name = messageConst(m);
    return new Code(
      m.file === order.file ? name : order.module.value(specifierOf(order.file.package, m.file, "types"), name),
    );
  };
  const empty = op.oneWay && !hasContent(op);
  return {
    k: "operation",
    name: op.name,
    direction: op.direction,
    no: op.no ?? undefined,
    nameZh: op.nameZh ?? undefined,
    nameEn: op.nameEn ?? undefined,
    kind: op.kind ?? undefined,
    effect: op.effect,
    request: message(op.request),
    response: empty
      ? new Code(`{ k: "message", name: "", type: { k: "complex", name: "", ns: "" } }`)
      : message(op.response),
    faults: op.faults.length > 0 ? op.faults.map(message) : undefined,
    bindings: op.bindings.map((b) => bindingLiteral(b, order)),
    paging: (op.paging as Literal | null) ?? undefined,
    oneWay: op.oneWay || undefined,
  };
}

function bindingLiteral(b: BindingPlan, order: DescriptorOrder): Literal {
  if (b.use === "encoded") loads(order.module, "encoded");
  return {
    port: b.port,
    soapVersion: b.soapVersion,
    style: b.style,
    use: b.use,
    soapAction: b.soapAction,
    input: boundLiteral(b.input, order),
    output: b.output ? boundLiteral(b.output, order) : undefined,
    headers: partLiterals(b.headers, order),
    outputHeaders: partLiterals(b.outputHeaders, order),
    headerFaults: partLiterals(b.headerFaults, order),
    attachments: attachmentLiterals(b.attachments),
    outputAttachments: attachmentLiterals(b.outputAttachments),
    shape: b.shape,
  };
}

function boundLiteral(bound: BoundPlan, order: DescriptorOrder): Literal {
  return { name: bound.name, ns: bound.ns, parts: bound.parts.map((p) => partLiteral(p, order)) };
}

function attachmentLiterals(plans: readonly AttachmentPlan[]): Literal[] | undefined {
  return plans.length > 0 ? plans.map(({ name, contentTypes }) => ({ name, contentTypes })) : undefined;
}

function partLiterals(parts: BindingPlan["headers"], order: DescriptorOrder): Literal[] | undefined {
  return parts.length > 0 ? parts.map((p) => partLiteral(p, order)) : undefined;
}

function partLiteral(part: BoundPlan["parts"][number], order: DescriptorOrder): Literal {
  return {
    name: part.name,
    element: part.element ? { name: part.element.local, ns: part.element.ns } : undefined,
    type: useReference(part.type, order),
  };
}
