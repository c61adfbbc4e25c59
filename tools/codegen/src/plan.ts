import type { Annotation, ComplexType, Location, QName, SimpleType } from "@coo/wsdl";
import type { IdentityPlan } from "./identity-paths.ts";

/** How a simple value looks in JavaScript; the same words as in descriptors. */
export type ValueKind = "string" | "number" | "boolean" | "bytes" | "list" | "union";

/** A simple type with its derivation chain folded: all that descriptor, type and schema need. */
export interface SimplePlan {
  /** Name of the type itself, `null` for an anonymous one. */
  readonly name: QName | null;
  /** The descriptor gives the name with its namespace: messages of the SOAP encoding name it. */
  readonly qualified: boolean;
  /** Nearest built-in type. */
  readonly builtin: string;
  readonly js: ValueKind;
  readonly ws: "preserve" | "replace" | "collapse";
  /** ECMAScript sources, unanchored, one a derivation step. */
  readonly patterns: readonly string[];
  /** The patterns as the schema writes them, for comments and samples. */
  readonly xsdPatterns: readonly string[];
  readonly enumeration: readonly EnumValue[] | null;
  readonly length?: number;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly totalDigits?: number;
  readonly fractionDigits?: number;
  readonly minInclusive?: string;
  readonly maxInclusive?: string;
  readonly minExclusive?: string;
  readonly maxExclusive?: string;
  readonly item: SimplePlan | null;
  readonly members: readonly SimplePlan[];
  readonly source: SimpleType;
  /** Exported alias of a named enumeration; set by the naming step. */
  alias: { readonly name: string; readonly file: FilePlan } | null;
}

export interface EnumValue {
  readonly value: string;
  readonly annotation: Annotation;
}

/** What an element or attribute holds. */
export type TypeUse =
  | { readonly k: "simple"; readonly simple: SimplePlan; readonly codeList: CodeListPlan | null }
  | { readonly k: "complex"; readonly type: ComplexPlan }
  | { readonly k: "anyType" };

/** A documented table of codes kept beside the schema. */
export interface CodeListPlan {
  readonly id: string;
  /** Name of the union type, `DocTypesCode`, and of the constant, `docTypes`. */
  readonly typeName: string;
  readonly valueName: string;
  readonly closed: boolean;
  readonly values: readonly { readonly code: string; readonly zh: string; readonly en: string }[];
  file: FilePlan | null;
}

export interface ElementPlan {
  readonly k: "el";
  readonly prop: string;
  readonly name: string;
  readonly ns: string;
  readonly type: TypeUse;
  readonly min: number;
  /** `-1` is unbounded. */
  readonly max: number;
  readonly nillable: boolean;
  readonly default: string | null;
  readonly fixed: string | null;
  readonly abstract: boolean;
  /** Methods of derivation that keep a type out although it derives from the declared one. */
  readonly block: readonly string[];
  readonly keys: readonly IdentityPlan[];
  /** Members of the substitution group, the head included unless abstract; `null` when nothing can stand instead. */
  readonly substitutes: readonly SubstitutePlan[] | null;
  readonly at: Location;
  readonly annotation: Annotation;
}

export interface SubstitutePlan {
  readonly tag: string;
  readonly name: string;
  readonly ns: string;
  readonly type: TypeUse;
  readonly nillable: boolean;
  readonly default: string | null;
  readonly fixed: string | null;
  readonly block: readonly string[];
  readonly keys: readonly IdentityPlan[];
}

export interface GroupPlan {
  readonly k: "seq" | "choice" | "all";
  readonly items: readonly ParticlePlan[];
  readonly min: number;
  readonly max: number;
  /** Set on repeated groups. */
  readonly prop: string | null;
  /**
   * A choice of so many branches that no type can tell all of them apart: its properties are optional there, and the
   * codec alone sees to it that one branch is taken.
   */
  readonly wide?: true;
}

export interface AnyPlan {
  readonly k: "any";
  readonly prop: string;
  readonly min: number;
  readonly max: number;
  readonly namespaces: "##any" | "##other" | readonly string[];
  /** With `##any`: namespaces that are not allowed all the same. */
  readonly not?: readonly string[];
  readonly target: string;
  readonly process: "strict" | "lax" | "skip";
  /** Names that are excluded, `{ns}local`. */
  readonly notNames?: readonly string[];
}

export type ParticlePlan = ElementPlan | GroupPlan | AnyPlan;

export interface AttributePlan {
  readonly prop: string;
  readonly name: string;
  readonly ns: string;
  readonly type: SimplePlan;
  readonly codeList: CodeListPlan | null;
  readonly required: boolean;
  readonly default: string | null;
  readonly fixed: string | null;
  readonly at: Location;
  readonly annotation: Annotation;
}

/** A complex type, named or anonymous, or one made from the parts of a message. Filled step by step. */
export interface ComplexPlan {
  /** `{ns}local` for a named type; path of names for an anonymous one. Stable across runs. */
  readonly id: string;
  readonly ns: string;
  /** Name on the wire (xsi:type); for an anonymous type the name of its element. */
  readonly local: string;
  readonly source: ComplexType | null;
  /** The descriptor says that the type has no name: messages of the SOAP encoding would give it one. */
  readonly anonymous: boolean;
  /** For a type anonymous inside another. */
  readonly owner: ComplexPlan | null;
  /** Name of the named group in which an anonymous type stands. */
  readonly group: string | null;
  readonly at: Location;
  readonly annotation: Annotation;
  attrs: AttributePlan[];
  anyAttr: Omit<AnyPlan, "k" | "prop" | "min" | "max"> | null;
  content: ParticlePlan | null;
  /** Elements that may stand between those of the content. */
  open: AnyPlan | null;
  text: SimplePlan | null;
  mixed: boolean;
  abstract: boolean;
  /** Types that may stand here by xsi:type, this one included unless abstract; empty when there are none. */
  derived: ComplexPlan[];
  soapArray: SoapArrayPlan | null;
  /** Set by the naming step. */
  name: string;
  file: FilePlan;
  /** A wrapper of the SOAP body: only its descriptor is written, no type. */
  internal: boolean;
  /** Set by the usage step. */
  sent: boolean;
  read: boolean;
  /** Sent and read views differ and both are used: the second is named `nameRead`. */
  split: boolean;
  readName: string;
  /** Name of the union over `derived`; its read view. */
  anyName: string;
  anyReadName: string;
}

