/**
 * What may stand where in a schema document: XML Schema's own "schema for schemas" as data.
 *
 * Each element type has a table of unqualified attributes with the form of their value and a content model. A content
 * model is a regular expression over one letter per child, see {@link LETTERS}.
 *
 * @module
 */

/** Form of an attribute's value. */
export type AttributeKind =
  | "ncname"
  | "qname"
  | "qnames"
  | "boolean"
  | "count"
  | "countOrUnbounded"
  | "uri"
  | "uris"
  | "id"
  | "form"
  | "use"
  | "process"
  | "block"
  | "blockDefault"
  | "elementFinal"
  | "typeFinal"
  | "simpleFinal"
  | "finalDefault"
  | "xpath"
  | "text"
  | "nonNegative"
  | "positive"
  | "whiteSpace"
  | "namespaceList"
  | "namespaces11"
  | "qnames11"
  | "mode"
  | "timezone"
  | "lang";

/** Grammar of one element type. */
export interface Grammar {
  readonly attributes: Readonly<Record<string, AttributeKind>>;
  readonly required?: readonly string[];
  readonly content: RegExp;
  /** Text allowed inside. */
  readonly text?: true;
}

/** The letter that stands for a child in content models. */
export const LETTERS: Readonly<Record<string, string>> = {
  annotation: "a",
  include: "i",
  import: "m",
  redefine: "r",
  override: "v",
  defaultOpenContent: "o",
  openContent: "p",
  simpleType: "t",
  complexType: "T",
  group: "g",
  attributeGroup: "G",
  element: "e",
  attribute: "A",
  anyAttribute: "Y",
  notation: "n",
  sequence: "s",
  choice: "c",
  all: "l",
  any: "y",
  simpleContent: "S",
  complexContent: "C",
  restriction: "R",
  extension: "E",
  list: "L",
  union: "U",
  unique: "q",
  key: "k",
  keyref: "f",
  selector: "x",
  field: "d",
  assert: "z",
  assertion: "Z",
  alternative: "N",
  appinfo: "I",
  documentation: "D",
  length: "F",
  minLength: "F",
  maxLength: "F",
  pattern: "F",
  enumeration: "F",
  whiteSpace: "F",
  totalDigits: "F",
  fractionDigits: "F",
  minInclusive: "F",
  maxInclusive: "F",
  minExclusive: "F",
  maxExclusive: "F",
  explicitTimezone: "F",
};

const particles = "(?:[gslc])";
const nested = "(?:[egscyl])*";
const attributes = "[AG]*Y?";
const only = /^a?$/;
const occurs = { minOccurs: "count", maxOccurs: "countOrUnbounded" } as const;
const id = { id: "id" } as const;

const facet = (value: AttributeKind, extra: Readonly<Record<string, AttributeKind>> = {}): Grammar => ({
  attributes: { value, fixed: "boolean", ...id, ...extra },
  required: ["value"],
  content: only,
});
const group = { attributes: { ...id, ...occurs }, content: new RegExp(`^a?${nested}$`) } as const satisfies Grammar;

