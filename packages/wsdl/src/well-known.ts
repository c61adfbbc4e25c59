import { SOAP_ENCODING_NS, SOAP12_ENCODING_NS, WSDL_NS, XML_NS, XSD_NS, XSI_NS } from "./names.ts";

/**
 * Schemas that descriptions refer to without bringing them along. They are written down here from the specifications
 * named at each, as far as a description can refer to them.
 *
 * @module
 */

const XS = 'xmlns:xs="http://www.w3.org/2001/XMLSchema"';

const SOAP_ENCODED_TYPES =
  "duration dateTime NOTATION time date gYearMonth gYear gMonthDay gDay gMonth boolean base64Binary hexBinary float double anyURI QName string normalizedString token language Name NMTOKEN NCName NMTOKENS ID IDREF ENTITY IDREFS ENTITIES decimal integer nonPositiveInteger negativeInteger long int short byte nonNegativeInteger unsignedLong unsignedInt unsignedShort unsignedByte positiveInteger".split(
    " ",
  );

function encodedTypes(): string {
  return SOAP_ENCODED_TYPES.map(
    (name) =>
      `<xs:element name="${name}" type="tns:${name}"/><xs:complexType name="${name}"><xs:simpleContent><xs:extension base="xs:${name}"><xs:attributeGroup ref="tns:commonAttributes"/></xs:extension></xs:simpleContent></xs:complexType>`,
  ).join("\n");
}

/** SOAP 1.1, section 5, and the schema at its namespace. */
function soapEncoding(): string {
  return `<xs:schema ${XS} xmlns:tns="${SOAP_ENCODING_NS}" targetNamespace="${SOAP_ENCODING_NS}">
<xs:attribute name="root"><xs:simpleType><xs:restriction base="xs:boolean"><xs:pattern value="0|1"/></xs:restriction></xs:simpleType></xs:attribute>
<xs:attributeGroup name="commonAttributes"><xs:attribute name="id" type="xs:ID"/><xs:attribute name="href" type="xs:anyURI"/><xs:anyAttribute namespace="##other" processContents="lax"/></xs:attributeGroup>
<xs:simpleType name="arrayCoordinate"><xs:restriction base="xs:string"/></xs:simpleType>
<xs:attribute name="arrayType" type="xs:string"/>
<xs:attribute name="offset" type="tns:arrayCoordinate"/>
<xs:attributeGroup name="arrayAttributes"><xs:attribute ref="tns:arrayType"/><xs:attribute ref="tns:offset"/></xs:attributeGroup>
<xs:attribute name="position" type="tns:arrayCoordinate"/>
<xs:attributeGroup name="arrayMemberAttributes"><xs:attribute ref="tns:position"/></xs:attributeGroup>
<xs:group name="Array"><xs:sequence><xs:any namespace="##any" minOccurs="0" maxOccurs="unbounded" processContents="lax"/></xs:sequence></xs:group>
<xs:element name="Array" type="tns:Array"/>
<xs:complexType name="Array"><xs:group ref="tns:Array" minOccurs="0"/><xs:attributeGroup ref="tns:arrayAttributes"/><xs:attributeGroup ref="tns:commonAttributes"/></xs:complexType>
<xs:element name="Struct" type="tns:Struct"/>
<xs:group name="Struct"><xs:sequence><xs:any namespace="##any" minOccurs="0" maxOccurs="unbounded" processContents="lax"/></xs:sequence></xs:group>
<xs:complexType name="Struct"><xs:group ref="tns:Struct" minOccurs="0"/><xs:attributeGroup ref="tns:commonAttributes"/></xs:complexType>
<xs:simpleType name="base64"><xs:restriction base="xs:base64Binary"/></xs:simpleType>
${encodedTypes()}
<xs:element name="anyType"/>
</xs:schema>`;
}

