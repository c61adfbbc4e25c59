import { isNameChar, isNameStart, isSpace, NAME_CLASS, NAME_PART, NAME_START, VALUE_STOP } from "./chars.ts";
import { borrowCodes, type Codes, NO_CODES, returnCodes } from "./codes.ts";
import { decodeXml, USUAL_DECLARATION } from "./decode.ts";
import { XmlError, type XmlErrorCode } from "./errors.ts";
import {
  COMMENT,
  END,
  EOF,
  PI,
  START,
  TEXT,
  XML_NS,
  XMLNS_NS,
  type XmlEvent,
  type XmlReaderOptions,
} from "./events.ts";
import { DEFAULT_LIMITS, type XmlLimits } from "./limits.ts";
import { LineCounter, type LinePosition } from "./lines.ts";
import { type Binding, borrowNames, type Name, type NameTable, NO_NAMES, returnNames } from "./names.ts";
import { own } from "./own.ts";
import { resolve } from "./references.ts";
import { endsName, forbiddenIn, highSize, isBlank, matches, plainEnd } from "./scan.ts";
import { clip, show } from "./shown.ts";

const DECLARATION =
  /^[ \t\r\n]+version[ \t\r\n]*=[ \t\r\n]*(?:"1\.[0-9]+"|'1\.[0-9]+')(?:[ \t\r\n]+encoding[ \t\r\n]*=[ \t\r\n]*(?:"[A-Za-z][A-Za-z0-9._-]*"|'[A-Za-z][A-Za-z0-9._-]*'))?(?:[ \t\r\n]+standalone[ \t\r\n]*=[ \t\r\n]*(?:"(?:yes|no)"|'(?:yes|no)'))?[ \t\r\n]*$/;

/**
 * Strict pull reader for XML 1.0 (fifth edition) with Namespaces in XML 1.0 (third edition): no tree, one pass.
 *
 * Call {@link next} until it gives {@link EOF}; the properties describe the current event. Document type declarations
 * are always refused. Anything malformed throws {@link XmlError} with its position, at the event where it stands; after
 * an error only {@link reset} is of use. Keep one reader and {@link reset} it: it remembers names.
 *
 * How it is fast: the document is scanned once, as an array of UTF-16 units; text is cut out only when asked for; each
 * start tag is first compared with the one that stood there the last time; names and namespaces are kept once.
 */
export class XmlReader {
  private readonly limits: XmlLimits;
  private readonly all: boolean;
  private readonly refusePi: boolean;
  private readonly fragment: boolean;
  private readonly slices: boolean;
  private names: NameTable = NO_NAMES;

  private input = "";
  /** The same in UTF-16 units, with a 0 behind. */
  private codes: Codes = NO_CODES;
  private pos = 0;
  private lines: LineCounter | undefined = undefined;

  // Open elements, and how many declarations stood before each.
  private readonly stack: Name[] = [];
  private readonly marks: number[] = [];
  private open = 0;
  private elements = 0;
  private pendingEnd = false;
  private rootSeen = false;

  // Declarations in scope: what was bound, and to what the prefix was bound before.
  private readonly bound: Binding[] = [];
  private readonly before: (string | undefined)[] = [];

  /** Element of the last tag, and which tag it was, for the guess at the next one. */
  private current: Name = NO_NAMES.start;
  private wasStart = false;

  private attributeNames: Name[] = [];
  private attributeValues: string[] = [];
  private attributeStarts: number[] = [];
  private valuePlain = true;

  /** -1: the text is not a piece of the source. */
  private textStart = -1;
  private textEnd = 0;
  /** `undefined`: not cut out yet. */
  private textValue: string | undefined = "";

  /** Depth of the current event: the root's start, end and content have 1. */
  depth = 0;
  /** Namespace name of the current start or end tag, `""` for none. */
  ns = "";
  /** Target of a processing instruction. */
  target = "";
  /** Attributes of the current start tag, namespace declarations not counted. */
  attributeCount = 0;
  /** After START: whether the tag closed itself; the END event follows all the same. */
  isEmptyElement = false;
  /** Offset of the current event's first character. */
  startOffset = 0;

