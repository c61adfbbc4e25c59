import { type Charset, charsetOf, decodeBytes } from "../charset.ts";
import { buildXml, type OutContent, type OutElement } from "../xml/build.ts";
import { attributeOf, childElements, childNamed, textOf, type XmlNode } from "../xml/node.ts";
import { readXml, type XmlDocument } from "../xml/read.ts";
import type { XmlLimits } from "../xml/scan.ts";
import { clientFault, type FaultName, httpRefusal, Refusal } from "./refusal.ts";
import type { WireSettings } from "./wire-profile.ts";

const ENVELOPE_NS = {
  "1.1": "http://schemas.xmlsoap.org/soap/envelope/",
  "1.2": "http://www.w3.org/2003/05/soap-envelope",
} as const;
/** Encoding style of rpc/encoded. */
export const SOAP_ENCODING = "http://schemas.xmlsoap.org/soap/encoding/";

/** A SOAP envelope, taken apart. */
export interface Envelope {
  readonly header: XmlNode | undefined;
  /** The one child of the Body. */
  readonly content: XmlNode | undefined;
}

/** Media type of a SOAP version. */
export function mediaType(version: WireSettings["soapVersion"]): string {
  return version === "1.1" ? "text/xml" : "application/soap+xml";
}

/** Checks content type and encoding, and reads the bytes as text by byte order mark, HTTP charset or XML declaration. */
export function readText(bytes: Uint8Array, headers: Readonly<Record<string, string>>, wire: WireSettings): string {
  const [type = "", ...parameters] = (headers["content-type"] ?? "").split(";").map((part) => part.trim());
  if (type.toLowerCase() !== mediaType(wire.soapVersion)) {
    throw httpRefusal(415, `content type ${type || "(none)"} instead of ${mediaType(wire.soapVersion)}`);
  }
  const encoding = headers["content-encoding"];
  if (encoding !== undefined && encoding !== "identity") throw httpRefusal(415, `content encoding ${encoding}`);
  const label = parameters
    .find((part) => /^charset=/i.test(part))
    ?.slice(8)
    .replace(/^"(.*)"$/, "$1");
  const http = label === undefined ? undefined : charsetOf(label);
  if (label !== undefined && http === undefined) throw httpRefusal(415, `charset ${label}`);
  return decodeXmlBytes(bytes, http, wire.charset);
}

