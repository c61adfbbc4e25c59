import { gunzipSync } from "node:zlib";
import type { SignatureSettings } from "../signature-profile.ts";
import { canonicalizeExclusive } from "../xml/c14n.ts";
import { childElements, childNamed, textOf, type XmlNode } from "../xml/node.ts";
import { readXml } from "../xml/read.ts";
import type { XmlLimits } from "../xml/scan.ts";
import { checkMustUnderstand, decodeXmlBytes, type Envelope, faultText, readEnvelope, readText } from "./envelope.ts";
import { DISPATCH_OPERATION, type KnownOperation, type OperationTable, soapActionOf, wireNames } from "./operations.ts";
import { clientFault, codeRefusal } from "./refusal.ts";
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
  checkMustUnderstand(envelope, wire, (block) => block.local === "Head" || block.local === signature.signField);
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
      wire.split === "dispatch"
        ? parts.parameter("service")
        : parts.read().head.find(([name]) => name === "service")?.[1];
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
  }

  /** Text of a wrapper child. */
  parameter(name: string): string | undefined {
    const node = childNamed(this.#content, name);
    return node === undefined ? undefined : textOf(node);
  }

  outerHead(): HeadFields {
    const wire = this.#wire;
    const fields: (readonly [string, string])[] = [];
    if (this.#signature.placement === "http-header") {
      const provider = this.#headers[this.#signature.providerHeader];
      if (provider !== undefined) fields.push(["providerCode", provider]);
    }
    if (this.#side.shape === "three-strings") {
      const provider = this.parameter("providerCode") ?? this.#positional(0);
      if (provider !== undefined) fields.push(["providerCode", provider]);
    }
    if (wire.head === "soap-header") {
      const block = this.#envelope.header && childNamed(this.#envelope.header, "Head");
      if (block === undefined) throw clientFault("the SOAP header has no Head", "SOAP Header 中缺少 Head");
      fields.push(...fieldsOf(block));
    } else if (wire.head === "http-headers") {
      const ofSignature = [this.#signature.signatureHeader, this.#signature.providerHeader];
      for (const [name, value] of Object.entries(this.#headers)) {
        if (name.startsWith("x-coo-") && !ofSignature.includes(name))
          fields.push([camelCase(name.slice(6)), decodeHeader(value)]);
      }
    } else if (wire.head === "parameters") {
      const payloadNames = this.#side.shape === "typed" ? ["Body"] : [this.#side.carrier];
      for (const child of childElements(this.#content)) {
        const dispatchCode = wire.split === "dispatch" && child === childElements(this.#content)[0];
        if (!payloadNames.includes(child.local) && !dispatchCode) fields.push([child.local, textOf(child) ?? ""]);
      }
    }
    return fields;
  }

  /** The whole message. Throws refusals with code 2001 for what is wrong inside the payload. */
  read(): ReadMessage {
    this.#read ??= this.#side.shape === "typed" ? this.#readTyped() : this.#readString();
    return this.#read;
  }

  #readTyped(): ReadMessage {
    const body = childNamed(this.#content, "Body");
    if (body === undefined) throw clientFault(`${this.#content.local} has no Body`, "缺少 Body 元素");
    this.#checkQualified(body);
    const head = this.#wire.head === "inner" ? childNamed(this.#content, "Head") : undefined;
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
      if (root.local !== this.#side.root || root.ns !== "")
        throw new Error(`the payload's root is {${root.ns}}${root.local}`);
      const children = childElements(root);
      const names = children.map((child) => (child.ns === "" ? child.local : `{${child.ns}}${child.local}`)).join(",");
      if (names !== (withHead ? "Head,Body" : "Body")) throw new Error(`the payload has ${names || "nothing"} in it`);
      const span = spans.find((one) => one.depth === 2 && one.name === "Body");
      if (span === undefined) throw new Error("Body has a prefix");
      const body = children.at(-1) as XmlNode;
      return this.#finish(withHead ? fieldsOf(children[0] as XmlNode) : [], body, inner.slice(span.start, span.end));
    } catch (cause) {
      throw codeRefusal("2001", `payload: ${(cause as Error).message}`, "报文格式错误", { cause });
    }
  }

  #readJson(inner: string): ReadMessage {
    let parsed: { readonly Head?: Readonly<Record<string, unknown>>; readonly Body?: unknown };
    try {
      parsed = JSON.parse(inner) as typeof parsed;
      const body = String(parsed.Body);
      const { root } = readXml(body, this.#limits);
      if (root.local !== "Body" || root.ns !== "") throw new Error("Body is no Body element");
      const head = Object.entries(parsed.Head ?? {}).map(([name, value]) => [name, String(value)] as const);
      return this.#finish(head, root, body);
    } catch (cause) {
      throw codeRefusal("2001", `payload: ${(cause as Error).message}`, "报文格式错误", { cause });
    }
  }

  #finish(innerHead: HeadFields, body: XmlNode, signedBody: string): ReadMessage {
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
    if (this.#side.shape === "three-strings") return this.parameter("sign") ?? this.#positional(1);
    if (placement === "parameter") return this.parameter(signField);
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
    let carrier: XmlNode | undefined;
    if (this.#wire.style === "document-bare") carrier = content;
    else if (this.#side.shape === "three-strings") carrier = childNamed(content, "data") ?? childElements(content)[2];
    else carrier = childNamed(content, this.#side.carrier);
    if (carrier === undefined)
      throw clientFault(`${content.local} has no ${this.#side.carrier}`, `缺少参数 ${this.#side.carrier}`);
    if (carrier !== content) this.#checkQualified(carrier);
    const text = textOf(carrier);
    if (text === undefined) throw clientFault(`${carrier.local} must hold one string`, `${carrier.local} 应为字符串`);
    return text;
  }

  /** Java services name parameters arg0, arg1 … when they have no annotations. */
  #positional(index: number): string | undefined {
    const node = childElements(this.#content)[index];
    return node?.local === `arg${index}` ? textOf(node) : undefined;
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
