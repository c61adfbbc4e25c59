import type { AttributeDescriptor, ComplexDescriptor } from "../../gen1.ts";
import { plainValues } from "../../simple/context.ts";
import { formOf, identityOf, type SimpleCodec, simpleCodec } from "../../simple/simple-codec.ts";
import type { Tags } from "../encode-scope.ts";
import { XML_NS, XSI_NS } from "../names.ts";
import { hasNilForm } from "../nil-form.ts";
import { type ByteReader, LONGEST_NAME, miss, type ReadTag, readTag, wide } from "./byte-reader.ts";

type Fields = Record<string, unknown>;

/** How a declared attribute is read. */
interface AttributeReader {
  readonly prop: string;
  /** `{ns}name`, or the bare name where it is in no namespace. */
  readonly key: string;
  readonly codec: SimpleCodec;
  readonly required: boolean;
  /** What an absent one stands for. */
  readonly standard: unknown;
  readonly standardKey: string | undefined;
  readonly fixedKey: string | undefined;
  readonly fixedForm: string | undefined;
}

/** One of the types that may rule an element. Whoever reads content says how: generated code, or a plan. */
export interface TypeReader {
  readonly descriptor: ComplexDescriptor;
  /** Value of `$type`, where the type belongs to a hierarchy. */
  readonly tag: string | undefined;
  readonly attributes: readonly AttributeReader[];
  /** An object that is going to be filled. */
  create: () => Fields;
  /** Fills an object that has its attributes, from behind the start tag (and white space) to the end tag. */
  read: (reader: ByteReader, object: Fields) => unknown;
}

/** An element whose start tag holds more than its name: attributes, xsi:type, xsi:nil. */
export interface AttributedElement {
  readonly types: readonly TypeReader[];
  /** The type without xsi:type; none where that is abstract. */
  readonly declared: TypeReader | undefined;
  /** What prefix `n` stands for in the start tag. */
  readonly bound: string;
  readonly close: ReadTag;
  /** What ends a start tag. */
  readonly end: ReadTag;
  readonly isRoot: boolean;
  readonly nillable: boolean;
  readonly hasNilForm: boolean;
}

/** What is said of an element beside its type. */
export interface ElementOptions {
  readonly isRoot?: boolean;
  readonly nillable?: boolean;
}

/**
 * An element of a complex type, with readers of types whose content is still to be said.
 *
 * @param isEscaped - Whether it stands in a text that carries a message.
 */
export function attributedElement(
  type: ComplexDescriptor,
  tags: Tags,
  { isRoot = false, nillable = false }: ElementOptions,
  isEscaped: boolean,
): AttributedElement {
  const all = type.derived?.().map((d) => ({ tag: d.tag, descriptor: d.type() })) ?? [
    { tag: undefined, descriptor: type },
  ];
  const types = all.flatMap(({ tag, descriptor }) => {
    const attributes = attributeReaders(descriptor);
    return attributes && !descriptor.abstract
      ? [{ tag, descriptor, attributes, create: (): Fields => ({}), read: miss }]
      : [];
  });
  return {
    types,
    declared: types.find(({ descriptor }) => descriptor === type),
    bound: tags.scope.bound,
    close: readTag(tags.close, isEscaped),
    end: readTag(">", isEscaped),
    isRoot,
    nillable,
    hasNilForm: hasNilForm(type),
  };
}

/** Readers of a type's attributes; `undefined` where there is one that cannot be left to the strict reader when it occurs. */
function attributeReaders(type: ComplexDescriptor): readonly AttributeReader[] | undefined {
  const readers: AttributeReader[] = [];
  for (const attribute of type.attrs ?? []) {
    const reader = attributeReader(attribute);
    if (reader) readers.push(reader);
    else if (attribute.required || attribute.default !== undefined) return undefined;
  }
  return readers;
}

function attributeReader(attribute: AttributeDescriptor): AttributeReader | undefined {
  const { prop, name, ns, type, required, default: standard, fixed } = attribute;
  const codec = simpleCodec(type);
  if (codec.scoped || prop === "__proto__") return undefined;
  const value = standard === undefined ? undefined : codec.read(standard, plainValues());
  if (standard !== undefined && !isLiteral(value)) return undefined;
  return {
    prop,
    key: ns === "" ? name : `{${ns}}${name}`,
    codec,
    required: required ?? false,
    standard: value,
    standardKey: standard === undefined ? undefined : identityOf(codec, standard),
    fixedKey: fixed === undefined ? undefined : identityOf(codec, fixed),
    fixedForm: fixed === undefined ? undefined : formOf(codec, fixed),
  };
}

