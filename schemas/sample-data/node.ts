import type { EditionModel } from "../xsd-model.ts";

/** An XML element of a payload: text, children, or nil. */
export interface Node {
  readonly name: string;
  readonly text?: string;
  readonly children?: readonly Node[];
  readonly nil?: boolean;
  /** Namespace the element is put into; only wrong samples have one. */
  readonly namespace?: string;
}

/** What a sample says about an element: text, children by name, `null` for nil, an array for repetition. */
export type Value = string | null | Fields | readonly Value[];
export interface Fields {
  readonly [name: string]: Value;
}

/** Puts `fields` into the order of the complex type `type`; names that the type does not have are refused. */
export function toNodes(model: EditionModel, type: string, fields: Fields): Node[] {
  const complex = model.complex.get(type);
  if (!complex) throw new Error(`no complex type ${type}`);
  const known = new Set(complex.fields.map((field) => field.name));
  for (const name of Object.keys(fields)) if (!known.has(name)) throw new Error(`${type} has no element ${name}`);
  return complex.fields.flatMap((field) => {
    const value = fields[field.name];
    if (value === undefined) return [];
    return (isArray(value) ? value : [value]).map((item): Node => {
      if (item === null) return { name: field.name, nil: true };
      if (typeof item === "string") return { name: field.name, text: item };
      if (isArray(item)) throw new Error(`${type} ${field.name}: nested array`);
      return { name: field.name, children: toNodes(model, field.type, item) };
    });
  });
}

const isArray = (value: Value): value is readonly Value[] => Array.isArray(value);

const XSI = 'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"';

/** Text of `node`, two blanks a level; text content stands untouched between its tags. */
export function print(node: Node, indent = ""): string {
  const namespace = node.namespace === undefined ? "" : ` xmlns="${node.namespace}"`;
  const scope = (node.name === "Head" || node.name === "Body") && hasNil(node) ? ` ${XSI}` : "";
  const open = `${indent}<${node.name}${namespace}${scope}`;
  if (node.nil) return `${open} xsi:nil="true"/>`;
  const text = escape(node.text ?? "");
  if (!node.children) return text === "" ? `${open}></${node.name}>` : `${open}>${text}</${node.name}>`;
  if (node.children.length === 0 && text === "") return `${open}/>`;
  const lines = node.children.map((child) => print(child, `${indent}  `));
  return [`${open}>${text}`, ...lines, `${indent}</${node.name}>`].join("\n");
}

function hasNil(node: Node): boolean {
  return node.nil === true || (node.children ?? []).some(hasNil);
}

function escape(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll("\r", "&#13;");
}