/** Grammars by name of element; `name@place` where the place matters: `top`, `local`, `group`, `simple`, `complex`, … */
export const GRAMMARS: Readonly<Record<string, Grammar>> = {
  schema: {
    attributes: {
      targetNamespace: "uri",
      version: "text",
      elementFormDefault: "form",
      attributeFormDefault: "form",
      blockDefault: "blockDefault",
      finalDefault: "finalDefault",
      defaultAttributes: "qname",
      xpathDefaultNamespace: "text",
      ...id,
    },
    content: /^[imrva]*(?:oa*)?(?:[tTgGeAn]a*)*$/,
  },
  include: { attributes: { schemaLocation: "uri", ...id }, required: ["schemaLocation"], content: only },
  import: { attributes: { namespace: "uri", schemaLocation: "uri", ...id }, content: only },
  redefine: { attributes: { schemaLocation: "uri", ...id }, required: ["schemaLocation"], content: /^[atTgG]*$/ },
  override: { attributes: { schemaLocation: "uri", ...id }, required: ["schemaLocation"], content: /^a?[tTgGeAn]*$/ },
  defaultOpenContent: { attributes: { appliesToEmpty: "boolean", mode: "mode", ...id }, content: /^a?y$/ },
  openContent: { attributes: { mode: "mode", ...id }, content: /^a?y?$/ },
  annotation: { attributes: { ...id }, content: /^[ID]*$/ },
  appinfo: { attributes: { source: "uri" }, content: /^.*$/s, text: true },
  documentation: { attributes: { source: "uri" }, content: /^.*$/s, text: true },
  "element@top": {
    attributes: {
      name: "ncname",
      type: "qname",
      substitutionGroup: "qnames11",
      default: "text",
      fixed: "text",
      nillable: "boolean",
      abstract: "boolean",
      final: "elementFinal",
      block: "block",
      ...id,
    },
    required: ["name"],
    content: /^a?[tT]?N*[qkf]*$/,
  },
  "element@local": {
    attributes: {
      name: "ncname",
      ref: "qname",
      type: "qname",
      default: "text",
      fixed: "text",
      nillable: "boolean",
      block: "block",
      form: "form",
      targetNamespace: "uri",
      ...occurs,
      ...id,
    },
    content: /^a?[tT]?N*[qkf]*$/,
  },
  alternative: {
    attributes: { test: "xpath", type: "qname", xpathDefaultNamespace: "text", ...id },
    content: /^a?[tT]?$/,
  },
  "attribute@top": {
    attributes: { name: "ncname", type: "qname", default: "text", fixed: "text", inheritable: "boolean", ...id },
    required: ["name"],
    content: /^a?t?$/,
  },
  "attribute@local": {
    attributes: {
      name: "ncname",
      ref: "qname",
      type: "qname",
      use: "use",
      default: "text",
      fixed: "text",
      form: "form",
      targetNamespace: "uri",
      inheritable: "boolean",
      ...id,
    },
    content: /^a?t?$/,
  },
  "complexType@top": {
    attributes: {
      name: "ncname",
      mixed: "boolean",
      abstract: "boolean",
      final: "typeFinal",
      block: "typeFinal",
      defaultAttributesApply: "boolean",
      ...id,
    },
    required: ["name"],
    content: new RegExp(`^a?(?:[SC]|p?${particles}?${attributes}z*)$`),
  },
  "complexType@local": {
    attributes: { mixed: "boolean", defaultAttributesApply: "boolean", ...id },
    content: new RegExp(`^a?(?:[SC]|p?${particles}?${attributes}z*)$`),
  },
  simpleContent: { attributes: { ...id }, content: /^a?[RE]$/ },
  complexContent: { attributes: { mixed: "boolean", ...id }, content: /^a?[RE]$/ },
  "extension@complex": {
    attributes: { base: "qname", ...id },
    required: ["base"],
    content: new RegExp(`^a?p?${particles}?${attributes}z*$`),
  },
  "restriction@complex": {
    attributes: { base: "qname", ...id },
    required: ["base"],
    content: new RegExp(`^a?p?${particles}?${attributes}z*$`),
  },
  "extension@simple": {
    attributes: { base: "qname", ...id },
    required: ["base"],
    content: new RegExp(`^a?${attributes}z*$`),
  },
  "restriction@simple": {
    attributes: { base: "qname", ...id },
    required: ["base"],
    content: new RegExp(`^a?t?[FZ]*${attributes}z*$`),
  },
  "restriction@type": { attributes: { base: "qname", ...id }, content: /^a?t?[FZ]*$/ },
  list: { attributes: { itemType: "qname", ...id }, content: /^a?t?$/ },
  union: { attributes: { memberTypes: "qnames", ...id }, content: /^a?t*$/ },
  "simpleType@top": {
    attributes: { name: "ncname", final: "simpleFinal", ...id },
    required: ["name"],
    content: /^a?[RLU]$/,
  },
  "simpleType@local": { attributes: { ...id }, content: /^a?[RLU]$/ },
  "group@top": { attributes: { name: "ncname", ...id }, required: ["name"], content: /^a?[slc]$/ },
  "group@local": { attributes: { ref: "qname", ...occurs, ...id }, required: ["ref"], content: only },
  "attributeGroup@top": {
    attributes: { name: "ncname", ...id },
    required: ["name"],
    content: new RegExp(`^a?${attributes}$`),
  },
  "attributeGroup@local": { attributes: { ref: "qname", ...id }, required: ["ref"], content: only },
  sequence: group,
  choice: group,
  all: { ...group, content: /^a?[eyg]*$/ },
  "sequence@group": { ...group, attributes: id },
  "choice@group": { ...group, attributes: id },
  "all@group": { attributes: id, content: /^a?[eyg]*$/ },
  any: {
    attributes: {
      namespace: "namespaceList",
      processContents: "process",
      notNamespace: "namespaces11",
      notQName: "qnames11",
      ...occurs,
      ...id,
    },
    content: only,
  },
  anyAttribute: {
    attributes: {
      namespace: "namespaceList",
      processContents: "process",
      notNamespace: "namespaces11",
      notQName: "qnames11",
      ...id,
    },
    content: only,
  },
  notation: { attributes: { name: "ncname", public: "text", system: "uri", ...id }, required: ["name"], content: only },
  unique: { attributes: { name: "ncname", ref: "qname", ...id }, content: /^a?(?:xd+)?$/ },
  key: { attributes: { name: "ncname", ref: "qname", ...id }, content: /^a?(?:xd+)?$/ },
  keyref: { attributes: { name: "ncname", refer: "qname", ref: "qname", ...id }, content: /^a?(?:xd+)?$/ },
  selector: {
    attributes: { xpath: "xpath", xpathDefaultNamespace: "text", ...id },
    required: ["xpath"],
    content: only,
  },
  field: { attributes: { xpath: "xpath", xpathDefaultNamespace: "text", ...id }, required: ["xpath"], content: only },
  assert: { attributes: { test: "xpath", xpathDefaultNamespace: "text", ...id }, content: only },
  assertion: { attributes: { test: "xpath", xpathDefaultNamespace: "text", ...id }, content: only },
  length: facet("nonNegative"),
  minLength: facet("nonNegative"),
  maxLength: facet("nonNegative"),
  totalDigits: facet("positive"),
  fractionDigits: facet("nonNegative"),
  whiteSpace: facet("whiteSpace"),
  pattern: { attributes: { value: "text", ...id }, required: ["value"], content: only },
  enumeration: { attributes: { value: "text", ...id }, required: ["value"], content: only },
  minInclusive: facet("text"),
  maxInclusive: facet("text"),
  minExclusive: facet("text"),
  maxExclusive: facet("text"),
  explicitTimezone: facet("timezone"),
};

/** Name of the grammar for an element inside a parent. */
export function grammarName(local: string, parent: string): string {
  switch (local) {
    case "element":
    case "attribute":
    case "complexType":
    case "simpleType":
    case "group":
    case "attributeGroup":
      return parent === "schema" || parent === "redefine" || parent === "override" ? `${local}@top` : `${local}@local`;
    case "extension":
    case "restriction":
      return parent === "simpleType"
        ? "restriction@type"
        : parent === "simpleContent"
          ? `${local}@simple`
          : `${local}@complex`;
    case "sequence":
    case "choice":
    case "all":
      return parent === "group" ? `${local}@group` : local;
    default:
      return local;
  }
}
