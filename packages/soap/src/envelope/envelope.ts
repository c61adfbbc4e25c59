import { END, EOF, START, TEXT, type XmlLimits, XmlReader } from "@coo/xml";
import { captureRaw } from "../codec/raw.ts";
import { SoapError } from "../errors.ts";
import { shorten } from "../issue.ts";
import { collapse } from "../simple/white-space.ts";
import { readFault, type SoapFault } from "./fault.ts";
import { ENVELOPE_NS, type SoapVersion } from "./names.ts";

/** A child of the SOAP header. */
export interface HeaderBlock {
  readonly name: string;
  readonly ns: string;
  /** Its text, standing alone. */
  readonly xml: string;
  readonly mustUnderstand: boolean;
  /** SOAP 1.1 actor, SOAP 1.2 role; `""` for none. */
  readonly actor: string;
}

export interface ReadEnvelopeOptions {
  /** The version expected; another one is `SOAP_VERSION_MISMATCH`. */
  readonly version: SoapVersion;
  /** Charset of the HTTP content type; only for bytes. */
  readonly charset?: string | undefined;
  readonly limits?: Partial<XmlLimits> | undefined;
  /** Whether a header block that must be understood is. None is by default. */
  readonly understands?: ((name: string, ns: string) => boolean) | undefined;
  /** Header blocks at most; default 32. */
  readonly maxHeaderBlocks?: number | undefined;
}

/** How a Body is read that has not exactly one child; by default it is refused. */
export interface BodyChildren<T> {
  /** The Body is empty. */
  readonly none?: (headers: readonly HeaderBlock[]) => T;
  /** At the START of a further child; moves the reader to its END. */
  readonly more?: (reader: XmlReader, value: T) => void;
}

export type EnvelopeContent<T> =
  | { readonly kind: "body"; readonly headers: readonly HeaderBlock[]; readonly value: T }
  | { readonly kind: "fault"; readonly headers: readonly HeaderBlock[]; readonly fault: SoapFault };

/** Text of an envelope. `headers` and `body` are XML standing alone; prefix `soap` may be used in them. */
export function writeEnvelope(
  version: SoapVersion,
  charset: string,
  content: { readonly headers?: string; readonly body: string; readonly bodyAttributes?: string },
): string {
  const header = content.headers ? `<soap:Header>${content.headers}</soap:Header>` : "";
  return (
    `<?xml version="1.0" encoding="${charset}"?>\n` +
    `<soap:Envelope xmlns:soap="${ENVELOPE_NS[version]}">${header}` +
    `<soap:Body${content.bodyAttributes ?? ""}>${content.body}</soap:Body></soap:Envelope>`
  );
}

/**
 * Reads an envelope strictly: one root Envelope, at most one Header, then exactly one Body with exactly one child, and
 * nothing else; no document type declaration and no processing instruction.
 *
 * @param onBody - Called at the START of the Body's child, unless it is a fault; moves the reader to the child's END.
 * @param children - For bodies that may have several children or none.
 * @throws {@link SoapError} `SOAP_ENVELOPE`, `SOAP_VERSION_MISMATCH`, `SOAP_MUST_UNDERSTAND`; `XmlError` for malformed XML.
 */
export function readEnvelope<T>(
  input: Uint8Array | string,
  options: ReadEnvelopeOptions,
  onBody: (reader: XmlReader, headers: readonly HeaderBlock[]) => T,
  children: BodyChildren<T> = {},
): EnvelopeContent<T> {
  const { version } = options;
  const ns = ENVELOPE_NS[version];
  const reader = new XmlReader(input, {
    refusePi: true,
    charset: options.charset,
    ...(options.limits ? { limits: options.limits } : {}),
  });
  reader.next();
  checkRoot(reader, version);
  checkAttributes(reader, version);
  let event = nextTag(reader);
  let headers: HeaderBlock[] = [];
  if (event === START && isAt(reader, "Header", ns)) {
    headers = readHeaders(reader, version, options);
    event = nextTag(reader);
  }
  if (event !== START || !isAt(reader, "Body", ns)) {
    throw wrong(
      event === START ? `element ${shorten(reader.qname)} where Body is expected` : "there is no Body",
      "缺少 Body",
    );
  }
  checkAttributes(reader, version);
  let result: EnvelopeContent<T>;
  if (nextTag(reader) !== START) {
    if (!children.none) throw wrong("the Body is empty", "Body 为空");
    result = { kind: "body", headers, value: children.none(headers) };
  } else {
    if (isAt(reader, "Fault", ns)) {
      result = { kind: "fault", headers, fault: readFault(reader, version) };
    } else result = { kind: "body", headers, value: onBody(reader, headers) };
    while (nextTag(reader) !== END) {
      if (result.kind === "fault" || !children.more) {
        throw wrong("the Body has more than one child", "Body 含有多个子元素");
      }
      children.more(reader, result.value);
    }
  }
  if (nextTag(reader) !== END) {
    const again = reader.local === "Body" ? "a second Body" : `element ${shorten(reader.qname)} behind the Body`;
    throw wrong(again, "Body 之后还有内容");
  }
  if (reader.next() !== EOF) throw wrong("content behind the envelope", "信封之后还有内容");
  return result;
}