  /**
   * @param input - Text, or bytes that are decoded as {@link decodeXml} does.
   * @throws {@link XmlError} `XML_ENCODING`, `XML_TOO_LARGE`, `XML_MALFORMED` in the XML declaration.
   */
  constructor(input: string | Uint8Array, options: XmlReaderOptions = {}) {
    this.limits = { ...DEFAULT_LIMITS, ...options.limits };
    this.all = options.comments ?? false;
    this.refusePi = options.refusePi ?? false;
    this.fragment = options.fragment ?? false;
    this.slices = options.slices ?? false;
    this.reset(input, options);
  }

  /** Starts over with another document. Limits and the other options stay as they are. */
  reset(input: string | Uint8Array, options: Pick<XmlReaderOptions, "charset" | "namespaces"> = {}): void {
    this.release();
    if (typeof input === "string") {
      if (input.length > this.limits.maxBytes) throw tooLarge(input.length, this.limits.maxBytes);
      this.input = input;
      this.codes = borrowCodes(input);
    } else {
      const { text, encoding } = decodeXml(input, { charset: options.charset, maxBytes: this.limits.maxBytes });
      this.input = text;
      this.codes = borrowCodes(text, encoding === "UTF-8" ? input : undefined);
    }
    this.names = borrowNames();
    this.current = this.names.start;
    for (const [prefix, ns] of options.namespaces ?? []) {
      if (prefix === "xml" || prefix === "xmlns" || (prefix !== "" && ns === "")) continue;
      this.bind(this.names.binding(prefix), this.names.uri(ns));
    }
    this.marks[0] = this.bound.length;
    // Decoded bytes have lost their mark already.
    if (typeof input === "string" && this.codes[0] === 0xfeff) this.pos = 1;
    if (this.input.startsWith(USUAL_DECLARATION)) this.pos = USUAL_DECLARATION.length;
    else if (this.input.startsWith("<?xml", this.pos) && isSpace(this.codes[this.pos + 5] as number))
      this.declaration();
  }

  /** Lets go of the document; only {@link reset} is of use afterwards. For readers that wait for the next message. */
  release(): void {
    this.giveBack();
    this.input = "";
    this.lines = undefined;
    this.pos = 0;
    this.open = 0;
    this.elements = 0;
    this.pendingEnd = false;
    this.rootSeen = false;
    this.wasStart = false;
    this.depth = 0;
    this.attributeCount = 0;
    this.attributeValues.fill("");
    this.textStart = -1;
    this.textValue = "";
    this.isEmptyElement = false;
    this.startOffset = 0;
    this.ns = "";
    this.target = "";
    this.current = NO_NAMES.start;
  }

  /** What other readers can use. At the end of a document this reader needs it no more. */
  private giveBack(): void {
    this.unbind(0);
    returnNames(this.names);
    this.names = NO_NAMES;
    returnCodes(this.codes);
    this.codes = NO_CODES;
  }

  /** Local name of the current start or end tag. */
  get local(): string {
    return this.current.local;
  }

  /** Prefix of the current start or end tag, `""` for none. */
  get prefix(): string {
    return this.current.prefix;
  }

  /** Name of the current start or end tag as written. */
  get qname(): string {
    return this.current.qname;
  }

  /** Text of a TEXT or COMMENT event; data of a PI. */
  get text(): string {
    return this.textValue ?? (this.textValue = this.cut(this.textStart, this.textEnd));
  }

  /** Whether the current text is white space only, without cutting it out. */
  get isWhitespace(): boolean {
    if (this.textValue !== undefined) return isBlank(this.textValue, 0, this.textValue.length);
    return isBlank(this.input, this.textStart, this.textEnd);
  }

  /** Whether the current text stands in the source exactly like this, between `startOffset` and `offset`. */
  get isVerbatim(): boolean {
    return this.textStart >= 0;
  }

  /** Offset behind the current event: after START that of the content. */
  get offset(): number {
    return this.pos;
  }

  /** After START: offset of the element's content. */
  get contentOffset(): number {
    return this.pos;
  }

  /** The whole decoded text; all offsets count its UTF-16 units. */
  get source(): string {
    return this.input;
  }

  /** Moves on to the next event. */
  next(): XmlEvent {
    this.attributeCount = 0;
    if (this.pendingEnd) {
      this.pendingEnd = false;
      this.startOffset = this.pos;
      return this.close();
    }
    if (this.open === 0) return this.outside();
    const { codes, pos } = this;
    if (codes[pos] !== 0x3c) return this.characters();
    const second = codes[pos + 1];
    if (second === 0x2f) return this.endTag();
    if (second === 0x21 || second === 0x3f) return this.markup();
    return this.startTag();
  }

