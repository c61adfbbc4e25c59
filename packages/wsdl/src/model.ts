/**
 * The component model: what a set of WSDL 1.1 and XML Schema documents says, in document order, resolved across
 * imports, with the place of every statement. Code generation and change analysis both read it; neither goes back to
 * the documents.
 *
 * @module
 */

import type { WsdlError } from "./errors.ts";

/** Where something stands. `file` is the path as loaded; `line` and `column` count from 1. */
export interface Location {
  readonly file: string;
  readonly line: number;
  readonly column: number;
}

/** A qualified name. `ns` is `""` for no namespace. */
export interface QName {
  readonly ns: string;
  readonly local: string;
}

/** Texts and machine-readable notes attached to a component. */
export interface Annotation {
  /** Texts in order; `lang` is the `xml:lang` in force, `""` when none. White space is collapsed at both ends. */
  readonly documentation: readonly { readonly lang: string; readonly text: string }[];
  /** Elements inside xs:appinfo: name, attributes and text, one level deep. */
  readonly appinfo: readonly AppInfo[];
}

export interface AppInfo {
  readonly name: QName;
  /** Unqualified attributes by local name; qualified ones by `{ns}local`. */
  readonly attributes: Readonly<Record<string, string>>;
  readonly text: string;
}

export interface Component {
  readonly at: Location;
  readonly annotation: Annotation;
}

export interface Facet {
  readonly value: string;
  readonly fixed: boolean;
  readonly at: Location;
}

export interface EnumerationValue extends Component {
  readonly value: string;
  /** Where the type holds qualified names: namespaces of the prefixes in `value`, `""` being the default one. */
  readonly prefixes?: Readonly<Record<string, string>>;
}

/** One step of simple type derivation. Reference to another type is by `SimpleType` object, already resolved. */
export interface SimpleType extends Component {
  readonly kind: "simple";
  /** `null` for an anonymous type. */
  readonly name: QName | null;
  /** `builtin`: one of XSD's own types, `name` in the XSD namespace. */
  readonly variety: "builtin" | "atomic" | "list" | "union";
  /** What it restricts; `null` for xs:anySimpleType, lists and unions defined directly. */
  readonly base: SimpleType | null;
  /** Item type of a list, of a restriction of one, and of the built-in lists. */
  readonly item: SimpleType | null;
  /** Members of a union and of a restriction of one, in order. */
  readonly members: readonly SimpleType[];
  readonly facets: {
    readonly length?: Facet;
    readonly minLength?: Facet;
    readonly maxLength?: Facet;
    readonly totalDigits?: Facet;
    readonly fractionDigits?: Facet;
    readonly minInclusive?: Facet;
    readonly maxInclusive?: Facet;
    readonly minExclusive?: Facet;
    readonly maxExclusive?: Facet;
    readonly whiteSpace?: Facet;
    /** Alternatives of this step (OR); steps along `base` are ANDed. XSD syntax, untranslated. */
    readonly patterns?: readonly Facet[];
    readonly enumerations?: readonly EnumerationValue[];
    /** XSD 1.1, recorded, not enforced. */
    readonly assertions?: readonly Facet[];
    readonly explicitTimezone?: Facet;
  };
  readonly final: readonly string[];
}

export interface Wildcard extends Component {
  /** `"##any"`, `"##other"`, or the allowed namespaces (`""` for ##local; ##targetNamespace already replaced). */
  readonly namespaces: "##any" | "##other" | readonly string[];
  readonly target: string;
  readonly process: "strict" | "lax" | "skip";
  /** XSD 1.1: namespaces that are excluded; `namespaces` is `"##any"` then. */
  readonly notNamespaces?: readonly string[];
  /** XSD 1.1: names that are excluded, `{ns}local`, `##defined` or `##definedSibling`. */
  readonly notNames?: readonly string[];
}

export interface AttributeDeclaration extends Component {
  readonly name: QName;
  readonly scope: "global" | "local";
  readonly type: SimpleType;
  readonly default: string | null;
  readonly fixed: string | null;
  /** XSD 1.1. */
  readonly inheritable?: true;
}

export interface AttributeUse extends Component {
  readonly declaration: AttributeDeclaration;
  readonly use: "optional" | "required" | "prohibited";
  /** Effective: that of the use, else that of a referenced declaration. */
  readonly default: string | null;
  readonly fixed: string | null;
  /** SOAP encoding: value of wsdl:arrayType as `{ns}local[…]`. */
  readonly arrayType?: string;
  /** What `arrayType` names; absent where it names nothing. */
  readonly arrayItem?: Type;
}

