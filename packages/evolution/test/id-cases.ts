import { loadModelFrom, type Model } from "@coo/wsdl";
import type { CompareOptions } from "../src/index.ts";

/** A pair of small sets for an id, and for the id of the way back. */
export interface IdCase {
  readonly there: string;
  /** `null` where the way back is no case of its own. */
  readonly back: string | null;
  readonly old: Model;
  readonly new: Model;
  readonly facts?: NonNullable<CompareOptions["facts"]>;
}

const XS = 'xmlns:xs="http://www.w3.org/2001/XMLSchema"';
const QUALIFIED = 'targetNamespace="urn:t" elementFormDefault="qualified"';

type File = { readonly file: string; readonly content: string; readonly entry?: boolean };

/** One operation `ask` with the element `M` of the schema as its request. */
function service(schema: string, others: readonly File[] = [], ns = "urn:t", name = "M"): Model {
  return load(
    wsdlText(schema).replaceAll('xmlns:t="urn:t"', `xmlns:t="${ns}"`).replace('element="t:M"', `element="t:${name}"`),
    others,
  );
}

function load(text: string, others: readonly File[] = []): Model {
  const files = [{ file: "t.wsdl", content: text, entry: true }, ...others];
  const model = loadModelFrom(files);
  SOURCES.set(model, files);
  return model;
}

/** The documents that a model of a case was read from. */
export const SOURCES = new WeakMap<Model, readonly File[]>();

function wsdlText(schemas: string): string {
  return `<wsdl:definitions xmlns:wsdl="http://schemas.xmlsoap.org/wsdl/" xmlns:soap="http://schemas.xmlsoap.org/wsdl/soap/" xmlns:w="urn:w" xmlns:t="urn:t" ${XS} xmlns:mime="http://schemas.xmlsoap.org/wsdl/mime/" targetNamespace="urn:w">
<wsdl:types>${schemas}</wsdl:types>
<wsdl:message name="AskIn"><wsdl:part name="body" element="t:M"/></wsdl:message>
<wsdl:portType name="PT"><wsdl:operation name="ask"><wsdl:input message="w:AskIn"/></wsdl:operation></wsdl:portType>
<wsdl:binding name="B" type="w:PT"><soap:binding transport="http://schemas.xmlsoap.org/soap/http" style="document"/><wsdl:operation name="ask"><soap:operation soapAction="urn:ask"/><wsdl:input><soap:body use="literal"/></wsdl:input></wsdl:operation></wsdl:binding>
<wsdl:service name="S"><wsdl:port name="P" binding="w:B"><soap:address location="https://a.example/"/></wsdl:port></wsdl:service>
</wsdl:definitions>`;
}

const raw = (inside: string, attributes = QUALIFIED): Model =>
  service(`<xs:schema ${XS} xmlns:t="urn:t" ${attributes}>${inside}</xs:schema>`);
const message = (inside: string, more = "", attributes = ""): Model =>
  raw(`<xs:element name="M" type="t:M"/><xs:complexType name="M" ${attributes}>${inside}</xs:complexType>${more}`);
const seq = (inside: string, more = ""): Model => message(`<xs:sequence>${inside}</xs:sequence>`, more);
const el = (name: string, rest = ""): string =>
  `<xs:element name="${name}" ${/type=/.test(rest) ? "" : 'type="xs:string"'} ${rest}/>`;
const opt = (name: string): string => el(name, 'minOccurs="0"');
const group = (kind: string, inside: string, rest = ""): string => `<xs:${kind} ${rest}>${inside}</xs:${kind}>`;
const text = (facets: string, base = "string"): string =>
  `<xs:simpleType><xs:restriction base="xs:${base}">${facets}</xs:restriction></xs:simpleType>`;
const simple = (facets: string, base = "string"): Model =>
  seq(`<xs:element name="f">${text(facets, base)}</xs:element>`);
const facet = (name: string, value: string | number, rest = ""): string => `<xs:${name} value="${value}" ${rest}/>`;
const values = (...of: string[]): string => of.map((v) => facet("enumeration", v)).join("");
const union = (members: string): Model =>
  seq(`<xs:element name="f"><xs:simpleType><xs:union memberTypes="${members}"/></xs:simpleType></xs:element>`);
const note = (inside: string): string =>
  `<xs:annotation><xs:documentation>${inside}</xs:documentation></xs:annotation>`;
const noted = (inside: string): Model => seq(`<xs:element name="a" type="xs:string">${note(inside)}</xs:element>`);
const derived = (name: string, inside: string, base = "t:M", rest = ""): string =>
  `<xs:complexType name="${name}" ${rest}><xs:complexContent><xs:extension base="${base}"><xs:sequence>${inside}</xs:sequence></xs:extension></xs:complexContent></xs:complexType>`;
const withAttribute = (rest: string): Model => message(`<xs:attribute name="x" ${rest}/>`);
const string = 'type="xs:string"';

const pair = (there: string, back: string | null, old: Model, now: Model, facts?: IdCase["facts"]): IdCase => ({
  there,
  back,
  old,
  new: now,
  ...(facts === undefined ? {} : { facts }),
});