  /**
   * Moves on to the next start or end tag, over white space. For content that holds elements only.
   *
   * @throws {@link XmlError} `XML_UNEXPECTED` for text.
   */
  nextTag(): 0 | 1 | 2 {
    for (;;) {
      const event = this.next();
      if (event <= END) return event as 0 | 1 | 2;
      if (event !== TEXT || this.isWhitespace) continue;
      this.fail(
        this.startOffset,
        "XML_UNEXPECTED",
        "text where only elements are expected",
        "此处只应有元素，出现了文本",
      );
    }
  }

  /** Local name of attribute `index`. */
  attributeLocal(index: number): string {
    return this.attributeAt(index).local;
  }

  /** Namespace name of attribute `index`, `""` for none. */
  attributeNs(index: number): string {
    const name = this.attributeAt(index);
    return name.prefix === "" ? "" : (name.binding.uri as string);
  }

  /** Prefix of attribute `index`, `""` for none. */
  attributePrefix(index: number): string {
    return this.attributeAt(index).prefix;
  }

  /** Normalised value of attribute `index`. */
  attributeValue(index: number): string {
    this.attributeAt(index);
    return this.attributeValues[index] as string;
  }

  /** Offset of the name of attribute `index`. */
  attributeOffset(index: number): number {
    this.attributeAt(index);
    return this.attributeStarts[index] as number;
  }

  /** Value of the attribute, `undefined` when it is absent. */
  attribute(ns: string, local: string): string | undefined {
    for (let i = 0; i < this.attributeCount; i++) {
      const name = this.attributeNames[i] as Name;
      if (name.local === local && (name.prefix === "" ? "" : name.binding.uri) === ns) return this.attributeValues[i];
    }
    return undefined;
  }

  /** Namespace of `prefix` in scope; `""` asks for the default one and gives `""` where none is declared. */
  lookupNamespace(prefix: string): string | undefined {
    return this.names.find(prefix)?.uri;
  }

  /** All bindings in scope, outermost first, one a prefix; without `xml`, and without an undeclared default namespace. */
  namespaces(): [prefix: string, ns: string][] {
    const found = new Map<string, string>();
    for (const { prefix, uri } of this.bound) if (uri !== undefined) found.set(prefix, uri);
    if (found.get("") === "") found.delete("");
    return [...found];
  }

  /** Bindings declared on the current start tag itself. */
  declarations(): [prefix: string, ns: string][] {
    const found: [string, string][] = [];
    for (let i = this.marks[this.open] as number; i < this.bound.length; i++) {
      const { prefix, uri } = this.bound[i] as Binding;
      found.push([prefix, uri as string]);
    }
    return found;
  }

  /** Line and column of an offset, by default of the current event. */
  position(offset: number = this.startOffset): LinePosition {
    this.lines ??= new LineCounter(this.input);
    return this.lines.at(offset);
  }

  /** From a START event to behind the matching END. */
  skip(): void {
    const { depth } = this;
    while (this.next() !== END || this.depth !== depth) {}
  }

  /**
   * After an END: goes back to where that element started, so that {@link next} gives its START once more.
   *
   * @param startOffset - What `startOffset` was at its START.
   */
  again(startOffset: number): void {
    this.pos = startOffset;
    this.pendingEnd = false;
    // Only the root may be the first; elements are counted once.
    if (this.open === 0) this.rootSeen = false;
    this.elements = Math.max(0, this.elements - 1);
  }

  /**
   * At a START event: the element's text, up to and including its END; `""` when it is empty.
   *
   * @throws {@link XmlError} `XML_UNEXPECTED` for an element inside.
   */
  readText(): string {
    const { codes, pos, current } = this;
    if (!this.pendingEnd) {
      // The usual case in one step: plain text, then the end tag.
      const end = plainEnd(codes, pos);
      const close = end + 2 + current.size;
      if (
        codes[end] === 0x3c &&
        codes[end + 1] === 0x2f &&
        this.matches(current, end + 2) &&
        codes[close] === 0x3e &&
        end - pos <= this.limits.maxTextLength
      ) {
        this.attributeCount = 0;
        this.startOffset = end;
        this.pos = close + 1;
        this.close();
        return this.cut(pos, end);
      }
    }
    let text = "";
    for (;;) {
      const event = this.next();
      if (event === TEXT) text = text === "" ? this.text : text + this.text;
      else if (event === END) return text;
      else if (event === START) {
        const name = clip(this.qname);
        this.fail(
          this.startOffset,
          "XML_UNEXPECTED",
          `<${name}> where only text is expected`,
          `此处只应有文本，出现了元素 <${name}>`,
        );
      }
    }
  }

