import type {
  Annotation,
  BindingOperation,
  BoundHeader,
  BoundMessage,
  Location,
  Model,
  PortType,
  Type,
  WsdlMessage,
  WsdlOperation,
  WsdlPart,
} from "@coo/wsdl";
import { isPlainProperty, typeIdentifier, valueIdentifier } from "./identifiers.ts";
import type { Lowering } from "./lower.ts";
import type { Manifest, ManifestOperation } from "./manifest.ts";
import type { Asker, Renamed } from "./names.ts";
import type {
  AttachmentPlan,
  BindingPlan,
  BoundPlan,
  MessagePlan,
  OperationPlan,
  PartPlan,
  ServicePlan,
  TypeUse,
  View,
} from "./plan.ts";

const NONE: Annotation = { documentation: [], appinfo: [] };
const NOWHERE: Location = { file: "", line: 1, column: 1 };

/** A message before it is known which file it goes into. */
export type DraftMessage = Omit<MessagePlan, "file">;
export interface DraftOperation extends Omit<OperationPlan, "request" | "response" | "faults"> {
  readonly request: DraftMessage;
  readonly response: DraftMessage;
  readonly faults: readonly DraftMessage[];
}
export interface DraftService extends Omit<ServicePlan, "operations"> {
  readonly area: string;
  readonly operations: readonly DraftOperation[];
}

/** An operation at one port. */
interface Bound {
  readonly port: string;
  readonly soapVersion: "1.1" | "1.2";
  readonly operation: BindingOperation;
}

/**
 * Finds the services: by manifest when there is one, else one for each port type.
 *
 * @param served - Whether the services are ours to serve, so that others call them; a manifest says it itself.
 */
export function draftServices(
  model: Model,
  manifest: Manifest | null,
  served: boolean,
  lowering: Lowering,
  notes: string[],
): DraftService[] {
  return manifest ? fromManifest(model, manifest, lowering) : fromPortTypes(model, served, lowering, notes);
}

function fromManifest(model: Model, manifest: Manifest, lowering: Lowering): DraftService[] {
  const bound = new Map<string, { operation: WsdlOperation; at: Bound[] }>();
  for (const { portType, ports } of boundPortTypes(model)) {
    for (const operation of portType.operations) {
      // Alone by its name, else by its port type: then two of one name are two.
      for (const key of [`.${operation.name}`, `{${portType.name.ns}}${portType.name.local}.${operation.name}`]) {
        const entry = bound.get(key) ?? { operation, at: [] };
        for (const port of ports) {
          const found = port.binding.operations.find((b) => b.operation === operation);
          if (found && port.binding.soapVersion)
            entry.at.push({ port: port.name, soapVersion: port.binding.soapVersion, operation: found });
        }
        bound.set(key, entry);
      }
    }
  }
  const known = [...bound.keys()].flatMap((key) => (key.startsWith(".") ? [key.slice(1)] : []));
  const services: DraftService[] = [];
  const areas = new Set<string>();
  for (const entry of Object.values(manifest.namespaces)) {
    if (areas.has(entry.area)) continue;
    areas.add(entry.area);
    const mine = Object.entries(manifest.operations).filter(([, op]) => op.area === entry.area);
    if (mine.length === 0) continue;
    services.push({
      name: entry.service ?? entry.area,
      valueName: valueIdentifier(entry.service ?? entry.area),
      edition: manifest.edition,
      namespace: manifest.serviceNamespace,
      area: entry.area,
      annotation: NONE,
      operations: mine.flatMap(([name, op]) => {
        const found = bound.get(`${op.portType ?? ""}.${op.wsdl ?? name}`);
        if (!found) {
          const problem = {
            code: "GEN_MANIFEST" as const,
            message: `the manifest names operation ${op.wsdl ?? name}, but no WSDL has it`,
            messageZh: `manifest 中的操作 ${op.wsdl ?? name} 在 WSDL 中不存在`,
            expected: `one of: ${known.join(", ")}`,
            expectedZh: `其中之一:${known.join("、")}`,
            advice: "correct the name, or add the operation to the WSDL",
            adviceZh: "请更正名称,或在 WSDL 中补上该操作",
          };
          lowering.fault(problem, ["operations", name]);
          return [];
        }
        const headInHeader = manifest.wire?.["head"] === "soap-header";
        return [manifestOperation(name, op, found.operation, found.at, model, lowering, headInHeader)];
      }),
    });
  }
  return services;
}

