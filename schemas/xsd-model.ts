/**
 * The schemas of an edition as a validator's parser (libxml2) sees them: elements in order, facets, marks.
 * Tests and the sample generator read the schemas through this, not through our own XSD reader.
 */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { XmlDocument, type XmlElement, XmlElement as XmlElementClass } from "libxml2-wasm";

const XS = "http://www.w3.org/2001/XMLSchema";
const NS = { xs: XS, coo: "urn:coo:schema" };

/** One `coo:field`: what is known about an element, as attributes. */
export type Mark = Readonly<Record<string, string>>;

/** An element declared in a complex type. `type` is a Clark name; `max` is `Infinity` for unbounded. */
export interface FieldModel {
  readonly name: string;
  readonly type: string;
  readonly min: number;
  readonly max: number;
  readonly nillable: boolean;
  readonly zh: string;
  readonly en: string;
  readonly marks: readonly Mark[];
}

/** A complex type of our schemas: a sequence, or a choice. */
export interface ComplexModel {
  readonly kind: "sequence" | "choice";
  readonly fields: readonly FieldModel[];
}

/** A simple type of our schemas: one restriction of a built-in type, or a list of one. */
export interface SimpleModel {
  readonly base: string;
  readonly list: boolean;
  readonly maxLength?: number;
  readonly totalDigits?: number;
  readonly fractionDigits?: number;
  readonly pattern?: string;
  readonly enumeration: readonly string[];
}

/** All types of an edition by Clark name; built-in types are not listed. */
export interface EditionModel {
  readonly complex: ReadonlyMap<string, ComplexModel>;
  readonly simple: ReadonlyMap<string, SimpleModel>;
}

/** Reads the schema files `files` in `folder`. */
export function readEdition(folder: string, files: readonly string[]): EditionModel {
  const complex = new Map<string, ComplexModel>();
  const simple = new Map<string, SimpleModel>();
  for (const file of files) {
    const doc = XmlDocument.fromBuffer(readFileSync(join(folder, file)));
    try {
      const target = attribute(doc.root, "targetNamespace") ?? "";
      for (const node of elements(doc.root, "xs:complexType")) {
        complex.set(`{${target}}${attribute(node, "name")}`, readComplex(node));
      }
      for (const node of elements(doc.root, "xs:simpleType")) {
        simple.set(`{${target}}${attribute(node, "name")}`, readSimple(node));
      }
    } finally {
      doc.dispose();
    }
  }
  return { complex, simple };
}

function readComplex(node: XmlElement): ComplexModel {
  const choice = elements(node, "xs:choice").length > 0;
  const kind = choice ? "choice" : "sequence";
  return { kind, fields: elements(node, `xs:${kind}/xs:element`).map(readField) };
}

function readField(node: XmlElement): FieldModel {
  const max = attribute(node, "maxOccurs") ?? "1";
  const text = (language: string): string =>
    elements(node, `xs:annotation/xs:documentation[@xml:lang="${language}"]`)
      .map((entry) => entry.content)
      .join("");
  return {
    name: attribute(node, "name") ?? "",
    type: resolve(node, attribute(node, "type") ?? ""),
    min: Number(attribute(node, "minOccurs") ?? "1"),
    max: max === "unbounded" ? Number.POSITIVE_INFINITY : Number(max),
    nillable: attribute(node, "nillable") === "true",
    zh: text("zh"),
    en: text("en"),
    marks: elements(node, "xs:annotation/xs:appinfo/coo:field").map((mark) =>
      Object.fromEntries(mark.attrs.map((entry) => [entry.name, entry.value])),
    ),
  };
}

function readSimple(node: XmlElement): SimpleModel {
  const [list] = elements(node, "xs:list");
  if (list) return { base: resolve(list, attribute(list, "itemType") ?? ""), list: true, enumeration: [] };
  const [restriction] = elements(node, "xs:restriction");
  if (!restriction) throw new Error(`line ${node.line}: neither a list nor a restriction`);
  const values = (name: string): string[] =>
    elements(restriction, `xs:${name}`).map((facet) => attribute(facet, "value") ?? "");
  const number = (name: "maxLength" | "totalDigits" | "fractionDigits"): Partial<SimpleModel> => {
    const [value] = values(name);
    return value === undefined ? {} : { [name]: Number(value) };
  };
  const [pattern] = values("pattern");
  return {
    base: resolve(restriction, attribute(restriction, "base") ?? ""),
    list: false,
    ...number("maxLength"),
    ...number("totalDigits"),
    ...number("fractionDigits"),
    ...(pattern === undefined ? {} : { pattern }),
    enumeration: values("enumeration"),
  };
}

function elements(node: XmlElement, path: string): XmlElement[] {
  return node.find(path, NS).filter((entry) => entry instanceof XmlElementClass);
}

function attribute(node: XmlElement, name: string): string | undefined {
  return node.attr(name)?.value;
}

function resolve(node: XmlElement, qname: string): string {
  const [prefix, local] = qname.includes(":") ? qname.split(":") : ["", qname];
  return `{${node.namespaceForPrefix(prefix ?? "") ?? ""}}${local}`;
}