  // ---- documents

  private declaration(): void {
    const start = this.pos;
    const end = this.input.indexOf("?>", start);
    if (end < 0 || !DECLARATION.test(this.input.slice(start + 5, end)))
      this.fail(start, "XML_MALFORMED", "the XML declaration is malformed", "XML 声明格式错误");
    this.pos = end + 2;
  }

  /** Before and behind the root element; anywhere between the elements of a fragment. */
  private outside(): XmlEvent {
    const { codes } = this;
    for (;;) {
      this.depth = 0;
      if (!this.fragment) while (isSpace(codes[this.pos] as number)) this.pos++;
      const { pos } = this;
      this.startOffset = pos;
      if (pos >= this.input.length) {
        if (!this.rootSeen && !this.fragment) this.fail(pos, "XML_MALFORMED", "there is no root element", "没有根元素");
        this.giveBack();
        return EOF;
      }
      if (codes[pos] !== 0x3c) {
        if (this.fragment) return this.characters();
        this.fail(pos, "XML_MALFORMED", "text outside the root element", "根元素之外出现文本");
      }
      const second = codes[pos + 1];
      if (second === 0x2f)
        this.fail(pos, "XML_MALFORMED", "an end tag without start tag", "结束标签没有对应的开始标签");
      if (second === 0x21 || second === 0x3f) {
        if (this.fragment) return this.markup();
        if (second === 0x21) this.comment();
        else this.instruction();
        if (this.all) return second === 0x21 ? COMMENT : PI;
        continue;
      }
      if (this.rootSeen && !this.fragment) this.fail(pos, "XML_MALFORMED", "a second root element", "出现第二个根元素");
      this.rootSeen = true;
      return this.startTag();
    }
  }

  // ---- content

  /** At a character that is not `<`. */
  private characters(): XmlEvent {
    const { codes, pos } = this;
    const end = plainEnd(codes, pos);
    if (codes[end] !== 0x3c) return this.pieces();
    const next = codes[end + 1];
    if (next === 0x21 || next === 0x3f) return this.pieces();
    if (end - pos > this.limits.maxTextLength) this.limit(pos, "text", "文本", this.limits.maxTextLength);
    this.depth = this.open;
    this.startOffset = this.textStart = pos;
    this.textEnd = this.pos = end;
    this.textValue = undefined;
    return TEXT;
  }

  /** At `<!` or `<?` inside content: CDATA sections are text, the rest is skipped or given as an event. */
  private markup(): XmlEvent {
    const { input, pos } = this;
    if (!this.all || input.startsWith("<![CDATA[", pos)) return this.pieces();
    if (this.codes[pos + 1] === 0x21) {
      this.comment();
      return COMMENT;
    }
    this.instruction();
    return PI;
  }

  /** Text that is not plain: references, line ends, CDATA sections, comments in between, joined up to the next tag. */
  private pieces(): XmlEvent {
    const { input, codes } = this;
    const { maxTextLength } = this.limits;
    let start = this.pos;
    let text = "";
    let pieces = 0;
    let whole = false;
    for (;;) {
      const { pos } = this;
      let piece = "";
      if (codes[pos] === 0x3c) {
        const second = codes[pos + 1];
        if (second === 0x21 && input.startsWith("<![CDATA[", pos)) piece = this.section();
        else if (this.all || (second !== 0x21 && second !== 0x3f)) break;
        else if (second === 0x21) this.comment();
        else this.instruction();
        if (text === "" && piece === "") start = this.pos;
      } else {
        const end = this.dataEnd(pos);
        if (end === pos) break;
        piece = this.resolved(pos, end, false);
        // Something was replaced: the piece is a string of its own.
        whole = piece.length < end - pos;
        this.pos = end;
      }
      if (piece === "") continue;
      text = text === "" ? piece : text + piece;
      pieces++;
      if (text.length > maxTextLength) this.limit(start, "text", "文本", maxTextLength);
    }
    if (this.pos >= input.length && this.open > 0) this.unclosed();
    // An empty CDATA section or a comment alone is no event.
    if (text === "") return this.next();
    this.depth = this.open;
    this.startOffset = start;
    this.textStart = -1;
    this.textValue = this.slices || (pieces === 1 && whole) ? text : own(text);
    return TEXT;
  }

