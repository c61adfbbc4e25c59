import { END, EOF, START, XmlReader } from "@coo/xml";
import type { ElementName } from "../codec/encode.ts";
import { captureRaw } from "../codec/raw.ts";
import { construct } from "../constructs.ts";
import { type EnvelopeContent, type HeaderBlock, isAt, nextTag, readEnvelope } from "../envelope/envelope.ts";
import type { SoapFault } from "../envelope/fault.ts";
import { checkMediaType, type HttpHeaders, headerValue } from "../envelope/media-type.ts";
import { SoapError } from "../errors.ts";
import type { ServiceDescriptor } from "../gen1.ts";
import { shorten } from "../issue.ts";
import type { WireProfile } from "../wire-profile.ts";
import { positionalHead } from "./build.ts";
import { uncarry } from "./carrier.ts";
import {
  HeadCollector,
  type HeadField,
  headValue,
  REQUEST_HEAD,
  RESPONSE_HEAD,
  readHeadField,
  readHeadFields,
} from "./head.ts";
import { headerParts } from "./headers.ts";
import { DEFAULT_MESSAGE_LIMITS, type MessageLimits } from "./limits.ts";
import {
  type AnyOperation,
  bindingFor,
  bodyElement,
  DISPATCH_OPERATION,
  hasBareParts,
  isPlain,
  type MessageKind,
  namespaceFor,
  parameterNames,
  soapActionFor,
  wrapperName,
} from "./operation.ts";
import { readPayload } from "./payload.ts";
import { signedBody } from "./signed-body.ts";
import { hasUsualForm, UsualForms, type UsualRead, type Whose } from "./usual-form.ts";
import { headName, inwardHead, wireName } from "./wire-names.ts";
import { readStringParameter, readWrapper } from "./wrapper.ts";

/** A message taken out of its envelope. Nothing of it is verified yet. */
export interface ReadMessage {
  readonly operation: AnyOperation;
  /** Head fields in document order; empty where the shape has no head. */
  readonly head: readonly HeadField[];
  /** The body as text, standing alone but for `bodyNamespaces`: hand both to `decodeBody`. */
  readonly bodyText: string;
  readonly bodyNamespaces: readonly (readonly [prefix: string, ns: string])[];
  /** What the signature covers as `body`. */
  readonly signedBody: string;
  /**
   * The same as UTF-8 bytes, where no text has to be made for them. They are taken from the bytes of the message when they are first
   * asked for.
   */
  readonly signedBytes?: Uint8Array | undefined;
  /** The text that the string parameter carried, for evidence; absent in typed shapes. */
  readonly payloadText?: string | undefined;
  /** SOAP header blocks. */
  readonly headerBlocks: readonly HeaderBlock[];
}

export interface ReadOptions {
  readonly wire: WireProfile;
  readonly limits?: Partial<MessageLimits>;
  /** Further header blocks that are understood; the head's own is. */
  readonly understands?: (name: string, ns: string) => boolean;
}

export interface ReadRequestOptions extends ReadOptions {
  /** Services whose operations may be called; the list is looked at once, so hand in the same one for every message. */
  readonly services: readonly ServiceDescriptor[];
}

/**
 * Reads a request as the wire profile says, and finds its operation. Strict in everything but prefixes. The head's
 * `service` must name the operation that the wrapper names: in string shapes no signature covers the wrapper.
 *
 * @param bytes - HTTP body as received.
 * @param headers - HTTP headers.
 * @throws {@link SoapError} `SOAP_MEDIA_TYPE`, `SOAP_TOO_LARGE`, `SOAP_ENVELOPE`, `SOAP_VERSION_MISMATCH`,
 *   `SOAP_MUST_UNDERSTAND`, `SOAP_OPERATION`, `SOAP_HEAD`, `SOAP_PAYLOAD`; `XmlError` for malformed XML.
 */
