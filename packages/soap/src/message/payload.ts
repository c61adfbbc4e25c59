import { END, EOF, START, type XmlLimits, XmlReader } from "@coo/xml";
import { XSI_NS } from "../codec/names.ts";
import { isAt } from "../envelope/envelope.ts";
import { SoapError } from "../errors.ts";
import { shorten } from "../issue.ts";
import { collapse } from "../simple/white-space.ts";
import { HeadCollector, type HeadField, type HeadLimits, readHeadFields, writeHeadFields } from "./head.ts";
import { DEFAULT_MESSAGE_LIMITS } from "./limits.ts";

/** Root element of a payload. */
export type PayloadKind = "Request" | "Response";

/** A payload: the text that a string parameter carries. */
export interface Payload {
  readonly kind: PayloadKind;
  /** Head fields in document order; `undefined` when there is no Head element. */
  readonly head: readonly HeadField[] | undefined;
  /** Text of the Body element exactly as it stands, tags included. */
  readonly bodyText: string;
}

/** Names of the payload's elements where they are not ours. */
export interface PayloadNames {
  readonly root?: string;
  readonly head?: string;
  readonly body?: string;
}

/**
 * Writes `<Request><Head>…</Head><Body>…</Body></Request>` without added white space.
 *
 * @param bodyText - The Body element as text; it is put in unchanged.
 * @param prolog - Charset for an XML declaration in front.
 */
export function writePayload(payload: Payload, prolog?: string, names: PayloadNames = {}): string {
  const declaration = prolog === undefined ? "" : `<?xml version="1.0" encoding="${prolog}"?>`;
  const { root = payload.kind, head: headName = "Head" } = names;
  const head = payload.head ? `<${headName}>${writeHeadFields(payload.head)}</${headName}>` : "";
  return `${declaration}<${root}>${head}${payload.bodyText}</${root}>`;
}

export interface ReadPayloadOptions {
  /** Whether a Head is expected; with `false` there must be none. Default `true`. */
  readonly head?: boolean;
  readonly names?: PayloadNames;
  readonly limits?: Partial<XmlLimits & HeadLimits> | undefined;
}

/**
 * Reads a payload strictly: the root in no namespace, Head then Body, each once, nothing else but white space between.
 *
 * The Body's content is only checked to be well-formed; its text is cut out untouched, since a signature covers it.
 * Prefixes used in it are declared in it, but for one that stands for the schema instance namespace: what the Body means
 * must not hang on text that the signature does not cover.
 *
 * @throws {@link SoapError} `SOAP_PAYLOAD`, `SOAP_HEAD`; `XmlError` for malformed text.
 */
export function readPayload(text: string, kind: PayloadKind, options: ReadPayloadOptions = {}): Payload & PayloadScope {
  const reader = new XmlReader(text, { refusePi: true, ...(options.limits ? { limits: options.limits } : {}) });
  const { root = kind, head: headName = "Head", body: bodyName = "Body" } = options.names ?? {};
  reader.next();
  if (!isAt(reader, root, "")) {
    throw wrong(
      `root element ${shorten(reader.qname)}, expected ${root} in no namespace`,
      `根元素应为无命名空间的 ${root}`,
    );
  }
  refuseAttributes(reader);
  const withHead = options.head ?? true;
  let head: readonly HeadField[] | undefined;
  let event = next(reader);
  if (withHead) {
    if (event !== START || !isAt(reader, headName, "")) throw wrong(`${headName} is missing`, `缺少 ${headName}`);
    refuseAttributes(reader);
    const collector = new HeadCollector({ ...DEFAULT_MESSAGE_LIMITS, ...options.limits });
    readHeadFields(reader, collector);
    head = collector.fields;
    event = next(reader);
  }
  if (event !== START || !isAt(reader, bodyName, "")) {
    const found =
      event === START ? `element ${shorten(reader.qname)} where ${bodyName} is expected` : `${bodyName} is missing`;
    throw wrong(found, `缺少 ${bodyName}`);
  }
  const start = reader.startOffset;
  const own = new Set(reader.declarations().map(([prefix]) => prefix));
  const bodyNamespaces = reader.namespaces().filter(([prefix, ns]) => ns === XSI_NS && !own.has(prefix));
  reader.skip();
  const bodyText = reader.source.slice(start, reader.offset);
  if (next(reader) !== END) {
    throw wrong(`element ${shorten(reader.qname)} behind the Body`, `Body 之后出现元素 ${shorten(reader.qname)}`);
  }
  if (reader.next() !== EOF) throw wrong("content behind the root element", "根元素之后还有内容");
  return { kind, head, bodyText, bodyNamespaces };
}

/** Bindings from outside that a Body may use. */
export interface PayloadScope {
  readonly bodyNamespaces: readonly (readonly [prefix: string, ns: string])[];
}

function next(reader: XmlReader): 1 | 2 {
  for (;;) {
    const event = reader.next();
    if (event === START || event === END) return event;
    if (collapse(reader.text) !== "") throw wrong("text between elements", "元素之间出现文本");
  }
}

function refuseAttributes(reader: XmlReader): void {
  for (let i = 0; i < reader.attributeCount; i++) {
    if (reader.attributeNs(i) === XSI_NS) continue;
    throw wrong(
      `${reader.local} has attribute ${shorten(reader.attributeLocal(i))}`,
      `${reader.local} 带有属性 ${shorten(reader.attributeLocal(i))}`,
    );
  }
}

function wrong(what: string, whatZh: string): SoapError {
  return new SoapError("SOAP_PAYLOAD", `the payload is wrong: ${what}`, `报文内容有误: ${whatZh}`);
}
