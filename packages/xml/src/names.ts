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
  /** UTF-16 units of the qualified name. */
  readonly codes: Uint16Array;
  /** Whether an attribute of this name declares a namespace. */
  readonly declares: boolean;
  /** The element that came as first child the last time: the reader's first guess. */
  child: Name | undefined = undefined;
  /** The element that followed the last time. */
  sibling: Name | undefined = undefined;
  /** Number of the start tag that last had an attribute of this name; tells doubles without comparing all pairs. */
  seen = 0;

  constructor(qname: string, prefix: string, local: string, binding: Binding) {
    this.qname = qname;
    this.prefix = prefix;
    this.local = local;
    this.binding = binding;
    this.codes = new Uint16Array(qname.length);
    for (let i = 0; i < qname.length; i++) this.codes[i] = qname.charCodeAt(i);
    this.declares = qname === "xmlns" || prefix === "xmlns";
  }
}

// Bounds of what outlives a document; a hostile one must not leave its names behind.
const MAX_NAMES = 2048;
const MAX_CHARACTERS = 1 << 16;
const MAX_BINDINGS = 256;

/** All names and prefixes that one reader has met. Lives as long as the reader: names come back with every message. */
export class NameTable {
  readonly xml: Binding = { prefix: "xml", uri: "http://www.w3.org/XML/1998/namespace" };
  readonly standard: Binding = { prefix: "", uri: "" };
  private names = new Map<string, Name>();
  private bindings = new Map<string, Binding>();
  private uris = new Map<string, string>();
  private characters = 0;

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
    const binding: Binding = { prefix, uri: undefined };
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
    }
  }

  /** Between documents, when nothing is declared any more: forgets prefixes as well when there are too many. */
  trimAll(): void {
    this.trim();
    if (this.bindings.size <= MAX_BINDINGS) return;
    this.names = new Map();
    this.bindings = new Map();
    this.uris = new Map();
    this.characters = 0;
  }

  private add(text: string): Name {
    const qname = intern(text);
    const colon = qname.indexOf(":");
    const prefix = colon < 0 ? "" : intern(qname.slice(0, colon));
    const local = colon < 0 ? qname : intern(qname.slice(colon + 1));
    const name = new Name(qname, prefix, local, this.binding(prefix));
    this.names.set(qname, name);
    this.characters += qname.length;
    return name;
  }
}

/**
 * A copy that is the engine's one instance of this text, as literals in code are: comparing it with a literal is then
 * comparing pointers, and it does not keep the document alive, as a slice would.
 */
function intern(text: string): string {
  for (const key in { [text]: 0 }) return key;
  return text;
}
