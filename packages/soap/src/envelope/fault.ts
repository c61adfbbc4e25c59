import { END, START, TEXT, type XmlReader } from "@coo/xml";
import { escapeAttribute, escapeText } from "../codec/escape.ts";
import { captureRaw } from "../codec/raw.ts";
import { SoapError } from "../errors.ts";
import { collapse } from "../simple/white-space.ts";
import { ENVELOPE_NS, type SoapVersion } from "./names.ts";

/** What went wrong, in the words of SOAP 1.1. SOAP 1.2 calls `Client` Sender and `Server` Receiver. */
export type FaultCode = "Client" | "Server" | "VersionMismatch" | "MustUnderstand" | "DataEncodingUnknown";

/** A qualified name. */
export interface FaultName {
  readonly ns: string;
  readonly local: string;
}

/** A fault as read, of either version. */
export interface SoapFault {
  readonly version: SoapVersion;
  /** One of {@link FaultCode}, or the local name of a code of the peer's own. */
  readonly code: FaultCode | (string & Record<never, never>);
  readonly codeName: FaultName;
  /** SOAP 1.2: nested subcodes; SOAP 1.1: what follows the first dot of the code. */
  readonly subcodes: readonly FaultName[];
  /** The first reason. */
  readonly reason: string;
  readonly reasons: readonly { readonly lang: string; readonly text: string }[];
  /** SOAP 1.1 faultactor, SOAP 1.2 Role. */
  readonly actor?: string;
  /** SOAP 1.2. */
  readonly node?: string;
  /** The detail element as text, standing alone. */
  readonly detail?: string;
}

/** What a fault to be written says. */
export interface FaultContent {
  readonly code: FaultCode;
  /** English text; further languages in `reasons`. */
  readonly reason: string;
  readonly reasons?: readonly { readonly lang: string; readonly text: string }[];
  readonly subcode?: FaultName;
  readonly actor?: string;
  /** XML put inside the detail element, standing alone. */
  readonly detail?: string;
}

const TO_12: Readonly<Record<string, string>> = { Client: "Sender", Server: "Receiver" };
const FROM_12: Readonly<Record<string, FaultCode>> = { Sender: "Client", Receiver: "Server" };

/** Text of the Fault element; the envelope's prefix is `soap`. */
export function writeFault(version: SoapVersion, fault: FaultContent): string {
  const { code, reason, subcode, actor, detail } = fault;
  if (version === "1.1") {
    return (
      `<soap:Fault><faultcode>soap:${code}</faultcode><faultstring>${escapeText(reason)}</faultstring>` +
      (actor === undefined ? "" : `<faultactor>${escapeText(actor)}</faultactor>`) +
      (detail === undefined ? "" : `<detail>${detail}</detail>`) +
      "</soap:Fault>"
    );
  }
  const sub = subcode
    ? `<soap:Subcode><soap:Value xmlns:s="${escapeAttribute(subcode.ns)}">s:${subcode.local}</soap:Value></soap:Subcode>`
    : "";
  const texts = [{ lang: "en", text: reason }, ...(fault.reasons ?? [])]
    .map((r) => `<soap:Text xml:lang="${escapeAttribute(r.lang)}">${escapeText(r.text)}</soap:Text>`)
    .join("");
  return (
    `<soap:Fault><soap:Code><soap:Value>soap:${TO_12[code] ?? code}</soap:Value>${sub}</soap:Code>` +
    `<soap:Reason>${texts}</soap:Reason>` +
    (actor === undefined ? "" : `<soap:Role>${escapeText(actor)}</soap:Role>`) +
    (detail === undefined ? "" : `<soap:Detail>${detail}</soap:Detail>`) +
    "</soap:Fault>"
  );
}

/** Reads the Fault element at a START event, up to its END. */
export function readFault(reader: XmlReader, version: SoapVersion): SoapFault {
  return version === "1.1" ? readFault11(reader) : readFault12(reader);
}