function manifestOperation(
  name: string,
  op: ManifestOperation,
  operation: WsdlOperation,
  bound: readonly Bound[],
  model: Model,
  lowering: Lowering,
  headInHeader: boolean,
): DraftOperation {
  const [sent, read]: [View, View] = op.direction === "call" ? ["sent", "read"] : ["read", "sent"];
  return {
    name: op.wsdl ?? name,
    key: name,
    direction: op.direction,
    no: op.no ?? null,
    nameZh: op.nameZh ?? null,
    nameEn: op.nameEn ?? null,
    kind: op.kind ?? null,
    effect: op.effect ?? "write",
    request: payload("request", op, sent, operation, model, lowering),
    response: payload("response", op, read, operation, model, lowering),
    faults: [],
    bindings: bound.map((b) => binding(b, lowering, true, headInHeader)),
    paging: op.paging ?? null,
    oneWay: operation.pattern === "one-way",
    at: operation.at,
    annotation: operation.annotation,
  };
}

function payload(
  side: "request" | "response",
  op: ManifestOperation,
  view: View,
  operation: WsdlOperation,
  model: Model,
  lowering: Lowering,
): DraftMessage {
  const clark = op[side];
  const local = clark.slice(clark.indexOf("}") + 1);
  const type = model.schemas.types.get(clark);
  const element = model.schemas.elements.get(clark);
  const found: Type | undefined = type ?? element?.type;
  if (!found) {
    const problem = {
      code: "GEN_MANIFEST" as const,
      message: `operation ${operation.name}: no type or element ${clark} in the schemas`,
      messageZh: `操作 ${operation.name}:模式中没有类型或元素 ${clark}`,
      expected: "{namespace}name of a type or element",
      expectedZh: "类型或元素的 {命名空间}名称",
      advice: "correct the manifest or add the type",
      adviceZh: "请更正 manifest 或补上该类型",
    };
    lowering.fault(problem, ["operations", operation.name, side]);
    const { at, annotation } = operation;
    return { name: typeIdentifier(local), type: { k: "anyType" }, element: null, view, at, annotation };
  }
  return {
    name: typeIdentifier(local),
    type: lowering.use(found, null, local, found.annotation),
    element: type ? null : (element?.name ?? null),
    view,
    at: found.at,
    annotation: found.annotation,
  };
}

interface BoundPort {
  readonly name: string;
  readonly binding: { readonly soapVersion: "1.1" | "1.2" | null; readonly operations: readonly BindingOperation[] };
}

/** Port types with the SOAP ports that serve them; bindings without a service stand for themselves. */
function boundPortTypes(
  model: Model,
): { portType: PortType; ports: BoundPort[]; protocols: Set<string>; service: string | null }[] {
  const rows = new Map<
    PortType,
    { portType: PortType; ports: BoundPort[]; protocols: Set<string>; services: Set<string> }
  >();
  for (const portType of model.portTypes.values())
    rows.set(portType, { portType, ports: [], protocols: new Set(), services: new Set() });
  const served = new Set<unknown>();
  const soapTypes = new Map<string, Set<PortType>>();
  for (const service of model.services) {
    for (const port of service.ports) {
      const row = rows.get(port.binding.portType);
      if (!row) continue;
      served.add(port.binding);
      row.protocols.add(port.binding.protocol);
      if (port.binding.protocol !== "soap") continue;
      row.services.add(service.name.local);
      const types = soapTypes.get(service.name.local) ?? new Set();
      types.add(port.binding.portType);
      soapTypes.set(service.name.local, types);
      row.ports.push({ name: port.name, binding: port.binding });
    }
  }
  for (const binding of model.bindings.values()) {
    const row = rows.get(binding.portType);
    if (!row || served.has(binding)) continue;
    row.protocols.add(binding.protocol);
    if (binding.protocol === "soap") row.ports.push({ name: binding.name.local, binding });
  }
  return [...rows.values()].map(({ services, ...row }) => {
    const [only] = services;
    const alone = services.size === 1 && only !== undefined && soapTypes.get(only)?.size === 1;
    return { ...row, service: alone ? only : null };
  });
}

