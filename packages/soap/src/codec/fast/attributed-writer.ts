import type { AttributeDescriptor, ComplexDescriptor } from "../../gen1.ts";
import { identityOf, type SimpleCodec, simpleCodec } from "../../simple/simple-codec.ts";
import { attributeName, inOrder } from "../encode-attributes.ts";
import type { Scope } from "../encode-scope.ts";
import { escapeAttribute } from "../escape.ts";
import { typeAttribute } from "../type-attribute.ts";
import { miss } from "./byte-reader.ts";
import { type ByteWriter, type Tag, tagOf } from "./byte-writer.ts";

type Fields = Readonly<Record<string, unknown>>;

/** How a declared attribute is written. */
export interface AttributeWriter {
  readonly prop: string;
  readonly codec: SimpleCodec;
  readonly required: boolean;
  /** Up to the first quote. */
  readonly before: Tag;
  /** Declares its namespace beside it, which canonical form does before all attributes. */
  readonly declares: boolean;
  readonly standardKey: string | undefined;
  readonly fixedKey: string | undefined;
}

/** A type that `$type` names. Whoever writes content says how: generated code, or a plan. */
export interface NamedType {
  readonly descriptor: ComplexDescriptor;
  /** The end of a start tag that holds xsi:type; none for the declared type. */
  readonly named: Tag | undefined;
  write: ContentWriter;
}

/** Writes the content of `object` at `at`, behind a start tag that becomes one with xsi:type by `named`. */
export type ContentWriter = (writer: ByteWriter, object: Fields, at: number, named: Tag | undefined) => number;

/** Writers of a type's attributes in the order of the strict writer; those that are left to it are not among them. */
export function attributeWriters(type: ComplexDescriptor, scope: Scope): readonly AttributeWriter[] {
  return inOrder(type.attrs ?? []).flatMap((attribute, index) => attributeWriter(attribute, index, scope) ?? []);
}

function attributeWriter(attribute: AttributeDescriptor, index: number, scope: Scope): AttributeWriter | undefined {
  const codec = simpleCodec(attribute.type);
  if (codec.scoped) return undefined;
  const { prop, required, default: standard, fixed } = attribute;
  const before = attributeName(attribute, index, scope);
  return {
    prop,
    codec,
    required: required ?? false,
    before: tagOf(before),
    declares: before.startsWith(" xmlns:"),
    standardKey: standard === undefined ? undefined : identityOf(codec, standard),
    fixedKey: fixed === undefined ? undefined : identityOf(codec, fixed),
  };
}

const QUOTE = tagOf('"');
const END = tagOf(">");

/** Writes attributes into the start tag that ends at `at`. */
export function writeAttributes(
  w: ByteWriter,
  object: Fields,
  at: number,
  attributes: readonly AttributeWriter[],
): number {
  let pos = at - 1;
  for (let i = 0; i < attributes.length; i++) {
    const { prop, codec, required, before, declares, standardKey, fixedKey } = attributes[i] as AttributeWriter;
    const value = object[prop];
    if (value === undefined) {
      if (required) miss();
      continue;
    }
    const text = codec.write(value, w);
    if (text === undefined || (fixedKey !== undefined && codec.identity(value) !== fixedKey)) return miss();
    if (standardKey !== undefined && codec.identity(value) === standardKey) continue;
    if (declares) w.canonical = false;
    pos = w.tag(w.utf8(w.tag(pos, before), escapeAttribute(text)), QUOTE);
  }
  return w.tag(pos, END);
}

/** What `$type` may name where `type` is declared. */
export function namedTypes(type: ComplexDescriptor, scope: Scope): ReadonlyMap<unknown, NamedType> {
  const found = new Map<unknown, NamedType>();
  for (const { tag, type: typeOf } of type.derived?.() ?? []) {
    const descriptor = typeOf();
    const name = descriptor === type ? "" : typeAttribute(descriptor, scope);
    found.set(tag, { descriptor, named: name === "" ? undefined : tagOf(`${name}>`), write: miss });
  }
  return found;
}

/** Writes an object of another type than the declared one, or of one whose declared type is abstract. */
export function writeNamed(w: ByteWriter, object: Fields, at: number, types: ReadonlyMap<unknown, NamedType>): number {
  const found = Object.hasOwn(object, "$type") ? types.get(object["$type"]) : undefined;
  return found ? found.write(w, object, at, found.named ?? NOTHING) : miss();
}

/** Stands for the declared type, which needs no xsi:type. */
const NOTHING: Tag = tagOf("");
