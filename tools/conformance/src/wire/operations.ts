import type { OperationDescriptor, ServiceDescriptor } from "@coo/soap/gen1";
import type { BindingOperation, Model, PortType, WsdlOperation } from "@coo/wsdl";
import type { MessageShape } from "./instances.ts";

/** An operation at one SOAP version, with what was generated for it. */
export interface BoundOperation {
  readonly name: string;
  readonly style: string;
  readonly soapVersion: "1.1" | "1.2";
  readonly service: ServiceDescriptor;
  readonly descriptor: OperationDescriptor<unknown, unknown>;
  readonly model: BindingOperation;
  readonly request: MessageShape | null;
  readonly response: MessageShape | null;
}

/**
 * Pairs the SOAP operations of a description with the generated ones: by port type, then by name, overloads in order.
 *
 * @returns The pairs, and names of operations that have no counterpart.
 */
export function pairOperations(
  model: Model,
  services: readonly ServiceDescriptor[],
): { readonly pairs: BoundOperation[]; readonly missing: string[] } {
  const pairs: BoundOperation[] = [];
  const missing: string[] = [];
  for (const portType of model.portTypes.values()) {
    const bindings = [...model.bindings.values()].filter((b) => b.portType === portType && b.protocol === "soap");
    if (bindings.length === 0) continue;
    const service = services.find((s) => isOf(s, portType, model));
    const nth = new Map<string, number>();
    for (const operation of portType.operations) {
      const index = nth.get(operation.name) ?? 0;
      nth.set(operation.name, index + 1);
      const candidates = Object.values(service?.operations ?? {}).filter((o) => o.name === operation.name);
      const descriptor = candidates[index] as OperationDescriptor<unknown, unknown> | undefined;
      const seen = new Set<string>();
      for (const binding of bindings) {
        const version = binding.soapVersion ?? "1.1";
        const bound = binding.operations.find((o) => o.operation === operation);
        // The first port of a version is the one that is spoken.
        if (!bound || seen.has(version)) continue;
        seen.add(version);
        const use = bound.input?.use ?? bound.output?.use ?? "literal";
        const name = `${portType.name.local}.${operation.name}${index > 0 ? `#${index + 1}` : ""}${version === "1.2" ? " 1.2" : ""}`;
        if (!service || !descriptor) {
          missing.push(name);
          continue;
        }
        const [first, second] = shapes(bound, operation);
        pairs.push({
          name,
          style: `${bound.style}/${use}`,
          soapVersion: version,
          service,
          descriptor,
          model: bound,
          request: first,
          response: second,
        });
      }
    }
  }
  return { pairs, missing };
}

/** Request and response; where the service speaks first, its output is the request. */
function shapes(bound: BindingOperation, operation: WsdlOperation): [MessageShape | null, MessageShape | null] {
  const shape = (message: BindingOperation["input"], suffix: string): MessageShape | null =>
    message === null
      ? null
      : {
          style: bound.style,
          use: message.use,
          wrapper: { ns: message.namespace, local: `${operation.name}${suffix}` },
          parts: message.body,
        };
  const { pattern } = operation;
  const solicits = pattern === "notification" || pattern === "solicit-response";
  const [first, second] = solicits ? [bound.output, bound.input] : [bound.input, bound.output];
  return [shape(first, ""), shape(second, "Response")];
}

function isOf(service: ServiceDescriptor, portType: PortType, model: Model): boolean {
  if (service.namespace !== portType.name.ns) return false;
  const names = new Set(Object.values(service.operations).map((o) => o.name));
  if (
    !portType.operations.every((o) => names.has(o.name)) ||
    names.size !== new Set(portType.operations.map((o) => o.name)).size
  )
    return false;
  const own = model.services.filter((s) => s.ports.some((p) => p.binding.portType === portType));
  return service.name === portType.name.local || own.some((s) => s.name.local === service.name);
}
