import { isNameChar, isNameStart, isSpace, isXmlChar } from "./chars.ts";
import { type DecodeOptions, decodeXml } from "./decode.ts";
import { XmlError, type XmlErrorCode } from "./errors.ts";
import { DEFAULT_LIMITS, type XmlLimits } from "./limits.ts";

/** End of the document. */
export const EOF = 0;
/** Start tag (also of an empty element). */
export const START = 1;
/** End tag (also of an empty element). */
export const END = 2;
/** Character data, entities resolved, CDATA sections joined in. */
export const TEXT = 3;
/** Only with `comments: true`. */
export const COMMENT = 4;
/** Only with `comments: true`. */
export const PI = 5;

export type XmlEvent = 0 | 1 | 2 | 3 | 4 | 5;

export const XML_NS = "http://www.w3.org/XML/1998/namespace";
export const XMLNS_NS = "http://www.w3.org/2000/xmlns/";

export interface XmlReaderOptions {
  readonly limits?: Partial<XmlLimits>;
  /** Charset from outside (HTTP); only for bytes. */
  readonly charset?: string | undefined;
  /** Gives comments and processing instructions as events; they are skipped otherwise, and texts around them joined. */
  readonly comments?: boolean;
  /** Prefixes in scope around the root, for a slice of a larger document. */
  readonly namespaces?: readonly (readonly [prefix: string, ns: string])[];
  /** Refuses processing instructions (SOAP forbids them). */
  readonly refusePi?: boolean;
}

/**
 * Strict pull reader for XML 1.0 (fifth edition) with Namespaces: no tree, one pass, one string.
 *
 * Call {@link next} until it gives {@link EOF}; the properties describe the current event. Document type declarations are
 * always refused. Anything malformed throws {@link XmlError} with its position, at the event where it stands.
 */
export class XmlReader {
  #text = "";
  #length = 0;
  #pos = 0;
  #limits: XmlLimits;
  #all: boolean;
  #refusePi: boolean;

  // Open elements.
  #names: string[] = [];
  #nss: string[] = [];
  #marks: number[] = [];
  #elements = 0;
  #pendingEnd = false;
  #rootSeen = false;

  // Namespace bindings, innermost last.
  #prefixes: string[] = [];
  #uris: string[] = [];

  // Attributes of the current start tag.
  #attNames: string[] = [];
  #attPrefixes: string[] = [];
  #attLocals: string[] = [];
  #attNss: string[] = [];
  #attValues: string[] = [];
  #attOffsets: number[] = [];

  /** Depth of the current event: the root's start, end and children have 1. */
  depth = 0;
  local = "";
  ns = "";
  prefix = "";
  /** Of a TEXT or COMMENT event; data of a PI. */
  text = "";
  /** Of a PI event. */
  target = "";
  attributeCount = 0;
  /** After START: whether the tag closed itself; the END event follows all the same. */
  isEmptyElement = false;
  /** Offset of the current event's first character. */
  startOffset = 0;

  constructor(input: string | Uint8Array, options: XmlReaderOptions = {}) {
    this.#limits = { ...DEFAULT_LIMITS, ...options.limits };
    this.#all = options.comments ?? false;
    this.#refusePi = options.refusePi ?? false;
    this.reset(input, options);
  }

