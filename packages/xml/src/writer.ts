import { isNameChar, isNameStart } from "./chars.ts";
import { encodeText, type OutputCharset } from "./encode.ts";
import { XmlError } from "./errors.ts";
import { checkChars, escapeAttribute, escapeText, type LineBreaks } from "./escape.ts";
import { XML_NS, XMLNS_NS } from "./events.ts";

/** How a document is written. */
export interface XmlWriterOptions {
  /** Default `lf`. */
  readonly lineBreaks?: LineBreaks;
  /** Writes `<?xml version="1.0" encoding="…"?>` first. */
  readonly declaration?: OutputCharset;
  /** Writes `<a/>` for an element without content; `<a></a>` by default, as canonical forms do. */
  readonly shortEmpty?: boolean;
}

/**
 * Streaming writer: a start tag stays open for attributes until content or an end comes. What it writes is well-formed
 * and reads back as it was given, {@link raw} apart; anything that cannot be written so is refused with `XML_WRITE`.
 */
export class XmlWriter {
  private out = "";
  private open = false;
  private readonly stack: string[] = [];
  private readonly marks: number[] = [];
  private readonly prefixes: string[] = [];
  private readonly uris: string[] = [];
  /** Prefixes that the open start tag uses or declares, and attributes that it has. */
  private readonly used = new Map<string, string>();
  private readonly attributes = new Set<string>();
  /** Names, CDATA sections and raw markup: no reference can help there when a charset lacks a character. */
  private literal = "";
  private readonly lineBreaks: LineBreaks;
  private readonly shortEmpty: boolean;

  constructor(options: XmlWriterOptions = {}) {
    this.lineBreaks = options.lineBreaks ?? "lf";
    this.shortEmpty = options.shortEmpty ?? false;
    if (options.declaration) this.out = `<?xml version="1.0" encoding="${options.declaration}"?>`;
  }

  /**
   * Opens an element. With `ns`, its prefix (or the default namespace) is declared here unless it is bound to that
   * already; without one, a default namespace in scope is taken back.
   *
   * @throws {@link XmlError} `XML_WRITE` for a name or a binding that XML does not allow.
   */
  start(local: string, ns = "", prefix = ""): this {
    this.closeTag();
    checkName(local);
    if (prefix !== "") checkName(prefix);
    const name = prefix === "" ? local : `${prefix}:${local}`;
    this.stack.push(name);
    this.literal += name;
    this.marks.push(this.prefixes.length);
    this.out += `<${name}`;
    this.open = true;
    this.use(prefix, ns);
    return this;
  }

  /**
   * Declares a prefix (`""` for the default namespace) on the element just opened, for QNames in values.
   *
   * @throws {@link XmlError} `XML_WRITE` when this element uses the prefix for something else.
   */
  declare(prefix: string, ns: string): this {
    this.needOpen();
    if (prefix !== "") checkName(prefix);
    const known = this.used.get(prefix);
    if (known !== undefined && known !== ns) {
      throw refusal(
        `prefix "${prefix}" means another namespace on this element`,
        `前缀“${prefix}”在此元素上已表示另一命名空间`,
      );
    }
    if (known === undefined || this.lookup(prefix) !== ns) this.bind(prefix, ns);
    this.used.set(prefix, ns);
    return this;
  }

  /**
   * Adds an attribute to the element just opened. With `ns`, `prefix` must be given, and is declared where needed.
   *
   * @throws {@link XmlError} `XML_WRITE` for a second attribute of this name.
   */
  attribute(local: string, value: string, ns = "", prefix = ""): this {
    this.needOpen();
    checkName(local);
    if (prefix !== "") checkName(prefix);
    if (prefix === "" && (ns !== "" || local === "xmlns"))
      throw refusal("an attribute in a namespace needs a prefix", "带命名空间的属性需要前缀");
    const key = `${local} ${ns}`;
    if (this.attributes.has(key)) throw refusal(`attribute ${local} stands twice`, `属性 ${local} 重复`);
    this.attributes.add(key);
    if (prefix !== "") this.use(prefix, ns);
    const name = prefix === "" ? local : `${prefix}:${local}`;
    this.literal += name;
    this.out += ` ${name}="${escapeAttribute(value)}"`;
    return this;
  }

  /** Adds text, escaped. */
  text(text: string): this {
    this.closeTag();
    this.out += escapeText(text, this.lineBreaks);
    return this;
  }