function fromPortTypes(model: Model, served: boolean, lowering: Lowering, notes: string[]): DraftService[] {
  const services: DraftService[] = [];
  const rows = boundPortTypes(model);
  const values = serviceNames(rows, lowering, notes);
  for (const { portType, ports, protocols, service } of rows) {
    if (ports.length === 0 && protocols.size > 0) {
      notes.push(
        `port type ${portType.name.local}: bound to ${[...protocols].join(", ")} only, no SOAP; not generated`,
      );
      continue;
    }
    if (portType.operations.length === 0) continue;
    const keys = operationKeys(portType, lowering, notes);
    const drafts = portType.operations.map((operation) => {
      const bound: Bound[] = [];
      for (const port of ports) {
        const found = port.binding.operations.find((b) => b.operation === operation);
        if (found) bound.push({ port: port.name, soapVersion: port.binding.soapVersion ?? "1.1", operation: found });
      }
      return plainOperation(operation, keys.get(operation) as string, bound, portType, served, lowering);
    });
    services.push({
      name: service ?? portType.name.local,
      valueName: values.get(portType) as string,
      edition: "",
      namespace: portType.name.ns,
      area: "",
      annotation: portType.annotation,
      operations: drafts,
    });
  }
  return services;
}

/** Names of the constants of all services. */
function serviceNames(
  rows: readonly { readonly portType: PortType; readonly service: string | null }[],
  lowering: Lowering,
  notes: string[],
): Map<PortType, string> {
  const found = new Map<PortType, string>();
  const askers = rows.map(({ portType, service }): Asker => {
    const wanted = valueIdentifier(service ?? portType.name.local);
    const take = (name: string): void => {
      found.set(portType, name);
    };
    const key = `service {${portType.name.ns}}${portType.name.local}`;
    return { key, owner: "services", wanted: [wanted, `${wanted}Service`], rank: 0, take };
  });
  tell("services.ts", lowering.names.settle(askers, new Set()), notes);
  return found;
}

/** Names of the operations of a port type; overloaded ones are told apart by the names of their inputs. */
function operationKeys(portType: PortType, lowering: Lowering, notes: string[]): Map<WsdlOperation, string> {
  const found = new Map<WsdlOperation, string>();
  const keys = new Set<string>();
  const askers = portType.operations.map((operation, i): Asker => {
    const { name, inputName } = operation;
    const plain = inputName === null || inputName === name || inputName === `${name}Request`;
    let key = `service {${portType.name.ns}}${portType.name.local}.${name}${plain ? "" : `(${inputName})`}`;
    for (let n = 2; keys.has(key); n++) key = `${key.replace(/#\d+$/, "")}#${n}`;
    keys.add(key);
    const take = (given: string): void => {
      found.set(operation, given);
    };
    return { key, owner: "services", wanted: [valueIdentifier(name)], rank: i, take };
  });
  tell(portType.name.local, lowering.names.settle(askers, new Set(), isPlainProperty), notes);
  return found;
}

function tell(where: string, renamed: readonly Renamed[], notes: string[]): void {
  for (const { wanted, given } of renamed) notes.push(`${where}: the name ${wanted} is taken, ${given} is used`);
}