/** Bytes as text; contradictions between what names the charset are refused. */
export function decodeXmlBytes(bytes: Uint8Array, http: Charset | undefined, fallback: Charset): string {
  const bom = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? ("UTF-8" as const) : undefined;
  const head = Buffer.from(bytes.subarray(0, 200)).toString("latin1");
  const label = /^(?:\xEF\xBB\xBF)?<\?xml[^>]*?encoding\s*=\s*["']([\w.-]+)["']/.exec(head)?.[1];
  const declared = label === undefined ? undefined : charsetOf(label);
  if (label !== undefined && declared === undefined)
    throw clientFault(`the encoding ${label} is not spoken`, `不支持编码 ${label}`);
  const named = ([bom, http, declared] as const).filter((one) => one !== undefined);
  const [first] = named;
  if (named.some((one) => one !== first)) {
    throw clientFault(`the charset is named as ${named.join(" and as ")}`, `编码声明相互矛盾：${named.join("、")}`);
  }
  try {
    return decodeBytes(bytes, first ?? fallback);
  } catch (cause) {
    throw clientFault((cause as Error).message, "报文编码有误", cause);
  }
}

/** Reads an envelope of the profile's SOAP version. */
export function readEnvelope(text: string, wire: WireSettings, limits: XmlLimits): Envelope {
  let document: XmlDocument;
  try {
    document = readXml(text, limits);
  } catch (cause) {
    throw clientFault((cause as Error).message, "报文格式错误", cause);
  }
  const { root } = document;
  const ns = ENVELOPE_NS[wire.soapVersion];
  if (root.local === "Envelope" && root.ns !== ns && Object.values(ENVELOPE_NS).some((other) => other === root.ns)) {
    throw new Refusal(
      { kind: "fault", fault: "VersionMismatch" },
      `SOAP ${wire.soapVersion} is spoken here`,
      `此处使用 SOAP ${wire.soapVersion}`,
    );
  }
  if (root.local !== "Envelope" || root.ns !== ns)
    throw clientFault("the root is no SOAP envelope", "根元素不是 SOAP 信封");
  const parts = childElements(root);
  const header = parts[0]?.local === "Header" ? parts[0] : undefined;
  const body = parts[header === undefined ? 0 : 1];
  if (
    body?.local !== "Body" ||
    body.ns !== ns ||
    parts.length !== (header === undefined ? 1 : 2) ||
    (header !== undefined && header.ns !== ns)
  ) {
    throw clientFault("the envelope has not one Header at most and one Body", "SOAP 信封结构有误");
  }
  const outer = [root, body, ...(header === undefined ? [] : [header])].flatMap((one) => one.children);
  if (outer.some((child) => typeof child === "string" && /[^ \t\r\n]/.test(child))) {
    throw clientFault("there is text between the elements of the envelope", "SOAP 信封中有多余文本");
  }
  const contents = childElements(body);
  if (contents.length > 1) throw clientFault("the SOAP body has more than one element", "SOAP Body 中有多个元素");
  return { header, content: contents[0] };
}

/** Refuses header blocks that must be understood and are not ours. */
export function checkMustUnderstand(envelope: Envelope, wire: WireSettings, isOurs: (block: XmlNode) => boolean): void {
  for (const block of envelope.header === undefined ? [] : childElements(envelope.header)) {
    const flag = attributeOf(block, ENVELOPE_NS[wire.soapVersion], "mustUnderstand")?.trim();
    if ((flag === "1" || flag === "true") && !isOurs(block)) {
      throw new Refusal(
        { kind: "fault", fault: "MustUnderstand" },
        `header ${block.local} is not understood`,
        `无法处理报文头 ${block.local}`,
      );
    }
  }
}

/** Writes an envelope around `content`. */
export function buildEnvelope(
  wire: WireSettings,
  header: readonly OutContent[],
  content: readonly OutContent[],
): string {
  const children: OutElement[] = [];
  if (header.length > 0) children.push({ name: "soap:Header", children: header });
  children.push({ name: "soap:Body", children: content });
  const envelope = buildXml({
    name: "soap:Envelope",
    attributes: [["xmlns:soap", ENVELOPE_NS[wire.soapVersion]]],
    children,
  });
  return wire.charset === "UTF-8" ? envelope : `<?xml version="1.0" encoding="${wire.charset}"?>${envelope}`;
}

const FAULT_12: Readonly<Record<FaultName, string>> = {
  Client: "Sender",
  Server: "Receiver",
  VersionMismatch: "VersionMismatch",
  MustUnderstand: "MustUnderstand",
};

/** Writes a fault; `detail` stands under the detail element. */
export function faultElement(
  wire: WireSettings,
  fault: FaultName,
  text: string,
  detail: readonly OutContent[],
): OutElement {
  if (wire.soapVersion === "1.1") {
    const children: OutElement[] = [
      { name: "faultcode", children: [`soap:${fault}`] },
      { name: "faultstring", children: [text] },
    ];
    if (detail.length > 0) children.push({ name: "detail", children: detail });
    return { name: "soap:Fault", children };
  }
  const children: OutElement[] = [
    { name: "soap:Code", children: [{ name: "soap:Value", children: [`soap:${FAULT_12[fault]}`] }] },
    { name: "soap:Reason", children: [{ name: "soap:Text", attributes: [["xml:lang", "zh"]], children: [text] }] },
  ];
  if (detail.length > 0) children.push({ name: "soap:Detail", children: detail });
  return { name: "soap:Fault", children };
}

/** HTTP status that goes with a fault. */
export function faultStatus(wire: WireSettings, fault: FaultName): number {
  return wire.soapVersion === "1.2" && fault === "Client" ? 400 : 500;
}

/** Text of a fault in an answer; `undefined` when the content is none. */
export function faultText(envelope: Envelope, wire: WireSettings): string | undefined {
  const node = envelope.content;
  if (node?.local !== "Fault" || node.ns !== ENVELOPE_NS[wire.soapVersion]) return undefined;
  const reason = childNamed(node, "Reason");
  const text = reason === undefined ? childNamed(node, "faultstring") : childNamed(reason, "Text");
  return (text === undefined ? undefined : textOf(text)) ?? "";
}
