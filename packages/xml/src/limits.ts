/** Bounds on what a document may hold. Each is checked while reading, before memory is taken for more. */
export interface XmlLimits {
  /** Size of the input: bytes, or UTF-16 units of text that was handed in as a string. */
  readonly maxBytes: number;
  /** Depth of nesting; the root has depth 1. */
  readonly maxDepth: number;
  /** Attributes of one element, namespace declarations included. */
  readonly maxAttributes: number;
  /** UTF-16 units of one text or attribute value. */
  readonly maxTextLength: number;
  /** UTF-16 units of one qualified name. */
  readonly maxNameLength: number;
  /** Elements of a document. */
  readonly maxElements: number;
}

/** Sane bounds for messages of this field: a certificate of 500 lines is half a megabyte and six levels deep. */
export const DEFAULT_LIMITS: XmlLimits = {
  maxBytes: 32 << 20,
  maxDepth: 100,
  maxAttributes: 256,
  maxTextLength: 16 << 20,
  maxNameLength: 1024,
  maxElements: 1_000_000,
};