  /** Starts over with another document, keeping limits. */
  reset(input: string | Uint8Array, options: Pick<XmlReaderOptions, "charset" | "namespaces"> = {}): void {
    if (typeof input === "string") {
      if (input.length > this.#limits.maxBytes) throw tooLarge(input.length, this.#limits.maxBytes);
      this.#text = input;
    } else {
      const decode: DecodeOptions = { charset: options.charset, maxBytes: this.#limits.maxBytes };
      this.#text = decodeXml(input, decode).text;
    }
    this.#length = this.#text.length;
    this.#pos = 0;
    this.#names.length = 0;
    this.#nss.length = 0;
    this.#marks.length = 0;
    this.#prefixes.length = 0;
    this.#uris.length = 0;
    this.#elements = 0;
    this.#pendingEnd = false;
    this.#rootSeen = false;
    this.depth = 0;
    this.attributeCount = 0;
    for (const [prefix, ns] of options.namespaces ?? []) {
      this.#prefixes.push(prefix);
      this.#uris.push(ns);
    }
    if (this.#text.charCodeAt(0) === 0xfeff) this.#pos = 1;
    this.#declaration();
  }

  /** Offset behind the current event: after START that of the content. */
  get offset(): number {
    return this.#pos;
  }

  /** The whole decoded text. */
  get source(): string {
    return this.#text;
  }

  /** Moves on to the next event. */
  next(): XmlEvent {
    this.attributeCount = 0;
    if (this.#pendingEnd) {
      this.#pendingEnd = false;
      return this.#close();
    }
    const text = this.#text;
    if (this.#names.length === 0) return this.#outside();
    this.startOffset = this.#pos;
    let collected = "";
    let any = false;
    for (;;) {
      if (this.#pos >= this.#length)
        this.#fail("XML_MALFORMED", `<${this.#names.at(-1)}> is not closed`, `<${this.#names.at(-1)}> 未闭合`);
      if (text.charCodeAt(this.#pos) !== 0x3c) {
        const piece = this.#characters();
        collected = any ? collected + piece : piece;
        any = true;
        if (collected.length > this.#limits.maxTextLength) this.#limit("text", "文本", this.#limits.maxTextLength);
        continue;
      }
      const second = text.charCodeAt(this.#pos + 1);
      if (second === 0x21) {
        if (text.startsWith("<![CDATA[", this.#pos)) {
          const piece = this.#cdata();
          collected = any ? collected + piece : piece;
          any = true;
          if (collected.length > this.#limits.maxTextLength) this.#limit("text", "文本", this.#limits.maxTextLength);
          continue;
        }
        if (this.#all && any) break;
        this.startOffset = this.#all ? this.#pos : this.startOffset;
        this.#comment();
        if (this.#all) return COMMENT;
        continue;
      }
      if (second === 0x3f) {
        if (this.#all && any) break;
        this.startOffset = this.#all ? this.#pos : this.startOffset;
        this.#instruction();
        if (this.#all) return PI;
        continue;
      }
      break;
    }
    // An empty CDATA section is no event.
    if (collected !== "") {
      this.text = collected;
      this.depth = this.#names.length;
      return TEXT;
    }
    this.startOffset = this.#pos;
    if (text.charCodeAt(this.#pos + 1) === 0x2f) {
      this.#endTag();
      return this.#close();
    }
    this.#startTag();
    return START;
  }

  /** Local name of attribute `index`. Namespace declarations are no attributes. */
  attributeLocal(index: number): string {
    return this.#attLocals[index] as string;
  }

  attributeNs(index: number): string {
    return this.#attNss[index] as string;
  }

  attributePrefix(index: number): string {
    return this.#attPrefixes[index] as string;
  }

  attributeValue(index: number): string {
    return this.#attValues[index] as string;
  }

  /** Offset of the attribute's name. */
  attributeOffset(index: number): number {
    return this.#attOffsets[index] as number;
  }

  /** Value of the attribute, `undefined` when it is absent. */
  attribute(ns: string, local: string): string | undefined {
    for (let i = 0; i < this.attributeCount; i++) {
      if (this.#attLocals[i] === local && this.#attNss[i] === ns) return this.#attValues[i];
    }
    return undefined;
  }

  /** Namespace of `prefix` in scope; `""` for the default one gives `""` where none is declared. */
  lookupNamespace(prefix: string): string | undefined {
    for (let i = this.#prefixes.length - 1; i >= 0; i--) {
      if (this.#prefixes[i] === prefix) return this.#uris[i] as string;
    }
    if (prefix === "xml") return XML_NS;
    return prefix === "" ? "" : undefined;
  }

  /** All bindings in scope, outermost first, one for each prefix; an undeclared default namespace is left out. */
  namespaces(): [prefix: string, ns: string][] {
    const found = new Map<string, string>();
    for (let i = 0; i < this.#prefixes.length; i++) found.set(this.#prefixes[i] as string, this.#uris[i] as string);
    return [...found].filter(([prefix, ns]) => prefix !== "" || ns !== "");
  }

  /** Bindings declared on the current start tag itself. */
  declarations(): [prefix: string, ns: string][] {
    const found: [string, string][] = [];
    for (let i = this.#marks.at(-1) ?? 0; i < this.#prefixes.length; i++)
      found.push([this.#prefixes[i] as string, this.#uris[i] as string]);
    return found;
  }

  /** Qualified name of the current start or end tag, as written. */
  get qname(): string {
    return this.prefix === "" ? this.local : `${this.prefix}:${this.local}`;
  }

  /** Line and column of an offset, by default of the current event. */
  position(offset: number = this.startOffset): { line: number; column: number } {
    return linePosition(this.#text, offset);
  }

  /** From a START event to behind the matching END. */
  skip(): void {
    const depth = this.depth;
    for (;;) {
      if (this.next() === END && this.depth === depth) return;
    }
  }

  /** At a START event: the element's text, up to and including its END. An element inside is an error. */
  readText(): string {
    let text = "";
    for (;;) {
      const event = this.next();
      if (event === TEXT) text = text === "" ? this.text : text + this.text;
      else if (event === END) return text;
      else if (event === START) {
        this.#failAt(
          this.startOffset,
          "XML_UNEXPECTED",
          `<${this.qname}> where only text is expected`,
          `此处只应有文本,出现了元素 <${this.qname}>`,
        );
      }
    }
  }

  // ---- outside the root

  #outside(): XmlEvent {
    const text = this.#text;
    for (;;) {
      while (this.#pos < this.#length && isSpace(text.charCodeAt(this.#pos))) this.#pos++;
      this.startOffset = this.#pos;
      if (this.#pos >= this.#length) {
        if (!this.#rootSeen) this.#fail("XML_MALFORMED", "there is no root element", "没有根元素");
        this.depth = 0;
        return EOF;
      }
      if (text.charCodeAt(this.#pos) !== 0x3c)
        this.#fail("XML_MALFORMED", "text outside the root element", "根元素之外出现文本");
      const second = text.charCodeAt(this.#pos + 1);
      if (second === 0x21) {
        this.#comment();
        if (this.#all) return COMMENT;
      } else if (second === 0x3f) {
        this.#instruction();
        if (this.#all) return PI;
      } else if (second === 0x2f)
        this.#fail("XML_MALFORMED", "an end tag without start tag", "结束标签没有对应的开始标签");
      else {
        if (this.#rootSeen) this.#fail("XML_MALFORMED", "a second root element", "出现第二个根元素");
        this.#rootSeen = true;
        this.#startTag();
        return START;
      }
    }
  }

  #declaration(): void {
    const text = this.#text;
    if (!text.startsWith("<?xml", this.#pos) || !isSpace(text.charCodeAt(this.#pos + 5))) return;
    const end = text.indexOf("?>", this.#pos);
    const content = end < 0 || end - this.#pos > 1024 ? "" : text.slice(this.#pos + 5, end);
    if (
      !/^[ \t\r\n]+version[ \t\r\n]*=[ \t\r\n]*(?:"1\.[0-9]+"|'1\.[0-9]+')(?:[ \t\r\n]+encoding[ \t\r\n]*=[ \t\r\n]*(?:"[A-Za-z][A-Za-z0-9._-]*"|'[A-Za-z][A-Za-z0-9._-]*'))?(?:[ \t\r\n]+standalone[ \t\r\n]*=[ \t\r\n]*(?:"(?:yes|no)"|'(?:yes|no)'))?[ \t\r\n]*$/.test(
        content,
      )
    ) {
      this.#fail("XML_MALFORMED", "the XML declaration is malformed", "XML 声明格式错误");
    }
    this.#pos = end + 2;
  }

  // ---- markup

  #comment(): void {
    const text = this.#text;
    const start = this.#pos;
    if (!text.startsWith("<!--", start)) {
      if (text.startsWith("<!DOCTYPE", start))
        this.#fail("XML_DTD", "a document type declaration is not accepted", "不接受文档类型声明 (DOCTYPE)");
      this.#fail("XML_MALFORMED", "unknown markup after <!", "<! 之后的标记无法识别");
    }
    const end = text.indexOf("--", start + 4);
    if (end < 0) this.#fail("XML_MALFORMED", "a comment is not closed", "注释未闭合");
    if (text.charCodeAt(end + 2) !== 0x3e)
      this.#failAt(end, "XML_MALFORMED", '"--" inside a comment', "注释中出现“--”");
    this.#checkChars(start + 4, end);
    if (this.#all) this.text = normaliseLines(text.slice(start + 4, end));
    this.depth = this.#names.length;
    this.#pos = end + 3;
  }

  #instruction(): void {
    const text = this.#text;
    const start = this.#pos;
    if (this.#refusePi)
      this.#fail("XML_MALFORMED", "a processing instruction is not accepted here", "此处不接受处理指令");
    const nameEnd = this.#nameEnd(start + 2);
    const target = text.slice(start + 2, nameEnd);
    if (target === "") this.#fail("XML_MALFORMED", "a processing instruction without target", "处理指令缺少名称");
    if (target.toLowerCase() === "xml")
      this.#fail("XML_MALFORMED", "an XML declaration that does not stand at the very start", "XML 声明不在文档开头");
    const end = text.indexOf("?>", nameEnd);
    if (end < 0) this.#fail("XML_MALFORMED", "a processing instruction is not closed", "处理指令未闭合");
    if (end > nameEnd && !isSpace(text.charCodeAt(nameEnd))) {
      // A colon is a name character in XML 1.0 but not allowed here under Namespaces.
      if (text.charCodeAt(nameEnd) === 0x3a)
        this.#fail("XML_NAMESPACE", "a colon in the target of a processing instruction", "处理指令名称中出现冒号");
      this.#fail("XML_MALFORMED", "white space is missing after the target", "处理指令名称之后缺少空白");
    }
    this.#checkChars(nameEnd, end);
    if (this.#all) {
      this.target = target;
      let from = nameEnd;
      while (from < end && isSpace(text.charCodeAt(from))) from++;
      this.text = normaliseLines(text.slice(from, end));
    }
    this.depth = this.#names.length;
    this.#pos = end + 2;
  }

  #cdata(): string {
    const text = this.#text;
    const start = this.#pos + 9;
    const end = text.indexOf("]]>", start);
    if (end < 0) this.#fail("XML_MALFORMED", "a CDATA section is not closed", "CDATA 未闭合");
    this.#checkChars(start, end);
    this.#pos = end + 3;
    return normaliseLines(text.slice(start, end));
  }

  /** Character data up to the next `<`. */
  #characters(): string {
    const text = this.#text;
    const length = this.#length;
    const start = this.#pos;
    let i = start;
    let special = false;
    for (; i < length; i++) {
      const c = text.charCodeAt(i);
      if (c === 0x3c) break;
      if (c >= 0x20 && c < 0xd800) {
        if (c === 0x26) special = true;
        else if (c === 0x5d && text.charCodeAt(i + 1) === 0x5d && text.charCodeAt(i + 2) === 0x3e) {
          this.#failAt(i, "XML_MALFORMED", '"]]>" in character data', "文本中出现“]]>”");
        }
        continue;
      }
      if (c === 0x0a || c === 0x09) continue;
      if (c === 0x0d) special = true;
      else i = this.#checkHigh(i, c);
    }
    this.#pos = i;
    const piece = text.slice(start, i);
    return special ? this.#resolve(piece, start, false) : piece;
  }

  /** Resolves references and line ends; in attribute values white space becomes spaces as well. */
  #resolve(piece: string, start: number, attribute: boolean): string {
    let out = "";
    let from = 0;
    for (let i = 0; i < piece.length; i++) {
      const c = piece.charCodeAt(i);
      if (c === 0x26) {
        const end = piece.indexOf(";", i + 1);
        // The longest reference that means anything is short; a missing semicolon must not cost a search each.
        if (end < 0 || end - i > 64)
          this.#failAt(start + i, "XML_MALFORMED", "& without a reference", "& 没有构成引用");
        out += piece.slice(from, i) + this.#reference(piece.slice(i + 1, end), start + i);
        i = end;
        from = end + 1;
      } else if (c === 0x0d) {
        out += piece.slice(from, i) + (attribute ? " " : "\n");
        if (piece.charCodeAt(i + 1) === 0x0a) i++;
        from = i + 1;
      } else if (attribute && (c === 0x0a || c === 0x09)) {
        out += `${piece.slice(from, i)} `;
        from = i + 1;
      }
    }
    return out + piece.slice(from);
  }

  #reference(name: string, offset: number): string {
    switch (name) {
      case "lt":
        return "<";
      case "gt":
        return ">";
      case "amp":
        return "&";
      case "quot":
        return '"';
      case "apos":
        return "'";
    }
    const digits = /^#(?:x([0-9a-fA-F]+)|([0-9]+))$/.exec(name);
    if (digits) {
      const code = digits[1] === undefined ? Number.parseInt(digits[2] as string, 10) : Number.parseInt(digits[1], 16);
      if (!isXmlChar(code))
        this.#failAt(offset, "XML_MALFORMED", `&${name}; is no character of XML`, `&${name}; 不是 XML 允许的字符`);
      return String.fromCodePoint(code);
    }
    return this.#failAt(
      offset,
      "XML_MALFORMED",
      `entity &${name.slice(0, 20)}; is not declared`,
      `实体 &${name.slice(0, 20)}; 未声明`,
    );
  }

  #startTag(): void {
    const text = this.#text;
    const limits = this.#limits;
    const start = this.#pos;
    const nameStart = start + 1;
    const nameEnd = this.#qnameEnd(nameStart, "element name", "元素名");
    const name = text.slice(nameStart, nameEnd);
    if (++this.#elements > limits.maxElements) this.#limit("elements", "元素个数", limits.maxElements);
    if (this.#names.length >= limits.maxDepth) {
      this.#fail(
        "XML_TOO_DEEP",
        `elements are nested deeper than ${limits.maxDepth} (maxDepth)`,
        `元素嵌套超过 ${limits.maxDepth} 层(maxDepth)`,
      );
    }
    this.#marks.push(this.#prefixes.length);
    let count = 0;
    let declared = 0;
    let pos = nameEnd;
    let empty = false;
    for (;;) {
      const before = pos;
      while (isSpace(text.charCodeAt(pos))) pos++;
      const c = text.charCodeAt(pos);
      if (c === 0x3e) {
        pos++;
        break;
      }
      if (c === 0x2f) {
        if (text.charCodeAt(pos + 1) !== 0x3e) this.#failAt(pos, "XML_MALFORMED", '"/" without ">"', "“/”之后缺少“>”");
        pos += 2;
        empty = true;
        break;
      }
      if (pos >= this.#length)
        this.#fail("XML_MALFORMED", `the tag <${name.slice(0, 40)} is not closed`, `标签 <${name.slice(0, 40)} 未闭合`);
      if (pos === before)
        this.#failAt(pos, "XML_MALFORMED", "white space is missing before an attribute", "属性之前缺少空白");
      if (count + declared >= limits.maxAttributes) this.#limit("attributes", "属性个数", limits.maxAttributes);
      const attStart = pos;
      pos = this.#qnameEnd(pos, "attribute name", "属性名");
      const attName = text.slice(attStart, pos);
      while (isSpace(text.charCodeAt(pos))) pos++;
      if (text.charCodeAt(pos) !== 0x3d)
        this.#failAt(
          pos,
          "XML_MALFORMED",
          `"=" is missing after attribute ${attName.slice(0, 40)}`,
          `属性 ${attName.slice(0, 40)} 之后缺少“=”`,
        );
      pos++;
      while (isSpace(text.charCodeAt(pos))) pos++;
      const quote = text.charCodeAt(pos);
      if (quote !== 0x22 && quote !== 0x27)
        this.#failAt(pos, "XML_MALFORMED", "an attribute value without quotes", "属性值没有引号");
      const valueStart = ++pos;
      let special = false;
      for (; ; pos++) {
        if (pos >= this.#length)
          this.#failAt(valueStart, "XML_MALFORMED", "an attribute value is not closed", "属性值未闭合");
        const v = text.charCodeAt(pos);
        if (v === quote) break;
        if (v >= 0x20 && v < 0xd800) {
          if (v === 0x26) special = true;
          else if (v === 0x3c) this.#failAt(pos, "XML_MALFORMED", '"<" in an attribute value', "属性值中出现“<”");
        } else if (v === 0x0a || v === 0x09 || v === 0x0d) special = true;
        else pos = this.#checkHigh(pos, v);
      }
      if (pos - valueStart > limits.maxTextLength) this.#limit("attribute value", "属性值", limits.maxTextLength);
      const raw = text.slice(valueStart, pos);
      const value = special ? this.#resolve(raw, valueStart, true) : raw;
      pos++;
      const colon = attName.indexOf(":");
      const prefix = colon < 0 ? "" : attName.slice(0, colon);
      if (attName === "xmlns" || prefix === "xmlns") {
        this.#declare(colon < 0 ? "" : attName.slice(colon + 1), value, attStart);
        declared++;
        continue;
      }
      this.#attNames[count] = attName;
      this.#attPrefixes[count] = prefix;
      this.#attLocals[count] = colon < 0 ? attName : attName.slice(colon + 1);
      this.#attValues[count] = value;
      this.#attOffsets[count] = attStart;
      count++;
    }
    this.#pos = pos;
    this.isEmptyElement = empty;
    this.#pendingEnd = empty;
    this.attributeCount = count;
    this.#setName(name, nameStart);
    this.#names.push(name);
    this.#nss.push(this.ns);
    this.depth = this.#names.length;
    if (count > 0) this.#resolveAttributes(count);
  }

  #resolveAttributes(count: number): void {
    for (let i = 0; i < count; i++) {
      const prefix = this.#attPrefixes[i] as string;
      let ns = "";
      if (prefix !== "") {
        const found = this.lookupNamespace(prefix);
        if (found === undefined || found === "") {
          return this.#failAt(
            this.#attOffsets[i] as number,
            "XML_NAMESPACE",
            `prefix ${prefix.slice(0, 40)} is not declared`,
            `前缀 ${prefix.slice(0, 40)} 未声明`,
          );
        }
        ns = found;
      }
      this.#attNss[i] = ns;
    }
    if (count === 1) return;
    if (count <= 8) {
      for (let i = 1; i < count; i++) {
        for (let j = 0; j < i; j++) {
          if (this.#attLocals[i] === this.#attLocals[j] && this.#attNss[i] === this.#attNss[j]) this.#duplicate(i, j);
        }
      }
      return;
    }
    // Many attributes: a map keeps the check linear.
    const seen = new Map<string, number>();
    for (let i = 0; i < count; i++) {
      const key = `${this.#attNss[i]}\n${this.#attLocals[i]}`;
      const other = seen.get(key);
      if (other !== undefined) this.#duplicate(i, other);
      seen.set(key, i);
    }
  }

  #duplicate(index: number, other: number): never {
    const name = (this.#attNames[index] as string).slice(0, 40);
    const code = this.#attNames[index] === this.#attNames[other] ? "XML_MALFORMED" : "XML_NAMESPACE";
    return this.#failAt(this.#attOffsets[index] as number, code, `attribute ${name} stands twice`, `属性 ${name} 重复`);
  }

  #declare(prefix: string, uri: string, offset: number): void {
    const mark = this.#marks.at(-1) as number;
    for (let i = mark; i < this.#prefixes.length; i++) {
      if (this.#prefixes[i] === prefix)
        this.#failAt(offset, "XML_MALFORMED", `prefix "${prefix}" is declared twice`, `前缀“${prefix}”重复声明`);
    }
    const wrong =
      prefix === "xmlns" ||
      uri === XMLNS_NS ||
      (prefix === "xml") !== (uri === XML_NS) ||
      (prefix !== "" && uri === "");
    if (wrong)
      this.#failAt(
        offset,
        "XML_NAMESPACE",
        `prefix "${prefix}" cannot be bound like this`,
        `前缀“${prefix}”不能这样绑定`,
      );
    this.#prefixes.push(prefix);
    this.#uris.push(uri);
  }

  #setName(name: string, offset: number): void {
    const colon = name.indexOf(":");
    if (colon < 0) {
      this.prefix = "";
      this.local = name;
      this.ns = this.#prefixes.length === 0 ? "" : (this.lookupNamespace("") as string);
      return;
    }
    const prefix = name.slice(0, colon);
    const ns = this.lookupNamespace(prefix);
    if (ns === undefined || prefix === "xmlns") {
      return this.#failAt(
        offset,
        "XML_NAMESPACE",
        `prefix ${prefix.slice(0, 40)} is not declared`,
        `前缀 ${prefix.slice(0, 40)} 未声明`,
      );
    }
    this.prefix = prefix;
    this.local = name.slice(colon + 1);
    this.ns = ns;
  }

  #endTag(): void {
    const text = this.#text;
    const name = this.#names.at(-1) as string;
    const start = this.#pos + 2;
    let pos = start + name.length;
    const next = text.charCodeAt(pos);
    if (!text.startsWith(name, start) || (next !== 0x3e && !isSpace(next))) {
      this.#fail(
        "XML_MALFORMED",
        `<${name.slice(0, 40)}> is closed by another end tag`,
        `<${name.slice(0, 40)}> 的结束标签不匹配`,
      );
    }
    while (isSpace(text.charCodeAt(pos))) pos++;
    if (text.charCodeAt(pos) !== 0x3e)
      this.#failAt(pos, "XML_MALFORMED", '">" is missing in an end tag', "结束标签缺少“>”");
    this.#pos = pos + 1;
  }

  /** Leaves the innermost element; its name becomes the current one. */
  #close(): XmlEvent {
    this.depth = this.#names.length;
    const name = this.#names.pop() as string;
    this.ns = this.#nss.pop() as string;
    const colon = name.indexOf(":");
    this.prefix = colon < 0 ? "" : name.slice(0, colon);
    this.local = colon < 0 ? name : name.slice(colon + 1);
    const mark = this.#marks.pop() as number;
    this.#prefixes.length = mark;
    this.#uris.length = mark;
    this.isEmptyElement = false;
    return END;
  }

  // ---- characters

  /** Offset behind the NCName at `pos`; equal to `pos` when there is none. */
  #nameEnd(pos: number): number {
    const text = this.#text;
    let code = text.charCodeAt(pos);
    if (code >= 0xd800 && code <= 0xdbff) code = text.codePointAt(pos) as number;
    if (!isNameStart(code)) return pos;
    const limit = pos + this.#limits.maxNameLength;
    pos += code > 0xffff ? 2 : 1;
    for (;;) {
      code = text.charCodeAt(pos);
      if (code >= 0xd800 && code <= 0xdbff) code = text.codePointAt(pos) as number;
      if (!isNameChar(code)) return pos;
      pos += code > 0xffff ? 2 : 1;
      if (pos > limit) this.#limit("name", "名称", this.#limits.maxNameLength);
    }
  }

  #qnameEnd(pos: number, what: string, whatZh: string): number {
    let end = this.#nameEnd(pos);
    if (end === pos) {
      if (this.#text.charCodeAt(pos) === 0x3a)
        this.#failAt(pos, "XML_NAMESPACE", `${what} starts with a colon`, `${whatZh}以冒号开头`);
      this.#failAt(pos, "XML_MALFORMED", `${what} expected`, `此处应为${whatZh}`);
    }
    if (this.#text.charCodeAt(end) === 0x3a) {
      const local = end + 1;
      end = this.#nameEnd(local);
      if (end === local || this.#text.charCodeAt(end) === 0x3a)
        this.#failAt(pos, "XML_NAMESPACE", `${what} is no qualified name`, `${whatZh}不是合法的限定名`);
    }
    return end;
  }

  /** Checks a character outside U+0020–U+D7FF; gives the index of its last unit. */
  #checkHigh(index: number, code: number): number {
    if (code >= 0xe000 && code <= 0xfffd) return index;
    if (code >= 0xd800 && code <= 0xdbff) {
      const low = this.#text.charCodeAt(index + 1);
      if (low >= 0xdc00 && low <= 0xdfff) return index + 1;
    }
    const hex = code.toString(16).toUpperCase().padStart(4, "0");
    return this.#failAt(index, "XML_MALFORMED", `character U+${hex} is not allowed`, `不允许的字符 U+${hex}`);
  }

  #checkChars(from: number, to: number): void {
    const text = this.#text;
    for (let i = from; i < to; i++) {
      const c = text.charCodeAt(i);
      if ((c >= 0x20 && c < 0xd800) || c === 0x0a || c === 0x09 || c === 0x0d) continue;
      i = this.#checkHigh(i, c);
    }
  }

  // ---- errors

  #limit(what: string, whatZh: string, limit: number): never {
    return this.#fail("XML_LIMIT", `${what}: the limit is ${limit}`, `${whatZh}超过上限 ${limit}`);
  }

  #fail(code: XmlErrorCode, message: string, messageZh: string): never {
    return this.#failAt(Math.min(this.#pos, this.#length), code, message, messageZh);
  }

  #failAt(offset: number, code: XmlErrorCode, message: string, messageZh: string): never {
    const { line, column } = linePosition(this.#text, offset);
    throw new XmlError(
      code,
      `${message} (line ${line}, column ${column})`,
      `${messageZh}(第 ${line} 行第 ${column} 列)`,
      { offset, line, column },
    );
  }
}

/** Literal line ends as a parser gives them: CR LF and CR become LF. */
function normaliseLines(text: string): string {
  return text.includes("\r") ? text.replace(/\r\n?/g, "\n") : text;
}

/** Line and column, from 1, of an offset. */
export function linePosition(text: string, offset: number): { line: number; column: number } {
  let line = 1;
  let start = 0;
  for (let i = text.indexOf("\n"); i >= 0 && i < offset; i = text.indexOf("\n", i + 1)) {
    line++;
    start = i + 1;
  }
  return { line, column: offset - start + 1 };
}

function tooLarge(size: number, limit: number): XmlError {
  return new XmlError(
    "XML_TOO_LARGE",
    `the document has ${size} characters, the limit is ${limit} (maxBytes)`,
    `文档有 ${size} 个字符,上限为 ${limit}(maxBytes)`,
  );
}
