import { END, START, TEXT, type XmlReader } from "@coo/xml";
import { escapeText } from "../codec/escape.ts";
import { SoapError } from "../errors.ts";
import { shorten } from "../issue.ts";
import { forbiddenCharacter } from "../simple/characters.ts";
import { isNcName } from "../simple/names.ts";
import { collapse } from "../simple/white-space.ts";

/** A field of the message head, in document order. Values are texts as they stand. */
export type HeadField = readonly [name: string, value: string];

/** Fields of a request's head in schema order. */
export const REQUEST_HEAD: readonly string[] = [
  "providerCode",
  "service",
  "version",
  "messageId",
  "timestamp",
  "nonceStr",
  "signType",
  "sign",
];

/** Fields of an answer's head in schema order. */
export const RESPONSE_HEAD: readonly string[] = [
  "providerCode",
  "messageId",
  "timestamp",
  "returnCode",
  "returnMessage",
  "nonceStr",
  "signType",
  "sign",
];

/** Bounds on a head. */
export interface HeadLimits {
  readonly maxHeadFields: number;
  /** UTF-16 units of one value. */
  readonly maxHeadValueLength: number;
}

/** The value of a field, `undefined` when it is absent. */
export function headValue(head: readonly HeadField[], name: string): string | undefined {
  for (let i = 0; i < head.length; i++) {
    const field = head[i] as HeadField;
    if (field[0] === name) return field[1];
  }
  return undefined;
}

/** Elements of the fields, in the order given. @param prefix - With its colon, for qualified ones. */
export function writeHeadFields(head: readonly HeadField[], prefix = ""): string {
  let text = "";
  for (let i = 0; i < head.length; i++) {
    const [name, value] = head[i] as HeadField;
    const tags = prefix === "" ? TAGS.get(name) : undefined;
    if (tags !== undefined && UNCHANGED.test(value) && !isDoubled(head, i)) text += tags[0] + value + tags[1];
    else {
      checkField(head, i);
      text += `<${prefix}${name}>${escapeText(value)}</${prefix}${name}>`;
    }
  }
  return text;
}

const TAGS: ReadonlyMap<string, readonly [open: string, close: string]> = new Map(
  [...REQUEST_HEAD, ...RESPONSE_HEAD].map((name) => [name, [`<${name}>`, `</${name}>`]]),
);

/** Printable ASCII, and that without what is escaped. */
const PLAIN = /^[ -~]*$/;
const UNCHANGED = /^[ -%'-;=?-~]*$/;

/** Refuses fields that cannot be written. */
export function checkHead(head: readonly HeadField[]): void {
  for (let i = 0; i < head.length; i++) checkField(head, i);
}

function checkField(head: readonly HeadField[], i: number): void {
  const [name, value] = head[i] as HeadField;
  if (!TAGS.has(name) && !isNcName(name))
    throw wrong(`"${shorten(name)}" is no element name`, `“${shorten(name)}”不是元素名`);
  if (isDoubled(head, i)) throw wrong(`field ${name} stands twice`, `字段 ${name} 重复`);
  const forbidden = PLAIN.test(value) ? undefined : forbiddenCharacter(value);
  if (forbidden !== undefined) {
    throw wrong(`field ${name} has the character ${forbidden}`, `字段 ${name} 含有字符 ${forbidden}`);
  }
}

/** Whether a field of the same name stands before. Heads are short, and those of their callers. */
function isDoubled(head: readonly HeadField[], i: number): boolean {
  const name = head[i]?.[0];
  for (let k = 0; k < i; k++) if (head[k]?.[0] === name) return true;
  return false;
}

/** Collects fields while reading and refuses doubled ones. */
export class HeadCollector {
  readonly fields: HeadField[] = [];
  readonly #seen = new Set<string>();
  readonly #limits: HeadLimits;

  constructor(limits: HeadLimits) {
    this.#limits = limits;
  }

  add(name: string, value: string): void {
    const { maxHeadFields, maxHeadValueLength } = this.#limits;
    if (this.#seen.has(name)) throw wrong(`field ${shorten(name)} stands twice`, `字段 ${shorten(name)} 重复`);
    if (this.fields.length >= maxHeadFields) {
      throw wrong(`more than ${maxHeadFields} fields`, `字段超过 ${maxHeadFields} 个`);
    }
    if (value.length > maxHeadValueLength) {
      throw wrong(
        `field ${shorten(name)} has ${value.length} characters, the limit is ${maxHeadValueLength}`,
        `字段 ${shorten(name)} 长度为 ${value.length},上限为 ${maxHeadValueLength}`,
      );
    }
    this.#seen.add(name);
    this.fields.push([name, value]);
  }
}

/** Reads the fields of the Head element at a START event, up to its END. Fields have no namespace, attributes or children. */
export function readHeadFields(reader: XmlReader, into: HeadCollector): void {
  for (;;) {
    const event = reader.next();
    if (event === END) return;
    if (event === TEXT) {
      if (collapse(reader.text) !== "") throw wrong("text between fields", "字段之间出现文本");
    } else if (event === START) into.add(reader.local, readHeadField(reader));
  }
}

/** Reads one field at a START event, up to its END. */
export function readHeadField(reader: XmlReader, ns = ""): string {
  const name = reader.local;
  if (reader.ns !== ns) {
    throw wrong(`field ${shorten(name)} has namespace "${shorten(reader.ns)}"`, `字段 ${shorten(name)} 的命名空间有误`);
  }
  refuseAttributes(reader);
  let text = "";
  for (;;) {
    const event = reader.next();
    if (event === TEXT) text += reader.text;
    else if (event === END) return text;
    else throw wrong(`field ${shorten(name)} has a child element`, `字段 ${shorten(name)} 含有子元素`);
  }
}

const XSI = "http://www.w3.org/2001/XMLSchema-instance";

/** Only xsi:type naming a string may stand on a field: some stacks write it everywhere. */
function refuseAttributes(reader: XmlReader): void {
  for (let i = 0; i < reader.attributeCount; i++) {
    const isType = reader.attributeNs(i) === XSI && reader.attributeLocal(i) === "type";
    if (!isType || !/^(?:[^:]+:)?string$/.test(collapse(reader.attributeValue(i)))) {
      throw wrong(
        `field ${shorten(reader.local)} has attribute ${shorten(reader.attributeLocal(i))}`,
        `字段 ${shorten(reader.local)} 带有属性 ${shorten(reader.attributeLocal(i))}`,
      );
    }
  }
}

function wrong(what: string, whatZh: string): SoapError {
  return new SoapError("SOAP_HEAD", `the message head is wrong: ${what}`, `报文头有误: ${whatZh}`);
}
