import { gzipSync } from "node:zlib";
import { encodeString } from "../charset.ts";
import { makeSignature, type SandboxKey } from "../signature.ts";
import type { SignatureSettings } from "../signature-profile.ts";
import { buildXml, type OutContent, type OutElement } from "../xml/build.ts";
import { canonicalizeExclusive } from "../xml/c14n.ts";
import { readXml } from "../xml/read.ts";
import { buildEnvelope, mediaType, SOAP_ENCODING } from "./envelope.ts";
import { type KnownOperation, soapActionOf, typedBodyName, wireNames } from "./operations.ts";
import { headParameters, positionalRoles } from "./positions.ts";
import type { HeadFields } from "./read-message.ts";
import { headName, outwardHead, signedHead, wireName } from "./wire-names.ts";
import type { WireSettings } from "./wire-profile.ts";

/** A message to be signed and put on the wire. */
export interface OutMessage {
  readonly operation: KnownOperation;
  readonly side: "request" | "answer";
  /** In order of the schema, without the signature. */
  readonly head: HeadFields;
  /** The element `Body`. */
  readonly body: OutElement;
  /** The body in JSON, for answers under `answer: "json-string"`. */
  readonly json?: string;
}

/** Bytes with the headers that go with them. */
export interface WireBytes {
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Uint8Array;
}

const XSI = "http://www.w3.org/2001/XMLSchema-instance";
const XSD = "http://www.w3.org/2001/XMLSchema";

/** Signs a message and writes it as the profiles say. Without a key the signature stays empty. */
export function writeMessage(
  message: OutMessage,
  wire: WireSettings,
  signature: SignatureSettings,
  key: SandboxKey | undefined,
): WireBytes {
  const names = wireNames(message.operation, wire);
  const typed = wire.payload === "typed";
  const prefixed = typed && wire.qualifiedChildren;
  const described = typed ? typedBodyName(message.operation, wire, message.side) : undefined;
  const bodyName = described?.name ?? wireName(wire, "Body");
  const body: OutElement = (described === undefined ? prefixed : described.ns !== "")
    ? {
        ...message.body,
        name: `c:${bodyName}`,
        attributes: [["xmlns:c", described?.ns ?? names.ns], ...(message.body.attributes ?? [])],
      }
    : { ...message.body, name: bodyName };
  const json = message.side === "answer" && wire.answer === "json-string" ? message.json : undefined;
  const bodyText = json ?? buildXml(body);
  const signedBody = typed ? canonicalizeExclusive(readXml(bodyText).root) : bodyText;
  const covered = signedHead(wire, message.head, signature.signField);
  const sign =
    key === undefined || signature.source === "raw"
      ? ""
      : makeSignature(signature, key, { fields: covered, body: signedBody, raw: new Uint8Array() });
  const layout = lay(message, wire, signature, names.ns, bodyText, sign);
  const text = buildEnvelope(wire, layout.header, [layout.content]);
  const bytes = encodeString(text, wire.charset);
  const headers: Record<string, string> = { ...contentHeaders(message, wire), ...layout.httpHeaders };
  if (signature.placement === "http-header") {
    const provider = message.head.find(([name]) => name === "providerCode")?.[1];
    if (provider !== undefined) headers[signature.providerHeader] = provider;
    const raw = key !== undefined && signature.source === "raw";
    headers[signature.signatureHeader] = raw
      ? makeSignature(signature, key, { fields: message.head, body: signedBody, raw: bytes })
      : sign;
  }
  return { headers, body: bytes };
}

function contentHeaders(message: OutMessage, wire: WireSettings): Record<string, string> {
  const type = `${mediaType(wire.soapVersion)}; charset=${wire.charset}`;
  if (message.side === "answer") return { "content-type": type };
  const action = soapActionOf(message.operation, wire);
  return wire.soapVersion === "1.1"
    ? { "content-type": type, soapaction: `"${action}"` }
    : { "content-type": action === "" ? type : `${type}; action="${action}"` };
}

interface Layout {
  readonly header: readonly OutContent[];
  readonly content: OutElement;
  readonly httpHeaders: Readonly<Record<string, string>>;
}

