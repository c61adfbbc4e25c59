import { relative, resolve, sep } from "node:path";
import {
  ANY_TYPE,
  type BindingOperation,
  type BoundMessage,
  type Model,
  nameKey,
  type PortType,
  type Type,
  type WsdlMessage,
  type WsdlOperation,
  type WsdlPart,
} from "@coo/wsdl";
import { loadSet } from "../diff/load-set.ts";
import { type Field, fieldsOf, isContainer } from "./fields.ts";

/** One message of a delivered operation, as far as its description tells. */
export interface DeliveredMessage {
  /** Whether a string carries what is said. */
  readonly carries: "string" | "elements" | "nothing";
  /** The parameters, as elements; for a document those in the wrapper. */
  readonly parameters: readonly Field[];
  /** Name of the parameter that carries the body. */
  readonly carrier: string | null;
  /** What the body holds, and its key in the schemas: a type's or an element's. */
  readonly body: Payload | null;
}

/** A component that can be a message's body. */
export interface Payload {
  readonly type: Type;
  readonly key: string;
}

/** An operation at a SOAP port. */
export interface DeliveredPort {
  readonly soapVersion: "1.1" | "1.2";
  readonly address: string | null;
  readonly operation: BindingOperation;
}

/** An operation that was delivered; bindings of one port type are one. */
export interface DeliveredOperation {
  /** `{ns}PortType.operation` */
  readonly key: string;
  readonly portType: PortType;
  readonly operation: WsdlOperation;
  readonly ports: readonly DeliveredPort[];
  /** Names of service, port type and file: they speak of all operations in them. */
  readonly around: readonly string[];
  /** What is said of the operation, and what is said of everything around it. */
  readonly documentation: readonly string[];
  readonly documentationAround: readonly string[];
  readonly request: DeliveredMessage;
  readonly response: DeliveredMessage;
}

/** Everything in the folder that came. */
export interface Delivery {
  readonly folder: string;
  readonly model: Model;
  readonly operations: readonly DeliveredOperation[];
  /** Components that no message of a description mentions: what strings may carry. */
  readonly loose: readonly Payload[];
}

/** @throws `WsdlError` when a document is wrong; {@link CodegenError} `GEN_USAGE` when there is none. */
export function loadDelivery(folder: string): Delivery {
  const model = loadSet(folder);
  const strings = stringParameters(model);
  const operations = [...model.portTypes.values()].flatMap((portType) =>
    operationsOf(model, portType, strings, folder),
  );
  return { folder, model, operations, loose: looseComponents(model) };
}

function operationsOf(
  model: Model,
  portType: PortType,
  strings: ReadonlySet<string>,
  folder: string,
): DeliveredOperation[] {
  const services = model.services.filter((s) => s.ports.some((p) => p.binding.portType === portType));
  const bindings = [...model.bindings.values()].filter((b) => b.portType === portType && b.protocol === "soap");
  // A port type that is bound to plain HTTP only is the same once more, for browsers.
  const any = [...model.bindings.values()].some((b) => b.portType === portType);
  if (bindings.length === 0 && any) return [];
  return portType.operations.map((operation) => {
    const ports = bindings.flatMap((binding): DeliveredPort[] => {
      const found = binding.operations.find((o) => o.operation === operation);
      if (!found) return [];
      const port = services.flatMap((s) => s.ports).find((p) => p.binding === binding);
      return [{ soapVersion: binding.soapVersion ?? "1.1", address: port?.address ?? null, operation: found }];
    });
    const rpc = ports[0]?.operation.style === "rpc";
    const texts = (of: { readonly annotation: PortType["annotation"] }[]): string[] =>
      of.flatMap((one) => one.annotation.documentation.map((d) => d.text));
    const bound = ports.map((p) => p.operation);
    const inner = [operation.input, operation.output].flatMap((m) =>
      (m?.parts ?? []).flatMap((p) => (p.element ? [p, p.element] : [p])),
    );
    const file = relative(resolve(folder), resolve(operation.at.file)).split(sep).join("/");
    return {
      key: `${nameKey(portType.name)}.${operation.name}`,
      portType,
      operation,
      ports,
      around: [portType.name.local, ...services.map((s) => s.name.local), file.replace(/\.\w+$/, "")],
      documentation: texts([operation, ...bound, ...inner]),
      documentationAround: texts([portType, ...services]),
      request: messageOf(bodyParts(operation.input, bound[0]?.input ?? null), rpc, strings),
      response: messageOf(bodyParts(operation.output, bound[0]?.output ?? null), rpc, strings),
    };
  });
}