function plainOperation(
  operation: WsdlOperation,
  key: string,
  bound: readonly Bound[],
  portType: PortType,
  served: boolean,
  lowering: Lowering,
): DraftOperation {
  // The service speaks first in these; a description that is ours to serve turns it all around.
  const solicits = isSolicit(operation);
  const push = solicits !== served;
  const [asked, answered]: [View, View] = push ? ["read", "sent"] : ["sent", "read"];
  const first = bound[0]?.operation ?? null;
  const style = first?.style ?? "document";
  const id = `{${portType.name.ns}}${portType.name.local}.${key}`;
  const ns = portType.name.ns;
  const make = (message: WsdlMessage | null, bodies: BoundMessage | null, suffix: string, view: View): DraftMessage => {
    const parts = bodies?.body ?? message?.parts ?? [];
    return messageOf(`${id}.${suffix}`, ns, key, suffix, style, parts, view, operation, lowering);
  };
  const input = make(
    operation.input,
    first?.input ?? null,
    solicits ? "Response" : "Request",
    solicits ? answered : asked,
  );
  const output = make(
    operation.output,
    first?.output ?? null,
    solicits ? "Request" : "Response",
    solicits ? asked : answered,
  );
  const faults = operation.faults.map((fault): DraftMessage => {
    const part = fault.message.parts[0];
    if (!part)
      return {
        name: typeIdentifier(fault.name),
        type: { k: "anyType" },
        element: null,
        view: "read",
        at: fault.at,
        annotation: fault.annotation,
      };
    return {
      name: typeIdentifier(part.element?.name.local ?? fault.name),
      ...partType(part, lowering),
      view: push ? "sent" : "read",
      at: fault.at,
      annotation: fault.annotation,
    };
  });
  return {
    name: operation.name,
    key,
    direction: push ? "push" : "call",
    no: null,
    nameZh: null,
    nameEn: null,
    kind: null,
    effect: "write",
    request: solicits ? output : input,
    response: solicits ? input : output,
    faults,
    bindings: bound.map((b) => binding(b, lowering, false)),
    paging: null,
    oneWay: operation.pattern === "one-way" || operation.pattern === "notification",
    at: operation.at,
    annotation: operation.annotation,
  };
}

function isSolicit(operation: WsdlOperation): boolean {
  return operation.pattern === "solicit-response" || operation.pattern === "notification";
}

function messageOf(
  id: string,
  ns: string,
  key: string,
  suffix: string,
  style: "document" | "rpc",
  parts: readonly WsdlPart[],
  view: View,
  operation: WsdlOperation,
  lowering: Lowering,
): DraftMessage {
  const [only] = parts;
  if (style === "document" && parts.length === 1 && only) {
    const wanted = only.element?.name.local ?? `${typeIdentifier(key)}${suffix}`;
    const { type, element } = partType(only, lowering);
    return {
      name: typeIdentifier(wanted),
      type,
      // A document whose part is a type is written as stacks in use do: an element named like the part.
      element: element ?? { ns: "", local: only.name },
      view,
      at: only.at,
      annotation: only.element?.annotation ?? NONE,
    };
  }
  const local = `${typeIdentifier(key)}${suffix}`;
  const type = lowering.parts(
    id,
    ns,
    local,
    parts.map((p) => partPlan(p, lowering)),
    operation.at,
    operation.annotation,
  );
  return {
    name: local,
    type: { k: "complex", type },
    element: null,
    view,
    at: operation.at,
    annotation: operation.annotation,
  };
}

function partType(
  part: WsdlPart,
  lowering: Lowering,
): { type: TypeUse; element: { ns: string; local: string } | null } {
  if (part.element) {
    const { name } = part.element;
    return {
      type: lowering.use(
        part.element.type,
        { id: `element {${name.ns}}`, ns: name.ns },
        name.local,
        part.element.annotation,
      ),
      element: name,
    };
  }
  if (part.type) return { type: lowering.use(part.type, null, part.name, NONE), element: null };
  return { type: { k: "anyType" }, element: null };
}

