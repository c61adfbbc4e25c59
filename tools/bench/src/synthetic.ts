import { random as generator } from "./fixtures.ts";

/** A description of services made for benchmarks, and what it holds. */
export interface Synthetic {
  /** One WSDL 1.1 document with its schema inside. */
  readonly wsdl: string;
  /** Named types of the schema: complex ones, enumerations and restricted texts. */
  readonly types: number;
  readonly complexTypes: number;
  readonly operations: number;
}

/** Types that one operation reaches. */
const GROUP = 20;
const NAMESPACE = "urn:example:synthetic";
const BUILTINS = ["string", "int", "decimal", "date", "boolean", "dateTime", "long"] as const;
const WORDS = [
  "order",
  "party",
  "goods",
  "weight",
  "amount",
  "port",
  "licence",
  "invoice",
  "origin",
  "remark",
] as const;

/**
 * Makes a WSDL whose schema has `types` named types: in every 20 one enumeration, one text with a pattern, and 18 complex
 * types of four to eight elements, some optional, some repeated, some documented, one in three with an attribute. Types
 * refer to each other as trees of at most 20, each the request of one operation: a generator that goes over a type
 * again for every reference to it still finds work in proportion to the size. No two elements that hold a complex type
 * share a name, since wsdl-tsclient names interfaces after elements and gives up at the 64th of one name.
 *
 * @param types - At least 20.
 * @param seed - The same seed gives the same text.
 */
export function synthetic(types: number, seed: number): Synthetic {
  const random = generator(seed);
  const parts: string[] = [];
  const operations: string[] = [];
  let complexTypes = 0;
  for (let first = 0; first < types; first += GROUP) {
    const size = Math.min(GROUP, types - first);
    const operation = `submit${first / GROUP}`;
    operations.push(operation);
    const complex = Math.max(1, size - 2);
    complexTypes += complex;
    for (let i = 0; i < complex; i++) parts.push(complexType(first, i, complex, size > complex, random));
    if (size > complex) parts.push(enumeration(`Code${first}`, random));
    if (size > complex + 1) parts.push(restricted(`Number${first}`, random));
    parts.push(element(operation, typeName(first, 0)), element(`${operation}Response`, null));
  }
  return { wsdl: document(parts, operations), types, complexTypes, operations: operations.length };
}

/** Type `i` of a group; its children are types `2i + 1` and `2i + 2`, so the whole group is one tree. */
function complexType(first: number, i: number, size: number, coded: boolean, random: () => number): string {
  const name = typeName(first, i);
  const lines = [`      <xs:complexType name="${name}">`];
  if (random() < 0.5)
    lines.push(documentation("        ", `${name}, ${pick(WORDS, random)} of a ${pick(WORDS, random)}`));
  lines.push("        <xs:sequence>");
  const fields = 4 + Math.floor(random() * 5);
  for (let f = 0; f < fields; f++) {
    const field = `${pick(WORDS, random)}${f}`;
    const type = coded && f === 3 ? `tns:Code${first}` : `xs:${pick(BUILTINS, random)}`;
    const occurs = random() < 0.4 ? ' minOccurs="0"' : "";
    if (random() < 0.3)
      lines.push(
        `          <xs:element name="${field}" type="${type}"${occurs}>`,
        documentation("            ", `the ${pick(WORDS, random)}, as on the ${pick(WORDS, random)}`),
        "          </xs:element>",
      );
    else lines.push(`          <xs:element name="${field}" type="${type}"${occurs}/>`);
  }
  for (const child of [2 * i + 1, 2 * i + 2]) {
    if (child >= size) continue;
    const occurs = random() < 0.5 ? ' minOccurs="0" maxOccurs="unbounded"' : "";
    lines.push(`          <xs:element name="part${first + child}" type="tns:${typeName(first, child)}"${occurs}/>`);
  }
  lines.push("        </xs:sequence>");
  if (i % 3 === 0) lines.push('        <xs:attribute name="id" type="xs:string" use="required"/>');
  lines.push("      </xs:complexType>");
  return lines.join("\n");
}