export interface ElementDeclaration extends Component {
  readonly kind: "element";
  readonly name: QName;
  /** `name.ns` is `""` for a local element with form unqualified. */
  readonly scope: "global" | "local";
  /** Resolved on access, so that recursive types work. */
  readonly type: Type;
  readonly nillable: boolean;
  readonly abstract: boolean;
  readonly default: string | null;
  readonly fixed: string | null;
  readonly substitutionGroup: ElementDeclaration | null;
  readonly block: readonly string[];
  readonly final: readonly string[];
  readonly constraints: readonly IdentityConstraint[];
  /** XSD 1.1: conditional types, in order; recorded, not enforced. */
  readonly alternatives?: readonly { readonly test: string | null; readonly type: Type; readonly at: Location }[];
}

export interface IdentityConstraint extends Component {
  readonly kind: "key" | "unique" | "keyref";
  readonly name: QName;
  readonly refer: QName | null;
  readonly selector: string;
  readonly fields: readonly string[];
  /** Namespaces of the prefixes used in `selector` and `fields`. */
  readonly prefixes: Readonly<Record<string, string>>;
}

/** `max` is `Infinity` for unbounded. */
export interface Occurs {
  readonly min: number;
  readonly max: number;
}

export type ParticleTerm = ElementDeclaration | ModelGroup | WildcardTerm;
export interface WildcardTerm extends Wildcard {
  readonly kind: "any";
}

export interface ModelGroup extends Component {
  readonly kind: "sequence" | "choice" | "all";
  readonly particles: readonly Particle[];
  /** Set when the group came from a named xs:group. */
  readonly group: QName | null;
}

export interface Particle extends Occurs {
  readonly term: ParticleTerm;
  readonly at: Location;
  /** Annotation of the reference itself (`<xs:element ref>`), else that of the term. */
  readonly annotation: Annotation;
}

export interface ComplexType extends Component {
  readonly kind: "complex";
  readonly name: QName | null;
  /** The type it derives from; `null` only for xs:anyType. */
  readonly base: Type | null;
  readonly derivation: "extension" | "restriction";
  readonly abstract: boolean;
  readonly mixed: boolean;
  readonly final: readonly string[];
  readonly block: readonly string[];
  /**
   * Effective content, inherited parts included: `empty`, `simple` (with `simpleType`), or `elements` (with
   * `particle`: for an extension the base's particle followed by its own).
   */
  readonly content: "empty" | "simple" | "elements";
  readonly simpleType: SimpleType | null;
  readonly particle: Particle | null;
  /** What this type itself adds or restates, without the base. */
  readonly ownParticle: Particle | null;
  /** Effective attribute uses, inherited ones included, prohibited ones left out. */
  readonly attributes: readonly AttributeUse[];
  readonly anyAttribute: Wildcard | null;
  /** XSD 1.1. */
  readonly openContent: { readonly mode: "interleave" | "suffix"; readonly wildcard: Wildcard } | null;
  readonly assertions: readonly Facet[];
}

export type Type = SimpleType | ComplexType;

export interface AttributeGroup extends Component {
  readonly name: QName;
  /** Uses of this group and of the groups it refers to. */
  readonly attributes: readonly AttributeUse[];
  readonly anyAttribute: Wildcard | null;
}

export interface Notation extends Component {
  readonly name: QName;
  readonly public: string | null;
  readonly system: string | null;
}

/** All schema components, in document order; maps are keyed by `{ns}local`. XSD's own components are not listed. */
export interface SchemaSet {
  readonly elements: ReadonlyMap<string, ElementDeclaration>;
  readonly attributes: ReadonlyMap<string, AttributeDeclaration>;
  readonly types: ReadonlyMap<string, Type>;
  /** Named model groups; particles that refer to them share the object. */
  readonly groups: ReadonlyMap<string, ModelGroup>;
  readonly attributeGroups: ReadonlyMap<string, AttributeGroup>;
  readonly notations: ReadonlyMap<string, Notation>;
  readonly constraints: ReadonlyMap<string, IdentityConstraint>;
  /** Per schema document: target namespace, form defaults, path. */
  readonly documents: readonly SchemaDocument[];
  /**
   * Elements that may stand for the key element, itself left out, transitively. Abstract elements and those that
   * `block` or `final` rules out are not among them.
   */
  readonly substitutes: ReadonlyMap<string, readonly ElementDeclaration[]>;
  /** Named complex types directly derived from the key type. */
  readonly derived: ReadonlyMap<string, readonly ComplexType[]>;
  /** Constructs that were read and recorded but are not enforced by generated code, by name, with their place. */
  readonly recorded: readonly Recorded[];
}