/** Whether a value can be a literal of JavaScript. Objects could be changed: they would have to be made anew each time. */
function isLiteral(value: unknown): boolean {
  return typeof value === "number" ? Number.isFinite(value) : typeof value === "string" || typeof value === "boolean";
}

/** Values of attributes in a start tag that has none; `undefined` where it must have some. */
export function standardAttributes(
  type: ComplexDescriptor,
): readonly (readonly [prop: string, value: unknown])[] | undefined {
  const found = attributeReaders(type);
  if (!found || found.some(({ required }) => required)) return undefined;
  return found.filter(({ standard }) => standard !== undefined).map(({ prop, standard }) => [prop, standard]);
}

/** The attributes of the start tag that is read; one at a time, since they are taken before any content is read. */
const keys: string[] = [];
const values: string[] = [];
const prefixes: string[] = [];
const namespaces: string[] = [];

/** Reads an element from behind its name and one space to behind its end tag, or throws {@link MISS}. */
export function readAttributed(r: ByteReader, element: AttributedElement): unknown {
  const isEmpty = collect(r, element.end);
  const { isNil, typeName } = resolve(r, element);
  const type = typeName === undefined ? element.declared : typeOfName(typeName, element);
  if (type === undefined) return miss();
  if (isNil) return readNil(r, element, type, isEmpty);
  if (isEmpty) miss();
  const object = type.create();
  if (type.tag !== undefined) object["$type"] = type.tag;
  fill(r, object, type);
  const value = type.read(r, object);
  r.close(element.close);
  return value;
}

function readNil(r: ByteReader, element: AttributedElement, type: TypeReader, isEmpty: boolean): Fields | null {
  if (!element.nillable) miss();
  let value: Fields | null = null;
  if (element.hasNilForm) {
    const object: Fields = type.tag === undefined ? { $nil: true } : { $type: type.tag, $nil: true };
    fill(r, object, type);
    if (type.attributes.some((a) => saysMore(a, object[a.prop]))) value = object;
  } else if (keys.length > 0) miss();
  if (isEmpty) r.space();
  else r.close(element.close);
  return value;
}

/** Whether an attribute has another value than its absence. */
function saysMore({ codec, standardKey }: AttributeReader, value: unknown): boolean {
  return value !== undefined && (standardKey === undefined || codec.identity(value) !== standardKey);
}

/** Takes name and value of each attribute, to behind the start tag; tells whether the element ends with it. */
function collect(r: ByteReader, end: ReadTag): boolean {
  const { bytes } = r;
  let { pos } = r;
  keys.length = values.length = prefixes.length = namespaces.length = 0;
  let last = "";
  for (let count = 0; ; count++) {
    // Two may stand in the element's name and be its namespaces.
    if (count + 2 > r.maxAttributes) miss();
    const start = pos;
    while (NAME[bytes[pos] as number] === 1) pos++;
    if (pos === start || pos - start > LONGEST_NAME || bytes[pos] !== 0x3d || bytes[pos + 1] !== 0x22) miss();
    r.kinds = 0;
    const name = r.text(start, pos);
    r.pos = pos + 2;
    const value = attributeValue(r);
    ({ pos } = r);
    if (name.startsWith("xmlns")) declare(name, value);
    else {
      keys.push(name);
      values.push(value);
    }
    // Attributes in order, without prefixes but that of XML itself, are canonical as they stand.
    const place = name.startsWith("xml:") ? `~${name}` : name;
    if (place <= last || (place === name && name.includes(":"))) r.canonical = false;
    last = place;
    if (bytes[pos] === 0x20) {
      pos++;
      continue;
    }
    const isEmpty = bytes[pos] === 0x2f;
    if (isEmpty) {
      r.pos++;
      r.canonical = false;
    }
    if (!r.at(end)) miss();
    return isEmpty;
  }
}

function declare(name: string, ns: string): void {
  const prefix = /^xmlns:([A-Za-z_][\w.-]*)$/.exec(name)?.[1];
  // Names that XML keeps for itself, and what declares nothing, are no business of this reader.
  if (prefix === undefined || ns === "" || prefix === "n" || prefix.startsWith("xml") || prefixes.includes(prefix))
    miss();
  if (prefix === "xsi" ? ns !== XSI_NS : ns.startsWith("http://www.w3.org/")) miss();
  prefixes.push(prefix as string);
  namespaces.push(ns);
}

