import { ParseOption, XmlCData, XmlDocument, XmlElement, XmlText } from "libxml2-wasm";
import type { SchemaDefaults } from "./schema-hints.ts";

const XSI = "http://www.w3.org/2001/XMLSchema-instance";

/** An element as an independent parser sees it, without comments, instructions and white space between elements. */
interface Item {
  readonly name: string;
  readonly local: string;
  readonly attributes: ReadonlyMap<string, string>;
  readonly content: readonly (Item | string)[];
  readonly prefixes: ReadonlyMap<string, string>;
}

/**
 * Compares two documents by value, read by libxml2: names, attributes, order and texts. Texts that differ are equal
 * when they are two lexical forms of one number, boolean, octets or qualified name; a value that the schema supplies may
 * be missing on one side.
 *
 * @returns What differs first, or `null`.
 */
export function difference(before: Uint8Array | string, after: string, defaults: SchemaDefaults): string | null {
  const [a, b] = [itemOf(before), itemOf(after)];
  return compare(a, b, defaults, `/${a.local}`);
}

function itemOf(text: Uint8Array | string): Item {
  const options = { option: ParseOption.XML_PARSE_NONET | ParseOption.XML_PARSE_HUGE };
  const document =
    typeof text === "string" ? XmlDocument.fromString(text, options) : XmlDocument.fromBuffer(text, options);
  try {
    return convert(document.root, new Map());
  } finally {
    document.dispose();
  }
}

function convert(element: XmlElement, outer: ReadonlyMap<string, string>): Item {
  const prefixes = new Map(outer);
  for (const [prefix, uri] of Object.entries(element.nsDeclarations)) prefixes.set(prefix, uri);
  const attributes = new Map<string, string>();
  for (const a of element.attrs) attributes.set(`{${a.namespaceUri}}${a.name}`, a.value);
  const content: (Item | string)[] = [];
  // Links between siblings stop at processing instructions; a search does not.
  for (const node of element.find("node()[not(self::processing-instruction()) and not(self::comment())]")) {
    if (node instanceof XmlElement) content.push(convert(node, prefixes));
    else if (isText(node)) {
      const last = content.length - 1;
      if (typeof content[last] === "string") content[last] += node.content;
      else if (node.content !== "") content.push(node.content);
    }
  }
  return { name: `{${element.namespaceUri}}${element.name}`, local: element.name, attributes, content, prefixes };
}

function isText(node: unknown): node is XmlText | XmlCData {
  return node instanceof XmlText || node instanceof XmlCData;
}

/** Without white space that stands between elements only. */
function meaningful(item: Item): readonly (Item | string)[] {
  const { content } = item;
  const elements = content.some((c) => typeof c !== "string");
  const words = content.some((c) => typeof c === "string" && !/^[\t\n\r ]*$/.test(c));
  return elements && !words ? content.filter((c) => typeof c !== "string") : content;
}

/** Elements by name where they alone make up the content, equal names in their order. */
function sorted(content: readonly (Item | string)[]): readonly (Item | string)[] {
  if (content.some((c) => typeof c === "string")) return content;
  return [...(content as readonly Item[])].sort((x, y) => (x.name < y.name ? -1 : x.name > y.name ? 1 : 0));
}

