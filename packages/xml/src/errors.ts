/** What can be wrong with a document. */
export type XmlErrorCode =
  /** Not well-formed. */
  | "XML_MALFORMED"
  /** A document type declaration; always refused. */
  | "XML_DTD"
  /** Bytes that are not text of the encoding, or encodings that contradict each other. */
  | "XML_ENCODING"
  /** An undeclared prefix, a duplicate expanded name, or a forbidden declaration. */
  | "XML_NAMESPACE"
  /** More bytes than allowed. */
  | "XML_TOO_LARGE"
  /** Elements nested deeper than allowed. */
  | "XML_TOO_DEEP"
  /** Another limit: attributes, text, names, elements. */
  | "XML_LIMIT"
  /** An element where only text is expected. */
  | "XML_UNEXPECTED"
  /** A writer was asked for something that XML cannot carry. */
  | "XML_WRITE";

/** The package's one error class. Positions count from 1; `offset` counts UTF-16 units of the decoded text from 0. */
export class XmlError extends Error {
  override readonly name = "XmlError";
  readonly code: XmlErrorCode;
  readonly messageZh: string;
  readonly offset: number;
  readonly line: number;
  readonly column: number;

  constructor(
    code: XmlErrorCode,
    message: string,
    messageZh: string,
    place: { readonly offset: number; readonly line: number; readonly column: number } = {
      offset: 0,
      line: 1,
      column: 1,
    },
  ) {
    super(message);
    this.code = code;
    this.messageZh = messageZh;
    this.offset = place.offset;
    this.line = place.line;
    this.column = place.column;
  }
}

/** Tells whether `error` is an {@link XmlError} (with `code`, where given), also one of another installed copy. */
export function isXmlError(error: unknown, code?: XmlErrorCode): error is XmlError {
  return (
    error instanceof Error &&
    error.name === "XmlError" &&
    "code" in error &&
    (code === undefined || error.code === code)
  );
}
