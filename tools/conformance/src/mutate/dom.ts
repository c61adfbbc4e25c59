import { createRequire } from "node:module";

/** A node of a document that can be changed; only what the changes need. */
export interface Node {
  remove(): void;
  cloneNode(deep: boolean): Node;
}

export interface Attribute {
  readonly name: string;
  readonly value: string;
}

/** An element, as slimdom and browsers have it. */
export interface Element extends Node {
  readonly localName: string;
  readonly namespaceURI: string | null;
  readonly prefix: string | null;
  readonly children: readonly Element[];
  readonly parentElement: Element | null;
  readonly attributes: readonly Attribute[];
  readonly firstChild: Node | null;
  readonly ownerDocument: Document;
  textContent: string | null;
  getAttribute(name: string): string | null;
  setAttribute(name: string, value: string): void;
  setAttributeNS(ns: string, name: string, value: string): void;
  hasAttribute(name: string): boolean;
  removeAttribute(name: string): void;
  appendChild(node: Node): Node;
  insertBefore(node: Node, before: Node | null): Node;
  replaceWith(node: Node): void;
  lookupPrefix(ns: string): string | null;
  lookupNamespaceURI(prefix: string | null): string | null;
  getElementsByTagNameNS(ns: string, local: string): readonly Element[];
}

export interface Document {
  readonly documentElement: Element | null;
  createElementNS(ns: string, name: string): Element;
  createComment(text: string): Node;
  importNode(node: Node, deep: boolean): Node;
  getElementsByTagNameNS(ns: string, local: string): readonly Element[];
}

// The types that slimdom ships do not pass the compiler's check of libraries.
const slimdom = createRequire(import.meta.url)("slimdom") as {
  readonly parseXmlDocument: (text: string) => Document;
  readonly serializeToWellFormedString: (node: Document | Element) => string;
};

/** Reads a document into a tree that can be changed. */
export const parseXmlDocument: (text: string) => Document = slimdom.parseXmlDocument;

/** Writes a tree. */
export const serializeToWellFormedString: (node: Document | Element) => string = slimdom.serializeToWellFormedString;