  /** Offset of the `<` that ends the character data at `start`, or of the end of the document. */
  private dataEnd(start: number): number {
    const { codes } = this;
    let pos = start;
    for (;;) {
      pos = plainEnd(codes, pos);
      const c = codes[pos];
      if (c === 0x3c) return pos;
      if (c === 0x26 || c === 0x0d) pos++;
      else if (c === 0x5d) this.fail(pos, "XML_MALFORMED", '"]]>" in character data', "文本中出现“]]>”");
      else if (pos >= this.input.length) return pos;
      else this.forbidden(pos);
    }
  }

  private cut(start: number, end: number): string {
    const text = this.input.slice(start, end);
    return this.slices ? text : own(text);
  }

  private resolved(start: number, end: number, attribute: boolean): string {
    const found = resolve(this.input.slice(start, end), attribute);
    if (typeof found === "string") return found;
    return this.fail(start + found.index, "XML_MALFORMED", found.message, found.messageZh);
  }

  /** Refuses characters that XML does not allow, inside comments and the like. */
  private check(start: number, end: number): void {
    const found = forbiddenIn(this.codes, start, end);
    if (found < end) this.forbidden(found);
  }

  private section(): string {
    const { input } = this;
    const start = this.pos + 9;
    const end = input.indexOf("]]>", start);
    if (end < 0) this.fail(this.pos, "XML_MALFORMED", "a CDATA section is not closed", "CDATA 未闭合");
    this.check(start, end);
    this.pos = end + 3;
    return lineFeeds(input.slice(start, end));
  }

  private comment(): void {
    const { input } = this;
    const start = this.pos;
    if (!input.startsWith("<!--", start)) {
      if (input.startsWith("<!DOCTYPE", start))
        this.fail(start, "XML_DTD", "a document type declaration is not accepted", "不接受文档类型声明（DOCTYPE）");
      this.fail(start, "XML_MALFORMED", "unknown markup after <!", "<! 之后的标记无法识别");
    }
    const end = input.indexOf("--", start + 4);
    if (end < 0) this.fail(start, "XML_MALFORMED", "a comment is not closed", "注释未闭合");
    this.check(start + 4, end);
    if (this.codes[end + 2] !== 0x3e) this.fail(end, "XML_MALFORMED", '"--" inside a comment', "注释中出现“--”");
    this.pos = end + 3;
    if (!this.all) return;
    this.depth = this.open;
    this.startOffset = start;
    this.textStart = -1;
    this.textValue = lineFeeds(input.slice(start + 4, end));
  }

  private instruction(): void {
    const { input } = this;
    const start = this.pos;
    if (this.refusePi)
      this.fail(start, "XML_MALFORMED", "a processing instruction is not accepted here", "此处不接受处理指令");
    const nameEnd = this.partEnd(start + 2);
    if (nameEnd === start + 2)
      this.fail(start, "XML_MALFORMED", "a processing instruction without target", "处理指令缺少名称");
    const target = input.slice(start + 2, nameEnd);
    if (target.length === 3 && target.toLowerCase() === "xml")
      this.fail(start, "XML_MALFORMED", "an XML declaration that is not at the very start", "XML 声明不在文档开头");
    const end = input.indexOf("?>", nameEnd);
    if (end < 0) this.fail(start, "XML_MALFORMED", "a processing instruction is not closed", "处理指令未闭合");
    this.check(nameEnd, end);
    if (end > nameEnd && !isSpace(this.codes[nameEnd] as number)) {
      // A name character of XML 1.0, but Namespaces keep it out of targets.
      if (this.codes[nameEnd] === 0x3a)
        this.fail(
          nameEnd,
          "XML_NAMESPACE",
          "a colon in the target of a processing instruction",
          "处理指令名称中出现冒号",
        );
      this.fail(nameEnd, "XML_MALFORMED", "white space is missing after the target", "处理指令名称之后缺少空白");
    }
    this.pos = end + 2;
    if (!this.all) return;
    let from = nameEnd;
    while (from < end && isSpace(this.codes[from] as number)) from++;
    this.depth = this.open;
    this.startOffset = start;
    this.target = target;
    this.textStart = -1;
    this.textValue = lineFeeds(input.slice(from, end));
  }

