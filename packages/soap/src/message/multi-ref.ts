import { END, EOF, START, TEXT, XmlReader } from "@coo/xml";
import { escapeAttribute, escapeText } from "../codec/escape.ts";
import { ENC11_NS, ENC12_NS, XML_NS } from "../codec/names.ts";
import { ENVELOPE_NS } from "../envelope/names.ts";
import { SoapError } from "../errors.ts";
import { shorten } from "../issue.ts";
import type { MessageLimits } from "./limits.ts";

/** An element of an encoded message. */
interface Node {
  readonly qname: string;
  readonly ns: string;
  /** Without declarations. */
  readonly attributes: readonly {
    readonly qname: string;
    readonly ns: string;
    readonly local: string;
    readonly value: string;
  }[];
  /** Prefixes in scope. */
  readonly scope: ReadonlyMap<string, string>;
  readonly content: (Node | string)[];
}

type Limits = Pick<MessageLimits, "maxBytes" | "maxDepth">;

/**
 * Puts the values that an encoded message refers to (SOAP 1.1 `href="#id"`, SOAP 1.2 `enc:ref="id"`) where they are
 * referred to, as Axis and .NET send what stands in several places. A message without references stays as it is.
 *
 * @param text - The wrapper, standing alone.
 * @param others - Further children of the SOAP Body, standing alone.
 * @throws {@link SoapError} `SOAP_PAYLOAD` for a reference that leads nowhere, out of the message or into itself;
 *   `SOAP_TOO_LARGE` when references multiply the message beyond `maxBytes`.
 */
export function resolveReferences(text: string, others: readonly string[], limits: Limits): string {
  if (others.length === 0 && !/[\s:](?:href|ref|id)\s*=/.test(text) && !text.includes(RPC_NS)) return text;
  const root = withoutResult(parse(text, limits));
  const byId = new Map<string, Node>();
  index(root, byId);
  for (const other of others) index(parse(other, limits), byId);
  return new Resolver(byId, limits).write(root);
}

/** SOAP 1.2 lets an answer name its return value among the values themselves (part 2, 4.2.1): `rpc:result`. */
const RPC_NS = "http://www.w3.org/2003/05/soap-rpc";

function withoutResult(root: Node): Node {
  const isResult = ({ ns, qname }: Node): boolean => ns === RPC_NS && /^(?:[^:]*:)?result$/.test(qname);
  return { ...root, content: root.content.filter((child) => typeof child === "string" || !isResult(child)) };
}

function parse(text: string, limits: Limits): Node {
  const reader = new XmlReader(text, { limits });
  const open: Node[] = [];
  let root: Node | undefined;
  for (;;) {
    const event = reader.next();
    if (event === EOF) return root as Node;
    const parent = open.at(-1);
    if (event === TEXT) parent?.content.push(reader.text);
    else if (event === END) open.pop();
    else if (event === START) {
      const declared = reader.declarations();
      const node: Node = {
        qname: reader.qname,
        ns: reader.ns,
        attributes: Array.from({ length: reader.attributeCount }, (_, i) => {
          const prefix = reader.attributePrefix(i);
          const local = reader.attributeLocal(i);
          return {
            qname: prefix === "" ? local : `${prefix}:${local}`,
            ns: reader.attributeNs(i),
            local,
            value: reader.attributeValue(i),
          };
        }),
        scope: declared.length > 0 || !parent ? new Map(reader.namespaces()) : parent.scope,
        content: [],
      };
      if (parent) parent.content.push(node);
      else root = node;
      open.push(node);
    }
  }
}

function index(node: Node, byId: Map<string, Node>): void {
  const id = idOf(node);
  if (id !== undefined) {
    if (byId.has(id)) throw wrong(`the id "${shorten(id)}" stands twice`, `id “${shorten(id)}”重复`);
    byId.set(id, node);
  }
  for (const child of node.content) if (typeof child !== "string") index(child, byId);
}

function idOf(node: Node): string | undefined {
  return node.attributes.find((a) => a.local === "id" && (a.ns === "" || a.ns === ENC12_NS))?.value.trim();
}

