type Random = (below: number) => number;

/** A mutated document and the documents that it newly refers to. */
export interface Mutant {
  readonly bytes: Uint8Array;
  /** By file name beside the document. */
  readonly beside: ReadonlyMap<string, string>;
}

/** One way to spoil a document. */
export type Mutation = (text: string, random: Random) => string;

const XS = "http://www.w3.org/2001/XMLSchema";

/** Every way that stays text. */
export const MUTATIONS: Readonly<Record<string, Mutation>> = {
  truncate: (text, random) => text.slice(0, random(text.length)),
  "cut out": (text, random) => {
    const at = random(text.length);
    return text.slice(0, at) + text.slice(at + 1 + random(200));
  },
  "remove element": (text, random) => {
    const [from, to] = element(text, random);
    return text.slice(0, from) + text.slice(to);
  },
  "duplicate element": (text, random) => {
    const [from, to] = element(text, random);
    return text.slice(0, to) + text.slice(from, to).repeat(1 + random(4)) + text.slice(to);
  },
  "move element": (text, random) => {
    const [from, to] = element(text, random);
    const rest = text.slice(0, from) + text.slice(to);
    const [at] = element(rest, random);
    return rest.slice(0, at) + text.slice(from, to) + rest.slice(at);
  },
  "nest element in itself": (text, random) => {
    const [from, to] = element(text, random);
    const inner = text.indexOf(">", from) + 1;
    return text.slice(0, inner) + text.slice(from, to) + text.slice(inner);
  },
  "swap attribute values": (text, random) => {
    const found = [...text.matchAll(/="([^"<]*)"/g)];
    if (found.length < 2) return text;
    const a = found[random(found.length)] as RegExpExecArray;
    const b = found[random(found.length)] as RegExpExecArray;
    return replaceAt(
      replaceAt(text, a.index > b.index ? a : b, (a.index > b.index ? b : a)[0]),
      a.index > b.index ? b : a,
      (a.index > b.index ? a : b)[0],
    );
  },
  "odd attribute value": (text, random) => {
    const found = [...text.matchAll(/="([^"<]*)"/g)];
    const one = found[random(found.length)];
    return one ? replaceAt(text, one, `="${pick(VALUES, random)}"`) : text;
  },
  "remove attribute": (text, random) => {
    const found = [...text.matchAll(/\s[\w:.-]+="[^"<]*"/g)];
    const one = found[random(found.length)];
    return one ? replaceAt(text, one, "") : text;
  },
  "swap names": (text, random) => {
    const found = [...text.matchAll(/<\/?([\w.-]+:)?([\w.-]+)/g)];
    const one = found[random(found.length)];
    const other = found[random(found.length)];
    return one && other ? replaceAt(text, one, `<${one[0][1] === "/" ? "/" : ""}${one[1] ?? ""}${other[2]}`) : text;
  },
  "rename element": (text, random) => {
    const [from, to] = element(text, random);
    const old = /^<([\w:.-]+)/.exec(text.slice(from, to))?.[1];
    if (old === undefined) return text;
    const fresh = (old.includes(":") ? `${old.split(":")[0]}:` : "") + pick(NAMES, random);
    const body = text.slice(from, to);
    const end = body.endsWith(`</${old}>`) ? body.slice(0, -old.length - 3) : body;
    return (
      text.slice(0, from) + end.replace(`<${old}`, `<${fresh}`) + (end === body ? "" : `</${fresh}>`) + text.slice(to)
    );
  },
  "deep nesting": (text, random) => {
    const depth = pick([50, 250, 300, 3000, 100_000], random);
    return insert(
      text,
      random,
      nested(pick(["sequence", "choice", "complexType", "group", "documentation"], random), depth),
    );
  },
  "deep types": (text, random) => {
    const depth = pick([30, 80, 120], random);
    const open = `<xs:element name="n"><xs:complexType><xs:sequence>`;
    const close = `</xs:sequence></xs:complexType></xs:element>`;
    return insert(text, random, declare(open.repeat(depth) + close.repeat(depth)));
  },
  "long chain of types": (text, random) => {
    const length = pick([100, 3000, 20_000], random);
    const kind = random(3);
    const lines = Array.from({ length }, (_, i) => {
      const base = i === 0 ? "xs:string" : `C${i - 1}`;
      if (kind === 0) return `<xs:simpleType name="C${i}"><xs:restriction base="${base}"/></xs:simpleType>`;
      if (kind === 1)
        return `<xs:complexType name="C${i}"><xs:complexContent><xs:extension base="${i === 0 ? "xs:anyType" : `C${i - 1}`}"/></xs:complexContent></xs:complexType>`;
      return `<xs:group name="C${i}"><xs:sequence><xs:group ref="C${i + 1}"/></xs:sequence></xs:group>`;
    });
    return insert(text, random, declare(lines.join("")));
  },
  "doubling groups": (text, random) => {
    const depth = pick([8, 20, 40], random);
    const lines = Array.from({ length: depth }, (_, i) => {
      const inner =
        i === 0 ? `<xs:element name="x" type="xs:int"/>` : `<xs:group ref="G${i - 1}"/><xs:group ref="G${i - 1}"/>`;
      return `<xs:group name="G${i}"><xs:sequence>${inner}</xs:sequence></xs:group>`;
    });
    lines.push(`<xs:complexType name="Doubling"><xs:group ref="G${depth - 1}"/></xs:complexType>`);
    return insert(text, random, declare(lines.join("")));
  },
  "huge occurrence": (text, random) => {
    const count = pick(
      ["2147483648", "99999999999999999999", "1e9", "-1", "4294967295", "1000000", "unbounded", "0"],
      random,
    );
    const which = pick(["minOccurs", "maxOccurs"], random);
    return text.replace(
      new RegExp(`(<[\\w]*:?(?:element|sequence|choice|any)\\b)(?![^>]*${which})`),
      `$1 ${which}="${count}"`,
    );
  },
  "odd facet": (text, random) => {
    const facet = pick(
      [
        "length",
        "minLength",
        "maxLength",
        "totalDigits",
        "fractionDigits",
        "minInclusive",
        "maxExclusive",
        "whiteSpace",
        "assertion",
        "explicitTimezone",
      ],
      random,
    );
    return insert(
      text,
      random,
      declare(
        `<xs:simpleType name="F"><xs:restriction base="xs:${pick(TYPES, random)}"><xs:${facet} value="${pick(VALUES, random)}"/></xs:restriction></xs:simpleType>`,
      ),
    );
  },
  "pattern bomb": (text, random) =>
    insert(
      text,
      random,
      declare(
        `<xs:simpleType name="P"><xs:restriction base="xs:string"><xs:pattern value="${pick(PATTERNS, random)}"/></xs:restriction></xs:simpleType><xs:element name="pe" type="P" default="${"a".repeat(40)}!"/>`,
      ),
    ),
  "giant enumeration": (text, random) => {
    const count = pick([500, 5000, 30_000], random);
    const values = Array.from({ length: count }, (_, i) => `<xs:enumeration value="v${i}"/>`);
    return insert(
      text,
      random,
      declare(
        `<xs:simpleType name="E"><xs:restriction base="xs:string">${values.join("")}</xs:restriction></xs:simpleType>`,
      ),
    );
  },
  doctype: (text, random) => {
    const root = text.search(/<[^?!]/);
    return text.slice(0, root) + pick(DOCTYPES, random) + text.slice(root);
  },
  entity: (text, random) => {
    const at = text.indexOf(">", random(text.length)) + 1;
    return `${text.slice(0, at)}${pick(["&lol9;", "&x;", "&#0;", "&#x110000;", "&amp;", "&#xD800;", "]]>", "<![CDATA[", "<!--", "<?x"], random)}${text.slice(at)}`;
  },
  "encoding lie": (text, random) => {
    const body = text.replace(/^\uFEFF?<\?xml[^?]*\?>/, "");
    return `<?xml version="1.${random(3)}" encoding="${pick(["UTF-16", "GBK", "ISO-8859-1", "UTF-7", "us-ascii", "EBCDIC", "x"], random)}"?>${body}`;
  },
  "wrong namespace": (text, random) => {
    const found = [...text.matchAll(/xmlns(:\w+)?="([^"]*)"/g)];
    const one = found[random(found.length)];
    return one
      ? replaceAt(
          text,
          one,
          `xmlns${one[1] ?? ""}="${pick(["", "urn:x", XS, "http://schemas.xmlsoap.org/wsdl/", "http://www.w3.org/2000/xmlns/", "http://www.w3.org/XML/1998/namespace"], random)}"`,
        )
      : text;
  },
  "own base": (text, random) => {
    const found = [...text.matchAll(/\b(base|ref|type|itemType|memberTypes|substitutionGroup)="([^"]*)"/g)];
    const names = [...text.matchAll(/\bname="([^"]*)"/g)];
    const one = found[random(found.length)];
    const name = names[random(names.length)]?.[1];
    if (!one || name === undefined) return text;
    const prefix = /^[^:]*:/.exec(one[2] ?? "")?.[0] ?? "";
    return replaceAt(text, one, `${one[1]}="${pick([prefix, "", "tns:"], random)}${name}"`);
  },
  cycles: (text, random) => insert(text, random, declare(pick(CYCLES, random))),
};

/** Documents for the imports of {@link mutant}. */
const CIRCLE = (self: string): string =>
  `<xs:schema xmlns:xs="${XS}"><xs:include schemaLocation="${self}"/><xs:include schemaLocation="fuzz-circle.xsd"/><xs:redefine schemaLocation="fuzz-circle.xsd"><xs:complexType name="Round"><xs:complexContent><xs:extension base="Round"/></xs:complexContent></xs:complexType></xs:redefine><xs:complexType name="Round"/></xs:schema>`;

/** One to three changes to a document; one mutant in eight is changed by bytes, one in twelve imports a circle. */
export function mutant(
  original: Uint8Array,
  name: string,
  random: Random,
): Mutant & { readonly how: readonly string[] } {
  const how: string[] = [];
  let text = new TextDecoder().decode(original);
  const beside = new Map<string, string>();
  const names = Object.keys(MUTATIONS);
  for (let changes = 1 + random(3); changes > 0; changes--) {
    const kind = pick(names, random);
    how.push(kind);
    text = (MUTATIONS[kind] as Mutation)(text, random);
  }
  if (random(12) === 0) {
    how.push("import cycle");
    const kind = pick(["include", "import", "redefine", "override"], random);
    text = insert(
      text,
      random,
      `<xs:${kind} xmlns:xs="${XS}" schemaLocation="${pick(["fuzz-circle.xsd", name, ".", "", "/dev/null", "//", "http://127.0.0.1:9/x.xsd", "%00", "\\\\..\\..", "#"], random)}"/>`,
    );
    beside.set("fuzz-circle.xsd", CIRCLE(name));
  }
  let bytes: Uint8Array = new TextEncoder().encode(text);
  if (random(8) === 0) {
    how.push("bytes");
    const copy = Uint8Array.from(bytes);
    for (let flips = 1 + random(6); flips > 0 && copy.length > 0; flips--) copy[random(copy.length)] = random(256);
    bytes = copy;
  } else if (random(40) === 0) {
    how.push("UTF-16");
    bytes = new Uint8Array(Buffer.from(`\uFEFF${text}`, "utf16le"));
  }
  return { bytes, beside, how };
}

const VALUES = [
  "",
  " ",
  "0",
  "-1",
  "1e400",
  "NaN",
  "99999999999999999999999999",
  "##any",
  "##other ##local",
  "#all",
  "unbounded",
  "xs:string",
  "xs:NOTATION",
  "xs:anySimpleType",
  "xs:ID",
  "tns:x",
  ":",
  "a:",
  ":a",
  "constructor",
  "__proto__",
  "toString",
  "中文",
  "\u{1F600}",
  "a".repeat(5000),
  "true",
  "qualified",
  "prohibited",
  "preserve",
  "lax",
  "document",
  "rpc",
  "encoded",
  "*/",
  "${x}",
  "`",
  "\\",
  "\u2028",
  "&#10;",
  "&lt;",
  "*/ /**",
  "2000-02-30",
  "P1Y",
  "[1]",
  "xs:string[,]",
  "http://[",
  "%E0%A4%A",
];
const NAMES = [
  "schema",
  "element",
  "complexType",
  "simpleType",
  "sequence",
  "choice",
  "all",
  "any",
  "anyAttribute",
  "attribute",
  "attributeGroup",
  "group",
  "restriction",
  "extension",
  "union",
  "list",
  "complexContent",
  "simpleContent",
  "annotation",
  "import",
  "include",
  "redefine",
  "override",
  "key",
  "unique",
  "keyref",
  "notation",
  "types",
  "message",
  "portType",
  "binding",
  "service",
  "port",
  "part",
  "operation",
  "input",
  "output",
  "fault",
  "openContent",
  "alternative",
  "assert",
  "nonsense",
  "中文",
];
const TYPES = [
  "string",
  "decimal",
  "int",
  "date",
  "dateTime",
  "duration",
  "boolean",
  "base64Binary",
  "QName",
  "NOTATION",
  "anyURI",
  "IDREFS",
  "float",
  "anySimpleType",
  "hexBinary",
  "gYear",
];
const PATTERNS = [
  "(a+)+",
  "(a|a)*b",
  "((((((((((a{1,99}){1,99}){1,99}){1,99}){1,99}){1,99}){1,99}){1,99}){1,99}){1,99})",
  "a{0,2147483648}",
  "a{9999999}",
  "[",
  "\\p{IsGreek}+",
  "\\p{Lu}\\i\\c*",
  "[\\p{L}-[\\p{Lu}-[A-Z]]]",
  "(".repeat(2000),
  `${"(".repeat(400)}a${")".repeat(400)}`,
  "[a-\\d]",
  "a**",
  "(?=a)",
  "[z-a]",
  "\\",
  "|".repeat(3000),
  "x{3,1}",
  "[^]",
  "\\P{Foo}",
  "^$",
  "[\u{1F600}-\u{1F64F}]",
];
const DOCTYPES = [
  "<!DOCTYPE a>",
  `<!DOCTYPE a [<!ENTITY lol "lol"><!ENTITY lol9 "&lol;&lol;&lol;&lol;&lol;&lol;&lol;&lol;">]>`,
  `<!DOCTYPE a SYSTEM "file:///etc/passwd">`,
  `<!DOCTYPE a [<!ENTITY x SYSTEM "http://127.0.0.1:9/">]>`,
  "<!DOCTYPE a [",
  `<!DOCTYPE a [<!ENTITY % p "<!ENTITY x '%p;'>">%p;]>`,
];
const CYCLES = [
  `<xs:group name="A"><xs:sequence><xs:group ref="A"/></xs:sequence></xs:group><xs:complexType name="UsesA"><xs:group ref="A"/></xs:complexType>`,
  `<xs:attributeGroup name="A"><xs:attributeGroup ref="A"/></xs:attributeGroup><xs:complexType name="UsesA"><xs:attributeGroup ref="A"/></xs:complexType>`,
  `<xs:complexType name="A"><xs:complexContent><xs:extension base="B"/></xs:complexContent></xs:complexType><xs:complexType name="B"><xs:complexContent><xs:extension base="A"/></xs:complexContent></xs:complexType>`,
  `<xs:simpleType name="A"><xs:union memberTypes="B A"/></xs:simpleType><xs:simpleType name="B"><xs:list itemType="A"/></xs:simpleType>`,
  `<xs:element name="A" substitutionGroup="B"/><xs:element name="B" substitutionGroup="A"/>`,
  `<xs:complexType name="A"><xs:sequence><xs:element name="a" type="A"/></xs:sequence></xs:complexType>`,
  `<xs:complexType name="A"><xs:choice><xs:element name="a" type="A"/><xs:element name="b"><xs:complexType><xs:complexContent><xs:extension base="A"/></xs:complexContent></xs:complexType></xs:element></xs:choice></xs:complexType>`,
];

function pick<T>(list: readonly T[], random: Random): T {
  return list[random(list.length)] as T;
}

function replaceAt(text: string, match: RegExpMatchArray, by: string): string {
  const at = match.index ?? 0;
  return text.slice(0, at) + by + text.slice(at + match[0].length);
}

/** Start and end of an element drawn at random; not exact in malformed text, and needs not be. */
function element(text: string, random: Random): [number, number] {
  const opens = [...text.matchAll(/<([\w:.-]+)(?:"[^"]*"|'[^']*'|[^>"'])*>/g)];
  const open = opens[random(opens.length)];
  if (!open) return [0, 0];
  const from = open.index;
  const name = open[1] as string;
  if (open[0].endsWith("/>")) return [from, from + open[0].length];
  let depth = 0;
  for (const tag of text
    .slice(from)
    .matchAll(new RegExp(`<(/?)${name.replaceAll(".", "\\.")}(?=[\\s/>])(?:"[^"]*"|'[^']*'|[^>"'])*>`, "g"))) {
    if (tag[1] === "/") depth--;
    else if (!tag[0].endsWith("/>")) depth++;
    if (depth === 0) return [from, from + tag.index + tag[0].length];
  }
  return [from, from + open[0].length];
}

/** Puts `more` at the end of a schema, where there is one, or behind some tag. */
function insert(text: string, random: Random, more: string): string {
  const ends = [...text.matchAll(/<\/([\w]+:)?schema\s*>/g)];
  const end = random(4) === 0 ? undefined : ends[random(ends.length)];
  const at = end?.index ?? text.indexOf(">", random(text.length)) + 1;
  return text.slice(0, at) + more + text.slice(at);
}

/** Declarations whose references are to the namespace they are put in, or to none. */
function declare(xml: string): string {
  return xml.replaceAll(
    /<xs:(simpleType|complexType|element|group|attributeGroup) name=/g,
    `<xs:$1 xmlns:xs="${XS}" name=`,
  );
}

function nested(name: string, depth: number): string {
  return `<xs:${name} xmlns:xs="${XS}">${`<xs:${name}>`.repeat(depth)}${`</xs:${name}>`.repeat(depth)}</xs:${name}>`;
}