function checkRoot(reader: XmlReader, version: SoapVersion): void {
  if (reader.local !== "Envelope") {
    throw wrong(`root element ${shorten(reader.qname)}, expected Envelope`, "根元素不是 Envelope");
  }
  if (reader.ns === ENVELOPE_NS[version]) return;
  const found =
    reader.ns === ENVELOPE_NS["1.1"]
      ? "SOAP 1.1"
      : reader.ns === ENVELOPE_NS["1.2"]
        ? "SOAP 1.2"
        : `"${shorten(reader.ns, 80)}"`;
  throw new SoapError(
    "SOAP_VERSION_MISMATCH",
    `the envelope is of ${found}, expected SOAP ${version}`,
    `信封版本为 ${found},应为 SOAP ${version}`,
  );
}

/** Whether the reader stands at an element of this name. */
export function isAt(reader: XmlReader, name: string, ns: string): boolean {
  return reader.local === name && reader.ns === ns;
}

/** In SOAP 1.2 no encodingStyle may stand on Envelope, Header and Body, and their attributes are qualified. */
function checkAttributes(reader: XmlReader, version: SoapVersion): void {
  if (version !== "1.2") return;
  for (let i = 0; i < reader.attributeCount; i++) {
    const ns = reader.attributeNs(i);
    if (ns === "" || (ns === ENVELOPE_NS["1.2"] && reader.attributeLocal(i) === "encodingStyle")) {
      throw wrong(
        `attribute ${shorten(reader.attributeLocal(i))} cannot stand on ${reader.local}`,
        `${reader.local} 上不能有属性 ${shorten(reader.attributeLocal(i))}`,
      );
    }
  }
}

/** Next START or END; text between must be white space. */
export function nextTag(reader: XmlReader): 1 | 2 {
  for (;;) {
    const event = reader.next();
    if (event === START || event === END) return event;
    if (event === TEXT && collapse(reader.text) !== "") throw wrong("text between elements", "元素之间出现文本");
    if (event === EOF) throw wrong("the envelope ends early", "信封提前结束");
  }
}

const NEXT: Readonly<Record<SoapVersion, string>> = {
  "1.1": "http://schemas.xmlsoap.org/soap/actor/next",
  "1.2": "http://www.w3.org/2003/05/soap-envelope/role/next",
};
const ULTIMATE = "http://www.w3.org/2003/05/soap-envelope/role/ultimateReceiver";

function readHeaders(reader: XmlReader, version: SoapVersion, options: ReadEnvelopeOptions): HeaderBlock[] {
  checkAttributes(reader, version);
  const ns = ENVELOPE_NS[version];
  const max = options.maxHeaderBlocks ?? 32;
  const blocks: HeaderBlock[] = [];
  while (nextTag(reader) === START) {
    if (blocks.length >= max) throw wrong(`more than ${max} header blocks`, `消息头超过 ${max} 个`);
    if (reader.ns === "")
      throw wrong(`header block ${shorten(reader.local)} has no namespace`, "消息头元素没有命名空间");
    const must = flag(reader.attribute(ns, "mustUnderstand"), version);
    const actor = collapse(reader.attribute(ns, version === "1.1" ? "actor" : "role") ?? "");
    const { name, ns: blockNs } = { name: reader.local, ns: reader.ns };
    const forUs = actor === "" || actor === NEXT[version] || (version === "1.2" && actor === ULTIMATE);
    if (must && forUs && !(options.understands?.(name, blockNs) ?? false)) {
      throw new SoapError(
        "SOAP_MUST_UNDERSTAND",
        `header block {${shorten(blockNs, 80)}}${shorten(name)} must be understood and is not`,
        `必须理解的消息头 {${shorten(blockNs, 80)}}${shorten(name)} 无法识别`,
      );
    }
    blocks.push({ name, ns: blockNs, mustUnderstand: must, actor, xml: captureRaw(reader).xml });
  }
  return blocks;
}

function flag(value: string | undefined, version: SoapVersion): boolean {
  if (value === undefined) return false;
  const text = collapse(value);
  if (text === "1" || text === "0") return text === "1";
  if (version === "1.2" && (text === "true" || text === "false")) return text === "true";
  throw wrong(`mustUnderstand "${shorten(text)}"`, `mustUnderstand 取值有误`);
}

function wrong(what: string, whatZh: string): SoapError {
  return new SoapError("SOAP_ENVELOPE", `the envelope is wrong: ${what}`, `SOAP 信封有误: ${whatZh}`);
}
