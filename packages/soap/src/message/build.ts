import { escapeAttribute, escapeText } from "../codec/escape.ts";
import { construct } from "../constructs.ts";
import { writeEnvelope } from "../envelope/envelope.ts";
import { type FaultContent, writeFault } from "../envelope/fault.ts";
import { contentType } from "../envelope/media-type.ts";
import { SoapError } from "../errors.ts";
import type { WireProfile } from "../wire-profile.ts";
import { type AttachmentValues, refuseAttachments } from "./attachments.ts";
import { carry } from "./carrier.ts";
import { encodeEnvelope, fitCharset } from "./encode-envelope.ts";
import { around } from "./escape-bytes.ts";
import { type Frame, frameOf } from "./frame.ts";
import { checkHead, type HeadField, headValue, writeHeadFields } from "./head.ts";
import {
  type AnyOperation,
  hasBareParts,
  isPlain,
  type MessageKind,
  namespaceFor,
  parameterNames,
  soapActionFor,
  wrapperName,
} from "./operation.ts";
import { writePayload } from "./payload.ts";
import { hasUsualForm } from "./usual-form.ts";
import { headName, outwardHead, wireName } from "./wire-names.ts";
import { writeWrapper } from "./wrapper.ts";

/** A message to be put into its envelope. */
export interface MessageContent {
  readonly operation: AnyOperation;
  readonly wire: WireProfile;
  /** All head fields in schema order, the signature among them. */
  readonly head: readonly HeadField[];
  /** The body as text, from `encodeBody`; or as bytes, from `encodeBodyBytes` with the same profile. */
  readonly bodyText: string | Uint8Array;
  /** Namespace of the wrapper where neither binding nor profile says one. */
  readonly namespace?: string;
  /** Further blocks of the SOAP Header, from `encodeHeaders`. */
  readonly headerText?: string;
  /** Contents of parts that the description puts beside the envelope; any is refused, since MIME is not spoken. */
  readonly attachments?: AttachmentValues;
}

export interface BuiltRequest {
  readonly body: Uint8Array;
  /** HTTP headers, names in lower case. */
  readonly headers: Record<string, string>;
  /** With one address for each interface: what follows the endpoint's path, `/queryBranches`. */
  readonly path?: string;
}

export interface BuiltResponse {
  readonly status: number;
  readonly headers: Record<string, string>;
  readonly body: Uint8Array;
}

/**
 * Puts a signed request into its envelope, as the wire profile says.
 *
 * @returns Body bytes and HTTP headers.
 * @throws {@link SoapError} `SOAP_HEAD`, `SOAP_MIME`, `SOAP_OPERATION`; `XmlError` for what cannot be written.
 */
export function buildRequest(message: MessageContent): BuiltRequest {
  const { operation, wire } = message;
  const { body, headers } = envelope(message, "request");
  return {
    body,
    headers,
    ...(wire.split === "per-interface" && !isPlain(operation) ? { path: `/${operation.name}` } : {}),
  };
}

/** HTTP headers that say what a message is. */
function mediaHeaders(message: MessageContent, kind: MessageKind): Record<string, string> {
  const { operation, wire } = message;
  if (kind === "response") return { "content-type": contentType(wire.soapVersion, wire.charset, "") };
  const action = soapActionFor(operation, wire, plainNamespace(message));
  return {
    "content-type": contentType(wire.soapVersion, wire.charset, action),
    ...(wire.soapVersion === "1.1" ? { soapaction: `"${action.replace(/[\r\n"]/g, "")}"` } : {}),
  };
}

export interface ResponseContent extends MessageContent {
  /** Whether the answer reports success; by default whether the head's returnCode is `0000`, or there is none. */
  readonly success?: boolean;
}

/** The return code of success, and the one of a failure on the answering side. */
const SUCCESS = "0000";
const SERVER_FAILURE = "9999";

/**
 * Puts a signed answer into its envelope. How an answer with an error code looks depends on the profile: like any
 * other, with an HTTP status of 400 or 500, or as a fault without signature.
 */
export function buildResponse(message: ResponseContent): BuiltResponse {
  const { wire, head } = message;
  const code = headValue(head, "returnCode");
  const success = message.success ?? (code === undefined || code === SUCCESS);
  const server = code === SERVER_FAILURE;
  if (!success && wire.error === "fault") return businessFault(message, server);
  const { body, headers } = envelope(message, "response");
  return {
    status: success || wire.error !== "http-status" ? 200 : server ? 500 : 400,
    headers,
    body,
  };
}