/** Id by id, what a schema can do. */
const SCHEMA_CASES: readonly IdCase[] = [
  pair("element-required-added", "element-required-removed", seq(el("a")), seq(el("a") + el("b"))),
  pair("element-optional-added", "element-optional-removed", seq(el("a")), seq(el("a") + opt("b"))),
  pair(
    "element-renamed",
    "element-renamed",
    seq(`<xs:element name="goods_name" type="xs:string">${note("品名")}</xs:element>`),
    seq(`<xs:element name="goodsName" type="xs:string">${note("品名")}</xs:element>`),
  ),
  pair(
    "element-moved",
    "element-moved",
    seq(
      el("a") + el("city") + el("p", 'type="t:P"'),
      `<xs:complexType name="P">${group("sequence", el("b"))}</xs:complexType>`,
    ),
    seq(
      el("a") + el("p", 'type="t:P"'),
      `<xs:complexType name="P">${group("sequence", el("b") + el("city"))}</xs:complexType>`,
    ),
  ),
  pair("element-reordered", "element-reordered", seq(el("a") + el("b")), seq(el("b") + el("a"))),
  pair("element-made-required", "element-made-optional", seq(opt("a")), seq(el("a"))),
  pair(
    "min-occurs-raised",
    "min-occurs-lowered",
    seq(el("a", 'minOccurs="1" maxOccurs="5"')),
    seq(el("a", 'minOccurs="2" maxOccurs="5"')),
  ),
  pair("max-occurs-one-to-many", "max-occurs-many-to-one", seq(el("a")), seq(el("a", 'maxOccurs="5"'))),
  pair("max-occurs-raised", "max-occurs-lowered", seq(el("a", 'maxOccurs="5"')), seq(el("a", 'maxOccurs="unbounded"'))),
  pair("nillable-added", "nillable-removed", seq(el("a")), seq(el("a", 'nillable="true"'))),
  pair("default-added", "default-removed", seq(el("a")), seq(el("a", 'default="1"'))),
  pair("default-changed", "default-changed", seq(el("a", 'default="1"')), seq(el("a", 'default="2"'))),
  pair("fixed-introduced", "fixed-dropped", seq(el("a")), seq(el("a", 'fixed="1"'))),
  pair("fixed-changed", "fixed-changed", seq(el("a", 'fixed="1"')), seq(el("a", 'fixed="2"'))),
  pair(
    "sequence-to-all",
    "all-to-sequence",
    message(group("sequence", el("a") + el("b"))),
    message(group("all", el("a") + el("b"))),
  ),
  pair(
    "sequence-to-choice",
    "choice-to-sequence",
    message(group("sequence", el("a") + el("b"))),
    message(group("choice", el("a") + el("b"))),
  ),
  pair(
    "choice-branch-added",
    "choice-branch-removed",
    message(group("choice", el("a") + el("b"))),
    message(group("choice", el("a") + el("b") + el("c"))),
  ),
  pair(
    "choice-dissolved",
    "choice-formed",
    message(group("choice", opt("a") + opt("b"))),
    message(group("sequence", opt("a") + opt("b"))),
  ),
  pair(
    "group-repeat-added",
    "group-repeat-removed",
    message(group("sequence", el("a"))),
    message(group("sequence", el("a"), 'maxOccurs="3"')),
  ),
  pair(
    "group-made-optional",
    "group-made-required",
    message(group("sequence", el("a"))),
    message(group("sequence", el("a"), 'minOccurs="0"')),
  ),
  pair(
    "co-occurrence-tightened",
    "co-occurrence-loosened",
    seq(group("sequence", el("a") + el("b"), 'minOccurs="0"') + group("sequence", el("c") + el("d"), 'minOccurs="0"')),
    seq(group("sequence", el("a") + el("b") + el("c") + el("d"), 'minOccurs="0"')),
  ),
  pair(
    "all-occurs-loosened",
    "all-occurs-tightened",
    message(group("all", el("a", 'maxOccurs="2"') + el("b"))),
    message(group("all", el("a", 'maxOccurs="3"') + el("b"))),
  ),
  pair(
    "max-occurs-one-to-many",
    "max-occurs-many-to-one",
    message(group("all", el("a") + el("b"))),
    message(group("all", el("a", 'maxOccurs="3"') + el("b"))),
  ),
  pair(
    "group-nesting-changed",
    "group-nesting-changed",
    seq(el("a") + el("b")),
    seq(el("a") + group("sequence", el("b"))),
  ),
  pair(
    "group-extracted",
    "group-inlined",
    seq(group("sequence", el("a") + el("b"))),
    seq('<xs:group ref="t:G"/>', `<xs:group name="G">${group("sequence", el("a") + el("b"))}</xs:group>`),
  ),
  pair(
    "choice-branch-reordered",
    "choice-branch-reordered",
    message(group("choice", el("a") + el("b"))),
    message(group("choice", el("b") + el("a"))),
  ),
  pair("any-added", "any-removed", seq(el("a")), seq(`${el("a")}<xs:any namespace="##other" minOccurs="0"/>`)),
  pair(
    "any-attribute-added",
    "any-attribute-removed",
    message(""),
    message('<xs:anyAttribute processContents="skip"/>'),
  ),
  pair(
    "any-namespace-widened",
    "any-namespace-narrowed",
    seq('<xs:any namespace="urn:x" processContents="skip"/>'),
    seq('<xs:any namespace="urn:x urn:y" processContents="skip"/>'),
  ),
  pair(
    "any-process-loosened",
    "any-process-tightened",
    seq('<xs:any namespace="urn:t" processContents="strict"/>'),
    seq('<xs:any namespace="urn:t" processContents="skip"/>'),
  ),
  pair(
    "any-became-element",
    null,
    seq(`${el("a")}<xs:any namespace="##targetNamespace" processContents="skip" minOccurs="0"/>`),
    seq(el("a") + opt("b")),
  ),
  pair(
    "open-content-added",
    "open-content-removed",
    message(group("sequence", el("a"))),
    message(
      `<xs:openContent mode="interleave"><xs:any namespace="##other" processContents="skip"/></xs:openContent>${group("sequence", el("a"))}`,
    ),
  ),
  pair("attribute-optional-added", "attribute-optional-removed", message(""), withAttribute(string)),
  pair(
    "attribute-required-added",
    "attribute-required-removed",
    message(""),
    withAttribute(`${string} use="required"`),
  ),
  pair(
    "attribute-made-required",
    "attribute-made-optional",
    withAttribute(string),
    withAttribute(`${string} use="required"`),
  ),
  pair(
    "attribute-renamed",
    "attribute-renamed",
    message(`<xs:attribute name="hs_code" type="xs:string">${note("编号")}</xs:attribute>`),
    message(`<xs:attribute name="hsCode" type="xs:string">${note("编号")}</xs:attribute>`),
  ),
  pair(
    "attribute-default-added",
    "attribute-default-removed",
    withAttribute(string),
    withAttribute(`${string} default="1"`),
  ),
  pair(
    "attribute-default-changed",
    "attribute-default-changed",
    withAttribute(`${string} default="1"`),
    withAttribute(`${string} default="2"`),
  ),
  pair(
    "attribute-to-element",
    "element-to-attribute",
    message(`${group("sequence", el("a"))}<xs:attribute name="x" ${string}/>`),
    message(group("sequence", el("a") + opt("x"))),
  ),
  pair(
    "attribute-group-refactored",
    "attribute-group-refactored",
    withAttribute(string),
    message(
      '<xs:attributeGroup ref="t:G"/>',
      `<xs:attributeGroup name="G"><xs:attribute name="x" ${string}/></xs:attributeGroup>`,
    ),
  ),
  pair(
    "attribute-inheritable-changed",
    "attribute-inheritable-changed",
    withAttribute(string),
    withAttribute(`${string} inheritable="true"`),
  ),
  pair("type-widened", "type-narrowed", seq(el("a", 'type="xs:short"')), seq(el("a", 'type="xs:int"'))),
  pair(
    "type-widened-remapped",
    "type-narrowed-remapped",
    seq(el("a", 'type="xs:int"')),
    seq(el("a", 'type="xs:long"')),
  ),
  pair("type-replaced", "type-replaced", seq(el("a", 'type="xs:int"')), seq(el("a", 'type="xs:date"'))),
  pair(
    "type-normalisation-changed",
    "type-normalisation-changed",
    seq(el("a", 'type="xs:string"')),
    seq(el("a", 'type="xs:token"')),
  ),
  pair(
    "type-became-list",
    "type-no-longer-list",
    seq(el("a", 'type="xs:int"')),
    seq('<xs:element name="a"><xs:simpleType><xs:list itemType="xs:int"/></xs:simpleType></xs:element>'),
  ),
  pair("union-member-added", "union-member-removed", union("xs:int xs:date"), union("xs:int xs:date xs:boolean")),
  pair("union-member-reordered", "union-member-reordered", union("xs:int xs:date"), union("xs:date xs:int")),
  pair(
    "type-became-complex",
    "type-became-simple",
    seq(el("a", 'type="xs:string"')),
    seq(
      `<xs:element name="a"><xs:complexType><xs:simpleContent><xs:extension base="xs:string"><xs:attribute name="x" ${string}/></xs:extension></xs:simpleContent></xs:complexType></xs:element>`,
    ),
  ),
  pair("enum-value-added", "enum-value-removed", simple(values("A", "B")), simple(values("A", "B", "C"))),
  pair(
    "enum-value-renamed",
    "enum-value-renamed",
    simple(`<xs:enumeration value="A"/><xs:enumeration value="B">${note("二")}</xs:enumeration>`),
    simple(`<xs:enumeration value="A"/><xs:enumeration value="C">${note("二")}</xs:enumeration>`),
  ),
  pair("enum-introduced", "enum-dropped", simple(""), simple(values("A", "B"))),
  pair(
    "enum-meaning-changed",
    "enum-meaning-changed",
    simple(`<xs:enumeration value="A">${note("一")}</xs:enumeration>`),
    simple(`<xs:enumeration value="A">${note("二")}</xs:enumeration>`),
  ),
  pair("min-length-tightened", "min-length-loosened", simple(facet("minLength", 1)), simple(facet("minLength", 2))),
  pair("max-length-tightened", "max-length-loosened", simple(facet("maxLength", 10)), simple(facet("maxLength", 8))),
  pair(
    "total-digits-tightened",
    "total-digits-loosened",
    simple(facet("totalDigits", 5), "decimal"),
    simple(facet("totalDigits", 4), "decimal"),
  ),
  pair(
    "fraction-digits-tightened",
    "fraction-digits-loosened",
    simple(facet("fractionDigits", 3), "decimal"),
    simple(facet("fractionDigits", 2), "decimal"),
  ),
  pair(
    "range-tightened",
    "range-loosened",
    simple(facet("maxInclusive", 5), "decimal"),
    simple(facet("maxInclusive", 4), "decimal"),
  ),
  pair("length-changed", "length-changed", simple(facet("length", 1)), simple(facet("length", 2))),
  pair(
    "pattern-tightened",
    "pattern-loosened",
    simple(facet("pattern", "[0-9]+")),
    simple(facet("pattern", "[0-9]{2}")),
  ),
  pair(
    "pattern-crossed",
    "pattern-crossed",
    simple(facet("pattern", "[0-9]{3}")),
    simple(facet("pattern", "[0-9]{2}")),
  ),
  pair(
    "pattern-undecided",
    "pattern-undecided",
    simple(facet("pattern", "(a|b)*a(a|b){17}(c|d)*")),
    simple(facet("pattern", "(a|b)*b(a|b){17}(c|d)*")),
  ),
  pair("white-space-changed", "white-space-changed", simple(""), simple(facet("whiteSpace", "replace"))),
  pair(
    "explicit-timezone-tightened",
    "explicit-timezone-loosened",
    simple("", "dateTime"),
    simple(facet("explicitTimezone", "required"), "dateTime"),
  ),
  pair("assertion-added", "assertion-removed", simple(""), simple('<xs:assertion test="true()"/>')),
  pair(
    "assertion-changed",
    "assertion-changed",
    simple('<xs:assertion test="true()"/>'),
    simple('<xs:assertion test="false()"/>'),
  ),
  pair("alternative-changed", "alternative-changed", alternative("'a'"), alternative("'b'")),
  pair(
    "identity-constraint-added",
    "identity-constraint-removed",
    constrained(""),
    constrained('<xs:unique name="u"><xs:selector xpath="t:a"/><xs:field xpath="."/></xs:unique>'),
  ),
  pair(
    "type-renamed",
    "type-renamed",
    seq(
      el("p", 'type="t:Port"'),
      `<xs:complexType name="Port">${note("港口")}${group("sequence", el("a"))}</xs:complexType>`,
    ),
    seq(
      el("p", 'type="t:Port_"'),
      `<xs:complexType name="Port_">${note("港口")}${group("sequence", el("a"))}</xs:complexType>`,
    ),
  ),
  pair(
    "type-anonymised",
    "type-named",
    seq(el("p", 'type="t:Port"'), `<xs:complexType name="Port">${group("sequence", el("a"))}</xs:complexType>`),
    seq(`<xs:element name="p"><xs:complexType>${group("sequence", el("a"))}</xs:complexType></xs:element>`),
  ),
  pair("type-added-unused", "type-removed-unused", seq(el("a")), seq(el("a"), '<xs:complexType name="N"/>')),
  pair(
    "global-element-added-unused",
    "global-element-removed-unused",
    seq(el("a")),
    seq(el("a"), `<xs:element name="N"><xs:complexType>${group("sequence", el("b"))}</xs:complexType></xs:element>`),
  ),
  pair(
    "element-ref-inlined",
    "element-ref-inlined",
    seq('<xs:element ref="t:a"/>', '<xs:element name="a" type="xs:string"/>'),
    seq(el("a"), '<xs:element name="a" type="xs:string"/>'),
  ),
  pair(
    "derivation-path-changed",
    "derivation-path-changed",
    seq(
      el("p", 'type="t:P"'),
      `${derived("P", el("b"), "t:Q")}<xs:complexType name="Q">${group("sequence", el("a"))}</xs:complexType>`,
    ),
    seq(
      el("p", 'type="t:P"'),
      `<xs:complexType name="P">${group("sequence", group("sequence", el("a")) + group("sequence", el("b")))}</xs:complexType><xs:complexType name="Q">${group("sequence", el("a"))}</xs:complexType>`,
    ),
  ),
  pair("final-changed", "final-changed", message("", "", ""), message("", "", 'final="extension"')),
  pair("derived-type-added", "derived-type-removed", seq(el("a")), seq(el("a"), derived("N", el("b")))),
  pair("substitution-member-added", "substitution-member-removed", substitution(false), substitution(true)),
  pair("substitution-head-changed", "substitution-head-changed", heads("t:h"), heads("t:k")),
  pair(
    "abstract-added",
    "abstract-removed",
    seq(el("a"), derived("N", el("b"))),
    message(group("sequence", el("a")), derived("N", el("b")), 'abstract="true"'),
  ),
  pair("block-added", "block-removed", blocked(""), blocked('block="extension"')),
  pair("mixed-added", "mixed-removed", seq(el("a")), message(group("sequence", el("a")), "", 'mixed="true"')),
  pair("target-namespace-changed", "target-namespace-changed", named("urn:t"), named("urn:t9")),
  pair(
    "element-form-changed",
    "element-form-changed",
    seq(el("a")),
    raw(
      `<xs:element name="M" type="t:M"/><xs:complexType name="M">${group("sequence", el("a"))}</xs:complexType>`,
      'targetNamespace="urn:t"',
    ),
  ),
  pair(
    "attribute-form-changed",
    "attribute-form-changed",
    withAttribute(string),
    withAttribute(`${string} form="qualified"`),
  ),
  pair("component-moved-namespace", "component-moved-namespace", far("urn:x"), far("urn:y")),
  pair("redefine-changed", "redefine-changed", revised("redefine", "P"), revised("redefine", "Q")),
  pair("override-changed", "override-changed", revised("override", "P"), revised("override", "Q")),
  pair("documentation-changed", "documentation-changed", noted("编号"), noted("发票编号")),
  pair("deprecation-marked", "deprecation-unmarked", noted("编号"), noted("编号 已废弃")),
  pair("documentation-contract-text", "documentation-contract-text", noted("编号,长度 8"), noted("编号,长度 10")),
  pair("lexical-only", "lexical-only", seq(el("a")), seq(`<!-- the same -->${el("a")}`)),
  pair("import-layout-changed", "import-layout-changed", divided(1), divided(2)),
  pair(
    "notation-changed",
    "notation-changed",
    seq(el("a"), '<xs:notation name="n" public="image/png"/>'),
    seq(el("a"), '<xs:notation name="n" public="image/gif"/>'),
  ),
  pair(
    "schema-version-attribute-changed",
    "schema-version-attribute-changed",
    raw(`<xs:element name="M" type="xs:string"/>`, `${QUALIFIED} version="1"`),
    raw(`<xs:element name="M" type="xs:string"/>`, `${QUALIFIED} version="2"`),
  ),
  pair("schema-language-raised", null, simple(""), simple('<xs:assertion test="true()"/>')),
  pair("signed-part-changed", "signed-part-changed", seq(el("a")), seq(el("a") + el("b")), {
    old: { signed: ["{urn:t}M"] },
    new: { signed: ["{urn:t}M"] },
  }),
];

