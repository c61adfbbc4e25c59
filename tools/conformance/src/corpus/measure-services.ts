import type { OperationDescriptor, ServiceDescriptor } from "@coo/soap/gen1";
import type { BindingOperation, Model, PortType, WsdlOperation } from "@coo/wsdl";

/** Figures of a service description, as in the tables of a corpus. */
export interface ServiceFigures {
  operations: number;
  ports: number;
  soap11_bindings: number;
  soap12_bindings: number;
  oneway: number;
  ops_with_fault: number;
  soap_headers: number;
}

/** What generated service descriptors say of a description. */
export interface MeasuredServices {
  readonly figures: ServiceFigures;
  /** Statements that have no place in the output, with the reason. */
  readonly folded: readonly { readonly kind: keyof ServiceFigures; readonly count: number; readonly why: string }[];
  readonly lost: readonly string[];
}

type AnyOperation = OperationDescriptor<unknown, unknown>;

/** Looks for every operation, port, binding, fault and header of the description in the generated services. */
export function measureServices(model: Model, services: readonly ServiceDescriptor[]): MeasuredServices {
  const lost: string[] = [];
  const folded: { kind: keyof ServiceFigures; count: number; why: string }[] = [];
  const figures: ServiceFigures = {
    operations: 0,
    ports: 0,
    soap11_bindings: 0,
    soap12_bindings: 0,
    oneway: 0,
    ops_with_fault: 0,
    soap_headers: 0,
  };
  const outputs = new Map<PortType, Map<WsdlOperation, AnyOperation>>();
  const free = new Set(services);
  for (const portType of model.portTypes.values()) {
    const bindings = [...model.bindings.values()].filter((b) => b.portType === portType);
    const name = `port type ${portType.name.local}`;
    if (bindings.length > 0 && bindings.every((b) => b.protocol !== "soap")) {
      folded.push({ kind: "operations", count: portType.operations.length, why: "bound to no SOAP" });
      folded.push({ kind: "oneway", count: oneWays(portType.operations), why: "bound to no SOAP" });
      folded.push({ kind: "ops_with_fault", count: withFaults(portType.operations), why: "bound to no SOAP" });
      continue;
    }
    if (portType.operations.length === 0) continue;
    const wanted = portType.operations.map((o) => o.name).join(" ");
    const candidates = [...free].filter(
      (s) =>
        s.namespace === portType.name.ns &&
        Object.values(s.operations)
          .map((o) => o.name)
          .join(" ") === wanted,
    );
    const called = new Set([portType.name.local, ...servicesOf(model, portType)]);
    const found = candidates.find((s) => called.has(s.name));
    if (!found) {
      lost.push(`${name}: no service has the operations ${wanted}`);
      continue;
    }
    free.delete(found);
    const pairs = new Map<WsdlOperation, AnyOperation>();
    const operations = Object.values(found.operations) as AnyOperation[];
    portType.operations.forEach((operation, i) => {
      const output = operations[i] as AnyOperation;
      pairs.set(operation, output);
      figures.operations++;
      const alone = operation.pattern === "one-way" || operation.pattern === "notification";
      if (alone !== (output.oneWay ?? false)) lost.push(`${name}: ${operation.name} is one-way on one side only`);
      else if (operation.pattern === "one-way") figures.oneway++;
      if (operation.faults.length !== (output.faults?.length ?? 0))
        lost.push(
          `${name}: ${operation.name} has ${operation.faults.length} faults, ${output.faults?.length ?? 0} in the output`,
        );
      else if (operation.faults.length > 0) figures.ops_with_fault++;
    });
    outputs.set(portType, pairs);
  }
  for (const service of free) lost.push(`service ${service.name} is of no port type`);

  const portNames = new Map<unknown, string[]>();
  for (const service of model.services) {
    for (const port of service.ports) {
      portNames.set(port.binding, [...(portNames.get(port.binding) ?? []), port.name]);
      if (port.binding.protocol === "soap") continue;
      folded.push({ kind: "ports", count: 1, why: "bound to no SOAP" });
    }
  }
  for (const binding of model.bindings.values()) {
    if (binding.protocol !== "soap") continue;
    const pairs = outputs.get(binding.portType);
    const ports = portNames.get(binding) ?? [];
    const kind = binding.soapVersion === "1.2" ? "soap12_bindings" : "soap11_bindings";
    if (binding.portType.operations.length === 0 || binding.operations.length === 0) {
      folded.push({ kind, count: 1, why: "has no operations" });
      if (ports.length > 0) folded.push({ kind: "ports", count: ports.length, why: "has no operations" });
      continue;
    }
    let whole = true;
    for (const port of ports.length > 0 ? ports : [binding.name.local]) {
      for (const bound of binding.operations) {
        const problem = differenceOf(bound, binding.soapVersion ?? "1.1", port, pairs?.get(bound.operation));
        if (problem === null) continue;
        whole = false;
        lost.push(`binding ${binding.name.local}: ${bound.operation.name}: ${problem}`);
      }
      if (whole && ports.length > 0) figures.ports++;
    }
    if (!whole) continue;
    figures[kind]++;
    for (const bound of binding.operations)
      figures.soap_headers += (bound.input?.headers.length ?? 0) + (bound.output?.headers.length ?? 0);
  }
  return { figures, folded, lost };
}

/** How a bound operation differs from what the output says of it at a port. */
function differenceOf(
  bound: BindingOperation,
  version: "1.1" | "1.2",
  port: string,
  output: AnyOperation | undefined,
): string | null {
  const found = output?.bindings.find((b) => b.port === port && b.soapVersion === version);
  if (!found) return `there is no binding for SOAP ${version} at port ${port}`;
  if (found.style !== bound.style) return `style ${bound.style}, ${found.style} in the output`;
  if (found.soapAction !== (bound.soapAction ?? ""))
    return `action ${bound.soapAction}, ${found.soapAction} in the output`;
  const names = (list: readonly { readonly name: string }[] | undefined): string =>
    (list ?? []).map((p) => p.name).join(" ");
  // A notification begins with what WSDL calls its output.
  const { pattern } = bound.operation;
  const turned = pattern === "notification" || pattern === "solicit-response";
  const [asked, answered] = turned ? [bound.output, bound.input] : [bound.input, bound.output];
  const sides = [
    ["input", asked, found.input],
    ["output", answered, found.output],
  ] as const;
  for (const [side, model, out] of sides) {
    if ((model !== null) !== (out !== undefined) && side === "output") return `${side} on one side only`;
    if (names(model?.body) !== names(out?.parts))
      return `${side} parts ${names(model?.body)}; in the output ${names(out?.parts)}`;
  }
  const headers = (asked?.headers ?? []).map((h) => h.part);
  if (names(headers) !== names(found.headers))
    return `headers ${names(headers)}; in the output ${names(found.headers)}`;
  return null;
}

/** Names of the WSDL services with a port of a port type. */
function servicesOf(model: Model, portType: PortType): string[] {
  return model.services.filter((s) => s.ports.some((p) => p.binding.portType === portType)).map((s) => s.name.local);
}

function oneWays(operations: readonly WsdlOperation[]): number {
  return operations.filter((o) => o.pattern === "one-way").length;
}

function withFaults(operations: readonly WsdlOperation[]): number {
  return operations.filter((o) => o.faults.length > 0).length;
}
