import { COMMENT, END, EOF, START, TEXT, XML_NS, type XmlReaderOptions } from "./events.ts";
import { XmlReader } from "./reader.ts";

/** An attribute; namespace declarations are none. */
export interface XmlAttribute {
  readonly ns: string;
  readonly local: string;
  readonly prefix: string;
  readonly value: string;
}

/** Character data between two tags, never empty. */
export interface XmlText {
  readonly kind: "text";
  readonly text: string;
}

/** A comment; only with `comments: true`. */
export interface XmlComment {
  readonly kind: "comment";
  readonly text: string;
}

/** An element of the small tree that tools read documents into. */
export interface XmlElement {
  readonly kind: "element";
  readonly ns: string;
  readonly local: string;
  readonly prefix: string;
  readonly attributes: readonly XmlAttribute[];
  readonly children: readonly (XmlElement | XmlText | XmlComment)[];
  readonly parent: XmlElement | null;
  /** Of the start tag, from 1. */
  readonly line: number;
  readonly column: number;
  /** Offset of the start tag, and of what follows the end tag, in the decoded text. */
  readonly start: number;
  readonly end: number;
  /** The children that are elements. */
  readonly elements: readonly XmlElement[];
  /** The text directly inside, elements left out. */
  readonly text: string;
  /** Namespace of a prefix in scope here; `""` for the default one. */
  lookupNamespace(prefix: string): string | undefined;
  /** Value of an attribute (in no namespace unless `ns` is given), `undefined` when absent. */
  attribute(local: string, ns?: string): string | undefined;
}

/** Declarations of one element; elements without any share the scope of their parent. */
interface Scope {
  readonly outer: Scope | undefined;
  readonly declared: ReadonlyMap<string, string>;
}

class Element implements XmlElement {
  readonly kind = "element";
  readonly children: (XmlElement | XmlText | XmlComment)[] = [];
  readonly ns: string;
  readonly local: string;
  readonly prefix: string;
  readonly attributes: readonly XmlAttribute[];
  readonly parent: Element | null;
  readonly line: number;
  readonly column: number;
  readonly start: number;
  end = 0;
  private readonly scope: Scope;

  constructor(reader: XmlReader, parent: Element | null) {
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
    ({ line: this.line, column: this.column } = reader.position());
    this.start = reader.startOffset;
    const declared = parent === null ? reader.namespaces() : reader.declarations();
    this.scope =
      parent !== null && declared.length === 0 ? parent.scope : { outer: parent?.scope, declared: new Map(declared) };
  }

  get elements(): readonly XmlElement[] {
    return this.children.filter((child) => child.kind === "element");
  }

  get text(): string {
    let text = "";
    for (const child of this.children) if (child.kind === "text") text += child.text;
    return text;
  }

  lookupNamespace(prefix: string): string | undefined {
    for (let scope: Scope | undefined = this.scope; scope !== undefined; scope = scope.outer) {
      const ns = scope.declared.get(prefix);
      if (ns !== undefined) return ns;
    }
    return prefix === "xml" ? XML_NS : prefix === "" ? "" : undefined;
  }

  attribute(local: string, ns = ""): string | undefined {
    return this.attributes.find((attribute) => attribute.local === local && attribute.ns === ns)?.value;
  }
}

/**
 * Reads a document into a small tree with positions. Processing instructions are left out, comments unless asked for.
 *
 * @throws {@link XmlError} as {@link XmlReader} does; fragments have no root and are not read.
 */
export function readTree(input: string | Uint8Array, options: Omit<XmlReaderOptions, "fragment"> = {}): XmlElement {
  const reader = new XmlReader(input, options);
  let root: Element | null = null;
  let current: Element | null = null;
  for (;;) {
    const event = reader.next();
    if (event === START) {
      const element: Element = new Element(reader, current);
      current?.children.push(element);
      root ??= element;
      current = element;
    } else if (event === END) {
      const element = current as Element;
      element.end = reader.offset;
      current = element.parent;
    } else if (event === TEXT) current?.children.push({ kind: "text", text: reader.text });
    else if (event === COMMENT) current?.children.push({ kind: "comment", text: reader.text });
    else if (event === EOF) {
      reader.release();
      return root as unknown as XmlElement;
    }
  }
}