function partPlan(part: WsdlPart, lowering: Lowering): PartPlan {
  return { name: part.name, ...partType(part, lowering) };
}

/** A part of the SOAP Header; one that is a type is an element named like the part, in the namespace of its binding. */
function headerPlan(header: BoundHeader, lowering: Lowering): PartPlan {
  const plan = partPlan(header.part, lowering);
  return plan.element ? plan : { ...plan, element: { ns: header.namespace, local: plan.name } };
}

/** MIME parts of a message that its SOAP body does not have as well. */
function attachmentPlans(
  message: BoundMessage | null,
  { at, operation }: BindingOperation,
  lowering: Lowering,
): AttachmentPlan[] {
  const plans = (message?.mime ?? [])
    .filter(({ part }) => !message?.body.some((p) => p.name === part))
    .map(({ part, types }) => ({ name: part, contentTypes: types }));
  const names = plans.map((plan) => plan.name).join(", ");
  if (plans.length > 0)
    lowering.notes.push(
      `${at.file}:${at.line}: MIME parts ${names} of ${operation.name} are typed as bytes, but not sent: a value is refused (SOAP_MIME)`,
    );
  return plans;
}

/** @param headInHeader - The wire profile writes the SOAP Header, so that its parts are no parts of the message. */
function binding(bound: Bound, lowering: Lowering, internal: boolean, headInHeader = false): BindingPlan {
  const { operation } = bound;
  const side = (message: BoundMessage | null, suffix: string): BoundPlan => {
    const parts = (message?.body ?? []).map((p) => partPlan(p, lowering));
    const [first] = parts;
    const element = operation.style === "document" && first ? (first.element ?? { ns: "", local: first.name }) : null;
    if (internal) for (const part of parts) if (part.type.k === "complex") part.type.type.internal = true;
    return {
      name: element?.local ?? `${operation.operation.name}${suffix}`,
      ns: element?.ns ?? message?.namespace ?? "",
      parts,
    };
  };
  // Where the service speaks first, its output is what asks.
  const solicits = isSolicit(operation.operation);
  const [asks, answers] = solicits ? [operation.output, operation.input] : [operation.input, operation.output];
  const input = side(asks, "");
  const headers = (message: BoundMessage | null): readonly BoundHeader[] =>
    headInHeader ? [] : (message?.headers ?? []);
  const attachments = attachmentPlans(asks, operation, lowering);
  const outputAttachments = attachmentPlans(answers, operation, lowering);
  return {
    port: bound.port,
    soapVersion: bound.soapVersion,
    style: operation.style,
    use: asks?.use ?? answers?.use ?? "literal",
    soapAction: operation.soapAction ?? "",
    input,
    output: answers ? side(answers, "Response") : null,
    headers: headers(asks).map((h) => headerPlan(h, lowering)),
    outputHeaders: headers(answers).map((h) => headerPlan(h, lowering)),
    headerFaults: [...headers(asks), ...headers(answers)].flatMap((h) => h.faults.map((f) => headerPlan(f, lowering))),
    attachments,
    outputAttachments,
    shape: internal && carriesText(input) ? "string" : "typed",
  };
}

/** Whether all that the wrapper holds are texts: the payload travels as a string, perhaps beside others. */
function carriesText(bound: BoundPlan): boolean {
  const type = bound.parts[0]?.type;
  // The parts of rpc are the wrapper's children.
  const isText = ({ type: t }: PartPlan): boolean => t.k === "simple" && t.simple.js === "string";
  if (bound.parts.length > 0 && bound.parts.every((p) => p.element === null && isText(p))) return true;
  if (bound.parts.length !== 1 || type?.k !== "complex") return false;
  const { content } = type.type;
  if (!content || content.k === "el" || content.k === "any" || content.items.length !== 1) return false;
  const [only] = content.items;
  return only?.k === "el" && only.type.k === "simple" && only.type.simple.js === "string";
}

export { NOWHERE };
