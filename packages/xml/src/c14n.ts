import { XmlError } from "./errors.ts";
import { COMMENT, END, EOF, PI, START, TEXT, XML_NS, type XmlReaderOptions } from "./events.ts";
import { PathFollower } from "./path.ts";
import { XmlReader } from "./reader.ts";

/** What is canonicalized, and how. */
export interface CanonicalizeOptions extends XmlReaderOptions {
  /** Canonical XML 1.0, or Exclusive XML Canonicalization 1.0. */
  readonly mode: "c14n" | "exc-c14n";
  /** Keeps comments. Default `false`. */
  readonly comments?: boolean;
  /**
   * Only the element at this path (steps: local name, `{namespace}local`, `*`), with what it inherits; the whole
   * document when absent. A second element that fits is an error.
   */
  readonly path?: readonly string[];
  /** Chooses the element instead of `path`: called at each start tag until it gives `true`. */
  readonly select?: (reader: XmlReader) => boolean;
  /** Exclusive only: prefixes treated as in inclusive canonicalization; `#default` is the default namespace. */
  readonly inclusivePrefixes?: readonly string[];
}

/**
 * Canonical form of a document or of one element of it.
 *
 * The rest of the document is read too, so that it cannot be malformed. Documents with a DOCTYPE are refused as
 * everywhere, so there are no default attributes and no entities to think of.
 *
 * @returns The canonical text; its UTF-8 bytes are what is signed.
 * @throws {@link XmlError} for anything malformed; `XML_UNEXPECTED` when the element is absent or stands twice;
 *   `XML_NAMESPACE` for a relative namespace name, as both recommendations demand.
 * @see https://www.w3.org/TR/2001/REC-xml-c14n-20010315, https://www.w3.org/TR/2002/REC-xml-exc-c14n-20020718/
 */
export function canonicalize(input: string | Uint8Array, options: CanonicalizeOptions): string {
  const reader = new XmlReader(input, { ...options, comments: true, slices: true });
  const canonicalizer = new Canonicalizer(reader, options);
  for (;;) {
    const event = reader.next();
    if (event === EOF) break;
    canonicalizer.take(event);
  }
  const text = canonicalizer.finish();
  reader.release();
  return text;
}

/** Writes events in canonical form. What stands in the source in canonical form already is copied in one piece. */
class Canonicalizer {
  private readonly reader: XmlReader;
  private readonly source: string;
  private readonly exclusive: boolean;
  private readonly comments: boolean;
  private readonly listed: readonly string[];
  private readonly select: ((reader: XmlReader) => boolean) | undefined;
  private readonly path: PathFollower | undefined;

  private out = "";
  /** The source from here up to the current event is canonical and not copied yet; -1: nothing waits. */
  private copyFrom = -1;
  private copyTo = -1;

  /** Inside the element that is wanted (or the document). */
  private inside: boolean;
  private readonly whole: boolean;
  private found: boolean;
  private apexDepth = 0;
  private rootSeen = false;

  /** Bindings that the output has said around the current place, with the changes of each open element. */
  private readonly rendered = new Map<string, string>();
  private readonly undo: { readonly depth: number; readonly prefix: string; readonly ns: string | undefined }[] = [];
  /** xml:* attributes of elements around the one that is wanted, per depth. */
  private readonly inherited: (ReadonlyMap<string, string> | undefined)[] = [];

  constructor(reader: XmlReader, options: CanonicalizeOptions) {
    this.reader = reader;
    this.source = reader.source;
    this.exclusive = options.mode === "exc-c14n";
    this.comments = options.comments ?? false;
    this.listed = (options.inclusivePrefixes ?? []).map((prefix) => (prefix === "#default" ? "" : prefix));
    this.select = options.select;
    this.path = options.path === undefined ? undefined : new PathFollower(options.path);
    this.whole = this.select === undefined && this.path === undefined;
    this.inside = this.found = this.whole;
  }

  take(event: number): void {
    const { reader } = this;
    if (event === START) this.start();
    else if (event === END) this.end();
    else if (!this.inside) return;
    else if (event === TEXT) this.text();
    else if (event === COMMENT) {
      if (this.comments) this.markup(`<!--${reader.text}-->`);
      else this.flush();
    } else if (event === PI) {
      this.markup(`<?${reader.target}${reader.text === "" ? "" : ` ${reader.text}`}?>`);
    }
  }