function readFault11(reader: XmlReader): SoapFault {
  const ns = ENVELOPE_NS["1.1"];
  let name: FaultName | undefined;
  let reason: string | undefined;
  let actor: string | undefined;
  let detail: string | undefined;
  children(reader, (local, childNs) => {
    if (childNs !== "" && childNs !== ns) return captureRaw(reader);
    if (local === "faultcode") name = readName(reader, once(name, local));
    else if (local === "faultstring") reason = readOnce(reader, reason, local);
    else if (local === "faultactor") actor = readOnce(reader, actor, local);
    else if (local === "detail") {
      once(detail, local);
      detail = captureRaw(reader).xml;
    } else reader.skip();
  });
  if (!name || reason === undefined)
    throw malformed("faultcode and faultstring are needed", "缺少 faultcode 或 faultstring");
  const [first = "", ...rest] = name.local.split(".");
  const standard = name.ns === ns || name.ns === "";
  return {
    version: "1.1",
    code: standard ? first : name.local,
    codeName: name,
    subcodes: standard && rest.length > 0 ? [{ ns: name.ns, local: rest.join(".") }] : [],
    reason,
    reasons: [{ lang: "", text: reason }],
    ...(actor === undefined ? {} : { actor }),
    ...(detail === undefined ? {} : { detail }),
  };
}

function readFault12(reader: XmlReader): SoapFault {
  const ns = ENVELOPE_NS["1.2"];
  const codes: FaultName[] = [];
  const reasons: { lang: string; text: string }[] = [];
  let actor: string | undefined;
  let node: string | undefined;
  let detail: string | undefined;
  const readCode = (): void => {
    children(reader, (local, childNs) => {
      if (childNs === ns && local === "Value") codes.push(readName(reader, undefined));
      else if (childNs === ns && local === "Subcode" && codes.length < 20) readCode();
      else reader.skip();
    });
  };
  children(reader, (local, childNs) => {
    if (childNs !== ns) reader.skip();
    else if (local === "Code") readCode();
    else if (local === "Reason") {
      children(reader, (inner) => {
        if (inner !== "Text") return reader.skip();
        const lang = reader.attribute("http://www.w3.org/XML/1998/namespace", "lang") ?? "";
        reasons.push({ lang, text: reader.readText() });
      });
    } else if (local === "Role") actor = readOnce(reader, actor, local);
    else if (local === "Node") node = readOnce(reader, node, local);
    else if (local === "Detail") {
      once(detail, local);
      detail = captureRaw(reader).xml;
    } else reader.skip();
  });
  const [name, ...subcodes] = codes;
  const [first] = reasons;
  if (!name || !first) throw malformed("Code and Reason are needed", "缺少 Code 或 Reason");
  return {
    version: "1.2",
    code: name.ns === ns ? (FROM_12[name.local] ?? name.local) : name.local,
    codeName: name,
    subcodes,
    reason: (reasons.find((r) => r.lang.toLowerCase().startsWith("en")) ?? first).text,
    reasons,
    ...(actor === undefined ? {} : { actor }),
    ...(node === undefined ? {} : { node }),
    ...(detail === undefined ? {} : { detail }),
  };
}

/** Calls `each` at every child's START; it moves the reader to the child's END. */
function children(reader: XmlReader, each: (local: string, ns: string) => unknown): void {
  for (;;) {
    const event = reader.next();
    if (event === END) return;
    if (event === START) each(reader.local, reader.ns);
    else if (event === TEXT && collapse(reader.text) !== "")
      throw malformed("text between elements", "元素之间出现文本");
  }
}

function once(earlier: unknown, local: string): undefined {
  if (earlier !== undefined) throw malformed(`${local} stands twice`, `${local} 重复出现`);
  return undefined;
}

function readOnce(reader: XmlReader, earlier: string | undefined, local: string): string {
  once(earlier, local);
  return reader.readText();
}

function readName(reader: XmlReader, _earlier: undefined): FaultName {
  // Prefixes are those in scope at the element, which its end would take away.
  const scope = new Map(reader.namespaces());
  const text = collapse(reader.readText());
  const colon = text.indexOf(":");
  const ns = scope.get(colon < 0 ? "" : text.slice(0, colon)) ?? "";
  return { ns, local: text.slice(colon + 1) };
}

function malformed(what: string, whatZh: string): SoapError {
  return new SoapError("SOAP_ENVELOPE", `the fault is malformed: ${what}`, `SOAP 错误格式有误: ${whatZh}`);
}