function businessFault(message: ResponseContent, server: boolean): BuiltResponse {
  const { operation, wire, head } = message;
  const ns = namespaceFor(operation, wire, message.namespace);
  const field = (name: string): string => {
    const value = headValue(head, name);
    return value === undefined ? "" : `<${name}>${escapeText(value)}</${name}>`;
  };
  const detail = `<e:error xmlns:e="${escapeAttribute(ns)}">${field("returnCode")}${field("returnMessage")}</e:error>`;
  return buildFault({
    wire,
    code: server ? "Server" : "Client",
    message: headValue(head, "returnMessage") ?? headValue(head, "returnCode") ?? "error",
    detail,
  });
}

export interface FaultMessage {
  readonly wire: Pick<WireProfile, "soapVersion" | "charset">;
  readonly code: FaultContent["code"];
  readonly message: string;
  /** XML inside the detail element, standing alone. */
  readonly detail?: string;
  readonly subcode?: FaultContent["subcode"];
  /** Blocks of the SOAP Header, from `encodeHeaderFaults`. */
  readonly headerText?: string;
}

/** A fault with its HTTP status: 500, but 400 for a sender's fault in SOAP 1.2. */
export function buildFault(fault: FaultMessage): BuiltResponse {
  const { wire, code, message, detail, subcode, headerText = "" } = fault;
  const content: FaultContent = {
    code,
    reason: message,
    ...(detail === undefined ? {} : { detail }),
    ...(subcode === undefined ? {} : { subcode }),
  };
  const text = writeEnvelope(wire.soapVersion, wire.charset, {
    headers: headerText,
    body: writeFault(wire.soapVersion, content),
  });
  return {
    status: wire.soapVersion === "1.2" && code === "Client" ? 400 : 500,
    headers: { "content-type": contentType(wire.soapVersion, wire.charset, "") },
    body: encodeEnvelope(text, wire.charset),
  };
}

function plainNamespace(message: MessageContent): string {
  return namespaceFor(message.operation, message.wire, message.namespace);
}

function envelope(message: MessageContent, kind: MessageKind): { body: Uint8Array; headers: Record<string, string> } {
  const { wire, bodyText } = message;
  if (typeof bodyText === "string") {
    const { text, headers } = envelopeText({ ...message, bodyText }, kind);
    return { body: encodeEnvelope(text, wire.charset), headers: { ...mediaHeaders(message, kind), ...headers } };
  }
  if (!hasUsualForm(wire) || isPlain(message.operation))
    throw new SoapError("SOAP_OPERATION", "this message's body is sent as text", "该报文体应以文本形式给出");
  if (message.headerText) {
    // Written around a mark, which behind the head can be nothing else.
    const { text } = envelopeText({ ...message, bodyText: MARK }, kind);
    const [before, after] = split(text, text.lastIndexOf(MARK), MARK.length);
    const body = around(before, bodyText, utf8(after), wire.payload !== "typed");
    return { body, headers: mediaHeaders(message, kind) };
  }
  const { operation, head, attachments } = message;
  if (attachments) refuseAttachments(operation, wire, kind, attachments);
  const { before, between, behind, headers } = frameOf(wire, operation, kind, plainNamespace(message), () =>
    frameAround(message, kind),
  );
  const fields = carried(writeHeadFields(head), wire);
  return {
    body: around(before + fields + between, bodyText, behind, wire.payload !== "typed"),
    headers: { ...headers },
  };
}

/** What is the same in every message of a kind: a message around two marks. */
function frameAround(message: MessageContent, kind: MessageKind): Omit<Frame, "ns"> {
  const { wire } = message;
  const { attachments: _, ...bare } = message;
  const { text } = envelopeText({ ...bare, head: [["mark", MARK]], bodyText: MARK }, kind);
  const field = carried(`<mark>${MARK}</mark>`, wire);
  const [before, rest] = split(text, text.indexOf(field), field.length);
  const [between, behind] = split(rest, rest.indexOf(MARK), MARK.length);
  return { before, between, behind: utf8(behind), headers: mediaHeaders(message, kind) };
}

/** Markup of the payload as it stands in the envelope. */
function carried(text: string, wire: WireProfile): string {
  return wire.payload === "typed" ? text : carry(text, wire);
}

function split(text: string, at: number, size: number): readonly [before: string, behind: string] {
  return [text.slice(0, at), text.slice(at + size)];
}

function utf8(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}

const MARK = "\u{f0000}body\u{f0000}";

type TextContent = MessageContent & { readonly bodyText: string };

