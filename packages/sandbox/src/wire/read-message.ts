import { gunzipSync } from "node:zlib";
import type { SignatureSettings } from "../signature-profile.ts";
import { canonicalizeExclusive } from "../xml/c14n.ts";
import { childElements, childNamed, textOf, type XmlNode } from "../xml/node.ts";
import { readXml } from "../xml/read.ts";
import type { XmlLimits } from "../xml/scan.ts";
import { checkMustUnderstand, decodeXmlBytes, type Envelope, faultText, readEnvelope, readText } from "./envelope.ts";
import { jsonBodyText } from "./json-answer.ts";
import { DISPATCH_OPERATION, type KnownOperation, type OperationTable, soapActionOf, wireNames } from "./operations.ts";
import { positionalRoles } from "./positions.ts";
import { clientFault, codeRefusal } from "./refusal.ts";
import { headName, inwardHead, wireName } from "./wire-names.ts";
import type { WireSettings } from "./wire-profile.ts";

/** Head fields in order of appearance. */
export type HeadFields = readonly (readonly [name: string, value: string])[];

/** A message with its parts, nothing judged yet. */
export interface ReadMessage {
  readonly head: HeadFields;
  readonly body: XmlNode;
  /** What goes into the signature as `body`. */
  readonly signedBody: string;
  readonly signature: string | undefined;
}

/** A request whose operation is known. `message` throws what is wrong with the payload, on demand. */
export interface ReadRequest {
  readonly operation: KnownOperation;
  /** Head fields that stand outside the payload, known even when the payload is broken. */
  readonly outerHead: HeadFields;
  readonly message: () => ReadMessage;
}

interface Side {
  readonly root: "Request" | "Response";
  readonly carrier: string;
  readonly shape: WireSettings["payload"];
}

/** Reads a request up to its operation. Throws refusals. */
export function readRequest(
  bytes: Uint8Array,
  headers: Readonly<Record<string, string>>,
  wire: WireSettings,
  signature: SignatureSettings,
  operations: OperationTable,
  limits: XmlLimits,
): ReadRequest {
  const envelope = readEnvelope(readText(bytes, headers, wire), wire, limits);
  const { content } = envelope;
  if (content === undefined) throw clientFault("the SOAP body is empty", "SOAP Body 为空");
  const parts = new MessageParts(envelope, content, headers, wire, signature, limits, {
    root: "Request",
    carrier: wire.parameterName,
    shape: wire.payload,
  });
  checkMustUnderstand(
    envelope,
    wire,
    (block) => block.local === headName(wire, "Request") || block.local === signature.signField,
  );
  const operation = findOperation(content, wire, operations, parts);
  checkSoapAction(headers, operation, wire);
  return { operation, outerHead: parts.outerHead(), message: () => parts.read() };
}

/** Reads the answer to a push. Throws refusals; a fault's text comes back as such. */
export function readAnswer(
  bytes: Uint8Array,
  headers: Readonly<Record<string, string>>,
  operation: KnownOperation,
  wire: WireSettings,
  signature: SignatureSettings,
  limits: XmlLimits,
): ReadMessage | { readonly fault: string } {
  const envelope = readEnvelope(readText(bytes, headers, wire), wire, limits);
  const fault = faultText(envelope, wire);
  if (fault !== undefined) return { fault };
  const { content } = envelope;
  if (content === undefined) throw clientFault("the SOAP body is empty", "SOAP Body 为空");
  const { answer, ns } = wireNames(operation, wire);
  const bare = wire.style === "document-bare";
  const expected = bare ? { name: wire.answer === "typed" ? "Response" : wire.resultName, ns } : answer;
  if (content.local !== expected.name || content.ns !== expected.ns) {
    throw clientFault(`the answer is {${content.ns}}${content.local}`, "应答元素名称或命名空间有误");
  }
  const shape = wire.payload === "three-strings" ? "escaped" : wire.payload;
  return new MessageParts(envelope, content, headers, wire, signature, limits, {
    root: "Response",
    carrier: wire.resultName,
    shape,
  }).read();
}