function alternative(value: string): Model {
  return raw(
    `<xs:element name="M" type="t:M"><xs:alternative test="@x = ${value}" type="t:N"/></xs:element><xs:complexType name="M"><xs:attribute name="x" ${string}/></xs:complexType>${derived("N", el("b"))}`,
  );
}

function blocked(rest: string): Model {
  return raw(
    `<xs:element name="M" type="t:M" ${rest}/><xs:complexType name="M">${group("sequence", el("a"))}</xs:complexType>${derived("N", el("b"))}`,
  );
}

function constrained(inside: string): Model {
  return raw(
    `<xs:element name="M"><xs:complexType>${group("sequence", el("a", 'maxOccurs="9"'))}</xs:complexType>${inside}</xs:element>`,
  );
}

function substitution(more: boolean): Model {
  return seq(
    '<xs:element ref="t:h"/>',
    `<xs:element name="h" type="xs:string"/><xs:element name="g" ${string} substitutionGroup="t:h"/>${more ? `<xs:element name="i" ${string} substitutionGroup="t:h"/>` : ""}`,
  );
}

function heads(head: string): Model {
  return seq(
    '<xs:element ref="t:h"/><xs:element ref="t:k"/><xs:element ref="t:g" minOccurs="0"/>',
    `<xs:element name="h" ${string}/><xs:element name="k" ${string}/><xs:element name="g" ${string} substitutionGroup="${head}"/>`,
  );
}