export function readRequest(bytes: Uint8Array, headers: HttpHeaders, options: ReadRequestOptions): ReadMessage {
  const { wire } = options;
  const limits = limitsOf(options);
  checkSize(bytes, limits);
  const media = checkMediaType(headers, wire.soapVersion);
  const catalog = catalogFor(options.services, wire);
  const action = actionOf(headers, media.action, wire);
  const usual = usualRequest(bytes, media.charset, wire, limits, catalog);
  if (usual) {
    checkAction(action, usual.message.operation, wire, usual.ns);
    return usual.message;
  }
  const content = readEnvelope<{ entry: Entry; shell: Shell }>(
    bytes,
    {
      version: wire.soapVersion,
      charset: media.charset,
      limits,
      maxHeaderBlocks: limits.maxHeaderBlocks,
      understands: (name, ns) =>
        (name === headName(wire, "request") && wire.head === "soap-header" && catalog.hasNamespace(ns)) ||
        catalog.hasHeader(name, ns) ||
        (options.understands?.(name, ns) ?? false),
    },
    (reader) => {
      const entry = catalog.find(reader, action);
      return { entry, shell: readShell(reader, "request", wire, limits, entry) };
    },
    {
      none: () => ({ entry: catalog.findEmpty(action), shell: { elements: [] } }),
      more: (reader, { shell }) => addBody(reader, shell),
    },
  );
  if (content.kind === "fault")
    throw new SoapError("SOAP_ENVELOPE", "a request cannot be a fault", "请求不能是 SOAP 错误");
  const { shell } = content.value;
  const entry = catalog.among(content.value.entry, shell);
  const first = entry.operation ?? catalog.byName(shell.service ?? "", wire);
  const message = finish(shell, "request", wire, limits, headers, content.headers, first, entry.ns, catalog);
  checkAction(action, message.operation, wire, entry.ns);
  return message;
}

/** A request in the form that our own writer gives it, read in one go with its Body. */
function usualRequest(
  bytes: Uint8Array,
  charset: string | undefined,
  wire: WireProfile,
  limits: MessageLimits,
  catalog: Catalog,
): UsualRead | undefined {
  if (!isUsual(charset, wire)) return undefined;
  const read = catalog.usual.read(bytes, wire, limits);
  const service = read && headValue(read.message.head, "service");
  return service === undefined || service === read?.message.operation.name ? read : undefined;
}

function isUsual(charset: string | undefined, wire: WireProfile): boolean {
  if (!hasUsualForm(wire)) return false;
  return charset === undefined || charset === "UTF-8" || charset === "utf-8" || charset.toLowerCase() === "utf-8";
}

export interface ReadResponseOptions extends ReadOptions {
  readonly operation: AnyOperation;
  /** Namespace of the wrapper where neither binding nor profile says one. */
  readonly namespace?: string;
}

export type ReadResponse =
  | ({ readonly kind: "answer" } & ReadMessage)
  | {
      readonly kind: "fault";
      readonly fault: SoapFault;
      readonly status: number;
      readonly headerBlocks: readonly HeaderBlock[];
    };

/**
 * Reads an answer as the wire profile says. A fault is given back, not thrown: nothing signs it.
 *
 * @param status - HTTP status.
 * @throws {@link SoapError} as {@link readRequest}, and `SOAP_STATUS` for a status that does not go with the body.
 */
