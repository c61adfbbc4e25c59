import type { XmlAttribute, XmlNode } from "./node.ts";

/**
 * Exclusive canonical form (xml-exc-c14n 1.0, without comments) of an element and all below it: what the typed shape
 * signs. A second implementation beside the client's, on purpose.
 */
export function canonicalizeExclusive(node: XmlNode): string {
  return render(node, new Map([["", ""]]));
}

function render(node: XmlNode, rendered: ReadonlyMap<string, string>): string {
  const used = new Map([[node.prefix, node.ns]]);
  for (const attribute of node.attributes) if (attribute.prefix !== "") used.set(attribute.prefix, attribute.ns);
  const declared = [...used].filter(([prefix, ns]) => prefix !== "xml" && rendered.get(prefix) !== ns);
  const inside = declared.length === 0 ? rendered : new Map([...rendered, ...declared]);
  const name = qualified(node);
  let text = `<${name}`;
  for (const [prefix, ns] of declared.sort(([a], [b]) => order(a, b))) {
    text += ` ${prefix === "" ? "xmlns" : `xmlns:${prefix}`}="${attributeText(ns)}"`;
  }
  for (const attribute of [...node.attributes].sort(byNamespaceThenName)) {
    text += ` ${qualified(attribute)}="${attributeText(attribute.value)}"`;
  }
  text += ">";
  for (const child of node.children) text += typeof child === "string" ? elementText(child) : render(child, inside);
  return `${text}</${name}>`;
}

function qualified(name: { readonly prefix: string; readonly local: string }): string {
  return name.prefix === "" ? name.local : `${name.prefix}:${name.local}`;
}

function byNamespaceThenName(a: XmlAttribute, b: XmlAttribute): number {
  return order(a.ns, b.ns) || order(a.local, b.local);
}

/** By code points, as the specification asks. */
function order(a: string, b: string): number {
  return Buffer.compare(Buffer.from(a), Buffer.from(b));
}

const TEXT: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", "\r": "&#xD;" };
const ATTRIBUTE: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  '"': "&quot;",
  "\t": "&#x9;",
  "\n": "&#xA;",
  "\r": "&#xD;",
};

function elementText(text: string): string {
  return text.replace(/[&<>\r]/g, (character) => TEXT[character] as string);
}

function attributeText(text: string): string {
  return text.replace(/[&<"\t\n\r]/g, (character) => ATTRIBUTE[character] as string);
}