function named(ns: string): Model {
  return service(
    `<xs:schema ${XS} xmlns:t="${ns}" targetNamespace="${ns}" elementFormDefault="qualified"><xs:element name="M" type="t:M"/><xs:complexType name="M">${group("sequence", el("a"))}</xs:complexType></xs:schema>`,
    [],
    ns,
  );
}

/** `M` refers to an element of the one of two namespaces that is given. */
function far(ns: string): Model {
  const schema = (target: string): string =>
    `<xs:schema ${XS} targetNamespace="${target}">${target === ns ? `<xs:element name="item" ${string}/>` : ""}<xs:element name="other" ${string}/></xs:schema>`;
  return service(
    `<xs:schema ${XS} xmlns:t="urn:t" xmlns:f="${ns}" ${QUALIFIED}><xs:import namespace="urn:x"/><xs:import namespace="urn:y"/><xs:element name="M" type="t:M"/><xs:complexType name="M">${group("sequence", '<xs:element ref="f:item"/>')}</xs:complexType></xs:schema>${schema("urn:x")}${schema("urn:y")}`,
  );
}

function revised(kind: "redefine" | "override", name: string): Model {
  const restated =
    kind === "redefine"
      ? `<xs:simpleType name="${name}"><xs:restriction base="t:${name}"/></xs:simpleType>`
      : `<xs:simpleType name="${name}"><xs:restriction base="xs:string"/></xs:simpleType>`;
  const types = ["P", "Q"].map((n) => `<xs:simpleType name="${n}"><xs:restriction base="xs:string"/></xs:simpleType>`);
  return service(
    `<xs:schema ${XS} xmlns:t="urn:t" ${QUALIFIED}><xs:${kind} schemaLocation="base.xsd">${restated}</xs:${kind}><xs:element name="M" type="t:M"/><xs:complexType name="M">${group("sequence", el("p", 'type="t:P"') + el("q", 'type="t:Q"'))}</xs:complexType></xs:schema>`,
    [{ file: "base.xsd", content: `<xs:schema ${XS} xmlns:t="urn:t" ${QUALIFIED}>${types.join("")}</xs:schema>` }],
  );
}

