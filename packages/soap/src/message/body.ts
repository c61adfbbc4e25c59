import { type Decoded, type DecodeOptions, decodeElement } from "../codec/decode.ts";
import { DEFAULT_VALUE_WIRE, type EncodeOptions, encodeElement } from "../codec/encode.ts";
import type { ByteWriter } from "../codec/fast/byte-writer.ts";
import { writeFast } from "../codec/fast/write-fast.ts";
import { construct } from "../constructs.ts";
import { DecodeError } from "../errors.ts";
import type { MessageDescriptor, OperationDescriptor } from "../gen1.ts";
import type { WireProfile } from "../wire-profile.ts";
import { fitCharset } from "./encode-envelope.ts";
import { DEFAULT_MESSAGE_LIMITS } from "./limits.ts";
import { type AnyOperation, bindingFor, bodyElement, isPlain, type MessageKind } from "./operation.ts";
import { hasUsualForm } from "./usual-form.ts";
import { UsualMessage } from "./usual-message.ts";

/**
 * Writes an object as the body of a message: the Body element, or for answers in JSON the text of the Body member.
 *
 * @throws `EncodeError` with issues when the value is not allowed.
 */
export function encodeBody<Request, Response, Kind extends MessageKind>(
  operation: OperationDescriptor<Request, Response>,
  wire: WireProfile,
  kind: Kind,
  value: MessageOf<Request, Response, Kind>,
  options: Omit<EncodeOptions, "element" | "wire" | "encoded"> = {},
): string {
  const descriptor: MessageDescriptor<unknown> = kind === "request" ? operation.request : operation.response;
  if (isJson(operation, wire, kind))
    return fitCharset(construct("json").encodeJson(descriptor, value, { ...options, wire }), wire, true);
  const encoded = isPlain(operation) && bindingFor(operation, wire)?.use === "encoded" ? wire.soapVersion : undefined;
  const text = encodeElement(descriptor, value, {
    ...options,
    wire,
    element: bodyElement(operation, wire, kind),
    ...(encoded === undefined ? {} : { encoded }),
  });
  return isPlain(operation) ? text : fitCharset(text, wire, false);
}

/** A body that was written as bytes, in canonical form: both for the signature and for the envelope. */
export type BodyBytes = Uint8Array<ArrayBuffer>;

/**
 * {@link encodeBody} as UTF-8 bytes, for profiles and values whose bytes can be signed and sent as they are; `undefined`
 * for others, which {@link encodeBody} writes, and for what is wrong, which it tells.
 */
export function encodeBodyBytes<Request, Response, Kind extends MessageKind>(
  operation: OperationDescriptor<Request, Response>,
  wire: WireProfile,
  kind: Kind,
  value: MessageOf<Request, Response, Kind>,
): BodyBytes | undefined {
  if (!hasUsualForm(wire) || isPlain(operation)) return undefined;
  const descriptor: MessageDescriptor<unknown> = kind === "request" ? operation.request : operation.response;
  const element = bodyElement(operation, wire, kind);
  // Carried as text it is escaped into the envelope, else the envelope is written around it.
  const take = wire.payload === "typed" ? bytesWithRoom : bytesOf;
  return writeFast(descriptor, element, value, { ...DEFAULT_VALUE_WIRE, booleans: wire.booleans }, take);
}

function bytesOf(writer: ByteWriter): BodyBytes {
  return writer.takenBody();
}

/** `undefined` where the signature covers another form than what was written. */
function bytesWithRoom(writer: ByteWriter): BodyBytes | undefined {
  return writer.canonical ? writer.takenWithRoom() : undefined;
}

/** What {@link decodeBody} needs of a message that was read. */
export interface BodySource {
  readonly bodyText: string;
  readonly bodyNamespaces?: readonly (readonly [prefix: string, ns: string])[];
}

/**
 * Reads the body of a message that was read (and whose signature was verified).
 *
 * @throws `DecodeError` with issues when it is not allowed; `XmlError` for a prefix that is declared outside the Body.
 */
export function decodeBody<Request, Response, Kind extends MessageKind>(
  operation: OperationDescriptor<Request, Response>,
  wire: WireProfile,
  kind: Kind,
  source: BodySource,
  options: Omit<DecodeOptions, "element" | "wire" | "namespaces"> = {},
): Decoded<MessageOf<Request, Response, Kind>> {
  return decode(operation, wire, kind, source, options) as Decoded<MessageOf<Request, Response, Kind>>;
}

/** Type of one of an operation's two messages. */
export type MessageOf<Request, Response, Kind extends MessageKind> = Kind extends "request" ? Request : Response;

function decode(
  operation: AnyOperation,
  wire: WireProfile,
  kind: MessageKind,
  source: BodySource,
  options: Omit<DecodeOptions, "element" | "wire" | "namespaces">,
): Decoded<unknown> {
  if (source instanceof UsualMessage && options.limits === undefined) {
    const read = source.take(operation, wire, kind);
    if (read) return { value: read.value, unknown: [] };
  }
  const descriptor: MessageDescriptor<unknown> = kind === "request" ? operation.request : operation.response;
  if (isJson(operation, wire, kind))
    return construct("json").decodeJson(descriptor, source.bodyText, { ...options, wire });
  const how: DecodeOptions = {
    limits: DEFAULT_MESSAGE_LIMITS,
    ...options,
    wire,
    element: bodyElement(operation, wire, kind),
    ...(source.bodyNamespaces ? { namespaces: source.bodyNamespaces } : {}),
  };
  try {
    return decodeElement(descriptor, source.bodyText, how);
  } catch (error) {
    if (!isNameUnknown(error) || !isPlain(operation) || bindingFor(operation, wire)?.use !== "encoded") throw error;
    try {
      return decodeElement(construct("encoded").unqualified(descriptor), source.bodyText, how);
    } catch {
      // What the schema says is what the message is told.
      throw error;
    }
  }
}

function isNameUnknown(error: unknown): boolean {
  return (
    error instanceof DecodeError &&
    error.issues.some(({ code }) => code === "unexpected_element" || code === "required")
  );
}

/** Whether a body is JSON instead of XML. */
export function isJson(operation: AnyOperation, wire: WireProfile, kind: MessageKind): boolean {
  return kind === "response" && wire.answer === "json-string" && !isPlain(operation);
}