  finish(): string {
    if (!this.found)
      throw new XmlError("XML_UNEXPECTED", "the element to canonicalize is not there", "找不到要规范化的元素");
    this.flush();
    return this.out;
  }

  private start(): void {
    const { reader } = this;
    this.checkNamespaces();
    // A path is followed to the end, so that a second such element is noticed.
    const onPath = this.path?.start(reader) ?? false;
    const apex = !this.inside && (onPath || (!this.found && this.select !== undefined && this.select(reader) === true));
    if (!this.inside && !apex) {
      this.inherited[reader.depth] = this.inheritable();
      return;
    }
    if (apex) {
      this.inside = this.found = true;
      this.apexDepth = reader.depth;
    }
    const first = apex || !this.rootSeen;
    this.rootSeen = true;
    const declarations = this.declarations(first);
    const attributes = this.attributes(apex && !this.exclusive ? this.inherited[reader.depth - 1] : undefined);
    if (declarations === "" && attributes === "" && !reader.isEmptyElement) {
      const size = reader.qname.length + 2;
      if (reader.offset - reader.startOffset === size) return this.copy();
    }
    this.write(`<${reader.qname}${declarations}${attributes}>`);
  }

  private end(): void {
    const { reader } = this;
    this.path?.end(reader);
    if (!this.inside) return;
    if (reader.offset - reader.startOffset === reader.qname.length + 3) this.copy();
    else this.write(`</${reader.qname}>`);
    while (this.undo.length > 0 && (this.undo.at(-1) as { depth: number }).depth === reader.depth) {
      const { prefix, ns } = this.undo.pop() as { prefix: string; ns: string | undefined };
      if (ns === undefined) this.rendered.delete(prefix);
      else this.rendered.set(prefix, ns);
    }
    if (!this.whole && reader.depth === this.apexDepth) {
      this.flush();
      this.inside = false;
    }
  }

  private text(): void {
    const { reader } = this;
    if (reader.isVerbatim) {
      const greater = this.source.indexOf(">", reader.startOffset);
      if (greater < 0 || greater >= reader.offset) return this.copy();
    }
    this.write(escapeText(reader.text));
  }

  /** Outside the root element each comment and instruction has a line of its own. */
  private markup(text: string): void {
    if (this.reader.depth > 0) this.write(text);
    else this.write(this.rootSeen ? `\n${text}` : `${text}\n`);
  }

  // ---- output

  /** The current event is canonical as it stands. */
  private copy(): void {
    const { startOffset, offset } = this.reader;
    if (this.copyTo !== startOffset) {
      this.flush();
      this.copyFrom = startOffset;
    }
    this.copyTo = offset;
  }

  private write(text: string): void {
    this.flush();
    this.out += text;
  }

  private flush(): void {
    if (this.copyFrom >= 0) this.out += this.source.slice(this.copyFrom, this.copyTo);
    this.copyFrom = this.copyTo = -1;
  }

  // ---- namespaces

  private checkNamespaces(): void {
    const { reader } = this;
    for (const [prefix, ns] of reader.depth === 1 ? reader.namespaces() : reader.declarations()) {
      if (ns === "" || /^[A-Za-z][A-Za-z0-9+.-]*:/.test(ns)) continue;
      const { line, column } = reader.position();
      const shown = ns.slice(0, 60);
      throw new XmlError(
        "XML_NAMESPACE",
        `relative namespace name "${shown}" has no canonical form (prefix "${prefix}", line ${line}, column ${column})`,
        `相对命名空间名“${shown}”没有规范形式（第 ${line} 行第 ${column} 列）`,
        { offset: reader.startOffset, line, column },
      );
    }
  }