  // ---- tags

  private startTag(): XmlEvent {
    const { codes, current } = this;
    const start = this.pos;
    const guess = this.wasStart ? current.child : current.sibling;
    let name: Name;
    let pos = start + 1;
    if (guess !== undefined && this.matches(guess, pos) && endsName(codes[pos + guess.size] as number)) {
      name = guess;
      pos += guess.size;
    } else {
      this.names.trim();
      pos = this.nameEnd(start + 1);
      name = this.names.name(this.input.slice(start + 1, pos));
      if (this.wasStart) current.child = name;
      else current.sibling = name;
    }
    if (++this.elements > this.limits.maxElements) this.limit(start, "elements", "元素个数", this.limits.maxElements);
    if (this.open >= this.limits.maxDepth) this.tooDeep(start);
    this.startOffset = start;
    this.current = name;
    this.isEmptyElement = false;
    this.depth = ++this.open;
    this.stack[this.open] = name;
    this.marks[this.open] = this.bound.length;
    this.wasStart = true;
    if (codes[pos] === 0x3e) this.pos = pos + 1;
    else this.attributes(pos);
    const { uri } = name.binding;
    if (uri === undefined) this.undeclared(name, start + 1);
    this.ns = uri;
    return START;
  }

  /** From behind the element's name to behind `>`. */
  private attributes(from: number): void {
    const { input, codes } = this;
    let pos = from;
    let c = codes[pos] as number;
    const { maxAttributes } = this.limits;
    const serial = ++this.names.serial;
    let count = 0;
    let total = 0;
    let prefixed = 0;
    for (;;) {
      const before = pos;
      while (isSpace(c)) c = codes[++pos] as number;
      if (c === 0x3e) break;
      if (c === 0x2f) {
        if (codes[++pos] !== 0x3e) this.fail(pos, "XML_MALFORMED", '"/" without ">"', "“/”之后缺少“>”");
        this.isEmptyElement = this.pendingEnd = true;
        break;
      }
      if (pos >= input.length) this.unclosedTag();
      if (pos === before)
        this.fail(
          pos,
          "XML_MALFORMED",
          `unexpected ${show(input, pos)} in a tag: white space, "/" or ">" is expected`,
          `标签中出现 ${show(input, pos)}：此处应为空白、“/”或“>”`,
        );
      if (++total > maxAttributes) this.limit(pos, "attributes", "属性个数", maxAttributes);
      const start = pos;
      pos = this.nameEnd(start);
      const name = this.names.name(input.slice(start, pos));
      c = codes[pos] as number;
      while (isSpace(c)) c = codes[++pos] as number;
      if (c !== 0x3d)
        this.fail(
          pos,
          "XML_MALFORMED",
          `"=" is missing after attribute ${clip(name.qname)}`,
          `属性 ${clip(name.qname)} 之后缺少“=”`,
        );
      c = codes[++pos] as number;
      while (isSpace(c)) c = codes[++pos] as number;
      if (c !== 0x22 && c !== 0x27)
        this.fail(pos, "XML_MALFORMED", "an attribute value without quotes", "属性值没有引号");
      const end = this.valueEnd(++pos, c);
      const value = this.valuePlain ? this.cut(pos, end) : this.resolved(pos, end, true);
      pos = end + 1;
      c = codes[pos] as number;
      if (name.seen === serial) this.double(name, start, "XML_MALFORMED");
      name.seen = serial;
      if (name.declares) {
        this.addBinding(name, value, start);
        continue;
      }
      if (name.prefix !== "") prefixed++;
      this.attributeNames[count] = name;
      this.attributeValues[count] = value;
      this.attributeStarts[count] = start;
      count++;
    }
    this.pos = pos + 1;
    this.attributeCount = count;
    if (prefixed > 0) this.resolveAttributes(count, prefixed);
  }