function divided(files: number): Model {
  const part = (inside: string): string => `<xs:schema ${XS} xmlns:t="urn:t" ${QUALIFIED}>${inside}</xs:schema>`;
  const [p, q] = ["P", "Q"].map(
    (n) => `<xs:complexType name="${n}">${group("sequence", el("a"))}</xs:complexType>`,
  ) as [string, string];
  return service(
    part(
      `${[1, 2]
        .slice(0, files)
        .map((i) => `<xs:include schemaLocation="part${i}.xsd"/>`)
        .join("")}<xs:element name="M" type="t:P"/><xs:element name="N" type="t:Q"/>`,
    ),
    [
      { file: "part1.xsd", content: part(files === 1 ? p + q : p) },
      { file: "part2.xsd", content: part(files === 1 ? "" : q) },
    ],
  );
}

const SCHEMA = `<xs:schema ${XS} xmlns:t="urn:t" ${QUALIFIED}>${["M", "N", "F", "H"]
  .map((n) => `<xs:element name="${n}" type="t:T"/>`)
  .join("")}<xs:complexType name="T">${group("sequence", el("a"))}</xs:complexType></xs:schema>`;
const BODY = '<soap:body use="literal"/>';
const DOCUMENT = `<wsdl:definitions xmlns:wsdl="http://schemas.xmlsoap.org/wsdl/" xmlns:soap="http://schemas.xmlsoap.org/wsdl/soap/" xmlns:mime="http://schemas.xmlsoap.org/wsdl/mime/" xmlns:w="urn:w" xmlns:t="urn:t" ${XS} targetNamespace="urn:w">
<wsdl:types>${SCHEMA}</wsdl:types>
<wsdl:message name="AskIn"><wsdl:part name="body" element="t:M"/></wsdl:message>
<wsdl:message name="AskOut"><wsdl:part name="body" element="t:N"/></wsdl:message>
<wsdl:message name="FaultM"><wsdl:part name="f" element="t:F"/></wsdl:message>
<wsdl:message name="HeadM"><wsdl:part name="h" element="t:H"/></wsdl:message>
<wsdl:portType name="PT"><wsdl:operation name="ask"><wsdl:input message="w:AskIn"/><wsdl:output message="w:AskOut"/></wsdl:operation></wsdl:portType>
<wsdl:binding name="B" type="w:PT"><soap:binding transport="http://schemas.xmlsoap.org/soap/http" style="document"/><wsdl:operation name="ask"><soap:operation soapAction="urn:ask"/><wsdl:input>${BODY}</wsdl:input><wsdl:output><soap:body use="literal" /></wsdl:output></wsdl:operation></wsdl:binding>
<wsdl:service name="S"><wsdl:port name="P" binding="w:B"><soap:address location="https://a.example/"/></wsdl:port></wsdl:service>
</wsdl:definitions>`;
const RPC = DOCUMENT.replace(
  '<wsdl:part name="body" element="t:M"/>',
  '<wsdl:part name="a" type="xs:string"/><wsdl:part name="b" type="xs:int"/>',
)
  .replace('<wsdl:part name="body" element="t:N"/>', '<wsdl:part name="r" type="xs:string"/>')
  .replace('style="document"', 'style="rpc"')
  .replace(BODY, '<soap:body use="literal" namespace="urn:r"/>');
