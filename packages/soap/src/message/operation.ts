import type { ElementName } from "../codec/encode.ts";
import { SoapError } from "../errors.ts";
import type { BindingDescriptor, MessageDescriptor, OperationDescriptor } from "../gen1.ts";
import type { WireProfile } from "../wire-profile.ts";
import { wireName } from "./wire-names.ts";

/** An operation, whatever its messages are. */
export type AnyOperation = OperationDescriptor<unknown, unknown>;

/** Which of an operation's two messages. */
export type MessageKind = "request" | "response";

/** Name of the only operation of a dispatching service. */
export const DISPATCH_OPERATION = "exchange";

/**
 * Whether the messages of an operation are its body elements themselves, as in any ordinary WSDL, without Head and Body
 * of this field. Such an operation has typed bindings only.
 */
export function isPlain(operation: AnyOperation): boolean {
  const [first] = operation.bindings;
  if (!first || operation.bindings.some((b) => b.shape !== "typed")) return false;
  return first.style === "rpc" || operation.request.element !== undefined || first.input.parts.length !== 1;
}

/** Name of what stands in `bodyText` for the SOAP Body where several elements, or none, lie in it. */
const PARTS: ElementName = { name: "Body", ns: "" };

/**
 * Whether the parts of a message lie in the SOAP Body themselves, however many: a document of several parts, or of none.
 * The message's text then is an element `Body` in no namespace around them.
 */
export function hasBareParts(
  operation: AnyOperation,
  wire: Pick<WireProfile, "soapVersion" | "payload">,
  kind: MessageKind,
): boolean {
  const message: MessageDescriptor<unknown> = kind === "request" ? operation.request : operation.response;
  if (!isPlain(operation) || message.element) return false;
  const binding = bindingFor(operation, wire);
  const bound = kind === "request" ? binding?.input : binding?.output;
  return binding?.style === "document" && bound !== undefined && bound.parts.length !== 1;
}

/** The operation's binding for a profile: of its shape, and of its SOAP version if there is one. */
export function bindingFor(
  operation: AnyOperation,
  wire: Pick<WireProfile, "soapVersion" | "payload">,
): BindingDescriptor | undefined {
  const shape = isPlain(operation) || wire.payload === "typed" ? "typed" : "string";
  const fitting = operation.bindings.filter((b) => b.shape === shape);
  return fitting.find((b) => b.soapVersion === wire.soapVersion) ?? fitting[0];
}

/** Namespace of the wrapper. */
export function namespaceFor(operation: AnyOperation, wire: WireProfile, fallback?: string): string {
  if (isPlain(operation)) return bindingFor(operation, wire)?.input.ns ?? fallback ?? "";
  const typed = wire.payload === "typed";
  if (wire.namespace !== undefined) return typed ? `${wire.namespace}:typed` : wire.namespace;
  const bound = bindingFor(operation, wire)?.input.ns;
  if (bound !== undefined && bound !== "") return bound;
  if (fallback !== undefined) return typed ? `${fallback}:typed` : fallback;
  throw new SoapError(
    "SOAP_OPERATION",
    `operation ${operation.name} has no ${typed ? "typed" : "string"} binding; the wire profile needs a namespace`,
    `操作 ${operation.name} 没有${typed ? "结构化" : "字符串"}端口,传输配置需要给出 namespace`,
  );
}

/** The child of the SOAP Body. */
export function wrapperName(operation: AnyOperation, wire: WireProfile, kind: MessageKind, ns?: string): ElementName {
  if (isPlain(operation)) {
    const binding = bindingFor(operation, wire);
    const message: MessageDescriptor<unknown> = kind === "request" ? operation.request : operation.response;
    if (hasBareParts(operation, wire, kind)) return PARTS;
    if (message.element) return message.element;
    const bound = kind === "request" ? binding?.input : binding?.output;
    return { name: bound?.name ?? operation.name, ns: bound?.ns ?? "" };
  }
  const namespace = ns ?? namespaceFor(operation, wire);
  if (wire.style === "document-bare") {
    if (wire.payload === "typed") return { name: kind === "request" ? "Request" : "Response", ns: namespace };
    return { name: kind === "request" ? wire.parameterName : wire.resultName, ns: namespace };
  }
  if (wire.split !== "dispatch" && wire.namespace === undefined) {
    const binding = bindingFor(operation, wire);
    const bound = kind === "request" ? binding?.input : binding?.output;
    if (bound) return { name: bound.name, ns: namespace };
  }
  const name = wire.split === "dispatch" ? DISPATCH_OPERATION : operation.name;
  return { name: kind === "request" ? name : `${name}Response`, ns: namespace };
}

/** The element that the message's object is written as. */
export function bodyElement(operation: AnyOperation, wire: WireProfile, kind: MessageKind, ns?: string): ElementName {
  if (isPlain(operation)) return wrapperName(operation, wire, kind);
  if (wire.payload !== "typed") return { name: wireName(wire, "Body"), ns: "" };
  const only = wire.namespace === undefined ? onlyChild(operation, wire, kind) : undefined;
  if (only) return only;
  return { name: wireName(wire, "Body"), ns: wire.qualifiedChildren ? (ns ?? namespaceFor(operation, wire)) : "" };
}

const onlyChildren = new WeakMap<BindingDescriptor["input"], ElementName | null>();

/** The only element with elements in it that a described wrapper holds, whatever it is called: it carries the message. */
function onlyChild(operation: AnyOperation, wire: WireProfile, kind: MessageKind): ElementName | undefined {
  const binding = bindingFor(operation, wire);
  const bound = kind === "request" ? binding?.input : binding?.output;
  if (!bound) return undefined;
  const known = onlyChildren.get(bound);
  if (known !== undefined) return known ?? undefined;
  const [part] = bound.parts;
  const type = typeof part?.type === "function" ? part.type() : part?.type;
  const items = type?.k === "complex" && type.content?.k === "seq" ? type.content.items : [];
  const elements = items.flatMap((item) => {
    if (item.k !== "el") return [];
    const held = typeof item.type === "function" ? item.type() : item.type;
    return held.k === "complex" ? [{ name: item.name, ns: item.ns }] : [];
  });
  const found = elements.length === 1 ? (elements[0] ?? null) : null;
  onlyChildren.set(bound, found);
  return found ?? undefined;
}

/** Value of the SOAPAction, without quotes. */
export function soapActionFor(operation: AnyOperation, wire: WireProfile, ns?: string): string {
  if (isPlain(operation)) return bindingFor(operation, wire)?.soapAction ?? "";
  if (wire.soapAction === "empty") return "";
  const name = wire.split === "dispatch" ? DISPATCH_OPERATION : operation.name;
  if (wire.soapAction === "operation") return name;
  const namespace = ns ?? namespaceFor(operation, wire);
  return namespace.endsWith("/") ? namespace + name : `${namespace}/${name}`;
}

/**
 * Names of the wrapper's children in a shape with several of them. `arg0` and `in0` number all of them, as Java services
 * without annotations do.
 */
export function parameterNames(wire: WireProfile, declared: readonly string[]): readonly string[] {
  const match = /^(arg|in)0$/.exec(wire.parameterName);
  if (!match || declared.length < 2) return declared;
  return declared.map((_, index) => `${match[1]}${index}`);
}
