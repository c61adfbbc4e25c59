import { isPlainProperty } from "../identifiers.ts";

/** Source text that stands for itself inside a literal. */
export class Code {
  readonly text: string;
  constructor(text: string) {
    this.text = text;
  }
}

export type Literal =
  | string
  | number
  | boolean
  | Code
  | readonly Literal[]
  | { readonly [key: string]: Literal | undefined };

/** A string literal. Line separators are escaped, so that every tool agrees on line numbers. */
export function quote(text: string): string {
  return JSON.stringify(text).replace(
    /[\u2028\u2029\u007f-\u009f\ufeff\u200b-\u200f]/g,
    (c) => `\\u${c.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );
}

/** A property name, in quotes where needed. */
export function property(name: string): string {
  return isPlainProperty(name) ? name : quote(name);
}

/** Prints a literal, on one line where it fits into 120 columns. Properties whose value is `undefined` are left out. */
export function literal(value: Literal, indent = "", column: number = indent.length): string {
  const flat = oneLine(value);
  if (flat.length + column <= 118 && !flat.includes("\n")) return flat;
  const inner = `${indent}  `;
  if (Array.isArray(value)) {
    return `[\n${(value as readonly Literal[]).map((v) => `${inner}${literal(v, inner)},\n`).join("")}${indent}]`;
  }
  if (typeof value === "object" && !(value instanceof Code)) {
    const lines = entries(value as { readonly [key: string]: Literal | undefined }).map(([key, v]) => {
      const head = `${inner}${property(key)}: `;
      return `${head}${literal(v, inner, head.length)},\n`;
    });
    return `{\n${lines.join("")}${indent}}`;
  }
  return flat;
}

function entries(value: { readonly [key: string]: Literal | undefined }): [string, Literal][] {
  return Object.entries(value).filter((e): e is [string, Literal] => e[1] !== undefined);
}

function oneLine(value: Literal): string {
  if (typeof value === "string") return quote(value);
  if (value instanceof Code) return value.text;
  if (Array.isArray(value)) return `[${(value as readonly Literal[]).map(oneLine).join(", ")}]`;
  if (typeof value === "object") {
    const list = entries(value as { readonly [key: string]: Literal | undefined });
    return list.length === 0 ? "{}" : `{ ${list.map(([k, v]) => `${property(k)}: ${oneLine(v)}`).join(", ")} }`;
  }
  return String(value);
}
