import type { ComplexDescriptor, MessageDescriptor, Particle, SoapArrayDescriptor, TypeDescriptor } from "./gen1.ts";

/**
 * The object of a message from its JSON form, as files and forms hold it: bytes are base64 text there, everything else is
 * the same. Nothing is checked; {@link validateValue} does that.
 *
 * @param json - Result of `JSON.parse`.
 */
export function fromJson<T>(message: MessageDescriptor<T>, json: unknown): T {
  return convert(message.type, json, (value) => (typeof value === "string" ? fromBase64(value) : value)) as T;
}

/** The JSON form of a message's object: bytes as base64 text. */
export function toJson<T>(message: MessageDescriptor<T>, value: T): unknown {
  return convert(message.type, value, (bytes) => (bytes instanceof Uint8Array ? toBase64(bytes) : bytes));
}

type BytesConversion = (value: unknown) => unknown;

function convert(type: TypeDescriptor | (() => TypeDescriptor), value: unknown, bytes: BytesConversion): unknown {
  const resolved = typeof type === "function" ? type() : type;
  if (resolved.k === "simple") {
    if (resolved.js === "bytes") return bytes(value);
    const { item } = resolved;
    return item && Array.isArray(value) ? value.map((one: unknown) => convert(item, one, bytes)) : value;
  }
  if (resolved.k !== "complex" || value === null || typeof value !== "object") return value;
  const { soapArray } = resolved;
  if (soapArray) return convertRows(soapArray, value, soapArray.dimensions ?? 1, bytes);
  return convertObject(chosenType(resolved, value), value, bytes);
}

function convertRows(array: SoapArrayDescriptor, value: unknown, depth: number, bytes: BytesConversion): unknown {
  if (depth === 0) return convert(array.item, value, bytes);
  return Array.isArray(value) ? value.map((one: unknown) => convertRows(array, one, depth - 1, bytes)) : value;
}

/** The derived type that `$type` names. */
function chosenType(type: ComplexDescriptor, value: object): ComplexDescriptor {
  const tag = (value as { readonly $type?: unknown }).$type;
  return (
    type
      .derived?.()
      .find((one) => one.tag === tag)
      ?.type() ?? type
  );
}

function convertObject(type: ComplexDescriptor, value: object, bytes: BytesConversion): unknown {
  const object: Record<string, unknown> = { ...value };
  for (const attribute of type.attrs ?? []) {
    if (object[attribute.prop] !== undefined)
      object[attribute.prop] = convert(attribute.type, object[attribute.prop], bytes);
  }
  if (type.text && object["$value"] !== undefined) object["$value"] = convert(type.text, object["$value"], bytes);
  if (type.content) convertParticle(type.content, object, bytes);
  return object;
}

function convertParticle(particle: Particle, object: Record<string, unknown>, bytes: BytesConversion): void {
  if (particle.k === "any") return;
  if (particle.k === "el") {
    const value = object[particle.prop];
    if (value === undefined || value === null) return;
    const one = (item: unknown): unknown => {
      const tag =
        item !== null && typeof item === "object" ? (item as { readonly $element?: unknown }).$element : undefined;
      const substitute = particle.substitutes?.().find((candidate) => candidate.tag === tag);
      return convert(substitute?.type ?? particle.type, item, bytes);
    };
    object[particle.prop] = particle.max !== 1 && Array.isArray(value) ? value.map(one) : one(value);
    return;
  }
  const { prop } = particle;
  if (prop === undefined) {
    for (const item of particle.items) convertParticle(item, object, bytes);
    return;
  }
  const items = object[prop];
  if (!Array.isArray(items)) return;
  object[prop] = items.map((item: unknown) => {
    if (item === null || typeof item !== "object") return item;
    const copy: Record<string, unknown> = { ...item };
    for (const member of particle.items) convertParticle(member, copy, bytes);
    return copy;
  });
}

function fromBase64(text: string): Uint8Array | string {
  try {
    return Uint8Array.from(atob(text), (character) => character.charCodeAt(0));
  } catch {
    // Left as it is: the check of the value then says what is wrong, and where.
    return text;
  }
}

function toBase64(bytes: Uint8Array): string {
  let binary = "";
  for (const byte of bytes) binary += String.fromCharCode(byte);
  return btoa(binary);
}
