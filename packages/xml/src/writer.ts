import { isNameChar, isNameStart } from "./chars.ts";
import { encodeText, type OutputCharset } from "./encode.ts";
import { XmlError } from "./errors.ts";
import { escapeAttribute, escapeText, type LineBreaks } from "./escape.ts";

export interface XmlWriterOptions {
  readonly lineBreaks?: LineBreaks;
  /** Writes `<?xml version="1.0" encoding="…"?>` first. */
  readonly declaration?: OutputCharset;
  /** Writes `<a/>` for an element without content; `<a></a>` by default, as canonical forms do. */
  readonly shortEmpty?: boolean;
}

/** Streaming writer: start tags stay open for attributes until content or an end comes. */
export class XmlWriter {
  #out = "";
  #open = false;
  #stack: { readonly name: string; readonly bindings: number }[] = [];
  #prefixes: string[] = [];
  #uris: string[] = [];
  #lineBreaks: LineBreaks;
  #shortEmpty: boolean;

  constructor(options: XmlWriterOptions = {}) {
    this.#lineBreaks = options.lineBreaks ?? "lf";
    this.#shortEmpty = options.shortEmpty ?? false;
    if (options.declaration) this.#out = `<?xml version="1.0" encoding="${options.declaration}"?>`;
  }

  /**
   * Opens an element. With `ns`, its prefix is declared here unless it is bound to that namespace already; without one, a
   * default namespace in scope is taken back.
   */
  start(local: string, ns = "", prefix = ""): this {
    this.#closeTag();
    checkName(local);
    if (prefix !== "") checkName(prefix);
    if (prefix !== "" && ns === "")
      throw new XmlError("XML_WRITE", `prefix ${prefix} needs a namespace`, `前缀 ${prefix} 需要命名空间`);
    const name = prefix === "" ? local : `${prefix}:${local}`;
    this.#stack.push({ name, bindings: this.#prefixes.length });
    this.#out += `<${name}`;
    this.#open = true;
    if (this.#lookup(prefix) !== ns) this.declare(prefix, ns);
    return this;
  }

  /** Declares a prefix on the element just opened. */
  declare(prefix: string, ns: string): this {
    this.#needOpen();
    this.#prefixes.push(prefix);
    this.#uris.push(ns);
    this.#out += ` ${prefix === "" ? "xmlns" : `xmlns:${prefix}`}="${escapeAttribute(ns)}"`;
    return this;
  }

  /** Adds an attribute to the element just opened; with `ns`, `prefix` must be given and is declared where needed. */
  attribute(local: string, value: string, ns = "", prefix = ""): this {
    this.#needOpen();
    checkName(local);
    if (ns !== "" && prefix === "")
      throw new XmlError("XML_WRITE", "an attribute in a namespace needs a prefix", "带命名空间的属性需要前缀");
    if (ns !== "" && prefix !== "xml" && this.#lookup(prefix) !== ns) this.declare(prefix, ns);
    this.#out += ` ${prefix === "" ? local : `${prefix}:${local}`}="${escapeAttribute(value)}"`;
    return this;
  }

  text(text: string): this {
    this.#closeTag();
    this.#out += escapeText(text, this.#lineBreaks);
    return this;
  }

  /** Adds markup as it is: the caller answers for it. */
  raw(xml: string): this {
    this.#closeTag();
    this.#out += xml;
    return this;
  }

  end(): this {
    const top = this.#stack.pop();
    if (!top) throw new XmlError("XML_WRITE", "there is no open element", "没有打开的元素");
    if (this.#open && this.#shortEmpty) this.#out += "/>";
    else {
      this.#closeTag();
      this.#out += `</${top.name}>`;
    }
    this.#open = false;
    this.#prefixes.length = top.bindings;
    this.#uris.length = top.bindings;
    return this;
  }

  /** Opens an element, writes its text, closes it. */
  element(local: string, text: string, ns = "", prefix = ""): this {
    return this.start(local, ns, prefix).text(text).end();
  }

  /** What was written. @throws {@link XmlError} `XML_WRITE` while an element is open. */
  toString(): string {
    const top = this.#stack.at(-1);
    if (top) throw new XmlError("XML_WRITE", `<${top.name}> is still open`, `<${top.name}> 尚未关闭`);
    return this.#out;
  }

  toBytes(charset: OutputCharset = "UTF-8"): Uint8Array {
    return encodeText(this.toString(), charset);
  }

  #lookup(prefix: string): string {
    for (let i = this.#prefixes.length - 1; i >= 0; i--)
      if (this.#prefixes[i] === prefix) return this.#uris[i] as string;
    return "";
  }

  #closeTag(): void {
    if (this.#open) this.#out += ">";
    this.#open = false;
  }

  #needOpen(): void {
    if (!this.#open)
      throw new XmlError("XML_WRITE", "attributes must follow the start of an element", "属性必须紧跟在元素开始之后");
  }
}

/** @throws {@link XmlError} `XML_WRITE` when `name` is no NCName. */
function checkName(name: string): void {
  let first = true;
  for (const character of name) {
    const code = character.codePointAt(0) as number;
    if (first ? !isNameStart(code) : !isNameChar(code)) {
      throw new XmlError(
        "XML_WRITE",
        `"${name.slice(0, 40)}" is no XML name`,
        `“${name.slice(0, 40)}”不是合法的 XML 名称`,
      );
    }
    first = false;
  }
  if (first) throw new XmlError("XML_WRITE", "an empty name", "名称为空");
}
