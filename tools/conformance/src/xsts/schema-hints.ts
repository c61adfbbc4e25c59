import { existsSync, readFileSync } from "node:fs";
import { dirname, join, normalize } from "node:path";
import { ParseOption, XmlDocument, XmlElement } from "libxml2-wasm";

const XSI = "http://www.w3.org/2001/XMLSchema-instance";

/**
 * Schema documents that an instance names itself, on any element, and that exist beside it; relative to `root` as `path` is.
 */
export function hintsOf(root: string, path: string): string[] {
  const text = readFileSync(join(root, path));
  if (!text.includes("chemaLocation") && !text.includes("\0")) return [];
  let document: XmlDocument;
  try {
    document = XmlDocument.fromBuffer(text, { option: ParseOption.XML_PARSE_NONET });
  } catch {
    return [];
  }
  const found: string[] = [];
  try {
    for (const node of document.find(`//@*[namespace-uri()="${XSI}"]`)) {
      const { name, content } = node as unknown as { name: string; content: string };
      const words = content.trim().split(/\s+/);
      if (name === "noNamespaceSchemaLocation") found.push(...words);
      else if (name === "schemaLocation") found.push(...words.filter((_, i) => i % 2 === 1));
    }
  } finally {
    document.dispose();
  }
  return found
    .filter((location) => !/^[a-z][a-z0-9+.-]*:\/\//i.test(location))
    .map((location) => normalize(join(dirname(path), location.replace(/[#?].*$/s, ""))))
    .filter((file) => !file.startsWith("..") && existsSync(join(root, file)));
}

/** Values that the schema itself puts into documents: they may stand in one text and not in the other. */
export interface SchemaDefaults {
  /** Local name of an attribute → default and fixed values. */
  readonly attributes: ReadonlyMap<string, ReadonlySet<string>>;
  readonly elements: ReadonlyMap<string, ReadonlySet<string>>;
  /** There is an xs:all: the order of elements may tell nothing. */
  readonly unordered: boolean;
}

/** Collects `default` and `fixed` of all declarations in some schema documents and those they name. */
export function defaultsOf(root: string, files: readonly string[]): SchemaDefaults {
  const attributes = new Map<string, Set<string>>();
  const elements = new Map<string, Set<string>>();
  let unordered = false;
  const seen = new Set<string>();
  const queue = [...files];
  for (let file = queue.pop(); file !== undefined; file = queue.pop()) {
    if (seen.has(file) || !existsSync(join(root, file))) continue;
    seen.add(file);
    let document: XmlDocument;
    try {
      document = XmlDocument.fromBuffer(readFileSync(join(root, file)), { option: ParseOption.XML_PARSE_NONET });
    } catch {
      continue;
    }
    for (const node of document.find("//*[@default or @fixed or @schemaLocation]")) {
      if (!(node instanceof XmlElement)) continue;
      const location = node.attr("schemaLocation")?.value;
      if (location !== undefined) queue.push(normalize(join(dirname(file), location)));
      const value = node.attr("default")?.value ?? node.attr("fixed")?.value;
      const name = (node.attr("name")?.value ?? node.attr("ref")?.value)?.replace(/^.*:/, "").trim();
      if (value === undefined || name === undefined) continue;
      const map = node.name === "attribute" ? attributes : node.name === "element" ? elements : null;
      if (map) map.set(name, (map.get(name) ?? new Set()).add(value));
    }
    unordered ||= document.get("//*[local-name()='all'][*]") !== null;
    document.dispose();
  }
  return { attributes, elements, unordered };
}
