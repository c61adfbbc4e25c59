import type { XmlLimits } from "./limits.ts";

/** Event: end of the document. */
export const EOF = 0;
/** Event: start tag, also of an empty element. */
export const START = 1;
/** Event: end tag, also of an empty element. */
export const END = 2;
/** Event: character data, never empty; references resolved, neighbouring pieces and CDATA sections joined. */
export const TEXT = 3;
/** Event: comment; only with `comments: true`. */
export const COMMENT = 4;
/** Event: processing instruction; only with `comments: true`. */
export const PI = 5;

/** What {@link XmlReader.next} gives. */
export type XmlEvent = 0 | 1 | 2 | 3 | 4 | 5;

/** The namespace of the prefix `xml`. */
export const XML_NS = "http://www.w3.org/XML/1998/namespace";
/** The namespace of the prefix `xmlns`, which no name can be in. */
export const XMLNS_NS = "http://www.w3.org/2000/xmlns/";

/** How a document is read. */
export interface XmlReaderOptions {
  readonly limits?: Partial<XmlLimits>;
  /** Charset from outside (HTTP); only for bytes. */
  readonly charset?: string | undefined;
  /** Gives comments and processing instructions as events; they are skipped otherwise, and texts around them joined. */
  readonly comments?: boolean;
  /** Prefixes in scope around the root, for a slice of a larger document. */
  readonly namespaces?: readonly (readonly [prefix: string, ns: string])[];
  /** Refuses processing instructions (SOAP forbids them). */
  readonly refusePi?: boolean;
  /**
   * Gives texts and values as slices of the document. A little faster, but each longer one then keeps the whole document
   * in memory; by default they are strings of their own.
   */
  readonly slices?: boolean;
  /** Reads the content of an element instead of a document: text and any number of elements side by side. */
  readonly fragment?: boolean;
}
