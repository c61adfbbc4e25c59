import type { ComplexDescriptor, MessageDescriptor } from "@coo/soap/gen1";
import type { AttackValue } from "./corpus.ts";

type Names = Readonly<Record<string, string>>;

/**
 * What the handler saw, by the keys of the manifest, so that it can be compared with what it must see.
 *
 * @param names - Element and attribute names by key.
 */
export function seenValue(message: MessageDescriptor<unknown>, value: unknown, names: Names): AttackValue {
  const keys = new Map(Object.entries(names).map(([key, name]) => [name, key]));
  let type = message.type as ComplexDescriptor;
  let seen = value as Record<string, unknown>;
  // The wrapper holds one element, which holds the fields.
  for (let found = only(type); found !== undefined; found = only(type)) {
    seen = seen[found.prop] as Record<string, unknown>;
    type = found.type;
  }
  return named(type, seen, keys, innerKeys(type, keys));
}

/** Names of the outer fields mean nothing inside of one of them. */
function innerKeys(type: ComplexDescriptor, keys: ReadonlyMap<string, string>): ReadonlyMap<string, string> {
  const outer = new Set(fieldsOf(type).map((f) => f.name));
  return new Map([...keys].filter(([name]) => !outer.has(name)));
}

interface Field {
  readonly prop: string;
  readonly name: string;
  readonly type: unknown;
}

/** The element of a type that has this one alone, when it holds others. */
function only(type: ComplexDescriptor): { readonly prop: string; readonly type: ComplexDescriptor } | undefined {
  const [first, second] = fieldsOf(type);
  if (first === undefined || second !== undefined) return undefined;
  const inner = complexOf(first.type);
  return inner === undefined ? undefined : { prop: first.prop, type: inner };
}

function complexOf(type: unknown): ComplexDescriptor | undefined {
  const resolved = typeof type === "function" ? (type as () => unknown)() : type;
  const complex = resolved as ComplexDescriptor | undefined;
  return complex?.k === "complex" ? complex : undefined;
}

function fieldsOf(type: ComplexDescriptor): Field[] {
  const found: Field[] = [...((type.attrs ?? []) as readonly Field[])];
  const visit = (particle: unknown): void => {
    const { k, items } = particle as { readonly k: string; readonly items?: readonly unknown[] };
    if (k === "el") found.push(particle as Field);
    else for (const item of items ?? []) visit(item);
  };
  if (type.content !== undefined) visit(type.content);
  return found;
}

function named(
  type: ComplexDescriptor,
  value: Record<string, unknown>,
  keys: ReadonlyMap<string, string>,
  inner: ReadonlyMap<string, string>,
): AttackValue {
  const out: Record<string, unknown> = {};
  let actual = type;
  if (typeof value["$type"] === "string") {
    const derived = type.derived?.().find((d) => d.tag === value["$type"]);
    actual = complexOf(derived?.type) ?? type;
    out["xsi:type"] = actual.name;
  }
  const left = new Set(Object.keys(value));
  left.delete("$type");
  for (const field of fieldsOf(actual)) {
    if (!left.delete(field.prop)) continue;
    const content = value[field.prop];
    const complex = complexOf(field.type);
    const key = keys.get(field.name) ?? field.name;
    const shown =
      complex !== undefined && content !== null
        ? named(complex, content as Record<string, unknown>, inner, inner)
        : content;
    if (Array.isArray(content)) out[`${key}s`] = content;
    else out[key] = shown;
  }
  // Nothing may reach the handler that the description does not name.
  for (const prop of left) out[`?${prop}`] = value[prop];
  return out;
}

/** Why the handler did not see what it must; `null` when it did. Decimals and times compare by value, exactly. */
export function valueDifference(expected: AttackValue, seen: AttackValue): string | null {
  const keys = new Set([...Object.keys(expected), ...Object.keys(seen)]);
  for (const key of keys) {
    const [want, got] = [expected[key], seen[key]].map((v) => (v === undefined ? undefined : comparable(key, v)));
    if (want !== got) return `${key} is ${shown(seen[key])}, expected ${shown(expected[key])}`;
  }
  return null;
}

function comparable(key: string, value: unknown): string {
  if (typeof value !== "string") {
    if (typeof value === "object" && value !== null && !Array.isArray(value))
      return JSON.stringify(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)));
    return JSON.stringify(value);
  }
  if (key === "amount") return `=${decimal(value)}`;
  if (key === "at") return `@${moment(value)}`;
  return JSON.stringify(value);
}

function decimal(text: string): string {
  const match = /^[ \t\r\n]*([+-]?)0*(\d*?)(?:\.(\d*?)0*)?[ \t\r\n]*$/.exec(text);
  if (!match) return `not a decimal: ${text}`;
  const [, sign, whole = "", fraction = ""] = match;
  const digits = `${whole || "0"}.${fraction}`;
  return sign === "-" && digits !== "0." ? `-${digits}` : digits;
}

/** A time with its fraction digits and whether it has an offset; 24:00:00 is the next day's start. */
function moment(text: string): string {
  const match = /^(.*T)(\d\d:\d\d:\d\d)(?:\.(\d*?)0*)?(Z|[+-]\d\d:\d\d)?$/.exec(text.trim());
  if (!match) return `not a time: ${text}`;
  const [, day = "", time = "", fraction = "", zone = ""] = match;
  const ms = Date.parse(`${day}${time === "24:00:00" ? "00:00:00" : time}${zone || "Z"}`);
  return `${ms + (time === "24:00:00" ? 86_400_000 : 0)}.${fraction}${zone === "" ? "" : "Z"}`;
}

function shown(value: unknown): string {
  const text = value === undefined ? "absent" : JSON.stringify(value);
  return text.length > 120 ? `${text.slice(0, 120)}…` : text;
}