export function readResponse(
  bytes: Uint8Array,
  headers: HttpHeaders,
  status: number,
  options: ReadResponseOptions,
): ReadResponse {
  const { wire, operation } = options;
  const limits = limitsOf(options);
  checkSize(bytes, limits);
  const success = status >= 200 && status < 300;
  if (bytes.byteLength === 0 || (!success && headerValue(headers, "content-type") === undefined)) {
    throw new SoapError("SOAP_STATUS", `HTTP ${status} without a SOAP message`, `HTTP ${status},没有 SOAP 报文`, {
      details: { status },
    });
  }
  let media: ReturnType<typeof checkMediaType>;
  try {
    media = checkMediaType(headers, wire.soapVersion);
  } catch (cause) {
    if (success) throw cause;
    throw new SoapError("SOAP_STATUS", `HTTP ${status} without a SOAP message`, `HTTP ${status},没有 SOAP 报文`, {
      details: { status },
      cause,
    });
  }
  const ns = namespaceFor(operation, wire, options.namespace);
  if (success && isUsual(media.charset, wire) && !isPlain(operation)) {
    const usual = usualResponses(operation, wire, ns).read(bytes, wire, limits);
    if (usual) return Object.assign(usual.message, { kind: "answer" } as const);
  }
  const content: EnvelopeContent<Shell> = readEnvelope<Shell>(
    bytes,
    {
      version: wire.soapVersion,
      charset: media.charset,
      limits,
      maxHeaderBlocks: limits.maxHeaderBlocks,
      understands: (name, blockNs) =>
        (name === headName(wire, "response") && blockNs === ns && wire.head === "soap-header") ||
        headerParts(operation, wire, "response").some((p) => p.element?.name === name && p.element.ns === blockNs) ||
        (options.understands?.(name, blockNs) ?? false),
    },
    (reader) => {
      const wrapper = firstElement(operation, wire, "response", ns);
      if (wrapper && !isAt(reader, wrapper.name, wrapper.ns)) {
        throw new SoapError(
          "SOAP_OPERATION",
          `the answer is <${shorten(reader.qname)}> in "${shorten(reader.ns, 80)}", expected ${wrapper.name} in "${wrapper.ns}"`,
          `应答元素为 ${shorten(reader.qname)},应为 ${wrapper.name}`,
        );
      }
      return readShell(reader, "response", wire, limits, { operation, ns });
    },
    {
      ...(hasBareParts(operation, wire, "response") ? { none: () => ({ elements: [] }) } : {}),
      more: (reader, shell) => addBody(reader, shell),
    },
  );
  if (content.kind === "fault") return { kind: "fault", fault: content.fault, status, headerBlocks: content.headers };
  if (!success && (wire.error !== "http-status" || isPlain(operation))) {
    throw new SoapError(
      "SOAP_STATUS",
      `HTTP ${status} with an answer that is no fault`,
      `HTTP ${status},但应答不是 SOAP 错误`,
      {
        details: { status },
      },
    );
  }
  const message = finish(content.value, "response", wire, limits, headers, content.headers, operation, ns);
  // Not spread: that would ask for the signed body.
  return Object.assign(message, { kind: "answer" } as const);
}

const responses = new WeakMap<
  WireProfile,
  WeakMap<AnyOperation, { readonly ns: string; readonly forms: UsualForms }>
>();

/** What an operation's answers were like, as long as they are in one namespace. */
function usualResponses(operation: AnyOperation, wire: WireProfile, ns: string): UsualForms {
  let byOperation = responses.get(wire);
  if (!byOperation) {
    byOperation = new WeakMap();
    responses.set(wire, byOperation);
  }
  let known = byOperation.get(operation);
  if (known?.ns !== ns) {
    const forms = new UsualForms("response", ({ name, ns: found }) => {
      const expected = wrapperName(operation, wire, "response", ns);
      return name === expected.name && found === expected.ns ? { operation, ns } : undefined;
    });
    known = { ns, forms };
    byOperation.set(operation, known);
  }
  return known.forms;
}

const filledUp = new WeakMap<Partial<MessageLimits>, MessageLimits>();

function limitsOf({ limits: given }: ReadOptions): MessageLimits {
  if (given === undefined) return DEFAULT_MESSAGE_LIMITS;
  const known = filledUp.get(given);
  if (known) return known;
  const limits = { ...DEFAULT_MESSAGE_LIMITS, ...given };
  // What can still change is looked at each time.
  if (Object.isFrozen(given)) filledUp.set(given, limits);
  return limits;
}

function checkSize(bytes: Uint8Array, limits: MessageLimits): void {
  if (bytes.byteLength <= limits.maxBytes) return;
  throw new SoapError(
    "SOAP_TOO_LARGE",
    `the message has ${bytes.byteLength} bytes, the limit is ${limits.maxBytes} (maxBytes)`,
    `报文有 ${bytes.byteLength} 字节,上限为 ${limits.maxBytes}(maxBytes)`,
  );
}

// ---- operations

interface Entry {
  /** Absent where only the head tells. */
  readonly operation: AnyOperation | undefined;
  readonly ns: string;
}