/** Puts namespaces in place of prefixes and takes out what says how the element is to be read. */
function resolve(r: ByteReader, element: AttributedElement): { isNil: boolean; typeName: string | undefined } {
  const declares = prefixes.includes("xsi");
  const xsi = r.xsi || declares;
  if (declares && element.isRoot) r.xsi = true;
  let isNil = false;
  let typeName: string | undefined;
  let left = 0;
  for (let i = 0; i < keys.length; i++) {
    const key = keys[i] as string;
    const value = values[i] as string;
    const colon = key.indexOf(":");
    if (colon >= 0 && xsi && key.startsWith("xsi:")) {
      if (key === "xsi:type" && typeName === undefined) typeName = value;
      else if (key === "xsi:nil" && (value === "true" || value === "1") && !isNil) isNil = true;
      else miss();
      continue;
    }
    keys[left] = colon < 0 ? key : `{${namespaceOf(key.slice(0, colon), element)}}${key.slice(colon + 1)}`;
    values[left++] = value;
  }
  keys.length = left;
  return { isNil, typeName };
}

function namespaceOf(prefix: string, { bound }: AttributedElement): string {
  const local = prefixes.indexOf(prefix);
  if (local >= 0) return namespaces[local] as string;
  if (prefix === "xml") return XML_NS;
  return prefix === "n" && bound !== "" ? bound : miss();
}

/** The type that xsi:type names. */
function typeOfName(name: string, element: AttributedElement): TypeReader | undefined {
  const colon = name.indexOf(":");
  const ns = colon < 0 ? "" : namespaceOf(name.slice(0, colon), element);
  const local = name.slice(colon + 1);
  return element.types.find(({ descriptor }) => descriptor.name === local && descriptor.ns === ns);
}

/** Puts the attributes into an object, in the order of the schema. All must be of the type. */
function fill(r: ByteReader, object: Fields, { attributes }: TypeReader): void {
  let taken = 0;
  for (const a of attributes) {
    const at = keys.indexOf(a.key);
    if (at < 0) {
      if (a.required) miss();
      if (a.standard !== undefined) object[a.prop] = a.standard;
      continue;
    }
    taken++;
    const value = r.slow(a.codec, values[at] as string);
    if (a.fixedKey !== undefined && a.codec.identity(value) !== a.fixedKey) miss();
    object[a.prop] = typeof value === "string" ? (a.fixedForm ?? value) : value;
  }
  if (taken !== keys.length) miss();
}

/** Reads an attribute's value from behind the first quote to behind the second. */
function attributeValue(r: ByteReader): string {
  const { bytes } = r;
  const start = r.pos;
  let pos = start;
  let isWide = false;
  let hasReferences = false;
  for (let c = bytes[pos] as number; c !== 0x22; c = bytes[pos] as number) {
    if (c >= 0x80) {
      isWide = true;
      pos += wide(bytes, pos);
      continue;
    }
    // White space other than spaces becomes one; the end of the bytes is no character.
    if (!(c >= 0x20) || c === 0x3c || (c === 0x3e && r.isEscaped)) miss();
    if (c === 0x26) {
      const size = r.reference(pos);
      if (size === 0) miss();
      hasReferences = true;
      pos += size;
    } else pos++;
  }
  r.pos = pos + 1;
  if (hasReferences) return resolved(r, r.own(bytes.utf8Slice(start, pos)));
  if (isWide) return bytes.utf8Slice(start, pos);
  r.kinds = 0;
  return r.text(start, pos);
}

/** Resolves the references that our own writer makes, and two that others do. */
function resolved(r: ByteReader, text: string): string {
  return text.replace(/&[^;]*;?/g, (reference) => {
    const character = REFERENCES[reference];
    if (character === undefined) return miss();
    if (character === ">" || character === "'") r.canonical = false;
    return character;
  });
}

const REFERENCES: Readonly<Record<string, string | undefined>> = Object.assign(Object.create(null), {
  "&amp;": "&",
  "&lt;": "<",
  "&gt;": ">",
  "&quot;": '"',
  "&apos;": "'",
  "&#x9;": "\t",
  "&#xA;": "\n",
  "&#xD;": "\r",
});

/** Letters, digits and what else stands in names, a colon among them. */
const NAME: Uint8Array = new Uint8Array(256).fill(1, 0x41, 0x5b).fill(1, 0x61, 0x7b).fill(1, 0x30, 0x3b);
NAME[0x2d] = NAME[0x2e] = NAME[0x5f] = 1;
