import { END, START, XmlReader } from "@coo/xml";
import { type DecodeOptions, decodeElement } from "../codec/decode.ts";
import { encodeElement } from "../codec/encode.ts";
import { captureRaw } from "../codec/raw.ts";
import type { HeaderBlock } from "../envelope/envelope.ts";
import type { SoapFault } from "../envelope/fault.ts";
import { SoapError } from "../errors.ts";
import type { MessageDescriptor, PartDescriptor } from "../gen1.ts";
import { shorten } from "../issue.ts";
import type { WireProfile } from "../wire-profile.ts";
import { DEFAULT_MESSAGE_LIMITS } from "./limits.ts";
import { type AnyOperation, bindingFor, type MessageKind } from "./operation.ts";

/** Values of SOAP header blocks by the name of their part. */
export type HeaderValues = Readonly<Record<string, unknown>>;

type HeaderOptions = Omit<DecodeOptions, "element" | "wire" | "namespaces">;

/** Header parts that a message of the operation may have. */
export function headerParts(
  operation: AnyOperation,
  wire: Pick<WireProfile, "soapVersion" | "payload">,
  kind: MessageKind,
): readonly PartDescriptor[] {
  const binding = bindingFor(operation, wire);
  return (kind === "request" ? binding?.headers : binding?.outputHeaders) ?? [];
}

/**
 * Writes the header blocks that the description binds to a message; parts without a value are left out.
 *
 * @param values - By the name of the part.
 * @returns XML for the SOAP Header; hand it to `buildRequest` or `buildResponse` as `headerText`.
 * @throws `EncodeError` with issues for a wrong value, {@link SoapError} `SOAP_HEAD` for a part that there is not.
 */
export function encodeHeaders(
  operation: AnyOperation,
  wire: WireProfile,
  kind: MessageKind,
  values: HeaderValues,
): string {
  return encodeParts(operation, wire, headerParts(operation, wire, kind), values);
}

/**
 * Writes the header blocks by which the description lets errors about headers be reported (soap:headerfault), for
 * `buildFault` as `headerText`.
 *
 * @param values - By the name of the part.
 * @throws As {@link encodeHeaders}.
 */
export function encodeHeaderFaults(operation: AnyOperation, wire: WireProfile, values: HeaderValues): string {
  return encodeParts(operation, wire, bindingFor(operation, wire)?.headerFaults ?? [], values);
}

function encodeParts(
  operation: AnyOperation,
  wire: WireProfile,
  parts: readonly PartDescriptor[],
  values: HeaderValues,
): string {
  for (const name of Object.keys(values)) {
    if (values[name] === undefined || parts.some((p) => p.name === name)) continue;
    const known = parts.map((p) => p.name).join(", ") || "–";
    throw new SoapError(
      "SOAP_HEAD",
      `operation ${operation.name} has no header part ${shorten(name)}; its parts: ${known}`,
      `操作 ${operation.name} 没有消息头 ${shorten(name)},已定义:${known}`,
    );
  }
  return parts
    .filter((part) => values[part.name] !== undefined)
    .map((part) => encodeElement(messageOf(part), values[part.name], { wire }))
    .join("");
}

/**
 * Reads the header blocks of a message that the description knows; headers by which errors about headers are reported
 * are known in answers. Other blocks are left alone.
 *
 * @throws `DecodeError` with issues for a block that its type does not allow.
 */
export function decodeHeaders(
  operation: AnyOperation,
  wire: WireProfile,
  kind: MessageKind,
  blocks: readonly HeaderBlock[],
  options: HeaderOptions = {},
): HeaderValues {
  if (blocks.length === 0) return {};
  const faults = kind === "response" ? (bindingFor(operation, wire)?.headerFaults ?? []) : [];
  const found: Record<string, unknown> = {};
  for (const part of [...headerParts(operation, wire, kind), ...faults]) {
    const element = nameOf(part);
    const block = blocks.find((b) => b.name === element.name && b.ns === element.ns);
    if (!block || Object.hasOwn(found, part.name)) continue;
    // A block may say more than its type does: whom it is for, and that it must be understood.
    found[part.name] = decodeElement(messageOf(part), withoutSoapAttributes(block.xml), {
      limits: DEFAULT_MESSAGE_LIMITS,
      ...options,
      wire,
    }).value;
  }
  return found;
}