const MIME = DOCUMENT.replace('element="t:M"/>', 'element="t:M"/><wsdl:part name="file" type="xs:base64Binary"/>');

type Edit = readonly [from: string | RegExp, to: string];

function edited(text: string, edits: readonly Edit[]): Model {
  let now = text;
  for (const [from, to] of edits) {
    const next = now.replaceAll(typeof from === "string" ? from : new RegExp(from, "g"), to);
    if (next === now) throw new Error(`nothing to replace: ${from}`);
    now = next;
  }
  return load(now);
}

const wsdl = (there: string, back: string | null, ...edits: Edit[]): IdCase =>
  pair(there, back, load(DOCUMENT), edited(DOCUMENT, edits));
const rpc = (there: string, back: string | null, ...edits: Edit[]): IdCase =>
  pair(there, back, load(RPC), edited(RPC, edits));

const policy = (optional: boolean): string =>
  `<wsp:Policy xmlns:wsp="http://schemas.xmlsoap.org/ws/2004/09/policy"><x:Rule xmlns:x="urn:x" ${optional ? 'wsp:Optional="true"' : ""}/></wsp:Policy>`;
const BINDING: string = '<wsdl:binding name="B" type="w:PT">';
const attached = (inside: string): string =>
  `<mime:multipartRelated><mime:part><soap:body use="literal" parts="body"/></mime:part>${inside}</mime:multipartRelated>`;