  /** The declarations that the current start tag says, sorted, as text. */
  private declarations(first: boolean): string {
    const { reader } = this;
    const said: string[] = [];
    if (this.exclusive) {
      this.say(reader.prefix, reader.ns, said);
      for (let i = 0; i < reader.attributeCount; i++) {
        const prefix = reader.attributePrefix(i);
        if (prefix !== "") this.say(prefix, reader.attributeNs(i), said);
      }
      for (const prefix of this.listed) {
        const ns = reader.lookupNamespace(prefix);
        if (ns !== undefined) this.say(prefix, ns, said);
      }
    } else {
      for (const [prefix, ns] of first ? reader.namespaces() : reader.declarations()) this.say(prefix, ns, said);
    }
    if (said.length === 0) return "";
    if (said.length > 1) said.sort(compare);
    let text = "";
    for (const prefix of said) {
      const ns = this.rendered.get(prefix) as string;
      text += ` ${prefix === "" ? "xmlns" : `xmlns:${prefix}`}="${escapeAttribute(ns)}"`;
    }
    return text;
  }

  /** Notes a binding that the output has not said yet. */
  private say(prefix: string, ns: string, said: string[]): void {
    if (prefix === "xml") return;
    const known = this.rendered.get(prefix);
    // An empty default namespace is said only to take back another.
    if (known === ns || (known === undefined && ns === "")) return;
    this.undo.push({ depth: this.reader.depth, prefix, ns: known });
    this.rendered.set(prefix, ns);
    said.push(prefix);
  }

  // ---- attributes

  /** The xml:* attributes in force inside the current element, for Canonical XML 1.0 of an element further in. */
  private inheritable(): ReadonlyMap<string, string> | undefined {
    const { reader } = this;
    const outer = this.inherited[reader.depth - 1];
    let own: Map<string, string> | undefined;
    for (let i = 0; i < reader.attributeCount; i++) {
      if (reader.attributePrefix(i) !== "xml") continue;
      own ??= new Map(outer);
      own.set(reader.attributeLocal(i), reader.attributeValue(i));
    }
    return own ?? outer;
  }

  /** Attributes of the current start tag, sorted, as text. */
  private attributes(inherited: ReadonlyMap<string, string> | undefined): string {
    const { reader } = this;
    if (reader.attributeCount === 0 && inherited === undefined) return "";
    const found: { readonly ns: string; readonly local: string; readonly text: string }[] = [];
    for (let i = 0; i < reader.attributeCount; i++) {
      const prefix = reader.attributePrefix(i);
      const local = reader.attributeLocal(i);
      const name = prefix === "" ? local : `${prefix}:${local}`;
      found.push({
        ns: reader.attributeNs(i),
        local,
        text: ` ${name}="${escapeAttribute(reader.attributeValue(i))}"`,
      });
    }
    for (const [local, value] of inherited ?? []) {
      if (reader.attribute(XML_NS, local) === undefined)
        found.push({ ns: XML_NS, local, text: ` xml:${local}="${escapeAttribute(value)}"` });
    }
    if (found.length > 1) found.sort((a, b) => compare(a.ns, b.ns) || compare(a.local, b.local));
    let text = "";
    for (const attribute of found) text += attribute.text;
    return text;
  }
}

/** Order of code points, which is not that of UTF-16 units: surrogates stand for what comes last. */
function compare(a: string, b: string): number {
  const size = Math.min(a.length, b.length);
  for (let i = 0; i < size; i++) {
    const x = a.charCodeAt(i);
    const y = b.charCodeAt(i);
    if (x === y) continue;
    const surrogateX = x >= 0xd800 && x <= 0xdfff;
    const surrogateY = y >= 0xd800 && y <= 0xdfff;
    return surrogateX === surrogateY ? x - y : surrogateX ? 1 : -1;
  }
  return a.length - b.length;
}

function escapeText(text: string): string {
  return /[&<>\r]/.test(text)
    ? text.replace(/[&<>\r]/g, (c) => (c === "&" ? "&amp;" : c === "<" ? "&lt;" : c === ">" ? "&gt;" : "&#xD;"))
    : text;
}

const ATTRIBUTE: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  '"': "&quot;",
  "\t": "&#x9;",
  "\n": "&#xA;",
  "\r": "&#xD;",
};

function escapeAttribute(value: string): string {
  return /[&<"\t\n\r]/.test(value) ? value.replace(/[&<"\t\n\r]/g, (c) => ATTRIBUTE[c] as string) : value;
}
