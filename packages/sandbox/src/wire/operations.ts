import type { OperationDescriptor, ServiceDescriptor } from "@coo/soap/gen1";
import { SandboxError } from "../errors.ts";
import type { WireSettings } from "./wire-profile.ts";

/** An operation with the service it belongs to. */
export interface KnownOperation {
  /** Our name, also where the wire has another. */
  readonly key: string;
  readonly service: ServiceDescriptor;
  readonly descriptor: OperationDescriptor<unknown, unknown>;
}

/** All operations of the services handed in, by name. */
export interface OperationTable {
  byName(name: string): KnownOperation | undefined;
  /** By the interface code of the head: the operation's name on the wire or its number. */
  byCode(code: string): KnownOperation | undefined;
  /** By interface number; names move between editions, numbers do not. */
  byNumber(no: number): KnownOperation | undefined;
  readonly all: readonly KnownOperation[];
}

/** @throws {@link SandboxError} with code `SANDBOX_OPTIONS` when two services have the same operation. */
export function operationTable(services: readonly ServiceDescriptor[]): OperationTable {
  const names = new Map<string, KnownOperation>();
  for (const service of services) {
    for (const [key, given] of Object.entries(service.operations)) {
      const descriptor = given as OperationDescriptor<unknown, unknown>;
      if (names.has(key)) {
        const text = `two services have an operation "${key}"`;
        throw new SandboxError("SANDBOX_OPTIONS", text, `两个服务都有操作“${key}”`, {
          setting: "services",
        });
      }
      names.set(key, { key, service, descriptor });
    }
  }
  const all = [...names.values()];
  const onWire = new Map(all.map((known) => [known.descriptor.name, known]));
  const byNumber = (no: number): KnownOperation | undefined => all.find((known) => known.descriptor.no === no);
  return {
    byName: (name) => names.get(name),
    byCode: (code) => onWire.get(code) ?? (/^\d{1,2}$/.test(code) ? byNumber(Number(code)) : undefined),
    byNumber,
    all,
  };
}

/** The element in the wrapper that carries a typed message: the described one, if there is one alone; else `Body`. */
export function typedBodyName(
  { descriptor }: KnownOperation,
  wire: WireSettings,
  side: "request" | "answer",
): { readonly name: string; readonly ns: string } | undefined {
  if (wire.namespace !== undefined) return undefined;
  const binding = descriptor.bindings.find((one) => one.shape === "typed");
  const [part] = (side === "request" ? binding?.input : binding?.output)?.parts ?? [];
  const type = typeof part?.type === "function" ? part.type() : part?.type;
  const items = type?.k === "complex" && type.content?.k === "seq" ? type.content.items : [];
  const carriers = items.flatMap((item) => {
    if (item.k !== "el") return [];
    const held = typeof item.type === "function" ? item.type() : item.type;
    return held.k === "complex" ? [{ name: item.name, ns: item.ns }] : [];
  });
  return carriers.length === 1 ? carriers[0] : undefined;
}

/** Wrapper elements of an operation under a wire profile. */
export interface WireNames {
  /** Service namespace of the shape in use. */
  readonly ns: string;
  readonly request: { readonly name: string; readonly ns: string };
  readonly answer: { readonly name: string; readonly ns: string };
}

/** Name of the one operation under `split: "dispatch"`. */
export const DISPATCH_OPERATION = "exchange";

/** Names from the generated bindings; by the conventions of the reference edition where there are none. */
export function wireNames(known: KnownOperation, wire: WireSettings): WireNames {
  const { descriptor, service } = known;
  const shape = wire.payload === "typed" ? "typed" : "string";
  const binding = wire.namespace === undefined ? descriptor.bindings.find((one) => one.shape === shape) : undefined;
  const base = wire.namespace ?? service.namespace;
  const ns = binding?.input.ns ?? (shape === "typed" ? `${base}:typed` : base);
  const name = wire.split === "dispatch" ? DISPATCH_OPERATION : (binding?.input.name ?? descriptor.name);
  const answerName =
    wire.split === "dispatch"
      ? `${DISPATCH_OPERATION}Response`
      : (binding?.output?.name ?? `${descriptor.name}Response`);
  return { ns, request: { name, ns }, answer: { name: answerName, ns: binding?.output?.ns ?? ns } };
}

/** The SOAPAction a peer has to send. */
export function soapActionOf(known: KnownOperation, wire: WireSettings): string {
  if (wire.soapAction === "empty") return "";
  const { ns, request } = wireNames(known, wire);
  if (wire.soapAction === "operation") return request.name;
  return `${ns}${/[/#:]$/.test(ns) ? "" : "/"}${request.name}`;
}