/** An array of the SOAP encoding. */
export interface SoapArrayPlan {
  readonly item: TypeUse;
  readonly itemName: string;
  readonly arrayType: string;
  /** Dimensions of the array and, for arrays of arrays, of those inside of it: `[2, 1]` is `[][,]` on paper. */
  readonly ranks: readonly [number, ...number[]];
}

/** The payload of an operation's input, output or fault. */
export interface MessagePlan {
  readonly name: string;
  readonly type: TypeUse;
  readonly element: QName | null;
  readonly view: View;
  /** Identity constraints of the element. */
  keys?: readonly IdentityPlan[];
  /** File that exports the descriptor. */
  readonly file: FilePlan;
  /** Name of the TypeScript type, as text for generics. */
  readonly at: Location;
  readonly annotation: Annotation;
}

export type View = "sent" | "read";

export interface PartPlan {
  readonly name: string;
  readonly element: QName | null;
  readonly type: TypeUse;
}

export interface BoundPlan {
  readonly name: string;
  readonly ns: string;
  readonly parts: readonly PartPlan[];
}

/** A part that travels beside the envelope. */
export interface AttachmentPlan {
  readonly name: string;
  readonly contentTypes: readonly string[];
}

export interface BindingPlan {
  readonly port: string;
  readonly soapVersion: "1.1" | "1.2";
  readonly style: "document" | "rpc";
  readonly use: "literal" | "encoded";
  readonly soapAction: string;
  readonly input: BoundPlan;
  readonly output: BoundPlan | null;
  readonly headers: readonly PartPlan[];
  readonly outputHeaders: readonly PartPlan[];
  readonly headerFaults: readonly PartPlan[];
  readonly attachments: readonly AttachmentPlan[];
  readonly outputAttachments: readonly AttachmentPlan[];
  readonly shape: "string" | "typed";
}

export interface OperationPlan {
  readonly name: string;
  readonly key: string;
  readonly direction: "call" | "push";
  readonly no: number | null;
  readonly nameZh: string | null;
  readonly nameEn: string | null;
  readonly kind: "standard" | "non-standard" | null;
  readonly effect: "read" | "write";
  readonly request: MessagePlan;
  readonly response: MessagePlan;
  readonly faults: readonly MessagePlan[];
  readonly bindings: readonly BindingPlan[];
  readonly paging: Readonly<Record<string, unknown>> | null;
  readonly oneWay: boolean;
  readonly at: Location;
  readonly annotation: Annotation;
}

export interface ServicePlan {
  readonly name: string;
  readonly valueName: string;
  readonly edition: string;
  readonly namespace: string;
  readonly operations: readonly OperationPlan[];
  readonly annotation: Annotation;
}

/** One generated module with types, `<name>.ts`, and its neighbour `<name>.schema.ts`. */
export interface FilePlan {
  readonly package: PackagePlan;
  /** File name without ending. */
  readonly name: string;
  readonly ns: string;
  /** Schema documents it restates, with hash. */
  readonly sources: readonly { readonly file: string; readonly sha256: string }[];
  readonly types: ComplexPlan[];
  readonly enums: SimplePlan[];
  readonly messages: MessagePlan[];
  /** What an earlier edition has just so and is exported again. */
  readonly shared: SharedExports[];
}

/** Names of one module of an earlier edition. */
export interface SharedExports {
  /** Path of the module without ending, `../2018-07/goods`. */
  readonly from: string;
  readonly types: readonly string[];
  readonly values: readonly string[];
  /** Names in its neighbour `.schema.ts`. */
  readonly schemas: readonly string[];
}

/** Global declarations of the namespaces of a package. */
export interface RegistryPlan {
  readonly elements: readonly ElementPlan[];
  readonly attributes: readonly Pick<AttributePlan, "name" | "ns" | "type" | "fixed">[];
  readonly types: readonly { readonly name: QName; readonly type: TypeUse; readonly bases: readonly string[] }[];
  /** Some type holds xs:ID, a reference to one, or the name of an entity. */
  readonly ids: boolean;
}

/** One output folder. */
export interface PackagePlan {
  /** `@coo/msg-goods`; empty when everything goes into one folder. */
  readonly name: string;
  /** What other packages import: `@coo/msg-goods/2018-07`. */
  readonly specifier: string;
  /** Folder of the generated files, relative to the output root. */
  readonly folder: string;
  readonly files: FilePlan[];
  readonly services: ServicePlan[];
  readonly codeLists: CodeListPlan[];
  readonly sharedLists: SharedExports[];
  /** Written when it was asked for. */
  registry: RegistryPlan | null;
  /** Documents that the services restate. */
  readonly serviceSources: { readonly file: string; readonly sha256: string }[];
  /** What its components are called, by key; read again by the next run. */
  names: Readonly<Record<string, string>>;
  /** Whether the index had a name from a file in the last run; set by the naming step. */
  wasExported: (file: string, name: string) => boolean;
}

/** Everything to be written, and what a reader of the run should know. */
export interface Plan {
  readonly packages: readonly PackagePlan[];
  readonly notes: readonly string[];
}
