import { decodeXml, END, EOF, isXmlError, START, TEXT, XmlReader } from "@coo/xml";
import { builtins } from "./builtins.ts";
import { LETTERS } from "./grammar.ts";
import type { Location } from "./model.ts";
import { listItems, WSDL_NS, XSD_NS } from "./names.ts";
import { type Scope, XNode } from "./tree.ts";

/** What was overlooked while reading, for the caller to report. */
export interface ReadNotes {
  /** A document type declaration was skipped. */
  readonly doctype: Location | null;
  /** wsdl:definitions has no namespace. */
  readonly bare: Location | null;
  /** Elements of XML Schema in wrong letter case. */
  readonly misspelt: readonly { readonly at: Location; readonly found: string; readonly meant: string }[];
  /** A draft namespace was read as the final one. */
  readonly draft: { readonly at: Location; readonly namespace: string } | null;
}

/** Bounds for one document. */
export interface ReadLimits {
  readonly maxBytes: number;
  readonly maxDepth: number;
}

/** Namespaces of drafts that differ from the final language in nothing that published descriptions use. */
const DRAFTS: ReadonlyMap<string, string> = new Map([
  ["http://www.w3.org/1999/XMLSchema", XSD_NS],
  ["http://www.w3.org/2000/10/XMLSchema", XSD_NS],
]);

const MEANT: ReadonlyMap<string, string> = new Map(Object.keys(LETTERS).map((name) => [name.toLowerCase(), name]));

const ROOT_SCOPE: Scope = { parent: null, prefixes: new Map() };

/**
 * Reads a document into a tree with positions. Of xs:documentation and of children of xs:appinfo only the text is kept.
 *
 * @throws XmlError of `@coo/xml`.
 */
export function readXml(bytes: Uint8Array, file: string, limits: ReadLimits): { root: XNode; notes: ReadNotes } {
  const { text, doctype } = withoutDoctype(decode(bytes, limits.maxBytes));
  const reader = new XmlReader(text, {
    limits: { maxBytes: limits.maxBytes, maxDepth: limits.maxDepth, maxElements: 20_000_000, maxAttributes: 1024 },
  });
  const locate = locator(text, file);
  const misspelt: ReadNotes["misspelt"][number][] = [];
  let bare: Location | null = null;
  let draft: ReadNotes["draft"] = null;
  let root: XNode | null = null;
  let current: XNode | null = null;
  /** Element whose whole text is kept, instead of a tree. */
  let flat: XNode | null = null;
  let flatDepth = 0;
  /** Children of all open elements, and where those of each begin. */
  const pending: XNode[] = [];
  const marks: number[] = [];
  for (let event = reader.next(); event !== EOF; event = reader.next()) {
    if (event === TEXT) {
      if (flat !== null) flat.text += reader.text;
      else if (current !== null && !reader.isWhitespace) current.text += reader.text;
    } else if (event === START) {
      if (flat !== null) {
        flatDepth++;
        continue;
      }
      const at = locate(reader.startOffset);
      // Some tools forget the default namespace of WSDL; everything without one belongs to it then.
      if (current === null && reader.ns === "" && reader.local === "definitions") bare = at;
      const ns = reader.ns === "" && bare !== null ? WSDL_NS : final(reader.ns);
      let local = reader.local;
      if (ns === XSD_NS && LETTERS[local] === undefined && local !== "schema") {
        const meant = MEANT.get(local.toLowerCase());
        if (meant !== undefined) {
          misspelt.push({ at, found: local, meant });
          local = meant;
        }
      }
      const node: XNode = new XNode(ns, local, at, current, scopeOf(reader, current));
      if (DRAFTS.has(reader.ns)) draft ??= { at, namespace: reader.ns };
      readAttributes(reader, node);
      if (current === null) root = node;
      else if (isAvailable(node)) pending.push(node);
      marks.push(pending.length);
      if (keepsText(node)) {
        flat = node;
        flatDepth = 0;
      }
      current = node;
    } else if (event === END) {
      if (flat !== null && flatDepth > 0) {
        flatDepth--;
        continue;
      }
      flat = null;
      const mark = marks.pop() as number;
      if (current !== null && pending.length > mark) {
        current.children = pending.slice(mark);
        pending.length = mark;
      }
      current = parentOf(current);
    }
  }
  return {
    root: root as unknown as XNode,
    notes: { doctype: doctype === null ? null : locator(text, file)(doctype), draft, bare, misspelt },
  };
}

const VERSIONING_NS = "http://www.w3.org/2007/XMLSchema-versioning";

/** Conditional inclusion of XML Schema 1.1: what is meant for other versions or needs unknown types is left out. */
function isAvailable(node: XNode): boolean {
  for (const { ns, local, value } of node.qualified ?? []) {
    if (ns !== VERSIONING_NS) continue;
    const version = Number(value);
    if (local === "minVersion" && version > 1.1) return false;
    if (local === "maxVersion" && version <= 1.1) return false;
    if (local !== "typeAvailable" && local !== "typeUnavailable") continue;
    const known = listItems(value).every((name) => {
      const colon = name.indexOf(":");
      return node.lookup(colon < 0 ? "" : name.slice(0, colon)) === XSD_NS && builtins.has(name.slice(colon + 1));
    });
    if (known !== (local === "typeAvailable")) return false;
  }
  return true;
}