function typeName(first: number, i: number): string {
  return `Type${first + i}`;
}

function enumeration(name: string, random: () => number): string {
  const values = Array.from({ length: 3 + Math.floor(random() * 6) }, (_, i) => `${pick(WORDS, random)}-${i}`);
  const facets = values.map((value) => `          <xs:enumeration value="${value}"/>`);
  return simpleType(name, facets);
}

function restricted(name: string, random: () => number): string {
  const digits = 4 + Math.floor(random() * 12);
  return simpleType(name, [`          <xs:pattern value="[A-Z]{2}\\d{${digits}}"/>`]);
}

function simpleType(name: string, facets: readonly string[]): string {
  return [
    `      <xs:simpleType name="${name}">`,
    '        <xs:restriction base="xs:string">',
    ...facets,
    "        </xs:restriction>",
    "      </xs:simpleType>",
  ].join("\n");
}

function documentation(indent: string, text: string): string {
  return `${indent}<xs:annotation><xs:documentation>${text}</xs:documentation></xs:annotation>`;
}

/** The wrapper of a request of `type`, or of an answer without one. */
function element(name: string, type: string | null): string {
  const body =
    type === null
      ? '<xs:element name="accepted" type="xs:boolean"/>'
      : `<xs:element name="${type.toLowerCase()}" type="tns:${type}"/>`;
  return `      <xs:element name="${name}"><xs:complexType><xs:sequence>${body}</xs:sequence></xs:complexType></xs:element>`;
}

function document(parts: readonly string[], operations: readonly string[]): string {
  const messages = operations.flatMap((name) =>
    [name, `${name}Response`].map(
      (m) => `  <wsdl:message name="${m}"><wsdl:part name="parameters" element="tns:${m}"/></wsdl:message>`,
    ),
  );
  const portType = operations.map(
    (name) =>
      `    <wsdl:operation name="${name}"><wsdl:input message="tns:${name}"/><wsdl:output message="tns:${name}Response"/></wsdl:operation>`,
  );
  const literal = '<soap:body use="literal"/>';
  const binding = operations.map(
    (name) =>
      `    <wsdl:operation name="${name}"><soap:operation soapAction="${NAMESPACE}:${name}"/><wsdl:input>${literal}</wsdl:input><wsdl:output>${literal}</wsdl:output></wsdl:operation>`,
  );
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<wsdl:definitions name="Synthetic" targetNamespace="${NAMESPACE}" xmlns:tns="${NAMESPACE}"`,
    '    xmlns:wsdl="http://schemas.xmlsoap.org/wsdl/" xmlns:soap="http://schemas.xmlsoap.org/wsdl/soap/"',
    '    xmlns:xs="http://www.w3.org/2001/XMLSchema">',
    "  <wsdl:types>",
    `    <xs:schema targetNamespace="${NAMESPACE}" elementFormDefault="qualified">`,
    ...parts,
    "    </xs:schema>",
    "  </wsdl:types>",
    ...messages,
    '  <wsdl:portType name="SyntheticPort">',
    ...portType,
    "  </wsdl:portType>",
    '  <wsdl:binding name="SyntheticBinding" type="tns:SyntheticPort">',
    '    <soap:binding style="document" transport="http://schemas.xmlsoap.org/soap/http"/>',
    ...binding,
    "  </wsdl:binding>",
    '  <wsdl:service name="SyntheticService">',
    '    <wsdl:port name="SyntheticPort" binding="tns:SyntheticBinding"><soap:address location="http://localhost/"/></wsdl:port>',
    "  </wsdl:service>",
    "</wsdl:definitions>",
    "",
  ].join("\n");
}

function pick<T>(list: readonly T[], random: () => number): T {
  return list[Math.floor(random() * list.length)] as T;
}
