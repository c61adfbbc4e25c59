/** The namespace that a prefix is bound to where the reader stands. */
export interface Binding {
  readonly prefix: string;
  /** `undefined` while the prefix is not declared. */
  uri: string | undefined;
}

/** A qualified name met in a document, kept once so that names compare and resolve without work on their characters. */
export class Name {
  readonly qname: string;
  readonly prefix: string;
  readonly local: string;
  readonly binding: Binding;
  /** Holds the UTF-16 units of the qualified name from `start` on, beside those of others. */
  readonly codes: Uint16Array;
  readonly start: number;
  readonly size: number;
  /** Whether an attribute of this name declares a namespace. */
  readonly declares: boolean;
  /** The element that came as first child the last time: the reader's first guess. */
  child: Name | undefined = undefined;
  /** The element that followed the last time. */
  sibling: Name | undefined = undefined;
  /** Number of the start tag that last had an attribute of this name; tells doubles without comparing all pairs. */
  seen = 0;

  constructor(qname: string, prefix: string, local: string, binding: Binding, codes: Uint16Array, start: number) {
    this.qname = qname;
    this.prefix = prefix;
    this.local = local;
    this.binding = binding;
    this.codes = codes;
    this.start = start;
    this.size = qname.length;
    this.declares = qname === "xmlns" || prefix === "xmlns";
  }
}

// Bounds of what outlives a document; a hostile one must not leave its names behind.
const MAX_NAMES = 2048;
const MAX_CHARACTERS = 1 << 16;
const MAX_BINDINGS = 256;

/** Units of many names in one array: cheaper than an array each. */
const POOL = 1 << 12;

/** All names and prefixes that a reader has met. Outlives documents: names come back with every message. */
export class NameTable {
  readonly xml: Binding = { prefix: "xml", uri: "http://www.w3.org/XML/1998/namespace" };
  readonly standard: Binding = { prefix: "", uri: "" };
  /** Counts start tags with attributes, for {@link Name.seen}. */
  serial = 0;
  private names = new Map<string, Name>();
  private bindings = new Map<string, Binding>();
  private uris = new Map<string, string>();
  private characters = 0;
  private pool = new Uint16Array(POOL);
  private used = 0;
  /** The document has more names than anybody needs to remember. */
  private flooded = false;
  /** Stands before the root element: its sibling is the guess at the root. */
  start: Name = this.name("_");

  /** The name; `qname` must be one. */
  name(qname: string): Name {
    return this.names.get(qname) ?? this.add(qname);
  }

  /** The binding of a prefix. */
  binding(prefix: string): Binding {
    if (prefix === "") return this.standard;
    if (prefix === "xml") return this.xml;
    const known = this.bindings.get(prefix);
    if (known !== undefined) return known;
    const binding: Binding = { prefix: intern(prefix), uri: undefined };
    this.bindings.set(prefix, binding);
    return binding;
  }

  /** The binding of a prefix that was met already. */
  find(prefix: string): Binding | undefined {
    return prefix === "" ? this.standard : prefix === "xml" ? this.xml : this.bindings.get(prefix);
  }

  /** One string for equal namespace names, so that comparing them with constants is comparing pointers. */
  uri(uri: string): string {
    const known = this.uris.get(uri);
    if (known !== undefined) return known;
    if (this.uris.size >= MAX_BINDINGS) this.uris.clear();
    const kept = uri.length > 1024 ? uri : intern(uri);
    this.uris.set(kept, kept);
    return kept;
  }

  /** Forgets names when there are too many of them. Not inside a start tag: {@link Name.seen} needs one object a name. */
  trim(): void {
    if (this.names.size > MAX_NAMES || this.characters > MAX_CHARACTERS) {
      this.names = new Map();
      this.characters = 0;
      this.flooded = true;
    }
  }

  /** Between documents, when nothing is declared any more: forgets all when it became too much. */
  trimAll(): void {
    this.trim();
    if (!this.flooded && this.bindings.size <= MAX_BINDINGS) return;
    this.names = new Map();
    this.bindings = new Map();
    this.uris = new Map();
    this.characters = 0;
    this.flooded = false;
    // Names lead to others and to their bindings: no way back to the old ones.
    this.start = this.name("_");
  }

  private add(text: string): Name {
    const keep = this.flooded ? (name: string): string => name : intern;
    const qname = keep(text);
    const colon = qname.indexOf(":");
    const prefix = colon < 0 ? "" : keep(qname.slice(0, colon));
    const local = colon < 0 ? qname : keep(qname.slice(colon + 1));
    const size = qname.length;
    if (this.used + size > this.pool.length) {
      this.pool = new Uint16Array(Math.max(POOL, size));
      this.used = 0;
    }
    const start = this.used;
    for (let i = 0; i < size; i++) this.pool[start + i] = qname.charCodeAt(i);
    this.used += size;
    const name = new Name(qname, prefix, local, this.binding(prefix), this.pool, start);
    this.names.set(qname, name);
    this.characters += qname.length;
    return name;
  }
}

// One table waits for the next reader, so that readers made for one message start with its names.
let spare: NameTable | undefined;

/** A table for one reader alone. */
export function borrowNames(): NameTable {
  const table = spare ?? new NameTable();
  spare = undefined;
  return table;
}

/** Takes a table back, with nothing declared in it; the caller must not use it any more. */
export function returnNames(table: NameTable): void {
  if (table === NO_NAMES) return;
  table.trimAll();
  spare = table;
}

/** The table of a reader without document. */
export const NO_NAMES: NameTable = new NameTable();

/**
 * A copy that is the engine's one instance of this text, as literals in code are: comparing it with a literal is then
 * comparing pointers, and it does not keep the document alive, as a slice would.
 */
function intern(text: string): string {
  // An object without prototype is a dictionary: a key leaves no trace in the engine's shapes.
  const box: Record<string, boolean> = Object.create(null);
  box[text] = true;
  for (const key in box) return key;
  return text;
}