/** SOAP 1.2 part 2, section 3, and arrayType, which some take over from SOAP 1.1. */
function soap12Encoding(ns: string): string {
  return `<xs:schema ${XS} xmlns:tns="${ns}" targetNamespace="${ns}" elementFormDefault="qualified">
<xs:attribute name="arrayType" type="xs:string"/>
<xs:attributeGroup name="commonAttributes"><xs:attribute name="id" type="xs:ID"/><xs:attribute name="ref" type="xs:IDREF"/><xs:anyAttribute namespace="##other" processContents="lax"/></xs:attributeGroup>
<xs:simpleType name="nodeTypeAttrEnum"><xs:restriction base="xs:NMTOKEN"><xs:enumeration value="array"/><xs:enumeration value="struct"/><xs:enumeration value="simple"/></xs:restriction></xs:simpleType>
<xs:attribute name="nodeType" type="tns:nodeTypeAttrEnum"/>
<xs:simpleType name="arraySizeType"><xs:restriction base="xs:string"/></xs:simpleType>
<xs:attribute name="arraySize" type="tns:arraySizeType"/>
<xs:attribute name="itemType" type="xs:QName"/>
<xs:attribute name="id" type="xs:ID"/>
<xs:attribute name="ref" type="xs:IDREF"/>
<xs:attributeGroup name="arrayAttributes"><xs:attribute ref="tns:arraySize"/><xs:attribute ref="tns:itemType"/></xs:attributeGroup>
<xs:group name="Array"><xs:sequence><xs:any namespace="##any" minOccurs="0" maxOccurs="unbounded" processContents="lax"/></xs:sequence></xs:group>
<xs:element name="Array" type="tns:Array"/>
<xs:complexType name="Array"><xs:group ref="tns:Array" minOccurs="0"/><xs:attributeGroup ref="tns:arrayAttributes"/><xs:attributeGroup ref="tns:commonAttributes"/></xs:complexType>
<xs:element name="Struct" type="tns:Struct"/>
<xs:group name="Struct"><xs:sequence><xs:any namespace="##any" minOccurs="0" maxOccurs="unbounded" processContents="lax"/></xs:sequence></xs:group>
<xs:complexType name="Struct"><xs:group ref="tns:Struct" minOccurs="0"/><xs:attributeGroup ref="tns:commonAttributes"/></xs:complexType>
<xs:simpleType name="base64"><xs:restriction base="xs:base64Binary"/></xs:simpleType>
${encodedTypes()}
</xs:schema>`;
}

/** XML 1.0, xml:base and xml:id. */
const XML = `<xs:schema ${XS} targetNamespace="${XML_NS}" xmlns:xml="${XML_NS}">
<xs:attribute name="lang"><xs:simpleType><xs:union memberTypes="xs:language"><xs:simpleType><xs:restriction base="xs:string"><xs:enumeration value=""/></xs:restriction></xs:simpleType></xs:union></xs:simpleType></xs:attribute>
<xs:attribute name="space"><xs:simpleType><xs:restriction base="xs:NCName"><xs:enumeration value="default"/><xs:enumeration value="preserve"/></xs:restriction></xs:simpleType></xs:attribute>
<xs:attribute name="base" type="xs:anyURI"/>
<xs:attribute name="id" type="xs:ID"/>
<xs:attributeGroup name="specialAttrs"><xs:attribute ref="xml:base"/><xs:attribute ref="xml:lang"/><xs:attribute ref="xml:space"/><xs:attribute ref="xml:id"/></xs:attributeGroup>
</xs:schema>`;

/** XML Schema part 1, section 2.6. */
const XSI = `<xs:schema ${XS} targetNamespace="http://www.w3.org/2001/XMLSchema-instance">
<xs:attribute name="type" type="xs:QName"/><xs:attribute name="nil" type="xs:boolean"/>
<xs:attribute name="schemaLocation"><xs:simpleType><xs:list itemType="xs:anyURI"/></xs:simpleType></xs:attribute>
<xs:attribute name="noNamespaceSchemaLocation" type="xs:anyURI"/>
</xs:schema>`;

/** WSDL 1.1, section 2.1 and appendix A.4: what schemas refer to. */
const WSDL = `<xs:schema ${XS} targetNamespace="${WSDL_NS}"><xs:attribute name="arrayType" type="xs:string"/><xs:attribute name="required" type="xs:boolean"/></xs:schema>`;