/** Parts that lie in the SOAP body: others are headers. */
function bodyParts(message: WsdlMessage | null, bound: BoundMessage | null): readonly WsdlPart[] {
  return bound?.body ?? message?.parts ?? [];
}

/** Parameters of a message: its parts, or what lies in the one element of a document. */
function parametersOf(
  parts: readonly WsdlPart[],
  rpc: boolean,
): { readonly fields: readonly Field[]; readonly body: Payload | null } {
  const [only] = parts;
  if (!rpc && parts.length === 1 && only?.element) {
    const { type, name } = only.element;
    const body: Payload = { type, key: nameKey(name) };
    return { fields: fieldsOf(type), body };
  }
  const fields = parts.flatMap((part): Field[] => {
    const type = part.type ?? part.element?.type;
    if (type === undefined || type === null) return [];
    const element = part.element ?? ({ name: { ns: "", local: part.name } } as Field["element"]);
    const zh = part.annotation.documentation.map((d) => d.text).find((t) => /\p{Script=Han}/u.test(t)) ?? "";
    return [
      { name: part.name, ns: "", zh, type, optional: false, repeated: false, element, label: `${part.name}|${zh}` },
    ];
  });
  return { fields, body: null };
}

function messageOf(parts: readonly WsdlPart[], rpc: boolean, strings: ReadonlySet<string>): DeliveredMessage {
  const { fields, body } = parametersOf(parts, rpc);
  if (fields.length === 0) return { carries: "nothing", parameters: [], carrier: null, body: null };
  const containers = fields.filter(
    ({ type }) => type.kind === "complex" && type !== ANY_TYPE && type.simpleType === null,
  );
  const [container] = containers;
  if (containers.length === 1 && container?.type.kind === "complex") {
    const { name } = container.type;
    // A body whose type has no name is known by its place only.
    const key = name === null ? null : nameKey(name);
    return {
      carries: "elements",
      parameters: fields,
      carrier: container.name,
      body: key === null ? body : { type: container.type, key },
    };
  }
  const carrier = fields.filter((f) => isText(f.type) && strings.has(f.name));
  if (containers.length === 0 && carrier.length === 1 && carrier[0])
    return { carries: "string", parameters: fields, carrier: carrier[0].name, body: null };
  return { carries: "elements", parameters: fields, carrier: null, body };
}

function isText(type: Type): boolean {
  for (let t: Type | null = type; t?.kind === "simple"; t = t.base)
    if (t.variety === "builtin") return t.name?.local === "string" || t.name?.local === "base64Binary";
  return type === ANY_TYPE || (type.kind !== "simple" && type.simpleType !== null);
}

/** Names that only parameters have which carry a document. */
const CARRIERS =
  /^(?:(?:.*(?:xml|json|payload|baowen|content|message|msg|text|str|doc))|(?:arg|in|out)\d?|data|return|request|response|req|resp|bw|result|input|output|param|.*(?:result|return))$/i;

/** Names of parameters that carry a document: called like it, or the same in nearly all operations. */
function stringParameters(model: Model): ReadonlySet<string> {
  const times = new Map<string, number>();
  let messages = 0;
  const found = new Set<string>();
  const bound = new Map([...model.bindings.values()].flatMap((b) => b.operations).map((o) => [o.operation, o]));
  for (const portType of model.portTypes.values())
    for (const operation of portType.operations)
      for (const side of ["input", "output"] as const) {
        const parts = bodyParts(operation[side], bound.get(operation)?.[side] ?? null);
        const rpc = parts.every((p) => p.element === null);
        const fields = parametersOf(parts, rpc).fields.filter((f) => isText(f.type));
        if (fields.length > 0) messages++;
        for (const { name } of fields) {
          times.set(name, (times.get(name) ?? 0) + 1);
          if (CARRIERS.test(name)) found.add(name);
        }
      }
  for (const [name, n] of times) if (messages >= 6 && n >= messages * 0.4) found.add(name);
  return found;
}

/** Named components in schemas of their own, and elements of the descriptions' that no message uses. */
function looseComponents(model: Model): Payload[] {
  const used = new Set<unknown>();
  for (const message of model.messages.values())
    for (const part of message.parts) used.add(part.element ?? part.type).add(part.element?.type);
  const loose: Payload[] = [];
  for (const [key, element] of model.schemas.elements)
    if (!used.has(element) && isContainer(element.type)) loose.push({ type: element.type, key });
  for (const [key, type] of model.schemas.types)
    if (!used.has(type) && type.kind === "complex" && !loose.some((l) => l.key === key)) loose.push({ type, key });
  return loose;
}