const file = (type: string): string => `<mime:part><mime:content part="file" type="${type}"/></mime:part>`;
const FAULT: Edit[] = [
  ['<wsdl:output message="w:AskOut"/>', '<wsdl:output message="w:AskOut"/><wsdl:fault name="f" message="w:FaultM"/>'],
  [
    '<soap:body use="literal" /></wsdl:output>',
    '<soap:body use="literal" /></wsdl:output><wsdl:fault name="f"><soap:fault name="f" use="literal"/></wsdl:fault>',
  ],
];
const TELL: Edit[] = [
  ["</wsdl:portType>", '<wsdl:operation name="tell"><wsdl:input message="w:HeadM"/></wsdl:operation></wsdl:portType>'],
  [
    "</wsdl:operation></wsdl:binding>",
    `</wsdl:operation><wsdl:operation name="tell"><soap:operation soapAction="urn:tell"/><wsdl:input>${BODY}</wsdl:input></wsdl:operation></wsdl:binding>`,
  ],
];
const OWN_TYPE: Edit = [
  '<xs:element name="M" type="t:T"/>',
  `<xs:element name="M"><xs:complexType>${group("sequence", el("x"))}</xs:complexType></xs:element>`,
];
const payload = (root: string, carrier: string) => ({ payloads: { ask: { input: { root, carrier } } } });

/** Id by id, what a web service description and a manifest can do. */
const WSDL_CASES: readonly IdCase[] = [
  wsdl("service-added", "service-removed", [
    "</wsdl:service>",
    '</wsdl:service><wsdl:service name="S2"><wsdl:port name="P2" binding="w:B"><soap:address location="https://b.example/"/></wsdl:port></wsdl:service>',
  ]),
  wsdl("service-renamed", "service-renamed", ['name="S"', 'name="S9"']),
  wsdl("port-type-renamed", "port-type-renamed", ['name="PT"', 'name="PT9"'], ["w:PT", "w:PT9"]),
  wsdl("port-renamed", "port-renamed", ['name="P"', 'name="P9"']),
  wsdl("binding-renamed", "binding-renamed", ['name="B"', 'name="B9"'], ["w:B", "w:B9"]),
  wsdl("message-renamed", "message-renamed", ["AskIn", "Question"]),
  wsdl("document-part-renamed", "document-part-renamed", ['name="body" element="t:M"', 'name="it" element="t:M"']),
  wsdl("port-added", "port-removed", [
    "</wsdl:service>",
    '<wsdl:port name="P2" binding="w:B"><soap:address location="https://b.example/"/></wsdl:port></wsdl:service>',
  ]),
  wsdl("endpoint-changed", "endpoint-changed", ["https://a.example/", "https://b.example/"]),
  wsdl("transport-changed", "transport-changed", [
    "http://schemas.xmlsoap.org/soap/http",
    "http://www.w3.org/2010/soapjms/",
  ]),
  wsdl("soap-version-changed", "soap-version-changed", [
    "http://schemas.xmlsoap.org/wsdl/soap/",
    "http://schemas.xmlsoap.org/wsdl/soap12/",
  ]),
  pair(
    "style-changed",
    "style-changed",
    edited(DOCUMENT, [[/element="t:([MN])"/, 'type="t:T"']]),
    edited(DOCUMENT, [
      [/element="t:([MN])"/, 'type="t:T"'],
      ['style="document"', 'style="rpc"'],
    ]),
  ),
  rpc("use-changed", "use-changed", [
    '<soap:body use="literal" namespace="urn:r"/>',
    '<soap:body use="encoded" namespace="urn:r" encodingStyle="http://schemas.xmlsoap.org/soap/encoding/"/>',
  ]),
  wsdl("soap-action-changed", "soap-action-changed", ["urn:ask", "urn:ask9"]),
  wsdl("operation-added", "operation-removed", ...TELL),
  wsdl("operation-renamed", "operation-renamed", ['name="ask"', 'name="query"']),
  movedOperation(),
  wsdl(
    "operation-overloaded",
    null,
    ['<wsdl:input message="w:AskIn"/>', '<wsdl:input name="first" message="w:AskIn"/>'],
    ["<wsdl:input><soap:body", '<wsdl:input name="first"><soap:body'],
    [
      "</wsdl:portType>",
      '<wsdl:operation name="ask"><wsdl:input name="second" message="w:HeadM"/></wsdl:operation></wsdl:portType>',
    ],
    [
      "</wsdl:operation></wsdl:binding>",
      `</wsdl:operation><wsdl:operation name="ask"><soap:operation soapAction="urn:ask2"/><wsdl:input name="second">${BODY}</wsdl:input></wsdl:operation></wsdl:binding>`,
    ],
  ),
  wsdl(
    "mep-changed",
    "mep-changed",
    ['<wsdl:output message="w:AskOut"/>', ""],
    ['<wsdl:output><soap:body use="literal" /></wsdl:output>', ""],
  ),
  pair(
    "parameter-order-changed",
    "parameter-order-changed",
    edited(RPC, [
      ['<wsdl:operation name="ask"><wsdl:input m', '<wsdl:operation name="ask" parameterOrder="a b"><wsdl:input m'],
    ]),
    edited(RPC, [
      ['<wsdl:operation name="ask"><wsdl:input m', '<wsdl:operation name="ask" parameterOrder="b a"><wsdl:input m'],
    ]),
  ),
  wsdl("wsdl-namespace-changed", "wsdl-namespace-changed", ["urn:w", "urn:w9"]),
  rpc("rpc-namespace-changed", "rpc-namespace-changed", ["urn:r", "urn:r9"]),
  wsdl("policy-required-added", "policy-required-removed", [BINDING, BINDING + policy(false)]),
  wsdl("policy-optional-changed", "policy-optional-changed", [BINDING, BINDING + policy(true)]),
  wsdl("extension-optional-changed", "extension-optional-changed", [BINDING, `${BINDING}<x:hint xmlns:x="urn:x"/>`]),
  wsdl("extension-required-added", null, [BINDING, `${BINDING}<x:hint xmlns:x="urn:x" wsdl:required="true"/>`]),
  rpc("rpc-part-added", "rpc-part-removed", [
    '<wsdl:part name="b" type="xs:int"/>',
    '<wsdl:part name="b" type="xs:int"/><wsdl:part name="c" type="xs:int"/>',
  ]),
  rpc("rpc-part-renamed", "rpc-part-renamed", ['name="b" type', 'name="c" type']),
  rpc("rpc-part-reordered", "rpc-part-reordered", [
    '<wsdl:part name="a" type="xs:string"/><wsdl:part name="b" type="xs:int"/>',
    '<wsdl:part name="b" type="xs:int"/><wsdl:part name="a" type="xs:string"/>',
  ]),
  wsdl("root-element-changed", "root-element-changed", ['element="t:M"', 'element="t:H"']),
  // The root that stays behind has a type of its own, which is compared with that of the other root too.
  pair(
    "root-element-changed",
    "root-element-changed",
    edited(DOCUMENT, [OWN_TYPE]),
    edited(DOCUMENT, [OWN_TYPE, ['element="t:M"', 'element="t:H"']]),
  ),
  wsdl("part-kind-changed", "part-kind-changed", ['element="t:M"', 'type="t:T"']),
  pair(
    "body-parts-changed",
    "body-parts-changed",
    edited(DOCUMENT, [
      ['element="t:M"/>', 'element="t:M"/><wsdl:part name="more" element="t:H"/>'],
      [BODY, '<soap:body use="literal" parts="body"/>'],
    ]),
    edited(DOCUMENT, [
      ['element="t:M"/>', 'element="t:M"/><wsdl:part name="more" element="t:H"/>'],
      [BODY, '<soap:body use="literal" parts=""/>'],
    ]),
  ),
  pair("payload-encoding-changed", "payload-encoding-changed", load(DOCUMENT), load(DOCUMENT), {
    old: payload("{urn:t}H", "escaped"),
    new: payload("{urn:t}H", "cdata"),
  }),
  pair("payload-root-remapped", "payload-root-remapped", load(DOCUMENT), load(DOCUMENT), {
    old: payload("{urn:t}H", "escaped"),
    new: payload("{urn:t}F", "escaped"),
  }),
  wsdl("header-added", "header-removed", [BODY, `${BODY}<soap:header message="w:HeadM" part="h" use="literal"/>`]),
  wsdl("fault-added", "fault-removed", ...FAULT),
  pair(
    "attachment-added",
    "attachment-removed",
    edited(MIME, [[BODY, attached("")]]),
    edited(MIME, [[BODY, attached(file("image/png"))]]),
  ),
  pair(
    "attachment-type-changed",
    "attachment-type-changed",
    edited(MIME, [[BODY, attached(file("image/png"))]]),
    edited(MIME, [[BODY, attached(file("image/gif"))]]),
  ),
  pair(
    "unclassified-change",
    "unclassified-change",
    edited(DOCUMENT, FAULT),
    edited(DOCUMENT, [...FAULT, ['name="f" use="literal"', 'name="f" use="encoded"']]),
  ),
];