  /** Adds text in CDATA sections. CR cannot be kept in one: it is written between two, as a reference. */
  cdata(text: string): this {
    this.closeTag();
    checkChars(text);
    this.literal += text;
    this.out += `<![CDATA[${text.replace(/\]\]>/g, "]]]]><![CDATA[>").replace(/\r/g, "]]>&#13;<![CDATA[")}]]>`;
    return this;
  }

  /** Adds markup as it is: the caller answers for it. */
  raw(xml: string): this {
    this.closeTag();
    this.literal += xml;
    this.out += xml;
    return this;
  }

  /** Closes the innermost element. */
  end(): this {
    const name = this.stack.pop();
    if (name === undefined) throw refusal("there is no open element", "没有打开的元素");
    if (this.open && this.shortEmpty) {
      this.out += "/>";
      this.forget();
    } else {
      this.closeTag();
      this.out += `</${name}>`;
    }
    const mark = this.marks.pop() as number;
    this.prefixes.length = mark;
    this.uris.length = mark;
    return this;
  }

  /** Opens an element, writes its text, closes it. */
  element(local: string, text: string, ns = "", prefix = ""): this {
    return this.start(local, ns, prefix).text(text).end();
  }

  /**
   * What was written.
   *
   * @throws {@link XmlError} `XML_WRITE` while an element is open.
   */
  toString(): string {
    const top = this.stack.at(-1);
    if (top !== undefined) throw refusal(`<${top}> is still open`, `<${top}> 尚未关闭`);
    return this.out;
  }

  /**
   * What was written, as bytes. Characters of text and attribute values that the charset lacks become references.
   *
   * @throws {@link XmlError} `XML_WRITE` while an element is open; `XML_ENCODING` for a name, a CDATA section or raw
   *   markup with a character that the charset lacks.
   */
  toBytes(charset: OutputCharset = "UTF-8"): Uint8Array {
    const text = this.toString();
    if (charset === "UTF-8") return encodeText(text, charset);
    encodeText(this.literal, charset);
    return encodeText(text, charset, { unencodable: "reference" });
  }

  /** Makes `prefix` mean `ns` on the open start tag. */
  private use(prefix: string, ns: string): void {
    const known = this.used.get(prefix);
    if (known !== undefined && known !== ns)
      throw refusal(
        `prefix "${prefix}" means two namespaces on one element`,
        `前缀“${prefix}”在同一元素上表示两个命名空间`,
      );
    if (this.lookup(prefix) !== ns) this.bind(prefix, ns);
    else if (prefix !== "" && ns === "")
      throw refusal(`prefix ${prefix} needs a namespace`, `前缀 ${prefix} 需要命名空间`);
    this.used.set(prefix, ns);
  }

  private bind(prefix: string, ns: string): void {
    // Namespaces in XML 1.0, section 3: what may not be bound.
    if (prefix === "xmlns" || ns === XMLNS_NS || (prefix === "xml") !== (ns === XML_NS) || (prefix !== "" && ns === ""))
      throw refusal(`prefix "${prefix}" cannot be bound like this`, `前缀“${prefix}”不能这样绑定`);
    if (prefix === "xml") return;
    this.prefixes.push(prefix);
    this.uris.push(ns);
    this.literal += prefix;
    this.out += ` ${prefix === "" ? "xmlns" : `xmlns:${prefix}`}="${escapeAttribute(ns)}"`;
  }

  private lookup(prefix: string): string {
    for (let i = this.prefixes.length - 1; i >= 0; i--) {
      if (this.prefixes[i] === prefix) return this.uris[i] as string;
    }
    return prefix === "xml" ? XML_NS : "";
  }

  private closeTag(): void {
    if (!this.open) return;
    this.out += ">";
    this.forget();
  }

  private forget(): void {
    this.open = false;
    this.used.clear();
    if (this.attributes.size > 0) this.attributes.clear();
  }

  private needOpen(): void {
    if (!this.open) throw refusal("attributes must follow the start of an element", "属性必须紧跟在元素开始之后");
  }
}

const known = new Set<string>();

/** @throws {@link XmlError} `XML_WRITE` when `name` is no NCName. */
function checkName(name: string): void {
  if (known.has(name)) return;
  let first = true;
  for (const character of name) {
    const code = character.codePointAt(0) as number;
    if (first ? !isNameStart(code) : !isNameChar(code))
      throw refusal(`"${name.slice(0, 40)}" is no XML name`, `“${name.slice(0, 40)}”不是合法的 XML 名称`);
    first = false;
  }
  if (first) throw refusal("an empty name", "名称为空");
  if (known.size < 1000 && name.length < 100) known.add(name);
}

function refusal(message: string, messageZh: string): XmlError {
  return new XmlError("XML_WRITE", message, messageZh);
}