/** XLink 1.0 simple links. */
const XLINK = `<xs:schema ${XS} xmlns:xlink="http://www.w3.org/1999/xlink" targetNamespace="http://www.w3.org/1999/xlink">
${["type", "href", "role", "arcrole", "title", "show", "actuate", "label", "from", "to"].map((n) => `<xs:attribute name="${n}" type="xs:string"/>`).join("")}
</xs:schema>`;

/** Describing Media Content of Binary Data in XML, W3C note of 2005. */
const xmlMime = (ns: string): string => `<xs:schema ${XS} xmlns:tns="${ns}" targetNamespace="${ns}">
<xs:attribute name="contentType"><xs:simpleType><xs:restriction base="xs:string"><xs:minLength value="3"/></xs:restriction></xs:simpleType></xs:attribute>
<xs:attribute name="expectedContentTypes" type="xs:string"/><xs:attribute name="expectedMediaType" type="xs:string"/>
<xs:simpleType name="expectedMediaTypeItem"><xs:restriction base="xs:string"/></xs:simpleType>
<xs:simpleType name="expectedMediaType"><xs:list itemType="tns:expectedMediaTypeItem"/></xs:simpleType>
<xs:complexType name="base64Binary"><xs:simpleContent><xs:extension base="xs:base64Binary"><xs:attribute ref="tns:contentType"/></xs:extension></xs:simpleContent></xs:complexType>
<xs:complexType name="hexBinary"><xs:simpleContent><xs:extension base="xs:hexBinary"><xs:attribute ref="tns:contentType"/></xs:extension></xs:simpleContent></xs:complexType>
</xs:schema>`;

/** XML-binary Optimized Packaging, section 2.1. */
const XOP_NS = "http://www.w3.org/2004/08/xop/include";
const XOP = `<xs:schema ${XS} xmlns:tns="${XOP_NS}" targetNamespace="${XOP_NS}" elementFormDefault="qualified">
<xs:element name="Include" type="tns:Include"/>
<xs:complexType name="Include"><xs:sequence><xs:any namespace="##other" minOccurs="0" maxOccurs="unbounded" processContents="lax"/></xs:sequence><xs:attribute name="href" type="xs:anyURI" use="required"/><xs:anyAttribute namespace="##other" processContents="lax"/></xs:complexType>
</xs:schema>`;

/** WS-I Attachments Profile 1.0, section 4.4. */
const SWA_NS = "http://ws-i.org/profiles/basic/1.1/xsd";
const SWA = `<xs:schema ${XS} targetNamespace="${SWA_NS}"><xs:simpleType name="swaRef"><xs:restriction base="xs:anyURI"/></xs:simpleType></xs:schema>`;

const SOURCES: ReadonlyMap<string, () => string> = new Map<string, () => string>([
  [SOAP_ENCODING_NS, soapEncoding],
  ...[SOAP12_ENCODING_NS, ...["06", "09", "12"].map((m) => `http://www.w3.org/2001/${m}/soap-encoding`)].map(
    (ns) => [ns, () => soap12Encoding(ns)] as const,
  ),
  [XML_NS, () => XML],
  [XSI_NS, () => XSI],
  [WSDL_NS, () => WSDL],
  ["http://www.w3.org/1999/xlink", () => XLINK],
  ...["2004/06", "2004/11", "2005/05"].map((date) => {
    const ns = `http://www.w3.org/${date}/xmlmime`;
    return [ns, () => xmlMime(ns)] as const;
  }),
  [XOP_NS, () => XOP],
  [SWA_NS, () => SWA],
]);

/**
 * Whether the schema this package brings along for `namespace` is the whole one, so that copies of it need not be read.
 * Copies often have a document type declaration or are a page of HTML.
 */
export function isComplete(namespace: string): boolean {
  return COMPLETE.has(namespace);
}

const COMPLETE: ReadonlySet<string> = new Set([XSD_NS, XML_NS, XSI_NS, SOAP_ENCODING_NS]);

/** Namespaces whose schema this package brings along. */
export const wellKnownNamespaces: readonly string[] = [...SOURCES.keys()];

/** Text of a well-known schema, `undefined` for other namespaces. */
export function wellKnownSchema(namespace: string): string | undefined {
  return SOURCES.get(namespace)?.();
}