  /** Offset of the closing quote; tells in `valuePlain` whether the value can be taken as it stands. */
  private valueEnd(start: number, quote: number): number {
    const { codes } = this;
    const stop = VALUE_STOP;
    let pos = start;
    this.valuePlain = true;
    for (;;) {
      while (stop[codes[pos] as number] === 0) pos++;
      const c = codes[pos] as number;
      if (c === quote) break;
      if (c === 0x22 || c === 0x27) pos++;
      else if (c === 0x3c) this.fail(pos, "XML_MALFORMED", '"<" in an attribute value', "属性值中出现“<”");
      else if (c === 0x26 || isSpace(c)) {
        this.valuePlain = false;
        pos++;
      } else if (c >= 0xd800) {
        const size = highSize(codes, pos);
        if (size === 0) this.forbidden(pos);
        pos += size;
      } else if (pos >= this.input.length)
        this.fail(start, "XML_MALFORMED", "an attribute value is not closed", "属性值未闭合");
      else this.forbidden(pos);
    }
    if (pos - start > this.limits.maxTextLength)
      this.limit(start, "attribute value", "属性值", this.limits.maxTextLength);
    return pos;
  }

  private addBinding(name: Name, value: string, offset: number): void {
    const prefix = name.prefix === "" ? "" : name.local;
    // Namespaces in XML 1.0, section 3: what may not be bound.
    if (
      prefix === "xmlns" ||
      value === XMLNS_NS ||
      (prefix === "xml") !== (value === XML_NS) ||
      (prefix !== "" && value === "")
    ) {
      this.fail(
        offset,
        "XML_NAMESPACE",
        `prefix "${clip(prefix)}" cannot be bound like this`,
        `前缀“${clip(prefix)}”不能这样绑定`,
      );
    }
    if (prefix !== "xml") this.bind(this.names.binding(prefix), this.names.uri(value));
  }

  private bind(binding: Binding, uri: string): void {
    this.bound.push(binding);
    this.before.push(binding.uri);
    binding.uri = uri;
  }

  private unbind(mark: number): void {
    while (this.bound.length > mark) (this.bound.pop() as Binding).uri = this.before.pop();
  }

  /** Each prefix declared, no expanded name twice. */
  private resolveAttributes(count: number, prefixed: number): void {
    const seen = prefixed > 8 ? new Set<string>() : undefined;
    for (let i = 0; i < count; i++) {
      const name = this.attributeNames[i] as Name;
      if (name.prefix === "") continue;
      const start = this.attributeStarts[i] as number;
      const { uri } = name.binding;
      if (uri === undefined) this.undeclared(name, start);
      if (prefixed === 1) return;
      if (seen !== undefined) {
        const key = `${name.local} ${uri}`;
        if (seen.has(key)) this.double(name, start, "XML_NAMESPACE");
        seen.add(key);
        continue;
      }
      for (let j = 0; j < i; j++) {
        const other = this.attributeNames[j] as Name;
        if (other.local === name.local && other.prefix !== "" && other.binding.uri === uri)
          this.double(name, start, "XML_NAMESPACE");
      }
    }
  }

  private endTag(): XmlEvent {
    const { codes } = this;
    const start = this.pos;
    const name = this.stack[this.open] as Name;
    this.startOffset = start;
    let pos = start + 2 + name.size;
    if (!this.matches(name, start + 2) || !endsName(codes[pos] as number) || codes[pos] === 0x2f) {
      this.fail(
        start,
        "XML_MALFORMED",
        `</${clip(name.qname)}> is expected here`,
        `此处应为结束标签 </${clip(name.qname)}>`,
      );
    }
    while (isSpace(codes[pos] as number)) pos++;
    if (codes[pos] !== 0x3e) this.fail(pos, "XML_MALFORMED", '">" is missing in an end tag', "结束标签缺少“>”");
    this.pos = pos + 1;
    return this.close();
  }

  /** Leaves the innermost element; its name becomes the current one. */
  private close(): XmlEvent {
    const name = this.stack[this.open] as Name;
    const mark = this.marks[this.open] as number;
    this.current = name;
    this.wasStart = false;
    this.isEmptyElement = false;
    this.ns = name.binding.uri as string;
    this.depth = this.open--;
    if (this.bound.length > mark) this.unbind(mark);
    return END;
  }

  // ---- names

  private matches(name: Name, pos: number): boolean {
    return matches(this.codes, pos, name.codes, name.start, name.size);
  }

