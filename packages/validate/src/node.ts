import { parseDay } from "./calendar.ts";
import { type Decimal, parseDecimal } from "./decimal.ts";

/** Names of the properties of a message type. */
export type Name<T> = keyof T & string;

/**
 * Reads an object of unknown shape by the names of its type: what is absent, null or of another kind reads as absent.
 * Keeps the path for issues.
 */
export class Node<T> {
  readonly path: string;
  readonly #value: Readonly<Record<string, unknown>>;

  constructor(value: unknown, path: string) {
    this.path = path;
    this.#value = isObject(value) ? value : {};
  }

  /** Path of a property. */
  at(name: Name<T>): string {
    return this.path === "" ? name : `${this.path}.${name}`;
  }

  raw(name: Name<T>): unknown {
    return Object.hasOwn(this.#value, name) ? this.#value[name] : undefined;
  }

  /** A text with something in it, without the white space around it. */
  text(name: Name<T>): string | undefined {
    const value = this.raw(name);
    if (typeof value !== "string") return undefined;
    const text = value.trim();
    return text === "" ? undefined : text;
  }

  /** The same in capitals, runs of white space as one space: for comparing printed texts. */
  plain(name: Name<T>): string | undefined {
    const text = this.text(name);
    return text === undefined ? undefined : plainText(text);
  }

  /** True when the property holds something: not absent, not null, not a blank text, not an empty list. */
  filled(name: Name<T>): boolean {
    const value = this.raw(name);
    if (value === undefined || value === null) return false;
    if (typeof value === "string") return value.trim() !== "";
    return !(Array.isArray(value) && value.length === 0);
  }

  is(name: Name<T>): boolean {
    return this.raw(name) === true;
  }

  integer(name: Name<T>): number | undefined {
    const value = this.raw(name);
    return typeof value === "number" && Number.isSafeInteger(value) ? value : undefined;
  }

  decimal(name: Name<T>): Decimal | undefined {
    const value = this.text(name);
    return value === undefined ? undefined : parseDecimal(value);
  }

  /** A date as a day number; nothing for a day that does not exist. */
  day(name: Name<T>): number | undefined {
    const value = this.text(name);
    return value === undefined ? undefined : parseDay(value.slice(0, 10));
  }

  child<Child>(name: Name<T>): Node<Child> | undefined {
    const value = this.raw(name);
    return isObject(value) ? new Node<Child>(value, this.at(name)) : undefined;
  }

  /** Items of a list in its container, e.g. `list("goodsList", "goods")`. An item that is no object counts as an empty one. */
  list<Item>(container: Name<T>, item: string): readonly Node<Item>[] {
    const value = this.raw(container);
    if (!isObject(value)) return [];
    const items: unknown = Object.hasOwn(value, item) ? value[item] : undefined;
    if (!Array.isArray(items)) return [];
    return Array.from(items, (each, index) => new Node<Item>(each, `${this.at(container)}.${item}[${index}]`));
  }
}

/** Capitals, runs of white space as one space. */
export function plainText(text: string): string {
  return text.replace(/\s+/gu, " ").trim().toUpperCase();
}

/** A non-null object that is no array. */
export function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