/** The id that a node refers to. */
function referenceOf(node: Node): string | undefined {
  for (const { ns, local, value } of node.attributes) {
    if (ns === ENC12_NS && local === "ref") return value.trim().replace(/^#/, "");
    if (ns !== "" || local !== "href") continue;
    const target = value.trim();
    if (!target.startsWith("#")) {
      throw wrong(`"${shorten(target)}" lies outside of the message`, `“${shorten(target)}”不在报文之内`);
    }
    return target.slice(1);
  }
  return undefined;
}

class Resolver {
  readonly #byId: ReadonlyMap<string, Node>;
  readonly #limits: Limits;
  readonly #open = new Set<Node>();
  #size = 0;
  #depth = 0;

  constructor(byId: ReadonlyMap<string, Node>, limits: Limits) {
    this.#byId = byId;
    this.#limits = limits;
  }

  write(node: Node): string {
    return this.#write(node, node.qname, "", new Map());
  }

  /** @param name - What the element is called here; `extra` declares its prefix. */
  #write(
    node: Node,
    name: string,
    extra: string,
    outer: ReadonlyMap<string, string>,
    scope: ReadonlyMap<string, string> = node.scope,
  ): string {
    if (this.#open.has(node)) {
      throw wrong(`element ${shorten(node.qname)} refers to itself`, `元素 ${shorten(node.qname)} 循环引用自身`);
    }
    this.#open.add(node);
    if (++this.#depth > this.#limits.maxDepth) {
      throw wrong(`references nest deeper than ${this.#limits.maxDepth}`, `引用嵌套超过 ${this.#limits.maxDepth} 层`);
    }
    let open = `<${name}${extra}`;
    for (const [prefix, ns] of scope) {
      if (outer.get(prefix) === ns || prefix === "xml" || prefix === "xmlns") continue;
      open += ` xmlns${prefix === "" ? "" : `:${prefix}`}="${escapeAttribute(ns)}"`;
    }
    for (const attribute of node.attributes) {
      if (!isEncodings(attribute)) open += ` ${attribute.qname}="${escapeAttribute(attribute.value)}"`;
    }
    const close = `</${name}>`;
    this.#grow(open.length + close.length + 1);
    let content = "";
    for (const child of node.content) {
      if (typeof child === "string") {
        const text = escapeText(child);
        this.#grow(text.length);
        content += text;
      } else content += this.#child(child, scope);
    }
    this.#depth--;
    this.#open.delete(node);
    return `${open}>${content}${close}`;
  }

  #child(child: Node, outer: ReadonlyMap<string, string>): string {
    const id = referenceOf(child);
    if (id === undefined) return this.#write(child, child.qname, "", outer);
    const target = this.#byId.get(id);
    if (!target) throw wrong(`the reference "${shorten(id)}" leads nowhere`, `引用“${shorten(id)}”没有目标`);
    // A target may itself be a reference.
    if (referenceOf(target) !== undefined) {
      if (this.#open.has(target)) throw wrong("references lead in a circle", "引用形成循环");
      this.#open.add(target);
      const text = this.#child({ ...target, qname: child.qname, ns: child.ns, scope: child.scope }, outer);
      this.#open.delete(target);
      return text;
    }
    const local = child.qname.slice(child.qname.indexOf(":") + 1);
    // The target's scope replaces this one's, so the name gets a prefix that the target does not know.
    if (child.ns === "") {
      const { scope } = target;
      if (scope.get("")) return this.#write(target, local, "", new Map(), withoutDefault(scope));
      return this.#write(target, local, "", new Map());
    }
    let prefix = "r";
    while (target.scope.has(prefix)) prefix += "r";
    return this.#write(target, `${prefix}:${local}`, ` xmlns:${prefix}="${escapeAttribute(child.ns)}"`, new Map());
  }

  #grow(by: number): void {
    this.#size += by;
    if (this.#size <= this.#limits.maxBytes) return;
    throw new SoapError(
      "SOAP_TOO_LARGE",
      `with its references put in, the message has more than ${this.#limits.maxBytes} characters (maxBytes)`,
      `展开引用后报文超过 ${this.#limits.maxBytes} 个字符(maxBytes)`,
    );
  }
}

/** An unqualified name has no default namespace around it; what lies inside declares it again. */
function withoutDefault(scope: ReadonlyMap<string, string>): ReadonlyMap<string, string> {
  const rest = new Map(scope);
  rest.delete("");
  return rest;
}

/** Attributes that only say how values are connected. */
function isEncodings({ ns, local }: { readonly ns: string; readonly local: string }): boolean {
  if (ns === "") return local === "id" || local === "href";
  if (ns === ENC12_NS) return local === "id" || local === "ref";
  if (ns === ENC11_NS) return local === "root";
  return ns !== XML_NS && local === "encodingStyle" && (ns === ENVELOPE_NS["1.1"] || ns === ENVELOPE_NS["1.2"]);
}

function wrong(what: string, whatZh: string): SoapError {
  return new SoapError("SOAP_PAYLOAD", `an encoded message is wrong: ${what}`, `编码报文有误: ${whatZh}`);
}
