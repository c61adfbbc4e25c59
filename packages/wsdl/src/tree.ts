import type { Location } from "./model.ts";

/** Namespace declarations of one element; elements without any share their parent's scope. */
export interface Scope {
  readonly parent: Scope | null;
  readonly prefixes: Map<string, string>;
}

/** A namespaced attribute. */
export interface QualifiedAttribute {
  readonly ns: string;
  readonly local: string;
  readonly value: string;
}

const NO_NODES: readonly XNode[] = [];
const NO_TEXTS: readonly string[] = [];

/** An element of a document being read. Kept only while the model is built. */
export class XNode {
  readonly ns: string;
  readonly local: string;
  readonly at: Location;
  readonly parent: XNode | null;
  readonly scope: Scope;
  /** Set once, when the element ends: arrays that grow one by one keep room for many. */
  children: readonly XNode[] = NO_NODES;
  /** Unqualified attributes, name and value in turn. */
  own: readonly string[] = NO_TEXTS;
  qualified: QualifiedAttribute[] | null = null;
  /** Text directly inside, white space only dropped; of documentation and appinfo children everything inside. */
  text = "";

  constructor(ns: string, local: string, at: Location, parent: XNode | null, scope: Scope) {
    this.ns = ns;
    this.local = local;
    this.at = at;
    this.parent = parent;
    this.scope = scope;
  }

  /** Value of an attribute in no namespace. */
  attr(name: string): string | undefined {
    const own = this.own;
    for (let i = 0; i < own.length; i += 2) if (own[i] === name) return own[i + 1];
    return undefined;
  }

  /** Value of an attribute in a namespace. */
  attrNs(ns: string, local: string): string | undefined {
    return this.qualified?.find((a) => a.ns === ns && a.local === local)?.value;
  }

  /** Namespace bound to `prefix` here; `""` asks for the default namespace. */
  lookup(prefix: string): string | undefined {
    if (prefix === "xml") return "http://www.w3.org/XML/1998/namespace";
    for (let scope: Scope | null = this.scope; scope !== null; scope = scope.parent) {
      const ns = scope.prefixes.get(prefix);
      if (ns !== undefined) return ns;
    }
    return undefined;
  }

  /** First child with this name. */
  child(ns: string, local: string): XNode | undefined {
    return this.children.find((c) => c.local === local && c.ns === ns);
  }
}