function findOperation(
  content: XmlNode,
  wire: WireSettings,
  operations: OperationTable,
  parts: MessageParts,
): KnownOperation {
  if (wire.style === "document-bare" || wire.split === "dispatch") {
    const code =
      wire.split === "dispatch" ? parts.dispatchCode() : parts.read().head.find(([name]) => name === "service")?.[1];
    const known = code === undefined ? undefined : operations.byCode(code);
    if (known === undefined) throw unknownOperation(code ?? "(none)");
    const { ns } = wireNames(known, wire);
    const bareName = wire.payload === "typed" ? "Request" : wire.parameterName;
    const name = wire.style === "document-bare" ? bareName : DISPATCH_OPERATION;
    if (content.local !== name || content.ns !== ns) throw unknownOperation(`{${content.ns}}${content.local}`);
    return called(known);
  }
  const known = operations.all.find((one) => {
    const { request } = wireNames(one, wire);
    return request.name === content.local && request.ns === content.ns;
  });
  if (known === undefined) throw unknownOperation(`{${content.ns}}${content.local}`);
  return called(known);
}

function called(known: KnownOperation): KnownOperation {
  if (known.descriptor.direction === "call") return known;
  throw clientFault(
    `${known.descriptor.name} is pushed by the exchange, not called`,
    `${known.descriptor.name} 为推送接口，不可调用`,
  );
}

function unknownOperation(name: string): Error {
  return clientFault(`unknown operation ${name.slice(0, 200)}`, "接口不存在");
}

function checkSoapAction(headers: Readonly<Record<string, string>>, known: KnownOperation, wire: WireSettings): void {
  const expected = soapActionOf(known, wire);
  if (wire.soapVersion === "1.2") {
    const action = /;\s*action\s*=\s*"([^"]*)"/i.exec(headers["content-type"] ?? "")?.[1];
    if (action !== undefined && action !== expected)
      throw clientFault(`action is "${action}", not "${expected}"`, "action 参数有误");
    return;
  }
  const written = headers["soapaction"];
  if (written === undefined) throw clientFault("the SOAPAction header is missing", "缺少 SOAPAction 头");
  if (written !== `"${expected}"`)
    throw clientFault(`SOAPAction is ${written}, not "${expected}"`, "SOAPAction 有误（须带引号）");
}

/** Takes one message apart, whichever way the profile scatters it. */
class MessageParts {
  readonly #envelope: Envelope;
  readonly #content: XmlNode;
  readonly #headers: Readonly<Record<string, string>>;
  readonly #wire: WireSettings;
  readonly #signature: SignatureSettings;
  readonly #limits: XmlLimits;
  readonly #side: Side;
  readonly #slots: ReadonlyMap<string, XmlNode>;
  #read: ReadMessage | undefined;

  constructor(
    envelope: Envelope,
    content: XmlNode,
    headers: Readonly<Record<string, string>>,
    wire: WireSettings,
    signature: SignatureSettings,
    limits: XmlLimits,
    side: Side,
  ) {
    this.#envelope = envelope;
    this.#content = content;
    this.#headers = headers;
    this.#wire = wire;
    this.#signature = signature;
    this.#limits = limits;
    this.#side = side;
    this.#slots = this.#assign();
  }

  /** Interface code under `split: "dispatch"`. */
  dispatchCode(): string | undefined {
    return this.#slot("dispatch");
  }

