export { isNameChar, isNameStart, isXmlChar } from "./chars.ts";
export { type DecodedXml, type DecodeOptions, decodeXml, type XmlEncoding } from "./decode.ts";
export { type EncodeOptions, encodeText, type OutputCharset } from "./encode.ts";
export { encodeUtf8 } from "./encode-utf8.ts";
export { isXmlError, XmlError, type XmlErrorCode } from "./errors.ts";
export { escapeAttribute, escapeText, type LineBreaks } from "./escape.ts";
export {
  COMMENT,
  END,
  EOF,
  PI,
  START,
  TEXT,
  XML_NS,
  XMLNS_NS,
  type XmlEvent,
  type XmlReaderOptions,
} from "./events.ts";
export { DEFAULT_LIMITS, type XmlLimits } from "./limits.ts";
export type { LinePosition } from "./lines.ts";
export { XmlReader } from "./reader.ts";
export { readTree, type XmlAttribute, type XmlComment, type XmlElement, type XmlText } from "./tree.ts";
export { XmlWriter, type XmlWriterOptions } from "./writer.ts";