/** Operations by what stands in the SOAP body. */
class Catalog {
  /** Several only where parts or SOAPAction tell them apart. */
  readonly #byWrapper = new Map<string, Entry[]>();
  readonly #empty: Entry[] = [];
  readonly #byName = new Map<string, AnyOperation>();
  readonly #namespaces = new Set<string>();
  readonly #headers = new Set<string>();
  readonly #bare: boolean;
  readonly #wire: WireProfile;
  /** What requests in the usual form were like. */
  readonly usual = new UsualForms("request", (wrapper) => this.#only(wrapper));

  constructor(services: readonly ServiceDescriptor[], wire: WireProfile) {
    this.#bare = wire.style === "document-bare" || wire.split === "dispatch";
    this.#wire = wire;
    for (const service of services) {
      for (const operation of Object.values(service.operations)) {
        const ns = namespaceFor(operation, wire, service.namespace);
        this.#namespaces.add(ns);
        this.#byName.set(operation.name, operation);
        for (const { element } of headerParts(operation, wire, "request")) {
          if (element) this.#headers.add(`{${element.ns}}${element.name}`);
        }
        const wrapper = firstElement(operation, wire, "request", ns);
        const shared = this.#bare && !isPlain(operation);
        const entry: Entry = { operation: shared ? undefined : operation, ns };
        if (!wrapper) this.#empty.push(entry);
        else {
          const key = `{${wrapper.ns}}${wrapper.name}`;
          // Of those with a head the last one speaks: its name is in the head.
          const others = isPlain(operation) ? (this.#byWrapper.get(key) ?? []) : [];
          this.#byWrapper.set(key, [...others, entry]);
        }
      }
    }
  }

  /** Whether the description of some operation binds a header block of this name. */
  hasHeader(name: string, ns: string): boolean {
    return this.#headers.has(`{${ns}}${name}`);
  }

  hasNamespace(ns: string): boolean {
    return this.#namespaces.has(ns);
  }

  /** The operation whose request stands at the reader. */
  find(reader: XmlReader, action: string): Entry {
    const found = this.#byWrapper.get(`{${reader.ns}}${reader.local}`);
    if (found) return this.#byAction(found, action);
    throw unknownOperation(`{${shorten(reader.ns, 80)}}${shorten(reader.local)}`);
  }

  /** The one operation whose wrapper this is. */
  #only({ name, ns }: ElementName): Whose | undefined {
    const found = this.#byWrapper.get(`{${ns}}${name}`);
    const [entry] = found ?? [];
    return found?.length === 1 && entry?.operation ? { operation: entry.operation, ns: entry.ns } : undefined;
  }

  /** The operation of an empty body. */
  findEmpty(action: string): Entry {
    if (this.#empty.length === 0) throw new SoapError("SOAP_ENVELOPE", "the Body is empty", "SOAP Body 为空");
    return this.#byAction(this.#empty, action);
  }

  #byAction(entries: readonly Entry[], action: string): Entry {
    const [first] = entries as [Entry, ...Entry[]];
    if (entries.length === 1 || action === "") return first;
    return entries.find((e) => e.operation && soapActionFor(e.operation, this.#wire, e.ns) === action) ?? first;
  }

  /** Of operations that begin alike the one whose parts were found; else the one chosen. */
  among(chosen: Entry, shell: Shell): Entry {
    const { elements } = shell;
    if (!chosen.operation || !elements || elements.length === 0) return chosen;
    const wrapper = firstElement(chosen.operation, this.#wire, "request", chosen.ns);
    const entries = this.#byWrapper.get(`{${wrapper?.ns}}${wrapper?.name}`) ?? [];
    if (entries.length < 2) return chosen;
    const fits = ({ operation }: Entry): boolean => {
      const binding = operation && bindingFor(operation, this.#wire);
      if (!binding) return false;
      const { parts } = binding.input;
      if (binding.style === "document") return parts.length === elements.length;
      return parts.map((p) => p.element?.name ?? p.name).join(" ") === childNames(elements[0] as string);
    };
    return fits(chosen) ? chosen : (entries.find(fits) ?? chosen);
  }

  /** The operation that an interface code names; `undefined` when the head will tell. */
  byName(name: string, wire: WireProfile): AnyOperation | undefined {
    if (name === "" && wire.split !== "dispatch") return undefined;
    const found = this.#byName.get(name);
    if (!found || isPlain(found)) throw unknownOperation(shorten(name === "" ? DISPATCH_OPERATION : name));
    return found;
  }
}

/** Local names of an element's children. */
function childNames(text: string): string {
  const reader = new XmlReader(text);
  const names: string[] = [];
  reader.next();
  for (let event = reader.next(); event !== EOF; event = reader.next()) {
    if (event !== START) continue;
    names.push(reader.local);
    reader.skip();
  }
  return names.join(" ");
}

/** The first element of the SOAP Body; `undefined` when there is none. */
function firstElement(
  operation: AnyOperation,
  wire: WireProfile,
  kind: MessageKind,
  ns: string,
): ElementName | undefined {
  if (!hasBareParts(operation, wire, kind)) return wrapperName(operation, wire, kind, ns);
  const binding = bindingFor(operation, wire);
  const [part] = (kind === "request" ? binding?.input : binding?.output)?.parts ?? [];
  return part && (part.element ?? { name: part.name, ns: "" });
}

const catalogs = new WeakMap<readonly ServiceDescriptor[], WeakMap<WireProfile, Catalog>>();

/** The catalog of a list of services, made once: a receiver reads every message with the same list and profile. */
function catalogFor(services: readonly ServiceDescriptor[], wire: WireProfile): Catalog {
  let byWire = catalogs.get(services);
  if (!byWire) {
    byWire = new WeakMap();
    catalogs.set(services, byWire);
  }
  let catalog = byWire.get(wire);
  if (!catalog) {
    catalog = new Catalog(services, wire);
    byWire.set(wire, catalog);
  }
  return catalog;
}

function unknownOperation(name: string): SoapError {
  return new SoapError("SOAP_OPERATION", `there is no operation ${name}`, `没有操作 ${name}`);
}

function mismatch(what: string, actual: string, expected: string): SoapError {
  return new SoapError(
    "SOAP_OPERATION",
    `${what} names operation ${shorten(actual)}, the message is ${expected}`,
    `${what} 指向操作 ${shorten(actual)},报文却是 ${expected}`,
  );
}

/** The SOAPAction, `""` when there is none. */
function actionOf(headers: HttpHeaders, action12: string | undefined, wire: WireProfile): string {
  const value = wire.soapVersion === "1.1" ? headerValue(headers, "soapaction") : action12;
  if (value === undefined) return "";
  const text = value.trim();
  return text.length > 1 && text.startsWith('"') && text.endsWith('"') ? text.slice(1, -1) : text;
}

function checkAction(text: string, operation: AnyOperation, wire: WireProfile, ns: string): void {
  if (wire.soapAction === "empty" && !isPlain(operation)) return;
  const expected = soapActionFor(operation, wire, ns);
  if (text === "" || text === expected) return;
  throw mismatch("SOAPAction", text, operation.name);
}

// ---- shells

/** What the SOAP body's child gives before operation and signature matter. */
interface Shell {
  /** Interface code of a dispatching wrapper. */
  readonly service?: string;
  readonly head?: readonly HeadField[];
  /** Text of the string parameter. */
  readonly carried?: string;
  /** Typed: the Body element. */
  readonly bodyText?: string;
  /** All elements in the SOAP Body of an ordinary message: its parts, or its wrapper and values that this refers to. */
  readonly elements?: string[];
  readonly providerCode?: string;
  readonly sign?: string;
}

function readShell(
  reader: XmlReader,
  kind: MessageKind,
  wire: WireProfile,
  limits: MessageLimits,
  entry: Entry,
): Shell {
  if (entry.operation && isPlain(entry.operation)) return { elements: [captureRaw(reader).xml] };
  if (wire.payload === "typed") return readTyped(reader, kind, wire, limits, entry);
  if (wire.style === "document-bare") return { carried: readStringParameter(reader, wire) };
  return readStrings(reader, kind, wire, limits, wire.qualifiedChildren ? entry.ns : "");
}

/** Takes a further child of the SOAP Body. */
function addBody(reader: XmlReader, shell: Shell): void {
  if (!shell.elements) throw tooMany();
  shell.elements.push(captureRaw(reader).xml);
}

function tooMany(): SoapError {
  return new SoapError("SOAP_ENVELOPE", "the Body has more than one child", "Body 含有多个子元素");
}

/** The text of an ordinary message, out of the elements in the SOAP Body. */
function plainText(
  elements: readonly string[],
  operation: AnyOperation,
  kind: MessageKind,
  wire: WireProfile,
  limits: MessageLimits,
): string {
  if (hasBareParts(operation, wire, kind)) return `<Body>${elements.join("")}</Body>`;
  const [wrapper = "", ...others] = elements;
  if (bindingFor(operation, wire)?.use === "encoded")
    return construct("encoded").resolveReferences(wrapper, others, limits);
  if (others.length > 0) throw tooMany();
  return wrapper;
}

function readTyped(
  reader: XmlReader,
  kind: MessageKind,
  wire: WireProfile,
  limits: MessageLimits,
  { operation, ns }: Entry,
): Shell {
  const childNs = wire.qualifiedChildren ? ns : "";
  const body = operation ? bodyElement(operation, wire, kind, ns) : { name: wireName(wire, "Body"), ns: childNs };
  const head = headName(wire, kind);
  const collector = new HeadCollector(limits);
  let event = nextTag(reader);
  if (wire.head === "inner") {
    if (event !== START || !isAt(reader, head, childNs)) throw wrong(`${head} is missing`, `缺少 ${head}`);
    readHeadFields(reader, collector);
    event = nextTag(reader);
  } else if (wire.head === "parameters") {
    while (event === START && !isAt(reader, body.name, body.ns)) {
      collector.add(reader.local, readHeadField(reader, childNs));
      event = nextTag(reader);
    }
  }
  if (event !== START || !isAt(reader, body.name, body.ns)) throw wrong(`${body.name} is missing`, `缺少 ${body.name}`);
  const bodyText = captureRaw(reader).xml;
  if (nextTag(reader) !== END)
    throw wrong(`<${shorten(reader.qname)}> behind the ${body.name}`, `${body.name} 之后还有元素`);
  return wire.head === "inner" || wire.head === "parameters" ? { head: collector.fields, bodyText } : { bodyText };
}

function readStrings(
  reader: XmlReader,
  kind: MessageKind,
  wire: WireProfile,
  limits: MessageLimits,
  ns: string,
): Shell {
  if (kind === "response") {
    if (wire.head === "parameters") return readNamedParameters(reader, wire.resultName, wire, limits, ns, false);
    const [carried] = readWrapper(reader, [wire.resultName], ns, wire);
    return { carried: carried as string };
  }
  const dispatch = wire.split === "dispatch";
  if (wire.payload === "three-strings") {
    const declared = [...(dispatch ? ["service"] : []), "providerCode", "sign", "data"];
    const values = readWrapper(reader, parameterNames(wire, declared), ns, wire) as string[];
    const [providerCode, sign, carried] = values.slice(-3) as [string, string, string];
    return { ...(dispatch ? { service: values[0] as string } : {}), providerCode, sign, carried };
  }
  if (wire.head === "parameters") {
    const declared = [...(dispatch ? ["service"] : []), ...positionalHead(wire), wire.parameterName];
    const names = parameterNames(wire, declared);
    if (names === declared) return readNamedParameters(reader, wire.parameterName, wire, limits, ns, dispatch);
    const values = readWrapper(reader, names, ns, wire) as string[];
    const collector = new HeadCollector(limits);
    declared.slice(0, -1).forEach((name, i) => {
      if (values[i] !== "") collector.add(name, values[i] as string);
    });
    return {
      ...(dispatch ? { service: values[0] as string } : {}),
      head: collector.fields,
      carried: values.at(-1) as string,
    };
  }
  const declared = [...(dispatch ? ["service"] : []), wire.parameterName];
  const values = readWrapper(reader, parameterNames(wire, declared), ns, wire) as string[];
  return { ...(dispatch ? { service: values[0] as string } : {}), carried: values.at(-1) as string };
}

/** Head fields as parameters under their own names, then the payload. */
function readNamedParameters(
  reader: XmlReader,
  last: string,
  wire: WireProfile,
  limits: MessageLimits,
  ns: string,
  dispatch: boolean,
): Shell {
  const collector = new HeadCollector(limits);
  let service: string | undefined;
  let event = nextTag(reader);
  while (event === START && !isAt(reader, last, ns)) {
    if (dispatch && service === undefined) {
      if (!isAt(reader, "service", ns)) throw wrong("parameter service is missing", "缺少参数 service");
      service = readStringParameter(reader, wire);
      collector.add("service", service);
    } else collector.add(reader.local, readHeadField(reader, ns));
    event = nextTag(reader);
  }
  if (event !== START) throw wrong(`parameter ${last} is missing`, `缺少参数 ${last}`);
  const carried = readStringParameter(reader, wire);
  if (nextTag(reader) !== END)
    throw wrong(`unexpected <${shorten(reader.qname)}>`, `出现多余的参数 ${shorten(reader.qname)}`);
  return { ...(service === undefined ? {} : { service }), head: collector.fields, carried };
}

/** Puts head and body together, from wherever the profile says they are. */
function finish(
  shell: Shell,
  kind: MessageKind,
  wire: WireProfile,
  limits: MessageLimits,
  headers: HttpHeaders,
  blocks: readonly HeaderBlock[],
  operation: AnyOperation | undefined,
  ns: string,
  catalog?: Catalog,
): ReadMessage {
  const plain = operation !== undefined && isPlain(operation);
  let head: readonly HeadField[] = shell.head ?? [];
  if (wire.head === "soap-header" && (!plain || blocks.some((b) => b.name === headName(wire, kind) && b.ns === ns))) {
    head = construct("heads").readHeadBlock(blocks, ns, limits, headName(wire, kind));
  } else if (wire.head === "http-headers") {
    head = construct("heads").readHeadHeaders(headers, kind === "request" ? REQUEST_HEAD : RESPONSE_HEAD, limits);
  }
  let bodyText =
    shell.elements && operation ? plainText(shell.elements, operation, kind, wire, limits) : (shell.bodyText ?? "");
  let bodyNamespaces: ReadMessage["bodyNamespaces"] = [];
  let payloadText: string | undefined;
  if (shell.carried !== undefined) {
    payloadText = uncarry(shell.carried, wire, limits);
    const inner = wire.head === "inner";
    if (kind === "response" && wire.answer === "json-string") {
      const answer = construct("json").readJsonAnswer(payloadText, inner, limits);
      if (answer.head) head = answer.head;
      bodyText = answer.bodyText;
    } else {
      const root = kind === "request" ? "Request" : "Response";
      const names = wire.names && {
        root: wireName(wire, root),
        head: headName(wire, kind),
        body: wireName(wire, "Body"),
      };
      const payload = readPayload(payloadText, root, { head: inner, limits, ...(names ? { names } : {}) });
      if (payload.head) head = payload.head;
      bodyText = payload.bodyText;
      bodyNamespaces = payload.bodyNamespaces;
    }
    if (shell.sign !== undefined) head = joinStrings(head, shell);
  }
  if (wire.head !== "http-headers") head = inwardHead(wire, head);
  const found = operation ?? catalog?.byName(headValue(head, "service") ?? "", wire);
  if (!found) throw new SoapError("SOAP_OPERATION", "nothing names the operation", "报文没有指明操作");
  if (kind === "request" && !plain) {
    const service = headValue(head, "service");
    if (service !== undefined && service !== found.name) throw mismatch("the head", service, found.name);
  }
  let signed: string | undefined;
  return {
    operation: found,
    head,
    bodyText,
    bodyNamespaces,
    // Costs a canonical form where elements are sent; a signature over the raw bytes never asks for it.
    get signedBody() {
      signed ??= signedBody(bodyText, wire, plain);
      return signed;
    },
    ...(payloadText === undefined ? {} : { payloadText }),
    headerBlocks: blocks,
  };
}

/** The two strings beside the data belong to the head; what stands in both places must be the same. */
function joinStrings(head: readonly HeadField[], shell: Shell): readonly HeadField[] {
  if (headValue(head, "sign") !== undefined) throw headWrong("sign stands inside and outside", "sign 在内外重复");
  const inner = headValue(head, "providerCode");
  if (inner !== undefined && inner !== shell.providerCode) {
    throw headWrong("providerCode differs inside and outside", "providerCode 内外不一致");
  }
  const provider: readonly HeadField[] = inner === undefined ? [["providerCode", shell.providerCode ?? ""]] : [];
  return [...provider, ...head, ["sign", shell.sign ?? ""]];
}

function headWrong(what: string, whatZh: string): SoapError {
  return new SoapError("SOAP_HEAD", `the message head is wrong: ${what}`, `报文头有误: ${whatZh}`);
}

function wrong(what: string, whatZh: string): SoapError {
  return new SoapError("SOAP_PAYLOAD", `the message is wrong: ${what}`, `报文有误: ${whatZh}`);
}
