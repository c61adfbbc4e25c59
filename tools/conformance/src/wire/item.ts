import { ParseOption, XmlCData, XmlDocument, XmlElement, XmlText } from "libxml2-wasm";

export const XSI = "http://www.w3.org/2001/XMLSchema-instance";
export const XSD = "http://www.w3.org/2001/XMLSchema";

/** A qualified name as a value: what matters is the namespace, not the prefix. */
export interface NameValue {
  readonly ns: string;
  readonly local: string;
}

/** An element as it should stand on the wire. */
export interface Item {
  readonly ns: string;
  readonly local: string;
  /** By `{ns}local`. */
  readonly attributes: Map<string, string | NameValue>;
  readonly content: (Item | string | NameValue)[];
}

export function isItem(part: Item | string | NameValue): part is Item {
  return typeof part !== "string" && "content" in part;
}

/** An item as text that stands alone, for content that is kept as it is. */
export function textOf(item: Item): string {
  let declared = "";
  let count = 0;
  const prefix = (ns: string): string => {
    const name = `x${count++}`;
    declared += ` xmlns:${name}="${escape(ns)}"`;
    return `${name}:`;
  };
  const valueText = (value: string | NameValue): string =>
    typeof value === "string" ? escape(value) : `${value.ns === "" ? "" : prefix(value.ns)}${value.local}`;
  const name = `${item.ns === "" ? "" : prefix(item.ns)}${item.local}`;
  let attributes = "";
  for (const [key, value] of item.attributes) {
    const [, ns = "", local = ""] = /^\{(.*)\}(.*)$/s.exec(key) ?? [];
    attributes += ` ${ns === "" ? "" : prefix(ns)}${local}="${valueText(value)}"`;
  }
  const content = item.content.map((part) => (isItem(part) ? textOf(part) : valueText(part))).join("");
  return `<${name}${declared}${attributes}>${content}</${name}>`;
}

function escape(text: string): string {
  return text.replace(/[&<>"\r\n\t]/g, (c) => (/[\r\n\t]/.test(c) ? `&#${c.charCodeAt(0)};` : ESCAPES[c]) as string);
}

const ESCAPES: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };

/** What comparing leaves out: attributes that only the SOAP encoding adds. */
export interface CompareOptions {
  readonly encoded: boolean;
}

/** The element of `xml` against the one expected; what differs first, or `null`. libxml2 reads. */
export function difference(xml: string, expected: Item, options: CompareOptions): string | null {
  const document = XmlDocument.fromString(xml, {
    option: ParseOption.XML_PARSE_NONET | ParseOption.XML_PARSE_HUGE,
  });
  try {
    return compare(document.root, expected, new Map([["", ""]]), options, `/${expected.local}`);
  } finally {
    document.dispose();
  }
}

const ENCODING_ATTRIBUTES = /^\{http:\/\/(?:schemas\.xmlsoap\.org\/soap|www\.w3\.org\/2003\/05\/soap-)/;

function compare(
  element: XmlElement,
  expected: Item,
  outer: ReadonlyMap<string, string>,
  options: CompareOptions,
  path: string,
): string | null {
  if (element.name !== expected.local || element.namespaceUri !== expected.ns) {
    return `${path}: {${element.namespaceUri}}${element.name} for {${expected.ns}}${expected.local}`;
  }
  let scope = outer;
  const declared = Object.entries(element.nsDeclarations);
  if (declared.length > 0) scope = new Map([...outer, ...declared]);
  const same = (actual: string, wanted: string | NameValue): boolean => {
    if (typeof wanted === "string") return actual === wanted;
    const [prefix, local] = actual.includes(":") ? (actual.split(":") as [string, string]) : ["", actual];
    return scope.get(prefix) === wanted.ns && local === wanted.local;
  };
  const missing = new Set(expected.attributes.keys());
  for (const attribute of element.attrs) {
    const key = `{${attribute.namespaceUri}}${attribute.name}`;
    const wanted = expected.attributes.get(key);
    missing.delete(key);
    if (wanted === undefined) {
      if (options.encoded && (key === `{${XSI}}type` || ENCODING_ATTRIBUTES.test(key))) continue;
      return `${path}: attribute ${key}="${attribute.value}" is not expected`;
    }
    if (!same(attribute.value, wanted)) return `${path}: ${key}="${attribute.value}" for ${JSON.stringify(wanted)}`;
  }
  for (const key of missing) return `${path}: attribute ${key} is missing`;
  let at = 0;
  let text = "";
  const textEnds = (): string | null => {
    const wanted = expected.content[at];
    const isText = wanted !== undefined && !isItem(wanted);
    if (!isText && text !== "") return `${path}: text "${text.slice(0, 60)}" is not expected`;
    if (isText && !same(text, wanted))
      return `${path}: "${text.slice(0, 80)}" for ${JSON.stringify(wanted).slice(0, 80)}`;
    if (isText) at++;
    text = "";
    return null;
  };
  for (let node = element.firstChild; node !== null; node = node.next) {
    if (node instanceof XmlText || node instanceof XmlCData) text += node.content;
    else if (node instanceof XmlElement) {
      const wrong = textEnds();
      if (wrong !== null) return wrong;
      const wanted = expected.content[at];
      if (wanted === undefined || !isItem(wanted)) return `${path}: element ${node.name} is not expected`;
      const found = compare(node, wanted, scope, options, `${path}/${wanted.local}`);
      if (found !== null) return found;
      at++;
    } else return `${path}: something that is neither element nor text`;
  }
  const wrong = textEnds();
  if (wrong !== null) return wrong;
  const rest = expected.content[at];
  if (rest === undefined || rest === "") return null;
  return `${path}: ${isItem(rest) ? `element ${rest.local}` : "text"} is missing`;
}