function compare(a: Item, b: Item, defaults: SchemaDefaults, path: string): string | null {
  if (a.name !== b.name) return `${path}: ${a.name} became ${b.name}`;
  for (const name of new Set([...a.attributes.keys(), ...b.attributes.keys()])) {
    const [x, y] = [a.attributes.get(name), b.attributes.get(name)];
    const local = name.slice(name.indexOf("}") + 1);
    if (name.startsWith(`{${XSI}}`) && local.endsWith("chemaLocation")) continue;
    const supplied = defaults.attributes.get(local);
    if (x === undefined || y === undefined) {
      const only = (x ?? y) as string;
      const side = x === undefined ? b : a;
      // A type that is the declared one, or narrows a simple value, adds nothing; the caller compares what was read.
      if (name === `{${XSI}}type` && y === undefined) continue;
      if (name === `{${XSI}}nil` && /^\s*(?:false|0)\s*$/.test(only)) continue;
      if (![...(supplied ?? [])].some((value) => sameText(value, only, side, side)))
        return `${path}/@${name} ${x === undefined ? "came" : "went"}: "${only}"`;
    } else if (!sameText(x, y, a, b)) return `${path}/@${name}: "${x}" became "${y}"`;
  }
  let [left, right] = [meaningful(a), meaningful(b)];
  if (defaults.unordered) [left, right] = [sorted(left), sorted(right)];
  if (left.length !== right.length) {
    const [text] = left.length > right.length ? left : right;
    const supplied = [...(defaults.elements.get(a.local) ?? [])];
    if (left.length + right.length === 1 && typeof text === "string") {
      if (/^[\t\n\r ]*$/.test(text) || supplied.some((value) => sameText(value, text, a, b))) return null;
    }
    return `${path}: ${left.length} parts became ${right.length}`;
  }
  for (const [i, x] of left.entries()) {
    const y = right[i] as Item | string;
    if (typeof x === "string" || typeof y === "string") {
      if (typeof x !== typeof y) return `${path}: text and elements are mixed otherwise`;
      if (!sameText(x as string, y as string, a, b)) return `${path}: "${x as string}" became "${y as string}"`;
    } else {
      const found = compare(x, y, defaults, `${path}/${x.local}`);
      if (found !== null) return found;
    }
  }
  return null;
}

function sameText(x: string, y: string, a: Item, b: Item): boolean {
  if (x === y) return true;
  if (x.replace(/[\t\n\r]/g, " ") === y) return true;
  const [p, q] = [collapse(x), collapse(y)];
  if (q !== y && p !== x) return false;
  if (p === q) return true;
  const [left, right] = [p.split(" "), q.split(" ")];
  if (left.length === right.length && left.every((word, i) => sameWord(word, right[i] as string, a, b))) return true;
  const base64 = /^[A-Za-z0-9+/= ]*$/;
  return base64.test(p) && base64.test(q) && p.replaceAll(" ", "") === q.replaceAll(" ", "");
}

const BOOLEAN: Readonly<Record<string, string>> = { "1": "true", "0": "false", true: "true", false: "false" };

function sameWord(x: string, y: string, a: Item, b: Item): boolean {
  if (x === y) return true;
  const number = /^[+-]?(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][+-]?\d+)?$/;
  if (number.test(x) && number.test(y) && Number(x) === Number(y)) return true;
  if (/^[+-]?(?:INF|\d.*)$/.test(x) && y.endsWith("INF")) {
    return (
      x.replace("+", "") === y ||
      Number(x) === (y.startsWith("-") ? Number.NEGATIVE_INFINITY : Number.POSITIVE_INFINITY)
    );
  }
  if (Object.hasOwn(BOOLEAN, x) && BOOLEAN[x] === BOOLEAN[y]) return true;
  if (/^[0-9a-fA-F]+$/.test(x) && x.toLowerCase() === y.toLowerCase()) return true;
  // One moment, seen from two time zones.
  const moment = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d{1,3})?(?:Z|[+-]\d\d:\d\d)$/;
  if (moment.test(x) && moment.test(y) && Date.parse(x) === Date.parse(y)) return true;
  const [m, n] = [qualified(x, a), qualified(y, b)];
  return m !== null && m === n;
}

function qualified(word: string, item: Item): string | null {
  const match = /^(?:([^:]+):)?([^:]+)$/.exec(word);
  if (!match) return null;
  const [, prefix = "", local = ""] = match;
  const ns = item.prefixes.get(prefix);
  if (ns === undefined && prefix !== "") return null;
  return `{${ns ?? ""}}${local}`;
}

function collapse(text: string): string {
  return text.replace(/[\t\n\r ]+/g, " ").replace(/^ | $/g, "");
}