function envelopeText(message: TextContent, kind: MessageKind): { text: string; headers: Record<string, string> } {
  const { operation, wire, head } = message;
  if (message.attachments) refuseAttachments(operation, wire, kind, message.attachments);
  checkHead(head);
  const ns = plainNamespace(message);
  const headers = wire.head === "http-headers" ? construct("heads").writeHeadHeaders(head) : {};
  const block =
    wire.head === "soap-header" && head.length > 0
      ? construct("heads").writeHeadBlock(outwardHead(wire, head), ns, headName(wire, kind))
      : "";
  const content = !isPlain(operation)
    ? { body: soapBody(message, kind, ns) }
    : hasBareParts(operation, wire, kind)
      ? bareParts(message.bodyText)
      : { body: message.bodyText };
  return {
    text: writeEnvelope(wire.soapVersion, wire.charset, { headers: block + (message.headerText ?? ""), ...content }),
    headers,
  };
}

/** What stands in the SOAP Body of a message of several parts, and the declarations that belong on the Body. */
function bareParts(bodyText: string): { body: string; bodyAttributes: string } {
  const [, bodyAttributes = "", body = ""] = /^<Body([^>]*)>(.*)<\/Body>$/s.exec(bodyText) ?? [];
  return { body, bodyAttributes };
}

function soapBody(message: TextContent, kind: MessageKind, ns: string): string {
  const { operation, wire, head, bodyText } = message;
  const wrapper = wrapperName(operation, wire, kind, ns);
  if (wire.payload === "typed") {
    const prefix = wire.qualifiedChildren ? "c:" : "";
    const fields =
      wire.head === "inner"
        ? `<${prefix}${headName(wire, kind)}>${writeHeadFields(outwardHead(wire, head))}</${prefix}${headName(wire, kind)}>`
        : wire.head === "parameters"
          ? writeHeadFields(outwardHead(wire, head), prefix)
          : "";
    return `<c:${wrapper.name} xmlns:c="${escapeAttribute(wrapper.ns)}">${fields}${bodyText}</c:${wrapper.name}>`;
  }
  const three = kind === "request" && wire.payload === "three-strings";
  const inner = carry(payloadText(message, kind, three), wire);
  if (wire.style === "document-bare") {
    return `<c:${wrapper.name} xmlns:c="${escapeAttribute(wrapper.ns)}">${inner}</c:${wrapper.name}>`;
  }
  const fields: (readonly [string, string])[] = [];
  if (kind === "request" && wire.split === "dispatch") fields.push(["service", operation.name]);
  if (three)
    fields.push(["providerCode", headValue(head, "providerCode") ?? ""], ["sign", headValue(head, "sign") ?? ""]);
  else if (wire.head === "parameters") fields.push(...parameterFields(message, kind));
  const payloadName = kind === "response" ? wire.resultName : three ? "data" : wire.parameterName;
  const declared = [...fields.map(([name]) => name), payloadName];
  const names = kind === "request" ? parameterNames(wire, declared) : declared;
  const doubled = declared.find((name, i) => declared.indexOf(name) !== i);
  if (doubled !== undefined) {
    throw new SoapError("SOAP_HEAD", `parameter ${doubled} would stand twice`, `参数 ${doubled} 会重复`);
  }
  const children = names.map((name, i) => ({
    name,
    content: i < fields.length ? escapeText((fields[i] as readonly [string, string])[1]) : inner,
  }));
  return writeWrapper(wrapper, children, wire);
}

/** Head fields as parameters. Where names are only numbers, absent ones keep their place with an empty text. */
function parameterFields(message: MessageContent, kind: MessageKind): readonly HeadField[] {
  const { wire, head } = message;
  // A dispatching wrapper has the interface code already.
  const own = wire.split === "dispatch" && kind === "request" ? head.filter(([name]) => name !== "service") : head;
  if (kind === "response" || parameterNames(wire, ["a", "b"])[0] === "a") return outwardHead(wire, own);
  return positionalHead(wire).map((name) => [name, headValue(own, name) ?? ""]);
}

/** Fields that have a place of their own where parameters are only numbered. */
export function positionalHead(wire: Pick<WireProfile, "split">): readonly string[] {
  const fields = ["providerCode", "service", "version", "messageId", "timestamp", "nonceStr", "signType", "sign"];
  return wire.split === "dispatch" ? fields.filter((name) => name !== "service") : fields;
}

function payloadText(message: TextContent, kind: MessageKind, three: boolean): string {
  const { wire, bodyText } = message;
  const head =
    wire.head !== "inner" ? undefined : three ? message.head.filter(([name]) => name !== "sign") : message.head;
  if (kind === "response" && wire.answer === "json-string")
    return fitCharset(construct("json").writeJsonAnswer(head, bodyText), wire, true);
  const prolog = wire.prolog ? wire.charset : undefined;
  const root = kind === "request" ? "Request" : "Response";
  const names = wire.names && { root: wireName(wire, root), head: headName(wire, kind) };
  const text = writePayload({ kind: root, head: head && outwardHead(wire, head), bodyText }, prolog, names);
  return fitCharset(text, wire, false);
}