function movedOperation(): IdCase {
  const operation = (name: string, message: string): string =>
    `<wsdl:operation name="${name}"><wsdl:input message="w:${message}"/></wsdl:operation>`;
  const bound = (name: string): string =>
    `<wsdl:operation name="${name}"><soap:operation soapAction="urn:${name}"/><wsdl:input>${BODY}</wsdl:input></wsdl:operation>`;
  const second = (operations: string, bindings: string): Edit[] => [
    [
      "<wsdl:service",
      `<wsdl:portType name="PU">${operations}</wsdl:portType><wsdl:binding name="C" type="w:PU"><soap:binding transport="http://schemas.xmlsoap.org/soap/http" style="document"/>${bindings}</wsdl:binding><wsdl:service`,
    ],
    [
      "</wsdl:service>",
      '<wsdl:port name="P2" binding="w:C"><soap:address location="https://b.example/"/></wsdl:port></wsdl:service>',
    ],
  ];
  const other = [operation("hear", "FaultM"), bound("hear")] as const;
  return pair(
    "operation-moved",
    "operation-moved",
    edited(DOCUMENT, [...TELL, ...second(...other)]),
    edited(DOCUMENT, second(operation("tell", "HeadM") + other[0], bound("tell") + other[1])),
  );
}

/** A pair of sets for every id. */
export const ID_CASES: readonly IdCase[] = [...WSDL_CASES, ...SCHEMA_CASES];