export interface SchemaDocument extends Component {
  readonly namespace: string;
  readonly file: string;
  readonly elementForm: "qualified" | "unqualified";
  readonly attributeForm: "qualified" | "unqualified";
  readonly version: string | null;
  /** Inline in a WSDL document. */
  readonly inline: boolean;
  /** One of the schemas this package brings along, such as the SOAP encoding. */
  readonly wellKnown: boolean;
  /** What it redefines and overrides: kind and name of the component. The result is among the components. */
  readonly revisions?: readonly { readonly kind: "redefine" | "override"; readonly name: string }[];
}

export interface WsdlPart extends Component {
  readonly name: string;
  /** Exactly one of the two. */
  readonly element: ElementDeclaration | null;
  readonly type: Type | null;
}

export interface WsdlMessage extends Component {
  readonly name: QName;
  readonly parts: readonly WsdlPart[];
}

export interface WsdlFault extends Component {
  readonly name: string;
  readonly message: WsdlMessage;
}

export interface WsdlOperation extends Component {
  readonly name: string;
  readonly pattern: "request-response" | "one-way" | "solicit-response" | "notification";
  readonly input: WsdlMessage | null;
  readonly inputName: string | null;
  readonly output: WsdlMessage | null;
  readonly outputName: string | null;
  readonly faults: readonly WsdlFault[];
  readonly parameterOrder: readonly string[];
}

export interface PortType extends Component {
  readonly name: QName;
  readonly operations: readonly WsdlOperation[];
}

export interface BoundMessage {
  readonly use: "literal" | "encoded";
  readonly encodingStyle: string;
  /** rpc: namespace of the wrapper. */
  readonly namespace: string;
  /** Parts that go into the body, in order; already chosen by `parts=`. */
  readonly body: readonly WsdlPart[];
  readonly headers: readonly BoundHeader[];
  /** MIME parts by part name → content types. */
  readonly mime: readonly { readonly part: string; readonly types: readonly string[] }[];
}

export interface BoundHeader {
  readonly message: WsdlMessage;
  readonly part: WsdlPart;
  readonly use: "literal" | "encoded";
  readonly encodingStyle: string;
  readonly namespace: string;
  readonly at: Location;
  /** Headers by which errors about this one are reported. */
  readonly faults: readonly BoundHeader[];
}

export interface BoundFault {
  readonly fault: WsdlFault;
  readonly use: "literal" | "encoded";
  readonly encodingStyle: string;
  readonly namespace: string;
  readonly at: Location;
}

export interface BindingOperation extends Component {
  readonly operation: WsdlOperation;
  readonly style: "document" | "rpc";
  readonly soapAction: string | null;
  readonly input: BoundMessage | null;
  readonly output: BoundMessage | null;
  readonly faults: readonly BoundFault[];
}

export interface Binding extends Component {
  readonly name: QName;
  readonly portType: PortType;
  readonly protocol: "soap" | "http" | "unknown";
  readonly soapVersion: "1.1" | "1.2" | null;
  readonly style: "document" | "rpc";
  readonly transport: string;
  readonly operations: readonly BindingOperation[];
}

export interface Port extends Component {
  readonly name: string;
  readonly binding: Binding;
  readonly address: string | null;
}

export interface Service extends Component {
  readonly name: QName;
  readonly ports: readonly Port[];
}

/** A WS-Policy expression attached to something; read and listed, not acted upon. */
export interface Policy {
  /** What it is attached to: `binding`, `port`, `operation`, `input` …, and its name. */
  readonly subject: { readonly kind: string; readonly name: string };
  readonly at: Location;
  /** Assertions at any depth of the operators, in order; `optional` when not in every alternative. */
  readonly assertions: readonly { readonly name: QName; readonly optional: boolean }[];
}

/** An extension element of WSDL that this package does not know. */
export interface Extension {
  readonly name: QName;
  readonly subject: { readonly kind: string; readonly name: string };
  readonly at: Location;
  /** `wsdl:required="true"`. */
  readonly required: boolean;
}

/** A construct that was read but is not enforced by generated code. */
export interface Recorded {
  readonly construct: string;
  readonly at: Location;
}

/** Everything that was loaded. */
export interface Model {
  readonly schemas: SchemaSet;
  readonly messages: ReadonlyMap<string, WsdlMessage>;
  readonly portTypes: ReadonlyMap<string, PortType>;
  readonly bindings: ReadonlyMap<string, Binding>;
  readonly services: readonly Service[];
  readonly policies: readonly Policy[];
  readonly extensions: readonly Extension[];
  /** What was read but is not enforced, of schemas (as in `schemas.recorded`) and of WSDL. */
  readonly recorded: readonly Recorded[];
  /** Every document read, with its bytes' SHA-256, in the order of first reference. */
  readonly documents: readonly { readonly file: string; readonly sha256: string; readonly kind: "wsdl" | "xsd" }[];
  /** Warnings, and with `keepGoing` errors too, in the order they were met. */
  readonly problems: readonly WsdlError[];
}
