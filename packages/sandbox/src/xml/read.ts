import { XMLParser, XMLValidator } from "fast-xml-parser";
import { SandboxError } from "../errors.ts";
import type { XmlAttribute, XmlNode } from "./node.ts";
import { type ElementSpan, scanXml, XML_LIMITS, type XmlLimits } from "./scan.ts";

/** A document, read. */
export interface XmlDocument {
  readonly root: XmlNode;
  /** Offsets of the root and its children in the text that was read. */
  readonly spans: readonly ElementSpan[];
}

type Ordered = Record<string, unknown>;

const parser = new XMLParser({
  preserveOrder: true,
  ignoreAttributes: false,
  attributeNamePrefix: "",
  parseTagValue: false,
  parseAttributeValue: false,
  trimValues: false,
  // Entities are resolved below: the parser would resolve too many and those in CDATA sections differ.
  processEntities: false,
  cdataPropName: "#cdata",
  ignoreDeclaration: true,
  ignorePiTags: true,
  maxNestedTags: 1000,
});

const XML_NS = "http://www.w3.org/XML/1998/namespace";
const XMLNS_NS = "http://www.w3.org/2000/xmlns/";

/**
 * Reads a document on fast-xml-parser, behind {@link scanXml}: values stay text, order stays, namespaces are resolved.
 *
 * @throws {@link SandboxError} with code `SANDBOX_XML`.
 */
export function readXml(text: string, limits: XmlLimits = XML_LIMITS): XmlDocument {
  const spans = scanXml(text, limits);
  let items: readonly Ordered[];
  try {
    const verdict = XMLValidator.validate(text);
    if (verdict !== true) throw new Error(verdict.err.msg);
    items = parser.parse(text) as readonly Ordered[];
  } catch (cause) {
    throw new SandboxError("SANDBOX_XML", `not readable: ${(cause as Error).message}`, "XML 无法解析", {}, { cause });
  }
  const roots = items.filter((item) => elementName(item) !== undefined);
  const [root] = roots;
  if (root === undefined || roots.length !== 1) {
    throw new SandboxError("SANDBOX_XML", "not exactly one root element", "XML 根元素不唯一");
  }
  return { root: toNode(root, new Map([["xml", XML_NS]])), spans };
}

function elementName(item: Ordered): string | undefined {
  return Object.keys(item).find((key) => key !== ":@" && key !== "#text" && key !== "#cdata");
}

function toNode(item: Ordered, outer: ReadonlyMap<string, string>): XmlNode {
  const name = elementName(item) as string;
  const written = Object.entries((item[":@"] ?? {}) as Record<string, unknown>);
  const scope = declare(written, outer);
  const [prefix, local] = splitName(name);
  const children: (XmlNode | string)[] = [];
  for (const child of item[name] as readonly Ordered[]) {
    const piece = textPiece(child);
    if (piece === undefined) children.push(toNode(child, scope));
    else if (piece !== "") append(children, piece);
  }
  return { prefix, local, ns: namespaceOf(prefix, scope), attributes: attributesOf(written, scope), children, scope };
}

function append(children: (XmlNode | string)[], piece: string): void {
  const last = children.at(-1);
  if (typeof last === "string") children[children.length - 1] = last + piece;
  else children.push(piece);
}

function textPiece(item: Ordered): string | undefined {
  if ("#text" in item) return resolveReferences(String(item["#text"]));
  if (!("#cdata" in item)) return undefined;
  return (item["#cdata"] as readonly { readonly "#text"?: string }[]).map((part) => part["#text"] ?? "").join("");
}

function declare(
  written: readonly (readonly [string, unknown])[],
  outer: ReadonlyMap<string, string>,
): ReadonlyMap<string, string> {
  let scope: Map<string, string> | undefined;
  for (const [name, raw] of written) {
    if (name !== "xmlns" && !name.startsWith("xmlns:")) continue;
    const prefix = name === "xmlns" ? "" : name.slice(6);
    const ns = attributeValue(raw);
    const wrong =
      (prefix !== "" && ns === "") ||
      prefix === "xmlns" ||
      ns === XMLNS_NS ||
      (prefix === "xml") !== (ns === XML_NS) ||
      (name.startsWith("xmlns:") && (prefix === "" || prefix.includes(":")));
    if (wrong) throw namespaceError(`a wrong namespace declaration ${name}`);
    scope ??= new Map(outer);
    scope.set(prefix, ns);
  }
  return scope ?? outer;
}

function attributesOf(
  written: readonly (readonly [string, unknown])[],
  scope: ReadonlyMap<string, string>,
): XmlAttribute[] {
  const attributes: XmlAttribute[] = [];
  for (const [name, raw] of written) {
    if (name === "xmlns" || name.startsWith("xmlns:")) continue;
    const [prefix, local] = splitName(name);
    const ns = prefix === "" ? "" : namespaceOf(prefix, scope);
    if (attributes.some((other) => other.local === local && other.ns === ns)) {
      throw namespaceError(`an attribute ${local} that stands twice`);
    }
    attributes.push({ prefix, local, ns, value: attributeValue(raw) });
  }
  return attributes;
}

function splitName(name: string): [prefix: string, local: string] {
  const parts = name.split(":");
  if (parts.length === 1) return ["", name];
  const [prefix, local] = parts;
  if (parts.length > 2 || !prefix || !local || !/^[^\d.\-\u00B7]/.test(local))
    throw namespaceError(`a wrong name ${name}`);
  return [prefix, local];
}

function namespaceOf(prefix: string, scope: ReadonlyMap<string, string>): string {
  const ns = scope.get(prefix);
  if (ns === undefined && prefix !== "") throw namespaceError(`the prefix ${prefix} is not declared`);
  return ns ?? "";
}

function attributeValue(raw: unknown): string {
  return resolveReferences(String(raw).replace(/\r\n?|[\t\n]/g, " "));
}

const NAMED: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'" };

function resolveReferences(text: string): string {
  if (!text.includes("&")) return text;
  return text.replace(/&(?:(\w+)|#(\d+)|#x([0-9A-Fa-f]+));/g, (_, name: string, decimal: string, hex: string) =>
    name === undefined
      ? String.fromCodePoint(decimal === undefined ? Number.parseInt(hex, 16) : Number(decimal))
      : (NAMED[name] ?? ""),
  );
}

function namespaceError(what: string): SandboxError {
  return new SandboxError("SANDBOX_XML", `not namespace-well-formed: ${what}`, "XML 命名空间不合规");
}
