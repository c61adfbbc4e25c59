import { COMMENT, END, EOF, PI, START, TEXT, XmlReader, type XmlReaderOptions } from "./reader.ts";

export interface XmlAttribute {
  readonly ns: string;
  readonly local: string;
  readonly prefix: string;
  readonly value: string;
}

/** An element of the small tree that tools read documents into. */
export interface XmlElement {
  readonly kind: "element";
  readonly ns: string;
  readonly local: string;
  readonly prefix: string;
  readonly attributes: readonly XmlAttribute[];
  readonly children: readonly (XmlElement | XmlText)[];
  readonly parent: XmlElement | null;
  readonly line: number;
  readonly column: number;
  /** Offset of the start tag, and of what follows the end tag, in the decoded text. */
  readonly start: number;
  readonly end: number;
  /** Namespace of a prefix in scope here; `""` for the default one. */
  lookupNamespace(prefix: string): string | undefined;
  /** Value of an attribute in no namespace, `undefined` when absent. */
  attribute(local: string, ns?: string): string | undefined;
}

export interface XmlText {
  readonly kind: "text";
  readonly text: string;
}

class Element implements XmlElement {
  readonly kind = "element";
  readonly children: (XmlElement | XmlText)[] = [];
  end = 0;
  readonly ns: string;
  readonly local: string;
  readonly prefix: string;
  readonly attributes: readonly XmlAttribute[];
  readonly parent: Element | null;
  readonly line: number;
  readonly column: number;
  readonly start: number;
  readonly #declared: readonly (readonly [string, string])[];

  constructor(reader: XmlReader, parent: Element | null, place: { readonly line: number; readonly column: number }) {
    this.ns = reader.ns;
    this.local = reader.local;
    this.prefix = reader.prefix;
    const attributes: XmlAttribute[] = [];
    for (let i = 0; i < reader.attributeCount; i++) {
      attributes.push({
        ns: reader.attributeNs(i),
        local: reader.attributeLocal(i),
        prefix: reader.attributePrefix(i),
        value: reader.attributeValue(i),
      });
    }
    this.attributes = attributes;
    this.parent = parent;
    this.line = place.line;
    this.column = place.column;
    this.start = reader.startOffset;
    this.#declared = parent === null ? reader.namespaces() : reader.declarations();
  }

  lookupNamespace(prefix: string): string | undefined {
    for (let node: Element | null = this; node; node = node.parent) {
      for (const [name, ns] of node.#declared) if (name === prefix) return ns;
    }
    if (prefix === "xml") return "http://www.w3.org/XML/1998/namespace";
    return prefix === "" ? "" : undefined;
  }

  attribute(local: string, ns = ""): string | undefined {
    return this.attributes.find((attribute) => attribute.local === local && attribute.ns === ns)?.value;
  }
}

/**
 * Reads a document into a small tree with positions; comments and processing instructions are left out.
 *
 * @throws {@link XmlError} as {@link XmlReader} does.
 */
export function readTree(input: string | Uint8Array, options: XmlReaderOptions = {}): XmlElement {
  const reader = new XmlReader(input, options);
  const lines = lineCounter(reader.source);
  let root: Element | null = null;
  let current: Element | null = null;
  for (;;) {
    switch (reader.next()) {
      case START: {
        const element: Element = new Element(reader, current, lines(reader.startOffset));
        current?.children.push(element);
        root ??= element;
        current = element;
        break;
      }
      case END: {
        const element = current as Element;
        element.end = reader.offset;
        current = element.parent;
        break;
      }
      case TEXT:
        (current as Element).children.push({ kind: "text", text: reader.text });
        break;
      case COMMENT:
      case PI:
        break;
      case EOF:
        return root as unknown as XmlElement;
    }
  }
}

/** Lines and columns of growing offsets in one pass over the text. */
function lineCounter(text: string): (offset: number) => { line: number; column: number } {
  let line = 1;
  let start = 0;
  let next = text.indexOf("\n");
  return (offset) => {
    while (next >= 0 && next < offset) {
      line++;
      start = next + 1;
      next = text.indexOf("\n", start);
    }
    return { line, column: offset - start + 1 };
  };
}
