import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join, normalize, relative, resolve, sep } from "node:path";
import { type Model, type WsdlPart, XSD_NS as XSD } from "@coo/wsdl";

/** Namespace of the roots that stand for what has no global element. */
export const JUDGE_NS = "urn:coo:judge";

const SOAP_ENC = "http://schemas.xmlsoap.org/soap/encoding/";
const XML_NS = "http://www.w3.org/XML/1998/namespace";

/** A schema written to a folder so that validators can read it. */
export interface SchemaSet {
  readonly folder: string;
  /** Path of the schema that imports everything, below `folder`. */
  readonly entry: string;
  readonly files: ReadonlyMap<string, string>;
}

/** A root element for a wrapper or for a part that is a type. */
export interface JudgedRoot {
  readonly name: string;
  readonly parts: readonly Pick<WsdlPart, "name" | "element" | "type">[];
  /** The root itself is the only part. */
  readonly bare?: boolean;
}

/**
 * Puts the schema documents of a description, taken out of it as they stand, into a folder. Only imports are rewritten:
 * each leads to one document of its namespace, which includes the rest.
 */
export function writeSchemaSet(model: Model, folder: string, roots: readonly JudgedRoot[]): SchemaSet {
  const files = new Map<string, string>();
  const texts = new Map<string, string>();
  const base = commonFolder(model.documents.map((d) => resolve(d.file)));
  const pathOf = (file: string): string => relative(base, resolve(file)).split(sep).join("/");
  const byNamespace = new Map<string, string[]>();
  const add = (ns: string, path: string): void => {
    const list = byNamespace.get(ns) ?? [];
    if (!list.includes(path)) byNamespace.set(ns, [...list, path]);
  };
  for (const { file, kind } of model.documents) {
    const text = decode(readFileSync(file));
    if (kind === "xsd") texts.set(pathOf(file), text);
    else {
      inlineSchemas(text).forEach((schema, i) => {
        const path = join(dirname(pathOf(file)), `coo-inline-${i}-${pathOf(file).replace(/\W/g, "_")}.xsd`)
          .split(sep)
          .join("/");
        texts.set(path, schema);
      });
    }
  }
  const redefined = new Set<string>();
  for (const [path, text] of texts) {
    for (const [, location = ""] of text.matchAll(
      /<(?:[\w.-]+:)?(?:redefine|override)\b[^>]*?schemaLocation\s*=\s*["']([^"']*)/gs,
    )) {
      redefined.add(join(dirname(path), location.trim()).split(sep).join("/"));
    }
  }
  const included = new Set<string>();
  for (const [path, text] of texts) {
    for (const [, location = ""] of text.matchAll(/<(?:[\w.-]+:)?include\b[^>]*?schemaLocation\s*=\s*["']([^"']*)/gs)) {
      included.add(join(dirname(path), location.trim()).split(sep).join("/"));
    }
  }
  for (const [path, text] of texts) {
    const target = targetOf(text);
    if (redefined.has(path) || (target === "" && included.has(path))) continue;
    add(target, path);
  }
  if (uses(texts, roots, SOAP_ENC)) {
    files.set("coo-soap-encoding.xsd", SOAP_ENCODING);
    add(SOAP_ENC, "coo-soap-encoding.xsd");
  }
  if (!byNamespace.has(XML_NS)) {
    files.set("coo-xml.xsd", XML_SCHEMA);
    add(XML_NS, "coo-xml.xsd");
  }
  const drivers = new Map<string, string>();
  let n = 0;
  for (const [ns, paths] of byNamespace) {
    const driver = `coo-ns-${n++}.xsd`;
    drivers.set(ns, driver);
    const target = ns === "" ? "" : ` targetNamespace="${quote(ns)}"`;
    const lines = paths.map((p) => `<include schemaLocation="${quote(encodeURI(p))}"/>`);
    files.set(driver, `<schema xmlns="${XSD}"${target}>${lines.join("")}</schema>`);
  }
  for (const [path, text] of texts) {
    const up = "../".repeat(path.split("/").length - 1);
    const own = targetOf(text);
    const patched = withArrayContent(withLocations(text));
    files.set(path, withImports(patched, own, new Map([...drivers].map(([ns, driver]) => [ns, `${up}${driver}`]))));
  }
  const imports = [...drivers].map(
    ([ns, driver]) => `<import${ns === "" ? "" : ` namespace="${quote(ns)}"`} schemaLocation="${driver}"/>`,
  );
  files.set(
    "coo-judge.xsd",
    `<schema xmlns="${XSD}" targetNamespace="${JUDGE_NS}">${imports.join("")}${roots.map(rootText).join("")}</schema>`,
  );
  for (const [path, text] of files) {
    const target = join(folder, path);
    mkdirSync(dirname(target), { recursive: true });
    writeFileSync(target, text);
  }
  return { folder, entry: "coo-judge.xsd", files };
}

function rootText({ name, parts, bare }: JudgedRoot): string {
  const type = bare ? parts[0]?.type?.name : undefined;
  if (type) {
    return type.ns === ""
      ? `<element name="${name}" type="${type.local}"/>`
      : `<element xmlns:p="${quote(type.ns)}" name="${name}" type="p:${type.local}"/>`;
  }
  const elements = parts.map((part) => {
    const { ns, local } = part.element?.name ?? part.type?.name ?? { ns: XSD, local: "anyType" };
    const [declared, name] = ns === "" ? ["", local] : [` xmlns:p="${quote(ns)}"`, `p:${local}`];
    if (part.element) return `<element${declared} ref="${name}"/>`;
    return `<element${declared} name="${part.name}" type="${name}"/>`;
  });
  return `<element name="${name}"><complexType><sequence>${elements.join("")}</sequence></complexType></element>`;
}

function uses(texts: ReadonlyMap<string, string>, roots: readonly JudgedRoot[], ns: string): boolean {
  return (
    [...texts.values()].some((t) => t.includes(ns)) || roots.some((r) => r.parts.some((p) => p.type?.name?.ns === ns))
  );
}

/** Every import leads to the document of its namespace; imports that were forgotten are added, as most readers do. */
function withImports(text: string, own: string, drivers: ReadonlyMap<string, string>): string {
  const comments = commentsOf(text);
  const without = text.replace(
    /<(?:[\w.-]+:)?import\b[^>]*?(?:\/>|>.*?<\/(?:[\w.-]+:)?import\s*>)/gs,
    (whole, at: number) => (comments.some(([from, to]) => at >= from && at < to) ? whole : ""),
  );
  const start = /<((?:[\w.-]+:)?)schema\b[^>]*>/s.exec(stripComments(without));
  if (!start || start[0].endsWith("/>")) return without;
  const [tag, prefix = ""] = start;
  const imports = [...drivers]
    .filter(([ns]) => ns !== own)
    .map(
      ([ns, driver]) => `<${prefix}import${ns === "" ? "" : ` namespace="${quote(ns)}"`} schemaLocation="${driver}"/>`,
    );
  const at = start.index + tag.length;
  return without.slice(0, at) + imports.join("") + without.slice(at);
}

/** Locations of includes as validators want them. */
function withLocations(text: string): string {
  return text.replace(
    /(<(?:[\w.-]+:)?(?:include|redefine)\b[^>]*?schemaLocation\s*=\s*["'])([^"']*)/gs,
    (_, before: string, location: string) =>
      before + normalize(location.trim().replaceAll("\\", "/")).split(sep).join("/"),
  );
}

/** A restriction of soapenc:Array that restates no content, as most descriptions write it, means the array's content. */
function withArrayContent(text: string): string {
  return text.replace(
    /(<((?:[\w.-]+:)?)restriction\b[^>]*\bbase\s*=\s*["'][\w.-]+:Array["'][^>]*(?<!\/)>)(\s*<(?:[\w.-]+:)?attribute\b)/gs,
    (_, open: string, p: string, rest: string) =>
      `${open}<${p}sequence><${p}any namespace="##any" minOccurs="0" maxOccurs="unbounded" processContents="lax"/></${p}sequence>${rest}`,
  );
}

function targetOf(text: string): string {
  return (
    /<(?:[\w.-]+:)?schema\b[^>]*?\btargetNamespace\s*=\s*["']([^"']*)/s.exec(stripComments(text))?.[1]?.trim() ?? ""
  );
}

function commentsOf(text: string): [number, number][] {
  return [...text.matchAll(/<!--.*?-->/gs)].map((m) => [m.index, m.index + m[0].length]);
}

function stripComments(text: string): string {
  return text.replace(/<!--.*?-->/gs, (c) => " ".repeat(c.length));
}

/** The schemas inside a WSDL document, with the prefixes that are declared around them. */
function inlineSchemas(text: string): string[] {
  const plain = stripComments(text);
  const found: string[] = [];
  const outer = new Map<string, string>();
  const open: string[] = [];
  for (const match of plain.matchAll(
    /<(\/?)((?:[\w.-]+:)?[\w.-]+)((?:\s+[\w.:-]+\s*=\s*(?:"[^"]*"|'[^']*'))*)\s*(\/?)>/gs,
  )) {
    const [whole, end = "", name = "", attributes = "", empty = ""] = match;
    const local = name.replace(/^.*:/, "");
    if (end !== "") {
      open.pop();
      continue;
    }
    if (local === "schema" && open.length <= 2) {
      const own = new Set([...attributes.matchAll(/\bxmlns(:[\w.-]+)?\s*=/g)].map((m) => m[1] ?? ""));
      const declared = [...outer].filter(([p]) => !own.has(p)).map(([p, uri]) => ` xmlns${p}=${uri}`);
      const start = match.index + whole.length - empty.length - 1;
      const close = empty === "" ? plain.indexOf(`</${name}`, match.index) : -1;
      const stop = close < 0 ? match.index + whole.length : plain.indexOf(">", close) + 1;
      found.push(text.slice(match.index, start) + declared.join("") + text.slice(start, stop));
    }
    if (local === "definitions" || local === "types") {
      for (const m of attributes.matchAll(/\bxmlns(:[\w.-]+)?\s*=\s*("[^"]*"|'[^']*')/g))
        outer.set(m[1] ?? "", m[2] as string);
    }
    if (empty === "") open.push(name);
  }
  return found;
}

function decode(bytes: Uint8Array): string {
  const label =
    bytes[0] === 0xfe && bytes[1] === 0xff
      ? "utf-16be"
      : bytes[0] === 0xff && bytes[1] === 0xfe
        ? "utf-16le"
        : (/^(?:\xef\xbb\xbf)?<\?xml[^>]*encoding\s*=\s*["']([\w.-]+)/.exec(
            Buffer.from(bytes.slice(0, 200)).toString("latin1"),
          )?.[1] ?? "utf-8");
  const text = new TextDecoder(label).decode(bytes);
  return text.replace(/^\s*<\?xml[^>]*\?>/, "");
}

function commonFolder(files: readonly string[]): string {
  let folder = dirname(files[0] ?? ".");
  while (!files.every((f) => f.startsWith(folder + sep))) folder = dirname(folder);
  return folder;
}

function quote(text: string): string {
  return text.replace(/&/g, "&amp;").replace(/"/g, "&quot;").replace(/</g, "&lt;");
}

const XML_SCHEMA = `<schema xmlns="${XSD}" targetNamespace="${XML_NS}"><attribute name="lang" type="language"/><attribute name="base" type="anyURI"/><attribute name="id" type="ID"/><attribute name="space"><simpleType><restriction base="NCName"><enumeration value="default"/><enumeration value="preserve"/></restriction></simpleType></attribute><attributeGroup name="specialAttrs"><attribute ref="xml:base"/><attribute ref="xml:lang"/><attribute ref="xml:space"/></attributeGroup></schema>`;

const ENCODED =
  "duration dateTime NOTATION time date gYearMonth gYear gMonthDay gDay gMonth boolean base64Binary hexBinary float double anyURI QName string normalizedString token language Name NMTOKEN NCName ID IDREF ENTITY decimal integer nonPositiveInteger negativeInteger long int short byte nonNegativeInteger unsignedLong unsignedInt unsignedShort unsignedByte positiveInteger";

/** SOAP 1.1, section 5. */
const SOAP_ENCODING = `<xs:schema xmlns:xs="${XSD}" xmlns:tns="${SOAP_ENC}" targetNamespace="${SOAP_ENC}">
<xs:attribute name="arrayType" type="xs:string"/><xs:attribute name="offset" type="xs:string"/><xs:attribute name="position" type="xs:string"/><xs:attribute name="root" type="xs:boolean"/>
<xs:attributeGroup name="commonAttributes"><xs:attribute name="id" type="xs:ID"/><xs:attribute name="href" type="xs:anyURI"/><xs:anyAttribute namespace="##other" processContents="lax"/></xs:attributeGroup>
<xs:attributeGroup name="arrayAttributes"><xs:attribute ref="tns:arrayType"/><xs:attribute ref="tns:offset"/></xs:attributeGroup>
<xs:attributeGroup name="arrayMemberAttributes"><xs:attribute ref="tns:position"/></xs:attributeGroup>
<xs:group name="Array"><xs:sequence><xs:any namespace="##any" minOccurs="0" maxOccurs="unbounded" processContents="lax"/></xs:sequence></xs:group>
<xs:complexType name="Array"><xs:group ref="tns:Array" minOccurs="0"/><xs:attributeGroup ref="tns:arrayAttributes"/><xs:attributeGroup ref="tns:commonAttributes"/></xs:complexType><xs:element name="Array" type="tns:Array"/>
<xs:group name="Struct"><xs:sequence><xs:any namespace="##any" minOccurs="0" maxOccurs="unbounded" processContents="lax"/></xs:sequence></xs:group>
<xs:complexType name="Struct"><xs:group ref="tns:Struct" minOccurs="0"/><xs:attributeGroup ref="tns:commonAttributes"/></xs:complexType>
<xs:simpleType name="base64"><xs:restriction base="xs:base64Binary"/></xs:simpleType>
${ENCODED.split(" ")
  .filter((n) => n !== "NOTATION")
  .map(
    (n) =>
      `<xs:complexType name="${n}"><xs:simpleContent><xs:extension base="xs:${n}"><xs:attributeGroup ref="tns:commonAttributes"/></xs:extension></xs:simpleContent></xs:complexType>`,
  )
  .join("\n")}
</xs:schema>`;