function lay(
  message: OutMessage,
  wire: WireSettings,
  signature: SignatureSettings,
  ns: string,
  bodyText: string,
  sign: string,
): Layout {
  const request = message.side === "request";
  const threeStrings = request && wire.payload === "three-strings";
  const signInHead =
    signature.placement === "head" || (signature.placement === "soap-header" && wire.head === "soap-header");
  const withoutSign = threeStrings || (signature.placement === "parameter" && wire.head !== "parameters");
  const fields: HeadFields = withoutSign
    ? message.head
    : [...message.head, [signature.signField, signInHead ? sign : ""]];
  const numbered = request ? positionalRoles(wire) : undefined;
  const root = request ? "Request" : "Response";
  const head = headName(wire, root);
  const outward = outwardHead(wire, fields);
  const child = wire.qualifiedChildren ? (name: string) => `c:${name}` : (name: string) => name;
  const names = wireNames(message.operation, wire);
  const wrapper = request ? names.request : names.answer;
  const header: OutContent[] = [];
  const parameters: OutElement[] = [];
  const httpHeaders: Record<string, string> = {};
  if (request && wire.split === "dispatch")
    parameters.push({ name: child("service"), children: [message.operation.descriptor.name] });
  if (wire.head === "soap-header") {
    header.push({ name: `c:${head}`, attributes: [["xmlns:c", ns]], children: fieldElements(outward) });
  } else if (wire.head === "parameters") {
    const names = request ? headParameters(wire) : undefined;
    // A numbered parameter has to be there even when its field is not.
    const all =
      numbered === undefined
        ? fields.filter(([name]) => name !== "service" || names === undefined || names.includes(name))
        : headParameters(wire).map((name) => fields.find(([one]) => one === name) ?? ([name, ""] as const));
    parameters.push(...fieldElements(outwardHead(wire, all)).map((one) => ({ ...one, name: child(one.name) })));
  } else if (wire.head === "http-headers") {
    for (const [name, value] of fields) httpHeaders[`x-coo-${kebabCase(name)}`] = encodeURIComponent(value);
  }
  if (signature.placement === "soap-header" && wire.head !== "soap-header") {
    header.push({ name: `c:${signature.signField}`, attributes: [["xmlns:c", ns]], children: [sign] });
  }
  if (signature.placement === "parameter" && wire.head !== "parameters" && !threeStrings) {
    parameters.push({ name: child(signature.signField), children: [sign] });
  }
  if (wire.payload === "typed") {
    if (wire.head === "inner") parameters.push({ name: child(head), children: fieldElements(outward) });
    const children: OutContent[] = [...parameters, { raw: bodyText }];
    const name = wire.style === "document-bare" ? (request ? "Request" : "Response") : wrapper.name;
    return { header, httpHeaders, content: { name: `c:${name}`, attributes: [["xmlns:c", wrapper.ns]], children } };
  }
  const inner = innerText(request, wire, wire.head === "inner" ? outward : undefined, bodyText);
  const carried = carry(inner, wire);
  if (wire.style === "document-bare") {
    const name = request ? wire.parameterName : wire.resultName;
    return { header, httpHeaders, content: { name: `c:${name}`, attributes: [["xmlns:c", ns]], children: [carried] } };
  }
  if (threeStrings) {
    const provider = message.head.find(([name]) => name === "providerCode")?.[1] ?? "";
    parameters.push({ name: child("providerCode"), children: [provider] }, { name: child("sign"), children: [sign] });
    parameters.push({ name: child("data"), children: [carried] });
  } else parameters.push({ name: child(request ? wire.parameterName : wire.resultName), children: [carried] });
  if (numbered !== undefined) {
    for (const [index, one] of parameters.entries())
      parameters[index] = { ...one, name: child(`${numbered.stem}${index}`) };
  }
  if (wire.style !== "rpc-encoded") {
    return {
      header,
      httpHeaders,
      content: { name: `c:${wrapper.name}`, attributes: [["xmlns:c", wrapper.ns]], children: parameters },
    };
  }
  const encoded = parameters.map((one) => ({ ...one, attributes: [["xsi:type", "xsd:string"] as const] }));
  const attributes = [
    ["xmlns:c", wrapper.ns],
    ["xmlns:xsi", XSI],
    ["xmlns:xsd", XSD],
    ["soap:encodingStyle", SOAP_ENCODING],
  ] as const;
  return { header, httpHeaders, content: { name: `c:${wrapper.name}`, attributes, children: encoded } };
}

function fieldElements(fields: HeadFields): OutElement[] {
  return fields.map(([name, value]) => ({ name, children: value === "" ? [] : [value] }));
}

function innerText(request: boolean, wire: WireSettings, head: HeadFields | undefined, bodyText: string): string {
  if (!request && wire.answer === "json-string") {
    const members = head === undefined ? "" : `"Head":${JSON.stringify(Object.fromEntries(head))},`;
    return `{"Response":{${members}"Body":${bodyText}}}`;
  }
  const root = request ? "Request" : "Response";
  const children: OutContent[] =
    head === undefined ? [] : [{ name: headName(wire, root), children: fieldElements(head) }];
  const text = buildXml({ name: wireName(wire, root), children: [...children, { raw: bodyText }] });
  return wire.prolog ? `<?xml version="1.0" encoding="${wire.charset}"?>${text}` : text;
}

function carry(inner: string, wire: WireSettings): OutContent {
  if (wire.compression === "gzip-base64") return zip(encodeString(inner, wire.charset));
  if (wire.payload === "base64") return Buffer.from(encodeString(inner, wire.charset)).toString("base64");
  return wire.payload === "cdata" ? { cdata: inner } : inner;
}

/** The gzip header's system byte differs between machines; the same script has to give the same bytes. */
function zip(bytes: Uint8Array): string {
  const zipped = gzipSync(bytes, { level: 9 });
  zipped[9] = 255;
  return zipped.toString("base64");
}

function kebabCase(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
}