function final(ns: string): string {
  return DRAFTS.get(ns) ?? ns;
}

function parentOf(node: XNode | null): XNode | null {
  return node === null ? null : node.parent;
}

function keepsText(node: XNode): boolean {
  if (node.local === "documentation") return node.ns === XSD_NS || node.ns === WSDL_NS;
  const parent = node.parent;
  return parent !== null && parent.local === "appinfo" && parent.ns === XSD_NS;
}

function scopeOf(reader: XmlReader, parent: XNode | null): Scope {
  const declared = reader.declarations();
  const outer = parent?.scope ?? ROOT_SCOPE;
  if (declared.length === 0) return outer;
  return { parent: outer, prefixes: new Map(declared.map(([prefix, ns]) => [prefix, final(ns)])) };
}

function readAttributes(reader: XmlReader, node: XNode): void {
  const { attributeCount } = reader;
  if (attributeCount === 0) return;
  const own: string[] = [];
  for (let i = 0; i < attributeCount; i++) {
    const ns = reader.attributeNs(i);
    if (ns === "") own.push(reader.attributeLocal(i), reader.attributeValue(i));
    else {
      node.qualified ??= [];
      node.qualified.push({ ns: final(ns), local: reader.attributeLocal(i), value: reader.attributeValue(i) });
    }
  }
  node.own = own.slice();
}

/** Single-byte encodings that old tools write; `@coo/xml` leaves them out because messages never use them. */
const SINGLE_BYTE: Readonly<Record<string, string>> = {
  "iso-8859-1": "windows-1252",
  "iso8859-1": "windows-1252",
  latin1: "windows-1252",
  "windows-1252": "windows-1252",
  "iso-8859-15": "iso-8859-15",
  "windows-1250": "windows-1250",
  "iso-8859-2": "iso-8859-2",
};

function decode(bytes: Uint8Array, maxBytes: number): string {
  const head = String.fromCharCode(...bytes.subarray(0, 200));
  const declared = /^<\?xml[^>]*?encoding\s*=\s*["']([A-Za-z0-9._-]+)["']/.exec(head)?.[1]?.toLowerCase() ?? "";
  const label = SINGLE_BYTE[declared];
  if (label !== undefined && bytes.byteLength <= maxBytes) return new TextDecoder(label).decode(bytes);
  return decodeXml(bytes, { maxBytes }).text;
}

/**
 * Blanks out a document type declaration, so that positions stay. Schemas of the W3C have one that declares nothing of
 * use; a reference to an entity it declares is an error afterwards.
 */
function withoutDoctype(text: string): { readonly text: string; readonly doctype: number | null } {
  const prolog = prologLength(text);
  if (!text.startsWith("<!DOCTYPE", prolog)) return { text, doctype: null };
  const end = doctypeEnd(text, prolog);
  if (end === null) return { text, doctype: null };
  const blank = text.slice(prolog, end).replace(/[^\n\r]/g, " ");
  return { text: text.slice(0, prolog) + blank + text.slice(end), doctype: prolog };
}

/** Length of the XML declaration, comments and processing instructions at the start. */
function prologLength(text: string): number {
  let i = 0;
  for (;;) {
    const c = text[i];
    if (c === " " || c === "\n" || c === "\r" || c === "\t" || c === "\ufeff") i++;
    else {
      const close = text.startsWith("<?", i) ? "?>" : text.startsWith("<!--", i) ? "-->" : null;
      const end = close === null ? -1 : text.indexOf(close, i + 2);
      if (end < 0) return i;
      i = end + (close?.length ?? 0);
    }
  }
}

/** Offset behind the document type declaration that starts at `start`; `null` when it does not end. */
function doctypeEnd(text: string, start: number): number | null {
  let inSubset = false;
  for (let i = start + 2; i < text.length; i++) {
    const c = text[i];
    if (c === '"' || c === "'") {
      const close = text.indexOf(c, i + 1);
      if (close < 0) return null;
      i = close;
    } else if (inSubset && text.startsWith("<!--", i)) {
      const close = text.indexOf("-->", i + 4);
      if (close < 0) return null;
      i = close + 2;
    } else if (c === "[") inSubset = true;
    else if (c === "]") inSubset = false;
    else if (c === ">" && !inSubset) return i + 1;
  }
  return null;
}

/** Places of growing offsets, in one pass over the text. */
function locator(text: string, file: string): (offset: number) => Location {
  let line = 1;
  let start = 0;
  let next = text.indexOf("\n");
  return (offset) => {
    while (next >= 0 && next < offset) {
      line++;
      start = next + 1;
      next = text.indexOf("\n", start);
    }
    return { file, line, column: offset - start + 1 };
  };
}

/** What an error of the reader says, without place. */
export function readErrorText(
  error: unknown,
): { line: number; column: number; reason: string; reasonZh: string } | null {
  if (!isXmlError(error)) return null;
  return { line: error.line, column: error.column, reason: error.message, reasonZh: error.messageZh };
}