  outerHead(): HeadFields {
    const wire = this.#wire;
    const fields: (readonly [string, string])[] = [];
    if (this.#signature.placement === "http-header") {
      const provider = this.#headers[this.#signature.providerHeader];
      if (provider !== undefined) fields.push(["providerCode", provider]);
    }
    if (this.#side.shape === "three-strings") {
      const provider = this.#slot("providerCode");
      if (provider !== undefined) fields.push(["providerCode", provider]);
    }
    if (wire.head === "soap-header") {
      const block = this.#envelope.header && childNamed(this.#envelope.header, this.#headName());
      if (block === undefined)
        throw clientFault(`the SOAP header has no ${this.#headName()}`, `SOAP Header 中缺少 ${this.#headName()}`);
      fields.push(...inwardHead(wire, fieldsOf(block)));
    } else if (wire.head === "http-headers") {
      const ofSignature = [this.#signature.signatureHeader, this.#signature.providerHeader];
      for (const [name, value] of Object.entries(this.#headers)) {
        if (name.startsWith("x-coo-") && !ofSignature.includes(name))
          fields.push([camelCase(name.slice(6)), decodeHeader(value)]);
      }
    } else if (wire.head === "parameters") {
      const numbered = this.#positions() !== undefined;
      for (const [role, node] of this.#slots) {
        const value = textOf(node) ?? "";
        // A numbered parameter has to be there even when its field is not.
        if (!["dispatch", "payload", "Body"].includes(role) && !(numbered && value === "")) fields.push([role, value]);
        const code = role === "providerCode" ? this.#slot("dispatch") : undefined;
        if (code !== undefined) fields.push(["service", code]);
      }
    }
    return fields;
  }

  #headName(): string {
    return headName(this.#wire, this.#side.root);
  }

  /** The whole message. Throws refusals with code 2001 for what is wrong inside the payload. */
  read(): ReadMessage {
    this.#read ??= this.#side.shape === "typed" ? this.#readTyped() : this.#readString();
    return this.#read;
  }

  #readTyped(): ReadMessage {
    const body = this.#slots.get("Body");
    if (body === undefined) throw clientFault(`${this.#content.local} has no Body`, "缺少 Body 元素");
    if (body.local === wireName(this.#wire, "Body")) this.#checkQualified(body);
    const head = this.#wire.head === "inner" ? this.#slots.get("Head") : undefined;
    if (this.#wire.head === "inner" && head === undefined)
      throw clientFault(`${this.#content.local} has no Head`, "缺少 Head 元素");
    if (head !== undefined) this.#checkQualified(head);
    return this.#finish(head === undefined ? [] : fieldsOf(head), body, canonicalizeExclusive(body));
  }

  #readString(): ReadMessage {
    const inner = this.#innerText();
    if (this.#side.root === "Response" && this.#wire.answer === "json-string") return this.#readJson(inner);
    return this.#readInner(inner, this.#wire.head === "inner");
  }

  #readInner(inner: string, withHead: boolean): ReadMessage {
    try {
      const { root, spans } = readXml(inner, this.#limits);
      const [headLocal, bodyLocal] = [this.#headName(), wireName(this.#wire, "Body")];
      if (root.local !== wireName(this.#wire, this.#side.root) || root.ns !== "")
        throw new Error(`the payload's root is {${root.ns}}${root.local}`);
      const children = childElements(root);
      const names = children.map((child) => (child.ns === "" ? child.local : `{${child.ns}}${child.local}`)).join(",");
      if (names !== (withHead ? `${headLocal},${bodyLocal}` : bodyLocal))
        throw new Error(`the payload has ${names || "nothing"} in it`);
      const span = spans.find((one) => one.depth === 2 && one.name === bodyLocal);
      if (span === undefined) throw new Error(`${bodyLocal} has a prefix`);
      const body = children.at(-1) as XmlNode;
      return this.#finish(withHead ? fieldsOf(children[0] as XmlNode) : [], body, inner.slice(span.start, span.end));
    } catch (cause) {
      throw codeRefusal("2001", `payload: ${(cause as Error).message}`, "报文格式错误", { cause });
    }
  }

  #readJson(inner: string): ReadMessage {
    try {
      const { Response } = JSON.parse(inner) as {
        readonly Response: { readonly Head?: Readonly<Record<string, unknown>> };
      };
      const head = Object.entries(Response.Head ?? {}).map(([name, value]) => [name, String(value)] as const);
      // Answers of platforms have empty bodies: only their signature counts.
      const { root } = readXml("<Body/>");
      return this.#finish(head, root, jsonBodyText(inner));
    } catch (cause) {
      throw codeRefusal("2001", `payload: ${(cause as Error).message}`, "报文格式错误", { cause });
    }
  }

  #finish(innerFields: HeadFields, body: XmlNode, signedBody: string): ReadMessage {
    const innerHead = inwardHead(this.#wire, innerFields);
    const head: (readonly [string, string])[] = [];
    for (const [name, value] of [...this.outerHead(), ...innerHead]) {
      const other = head.find(([known]) => known === name);
      if (other === undefined) head.push([name, value]);
      else if (other[1] !== value || innerHead.filter(([known]) => known === name).length > 1) {
        throw codeRefusal("2001", `head field ${name} stands twice`, `报文头字段 ${name} 重复`);
      }
    }
    return { head, body, signedBody, signature: this.#signatureText(head) };
  }

  #signatureText(head: HeadFields): string | undefined {
    const { placement, signField, signatureHeader } = this.#signature;
    if (placement === "http-header") return this.#headers[signatureHeader];
    if (placement === "soap-header" && this.#wire.head !== "soap-header") {
      const block = this.#envelope.header && childNamed(this.#envelope.header, signField);
      return block === undefined ? undefined : textOf(block);
    }
    if (this.#side.shape === "three-strings") return this.#slot("sign");
    if (placement === "parameter") return this.#slot(signField);
    return head.find(([name]) => name === signField)?.[1];
  }

  #innerText(): string {
    const carried = this.#carrierText();
    const zipped = this.#wire.compression === "gzip-base64";
    if (!zipped && this.#side.shape !== "base64") return carried;
    try {
      const packed = carried.replace(/[ \t\r\n]/g, "");
      if (!/^[A-Za-z0-9+/]*={0,2}$/.test(packed) || packed.length % 4 !== 0) throw new Error("not base64");
      const bytes = Buffer.from(packed, "base64");
      return decodeXmlBytes(
        zipped ? gunzipSync(bytes, { maxOutputLength: this.#limits.maxLength }) : bytes,
        undefined,
        this.#wire.charset,
      );
    } catch (cause) {
      throw codeRefusal("2001", `payload: ${(cause as Error).message}`, "报文格式错误", { cause });
    }
  }

  #carrierText(): string {
    const content = this.#content;
    const role = this.#side.shape === "three-strings" ? "data" : "payload";
    const carrier = this.#wire.style === "document-bare" ? content : this.#slots.get(role);
    if (carrier === undefined)
      throw clientFault(`${content.local} has no ${this.#side.carrier}`, `缺少参数 ${this.#side.carrier}`);
    if (carrier !== content) this.#checkQualified(carrier);
    const text = textOf(carrier);
    if (text === undefined) throw clientFault(`${carrier.local} must hold one string`, `${carrier.local} 应为字符串`);
    return text;
  }

  #slot(role: string): string | undefined {
    const node = this.#slots.get(role);
    return node === undefined ? undefined : textOf(node);
  }

  #positions(): ReturnType<typeof positionalRoles> {
    return this.#side.root === "Request" ? positionalRoles(this.#wire) : undefined;
  }

  /** The wrapper's children by role; nothing twice, nothing unknown. */
  #assign(): ReadonlyMap<string, XmlNode> {
    const slots = new Map<string, XmlNode>();
    if (this.#wire.style === "document-bare" && this.#side.shape !== "typed") return slots;
    const numbered = this.#positions();
    for (const [index, node] of childElements(this.#content).entries()) {
      const role = numbered === undefined ? this.#roleOf(node, index) : this.#roleAt(numbered, node, index);
      if (role === undefined || slots.has(role)) {
        const place = `${this.#content.local}/${node.local}`;
        throw clientFault(`${place} is not expected, or stands twice`, `参数 ${node.local} 多余或重复`);
      }
      slots.set(role, node);
    }
    return slots;
  }

  #roleAt(numbered: NonNullable<ReturnType<typeof positionalRoles>>, node: XmlNode, index: number): string | undefined {
    return node.local === `${numbered.stem}${index}` ? numbered.roles[index] : undefined;
  }

  #roleOf(node: XmlNode, index: number): string | undefined {
    const { shape, root, carrier } = this.#side;
    const request = root === "Request";
    if (request && this.#wire.split === "dispatch" && index === 0)
      return node.local === "service" ? "dispatch" : undefined;
    if (shape === "typed") {
      if (node.local === wireName(this.#wire, "Body")) return "Body";
      if (this.#wire.head === "inner" && node.local === this.#headName()) return "Head";
      // Whatever a description calls it: what has elements in it beside texts is the message.
      const others = childElements(this.#content).filter((one) => one !== node);
      if (others.every((one) => textOf(one) !== undefined || one.local === this.#headName())) {
        if (others.length === 0 || textOf(node) === undefined) return "Body";
      }
    }
    if (shape === "three-strings")
      return ["providerCode", "sign", "data"].includes(node.local) ? node.local : undefined;
    if (shape !== "typed" && node.local === carrier) return "payload";
    const { placement, signField } = this.#signature;
    if (this.#wire.head === "parameters") return node.local;
    return placement === "parameter" && node.local === signField ? node.local : undefined;
  }

  #checkQualified(node: XmlNode): void {
    const expected = this.#wire.qualifiedChildren ? this.#content.ns : "";
    if (node.ns !== expected) {
      throw clientFault(
        `${node.local} is in the namespace "${node.ns}", not "${expected}"`,
        `${node.local} 的命名空间有误`,
      );
    }
  }
}

function fieldsOf(head: XmlNode): HeadFields {
  return childElements(head).map((child) => {
    const text = textOf(child);
    if (text === undefined)
      throw codeRefusal("2001", `head field ${child.local} has elements in it`, `报文头字段 ${child.local} 有误`);
    return [child.local, text] as const;
  });
}

function camelCase(name: string): string {
  return name.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase());
}

function decodeHeader(value: string): string {
  try {
    return decodeURIComponent(value);
  } catch {
    return value;
  }
}
