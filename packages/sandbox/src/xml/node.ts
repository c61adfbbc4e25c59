/** An attribute, namespace declarations left out. */
export interface XmlAttribute {
  readonly prefix: string;
  readonly local: string;
  readonly ns: string;
  readonly value: string;
}

/** An element as the sandbox's own reader gives it. */
export interface XmlNode {
  readonly prefix: string;
  readonly local: string;
  /** `""` for none. */
  readonly ns: string;
  readonly attributes: readonly XmlAttribute[];
  /** Elements and text in order; text is resolved, adjacent pieces are joined. */
  readonly children: readonly (XmlNode | string)[];
  /** All prefixes in scope, `""` being the default namespace. */
  readonly scope: ReadonlyMap<string, string>;
}

/** Child elements only. */
export function childElements(node: XmlNode): readonly XmlNode[] {
  return node.children.filter((child): child is XmlNode => typeof child !== "string");
}

/** The first child element with this local name, whatever its namespace. */
export function childNamed(node: XmlNode, local: string): XmlNode | undefined {
  return childElements(node).find((child) => child.local === local);
}

/** Text of an element; `undefined` when it has child elements. */
export function textOf(node: XmlNode): string | undefined {
  let text = "";
  for (const child of node.children) {
    if (typeof child !== "string") return undefined;
    text += child;
  }
  return text;
}

/** Value of an attribute. */
export function attributeOf(node: XmlNode, ns: string, local: string): string | undefined {
  return node.attributes.find((attribute) => attribute.local === local && attribute.ns === ns)?.value;
}
