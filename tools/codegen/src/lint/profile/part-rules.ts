import { nameKey, type WsdlPart } from "@coo/wsdl";
import type { LintContext } from "../context.ts";
import { defineRule, type LintRule } from "../rule.ts";
import { type BindingStatement, isLiteral, type MessageStatement, type OperationStatement } from "../statements.ts";

/** Input or output of a bound operation, seen from both sides. */
interface BoundPart {
  readonly binding: BindingStatement;
  readonly operation: OperationStatement;
  readonly message: MessageStatement;
}

/** Rules about which parts of a message go where. */
export const partRules: readonly LintRule[] = [
  defineRule({
    id: "R2201",
    category: "wsi",
    severity: "warning",
    title: ["document/literal body with several parts", "document/literal 的 body 含有多个 part"],
    message: ["soap:body lists {count} parts: {parts}", "soap:body 列出了 {count} 个 part：{parts}"],
    advice: [
      "wrap them in one element; readers expect one child of the body",
      "请用一个元素包裹；接收方只认 Body 的一个子元素",
    ],
    check(context, report) {
      for (const { operation, message } of bound(context, "document"))
        for (const body of message.bodies) {
          const parts = body.attr("parts")?.trim().split(/\s+/) ?? [];
          if (isLiteral(body) && parts.length > 1)
            report(body, { count: parts.length, parts: parts.join(", "), operation: operation.name });
        }
    },
  }),
  defineRule({
    id: "R2210",
    category: "wsi",
    severity: "warning",
    title: ["document/literal message with several parts and no choice", "document/literal 消息有多个 part 而未指明"],
    message: [
      'message "{message}" has {count} parts and soap:body does not say which one it carries',
      "消息“{message}”有 {count} 个 part，而 soap:body 未指明承载哪一个",
    ],
    advice: [
      "name one part in parts=, or give the message one part",
      "请在 parts= 中指明一个 part，或让消息只含一个 part",
    ],
    check(context, report) {
      for (const { operation, message } of bound(context, "document")) {
        const said = abstractMessage(operation, message);
        for (const body of message.bodies)
          if (said !== null && isLiteral(body) && body.attr("parts") === undefined && said.parts.length > 1)
            report(body, { message: said.name.local, count: said.parts.length });
      }
    },
  }),
  defineRule({
    id: "R2203",
    category: "wsi",
    severity: "warning",
    title: ["rpc/literal body with a part that is an element", "rpc/literal 的 body 引用了 element 形式的 part"],
    message: ['part "{part}" of the body is defined by element=', "body 的 part“{part}”由 element= 定义"],
    advice: ["define the part by type=, or use style document", "请用 type= 定义该 part，或改用 document 风格"],
    check(context, report) {
      for (const { body, part } of bodyParts(context, "rpc"))
        if (part.element !== null) report(body, { part: part.name });
    },
  }),
  defineRule({
    id: "R2204",
    category: "wsi",
    severity: "warning",
    title: ["document/literal body with a part that is a type", "document/literal 的 body 引用了 type 形式的 part"],
    message: ['part "{part}" of the body is defined by type=', "body 的 part“{part}”由 type= 定义"],
    advice: [
      "define the part by element=; with type= the name of the root is open",
      "请用 element= 定义该 part；用 type= 时根元素的名称无从得知",
    ],
    check(context, report) {
      for (const { body, part } of bodyParts(context, "document"))
        if (part.element === null) report(body, { part: part.name });
    },
  }),
  defineRule({
    id: "R2205",
    category: "wsi",
    severity: "warning",
    title: ["header or fault with a part that is a type", "报文头或 fault 引用了 type 形式的 part"],
    message: [
      'soap:{element} refers to part "{part}", which is defined by type=',
      "soap:{element} 引用的 part“{part}”由 type= 定义",
    ],
    advice: ["define the part by element=", "请用 element= 定义该 part"],
    check(context, report) {
      for (const { operations } of context.bindings)
        for (const { operation, faults } of operations) {
          if (operation === null) continue;
          for (const header of [...(operation.input?.headers ?? []), ...(operation.output?.headers ?? [])])
            for (const h of [header, ...header.faults])
              if (h.use === "literal" && h.part.element === null)
                report(h, { element: h === header ? "header" : "headerfault", part: h.part.name });
          for (const bound of operation.faults) {
            const place = faults.find((f) => f.node.at === bound.at)?.soap;
            for (const part of bound.fault.message.parts)
              if (place && bound.use === "literal" && part.element === null)
                report(place, { element: "fault", part: part.name });
          }
        }
    },
  }),
  defineRule({
    id: "R2209",
    category: "wsi",
    severity: "warning",
    title: ["part that no SOAP element binds", "没有被任何 SOAP 元素绑定的 part"],
    message: [
      'part "{part}" of message "{message}" is bound to neither body nor header: it is never sent',
      "消息“{message}”的 part“{part}”既未绑定到 body 也未绑定到 header，永远不会发送",
    ],
    advice: ["add it to parts= or bind it to a soap:header", "请加入 parts=，或绑定到 soap:header"],
    check(context, report) {
      for (const { operation, message } of bound(context, null)) {
        const said = abstractMessage(operation, message);
        const model = operation.operation?.[message.direction];
        if (said === null || !model) continue;
        const sent = new Set<WsdlPart>([
          ...model.body,
          ...model.headers.filter((h) => h.message === said).map((h) => h.part),
        ]);
        const attached = new Set(model.mime.map((m) => m.part));
        for (const part of said.parts)
          if (!sent.has(part) && !attached.has(part.name))
            report(message.node, { part: part.name, message: said.name.local });
      }
    },
  }),
  defineRule({
    id: "R1014",
    category: "wsi",
    severity: "warning",
    title: ["body child without namespace", "Body 的子元素没有命名空间"],
    message: ['the body carries element "{name}", which has no namespace', "body 承载的元素“{name}”没有命名空间"],
    advice: ["declare the element in a schema with a target namespace", "请在带目标命名空间的模式中声明该元素"],
    check(context, report) {
      for (const { body, part } of bodyParts(context, "document"))
        if (part.element !== null && part.element.name.ns === "")
          report(body, { name: nameKey(part.element.name).slice(2) });
    },
  }),
];

/** Every input and output of SOAP bindings, of one style or of both. */
function* bound({ bindings }: LintContext, style: "document" | "rpc" | null): Generator<BoundPart> {
  for (const binding of bindings) {
    if (binding.soap === null) continue;
    for (const operation of binding.operations)
      if (style === null || operation.style === style)
        for (const message of operation.messages) yield { binding, operation, message };
  }
}

/** Parts of literal bodies, by the soap:body they go into. */
function* bodyParts(
  context: LintContext,
  style: "document" | "rpc",
): Generator<{ body: BoundPart["binding"]["node"]; part: WsdlPart }> {
  for (const { operation, message } of bound(context, style)) {
    const body = message.bodies[0];
    const model = operation.operation?.[message.direction];
    if (body === undefined || !model || !isLiteral(body)) continue;
    for (const part of model.body) yield { body, part };
  }
}

function abstractMessage({ operation }: OperationStatement, { direction }: MessageStatement) {
  return operation?.operation[direction] ?? null;
}
