import type { QName } from "./model.ts";

/** Namespace of XML Schema. */
export const XSD_NS = "http://www.w3.org/2001/XMLSchema";
/** Namespace of `xsi:type`, `xsi:nil` and the schema location hints. */
export const XSI_NS = "http://www.w3.org/2001/XMLSchema-instance";
/** Namespace bound to the prefix `xml`. */
export const XML_NS = "http://www.w3.org/XML/1998/namespace";
/** Namespace of WSDL 1.1. */
export const WSDL_NS = "http://schemas.xmlsoap.org/wsdl/";
/** Namespace of WSDL 2.0, which is refused. */
export const WSDL20_NS = "http://www.w3.org/ns/wsdl";
/** Namespace of the SOAP 1.1 encoding: `soapenc:Array`, `soapenc:arrayType`. */
export const SOAP_ENCODING_NS = "http://schemas.xmlsoap.org/soap/encoding/";
/** Namespace of the SOAP 1.2 encoding. */
export const SOAP12_ENCODING_NS = "http://www.w3.org/2003/05/soap-encoding";

/** Key of a qualified name in the maps of the model: `{ns}local`. */
export function nameKey(name: QName): string {
  return `{${name.ns}}${name.local}`;
}

const START =
  ":A-Z_a-z\\u{C0}-\\u{D6}\\u{D8}-\\u{F6}\\u{F8}-\\u{2FF}\\u{370}-\\u{37D}\\u{37F}-\\u{1FFF}\\u{200C}-\\u{200D}\\u{2070}-\\u{218F}\\u{2C00}-\\u{2FEF}\\u{3001}-\\u{D7FF}\\u{F900}-\\u{FDCF}\\u{FDF0}-\\u{FFFD}\\u{10000}-\\u{EFFFF}";
const PART = `${START}\\-.0-9\\u{B7}\\u{300}-\\u{36F}\\u{203F}-\\u{2040}`;

/** Ranges of XML's NameStartChar and NameChar (1.0, fifth edition) as the inside of an ECMAScript class. */
export const NAME_START_RANGES: string = START;
export const NAME_PART_RANGES: string = PART;

const NCNAME = new RegExp(`^[${START.slice(1)}][${PART.slice(1)}]*$`, "u");

/** Whether `value` is a name without colon. */
export function isNCName(value: string): boolean {
  return NCNAME.test(value);
}

/** Leading and trailing XML white space off, runs of it folded to one space. */
export function collapse(value: string): string {
  if (!/[ \t\r\n]/.test(value)) return value;
  return value.replace(/[ \t\r\n]+/g, " ").replace(/^ | $/g, "");
}

/** The items of a white-space separated list. */
export function listItems(value: string): string[] {
  const text = collapse(value);
  return text === "" ? [] : text.split(" ");
}