  /** Offset behind the qualified name that starts at `start`. */
  private nameEnd(start: number): number {
    const { input, codes } = this;
    let end = this.partEnd(start);
    if (end === start) {
      if (codes[start] === 0x3a) this.fail(start, "XML_NAMESPACE", "a name starts with a colon", "名称以冒号开头");
      if (start >= input.length) this.unclosedTag();
      this.fail(
        start,
        "XML_MALFORMED",
        `a name is expected, found ${show(input, start)}`,
        `此处应为名称，出现 ${show(input, start)}`,
      );
    }
    if (codes[end] === 0x3a) {
      const local = end + 1;
      end = this.partEnd(local);
      if (end === local || codes[end] === 0x3a)
        this.fail(start, "XML_NAMESPACE", "a name is not a qualified name", "名称不是合法的限定名");
    }
    if (end - start > this.limits.maxNameLength) this.limit(start, "name", "名称", this.limits.maxNameLength);
    return end;
  }

  /** Offset behind the name without colon that starts at `start`; `start` itself when there is none. */
  private partEnd(start: number): number {
    const { codes } = this;
    const limit = start + this.limits.maxNameLength;
    let pos = start;
    let needed = NAME_START;
    for (;;) {
      let code = codes[pos] as number;
      if (code < 128) {
        if (((NAME_CLASS[code] as number) & needed) === 0) return pos;
        pos++;
      } else {
        if (code >= 0xd800 && code <= 0xdbff) code = this.input.codePointAt(pos) as number;
        if (!(needed === NAME_START ? isNameStart(code) : isNameChar(code))) return pos;
        pos += code > 0xffff ? 2 : 1;
      }
      needed = NAME_PART;
      if (pos > limit) this.limit(start, "name", "名称", this.limits.maxNameLength);
    }
  }

  private attributeAt(index: number): Name {
    if (index < 0 || index >= this.attributeCount) throw new RangeError(`there is no attribute ${index}`);
    return this.attributeNames[index] as Name;
  }

  // ---- errors

  private undeclared(name: Name, offset: number): never {
    const prefix = clip(name.prefix);
    this.fail(offset, "XML_NAMESPACE", `prefix ${prefix} is not declared`, `前缀 ${prefix} 未声明`);
  }

  private double(name: Name, offset: number, code: XmlErrorCode): never {
    const shown = clip(name.qname);
    this.fail(offset, code, `attribute ${shown} stands twice`, `属性 ${shown} 重复`);
  }

  private unclosed(): never {
    const shown = clip((this.stack[this.open] as Name).qname);
    this.fail(this.input.length, "XML_MALFORMED", `<${shown}> is not closed`, `<${shown}> 未闭合`);
  }

  private unclosedTag(): never {
    this.fail(this.input.length, "XML_MALFORMED", "a tag is not closed", "标签未闭合");
  }

  private tooDeep(offset: number): never {
    const { maxDepth } = this.limits;
    this.fail(
      offset,
      "XML_TOO_DEEP",
      `elements are nested deeper than ${maxDepth} (maxDepth)`,
      `元素嵌套超过 ${maxDepth} 层（maxDepth）`,
    );
  }

  private limit(offset: number, what: string, whatZh: string, limit: number): never {
    this.fail(offset, "XML_LIMIT", `${what}: the limit is ${limit}`, `${whatZh}超过上限 ${limit}`);
  }

  private forbidden(offset: number): never {
    const hex = (this.codes[offset] as number).toString(16).toUpperCase().padStart(4, "0");
    this.fail(offset, "XML_MALFORMED", `character U+${hex} is not allowed`, `不允许的字符 U+${hex}`);
  }

  private fail(offset: number, code: XmlErrorCode, message: string, messageZh: string): never {
    const { line, column } = this.position(offset);
    throw new XmlError(
      code,
      `${message} (line ${line}, column ${column})`,
      `${messageZh}（第 ${line} 行第 ${column} 列）`,
      { offset, line, column },
    );
  }
}

/** Literal line ends as XML reads them: CR LF and CR become LF. */
function lineFeeds(text: string): string {
  return text.includes("\r") ? text.replace(/\r\n?/g, "\n") : text;
}

function tooLarge(size: number, limit: number): XmlError {
  return new XmlError(
    "XML_TOO_LARGE",
    `the document has ${size} characters, the limit is ${limit} (maxBytes)`,
    `文档有 ${size} 个字符，上限为 ${limit}（maxBytes）`,
  );
}
