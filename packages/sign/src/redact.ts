import { toBase64, toBase64url, toHex } from "./encoding.ts";
import { keyList, type SignKey, secretOf } from "./sign-key.ts";

/**
 * A copy of `value` in which no key can be read: every occurrence of a key, also in hex, base64, percent, XML or JSON
 * writing, becomes `[key <fingerprint>]`. Texts, arrays, maps, sets, errors and plain objects are searched through; byte arrays
 * that contain a key are replaced whole.
 */
export function redact<T>(value: T, keys: SignKey | readonly SignKey[]): T {
  const needles: [needle: string, mark: string][] = [];
  for (const key of keyList(keys)) {
    const { bytes, text, source } = secretOf(key);
    const plain = [text, binary(bytes), binary(source), binary(source).trim()].filter((form) => form !== undefined);
    const written = [...plain, toHex(bytes), toHex(bytes).toUpperCase(), toBase64(bytes), toBase64url(bytes)];
    const forms = new Set(written.flatMap((form) => [form, ...escapedForms(form)]));
    for (const form of forms) if (form !== "") needles.push([form, `[key ${key.fingerprint}]`]);
  }
  needles.sort(([a], [b]) => b.length - a.length);
  return copy(value, needles, new Map()) as T;
}

function escapedForms(form: string): string[] {
  if (!form.isWellFormed()) return [];
  return [encodeURIComponent(form), escapeXml(form), JSON.stringify(form).slice(1, -1)];
}

function copy(value: unknown, needles: readonly [string, string][], seen: Map<object, unknown>): unknown {
  if (typeof value === "string") return replaceAll(value, needles);
  if (typeof value !== "object" || value === null) return value;
  const known = seen.get(value);
  if (known !== undefined) return known;
  if (value instanceof Uint8Array) {
    const text = binary(value);
    return replaceAll(text, needles) === text ? value : new TextEncoder().encode(replaceAll(text, needles));
  }
  if (Array.isArray(value))
    return fill(value, [] as unknown[], seen, (to) => to.push(...value.map((v) => copy(v, needles, seen))));
  if (value instanceof Map) {
    return fill(value, new Map<unknown, unknown>(), seen, (to) => {
      for (const [k, v] of value) to.set(copy(k, needles, seen), copy(v, needles, seen));
    });
  }
  if (value instanceof Set) {
    return fill(value, new Set<unknown>(), seen, (to) => {
      for (const v of value) to.add(copy(v, needles, seen));
    });
  }
  const prototype: unknown = Object.getPrototypeOf(value);
  if (prototype !== Object.prototype && prototype !== null && !(value instanceof Error)) return value;
  return fill(value, Object.create(prototype as object | null) as Record<string, unknown>, seen, (to) => {
    for (const name of Object.getOwnPropertyNames(value)) {
      const inner: unknown = (value as Record<string, unknown>)[name];
      const enumerable = Object.prototype.propertyIsEnumerable.call(value, name);
      Object.defineProperty(to, replaceAll(name, needles), {
        value: copy(inner, needles, seen),
        enumerable,
        writable: true,
        configurable: true,
      });
    }
  });
}

function fill<T extends object>(from: object, to: T, seen: Map<object, unknown>, put: (to: T) => void): T {
  seen.set(from, to);
  put(to);
  return to;
}

function replaceAll(text: string, needles: readonly [string, string][]): string {
  for (const [needle, mark] of needles) text = text.replaceAll(needle, () => mark);
  return text;
}

/** One character a byte: lets text search find keys in bytes. */
function binary(bytes: Uint8Array): string {
  let text = "";
  for (const byte of bytes) text += String.fromCharCode(byte);
  return text;
}

function escapeXml(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;");
}
