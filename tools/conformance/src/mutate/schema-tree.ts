import { type Element, type Node, parseXmlDocument } from "./dom.ts";

const XS = "http://www.w3.org/2001/XMLSchema";

/** Children that XML Schema defines. */
export const children = (node: Element): Element[] => node.children.filter((c) => c.namespaceURI === XS);
/** The element around. */
export const parent = (node: Element): Element | null => node.parentElement;
/** Whether a node stands in a model group. */
export const inGroup = (node: Element): boolean =>
  ["sequence", "choice", "all"].includes(parent(node)?.localName ?? "");
/** Children of the element around, annotations left out. */
export const siblings = (node: Element): Element[] =>
  children(parent(node) as Element).filter((c) => c.localName !== "annotation");

/** A new element of XML Schema, prefixed as `node` is. */
export function make(node: Element, local: string, attributes: Readonly<Record<string, string>>): Element {
  const made = node.ownerDocument.createElementNS(XS, node.prefix ? `${node.prefix}:${local}` : local);
  for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value);
  return made;
}

/** A name of XML Schema's own, as this place of the document writes it. */
export function xs(node: Element, local: string): string {
  const prefix = node.lookupPrefix(XS);
  return prefix ? `${prefix}:${local}` : local;
}

/** Sets or removes an attribute; `false` when it stays as it was. */
export function set(node: Element, name: string, value: string | null): boolean {
  if (node.getAttribute(name) === value) return false;
  if (value === null) node.removeAttribute(name);
  else node.setAttribute(name, value);
  return true;
}

/** Whether a name in this document means a type of XML Schema itself. */
export function isBuiltin(node: Element, name: string | null): boolean {
  if (name === null) return false;
  const [prefix, local] = name.includes(":") ? name.split(":") : [null, name];
  return node.lookupNamespaceURI(prefix ?? null) === XS && local !== undefined;
}

const XMLNS = "http://www.w3.org/2000/xmlns/";

/** The element around everything: `xs:schema`. */
export function schemaOf(node: Element): Element {
  return node.ownerDocument.documentElement as Element;
}

/** What a reference to a component of the schema's own namespace looks like at a node. */
export function own(node: Element, local: string): string {
  const ns = schemaOf(node).getAttribute("targetNamespace") ?? "";
  if (ns === "") {
    if (node.lookupNamespaceURI(null)) node.setAttributeNS(XMLNS, "xmlns", "");
    return local;
  }
  node.setAttributeNS(XMLNS, "xmlns:t", ns);
  return `t:${local}`;
}

/**
 * Inserts what a text says, in which `xs:` means XML Schema and `t:` the schema's own namespace.
 *
 * @param before - The node that comes behind; default: at the end.
 * @returns The last element inserted.
 */
export function insert(into: Element, text: string, before: Node | null = null): Element {
  const ns = schemaOf(into).getAttribute("targetNamespace") ?? "";
  const written = ns === "" ? text.replaceAll('"t:', '"').replaceAll(" t:", " ") : text;
  const outside = `xmlns:xs="${XS}"${ns === "" ? "" : ` xmlns:t="${ns.replaceAll("&", "&amp;")}"`}`;
  const parsed = parseXmlDocument(`<parts ${outside}>${written}</parts>`);
  // Declared on the schema where nothing stands against it: what a redefinition renames, Xerces looks up there.
  const schema = schemaOf(into);
  if (ns !== "" && schema.lookupNamespaceURI("t") === null) schema.setAttributeNS(XMLNS, "xmlns:t", ns);
  let last: Element | null = null;
  for (const child of parsed.documentElement?.children ?? []) {
    const made = into.ownerDocument.importNode(child, true) as Element;
    if (ns !== "" && schema.lookupNamespaceURI("t") !== ns) made.setAttributeNS(XMLNS, "xmlns:t", ns);
    else if (into.lookupNamespaceURI(null)) made.setAttributeNS(XMLNS, "xmlns", "");
    into.insertBefore(made, before);
    last = made;
  }
  if (last === null) throw new Error("nothing to insert");
  return last;
}

/** Gives an element or attribute another type: a built-in name, or a type written out. */
export function retype(node: Element, type: string): boolean {
  if (!node.hasAttribute("name")) return false;
  for (const c of children(node)) if (c.localName !== "annotation") c.remove();
  for (const name of ["type", "default", "fixed", "substitutionGroup"]) node.removeAttribute(name);
  if (type.startsWith("<")) insert(node, type);
  else node.setAttribute("type", type.startsWith("t:") ? own(node, type.slice(2)) : xs(node, type));
  return true;
}

/** A type written out that restricts a built-in one. */
export function restricted(facets: string, base = "string"): string {
  return `<xs:simpleType><xs:restriction base="xs:${base}">${facets}</xs:restriction></xs:simpleType>`;
}

/** Replaces the kind of a group, all else as it was. */
export function regroup(node: Element, kind: string): Element {
  if (node.localName === kind) return node;
  const made = make(node, kind, {});
  for (const a of node.attributes) {
    if (a.name.startsWith("xmlns")) made.setAttributeNS(XMLNS, a.name, a.value);
    else made.setAttribute(a.name, a.value);
  }
  while (node.firstChild) made.appendChild(node.firstChild);
  node.replaceWith(made);
  return made;
}

/** The first group of a complex type that is written in it. */
export function contentOf(type: Element): Element | null {
  return children(type).find((c) => ["sequence", "choice", "all"].includes(c.localName)) ?? null;
}

/** Puts an attribute where a complex type may have one. */
export function insertAttribute(type: Element, text: string): Element {
  return insert(type, text, children(type).find((c) => ["anyAttribute", "assert"].includes(c.localName)) ?? null);
}

/** Renames a component and whatever refers to it in its document. */
export function renameComponent(node: Element, to: string): boolean {
  const old = node.getAttribute("name");
  const schema = schemaOf(node);
  const ns = schema.getAttribute("targetNamespace") ?? "";
  const isOld = (at: Element, name: string): boolean => {
    const [prefix, local] = name.includes(":") ? (name.split(":") as [string, string]) : [null, name];
    return local === old && (at.lookupNamespaceURI(prefix) ?? "") === ns;
  };
  if (old === null) return false;
  for (const at of schema.getElementsByTagNameNS(XS, "*"))
    for (const attribute of ["type", "base", "itemType", "memberTypes"]) {
      const given = at.getAttribute(attribute);
      if (given === null) continue;
      const names = given.split(/\s+/).map((n) => (isOld(at, n) ? n.slice(0, n.length - old.length) + to : n));
      at.setAttribute(attribute, names.join(" "));
    }
  node.setAttribute("name", to);
  return true;
}