/** A fault's detail as one of the messages that the operation declares; `undefined` when it is none of them. */
export interface DecodedFault {
  /** Name of the message. */
  readonly name: string;
  readonly value: unknown;
}

/**
 * Finds the declared fault that a fault's detail carries, and decodes it.
 *
 * @throws `DecodeError` with issues when the detail has its element and not its content.
 */
export function decodeFault(
  operation: AnyOperation,
  wire: WireProfile,
  fault: Pick<SoapFault, "detail">,
  options: HeaderOptions = {},
): DecodedFault | undefined {
  if (fault.detail === undefined || !operation.faults) return undefined;
  const reader = new XmlReader(fault.detail, { limits: DEFAULT_MESSAGE_LIMITS });
  reader.next();
  for (let event = reader.next(); event !== END; event = reader.next()) {
    if (event !== START) continue;
    const raw = captureRaw(reader);
    for (const descriptor of operation.faults) {
      const { element } = descriptor;
      if (!element || element.name !== raw.name || element.ns !== raw.ns) continue;
      const { value } = decodeElement(descriptor, raw.xml, { limits: DEFAULT_MESSAGE_LIMITS, ...options, wire });
      return { name: descriptor.name, value };
    }
  }
  return undefined;
}

/**
 * Writes what a declared fault carries, for the detail element.
 *
 * @throws `EncodeError` with issues for a wrong value, {@link SoapError} `SOAP_OPERATION` for a fault that there is not.
 */
export function encodeFault(operation: AnyOperation, wire: WireProfile, fault: DecodedFault): string {
  const descriptor = operation.faults?.find((f) => f.name === fault.name);
  if (!descriptor) {
    const known = operation.faults?.map((f) => f.name).join(", ") || "–";
    throw new SoapError(
      "SOAP_OPERATION",
      `operation ${operation.name} declares no fault ${shorten(fault.name)}; its faults: ${known}`,
      `操作 ${operation.name} 未声明故障 ${shorten(fault.name)},已声明:${known}`,
    );
  }
  return encodeElement(descriptor, fault.value, { wire });
}

const messages = new WeakMap<PartDescriptor, MessageDescriptor<unknown>>();

/** The codec remembers what it compiled by the message. */
function messageOf(part: PartDescriptor): MessageDescriptor<unknown> {
  let message = messages.get(part);
  if (!message) {
    message = { k: "message", name: part.name, type: part.type, element: nameOf(part) };
    messages.set(part, message);
  }
  return message;
}

function nameOf(part: PartDescriptor): { readonly name: string; readonly ns: string } {
  return part.element ?? { name: part.name, ns: "" };
}

/** Takes `mustUnderstand`, `actor`, `role`, `relay` and `encodingStyle` of SOAP off a block's start tag. */
function withoutSoapAttributes(xml: string): string {
  const start = /^<[^\s>/]+(?:\s+[^\s=]+\s*=\s*(?:"[^"]*"|'[^']*'))*\s*\/?>/.exec(xml)?.[0] ?? "";
  const prefixes = [...start.matchAll(/\sxmlns:([^\s=]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g)]
    .filter(([, , a, b]) =>
      /^http:\/\/(?:schemas\.xmlsoap\.org\/soap|www\.w3\.org\/2003\/05\/soap-)/.test(a ?? b ?? ""),
    )
    .map(([, prefix]) => prefix as string);
  const rest = start.replace(/\s([^\s:=]+):([^\s=]+)\s*=\s*(?:"[^"]*"|'[^']*')/g, (whole, prefix: string) =>
    prefixes.includes(prefix) ? "" : whole,
  );
  return rest + xml.slice(start.length);
}
