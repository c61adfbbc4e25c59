import { ANY_TYPE, type ComplexType, type Facet, type Particle, type SimpleType, type Type, XSD_NS } from "@coo/wsdl";

/** A message to be written down. */
export interface SpokenMessage {
  /** Our name of the operation. */
  readonly operation: string;
  readonly pushed: boolean;
  readonly request: Type;
  readonly response: Type;
}

/** How components are called. */
export interface Vocabulary {
  readonly typeOf: (type: Type) => string | undefined;
  readonly propertyOf: (type: Type, element: string) => string | undefined;
}

const NS = "urn:coo:messages";

/**
 * Messages as a WSDL with everything in it, called as we call it: what is compared then is what they say, not how they
 * are spelled.
 */
export function inOurWords(messages: readonly SpokenMessage[], words: Vocabulary): string {
  const types = new Map<string, string>();
  const typeRef = (type: Type, above: readonly Type[]): { attribute: string; content: string } => {
    if (type.kind === "simple") return simpleRef(type);
    if (type === ANY_TYPE) return { attribute: ' type="x:anyType"', content: "" };
    // What contains itself ends here; so deep nobody compares by hand either.
    if (above.includes(type)) return { attribute: ' type="x:anyType"', content: "" };
    const name = words.typeOf(type);
    const content = complex(type, [...above, type]);
    const known = name === undefined ? undefined : types.get(name);
    if (name !== undefined && (known === undefined || known === content)) {
      types.set(name, content);
      return { attribute: ` type="m:${name}"`, content: "" };
    }
    return { attribute: "", content: `<x:complexType>${content}</x:complexType>` };
  };
  const particle = (p: Particle, owner: ComplexType, above: readonly Type[]): string => {
    const { term } = p;
    const occurs = `${p.min === 1 ? "" : ` minOccurs="${p.min}"`}${p.max === 1 ? "" : ` maxOccurs="${p.max === Number.POSITIVE_INFINITY ? "unbounded" : p.max}"`}`;
    if (term.kind === "any") return `<x:any${occurs} processContents="${term.process}"/>`;
    if (term.kind !== "element")
      return `<x:${term.kind}${occurs}>${term.particles.map((inner) => particle(inner, owner, above)).join("")}</x:${term.kind}>`;
    const name = words.propertyOf(owner, term.name.local) ?? term.name.local;
    const { attribute, content } = typeRef(term.type, above);
    const nillable = term.nillable ? ' nillable="true"' : "";
    return `<x:element name="${name}"${attribute}${occurs}${nillable}>${content}</x:element>`;
  };
  const complex = (type: ComplexType, above: readonly Type[]): string => {
    const attributes = type.attributes
      .map(({ declaration, use }) => {
        const { attribute, content } = simpleRef(declaration.type);
        return `<x:attribute name="${declaration.name.local}"${attribute} use="${use}">${content}</x:attribute>`;
      })
      .join("");
    if (type.content === "simple")
      return `<x:simpleContent><x:extension base="x:string">${attributes}</x:extension></x:simpleContent>`;
    if (type.particle === null) return attributes;
    const text = particle(type.particle, type, above);
    return `${type.particle.term.kind === "element" ? `<x:sequence>${text}</x:sequence>` : text}${attributes}`;
  };
  const elements = messages
    .flatMap(({ operation, request, response }) =>
      (
        [
          [operation, request],
          [`${operation}Response`, response],
        ] as const
      ).map(([name, type]) => {
        const { attribute, content } = typeRef(type, []);
        return `<x:element name="${name}"${attribute}>${content}</x:element>\n`;
      }),
    )
    .join("");
  const named = [...types]
    .map(([name, content]) => `<x:complexType name="${name}">${content}</x:complexType>\n`)
    .join("");
  const portType = (name: string, pushed: boolean): string => {
    const mine = messages.filter((m) => m.pushed === pushed);
    if (mine.length === 0) return "";
    return `<w:portType name="${name}">${mine.map((m) => `<w:operation name="${m.operation}"><w:input message="m:${m.operation}"/><w:output message="m:${m.operation}Response"/></w:operation>`).join("")}</w:portType>\n`;
  };
  const wsdlMessages = messages
    .flatMap((m) => [m.operation, `${m.operation}Response`])
    .map((name) => `<w:message name="${name}"><w:part name="body" element="m:${name}"/></w:message>\n`)
    .join("");
  return `<w:definitions xmlns:w="http://schemas.xmlsoap.org/wsdl/" xmlns:x="${XSD_NS}" xmlns:m="${NS}" targetNamespace="${NS}">
<w:types><x:schema targetNamespace="${NS}" elementFormDefault="unqualified">
${named}${elements}</x:schema></w:types>
${wsdlMessages}${portType("calls", false)}${portType("pushes", true)}</w:definitions>
`;
}

function simpleRef(type: SimpleType): { attribute: string; content: string } {
  // A type of its own for each element, so that a change of one is not taken for a change of all.
  if (type.variety === "builtin")
    return {
      attribute: "",
      content: `<x:simpleType><x:restriction base="x:${type.name?.local ?? "string"}"/></x:simpleType>`,
    };
  return { attribute: "", content: simple(type) };
}

function simple(type: SimpleType): string {
  const { base, item } = type;
  const facets = facetsOf(type);
  const inner = (t: SimpleType, kind: "base" | "itemType"): [string, string] =>
    t.variety === "builtin" ? [` ${kind}="x:${t.name?.local}"`, ""] : ["", simple(t)];
  if (type.variety === "list" && item !== null && (base === null || base.variety !== "list")) {
    const [attribute, content] = inner(item, "itemType");
    return `<x:simpleType><x:list${attribute}>${content}</x:list></x:simpleType>`;
  }
  if (type.variety === "union" && (base === null || base.variety !== "union")) {
    const members = type.members.map((m) =>
      m.variety === "builtin" ? `<x:simpleType><x:restriction base="x:${m.name?.local}"/></x:simpleType>` : simple(m),
    );
    return `<x:simpleType><x:union>${members.join("")}</x:union></x:simpleType>`;
  }
  if (base === null) return `<x:simpleType><x:restriction base="x:string"/></x:simpleType>`;
  const [attribute, content] = inner(base, "base");
  return `<x:simpleType><x:restriction${attribute}>${content}${facets}</x:restriction></x:simpleType>`;
}

function facetsOf({ facets }: SimpleType): string {
  const one = (name: string, facet: Facet | undefined): string =>
    facet === undefined ? "" : `<x:${name} value="${escape(facet.value)}"/>`;
  return [
    one("length", facets.length),
    one("minLength", facets.minLength),
    one("maxLength", facets.maxLength),
    ...(facets.patterns ?? []).map((p) => one("pattern", p)),
    ...(facets.enumerations ?? []).map((e) => `<x:enumeration value="${escape(e.value)}"/>`),
    one("whiteSpace", facets.whiteSpace),
    one("maxInclusive", facets.maxInclusive),
    one("maxExclusive", facets.maxExclusive),
    one("minInclusive", facets.minInclusive),
    one("minExclusive", facets.minExclusive),
    one("totalDigits", facets.totalDigits),
    one("fractionDigits", facets.fractionDigits),
  ].join("");
}

function escape(text: string): string {
  return text
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll('"', "&quot;")
    .replaceAll("\n", "&#10;")
    .replaceAll("\t", "&#9;");
}
