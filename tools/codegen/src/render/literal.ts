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

/** Nothing to escape: most names and values. */
const PLAIN = /^[ !#-[\]-~]*$/;

/** A string literal. Line separators are escaped, so that every tool agrees on line numbers. */
export function quote(text: string): string {
  if (PLAIN.test(text)) return `"${text}"`;
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
  const flat = oneLine(value, 118 - column);
  if (flat !== null) return flat;
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
  return value instanceof Code ? value.text : scalar(value);
}

function entries(value: { readonly [key: string]: Literal | undefined }): [string, Literal][] {
  return Object.entries(value).filter((e): e is [string, Literal] => e[1] !== undefined);
}

/**
 * The literal on one line, `null` when it takes more than `room` columns or a line end. It stops where the room ends:
 * what is nested would else be printed once for every level around it.
 */
function oneLine(value: Literal, room: number): string | null {
  if (value instanceof Code) return value.text.length <= room && !value.text.includes("\n") ? value.text : null;
  if (typeof value !== "object") {
    const text = scalar(value);
    return text.length <= room ? text : null;
  }
  // What is written before an item, and the shortest end.
  let text = "";
  if (Array.isArray(value)) {
    for (const item of value as readonly Literal[]) {
      text += text === "" ? "[" : ", ";
      const part = oneLine(item, room - text.length - 1);
      if (part === null) return null;
      text += part;
    }
    text = text === "" ? "[]" : `${text}]`;
  } else {
    const record = value as { readonly [key: string]: Literal | undefined };
    for (const key in record) {
      const item = record[key];
      if (item === undefined) continue;
      text += `${text === "" ? "{" : ","} ${property(key)}: `;
      const part = oneLine(item, room - text.length - 2);
      if (part === null) return null;
      text += part;
    }
    text = text === "" ? "{}" : `${text} }`;
  }
  return text.length <= room ? text : null;
}

function scalar(value: string | number | boolean | object): string {
  return typeof value === "string" ? quote(value) : String(value);
}
